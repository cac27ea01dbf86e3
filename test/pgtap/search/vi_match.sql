-- Test search in Vietnamese text: what each operator finds, rank, highlighting, the functions of
-- the index, refusals.
\ir ../setup.psql
SELECT plan(78);
SET LOCAL search_path = public, motcua;

-- Return which of the four operators find the query: ~ (typed marks count), * (loose),
--
-- (either), ~~ (fuzzy).
CREATE FUNCTION pg_temp.found(written text, query text) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', CASE WHEN written @@~ query THEN '~' END,
                     CASE WHEN written @@~* query THEN '*' END,
                     CASE WHEN written @@~| query THEN '|' END,
                     CASE WHEN written @@~~ query THEN '~~' END)
$$;
SELECT is(pg_temp.found(written, query), expected, format('%s in %s', query, written))
FROM (VALUES
    -- marks
    ('Xã Quảng Điền', 'quang dien', '~ * | ~~'), ('Xã Quảng Điền', 'quảng dien', '~ * | ~~'),
    ('Xã Quảng Điền', 'QUẢNG ĐIỀN', '~ * | ~~'), ('Quang Diện', 'quảng dien', '*'),
    ('Quảng Điền', 'quang diễn', '*'),
    ('Dương', 'đường', '*'), ('Đường', 'dương', '~ * | ~~'), ('Đường', 'duong', '~ * | ~~'),
    ('lễ', 'lê', '~ * | ~~'), ('lẻ', 'lê', '*'), ('nguyện', 'nguyên', '~ * | ~~'),
    ('mạ', 'má', '*'),
    -- rows without marks
    ('QUANG DIEN', 'quảng điền', '* |'), ('QUANG DIEN', 'quang dien', '~ * | ~~'),
    ('QUANG ĐIEN', 'quảng điền', '*'), ('Thanh pho HUE', 'thành phố huế', '* |'),
    ('Thành pho Huế', 'thành phố huế', '*'),
    ('Nguyễn Hoàng Anh', 'Nguyễn Hoàng Ánh', '*'), ('NGUYEN HOANG ANH', 'Nguyễn Hoàng Ánh', '* |'),
    -- one syllable in several spellings
    ('hòa', 'hoà', '~ * | ~~'), ('hoà', 'hòa', '~ * | ~~'), ('hoá', 'hòa', '*'),
    ('Khoẻ', 'khỏe', '~ * | ~~'), ('Thuỷ', 'thủy', '~ * | ~~'), ('việt', 'vịêt', '~ * | ~~'),
    (normalize('Huế', NFD), 'huế', '~ * | ~~'), ('Huế', normalize('huế', NFD), '~ * | ~~'),
    (U&'Hu\00EA\0301', 'huế', '~ * | ~~'), ('Ðà Nẵng', 'đà nẵng', '~ * | ~~'),
    ('Ɖà Nẵng', 'đà', '~ * | ~~'),
    ('Mỹ', 'mĩ', '~ * | ~~'), ('Lí', 'lý', '~ * | ~~'), ('quí', 'quý', '~ * | ~~'),
    ('Quít', 'quýt', '~ * | ~~'), ('Y tế', 'i tế', '~ * | ~~'), ('Huỳnh', 'huình', '~ * | ~~'),
    ('tai', 'tay', '~~'), ('thuý', 'thúi', '~~'),
    -- consecutive syllables, of which the last is a beginning
    ('Nguyễn Thị Mỹ Duyên', 'my du', '~ * | ~~'), ('Nguyễn Thị Mỹ Duyên', 'thi duyen', ''),
    ('Quang', 'an', ''), ('TP.Huế', 'tp hu', '~ * | ~~'), ('P.Phú Hội', 'p. phú hội', '~ * | ~~'),
    ('000.00.16.H57-210615-0001', 'h57 210615', '~ * | ~~'), ('tổ 12', 'to 1', '~ * | ~~'),
    ('H''Hen Niê', 'h’hen nie', '~ * | ~~'),
    -- nothing to look for, nothing to find
    ('Huế', '', '~ * | ~~'), ('', '', '~ * | ~~'), ('Huế', ' ., ', '~ * | ~~'), ('', 'huế', ''),
    ('...', 'huế', ''),
    -- typing errors
    ('Nguyễn Văn An', 'ngyuễn văn', '~~'), ('Nguyễn Văn An', 'nguyen vawn', '~~'),
    ('Nguyễn Văn An', 'nguyễn văng a', '~~'), ('Nguyễn Văn An', 'ngyễ', ''), ('Chò', 'chó', '*'),
    ('Đường', 'duogn', '~~')) AS v (written, query, expected);
SELECT is((SELECT count(*)
           FROM (VALUES (NULL::text, 'a'), ('a', NULL)) AS v (w, q)
           WHERE vi_match(w, q) IS NULL
             AND vi_match_loose(w, q) IS NULL
             AND vi_match_either(w, q) IS NULL
             AND vi_match_fuzzy(w, q) IS NULL
             AND vi_rank(w, q) IS NULL AND vi_highlight(w, q) IS NULL),
          2::bigint, 'NULL gives NULL');
