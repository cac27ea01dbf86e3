-- Test tallies as values: moving frames, merging, text, jsonb and binary forms, order and hash,
-- errors.
\ir ../setup.psql
SELECT plan(65);

-- There are 300 dossiers made from md5. The period is NULL in a seventh of them, and in twelve rows
-- that follow each other.
CREATE TEMP TABLE dossier AS
SELECT id,
       CASE WHEN n[1] % 7 = 0 OR id BETWEEN 100 AND 111 OR id <= 3 THEN NULL
            ELSE daterange('2020-03-01', '2020-05-01') END AS period,
       CASE WHEN n[2] % 9 = 0 THEN NULL ELSE date '2020-02-15' + n[2] % 70 END AS received,
       CASE WHEN n[3] % 9 = 0 THEN NULL ELSE date '2020-02-15' + n[3] % 90 END AS due,
       CASE WHEN n[4] % 5 = 0 THEN NULL ELSE date '2020-02-20' + n[4] % 90 END AS ended,
       n[5] % 3 = 0 AS online,
       (ARRAY['result', 'withdrawn', 'refused', 'stopped'])[1 + n[6] % 4] AS ended_as,
       CASE WHEN n[7] % 3 = 0 THEN date '2020-03-01' + n[7] % 70 END AS paused_since,
       (n[8] % 3 = 0)::int AS grp
FROM (SELECT id,
             (SELECT array_agg(('x'
                                || substr(md5('row' || id), 4 * k + 1, 4))::bit(16)::int ORDER BY k)
              FROM generate_series(0, 7) AS k) AS n
      FROM generate_series(1, 300) AS id) AS x;

CREATE TEMP TABLE frame AS
SELECT *
FROM (VALUES (0, 0), (1, 1), (3, 0), (0, 4), (12, 12), (30, 7), (5, -2), (-2, 5),
             (299, 299)) AS f (k, m);
CREATE FUNCTION pg_temp.bounds(k int, m int) RETURNS text LANGUAGE sql AS $$
    SELECT format('BETWEEN %s %s AND %s %s', abs(k),
                  CASE WHEN k < 0 THEN 'FOLLOWING' ELSE 'PRECEDING' END, abs(m),
                  CASE WHEN m < 0 THEN 'PRECEDING' ELSE 'FOLLOWING' END)
$$;
-- Return how many frames of a moving window give another result than the same aggregate over the
-- rows of the frame.
CREATE FUNCTION pg_temp.frame_differences(call text, k int, m int, relation text DEFAULT 'dossier')
    RETURNS text
LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE format($q$
        SELECT count(*) FILTER (WHERE w.t::text IS DISTINCT FROM (SELECT (%1$s)::text
                                                                  FROM %5$s AS d
                                                                  WHERE d.id BETWEEN w.id
                                                                        - %3$s AND w.id + %4$s))
               || ' of ' || count(*)
        FROM (SELECT id, %1$s OVER (ORDER BY id ROWS %2$s) AS t FROM %5$s) AS w$q$,
                   call,
                   pg_temp.bounds(k, m),
                   k,
                   m,
                   relation) INTO answer;
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLERRM;
END $$;
SELECT is(pg_temp.frame_differences('motcua.tally(received, due, ended, daterange(''2020-03-01'', '
                                    '''2020-05-01''), online, ended_as, NULL, paused_since)',
                                    k,
                                    m),
          '0 of 300', format('moving frame %s', pg_temp.bounds(k, m)))
FROM frame;
SELECT is(pg_temp.frame_differences('motcua.tally(received, due, ended, period, '
                                    'online, ended_as, NULL, paused_since)',
                                    k,
                                    m),
          '0 of 300', format('moving frame %s with rows without a period', pg_temp.bounds(k, m)))
FROM frame;
SELECT is(pg_temp.frame_differences('motcua.tally(received, due, ended, NULL::daterange)', 1, 1),
          '0 of 300', 'moving frames without a period give the tallies of their rows');
SELECT is(pg_temp.frame_differences('motcua.tally(received::timestamptz, due, ended::timestamptz, '
                                    'daterange(''2020-03-01'', ''2020-05-01''))',
                                    9,
                                    4),
          '0 of 300',
          'moving frames of another form give the tallies of their rows');
SELECT is(pg_temp.frame_differences('motcua.tally(received, due, ended, daterange(''2020-03-01'', '
                                    '''2020-05-01'')) FILTER (WHERE online)',
                                    4,
                                    4),
          '0 of 300',
          'moving frames with FILTER give the tallies of their rows');
