-- Test that NULL in an argument with a default means the default, by a call of every function in
-- the catalog, and that no function that returns rows gives a row of NULLs.
\ir ../setup.psql
SELECT plan(9);

CREATE TABLE ho_so (don_vi text, linh_vuc text, nhan timestamp, hen date, xong timestamp);
INSERT INTO ho_so VALUES
    ('Xã A', 'Đất đai', '2026-01-05 09:00', '2026-01-12', '2026-01-09 10:00'),
    ('Xã B', 'Hộ tịch', '2026-01-06 09:00', '2026-01-13', '2026-01-19 10:00');
SELECT motcua.attach('ho_so', 'a', 'nhan', 'hen', 'xong', unit => 'don_vi', field => 'linh_vuc',
                     as_of => 'date ''2026-03-31''') \gset ignored_
CREATE INDEX by_name ON ho_so USING gin (don_vi motcua.vi_syllable_ops);
INSERT INTO motcua.scorecard (name, title) VALUES ('trial', 'Thử');

-- ---- calls: the arguments without a default, for each function that has some with one ----
CREATE TEMP TABLE sample (name text, given text);
INSERT INTO sample VALUES
    ('add_working_days', $$day => date '2026-02-13', n => 3$$),
    ('add_working_time', $$at => timestamp '2026-02-13 10:00', amount => '9 hours'$$),
    ('calendar_impact', $$day => date '2026-02-04', kind => 'off', n => 5$$),
    ('calendar_status', 'year => 2026'), ('calendar_value', ''),
    ('calendar_with_day',
     $$calendar => motcua.calendar_value('vn'), day => '2026-03-05', kind => 'off'$$),
    ('classify', $$due => date '2026-03-10', ended => NULL, as_of => date '2026-03-31'$$),
    ('date_problem', $$value => '31/02/2026'$$),
    ('days_late', $$dossier => motcua.dossier_of(date '2026-03-02', date '2026-03-10'),
                    as_of => date '2026-03-31'$$),
    ('days_off', 'year => 2026'),
    ('dossier', $$received_at => date '2026-03-02', time_limit => '5 ngày làm việc'$$),
    ('dossier_of', $$received_at => date '2026-03-02', due_at => date '2026-03-10'$$),
    ('due_at', $$received_at => timestamp '2026-03-05 14:20', time_limit => 'trong ngày'$$),
    ('due_on', $$received_on => date '2026-03-05', time_limit => '5 ngày'$$),
    ('explain_day', $$day => '2026-02-17'$$), ('format_percent', 'rate => 0.98835'),
    ('from_lunar', 'year => 2026, month => 1, day => 1'), ('help', ''),
    ('is_working_day', $$day => '2026-02-17'$$),
    ('is_working_moment', $$at => timestamp '2026-02-17 09:00'$$),
    ('meets', $$tally => '{"early": 98, "late": 2}', target => 0.98$$),
    ('next_working_day', $$day => '2026-02-13'$$),
    ('next_working_moment', $$at => timestamp '2026-02-13 18:00'$$),
    ('nth_working_day', $$month => '2026-02-01', n => 2$$),
    ('on_time_rate', $$tally => motcua.tally '{"early": 98, "late": 2}'$$),
    ('outcome', $$dossier => motcua.dossier_of(date '2026-03-02', date '2026-03-10'),
                  as_of => date '2026-03-31'$$),
    ('pause', $$dossier => motcua.dossier(date '2026-03-02', '5 ngày'), at => '2026-03-04'$$),
    ('paused_time', $$dossier => motcua.pause(motcua.dossier(date '2026-03-02', '5 ngày'),
                                              '2026-03-04')$$),
    ('percent', 'rate => 0.98835'), ('previous_working_day', $$day => '2026-02-23'$$),
    ('province_name', $$code => 'H57.101'$$), ('rating', $$score => 85, scale => '766'$$),
    ('redue', $$dossier => motcua.dossier(date '2026-03-02', '5 ngày')$$),
    ('report_06a', $$schema_name => 'a', period => '[2026-01-01,2026-02-01)'$$),
    ('report_06a_dossiers', $$schema_name => 'a', period => '[2026-01-01,2026-02-01)', col => 7$$),
    ('report_period', $$year => 2026, kind => 'quarter'$$),
    ('resume', $$dossier => motcua.pause(motcua.dossier(date '2026-03-02', '5 ngày'), '2026-03-04'),
                 at => '2026-03-06'$$),
    ('score_band', $$rate => NULL, max => 3, scale => '766'$$),
    ('score_board', $$scorecard => 'trial', period => '[2026-01-01,2026-02-01)'$$),
    ('score_linear', 'rate => 0.5, max => 10'),
    ('score_step', $$rate => NULL, bounds => '{0.8,1}', points => '{1,2}'$$),
    ('score_threshold', 'rate => 1, max => 10'),
    ('time_left', $$dossier => motcua.dossier_of(date '2026-03-02', date '2026-03-10'),
                    as_of => date '2026-03-31'$$),
    ('to_text', $$time_limit => '5 ngày'$$), ('vi_highlight', $$value => 'Huế', query => 'hue'$$),
    ('vi_index_check', $$index_name => 'by_name'$$), ('vi_normalize', $$value => 'hòa'$$),
    ('wilson_low', $$tally => motcua.tally '{"early": 98, "late": 2}'$$),
    ('working_day_on_or_after', $$day => '2026-02-17'$$),
    ('working_day_on_or_before', $$day => '2026-02-17'$$),
    ('working_days', $$since => '2026-02-09', until => '2026-02-13'$$),
    ('working_days_between', $$since => '2026-02-09', until => '2026-02-13'$$),
    ('working_time_between', $$since => timestamp '2026-02-09', until => date '2026-02-13'$$);
