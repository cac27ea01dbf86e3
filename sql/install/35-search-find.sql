-- This module makes vi_find, the search box of a desk: any words in any order over several columns.

CREATE FUNCTION motcua_internal.vi_find_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_find_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_find_support(internal)
    IS 'Internal: this planner support function serves vi_find.';

CREATE FUNCTION motcua.vi_find(query text, VARIADIC columns text[]) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_find'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20
    SUPPORT motcua_internal.vi_find_support;
COMMENT ON FUNCTION motcua.vi_find(text, text[])
    IS 'Đúng nếu mọi từ của câu tìm có trong các cột, theo thứ tự nào cũng được, từ cuối có thể '
       'mới gõ dở. | Return true if every word of the query is in some column, in any order; the '
       'last one may be only begun.';

CREATE FUNCTION motcua.vi_find_fuzzy(query text, VARIADIC columns text[]) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_find_fuzzy'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 60
    SUPPORT motcua_internal.vi_find_support;
COMMENT ON FUNCTION motcua.vi_find_fuzzy(text, text[])
    IS 'Như vi_find, và mỗi từ từ ba chữ cái trở lên được sai một lỗi, ở câu tìm hay ở dữ liệu. | '
       'Return true as vi_find does, or if words of three letters and more have one error each, '
       'in the query or in the columns.';

CREATE FUNCTION motcua.vi_find_rank(query text, VARIADIC columns text[]) RETURNS double precision
    AS 'MODULE_PATHNAME', 'motcua_vi_find_rank'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40;
COMMENT ON FUNCTION motcua.vi_find_rank(text, text[])
    IS 'Mức khớp từ 0 đến 1 của các cột với câu tìm: dấu, rồi thứ tự các từ, rồi cột. | Return '
       'how well the columns answer a query, from 0 to 1: marks, then the order of the words, '
       'then columns.';

CREATE FUNCTION motcua_internal.vi_columns_have(columns text[], query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_columns_have'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION motcua_internal.vi_columns_have(text[], text)
    IS 'Internal: this function serves the operator @@~& over several columns.';
CREATE FUNCTION motcua_internal.vi_text_has(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_text_has'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION motcua_internal.vi_text_has(text, text)
    IS 'Internal: this function serves the operator @@~& over one text.';
CREATE FUNCTION motcua_internal.vi_columns_nearly_have(columns text[], query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_columns_nearly_have'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 60;
COMMENT ON FUNCTION motcua_internal.vi_columns_nearly_have(text[], text)
    IS 'Internal: this function serves the operator @@~&~ over several columns.';
CREATE FUNCTION motcua_internal.vi_text_nearly_has(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_text_nearly_has'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 60;
COMMENT ON FUNCTION motcua_internal.vi_text_nearly_has(text, text)
    IS 'Internal: this function serves the operator @@~&~ over one text.';
CREATE OPERATOR motcua.@@~& (
    LEFTARG = text[], RIGHTARG = text, FUNCTION = motcua_internal.vi_columns_have,
    RESTRICT = motcua_internal.vi_search_selectivity, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~& (text[], text)
    IS 'Đúng nếu các cột có mọi từ của câu tìm. | True if the columns have every word of the '
       'query.';
CREATE OPERATOR motcua.@@~& (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua_internal.vi_text_has,
    RESTRICT = motcua_internal.vi_search_selectivity, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~& (text, text)
    IS 'Đúng nếu văn bản có mọi từ của câu tìm. | True if the text has every word of the query.';

CREATE OPERATOR motcua.@@~&~ (
    LEFTARG = text[], RIGHTARG = text, FUNCTION = motcua_internal.vi_columns_nearly_have,
    RESTRICT = motcua_internal.vi_search_selectivity, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~&~ (text[], text)
    IS 'Đúng nếu các cột có mọi từ của câu tìm, mỗi từ được sai một lỗi. | True if the columns '
       'have every word of the query; each word may have one error.';
CREATE OPERATOR motcua.@@~&~ (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua_internal.vi_text_nearly_has,
    RESTRICT = motcua_internal.vi_search_selectivity, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~&~ (text, text)
    IS 'Đúng nếu văn bản có mọi từ của câu tìm, mỗi từ được sai một lỗi. | True if the text has '
       'every word of the query; each word may have one error.';

CREATE FUNCTION motcua_internal.vi_word_key_serves(asked text, key text, strategy smallint,
        extra internal) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_vi_word_key_serves'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_word_key_serves(text, text, smallint, internal)
    IS 'Internal: true if a key begins with the key that is asked for, or is a word near it.';
CREATE FUNCTION motcua_internal.vi_words_of_columns(columns text[], n_keys internal)
    RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_words_of_columns'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_words_of_columns(text[], internal)
    IS 'Internal: returns the keys of the texts of a row.';
CREATE FUNCTION motcua_internal.vi_words_of_query(query text, n_keys internal, strategy smallint,
        prefixes internal, extra internal, null_flags internal, search_mode internal)
    RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_words_of_query'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_words_of_query(text, internal, smallint, internal, internal,
        internal, internal)
    IS 'Internal: returns the keys that a query asks for.';
CREATE FUNCTION motcua_internal.vi_words_suffice(present internal, strategy smallint, query text,
        n_keys integer, extra internal, recheck internal, query_keys internal, null_flags internal)
    RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_words_suffice'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_words_suffice(internal, smallint, text, integer, internal,
        internal, internal, internal)
    IS 'Internal: true if a search finds a row with these keys.';
CREATE FUNCTION motcua_internal.vi_words_may_suffice(present internal, strategy smallint,
        query text, n_keys integer, extra internal, query_keys internal, null_flags internal)
    RETURNS pg_catalog."char"
    AS 'MODULE_PATHNAME', 'motcua_vi_words_may_suffice'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_words_may_suffice(internal, smallint, text, integer,
        internal, internal, internal)
    IS 'Internal: true if a search may find a row with these keys while some keys are not known '
       'yet.';

CREATE OPERATOR CLASS motcua.vi_word_ops FOR TYPE text[] USING gin AS
    OPERATOR 1 motcua.@@~& (text[], text), OPERATOR 2 motcua.@@~&~ (text[], text),
    FUNCTION 1 motcua_internal.vi_key_compare(text, text),
    FUNCTION 2 motcua_internal.vi_words_of_columns(text[], internal),
    FUNCTION 3 motcua_internal.vi_words_of_query(text, internal, smallint, internal, internal,
                                                 internal, internal),
    FUNCTION 4 motcua_internal.vi_words_suffice(internal, smallint, text, integer, internal,
                                                internal, internal, internal),
    FUNCTION 5 motcua_internal.vi_word_key_serves(text, text, smallint, internal),
    FUNCTION 6 motcua_internal.vi_words_may_suffice(internal, smallint, text, integer, internal,
                                                    internal, internal),
    STORAGE text;
COMMENT ON OPERATOR CLASS motcua.vi_word_ops USING gin
    IS 'Lớp toán tử này lập chỉ mục để tìm theo từ trên nhiều cột, ARRAY[cột, ...]. | This '
       'operator class indexes the words of several columns, ARRAY[column, ...].';
COMMENT ON OPERATOR FAMILY motcua.vi_word_ops USING gin
    IS 'Họ toán tử này gồm các phép tìm theo từ trên nhiều cột. | This operator family holds the '
       'searches by words over several columns.';
