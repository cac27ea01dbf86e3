-- Test the functions for Vietnamese text through SQL, where the unit tests of core cannot see them.
\ir ../setup.psql
SELECT plan(54);

-- ---- fold ----
SELECT is(motcua.vi_fold(t), folded, format('fold of %L', t))
FROM (VALUES
    ('Quảng Điền', 'quang dien'),
    ('  P.Phú  Hội, 12/3A ', 'p phu hoi 12 3a'),
    ('', ''),
    (' - ', ''),
    ('H’Hen', 'h hen'),
    (U&'Hue\0302\0301', 'hue'),
    ('МОСКВА', 'москва')) AS v (t, folded);
SELECT is(motcua.vi_fold(NULL), NULL, 'the fold of NULL is NULL');
SELECT is_empty($$SELECT c
                  FROM (SELECT chr(i) AS c
                        FROM generate_series(1, 200000) AS i
                        WHERE i NOT BETWEEN 55296 AND 57343) AS x
                  WHERE motcua.vi_fold(motcua.vi_fold(c || 'x' || c)) <> motcua.vi_fold(c || 'x'
                                                                                        || c)$$,
                'folding again changes nothing');

-- ---- unaccent ----
SELECT is(motcua.vi_unaccent(t), plain, format('unaccent of %L', t))
FROM (VALUES
    ('Đường  Ðiện, 12/3A!', 'Duong  Dien, 12/3A!'),
    (U&'Hue\0302\0301', 'Hue'),
    ('Straße ÆØ č', 'Strasse AEO c'),
    (U&'\0438\0306 東', U&'\0438\0306 東')) AS v (t, plain);
CREATE TEMP TABLE vietnamese AS
SELECT c, ord > 67 AS upper
FROM regexp_split_to_table('ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂĐÊ'
                           'ÔƠƯÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ',
                           '') WITH ORDINALITY AS l (c, ord);
SELECT is((SELECT count(*) FROM vietnamese), 134::bigint, 'every marked letter was tried');
SELECT is_empty($$SELECT c
                  FROM vietnamese
                  WHERE motcua.vi_unaccent(c) COLLATE "C" !~ CASE WHEN upper THEN '^[A-Z]$'
                                                                  ELSE '^[a-z]$' END
                     OR lower(motcua.vi_unaccent(c)) <> motcua.vi_fold(c)
                     OR motcua.vi_unaccent(normalize(c, NFD)) <> motcua.vi_unaccent(c)$$,
                'every marked letter becomes one letter without marks, composed or not');
SELECT is_empty($$SELECT c
                  FROM vietnamese
                  WHERE c NOT IN ('đ', 'Đ')
                    AND motcua.vi_unaccent(c) <> left(normalize(c, NFD), 1)$$,
                'every marked letter becomes its base letter');

-- ---- normalize ----
SELECT is(motcua.vi_normalize(t), normal, format('normalize %L', t))
FROM (VALUES
    ('Khánh Hòa', 'Khánh Hoà'), ('vịêt', 'việt'), ('Ủy ban', 'Uỷ ban'), ('Ðà Lạt', 'Đà Lạt'),
    (U&'Hue\0302\0301', 'Huế'), (U&'Hu\00EA\0301', 'Huế'), (U&'vi\1EB9\0302t', 'việt'),
    (U&'ho\0300a', 'hoà'), (U&'la\0340', 'là'), ('', ''),
    ('plain ASCII', 'plain ASCII')) AS v (t, normal);
SELECT is(motcua.vi_normalize('hoà thuý khoẻ quý', 'old'), 'hòa thúy khỏe quý', 'normalize can use the old style');
SELECT is(motcua.vi_normalize('hoà hòa ðà', style => 'keep'), 'hoà hòa đà', 'normalize can keep the style');
SELECT is(motcua.vi_normalize('hoà', NULL), 'hoà', 'normalize takes a NULL style for the default');
SELECT throws_ok($$SELECT motcua.vi_normalize('hoà', 'classic')$$,
                 '22023', 'unknown style of tone marks "classic"');
-- The result equals PostgreSQL's own NFC, whether ICU was called or not.
SELECT is_empty($$SELECT to_hex(i)
                  FROM generate_series(1, 65533) AS i
                  WHERE i NOT BETWEEN 55296 AND 57343
                    AND i NOT IN (x'D0'::int, x'F0'::int, x'189'::int, x'256'::int)
                    AND motcua.vi_normalize(chr(i), 'keep') <> normalize(chr(i), NFC)$$,
                'every character of the first plane is in NFC');
-- The marks of Unicode 16 and 17 are left out, because the server and ICU need not both know them.
SELECT is_empty($$SELECT to_hex(i)
                  FROM generate_series(160, 65533) AS i
                  WHERE i NOT BETWEEN 55296 AND 57343
                    AND i <> x'897'::int
                    AND i NOT BETWEEN x'1ACF'::int AND x'1AFF'::int
                    AND i NOT IN (x'D0'::int, x'F0'::int, x'189'::int, x'256'::int)
                    AND motcua.vi_normalize('e' || chr(i) || U&'\0323', 'keep') <> normalize(
                        'e' || chr(i) || U&'\0323', NFC)$$,
                'every character between a letter and a mark is in NFC');
