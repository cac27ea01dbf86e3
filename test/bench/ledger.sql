-- needs: data/dossiers
-- Measure the ledger: building it in groups is compared with tally, and a series of months of all
-- units with plain SQL. One period of a stored ledger is timed.
\set months 'generate_series(date ''2018-07-01'', date ''2021-06-01'', interval ''1 month'') AS m (month)'
\set month_tally 'motcua.new_online(s.tally) + motcua.new_direct(s.tally) AS received, motcua.early(s.tally) AS early, motcua.on_time(s.tally) AS on_time, motcua.late(s.tally) AS late, motcua.open(s.tally) AS open'

-- The figures of a month are received, early, on time, late, and still open at its end. The plain
-- query asks every row for each month. The best query that we could write reads each row once, as
-- events by month that a window sums up.
\set series_plain 'SELECT unit, month::date AS month, count(*) FILTER (WHERE received >= month AND received < month + interval ''1 month'' AND (ended IS NULL OR ended >= received)) AS received, count(*) FILTER (WHERE ended >= month AND ended < month + interval ''1 month'' AND ended >= received AND ended < due) AS early, count(*) FILTER (WHERE ended >= month AND ended < month + interval ''1 month'' AND ended >= received AND (ended = due OR due IS NULL)) AS on_time, count(*) FILTER (WHERE ended >= month AND ended < month + interval ''1 month'' AND ended >= received AND ended > due) AS late, count(*) FILTER (WHERE received < month + interval ''1 month'' AND (ended IS NULL OR (ended >= received AND ended >= month + interval ''1 month''))) AS open FROM bench.dossier, ' :months ' GROUP BY unit, month'
\set series_best 'SELECT unit, month, received, early, on_time, late, open FROM (SELECT unit, month, sum(received) AS received, sum(early) AS early, sum(on_time) AS on_time, sum(late) AS late, sum(sum(received) - sum(early) - sum(on_time) - sum(late)) OVER (PARTITION BY unit ORDER BY month) AS open FROM (SELECT unit, date_trunc(''month'', received)::date AS month, count(*) AS received, 0::bigint AS early, 0::bigint AS on_time, 0::bigint AS late FROM bench.dossier WHERE ended IS NULL OR ended >= received GROUP BY 1, 2 UNION ALL SELECT unit, date_trunc(''month'', ended)::date, 0, count(*) FILTER (WHERE ended < due), count(*) FILTER (WHERE ended = due OR due IS NULL), count(*) FILTER (WHERE ended > due) FROM bench.dossier WHERE ended >= received GROUP BY 1, 2) AS e GROUP BY unit, month) AS x WHERE month BETWEEN ''2018-07-01'' AND ''2021-06-01'''
\set series_ledger 'SELECT unit, lower(s.period) AS month, ' :month_tally ' FROM (SELECT unit, motcua.ledger(received, due, ended) AS l FROM bench.dossier GROUP BY unit) AS u, motcua.tally_series(l, ''2018-07-01'', ''2021-06-30'', interval ''1 month'') AS s'

-- The best query has no line for a month in which a unit has no event.
SELECT (SELECT count(*) FROM (:series_best EXCEPT :series_ledger) AS d) = 0 AS by_the_best,
       (SELECT count(*) FROM (:series_plain EXCEPT :series_ledger) AS d) = 0 AS by_the_plain \gset
CALL bench.must('the ledger''s 36 months are those of summed events', :'by_the_best');
CALL bench.must('the ledger''s 36 months are those of plain FILTERs', :'by_the_plain');

INSERT INTO bench.query (suite, name, ours, baseline, goal, sql) VALUES
    ('ledger',
     'tally by unit',
     true,
     NULL,
     NULL,
     'SELECT unit, motcua.tally(received, due, ended, ' || :'period'
     || ') FROM bench.dossier GROUP BY unit'),
    ('ledger', 'ledger by unit', true, 'tally by unit', 1.5,
     'SELECT unit, motcua.ledger(received, due, ended) FROM bench.dossier GROUP BY unit'),
    ('ledger', 'tally by unit, full form', true, NULL, NULL,
     'SELECT unit, ' || :'full_tally' || ' FROM bench.dossier GROUP BY unit'),
    ('ledger', 'ledger by unit, full form', true, 'tally by unit, full form', 1.5,
     'SELECT unit, motcua.ledger(received, due, ended, online, NULL::text, NULL::date, '
     'NULL::text) FROM bench.dossier GROUP BY unit'),
    ('ledger', 'tally of all', true, NULL, NULL,
     'SELECT motcua.tally(received, due, ended, ' || :'period' || ') FROM bench.dossier'),
    ('ledger', 'ledger of all', true, 'tally of all', NULL,
     'SELECT motcua.ledger(received, due, ended) FROM bench.dossier'),
    ('ledger', '36 months by events unpivoted and summed', false, NULL, NULL, :'series_best'),
    ('ledger', '36 months of 160 units by ledger', true, '36 months by events unpivoted and summed',
     NULL, :'series_ledger');
