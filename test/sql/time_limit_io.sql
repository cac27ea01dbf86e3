-- Test the text form of time_limit.
\pset format unaligned
SET search_path = public, motcua;
SELECT written, written::time_limit AS read, to_text(written::time_limit, 'en') AS english
FROM unnest(ARRAY['5 ngày làm việc', '05 ngày làm việc', '03 (ba) ngày', '5 NGÀY LÀM VIỆC',
                  '5 ngay lam viec', '5 ngày l/v', '5wd', '1 working day',
                  '0,5 ngày làm việc', '0.50 ngày làm việc', '1/2 ngày', '½ ngày', 'nửa tháng',
                  '1 1/2 ngày', '8 giờ làm việc', '8wh', '24h', '15 days',
                  '2 tuần', '1 tháng', '1 năm', 'trong ngày', 'ngay', 'same day', '0 ngày',
                  'không quá 5 ngày', 'trong thời hạn 5 ngày làm việc',
                  '15 ngày không kể ngày lễ', '15 day_skip_holiday',
                  U&'5\00A0nga\0300y la\0300m vie\0323\0302c', '5.000 ngày']) AS written;

-- These texts are refused with the position in characters, because nothing is guessed.
SELECT '5 foo'::time_limit;
SELECT ''::time_limit;
SELECT 'ngày'::time_limit;
SELECT '5'::time_limit;
SELECT 'không quá 5 ngày kể từ ngày nhận'::time_limit;
SELECT '5 ngày 3 giờ'::time_limit;
SELECT '-5 ngày'::time_limit;
SELECT '1.000.000 ngày'::time_limit;
SELECT '0,125 ngày'::time_limit;
SELECT '1000000 ngày'::time_limit;
SELECT '0 giờ'::time_limit;
SELECT '0,5 tuần'::time_limit;
SELECT '03 (năm) ngày'::time_limit;

-- Numbers are refused in the same way, and the functions that ask raise no error.
SELECT make_time_limit(0.5, 'working_day'), make_time_limit(15, 'day'), make_time_limit(0, 'day'),
       make_time_limit(5.00, 'working_day');
SELECT make_time_limit(0.125, 'day');
SELECT make_time_limit(-1, 'day');
SELECT make_time_limit(5, 'days');
SELECT to_text('5wd', 'fr');
SELECT try_time_limit('5 foo') IS NULL AS none, try_time_limit('5 ngày') AS one,
       is_time_limit('5 foo') AS is_none, is_time_limit('5 ngày') AS is_one;

-- These are the parts and the order of time limits.
SELECT amount(t), unit(t) FROM (VALUES ('0,5 ngày'::time_limit), ('8wh'), ('trong ngày')) AS v (t);
SELECT t
FROM unnest('{1 giờ, 8wh, 20wd, 1 năm, 3wd, trong ngày, 2 tuần, 15 ngày}'::time_limit[]) AS t
ORDER BY t;
SELECT DISTINCT t
FROM (VALUES ('5wd'::time_limit), ('05 ngày làm việc'), ('5 ngày')) AS v (t)
ORDER BY t;
