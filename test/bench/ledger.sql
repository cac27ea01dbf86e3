-- The ledger: grouped builds against tally, a month series of all units against plain SQL, one period of a stored ledger.
-- After tally.sql: bench.dossier is 1 000 000 rows of 160 units over three years.
\set months 'generate_series(date ''2018-07-01'', date ''2021-06-01'', interval ''1 month'') AS m (month)'
\set month_tally 'motcua.new_online(s.tally) + motcua.new_direct(s.tally) AS received, motcua.early(s.tally) AS early, motcua.on_time(s.tally) AS on_time, motcua.late(s.tally) AS late, motcua.open(s.tally) AS open'

-- The figures of a month: received, early, on time, late, still open at its end.
-- Plain: each month asks every row. Best we could write: each row once, as events by month, summed up by a window.
\set series_plain 'SELECT unit, month::date AS month, count(*) FILTER (WHERE received >= month AND received < month + interval ''1 month'' AND (ended IS NULL OR ended >= received)) AS received, count(*) FILTER (WHERE ended >= month AND ended < month + interval ''1 month'' AND ended >= received AND ended < due) AS early, count(*) FILTER (WHERE ended >= month AND ended < month + interval ''1 month'' AND ended >= received AND (ended = due OR due IS NULL)) AS on_time, count(*) FILTER (WHERE ended >= month AND ended < month + interval ''1 month'' AND ended >= received AND ended > due) AS late, count(*) FILTER (WHERE received < month + interval ''1 month'' AND (ended IS NULL OR (ended >= received AND ended >= month + interval ''1 month''))) AS open FROM bench.dossier, ' :months ' GROUP BY unit, month'
\set series_best 'SELECT unit, month, received, early, on_time, late, open FROM (SELECT unit, month, sum(received) AS received, sum(early) AS early, sum(on_time) AS on_time, sum(late) AS late, sum(sum(received) - sum(early) - sum(on_time) - sum(late)) OVER (PARTITION BY unit ORDER BY month) AS open FROM (SELECT unit, date_trunc(''month'', received)::date AS month, count(*) AS received, 0::bigint AS early, 0::bigint AS on_time, 0::bigint AS late FROM bench.dossier WHERE ended IS NULL OR ended >= received GROUP BY 1, 2 UNION ALL SELECT unit, date_trunc(''month'', ended)::date, 0, count(*) FILTER (WHERE ended < due), count(*) FILTER (WHERE ended = due OR due IS NULL), count(*) FILTER (WHERE ended > due) FROM bench.dossier WHERE ended >= received GROUP BY 1, 2) AS e GROUP BY unit, month) AS x WHERE month BETWEEN ''2018-07-01'' AND ''2021-06-01'''
\set series_ledger 'SELECT unit, lower(s.period) AS month, ' :month_tally ' FROM (SELECT unit, motcua.ledger(received, due, ended) AS l FROM bench.dossier GROUP BY unit) AS u, motcua.tally_series(l, ''2018-07-01'', ''2021-06-30'', interval ''1 month'') AS s'

SELECT 'series: same figures' AS check,
       (SELECT count(*) FROM (:series_ledger EXCEPT :series_best) AS d) + (SELECT count(*) FROM (:series_best EXCEPT :series_ledger) AS d) = 0 AS by_the_best,
       (SELECT count(*) FROM (:series_ledger EXCEPT :series_plain) AS d) = 0 AS by_the_plain;

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('ledger', 'tally by unit', NULL, NULL, 'SELECT unit, motcua.tally(received, due, ended, ' || :'period' || ') FROM bench.dossier GROUP BY unit'),
('ledger', 'ledger by unit', 'tally by unit', 1.5, 'SELECT unit, motcua.ledger(received, due, ended) FROM bench.dossier GROUP BY unit'),
('ledger', 'tally by unit, full form', NULL, NULL, 'SELECT unit, ' || :'full_tally' || ' FROM bench.dossier GROUP BY unit'),
('ledger', 'ledger by unit, full form', 'tally by unit, full form', 1.5,
 'SELECT unit, motcua.ledger(received, due, ended, online, NULL::text, NULL::date, NULL::text) FROM bench.dossier GROUP BY unit'),
