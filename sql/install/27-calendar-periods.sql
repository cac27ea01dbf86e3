-- The Vietnamese day and its periods: IMMUTABLE, free of the session's zone, shippable to foreign
-- servers.

CREATE FUNCTION motcua.today() RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_today'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.today()
    IS 'Trả về ngày hiện tại ở Việt Nam, tính theo lúc giao dịch bắt đầu. | Return the present '
       'day in Viet Nam, as of the start of the transaction.';
CREATE FUNCTION motcua.vn_date(value motcua.moment) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(motcua.moment)
    IS 'Trả về ngày ở Việt Nam của một date, timestamp, timestamptz hoặc văn bản, với mọi múi giờ '
       'của phiên. | Return the day in Viet Nam of a date, a timestamp, a timestamptz or a text, '
       'whatever the time zone of the session is.';
CREATE FUNCTION motcua.month_of(day motcua.moment) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_month_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.month_of(motcua.moment)
    IS 'Trả về ngày đầu tháng. | Return the first day of the month.';
CREATE FUNCTION motcua.quarter_of(day motcua.moment) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_quarter_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.quarter_of(motcua.moment)
    IS 'Trả về ngày đầu quý. | Return the first day of the quarter.';
CREATE FUNCTION motcua.year_of(day motcua.moment) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_year_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.year_of(motcua.moment)
    IS 'Trả về ngày đầu năm. | Return the first day of the year.';
