-- Test counting dossiers into a tally against the sets of the report form written in plain SQL.
\ir ../setup.psql
SELECT plan(32);
SET LOCAL timezone = 'UTC';

-- The 20,000 dossiers are made from md5, so they are the same on every machine. They have every
-- oddity that a table may hold.
CREATE TABLE public.motcua_dossier AS
SELECT id, n[1] % 10 AS unit,
       CASE WHEN n[2] % 40 = 0 THEN NULL
            WHEN n[2] % 80 = 1 THEN date 'infinity'
            WHEN n[2] % 80 = 2 THEN '-infinity'
            ELSE base END AS received,
       CASE WHEN n[3] % 8 = 0 THEN NULL
            WHEN n[3] % 60 = 1 THEN date 'infinity'
            WHEN n[3] % 60 = 2 THEN '-infinity'
            ELSE base + n[3] % 40 - 5 END AS due,
       CASE WHEN n[4] % 4 = 0 THEN NULL
            WHEN n[4] % 40 = 1 THEN date 'infinity'
            WHEN n[4] % 90 = 2 THEN '-infinity'
            ELSE base + n[4] % 61 - 3 END AS ended,
       CASE WHEN n[5] % 3 < 2 THEN NULL
            WHEN n[5] % 50 = 0 THEN date 'infinity'
            WHEN n[5] % 50 = 1 THEN '-infinity'
            ELSE base + n[5] % 50 END AS paused_since,
       (ARRAY[true, false, NULL])[1 + n[6] % 3] AS online,
       (ARRAY['result', 'withdrawn', 'refused', 'stopped', NULL])[1 + n[7] % 5] AS ended_as,
       (ARRAY['day', 'instant', NULL])[1 + n[8] % 3] AS granularity,
       n[3] % 24 * interval '1 hour' AS due_time, n[6] % 24 * interval '1 hour' AS ended_time,
       n[8] % 24 * interval '1 hour' AS received_time
FROM (SELECT id, n, date '2020-01-01' + n[1] % 730 AS base
      FROM generate_series(1, 20000) AS id,
           LATERAL (SELECT array_agg(('x'
                                      || substr(md5('dossier' || id), 4 * k + 1,
                                                4))::bit(16)::int ORDER BY k)
                    FROM generate_series(0, 7) AS k) AS h (n)) AS x;
-- These columns are wall time in Vietnam. Before 07:00 the day in UTC is the day before.
ALTER TABLE public.motcua_dossier ADD r_wall timestamp, ADD d_wall timestamp, ADD e_wall timestamp,
ADD p_wall timestamp;
UPDATE public.motcua_dossier
SET r_wall = received + received_time, d_wall = due + due_time, e_wall = ended + ended_time,
    p_wall = paused_since + due_time;
CREATE VIEW pg_temp.dossier AS
SELECT *, r_wall AT TIME ZONE 'Asia/Ho_Chi_Minh' AS r_at,
       d_wall AT TIME ZONE 'Asia/Ho_Chi_Minh' AS d_at,
       e_wall AT TIME ZONE 'Asia/Ho_Chi_Minh' AS e_at,
       p_wall AT TIME ZONE 'Asia/Ho_Chi_Minh' AS p_at
FROM public.motcua_dossier;
ANALYZE public.motcua_dossier;

CREATE TEMP TABLE period AS
SELECT k, since, since + n[2] % 120 AS until, daterange(since, since + n[2] % 120, '[]') AS days
FROM (SELECT k, n, date '2019-12-01' + n[1] % 800 AS since
      FROM generate_series(1, 50) AS k,
           LATERAL (SELECT ARRAY[('x' || substr(md5('period' || k), 1, 4))::bit(16)::int,
                                 ('x'
                                  || substr(md5('period' || k), 5,
                                            4))::bit(16)::int]) AS h (n)) AS x;

