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

-- ---- texts that add up to nothing ----

-- A text may be the form of a tally, a ledger or a lateness. These functions and the aggregate say
-- so, where PostgreSQL would say that there are several of that name.
CREATE FUNCTION motcua.plus(a text, b text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_refuse_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(text, text)
    IS 'Từ chối văn bản và nêu các kiểu cần ghi; NULL khi có NULL. | Refuse texts and say which '
       'types to write. NULL gives NULL.';
CREATE FUNCTION motcua.minus(a text, b text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_refuse_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(text, text)
    IS 'Từ chối văn bản và nêu các kiểu cần ghi; NULL khi có NULL. | Refuse texts and say which '
       'types to write. NULL gives NULL.';
CREATE FUNCTION motcua_internal.merge_text(state text, value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_merge_text'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.merge_text(text, text)
    IS 'Internal: every function of the aggregate merge over texts';
CREATE AGGREGATE motcua.merge(value text) (
    SFUNC = motcua_internal.merge_text, STYPE = text, COMBINEFUNC = motcua_internal.merge_text,
    MSFUNC = motcua_internal.merge_text, MSTYPE = text, MINVFUNC = motcua_internal.merge_text,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(text)
    IS 'Từ chối văn bản và nêu các kiểu cần ghi; NULL khi chỉ có NULL. | Refuse texts and say which '
       'types to write. NULLs give NULL.';