CREATE TEMP TABLE part AS
SELECT id,
       CASE WHEN id % 4 > 0 THEN motcua.tally(received, due, ended,
                                              daterange('2020-03-01', '2020-05-01')) END AS t
FROM dossier GROUP BY id;
SELECT is(pg_temp.frame_differences('motcua.merge(t)', k, m, 'part'),
          '0 of 300', format('merge over a moving frame %s', pg_temp.bounds(k, m)))
FROM frame WHERE k IN (0, 3, 30);

-- ---- nothing to count ----
SELECT is((SELECT motcua.tally(received, due, ended, period) IS NULL FROM dossier WHERE id < 0),
          true, 'no row gives NULL');
SELECT is((SELECT motcua.tally(received, due, ended, NULL) IS NULL FROM dossier),
          true, 'rows without a period give NULL');
SELECT is((SELECT motcua.merge(t) IS NULL FROM part WHERE t IS NULL), true,
          'merging NULLs gives NULL');
SELECT is((SELECT motcua.tally(NULL::date, NULL, NULL,
                               daterange('2020-01-01', '2021-01-01'))::text),
          '{"period": "[2020-01-01,2021-01-01)", "new_online": 0, "new_direct": 0, "carried": 0, '
          '"early": 0, "on_time": 0, "late": 0, "open_in_time": 0, "open_overdue": 0, '
          '"open_paused": 0, "due_met": 0, "due_missed": 0, "on_time_no_due": 0, "withdrawn": 0, '
          '"refused": 0, "stopped": 0, "withdrawn_late": 0, "refused_late": 0, "stopped_late": 0, '
          '"invalid": 0}',
          'an all-NULL row with a period gives zeros');

-- ---- arithmetic ----
CREATE TEMP TABLE whole AS
SELECT motcua.tally(received, due, ended, daterange('2020-03-01', '2020-05-01')) AS t
FROM dossier;
CREATE TEMP TABLE grp AS
SELECT grp, motcua.tally(received, due, ended, daterange('2020-03-01', '2020-05-01')) AS t
FROM dossier GROUP BY grp;
SELECT ok(motcua.workload(t) > 100, 'the whole is not empty') FROM whole;
SELECT is((SELECT motcua.merge(t)::text FROM grp),
          (SELECT t::text FROM whole), 'parts merge to the whole');
SELECT is((SELECT (a.t OPERATOR(motcua.+) b.t)::text
           FROM grp AS a, grp AS b WHERE a.grp = 0 AND b.grp = 1),
          (SELECT t::text FROM whole), 'adding the parts gives the whole');
SELECT is((SELECT (w.t OPERATOR(motcua.-) g.t)::text FROM whole AS w, grp AS g WHERE grp = 0),
          (SELECT t::text FROM grp WHERE grp = 1),
          'subtraction reverses addition');
SELECT is((SELECT motcua.minus(motcua.plus(a => t, b => t), t)::text FROM whole),
          (SELECT t::text FROM whole), 'the functions agree with their operators');
SELECT is((SELECT count(*)
           FROM whole AS w, jsonb_each_text(to_jsonb(motcua.columns(t OPERATOR(motcua.-) t))) AS c
           WHERE c.value <> '0'),
          0::bigint, 'a tally less itself is zero');

-- ---- text, jsonb, binary ----
SELECT is(('{"early": 9223372036854775807, "late": -9223372036854775808, '
           '"period": "[2020-01-01,2020-02-01)"}'::motcua.tally)::jsonb - 'period'
              @> '{"early": 9223372036854775807, "late": -9223372036854775808, "carried": 0}',
          true, 'the text form has the largest counters, with keys in any order');
SELECT is((SELECT count(*) FROM jsonb_object_keys('{}'::motcua.tally::jsonb)),
          19::bigint, 'missing keys are 0, and a missing period means no period');
SELECT is(motcua.period('{}'), NULL, 'period() gives NULL for a tally without a period');
SELECT is((SELECT count(*)
           FROM part
           WHERE t::text::motcua.tally::text <> t::text
              OR t::jsonb::motcua.tally OPERATOR(motcua.<>) t
              OR t::text::motcua.tally OPERATOR(motcua.<>) t),
          0::bigint, 'the text and jsonb forms are read as the same tally');
SELECT is((SELECT array_agg(motcua.period(('{"period": "' || p || '"}')::motcua.tally)::text)
           FROM unnest(ARRAY['[2020-01-01,2020-01-31]', '(2019-12-31,2020-02-01)',
                             '[2020-01-01,2020-02-01)']) AS p),
          array_fill('[2020-01-01,2020-02-01)'::text, ARRAY[3]),
          'the period can have any brackets');