SELECT is_empty($$SELECT c
                  FROM vietnamese
                  WHERE motcua.vi_normalize(normalize(c, NFD)) <> c
                     OR motcua.vi_normalize(normalize(c, NFKD)) <> c$$,
                'every letter is composed');
SELECT is(motcua.vi_normalize(repeat(U&'\FB2C', 1000), 'keep'),
          normalize(repeat(U&'\FB2C', 1000), NFC),
          'characters that grow in NFC have room');
SELECT is(motcua.vi_normalize(repeat(U&'ho\0300a ', 100000)),
          repeat('hoà ', 100000), 'a long text is normalized');
SELECT is(motcua.vi_normalize(motcua.vi_normalize(t, s), s),
          motcua.vi_normalize(t, s), 'normalizing again changes nothing: ' || s)
FROM (SELECT string_agg(a.c || b.c || d.c, ' ') AS t
      FROM vietnamese AS a, vietnamese AS b, unnest(ARRAY['', 'n', 'i']) AS d (c)
      WHERE NOT a.upper AND NOT b.upper) AS x,
     unnest(ARRAY['new', 'old', 'keep']) AS s;
SELECT is_empty($$WITH x AS (SELECT i || a.c || b.c || d.c AS t
                             FROM vietnamese AS a,
                                  vietnamese AS b,
                                  unnest(ARRAY['', 'n']) AS d (c),
                                  unnest(ARRAY['h', 'qu', 'gi', '']) AS i)
                  SELECT t
                  FROM x
                  WHERE motcua.vi_fold(motcua.vi_normalize(t)) <> motcua.vi_fold(t)$$,
                'the base letters never change');

-- ---- syllables ----
SELECT results_eq($$SELECT * FROM motcua.vi_syllables(U&'Quảng  Ði\1EB9\0302n, 12A')$$,
                  $$VALUES (1, 1, 5, 1, 7, 'Quảng', 'quang', 2),
                           (2, 8, 5, 10, 9, U&'Ði\1EB9\0302n', 'dien', 5),
                           (3, 15, 3, 21, 3, '12A', '12a', 0)$$,
                  'vi_syllables gives syllables and their places');
SELECT is_empty($$SELECT * FROM motcua.vi_syllables(' ,. ')$$,
                'a text without letters has no syllable');
SELECT is_empty($$SELECT * FROM motcua.vi_syllables(NULL)$$, 'NULL has no syllable');
SELECT is_empty($$WITH t AS (SELECT string_agg(c || '…東' || chr(9) || 'ng', 'x, ') AS t
                             FROM vietnamese)
                  SELECT *
                  FROM t, motcua.vi_syllables(t) AS s
                  WHERE substr(t, s.start, s.length) <> s.syllable
                     OR motcua.vi_fold(s.syllable) <> s.folded
                     OR convert_from(substring(convert_to(
                                                   t, 'UTF8') FROM s.byte_start FOR s.byte_length),
                                     'UTF8') <> s.syllable$$,
                'the places are those of the syllables in the text');
SELECT is((SELECT string_agg(folded, ' ' ORDER BY ord)
           FROM motcua.vi_syllables('Thôn Niêm Phò, xã Quảng Thọ')),
          motcua.vi_fold('Thôn Niêm Phò, xã Quảng Thọ'),
          'the base letters of the syllables are those of the fold');
SELECT is((SELECT array_agg(tone ORDER BY ord) FROM motcua.vi_syllables('ma mà mả mã má mạ')),
          ARRAY[0, 1, 2, 3, 4, 5], 'tones');
SELECT is((SELECT max(ord) FROM motcua.vi_syllables(repeat('Huế ', 100000))),
          100000, 'a long document is split');

-- ---- names ----
SELECT is(ARRAY[motcua.vi_family_name(n), motcua.vi_middle_name(n), motcua.vi_given_name(n)],
          parts, format('parts of %L', n))
FROM (VALUES
    ('  Nguyễn Thị Mỹ Duyên ', ARRAY['Nguyễn', 'Thị Mỹ', 'Duyên']),
    ('Công Tằng Tôn Nữ Hạnh', ARRAY['Công Tằng Tôn Nữ', NULL, 'Hạnh']),
    ('TON THAT TUNG', ARRAY['TON THAT', NULL, 'TUNG']),
    ('Hà', ARRAY[NULL, NULL, 'Hà']), ('', ARRAY[NULL, NULL, NULL]::text[])) AS v (n, parts);

-- ---- use ----
CREATE TEMP TABLE person (
    full_name text, folded text GENERATED ALWAYS AS (motcua.vi_fold(full_name)) STORED
);
CREATE INDEX ON person (motcua.vi_given_name(full_name), motcua.vi_normalize(full_name));
INSERT INTO person VALUES ('Hòang Thị Tòan');
SELECT results_eq('SELECT folded, motcua.vi_normalize(full_name) FROM person',
                  $$VALUES ('hoang thi toan', 'Hoàng Thị Toàn')$$,
                  'the functions can be used in generated columns and indexes');
SELECT is(motcua.vi_fold('Quảng Điền'::varchar(20)), 'quang dien', 'the functions take varchar');

SELECT * FROM finish();
ROLLBACK;
