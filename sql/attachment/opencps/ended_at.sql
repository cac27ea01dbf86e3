-- A dossier that is over without a date of its end, because it was cancelled, refused or handed
-- over, ended at the last change of its row.
coalesce(releasedate, finishdate,
    CASE WHEN dossierstatus = 'cancelled' THEN coalesce(cancellingdate, modifieddate)
         WHEN dossierstatus IN ('done', 'unresolved') THEN modifieddate END)