SET LOCAL datestyle = 'German';
SELECT is('{"period": "[2020-01-01,2020-02-01)"}'::motcua.tally::jsonb ->> 'period',
          '[2020-01-01,2020-02-01)', 'the text form does not depend on DateStyle');
SET LOCAL datestyle = 'ISO';
CREATE TEMP TABLE received_part AS SELECT * FROM part LIMIT 0;
INSERT INTO part VALUES (0, '{"early": -9223372036854775808, "invalid": 9223372036854775807}');
\copy part to 'build/tally.bin' (format binary)
\copy received_part from 'build/tally.bin' (format binary)
SELECT is((SELECT count(*)
           FROM part AS p JOIN received_part AS r USING (id)
           WHERE r.t::text IS NOT DISTINCT FROM p.t::text),
          301::bigint, 'the binary form is read as the same tally');
SELECT is((SELECT length(motcua.tally_send(t)) FROM whole),
          1 + 8 + 19 * 8, 'the binary form is a version byte, two days and the counters');

-- ---- order and hash ----
SELECT is((SELECT count(*) FROM (SELECT DISTINCT t FROM part) AS x),
          (SELECT count(*) FROM (SELECT DISTINCT t::text FROM part) AS x),
          'DISTINCT knows equal tallies');
SET LOCAL enable_hashagg = off;
SELECT is((SELECT count(*) FROM (SELECT t FROM part GROUP BY t) AS x),
          (SELECT count(DISTINCT t::text) + 1 FROM part),
          'GROUP BY by sort knows equal tallies');
RESET enable_hashagg;
SET LOCAL enable_sort = off;
SELECT is((SELECT sum(n)
           FROM (SELECT count(*) AS n FROM part GROUP BY t HAVING t IS NOT NULL) AS x),
          226::numeric, 'GROUP BY by hash knows equal tallies');
RESET enable_sort;
SELECT is((SELECT count(*)
           FROM part AS a, part AS b
           WHERE a.id < 60 AND b.id < 60
             AND ((a.t OPERATOR(motcua.<) b.t)::int + (a.t OPERATOR(motcua.=) b.t)::int + (
                      a.t OPERATOR(motcua.>) b.t)::int <> 1
                  OR (a.t OPERATOR(motcua.<=) b.t) <> NOT (a.t OPERATOR(motcua.>) b.t)
                  OR (a.t OPERATOR(motcua.>=) b.t) <> NOT (a.t OPERATOR(motcua.<) b.t)
                  OR (a.t OPERATOR(motcua.<>) b.t) <> (a.t::text <> b.t::text)
                  OR motcua.tally_cmp(a.t, b.t) <> -motcua.tally_cmp(b.t, a.t)
                  OR (a.t OPERATOR(motcua.=) b.t)
                     AND motcua.tally_hash(a.t) <> motcua.tally_hash(b.t))),
          0::bigint, 'the operators, the order and the hash agree');
SELECT is((SELECT count(*)
           FROM part AS a JOIN received_part AS b ON a.t OPERATOR(motcua.=) b.t
           WHERE a.id = b.id),
          226::bigint, 'tallies can be joined');

-- ---- parts ----
CREATE TEMP TABLE numbered AS
SELECT ('{"new_online": 1, "new_direct": 2, "carried": 4, "early": 8, "on_time": 16, "late": 32,
          "open_in_time": 64, "open_overdue": 128, "open_paused": 256, "due_met": 512,
          "due_missed": 1024, "on_time_no_due": 2048, "withdrawn": 4096, "refused": 8192,
          "stopped": 16384, "withdrawn_late": 32768, "refused_late": 65536, "stopped_late": 131072,
          "invalid": 262144}')::motcua.tally AS t;
SELECT is((SELECT string_agg(format('%s=%s', key, value), ' ' ORDER BY value::int)
           FROM jsonb_each_text(to_jsonb(motcua.columns(t)))),
          'new_online=1 new_direct=2 carried=4 early=8 on_time=16 late=32 open_in_time=64 '
          'open_overdue=128 open_paused=256 due_met=512 due_missed=1024 on_time_no_due=2048 '
          'withdrawn=4096 refused=8192 stopped=16384 withdrawn_late=32768 refused_late=65536 '
          'stopped_late=131072 invalid=262144',
          'columns() has a column for every counter')
