-- Test full text search: addresses and codes that PostgreSQL's own parser damages, typed marks,
-- phrases, beginnings, headlines, options.
\ir ../setup.psql
SELECT plan(139);
SET LOCAL search_path = public;

CREATE FUNCTION pg_temp.tokens(document text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(CASE alias
                           WHEN 'syllable' THEN ''
                           WHEN 'number' THEN 'n:'
                           ELSE alias || ':' END
                      || token,
                      ' | ' ORDER BY ord)
    FROM ts_debug('motcua.vietnamese', document) WITH ORDINALITY AS d (alias, description, token,
                                                                       dictionaries, dictionary,
                                                                       lexemes, ord)
    WHERE alias <> 'blank'
$$;
CREATE FUNCTION pg_temp.found(query text, document text) RETURNS boolean LANGUAGE sql AS $$
    SELECT to_tsvector('motcua.vietnamese',
                       document) @@ phraseto_tsquery('motcua.vietnamese_query', query)
$$;
CREATE FUNCTION pg_temp.refusal(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE hint text;
BEGIN
    EXECUTE query;
    RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
    RETURN SQLSTATE || ' ' || regexp_replace(SQLERRM, '"/.*/', '"') || ' ' || hint;
END $$;

-- ---- tokens ----
SELECT is(pg_temp.tokens(document), expected, document)
FROM (VALUES
    ('P.Phú Hội, H.Quảng Điền', 'abbreviation:P | Phú | Hội | abbreviation:H | Quảng | Điền'),
    ('TX.Hương Thuỷ', 'abbreviation:TX | Hương | Thuỷ'),
    ('TP.Huế 12/3A', 'abbreviation:TP | Huế | n:12 | 3A'),
    ('000.00.16.H57-210615-0001', 'dossier_code:000.00.16.H57-210615-0001'),
    ('H21.65-220914-0011; 1.000494; 1.000494.000.00.00.H29; H44.103',
     'dossier_code:H21.65-220914-0011 | procedure_code:1.000494 | '
     'procedure_code:1.000494.000.00.00.H29 | agency_code:H44.103'),
    ('12/2021/QĐ-UBND, 766/QĐ-TTg', 'document_number:12/2021/QĐ-UBND | document_number:766/QĐ-TTg'),
    ('0234 3 554 123; 046090001234; ubnd@hue.gov.vn; www.hue.gov.vn/a; Москва',
     'phone:0234 3 554 123 | id_number:046090001234 | '
     'email:ubnd@hue.gov.vn | url:www.hue.gov.vn/a | word:Москва')) AS v (document, expected);
SELECT is((SELECT string_agg(token, '' ORDER BY ord)
           FROM ts_parse('motcua.vi_parser', document) WITH ORDINALITY AS t (kind, token, ord)),
          document, 'tokens lie end to end')
FROM (VALUES (E' P.Phú\u0301\n(0234) 3554123 \u2013\U0001F600 H57.'),
             (' '),
             ('-'),
             (repeat('đường', 2000))) AS v (document);
SELECT is((SELECT count(*) - count(DISTINCT alias) FROM ts_token_type('motcua.vi_parser')),
          0::bigint, 'the kinds of token have names of their own');
SELECT is((SELECT string_agg(alias, ',')
           FROM ts_token_type('motcua.vi_parser') AS t
           WHERE alias <> 'blank'
             AND (SELECT count(DISTINCT m.mapcfg) FROM pg_ts_config_map AS m
                  WHERE m.maptokentype = t.tokid
                    AND m.mapcfg = ANY (ARRAY[
                                            'motcua.vietnamese', 'motcua.vietnamese_query',
                                            'motcua.vietnamese_folded']::regconfig[]::oid[])) <> 3),
          NULL, 'every kind is searched in every configuration');

-- ---- typed marks are marks written ----
SELECT is(pg_temp.found(query, document),
          expected,
          format('%s %s %s', query, CASE WHEN expected THEN 'finds' ELSE 'does not find' END,
                 document))
FROM (VALUES
    ('quang dien', 'Huyện Quảng Điền', true), ('quảng điền', 'Huyện Quảng Điền', true),
    ('QUẢNG ĐIỀN', 'quảng điền', true),
    ('quang điên', 'Huyện Quảng Điền', true), ('quảng dien', 'Huyện Quảng Điền', true),
    ('quang đien', 'Huyện Quảng Điền', true), ('quang diền', 'Huyện Quảng Điền', true),
    ('quãng điền', 'Huyện Quảng Điền', false), ('quảng điện', 'Huyện Quảng Điền', false),
    ('quảng điền', 'QUANG DIEN', false), ('quang dien', 'QUANG DIEN', true),
    ('huê', 'Huế', true), ('huế', 'Huê', false), ('húe', 'Huế', true), ('đường', 'dương', false),
    ('dương', 'đường', true), ('duong', 'đường', true), ('đuờng', 'đường', false),
    ('hoà', 'hòa', true), ('hòa', 'hoà', true), ('thuý', 'thúy', true), ('vịêt', 'việt', true),
    ('Mĩ', 'Mỹ', true), ('ly', 'lí', true), ('quí', 'quý', true), ('mai', 'may', false),
    (normalize('quảng điền', NFD), 'Quảng Điền', true),
    ('quảng điền', normalize('Quảng Điền', NFD), true), ('đà nẵng', 'Ðà Nẵng', true),
    ('da nang', 'Ðà Nẵng', true),
    ('điền quảng', 'Quảng Điền', false), ('quảng điền', 'quảng bá điền', false),
    ('an', 'quang', false),
    ('nguyen thi my duyen', 'Nguyễn Thị Mỹ Duyên', true)) AS v (query, document, expected);
SELECT ok(to_tsvector('motcua.vietnamese_folded', 'Quảng Điền') @@ phraseto_tsquery(
              'motcua.vietnamese_folded', 'quãng điện'),
          'in the folded configuration marks do not count');
SELECT is(to_tsvector('motcua.vietnamese_folded', 'Thuỷ, thủy thuy')::text,
          '''thuy'':1,2,3', 'in the folded configuration a word has one form');

-- ---- abbreviations ----
SELECT is(pg_temp.found(query, document),
          expected,
          format('%s %s %s', query, CASE WHEN expected THEN 'finds' ELSE 'does not find' END,
                 document))
FROM (VALUES
    ('ubnd xã', 'Ủy ban nhân dân xã', true), ('uỷ ban nhân dân xã', 'UBND xã', true),
    ('UBND xã', 'UBND xã', true), ('hdnd', 'Hội đồng nhân dân', true),
    ('HĐND', 'HỘI ĐỒNG NHÂN DÂN', true), ('HĐND', 'HOI DONG NHAN DAN', false),
    ('p.phu hoi', 'P. Phú Hội', true), ('p.phu hoi', 'phường Phú Hội', true),
    ('phường phú hội', 'P.Phú Hội', true), ('p. phú hội', 'p phú hội', true),
    ('tp hue', 'thành phố Huế', true), ('thành phố huế', 'TP.Huế', true),
    ('đ. lê lợi', 'đường Lê Lợi', true), ('d.le loi', 'đường Lê Lợi', true),
    ('h hen', 'huyện Hen', false)) AS v (query, document, expected);
SELECT ok(to_tsvector('motcua.vietnamese_folded', document) @@ phraseto_tsquery(
              'motcua.vietnamese_folded', 'P.Phú Hội'),
          format('folded: P.Phú Hội finds %s', document))
FROM unnest(ARRAY['p phu hoi', 'phuong phu hoi', 'P.PHÚ HỘI']) AS document;

-- ---- codes are found whole, by their beginning, and by syllables in a row, and phrases go on
-- after them ----
SELECT is(pg_temp.found(query, document),
          expected,
          format('%s %s %s', query, CASE WHEN expected THEN 'finds' ELSE 'does not find' END,
                 document))
FROM (VALUES
    ('000.00.16.H57-210615-0001', 'hồ sơ 000.00.16.H57-210615-0001 đã trả', true),
    ('000.00.16.h57-210615-0001', 'hồ sơ 000.00.16.H57-210615-0001 đã trả', true),
    ('000.00.16.H57-210615-0002', 'hồ sơ 000.00.16.H57-210615-0001 đã trả', false),
    ('so 000.00.16.H57-210615-0001 da tra', 'hồ sơ 000.00.16.H57-210615-0001 đã trả', true),
    ('000.00.16.H57', 'hồ sơ 000.00.16.H57-210615-0001 đã trả', true),
    ('210615-0001', 'hồ sơ 000.00.16.H57-210615-0001 đã trả', true),
    ('H57', 'hồ sơ 000.00.16.H57-210615-0001', true),
    ('1.000494', 'thủ tục 1.000494.000.00.00.H29', true),
    ('000.00.00.H29', 'thủ tục 1.000494.000.00.00.H29', true),
    ('h44.103', 'H44.103', true),
    ('h44', 'H44.103', true),
    ('12/2021/qd-ubnd', 'Quyết định số 12/2021/QĐ-UBND của UBND tỉnh', true),
    ('12/2021', 'Quyết định số 12/2021/QĐ-UBND', true),
    ('qđ-ubnd', 'Quyết định số 12/2021/QĐ-UBND', true),
    ('số 12/2021/QĐ-UBND của uỷ ban', 'Quyết định số 12/2021/QĐ–UBND của UBND tỉnh', true),
    ('12/2021/QĐ-UBND', '12/2021/QD-UBND', false),
    ('02343554123', 'ĐT (0234) 3 554.123 gặp chị Lý', true),
    ('+84 234 3554123', 'ĐT (0234) 3 554.123', true),
    ('3554123', 'ĐT (0234) 3 554.123', true),
    ('0234.3554.123 gap chi ly', 'ĐT (0234) 3 554.123 gặp chị Lý', true),
    ('15/06/2021', 'ngày 15-06-2021', true),
    ('12/3a', 'số 12/3A', true),
    -- any run of the parts of a code, numbers without leading zeros, +84 as 84 and 0
    ('H57-210615-0001', '000.00.16.H57-210615-0001', true),
    ('16.H57-210615', '000.00.16.H57-210615-0001', true),
    ('H57-210615-1', '000.00.16.H57-210615-0001', true),
    ('hue.gov.vn', 'ubnd@hue.gov.vn', true),
    ('2/9/2021', '02/9/2021', true), ('02/9/2021', '2/9/2021', true),
    ('phường 01', 'Phường 1', true), ('phường 1', 'Phường 01', true),
    ('phường 1', 'Phường 10', false),
    ('0905123456', '84905123456', true), ('84905123456', '0905.123.456', true),
    ('y tế', 'I tế', true), ('huỳnh', 'Huình', true),
    ('quýt', 'Quít', true)) AS v (query, document, expected);
SELECT ok(to_tsvector('motcua.vietnamese',
                      document) @@ to_tsquery('motcua.vietnamese_query', query),
          format('%s finds %s', query, document))
FROM (VALUES
    ('''000.00.16.H57-210615-0001'':*', '000.00.16.H57-210615-0001'),
    ('''000.00.16.H57-2106'':*', '000.00.16.H57-210615-0001'),
    ('''000.00.16.H57'':*', '000.00.16.H57-210615-0001'),
    ('''000.00.1'':*', '000.00.16.H57-210615-0001'), ('''H21.6'':*', 'H21.65-220914-0011'),
    ('''12/2021/QĐ-U'':*', '12/2021/QĐ-UBND'), ('''12/20'':*', '12/2021/QĐ-UBND'),
    ('''1.0004'':*', '1.000494'),
    ('quảng & đi:*', 'Quảng Điền'), ('quy:*', 'Quyết định'), ('quy:*', 'Quỳnh'), ('quy:*', 'Quí'),
    ('qui:*', 'Quý'), ('vy:*', 'Vi'), ('quy:*', 'Quít'),
    ('hò:*', 'Hoàng'), ('thú:*', 'Thuý'), ('đươ:*', 'đường'),
    ('UBN:*', 'UBND'), ('''02343554'':*', '0234 3 554 123')) AS v (query, document);
SELECT ok(NOT to_tsvector('motcua.vietnamese',
                          document) @@ to_tsquery('motcua.vietnamese_query', query),
          format('%s does not find %s', query, document))
FROM (VALUES ('vy:*', 'Việt'), ('vy:*', 'Vinh')) AS v (query, document);

-- ---- headlines: on the text as it was written ----
SELECT is(ts_headline('motcua.vietnamese', document,
                      phraseto_tsquery('motcua.vietnamese_query', query)),
          expected, format('headline of %s', query))
FROM (VALUES
    ('quang dien', 'Huyện Quảng  Điền, tỉnh Thừa Thiên Huế',
     'Huyện <b>Quảng</b>  <b>Điền</b>, tỉnh Thừa Thiên Huế'),
    ('hoà', normalize('Hòa Phú', NFD), normalize('<b>Hòa</b> Phú', NFD)),
    ('p.phu hoi', '12/3A P.Phú Hội', '12/3A <b>P</b>.<b>Phú</b> <b>Hội</b>'),
    ('số 000.00.16.H57-210615-0001', 'Hồ sơ số 000.00.16.H57-210615-0001',
     'Hồ sơ <b>số</b> <b>000.00.16.H57-210615-0001</b>'),
    ('duong', 'Dương ở đường', '<b>Dương</b> ở <b>đường</b>'),
    ('đường', 'Dương ở đường', 'Dương ở <b>đường</b>')) AS v (query, document, expected);

-- ---- an index gives what a scan gives ----
CREATE TEMP TABLE place AS
SELECT i,
       (ARRAY['Quảng Điền', 'QUANG DIEN', 'Quảng Điện', 'quãng điền', 'Phú Hội',
              'Điền Quảng'])[1 + i % 6]
       || ', ' || i AS name
FROM generate_series(1, 3000) AS i;
CREATE INDEX ON place USING gin (to_tsvector('motcua.vietnamese', name));
ANALYZE place;
CREATE FUNCTION pg_temp.counts() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg((SELECT count(*)
                       FROM pg_temp.place
                       WHERE to_tsvector('motcua.vietnamese', name) @@ phraseto_tsquery(
                           'motcua.vietnamese_query', q))::text,
                      ',' ORDER BY ord)
    FROM unnest(ARRAY['quang dien', 'quảng dien', 'quảng điền', 'dien quang',
                      '17']) WITH ORDINALITY AS u (q, ord)
$$;
SET LOCAL enable_seqscan = off;
SELECT is(pg_temp.counts(), '2000,1000,500,500,1', 'an index finds the rows');
SET LOCAL enable_seqscan = on;
SET LOCAL enable_bitmapscan = off;
SELECT is(pg_temp.counts(), '2000,1000,500,500,1', 'a scan finds the same rows');

-- ---- options ----
SELECT is(pg_temp.refusal(format('CREATE TEXT SEARCH DICTIONARY pg_temp.d (TEMPLATE = motcua.%s)',
                                 options)),
          expected, options)
FROM (VALUES
    ('vi_template',
     '22023 a dictionary of this kind needs the option "Forms" Write Forms = ''index'' for texts, '
     '''query'' for queries or ''folded'' for both where marks do not count.'),
    ('vi_template, Forms = both',
     '22023 unknown forms "both" Write Forms = ''index'', ''query'' or ''folded''.'),
    ('vi_template, Forms = query, Rules = mine',
     '22023 unrecognized dictionary option "rules" Use the option Forms.'),
    ('vi_abbreviation, Forms = query, Rules = no_such_file',
     'F0000 could not open rules file "no_such_file.rules": No such file or directory Put the file '
     'NAME.rules there, readable for the server, and name it Rules = '
     'NAME.')) AS v (options, expected);
SELECT is(ts_lexize('motcua.vi_abbreviation_index', 'Huế'),
          NULL, 'the dictionary of abbreviations leaves other words to the next one');
SELECT is(ts_lexize('motcua.vi_index', ' - '), NULL, 'a text without letters has no lexeme');

SELECT * FROM finish();
ROLLBACK;
