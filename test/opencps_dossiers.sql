-- Fill the tables of test/opencps.sql with synthetic dossiers: two sites, every state, missing
-- dates, and requests for papers that stop the clock.
SET search_path = opencps, public;
CREATE FUNCTION public.n(i bigint, k integer)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT ('x' || substr(md5('opencps' || i || ',' || k), 1, 7))::bit(28)::integer$$;
INSERT INTO opencps_serviceinfo (serviceinfoid, groupid, servicecode, servicename, domaincode,
                                 domainname)
SELECT 100 * g + s, 20100 + g, 'TTHC-' || s, 'Thủ tục ' || s, 'LV' || s % 5,
       CASE WHEN s % 11 > 0 THEN 'Lĩnh vực ' || g || s % 5 END
FROM generate_series(1, 2) AS g, generate_series(1, 29) AS s;
INSERT INTO opencps_actionconfig (actionconfigid, groupid, actioncode, dateoption)
VALUES (1, 20101, '1100', 2), (2, 20101, '1200', 1), (3, 20101, '1300', 3), (4, 20101, '1400', 6),
       (5, 20101, '1500', 4), (6, 20101, '1250', 0),
       (7, 20102, '1100', 2), (8, 20102, '1200', 0), (9, 20102, '1300', 3), (10, 20102, '1400', 6),
       (11, 20102, '1500', 4), (12, 20102, '1250', 1);
CREATE TABLE public.drawn AS
SELECT i, 20101 + (n(i, 0) % 10 = 0)::int AS groupid, r,
       r + n(i, 3) % 24 * interval '1 day' + n(i, 4) % 9 * interval '1 hour' AS e,
       n(i, 5) % 100 AS kind, n(i, 9) % 3 AS third
FROM (SELECT i,
             timestamp '2020-01-02 07:30' + n(i, 1) % 460 * interval '1 day' + n(
                 i, 2) % 600 * interval '1 minute' AS r
      FROM generate_series(1, 50000) AS i) AS x;
INSERT INTO opencps_dossier (dossierid, groupid, modifieddate, servicecode, servicename,
                             govagencycode, govagencyname, applicantname, dossierno, submitdate,
                             receivedate, duedate,
                             releasedate, finishdate, cancellingdate, dossierstatus, online_,
                             viapostal, fromviapostal, lockstate, durationunit, durationcount,
                             servicelevel, lastsenddate)
SELECT i, groupid, e + interval '1 hour', 'TTHC-' || s,
       CASE WHEN s <> 7 THEN 'Thủ tục ' || s ELSE '' END,
       CASE WHEN a < 9 THEN 'H57.16.0' || a END,
       CASE WHEN a <> 3 THEN 'Xã Quảng ' || chr(65 + a) ELSE '' END, 'Nguyễn Thị ' || i,
       CASE WHEN n(i, 10) % 50 > 0 THEN '000.00.16.H57-' || i ELSE '' END,
       r - interval '1 day',
       CASE WHEN kind IN (0, 1) OR kind IN (2, 3) AND third = 0 THEN NULL ELSE r END,
       CASE WHEN c > 0 THEN r::date + ceil(c * 1.4)::int + time '17:00' END,
       CASE WHEN kind IN (6, 9) AND third = 0 OR kind >= 19 AND kind < 97 THEN e END,
       CASE WHEN kind >= 19 AND third > 0 AND kind < 98 THEN e + interval '1 day' END,
       CASE WHEN kind IN (6, 7, 8) AND third < 2 OR kind = 11 THEN e END,
       CASE WHEN kind < 2 THEN 'new'
            WHEN kind = 2 THEN 'receiving'
            WHEN kind < 6 THEN 'denied'
            WHEN kind < 9 THEN 'cancelled'
            WHEN kind < 11 THEN 'unresolved'
            WHEN kind = 11 THEN 'cancelling'
            WHEN kind < 16 THEN 'processing'
            WHEN kind = 16 THEN 'waiting'
            WHEN kind = 17 THEN 'pausing'
            WHEN kind = 18 THEN 'interoperating'
            WHEN third = 0 AND kind < 97 THEN 'releasing'
            ELSE 'done' END,
       CASE WHEN n(i, 11) % 20 > 0 THEN n(i, 11) % 3 = 0 END, n(i, 12) % 3, n(i, 13) % 2,
       CASE WHEN kind IN (16, 17) THEN 'PAUSE' ELSE '' END, u, c,
       (ARRAY[0, 3, 4, NULL])[1 + n(i, 14) % 4], CASE WHEN kind = 16 THEN e - interval '2 hours' END
FROM public.drawn,
     LATERAL (SELECT 1 + n(i, 6) % 31 AS s, n(i, 7) % 11 AS a, (n(i, 8) % 10 = 0)::int AS u) AS x,
     LATERAL (SELECT CASE u
                          WHEN 1 THEN 8
                          ELSE (ARRAY[1, 2.5, 3, 5, 10, 15, 0])[1 + n(i, 15) % 7] END AS c) AS y;
CREATE SEQUENCE public.action_number;
INSERT INTO opencps_dossieraction (dossieractionid, groupid, dossierid, username, actionuser,
                                   createdate, actioncode)
SELECT nextval('public.action_number'), groupid, i, 'Trần Văn ' || a.code,
       CASE WHEN n(i, 20) % 3 > 0 THEN 'Cán bộ ' || n(i, 21 + a.step) % 40 ELSE '' END, a.at, a.code
FROM (SELECT d.*, CASE WHEN groupid = 20102 AND third = 0 THEN '1250' ELSE '1200' END AS pause
      FROM public.drawn AS d WHERE kind > 1) AS x
CROSS JOIN LATERAL (VALUES
    (1, r, '1100', true),
    (2, r + interval '1 day', pause, n(i, 16) % 4 = 0),
    (3, r + interval '3 days', '1300', n(i, 16) % 4 = 0 AND n(i, 17) % 4 = 1),
    (4, r + interval '2 days', '1400', n(i, 16) % 4 = 0 AND n(i, 17) % 4 = 2),
    (5, r + interval '1 day', '1300', n(i, 16) % 4 = 0 AND n(i, 17) % 4 = 3),
    (6, r + interval '5 days', pause, n(i, 16) % 8 = 0),
    (7, r + interval '6 days', pause, n(i, 16) % 8 = 0 AND n(i, 18) % 3 = 2),
    (8, r + interval '7 days', '1300', n(i, 16) % 8 = 0 AND n(i, 18) % 3 = 1),
    (9, e, '1500', kind >= 19)) AS a (step, at, code, happened)
WHERE a.happened
ORDER BY i, a.step;
INSERT INTO motcua.agency (code, name, bloc) VALUES
    ('H57.16.01', 'UBND xã Quảng B', 'Khối xã'), ('Xã Quảng F', 'UBND xã Quảng F', 'Khối xã');
ANALYZE;
