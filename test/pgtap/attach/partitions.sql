-- Test partition-wise and parallel aggregation: the plans have the right shape, and the results are
-- those of a serial scan.
\ir ../setup.psql
SELECT plan(32);

CREATE TABLE d (
    id integer,
    district text,
    unit text,
    proc text,
    received timestamp,
    due timestamp,
    ended timestamp,
    online boolean,
    how text,
    paused timestamp
) PARTITION BY LIST (district);
CREATE TABLE d_a PARTITION OF d FOR VALUES IN ('A');
CREATE TABLE d_b PARTITION OF d FOR VALUES IN ('B');
CREATE TABLE d_c PARTITION OF d DEFAULT PARTITION BY RANGE (id);
CREATE TABLE d_c1 PARTITION OF d_c FOR VALUES FROM (MINVALUE) TO (5000);
CREATE TABLE d_c2 PARTITION OF d_c DEFAULT;
INSERT INTO d
SELECT i, chr(65 + n[0] % 4), CASE WHEN n[1] % 19 > 0 THEN 'Xã ' || n[2] % 7 END, 'TT' || n[3] % 4,
       CASE WHEN n[4] % 97 = 0 THEN 'infinity' WHEN n[4] % 61 > 0 THEN r END,
       CASE WHEN n[5] % 53 = 0 THEN 'infinity'
            WHEN n[5] % 31 > 0 THEN r + make_interval(days => n[5] % 20) END,
       CASE WHEN n[6] % 5 > 0 THEN r + make_interval(days => n[6] % 26 - 1, hours => n[6] % 13) END,
       CASE WHEN n[7] % 9 > 0 THEN n[7] % 2 = 0 END,
       (ARRAY[NULL, 'result', 'withdrawn', 'refused', 'stopped'])[1 + n[0] % 5],
       CASE WHEN n[1] % 6 = 0 THEN r + '2 days' END
FROM (SELECT i, n, timestamp '2025-06-01 08:00' + make_interval(hours => n[8] % 9000) AS r
      FROM (SELECT i,
                   (SELECT array_agg(('x'
                                      || substr(md5('partition' || i || '-' || k), 1,
                                                6))::bit(24)::int ORDER BY k)
                    FROM generate_series(0, 8) AS k) AS numbers
            FROM generate_series(1, 12000) AS i) AS x
      CROSS JOIN LATERAL (SELECT ('[0:8]=' || numbers::text)::int[] AS n) AS y) AS z;
ANALYZE d;

