-- Test roll-ups: after every kind of change the views over them show what the same views show over
-- the base rows.
\ir ../setup.psql
SELECT plan(106);

CREATE FUNCTION pg_temp.state_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;

-- The table has every kind of dossier. It has partitions, one of which has its columns in another
-- order.
CREATE TABLE unit_of (unit text PRIMARY KEY);
INSERT INTO unit_of SELECT 'Xã ' || chr(65 + i) FROM generate_series(0, 9) AS i;
CREATE TABLE hs (
    id integer,
    district integer,
    unit text REFERENCES unit_of ON DELETE CASCADE ON UPDATE CASCADE,
    proc text,
    field text,
    received timestamp,
    due timestamp,
    ended timestamp,
    online boolean,
    how text, paused timestamp, note text, PRIMARY KEY (id, district)
) PARTITION BY LIST (district);
CREATE TABLE hs_1 PARTITION OF hs FOR VALUES IN (1);
CREATE TABLE hs_2 (
    note text,
    dropped text,
    paused timestamp,
    how text,
    online boolean,
    ended timestamp,
    due timestamp,
    received timestamp,
    field text,
    proc text,
    unit text,
    district integer NOT NULL,
    id integer NOT NULL
);
ALTER TABLE hs_2 DROP COLUMN dropped;
ALTER TABLE hs ATTACH PARTITION hs_2 FOR VALUES IN (2);
CREATE TABLE hs_rest PARTITION OF hs DEFAULT PARTITION BY RANGE (id);
CREATE TABLE hs_rest_all PARTITION OF hs_rest DEFAULT;

CREATE FUNCTION pg_temp.rows_from(since integer, until integer) RETURNS SETOF hs LANGUAGE sql AS $$
    SELECT i, 1 + n[0] % 3, CASE WHEN n[1] % 13 > 0 THEN 'Xã ' || chr(65 + n[2] % 10) END,
           'TT' || n[3] % 5, CASE WHEN n[3] % 7 > 0 THEN 'LV' || n[3] % 3 END,
           CASE WHEN n[4] % 97 = 0 THEN 'infinity' WHEN n[4] % 89 > 0 THEN r END,
           CASE WHEN n[5] % 53 = 0 THEN 'infinity'
                WHEN n[5] % 41 > 0 THEN r + make_interval(days => n[5] % 20) END,
           CASE WHEN n[6] % 5 > 0
                     THEN r + make_interval(days => n[6] % 26 - 1, hours => n[6] % 10) END,
           CASE WHEN n[7] % 9 > 0 THEN n[7] % 2 = 0 END,
           (ARRAY[NULL, 'result', 'withdrawn', 'refused', 'stopped'])[1 + n[0] % 5],
           CASE WHEN n[1] % 6 = 0 THEN r + '2 days' END, NULL
    FROM (SELECT i, n, timestamp '2025-06-01 08:00' + make_interval(hours => n[8] % 9000) AS r
          FROM (SELECT i,
                       (SELECT array_agg(('x'
                                          || substr(md5('rollup' || i || '-' || k), 1,
                                                    6))::bit(24)::int ORDER BY k)
                        FROM generate_series(0, 8) AS k) AS numbers
                FROM generate_series(since, until) AS i) AS x
          CROSS JOIN LATERAL (SELECT ('[0:8]=' || numbers::text)::int[] AS n) AS y) AS z
$$;
INSERT INTO hs SELECT * FROM pg_temp.rows_from(1, 3000);

-- Attach the same table twice: with a roll-up, and without one.
CREATE FUNCTION pg_temp.attach(relation text, name text) RETURNS regnamespace LANGUAGE sql AS $$
    SELECT motcua.attach(relation, name, 'received', 'due', 'ended', code => 'id::text',
                         unit => 'unit', procedure => 'proc', field => 'field', online => 'online',
                         ended_as => 'how',
                         paused_since => 'paused', excluded => 'note = ''thử''',
                         as_of => $d$date '2026-04-30'$d$)
