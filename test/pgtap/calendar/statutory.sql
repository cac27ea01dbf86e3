-- Test the statutory rules alone against the decided years of data/vn_days_off.csv.
\set QUIET 1
\set ON_ERROR_STOP 1
\pset format unaligned
\pset tuples_only true

BEGIN;
SELECT plan(17);

CREATE TEMP TABLE decided (
    day date PRIMARY KEY, kind text, title text, source text, confidence text
);
\copy decided FROM 'data/vn_days_off.csv' WITH (FORMAT csv, HEADER)
DELETE FROM decided WHERE kind NOT IN ('holiday', 'compensation');
CREATE TEMP TABLE computed AS
SELECT y AS year, s.* FROM generate_series(1990, 2100) AS y, motcua.statutory_days_off(y) AS s;

-- Tết 2014 had one day off before and four days after New Year. The default choice has two and
-- three, with as few days on weekly rest.
SELECT results_eq($$
    SELECT *
    FROM (
        (SELECT 'decided' AS by, day, kind, title
         FROM decided
         EXCEPT SELECT 'decided', day, kind, title
         FROM computed)
        UNION ALL
        (SELECT 'by rule', day, kind, title FROM computed WHERE year BETWEEN 2010 AND 2027
         EXCEPT SELECT 'by rule', day, kind, title FROM decided)) AS difference
    ORDER BY by DESC, day$$,
    $$VALUES ('decided', date '2014-02-03', 'holiday', 'Tết Nguyên đán (mùng 4)'),
             ('decided', date '2014-02-04', 'compensation', 'Nghỉ bù Tết Nguyên đán (mùng 2)'),
             ('decided', date '2014-02-05', 'compensation', 'Nghỉ bù Tết Nguyên đán (mùng 3)'),
             ('by rule', date '2014-01-29', 'holiday', 'Tết Nguyên đán (ngày cuối năm âm lịch)'),
             ('by rule', date '2014-02-03', 'compensation', 'Nghỉ bù Tết Nguyên đán (mùng 2)'),
             ('by rule', date '2014-02-04', 'compensation', 'Nghỉ bù Tết Nguyên đán (mùng 3)')$$,
    'the rules differ from 2010-2027 only where Tết 2014 was decided otherwise');
SELECT is(count(*), 17::bigint, 'seventeen of eighteen years come out whole')
FROM (
    SELECT extract(year FROM day) FROM decided JOIN computed USING (day, kind, title)
    GROUP BY 1
    HAVING count(*) = (SELECT count(*)
                       FROM decided AS d
                       WHERE extract(
                           year FROM d.day) = extract(year FROM min(decided.day)))) AS whole;

-- These rules must hold in every year.
SELECT is_empty('SELECT FROM computed WHERE extract(year FROM day) <> year',
                'all days of a year lie in that year');
SELECT is_empty('SELECT day FROM computed GROUP BY day HAVING count(*) > 1',
                'each day has one row');
SELECT is_empty('SELECT FROM computed WHERE title IS NULL OR source IS NULL',
                'every day has a title and a source');
SELECT set_eq('SELECT DISTINCT kind FROM computed', ARRAY['holiday', 'compensation'], 'kinds');
SELECT is_empty($$SELECT FROM computed
                  WHERE kind = 'compensation' AND extract(isodow FROM day) IN (6, 7)$$,
                'no compensation is on weekly rest');
SELECT is_empty($$
    SELECT year FROM computed GROUP BY year
    HAVING count(*) FILTER (WHERE kind = 'compensation') <> count(*) FILTER (
        WHERE kind = 'holiday'
          AND (extract(isodow FROM day) = 7
               OR (extract(isodow FROM day) = 6 AND day >= '1999-10-02')))$$,
    'each holiday on weekly rest (Saturdays from October 1999) has a compensation');
SELECT results_eq($$SELECT count(*) FILTER (WHERE kind = 'holiday')
                    FROM computed GROUP BY year ORDER BY year$$,
                  $$SELECT CASE WHEN y < 2007 THEN 8
                                WHEN y < 2014 THEN 9
                                WHEN y < 2021 THEN 10
                                WHEN y < 2026 THEN 11
                                ELSE 12 END::bigint
                    FROM generate_series(1990, 2100) AS y$$,
                  'the law periods have 8, 9, 10, 11 and 12 holidays');
SELECT is_empty($$SELECT FROM computed
                  WHERE title LIKE 'Giỗ Tổ%' AND day <> motcua.from_lunar(year, 3, 10)$$,
                'Giỗ Tổ is 10/3 lunar');
SELECT is(max(to_char(day, 'MM-DD')), '04-29', 'Giỗ Tổ never falls on another holiday')
FROM computed WHERE title LIKE 'Giỗ Tổ%';
SELECT is(min(day), '2026-11-24'::date, 'Culture Day is off from 2026')
FROM computed WHERE title = 'Ngày Văn hóa Việt Nam';
SELECT is(array_agg(day ORDER BY day),
          '{2029-09-02,2029-09-03,2029-09-04}'::date[],
          'a National Day on a Sunday is compensated')
FROM computed WHERE year = 2029 AND title LIKE '%Quốc khánh%';
SELECT is(array_agg(day ORDER BY day),
          '{2044-04-30,2044-05-01,2044-05-02,2044-05-03}'::date[],
          'the compensations follow each other where 30 April is a Saturday')
FROM computed WHERE day BETWEEN '2044-04-25' AND '2044-05-10';

-- Years outside the range are refused, and NULL gives no row.
SELECT throws_ok(format('SELECT * FROM motcua.statutory_days_off(%s)', y), '22008',
    format('year %s is outside the statutory rules, which cover 1990 to 2100', y), 'year ' || y)
FROM unnest('{1989,2101}'::int[]) AS y;
SELECT is_empty('SELECT * FROM motcua.statutory_days_off(NULL)', 'NULL gives no row');

SELECT * FROM finish();
ROLLBACK;
