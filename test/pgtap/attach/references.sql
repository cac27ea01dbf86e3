-- What refers to a calendar or to an agency by its name follows a new name, and what somebody refers
-- to cannot be deleted.
\ir ../setup.psql
SELECT plan(23);
INSERT INTO motcua.calendar (name, parent) VALUES ('q1', 'vn');
INSERT INTO motcua.calendar (name, parent) VALUES ('q1_child', 'q1');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('q1', '2026-12-08', 'off');
INSERT INTO motcua.calendar_year (calendar, year, status) VALUES ('q1', 2026, 'provisional');
INSERT INTO motcua.shift (calendar, opens, closes) VALUES ('q1', '07:00', '11:00');
INSERT INTO motcua.agency (code, calendar) VALUES ('A', 'q1');
CREATE ROLE mc_attacher;
SELECT format('GRANT CREATE ON DATABASE %I TO mc_attacher', current_database()) \gexec
CREATE SCHEMA mc_s AUTHORIZATION mc_attacher;
SET ROLE mc_attacher;
CREATE TABLE mc_s.hs (c text, u text, r date, d date, e date);
INSERT INTO mc_s.hs VALUES ('1', 'A', '2026-12-01', '2026-12-07', NULL);
CREATE FUNCTION mc_s.day() RETURNS date LANGUAGE plpgsql STABLE AS
    $$ BEGIN
        IF current_setting('mc.renames', true) = 'on' THEN
            RAISE EXCEPTION 'runs as %', current_user;
        END IF;
        RETURN '2026-12-09';
    END $$;
SELECT motcua.attach('mc_s.hs', 'mc_a', 'r', 'd', 'e', code => 'c', unit => 'u', calendar => 'q1',
                     as_of => 'mc_s.day()', warn_days => 4, target => 0.9);
RESET ROLE;
CREATE TEMP TABLE before AS
SELECT motcua.add_working_days('2026-12-07', 1, 'q1') AS next,
       motcua.add_working_days('2026-12-07', 1, 'q1_child') AS next_of_child,
       motcua.calendar_status(2026, 'q1') AS status,
       motcua.add_working_time(timestamp '2026-12-07 10:30', interval '1 hour', 'q1') AS moment;
CREATE TEMP TABLE settings AS SELECT * FROM mc_a.settings;
SELECT is((SELECT next FROM before), date '2026-12-09', 'the calendar has its day off');

SET mc.renames = 'on';
SELECT lives_ok($$UPDATE motcua.calendar SET name = 'q2' WHERE name = 'q1'$$,
                'a calendar is renamed, and no code of an attacher runs');
RESET mc.renames;
SELECT results_eq($$SELECT motcua.add_working_days('2026-12-07', 1, 'q2'),
                           motcua.add_working_days('2026-12-07', 1, 'q1_child'),
                           motcua.calendar_status(2026, 'q2'),
                           motcua.add_working_time(timestamp '2026-12-07 10:30',
                                                   interval '1 hour', 'q2')$$,
                  'SELECT * FROM before', 'its days, years, hours and children go with it');
SELECT is((SELECT calendar FROM motcua.agency WHERE code = 'A'), 'q2', 'so do agencies');
SELECT results_eq($$SELECT (jsonb_populate_record(s, '{"calendar": "q1"}')).*
                    FROM mc_a.settings AS s$$,
                  'SELECT * FROM settings',
                  'and attachments, of which nothing else changes');
SELECT is((SELECT calendar FROM mc_a.settings), 'q2', 'whose settings name the new calendar');
SELECT is((SELECT pg_get_userbyid(relowner)::text
           FROM pg_class WHERE oid = 'mc_a.settings'::regclass),
          'mc_attacher', 'and still belong to their owner');
SELECT is((SELECT days_late FROM mc_a.overdue), 1, 'the lists work on');
SELECT throws_ok($$SELECT motcua.is_working_day('2026-12-08', 'q1')$$, '42704', NULL,
                 'the old name means nothing');
SELECT throws_ok($$UPDATE motcua.calendar SET name = 'vn' WHERE name = 'q2'$$, '23514', NULL,
                 'the name of a shipped calendar is refused');

SELECT throws_ok($$DELETE FROM motcua.calendar WHERE name = 'q2'$$, '23503',
                 'calendar "q2" cannot be removed: attachment "mc_a" has it',
                 'a calendar that an attachment has cannot be deleted');
SET ROLE mc_attacher;
SELECT motcua.detach('mc_a');
RESET ROLE;
SELECT throws_ok($$DELETE FROM motcua.calendar WHERE name = 'q2'$$, '23503',
                 'calendar "q2" cannot be removed: "q1_child" inherits from it',
                 'nor can one that another inherits from');
DELETE FROM motcua.calendar WHERE name = 'q1_child';
SELECT throws_ok($$DELETE FROM motcua.calendar WHERE name = 'q2'$$, '23503',
                 'calendar "q2" cannot be removed: agency "A" has it',
                 'nor can one that an agency has');
UPDATE motcua.agency SET calendar = NULL;
SELECT lives_ok($$DELETE FROM motcua.calendar WHERE name = 'q2'$$, 'one that nobody has is deleted');
SELECT is((SELECT count(*) FROM motcua.calendar_day WHERE calendar IN ('q1', 'q2')) +
          (SELECT count(*) FROM motcua.calendar_year WHERE calendar IN ('q1', 'q2')) +
          (SELECT count(*) FROM motcua.shift WHERE calendar IN ('q1', 'q2')),
          0::bigint, 'with its days, years and shifts');

-- ---- agencies ----
INSERT INTO motcua.agency (code, name, parent, successor, valid) VALUES
    ('P', 'Tỉnh', NULL, NULL, '(,)'),
    ('B', 'Xã B cũ', 'P', 'C', '(,2025-07-01)'),
    ('C', 'Xã C', 'P', NULL, '[2024-01-01,2025-01-01)'), ('C', 'Xã C', 'P', NULL, '[2025-01-01,)');
SELECT throws_ok($$DELETE FROM motcua.agency WHERE code = 'P'$$, '23503',
                 'agency "P" cannot be removed: it is the parent of "B"',
                 'an agency above others cannot be deleted');
SELECT throws_ok($$DELETE FROM motcua.agency WHERE code = 'C'$$, '23503',
                 'agency "C" cannot be removed: it is the successor of "B"',
                 'nor can one that succeeded another');
SELECT lives_ok($$DELETE FROM motcua.agency WHERE code = 'C' AND lower(valid) = '2024-01-01'$$,
                'but one of its rows can, as long as another stays');
SELECT lives_ok($$UPDATE motcua.agency SET code = 'H56' WHERE code = 'P'$$, 'a code is changed');
SELECT is((SELECT string_agg(DISTINCT parent, ', ') FROM motcua.agency WHERE code IN ('B', 'C')),
          'H56', 'the agencies below follow');
SELECT lives_ok($$UPDATE motcua.agency SET code = 'C2' WHERE code = 'C'$$, 'also that of a successor');
SELECT is(motcua.successor_of('B', '2026-01-01'), 'C2', 'whom the former agency leads to');
SELECT lives_ok($$DELETE FROM motcua.agency$$, 'all agencies together can be deleted');
SELECT * FROM finish();

ROLLBACK;