$$;
SELECT pg_temp.attach('hs', 'plain') \g /dev/null
SELECT pg_temp.attach('hs', 'rolled') \g /dev/null
SELECT lives_ok($$SELECT motcua.add_rollup('rolled')$$, 'a partitioned table gets a roll-up');

-- Return everything that is read from the roll-up, as text.
CREATE FUNCTION pg_temp.shown_by(name text) RETURNS TABLE (part text, line text)
LANGUAGE plpgsql AS $$
DECLARE v text;
BEGIN
    FOREACH v IN ARRAY ARRAY['on_time_by_unit', 'on_time_by_procedure', 'on_time_by_field',
                             'on_time_by_month', 'consistency'] LOOP
        RETURN QUERY EXECUTE format('SELECT %L::text, x::text FROM %I.%I AS x', v, name, v);
    END LOOP;
    FOREACH v IN ARRAY ARRAY['unit', 'field', 'procedure', 'unit,field'] LOOP
        RETURN QUERY EXECUTE format('SELECT %L::text, x::text FROM motcua.report_06a(%L, '
                                    'daterange(''2025-09-10'', ''2026-02-03''), %L) AS x',
                                    'report_06a by ' || v,
                                    name,
                                    v);
    END LOOP;
    RETURN QUERY EXECUTE format('SELECT ''report_html'', motcua.report_html(%L, '
                                'daterange(''2026-01-01'', ''2026-04-01''))',
                                name);
END $$;
CREATE FUNCTION pg_temp.differs() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN nullif(concat_ws(' | ',
                            (SELECT string_agg(part || ': ' || left(line, 200), E'\n')
                             FROM (SELECT *
                                   FROM pg_temp.shown_by('plain')
                                   EXCEPT ALL SELECT *
                                   FROM pg_temp.shown_by('rolled')) AS x),
                            (SELECT string_agg(part || ': ' || left(line, 200), E'\n')
                             FROM (SELECT *
                                   FROM pg_temp.shown_by('rolled')
                                   EXCEPT ALL SELECT *
                                   FROM pg_temp.shown_by('plain')) AS x),
                            (SELECT string_agg('verify: ' || v::text, E'\n')
                             FROM motcua.verify_rollup('rolled') AS v),
                            'stale: '
                            || (SELECT r.stale_reason
                                FROM motcua.rollups AS r WHERE r.schema_name = 'rolled')),
                  '');
END $$;
-- Return the same for a roll-up that is known to be stale: the views must count base rows, and only
-- that is compared.
CREATE FUNCTION pg_temp.falls_back() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(part || ': ' || left(line, 200), E'\n')
    FROM (SELECT *
          FROM pg_temp.shown_by('plain')
          EXCEPT ALL SELECT *
          FROM pg_temp.shown_by('rolled')) AS x
$$;
CREATE FUNCTION pg_temp.stale(name text DEFAULT 'rolled')
    RETURNS text
    LANGUAGE sql
    AS $$ SELECT r.stale_reason FROM motcua.rollups AS r WHERE r.schema_name = $1 $$;
-- Return the relations that a query reads. The plan always names the table, even where the table is
-- not read.
CREATE FUNCTION pg_temp.scans(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan jsonb;
BEGIN
    EXECUTE 'EXPLAIN (ANALYZE, TIMING off, FORMAT JSON) ' || query INTO plan;
    RETURN (SELECT string_agg(DISTINCT n #>> '{}', ', ' ORDER BY n #>> '{}')
            FROM jsonb_path_query(plan,
                                  '$.** ? (@."Actual Loops" > 0)."Relation Name"') AS n);
END $$;

SELECT cmp_ok((SELECT count(*) FROM pg_temp.shown_by('plain')),
              '>', 150::bigint, 'the views have lines to compare');
SELECT is(pg_temp.differs(), NULL,
          'at the beginning the views show the same with and without the roll-up');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'motcua_rollup_%' AND tgenabled = 'A'),
          20::bigint, 'the table and each partition have four triggers');
