-- Test the lunar calendar against data/lunar_years_1900_2199.csv, and the points where other
-- calendars go wrong.
\set QUIET 1
\set ON_ERROR_STOP 1
\pset format unaligned
\pset tuples_only true

BEGIN;
SELECT plan(32);

CREATE TEMP TABLE expected (
    lunar_year int PRIMARY KEY,
    can_chi text,
    tet date,
    leap_month int,
    gio_to date,
    days int,
    sources_agree int
);
\copy expected FROM 'data/lunar_years_1900_2199.csv' WITH (FORMAT csv, HEADER)

-- This table has every day with its lunar date.
CREATE TEMP TABLE lunar_day AS
SELECT d.day::date AS at, (motcua.to_lunar(d.day::date)).*
FROM generate_series('1900-01-31'::timestamp, '2200-02-14', '1 day') AS d (day);
CREATE TEMP TABLE lunar_month AS
SELECT year, month, leap, min(at) AS first, max(at) AS last, max(day) AS days, count(*) AS counted
FROM lunar_day GROUP BY year, month, leap;
CREATE TEMP TABLE computed AS
SELECT year AS lunar_year, min(first) AS tet, max(month) FILTER (WHERE leap) AS leap_month,
       min(first) FILTER (WHERE month = 3 AND NOT leap) + 9 AS gio_to, sum(days)::int AS days
FROM lunar_month GROUP BY year;

SELECT is(count(*), 300::bigint,
          'the CSV has 300 lunar years') FROM expected JOIN computed USING (lunar_year);
SELECT is_empty($$
    SELECT lunar_year, tet, leap_month, gio_to, days FROM expected WHERE sources_agree = 1
    EXCEPT SELECT lunar_year, tet, leap_month, gio_to, days FROM computed$$,
    'Tết, leap month, 10/3 and length are right wherever all sources agree');
SELECT set_eq('SELECT lunar_year FROM expected WHERE sources_agree = 0',
              ARRAY[1925, 2052, 2147, 2175, 2185, 2199],
              'the sources disagree on these years');
SELECT is_empty($$
    SELECT lunar_year, tet, leap_month, gio_to, days FROM expected WHERE sources_agree = 0
    EXCEPT SELECT lunar_year, tet, leap_month, gio_to, days FROM computed$$,
    'where sources disagree, the table has the computed reading');

SELECT is_empty('SELECT FROM lunar_day WHERE motcua.from_lunar(year, '
                'month, day, leap) IS DISTINCT FROM at',
                'every day makes the round trip');
SELECT is_empty('SELECT FROM lunar_month WHERE days NOT IN (29, 30) OR days <> counted OR last - '
                'first + 1 <> days',
                'months are whole and have 29 or 30 days');
SELECT is_empty('SELECT FROM (SELECT at, lead(at) OVER (ORDER BY year, month, leap, day) AS next '
                'FROM lunar_day) AS d WHERE next <> at + 1',
                'lunar dates ascend with the days');
SELECT is_empty('SELECT FROM lunar_month WHERE first <> motcua.from_lunar(year, month, 1, leap)',
                'every month begins on its day 1');
SELECT is_empty('SELECT FROM computed WHERE tet <> motcua.tet(lunar_year)',
                'tet gives the first day of the lunar year');
SELECT is_empty(
    'SELECT FROM lunar_month AS m WHERE leap AND NOT EXISTS (SELECT FROM lunar_month AS o
    WHERE (o.year, o.month, o.leap) = (m.year, m.month, false) AND o.last + 1 = m.first)',
    'a leap month follows its namesake');

-- At these points the Chinese calendar, ICU or shortened algorithms give another answer.
SELECT is(array_agg(motcua.tet(y) ORDER BY y),
          '{1968-01-29,1969-02-16,1985-01-21,2007-02-17,2027-02-06,2030-02-02,2053-02-18,'
          '2148-01-21,2153-01-24}'::date[],
          'Tết is right where it differs between countries or calendars')
