-- Plain aggregates over columns: share(boolean), on_time_rate(due, ended).
-- The state is an int8[] {favourable, counted}.

CREATE FUNCTION motcua_internal.share_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_combine(bigint[], bigint[])
    IS 'Internal: combine function of share, on_time_rate and apology_rate';
CREATE FUNCTION motcua_internal.share_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_share_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_final(bigint[])
    IS 'Internal: final function of share, on_time_rate and apology_rate';

@template moving_aggregate name="share" base="share" state="bigint[]"
    arguments="favourable boolean" null="STRICT"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Share of true among the known cases: e-documents, signatures, online payment,
    digitisation";

@template moving_aggregate name="on_time_rate" base="on_time" state="bigint[]"
    arguments="due motcua.moment, ended motcua.moment"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Share of ended dossiers that ended on or before the due day, or had none (basis
    resolved)";
