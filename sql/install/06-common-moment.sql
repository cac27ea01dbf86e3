-- The type moment: a day, or wall-clock time of Viet Nam. Implicit casts make every column of a
-- dossier a moment, so that each function over dossier columns has one form.

CREATE TYPE motcua.moment;

CREATE FUNCTION motcua.moment_in(input cstring) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_in(cstring) IS 'Internal: text input of moment';
CREATE FUNCTION motcua.moment_out(value motcua.moment) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_moment_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_out(motcua.moment) IS 'Internal: text output of moment';
CREATE FUNCTION motcua.moment_recv(message internal) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_recv(internal) IS 'Internal: binary input of moment';
CREATE FUNCTION motcua.moment_send(value motcua.moment) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_moment_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_send(motcua.moment) IS 'Internal: binary output of moment';

-- The category of strings makes PostgreSQL choose a moment for a parameter without a type. The type
-- is not the preferred one of its category, so text stays what a bare literal is elsewhere.
CREATE TYPE motcua.moment (
    INPUT = motcua.moment_in,
    OUTPUT = motcua.moment_out,
    RECEIVE = motcua.moment_recv,
    SEND = motcua.moment_send,
    LIKE = timestamp,
    CATEGORY = 'S'
);
COMMENT ON TYPE motcua.moment IS 'Một ngày, hoặc ngày giờ theo giờ Việt Nam. Cột kiểu date, '
    'timestamp, timestamptz hay text đều tự đổi sang kiểu này khi gọi hàm. | A day, or wall-clock '
    'time of Viet Nam. A column of type date, timestamp, timestamptz or text becomes a moment by '
    'itself where a function is called.';

-- ---- casts ----

CREATE FUNCTION motcua_internal.moment_of_date(day date) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_date(date) IS 'Internal: cast of date to moment';
CREATE FUNCTION motcua_internal.moment_of_timestamptz(at timestamptz) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_timestamptz'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_timestamptz(timestamptz) IS
    'Internal: cast of timestamptz to moment';
CREATE FUNCTION motcua_internal.moment_of_text(value text) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_text(text) IS 'Internal: cast of text to moment';
CREATE FUNCTION motcua_internal.moment_of_text(value character) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_text(character) IS
    'Internal: cast of character to moment';