FROM unnest('{1968,1969,1985,2007,2027,2030,2053,2148,2153}'::int[]) AS y;
SELECT is(array_agg((SELECT month FROM lunar_month WHERE year = y AND leap) ORDER BY y),
          '{NULL,2,7,11,11,1}'::int[],
          'the leap months of 1984, 1985, 1987, 2033, 2128 and 2148 are right')
FROM unnest('{1984,1985,1987,2033,2128,2148}'::int[]) AS y;
SELECT is(motcua.from_lunar(2033, 11, 1, true), '2033-12-22'::date,
          'leap month 11 of 2033 is right');
SELECT is(motcua.from_lunar(2148, 1, 1, true),
          motcua.from_lunar(2148, 1, 1) + 30, 'leap month 1 of 2148 is right');
SELECT is(array_agg(motcua.from_lunar(y, 3, 10) ORDER BY y),
          '{1975-04-20,2009-04-04,2037-04-24,2038-04-13}'::date[],
          '10/3 is right where it differs from the Chinese calendar')
FROM unnest('{1975,2009,2037,2038}'::int[]) AS y;
SELECT is(array_agg(motcua.to_lunar(d)::text ORDER BY d),
          '{"(1998,8,1,f)","(2018,10,1,f)","(2019,2,1,f)","(2020,11,1,f)"}'::text[],
          'months that begin within minutes or an hour of midnight are right')
FROM unnest('{1998-09-21,2018-11-07,2019-03-06,2020-12-14}'::date[]) AS d;
SELECT is(count(*), 8::bigint, 'the eight uncertain months begin on the later day')
FROM lunar_month
WHERE first IN ('2054-05-08', '2077-11-16', '2085-10-19', '2130-05-08', '2150-05-27', '2159-05-18',
                '2175-01-23', '2199-01-27');
SELECT is(motcua.to_lunar('1925-01-24')::text,
          '(1925,1,1,f)', 'Tết 1925 is the day of the new moon');

-- Days outside the table, and lunar dates that do not exist, are refused.
SELECT throws_ok($$SELECT motcua.to_lunar('1900-01-30')$$, '22008',
                 'date "1900-01-30" is outside the lunar calendar, '
                 'which covers lunar years 1900-2199',
                 'days before the lunar year 1900 are refused');
SELECT throws_ok($$SELECT motcua.to_lunar('2200-02-15')$$, '22008', NULL,
                 'days after the lunar year 2199 are refused');
SELECT throws_ok(format('SELECT motcua.to_lunar(%L)', d), '22008',
    format('date "%s" is outside the lunar calendar, which covers lunar years 1900-2199', d), d)
FROM unnest('{infinity,-infinity}'::text[]) AS d;
SELECT throws_ok('SELECT motcua.tet(2200)', '22008',
                 'lunar year 2200 is outside the lunar calendar, '
                 'which covers lunar years 1900-2199',
                 'Tết of a year outside the table is refused');
SELECT throws_ok('SELECT motcua.from_lunar(2020, 1, 30)',
                 '22008',
                 'lunar date "30/1/2020" does not exist',
                 'day 30 of a month of 29 days is refused');
SELECT throws_ok('SELECT motcua.from_lunar(2021, 4, 1, true)', '22008',
    'lunar date "1/4/2021" in a leap month does not exist',
    'a leap month that does not exist is refused');
SELECT throws_ok(format('SELECT motcua.from_lunar(%s, %s, %s)', y, m, d),
                 '22008', NULL, format('%s/%s/%s', d, m, y))
FROM (VALUES (2020, 0, 1),
             (2020, 13, 1),
             (2020, -1, 1),
             (2020, 1, 0),
             (2020, 1, 31),
             (2020, 2147483647, 1),
             (1899, 12, 1)) AS v (y, m, d);

SELECT * FROM finish();
ROLLBACK;
