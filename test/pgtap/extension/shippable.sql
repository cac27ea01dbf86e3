-- Test what other servers may be asked to do: by construction, from the catalog, and by results
-- that no setting changes.
\ir ../setup.psql
SELECT plan(16);

CREATE TEMP TABLE f AS
SELECT p.oid, p.proname, p.prokind, p.provolatile, p.proparallel, p.prolang,
       p.proargtypes::oid[] AS arguments, p.proretset, p.oid::regprocedure::text AS described
FROM pg_proc AS p WHERE p.pronamespace = 'motcua'::regnamespace;
CREATE TEMP TABLE a AS
SELECT f.described, f.proname, g.aggtranstype AS state, g.aggcombinefn, g.aggserialfn, t.typtype,
       t.typinput, t.typoutput, t.typreceive, t.typsend, cardinality(f.arguments) AS arguments
FROM pg_aggregate AS g JOIN f ON f.oid = g.aggfnoid JOIN pg_type AS t ON t.oid = g.aggtranstype;

-- Citus splits an aggregate that can be combined, has arguments, and has a state whose type can be
-- sent to another server.
SELECT cmp_ok((SELECT count(*)
               FROM a
               WHERE proname IN ('tally', 'ledger', 'merge', 'on_time_rate', 'share')),
              '>=', 10::bigint, 'there are aggregates of the fast path');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM a WHERE aggcombinefn = 0 OR arguments = 0),
          NULL, 'every aggregate can be combined and has an argument');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM a
           WHERE proname IN ('tally', 'ledger', 'merge', 'on_time_rate', 'share')
             AND (typtype = 'p' OR aggserialfn <> 0)),
          NULL, 'the states of aggregates are no pseudo-types');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM a
           WHERE typtype <> 'p' AND 0 IN (typinput, typoutput, typreceive, typsend)),
          NULL, 'the states of aggregates have a text form and a binary form');

-- Citus sends states as text, so the text form must be lossless.
CREATE TEMP TABLE sample AS
SELECT motcua.tally(r, d, e, daterange('2026-01-01', '2026-03-01'), i % 2 = 0,
                    CASE WHEN i % 7 = 0 THEN 'withdrawn' END, 'day',
                    CASE WHEN i % 5 = 0 THEN r + interval '1 day' END) AS t,
       motcua.ledger(r, d, e, i % 2 = 0, NULL, 'day',
                     CASE WHEN i % 5 = 0 THEN r + interval '1 day' END) AS l
FROM (SELECT i, timestamp '2025-10-01 07:00' + make_interval(hours => i * 31 % 4000) AS r,
             timestamp '2025-10-09 07:00' + make_interval(hours => i * 31 % 4000) AS d,
             CASE WHEN i % 3 > 0 THEN timestamp '2025-10-03 07:00' + make_interval(
                      hours => i * 37 % 5000) END AS e
      FROM generate_series(1, 3000) AS i) AS x
GROUP BY i % 50
UNION ALL SELECT motcua.tally(NULL::timestamp, NULL::timestamp, NULL::timestamp,
                              daterange('2026-01-01', '2026-03-01')),
                 motcua.ledger(NULL::timestamp, NULL::timestamp, NULL::timestamp);
SELECT is((SELECT count(*)
           FROM sample
           WHERE motcua.tally_send(t::text::motcua.tally) <> motcua.tally_send(t)),
          0::bigint, 'tally: the text form is read as the same bytes');
SELECT is((SELECT count(*)
           FROM sample
           WHERE motcua.ledger_send(l::text::motcua.ledger) <> motcua.ledger_send(l)),
          0::bigint, 'ledger: the text form is read as the same bytes');
SELECT is((SELECT count(*)
           FROM motcua.calendars AS c
           WHERE motcua.work_calendar_send(
               motcua.calendar_value(
                   c.name)::text::motcua.work_calendar) <> motcua.work_calendar_send(
               motcua.calendar_value(c.name))),
          0::bigint,
          'work_calendar: the text form is read as the same bytes');