-- What changes the database is compared below, or by the tests of its subject.
CREATE TEMP TABLE changing (name text);
INSERT INTO changing VALUES
    ('attach'), ('attach_opencps'), ('detach'), ('freeze'), ('import_opencps_calendar'), ('watch');

CREATE TEMP TABLE option AS
SELECT p.proname AS name, a.name AS option
FROM pg_proc AS p,
     unnest(p.proargnames[p.pronargs - p.pronargdefaults + 1:p.pronargs]) AS a (name)
WHERE p.pronamespace = 'motcua'::regnamespace AND p.pronargdefaults > 0;
SELECT is((SELECT string_agg(DISTINCT name, ', ') FROM option
           WHERE name NOT IN (SELECT s.name FROM sample AS s
                              UNION SELECT c.name FROM changing AS c)),
          NULL, 'every function with a default is called');
SELECT cmp_ok((SELECT count(*) FROM option), '>=', 90::bigint, 'their options were looked at');

-- All rows of a call, as text; an error as its SQLSTATE.
CREATE FUNCTION pg_temp.rows_of(call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE format('SELECT string_agg(x::text, E''\n'') FROM motcua.%s AS x', call) INTO answer;
    RETURN coalesce(answer, 'no row');
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE TEMP TABLE compared AS
SELECT o.name, o.option, pg_temp.rows_of(format('%s(%s)', o.name, s.given)) AS by_default,
       pg_temp.rows_of(format('%s(%s%s => NULL)', o.name, s.given || nullif(', ', ', ' || s.given),
                              o.option)) AS by_null
FROM (SELECT DISTINCT name, option FROM option) AS o JOIN sample AS s USING (name);
SELECT is((SELECT string_agg(format('%s(%s => NULL) gives %s, not %s', name, option, by_null,
                                    by_default), E'\n' ORDER BY name, option)
           FROM compared WHERE by_null IS DISTINCT FROM by_default),
          NULL, 'NULL gives the answer of the default');
SELECT is((SELECT string_agg(DISTINCT format('%s: %s', name, by_default), E'\n') FROM compared
           WHERE by_default ~ '^[0-9A-Z]{5} '),
          NULL, 'and no call is an error');

-- The forms with a calendar by value, which have no default calendar.
SELECT is(ARRAY[motcua.working_days_between('2026-02-09', '2026-02-13',
                                            motcua.calendar_value('vn'), NULL)::text,
                motcua.redue(motcua.dossier(date '2026-03-02', '5 ngày'),
                             motcua.calendar_value('vn'), NULL)::text,
                motcua.working_days_between('2026-02-09', '2026-02-13',
                                            NULL::motcua.work_calendar)::text],
          ARRAY['4', motcua.dossier(date '2026-03-02', '5 ngày')::text, NULL],
          'with a calendar by value too; a calendar that is NULL gives NULL');

-- ---- rows ----
CREATE TEMP TABLE of_nulls AS
SELECT p.oid::regprocedure::text AS name,
       pg_temp.rows_of(format('%I(%s)', p.proname,
                              (SELECT string_agg('NULL::' || format_type(t, NULL), ', ' ORDER BY n)
                               FROM unnest(p.proargtypes::oid[])
                                    WITH ORDINALITY AS u (t, n)))) AS rows
FROM pg_proc AS p
WHERE p.pronamespace = 'motcua'::regnamespace AND p.proretset AND p.proname <> 'help';
SELECT cmp_ok((SELECT count(*) FROM of_nulls), '>=', 15::bigint, 'functions that return rows');
SELECT is((SELECT string_agg(format('%s: %s', name, rows), '; ') FROM of_nulls
           WHERE rows <> 'no row'),
          NULL, 'NULL in every argument gives no row');

-- ---- what changes the database ----
SELECT lives_ok($$SELECT motcua.detach('a', NULL)$$, 'detach takes NULL for force');
SELECT lives_ok($$SELECT motcua.watch('ho_so', NULL, NULL)$$, 'watch takes NULL for its options');

SELECT * FROM finish();
ROLLBACK;
