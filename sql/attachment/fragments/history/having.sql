-- A group whose last dossier was deleted still has rows in the roll-up.
HAVING pg_catalog.sum(d.dossiers) > 0