SELECT is((SELECT count(*) FROM rolled.rollup_member), 5::bigint, 'five tables feed the roll-up');
SELECT is(pg_temp.scans('SELECT * FROM rolled.on_time_by_unit'),
          'agency, rollup_delta, rollup_unit',
          'the view by unit reads the coarse grain and not the table');
SELECT is(pg_temp.scans('SELECT * FROM rolled.on_time_by_procedure'),
          'rollup_delta, rollup_procedure', 'the view by procedure reads the fine grain');
SELECT is(pg_temp.scans('SELECT * FROM rolled.on_time_by_month'),
          'agency, rollup_delta, rollup_unit', 'the view by month reads the roll-up');
SELECT alike(pg_temp.scans('SELECT code FROM rolled.dossier'),
             '%hs_1%', 'lists of dossiers are read from the table');

-- ---- every way to write ----
INSERT INTO hs SELECT * FROM pg_temp.rows_from(3001, 3400);
SELECT is(pg_temp.differs(), NULL, 'INSERT');
INSERT INTO hs_2 (id, district, unit, received, due, ended) VALUES
    (9001, 2, 'Xã A', '2026-01-05', '2026-01-08', '2026-01-07'), (9002, 2, NULL, NULL, NULL, NULL);
INSERT INTO hs_rest_all (id, district, unit, received, online) VALUES
    (9003, 7, 'Xã B', '2026-01-05', true);
SELECT is(pg_temp.differs(), NULL, 'INSERT into partitions');
UPDATE hs SET ended = received + interval '3 days', how = 'result', note = 'x' WHERE id % 5 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE of ended');
UPDATE hs
SET unit = 'Xã ' || chr(65 + (id + 1) % 10), proc = proc || '.1', field = NULL
WHERE id % 9 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE of the grouping columns');
UPDATE hs
SET received = received + interval '40 days', due = due + interval '41 days', paused = NULL,
    online = NOT online
WHERE id % 11 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE of everything else');
UPDATE hs SET note = 'thử' WHERE id % 17 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE that excludes rows');
UPDATE hs SET note = NULL WHERE id % 34 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE that includes some again');
UPDATE hs SET district = 1 + district % 4 WHERE id % 6 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE that moves rows between partitions');
UPDATE hs_2 SET due = due + interval '1 day' WHERE id % 2 = 0;
SELECT is(pg_temp.differs(), NULL, 'UPDATE of a partition whose columns stand elsewhere');
SELECT is((SELECT sum(d.dossiers) FROM rolled.rollup_delta AS d WHERE d.unit = 'no such'),
          NULL, 'no delta names a unit that no row has');
UPDATE hs SET note = 'y' WHERE id % 5 = 1 AND note IS NULL;
SELECT is(pg_temp.differs(), NULL, 'UPDATE of no mapped column');
DELETE FROM hs WHERE id % 13 = 0;
SELECT is(pg_temp.differs(), NULL, 'DELETE');
DELETE FROM hs_1 WHERE id % 7 = 0;
SELECT is(pg_temp.differs(), NULL, 'DELETE from a partition');
INSERT INTO hs AS h
SELECT *
FROM pg_temp.rows_from(3300, 3600)
ON CONFLICT (id, district) DO UPDATE SET ended = EXCLUDED.received + interval '30 days',
unit = 'Xã J';
SELECT is(pg_temp.differs(), NULL, 'INSERT ... ON CONFLICT DO UPDATE');
MERGE INTO hs AS h USING (SELECT * FROM pg_temp.rows_from(3500, 3800)) AS n ON h.id = n.id
AND h.district = n.district
    WHEN MATCHED
