-- Test the log of changes and frozen reports: what was done is shown with who did it, and only the
-- triggers write the log.
\ir ../setup.psql
SELECT plan(33);

CREATE TABLE "Hồ sơ" (
    ma text, hen date, "Ghi chú" text, bo text, xong date, nhan date DEFAULT '2026-01-05'
);
ALTER TABLE "Hồ sơ" DROP COLUMN bo;
INSERT INTO "Hồ sơ" VALUES
    ('A', '2026-01-09', 'x', '2026-01-08'),
    ('B', '2026-01-09', NULL, '2026-01-14'),
    ('C', '2026-01-09', 'y', NULL),
    ('C', '2026-01-16', 'y', NULL);
CREATE ROLE mc_clerk;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "Hồ sơ" TO mc_clerk;

-- ---- watch ----
SELECT lives_ok($$SELECT motcua.watch('"Hồ sơ"', '{hen,"Ghi chú"}', 'ma')$$,
                'a table with an odd name is watched');
SELECT results_eq('SELECT * FROM motcua.watches', $$VALUES ('"Hồ sơ"', 'always')$$,
                  'the watch is listed');
SET LOCAL ROLE mc_clerk;
SET LOCAL motcua.actor = 'nguyen.van.a';
SET LOCAL application_name = 'mot cua';
UPDATE "Hồ sơ" SET hen = '2026-01-15', xong = xong WHERE ma = 'B';
UPDATE "Hồ sơ" SET hen = hen, "Ghi chú" = NULL, xong = '2026-01-20' WHERE ma = 'C';
SET LOCAL motcua.actor = '';
DELETE FROM "Hồ sơ" WHERE ma = 'A';
SELECT throws_ok(format('%s motcua.change_log %s', command, rest),
                 '42501', NULL, format('an ordinary role may not %s the log', command))
FROM (VALUES ('INSERT INTO', $$VALUES (now(), 'x', 'y', 'z', 't')$$),
             ('UPDATE', 'SET actor = NULL'),
             ('DELETE FROM', ''),
             ('TRUNCATE', ''),
             ('SELECT * FROM', '')) AS v (command, rest);
RESET ROLE;
SELECT results_eq('SELECT relation, code, col, old, new FROM motcua.change_log ORDER BY at',
                  $$VALUES
                        ('public."Hồ sơ"', 'B', 'hen', '2026-01-09', '2026-01-15'),
                        ('public."Hồ sơ"', 'C', 'Ghi chú', 'y', NULL),
                        ('public."Hồ sơ"', 'C', 'Ghi chú', 'y', NULL),
                        ('public."Hồ sơ"', 'A', 'hen', '2026-01-09', NULL),
                        ('public."Hồ sơ"', 'A', 'Ghi chú', 'x', NULL)$$,
                  'the log has what changed in the watched columns, and nothing else');
SELECT results_eq('SELECT DISTINCT code, actor, session_role, application FROM motcua.change_log '
                  'ORDER BY code',
                  format($$VALUES ('A', '%1$s', '%1$s', 'mot cua'),
                                  ('B', 'nguyen.van.a', '%1$s', 'mot cua'),
                                  ('C', 'nguyen.van.a', '%1$s', 'mot cua')$$,
                         session_user),
                  'the log names who changed it');
SET LOCAL session_replication_role = replica;
UPDATE "Hồ sơ" SET hen = '2026-01-19' WHERE ma = 'B';
SET LOCAL session_replication_role = origin;
SELECT is((SELECT new FROM motcua.change_log ORDER BY at DESC LIMIT 1),
          '2026-01-19', 'no session setting switches the watch off');
ALTER TABLE "Hồ sơ" DROP COLUMN "Ghi chú";
UPDATE "Hồ sơ" SET hen = '2026-01-20' WHERE ma = 'B';
SELECT is((SELECT new FROM motcua.change_log ORDER BY at DESC LIMIT 1),
          '2026-01-20', 'a dropped column is no longer watched');
SELECT throws_ok($$SELECT motcua.watch('"Hồ sơ"')$$,
                 '42710', 'table "Hồ sơ" is watched already',
                 'a table that is watched already is refused');
