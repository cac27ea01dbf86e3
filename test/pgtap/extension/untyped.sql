-- Test calls whose parameters or literals have no type. None is ambiguous, and the TimeZone and
-- DateStyle of the session change no answer.
\ir ../setup.psql
SELECT plan(24);

-- ---- every name with every number of arguments ----
CREATE FUNCTION pg_temp.types_of(call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE types text;
BEGIN
    EXECUTE 'PREPARE asked AS ' || call;
    SELECT parameter_types::text INTO types FROM pg_prepared_statements WHERE name = 'asked';
    DEALLOCATE asked;
    RETURN types;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE TEMP TABLE shape AS
SELECT format('SELECT motcua.%I(%s)', name, (SELECT string_agg('$' || i, ', ' ORDER BY i)
                                             FROM generate_series(1, n) AS i)) AS untyped,
       format('SELECT motcua.%I(%s)', name, (SELECT string_agg('NULL', ', ')
                                             FROM generate_series(1, n))) AS nulls
FROM (SELECT DISTINCT p.proname AS name, n
      FROM pg_proc AS p,
           generate_series(greatest(1, p.pronargs - p.pronargdefaults), p.pronargs) AS n
      WHERE p.pronamespace = 'motcua'::regnamespace
        AND NOT p.proargtypes::oid[] && ARRAY['internal'::regtype, 'cstring'::regtype]::oid[]) AS f;
SELECT cmp_ok((SELECT count(*) FROM shape), '>=', 300::bigint, 'shapes of calls were looked at');
SELECT is((SELECT string_agg(untyped || ': ' || pg_temp.types_of(untyped), '; ') FROM shape
           WHERE pg_temp.types_of(untyped) !~ '^{'),
          NULL, 'an untyped call is never ambiguous, and its parameters get types');
SELECT is((SELECT string_agg(nulls || ': ' || pg_temp.types_of(nulls), '; ') FROM shape
           WHERE pg_temp.types_of(nulls) !~ '^{'),
          NULL, 'nor is one with NULL in every argument');
SELECT is((SELECT string_agg(untyped, '; ') FROM shape
           WHERE pg_temp.types_of(untyped) ~ '[{",](date[,}]|timestamp)'),
          NULL, 'no parameter is a date or a timestamp, which the session would read');

-- ---- answers, in every session ----
CREATE TEMP TABLE call (expression text, answer text);
INSERT INTO call VALUES
    ($$due_at('2026-03-05 14:20', 'trong ngày')$$, '2026-03-05 17:00:00'),
    ($$due_at('2026-03-05T07:20Z', 'trong ngày')$$, '2026-03-05 17:00:00'),
    ($$due_at('2026-03-30 09:00', '8 giờ làm việc')$$, '2026-03-31 09:00:00'),
    ($$due_at('2026-03-02', '5 ngày làm việc')$$, '2026-03-09 17:00:00'),
    ($$due_at(date '2026-03-05', '8 giờ làm việc')$$, '2026-03-05 17:00:00'),
    ($$first_due_at(motcua.dossier_of('2026-03-02', '2026-12-31'))::motcua.moment$$,
     '2026-12-31 23:59:59.999999'),
    ($$outcome(motcua.dossier_of('2026-03-02', '2026-03-10'), timestamptz '2026-03-10 09:00+07',
               'original', 'instant')$$, 'in_time'),
    ($$outcome(motcua.resolve(motcua.dossier(timestamp '2026-03-02 09:00', '5 ngày làm việc'),
                              timestamp '2026-03-09 22:30'), date '2026-03-31')$$, 'on_time'),
    ($$classify('2026-12-31', '2026-12-31 23:00', '2026-12-31')$$, 'on_time'),
    ($$classify('2026-03-10', '2026-03-10 16:00', '2026-03-31', 'instant')$$, 'on_time'),
    ($$vn_date('2026-12-31 18:00')$$, '2026-12-31'),
    ($$vn_date('2026-12-31 18:00Z')$$, '2027-01-01'),
    ($$add_working_time('2026-02-09 10:00', '12 hours')$$, '2026-02-10 15:30:00'),
    ($$next_working_moment('2026-02-13 18:00')$$, '2026-02-23 07:30:00'),
    ($$time_left(motcua.dossier_of(date '2026-03-02', date '2026-03-10'), '2026-03-31')$$,
     '-120:00:00'),
    ($$days_late(motcua.dossier_of(date '2026-03-02', date '2026-03-10'), '2026-03-11 23:30')$$,
     '1'),
    ($$days_late(motcua.dossier_of(date '2026-03-02', date '2026-03-09'),
                 timestamp '2026-03-16 22:30')$$, '5'),
    ($$resolved(motcua.tally('2026-01-05', '2026-01-12', '2026-01-31 23:30',
                             daterange('2026-01-01', '2026-02-01')))$$, '1'),
    ($$add_working_days('05/01/2026', 5)$$, '2026-01-10'),
    ($$is_working_day('02/09/2026')$$, 'false'),
    ($$working_days_between(date '2026-03-01', '05/04/2026')$$, '25'),
    ($$due_on('05/03/2026', '5 ngày')$$, '2026-03-10'),
    ($$working_days_between('2026-03-05 23:59 +07', '2026-03-06 17:30Z')$$, '1'),
    ($$due_on(timestamptz '2026-03-04 17:30Z', '1 ngày')$$, '2026-03-06'),
    ($$month_of(timestamp '2026-03-31 23:30')$$, '2026-03-01'),
    ($$to_lunar('02/03/2026')$$, '(2026,1,14,f)'),
    ($$days_late('{"received_at": "2026-03-02T00:00:00+07:00",
                  "first_due_at": "2026-03-10T23:59:59.999999+07:00", "events": []}',
                 date '2026-03-31')$$, '15'),
    ($$wilson_low('95', '100')$$, '0.888249530768'),
    ($$wilson_low('{"early": 95, "late": 5}', 'resolved')$$, '0.888249530768'),
    ($$wilson_low(NULL, '100')$$, NULL),
    ($$agency_of('H57.101-260312-0001')$$, 'H57.101'), ($$agency_of(NULL)$$, NULL),
    ($$on_time_rate('{"period": "[2020-01-01,2020-07-01)"}', 'received')$$, NULL),
    ($$on_time_rate('{"early": 3, "late": 1}', 'resolved')$$, '0.75000000000000000000'),
    ($$on_time_rate('{"early": 3, "late": 1}', NULL)$$, '0.75000000000000000000'),
    ($$on_time_rate(NULL, NULL)$$, NULL),
    ($$plus(NULL, NULL)$$, NULL), ($$minus(NULL, NULL)$$, NULL), ($$merge(NULL)$$, NULL);
