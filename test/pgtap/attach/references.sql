-- Test that references to a calendar or an agency follow a new name, and that a calendar or an
-- agency to which somebody refers cannot be deleted.
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
                  'SELECT * FROM before',
                  'the renamed calendar keeps its days, years, hours and children');
SELECT is((SELECT calendar FROM motcua.agency WHERE code = 'A'), 'q2',
          'agencies refer to the new name of the calendar');
SELECT results_eq($$SELECT (jsonb_populate_record(s, '{"calendar": "q1"}')).*
                    FROM mc_a.settings AS s$$,
                  'SELECT * FROM settings',
                  'only the name of the calendar changes in the settings of attachments');
SELECT is((SELECT calendar FROM mc_a.settings), 'q2',
          'the settings of attachments have the new name of the calendar');
SELECT is((SELECT pg_get_userbyid(relowner)::text
           FROM pg_class WHERE oid = 'mc_a.settings'::regclass),
          'mc_attacher', 'the settings of attachments still belong to their owner');
SELECT is((SELECT days_late FROM mc_a.overdue), 1,
          'the lists of an attachment work after the renaming');
SELECT throws_ok($$SELECT motcua.is_working_day('2026-12-08', 'q1')$$, '42704', NULL,
                 'the old name of the calendar is unknown');
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
                 'a calendar from which another inherits cannot be deleted');
DELETE FROM motcua.calendar WHERE name = 'q1_child';
SELECT throws_ok($$DELETE FROM motcua.calendar WHERE name = 'q2'$$, '23503',
                 'calendar "q2" cannot be removed: agency "A" has it',
                 'a calendar that an agency has cannot be deleted');
UPDATE motcua.agency SET calendar = NULL;
SELECT lives_ok($$DELETE FROM motcua.calendar WHERE name = 'q2'$$,
                'a calendar to which nobody refers can be deleted');
SELECT is((SELECT count(*) FROM motcua.calendar_day WHERE calendar IN ('q1', 'q2')) +
          (SELECT count(*) FROM motcua.calendar_year WHERE calendar IN ('q1', 'q2')) +
          (SELECT count(*) FROM motcua.shift WHERE calendar IN ('q1', 'q2')),
          0::bigint, 'the days, years and shifts of a deleted calendar are gone');

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
                 'an agency that succeeded another cannot be deleted');
SELECT lives_ok($$DELETE FROM motcua.agency WHERE code = 'C' AND lower(valid) = '2024-01-01'$$,
                'one row of such an agency can be deleted as long as another stays');
SELECT lives_ok($$UPDATE motcua.agency SET code = 'H56' WHERE code = 'P'$$,
                'the code of an agency can be changed');
SELECT is((SELECT string_agg(DISTINCT parent, ', ') FROM motcua.agency WHERE code IN ('B', 'C')),
          'H56', 'the agencies below it refer to the new code');
SELECT lives_ok($$UPDATE motcua.agency SET code = 'C2' WHERE code = 'C'$$,
                'the code of a successor can be changed');
SELECT is(motcua.successor_of('B', '2026-01-01'), 'C2',
          'the former agency leads to the new code of its successor');
SELECT lives_ok($$DELETE FROM motcua.agency$$, 'all agencies together can be deleted');
SELECT * FROM finish();

ROLLBACK;
