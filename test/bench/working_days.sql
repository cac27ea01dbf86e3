-- needs: data/received
-- Compare add_working_days and working_days_between with date + integer, and with the calendar
-- table joined twice.
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('days', 'count(*)', NULL, NULL,
     $$SELECT count(*) FROM bench.received$$),
    ('days', 'date + 5', NULL, NULL,
     $$SELECT sum(d + 5 - date '2000-01-01') FROM bench.received$$),
    ('days', 'add_working_days(d, 5)', 'date + 5', 1.15,
     $$SELECT sum(motcua.add_working_days(d, 5) - date '2000-01-01') FROM bench.received$$),
    ('days', 'add_working_days(d, 200)', 'date + 5', 1.15,
     $$SELECT sum(motcua.add_working_days(d, 200) - date '2000-01-01') FROM bench.received$$),
    ('days', 'add_working_days(d, 5, ''vn'')', 'date + 5', 1.15,
     $$SELECT sum(motcua.add_working_days(d, 5, 'vn') - date '2000-01-01') FROM bench.received$$),
    ('days', 'add_working_days(d, 5, value)', 'date + 5', 1.15,
     $$SELECT sum(motcua.add_working_days(d, 5,
                                          (SELECT motcua.calendar_value('vn'))) - date '2000-01-01')
       FROM bench.received$$),
    ('days', 'working_days_between(d, d + 10)', 'date + 5', NULL,
     $$SELECT sum(motcua.working_days_between(d, d + 10)) FROM bench.received$$),
    ('days', 'calendar table joined twice', NULL, NULL,
     $$SELECT sum(later.day - date '2000-01-01')
       FROM bench.received
       JOIN bench.calendar AS today ON today.day = received.d
       JOIN bench.calendar AS later ON later.works AND later.number = today.number + 5$$),
    ('days', 'add_working_days against the join', 'calendar table joined twice', 0.4,
     $$SELECT sum(motcua.add_working_days(d, 5) - date '2000-01-01') FROM bench.received$$);

CALL bench.run('days');
:timings WHERE suite = 'days';
