-- The type lateness: days late and how many dossiers, from which average, median and maximum are derived.

CREATE TYPE motcua.lateness;

CREATE FUNCTION motcua.lateness_in(input cstring) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_in(cstring) IS 'Internal: text input of lateness';

CREATE FUNCTION motcua.lateness_out(value motcua.lateness) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_lateness_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_out(motcua.lateness) IS 'Internal: text output of lateness';

CREATE FUNCTION motcua.lateness_recv(message internal) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_recv(internal) IS 'Internal: binary input of lateness';

CREATE FUNCTION motcua.lateness_send(value motcua.lateness) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_lateness_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_send(motcua.lateness) IS 'Internal: binary output of lateness';

CREATE TYPE motcua.lateness (
    INPUT = motcua.lateness_in,
    OUTPUT = motcua.lateness_out,
    RECEIVE = motcua.lateness_recv,
    SEND = motcua.lateness_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = double,
    STORAGE = extended
);
COMMENT ON TYPE motcua.lateness IS 'Bao nhiêu hồ sơ quá hạn bao nhiêu ngày làm việc: bảng đếm chính xác, gộp không mất gì. Trung bình, trung vị và lớn nhất suy ra từ đó. | How many working days late, of how many dossiers: an exact histogram that merges without loss. Average, median and maximum are derived from it.';

CREATE FUNCTION motcua.lateness_eq(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_eq(motcua.lateness, motcua.lateness) IS 'Internal: implementation of = operator';
CREATE FUNCTION motcua.lateness_ne(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_ne(motcua.lateness, motcua.lateness) IS 'Internal: implementation of <> operator';
CREATE FUNCTION motcua.lateness_lt(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_lt(motcua.lateness, motcua.lateness) IS 'Internal: implementation of < operator';
CREATE FUNCTION motcua.lateness_le(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_le(motcua.lateness, motcua.lateness) IS 'Internal: implementation of <= operator';
CREATE FUNCTION motcua.lateness_gt(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_gt(motcua.lateness, motcua.lateness) IS 'Internal: implementation of > operator';
CREATE FUNCTION motcua.lateness_ge(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_ge(motcua.lateness, motcua.lateness) IS 'Internal: implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.lateness, motcua.lateness) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.lateness, motcua.lateness) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.lateness, motcua.lateness) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.lateness, motcua.lateness) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.lateness, motcua.lateness) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.lateness, motcua.lateness) IS 'greater or equal';

CREATE FUNCTION motcua.lateness_cmp(a motcua.lateness, b motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_lateness_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_cmp(motcua.lateness, motcua.lateness) IS 'Internal: less-equal-greater';
CREATE FUNCTION motcua.lateness_hash(value motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_lateness_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_hash(motcua.lateness) IS 'Internal: hash';
CREATE FUNCTION motcua.lateness_hash_extended(value motcua.lateness, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_lateness_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_hash_extended(motcua.lateness, bigint) IS 'Internal: hash with a seed';

CREATE OPERATOR CLASS motcua.lateness_btree_ops DEFAULT FOR TYPE motcua.lateness USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.lateness_cmp(motcua.lateness, motcua.lateness);
COMMENT ON OPERATOR CLASS motcua.lateness_btree_ops USING btree IS 'lateness in DISTINCT, GROUP BY and ORDER BY';
COMMENT ON OPERATOR FAMILY motcua.lateness_btree_ops USING btree IS 'lateness in DISTINCT, GROUP BY and ORDER BY';
CREATE OPERATOR CLASS motcua.lateness_hash_ops DEFAULT FOR TYPE motcua.lateness USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.lateness_hash(motcua.lateness),
    FUNCTION 2 motcua.lateness_hash_extended(motcua.lateness, bigint);
COMMENT ON OPERATOR CLASS motcua.lateness_hash_ops USING hash IS 'lateness in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.lateness_hash_ops USING hash IS 'lateness in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.lateness AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.lateness AS jsonb) IS 'the text form of lateness as jsonb';
CREATE CAST (jsonb AS motcua.lateness) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.lateness) IS 'lateness from a JSON object of its text form';

CREATE FUNCTION motcua.plus(a motcua.lateness, b motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_plus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(motcua.lateness, motcua.lateness) IS 'Adds the latenesses of two disjoint sets of dossiers';
CREATE OPERATOR motcua.+ (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.plus, COMMUTATOR = OPERATOR(motcua.+)
);
COMMENT ON OPERATOR motcua.+ (motcua.lateness, motcua.lateness) IS 'cộng số ngày quá hạn của hai tập hồ sơ không trùng nhau | adds the latenesses of two disjoint sets of dossiers';

CREATE FUNCTION motcua.minus(a motcua.lateness, b motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_minus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(motcua.lateness, motcua.lateness) IS 'Subtracts the lateness of a part of the dossiers';
CREATE OPERATOR motcua.- (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.minus
);
COMMENT ON OPERATOR motcua.- (motcua.lateness, motcua.lateness) IS 'trừ đi số ngày quá hạn của một phần hồ sơ | subtracts the lateness of a part of the dossiers';

-- What it says

CREATE FUNCTION motcua.late_count(lateness motcua.lateness) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late_count'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late_count(motcua.lateness) IS 'Counts the late dossiers';
CREATE FUNCTION motcua.average(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_average'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.average(motcua.lateness) IS 'Gives the average of the working days late; NULL when no dossier is late';
CREATE FUNCTION motcua.median(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_median'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.median(motcua.lateness) IS 'Gives the median of the working days late, the mean of the two middle ones; NULL when no dossier is late';
CREATE FUNCTION motcua.maximum(lateness motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_maximum'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.maximum(motcua.lateness) IS 'Gives the most working days late; NULL when no dossier is late';