SELECT is((SELECT string_agg(o.oprname || ' ' || p.proname, ', ' ORDER BY s.amopstrategy)
           FROM pg_amop AS s
           JOIN pg_operator AS o ON o.oid = s.amopopr
           JOIN pg_proc AS p ON p.oid = o.oprcode
           JOIN pg_opfamily AS f ON f.oid = s.amopfamily
           WHERE f.opfname = 'vi_syllable_ops'),
          '@@~ vi_match, @@~* vi_match_loose, @@~| vi_match_either, @@~~ vi_match_fuzzy',
          'the operators agree with their functions');

SELECT ok(amvalidate(oid), 'the operator class is complete')
FROM pg_opclass WHERE opcname = 'vi_syllable_ops';

-- ---- the query is read anew for each row that brings another ----
SELECT is((SELECT string_agg(CASE WHEN 'Quảng Điền' @@~ q THEN q END, ', ' ORDER BY n)
           FROM unnest(ARRAY['quang', 'dien', 'huế', 'quang dien', 'điền', repeat('điền ', 500),
                             'q', 'quang']) WITH ORDINALITY AS v (q, n)),
          'quang, dien, quang dien, điền, q, quang', 'a query can change from row to row');

-- ---- rank ----
SELECT is((SELECT string_agg(w, ' > ' ORDER BY vi_rank(w, 'quảng điền') DESC)
           FROM unnest(ARRAY['Quang Diện', 'QUANG DIEN', 'Xã Quảng Điền', 'Quảng Điền',
                             'Quảng Điền, Huế', 'Quảng Đin',
                             'Thị trấn Sịa, Quảng Điền, Huế']) AS w),
          'Quảng Điền > Quảng Điền, Huế > Xã Quảng Điền > Thị trấn Sịa, '
          'Quảng Điền, Huế > QUANG DIEN > Quang Diện > Quảng Đin',
          'the rank depends on marks, then on the place, then on the other text');
SELECT is((SELECT string_agg(w, ' > ' ORDER BY vi_rank(w, 'quang di') DESC)
           FROM unnest(ARRAY['Quảng Điền', 'Quang Diện Xa', 'QUANG DIEN', 'quang di']) AS w),
          'quang di > QUANG DIEN > Quảng Điền > Quang Diện Xa',
          'a match of a beginning has its rank');
SELECT is(vi_rank('Huế', 'đà nẵng'), 0::real, 'a text that is not found has rank 0');
SELECT is(vi_rank('Quảng Điền', 'QUẢNG ĐIỀN'), 1::real, 'a text that is the query has rank 1');
SELECT is((SELECT count(*)
           FROM unnest(ARRAY['Quảng Điền', 'QUANG DIEN', 'Quang Diện', 'Quag Điền', 'Huế',
                             '']) AS w,
                unnest(ARRAY['quảng điền', 'quang di', 'd', '', 'quag']) AS q
           WHERE (vi_rank(w, q) > 0) <> (w @@~ q OR w @@~* q OR w @@~| q OR w @@~~ q)
              OR vi_rank(w, q) > 1),
          0::bigint, 'the rank is above 0 exactly where one of the operators finds the query');

-- ---- highlighting ----
SELECT is(vi_highlight(written, query), expected, format('%s highlighted in %s', query, written))
FROM (VALUES
    ('Xã Quảng  Điền, Quảng Điềng', 'quang dien', 'Xã <b>Quảng  Điền</b>, <b>Quảng Điềng</b>'),
    ('Huế', 'da', 'Huế'),
    ('Huế', '', 'Huế'),
    ('Nguyễn Duyên', 'du', 'Nguyễn <b>Duyên</b>'),
    ('Quảng Điền, QUANG DIEN', 'quảng điền', '<b>Quảng Điền</b>, QUANG DIEN'),
    ('Quang Diện', 'quảng điền', '<b>Quang Diện</b>'),
    ('Nguyễn Văn An', 'ngyễn', '<b>Nguyễn</b> Văn An'),
    (normalize('Ở Huế.', NFD), 'huế', normalize('Ở <b>Huế</b>.', NFD)),
    ('an an an', 'an an', '<b>an an</b> an'),
    ('', 'a', '')) AS v (written, query, expected);
SELECT is(vi_highlight('Tp. Huế', 'hue', open_tag => '[', close_tag => ']'),
          'Tp. [Huế]', 'highlighting can use other tags');
SELECT is(replace(replace(vi_highlight(w, q, '{', '}'), '{', ''), '}', ''),
          w, 'highlighting changes nothing else')
FROM (VALUES (U&'\0301 Ea H\2019leo\FF11 \+01F600 hu\00EA\0301', 'ea h')) AS v (w, q);

SELECT * FROM finish();
ROLLBACK;
