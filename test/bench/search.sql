-- needs: data/people
-- Measure search in names and addresses: the syllable index is compared with trigrams over an
-- immutable lower(unaccent()), and with a stored tsvector of the same whose last word is a prefix.
-- Neither of these looks at typed marks, and trigrams do not find texts with double spaces.
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE FUNCTION bench.plain(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT pg_catalog.lower(public.unaccent('public.unaccent', written)) $$;

-- ---- building ----
CREATE PROCEDURE bench.make(what text, relation text, statement text) LANGUAGE plpgsql AS $$
DECLARE began timestamptz := clock_timestamp();
BEGIN
    EXECUTE statement;
    INSERT INTO bench.figure (suite, name, value, unit) VALUES
        ('index', what || ': building', round(extract(epoch FROM clock_timestamp() - began), 1),
         's'),
        ('index', what || ': size', round(pg_relation_size(relation) / 1e6, 1), 'MB');
END $$;
SET max_parallel_maintenance_workers = 0;
CALL bench.make('names, trigrams',
                'bench.name_trigrams',
                'CREATE INDEX name_trigrams ON bench.person USING gin '
                '(bench.plain(full_name) gin_trgm_ops)');
CALL bench.make('names, syllables',
                'bench.name_syllables',
                'CREATE INDEX name_syllables ON bench.person USING gin '
                '(full_name motcua.vi_syllable_ops)');
CALL bench.make('addresses, trigrams',
                'bench.address_trigrams',
                'CREATE INDEX address_trigrams ON bench.person USING gin '
                '(bench.plain(address) gin_trgm_ops)');
CALL bench.make('addresses, syllables',
                'bench.address_syllables',
                'CREATE INDEX address_syllables ON bench.person USING '
                'gin (address motcua.vi_syllable_ops)');
-- The dots are removed, because PostgreSQL's parser would take 'H.Quảng' for the name of a host and
-- not find it.
CALL bench.make('the table with two tsvectors', 'bench.worded',
                $$CREATE TABLE bench.worded AS
                  SELECT *, to_tsvector('simple', bench.plain(full_name)) AS name_words,
                         to_tsvector('simple',
                                     replace(bench.plain(address), '.', ' ')) AS address_words
                  FROM bench.person$$);
CALL bench.make('names, words', 'bench.name_words',
                'CREATE INDEX name_words ON bench.worded USING gin (name_words)');
CALL bench.make('addresses, words', 'bench.address_words',
                'CREATE INDEX address_words ON bench.worded USING gin (address_words)');
-- Both are compared on the same table, because a heap with tsvectors is three times as large.
CREATE INDEX worded_name_syllables ON bench.worded USING gin (full_name motcua.vi_syllable_ops);
CREATE INDEX worded_address_syllables ON bench.worded USING gin (address motcua.vi_syllable_ops);
VACUUM ANALYZE bench.person, bench.worded;
:figures WHERE suite = 'index';

-- ---- the eight queries ----
CREATE TABLE bench.search (
    ord serial, q text, col text, words text, share_goal numeric, words_goal numeric
);
INSERT INTO bench.search (q, col, words, share_goal, words_goal) VALUES
    ('hoàng anh', 'full_name', 'hoang <-> anh:*', 0.33, 1.2),
    ('nguyễn thị mỹ duyên', 'full_name', 'nguyen <-> thi <-> my <-> duyen:*', 0.33, 1.2),
    ('tôn nữ', 'full_name', 'ton <-> nu:*', 0.33, 1.2),
    ('nguyễn văn', 'full_name', 'nguyen <-> van:*', 0.33, 1.2),
    ('quảng điền', 'address', 'quang <-> dien:*', 0.5, 1.2),
    ('niêm phò, xã quảng công', 'address', 'niem <-> pho <-> xa <-> quang <-> cong:*', 0.33, 1.2),
    ('an c', 'address', 'an <-> c:*', 0.33, 1.2),
    ('du', 'full_name', 'du:*', 0.33, 1.4);
CREATE VIEW bench.searching AS
SELECT ord, q, col,
       format('SELECT count(*) FROM bench.person WHERE %I OPERATOR(motcua.@@~) %L', col,
              q) AS by_syllables,
       format('SELECT count(*) FROM bench.person WHERE bench.plain(%I) LIKE %L', col,
              '%' || bench.plain(q) || '%') AS by_trigrams,
       format('SELECT count(*) FROM bench.worded WHERE %I @@ %L::tsquery',
              CASE col WHEN 'address' THEN 'address_words' ELSE 'name_words' END,
              words) AS by_words,
       format('SELECT count(*) FROM bench.worded WHERE %I OPERATOR(motcua.@@~) %L', col,
              q) AS beside_words,
       format('SELECT count(*) FROM bench.person WHERE lower(unaccent(%I)) LIKE %L', col,
              '%' || bench.plain(q) || '%') AS by_scan,
       share_goal, words_goal
FROM bench.search;

-- Index and scan must give the same rows in all modes.
CREATE FUNCTION bench.rows_by(condition text, by_index boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    PERFORM set_config('enable_bitmapscan', by_index::text, true),
    set_config('enable_seqscan', (NOT by_index)::text, true);
    EXECUTE 'SELECT count(*) || '' '' || '
            'coalesce(bit_xor(hashint4(id)), 0) FROM bench.person WHERE '
    || condition INTO answer;
    PERFORM set_config('enable_bitmapscan', 'on', true), set_config('enable_seqscan', 'on', true);
    RETURN answer;
END $$;
SELECT bool_and(bench.rows_by(condition, true) = bench.rows_by(condition, false)) AS same
FROM bench.search,
     unnest('{@@~,@@~*,@@~|,@@~~}'::text[]) AS operator,
     LATERAL (SELECT format('%I OPERATOR(motcua.%s) %L', col, operator, q) AS condition
              OFFSET 0) AS c \gset
CALL bench.must('the index finds what a scan finds, all queries in all modes', :'same');
INSERT INTO bench.figure (suite, name, value, unit)
SELECT 'found', format('%s: %s', q, v.how),
       split_part(bench.rows_by(v.condition, true), ' ', 1)::bigint, 'rows'
FROM bench.search,
     LATERAL (VALUES ('trigrams',
                      format('bench.plain(%I) LIKE %L', col, '%' || bench.plain(q) || '%')),
                     ('syllables', format('%I OPERATOR(motcua.@@~) %L', col, q)),
                     ('syllables, marks ignored', format('%I OPERATOR(motcua.@@~*) %L', col, q)),
                     ('words',
                      format('id IN (SELECT id FROM bench.worded WHERE %I @@ %L)',
                             CASE col WHEN 'address' THEN 'address_words' ELSE 'name_words' END,
                             words))) AS v (how, condition)
ORDER BY ord;
:figures WHERE suite = 'found';
SELECT bool_and(w.value = s.value) AS same
FROM bench.figure AS w
JOIN bench.figure AS s ON s.suite = 'found'
    AND s.name = replace(w.name, ': words', ': syllables, marks ignored')
WHERE w.suite = 'found' AND w.name LIKE '%: words' \gset
CALL bench.must('with marks ignored, syllables find as many as words', :'same');

INSERT INTO bench.query (suite, name, baseline, ours, goal, sql)
SELECT 'search', q || v.how,
       CASE WHEN v.o IN (2, 3) THEN q || ': trigrams' WHEN v.o = 4 THEN q || ': words' END, v.o > 2,
       CASE v.o WHEN 3 THEN share_goal WHEN 4 THEN words_goal END, v.sql
FROM bench.searching,
     LATERAL (VALUES (1, ': trigrams', by_trigrams),
                     (2, ': words', by_words),
                     (3, ': syllables', by_syllables),
                     (4, ': syllables, same table', beside_words)) AS v (o, how, sql)
ORDER BY ord, o;
CALL bench.run('search', 11);
:timings WHERE suite = 'search';

-- ---- without any index ----
SET enable_bitmapscan = off;
INSERT INTO bench.query (suite, name, baseline, goal, sql)
SELECT 'scan', q || v.how, CASE v.o WHEN 2 THEN q || ': lower(unaccent(x)) LIKE, scan' END,
       CASE v.o WHEN 2 THEN 0.33 END, v.sql
FROM bench.searching,
     LATERAL (VALUES (1, ': lower(unaccent(x)) LIKE, scan', by_scan),
                     (2, ': @@~, scan', by_syllables),
                     (3, ': @@~~, scan', replace(by_syllables, '@@~', '@@~~'))) AS v (o, how, sql)
WHERE q IN ('hoàng anh', 'nguyễn văn', 'quảng điền', 'an c', 'du') ORDER BY ord, o;
INSERT INTO bench.query (suite, name, sql) VALUES
    ('scan', 'count(*)', 'SELECT count(*) FROM bench.person WHERE full_name IS NOT NULL');
CALL bench.run('scan', 3);
RESET enable_bitmapscan;
:timings WHERE suite = 'scan';

-- ---- typing errors ----
INSERT INTO bench.query (suite, name, baseline, sql)
SELECT 'fuzzy', v.q || v.how, CASE WHEN how = ': @@~~' THEN v.q || ': word_similarity' END, v.sql
FROM (SELECT q, how, sql
      FROM unnest('{hoang ahn,nguyen thi mi duyne,ton nu,nguyne van}'::text[]) AS q,
           LATERAL (VALUES
               (': word_similarity',
                format('SELECT count(*) FROM bench.person WHERE %L <%% bench.plain(full_name)', q)),
               (': @@~~',
                format('SELECT count(*) FROM bench.person WHERE full_name OPERATOR(motcua.@@~~) %L',
                       q))) AS w (how, sql)) AS v;
CALL bench.run('fuzzy', 3);
:timings WHERE suite = 'fuzzy';

-- ---- inserting a twentieth of the rows into a fifth, and merging the pending list that they left
-- ----
CREATE PROCEDURE bench.insert_into(what text, index_statement text) LANGUAGE plpgsql AS $$
DECLARE
    people bigint := (SELECT count(*) FROM bench.person);
    began timestamptz;
    inserted timestamptz;
BEGIN
    CREATE TABLE bench.growing (full_name text);
    INSERT INTO bench.growing SELECT full_name FROM bench.person LIMIT people / 5;
    EXECUTE index_statement;
    began := clock_timestamp();
    INSERT INTO bench.growing SELECT full_name FROM bench.person WHERE id > people - people / 20;
    inserted := clock_timestamp();
    PERFORM gin_clean_pending_list(
        indexrelid) FROM pg_index WHERE indrelid = 'bench.growing'::regclass;
    INSERT INTO bench.figure (suite, name, value, unit) VALUES
        ('insert', what || ': inserting', round(extract(epoch FROM inserted - began) * 1000), 'ms'),
        ('insert', what || ': sorting in',
         round(extract(epoch FROM clock_timestamp() - inserted) * 1000), 'ms');
    DROP TABLE bench.growing;
END $$;
CALL bench.insert_into('no index', 'SELECT 1');
CALL bench.insert_into('trigrams',
                       'CREATE INDEX ON bench.growing USING gin '
                       '(bench.plain(full_name) gin_trgm_ops)');
CALL bench.insert_into('syllables',
                       'CREATE INDEX ON bench.growing USING gin '
                       '(full_name motcua.vi_syllable_ops)');
:figures WHERE suite = 'insert';
