-- $1 is the period, $2 the note, $3 the figures, $6 the role that froze. The report continues the
-- chain of hashes.
INSERT INTO @schema@.frozen_report
    (place, period, frozen_at, frozen_by, note, figures, previous)
SELECT coalesce(pg_catalog.max(l.place), 0) + 1, $1, pg_catalog.clock_timestamp(), $6,
       $2, $3, (SELECT p.hash FROM @schema@.frozen_report AS p ORDER BY p.place DESC LIMIT 1)
FROM @schema@.frozen_report AS l
