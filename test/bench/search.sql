-- Search in names and addresses: the syllable index against trigrams over an immutable lower(unaccent()), and against a stored
-- tsvector of the same whose last word is a prefix. Neither of these looks at typed marks.
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE FUNCTION bench.plain(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT pg_catalog.lower(public.unaccent('public.unaccent', written)) $$;

-- ---- building ----
CREATE TABLE bench.made (ord serial, what text, seconds numeric, megabytes numeric);
CREATE PROCEDURE bench.make(what text, relation text, statement text) LANGUAGE plpgsql AS $$
DECLARE began timestamptz := clock_timestamp();
BEGIN
    EXECUTE statement;
    INSERT INTO bench.made (what, seconds, megabytes) VALUES (what, round(extract(epoch FROM clock_timestamp() - began), 1), round(pg_relation_size(relation) / 1e6, 1));
END $$;
SET maintenance_work_mem = '256MB';
SET max_parallel_maintenance_workers = 0;
CALL bench.make('names, trigrams', 'bench.name_trigrams', 'CREATE INDEX name_trigrams ON bench.person USING gin (bench.plain(full_name) gin_trgm_ops)');
CALL bench.make('names, syllables', 'bench.name_syllables', 'CREATE INDEX name_syllables ON bench.person USING gin (full_name motcua.vi_syllable_ops)');
CALL bench.make('addresses, trigrams', 'bench.address_trigrams', 'CREATE INDEX address_trigrams ON bench.person USING gin (bench.plain(address) gin_trgm_ops)');
CALL bench.make('addresses, syllables', 'bench.address_syllables', 'CREATE INDEX address_syllables ON bench.person USING gin (address motcua.vi_syllable_ops)');
CALL bench.make('the table with two tsvectors', 'bench.worded',
    $$CREATE TABLE bench.worded AS SELECT *, to_tsvector('simple', bench.plain(full_name)) AS name_words, to_tsvector('simple', bench.plain(address)) AS address_words FROM bench.person$$);
CALL bench.make('names, words', 'bench.name_words', 'CREATE INDEX name_words ON bench.worded USING gin (name_words)');
CALL bench.make('addresses, words', 'bench.address_words', 'CREATE INDEX address_words ON bench.worded USING gin (address_words)');
-- The same table for both, when they are compared: a heap with tsvectors is three times as large.
CREATE INDEX worded_name_syllables ON bench.worded USING gin (full_name motcua.vi_syllable_ops);
CREATE INDEX worded_address_syllables ON bench.worded USING gin (address motcua.vi_syllable_ops);
VACUUM ANALYZE bench.person, bench.worded;
SELECT what, seconds, megabytes FROM bench.made ORDER BY ord;

-- ---- the eight queries ----
CREATE TABLE bench.search (ord serial, q text, col text, words text, share_goal numeric, words_goal numeric);
INSERT INTO bench.search (q, col, words, share_goal, words_goal) VALUES
('hoàng anh', 'full_name', 'hoang <-> anh:*', 0.33, 1.2), ('nguyễn thị mỹ duyên', 'full_name', 'nguyen <-> thi <-> my <-> duyen:*', 0.33, 1.2),
('tôn nữ', 'full_name', 'ton <-> nu:*', 0.33, 1.2), ('nguyễn văn', 'full_name', 'nguyen <-> van:*', 0.33, 1.2), ('quảng điền', 'address', 'quang <-> dien:*', 0.5, 1.2),
('niêm phò, xã quảng công', 'address', 'niem <-> pho <-> xa <-> quang <-> cong:*', 0.33, 1.2), ('an c', 'address', 'an <-> c:*', 0.33, 1.2), ('du', 'full_name', 'du:*', 0.33, 1.4);
CREATE VIEW bench.searching AS
SELECT ord, q, col, format('SELECT count(*) FROM bench.person WHERE %I OPERATOR(motcua.@@~) %L', col, q) AS by_syllables,
       format('SELECT count(*) FROM bench.person WHERE bench.plain(%I) LIKE %L', col, '%' || bench.plain(q) || '%') AS by_trigrams,
       format('SELECT count(*) FROM bench.worded WHERE %I @@ %L::tsquery', CASE col WHEN 'address' THEN 'address_words' ELSE 'name_words' END, words) AS by_words,
       format('SELECT count(*) FROM bench.worded WHERE %I OPERATOR(motcua.@@~) %L', col, q) AS beside_words,
       format('SELECT count(*) FROM bench.person WHERE lower(unaccent(%I)) LIKE %L', col, '%' || bench.plain(q) || '%') AS by_scan, share_goal, words_goal
FROM bench.search;

-- What is measured must be right: by index as by scan, in all modes, on all rows.
CREATE FUNCTION bench.rows_by(condition text, by_index boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    PERFORM set_config('enable_bitmapscan', by_index::text, true), set_config('enable_seqscan', (NOT by_index)::text, true);
    EXECUTE 'SELECT count(*) || '' '' || coalesce(bit_xor(hashint4(id)), 0) FROM bench.person WHERE ' || condition INTO answer;
    PERFORM set_config('enable_bitmapscan', 'on', true), set_config('enable_seqscan', 'on', true);
    RETURN answer;
END $$;
SELECT 'index = scan' AS check, q, string_agg(operator || ' ' || split_part(by_index, ' ', 1), ', ' ORDER BY operator) AS rows, bool_and(by_index = by_scan) AS same
FROM bench.search, unnest('{@@~,@@~*,@@~|,@@~~}'::text[]) AS operator, LATERAL (SELECT format('%I OPERATOR(motcua.%s) %L', col, operator, q) AS condition OFFSET 0) AS c,
     LATERAL (SELECT bench.rows_by(condition, true) AS by_index, bench.rows_by(condition, false) AS by_scan OFFSET 0) AS r
GROUP BY ord, q ORDER BY ord;

INSERT INTO bench.query (suite, name, baseline, goal, sql)
SELECT 'search', q || v.how, CASE v.o WHEN 3 THEN q || ': trigrams' WHEN 4 THEN q || ': words' END, CASE v.o WHEN 3 THEN share_goal WHEN 4 THEN words_goal END, v.sql
FROM bench.searching, LATERAL (VALUES (1, ': trigrams', by_trigrams), (2, ': words', by_words), (3, ': syllables', by_syllables), (4, ': syllables, same table', beside_words)) AS v (o, how, sql) ORDER BY ord, o;
CALL bench.run('search', 11);
SELECT q, c.median_ms AS trigrams_ms, s.median_ms AS syllables_ms, round(1 / s.ratio, 1) AS times_faster, round(1 / s.goal) AS goal,
       w.median_ms AS words_ms, b.median_ms AS syllables_same_table_ms, b.ratio AS to_words, b.goal AS words_goal
FROM bench.search JOIN bench.report AS s ON s.name = q || ': syllables' JOIN bench.report AS c ON c.name = q || ': trigrams'
     JOIN bench.report AS w ON w.name = q || ': words' JOIN bench.report AS b ON b.name = q || ': syllables, same table' ORDER BY ord;

-- ---- without any index ----
SET enable_bitmapscan = off;
INSERT INTO bench.query (suite, name, baseline, goal, sql)
SELECT 'scan', q || v.how, CASE v.o WHEN 2 THEN q || ': lower(unaccent(x)) LIKE, scan' END, CASE v.o WHEN 2 THEN 0.33 END, v.sql
FROM bench.searching, LATERAL (VALUES (1, ': lower(unaccent(x)) LIKE, scan', by_scan), (2, ': @@~, scan', by_syllables), (3, ': @@~~, scan', replace(by_syllables, '@@~', '@@~~'))) AS v (o, how, sql)
WHERE q IN ('hoàng anh', 'nguyễn văn', 'quảng điền', 'an c', 'du') ORDER BY ord, o;
INSERT INTO bench.query (suite, name, sql) VALUES ('scan', 'count(*)', 'SELECT count(*) FROM bench.person WHERE full_name IS NOT NULL');
CALL bench.run('scan', 3);
RESET enable_bitmapscan;
SELECT name, median_ms, baseline, ratio, goal FROM bench.report WHERE suite = 'scan';

-- ---- typing errors ----
INSERT INTO bench.query (suite, name, baseline, sql)
SELECT 'fuzzy', v.q || v.how, CASE WHEN how = ': @@~~' THEN v.q || ': word_similarity' END, v.sql
FROM (SELECT q, how, sql FROM unnest('{hoang ahn,nguyen thi mi duyne,ton nu,nguyne van}'::text[]) AS q, LATERAL (VALUES
    (': word_similarity', format('SELECT count(*) FROM bench.person WHERE %L <%% bench.plain(full_name)', q)),
    (': @@~~', format('SELECT count(*) FROM bench.person WHERE full_name OPERATOR(motcua.@@~~) %L', q))) AS w (how, sql)) AS v;
CALL bench.run('fuzzy', 3);
SELECT name, median_ms, baseline, ratio FROM bench.report WHERE suite = 'fuzzy';

-- ---- inserting: 50 000 rows into 200 000, and what they left to be sorted in ----
CREATE TABLE bench.inserted (ord serial, what text, insert_ms numeric, flush_ms numeric);
CREATE PROCEDURE bench.insert_into(what text, index_statement text) LANGUAGE plpgsql AS $$
DECLARE began timestamptz; inserted timestamptz;
BEGIN
    CREATE TABLE bench.growing (full_name text);
    INSERT INTO bench.growing SELECT full_name FROM bench.person LIMIT 200000;
    EXECUTE index_statement;
    began := clock_timestamp();
    INSERT INTO bench.growing SELECT full_name FROM bench.person WHERE id > 900000 LIMIT 50000;
    inserted := clock_timestamp();
    PERFORM gin_clean_pending_list(indexrelid) FROM pg_index WHERE indrelid = 'bench.growing'::regclass;
    INSERT INTO bench.inserted (what, insert_ms, flush_ms) VALUES (what, round(extract(epoch FROM inserted - began) * 1000), round(extract(epoch FROM clock_timestamp() - inserted) * 1000));
    DROP TABLE bench.growing;
END $$;
CALL bench.insert_into('none', 'SELECT 1');
CALL bench.insert_into('trigrams', 'CREATE INDEX ON bench.growing USING gin (bench.plain(full_name) gin_trgm_ops)');
CALL bench.insert_into('syllables', 'CREATE INDEX ON bench.growing USING gin (full_name motcua.vi_syllable_ops)');
SELECT what, insert_ms, flush_ms FROM bench.inserted ORDER BY ord;
