-- This module makes functions for reports: the columns of form II.06a/VPCP/KSTT, the report
-- periods, and the lower bound that ranks small units fairly.

CREATE FUNCTION motcua.report_06a(tally motcua.tally, OUT received_total bigint,
        OUT received_online bigint, OUT received_direct bigint, OUT carried bigint,
        OUT resolved_total bigint, OUT early bigint, OUT on_time bigint, OUT late bigint,
        OUT open_total bigint, OUT open_in_time bigint, OUT open_overdue bigint)
    AS 'MODULE_PATHNAME', 'motcua_report_06a'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.report_06a(motcua.tally)
    IS 'Trả về các cột 3 đến 13 của biểu II.06a/VPCP/KSTT: SELECT (motcua.report_06a(t)).*. Hồ sơ '
       'tạm dừng được tính là trong hạn. | '
       'Return columns 3 to 13 of form II.06a/VPCP/KSTT: SELECT (motcua.report_06a(t)).*. Paused '
       'dossiers count as open in time.';

CREATE FUNCTION motcua.wilson_low(successes bigint, n bigint) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_wilson_low'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.wilson_low(bigint, bigint)
    IS 'Trả về cận dưới của khoảng tin cậy Wilson 95% để xếp hạng công bằng cho đơn vị ít hồ sơ, '
       'hoặc NULL nếu n bằng 0. | '
       'Return the lower end of the 95 % Wilson interval, which ranks small units fairly, or NULL '
       'if n is 0.';
CREATE FUNCTION motcua.wilson_low(tally motcua.tally, basis text DEFAULT 'resolved') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_wilson_low_tally'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.wilson_low(motcua.tally, text)
    IS 'Trả về cận dưới Wilson 95% của tỷ lệ trước hạn và đúng hạn theo một cách tính, hoặc NULL '
       'nếu mẫu số bằng 0. | '
       'Return the lower end of the 95 % Wilson interval of the on-time rate by a basis, or NULL '
       'if its denominator is 0.';

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
    IS 'Trả về tháng, quý, nửa năm thứ n hoặc cả năm của báo cáo theo quy định: từ ngày 15 của '
       'tháng trước kỳ đến ngày 14 của tháng cuối kỳ; start_day => 1 cho kỳ theo lịch. | '
       'Return the n-th month, quarter, half or year of official reports: from the 15th of the '
       'month before the period to the 14th of its last month. With start_day => 1 the period '
       'follows the calendar.';
