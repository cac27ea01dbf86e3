-- Measure what a roll-up costs writers, on two equal tables with a primary key and an index. fsync
-- is off, so that the time of disks hides nothing.
CREATE TABLE bench.dossiers AS
SELECT i AS id, format('H57.%s-26-%s', 100 + i % 160, i) AS code,
       format('H57.%s', 100 + (i * 7919) % 160) AS unit,
       format('1.%s', 1000 + (i / 160) % 40) AS procedure,
       format('Lĩnh vực %s', (i / 160) % 40 % 9) AS field, 'Nguyễn Thị Một Hai Ba' AS applicant,
       r AS received, r + (3 + (i * 31) % 20) * interval '1 day' AS due,
       CASE WHEN (i * 17) % 40 > 0 THEN r + ((i * 13) % 26) * interval '1 day' END AS ended,
       (i * 11) % 3 = 0 AS online
FROM (SELECT i, timestamp '2025-01-01 08:00' + ((i * 104729) % 630720) * interval '1 minute' AS r
      FROM generate_series(1, 100000::bigint) AS i) AS x;
CREATE TABLE bench.unrolled (LIKE bench.dossiers, PRIMARY KEY (id));
CREATE TABLE bench.rolled (LIKE bench.dossiers, PRIMARY KEY (id));
INSERT INTO bench.unrolled SELECT * FROM bench.dossiers;
INSERT INTO bench.rolled SELECT * FROM bench.dossiers;
CREATE INDEX ON bench.unrolled (unit, received);
CREATE INDEX ON bench.rolled (unit, received);
VACUUM ANALYZE bench.unrolled, bench.rolled;
SELECT motcua.attach('bench.rolled', 'bench_rolled', 'received', 'due', 'ended', code => 'code',
                     unit => 'unit', procedure => 'procedure', field => 'field', online => 'online',
                     as_of => $$date '2026-03-31'$$) \g /dev/null
SELECT motcua.add_rollup('bench_rolled') \g /dev/null

-- Each statement writes one row, and a transaction has 5000 statements.
CREATE PROCEDURE bench.update_rolled() LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. 5000 LOOP
        UPDATE bench.rolled SET ended = ended + interval '1 day' WHERE id = 1 + i * 7919 % 100000;
    END LOOP;
END $$;
CREATE PROCEDURE bench.update_unrolled() LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. 5000 LOOP
        UPDATE bench.unrolled SET ended = ended + interval '1 day' WHERE id = 1 + i * 7919 % 100000;
    END LOOP;
END $$;

-- The files have 100,000 rows with ids of their own, and each round uses a file once.
CREATE SEQUENCE bench.copied;
CREATE PROCEDURE bench.copy_rows(relation regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('COPY %s FROM %L',
                   relation,
                   current_setting('data_directory') || '/copied-'
                   || (nextval('bench.copied') - 1) / 2);
END $$;
DO $$
BEGIN
    FOR round IN 0 .. 8 LOOP
        EXECUTE format('COPY (SELECT id + %s, code, unit, procedure, field, applicant, received, '
                       'due, ended, online FROM bench.dossiers) TO %L',
                       (round + 1) * 100000,
                       current_setting('data_directory') || '/copied-' || round);
    END LOOP;
END $$;
SELECT setval('bench.copied', 1, false) \g /dev/null
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('rollup: rows', '5000 updates of one row, no roll-up', NULL, NULL,
     'CALL bench.update_unrolled()'),
    ('rollup: rows', '5000 updates of one row, rolled up', '5000 updates of one row, no roll-up', 2,
     'CALL bench.update_rolled()'),
    ('rollup: copy', 'COPY of 100,000 rows, no roll-up', NULL, NULL,
     $$CALL bench.copy_rows('bench.unrolled')$$),
    ('rollup: copy', 'COPY of 100,000 rows, rolled up', 'COPY of 100,000 rows, no roll-up', 1.5,
     $$CALL bench.copy_rows('bench.rolled')$$);
CALL bench.run('rollup: rows', 7);
CALL bench.run('rollup: copy', 7);
:timings WHERE suite LIKE 'rollup:%';
SELECT motcua.compact_rollup('bench_rolled') AS deltas_compacted;
SELECT count(*) = 0 AS same FROM motcua.verify_rollup('bench_rolled') \gset
CALL bench.must('the roll-up says what the rows say', :'same');
