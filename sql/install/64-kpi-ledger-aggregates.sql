-- The aggregates ledger and merge(ledger). The state is the ledger itself, as an expanded object.

CREATE FUNCTION motcua_internal.ledger_merge(state motcua.ledger, other motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_merge(motcua.ledger, motcua.ledger) IS 'Internal: adds a ledger to another';
CREATE FUNCTION motcua_internal.ledger_unmerge(state motcua.ledger, other motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_unmerge(motcua.ledger, motcua.ledger) IS 'Internal: takes a ledger out of another';

CREATE AGGREGATE motcua.merge(motcua.ledger) (
    SFUNC = motcua_internal.ledger_merge, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_merge, MINVFUNC = motcua_internal.ledger_unmerge, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.ledger) IS 'Merges ledgers of different dossiers: of several units, months, servers or partitions';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received date, due date, ended date) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, date, date, date) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received date, due date, ended date) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, date, date, date) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(date, date, date) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(date, date, date) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received date, due date, ended date, online boolean, ended_as text, paused_since date, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, date, date, date, boolean, text, date, text) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received date, due date, ended date, online boolean, ended_as text, paused_since date, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, date, date, date, boolean, text, date, text) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(date, date, date, boolean, text, date, text) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(date, date, date, boolean, text, date, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamp, due timestamp, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamp, timestamp, timestamp) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamp, due timestamp, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamp, timestamp, timestamp) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, timestamp, timestamp) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, timestamp, timestamp) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamp, due timestamp, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamp, timestamp, timestamp, boolean, text, timestamp, text) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamp, due timestamp, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamp, timestamp, timestamp, boolean, text, timestamp, text) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, timestamp, timestamp, boolean, text, timestamp, text) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, timestamp, timestamp, boolean, text, timestamp, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamptz, timestamptz, timestamptz) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamptz, timestamptz, timestamptz) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamp, due date, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamp, date, timestamp) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamp, due date, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamp, date, timestamp) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, date, timestamp) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, date, timestamp) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamp, due date, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamp, date, timestamp, boolean, text, timestamp, text) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamp, due date, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamp, date, timestamp, boolean, text, timestamp, text) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, date, timestamp, boolean, text, timestamp, text) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, date, timestamp, boolean, text, timestamp, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamptz, due date, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamptz, date, timestamptz) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamptz, due date, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamptz, date, timestamptz) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, date, timestamptz) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, date, timestamptz) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received timestamptz, due date, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, timestamptz, date, timestamptz, boolean, text, timestamptz, text) IS 'Internal: counts a row into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received timestamptz, due date, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, timestamptz, date, timestamptz, boolean, text, timestamptz, text) IS 'Internal: takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, date, timestamptz, boolean, text, timestamptz, text) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, date, timestamptz, boolean, text, timestamptz, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, dossier motcua.dossier, online boolean) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, motcua.dossier, boolean) IS 'Internal: counts a dossier into a ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, dossier motcua.dossier, online boolean) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, motcua.dossier, boolean) IS 'Internal: takes a dossier out of a ledger';

CREATE AGGREGATE motcua.ledger(motcua.dossier, boolean) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(motcua.dossier, boolean) IS 'Keeps the exact history of dossiers, their pauses and moved due dates included: dossier, online';
