-- The view serves tools that do not read comments. Comments of columns are in Vietnamese; those of
-- views are in both languages, and the view takes the Vietnamese part.
CREATE OR REPLACE VIEW @schema@.labels AS
SELECT c.relname::text COLLATE "default" AS view_name,
       a.attname::text COLLATE "default" AS column_name,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS column_type,
       pg_catalog.col_description(c.oid, a.attnum) AS label,
       pg_catalog.split_part(pg_catalog.obj_description(c.oid, 'pg_class'), ' | ', 1) AS view_label
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'v'
  AND c.relnamespace = (SELECT m.relnamespace
                        FROM pg_catalog.pg_class AS m
                        WHERE m.oid = '@schema_in_quotes@.settings'::regclass);
COMMENT ON VIEW @schema@.labels
    IS 'Khung nhìn này cho nhãn tiếng Việt của các khung nhìn và các cột. | '
       'This view has the Vietnamese labels of the views and their columns.';