SELECT lives_ok($$SELECT motcua.unwatch('"Hồ sơ"')$$, 'unwatch');
SELECT throws_ok($$SELECT motcua.unwatch('"Hồ sơ"')$$,
                 '42704', 'table "Hồ sơ" is not watched',
                 'a table that is not watched cannot be unwatched');
SELECT is((SELECT count(*) FROM motcua.watches) + (SELECT count(*)
                                                   FROM pg_trigger WHERE tgname LIKE 'motcua%'),
          0::bigint, 'unwatch leaves no trigger');
SELECT lives_ok($$SELECT motcua.watch('"Hồ sơ"')$$, 'a watch can be of all columns');
DELETE FROM motcua.change_log;
UPDATE "Hồ sơ" SET nhan = '2026-01-06', ma = 'D' WHERE ma = 'B';
SELECT results_eq('SELECT code, col, old, new FROM motcua.change_log ORDER BY col',
                  $$VALUES (NULL, 'ma', 'B', 'D'), (NULL, 'nhan', '2026-01-05', '2026-01-06')$$,
                  'all columns are watched');
CREATE TABLE parts (k int, v text) PARTITION BY LIST (k);
CREATE TABLE part1 PARTITION OF parts FOR VALUES IN (1);
SELECT motcua.watch('parts', '{v}', 'k');
INSERT INTO parts VALUES (1, 'a');
UPDATE parts SET v = 'b';
UPDATE part1 SET v = 'c';
TRUNCATE parts;
SELECT results_eq($$SELECT code, col, old, new
                    FROM motcua.change_log
                    WHERE relation LIKE 'public.part%'
                    ORDER BY at$$,
                  $$VALUES ('1', 'v', 'a', 'b'),
                           ('1', 'v', 'b', 'c'),
                           (NULL, NULL, 'TRUNCATE', NULL)$$,
                  'the log has changes of partitions, and TRUNCATE');
SELECT throws_ok(format('SELECT motcua.watch(%s)', arguments), state, message, message)
FROM (VALUES
    ($$'motcua.watches'$$, '42809', '"watches" cannot be watched'),
    ($$'pg_class'$$, '42809', '"pg_class" cannot be watched'),
    ($$'parts', '{none}'$$, '42703', 'column "none" of table "parts" does not exist'),
    ($$'parts', NULL, 'none'$$, '42703',
     'column "none" of table "parts" does not exist')) AS v (arguments, state, message);

-- ---- freeze ----
SELECT motcua.attach('"Hồ sơ"', 'kpi', 'nhan', 'hen', 'xong', code => 'ma',
                     as_of => $$date '2026-02-28'$$);
SELECT throws_ok($$SELECT motcua.freeze('kpi', '[2026-02-01,2026-03-31]')$$,
                 '22023', NULL, 'a period that has not ended cannot be frozen');
CREATE TEMP TABLE hash AS
SELECT motcua.freeze('kpi', '[2026-01-01,2026-01-31]', 'Báo cáo tháng 1') AS january,
       motcua.freeze('kpi', '[2026-02-01,2026-02-28]') AS february;
SELECT is((SELECT string_agg(length(h)::text, ' ')
           FROM hash, unnest(ARRAY[january, february]) AS h),
          '64 64', 'each frozen report has a hash');
SELECT throws_ok($$SELECT motcua.freeze('kpi', '[2026-01-01,2026-01-31]')$$,
                 '42710',
                 'period "[2026-01-01,2026-02-01)" is frozen already in attachment "kpi"',
                 'a frozen report stays as it was');
SELECT is_empty($$SELECT *
                  FROM motcua.verify_frozen('kpi', '[2026-01-01,2026-01-31]')
                  UNION ALL SELECT *
                  FROM motcua.verify_frozen('kpi', '[2026-02-01,2026-02-28]')$$,
                'verify_frozen finds no difference');
