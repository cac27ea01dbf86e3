-- needs: data/dossiers
-- Measure what columns of each type cost as moments in tally, ledger, lateness and classify, over
-- all rows and in 101 groups. The ratio is to columns of type timestamp, which become moments
-- without a call.
CREATE TABLE bench.spelling (type text, received text, due text, ended text, goal numeric);
INSERT INTO bench.spelling VALUES
    ('timestamp', $$received + time '08:00'$$, $$due + time '17:00'$$,
     $$ended + time '15:30'$$, NULL),
    ('date', 'received', 'due', 'ended', 1.1),
    ('timestamptz', $$(received + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'$$,
     $$(due + time '17:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'$$,
     $$(ended + time '15:30') AT TIME ZONE 'Asia/Ho_Chi_Minh'$$, 1.1),
    ('timestamptz, due date', $$(received + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'$$, 'due',
     $$(ended + time '15:30') AT TIME ZONE 'Asia/Ho_Chi_Minh'$$, 1.1),
    ('date, ended timestamp', 'received', 'due', $$ended + time '15:30'$$, 1.1),
    ('text', $$to_char(received, 'YYYY-MM-DD') || ' 08:00'$$, $$to_char(due, 'DD/MM/YYYY')$$,
     $$to_char(ended, 'YYYY-MM-DD') || ' 15:30:00'$$, NULL);

-- Each column type has a table of its own, so that the columns stand at the same place in every
-- row.
SELECT format('CREATE TABLE bench.%I AS SELECT (id %% 101)::integer AS grp, %s AS received, '
              '%s AS due, %s AS ended FROM bench.dossier', type, received, due, ended),
       format('VACUUM ANALYZE bench.%I', type)
FROM bench.spelling \gexec

CREATE TABLE bench.moment_call (name text, call text);
INSERT INTO bench.moment_call VALUES
    ('tally', 'motcua.tally(received, due, ended, ' || :'period' || ')'),
    ('ledger', 'motcua.ledger(received, due, ended)'),
    ('lateness', 'motcua.lateness(due, ended)'),
    ('classify', $$count(motcua.classify(due, ended, '2020-06-30'))$$);
INSERT INTO bench.query (suite, name, baseline, goal, sql)
SELECT 'moments', format('%s of %s%s', c.name, s.type, g.name),
       CASE WHEN s.type <> 'timestamp' THEN format('%s of timestamp%s', c.name, g.name) END,
       CASE WHEN g.name <> '' AND s.goal IS NOT NULL THEN 1.06 ELSE s.goal END,
       format('SELECT %s%s FROM bench.%I%s', g.grouped, c.call, s.type, g.by)
FROM bench.moment_call AS c, bench.spelling AS s,
     (VALUES (1, '', '', ''), (2, ', 101 groups', 'grp, ', ' GROUP BY grp'))
         AS g (n, name, grouped, by)
ORDER BY c.name, g.n, s.type <> 'timestamp', s.type;

-- The day of each row is the same in every table, so days are counted alike.
SELECT 'every type is counted as dates are' AS what,
       count(DISTINCT t::text) = 1 AS holds
FROM (SELECT motcua.tally(received, due, ended, :period) AS t FROM bench.date UNION ALL
      SELECT motcua.tally(received, due, ended, :period) FROM bench.timestamp UNION ALL
      SELECT motcua.tally(received, due, ended, :period) FROM bench.timestamptz UNION ALL
      SELECT motcua.tally(received, due, ended, :period) FROM bench."timestamptz, due date"
      UNION ALL
      SELECT motcua.tally(received, due, ended, :period) FROM bench.text) AS x \gset
CALL bench.must(:'what', :'holds');

CALL bench.run('moments', 9);
:timings WHERE suite = 'moments';
