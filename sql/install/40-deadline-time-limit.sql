-- The type time_limit: an amount and a unit, as procedures print it. What it means on a calendar: 28-deadlines.sql.

CREATE TYPE motcua.time_limit;

CREATE FUNCTION motcua.time_limit_in(input cstring) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_in(cstring) IS 'Internal: text input of time_limit';

CREATE FUNCTION motcua.time_limit_out(value motcua.time_limit) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_time_limit_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_out(motcua.time_limit) IS 'Internal: text output of time_limit';

CREATE FUNCTION motcua.time_limit_recv(message internal) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_recv(internal) IS 'Internal: binary input of time_limit';

CREATE FUNCTION motcua.time_limit_send(value motcua.time_limit) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_time_limit_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_send(motcua.time_limit) IS 'Internal: binary output of time_limit';

CREATE TYPE motcua.time_limit (
    INPUT = motcua.time_limit_in,
    OUTPUT = motcua.time_limit_out,
    RECEIVE = motcua.time_limit_recv,
    SEND = motcua.time_limit_send,
    INTERNALLENGTH = 8,
    PASSEDBYVALUE,
    ALIGNMENT = double
);
COMMENT ON TYPE motcua.time_limit IS 'Thời hạn giải quyết của thủ tục: số lượng và đơn vị, "5 ngày làm việc". Đọc được cách viết trên biểu mẫu, viết ra một dạng thống nhất. | The time limit of a procedure: an amount and a unit, "5 ngày làm việc". Reads what forms print, writes one Vietnamese form.';

CREATE FUNCTION motcua.time_limit_eq(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_eq(motcua.time_limit, motcua.time_limit) IS 'Internal: implementation of = operator';
CREATE FUNCTION motcua.time_limit_ne(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_ne(motcua.time_limit, motcua.time_limit) IS 'Internal: implementation of <> operator';
CREATE FUNCTION motcua.time_limit_lt(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_lt(motcua.time_limit, motcua.time_limit) IS 'Internal: implementation of < operator';
CREATE FUNCTION motcua.time_limit_le(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_le(motcua.time_limit, motcua.time_limit) IS 'Internal: implementation of <= operator';
CREATE FUNCTION motcua.time_limit_gt(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_gt(motcua.time_limit, motcua.time_limit) IS 'Internal: implementation of > operator';
CREATE FUNCTION motcua.time_limit_ge(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_ge(motcua.time_limit, motcua.time_limit) IS 'Internal: implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.time_limit, motcua.time_limit) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.time_limit, motcua.time_limit) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.time_limit, motcua.time_limit) IS 'less, by unit first and then by amount: not by how long the limit lasts';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.time_limit, motcua.time_limit) IS 'less or equal, by unit first and then by amount: not by how long the limit lasts';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.time_limit, motcua.time_limit) IS 'greater, by unit first and then by amount: not by how long the limit lasts';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.time_limit, motcua.time_limit) IS 'greater or equal, by unit first and then by amount: not by how long the limit lasts';

CREATE FUNCTION motcua.time_limit_cmp(a motcua.time_limit, b motcua.time_limit) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_time_limit_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_cmp(motcua.time_limit, motcua.time_limit) IS 'Internal: less-equal-greater';
CREATE FUNCTION motcua.time_limit_hash(value motcua.time_limit) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_time_limit_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_hash(motcua.time_limit) IS 'Internal: hash';
CREATE FUNCTION motcua.time_limit_hash_extended(value motcua.time_limit, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_time_limit_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_hash_extended(motcua.time_limit, bigint) IS 'Internal: hash with a seed';

CREATE OPERATOR CLASS motcua.time_limit_btree_ops DEFAULT FOR TYPE motcua.time_limit USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.time_limit_cmp(motcua.time_limit, motcua.time_limit);
COMMENT ON OPERATOR CLASS motcua.time_limit_btree_ops USING btree IS 'time_limit by unit first (working_day, working_hour, day, day_skip_holiday, week, month, year, hour) and then by amount. Lexical: 20 ngày làm việc sorts before 8 giờ làm việc; to sort by length, compute a due date';
COMMENT ON OPERATOR FAMILY motcua.time_limit_btree_ops USING btree IS
    'time_limit by unit first (working_day, working_hour, day, day_skip_holiday, week, month, year, hour) and then by amount. Lexical: 20 ngày làm việc sorts before 8 giờ làm việc; to sort by length, compute a due date';
CREATE OPERATOR CLASS motcua.time_limit_hash_ops DEFAULT FOR TYPE motcua.time_limit USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.time_limit_hash(motcua.time_limit),
    FUNCTION 2 motcua.time_limit_hash_extended(motcua.time_limit, bigint);
COMMENT ON OPERATOR CLASS motcua.time_limit_hash_ops USING hash IS 'time_limit in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.time_limit_hash_ops USING hash IS 'time_limit in hashed DISTINCT, GROUP BY and joins';

CREATE FUNCTION motcua.make_time_limit(amount numeric, unit text) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_make_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.make_time_limit(numeric, text) IS 'A time limit from an amount of at most two decimals and the name of a unit: working_day, working_hour, day, day_skip_holiday, week, month, year, hour';
CREATE FUNCTION motcua.amount(time_limit motcua.time_limit) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_amount'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.amount(motcua.time_limit) IS 'The amount of a time limit; 0 is the same day';
CREATE FUNCTION motcua.unit(time_limit motcua.time_limit) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_unit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.unit(motcua.time_limit) IS 'The unit of a time limit, by the name that make_time_limit takes';
CREATE FUNCTION motcua.to_text(time_limit motcua.time_limit, lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_to_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.to_text(motcua.time_limit, text) IS 'A time limit in Vietnamese, or in English (lang en)';
CREATE FUNCTION motcua.try_time_limit(written text) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_try_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_time_limit(text) IS 'The time limit that a text writes, or NULL when it writes none';
CREATE FUNCTION motcua.is_time_limit(written text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_time_limit(text) IS 'Whether a text writes a time limit';