AND n.id % 2 = 0 THEN DELETE WHEN MATCHED THEN UPDATE SET online = true,
due = NULL WHEN NOT MATCHED THEN INSERT (id, district, unit, received, due)
VALUES (n.id, n.district, n.unit, n.received, n.due);
SELECT is(pg_temp.differs(), NULL, 'MERGE');
WITH gone AS (DELETE FROM hs WHERE id BETWEEN 100 AND 150 RETURNING *),
     back AS (INSERT INTO hs
              SELECT g.id + 100000, g.district, g.unit, 'CTE', g.field, g.received, g.due, g.ended,
                     g.online, g.how, g.paused, g.note
              FROM gone AS g RETURNING id)
UPDATE hs SET proc = 'CTE2' WHERE id BETWEEN 200 AND 220;
SELECT is(pg_temp.differs(), NULL, 'three changes in one statement');
COPY hs (id, district, unit, received, due, ended, online) FROM STDIN;
20001	1	Xã C	2026-02-02 08:00	2026-02-05 17:00	2026-02-04 10:00	t
20002	2	Xã C	2026-02-02 08:00	2026-02-05 17:00	2026-02-06 10:00	f
20003	3	\N	2026-02-02 08:00	2026-02-05 17:00	\N	\N
\.
COPY hs_rest_all (id, district, unit, received) FROM STDIN;
20004	9	Xã C	2026-03-02 08:00
\.
SELECT is(pg_temp.differs(), NULL, 'COPY');
DELETE FROM unit_of WHERE unit = 'Xã D';
SELECT is(pg_temp.differs(), NULL, 'the roll-up counts rows that a foreign key deletes');
UPDATE unit_of SET unit = 'Xã E mới' WHERE unit = 'Xã E';
SELECT is(pg_temp.differs(), NULL, 'the roll-up counts rows that a foreign key changes');
INSERT INTO unit_of VALUES ('Xã D'), ('Xã E');
CREATE FUNCTION pg_temp.meddle()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN NEW.proc := 'BEFORE'; RETURN CASE WHEN NEW.id % 2 = 0 THEN NEW END; END $$;
CREATE TRIGGER meddle BEFORE INSERT
OR UPDATE ON hs_1 FOR EACH ROW EXECUTE FUNCTION pg_temp.meddle();
INSERT INTO hs SELECT * FROM pg_temp.rows_from(4001, 4040);
UPDATE hs SET unit = 'Xã A' WHERE id BETWEEN 1000 AND 1100;
DROP TRIGGER meddle ON hs_1;
SELECT is(pg_temp.differs(), NULL,
          'the roll-up counts rows that a BEFORE trigger changes or leaves out');
CREATE FUNCTION pg_temp.cascade()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF pg_trigger_depth() = 1 THEN UPDATE hs SET proc = 'AFTER' WHERE id = NEW.id;
          END IF;
          RETURN NULL;
          END $$;
CREATE TRIGGER a_cascade AFTER INSERT ON hs_2 FOR EACH ROW EXECUTE FUNCTION pg_temp.cascade();
INSERT INTO hs SELECT * FROM pg_temp.rows_from(4101, 4140);
DROP TRIGGER a_cascade ON hs_2;
SELECT is(pg_temp.differs(), NULL, 'the roll-up counts rows that an AFTER trigger changes again');
SAVEPOINT s;
DELETE FROM hs WHERE id % 2 = 0;
SELECT is(pg_temp.differs(), NULL, 'the roll-up is right within a savepoint');
ROLLBACK TO s;
SELECT is(pg_temp.differs(), NULL, 'the roll-up is right when the savepoint is rolled back');
SET LOCAL plan_cache_mode = force_generic_plan;
PREPARE prepared AS SELECT sum(received_total) FROM rolled.on_time_by_unit;
SELECT is(pg_temp.scans('EXECUTE prepared'),
          'agency, rollup_delta, rollup_unit', 'a prepared query reads the roll-up');

-- ---- compaction ----
DELETE FROM hs WHERE unit = 'Xã G';
SELECT cmp_ok((SELECT count(*) FROM rolled.rollup_delta), '>', 300::bigint,
              'there are deltas to merge');
