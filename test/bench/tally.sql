-- needs: data/dossiers
-- Compare tally with the same eight counters in plain SQL, over all rows and by unit, and the plain
-- aggregate on_time_rate with an average of a comparison.
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('tally', 'count(*)', NULL, NULL, 'SELECT count(*) FROM bench.dossier'),
    ('tally', 'eight FILTER counters', NULL, NULL,
     'SELECT ' || :'eight_counters' || ' FROM bench.dossier'),
    ('tally', 'tally, full form', 'eight FILTER counters', 0.5,
     'SELECT ' || :'full_tally' || ' FROM bench.dossier'),
    ('tally', 'tally, short form', 'eight FILTER counters', 0.5,
     'SELECT motcua.tally(received, due, ended, ' || :'period' || ') FROM bench.dossier'),
    ('tally', 'count(*) by unit', NULL, NULL,
     'SELECT unit, count(*) FROM bench.dossier GROUP BY unit'),
    ('tally', 'eight FILTER counters by unit', NULL, NULL,
     'SELECT unit, ' || :'eight_counters' || ' FROM bench.dossier GROUP BY unit'),
    ('tally', 'tally, full form, by unit', 'eight FILTER counters by unit', 0.75,
     'SELECT unit, ' || :'full_tally' || ' FROM bench.dossier GROUP BY unit'),
    ('tally', 'avg((ended <= due)::int)', NULL, NULL,
     'SELECT avg((ended <= due)::int) FROM bench.dossier'),
    ('tally', 'on_time_rate(due, ended)', 'avg((ended <= due)::int)', 1.1,
     'SELECT motcua.on_time_rate(due, ended) FROM bench.dossier');

SELECT 'the eight FILTER counters count what the tally counts' AS what,
       c.* IS NOT DISTINCT FROM ROW(motcua.new_online(t), motcua.new_direct(t), motcua.carried(t),
                                    motcua.early(t), motcua.on_time(t), motcua.late(t),
                                    motcua.open_in_time(t), motcua.open_overdue(t)) AS holds
FROM (SELECT :eight_counters FROM bench.dossier) AS c,
     (SELECT :full_tally AS t FROM bench.dossier) AS s \gset
CALL bench.must(:'what', :'holds');

CALL bench.run('tally');
:timings WHERE suite = 'tally';

-- These are the times with groups, less the time of the grouping itself.
INSERT INTO bench.figure (suite, name, baseline, value, unit, goal)
SELECT 'tally', 'tally by unit, net of count(*) by unit',
       'eight FILTER counters by unit, net of the same',
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ((a.ms - c.ms) / (
                                                              b.ms - c.ms))::float8)::numeric,
             2),
       'ratio', 0.35
FROM bench.timing AS a
JOIN bench.timing AS b USING (suite, round)
JOIN bench.timing AS c USING (suite, round)
WHERE suite = 'tally'
  AND a.name = 'tally, full form, by unit'
  AND b.name = 'eight FILTER counters by unit'
  AND c.name = 'count(*) by unit';
:figures WHERE suite = 'tally';