CALL bench.run('ledger', 7);
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('months', '36 months by plain FILTERs', NULL, NULL, :'series_plain'),
    ('months', '36 months of 160 units by ledger', '36 months by plain FILTERs', NULL,
     :'series_ledger');
CALL bench.run('months', 1);
:timings WHERE suite IN ('ledger', 'months');

-- The stored ledger covers ten years with something on every day, and is asked for one period.
CREATE TABLE bench.stored AS
SELECT motcua.ledger(received, received + 5 + (i % 4)::int, received + (hashint4(i::int) & 15),
                     i % 3 = 0, NULL::text, NULL::date, NULL::text) AS ledger
FROM (SELECT i, date '2014-01-01' + (i % 3652)::int AS received
      FROM generate_series(1, 1000000) AS i) AS x;
CREATE TABLE bench.period AS
SELECT daterange(since, since + 1 + (hashint4(i + 5) & 511)) AS period
FROM generate_series(1, 2000) AS i,
     LATERAL (SELECT date '2014-01-01' + (hashint4(i) & 2047) AS since) AS s;
VACUUM ANALYZE bench.stored;
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('stored',
     '2 000 periods of a stored ledger',
     NULL,
     NULL,
     'SELECT count(motcua.tally((SELECT ledger FROM bench.stored OFFSET 0 * '
     'lower_inf(period)::int), period)) FROM bench.period');
CALL bench.run('stored', 5);
INSERT INTO bench.figure (suite, name, value, unit, goal)
SELECT 'stored', 'one period of a stored ten-year ledger', round(min(ms) * 1000 / 2000, 1), 'µs', 50
FROM bench.timing
WHERE suite = 'stored'
UNION ALL
SELECT 'stored', 'a ten-year ledger as stored', pg_column_size(ledger), 'bytes', NULL
FROM bench.stored
UNION ALL
SELECT 'stored', 'a day with events, of ten years',
       round(pg_column_size(ledger)::numeric / (SELECT count(*) FROM motcua.ledger_days(ledger)),
             1),
       'bytes', 24
FROM bench.stored
UNION ALL
SELECT 'stored', 'a day with events, of a unit of the table', round(avg(bytes / days), 1), 'bytes',
       24
FROM (SELECT pg_column_size(l)::numeric AS bytes,
             (SELECT count(*) FROM motcua.ledger_days(l)) AS days
      FROM (SELECT motcua.ledger(received, due, ended) AS l
            FROM bench.dossier GROUP BY unit) AS u) AS b;
:figures WHERE suite = 'stored';

-- A reporting engine counts this cube of agency x field x system x month dossier by dossier.
CREATE TABLE bench.cube AS
SELECT unit, id % 7 AS field, id % 3 AS system, received, due, ended, online
FROM bench.dossier LIMIT 100000;
VACUUM ANALYZE bench.cube;
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('cube', 'unit x field x system x 36 months', NULL, NULL,
     $$SELECT count(*)
       FROM (SELECT unit, field, system,
                    motcua.ledger(received, due, ended, online, NULL::text, NULL::date,
                                  NULL::text) AS l
             FROM bench.cube GROUP BY unit, field, system) AS c,
            motcua.tally_series(l, '2018-07-01', '2021-06-30', interval '1 month') AS s$$),
    ('cube', 'the ledgers alone', NULL, NULL,
     $$SELECT unit, field, system,
              motcua.ledger(received, due, ended, online, NULL::text, NULL::date, NULL::text)
       FROM bench.cube GROUP BY unit, field, system$$);
CALL bench.run('cube', 3);
INSERT INTO bench.figure (suite, name, value, unit, goal)
SELECT 'cube', name || ', for a dossier',
       round(min(ms) * 1000 / (SELECT count(*) FROM bench.cube), 2), 'µs', 50
FROM bench.timing WHERE suite = 'cube' GROUP BY name;
:figures WHERE suite = 'cube';
