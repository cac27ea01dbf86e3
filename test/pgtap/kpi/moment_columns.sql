-- Test aggregates over 100,000 rows whose moments stand in columns of every type. There is one
-- answer, however the rows are grouped, shared among workers, ordered, or moved through a frame.
\ir ../setup.psql
SELECT plan(30);
SET LOCAL timezone = 'America/New_York';

-- The dossiers are made from md5, so they are the same on every machine. Each moment may be
-- missing. Many times are near midnight in Viet Nam or in UTC.
CREATE TABLE public.moment_row AS
SELECT id, n[0] % 7 AS unit, n[1] % 3 = 0 AS online,
       (ARRAY['result', 'withdrawn', 'refused', 'stopped', NULL])[1 + n[2] % 5] AS ended_as,
       CASE WHEN n[3] % 40 > 0 THEN base + edge[1 + n[0] % 8] END AS received,
       CASE WHEN n[4] % 9 > 0 THEN base + n[4] % 30 * day + edge[1 + n[1] % 8] END AS due,
       CASE WHEN n[5] % 4 > 0 THEN base + (n[5] % 45 - 1) * day + edge[1 + n[2] % 8] END AS ended,
       CASE WHEN n[6] % 6 = 0 THEN base + n[6] % 50 * day + edge[1 + n[3] % 8] END AS paused
FROM (SELECT id, n, timestamp '2026-01-01' + n[7] % 150 * interval '1 day' AS base,
             interval '1 day' AS day,
             ARRAY[interval '0', '00:00:00.000001', '06:59:59', '07:00', '16:59:59', '17:00',
                   '23:59:59.999999', '12:00'] AS edge
      FROM (SELECT id, (SELECT ('[0:7]=' || array_agg(('x' || substr(h, 4 * k + 1, 4))
                                                      ::bit(16)::int ORDER BY k)::text)::int[]
                        FROM generate_series(0, 7) AS k) AS n
            FROM generate_series(1, 100000) AS id, LATERAL md5('moment' || id) AS h) AS x) AS y;
ANALYZE public.moment_row;

-- These views have the same rows in columns of each type. The columns of type date have the days of
-- the others.
CREATE VIEW pg_temp.as_timestamp AS
SELECT id, unit, online, ended_as, received AS r, due AS d, ended AS e, paused AS p
FROM public.moment_row;
CREATE VIEW pg_temp.as_timestamptz AS
SELECT id, unit, online, ended_as,
       received AT TIME ZONE 'Asia/Ho_Chi_Minh' AS r, due AT TIME ZONE 'Asia/Ho_Chi_Minh' AS d,
       ended AT TIME ZONE 'Asia/Ho_Chi_Minh' AS e, paused AT TIME ZONE 'Asia/Ho_Chi_Minh' AS p
FROM public.moment_row;
CREATE VIEW pg_temp.as_text AS
SELECT id, unit, online, ended_as, r::text AS r, d::text AS d, e::text AS e, p::text AS p
FROM pg_temp.as_timestamptz;
CREATE VIEW pg_temp.as_moment AS
SELECT id, unit, online, ended_as, r::motcua.moment AS r, d::motcua.moment AS d,
       e::motcua.moment AS e, p::motcua.moment AS p
FROM pg_temp.as_timestamptz;
CREATE VIEW pg_temp.mixed AS
SELECT id, unit, online, ended_as, received AS r, due AT TIME ZONE 'Asia/Ho_Chi_Minh' AS d,
       (ended AT TIME ZONE 'Asia/Ho_Chi_Minh')::varchar AS e, paused::motcua.moment AS p
FROM public.moment_row;
CREATE VIEW pg_temp.as_date AS
SELECT id, unit, online, ended_as, received::date AS r, due::date AS d, ended::date AS e,
       paused::date AS p
FROM public.moment_row;
CREATE VIEW pg_temp.as_vietnamese_day AS
SELECT id, unit, online, ended_as, to_char(r, 'DD/MM/YYYY') AS r, to_char(d, 'DD/MM/YYYY') AS d,
       to_char(e, 'DD/MM/YYYY') AS e, to_char(p, 'DD/MM/YYYY') AS p
FROM pg_temp.as_timestamp;
CREATE VIEW pg_temp.day_and_time AS
SELECT id, unit, online, ended_as, received AS r, due::date AS d,
       ended AT TIME ZONE 'Asia/Ho_Chi_Minh' AS e, paused::date AS p
FROM public.moment_row;

