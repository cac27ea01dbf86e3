-- From rates to points. A rate of NULL is an empty denominator: zero says what that is worth,
-- 'null', 'zero' or 'max'. The forms with numerator and denominator score the ratio itself,
-- not its rounded quotient.

CREATE FUNCTION motcua.score_linear(rate numeric, max numeric, threshold numeric DEFAULT 1,
        zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_linear'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_linear(numeric, numeric, numeric, text)
    IS 'Points in proportion to a rate: full points from the threshold '
       'on; two decimals, rounded half away from zero';
CREATE FUNCTION motcua.score_linear(numerator numeric, denominator numeric, max numeric,
        threshold numeric, zero text) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_linear_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_linear(numeric, numeric, numeric, numeric, text)
    IS 'Points in proportion to an exact ratio: full points from the threshold on';
CREATE FUNCTION motcua.score_threshold(rate numeric, max numeric, threshold numeric DEFAULT 1,
        zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_threshold'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_threshold(numeric, numeric, numeric, text)
    IS 'Full points from the threshold on, none below it';
CREATE FUNCTION motcua.score_threshold(numerator numeric, denominator numeric, max numeric,
        threshold numeric, zero text) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_threshold_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_threshold(numeric, numeric, numeric, numeric, text)
    IS 'Full points when an exact ratio reaches the threshold, else none';
CREATE FUNCTION motcua.score_step(rate numeric, bounds numeric[], points numeric[],
        zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_step'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_step(numeric, numeric[], numeric[], text)
    IS 'Points of the last bound that is not above the rate; below the first bound 0';

CREATE FUNCTION motcua_internal.tally_ratio(tally motcua.tally, measure text, OUT numerator bigint,
        OUT denominator bigint)
    AS 'MODULE_PATHNAME', 'motcua_tally_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_ratio(motcua.tally, text)
    IS 'Internal: the exact ratio behind a measure of a tally: on_time_rate:BASIS, early_rate, '
       'late_rate, overdue_rate, online_rate';
CREATE FUNCTION motcua_internal.require_known(kind text, name text, is_known boolean) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_require_known'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.require_known(text, text, boolean)
    IS 'Internal: the name itself, or an error that says it does not exist';
CREATE FUNCTION motcua_internal.in_language(lang text, vi text, en text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_in_language'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.in_language(text, text, text)
    IS 'Internal: the text in Vietnamese or English (lang vi or en); '
       'where the English one is not known, the Vietnamese one';
