-- Measure reports of any period over ten million dossiers of 160 units over five years, with 12,800
-- groups of the fine grain. They come from a roll-up and from the rows, with two workers, and are
-- compared with count(*) with the same grouping.
SET max_parallel_workers_per_gather = 2;
SET max_parallel_maintenance_workers = 2;
\timing on
\echo the rows
CREATE UNLOGGED TABLE bench.dossiers AS
SELECT i AS id, format('H57.%s', 100 + (i * 7919) % 160) AS unit,
       format('1.%s', 1000 + (i / 160) % 40) AS procedure,
       format('Lĩnh vực %s', (i / 160) % 40 % 9) AS field,
       r AS received, r + (3 + (i * 31) % 20) * interval '1 day' AS due,
       CASE WHEN (i * 17) % 40 > 0 OR r < '2025-11-01'
                 THEN r + ((i * 13) % 26) * interval '1 day' END AS ended,
       (i * 11) % 3 = 0 AS online
FROM (SELECT i, timestamp '2021-01-01 08:00' + ((i * 104729) % 2628000) * interval '1 minute' AS r
      FROM generate_series(1, 10000000::bigint) AS i) AS x;
ALTER TABLE bench.dossiers ALTER unit SET NOT NULL, ALTER procedure SET NOT NULL,
ALTER field SET NOT NULL, SET LOGGED;
VACUUM ANALYZE bench.dossiers;
\timing off
SELECT motcua.attach('bench.dossiers', name, 'received', 'due', 'ended', code => 'id',
                     unit => 'unit', procedure => 'procedure', field => 'field', online => 'online',
                     as_of => $$date '2025-12-31'$$)
FROM (VALUES ('base'), ('rolled')) AS x (name) \g /dev/null
\timing on
\echo add_rollup
SELECT motcua.add_rollup('rolled') \g /dev/null
\timing off
SELECT pg_size_pretty(pg_table_size('bench.dossiers')) AS base,
       pg_size_pretty(pg_total_relation_size('rolled.rollup_unit')) AS unit_grain,
       pg_size_pretty(pg_total_relation_size('rolled.rollup_procedure')) AS fine_grain,
       (SELECT count(*) FROM rolled.rollup_procedure) AS fine_groups;

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('scale', 'count(*) by unit, 2 workers', NULL, NULL,
     'SELECT unit, count(*) FROM bench.dossiers GROUP BY unit'),
    ('scale', 'tally by unit, 2 workers', 'count(*) by unit, 2 workers', 1.5, $$
    SELECT unit,
           motcua.tally(received, due, ended, '[2023-02-10,2023-08-20)'::daterange, online, NULL,
                        'day', NULL)
    FROM bench.dossiers GROUP BY unit$$),
    ('scale',
     'form by hand: eight FILTERs by unit, 2 workers',
     'count(*) by unit, 2 workers',
     NULL,
     $$
    SELECT unit,
           count(*) FILTER (WHERE received >= '2023-02-10'
                              AND received < '2023-08-20'
                              AND online) AS received_online,
           count(*) FILTER (WHERE received >= '2023-02-10'
                              AND received < '2023-08-20'
                              AND NOT online) AS received_direct,
           count(*) FILTER (WHERE received < '2023-02-10'
                              AND (ended IS NULL OR ended >= '2023-02-10')) AS carried,
           count(*) FILTER (WHERE ended >= '2023-02-10'
                              AND ended < '2023-08-20'
                              AND ended::date < due::date) AS early,
           count(*) FILTER (WHERE ended >= '2023-02-10'
                              AND ended < '2023-08-20'
                              AND ended::date = due::date) AS on_time,
           count(*) FILTER (WHERE ended >= '2023-02-10'
                              AND ended < '2023-08-20'
                              AND ended::date > due::date) AS late,
           count(*) FILTER (WHERE received < '2023-08-20'
                              AND (ended IS NULL OR ended >= '2023-08-20')
                              AND due >= '2023-08-19') AS open_in_time,
           count(*) FILTER (WHERE received < '2023-08-20'
                              AND (ended IS NULL OR ended >= '2023-08-20')
                              AND due < '2023-08-19') AS open_overdue
    FROM bench.dossiers GROUP BY unit$$),
    ('scale', 'report_06a by unit, base rows', 'count(*) by unit, 2 workers', NULL,
     $$SELECT * FROM motcua.report_06a('base', '[2023-02-10,2023-08-20)')$$),
    ('scale', 'report_06a by unit, roll-up', 'count(*) by unit, 2 workers', NULL,
     $$SELECT * FROM motcua.report_06a('rolled', '[2023-02-10,2023-08-20)')$$),
    ('scale', 'on_time_by_unit, roll-up', 'count(*) by unit, 2 workers', NULL,
     'SELECT * FROM rolled.on_time_by_unit'),
    ('scale', 'report_06a by procedure, roll-up', 'count(*) by unit, 2 workers', NULL,
     $$SELECT * FROM motcua.report_06a('rolled', '[2023-02-10,2023-08-20)', 'procedure')$$),
    ('scale', 'on_time_by_month, roll-up: 60 months of 160 units', 'count(*) by unit, 2 workers',
     NULL, 'SELECT * FROM rolled.on_time_by_month'),
    ('scale', 'report_html, roll-up', 'count(*) by unit, 2 workers', NULL,
     $$SELECT motcua.report_html('rolled', '[2025-10-01,2026-01-01)')$$);
CALL bench.run('scale', 5);
:timings WHERE suite = 'scale';

SELECT count(*) AS differing_lines
FROM (SELECT *
      FROM motcua.report_06a('base', '[2023-02-10,2023-08-20)')
      EXCEPT SELECT *
      FROM motcua.report_06a('rolled', '[2023-02-10,2023-08-20)')) AS x;
\timing on
\echo an update of 1% of the rows, what it leaves, and its compaction
UPDATE bench.dossiers SET ended = ended + interval '1 day' WHERE id % 100 = 0;
SELECT count(*) AS deltas FROM rolled.rollup_delta;
SELECT * FROM motcua.report_06a('rolled', '[2023-02-10,2023-08-20)') \g /dev/null
SELECT motcua.compact_rollup('rolled') AS compacted;
SELECT * FROM motcua.report_06a('rolled', '[2023-02-10,2023-08-20)') \g /dev/null
\echo verify_rollup
SELECT count(*) AS differences FROM motcua.verify_rollup('rolled');