-- Return the counters by definition. r, d, e and p are days, e and p infinity if there is none. If
-- exact is true, instants decide where the row asks for them.
CREATE FUNCTION pg_temp.expected(f date, t date, exact boolean, by_unit boolean)
    RETURNS TABLE (
        unit integer, new_online bigint, new_direct bigint, carried bigint, early bigint,
        on_time bigint, late bigint,
        open_in_time bigint, open_overdue bigint, open_paused bigint, due_met bigint,
        due_missed bigint, on_time_no_due bigint,
        withdrawn bigint, refused bigint, stopped bigint, withdrawn_late bigint,
        refused_late bigint, stopped_late bigint, invalid bigint)
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN by_unit THEN s.unit END,
           count(*) FILTER (WHERE is_new AND online IS TRUE),
           count(*) FILTER (WHERE is_new AND online IS NOT TRUE),
           count(*) FILTER (WHERE is_carried),
           count(*) FILTER (WHERE is_resolved AND before_due),
           count(*) FILTER (WHERE is_resolved AND NOT before_due AND NOT after_due),
           count(*) FILTER (WHERE is_resolved AND after_due),
           count(*) FILTER (WHERE is_open AND NOT is_paused AND (d IS NULL OR d >= t)),
           count(*) FILTER (WHERE is_open AND NOT is_paused AND d < t),
           count(*) FILTER (WHERE is_open AND is_paused),
           count(*) FILTER (WHERE falls_due AND e <= t AND NOT after_due),
           count(*) FILTER (WHERE falls_due
                              AND (e <= t AND after_due
                                   OR e > t AND NOT is_paused AND greatest(d, r) < t)),
           count(*) FILTER (WHERE is_resolved AND d IS NULL),
           count(*) FILTER (WHERE is_resolved AND ended_as = 'withdrawn'),
           count(*) FILTER (WHERE is_resolved AND ended_as = 'refused'),
           count(*) FILTER (WHERE is_resolved AND ended_as = 'stopped'),
           count(*) FILTER (WHERE is_resolved AND ended_as = 'withdrawn' AND after_due),
           count(*) FILTER (WHERE is_resolved AND ended_as = 'refused' AND after_due),
           count(*) FILTER (WHERE is_resolved AND ended_as = 'stopped' AND after_due),
           count(*) FILTER (WHERE isfinite(r) AND e < r AND r BETWEEN f AND t)
    FROM (SELECT o.*, sound AND r BETWEEN f AND t AS is_new,
                 sound AND r < f AND e >= f AS is_carried,
                 sound AND e BETWEEN f AND t AS is_resolved,
                 sound AND r <= t AND e > t AS is_open, p <= t AS is_paused,
                 sound AND d IS NOT NULL AND greatest(d, r) BETWEEN f AND t AS falls_due,
                 d IS NOT NULL
                 AND CASE WHEN instants THEN e_wall < d_wall ELSE e < d END AS before_due,
                 d IS NOT NULL
                 AND CASE WHEN instants THEN e_wall > d_wall ELSE e > d END AS after_due
          FROM (SELECT x.*, isfinite(r) AND e >= r AS sound
                FROM (
                        SELECT unit, online, ended_as, e_wall, d_wall, received AS r,
                               CASE WHEN isfinite(due) THEN due END AS d,
                               coalesce(ended, 'infinity') AS e,
                               coalesce(paused_since, 'infinity') AS p,
                               exact AND granularity IS NOT DISTINCT FROM 'instant' AS instants
                        FROM public.motcua_dossier) AS x) AS o) AS s
    GROUP BY 1
$$;
CREATE TEMP TABLE by_day AS
SELECT k, days, to_jsonb(x) - 'unit' AS counters
FROM period, pg_temp.expected(since, until, false, false) AS x;
CREATE TEMP TABLE by_instant AS
SELECT k, days, to_jsonb(x) - 'unit' AS counters
FROM period, pg_temp.expected(since, until, true, false) AS x
WHERE k <= 10;
CREATE TEMP TABLE by_unit AS
SELECT k, days, unit, to_jsonb(x) - 'unit' AS counters
FROM period, pg_temp.expected(since, until, false, true) AS x
WHERE k <= 5;

