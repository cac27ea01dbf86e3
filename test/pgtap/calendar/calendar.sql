-- Test working days against an evaluation of data/vn_days_off.csv in plain SQL.
\ir ../setup.psql
SELECT plan(43);

-- The oracle has a row for each day, what the CSV makes of that day, and the working days alone.
CREATE TEMP TABLE decided (
    day date PRIMARY KEY, kind text, title text, source text, confidence text
);
\copy decided from 'data/vn_days_off.csv' csv header

CREATE TEMP TABLE oracle AS
SELECT d.day,
       CASE WHEN r.kind = 'swap_work' THEN true
            WHEN r.kind IS NOT NULL THEN false
            ELSE extract(isodow FROM d.day) < 6 END AS vn,
       extract(isodow FROM d.day) < 6
       AND coalesce(r.kind IN ('swap_off', 'swap_work'), true) AS vn_statutory
FROM (SELECT g::date AS day
      FROM generate_series(date '2010-01-01', date '2027-12-31', interval '1 day') AS g) AS d
LEFT JOIN decided AS r ON r.day = d.day AND r.confidence <> 'unverified';
CREATE TEMP TABLE working AS SELECT day FROM oracle WHERE vn;
CREATE INDEX ON working (day);
CREATE TEMP TABLE sample AS
SELECT day
FROM oracle
WHERE day BETWEEN '2011-02-01' AND '2026-11-30' AND (day - date '2011-02-01') % 31 = 0;
ANALYZE oracle, working, sample;

SELECT is((SELECT count(*) FROM decided), 279::bigint, 'the CSV has rows');

-- ---- every day ----
SELECT is(
    (SELECT count(*) FILTER (WHERE motcua.is_working_day(day, 'vn') IS DISTINCT FROM vn) || ' of '
            || count(*)
     FROM oracle),
    '0 of 6574', 'vn: every day works or rests as the CSV says');
SELECT is(
    (SELECT count(*) FILTER (WHERE motcua.is_working_day(
                                 day, 'vn_statutory') IS DISTINCT FROM vn_statutory)
            || ' of ' || count(*)
     FROM oracle),
    '0 of 6574', 'vn_statutory: every day works or rests as the CSV without its swaps says');
SELECT is((SELECT count(*) FROM oracle WHERE vn <> vn_statutory),
          42::bigint, 'the calendars differ by the 21 applied swaps, off and on');
SELECT results_eq(
    $$SELECT extract(year FROM day)::int AS year, count(*)::int FROM oracle
      WHERE motcua.is_working_day(day, 'vn') GROUP BY 1 ORDER BY 1$$,
    $$VALUES (2010, 252), (2011, 251), (2012, 251), (2013, 253), (2014, 252), (2015, 250),
             (2016, 251), (2017, 250), (2018, 250),
             (2019, 252), (2020, 252), (2021, 250), (2022, 249), (2023, 249), (2024, 251),
             (2025, 250), (2026, 249), (2027, 249)$$,
    'each year has its number of working days');

-- ---- adding ----
CREATE TEMP TABLE walked AS
SELECT s.day, w.n, w.target
FROM sample AS s, LATERAL (
    SELECT row_number() OVER (ORDER BY x.day)::int AS n, x.day AS target
    FROM (SELECT day FROM working WHERE working.day > s.day ORDER BY day LIMIT 250) AS x
    UNION ALL
    SELECT -row_number() OVER (ORDER BY x.day DESC)::int, x.day
    FROM (SELECT day FROM working WHERE working.day < s.day ORDER BY day DESC LIMIT 250) AS x
    UNION ALL
    SELECT 0, (SELECT min(day) FROM working WHERE working.day >= s.day)
) AS w;
SELECT is((SELECT count(*) FROM walked),
          (SELECT count(*) FROM sample) * 501,
          'the walk reaches 250 days both ways from every sample day');
SELECT is(
    (SELECT count(*)
     FROM walked
     WHERE motcua.add_working_days(day, n, 'vn') IS DISTINCT FROM target),
    0::bigint, 'add_working_days for n from -250 to 250 equals walking day by day');
SELECT is(
    (SELECT count(*)
     FROM walked
     WHERE n <> 0 AND motcua.working_days_between(day, target, 'vn') IS DISTINCT FROM n),
    0::bigint, 'working_days_between undoes add_working_days in both directions');
