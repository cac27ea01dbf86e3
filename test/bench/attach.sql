-- on_time_by_unit of an attachment against the same counters written by hand with FILTER.
CREATE TABLE bench.attached AS
SELECT i AS id, format('H57.%s', 100 + (i * 7919) % 160) AS unit, r AS received, r + (3 + (i * 31) % 20) * interval '1 day' AS due,
       CASE WHEN (i * 17) % 40 > 0 THEN r + ((i * 13) % 26) * interval '1 day' END AS ended, (i * 11) % 3 = 0 AS online
FROM (SELECT i, timestamp '2025-01-01 08:00' + ((i * 104729) % 630720) * interval '1 minute' AS r FROM generate_series(1, 1000000::bigint) AS i) AS x;
ALTER TABLE bench.attached ALTER COLUMN unit SET NOT NULL;
VACUUM ANALYZE bench.attached;
SELECT motcua.attach('bench.attached', 'bench_attached', 'received', 'due', 'ended', code => 'id', unit => 'unit', online => 'online', as_of => $$date '2026-03-31'$$) \g /dev/null

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('attach', 'form by hand: eight FILTERs, 160 units', NULL, NULL, $$
    SELECT unit, count(*) FILTER (WHERE received::date BETWEEN '2026-01-01' AND '2026-03-31' AND online) AS received_online,
           count(*) FILTER (WHERE received::date BETWEEN '2026-01-01' AND '2026-03-31' AND NOT online) AS received_direct,
           count(*) FILTER (WHERE received::date < '2026-01-01' AND (ended IS NULL OR ended::date >= '2026-01-01')) AS carried,
           count(*) FILTER (WHERE ended::date BETWEEN '2026-01-01' AND '2026-03-31' AND ended::date < due::date) AS early,
           count(*) FILTER (WHERE ended::date BETWEEN '2026-01-01' AND '2026-03-31' AND ended::date = due::date) AS on_time,
           count(*) FILTER (WHERE ended::date BETWEEN '2026-01-01' AND '2026-03-31' AND ended::date > due::date) AS late,
           count(*) FILTER (WHERE received::date <= '2026-03-31' AND (ended IS NULL OR ended::date > '2026-03-31') AND due::date >= '2026-03-31') AS open_in_time,
           count(*) FILTER (WHERE received::date <= '2026-03-31' AND (ended IS NULL OR ended::date > '2026-03-31') AND due::date < '2026-03-31') AS open_overdue
    FROM bench.attached GROUP BY unit$$),
('attach', 'the view on_time_by_unit', 'form by hand: eight FILTERs, 160 units', 0.8, 'SELECT * FROM bench_attached.on_time_by_unit'),
('attach', 'the view on_time_by_month', 'form by hand: eight FILTERs, 160 units', NULL, 'SELECT * FROM bench_attached.on_time_by_month');

CALL bench.run('attach', 7);
SELECT name, min_ms, median_ms, ratio, goal FROM bench.report WHERE suite = 'attach';
