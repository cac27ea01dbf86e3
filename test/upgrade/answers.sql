-- These are the answers of the database of test/upgrade/estate.sql, a line each. They must be the
-- same whatever version, server or copy gives them. The last ones follow a change that triggers
-- must see.
\set ON_ERROR_STOP on
\pset tuples_only on
\pset format unaligned
SET client_min_messages = warning;
SET timezone = 'UTC';
SET search_path = public, motcua;
SELECT 'calendar: ' || c::text FROM motcua.calendars AS c ORDER BY name;
SELECT 'days: ' || md5(string_agg(d::text, ';' ORDER BY d::text COLLATE "C"))
FROM motcua.calendar_days AS d;
SELECT 'local days: ' || d::text FROM motcua.calendar_day AS d ORDER BY calendar, day;
SELECT 'years: ' || y.calendar || y.year || y.status
FROM motcua.calendar_year AS y ORDER BY calendar, year;
SELECT 'shifts: ' || s::text FROM motcua.shift AS s ORDER BY s::text COLLATE "C";
SELECT 'agency: ' || a::text FROM motcua.agency AS a ORDER BY code;
SELECT 'observed: ' || o::text FROM motcua.observation AS o;
SELECT 'scales: ' || string_agg(s.name || s.origin, ' ' ORDER BY s.name COLLATE "C")
FROM motcua.scales AS s;
SELECT 'explained: ' || e::text
FROM unnest('{vn,z_province,a_commune}'::text[]) AS c,
     generate_series(date '2026-03-01', date '2026-05-03', '1 day') AS day,
     motcua.explain_day(day::date, c) AS e;
SELECT 'dossiers: ' || md5(string_agg(h::text, ';' ORDER BY id)) FROM public.ho_so AS h;
SELECT 'defaults: ' || pg_get_expr(adbin, adrelid)
FROM pg_attrdef
WHERE adrelid = 'public.ho_so'::regclass
ORDER BY adnum;
SELECT 'binary: '
       || md5(string_agg(motcua.dossier_send(ho_so) || motcua.dossier_code_send(ma)
                         || motcua.time_limit_send(thoi_han),
                         '' ORDER BY id))
FROM public.ho_so;
SELECT 'period: ' || k::text FROM public.ky AS k ORDER BY thang;
SELECT 'whole: ' || motcua.merge(so)::text || motcua.merge(lich_su)::text || motcua.merge(tre)::text
FROM public.ky;
SELECT 'rate: ' || t::text FROM public.ty_le AS t ORDER BY don_vi;
SELECT 'matview: ' || t::text FROM public.thang AS t ORDER BY thang;
SELECT 'reported: ' || r::text FROM motcua.report_06a('mot_cua', '[2026-01-01,2026-06-01)') AS r;
SELECT 'by unit: ' || u::text FROM mot_cua.on_time_by_unit AS u ORDER BY u.unit;
SELECT 'overdue: ' || md5(string_agg(o::text, ';' ORDER BY o::text COLLATE "C"))
FROM mot_cua.overdue AS o;
SELECT 'log: ' || count(*) FROM motcua.change_log;
SELECT 'frozen: ' || count(*) || ', differing '
       || (SELECT count(*) FROM motcua.verify_frozen('mot_cua', '[2026-01-01,2026-02-01)'))
FROM mot_cua.frozen_report;
SELECT 'rollup: ' || coalesce(stale_reason, 'in use') || ', differing '
       || (SELECT count(*) FROM motcua.verify_rollup('mot_cua'))
FROM motcua.rollups;
SELECT 'watched: ' || w::text FROM motcua.watches AS w;
SELECT 'attached: ' || relation || ' ' || md5(motcua.attach_statement('mot_cua'))
FROM motcua.attachments;

-- Each kind of index is searched.
SET enable_seqscan = off;
SELECT 'by code: ' || count(*)
FROM public.ho_so
WHERE ma = (SELECT ma FROM public.ho_so WHERE id = 77);
SELECT 'by procedure: ' || count(*) FROM public.ho_so WHERE thu_tuc = '1.000894';
SELECT 'in order: ' || md5(string_agg(id::text, ' '))
FROM (SELECT id FROM public.ho_so ORDER BY ten) AS x;
SELECT 'found: ' || count(*) FROM public.ho_so WHERE ten::text @@~* 'thuy';
SELECT 'most urgent: ' || string_agg(id::text, ' ')
FROM (SELECT id FROM public.ho_so ORDER BY ho_so, id LIMIT 5) AS x;
SELECT 'long: ' || count(*)
FROM public.ho_so
WHERE motcua.working_days_between(nhan::date, hen::date, (SELECT lich FROM public.ky LIMIT 1)) > 4;
SELECT 'of a month: ' || count(*)
FROM public.ho_so
WHERE motcua.month_of(nhan::date) = '2026-02-01';
RESET enable_seqscan;

-- The log, the roll-up and the calendars must take a change, which is then undone.
BEGIN;
UPDATE public.ho_so SET hen = hen + interval '20 days' WHERE id % 10 = 0;
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('z_province', '2026-03-03', 'off');
SELECT 'then logged: ' || count(*) FROM motcua.change_log;
SELECT 'then rolled up: ' || coalesce(stale_reason, 'in use') || ', differing '
       || (SELECT count(*) FROM motcua.verify_rollup('mot_cua'))
FROM motcua.rollups;
SELECT 'then: ' || u::text FROM mot_cua.on_time_by_unit AS u ORDER BY u.unit;
SELECT 'then due: '
       || motcua.due_on('2026-03-02', '5 ngày làm việc'::motcua.time_limit, 'a_commune');
ROLLBACK;
