-- Days off by statute alone: what the law gives before anything is decided.

CREATE FUNCTION motcua.statutory_days_off(year integer)
    RETURNS TABLE (day date, title text, kind text, source text)
    AS 'MODULE_PATHNAME', 'motcua_statutory_days_off'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 15;
COMMENT ON FUNCTION motcua.statutory_days_off(integer)
    IS 'Lists the days off that the law itself gives in a year 1990-2100: kind is holiday or '
       'compensation; the options left to decision (Tết, second National Day) are taken by default '
       'in every year, swaps are none';
