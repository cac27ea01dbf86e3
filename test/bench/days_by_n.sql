-- needs: data/received
-- Measure working days by their number: N after a day, and between two days that are N days apart.
-- They are compared with everything that a PostgreSQL user finds for this. Slow methods are asked
-- fewer rows and compared by the time of a row.

-- These functions loop over days, as is usually done.
CREATE FUNCTION bench.loop_add(d date, n integer) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
    WHILE n > 0 LOOP
        d := d + 1;
        IF (SELECT works FROM bench.calendar WHERE day = d) THEN
            n := n - 1;
        END IF;
    END LOOP;
    RETURN d;
END $$;
CREATE FUNCTION bench.loop_between(since date, until date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    d date := since;
    n integer := 0;
BEGIN
    WHILE d < until LOOP
        d := d + 1;
        IF (SELECT works FROM bench.calendar WHERE day = d) THEN
            n := n + 1;
        END IF;
    END LOOP;
    RETURN n;
END $$;

-- These functions look up each day of a series, and take the n-th or count all.
CREATE FUNCTION bench.series_add(d date, n integer) RETURNS date LANGUAGE sql AS $$
    SELECT g::date FROM generate_series(d + 1, d + n * 8 / 5 + 20, interval '1 day') AS g
    WHERE (SELECT works FROM bench.calendar WHERE day = g::date) ORDER BY g OFFSET n - 1 LIMIT 1
$$;
CREATE FUNCTION bench.series_between(since date, until date) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM generate_series(since + 1, until, interval '1 day') AS g
    WHERE (SELECT works FROM bench.calendar WHERE day = g::date)
$$;

CREATE EXTENSION orafce;
SELECT plvdate.include_start(false) \g /dev/null

-- ---- all methods give the same answers ----
CREATE TABLE bench.distinct_day AS SELECT DISTINCT d FROM bench.received;
CREATE TABLE bench.some_day AS
SELECT d
FROM bench.distinct_day
ORDER BY hashint4(d - date '2000-01-01')
LIMIT 50;
SELECT bool_and(motcua.add_working_days(d, n) = later.day) AS added_by_join
FROM bench.distinct_day
JOIN bench.calendar AS today ON today.day = d
CROSS JOIN unnest('{1,5,20,60,200,1000}'::integer[]) AS n
LEFT JOIN bench.calendar AS later ON later.works AND later.number = today.number + n \gset
CALL bench.must('add_working_days adds as the calendar table does', :'added_by_join');
SELECT bool_and(motcua.working_days_between(
                    d, d + n) = later.number - today.number) AS counted_by_join
FROM bench.distinct_day CROSS JOIN unnest('{1,7,30,90,365,1000}'::integer[]) AS n
JOIN bench.calendar AS today ON today.day = d
LEFT JOIN bench.calendar AS later ON later.day = d + n \gset
CALL bench.must('working_days_between counts as the calendar table does', :'counted_by_join');
SELECT bool_and(motcua.add_working_days(d, n) = bench.loop_add(d, n)
                AND motcua.add_working_days(d, n) = bench.series_add(d, n)) AS added
FROM bench.some_day, unnest('{1,5,20,60,200}'::integer[]) AS n \gset
CALL bench.must('the loop and the series add alike', :'added');
SELECT bool_and(motcua.working_days_between(d, d + n) = bench.loop_between(d, d + n)
                AND motcua.working_days_between(d,
                                                d + n) = bench.series_between(d, d + n)) AS counted
FROM bench.some_day, unnest('{1,7,30,90,365}'::integer[]) AS n \gset
CALL bench.must('the loop and the series count alike', :'counted');
-- orafce knows weekends and up to 50 single days off, but no Saturday that works. Its answers can
-- be right only where there are none of the latter two.
SELECT bool_and(motcua.add_working_days(d::date, 20) = plvdate.add_bizdays(d::date, 20)
                AND motcua.working_days_between(
                    d::date, (d + interval '30 days')::date) = plvdate.bizdays_between(
                    d::date, (d + interval '30 days')::date)) AS same
FROM generate_series(date '2025-05-05', date '2025-07-25', interval '1 day') AS d \gset
CALL bench.must('orafce answers alike where no day is off but weekends', :'same');
INSERT INTO bench.figure (suite, name, value, unit)
SELECT 'add', format('orafce gives another day, %s working days on', n),
       round(100 * avg((motcua.add_working_days(d, n) <> plvdate.add_bizdays(d, n))::integer), 1),
       '%'
FROM bench.distinct_day, unnest('{5,20,60}'::integer[]) AS n GROUP BY n ORDER BY n;
:figures WHERE suite = 'add';

-- ---- the times of all methods ----
-- Return how many rows a slower method is asked, so that it takes about a tenth of a second.
CREATE FUNCTION bench.few(days bigint, n bigint) RETURNS bigint LANGUAGE sql
RETURN greatest(20, least((SELECT count(*) FROM bench.received), days / n));
CREATE TABLE bench.days_apart AS
SELECT 'add' AS suite, unnest('{1,5,20,60,200,1000}'::bigint[]) AS n
UNION ALL SELECT 'between', unnest('{1,7,30,90,365,1000}'::bigint[]);
CREATE TABLE bench.method (suite text, place serial, name text, days bigint, question text);
COMMENT ON COLUMN bench.method.days
    IS 'how many days it walks in a tenth of a second; none where it does not walk';
INSERT INTO bench.method (suite, name, days, question) VALUES
    ('add', 'date + n', NULL, 'sum(d + $n - date ''2000-01-01'') FROM $rows'),
    ('add', 'add_working_days', NULL,
     'sum(motcua.add_working_days(d, $n) - date ''2000-01-01'') FROM $rows'),
    ('add',
     'calendar table joined twice',
     NULL,
     $$sum(later.day - date '2000-01-01') FROM $rows JOIN bench.calendar AS today ON today.day = d
    JOIN bench.calendar AS later ON later.works AND later.number = today.number + $n$$),
    ('add', 'orafce plvdate.add_bizdays', 5000000,
     'sum(plvdate.add_bizdays(d, $n) - date ''2000-01-01'') FROM $rows'),
    ('add', 'generate_series in an SQL function', 20000,
     'sum(bench.series_add(d, $n) - date ''2000-01-01'') FROM $rows'),
    ('add', 'a loop in PL/pgSQL', 10000,
     'sum(bench.loop_add(d, $n) - date ''2000-01-01'') FROM $rows'),
    ('between', 'date - date', NULL, 'sum((d + $n) - d) FROM $rows'),
    ('between', 'working_days_between', NULL,
     'sum(motcua.working_days_between(d, d + $n)) FROM $rows'),
    ('between',
     'calendar table joined twice',
     NULL,
     $$sum(later.number - today.number) FROM $rows JOIN bench.calendar AS today ON today.day = d
    JOIN bench.calendar AS later ON later.day = d + $n$$),
    ('between', 'orafce plvdate.bizdays_between', 5000000,
     'sum(plvdate.bizdays_between(d, d + $n)) FROM $rows'),
    ('between', 'generate_series in an SQL function', 20000,
     'sum(bench.series_between(d, d + $n)) FROM $rows'),
    ('between', 'a loop in PL/pgSQL', 10000, 'sum(bench.loop_between(d, d + $n)) FROM $rows');

INSERT INTO bench.query (suite, x, name, baseline, goal, rows, ours, sql)
SELECT suite, n, name, nullif(first, name), CASE WHEN name = 'add_working_days' THEN 1.15 END, rows,
       name IN ('add_working_days', 'working_days_between'),
       'SELECT '
       || replace(replace(question, '$n', n::text),
                  '$rows',
                  CASE WHEN days IS NULL THEN 'bench.received'
                       ELSE format('(SELECT d FROM bench.received LIMIT %s) AS r', rows) END)
FROM (SELECT *, first_value(name) OVER (PARTITION BY suite ORDER BY place) AS first
      FROM bench.method) AS m
JOIN bench.days_apart USING (suite), LATERAL (SELECT CASE WHEN days IS NULL THEN (
                                                              SELECT count(*) FROM bench.received)
                                                          ELSE bench.few(days,
                                                                         n + 5) END AS rows) AS f
ORDER BY suite, n, place;
CALL bench.run('add', 7);
:timings WHERE suite = 'add';
CALL bench.run('between', 7);
:timings WHERE suite = 'between';
