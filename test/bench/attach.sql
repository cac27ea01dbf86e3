-- needs: data/table
-- Compare the views of an attachment with the same counters that FILTER counts in plain SQL.
CALL bench.make_table('bench.attached', :rows);
VACUUM ANALYZE bench.attached;
SELECT motcua.attach('bench.attached', 'bench_attached', 'received', 'due', 'ended',
                     code => 'id', unit => 'unit', online => 'online',
                     as_of => $$date '2026-03-31'$$) \g /dev/null

SELECT bench.form_by_hand('bench.attached', '2026-01-01', '2026-04-01') AS by_hand \gset
\set by_view 'SELECT unit, received_online, received_direct, carried, early, on_time, late, open_in_time, open_overdue FROM bench_attached.on_time_by_unit'
SELECT (SELECT count(*) FROM (:by_hand EXCEPT :by_view) AS d) + (
    SELECT count(*) FROM (:by_view EXCEPT :by_hand) AS d) = 0 AS same \gset
CALL bench.must('on_time_by_unit shows the figures of the form by hand', :'same');

-- The view by month answers another question, for fifteen months, so it is timed but not compared.
INSERT INTO bench.query (suite, name, ours, baseline, goal, sql) VALUES
    ('attach', 'form by hand: eight FILTERs, 160 units', false, NULL, NULL, :'by_hand'),
    ('attach', 'the view on_time_by_unit', true, 'form by hand: eight FILTERs, 160 units', 0.8,
     'SELECT * FROM bench_attached.on_time_by_unit'),
    ('attach', 'the view on_time_by_month, fifteen months', true, NULL, NULL,
     'SELECT * FROM bench_attached.on_time_by_month');
CALL bench.run('attach', 7);
:timings WHERE suite = 'attach';
