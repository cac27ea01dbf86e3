-- The type procedure_code: national (1.000894) or of one agency (1.000494.000.00.00.H29).

CREATE TYPE motcua.procedure_code;

CREATE FUNCTION motcua.procedure_code_in(input cstring) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_in(cstring) IS 'Internal: text input of procedure_code';

CREATE FUNCTION motcua.procedure_code_out(code motcua.procedure_code) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_out(motcua.procedure_code) IS 'Internal: text output of procedure_code';

CREATE FUNCTION motcua.procedure_code_recv(message internal) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_recv(internal) IS 'Internal: binary input of procedure_code';

CREATE FUNCTION motcua.procedure_code_send(code motcua.procedure_code) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_send(motcua.procedure_code) IS 'Internal: binary output of procedure_code';

CREATE TYPE motcua.procedure_code (
    INPUT = motcua.procedure_code_in,
    OUTPUT = motcua.procedure_code_out,
    RECEIVE = motcua.procedure_code_recv,
    SEND = motcua.procedure_code_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = main
);
COMMENT ON TYPE motcua.procedure_code IS 'Mã thủ tục hành chính: mã quốc gia 1.000894, hoặc của một cơ quan 1.000494.000.00.00.H29 | Code of an administrative procedure: national, 1.000894, or of one agency, 1.000494.000.00.00.H29';

CREATE FUNCTION motcua.procedure_code_eq(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_eq(motcua.procedure_code, motcua.procedure_code) IS 'Internal: implementation of = operator';
CREATE FUNCTION motcua.procedure_code_ne(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_ne(motcua.procedure_code, motcua.procedure_code) IS 'Internal: implementation of <> operator';
CREATE FUNCTION motcua.procedure_code_lt(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_lt(motcua.procedure_code, motcua.procedure_code) IS 'Internal: implementation of < operator';
CREATE FUNCTION motcua.procedure_code_le(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_le(motcua.procedure_code, motcua.procedure_code) IS 'Internal: implementation of <= operator';
CREATE FUNCTION motcua.procedure_code_gt(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_gt(motcua.procedure_code, motcua.procedure_code) IS 'Internal: implementation of > operator';
CREATE FUNCTION motcua.procedure_code_ge(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_ge(motcua.procedure_code, motcua.procedure_code) IS 'Internal: implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.procedure_code, motcua.procedure_code) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.procedure_code, motcua.procedure_code) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.procedure_code, motcua.procedure_code) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.procedure_code, motcua.procedure_code) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.procedure_code, motcua.procedure_code) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.procedure_code, motcua.procedure_code) IS 'greater or equal';

CREATE FUNCTION motcua.procedure_code_cmp(a motcua.procedure_code, b motcua.procedure_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_cmp(motcua.procedure_code, motcua.procedure_code) IS 'Internal: less-equal-greater';
CREATE FUNCTION motcua.procedure_code_sort(request internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_sort'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_sort(internal) IS 'Internal: sort support';
CREATE FUNCTION motcua.procedure_code_hash(code motcua.procedure_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_hash(motcua.procedure_code) IS 'Internal: hash';
CREATE FUNCTION motcua.procedure_code_hash_extended(code motcua.procedure_code, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_hash_extended(motcua.procedure_code, bigint) IS 'Internal: hash with a seed';

CREATE OPERATOR CLASS motcua.procedure_code_btree_ops DEFAULT FOR TYPE motcua.procedure_code USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.procedure_code_cmp(motcua.procedure_code, motcua.procedure_code),
    FUNCTION 2 motcua.procedure_code_sort(internal);
COMMENT ON OPERATOR CLASS motcua.procedure_code_btree_ops USING btree IS 'by number; the national code before the local ones';
COMMENT ON OPERATOR FAMILY motcua.procedure_code_btree_ops USING btree IS 'by number; the national code before the local ones';
CREATE OPERATOR CLASS motcua.procedure_code_hash_ops DEFAULT FOR TYPE motcua.procedure_code USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.procedure_code_hash(motcua.procedure_code),
    FUNCTION 2 motcua.procedure_code_hash_extended(motcua.procedure_code, bigint);
COMMENT ON OPERATOR CLASS motcua.procedure_code_hash_ops USING hash IS 'procedure_code in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.procedure_code_hash_ops USING hash IS 'procedure_code in hashed DISTINCT, GROUP BY and joins';

-- Dirty data: free-form legacy codes stay text.

CREATE FUNCTION motcua.is_procedure_code(candidate text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_procedure_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_procedure_code(text) IS 'Whether the cast of a text to procedure_code would work';
CREATE FUNCTION motcua.try_procedure_code(candidate text) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_try_procedure_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_procedure_code(text) IS 'The procedure_code that a text is, NULL where the cast would fail';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.procedure_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_procedure'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.procedure_code) IS 'The agency in the code of a procedure; NULL for a national one';
CREATE FUNCTION motcua.national_code(code motcua.procedure_code) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_national_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.national_code(motcua.procedure_code) IS 'The code of a procedure without its agency: 1.000494 of 1.000494.000.00.00.H29';
