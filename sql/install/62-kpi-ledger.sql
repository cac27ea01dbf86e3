-- The type ledger: the exact history of a set of dossiers by day, from which the tally of any period follows.

CREATE TYPE motcua.ledger;

CREATE FUNCTION motcua.ledger_in(input cstring) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_in(cstring) IS 'Internal: text input of ledger';
CREATE FUNCTION motcua.ledger_out(value motcua.ledger) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_ledger_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_out(motcua.ledger) IS 'Internal: text output of ledger';
CREATE FUNCTION motcua.ledger_recv(message internal) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_recv(internal) IS 'Internal: binary input of ledger';
CREATE FUNCTION motcua.ledger_send(value motcua.ledger) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_ledger_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_send(motcua.ledger) IS 'Internal: binary output of ledger';

CREATE TYPE motcua.ledger (
    INPUT = motcua.ledger_in,
    OUTPUT = motcua.ledger_out,
    RECEIVE = motcua.ledger_recv,
    SEND = motcua.ledger_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = external
);
COMMENT ON TYPE motcua.ledger IS 'Diễn biến chính xác của một tập hồ sơ: các số đếm theo ngày, nén gọn. Cộng, trừ được, cho số liệu của bất kỳ kỳ nào. Lưu không nén thêm, vì đã gọn và đọc nhanh hơn. | The exact history of a set of dossiers: sparse counters by day, packed. Adds, subtracts, and gives the tally of any period. Stored without compression: it is packed already, and reading it stays fast.';

CREATE FUNCTION motcua.ledger_eq(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_eq(motcua.ledger, motcua.ledger) IS 'Internal: implementation of = operator';
CREATE FUNCTION motcua.ledger_ne(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_ne(motcua.ledger, motcua.ledger) IS 'Internal: implementation of <> operator';
CREATE FUNCTION motcua.ledger_lt(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_lt(motcua.ledger, motcua.ledger) IS 'Internal: implementation of < operator';
CREATE FUNCTION motcua.ledger_le(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_le(motcua.ledger, motcua.ledger) IS 'Internal: implementation of <= operator';
CREATE FUNCTION motcua.ledger_gt(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_gt(motcua.ledger, motcua.ledger) IS 'Internal: implementation of > operator';
CREATE FUNCTION motcua.ledger_ge(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_ge(motcua.ledger, motcua.ledger) IS 'Internal: implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.ledger, motcua.ledger) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.ledger, motcua.ledger) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.ledger, motcua.ledger) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.ledger, motcua.ledger) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.ledger, motcua.ledger) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.ledger, motcua.ledger) IS 'greater or equal';

CREATE FUNCTION motcua.ledger_cmp(a motcua.ledger, b motcua.ledger) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_ledger_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_cmp(motcua.ledger, motcua.ledger) IS 'Internal: less-equal-greater';
CREATE FUNCTION motcua.ledger_hash(value motcua.ledger) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_ledger_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_hash(motcua.ledger) IS 'Internal: hash';
CREATE FUNCTION motcua.ledger_hash_extended(value motcua.ledger, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_ledger_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_hash_extended(motcua.ledger, bigint) IS 'Internal: hash with a seed';

CREATE OPERATOR CLASS motcua.ledger_btree_ops DEFAULT FOR TYPE motcua.ledger USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.ledger_cmp(motcua.ledger, motcua.ledger);
COMMENT ON OPERATOR CLASS motcua.ledger_btree_ops USING btree IS 'ledgers in DISTINCT, GROUP BY and ORDER BY; the order means nothing';
COMMENT ON OPERATOR FAMILY motcua.ledger_btree_ops USING btree IS 'ledgers in DISTINCT, GROUP BY and ORDER BY; the order means nothing';
CREATE OPERATOR CLASS motcua.ledger_hash_ops DEFAULT FOR TYPE motcua.ledger USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.ledger_hash(motcua.ledger),
    FUNCTION 2 motcua.ledger_hash_extended(motcua.ledger, bigint);
COMMENT ON OPERATOR CLASS motcua.ledger_hash_ops USING hash IS 'ledgers in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.ledger_hash_ops USING hash IS 'ledgers in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.ledger AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.ledger AS jsonb) IS 'the text form of a ledger as jsonb';
CREATE CAST (jsonb AS motcua.ledger) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.ledger) IS 'a ledger from a JSON object of its text form';

CREATE FUNCTION motcua.plus(a motcua.ledger, b motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_plus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(motcua.ledger, motcua.ledger) IS 'Adds two ledgers of different dossiers';
CREATE OPERATOR motcua.+ (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.plus, COMMUTATOR = OPERATOR(motcua.+)
);
COMMENT ON OPERATOR motcua.+ (motcua.ledger, motcua.ledger) IS 'cộng hai sổ cái của những hồ sơ khác nhau | adds two ledgers of different dossiers';

CREATE FUNCTION motcua.minus(a motcua.ledger, b motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_minus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(motcua.ledger, motcua.ledger) IS 'Takes the dossiers of one ledger out of another';
CREATE OPERATOR motcua.- (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.minus
);
COMMENT ON OPERATOR motcua.- (motcua.ledger, motcua.ledger) IS 'bớt hồ sơ của một sổ cái khỏi sổ cái khác | takes the dossiers of one ledger out of another';

-- What it tells

CREATE FUNCTION motcua.tally(ledger motcua.ledger, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_ledger_tally'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally(motcua.ledger, daterange) IS 'Gives the tally of any period, equal to counting the dossiers themselves';
CREATE FUNCTION motcua.first_day(ledger motcua.ledger) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_first_day'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_day(motcua.ledger) IS 'The first day with an event; NULL of an empty ledger';
CREATE FUNCTION motcua.tally_series(ledger motcua.ledger, since date, until date, step interval)
    RETURNS TABLE (period daterange, tally motcua.tally)
    AS 'MODULE_PATHNAME', 'motcua_tally_series'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 36;
COMMENT ON FUNCTION motcua.tally_series(motcua.ledger, date, date, interval) IS 'Gives the tallies of consecutive periods: from since by steps of months or days, the last one cut at until';
CREATE FUNCTION motcua.ledger_days(ledger motcua.ledger)
    RETURNS TABLE (day date, new_online bigint, new_direct bigint, early bigint, on_time bigint, due_met bigint, late bigint, overdue bigint, due_missed_later bigint, on_time_no_due bigint, paused bigint, withdrawn bigint, refused bigint, stopped bigint, due_missed_at_once bigint, withdrawn_late bigint, refused_late bigint, stopped_late bigint, invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION motcua.ledger_days(motcua.ledger) IS 'Lists the days of a ledger; overdue and paused are changes of what is open';
CREATE FUNCTION motcua.ledger_due_changes(ledger motcua.ledger)
    RETURNS TABLE (day date, due date, met bigint, missed bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_due_changes'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION motcua.ledger_due_changes(motcua.ledger) IS 'Lists from which day on more or less dossiers count as due on an earlier day: after pauses and moved due dates';