CREATE FUNCTION pg_temp.plan_of(query text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE plan jsonb;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan;
END $$;
-- Return how many nodes of the plan have this property with this value.
CREATE FUNCTION pg_temp.nodes(plan jsonb, property text, value text) RETURNS bigint
LANGUAGE sql AS $$
    SELECT count(*)
    FROM jsonb_path_query(plan, '$.** ? (@.type() == "object")') AS n
    WHERE n ->> property = value
$$;
CREATE FUNCTION pg_temp.rows_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
    EXECUTE format('SELECT string_agg(x::text, E''\n'' ORDER BY '
                   'x::text COLLATE "C") FROM (%s) AS x',
                   query) INTO result;
    RETURN result;
END $$;

CREATE TABLE query (name text, aggregate text);
INSERT INTO query VALUES
    ('tally',
     $$motcua.tally(received, due, ended, daterange('2025-10-01', '2026-02-01'), online, how, 'day', paused)$$),
    ('ledger', $$motcua.ledger(received, due, ended, online, how, 'day', paused)$$),
    ('on_time_rate', 'motcua.on_time_rate(due::date, ended::date)'),
    ('share', 'motcua.share(online)'),
    ('lateness', $$motcua.lateness(due::date, ended::date, (SELECT motcua.calendar_value('vn')))$$);
CREATE TABLE serial AS
SELECT name,
       pg_temp.rows_of(format('SELECT district, unit, %s FROM d WHERE received < ''infinity'' '
                              'GROUP BY district, unit',
                              aggregate)) AS by_key,
       pg_temp.rows_of(format('SELECT unit, %s FROM d WHERE received < ''infinity'' GROUP BY unit',
                              aggregate)) AS by_unit
FROM query;
SELECT is((SELECT count(*) FROM serial WHERE length(by_key) > 500 AND length(by_unit) > 100),
          5::bigint, 'the table has rows to compare');

SET LOCAL enable_partitionwise_aggregate = on;
CREATE TABLE plan_by_key AS
SELECT name,
       pg_temp.plan_of(format('SELECT district, unit, %s FROM d WHERE received < ''infinity'' '
                              'GROUP BY district, unit',
                              aggregate)) AS plan
FROM query;
SELECT cmp_ok(pg_temp.nodes(plan, 'Node Type', 'Aggregate'),
              '>=', 3::bigint, name || ': each partition has an aggregate of its own')
FROM plan_by_key ORDER BY name;
SELECT is(pg_temp.rows_of(format('SELECT district, unit, %s FROM d WHERE received < ''infinity'' '
                                 'GROUP BY district, unit',
                                 aggregate)),
          by_key, name || ': grouped by the partition key, the result is the same')
FROM query JOIN serial USING (name)
ORDER BY name;
SELECT is(pg_temp.rows_of(format('SELECT unit, %s FROM d WHERE received < ''infinity'' GROUP BY '
                                 'unit',
                                 aggregate)),
          by_unit, name || ': grouped by another column, the result is the same')
FROM query JOIN serial USING (name)
ORDER BY name;

SET LOCAL max_parallel_workers_per_gather = 2;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE TABLE plan_parallel AS
SELECT name,
       pg_temp.plan_of(format('SELECT unit, %s FROM d WHERE received < ''infinity'' GROUP BY unit',
                              aggregate)) AS plan
FROM query;
SELECT ok(pg_temp.nodes(plan, 'Partial Mode', 'Partial') > 0
          AND pg_temp.nodes(plan, 'Partial Mode', 'Finalize') > 0
          AND pg_temp.nodes(plan, 'Node Type',
                            'Gather') + pg_temp.nodes(plan, 'Node Type', 'Gather Merge') > 0,
          name || ': workers aggregate in parts')
FROM plan_parallel ORDER BY name;
SELECT is(pg_temp.rows_of(format('SELECT unit, %s FROM d WHERE received < ''infinity'' GROUP BY '
                                 'unit',
                                 aggregate)),
          by_unit, name || ': in parallel, the result is the same')
FROM query JOIN serial USING (name)
ORDER BY name;
SELECT is(pg_temp.rows_of($$SELECT unit, motcua.merge(t)
                            FROM (SELECT district, unit,
                                         motcua.tally(received, due, ended,
                                                      daterange('2025-10-01', '2026-02-01'), online,
                                                      how, 'day', paused) AS t
                                  FROM d WHERE received < 'infinity' GROUP BY district, unit) AS x
                            GROUP BY unit$$),
          by_unit, 'tallies of partitions merge to that of the whole')
FROM serial WHERE name = 'tally';
SELECT is(pg_temp.rows_of($$SELECT district, unit, motcua.merge(t)
                            FROM (SELECT district, unit,
                                         motcua.tally(received, due, ended,
                                                      daterange('2025-10-01', '2026-02-01')) AS t
                                  FROM d GROUP BY district, unit) AS x
                            GROUP BY ROLLUP (district, unit)$$),
          pg_temp.rows_of($$SELECT district, unit,
                                   motcua.tally(received, due, ended,
                                                daterange('2025-10-01', '2026-02-01'))
                            FROM d GROUP BY ROLLUP (district, unit)$$),
          'ROLLUP works over merged tallies');
RESET max_parallel_workers_per_gather;
SELECT motcua.attach('d', 'att', 'received', 'due', 'ended', unit => 'unit',
                     online => 'online', ended_as => 'how', paused_since => 'paused',
                     as_of => $$date '2026-04-30'$$) \g /dev/null
SET LOCAL max_parallel_workers_per_gather = 2;
SELECT cmp_ok(pg_temp.nodes(pg_temp.plan_of('SELECT * FROM att.on_time_by_unit'), 'Partial Mode',
                            'Partial'),
              '>', 0::bigint, 'the views of an attachment count in workers too');
SELECT is(pg_temp.rows_of('SELECT unit, received_total, early, on_time, late, open_in_time, '
                          'open_overdue FROM att.on_time_by_unit'),
          pg_temp.rows_of($$SELECT coalesce(unit, 'Chưa xác định'), f.received_total, f.early,
                                   f.on_time, f.late, f.open_in_time, f.open_overdue
                            FROM (SELECT unit,
                                         motcua.tally(received, due, ended,
                                                      daterange('2026-01-01', '2026-05-01'), online,
                                                      how, 'day', paused) AS t
                                  FROM d GROUP BY unit) AS x
                            CROSS JOIN LATERAL motcua.report_06a(t) AS f$$),
          'the views count the same in workers');
SELECT throws_ok($$SELECT unit,
                          motcua.tally(received, due, ended, daterange('2025-10-01', '2026-02-01'),
                                       online, 'lạ', 'day', paused)
                   FROM d GROUP BY unit$$,
                 '22023', NULL, 'an error in a worker reaches the session');
SELECT is(1, 1, 'the session goes on after the error');

SELECT * FROM finish();
ROLLBACK;
