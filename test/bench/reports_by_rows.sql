-- needs: data/table
-- Measure form II.06a of a period for all units by the number of rows: by plain SQL, from the rows
-- through an attachment, and from a roll-up.
CREATE TABLE bench.reported AS
SELECT (share * :rows)::bigint AS rows FROM unnest('{0.01,0.03,0.1,0.3,1}'::numeric[]) AS share;
SELECT format('CALL bench.make_table(''bench.reported_%1$s'', %1$s)', rows),
       format('VACUUM ANALYZE bench.reported_%s', rows)
FROM bench.reported \gexec
SELECT motcua.attach(format('bench.reported_%s', rows)::regclass, kind || '_' || rows, 'received',
                     'due', 'ended', code => 'id', unit => 'unit', online => 'online',
                     as_of => $$date '2026-03-31'$$)
FROM bench.reported, unnest('{base,rolled}'::text[]) AS kind \g /dev/null
SELECT motcua.add_rollup('rolled_' || rows) FROM bench.reported \g /dev/null
VACUUM ANALYZE;

-- The period is half a year, which begins and ends on any day.
\set form 'SELECT * FROM motcua.report_06a(%L, ''[2025-05-12,2025-11-12)'')'
INSERT INTO bench.query (suite, x, name, baseline, sql)
SELECT 'reports by rows', rows, v.name, v.baseline, v.sql
FROM bench.reported,
     LATERAL (VALUES
         (1, 'form by hand: eight FILTERs', NULL,
          bench.form_by_hand(format('bench.reported_%s', rows), '2025-05-12', '2025-11-12')),
         (2, 'report_06a, base rows', 'form by hand: eight FILTERs',
          format(:'form', 'base_' || rows)),
         (3, 'report_06a, roll-up', 'form by hand: eight FILTERs',
          format(:'form', 'rolled_' || rows))) AS v (place, name, baseline, sql)
ORDER BY rows, place;

-- All three must give the same figures for each number of rows.
CREATE FUNCTION bench.figures_of(statement text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY EXECUTE format('SELECT format(''%%s: %%s %%s %%s %%s %%s %%s %%s %%s'', %s, '
                                'received_online, received_direct, carried, early, on_time, late, '
                                'open_in_time, open_overdue) FROM (%s) AS s %s',
                                CASE WHEN statement LIKE '%report_06a%' THEN 'label'
                                     ELSE 'unit' END,
                                statement,
                                CASE WHEN statement LIKE '%report_06a%' THEN 'WHERE tt IS NOT NULL'
                                     ELSE '' END);
END $$;
SELECT count(*) = 0 AS same
FROM (
    SELECT x, line
    FROM bench.query, LATERAL bench.figures_of(sql) AS line
    WHERE suite = 'reports by rows'
    GROUP BY x, line HAVING count(*) <> 3) AS d \gset
CALL bench.must('the form by hand, by base rows and by roll-up shows the same figures', :'same');

CALL bench.run('reports by rows', 11);
:timings WHERE suite = 'reports by rows';
