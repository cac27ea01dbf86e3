-- $1 is the period. The query gives one row if the period is bounded below and ended by the day
-- that the attachment shows. It runs with the caller's search_path, so its operators are qualified.
SELECT
FROM @schema@.settings AS s
WHERE pg_catalog.upper($1) OPERATOR(pg_catalog.-) 1 OPERATOR(pg_catalog.<=) s.as_of
  AND NOT pg_catalog.lower_inf($1)
