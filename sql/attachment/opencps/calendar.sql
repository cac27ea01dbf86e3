-- $1 is the calendar, $2 the site.
INSERT INTO motcua.calendar (name, title)
VALUES ($1, pg_catalog.concat('OpenCPS, groupid ', $2))
ON CONFLICT (name) DO NOTHING
