-- An agency goes by its code if motcua.agency has the code, else by its name.
CASE WHEN EXISTS (SELECT
                  FROM motcua.agency AS g
                  WHERE g.code = opencps_dossier.govagencycode::text COLLATE "C")
     THEN govagencycode
     ELSE coalesce(nullif(govagencyname, ''), nullif(govagencycode, '')) END
