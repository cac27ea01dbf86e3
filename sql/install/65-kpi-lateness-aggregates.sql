-- Aggregates of lateness: lateness(due, ended [, calendar]) and merge(lateness).
-- The state is a lateness; it begins empty, so that nothing late gives an empty one.

CREATE FUNCTION motcua_internal.lateness_final(state motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_final(motcua.lateness)
    IS 'Internal: final function of lateness';

@template merge_aggregate type="lateness" final="lateness_final" initial="{}"
    comment="Merges latenesses of disjoint sets of dossiers: of several units, periods, servers or
    partitions";

@template moving_aggregate name="lateness" base="lateness" state="motcua.lateness"
    arguments="due motcua.moment, ended motcua.moment" volatility="STABLE"
    combine="lateness_merge" final="lateness_final" initial="{}"
    comment="Counts late dossiers by the working days between due day and end, on the session''s
    calendar";

@template calendar_aggregate name="lateness" base="lateness" state="motcua.lateness"
    arguments="due motcua.moment, ended motcua.moment"
    combine="lateness_merge" final="lateness_final" initial="{}"
    comment="Counts late dossiers by the working days between due day and end, on a calendar";