CREATE FUNCTION pg_temp.answer(expression text, zone text, style text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    PERFORM set_config('TimeZone', zone, true), set_config('DateStyle', style, true);
    EXECUTE format('SELECT (motcua.%s)::text', expression) INTO answer;
    PERFORM set_config('DateStyle', 'ISO, MDY', true);
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
SELECT is((SELECT string_agg(format('%s: %s, not %s', expression, given, answer), E'\n')
           FROM call, LATERAL (SELECT pg_temp.answer(expression, zone, style) AS given) AS g
           WHERE given IS DISTINCT FROM answer),
          NULL, format('answers of literals, %s, %s', zone, style))
FROM unnest('{Asia/Ho_Chi_Minh,UTC,America/New_York,Asia/Tokyo}'::text[]) AS zone,
     unnest('{"ISO, MDY","ISO, DMY","ISO, YMD"}'::text[]) AS style;
SET LOCAL timezone = 'UTC';
SELECT is((SELECT string_agg(due_now || ' ' || due_then, ', ')
           FROM motcua.calendar_impact('2026-02-04', 'off', '5')),
          (SELECT string_agg(due_now || ' ' || due_then, ', ')
           FROM motcua.calendar_impact(date '2026-02-04', 'off', 5)),
          'the impact of a day, of as many days as a literal says');
SELECT is((SELECT string_agg(due_now || ' ' || due_then, ', ')
           FROM motcua.calendar_impact('04/02/2026', 'off', ARRAY['05/02/2026', '2026-02-09'])),
          (SELECT string_agg(due_now || ' ' || due_then, ', ')
           FROM motcua.calendar_impact('2026-02-04', 'off',
                                       '{2026-02-05,2026-02-09}'::date[])),
          'and of due dates as texts');

-- ---- what no form can know ----
SELECT throws_ok(format('SELECT motcua.%s', call), '42P18',
                 'a text does not say whether it is a tally, a ledger or a lateness',
                 call || ' asks for the type')
FROM unnest(ARRAY[$$plus('{}', '{}')$$, $$minus('{}', text '{}')$$, $$merge('{}')$$]) AS call;

-- ---- shares ----
SELECT throws_ok(format('SELECT motcua.%s', call), '22023', message, call)
FROM (VALUES ($$meets('{"early": 1}', 98)$$, 'target "98" is outside 0 to 1'),
             ($$meets('{"early": 1}', -1)$$, 'target "-1" is outside 0 to 1'),
             ('score_linear(0.95, 10, 95)',
              'threshold "95" is outside 0 to 1')) AS v (call, message);

SELECT * FROM finish();
ROLLBACK;
