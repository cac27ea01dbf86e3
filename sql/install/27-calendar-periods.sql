-- The Vietnamese day and its periods: IMMUTABLE, free of the session's zone, shippable to foreign servers.

CREATE FUNCTION motcua.today() RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_today'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.today() IS 'Gives the Vietnamese date now (start of the transaction)';
CREATE FUNCTION motcua.vn_date(at timestamptz) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date_timestamptz'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(timestamptz) IS 'Gives the Vietnamese day of an instant, whatever the session''s zone';
CREATE FUNCTION motcua.vn_date(at timestamp) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date_timestamp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(timestamp) IS 'Gives the day of wall-clock time';
CREATE FUNCTION motcua.vn_date(at date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(date) IS 'Gives the day itself, so that one expression fits every column type';
CREATE FUNCTION motcua.month_of(day date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_month_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.month_of(date) IS 'Gives the first day of the month';
CREATE FUNCTION motcua.quarter_of(day date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_quarter_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.quarter_of(date) IS 'Gives the first day of the quarter';
CREATE FUNCTION motcua.year_of(day date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_year_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.year_of(date) IS 'Gives the first day of the year';