SELECT is((SELECT string_agg(key, ', ')
           FROM (SELECT key
                 FROM by_day, jsonb_each_text(counters)
                 GROUP BY key
                 HAVING max(value::int) < 50) AS few),
          NULL,
          'every counter counts some dossier');
SELECT is((SELECT count(*)
           FROM by_day JOIN by_instant USING (k)
           WHERE by_day.counters = by_instant.counters),
          0::bigint, 'granularity instant gives other counters than day');

-- ---- the full form over dates, counter by counter ----
CREATE TEMP TABLE got AS
SELECT k, motcua.tally(received, due, ended, days, online, ended_as, granularity, paused_since) AS t
FROM period, public.motcua_dossier GROUP BY k;
SELECT is((SELECT count(*) FILTER (WHERE to_jsonb(motcua.columns(
                                                      t)) -> name IS DISTINCT FROM counters -> name)
                  || ' of ' || count(*)
           FROM got JOIN by_day USING (k)),
          '0 of 50', format('%s over 50 periods', name))
FROM unnest(ARRAY['new_online', 'new_direct', 'carried', 'early', 'on_time', 'late', 'open_in_time',
                  'open_overdue', 'open_paused', 'due_met', 'due_missed',
                  'on_time_no_due', 'withdrawn', 'refused', 'stopped', 'withdrawn_late',
                  'refused_late', 'stopped_late', 'invalid']) AS name;

-- ---- the other column types ----
SELECT is((SELECT count(*) FILTER (WHERE to_jsonb(motcua.columns(t)) IS DISTINCT FROM counters)
                  || ' of ' || count(*)
           FROM by_instant
           JOIN LATERAL (SELECT motcua.tally(r_wall, d_wall, e_wall, days, online, ended_as,
                                             granularity, p_wall) AS t
                         FROM pg_temp.dossier) AS x ON true),
          '0 of 10', 'tally over timestamps has the expected counters');
SELECT is((SELECT count(*) FILTER (WHERE to_jsonb(motcua.columns(t)) IS DISTINCT FROM counters)
                  || ' of ' || count(*)
           FROM by_instant
           JOIN LATERAL (SELECT motcua.tally(r_at, d_at, e_at, days, online, ended_as, granularity,
                                             p_at) AS t
                         FROM pg_temp.dossier) AS x ON true),
          '0 of 10', 'tally over timestamptz counts Vietnamese days');
SELECT is((SELECT count(*) FILTER (WHERE to_jsonb(motcua.columns(t)) IS DISTINCT FROM counters)
                  || ' of ' || count(*)
           FROM by_day
           JOIN LATERAL (SELECT motcua.tally(r_wall, due, e_wall, days, online, ended_as,
                                             granularity, p_wall) AS t
                         FROM pg_temp.dossier) AS x ON true
           WHERE k <= 10),
          '0 of 10', 'tally over timestamps with a due date has the expected counters');
SELECT is((SELECT count(*) FILTER (WHERE to_jsonb(motcua.columns(t)) IS DISTINCT FROM counters)
                  || ' of ' || count(*)
           FROM by_day
           JOIN LATERAL (SELECT motcua.tally(r_at, due, e_at, days, online, ended_as, granularity,
                                             p_at) AS t
                         FROM pg_temp.dossier) AS x ON true
           WHERE k <= 10),
          '0 of 10', 'tally over timestamptz with a due date has the expected counters');
SELECT is((SELECT count(*)
           FROM period
           JOIN LATERAL (SELECT motcua.tally(received, due, ended, days) AS a,
                                motcua.tally(received, due, ended, days, NULL, NULL, NULL,
                                             NULL) AS b,
                                motcua.tally(r_wall, d_wall, e_wall, days) AS c,
                                motcua.tally(r_at, d_at, e_at, days) AS d,
                                motcua.tally(r_wall, due, e_wall, days) AS e,
                                motcua.tally(r_at, due, e_at, days) AS f,
                                count(*) FILTER (WHERE isfinite(received)
                                                   AND coalesce(ended, 'infinity') >= received
                                                   AND received BETWEEN since AND until) AS new
                         FROM pg_temp.dossier) AS x ON true
           WHERE k <= 5
             AND a OPERATOR(motcua.=) b
             AND a OPERATOR(motcua.=) c
             AND a OPERATOR(motcua.=) d
             AND a OPERATOR(motcua.=) e
             AND a OPERATOR(motcua.=) f
             AND motcua.received(a) = new),
          5::bigint, 'the short forms give the same as the full ones without the other arguments');

