-- The Vietnamese day and its periods: IMMUTABLE, free of the session's zone, shippable to foreign
-- servers.

CREATE FUNCTION motcua.today() RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_today'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.today() IS
    'Gives the Vietnamese date now (start of the transaction)';
CREATE FUNCTION motcua.vn_date(value motcua.moment) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(motcua.moment)
    IS 'Gives the Vietnamese day of a date, timestamp, timestamptz '
       'or text, whatever the session''s zone';
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
