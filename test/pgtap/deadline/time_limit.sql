-- Test time limits as values: what is read, SQLSTATEs, order, hash, binary form, parts.
\ir ../setup.psql
SELECT plan(93);
SET LOCAL search_path = public, motcua;

-- Return the SQLSTATE of a query's error, or NULL.
CREATE FUNCTION pg_temp.state_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE query;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
CREATE FUNCTION pg_temp.detail_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE detail text; hint text;
BEGIN
    EXECUTE query;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    RETURN concat_ws(' | ', SQLSTATE, SQLERRM, nullif(detail, ''), nullif(hint, ''));
END $$;

-- ---- texts that printed forms use ----
CREATE TEMP TABLE written (t text, canonical text);
INSERT INTO written VALUES
    ('5 ngày làm việc', '5 ngày làm việc'), ('05 ngày làm việc', '5 ngày làm việc'),
    ('5 NGÀY LÀM VIỆC', '5 ngày làm việc'), ('5 ngay lam viec', '5 ngày làm việc'),
    ('5 ngày LV', '5 ngày làm việc'), ('5wd', '5 ngày làm việc'),
    ('5 working days', '5 ngày làm việc'), ('không quá 05 (năm) ngày làm việc', '5 ngày làm việc'),
    ('trong thời hạn 5 ngày làm việc', '5 ngày làm việc'),
    (U&'5\00A0ngày\00A0làm\00A0việc', '5 ngày làm việc'), ('03 (ba) ngày', '3 ngày'),
    ('1/2 ngày', '0,5 ngày'), ('½ ngày', '0,5 ngày'),
    ('nửa ngày', '0,5 ngày'), ('nửa tháng', '0,5 tháng'),
    ('0.5 ngày làm việc', '0,5 ngày làm việc'), ('8 giờ làm việc', '8 giờ làm việc'),
    ('8wh', '8 giờ làm việc'), ('24 giờ', '24 giờ'), ('24h', '24 giờ'),
    ('2 tuần', '2 tuần'), ('1 month', '1 tháng'), ('1 năm', '1 năm'),
    ('15 ngày trừ ngày lễ', '15 ngày không tính ngày lễ'), ('trong ngày', 'trong ngày'),
    ('ngay', 'trong ngày'), ('0 ngày làm việc', 'trong ngày');
SELECT is((SELECT string_agg(format('%s: %s', t, t::time_limit), '; ')
           FROM written WHERE t::time_limit::text <> canonical),
          NULL, 'texts that printed forms use are read, and written in one form');
SELECT is((SELECT string_agg(t, '; ')
           FROM written
           WHERE normalize(t, NFD)::time_limit::text IS DISTINCT FROM canonical),
          NULL, 'texts in NFD are read as the same limit');
SELECT is((SELECT string_agg(t, '; ')
           FROM written
           WHERE upper(t)::time_limit::text IS DISTINCT FROM canonical),
          NULL, 'texts in capitals are read as the same limit');
SELECT is((SELECT string_agg(t, '; ')
           FROM written
           WHERE canonical IS NOT NFC NORMALIZED OR t::time_limit::text IS NOT NFC NORMALIZED),
          NULL, 'the canonical text is NFC');
SELECT is((SELECT string_agg(t, '; ')
           FROM written
           WHERE to_text(t::time_limit, 'en')::time_limit <> t::time_limit
              OR to_text(t::time_limit)::time_limit <> t::time_limit),
          NULL, 'the texts of both languages are read as the same limit');
SELECT is((SELECT string_agg(t, '; ')
           FROM written
           WHERE NOT is_time_limit(t) OR try_time_limit(t) IS DISTINCT FROM t::time_limit),
          NULL, 'is_time_limit and try_time_limit agree');

CREATE TEMP TABLE refused AS
SELECT *
FROM unnest(ARRAY['', ' ', 'ngày', 'abc', '5', '5 foo', '-5 ngày', '+5 ngày',
                  '5 ngày kể từ ngày nhận', '5 ngày 3 giờ', '5-7 ngày', '1.000.000 ngày',
                  '0,125 ngày', '1000000 ngày',
                  '99999999999999999999999999999999 ngày', '1/3 ngày', '1/0 ngày', '3/2 ngày',
                  '0 giờ', '0 tháng', '0,5 tuần', '0,25 năm', '03 (năm) ngày', '03 (ba ngày',
                  'NaN ngày', '1e3 ngày', '5 ngày' || chr(8203), 'null']) AS t;
