-- The aggregates ledger and merge(ledger). The state is the ledger itself, as an expanded object.

CREATE FUNCTION motcua_internal.ledger_merge(state motcua.ledger, other motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_merge(motcua.ledger, motcua.ledger) IS
    'Internal: transition function of merge, combine function of merge and ledger';
CREATE FUNCTION motcua_internal.ledger_unmerge(state motcua.ledger, other motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_unmerge(motcua.ledger, motcua.ledger) IS
    'Internal: inverse transition function of merge';

CREATE AGGREGATE motcua.merge(motcua.ledger) (
    SFUNC = motcua_internal.ledger_merge, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_merge, MINVFUNC = motcua_internal.ledger_unmerge, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.ledger) IS 'Merges ledgers of different dossiers: of several units, months, servers or partitions';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received motcua.moment, due motcua.moment, ended motcua.moment) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, motcua.moment, motcua.moment, motcua.moment) IS 'Internal: transition function of ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received motcua.moment, due motcua.moment, ended motcua.moment) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, motcua.moment, motcua.moment, motcua.moment) IS 'Internal: inverse transition function of ledger';

CREATE AGGREGATE motcua.ledger(motcua.moment, motcua.moment, motcua.moment) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(motcua.moment, motcua.moment, motcua.moment) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, received motcua.moment, due motcua.moment, ended motcua.moment, online boolean, ended_as text, granularity text, paused_since motcua.moment) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, motcua.moment, motcua.moment, motcua.moment, boolean, text, text, motcua.moment) IS 'Internal: transition function of ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, received motcua.moment, due motcua.moment, ended motcua.moment, online boolean, ended_as text, granularity text, paused_since motcua.moment) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, motcua.moment, motcua.moment, motcua.moment, boolean, text, text, motcua.moment) IS 'Internal: inverse transition function of ledger';

CREATE AGGREGATE motcua.ledger(motcua.moment, motcua.moment, motcua.moment, boolean, text, text, motcua.moment) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(motcua.moment, motcua.moment, motcua.moment, boolean, text, text, motcua.moment) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, granularity, paused_since';

CREATE FUNCTION motcua_internal.ledger_add(state motcua.ledger, dossier motcua.dossier, online boolean) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_add(motcua.ledger, motcua.dossier, boolean) IS
    'Internal: transition function of ledger';
CREATE FUNCTION motcua_internal.ledger_remove(state motcua.ledger, dossier motcua.dossier, online boolean) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.ledger_remove(motcua.ledger, motcua.dossier, boolean) IS
    'Internal: inverse transition function of ledger';

CREATE AGGREGATE motcua.ledger(motcua.dossier, boolean) (
    SFUNC = motcua_internal.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua_internal.ledger_merge,
    MSFUNC = motcua_internal.ledger_add, MINVFUNC = motcua_internal.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(motcua.dossier, boolean) IS 'Keeps the exact history of dossiers, their pauses and moved due dates included: dossier, online';
