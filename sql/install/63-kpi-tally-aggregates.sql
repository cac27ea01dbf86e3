-- The aggregate tally counts rows: tally(received, due, ended, period), and the full form with
-- (..., online, ended_as, granularity, paused_since). merge adds tallies that were counted apart.
-- Transitions change the state in place; the state is an ordinary value, so it travels anywhere.

CREATE FUNCTION motcua_internal.tally_final(state motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_final(motcua.tally)
    IS 'Internal: final function of the aggregate tally';

@template merge_aggregate type="tally"
    comment="Merges tallies of one period: of several units, servers or partitions";

@template moving_aggregate name="tally" base="tally" state="motcua.tally"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange"
    combine="tally_merge" final="tally_final"
    comment="Counts dossiers over a period: received, due, ended, period";

@template moving_aggregate name="tally" base="tally" state="motcua.tally"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange,
    online boolean, ended_as text, granularity text, paused_since motcua.moment"
    combine="tally_merge" final="tally_final"
    comment="Counts dossiers over a period: received, due, ended, period, online, ended_as,
    granularity, paused_since";

-- ---- dossiers ----

@template moving_aggregate name="tally" base="tally" suffix="_dossier" state="motcua.tally"
    arguments="dossier motcua.dossier, period daterange, online boolean"
    combine="tally_merge" final="tally_final"
    comment="Counts dossiers over a period, each as of its last day by its original due date:
    dossier, period, online";
