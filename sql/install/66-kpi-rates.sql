-- Rates from a tally, each on a named basis; exact numeric, NULL on an empty denominator.

CREATE FUNCTION motcua.on_time_rate(tally motcua.tally, basis text DEFAULT 'resolved',
        without text[] DEFAULT '{}') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_on_time_rate'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_rate(motcua.tally, text, text[])
    IS 'Share of dossiers handled in time, by basis: resolved, processed, received, workload or '
       'due; without leaves kinds of end out';
-- Without it two literals would be a tally and a basis, or the moments of the aggregate.
CREATE FUNCTION motcua.on_time_rate(tally motcua.literal, basis text) RETURNS numeric
    LANGUAGE SQL IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE
    RETURN motcua.on_time_rate(tally::motcua.tally, basis);
COMMENT ON FUNCTION motcua.on_time_rate(motcua.literal, text)
    IS 'Trả về tỷ lệ trước hạn và đúng hạn của số liệu là hằng hoặc tham số chưa rõ kiểu. | Return '
       'the share of dossiers handled in time for a tally that is a literal or parameter without '
       'a type.';
CREATE FUNCTION motcua.rates(tally motcua.tally)
    RETURNS TABLE (basis text, numerator bigint, denominator bigint, rate numeric, formula_vi text,
                   used_by text)
    AS 'MODULE_PATHNAME', 'motcua_rates'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rates(motcua.tally)
    IS 'The on-time rate on every basis, with its formula and who reports it so';
-- The other shares of a tally, by one definition each.
CREATE FUNCTION motcua.early_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.early(tally)::numeric / nullif(motcua.resolved(tally), 0);
COMMENT ON FUNCTION motcua.early_rate(motcua.tally)
    IS 'Share of the dossiers resolved that ended before the due day';
CREATE FUNCTION motcua.late_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.late(tally)::numeric / nullif(motcua.resolved(tally), 0);
COMMENT ON FUNCTION motcua.late_rate(motcua.tally)
    IS 'Share of the dossiers resolved that ended after the due day';
CREATE FUNCTION motcua.overdue_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.open_overdue(tally)::numeric / nullif(motcua.open(tally), 0);
COMMENT ON FUNCTION motcua.overdue_rate(motcua.tally)
    IS 'Share of the open dossiers that are overdue';
CREATE FUNCTION motcua.online_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.new_online(tally)::numeric / nullif(motcua.received(tally), 0);
COMMENT ON FUNCTION motcua.online_rate(motcua.tally)
    IS 'Share of the dossiers received in the period that were filed online';
CREATE FUNCTION motcua.meets(tally motcua.tally, target numeric, basis text DEFAULT 'resolved')
    RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_meets'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.meets(motcua.tally, numeric, text)
    IS 'Compares the on-time rate with a target in exact arithmetic: '
       'what rounds up to the target does not meet it';
CREATE FUNCTION motcua.violations(tally motcua.tally)
    RETURNS TABLE (identity text, left_side bigint, right_side bigint, difference bigint)
    AS 'MODULE_PATHNAME', 'motcua_violations'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.violations(motcua.tally)
    IS 'Lists the identities of the report form that a tally '
       'breaks, also over published figures typed in';

CREATE FUNCTION motcua.percent(rate numeric, digits integer DEFAULT 2) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_percent'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.percent(numeric, integer)
    IS 'A rate times 100, rounded half away from zero';
CREATE FUNCTION motcua.format_percent(rate numeric, digits integer DEFAULT 2,
        lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_format_percent'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.format_percent(numeric, integer, text)
    IS 'A rate as text: ''98,83%'' in Vietnamese, ''98.83%'' in English';