-- ---- groups, in one process and in several ----
CREATE FUNCTION pg_temp.group_differences() RETURNS text LANGUAGE sql AS $$
    SELECT count(*) FILTER (WHERE to_jsonb(motcua.columns(t)) IS DISTINCT FROM counters) || ' of '
           || count(*)
    FROM by_unit
    FULL JOIN LATERAL (SELECT unit, k,
                              motcua.tally(received, due, ended, days, online, ended_as,
                                           granularity, paused_since) AS t
                       FROM public.motcua_dossier CROSS JOIN period
                       WHERE k <= 5
                       GROUP BY unit, k) AS g USING (unit, k)
$$;
SELECT is(pg_temp.group_differences(), '0 of 50',
          'groups by unit and period have the expected counters');

SET LOCAL max_parallel_workers_per_gather = 4;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL parallel_leader_participation = off;
CREATE FUNCTION pg_temp.is_parallel(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN jsonb_path_exists(plan::jsonb,
                             '$.** ? (@."Node Type" starts with "Gather").** ? '
                             '(@."Partial Mode" == "Partial")')
    AND jsonb_path_exists(plan::jsonb, '$.** ? (@."Partial Mode" == "Finalize")');
END $$;
-- The queries have one period, with and without groups. In the last one most workers see no row
-- with a period.
CREATE TEMP TABLE parallel_query AS
SELECT what, format(query, days) AS query
FROM period,
     (VALUES
         ('whole',
          'SELECT NULL::int AS unit, motcua.tally(received, due, ended, %L, online, ended_as, '
          'granularity, paused_since) AS t FROM public.motcua_dossier'),
         ('grouped',
          'SELECT unit, motcua.tally(received, due, ended, %L, online, ended_as, granularity, '
          'paused_since) AS t FROM public.motcua_dossier GROUP BY unit'),
         ('few',
          'SELECT NULL::int AS unit, motcua.tally(received, due, ended, CASE WHEN id <= 50 THEN '
          'daterange %L END) AS t FROM public.motcua_dossier'),
         ('none',
          'SELECT NULL::int AS unit, motcua.tally(received, due, ended, %L) AS t FROM '
          'public.motcua_dossier WHERE unit + 0 < 0')) AS q (what, query)
WHERE k = 1;
SELECT is((SELECT count(*) FROM parallel_query WHERE pg_temp.is_parallel(query)),
          4::bigint, 'the plans are parallel');
CREATE FUNCTION pg_temp.run(which text) RETURNS TABLE (unit int, t motcua.tally)
LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY EXECUTE (SELECT query FROM parallel_query WHERE what = which);
END $$;
SELECT is((SELECT to_jsonb(motcua.columns(t)) FROM pg_temp.run('whole')),
          (SELECT counters FROM by_day WHERE k = 1),
          'in parallel the whole has the expected counters');
SELECT is((SELECT count(*)
           FROM by_unit AS b JOIN pg_temp.run('grouped') AS g USING (unit)
           WHERE k = 1 AND to_jsonb(motcua.columns(t)) = counters),
          10::bigint,
          'in parallel groups have the expected counters');
CREATE TEMP TABLE few AS SELECT * FROM pg_temp.run('few');
SELECT is((SELECT t IS NULL FROM pg_temp.run('none')), true, 'in parallel no row gives NULL');
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT ok((SELECT f.t OPERATOR(motcua.=) g.t FROM few AS f, pg_temp.run('few') AS g),
          'in parallel workers without a row change nothing');

SELECT * FROM finish();
ROLLBACK;
