-- The type work_calendar: a calendar as a value, for IMMUTABLE functions, indexes and foreign servers.

CREATE TYPE motcua.work_calendar;

CREATE FUNCTION motcua.work_calendar_in(input cstring) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_in(cstring) IS 'Internal: text input of work_calendar';

CREATE FUNCTION motcua.work_calendar_out(value motcua.work_calendar) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_out(motcua.work_calendar) IS 'Internal: text output of work_calendar';

CREATE FUNCTION motcua.work_calendar_recv(message internal) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_recv(internal) IS 'Internal: binary input of work_calendar';

CREATE FUNCTION motcua.work_calendar_send(value motcua.work_calendar) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_send(motcua.work_calendar) IS 'Internal: binary output of work_calendar';

CREATE TYPE motcua.work_calendar (
    INPUT = motcua.work_calendar_in,
    OUTPUT = motcua.work_calendar_out,
    RECEIVE = motcua.work_calendar_recv,
    SEND = motcua.work_calendar_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended
);
COMMENT ON TYPE motcua.work_calendar IS 'Lịch làm việc ở dạng giá trị: do motcua.calendar_value(name) lập, mọi hàm về lịch nhận thay cho tên lịch. | A working-day calendar as a value: made by motcua.calendar_value(name), taken by every calendar function in place of a name.';

CREATE FUNCTION motcua.work_calendar_eq(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_eq(motcua.work_calendar, motcua.work_calendar) IS 'Internal: implementation of = operator';
CREATE FUNCTION motcua.work_calendar_ne(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_ne(motcua.work_calendar, motcua.work_calendar) IS 'Internal: implementation of <> operator';
CREATE FUNCTION motcua.work_calendar_lt(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_lt(motcua.work_calendar, motcua.work_calendar) IS 'Internal: implementation of < operator';
CREATE FUNCTION motcua.work_calendar_le(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_le(motcua.work_calendar, motcua.work_calendar) IS 'Internal: implementation of <= operator';
CREATE FUNCTION motcua.work_calendar_gt(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_gt(motcua.work_calendar, motcua.work_calendar) IS 'Internal: implementation of > operator';
CREATE FUNCTION motcua.work_calendar_ge(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_ge(motcua.work_calendar, motcua.work_calendar) IS 'Internal: implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.work_calendar, motcua.work_calendar) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.work_calendar, motcua.work_calendar) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.work_calendar, motcua.work_calendar) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.work_calendar, motcua.work_calendar) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.work_calendar, motcua.work_calendar) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.work_calendar, motcua.work_calendar) IS 'greater or equal';

CREATE FUNCTION motcua.work_calendar_cmp(a motcua.work_calendar, b motcua.work_calendar) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_cmp(motcua.work_calendar, motcua.work_calendar) IS 'Internal: less-equal-greater';
CREATE FUNCTION motcua.work_calendar_hash(value motcua.work_calendar) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_hash(motcua.work_calendar) IS 'Internal: hash';
CREATE FUNCTION motcua.work_calendar_hash_extended(value motcua.work_calendar, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_hash_extended(motcua.work_calendar, bigint) IS 'Internal: hash with a seed';

CREATE OPERATOR CLASS motcua.work_calendar_btree_ops DEFAULT FOR TYPE motcua.work_calendar USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.work_calendar_cmp(motcua.work_calendar, motcua.work_calendar);
COMMENT ON OPERATOR CLASS motcua.work_calendar_btree_ops USING btree IS 'work_calendar in DISTINCT, GROUP BY and ORDER BY';
COMMENT ON OPERATOR FAMILY motcua.work_calendar_btree_ops USING btree IS 'work_calendar in DISTINCT, GROUP BY and ORDER BY';
CREATE OPERATOR CLASS motcua.work_calendar_hash_ops DEFAULT FOR TYPE motcua.work_calendar USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.work_calendar_hash(motcua.work_calendar),
    FUNCTION 2 motcua.work_calendar_hash_extended(motcua.work_calendar, bigint);
COMMENT ON OPERATOR CLASS motcua.work_calendar_hash_ops USING hash IS 'work_calendar in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.work_calendar_hash_ops USING hash IS 'work_calendar in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.work_calendar AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.work_calendar AS jsonb) IS 'the text form of work_calendar as jsonb';
CREATE CAST (jsonb AS motcua.work_calendar) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.work_calendar) IS 'work_calendar from a JSON object of its text form';