SELECT is(
    (SELECT count(*) FROM walked
     WHERE n > 1
       AND motcua.add_working_days(motcua.add_working_days(day, n / 2, 'vn'), n - n / 2,
                                   'vn') IS DISTINCT FROM target),
    0::bigint, 'going on in two steps arrives where one does');
SELECT is(
    (SELECT count(*) FROM walked
     WHERE n < -1
       AND motcua.add_working_days(motcua.add_working_days(day, n / 2, 'vn'), n - n / 2,
                                   'vn') IS DISTINCT FROM target),
    0::bigint, 'going back in two steps arrives where one does');
SELECT is(
    (SELECT count(*) FILTER (WHERE motcua.add_working_days(o.day, 0, 'vn') IS DISTINCT FROM CASE
                                 WHEN o.vn THEN o.day
                                 ELSE (SELECT min(w.day) FROM working AS w WHERE w.day > o.day) END)
            || ' of ' || count(*)
     FROM oracle AS o),
    '0 of 6574', 'n = 0 stays on a working day and else rolls to the next');
SELECT is(
    (SELECT count(*) FILTER (WHERE motcua.next_working_day(o.day, 'vn') IS DISTINCT FROM (
                                 SELECT min(w.day) FROM working AS w WHERE w.day > o.day))
            || ' of ' || count(*)
     FROM oracle AS o WHERE o.day < '2027-12-31'),
    '0 of 6573', 'next_working_day is strictly after');
SELECT is(
    (SELECT count(*) FILTER (WHERE motcua.previous_working_day(o.day, 'vn') IS DISTINCT FROM (
                                 SELECT max(w.day) FROM working AS w WHERE w.day < o.day))
            || ' of ' || count(*)
     FROM oracle AS o WHERE o.day > '2010-01-04'),
    '0 of 6570', 'previous_working_day is strictly before');

-- ---- counting ----
CREATE TEMP TABLE span AS
SELECT a.day AS since, b.day AS until, bounds
FROM (SELECT day FROM sample WHERE day < '2016-01-01' AND extract(day FROM day)::int % 4 < 2) AS a,
     (SELECT day + 3 AS day
      FROM sample
      WHERE day < '2016-01-01'
      UNION SELECT day
      FROM sample
      WHERE day < '2012-01-01') AS b,
     unnest(ARRAY['(]', '[)', '[]', '()']) AS bounds;
ANALYZE span;
SELECT cmp_ok((SELECT least(count(*) FILTER (WHERE since < until),
                            count(*) FILTER (WHERE since > until),
                            100 * count(*) FILTER (WHERE since = until))
               FROM span),
              '>', 1000::bigint, 'spans in both directions and of one day');
SELECT is(
    (SELECT count(*)
     FROM span AS s,
          LATERAL (SELECT count(*)::int AS days FROM working AS w
                   WHERE w.day BETWEEN least(since, until) AND greatest(since, until)
                     AND (w.day <> since OR bounds LIKE '[_')
                     AND (w.day <> until OR bounds LIKE '_]')) AS c
     WHERE motcua.working_days_between(since, until, 'vn', bounds) IS DISTINCT FROM CASE
         WHEN since > until THEN -days ELSE days END),
    0::bigint, 'working_days_between in all bounds equals counting rows');
-- 31 December 2020 is a Thursday and 1 January is off. After the weekend Monday 4 and Tuesday 5
-- January work.
SELECT results_eq(
    $$SELECT b, motcua.working_days_between('2020-12-31', '2021-01-05', 'vn', b),
             motcua.working_days_between('2021-01-05', '2020-12-31', 'vn', b),
             motcua.working_days_between('2021-01-04', '2021-01-04', 'vn', b)
      FROM unnest(ARRAY['(]', '[)', '[]', '()']) AS b$$,
    $$VALUES ('(]', 2, -2, 0), ('[)', 2, -2, 0), ('[]', 3, -3, 1), ('()', 1, -1, 0)$$,
    'bounds by hand, forward, backward and on one day');

