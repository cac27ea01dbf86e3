-- needs: data/received data/moments
-- Measure what else a calendar costs: a child calendar by name, working time, the rebuild after an
-- edit. A ratio per call is made of ten calls for each row, less the scan.
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('time', 'scan of dates', NULL, NULL,
     $$SELECT count(d) FROM bench.received$$),
    ('time', '10 x date + n', NULL, NULL,
     $$SELECT count(d + 1), count(d + 2), count(d + 3), count(d + 4), count(d + 5), count(d + 6),
              count(d + 7), count(d + 8),
              count(d + 9), count(d + 10)
       FROM bench.received$$),
    ('time', '10 x add_working_days(d, n, child)', NULL, NULL,
     $$SELECT count(motcua.add_working_days(d, 1, 'commune')),
              count(motcua.add_working_days(d, 2, 'commune')),
              count(motcua.add_working_days(d, 3, 'commune')),
              count(motcua.add_working_days(d, 4, 'commune')),
              count(motcua.add_working_days(d, 5, 'commune')),
              count(motcua.add_working_days(d, 6, 'commune')),
              count(motcua.add_working_days(d, 7, 'commune')),
              count(motcua.add_working_days(d, 8, 'commune')),
              count(motcua.add_working_days(d, 9, 'commune')),
              count(motcua.add_working_days(d, 10, 'commune'))
       FROM bench.received$$),
    ('time', 'scan of moments', NULL, NULL,
     $$SELECT count(at) FROM bench.moment$$),
    ('time', '4 x timestamptz + interval', NULL, NULL,
     $$SELECT count(at + interval '4 h'), count(at + interval '40 h'),
              count(at + interval '90 min'), count(at + interval '400 h')
       FROM bench.moment$$),
    ('time', '4 x add_working_time', NULL, NULL,
     $$SELECT count(motcua.add_working_time(at, interval '4 h')),
              count(motcua.add_working_time(at, interval '40 h')),
              count(motcua.add_working_time(at, interval '90 min')),
              count(motcua.add_working_time(at, interval '400 h'))
       FROM bench.moment$$),
    ('time', '4 x working_time_between', NULL, NULL,
     $$SELECT count(motcua.working_time_between(at, timestamptz '2024-06-03 10:00+07')),
              count(motcua.working_time_between(at, timestamptz '2020-06-03 10:00+07')),
              count(motcua.working_time_between(at, timestamptz '2016-06-03 10:00+07')),
              count(motcua.working_time_between(at, timestamptz '2013-06-03 10:00+07'))
       FROM bench.moment$$);
CALL bench.run('time');
:timings WHERE suite = 'time';

CREATE FUNCTION bench.per_call(which text, scan text) RETURNS numeric LANGUAGE sql AS $$
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY (q.ms - s.ms)::float8)::numeric
    FROM bench.timing q JOIN bench.timing s USING (round)
    WHERE q.name = which AND s.name = scan
$$;
INSERT INTO bench.figure (suite, name, baseline, value, unit, goal) VALUES
    ('time', 'child calendar by name, a call', 'date + integer',
     round(bench.per_call('10 x add_working_days(d, n, child)',
                          'scan of dates') / bench.per_call('10 x date + n', 'scan of dates'),
           2),
     'ratio', 4),
    ('time', 'add_working_time, a call', 'timestamptz + interval',
     round(bench.per_call('4 x add_working_time', 'scan of moments') / bench.per_call(
               '4 x timestamptz + interval', 'scan of moments'),
           2),
     'ratio', 8),
    ('time', 'working_time_between, a call, to add_working_time', NULL,
     round(bench.per_call('4 x working_time_between', 'scan of moments') / bench.per_call(
               '4 x add_working_time', 'scan of moments'),
           2),
     'ratio', 1);

-- Measure an edit and the first answer after it, beside the same edit and an answer that needs no
-- calendar.
CREATE PROCEDURE bench.edit(rounds integer, question text, INOUT ms numeric)
LANGUAGE plpgsql AS $$
DECLARE
    began timestamptz := clock_timestamp();
BEGIN
    FOR i IN 1 .. rounds LOOP
        UPDATE motcua.calendar_day SET title = i::text WHERE calendar = 'commune';
        EXECUTE question;
    END LOOP;
    ms := extract(epoch FROM clock_timestamp() - began) * 1000 / rounds;
END $$;
CALL bench.edit(200, 'SELECT date ''2026-03-05'' + 1', NULL) \gset plain_
CALL bench.edit(200,
                'SELECT motcua.add_working_days(''2026-03-05'', 1, ''commune'')',
                NULL) \gset rebuilt_
INSERT INTO bench.figure (suite, name, value, unit, goal) VALUES
('time', 'rebuild of one calendar of 111 years', round(:rebuilt_ms - :plain_ms, 3), 'ms', 1);
:figures WHERE suite = 'time';
