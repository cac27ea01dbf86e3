-- needs: data/dossiers
-- Compare tally and ledger with the same eight counters in plain SQL, by the number of rows. A
-- tally is of one period, as the counters are, while a ledger answers for any period.
CREATE TABLE bench.size AS
SELECT (share * :rows)::bigint AS rows FROM unnest('{0.01,0.03,0.1,0.3,1,3}'::numeric[]) AS share;
SELECT format('CALL bench.make_dossiers(''bench.dossier_%1$s'', %1$s)', rows),
       format('VACUUM ANALYZE bench.dossier_%s', rows)
FROM bench.size \gexec
\set full_ledger 'motcua.ledger(received, due, ended, online, NULL::text, NULL::date, NULL::text)'
-- By unit, the counters of plain SQL, of the tally, and of the tally that the ledger gives must be
-- equal.
\set counters_of 'motcua.new_online(t), motcua.new_direct(t), motcua.carried(t), motcua.early(t), motcua.on_time(t), motcua.late(t), motcua.open_in_time(t), motcua.open_overdue(t)'
SELECT (SELECT count(*)
        FROM (SELECT unit, :eight_counters FROM bench.dossier GROUP BY unit
              EXCEPT SELECT unit, :counters_of
              FROM (SELECT unit, :full_tally AS t
                    FROM bench.dossier GROUP BY unit) AS s) AS d) = 0 AS tally_same,
       (SELECT count(*)
        FROM (SELECT unit, :full_tally FROM bench.dossier GROUP BY unit
              EXCEPT SELECT unit, motcua.tally(l, :period)
              FROM (SELECT unit, :full_ledger AS l
                    FROM bench.dossier GROUP BY unit) AS s) AS d) = 0 AS ledger_same \gset
CALL bench.must('by unit, the tally counts what the eight FILTERs count', :'tally_same');
CALL bench.must('by unit, the ledger gives that tally', :'ledger_same');

INSERT INTO bench.query (suite, x, name, baseline, sql)
SELECT 'tally by rows', rows, v.name || g.name,
       CASE WHEN v.place > 1 THEN 'eight FILTER counters' || g.name END,
       format('SELECT %s%s FROM bench.dossier_%s%s', g.columns, v.counted, rows, g.clause)
FROM bench.size,
     (VALUES (1, 'eight FILTER counters', :'eight_counters'),
             (2, 'tally', :'full_tally'),
             (3, 'ledger', :'full_ledger')) AS v (place, name, counted),
     (VALUES (1, '', '', ''),
             (2, ' by unit', 'unit, ', ' GROUP BY unit')) AS g (place, name, columns, clause)
ORDER BY rows, g.place, v.place;
CALL bench.run('tally by rows', 7);
:timings WHERE suite = 'tally by rows';