-- ---- NULL and infinity ----
SELECT is(
    (SELECT array_agg(x)
     FROM unnest(ARRAY[
                     motcua.add_working_days(NULL, 1), motcua.add_working_days('2020-01-02', NULL),
                     motcua.next_working_day(NULL),
                     motcua.previous_working_day(NULL)]) AS x
     WHERE x IS NOT NULL),
    NULL, 'NULL arguments give NULL');
SELECT is(
    ARRAY[motcua.is_working_day(NULL)::text, motcua.working_days_between(NULL, '2020-01-02')::text,
          motcua.working_days_between('2020-01-02', NULL)::text,
          motcua.calendar_status(NULL), motcua.explain_day(NULL)::text],
    ARRAY[NULL, NULL, NULL, NULL, NULL]::text[], 'NULL arguments give NULL for the other results');
SELECT is((SELECT count(*) FROM motcua.days_off(NULL)), 0::bigint, 'days_off of no year is empty');
SELECT is(
    ARRAY[motcua.add_working_days('infinity', 5), motcua.add_working_days('-infinity', 5),
          motcua.add_working_days('infinity', -5),
          motcua.next_working_day('infinity'), motcua.previous_working_day('-infinity'),
          motcua.add_working_days('infinity', 0)],
    ARRAY['infinity', '-infinity', 'infinity', 'infinity', '-infinity', 'infinity']::date[],
    'infinity plus days is infinity');

-- ---- what days are ----
SELECT is(
    (SELECT count(*) FILTER (WHERE d IS DISTINCT FROM ROW(c.day, c.title,
                CASE WHEN c.kind = 'swap_work' THEN 'work' ELSE 'off' END,
                CASE WHEN c.kind LIKE 'swap%' THEN 'swap' ELSE c.kind END, c.source,
                CASE WHEN c.confidence IN ('high', 'medium') THEN 'official' ELSE c.confidence END))
            || ' of ' || count(*)
     FROM generate_series(2010, 2026) AS year CROSS JOIN LATERAL motcua.days_off(year, 'vn') AS d
     FULL JOIN (SELECT * FROM decided WHERE day < '2027-01-01') AS c ON c.day = d.day),
    '0 of 264', 'days_off lists the CSV, day by day');
SELECT is(
    (SELECT count(*) FILTER (WHERE (d.day, d.kind, d.reason, d.status) IS DISTINCT FROM (
                                 c.day, 'off', c.kind,
                                 CASE WHEN c.confidence = 'high' THEN 'official'
                                      ELSE c.confidence END))
            || ' of ' || count(*)
     FROM motcua.days_off(2027) AS d
     FULL JOIN (SELECT * FROM decided WHERE day >= '2027-01-01') AS c ON c.day = d.day),
    '0 of 15', 'the rules of the law give the same days off in 2027');
SELECT results_eq(
    $$SELECT day, kind, reason, status
      FROM motcua.days_off(2026)
      WHERE day BETWEEN '2026-11-20' AND '2026-11-30'$$,
    $$VALUES (date '2026-11-23', 'off', 'swap', 'unverified'),
             ('2026-11-24', 'off', 'holiday', 'official'),
             ('2026-11-28', 'work', 'swap', 'unverified')$$,
    'days_off shows the proposed swap as unverified');
SELECT is((SELECT count(*)
           FROM generate_series(2010, 2027) AS y, motcua.days_off(y, 'vn_statutory')
           WHERE reason = 'swap'),
          0::bigint, 'vn_statutory has no swaps');
PREPARE explained(date) AS
SELECT working, kind, reason, status, source IS NULL, decided_by
FROM motcua.explain_day($1);
SELECT results_eq($$EXECUTE explained('2024-09-02')$$,
                  $$VALUES (false, 'off', 'holiday', 'official', false, 'vn')$$,
                  'explain_day explains a holiday');
SELECT results_eq($$EXECUTE explained('2023-05-03')$$,
                  $$VALUES (false, 'off', 'compensation', 'official', false, 'vn')$$,
                  'explain_day explains a compensation');
SELECT results_eq($$EXECUTE explained('2024-04-29')$$,
                  $$VALUES (false, 'off', 'swap', 'official', false, 'vn')$$,
                  'explain_day explains a swapped day off');
SELECT results_eq($$EXECUTE explained('2011-01-30')$$,
                  $$VALUES (true, 'work', 'swap', 'official', false, 'vn')$$,
                  'explain_day explains a Sunday that works');