CREATE FUNCTION pg_temp.answer(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE query INTO answer;
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;

-- ---- one answer of all columns ----
CREATE TEMP TABLE aggregate (name text, call text);
INSERT INTO aggregate VALUES
    ('tally', $$motcua.tally(r, d, e, '[2026-02-01,2026-04-01)', online, ended_as, 'instant', p)$$),
    ('ledger', $$motcua.ledger(r, d, e, online, ended_as, 'instant', p)$$),
    ('lateness', 'motcua.lateness(d, e)'),
    ('on_time_rate', 'motcua.on_time_rate(d, e)'),
    ('processing_time', $$motcua.processing_time(r, e, 'working_hour')$$),
    ('satisfaction_rate',
     $$motcua.satisfaction_rate(r, d, e, '[2026-02-01,2026-04-01)', online, p)$$),
    ('apology_rate', $$motcua.apology_rate(d, e, p, 0)$$),
    ('classify', $$md5(string_agg(motcua.classify(d, e, '2026-03-31 12:00', 'instant', p)::text, ' '
                                  ORDER BY id))$$);
CREATE TEMP TABLE exact AS
SELECT name, call, pg_temp.answer('SELECT ' || call || ' FROM pg_temp.as_timestamp') AS answer
FROM aggregate;
SELECT is((SELECT string_agg(name || ': ' || answer, '; ') FROM exact
           WHERE answer IS NULL OR answer ~ '^[0-9A-Z]{5} '), NULL,
           'the aggregates over timestamps have answers');
SELECT is((SELECT string_agg(v, ', ')
           FROM unnest('{as_timestamptz,as_text,as_moment,mixed}'::text[]) AS v
           WHERE pg_temp.answer(format('SELECT %s FROM pg_temp.%s', call, v))
                 IS DISTINCT FROM answer), NULL,
          format('%s: instants, text, moments and a mix answer as timestamps do', name))
FROM exact;
CREATE TEMP TABLE by_day AS
SELECT name, day_call AS call,
       pg_temp.answer('SELECT ' || day_call || ' FROM pg_temp.as_date') AS answer
FROM exact, LATERAL replace(call, '''instant''', '''day''') AS day_call
WHERE name <> 'processing_time';
SELECT is((SELECT string_agg(v, ', ')
           FROM unnest('{as_timestamp,as_timestamptz,as_vietnamese_day,day_and_time}'::text[]) AS v
           WHERE pg_temp.answer(format('SELECT %s FROM pg_temp.%s', call, v))
                 IS DISTINCT FROM answer), NULL,
          format('%s: by day all answer as dates do', name))
FROM by_day;
SELECT isnt((SELECT answer FROM exact WHERE name = 'tally'),
            (SELECT answer FROM by_day WHERE name = 'tally'),
            'granularity instant gives other answers than day');

-- The model counts days in plain SQL.
SELECT results_eq(
    $$SELECT motcua.early(t), motcua.on_time(t), motcua.late(t), motcua.received(t)
      FROM (SELECT motcua.tally(r, d, e, '[2026-02-01,2026-04-01)') AS t FROM pg_temp.mixed) AS x$$,
    $$SELECT count(*) FILTER (WHERE is_resolved AND d < due),
             count(*) FILTER (WHERE is_resolved AND (due IS NULL OR d = due)),
             count(*) FILTER (WHERE is_resolved AND d > due),
             count(*) FILTER (WHERE f BETWEEN '2026-02-01' AND '2026-03-31')
      FROM (SELECT received::date AS f, due::date, ended::date AS d,
                   ended::date BETWEEN '2026-02-01' AND '2026-03-31' AS is_resolved
            FROM public.moment_row
            WHERE received IS NOT NULL AND (ended IS NULL OR ended::date >= received::date)) AS x$$,
    'a mix counts as plain SQL over days');

-- ---- groups, filters, order, repetitions ----
CREATE FUNCTION pg_temp.grouped(v text, groups text) RETURNS text LANGUAGE sql AS $$
    SELECT pg_temp.answer(format(
        $q$SELECT md5(string_agg(concat_ws(' ', unit, online, t, l), ' ' ORDER BY unit, online))
           FROM (SELECT unit, online, motcua.ledger(r, d, e ORDER BY e, id DESC) AS l,
                        motcua.tally(r, d, e, '[2026-02-01,2026-04-01)') FILTER (WHERE id %% 3 > 0)
                            AS t
                 FROM pg_temp.%s WHERE id <= 10000 GROUP BY %s) AS x$q$, v, groups))
$$;
SELECT is((SELECT string_agg(v, ', ') FROM unnest('{as_timestamptz,as_text,mixed}'::text[]) AS v
           WHERE pg_temp.grouped(v, g) IS DISTINCT FROM pg_temp.grouped('as_timestamp', g)),
          NULL, format('GROUP BY %s, with FILTER and ORDER BY', g))
FROM unnest(ARRAY['unit, online', 'GROUPING SETS ((unit), (online), ())',
                  'CUBE (unit, online)']) AS g;

-- DISTINCT in an aggregate compares moments. A day and its midnight are two moments, and one moment
-- in two types is one.
CREATE TEMP TABLE repeated (r motcua.moment, d motcua.moment, e motcua.moment);
INSERT INTO repeated VALUES ('2026-02-02', '2026-02-09', '2026-02-09'),
    ('02/02/2026', date '2026-02-09', text '2026-02-09 +07'),
    ('2026-02-02 00:00', '2026-02-09', '2026-02-09'),
    (timestamptz '2026-02-01 17:00Z', '9/2/2026', '2026-02-09');
SELECT is((SELECT motcua.received(motcua.tally(DISTINCT r, d, e, period))
           FROM repeated, daterange('2026-02-01', '2026-03-01') AS period), 2::bigint,
          'DISTINCT counts a moment once, whatever its type');
SELECT is((SELECT motcua.tally(DISTINCT r, d::date, e::text, period)
           FROM pg_temp.mixed, daterange('2026-02-01', '2026-04-01') AS period)::text,
          (SELECT motcua.tally(r, d, e, '[2026-02-01,2026-04-01)')
           FROM (SELECT DISTINCT r, d::date, e FROM pg_temp.mixed) AS x)::text,
          'DISTINCT counts a moment once over columns of different types');
CREATE FUNCTION pg_temp.grouped_moments() RETURNS text LANGUAGE sql AS $$
    SELECT count(*) || ' ' || sum(n) || ' ' || md5(string_agg(m || ' ' || n, ',' ORDER BY m, n))
    FROM (SELECT m, count(*) AS n
          FROM (SELECT r AS m FROM pg_temp.as_moment UNION ALL
                SELECT r::motcua.moment FROM pg_temp.as_date) AS x
          GROUP BY m) AS y
$$;
SET LOCAL enable_hashagg = off;
CREATE TEMP TABLE sorted AS SELECT pg_temp.grouped_moments() AS answer;
RESET enable_hashagg;
SET LOCAL enable_sort = off;
SELECT is(pg_temp.grouped_moments(), (SELECT answer FROM sorted),
          'groups by hash are those by sort');
RESET enable_sort;
SELECT is((SELECT split_part(answer, ' ', 1)::bigint FROM sorted),
          (SELECT count(*) FROM (SELECT r::text FROM pg_temp.as_timestamp UNION
                                 SELECT r::text FROM pg_temp.as_date) AS x),
          'there are as many groups as distinct moments');

-- ---- moving frames ----
CREATE FUNCTION pg_temp.frame_differences(v text, call text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE answer bigint;
BEGIN
    EXECUTE format('CREATE TEMP TABLE framed AS SELECT * FROM pg_temp.%s WHERE id <= 120', v);
    EXECUTE format($q$SELECT count(*) FROM (SELECT id, %1$s OVER (ORDER BY id
                          ROWS BETWEEN 6 PRECEDING AND 2 FOLLOWING) AS w FROM framed) AS x
                      WHERE w::text IS DISTINCT FROM (SELECT (%1$s)::text FROM framed AS f
                                                      WHERE f.id BETWEEN x.id - 6 AND x.id + 2)$q$,
                   call) INTO answer;
    DROP TABLE framed;
    RETURN answer;
END $$;
SELECT is((SELECT sum(pg_temp.frame_differences(v, call)) FROM aggregate WHERE name <> 'classify'),
          0::numeric, format('%s: a moving frame of each aggregate', v))
FROM unnest('{mixed,as_text,day_and_time}'::text[]) AS v;

-- ---- workers ----
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
CREATE FUNCTION pg_temp.is_parallel(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan::text LIKE '%Workers Planned%' AND plan::text LIKE '%"Partial Mode": "Partial"%';
END $$;
CREATE TEMP TABLE partial AS
SELECT e.name, e.answer, format(
    'SELECT %s FROM (SELECT id, online, ended_as, received AS r, due AS d, '
    'ended AT TIME ZONE ''Asia/Ho_Chi_Minh'' AS e, paused::text AS p FROM public.moment_row) AS x',
    e.call) AS query
FROM exact AS e WHERE e.name <> 'classify';
SELECT is((SELECT string_agg(name, ', ') FROM partial WHERE NOT pg_temp.is_parallel(query)), NULL,
          'workers aggregate columns of different types in parts');
SELECT is((SELECT string_agg(name, ', ') FROM partial
           WHERE pg_temp.answer(query) IS DISTINCT FROM answer), NULL,
           'the parts give the answers of a serial scan');

SELECT * FROM finish();
ROLLBACK;
