-- Test sort keys: what is equal, what is not, indexes, versions.
\ir ../setup.psql
SELECT plan(12);

SELECT is(motcua.vi_sort_key(a), motcua.vi_sort_key(b), format('"%s" and "%s" have one key', a, b))
FROM (VALUES ('Hoà', 'Hòa'),
             ('Huế', normalize('Huế', NFD)),
             ('Ðà Nẵng', 'Đà Nẵng'),
             ('TP. Huế', '  TP Huế')) AS v (a, b);
SELECT is((SELECT string_agg(t, ' < ' ORDER BY motcua.vi_sort_key(t))
           FROM unnest('{Thừa Thiên,Thanh Hoá,Thái Bình,Thành phố 10,Thành phố 9,thành phố '
                       '9}'::text[]) AS t),
          'Thái Bình < Thanh Hoá < thành phố 9 < Thành phố 9 < Thành phố 10 < Thừa Thiên',
          'texts are in the order of dictionaries');
SELECT is((SELECT string_agg(t, ' < ' ORDER BY motcua.vi_name_key(t))
           FROM unnest('{Trần An,Lê Thị An,Lê Văn An,Công Tằng Tôn Nữ Ái,Ánh}'::text[]) AS t),
          'Công Tằng Tôn Nữ Ái < Lê Thị An < Lê Văn An < Trần An < Ánh',
          'people are ordered by given, family and middle name');
SELECT is(motcua.vi_sort_key(''), ''::bytea, 'an empty text has an empty key');
SELECT is(motcua.vi_sort_key(repeat('漢字 1', 20000)) > motcua.vi_sort_key('z'),
          true, 'long texts of other scripts stand behind z');
SELECT is(motcua.vi_sort_key(NULL), NULL, 'NULL gives NULL');
SELECT matches(motcua.icu_version(),
               '^ICU \d+\S*, Unicode \d+\S*, root collation \d+',
               'the versions of ICU have their form');
SELECT is((SELECT string_agg(format('%s in %s: %s', q, t, motcua.vi_match_icu(t, q)), '; ')
           FROM (VALUES ('Quảng Điền', 'quang dien'),
                        ('dương', 'đường'),
                        ('lễ', 'lê'),
                        ('', 'a'),
                        ('a', '')) AS v (t, q)),
          'quang dien in Quảng Điền: t; đường in dương: f; lê in lễ: f; a in : f;  in a: t',
          'ICU''s own search misses half-typed marks');
SELECT is((SELECT count(*) FROM motcua.stale_collations), 0::bigint, 'no index is stale');

SELECT * FROM finish();
ROLLBACK;