SELECT is((SELECT string_agg(t, '; ')
           FROM refused
           WHERE pg_temp.state_of(format('SELECT %L::time_limit', t)) IS DISTINCT FROM '22P02'),
          NULL, 'every other text is refused with 22P02');
SELECT is((SELECT string_agg(t, '; ')
           FROM refused
           WHERE is_time_limit(t) OR try_time_limit(t) IS NOT NULL),
          NULL, 'is_time_limit and try_time_limit raise no error for such texts');
SELECT is(pg_temp.detail_of($$SELECT '5 foo'::time_limit$$),
          '22P02 | invalid time limit "5 foo" | Only a unit of time limits may follow the amount. '
          'The text is wrong from character 3 on. | Write an amount and a unit, as in "5 ngày làm '
          'việc" or "8 giờ làm việc".',
          'the error has message, detail and hint');
SELECT is(pg_temp.detail_of($$SELECT 'tối đa x'::time_limit$$),
          '22P02 | invalid time limit "tối đa x" | A number is missing or invalid. The text is '
          'wrong from character 8 on. | Write an amount and a unit, as in "5 ngày làm việc" or "8 '
          'giờ làm việc".',
          'the position in the message counts characters');
SELECT is(try_time_limit(repeat('9', 1000000) || ' ngày'), NULL, 'a million digits are refused');
SELECT is(try_time_limit('5' || repeat(' ', 1000000) || 'ngày'),
          '5 ngày'::time_limit, 'a million spaces are read');
SELECT is(pg_temp.state_of($$SELECT ('5 ' || repeat('ngày ', 200000))::time_limit$$),
          '22P02', 'a long text is refused with its error');

SELECT is(coalesce(pg_temp.state_of($$SELECT * FROM pg_input_error_info('5 foo', 'time_limit')$$),
                   'none'),
          CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'none'
               ELSE '42883' END,
          'the error is soft where PostgreSQL has soft errors');

-- ---- make_time_limit ----
SELECT is(make_time_limit(amount => 5, unit => 'working_day'),
          '5 ngày làm việc', 'a limit can be made from a number and a unit');
SELECT is(make_time_limit(5.000, 'working_day'),
          '5 ngày làm việc', 'trailing zeros do not count as decimals');
SELECT is(make_time_limit(0.25, 'hour')::text, '0,25 giờ', 'hundredths');
SELECT is(make_time_limit(0, unit), 'trong ngày', format('zero of %s is the same day', unit))
FROM unnest('{working_day, day, day_skip_holiday}'::text[]) AS unit;
SELECT is(pg_temp.state_of(format('SELECT make_time_limit(0, %L)', unit)),
          '22023', format('zero of %s is none', unit))
FROM unnest('{working_hour, week, month, year, hour}'::text[]) AS unit;
SELECT is(make_time_limit(999999.99, 'day')::text, '999999,99 ngày',
          'the greatest limit can be made');
SELECT is(make_time_limit(0.5, unit), ('0,5 ' || unit)::time_limit, format('half a %s', unit))
FROM unnest('{month, year, day, working_hour}'::text[]) AS unit;
SELECT is(pg_temp.state_of(format('SELECT make_time_limit(%s)', call)),
          '22023', format('make_time_limit(%s)', call))
FROM unnest(ARRAY[$$0.005, 'day'$$, $$0.001, 'day'$$, $$-1, 'day'$$, $$-0.001, 'day'$$,
                  $$1000000, 'day'$$, $$999999.991, 'day'$$, $$1e131071, 'day'$$,
                  $$1e-16383, 'day'$$, $$'NaN', 'day'$$, $$'Infinity', 'day'$$,
                  $$'-Infinity', 'day'$$, $$0.5, 'week'$$, $$0.25, 'month'$$, $$1.1, 'year'$$,
                  $$5, 'days'$$, $$5, 'ngày'$$, $$5, ''$$, $$5, 'DAY'$$]) AS call;
SELECT is(pg_temp.detail_of($$SELECT make_time_limit(0.505, 'day')$$),
          '22023 | no time limit has the amount "0.505" of unit "day" | Amounts have at most two '
          'decimals. | Correct the amount, or use a smaller unit.',
          'the error quotes the value');
SELECT is(pg_temp.detail_of($$SELECT make_time_limit(5, 'days')$$),
          '22023 | unknown unit of time "days" | Use "working_day", "working_hour", "day", '
          '"day_skip_holiday", "week", "month", "year" or "hour"; a whole limit can be written as '
          'text: ''5 ngày làm việc''::motcua.time_limit.',
          'the error quotes the unit, and its hint lists the units');