SELECT cmp_ok(motcua.compact_rollup('rolled'), '>', 300::bigint,
              'compact_rollup merges the deltas');
SELECT is((SELECT count(*) FROM rolled.rollup_delta), 0::bigint, 'no delta is left');
SELECT is(pg_temp.differs(), NULL, 'after compaction the views show the same');
SELECT is(motcua.compact_rollup('rolled'), 0::bigint, 'a second compaction has nothing to merge');
SELECT is(motcua.compact_rollup(), 0::bigint,
          'compact_rollup() compacts all roll-ups of the caller');
SELECT is((SELECT count(*) FROM rolled.rollup_unit WHERE unit = 'Xã G'),
          0::bigint, 'compaction drops units without dossiers');
SELECT is((SELECT count(*) - count(DISTINCT unit) FROM rolled.rollup_unit),
          0::bigint, 'compaction leaves one row for each unit');
DELETE FROM hs WHERE unit = 'Xã F';
SELECT is((SELECT count(*) FROM rolled.on_time_by_unit WHERE unit = 'Xã F'),
          0::bigint, 'a unit without dossiers is not shown before compaction either');
SELECT is(pg_temp.differs(), NULL, 'the other units are the same');
SELECT is((SELECT pg_typeof(motcua.tally(h.history, daterange('2026-01-01', '2026-02-01')))::text
           FROM rolled.unit_history AS h LIMIT 1),
          'motcua.tally', 'the ledgers of units can be read');

-- ---- what makes it stale, and what the views do then ----
SAVEPOINT s;
TRUNCATE hs_1;
SELECT is(pg_temp.stale(), 'a partition was truncated',
          'TRUNCATE of a partition makes the roll-up stale');
SELECT is(pg_temp.falls_back(), NULL, 'the views of the stale roll-up count base rows');
SELECT alike(pg_temp.scans('SELECT * FROM rolled.on_time_by_unit'), '%hs_2%',
             'the plan reads the base rows');
SELECT alike(pg_temp.scans('EXECUTE prepared'),
             '%hs_2%', 'the prepared query reads the base rows too');
INSERT INTO hs SELECT * FROM pg_temp.rows_from(5001, 5100);
SELECT is(pg_temp.falls_back(), NULL, 'rows that are written meanwhile are counted');
SELECT lives_ok($$SELECT motcua.rebuild_rollup('rolled')$$, 'the roll-up can be rebuilt');
SELECT is(pg_temp.differs(), NULL, 'the rebuilt roll-up shows the same as the base rows');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'motcua_rollup_%'),
          20::bigint, 'the rebuilt roll-up has the same triggers');
UPDATE hs SET unit = 'Xã A' WHERE id % 3 = 0;
SELECT is(pg_temp.differs(), NULL, 'the triggers feed the rebuilt roll-up');
ROLLBACK TO s;
TRUNCATE hs;
SELECT is(pg_temp.differs(), NULL, 'after TRUNCATE of the whole table the views show the same');
SELECT is((SELECT count(*) FROM rolled.rollup_unit), 0::bigint,
          'TRUNCATE of the whole table empties the roll-up');
INSERT INTO hs SELECT * FROM pg_temp.rows_from(1, 500);
SELECT is(pg_temp.differs(), NULL, 'the emptied roll-up counts new rows');
ROLLBACK TO s;
CREATE TABLE hs_5 PARTITION OF hs FOR VALUES IN (5);
SELECT is(pg_temp.stale(), 'a partition was attached or created',
          'a new partition makes the roll-up stale');
INSERT INTO hs_5 (id, district, received) VALUES (1, 5, '2026-01-05');
SELECT is(pg_temp.falls_back(), NULL, 'the rows of the new partition are counted');
DROP TABLE hs_5;
SELECT is(pg_temp.differs(), NULL,
          'when the new partition is dropped, the roll-up is in use as before');