CREATE CAST (date AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_date(date) AS IMPLICIT;
-- The microseconds of a timestamp are a moment's already, so this cast costs nothing.
CREATE CAST (timestamp AS motcua.moment) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (timestamptz AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_timestamptz(timestamptz) AS IMPLICIT;
CREATE CAST (text AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_text(text) AS IMPLICIT;
CREATE CAST (varchar AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_text(text) AS IMPLICIT;
CREATE CAST (character AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_text(character) AS IMPLICIT;
COMMENT ON CAST (date AS motcua.moment) IS 'the day';
COMMENT ON CAST (timestamp AS motcua.moment) IS 'wall-clock time of Viet Nam as it stands';
COMMENT ON CAST (timestamptz AS motcua.moment) IS 'the wall-clock time of an instant in Viet Nam';
COMMENT ON CAST (text AS motcua.moment) IS 'the moment that a text states';
COMMENT ON CAST (varchar AS motcua.moment) IS 'the moment that a text states';
COMMENT ON CAST (character AS motcua.moment) IS 'the moment that a text states';

-- ---- order, for DISTINCT inside an aggregate ----

-- The operators stand outside of schema motcua: within a search_path that names it they would make
-- comparisons such as date = text valid, which PostgreSQL refuses.
CREATE FUNCTION motcua.moment_eq(a motcua.moment, b motcua.moment) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_moment_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_eq(motcua.moment, motcua.moment) IS
    'Internal: implementation of = operator';
CREATE FUNCTION motcua.moment_ne(a motcua.moment, b motcua.moment) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_moment_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_ne(motcua.moment, motcua.moment) IS
    'Internal: implementation of <> operator';
CREATE FUNCTION motcua.moment_lt(a motcua.moment, b motcua.moment) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_moment_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_lt(motcua.moment, motcua.moment) IS
    'Internal: implementation of < operator';
CREATE FUNCTION motcua.moment_le(a motcua.moment, b motcua.moment) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_moment_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_le(motcua.moment, motcua.moment) IS
    'Internal: implementation of <= operator';
CREATE FUNCTION motcua.moment_gt(a motcua.moment, b motcua.moment) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_moment_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_gt(motcua.moment, motcua.moment) IS
    'Internal: implementation of > operator';
CREATE FUNCTION motcua.moment_ge(a motcua.moment, b motcua.moment) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_moment_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_ge(motcua.moment, motcua.moment) IS
    'Internal: implementation of >= operator';
CREATE FUNCTION motcua.moment_cmp(a motcua.moment, b motcua.moment) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_moment_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_cmp(motcua.moment, motcua.moment) IS
    'Internal: compares two moments for btree';
CREATE FUNCTION motcua.moment_hash(value motcua.moment) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_moment_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_hash(motcua.moment) IS 'Internal: hash of a moment';
CREATE FUNCTION motcua.moment_hash_extended(value motcua.moment, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_moment_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.moment_hash_extended(motcua.moment, bigint) IS
    'Internal: hash of a moment with a seed';

CREATE OPERATOR motcua_internal.= (
    LEFTARG = motcua.moment, RIGHTARG = motcua.moment, FUNCTION = motcua.moment_eq,
    COMMUTATOR = OPERATOR(motcua_internal.=), NEGATOR = OPERATOR(motcua_internal.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua_internal.= (motcua.moment, motcua.moment) IS 'equal';
CREATE OPERATOR motcua_internal.<> (
    LEFTARG = motcua.moment, RIGHTARG = motcua.moment, FUNCTION = motcua.moment_ne,
    COMMUTATOR = OPERATOR(motcua_internal.<>), NEGATOR = OPERATOR(motcua_internal.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua_internal.<> (motcua.moment, motcua.moment) IS 'not equal';
CREATE OPERATOR motcua_internal.< (
    LEFTARG = motcua.moment, RIGHTARG = motcua.moment, FUNCTION = motcua.moment_lt,
    COMMUTATOR = OPERATOR(motcua_internal.>), NEGATOR = OPERATOR(motcua_internal.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua_internal.< (motcua.moment, motcua.moment) IS 'earlier';
CREATE OPERATOR motcua_internal.<= (
    LEFTARG = motcua.moment, RIGHTARG = motcua.moment, FUNCTION = motcua.moment_le,
    COMMUTATOR = OPERATOR(motcua_internal.>=), NEGATOR = OPERATOR(motcua_internal.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua_internal.<= (motcua.moment, motcua.moment) IS 'earlier or equal';
CREATE OPERATOR motcua_internal.> (
    LEFTARG = motcua.moment, RIGHTARG = motcua.moment, FUNCTION = motcua.moment_gt,
    COMMUTATOR = OPERATOR(motcua_internal.<), NEGATOR = OPERATOR(motcua_internal.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua_internal.> (motcua.moment, motcua.moment) IS 'later';
CREATE OPERATOR motcua_internal.>= (
    LEFTARG = motcua.moment, RIGHTARG = motcua.moment, FUNCTION = motcua.moment_ge,
    COMMUTATOR = OPERATOR(motcua_internal.<=), NEGATOR = OPERATOR(motcua_internal.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua_internal.>= (motcua.moment, motcua.moment) IS 'later or equal';

CREATE OPERATOR CLASS motcua_internal.moment_ops DEFAULT FOR TYPE motcua.moment USING btree AS
    OPERATOR 1 motcua_internal.<, OPERATOR 2 motcua_internal.<=, OPERATOR 3 motcua_internal.=,
    OPERATOR 4 motcua_internal.>=, OPERATOR 5 motcua_internal.>,
    FUNCTION 1 motcua.moment_cmp(motcua.moment, motcua.moment);
COMMENT ON OPERATOR CLASS motcua_internal.moment_ops USING btree IS 'moments in order of time';
COMMENT ON OPERATOR FAMILY motcua_internal.moment_ops USING btree IS 'moments in order of time';
CREATE OPERATOR CLASS motcua_internal.moment_hash_ops DEFAULT FOR TYPE motcua.moment USING hash AS
    OPERATOR 1 motcua_internal.=,
    FUNCTION 1 motcua.moment_hash(motcua.moment),
    FUNCTION 2 motcua.moment_hash_extended(motcua.moment, bigint);
COMMENT ON OPERATOR CLASS motcua_internal.moment_hash_ops USING hash IS 'hash of moments';
COMMENT ON OPERATOR FAMILY motcua_internal.moment_hash_ops USING hash IS 'hash of moments';

-- ---- one value of a dirty column ----

CREATE FUNCTION motcua.try_date(value text) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_try_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_date(text) IS 'Reads a day from text, 2026-03-02 or 02/03/2026; NULL '
    'for what is no date. The settings DateStyle and TimeZone play no part';
CREATE FUNCTION motcua.try_moment(value text) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_try_moment'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_moment(text) IS 'Reads wall-clock time of Viet Nam from text, 2026-03-02 '
    '14:20 or 02/03/2026 14:20; NULL for what is no date. A day alone is its beginning';
CREATE FUNCTION motcua.date_problem(value text, lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_date_problem'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.date_problem(text, text) IS 'Says why try_date and try_moment cannot read a '
    'text; NULL when they can';
