-- A group whose last dossier was deleted still has rows in the roll-up, so it must be left out
-- here.
HAVING pg_catalog.sum(d.dossiers) > 0
