-- needs: data/people
-- Measure sorting 300,000 synthetic names in dictionary order against ICU's collation vi, and lists
-- by given name against the last word under that collation. Then a page of such a list is read by
-- an index on the key.
CREATE TABLE bench.listed AS
SELECT row_number() OVER () AS id, full_name
FROM (SELECT full_name FROM bench.person LIMIT 300000) AS p;
CREATE INDEX listed_key ON bench.listed (motcua.vi_name_key(full_name));
VACUUM ANALYZE bench.listed;

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
    ('order', 'ORDER BY full_name COLLATE "vi-x-icu"', NULL, NULL,
     'SELECT id FROM bench.listed ORDER BY full_name COLLATE "vi-x-icu"'),
    ('order', 'ORDER BY vi_sort_key(full_name)', 'ORDER BY full_name COLLATE "vi-x-icu"', 1,
     'SELECT id FROM bench.listed ORDER BY motcua.vi_sort_key(full_name)'),
    ('order', 'ORDER BY last word, full_name, "vi-x-icu"', NULL, NULL,
     'SELECT id FROM bench.listed ORDER BY split_part(full_name, '' '', '
     '-1) COLLATE "vi-x-icu", full_name COLLATE "vi-x-icu"'),
    ('order', 'ORDER BY vi_name_key(full_name)', 'ORDER BY last word, full_name, "vi-x-icu"', 1,
     'SELECT id FROM (SELECT id, full_name FROM bench.listed OFFSET 0) '
     'AS p ORDER BY motcua.vi_name_key(full_name)'),
    ('order', 'count(full_name)', NULL, NULL, 'SELECT count(full_name) FROM bench.listed'),
    ('order', 'count(vi_sort_key(full_name))', NULL, NULL,
     'SELECT count(motcua.vi_sort_key(full_name)) FROM bench.listed'),
    ('order', 'a page by the index on vi_name_key', 'ORDER BY last word, full_name, "vi-x-icu"',
     0.01,
     'SELECT id FROM bench.listed ORDER BY motcua.vi_name_key(full_name) LIMIT 50');

CALL bench.run('order');
:timings WHERE suite = 'order';

INSERT INTO bench.figure (suite, name, value, unit)
SELECT 'order', 'one vi_sort_key',
       round((min(ms) FILTER (WHERE name = 'count(vi_sort_key(full_name))') - min(ms) FILTER (
                  WHERE name
                            = 'count(full_name)')) * 1000000 / (SELECT count(*) FROM bench.listed)),
       'ns'
FROM bench.timing WHERE suite = 'order'
UNION ALL
SELECT 'order', v.name, round(v.value, 1), 'bytes'
FROM (SELECT avg(octet_length(full_name)) AS written,
             avg(octet_length(motcua.vi_sort_key(full_name))) AS key
      FROM bench.listed) AS l,
     LATERAL (VALUES ('a name', written), ('its vi_sort_key', key)) AS v (name, value);
:figures WHERE suite = 'order';
