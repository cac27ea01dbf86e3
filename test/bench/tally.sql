-- tally against the same eight counters as plain SQL, over all rows and by unit; the plain
-- aggregate on_time_rate against an average of a comparison.
CREATE TABLE bench.dossier AS
SELECT i AS id,
       (h1 % 160)::int AS unit,
       received,
       received + (h2 % 20)::int AS due,
       CASE WHEN h3 % 20 < 18 THEN received + (h3 % 24)::int END AS ended,
       h3 % 3 = 0 AS online
FROM generate_series(1, 1000000) AS i,
     LATERAL (SELECT hashint4(i) & 2147483647 AS h1, hashint4(i + 7000000) & 2147483647 AS h2,
                     hashint4(i + 9000000) & 2147483647 AS h3) AS h,
     LATERAL (SELECT date '2018-06-01' + (h1 / 160 % 1100) AS received) AS r;
VACUUM ANALYZE bench.dossier;

\set period 'daterange(''2020-01-01'', ''2020-12-31'', ''[]'')'
\set eight_counters 'count(*) FILTER (WHERE online AND received BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND (ended IS NULL OR ended >= received)) AS new_online, count(*) FILTER (WHERE online IS NOT TRUE AND received BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND (ended IS NULL OR ended >= received)) AS new_direct, count(*) FILTER (WHERE received < ''2020-01-01'' AND (ended IS NULL OR ended >= ''2020-01-01'')) AS carried, count(*) FILTER (WHERE ended BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND ended >= received AND ended < due) AS early, count(*) FILTER (WHERE ended BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND ended >= received AND (ended = due OR due IS NULL)) AS on_time, count(*) FILTER (WHERE ended BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND ended >= received AND ended > due) AS late, count(*) FILTER (WHERE received <= ''2020-12-31'' AND (ended IS NULL OR ended > ''2020-12-31'') AND (due IS NULL OR due >= ''2020-12-31'')) AS open_in_time, count(*) FILTER (WHERE received <= ''2020-12-31'' AND (ended IS NULL OR ended > ''2020-12-31'') AND due < ''2020-12-31'') AS open_overdue'
\set full_tally 'motcua.tally(received, due, ended, ' :period ', online, NULL::text, NULL::date, NULL::text)'

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('tally', 'count(*)', NULL, NULL, 'SELECT count(*) FROM bench.dossier'),
('tally', 'eight FILTER counters', NULL, NULL, 'SELECT ' || :'eight_counters' || ' FROM bench.dossier'),
('tally', 'tally, full form', 'eight FILTER counters', 0.5, 'SELECT ' || :'full_tally' || ' FROM bench.dossier'),
('tally', 'tally, short form', 'eight FILTER counters', 0.5,
 'SELECT motcua.tally(received, due, ended, ' || :'period' || ') FROM bench.dossier'),
('tally', 'count(*) by unit', NULL, NULL, 'SELECT unit, count(*) FROM bench.dossier GROUP BY unit'),
('tally', 'eight FILTER counters by unit', NULL, NULL,
 'SELECT unit, ' || :'eight_counters' || ' FROM bench.dossier GROUP BY unit'),
('tally', 'tally, full form, by unit', 'eight FILTER counters by unit', 0.75,
 'SELECT unit, ' || :'full_tally' || ' FROM bench.dossier GROUP BY unit'),
('tally', 'avg((ended <= due)::int)', NULL, NULL, 'SELECT avg((ended <= due)::int) FROM bench.dossier'),
('tally', 'on_time_rate(due, ended)', 'avg((ended <= due)::int)', 1.1,
 'SELECT motcua.on_time_rate(due, ended) FROM bench.dossier');

-- The pinned query must count what the tally counts, or the ratio means nothing.
SELECT 'same figures: ' || (c.* IS NOT DISTINCT FROM ROW(motcua.new_online(t), motcua.new_direct(t), motcua.carried(t),
       motcua.early(t), motcua.on_time(t), motcua.late(t), motcua.open_in_time(t), motcua.open_overdue(t)))::text AS check
FROM (SELECT :eight_counters FROM bench.dossier) AS c,
     (SELECT :full_tally AS t FROM bench.dossier) AS s;

CALL bench.run('tally');
SELECT name, min_ms, median_ms, baseline, ratio, goal FROM bench.report WHERE suite = 'tally';

-- Grouped, net of what the grouping itself costs.
SELECT 'tally by unit net of count(*) by unit, to the FILTER query net of the same' AS name,
       round(percentile_cont(0.5) WITHIN GROUP (
           ORDER BY ((a.ms - c.ms) / (b.ms - c.ms))::float8)::numeric, 2) AS ratio, 0.35 AS goal
FROM bench.timing a
JOIN bench.timing b USING (round)
JOIN bench.timing c USING (round)
WHERE a.name = 'tally, full form, by unit' AND b.name = 'eight FILTER counters by unit'
  AND c.name = 'count(*) by unit';
