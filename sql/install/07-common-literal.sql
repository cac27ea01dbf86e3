-- The type literal: the text of a parameter or literal to which nobody gave a type. The category of
-- strings makes PostgreSQL choose it for those, and no cast leads to it from text, so that columns
-- of text are taken by other forms.

CREATE TYPE motcua_internal.literal;

CREATE FUNCTION motcua_internal.literal_in(input cstring) RETURNS motcua_internal.literal
    AS 'textin'
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.literal_in(cstring) IS 'Internal: text input of literal';
CREATE FUNCTION motcua_internal.literal_out(value motcua_internal.literal) RETURNS cstring
    AS 'textout'
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.literal_out(motcua_internal.literal) IS
    'Internal: text output of literal';
CREATE TYPE motcua_internal.literal (
    INPUT = motcua_internal.literal_in,
    OUTPUT = motcua_internal.literal_out,
    LIKE = text,
    CATEGORY = 'S'
);
COMMENT ON TYPE motcua_internal.literal IS 'Nội dung của một tham số hay hằng chưa rõ kiểu. | '
    'The text of a parameter or literal to which nobody gave a type.';
