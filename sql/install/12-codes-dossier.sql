-- The type dossier_code: an agency, the day received and the number of the day (H56.14-240823-0001).

CREATE TYPE motcua.dossier_code;

CREATE FUNCTION motcua.dossier_code_in(input cstring) RETURNS motcua.dossier_code
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_in(cstring) IS 'Internal: text input of dossier_code';

CREATE FUNCTION motcua.dossier_code_out(code motcua.dossier_code) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_out(motcua.dossier_code) IS 'Internal: text output of dossier_code';

CREATE FUNCTION motcua.dossier_code_recv(message internal) RETURNS motcua.dossier_code
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_recv(internal) IS 'Internal: binary input of dossier_code';

CREATE FUNCTION motcua.dossier_code_send(code motcua.dossier_code) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_send(motcua.dossier_code) IS 'Internal: binary output of dossier_code';

CREATE TYPE motcua.dossier_code (
    INPUT = motcua.dossier_code_in,
    OUTPUT = motcua.dossier_code_out,
    RECEIVE = motcua.dossier_code_recv,
    SEND = motcua.dossier_code_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = main
);
COMMENT ON TYPE motcua.dossier_code IS 'Mã hồ sơ: cơ quan, ngày tiếp nhận (năm, tháng, ngày), số thứ tự bốn đến sáu chữ số, như H56.14-240823-0001 | Code of a dossier: agency, day received (YYMMDD), number of four to six digits, as in H56.14-240823-0001';

CREATE FUNCTION motcua.dossier_code_eq(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_eq(motcua.dossier_code, motcua.dossier_code) IS 'Internal: implementation of = operator';
CREATE FUNCTION motcua.dossier_code_ne(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_ne(motcua.dossier_code, motcua.dossier_code) IS 'Internal: implementation of <> operator';
CREATE FUNCTION motcua.dossier_code_lt(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_lt(motcua.dossier_code, motcua.dossier_code) IS 'Internal: implementation of < operator';
CREATE FUNCTION motcua.dossier_code_le(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_le(motcua.dossier_code, motcua.dossier_code) IS 'Internal: implementation of <= operator';
CREATE FUNCTION motcua.dossier_code_gt(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_gt(motcua.dossier_code, motcua.dossier_code) IS 'Internal: implementation of > operator';
CREATE FUNCTION motcua.dossier_code_ge(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_ge(motcua.dossier_code, motcua.dossier_code) IS 'Internal: implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.dossier_code, motcua.dossier_code) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.dossier_code, motcua.dossier_code) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.dossier_code, motcua.dossier_code) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.dossier_code, motcua.dossier_code) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.dossier_code, motcua.dossier_code) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.dossier_code, motcua.dossier_code) IS 'greater or equal';

CREATE FUNCTION motcua.dossier_code_cmp(a motcua.dossier_code, b motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_cmp(motcua.dossier_code, motcua.dossier_code) IS 'Internal: less-equal-greater';
CREATE FUNCTION motcua.dossier_code_sort(request internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_sort'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_sort(internal) IS 'Internal: sort support';
CREATE FUNCTION motcua.dossier_code_hash(code motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_hash(motcua.dossier_code) IS 'Internal: hash';
CREATE FUNCTION motcua.dossier_code_hash_extended(code motcua.dossier_code, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_hash_extended(motcua.dossier_code, bigint) IS 'Internal: hash with a seed';

CREATE OPERATOR CLASS motcua.dossier_code_btree_ops DEFAULT FOR TYPE motcua.dossier_code USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.dossier_code_cmp(motcua.dossier_code, motcua.dossier_code),
    FUNCTION 2 motcua.dossier_code_sort(internal);
COMMENT ON OPERATOR CLASS motcua.dossier_code_btree_ops USING btree IS 'by agency, day and number';
COMMENT ON OPERATOR FAMILY motcua.dossier_code_btree_ops USING btree IS 'by agency, day and number';
CREATE OPERATOR CLASS motcua.dossier_code_hash_ops DEFAULT FOR TYPE motcua.dossier_code USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.dossier_code_hash(motcua.dossier_code),
    FUNCTION 2 motcua.dossier_code_hash_extended(motcua.dossier_code, bigint);
COMMENT ON OPERATOR CLASS motcua.dossier_code_hash_ops USING hash IS 'dossier_code in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.dossier_code_hash_ops USING hash IS 'dossier_code in hashed DISTINCT, GROUP BY and joins';

-- Dirty data: free-form legacy codes stay text.

CREATE FUNCTION motcua.is_dossier_code(candidate text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_dossier_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_dossier_code(text) IS 'Whether the cast of a text to dossier_code would work';
CREATE FUNCTION motcua.try_dossier_code(candidate text) RETURNS motcua.dossier_code
    AS 'MODULE_PATHNAME', 'motcua_try_dossier_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_dossier_code(text) IS 'The dossier_code that a text is, NULL where the cast would fail';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.dossier_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_dossier'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.dossier_code) IS 'The agency in the code of a dossier, or of a procedure; NULL for a national procedure';
CREATE FUNCTION motcua.received_on(code motcua.dossier_code) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_received_on'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received_on(motcua.dossier_code) IS 'The day received that the code of a dossier states, 2000 to 2099';
CREATE FUNCTION motcua.sequence(code motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_sequence'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.sequence(motcua.dossier_code) IS 'The number within the day in the code of a dossier';
