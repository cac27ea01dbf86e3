-- Test dossier_agg, which makes a dossier from the rows of a status history: its results, its
-- refusals, and parallel plans.
\ir ../setup.psql
\ir worked.psql
SELECT plan(29);

CREATE TABLE status (id int, code int, at timestamptz, event text, detail text);
INSERT INTO status
SELECT row_number() OVER (), v.*
FROM (VALUES (1, timestamptz '2026-03-18 08:30+07', 'resume', NULL),
             (1, '2026-03-02 09:00+07', 'receive', '10 ngày làm việc'),
             (1, '2026-03-31 15:00+07', 'reappoint', '2026-04-03T17:00:00+07:00'),
             (1, '2026-03-05 10:00+07', 'pause', 'supplement'),
             (1, NULL, 'resolve', NULL),
             (1, '2026-03-10 08:30+07', 'resume', 'restart'),
             (1, '2026-03-13 10:00+07', 'pause', NULL),
             (1, '2026-03-20 08:00+07', NULL, 'x'),
             (1, '2026-04-06 10:00+07', 'resolve', NULL)) AS v;
SELECT is((SELECT motcua.dossier_agg(at, event, detail) FROM status),
          d,
          'dossier_agg sorts and folds a status history; '
          'rows without a time or an event are skipped')
FROM worked;
SELECT is((SELECT motcua.dossier_agg(at, event, detail, 'vn' ORDER BY id DESC) FROM status),
          d, 'rows come in any order, with a calendar by name')
FROM worked;
SELECT is((SELECT motcua.dossier_agg(at, event, detail, (SELECT motcua.calendar_value('vn')))
           FROM status),
          d, 'rows come in any order, with a calendar by value')
FROM worked;
SELECT is((SELECT motcua.dossier_agg(at, event, detail, NULL::text) FROM status),
          d, 'a NULL calendar is the default one')
FROM worked;
SELECT is((SELECT motcua.dossier_agg(at, event, detail) FROM status WHERE id < 0),
          NULL, 'no row gives NULL');
SELECT is((SELECT motcua.dossier_agg(at, event, detail) FROM status WHERE id IN (5, 8)),
          NULL, 'only skipped rows give NULL');
SELECT is((SELECT motcua.dossier_agg(at, event, detail) FILTER (WHERE id = 2) FROM status),
          (SELECT d FROM stage WHERE name = 'received'),
          'FILTER selects the rows');
SELECT is((SELECT motcua.dossier_agg('2026-03-02 09:00+07'::timestamptz, event,
                                     detail ORDER BY n)::text
           FROM (VALUES (1, 'receive', NULL),
                        (2, 'reappoint', v.detail),
                        (3, 'pause', NULL),
                        (4, 'resume', 'subtract'),
                        (5, 'pause', 'fee'),
                        (6, 'refuse', NULL)) AS e (n, event, detail)) ~ ('"due_at": "' || v.due),
          true,
          format('ties in input order; a new due written %s', v.detail))
FROM (VALUES ('2026-03-09', '2026-03-09T23:59:59.999999\+07'),
             ('2026-03-09T17:00:00+07:00', '2026-03-09T17:00:00\+07'),
             ('2026-03-09 17:00', '2026-03-09T17:00:00\+07'),
             ('2026-03-09T10:00Z', '2026-03-09T17:00:00\+07'),
             ('2026-03-09T17:00:00.5', '2026-03-09T17:00:00.500000\+07')) AS v (detail, due);
SELECT is(pg_temp.refusal(format('SELECT motcua.dossier_agg(at::timestamptz, event, detail ORDER '
                                 'BY n) FROM (VALUES %s) AS e (n, at, event, detail)',
                                 v.events)),
          v.expected || ' with a hint', v.name)
FROM (VALUES
    ('an event that is none',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-03'', ''lost'', NULL)', '22023'),
    ('no receipt', '(1, ''2026-03-02'', ''pause'', NULL)', '55000'),
    ('two receipts',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-03'', ''receive'', NULL)', '55000'),
    ('something before the receipt',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-01'', ''pause'', NULL)', '55000'),
    ('resolved while paused',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-03'', ''pause'', '
     'NULL), (3, ''2026-03-04'', ''resolve'', NULL)',
     '55000'),
    ('restart without a limit',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-03'', ''pause'', '
     'NULL), (3, ''2026-03-04'', ''resume'', NULL)',
     '55000'),
    ('a limit that is none', '(1, ''2026-03-02'', ''receive'', ''5 chén'')', '22P02'),
    ('a reason that is none',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-03'', ''pause'', ''lost'')', '22023'),
    ('a due that is none',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''2026-03-03'', ''reappoint'', ''2026-02-30'')',
     '22007'),
    ('an infinite time',
     '(1, ''2026-03-02'', ''receive'', NULL), (2, ''infinity'', ''resolve'', NULL)',
     '22008')) AS v (name, events, expected);
-- With two workers, the partial aggregation of one long history must give what one process gives.
CREATE TABLE many AS
SELECT timestamptz '2026-01-05 08:00+07' + n * interval '1 hour' AS at,
       CASE n
            WHEN 0 THEN 'receive'
            WHEN 900 THEN 'stop'
            ELSE (ARRAY['pause', 'resume', 'reappoint'])[1 + (n + 2) % 3] END AS event,
       CASE WHEN n IN (0, 900) THEN NULL
            ELSE (ARRAY['fee', 'subtract', '2027-01-04'])[1 + (n + 2) % 3] END AS detail
FROM generate_series(0, 900) AS n ORDER BY md5(n::text);
ANALYZE many;
CREATE TEMP TABLE alone AS SELECT motcua.dossier_agg(at, event, detail ORDER BY at) AS d FROM many;
SELECT is(motcua.reappointments(d) || ' ' || motcua.paused_time(d),
          '299 300:00:00', 'a long history is aggregated')
FROM alone;
SELECT is(d::text::motcua.dossier, d,
          'the text of a long history is read as the same dossier') FROM alone;
SELECT is(pg_temp.refusal('SELECT motcua.dossier_agg(date ''2026-01-01'' + n, CASE WHEN n = 0 THEN '
                          '''receive'' ELSE ''reappoint'' END, CASE WHEN n > 0 THEN ''2030-01-01'' '
                          'END ORDER BY n) FROM generate_series(0, 1001) AS n') ~ '^54000 ',
          true,
          'a history of more than 1,000 events is refused');
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL max_parallel_workers_per_gather = 2;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
    FOR line IN EXECUTE 'EXPLAIN ' || query LOOP plan := plan || line || E'\n'; END LOOP;
    RETURN plan;
END $$;
SELECT matches(pg_temp.plan_of('SELECT motcua.dossier_agg(at, event, detail) FROM many'),
               'Partial Aggregate', 'workers aggregate in parts');
SELECT is((SELECT motcua.dossier_agg(at, event, detail) FROM many), d,
          'parts give the same dossier')
FROM alone;
SELECT is((SELECT motcua.dossier_agg(at, event, detail, 'vn') FROM many),
          d, 'parts give the same dossier with a calendar by name')
FROM alone;
SELECT is((SELECT motcua.dossier_agg(at, event, detail) FROM many WHERE detail IS NULL),
          (SELECT motcua.stop(motcua.dossier_of(timestamptz '2026-01-05 08:00+07',
                                                NULL::timestamptz),
                              timestamptz '2026-01-05 08:00+07' + 900 * interval '1 hour')),
          'workers without a row do not change the dossier');

SELECT * FROM finish();
ROLLBACK;
