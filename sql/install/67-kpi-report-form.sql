-- The columns of form II.06a/VPCP/KSTT, report periods, and the lower bound for
-- ranking small units fairly.

CREATE FUNCTION motcua.report_06a(tally motcua.tally, OUT received_total bigint,
        OUT received_online bigint, OUT received_direct bigint, OUT carried bigint,
        OUT resolved_total bigint, OUT early bigint, OUT on_time bigint, OUT late bigint,
        OUT open_total bigint, OUT open_in_time bigint, OUT open_overdue bigint)
    AS 'MODULE_PATHNAME', 'motcua_report_06a'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.report_06a(motcua.tally)
    IS 'The figures of form II.06a, columns 3 to 13: SELECT '
       '(motcua.report_06a(t)).*; paused dossiers are open in time';

CREATE FUNCTION motcua.wilson_low(successes bigint, n bigint) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_wilson_low'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.wilson_low(bigint, bigint)
    IS 'Lower end of the 95 % Wilson interval, to rank small units fairly; NULL when n is 0';
CREATE FUNCTION motcua.wilson_low(tally motcua.tally, basis text DEFAULT 'resolved') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_wilson_low_tally'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.wilson_low(motcua.tally, text)
    IS 'Lower end of the 95 % Wilson interval of the on-time rate, by basis';

-- Two texts are a tally and a basis where the first is a JSON object, else two numbers.
CREATE FUNCTION motcua.wilson_low(successes text, n text) RETURNS numeric
    LANGUAGE SQL IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE
    RETURN CASE WHEN pg_catalog.ltrim(successes) LIKE '{%'
                     THEN motcua.wilson_low(successes::motcua.tally, n)
                ELSE motcua.wilson_low(successes::bigint, n::bigint) END;
COMMENT ON FUNCTION motcua.wilson_low(text, text)
    IS 'Trả về cận dưới khoảng Wilson 95 % của hai số, hoặc của số liệu và căn cứ, ghi bằng văn '
       'bản. | Return the lower end of the 95 % Wilson interval for two numbers, or for a tally '
       'and a basis, that are texts.';

CREATE FUNCTION motcua.report_period(year integer, kind text, n integer DEFAULT 1,
        start_day integer DEFAULT 15) RETURNS daterange
    AS 'MODULE_PATHNAME', 'motcua_report_period'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.report_period(integer, text, integer, integer)
    IS 'Gives the n-th month, quarter, half or year of official reports: from the 15th of the '
       'month before to the 14th of its last month; start_day => 1 for calendar periods';