FROM numbered;
SELECT is(ARRAY[motcua.new_online(t), motcua.new_direct(t), motcua.carried(t), motcua.early(t),
                motcua.on_time(t), motcua.late(t), motcua.open_in_time(t),
                motcua.open_overdue(t), motcua.open_paused(t), motcua.due_met(t),
                motcua.due_missed(t), motcua.on_time_no_due(t), motcua.withdrawn(t),
                motcua.refused(t), motcua.stopped(t), motcua.withdrawn_late(t),
                motcua.refused_late(t), motcua.stopped_late(t), motcua.invalid(t)],
          (SELECT array_agg(1::bigint << i ORDER BY i) FROM generate_series(0, 18) AS i),
          'there is an accessor for every counter')
FROM numbered;
SELECT is(ARRAY[motcua.received(t), motcua.workload(t), motcua.resolved(t), motcua.open(t)],
          ARRAY[3, 7, 56, 448]::bigint[], 'the totals of the form are right')
FROM numbered;

-- ---- errors ----
SELECT throws_ok(format('SELECT motcua.tally(date %L, NULL, NULL, %L::daterange)', '2020-01-05', p),
                 '22023',
                 format('period "%s" is empty, has no end or leaves the years 1 to 9998', p),
                 format('period %s', p))
FROM unnest(ARRAY['empty', '(,2020-01-01)', '[2020-01-01,)', '(,)', '[-infinity,2020-01-01)',
                  '[2020-01-01,infinity)']) AS p;
SELECT throws_ok($$SELECT motcua.tally(date '2020-01-05', NULL, NULL,
                                       daterange('2020-01-01', '2021-01-01'), true, 'lost', 'day',
                                       NULL)$$,
                 '22023', 'unknown way to end a dossier: "lost"', 'an unknown ended_as is refused');
SELECT throws_ok($$SELECT motcua.tally(date '2020-01-05', NULL, NULL,
                                       daterange('2020-01-01', '2021-01-01'), true, 'result',
                                       'hour', NULL)$$,
                 '22023', 'unknown granularity "hour"', 'an unknown granularity is refused');
PREPARE mixed AS
SELECT motcua.tally(received,
                    due,
                    ended,
                    CASE WHEN id % 2 = 0 THEN daterange('2020-01-01', '2020-02-01')
                         ELSE daterange('2020-02-01', '2020-03-01') END)
FROM dossier;
SELECT throws_ok('EXECUTE mixed', '22023', NULL, 'one tally is of one period');
SELECT throws_ok($$SELECT '{"period": "[2020-01-01,2020-02-01)"}'::motcua.tally OPERATOR(
                       motcua.+) '{"period": "[2020-01-01,2020-03-01)"}'::motcua.tally$$,
                 '22023',
                 'tallies of different periods cannot be combined: "2020-01-01 to 2020-01-31" and '
                 '"2020-01-01 to 2020-02-29"',
                 '+ refuses another period');
SELECT throws_ok($$SELECT '{"period": "[2020-01-01,2020-02-01)"}'::motcua.tally OPERATOR(
                       motcua.-) '{}'::motcua.tally$$,
                 '22023', NULL, '- refuses another period');
SELECT throws_ok($$SELECT motcua.merge(t::motcua.tally)
                   FROM unnest(ARRAY['{"period": "[2020-01-01,2020-02-01)"}',
                                     '{"period": "[2020-01-01,2020-03-01)"}']) AS t$$,
                 '22023', NULL, 'merge refuses another period');
SELECT throws_ok($$SELECT '{"early": 9223372036854775807}'::motcua.tally OPERATOR(
                       motcua.+) '{"early": 1}'::motcua.tally$$,
                 '22003', NULL, '+ refuses to overflow');
CREATE FUNCTION pg_temp.state_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE query;
    RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
SELECT is((SELECT string_agg(t || ': ' || pg_temp.state_of(format('SELECT %L::motcua.tally', t)),
                             ' | ')
           FROM unnest(ARRAY['', 'x', '[]', '1', '{"earl": 1}', '{"early": 1.5}', '{"early": "1"}',
                             '{"early": null}', '{"early": {}}', '{"early": 9223372036854775808}',
                             '{"early": -9223372036854775809}', '{"period": 1}',
                             '{"period": "empty"}', '{"period": "[2020-01-01,)"}',
                             '{"period": "[2020-02-01,2020-01-01)"}',
                             '{"period": "[2020-01-01,2020-01-01)"}',
                             '{"period": "[2020-02-30,2020-03-01)"}', '{"period": "2020-01-01"}',
                             '{"early": 1} x', '{"early": 1']) AS t
           WHERE pg_temp.state_of(format('SELECT %L::motcua.tally', t)) <> '22P02'),
          NULL, 'the input refuses texts that are no tally');

SELECT * FROM finish();
ROLLBACK;
