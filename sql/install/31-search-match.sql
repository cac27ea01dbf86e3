-- Search in Vietnamese text, syllable by syllable: four operators with their
-- functions, rank, highlighting.

CREATE FUNCTION motcua_internal.vi_match_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_match_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_match_support(internal)
    IS 'Internal: this planner support function serves vi_match and similar functions.';

CREATE FUNCTION motcua_internal.vi_search_selectivity(root internal, operator oid, args internal,
        relation integer) RETURNS double precision
    AS 'MODULE_PATHNAME', 'motcua_vi_search_selectivity'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_search_selectivity(internal, oid, internal, integer)
    IS 'Internal: estimates the share of rows that a search finds.';

CREATE FUNCTION motcua.vi_match(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua_internal.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match(text, text)
    IS 'Đúng nếu các âm tiết của câu tìm đứng liền nhau trong văn bản, âm tiết cuối có thể mới gõ '
       'dở: dấu đã gõ thì phải khớp, dấu không gõ thì khớp mọi dấu. | True if the syllables of a '
       'query follow each other in a text; the last one may be only begun. Typed marks count, and '
       'missing marks match any.';
CREATE OPERATOR motcua.@@~ (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match,
    RESTRICT = motcua_internal.vi_search_selectivity,
    JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~ (text, text)
    IS 'Đúng nếu tìm thấy; dấu đã gõ phải đúng, dấu chưa gõ thì sao cũng được. | True if the text '
       'is found; typed marks count, and marks that were not typed match any.';

CREATE FUNCTION motcua.vi_match_loose(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_loose'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua_internal.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match_loose(text, text)
    IS 'Đúng nếu các âm tiết của câu tìm đứng liền nhau trong văn bản, bỏ qua mọi dấu. | True if '
       'the syllables of a query follow each other in a text, where all marks are ignored.';
CREATE OPERATOR motcua.@@~* (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match_loose,
    RESTRICT = motcua_internal.vi_search_selectivity,
    JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~* (text, text)
    IS 'Đúng nếu tìm thấy, không kể dấu. | True if the text is found; marks are ignored.';

CREATE FUNCTION motcua.vi_match_either(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_either'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua_internal.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match_either(text, text)
    IS 'Đúng nếu tìm thấy như vi_match, hoặc trong những âm tiết viết không dấu, dù câu tìm gõ '
       'dấu gì. | True if a query is found as by vi_match, or in syllables that are written '
       'without any mark, whatever marks are typed.';
CREATE OPERATOR motcua.@@~| (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match_either,
    RESTRICT = motcua_internal.vi_search_selectivity,
    JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~| (text, text)
    IS 'Đúng nếu tìm thấy; dấu đã gõ phải đúng, trừ khi cả văn bản không có dấu. | True if the '
       'text is found; typed marks count unless the text has no mark at all.';

CREATE FUNCTION motcua.vi_match_fuzzy(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_fuzzy'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua_internal.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match_fuzzy(text, text)
    IS 'Đúng nếu tìm thấy như vi_match, cho phép mỗi âm tiết sai một lỗi gõ. | True if a query is '
       'found as by vi_match, with room for one typing error in every syllable.';
CREATE OPERATOR motcua.@@~~ (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match_fuzzy,
    RESTRICT = motcua_internal.vi_search_selectivity,
    JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~~ (text, text)
    IS 'Đúng nếu tìm thấy, chấp nhận gõ sai. | True if the text is found; each syllable may have '
       'one typing error.';

CREATE FUNCTION motcua.vi_rank(value text, query text) RETURNS real
    AS 'MODULE_PATHNAME', 'motcua_vi_rank'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION motcua.vi_rank(text, text)
    IS 'Trả về mức khớp của văn bản với câu tìm, 0 đến 1: cùng dấu trước, rồi thêm dấu, thiếu '
       'hoặc khác dấu; ở đầu trước ở trong; ít âm tiết khác trước nhiều. | Return how well a text '
       'is found by a query, 0 to 1: the same marks come before more marks, none or others; the '
       'beginning before the inside; fewer other syllables before more.';
CREATE FUNCTION motcua.vi_highlight(value text, query text, open_tag text DEFAULT '<b>',
        close_tag text DEFAULT '</b>') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_highlight'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION motcua.vi_highlight(text, text, text, text)
    IS 'Trả về văn bản với thẻ bao quanh những gì câu tìm khớp. | Return the text with tags '
       'around all that a query finds in it.';
