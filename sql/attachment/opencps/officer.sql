-- The officer is who did the last action.
(SELECT @name@
 FROM @actions@ AS a
 WHERE a.dossierid = opencps_dossier.dossierid
 ORDER BY a.createdate DESC NULLS LAST, a.dossieractionid DESC
 LIMIT 1)