('ledger', 'tally of all', NULL, NULL, 'SELECT motcua.tally(received, due, ended, ' || :'period' || ') FROM bench.dossier'),
('ledger', 'ledger of all', 'tally of all', NULL, 'SELECT motcua.ledger(received, due, ended) FROM bench.dossier'),
('ledger', '36 months of 160 units by ledger', NULL, NULL, :'series_ledger'),
('ledger', 'the same, events unpivoted and summed', '36 months of 160 units by ledger', NULL, :'series_best');
CALL bench.run('ledger', 7);
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('months', '36 months of 160 units by ledger', NULL, NULL, :'series_ledger'),
('months', 'the same by plain FILTERs', '36 months of 160 units by ledger', NULL, :'series_plain');
CALL bench.run('months', 1);
SELECT name, min_ms, median_ms, baseline, ratio, goal FROM bench.report WHERE suite IN ('ledger', 'months');

-- One period of a stored ten-year ledger with something on every day.
CREATE TABLE bench.stored AS
SELECT motcua.ledger(received, received + 5 + (i % 4)::int, received + (hashint4(i::int) & 15), i % 3 = 0, NULL::text, NULL::date, NULL::text) AS ledger
FROM (SELECT i, date '2014-01-01' + (i % 3652)::int AS received FROM generate_series(1, 1000000) AS i) AS x;
CREATE TABLE bench.period AS
SELECT daterange(since, since + 1 + (hashint4(i + 5) & 511)) AS period
FROM generate_series(1, 2000) AS i, LATERAL (SELECT date '2014-01-01' + (hashint4(i) & 2047) AS since) AS s;
VACUUM ANALYZE bench.stored;
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('stored', '2 000 periods of a stored ledger', NULL, NULL, 'SELECT count(motcua.tally((SELECT ledger FROM bench.stored OFFSET 0 * lower_inf(period)::int), period)) FROM bench.period');
CALL bench.run('stored', 5);
SELECT 'tally of a stored ten-year ledger, microseconds' AS figure,
       round((SELECT min(ms) FROM bench.timing WHERE suite = 'stored') * 1000 / 2000, 1) AS value, 50 AS goal
UNION ALL
SELECT 'bytes stored', pg_column_size(ledger), NULL FROM bench.stored
UNION ALL
SELECT 'bytes per day with events, ten years, 270 dossiers a day', round(pg_column_size(ledger)::numeric / (SELECT count(*) FROM motcua.ledger_days(ledger)), 1), 24 FROM bench.stored
UNION ALL
SELECT 'bytes per day with events, a unit of the table', round(avg(bytes / days), 1), 24
FROM (SELECT pg_column_size(l)::numeric AS bytes, (SELECT count(*) FROM motcua.ledger_days(l)) AS days
      FROM (SELECT motcua.ledger(received, due, ended) AS l FROM bench.dossier GROUP BY unit) AS u) AS b;

-- The cube that an engine counts dossier by dossier: agency x field x system x month.
CREATE TABLE bench.cube AS
SELECT unit, id % 7 AS field, id % 3 AS system, received, due, ended, online FROM bench.dossier LIMIT 100000;
VACUUM ANALYZE bench.cube;
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('cube', 'unit x field x system x 36 months of 100 000 dossiers', NULL, NULL,
 $$SELECT count(*) FROM (SELECT unit, field, system, motcua.ledger(received, due, ended, online, NULL::text, NULL::date, NULL::text) AS l
   FROM bench.cube GROUP BY unit, field, system) AS c, motcua.tally_series(l, '2018-07-01', '2021-06-30', interval '1 month') AS s$$),
('cube', 'the ledgers alone', NULL, NULL,
 $$SELECT unit, field, system, motcua.ledger(received, due, ended, online, NULL::text, NULL::date, NULL::text) FROM bench.cube GROUP BY unit, field, system$$);
CALL bench.run('cube', 3);
SELECT name, min_ms, round(min_ms * 1000 / 100000, 2) AS us_per_dossier, 50 AS opencps_us FROM bench.report WHERE suite = 'cube';
