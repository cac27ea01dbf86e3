-- The type agency_code: codes of agencies in the old form (000.17.22.H56) and
-- the new one (H56.14.103).

@template code_type type="agency_code"
    vi="mã cơ quan" en="the code of an agency"
    order="Thứ tự tự nhiên của cơ quan: theo từng phần của mã, cơ quan trước đơn vị trực thuộc, hai
    dạng mã của một cơ quan cạnh nhau. | The natural order of agencies: by parts of the code, each
    agency before what is below it, its two forms side by side.";
COMMENT ON TYPE motcua.agency_code
    IS 'Kiểu này là mã cơ quan, như 000.17.22.H56 hoặc H56.14.103; nó giữ nguyên cách viết. | '
       'This type is the code of an agency, such as 000.17.22.H56 or H56.14.103. It keeps the '
       'form that was written.';

-- Parts

CREATE FUNCTION motcua.parent(code motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_parent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.parent(motcua.agency_code)
    IS 'Trả về mã cơ quan cấp trên trực tiếp, cùng dạng mã; NULL ở cấp 1. | Return the code of '
       'the agency one level up, in the same form, or NULL at level 1.';
CREATE FUNCTION motcua.level(code motcua.agency_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_level'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.level(motcua.agency_code)
    IS 'Trả về cấp của cơ quan; cấp 1 là tỉnh hoặc bộ. | Return the level of an agency. Level 1 '
       'is a province or a ministry.';
CREATE FUNCTION motcua.province(code motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_province'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.province(motcua.agency_code)
    IS 'Trả về mã của tỉnh hoặc bộ mà cơ quan thuộc về, ở dạng mới, như H56. | Return the code of '
       'the province or ministry of an agency in the new form, such as H56.';
CREATE FUNCTION motcua.to_h_form(code motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_to_h_form'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.to_h_form(motcua.agency_code)
    IS 'Trả về mã của cùng cơ quan ở dạng mới, như H56.22.17 của 000.17.22.H56. Hãy nhóm theo mã '
       'này khi dùng cả hai dạng. | Return the code of the same agency in the new form, such as '
       'H56.22.17 for 000.17.22.H56. Group by it if both forms are in use.';
CREATE FUNCTION motcua.province_name(code motcua.agency_code,
        as_of motcua.moment DEFAULT NULL) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_province_name'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.province_name(motcua.agency_code, motcua.moment)
    IS 'Trả về tên tỉnh (hoặc bộ) mà địa bàn (hoặc lĩnh vực) của cơ quan thuộc về vào một ngày; '
       'không nêu ngày thì lấy tên mới nhất; NULL nếu không biết chữ cái. | Return the name of '
       'the province (or ministry) that the territory (or field) of an agency belongs to on a '
       'day. Without a day it is the newest name; it is NULL for an unknown letter.';

-- Above and below

CREATE FUNCTION motcua_internal.within_agency_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_within_agency_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.within_agency_support(internal)
    IS 'Internal: this planner support function serves within_agency.';
CREATE FUNCTION motcua_internal.within_agency_restriction(root internal, test oid,
        arguments internal, rel integer) RETURNS double precision
    AS 'MODULE_PATHNAME', 'motcua_within_agency_restriction'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.within_agency_restriction(internal, oid, internal, integer)
    IS 'Internal: returns the selectivity of within_agency.';
CREATE FUNCTION motcua_internal.contains_agency_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_contains_agency_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.contains_agency_support(internal)
    IS 'Internal: this planner support function serves contains_agency.';
CREATE FUNCTION motcua_internal.contains_agency_restriction(root internal, test oid,
        arguments internal, rel integer) RETURNS double precision
    AS 'MODULE_PATHNAME', 'motcua_contains_agency_restriction'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.contains_agency_restriction(internal, oid, internal, integer)
    IS 'Internal: returns the selectivity of contains_agency.';

CREATE FUNCTION motcua.within_agency(code motcua.agency_code, agency motcua.agency_code)
    RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_within_agency'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT motcua_internal.within_agency_support;
COMMENT ON FUNCTION motcua.within_agency(motcua.agency_code, motcua.agency_code)
    IS 'Đúng nếu một mã là của một cơ quan hoặc của cơ quan cấp dưới, ở bất kỳ dạng nào. Chỉ mục '
       'btree phục vụ điều kiện này. | True if a code is that of an agency or of one below it, in '
       'whatever form. A btree index serves this condition.';
CREATE FUNCTION motcua.contains_agency(agency motcua.agency_code, code motcua.agency_code)
    RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_contains_agency'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT motcua_internal.contains_agency_support;
COMMENT ON FUNCTION motcua.contains_agency(motcua.agency_code, motcua.agency_code)
    IS 'Đúng nếu một cơ quan là cơ quan của mã hoặc là cấp trên của nó, ở bất kỳ dạng nào. Chỉ '
       'mục btree phục vụ điều kiện này. | True if an agency is that of a code or above it, in '
       'whatever form. A btree index serves this condition.';
CREATE OPERATOR motcua.<@ (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.within_agency,
    COMMUTATOR = OPERATOR(motcua.@>),
    RESTRICT = motcua_internal.within_agency_restriction, JOIN = contjoinsel
);
COMMENT ON OPERATOR motcua.<@ (motcua.agency_code, motcua.agency_code)
    IS 'Là cơ quan đó hoặc đơn vị trực thuộc. | Is the agency or below it.';
CREATE OPERATOR motcua.@> (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.contains_agency,
    COMMUTATOR = OPERATOR(motcua.<@),
    RESTRICT = motcua_internal.contains_agency_restriction, JOIN = contjoinsel
);
COMMENT ON OPERATOR motcua.@> (motcua.agency_code, motcua.agency_code)
    IS 'Là cơ quan đó hoặc cấp trên của nó. | Is the agency or above it.';

CREATE FUNCTION motcua.last_within(agency motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_last_within'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.last_within(motcua.agency_code)
    IS 'Trả về mã lớn nhất có thể có ở một cơ quan hoặc cấp dưới: BETWEEN to_h_form(x) AND '
       'last_within(x) tương đương within_agency(code, x). | Return the greatest code that there '
       'can be at or below an agency: BETWEEN to_h_form(x) AND last_within(x) is '
       'within_agency(code, x).';
CREATE FUNCTION motcua.codes_above(code motcua.agency_code) RETURNS motcua.agency_code[]
    AS 'MODULE_PATHNAME', 'motcua_codes_above'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.codes_above(motcua.agency_code)
    IS 'Trả về mã của cơ quan và của mọi cấp trên, ở mọi dạng có thể ghi. | Return the codes of '
       'an agency and of all agencies above it, in every form in which each can be written.';
