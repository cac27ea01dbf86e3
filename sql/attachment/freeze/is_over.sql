-- $1 is the period. The query gives one row if the period is bounded below and ended by the day
-- that the attachment shows.
SELECT
FROM @schema@.settings AS s
WHERE pg_catalog.upper($1) - 1 <= s.as_of
  AND NOT pg_catalog.lower_inf($1)
