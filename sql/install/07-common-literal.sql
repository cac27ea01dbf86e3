-- This module makes the type literal, the text of a parameter or literal to which nobody gave a
-- type. PostgreSQL chooses it for those, because it is in the category of strings. No cast leads
-- from text to it, so columns of text go to other functions.

CREATE TYPE motcua.literal;

CREATE FUNCTION motcua.literal_in(input cstring) RETURNS motcua.literal
    AS 'textin'
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.literal_in(cstring) IS 'Internal: reads the text form of literal.';
CREATE FUNCTION motcua.literal_out(value motcua.literal) RETURNS cstring
    AS 'textout'
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.literal_out(motcua.literal) IS
    'Internal: writes the text form of literal.';
CREATE FUNCTION motcua.literal_recv(message internal) RETURNS motcua.literal
    AS 'textrecv'
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.literal_recv(internal) IS 'Internal: reads the binary form of literal.';
CREATE FUNCTION motcua.literal_send(value motcua.literal) RETURNS bytea
    AS 'textsend'
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.literal_send(motcua.literal) IS 'Internal: writes the binary form of literal.';
CREATE TYPE motcua.literal (
    INPUT = motcua.literal_in,
    OUTPUT = motcua.literal_out,
    RECEIVE = motcua.literal_recv,
    SEND = motcua.literal_send,
    LIKE = text,
    CATEGORY = 'S'
);
COMMENT ON TYPE motcua.literal IS 'Nội dung của một tham số hay hằng chưa rõ kiểu. | '
    'The text of a parameter or literal to which nobody gave a type.';
