-- Make everything that a DBA may keep in a database with motcua, for the tests that move the
-- database: update, dump and restore, pg_upgrade. A test that wants another version creates the
-- extension first.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS motcua;

-- The DBA has calendars, agencies and declared figures.
INSERT INTO motcua.calendar (name, title, parent, work_week, same_day_cutoff) VALUES
    ('z_province', 'Lịch của tỉnh', 'vn', NULL, '14:30'),
    ('a_commune', 'Lịch của xã', 'z_province', '1111110', NULL);
INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source, status) VALUES
    ('z_province', '2026-03-02', 'off', 'local', 'Nghỉ theo công điện', 'Công điện 1', 'official'),
    ('a_commune', '2026-03-02', 'work', 'local', NULL, NULL, 'official'),
    ('vn', '2026-04-30', 'work', 'local', 'Ngày đã có sẵn, đơn vị khai khác', NULL, 'official');
INSERT INTO motcua.calendar_year (calendar, year, status) VALUES
    ('z_province', 2026, 'provisional');
INSERT INTO motcua.shift (calendar, valid, weekdays, opens, closes) VALUES
    ('a_commune', '[2026-01-01,)', '1111100', '07:00', '11:30');
INSERT INTO motcua.agency (code, name, level, parent, bloc, calendar) VALUES
    ('H57', 'Tỉnh', 'province', NULL, 'tinh', 'z_province'),
    ('H57.11', 'Xã Đông', 'commune', 'H57', 'xa', 'a_commune'),
    ('H57.12', 'Xã Tây', 'commune', 'H57', 'xa', NULL);
INSERT INTO motcua.scale (name, title) SELECT name || '_ours', title FROM motcua.scales LIMIT 1;
INSERT INTO motcua.observation (scorecard, criterion, unit, period, points)
SELECT c.scorecard, c.code, 'H57.11', '[2026-01-01,2026-02-01)', 1
FROM motcua.criteria AS c
ORDER BY c.scorecard, c.code
LIMIT 1;

-- The administration has a table with dates, codes, values of every type of the extension, and
-- every kind of index on them.
CREATE TABLE public.ho_so (
    id integer PRIMARY KEY,
    ma motcua.dossier_code,
    don_vi text NOT NULL,
    co_quan motcua.agency_code,
    thu_tuc motcua.procedure_code,
    ten text COLLATE motcua.vi,
    thoi_han motcua.time_limit DEFAULT '5 ngày làm việc',
    nhan timestamp,
    hen timestamp,
    xong timestamp,
    truc_tuyen boolean,
    cach text,
    ho_so motcua.dossier,
    ket_qua motcua.outcome GENERATED ALWAYS AS (motcua.classify(hen, xong,
                                                                date '2026-06-01')) STORED
) PARTITION BY RANGE (id);
CREATE TABLE public.ho_so_1 PARTITION OF public.ho_so FOR VALUES FROM (0) TO (300);
CREATE TABLE public.ho_so_2 PARTITION OF public.ho_so DEFAULT;
INSERT INTO public.ho_so (id, ma, don_vi, co_quan, thu_tuc, ten, nhan, hen, xong, truc_tuyen, cach,
                          ho_so)
SELECT i,
       format('H57.1%s-26%s-%s', 1 + i % 2, to_char(r, 'MMDD'),
              lpad(i::text, 4, '0'))::motcua.dossier_code,
       'H57.1' || 1 + i % 2, format('H57.1%s', 1 + i % 2)::motcua.agency_code,
       (ARRAY['1.000894', '1.000494.000.00.00.H29'])[1 + i % 2]::motcua.procedure_code,
       (ARRAY['Nguyễn Văn Đạt', 'Trần Thị Thuỷ', 'Lê Hoà', 'Đỗ Ất', 'Phan Ấn'])[1 + i % 5] || ' '
       || i,
       r, r + interval '7 days', CASE WHEN i % 4 > 0 THEN r + make_interval(days => i % 11) END,
       i % 3 = 0,
       CASE WHEN i % 37 = 0 THEN 'withdrawn' END,
       CASE WHEN i % 2 = 0
                 THEN motcua.pause(motcua.dossier(r, '5 ngày làm việc'::motcua.time_limit,
                                                  'a_commune'),
                                   r + interval '1 day')
            ELSE motcua.resolve(motcua.dossier(r, '5 ngày làm việc'::motcua.time_limit),
                                r + interval '9 days') END
FROM (SELECT i, timestamp '2026-01-05 08:00' + make_interval(hours => i * 5) AS r
      FROM generate_series(1, 600) AS i) AS x;
CREATE INDEX ho_so_ma ON public.ho_so (ma);
CREATE INDEX ho_so_thu_tuc ON public.ho_so USING hash (thu_tuc);
CREATE INDEX ho_so_ten ON public.ho_so (ten);
CREATE INDEX ho_so_tim ON public.ho_so USING gin ((ten::text) motcua.vi_syllable_ops);
CREATE INDEX ho_so_gap ON public.ho_so (ho_so);
CREATE INDEX ho_so_thang ON public.ho_so (motcua.month_of(nhan::date));
SELECT motcua.calendar_value('z_province') AS lich \gset
CREATE INDEX ho_so_han ON public.ho_so (motcua.working_days_between(
                                            nhan::date, hen::date,
                                            (:'lich')::motcua.work_calendar));
CREATE TABLE public.ky (
    thang date PRIMARY KEY,
    so motcua.tally,
    lich_su motcua.ledger,
    tre motcua.lateness,
    lich motcua.work_calendar
);
INSERT INTO public.ky
SELECT motcua.month_of(nhan::date),
       motcua.tally(nhan, hen, xong, '[2026-01-01,2026-07-01)'::daterange, truc_tuyen, cach, 'day',
                    NULL::timestamp),
       motcua.ledger(nhan, hen, xong, truc_tuyen, cach, 'day', NULL::timestamp),
       motcua.lateness(hen::date, xong::date, 'vn'), motcua.calendar_value('a_commune')
FROM public.ho_so GROUP BY 1;
CREATE INDEX ky_so ON public.ky (so);
CREATE VIEW public.ty_le AS
SELECT don_vi, motcua.on_time_rate(hen::date, xong::date) AS dung_han,
       motcua.share(truc_tuyen) AS truc_tuyen
FROM public.ho_so GROUP BY don_vi;
CREATE MATERIALIZED VIEW public.thang AS
SELECT motcua.month_of(nhan::date) AS thang,
       motcua.tally(nhan, hen, xong, '[2026-01-01,2026-07-01)'::daterange) AS so
FROM public.ho_so GROUP BY 1;

-- There are views over the table, a log of changes, frozen figures, and sums that triggers keep.
SELECT motcua.attach('public.ho_so', 'mot_cua', 'nhan', 'hen', 'xong', code => 'id::text',
                     unit => 'don_vi', procedure => 'thu_tuc::text', online => 'truc_tuyen',
                     ended_as => 'cach', as_of => $$date '2026-05-31'$$) \g /dev/null
SELECT motcua.add_rollup('mot_cua') \g /dev/null
SELECT motcua.watch('public.ho_so', '{hen}', 'id') \g /dev/null
UPDATE public.ho_so SET hen = hen + interval '1 day' WHERE id IN (7, 8, 500);
REFRESH MATERIALIZED VIEW public.thang;
SELECT motcua.freeze('mot_cua', '[2026-01-01,2026-02-01)', 'Tháng 1') \g /dev/null
ANALYZE;
