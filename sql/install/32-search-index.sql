-- The GIN operator class of Vietnamese search: CREATE INDEX ON person USING gin
-- (full_name motcua.vi_syllable_ops).

CREATE FUNCTION motcua_internal.vi_key_compare(a text, b text) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_vi_key_compare'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_key_compare(text, text)
    IS 'Internal: compares two keys by their bytes.';
CREATE FUNCTION motcua_internal.vi_keys_of_text(value text, n_keys internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_keys_of_text(text, internal)
    IS 'Internal: returns the keys of a text.';
CREATE FUNCTION motcua_internal.vi_keys_of_query(query text, n_keys internal, strategy smallint,
        prefixes internal, extra internal, null_flags internal, search_mode internal)
    RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_of_query'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_keys_of_query(text, internal, smallint, internal, internal,
        internal, internal)
    IS 'Internal: returns the keys that a query needs.';
CREATE FUNCTION motcua_internal.vi_keys_suffice(present internal, strategy smallint, query text,
        n_keys integer, extra internal, recheck internal, query_keys internal, null_flags internal)
    RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_suffice'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_keys_suffice(internal, smallint, text, integer, internal,
        internal, internal, internal)
    IS 'Internal: true if a text with these keys has to be read.';
CREATE FUNCTION motcua_internal.vi_key_begins(beginning text, key text, strategy smallint,
        extra internal) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_vi_key_begins'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_key_begins(text, text, smallint, internal)
    IS 'Internal: true if a key begins with the key that is asked for.';
CREATE FUNCTION motcua_internal.vi_keys_may_suffice(present internal, strategy smallint, query text,
        n_keys integer, extra internal, query_keys internal, null_flags internal)
    RETURNS pg_catalog."char"
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_may_suffice'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_keys_may_suffice(internal, smallint, text, integer, internal,
        internal, internal)
    IS 'Internal: true if a text with these keys may have to be read while some keys are not '
       'known yet.';

CREATE OPERATOR CLASS motcua.vi_syllable_ops FOR TYPE text USING gin AS
    OPERATOR 1 motcua.@@~, OPERATOR 2 motcua.@@~*, OPERATOR 3 motcua.@@~|, OPERATOR 4 motcua.@@~~,
    FUNCTION 1 motcua_internal.vi_key_compare(text, text),
    FUNCTION 2 motcua_internal.vi_keys_of_text(text, internal),
    FUNCTION 3 motcua_internal.vi_keys_of_query(text, internal, smallint, internal, internal,
                                                internal, internal),
    FUNCTION 4 motcua_internal.vi_keys_suffice(internal, smallint, text, integer, internal,
                                               internal, internal, internal),
    FUNCTION 5 motcua_internal.vi_key_begins(text, text, smallint, internal),
    FUNCTION 6 motcua_internal.vi_keys_may_suffice(internal, smallint, text, integer, internal,
                                                   internal, internal),
    STORAGE text;
COMMENT ON OPERATOR CLASS motcua.vi_syllable_ops USING gin
    IS 'Chỉ mục tìm kiếm văn bản tiếng Việt theo âm tiết và cặp âm tiết liền nhau. | An index for '
       'searches in Vietnamese text, by syllables and pairs of neighbours.';
COMMENT ON OPERATOR FAMILY motcua.vi_syllable_ops USING gin
    IS 'Chỉ mục tìm kiếm văn bản tiếng Việt theo âm tiết và cặp âm tiết liền nhau. | An index for '
       'searches in Vietnamese text, by syllables and pairs of neighbours.';

CREATE FUNCTION motcua.vi_index_check(index_name regclass, sample integer DEFAULT 1000)
    RETURNS TABLE (missing pg_catalog.tid, written text)
    AS 'MODULE_PATHNAME', 'motcua_vi_index_check'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION motcua.vi_index_check(regclass, integer)
    IS 'Liệt kê những dòng, trong số khoảng ngần ấy dòng được tra, mà chỉ mục vi_syllable_ops '
       'không tìm thấy theo chính văn bản của chúng; chỉ mục tốt thì không có dòng nào. | List '
       'the rows, of about so many that are looked for, that an index of vi_syllable_ops does not '
       'find by their own text. A sound index gives none.';
