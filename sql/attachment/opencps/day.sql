-- $1 to $6 are the columns. A day that the DBA entered stays as it is.
INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (calendar, day) DO NOTHING
