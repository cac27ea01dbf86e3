-- Test the search box of a desk: what vi_find finds over columns, its rank, its operator class, and
-- the plans of prepared statements.
\ir ../setup.psql
SELECT plan(50);
SET LOCAL search_path = public, motcua;

SELECT is(vi_find(query, 'Trần Thị Thúy Hằng', 'P. Phú Hội, TP. Huế', NULL, '0905.123.456'),
          expected,
          format('%s %s', query, CASE WHEN expected THEN 'finds' ELSE 'does not find' END))
FROM (VALUES
    ('tran hang', true), ('hằng trần', true), ('hang phuong phu hoi', true),
    ('hang thanh pho hue', true), ('tran 3456', true), ('0905123456', true),
    ('trần lan', false), ('thh', false), ('ttth', true), ('tranthithuy', true),
    ('traanf hawngf', true), ('tra62n ha8ng2', true), ('han', true), ('han ', false),
    ('', true)) AS v (query, expected);

SELECT ok(ARRAY['Hoa', 'Huế'] @@~& 'hue hoa', 'the operator of columns');
SELECT ok(t @@~&~ q, format('%s finds %s with an error', q, t))
FROM (VALUES ('Ngyuễn Văn Nam', 'nguyễn văn nam'), ('Nguyễnn Văn Nam', 'nguyễn văn nam'),
    ('Ksor Lan', 'ksro lan'), ('Đắk Glong', 'dak gong'),
    ('Nguyển Văn Nam', 'nguyễn văn nam')) AS v (t, q);
SELECT ok(ARRAY['Trinh', 'Huế'] @@~&~ 'chinh hue', 'the operator of columns with errors');
SELECT ok('Nguyễn Văn Hòa' @@~& 'hoa nguyen', 'the operator of one text');
SELECT is(vi_find(NULL, 'a'), NULL, 'NULL gives NULL');
SELECT ok(NOT vi_find('a', VARIADIC ARRAY[]::text[]), 'no columns have no word');
SELECT is((SELECT string_agg(n, ' > ' ORDER BY vi_find_rank('hoà nguyen', n) DESC)
           FROM unnest(ARRAY['Nguyễn Văn Hòa', 'NGUYEN VAN HOA', 'Nguyễn Hoá', 'Lan',
                             'Hoà Nguyễn']) AS n),
          'Hoà Nguyễn > Nguyễn Văn Hòa > NGUYEN VAN HOA > Nguyễn Hoá > Lan', 'rank');
SELECT is(vi_find_rank('huế', 'Huế', 'x'), 1::double precision, 'rank of the text itself');

-- ---- an index gives what a scan gives ----
CREATE TEMP TABLE citizen AS
SELECT i AS id,
       (ARRAY['Nguyễn', 'Trần', 'LE', 'H''Lan', 'Vy', NULL])[1 + i % 6] || ' '
       || (ARRAY['Hoà', 'Quý', 'Huỳnh', 'An', 'quít'])[1 + i % 5] AS full_name,
       'P. ' || i % 40 || ', TP.Huế' AS address,
       '0905' || lpad((i * 7919 % 1000000)::text, 6, '0') AS phone
FROM generate_series(1, 4000) AS i;
CREATE INDEX citizen_words ON citizen USING gin ((ARRAY[full_name, address, phone]) vi_word_ops);
INSERT INTO citizen VALUES (4001, NULL, NULL, NULL), (4002, 'Kiều Thị An', 'P. 1', '84905000001');
ANALYZE citizen;
CREATE FUNCTION pg_temp.fuzzy_answers() RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg((SELECT string_agg(id::text, ',' ORDER BY id)
                      FROM pg_temp.citizen
                      WHERE motcua.vi_find_fuzzy(q, full_name, address, phone)) ORDER BY ord)
    FROM unnest(ARRAY['', 'ngueyn hoa', 'tran quyt', 'chan quit', 'keiu', 'hun phuog 7', 'an',
                      'thahn pho lan', '0905', 'xyz', 'hlna']) WITH ORDINALITY AS u (q, ord)