ALTER TABLE hs DETACH PARTITION hs_1;
SELECT is(pg_temp.stale(), 'a partition was detached or dropped', 'DETACH');
SELECT is(pg_temp.falls_back(), NULL, 'the rows of the detached partition are not counted');
UPDATE hs_1 SET ended = NULL WHERE id % 2 = 0;
ALTER TABLE hs ATTACH PARTITION hs_1 FOR VALUES IN (1);
SELECT is(pg_temp.differs(), NULL,
          'when the partition is attached again, rows written meanwhile are counted');
ROLLBACK TO s;
DROP TABLE hs_1;
SELECT is(pg_temp.stale(), 'a partition was detached or dropped',
          'DROP of a partition makes the roll-up stale');
SELECT is(pg_temp.falls_back(), NULL, 'the rows of the other partitions are counted');
SELECT lives_ok($$SELECT motcua.rebuild_rollup('rolled')$$,
                'the roll-up can be rebuilt without the partition');
SELECT is(pg_temp.differs(), NULL, 'the rebuilt roll-up shows the same as the base rows');
ROLLBACK TO s;
ALTER TABLE hs_2 DISABLE TRIGGER ALL;
UPDATE hs_2 SET ended = NULL;
ALTER TABLE hs_2 ENABLE TRIGGER ALL;
SELECT is(pg_temp.stale(),
          '"hs_2" lacks triggers of the roll-up, or they are or were disabled',
          'triggers that were switched off for a load make the roll-up stale');
SELECT is(pg_temp.falls_back(), NULL, 'the views of the stale roll-up count base rows');
ROLLBACK TO s;
INSERT INTO hs (id, district, unit, received, how) VALUES (30001, 1, 'Xã A', '2026-01-05', 'lạ');
SELECT is(pg_temp.differs(), NULL, 'an unknown kind of end on an open dossier changes nothing');
UPDATE hs SET ended = '2026-01-07' WHERE id = 30001;
SELECT is(pg_temp.differs(), NULL, 'a dossier that ended in an unknown way counts as invalid');
SELECT is((SELECT outcome FROM rolled.dossier WHERE code = '30001'), 'invalid',
          'a dossier that ended in an unknown way is shown as invalid');
UPDATE hs SET how = 'result' WHERE id = 30001;
SELECT is(pg_temp.differs(), NULL, 'when that row is corrected, the roll-up counts again');
ROLLBACK TO s;
INSERT INTO hs (id, district, unit, received) VALUES (30001, 1, 'Xã A', '20000-01-05');
SELECT is(pg_temp.stale(),
          'a row was received outside the years 1 to 9999',
          'a year beyond the range of a ledger makes the roll-up stale');
ROLLBACK TO s;
ALTER TABLE hs_1 ENABLE ROW LEVEL SECURITY;
SELECT is(pg_temp.stale(), '"hs_1" has row-level security now', 'policies');
ROLLBACK TO s;
SELECT throws_ok('ALTER TABLE hs ALTER received TYPE timestamptz USING received',
                 '0A000', NULL, 'a mapped column keeps its type under the views');
ALTER TABLE rolled.rollup_delta DISABLE TRIGGER ALL;
INSERT INTO rolled.rollup_delta SELECT * FROM rolled.rollup_procedure LIMIT 1;
SELECT is((SELECT count(*) FROM motcua.verify_rollup('rolled')),
          2::bigint, 'verify_rollup finds in both grains what was written by hand');
SELECT is((SELECT array_agg(v.grain || v.dossiers) FROM motcua.verify_rollup('rolled') AS v),
          (SELECT ARRAY['unit' || p.dossiers, 'procedure' || p.dossiers]
           FROM rolled.rollup_delta AS p ORDER BY p.ctid DESC LIMIT 1),
          'verify_rollup tells the difference');
ROLLBACK TO s;

-- ---- upkeep ----
SELECT alike(motcua.attach_statement('rolled'),
             E'%\nSELECT motcua.add_rollup(''rolled'');',
             'attach_statement prints the roll-up');
