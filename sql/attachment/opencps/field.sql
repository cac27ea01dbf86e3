-- Only the catalogue of procedures has the field of a procedure.
(SELECT pg_catalog.max(nullif(s.domainname, ''))
 FROM @procedures@ AS s
 WHERE s.groupid = opencps_dossier.groupid AND s.servicecode = opencps_dossier.servicecode)