SELECT results_eq($$EXECUTE explained('2024-06-01')$$,
                  $$VALUES (false, 'off', 'work_week', 'official', true, 'tuần làm việc')$$,
                  'explain_day explains a weekend');
SELECT results_eq($$EXECUTE explained('2024-06-03')$$,
                  $$VALUES (true, 'work', 'work_week', 'official', true, 'tuần làm việc')$$,
                  'explain_day explains a plain day');
SELECT results_eq($$EXECUTE explained('2026-11-23')$$,
                  $$VALUES (true, 'work', 'work_week', 'official', true, 'tuần làm việc')$$,
                  'explain_day: an unverified day off is a plain day');
SELECT results_eq($$EXECUTE explained('2026-11-28')$$,
                  $$VALUES (false, 'off', 'work_week', 'official', true, 'tuần làm việc')$$,
                  'explain_day: an unverified make-up day is a plain weekend');
SELECT results_eq($$EXECUTE explained('2027-02-08')$$,
                  $$VALUES (false, 'off', 'holiday', 'provisional', false, 'tính theo luật')$$,
                  'explain_day explains an expected holiday');
SELECT results_eq($$EXECUTE explained('2027-06-01')$$,
                  $$VALUES (true, 'work', 'work_week', 'provisional', true, 'tuần làm việc')$$,
                  'explain_day explains a plain day of a year without a decision');
SELECT is((motcua.explain_day('2024-09-02')).title,
          (SELECT title FROM decided WHERE day = '2024-09-02'),
          'explain_day gives the title');
SELECT is((motcua.explain_day('2024-04-29', 'vn_statutory')).reason,
          'work_week', 'explain_day explains a day of another calendar');
SELECT is((SELECT string_agg(DISTINCT motcua.calendar_status(y), ',')
           FROM generate_series(2010, 2026) AS y),
          'official', 'years with decisions are official');
SELECT is((SELECT string_agg(DISTINCT motcua.calendar_status(y), ',')
           FROM generate_series(1990, 2100) AS y
           WHERE y NOT BETWEEN 2010 AND 2026),
          'provisional',
          'years without decisions are provisional');

-- ---- days and periods, whatever the session's zone ----
SET LOCAL timezone = 'America/Los_Angeles';
SELECT is(
    ARRAY[motcua.vn_date(timestamptz '2021-03-01 16:59:59.999999+00'),
          motcua.vn_date(timestamptz '2021-03-01 17:00+00'),
          motcua.vn_date(timestamp '2021-03-01 23:59:59.999999'), motcua.vn_date(date '2021-03-01'),
          motcua.vn_date(timestamptz 'infinity'), motcua.vn_date(timestamp '-infinity')],
    ARRAY['2021-03-01', '2021-03-02', '2021-03-01', '2021-03-01', 'infinity', '-infinity']::date[],
    'vn_date is the day in Vietnam');
SELECT is(
    (SELECT count(*)
     FROM generate_series(0, 40000) AS i,
          LATERAL (SELECT timestamptz '1976-01-01 00:00+00'
                          + i * interval '11 hours 13 minutes') AS t (at)
     WHERE motcua.vn_date(at) <> (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
    0::bigint, 'vn_date agrees with the tz database since 1976');
SELECT is(
    (SELECT count(*)
     FROM generate_series(-40000, 40000) AS i, LATERAL (SELECT date '2000-01-01' + i) AS d (day)
     WHERE motcua.month_of(day) <> date_trunc('month', day::timestamp)::date
        OR motcua.quarter_of(day) <> date_trunc('quarter', day::timestamp)::date
        OR motcua.year_of(day) <> date_trunc('year', day::timestamp)::date),
    0::bigint, 'month_of, quarter_of and year_of agree with date_trunc');
SELECT is(
    ARRAY[motcua.month_of('infinity'), motcua.quarter_of('-infinity'),
          motcua.year_of(date '5874897-12-31')],
    ARRAY['infinity', '-infinity', '5874897-01-01']::date[], 'the periods of infinite days are infinite, and the last year has a first day');
SELECT is(motcua.today(),
          (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
          'today is the day in Vietnam');

SELECT * FROM finish();
ROLLBACK;
