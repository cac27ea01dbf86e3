-- Order of Vietnamese text, ICU's collations where the server has them, and
-- what ICU is at run time.

CREATE FUNCTION motcua.vi_sort_key(value text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_vi_sort_key'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_sort_key(text)
    IS 'Trả về khóa xếp thứ tự từ điển: theo âm tiết, chữ cái trước thanh, chữ thường trước chữ '
       'hoa, số theo giá trị. | Return the key of dictionary order: by syllables, letters before '
       'tones, small letters before capitals, numbers by value.';
CREATE FUNCTION motcua.vi_name_key(value text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_vi_name_key'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_name_key(text)
    IS 'Trả về khóa xếp thứ tự người: theo tên, rồi họ, rồi tên đệm. | Return the key of the '
       'order of people: by given name, then family name, then middle name.';

CREATE FUNCTION motcua.fold_version() RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_fold_version'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.fold_version()
    IS 'Trả về phiên bản của bảng chữ cái; khi bản mới thay đổi số này thì phải REINDEX các chỉ '
       'mục văn bản tiếng Việt. | Return the version of the fold table. If an upgrade changes it, '
       'indexes on Vietnamese text need REINDEX.';
CREATE FUNCTION motcua.icu_version() RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_icu_version'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.icu_version()
    IS 'Trả về phiên bản đang cài của ICU, Unicode và bảng sắp xếp gốc. | Return the versions of '
       'ICU, Unicode and the root collation that are installed.';
CREATE FUNCTION motcua.vi_match_icu(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_icu'
    LANGUAGE C STABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION motcua.vi_match_icu(text, text)
    IS 'Đúng nếu phép tìm bất đối xứng của chính ICU (bảng sắp xếp gốc, mức 2) tìm thấy: chậm '
       'hơn, tìm ở mọi chỗ trong văn bản, bỏ sót dấu gõ dở. | True if the asymmetric search of '
       'ICU itself (root collation, level 2) finds the query: it is slower, searches anywhere in '
       'the text, and misses half-typed marks.';

-- A server without ICU has no such collations; everything else here needs none. A WARNING, because
-- CREATE EXTENSION shows no NOTICE. The owner of the extension owns them: ALTER COLLATION ...
-- REFRESH VERSION asks for that.
DO $$
BEGIN
    CREATE COLLATION motcua.vi (provider = icu, locale = 'vi');
    CREATE COLLATION motcua.vi_ci (provider = icu, locale = 'vi-u-ks-level2',
                                   deterministic = false);
    CREATE COLLATION motcua.vi_ai (provider = icu, locale = 'und-u-ks-level1',
                                   deterministic = false);
    COMMENT ON COLLATION motcua.vi
        IS 'Bảng này sắp theo thứ tự tiếng Việt của ICU: chữ của cả văn bản trước, dấu sau. | '
           'This collation has the Vietnamese order of ICU: the letters of the whole text come '
           'before its tones.';
    COMMENT ON COLLATION motcua.vi_ci
        IS 'Bảng này sắp theo tiếng Việt, không phân biệt chữ hoa và cách mã hóa Unicode; '
           'không dùng cho LIKE hay chỉ mục trigram. | '
           'This collation has the Vietnamese order, and case and forms of Unicode make no '
           'difference; it is not for LIKE or trigram indexes.';
    COMMENT ON COLLATION motcua.vi_ai
        IS 'Bảng này không phân biệt dấu, d và đ, chữ hoa; chỉ để so sánh bằng, '
           'không dùng cho cột có chỉ mục pg_trgm. | '
           'In this collation marks, the stroke of d, and case make no difference; it is for '
           'equality only, never on a column with a pg_trgm index.';
    ALTER COLLATION motcua.vi OWNER TO @extowner@;
    ALTER COLLATION motcua.vi_ci OWNER TO @extowner@;
    ALTER COLLATION motcua.vi_ai OWNER TO @extowner@;
EXCEPTION WHEN feature_not_supported OR undefined_object THEN
    RAISE WARNING 'this server has no ICU: collations motcua.vi, vi_ci and vi_ai are left out';
END
$$;

-- Whatever is stored in the order of a collation that has changed since, be it that of a key column
-- or one written with COLLATE inside an expression or a predicate, which only pg_depend knows:
-- REINDEX, then ALTER COLLATION ... REFRESH VERSION.
CREATE VIEW motcua.stale_collations AS
SELECT i.indexrelid::pg_catalog.regclass::text AS index_name,
       i.indrelid::pg_catalog.regclass::text AS table_name,
       k.place::integer AS index_column,
       CASE WHEN c.collprovider = 'd' THEN 'default'
            ELSE pg_catalog.format('%I.%I', n.nspname, c.collname) END AS collation_name,
       v.recorded AS recorded_version,
       v.actual AS actual_version
FROM pg_catalog.pg_index AS i
CROSS JOIN LATERAL (
    SELECT u.collation_oid, u.place
    FROM pg_catalog.unnest(i.indcollation::oid[]) WITH ORDINALITY AS u (collation_oid, place)
    UNION ALL
    SELECT p.refobjid, NULL
    FROM pg_catalog.pg_depend AS p
    WHERE p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objid = i.indexrelid
      AND p.refclassid = 'pg_catalog.pg_collation'::pg_catalog.regclass
      AND p.refobjid <> ALL (i.indcollation::oid[])
) AS k
JOIN pg_catalog.pg_collation AS c ON c.oid = k.collation_oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.collnamespace
JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
CROSS JOIN LATERAL (
    SELECT CASE WHEN c.collprovider = 'd' THEN d.datcollversion ELSE c.collversion END AS recorded,
           CASE WHEN c.collprovider = 'd'
                     THEN pg_catalog.pg_database_collation_actual_version(d.oid)
                ELSE pg_catalog.pg_collation_actual_version(c.oid) END AS actual
) AS v
WHERE v.recorded IS NOT NULL AND v.recorded IS DISTINCT FROM v.actual;
COMMENT ON VIEW motcua.stale_collations
    IS 'Khung nhìn này liệt kê chỉ mục dùng bảng sắp xếp đã đổi phiên bản, cần REINDEX. | This '
       'view lists the indexes whose collation has changed since they were made; REINDEX repairs '
       'them.';
COMMENT ON COLUMN motcua.stale_collations.index_name
    IS 'Chỉ mục. | The index.';
COMMENT ON COLUMN motcua.stale_collations.table_name
    IS 'Bảng của chỉ mục. | The table of the index.';
COMMENT ON COLUMN motcua.stale_collations.index_column
    IS 'Số thứ tự cột của chỉ mục; trống nếu COLLATE nằm trong biểu thức hoặc điều kiện. | The '
       'number of the column in the index; empty if COLLATE is in an expression or the predicate.';
COMMENT ON COLUMN motcua.stale_collations.collation_name
    IS 'Bảng sắp xếp. | The collation.';
COMMENT ON COLUMN motcua.stale_collations.recorded_version
    IS 'Phiên bản khi tạo chỉ mục. | The version with which the index was made.';
COMMENT ON COLUMN motcua.stale_collations.actual_version
    IS 'Phiên bản hiện nay. | The version of today.';
