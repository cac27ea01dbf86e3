-- OpenCPS configures by site and action code when an action pauses the clock (dateoption 1) and
-- when it sets the clock running again (3 goes on, 6 starts anew). A dossier is paused since the
-- first pause after the last resumption: a second request for papers stops nothing more.
(SELECT pg_catalog.min(p.createdate)
 FROM @actions@ AS p
 WHERE p.dossierid = opencps_dossier.dossierid
   AND pg_catalog.concat(p.groupid, ' ', p.actioncode) = ANY (ARRAY(
       SELECT pg_catalog.concat(c.groupid, ' ', c.actioncode)
       FROM @configuration@ AS c
       WHERE c.dateoption = 1))
   AND NOT EXISTS (
       SELECT
       FROM @actions@ AS r
       WHERE r.dossierid = p.dossierid
         AND (r.createdate, r.dossieractionid) > (p.createdate, p.dossieractionid)
         AND pg_catalog.concat(r.groupid, ' ', r.actioncode) = ANY (ARRAY(
             SELECT pg_catalog.concat(c.groupid, ' ', c.actioncode)
             FROM @configuration@ AS c
             WHERE c.dateoption IN (3, 6)))))