SET LOCAL datestyle = 'German';
SET LOCAL timezone = 'Asia/Tokyo';
SELECT is_empty($$SELECT * FROM motcua.verify_frozen('kpi', '[01.01.2026,31.01.2026]')$$,
                'verify_frozen finds no difference in a session with another DateStyle');
RESET datestyle;
RESET timezone;
UPDATE "Hồ sơ" SET hen = '2026-01-20' WHERE ma = 'C' AND hen = '2026-01-09';
INSERT INTO "Hồ sơ" (ma, hen, xong) VALUES ('N', '2026-01-30', '2026-01-29');
SELECT results_eq(
    $$SELECT kind, label, col, frozen, now
      FROM motcua.verify_frozen('kpi', '[2026-01-01,2026-01-31]')
      WHERE label IS DISTINCT FROM 'Tổng cộng'$$,
    $$VALUES
          ('cell', 'Chưa xác định', 'early', '1', '2'),
          ('cell', 'Chưa xác định', 'late', '2', '1'),
          ('cell', 'Chưa xác định', 'on_time', '0', '1'),
          ('cell', 'Chưa xác định', 'received_direct', '3', '4'),
          ('cell', 'Chưa xác định', 'received_total', '3', '4'),
          ('cell', 'Chưa xác định', 'resolved_total', '3', '4'),
          ('dossier', 'C', NULL,
           'Chưa xác định|2026-01-05 00:00:00|2026-01-09 23:59:59.999999|2026-01-20 00:00:00',
           'Chưa xác định|2026-01-05 00:00:00|2026-01-16 23:59:59.999999|2026-01-20 00:00:00'),
          ('dossier', 'C', NULL,
           'Chưa xác định|2026-01-05 00:00:00|2026-01-16 23:59:59.999999|2026-01-20 00:00:00',
           'Chưa xác định|2026-01-05 00:00:00|2026-01-20 23:59:59.999999|2026-01-20 00:00:00'),
          ('dossier', 'N', NULL, NULL,
           'Chưa xác định|2026-01-05 00:00:00|2026-01-30 23:59:59.999999|2026-01-29 00:00:00')$$,
    'the cells and dossiers that changed since are listed');
UPDATE kpi.frozen_dossier
SET counted = replace(counted, '2026-01-09', '2026-01-16')
WHERE code = 'D';
UPDATE kpi.frozen_report SET note = 'khác' WHERE period = '[2026-02-01,2026-03-01)';
SELECT is((SELECT string_agg(period::text, ' ')
           FROM (SELECT *
                 FROM motcua.verify_frozen('kpi', '[2026-01-01,2026-01-31]')
                 UNION ALL SELECT *
                 FROM motcua.verify_frozen('kpi', '[2026-02-01,2026-02-28]')) AS v
           WHERE kind = 'hash'),
          '[2026-02-01,2026-03-01)', 'a changed note of a frozen report is found');
UPDATE kpi.frozen_dossier SET counted = counted || ' ' WHERE period = '[2026-01-01,2026-02-01)';
UPDATE kpi.frozen_report SET hash = sha256('x') WHERE period = '[2026-01-01,2026-02-01)';
SELECT is((SELECT count(*)
           FROM motcua.verify_frozen('kpi', '[2026-02-01,2026-02-28]')
           WHERE kind = 'hash') + (SELECT count(*)
                                   FROM motcua.verify_frozen('kpi', '[2026-01-01,2026-01-31]')
                                   WHERE kind = 'hash'),
          2::bigint,
          'changed dossiers and a changed hash, on which the next one depends, are found');
SELECT motcua.suspend_attachment('kpi');
SELECT motcua.resume_attachment('kpi');
SELECT is((SELECT count(*) FROM kpi.frozen_report),
          2::bigint, 'suspend_attachment and resume_attachment keep frozen reports');
SELECT throws_ok($$SELECT motcua.detach('kpi')$$,
                 '2BP01',
                 'attachment "kpi" has frozen figures',
                 'detach refuses to drop frozen reports');
SELECT lives_ok($$SELECT motcua.detach('kpi', force => true)$$,
                'detach drops frozen reports where this is asked for');

SELECT * FROM finish();
ROLLBACK;