-- ---- parts ----
CREATE TEMP TABLE every AS
SELECT u.unit, u.ord, a.amount, make_time_limit(a.amount, u.unit) AS t
FROM unnest('{working_day, working_hour, day, day_skip_holiday, week, month, year, '
            'hour}'::text[]) WITH ORDINALITY AS u (unit, ord),
     (SELECT n / 2.0 FROM generate_series(1, 60) AS n UNION ALL VALUES (999999)) AS a (amount)
WHERE u.unit <> 'week' OR a.amount = trunc(a.amount);
SELECT is((SELECT count(*) FROM every), (7 * 61 + 31)::bigint, 'there are many limits to test');
SELECT is((SELECT string_agg(t::text, '; ')
           FROM every
           WHERE amount(t) <> amount
              OR unit(t) <> unit
              OR make_time_limit(amount(t), unit(t)) <> t),
          NULL, 'amount and unit give the parts of a limit');
SELECT is((SELECT string_agg(t::text, '; ')
           FROM every
           WHERE t::text::time_limit <> t OR to_text(t, 'en')::time_limit <> t),
          NULL, 'texts in both languages read back');
SELECT is((SELECT string_agg(t::text, '; ')
           FROM every
           WHERE (amount::text || ' ' || unit)::time_limit <> t),
          NULL, 'an amount and a unit name are read');
SELECT is(ARRAY[amount('5 ngày')::text, amount('0,5 ngày')::text, amount('1,25 ngày')::text,
                amount('trong ngày')::text, amount('100 ngày')::text],
          '{5,0.5,1.25,0,100}', 'amount has no trailing zeros');
SELECT is(unit('trong ngày'), 'working_day', 'the same day is zero working days');
SELECT is(to_text('1 ngày làm việc', lang => 'en'), '1 working day',
          'an amount of one has the singular in English');
SELECT is(to_text('0,5 ngày làm việc', 'en'), '0.5 working days',
          'other amounts have the plural in English');
SELECT is(pg_temp.state_of($$SELECT to_text('1 ngày', 'fr')$$), '22023',
          'other languages are refused');

-- ---- order and hash ----
SELECT is((SELECT string_agg(t::text, '; ')
           FROM (SELECT t, row_number() OVER (ORDER BY t) AS by_type,
                        row_number() OVER (ORDER BY ord, amount) AS by_parts
                 FROM every) AS x
           WHERE by_type <> by_parts),
          NULL,
          'the order is by unit, then by amount');
SELECT is((SELECT count(*)
           FROM every AS a, every AS b
           WHERE ((a.t < b.t), (a.t <= b.t), (a.t = b.t), (a.t >= b.t), (a.t > b.t),
                  (a.t <> b.t)) IS DISTINCT FROM ((a.ord, a.amount) < (b.ord, b.amount),
                                                  (a.ord, a.amount) <= (b.ord, b.amount),
                                                  (a.ord, a.amount) = (b.ord, b.amount),
                                                  (a.ord, a.amount) >= (b.ord, b.amount),
                                                  (a.ord, a.amount) > (b.ord, b.amount),
                                                  (a.ord, a.amount) <> (b.ord, b.amount))),
          0::bigint, 'every operator agrees with the order');
SELECT is((SELECT count(*)
           FROM every AS a, every AS b
           WHERE time_limit_cmp(a.t, b.t) <> sign((a.t > b.t)::int - (a.t < b.t)::int)),
          0::bigint, 'the comparison function agrees with the order');
CREATE TEMP TABLE procedure AS SELECT id, t FROM every, generate_series(1, 3) AS id;
CREATE INDEX ON procedure (t);
CREATE INDEX ON procedure USING hash (t);
ANALYZE procedure;
SELECT is((SELECT count(DISTINCT t) FROM procedure), (SELECT count(*) FROM every), 'DISTINCT');
SET LOCAL enable_sort = off;
SELECT is((SELECT count(*) FROM (SELECT t FROM procedure GROUP BY t HAVING count(*) = 3) AS x),
          (SELECT count(*) FROM every), 'GROUP BY by hash knows equal limits');
SET LOCAL enable_hashagg = off; SET LOCAL enable_sort = on;
SELECT is((SELECT count(*) FROM (SELECT t FROM procedure GROUP BY t HAVING count(*) = 3) AS x),
          (SELECT count(*) FROM every), 'GROUP BY by sort knows equal limits');
CREATE FUNCTION pg_temp.joined()
    RETURNS bigint
    LANGUAGE sql
    AS $$ SELECT count(*) FROM procedure AS p JOIN every AS e ON p.t = e.t $$;
SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off;
SELECT is(pg_temp.joined(), (SELECT 3 * count(*) FROM every), 'a hash join finds equal limits');
SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = on;
SELECT is(pg_temp.joined(), (SELECT 3 * count(*) FROM every), 'a merge join finds equal limits');
SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;
SELECT is((SELECT count(*) FROM procedure WHERE t = '5wd'), 3::bigint, 'an index finds a limit');
SELECT is((SELECT count(*) FROM procedure WHERE t >= '1wd' AND t <= '5wd'),
          27::bigint, 'an index finds a range of one unit');
SELECT isnt(time_limit_hash('5wd'), time_limit_hash('6wd'), 'hash');
SELECT isnt(time_limit_hash_extended('5wd', 1),
            time_limit_hash_extended('5wd', 2), 'the hash depends on its seed');
SELECT is((SELECT count(*)
           FROM every
           WHERE time_limit_hash_extended(t, 0) & 4294967295 <> time_limit_hash(
               t)::bigint & 4294967295),
          0::bigint, 'the extended hash with seed 0 is the hash');
SELECT ok('5wd'::time_limit IS NOT DISTINCT FROM '05 ngày làm việc'::time_limit,
          'IS DISTINCT FROM tells limits apart');

-- ---- binary ----
\copy every to 'build/time_limit.bin' (format binary)
CREATE TEMP TABLE received (LIKE every);
\copy received from 'build/time_limit.bin' (format binary)
SELECT is((SELECT count(*)
           FROM every AS e JOIN received AS r USING (unit, amount)
           WHERE r.t = e.t AND r.t::text = e.t::text),
          (SELECT count(*) FROM every), 'the binary form is read as the same value');
SELECT is(time_limit_send('8wh'), '\x0000000100000320', 'the binary form is unit and hundredths');

-- Return what COPY makes of a binary row with these bytes, as an untrusted client would send them:
-- text, or SQLSTATE.
CREATE TEMP TABLE hostile (t time_limit);
CREATE FUNCTION pg_temp.receive(bytes bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    file bytea := '\x5047434f50590aff0d0a00'::bytea || '\x0000000000000000'::bytea
    || '\x0001'::bytea || int4send(length(bytes)) || bytes || '\xffff'::bytea;
    octal text := (SELECT string_agg(format('\%s%s%s', get_byte(file, i) >> 6,
                                            get_byte(file, i) >> 3 & 7, get_byte(file, i) & 7),
                                     '' ORDER BY i)
                   FROM generate_series(0, length(file) - 1) AS i);
BEGIN
    TRUNCATE hostile;
    EXECUTE format('COPY hostile FROM PROGRAM %L (FORMAT binary)', format('printf ''%s''', octal));
    RETURN (SELECT t::text FROM hostile);
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
SELECT is(pg_temp.receive(bytes), answer, format('receives %s', bytes))
FROM (VALUES
    ('\x0000000100000320'::bytea, '8 giờ làm việc'), ('\x0000000000000000', 'trong ngày'),
    ('\x0000000205f5e0ff', '999999,99 ngày'),
    ('\x0000000205f5e100', '22P03'), ('\x0000000800000064', '22P03'),
    ('\x0000000200000000', '22P03'), ('\x0000000400000032', '22P03'),
    ('\x0000000500000019', '22P03'),
    ('\x8000000000000064', '22P03'), ('\xffffffffffffffff', '22P03'),
    ('\x00000000ffffffff', '22P03'), ('\x000000000000', '08P01'), ('\x', '08P01'),
    ('\x000000010000032000', '22P03')) AS v (bytes, answer);

-- ---- elsewhere ----
CREATE TEMP TABLE generated (
    days numeric, t time_limit GENERATED ALWAYS AS (make_time_limit(days, 'working_day')) STORED
);
INSERT INTO generated VALUES (5), (0.5);
SELECT is((SELECT string_agg(t::text, ', ' ORDER BY t) FROM generated),
          '0,5 ngày làm việc, 5 ngày làm việc',
          'a generated column can hold a limit');
SELECT is((SELECT string_agg(DISTINCT format('%s %s', castcontext, castmethod), ', ')
           FROM pg_cast
           WHERE castsource = 'time_limit'::regtype OR casttarget = 'time_limit'::regtype),
          'i i', 'the type has no casts but those by text');
SELECT is((SELECT min(x::text) FROM unnest('{5wd,trong ngày}'::time_limit[]) AS x),
          '5 ngày làm việc', 'arrays');
SELECT is(to_jsonb('5wd'::time_limit), '"5 ngày làm việc"', 'a limit is its text in JSON');

SELECT * FROM finish();
ROLLBACK;