SELECT lives_ok($$SELECT motcua.reattach('rolled')$$, 'reattach');
SELECT is(pg_temp.differs(), NULL, 'reattach keeps the roll-up');
SELECT lives_ok($$SELECT motcua.suspend_attachment('rolled')$$, 'suspend');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'motcua_rollup_%'),
          0::bigint, 'suspend_attachment leaves no trigger');
INSERT INTO hs SELECT * FROM pg_temp.rows_from(6001, 6100);
SELECT lives_ok($$SELECT motcua.resume_attachment('rolled')$$, 'resume_attachment');
SELECT is(pg_temp.differs(), NULL, 'resume_attachment brings the roll-up back');
SELECT lives_ok($$SELECT motcua.add_rollup('plain')$$, 'one table can have two roll-ups');
UPDATE hs SET unit = 'Xã A' WHERE id % 8 = 0;
SELECT is(pg_temp.differs(), NULL, 'both roll-ups count new rows');
SELECT lives_ok($$SELECT motcua.drop_rollup('plain')$$, 'one of the roll-ups can be dropped');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'motcua_rollup_%'),
          20::bigint, 'the other roll-up keeps the triggers');
DELETE FROM hs WHERE id % 8 = 1;
SELECT is(pg_temp.differs(), NULL, 'the other roll-up shows the same as the base rows');
SELECT lives_ok($$SELECT motcua.detach('rolled')$$, 'detach');
SELECT is((SELECT count(*)
           FROM pg_trigger
           WHERE tgname LIKE 'motcua_rollup_%') + (
              SELECT count(*) FROM pg_namespace WHERE nspname = 'rolled'),
          0::bigint, 'detach drops everything of the roll-up');

-- ---- refusals ----
SELECT is(pg_temp.state_of($$SELECT motcua.add_rollup('public')$$), '42704',
          'a schema that is no attachment gets no roll-up');
SELECT is(pg_temp.state_of($$SELECT motcua.drop_rollup('plain')$$), '42704',
          'there is no roll-up to drop');
SELECT is(pg_temp.state_of($$SELECT * FROM motcua.verify_rollup('plain')$$),
          '42704', 'there is no roll-up to verify');
CREATE FUNCTION pg_temp.refusal_of(relation text, received text, excluded text DEFAULT NULL)
    RETURNS text
LANGUAGE plpgsql AS $$
DECLARE message text;
BEGIN
    PERFORM motcua.attach(relation, 'refused', received, 'NULL::date', 'NULL::date',
                          excluded => excluded, ignore_rls => true);
    PERFORM motcua.add_rollup('refused');
    RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT;
    RETURN SQLSTATE || ': ' || message;
END $$;
CREATE TABLE t (r date, s text);
CREATE VIEW v AS SELECT * FROM t;
CREATE UNLOGGED TABLE u (r date);
CREATE TABLE child () INHERITS (t);
CREATE TABLE policed (r date);
ALTER TABLE policed ENABLE ROW LEVEL SECURITY;
CREATE EXTENSION postgres_fdw;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE f (r date) SERVER elsewhere;
SELECT results_eq(
    $$SELECT pg_temp.refusal_of(relation, received, excluded)
      FROM (VALUES (1, 'hs', 'received + make_interval(secs => extract(epoch FROM now()) * 0)',
                    NULL),
                   (2, 'hs', '(SELECT min(r) FROM t)', NULL),
                   (3, 'hs', 'received', 'hs::text = ''x'''),
                   (4, 'v', 'r', NULL),
                   (5, 'u', 'r', NULL),
                   (6, 't', 'r', NULL),
                   (7, 'policed', 'r', NULL),
                   (8, 'f', 'r', NULL)) AS x (n, relation, received, excluded)
      ORDER BY n$$,
    ARRAY['55000: cannot roll up: the mapping of "received_at" is not immutable',
          '55000: cannot roll up: the mapping of "received_at" reads another relation',
          '55000: cannot roll up: the mapping of "excluded" reads the whole row or a system column',
          '55000: cannot roll up "v": it is no table',
          '55000: cannot roll up "u": it is not logged: a crash empties it without a trigger',
          '55000: cannot roll up "t": it has children by inheritance, not partitions',
          '55000: cannot roll up "policed": it has row-level security, which its sums would bypass',
          '55000: cannot roll up "f": it is a foreign table, whose rows change unseen'],
    'an attachment that triggers cannot follow is refused with the reason');