SELECT cmp_ok((SELECT count(*) FROM sample), '>', 50::bigint,
              'the text forms of many values were compared');

-- postgres_fdw sends functions that are IMMUTABLE, written in C (an SQL function would be inlined
-- first), and have no text constant that carries a collation.
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM f
           WHERE 'motcua.work_calendar'::regtype = ANY (arguments)
             AND (provolatile <> 'i' OR proparallel <> 's')),
          NULL, 'whatever takes a calendar by value is IMMUTABLE and PARALLEL SAFE');
SELECT cmp_ok((SELECT count(*) FROM f WHERE 'motcua.work_calendar'::regtype = ANY (arguments)),
              '>=', 15::bigint, 'there are functions that take a calendar by value');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM f JOIN pg_language AS l ON l.oid = f.prolang
           WHERE l.lanname NOT IN ('c', 'internal') AND NOT proretset
             AND proname IN ('working_days_between', 'add_working_days', 'due_on', 'is_working_day',
                             'month_of', 'quarter_of', 'year_of', 'vn_date', 'outcome', 'vi_fold',
                             'percent', 'tally', 'ledger', 'merge')),
          NULL, 'the functions of the fast path are written in C');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM f
           WHERE proname IN ('month_of', 'quarter_of', 'year_of')
             AND ('text'::regtype = ANY (arguments) OR provolatile <> 'i')),
          NULL, 'functions of periods take no text');

-- A session on another server may have other settings.
CREATE FUNCTION pg_temp.answers() RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
    SELECT pg_catalog.concat_ws(
        E'\n', motcua.vn_date(timestamptz '2026-01-31 17:30+00'), motcua.month_of('2026-01-31'),
        motcua.quarter_of('2026-05-31'),
        motcua.working_days_between(date '2026-01-01', date '2026-12-31', v.c),
        motcua.add_working_days(date '2026-02-10', 7, v.c),
        motcua.due_on(date '2026-02-10', '5 ngày làm việc'::motcua.time_limit, v.c),
        motcua.classify(date '2026-01-09', date '2026-01-12', date '2026-02-01'),
        motcua.vi_fold('Đường Thuỷ'), motcua.percent(0.98765),
        (SELECT motcua.merge(s.t)::text FROM sample AS s),
        (SELECT motcua.merge(s.l)::text FROM sample AS s),
        (SELECT motcua.tally(x, x + interval '1 day', x + interval '2 days',
                             pg_catalog.daterange('2026-01-01', '2026-02-01'))::text
         FROM (VALUES (timestamptz '2025-12-31 17:30+00'),
                      ('2026-01-31 16:59+00'),
                      ('2026-01-31 17:00+00')) AS v (x)))
    INTO result FROM (SELECT motcua.calendar_value('vn') AS c) AS v;
    RETURN result;
END $$;
CREATE TEMP TABLE before AS SELECT pg_temp.answers() AS a;
SELECT cmp_ok((SELECT length(a) FROM before), '>', 500, 'answers');
SET LOCAL timezone = 'America/New_York';
SELECT is(pg_temp.answers(), (SELECT a FROM before), 'another time zone changes no answer');
SET LOCAL search_path = pg_catalog;
SET LOCAL lc_numeric = 'C';
SET LOCAL extra_float_digits = 0;
SET LOCAL motcua.calendar = 'vn_statutory';
CREATE TEMP TABLE elsewhere AS SELECT pg_temp.answers() AS a;
SET LOCAL search_path = public, pg_catalog;
SELECT is((SELECT a FROM elsewhere),
          (SELECT a FROM before),
          'another search_path and calendar of the session change no answer');
SELECT matches(pg_temp.answers(), E'^2026-02-01\n2026-01-01\n2026-04-01\n',
               'the answers are right');

SELECT * FROM finish();
ROLLBACK;
