-- Prints the demonstration's report from the views that motcua.attach has made over public.ho_so.
-- demo/report runs this script.

\encoding UTF8
\set ON_ERROR_STOP on
SET client_min_messages = warning;
\pset format aligned
\pset border 0
\pset footer off
\pset numericlocale off
\pset pager off
\pset null ''

-- These functions write numbers, days and weekdays as in Vietnam under every locale (17.391,
-- 31/12/2020, Thứ Hai), and cut a text to a width.
CREATE FUNCTION pg_temp.viet(n bigint, width integer) RETURNS text LANGUAGE SQL IMMUTABLE
    RETURN format('%' || width || 's', replace(to_char(n, 'FM999,999,999,990'), ',', '.'));
CREATE FUNCTION pg_temp.viet(day date) RETURNS text LANGUAGE SQL IMMUTABLE
    RETURN to_char(day, 'DD/MM/YYYY');
CREATE FUNCTION pg_temp.weekday(day date) RETURNS text LANGUAGE SQL IMMUTABLE
    RETURN ('{Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy,Chủ '
            'Nhật}'::text[])[extract(isodow FROM day)::integer];
CREATE FUNCTION pg_temp.cut(value text, width integer) RETURNS text LANGUAGE SQL IMMUTABLE
    RETURN CASE WHEN char_length(value) > width THEN rtrim(left(value, width - 1)) || '…'
                ELSE value END;
CREATE FUNCTION pg_temp.percent(rate numeric) RETURNS text LANGUAGE SQL IMMUTABLE
    RETURN lpad(motcua.format_percent(rate), 7);

-- The views have the figures of each unit. The lines for several units together need tallies that
-- can be merged.
CREATE TEMP TABLE unit_tally AS
SELECT f.unit AS ma, f.unit_name AS ten, f.level AS cap,
       motcua.tally(f.received_at, f.due_at, f.ended_at,
                    daterange('2020-01-01', '2020-12-31', '[]'),
                    f.online, f.ended_as, f.granularity, f.paused_since) AS t
FROM mot_cua.fact AS f
GROUP BY f.unit, f.unit_name, f.level;

-- These lines are for the communes together and for the whole district. They merge tallies, because
-- the average of rates is not the rate of the whole.
CREATE TEMP VIEW summary_tally AS
SELECT '11 xã, thị trấn' AS ten, 1 AS place, motcua.merge(u.t) AS t
FROM unit_tally AS u
WHERE u.cap = 'xa'
UNION ALL
SELECT u.ten, 2, u.t FROM unit_tally AS u WHERE u.cap = 'huyen'
UNION ALL
SELECT 'Toàn huyện', 3, motcua.merge(u.t) FROM unit_tally AS u;

\echo
\echo '============================================================================================================'
\echo '  TIẾP NHẬN VÀ GIẢI QUYẾT HỒ SƠ MỘT CỬA NĂM 2020 - HUYỆN QUẢNG ĐIỀN, TỈNH THỪA THIÊN HUẾ'
\echo '  One-stop-shop dossiers of Quảng Điền district, 2020'
\echo '============================================================================================================'
\echo '  Kỳ báo cáo từ 01/01/2020 đến 31/12/2020. Từng hồ sơ là giả lập; số tiếp nhận và số giải quyết trước hạn,'
\echo '  đúng hạn của Trung tâm, của 11 xã, thị trấn cộng lại và của xã Quảng Thái khớp số đã công bố.'
\echo '  (Every dossier is invented; centre, 11 communes together and Quảng Thái add up to the published totals.)'

\ir report-rates.sql
\ir report-open.sql
\ir report-calendar.sql

\echo
\echo '  Tự tra cứu: make psql mở psql trên chính dữ liệu này (bảng ho_so, don_vi; khung nhìn trong mot_cua); thử  SELECT * FROM motcua.help();'
\echo '  Explore:    make psql opens a shell on these data; try  SELECT * FROM motcua.help(lang => \'en\');'
\echo