$$;
CREATE FUNCTION pg_temp.answers() RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg((SELECT string_agg(id::text, ',' ORDER BY id)
                      FROM pg_temp.citizen
                      WHERE motcua.vi_find(q, full_name, address, phone)) ORDER BY ord)
    FROM unnest(ARRAY['', '.', 'hoa nguyen', 'hlan', 'h lan 7', 'vy', 'qui phuong 3', 'huy',
                      '0905', '7919', 'nguyenhoa', 'nq', 'kieu', 'thanh pho vy quyt', 'x',
                      '84905000001']) WITH ORDINALITY AS u (q, ord)
$$;
SET LOCAL enable_seqscan = off;
CREATE TEMP TABLE by_index AS SELECT pg_temp.answers() AS a, pg_temp.fuzzy_answers() AS f;
SET LOCAL enable_bitmapscan = off;
SET LOCAL enable_seqscan = on;
SELECT is((SELECT a FROM by_index), pg_temp.answers(), 'the index gives what a scan gives');
SET LOCAL enable_bitmapscan = on;
SELECT is((SELECT f FROM by_index), pg_temp.fuzzy_answers(), 'with errors, too');
SELECT is((SELECT ARRAY[f[5], f[10]] FROM by_index), ARRAY['4002', NULL],
          'errors are found, and no more');
SELECT is((SELECT ARRAY[a[13], a[15], a[16]] FROM by_index),
          ARRAY['4002', NULL, '4002'], 'some queries find rows and some do not');

-- ---- plans ----
CREATE FUNCTION pg_temp.plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    line text;
    lines text := '';
BEGIN
    FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || statement LOOP
        lines := lines || line || E'\n';
    END LOOP;
    RETURN lines;
END
$$;
CREATE TEMP TABLE p (id integer PRIMARY KEY, full_name text);
INSERT INTO p SELECT i, 'Nguyễn Văn ' || i FROM generate_series(1, 3000) AS i;
CREATE INDEX p_words ON p USING gin ((ARRAY[full_name]) vi_word_ops);
CREATE INDEX p_syllables ON p USING gin (full_name vi_syllable_ops);
ANALYZE p;
PREPARE found(text) AS
    SELECT id FROM p WHERE vi_find($1, full_name) ORDER BY id DESC LIMIT 20;
PREPARE fuzzy(text) AS
    SELECT id FROM p WHERE vi_find_fuzzy($1, full_name) ORDER BY id DESC LIMIT 20;
PREPARE matched(text) AS
    SELECT id FROM p WHERE vi_match(full_name, $1) ORDER BY id DESC LIMIT 20;
PREPARE operator(text) AS
    SELECT id FROM p WHERE full_name @@~~ $1 ORDER BY id DESC LIMIT 20;
SET LOCAL plan_cache_mode = force_generic_plan;
CREATE FUNCTION pg_temp.plan_at(n_rows real, statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    UPDATE pg_class SET reltuples = n_rows, relpages = pg_relation_size(oid) / 8192
    WHERE oid IN ('pg_temp.p'::regclass, 'pg_temp.p_pkey'::regclass);
    RETURN pg_temp.plan_of(format('EXECUTE %s(''kiều'')', statement));
END
$$;
SELECT matches(pg_temp.plan_at(n, s), 'Bitmap Index Scan on p_',
               format('%s keeps the index at %s rows', s, n))
FROM unnest(ARRAY['found', 'fuzzy', 'matched', 'operator']) AS s,
     unnest(ARRAY[300000, 3000000, 30000000]::real[]) AS n;
SELECT matches(pg_temp.plan_of('SELECT FROM p WHERE vi_find(''van 77'', full_name)'),
               'Bitmap Index Scan on p_words', 'a constant keeps the index');
SELECT is((SELECT string_agg(opcname || ' ' || opcintype::regtype, ', ')
           FROM pg_opclass WHERE opcname = 'vi_word_ops'),
          'vi_word_ops text[]', 'the class is one of columns');
SELECT is(vi_find('nguyen', VARIADIC ARRAY['Nguyễn']), true, 'columns as an array');
SELECT is(vi_find(repeat('a ', 100), 'a'), true, 'of a long query the first words count');
SELECT is(vi_find('nguyen', 'Nguyễn'::varchar(20), 'x'::varchar), true, 'columns of varchar');
SELECT is(vi_find('nguyen', 'Nguyễn'::char(30)::text), true, 'columns of character');
SELECT is(vi_find_rank('lan', 'Hoa'), 0::double precision, 'what is not found has no rank');
SELECT * FROM finish();
ROLLBACK;
