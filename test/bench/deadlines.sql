-- needs: data/received data/moments
-- Measure deadlines and dossiers: due_at is compared with add_working_days per call, and building
-- and judging a dossier with doing the same from its columns. PostgreSQL's own unary plus, an empty
-- C function, shows what the executor costs.
CREATE FUNCTION bench.nothing(d date, n integer, c text)
    RETURNS date
    AS 'int4up'
    LANGUAGE internal STABLE;
CREATE FUNCTION bench.nothing(at timestamptz, l motcua.time_limit, c text)
    RETURNS timestamptz
    AS 'int8up'
    LANGUAGE internal STABLE;

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('due', 'empty function of dates', NULL, NULL,
     $$SELECT count(bench.nothing(d, 5, NULL)), count(bench.nothing(d, 10, NULL)),
              count(bench.nothing(d, 15, NULL)), count(bench.nothing(d, 20, NULL))
       FROM bench.received$$),
    ('due', 'add_working_days', NULL, NULL,
     $$SELECT count(motcua.add_working_days(d, 5)), count(motcua.add_working_days(d, 10)),
              count(motcua.add_working_days(d, 15)), count(motcua.add_working_days(d, 20))
       FROM bench.received$$),
    ('due', 'empty function of moments', NULL, NULL,
     $$SELECT count(bench.nothing(at, '5wd', NULL)), count(bench.nothing(at, '10wd', NULL)),
              count(bench.nothing(at, '15wd', NULL)), count(bench.nothing(at, '20wd', NULL))
       FROM bench.moment$$),
    ('due', 'due_at, working days', NULL, NULL,
     $$SELECT count(motcua.due_at(at, '5wd')), count(motcua.due_at(at, '10wd')),
              count(motcua.due_at(at, '15wd')), count(motcua.due_at(at, '20wd'))
       FROM bench.moment$$),
    ('due', 'due_at, working hours', NULL, NULL,
     $$SELECT count(motcua.due_at(at, '4wh')), count(motcua.due_at(at, '8wh')),
              count(motcua.due_at(at, '16wh')), count(motcua.due_at(at, '40wh'))
       FROM bench.moment$$),
    ('due', 'due_at, days and months', NULL, NULL,
     $$SELECT count(motcua.due_at(at, '15 days')), count(motcua.due_at(at, '30 days')),
              count(motcua.due_at(at, '1 month')), count(motcua.due_at(at, '2 weeks'))
       FROM bench.moment$$);
CALL bench.run('due', 15);
:timings WHERE suite = 'due';

-- The shortest round is taken, because a net time of a few nanoseconds is less than the noise of
-- medians.
CREATE FUNCTION bench.net(which text, empty text) RETURNS numeric LANGUAGE sql AS $$
    SELECT min(ms) FILTER (WHERE name = which) - min(ms) FILTER (WHERE name = empty)
    FROM bench.timing WHERE suite = 'due'
$$;
INSERT INTO bench.figure (suite, name, value, unit, goal)
SELECT 'due', name || ', net, to add_working_days',
       round(bench.net(name, 'empty function of moments') / bench.net('add_working_days',
                                                                      'empty function of dates'),
             2),
       'ratio', 6
FROM bench.query WHERE suite = 'due' AND name LIKE 'due_at%' ORDER BY ord;
:figures WHERE suite = 'due';

CREATE TABLE bench.timed AS
SELECT at AS received, motcua.due_at(at, '5wd') AS due,
       motcua.due_at(at, '5wd') + (hashint8(ord) % 5) * interval '1 day' AS ended
FROM (SELECT at, row_number() OVER () AS ord FROM bench.moment) AS m;
UPDATE bench.timed SET ended = NULL WHERE ended < received;
VACUUM FULL ANALYZE bench.timed;

INSERT INTO bench.query (suite, name, ours, baseline, goal, sql) VALUES
    ('dossier', 'classify the columns', true, NULL, NULL,
     $$SELECT count(motcua.classify(due, ended, date '2024-06-30')) FROM bench.timed$$),
    ('dossier', 'build a dossier and judge it', true, 'classify the columns', 2.5,
     $$SELECT count(motcua.outcome(motcua.dossier_of(received, due, ended), date '2024-06-30'))
       FROM bench.timed$$),
    ('dossier', 'tally of the columns', true, NULL, NULL,
     $$SELECT motcua.tally(received, due, ended, daterange '[2024-01-01,2024-07-01)')
       FROM bench.timed$$),
    ('dossier', 'tally of dossiers built', true, 'tally of the columns', NULL,
     $$SELECT motcua.tally(motcua.dossier_of(received, due, ended),
                           daterange '[2024-01-01,2024-07-01)', NULL)
       FROM bench.timed$$);
CALL bench.run('dossier');
:timings WHERE suite = 'dossier';

INSERT INTO bench.figure (suite, name, value, unit, goal) VALUES
    ('dossier', 'dossier from columns, open',
     pg_column_size(motcua.dossier_of(timestamptz '2026-03-02 09:00+07', '2026-03-09 17:00+07')),
     'bytes', 64),
    ('dossier',
     'dossier from columns, ended',
     pg_column_size(motcua.dossier_of(timestamptz '2026-03-02 09:00+07', '2026-03-09 17:00+07',
                                      '2026-03-09 10:00+07')),
     'bytes',
     64),
    ('dossier',
     'dossier with a limit, ended',
     pg_column_size(motcua.resolve(motcua.dossier(timestamptz '2026-03-02 09:00+07', '5wd'),
                                   '2026-03-09 10:00+07')),
     'bytes',
     64),
    ('dossier',
     'the same with one supplement',
     pg_column_size(motcua.resolve(motcua.resume(motcua.pause(motcua.dossier(
                                                                  timestamptz '2026-03-02 09:00+07',
                                                                  '5wd'),
                                                              '2026-03-03 09:00+07'),
                                                 '2026-03-05 09:00+07'),
                                   '2026-03-09 10:00+07')),
     'bytes',
     NULL),
    ('dossier', 'time_limit', pg_column_size(motcua.make_time_limit(5, 'working_day')), 'bytes', 8);
:figures WHERE suite = 'dossier';