SELECT throws_ok($$CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE
                       FUNCTION motcua_internal.roll_up();
                   INSERT INTO t VALUES (NULL)$$,
                 '39P01', NULL, 'only add_rollup can use the trigger function');

-- ---- rights ----
DROP TRIGGER IF EXISTS x ON t;
CREATE ROLE rollup_owner;
CREATE ROLE rollup_writer;
CREATE ROLE rollup_reader;
GRANT CREATE ON SCHEMA public TO rollup_owner;
SELECT format('GRANT CREATE ON DATABASE %I TO rollup_owner', current_database()) \gexec
SET ROLE rollup_owner;
CREATE TABLE own (id serial, unit text, r date, d date, e date);
GRANT INSERT, UPDATE, DELETE, SELECT ON own TO rollup_writer;
GRANT USAGE ON SEQUENCE own_id_seq TO rollup_writer;
GRANT SELECT ON own TO rollup_reader;
SELECT motcua.attach('own', 'own_mc', 'r', 'd', 'e', unit => 'unit',
                     as_of => $d$date '2026-04-30'$d$) \g /dev/null
GRANT USAGE ON SCHEMA own_mc TO rollup_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA own_mc TO rollup_reader;
SELECT lives_ok($$SELECT motcua.add_rollup('own_mc')$$,
                'the owner of table and attachment, who is no superuser, makes a roll-up');
RESET ROLE;
SET ROLE rollup_writer;
SELECT lives_ok($$INSERT INTO own (unit, r, d, e) VALUES ('A', '2026-01-05', '2026-01-09',
                                                          '2026-01-08');
                  UPDATE own SET e = NULL;
                  INSERT INTO own (unit, r) VALUES ('B', '2026-02-02')$$,
                'a writer without any right to the roll-up writes the table');
SELECT is(pg_temp.state_of('DELETE FROM own_mc.rollup_delta'), '42501',
          'that writer cannot change the roll-up');
SELECT is(pg_temp.state_of($$SELECT motcua.compact_rollup('own_mc')$$), '42501',
          'that writer cannot compact the roll-up');
SELECT is(pg_temp.state_of($$SELECT motcua.drop_rollup('own_mc')$$), '42501',
          'that writer cannot drop the roll-up');
RESET ROLE;
SET ROLE rollup_reader;
SELECT results_eq('SELECT unit, received_total FROM own_mc.on_time_by_unit ORDER BY 1',
                  $$VALUES ('A', 1::bigint), ('B', 1)$$,
                  'a role that may read the mapping and the table may read the sums');
RESET ROLE;
SELECT is((SELECT string_agg(DISTINCT pg_get_userbyid(relowner)::text, ', ')
           FROM pg_class WHERE relnamespace = 'own_mc'::regnamespace),
          'rollup_owner', 'the roll-up belongs to the owner of the attachment');
SELECT lives_ok($$SELECT motcua.rebuild_rollup('own_mc')$$, 'a superuser rebuilds the roll-up');
SELECT is((SELECT string_agg(DISTINCT pg_get_userbyid(relowner)::text, ', ')
           FROM pg_class WHERE relnamespace = 'own_mc'::regnamespace),
          'rollup_owner', 'the rebuilt roll-up still belongs to its owner');
SET ROLE rollup_reader;
SELECT lives_ok('SELECT * FROM own_mc.on_time_by_procedure',
                'the rebuilt roll-up keeps its readers');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
