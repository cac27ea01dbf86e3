-- Measure two districts, each with a tenth of the rows, as foreign partitions: fetching the rows to
-- the hub against merging tallies there. The districts are databases of the same server, which
-- postgres_fdw reaches through its socket. There are connections and processes as between machines,
-- but no network.
SELECT current_database() AS hub, current_user AS me,
       current_setting('unix_socket_directories') AS socket \gset
CREATE TABLE bench.district_rows AS
SELECT i AS id, 'D' || 1 + i % 2 AS district, format('H57.%s', 100 + (i * 7919) % 160) AS unit,
       r AS received, r + (3 + (i * 31) % 20) * interval '1 day' AS due,
       CASE WHEN (i * 17) % 40 > 0 THEN r + ((i * 13) % 26) * interval '1 day' END AS ended
FROM (SELECT i, timestamp '2025-01-01 08:00' + ((i * 104729) % 630720) * interval '1 minute' AS r
      FROM generate_series(1, (:rows / 5)::bigint) AS i) AS x;
\set columns 'id bigint, district text NOT NULL, unit text, received timestamp, due timestamp, ended timestamp'
COPY bench.district_rows TO PROGRAM 'cat > copied-rows';
CREATE DATABASE bench_d1;
CREATE DATABASE bench_d2;
\c bench_d1
CREATE EXTENSION motcua;
CREATE TABLE public.dossier (:columns);
COPY public.dossier FROM PROGRAM 'cat copied-rows' WHERE district = 'D1';
VACUUM ANALYZE public.dossier;
\c bench_d2
CREATE EXTENSION motcua;
CREATE TABLE public.dossier (:columns);
COPY public.dossier FROM PROGRAM 'cat copied-rows' WHERE district = 'D2';
VACUUM ANALYZE public.dossier;
\c :hub
SET enable_partitionwise_aggregate = on;
CREATE EXTENSION postgres_fdw;
CREATE TABLE bench.far (:columns) PARTITION BY LIST (district);
CREATE SERVER d1 FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
    host :'socket', dbname 'bench_d1', extensions 'motcua', use_remote_estimate 'true',
    fetch_size '10000', async_capable 'true');
CREATE SERVER d2 FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
    host :'socket', dbname 'bench_d2', extensions 'motcua', use_remote_estimate 'true',
    fetch_size '10000', async_capable 'true');
CREATE USER MAPPING FOR :me SERVER d1 OPTIONS (user :'me', password_required 'false');
CREATE USER MAPPING FOR :me SERVER d2 OPTIONS (user :'me', password_required 'false');
CREATE FOREIGN TABLE bench.far_d1 PARTITION OF bench.far FOR VALUES IN ('D1') SERVER d1 OPTIONS (
    schema_name 'public', table_name 'dossier');
CREATE FOREIGN TABLE bench.far_d2 PARTITION OF bench.far FOR VALUES IN ('D2') SERVER d2 OPTIONS (
    schema_name 'public', table_name 'dossier');
ANALYZE bench.far;
\set on_hub 'SELECT unit, motcua.tally(received, due, ended, ''[2026-01-01,2026-03-01)''::daterange) AS t FROM bench.far GROUP BY unit'
\set below 'SELECT unit, motcua.merge(t) AS t FROM (SELECT district, unit, motcua.tally(received, due, ended, ''[2026-01-01,2026-03-01)''::daterange) AS t FROM bench.far GROUP BY district, unit) AS x GROUP BY unit'
SELECT (SELECT count(*) FROM (:on_hub EXCEPT :below) AS d) + (
    SELECT count(*) FROM (:below EXCEPT :on_hub) AS d) = 0 AS same \gset
CALL bench.must('tallies merged are the tally of the rows', :'same');
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('servers', 'rows pulled, tally on the hub', NULL, NULL, :'on_hub'),
    ('servers', 'tally on each server, merge on the hub', 'rows pulled, tally on the hub', 0.33,
     :'below');
CALL bench.run('servers', 11);
:timings WHERE suite = 'servers';
