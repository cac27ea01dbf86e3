-- This script measures the search box of a desk. tools/bench-desk fills the two tables, calls
-- ask_all and prints the views. The documented statement and pg_trgm's word similarity answer each
-- question.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS motcua;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
DROP TABLE IF EXISTS citizen, question, answer CASCADE;
CREATE TABLE citizen (id integer PRIMARY KEY, full_name text, address text, code text, phone text,
                      id_number text, born text);
CREATE TABLE question (n serial, kind text, typed text, wanted integer[]);
CREATE TABLE answer (n integer, method text, ids integer[], ms double precision);

CREATE OR REPLACE FUNCTION by_vi_find(typed text) RETURNS integer[] LANGUAGE plpgsql AS $$
DECLARE
    answer integer[];
BEGIN
    WITH exact AS MATERIALIZED (
        SELECT id,
               motcua.vi_find_rank(typed, full_name, address, code, phone, id_number, born) AS rank
        FROM citizen
        WHERE motcua.vi_find(typed, full_name, address, code, phone, id_number, born)
        ORDER BY rank DESC, id LIMIT 10),
    with_errors AS (
        TABLE exact
        UNION ALL
        (SELECT id,
                motcua.vi_find_rank(typed, full_name, address, code, phone, id_number, born) AS rank
         FROM citizen
         WHERE (SELECT count(*) FROM exact) < 10
           AND motcua.vi_find_fuzzy(typed, full_name, address, code, phone, id_number, born)
           AND NOT motcua.vi_find(typed, full_name, address, code, phone, id_number, born)
         ORDER BY rank DESC, id LIMIT 10)
        LIMIT 10)
    SELECT array_agg(id) FROM with_errors INTO answer;
    RETURN answer;
END $$;

CREATE OR REPLACE FUNCTION by_trigrams(typed text) RETURNS integer[] LANGUAGE sql AS $$
    SELECT array_agg(id)
    FROM (SELECT id
          FROM citizen
          ORDER BY motcua.vi_fold(typed) <<-> motcua.vi_fold(full_name || ' ' || address || ' '
                   || code || ' ' || phone || ' ' || id_number || ' ' || born)
          LIMIT 10) AS nearest
$$;

CREATE OR REPLACE PROCEDURE ask_all() LANGUAGE plpgsql AS $$
DECLARE
    asked record;
    started timestamptz;
    ids integer[];
BEGIN
    CREATE INDEX citizen_words ON citizen USING gin
        ((ARRAY[full_name, address, code, phone, id_number, born]) motcua.vi_word_ops);
    CREATE INDEX citizen_trigrams ON citizen USING gist ((motcua.vi_fold(full_name || ' ' || address
        || ' ' || code || ' ' || phone || ' ' || id_number || ' ' || born)) gist_trgm_ops);
    ANALYZE citizen;
    FOR asked IN SELECT n, typed, method
                 FROM question, unnest(ARRAY['by_vi_find', 'by_trigrams']) AS method ORDER BY n
    LOOP
        started := clock_timestamp();
        EXECUTE format('SELECT %I($1)', asked.method) INTO ids USING asked.typed;
        INSERT INTO answer
        VALUES (asked.n, asked.method, ids,
                extract(epoch FROM clock_timestamp() - started) * 1000);
    END LOOP;
END $$;

CREATE OR REPLACE VIEW sizes AS
SELECT relname AS relation, pg_size_pretty(pg_relation_size(oid)) AS size
FROM pg_class WHERE relname IN ('citizen', 'citizen_words', 'citizen_trigrams');
CREATE OR REPLACE VIEW score AS
SELECT q.kind, a.method, a.ms,
       (SELECT count(*) FROM unnest(a.ids) AS i WHERE i = ANY (q.wanted))::numeric
       / least(10, cardinality(q.wanted)) AS recall,
       coalesce((SELECT 1.0 / min(place)
                 FROM unnest(a.ids) WITH ORDINALITY AS u (i, place)
                 WHERE i = ANY (q.wanted)), 0) AS reciprocal
FROM question AS q JOIN answer AS a USING (n);
CREATE OR REPLACE VIEW methods AS
SELECT method, count(*) AS questions, round(avg(recall), 3) AS recall_at_10,
       round(avg(reciprocal), 3) AS mrr,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS median_ms,
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS p95_ms
FROM score GROUP BY method ORDER BY method;
CREATE OR REPLACE VIEW kinds AS
SELECT kind, round(avg(recall) FILTER (WHERE method = 'by_vi_find'), 2) AS vi_find,
       round(avg(recall) FILTER (WHERE method = 'by_trigrams'), 2) AS trigrams
FROM score GROUP BY kind ORDER BY kind;
