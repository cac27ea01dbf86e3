-- Working time: by the office hours of a calendar. Amounts are hours and smaller, since a day has as
-- many hours as the office gives it. What returns a moment has a form for each type that it is given;
-- a day and text are answered in wall-clock time of Viet Nam.

CREATE FUNCTION motcua.add_working_time(
    at timestamp, amount interval, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamp, interval, text) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative';
CREATE FUNCTION motcua.add_working_time(
    at timestamp, amount interval, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamp, interval, motcua.work_calendar) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative (calendar by value)';

CREATE FUNCTION motcua.add_working_time(
    at timestamptz, amount interval, calendar text DEFAULT NULL
) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamptz, interval, text) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative';
CREATE FUNCTION motcua.add_working_time(
    at timestamptz, amount interval, calendar motcua.work_calendar
) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamptz, interval, motcua.work_calendar) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative (calendar by value)';

CREATE FUNCTION motcua.add_working_time(
    at date, amount interval, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(date, interval, text) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative';
CREATE FUNCTION motcua.add_working_time(
    at date, amount interval, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_date_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(date, interval, motcua.work_calendar) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative (calendar by value)';

CREATE FUNCTION motcua.add_working_time(
    at motcua.moment, amount interval, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_moment'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(motcua.moment, interval, text) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative';
CREATE FUNCTION motcua.add_working_time(
    at motcua.moment, amount interval, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_moment_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(motcua.moment, interval, motcua.work_calendar) IS
    'Goes an amount of working time on from a moment: the earliest at which it is done; back '
    'when negative (calendar by value)';

CREATE FUNCTION motcua.next_working_moment(
    at timestamp, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamp, text) IS
    'Gives the moment itself inside a counting shift, else the next opening of one';
CREATE FUNCTION motcua.next_working_moment(
    at timestamp, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamp, motcua.work_calendar) IS
    'Gives the moment itself inside a counting shift, else the next opening of one (calendar '
    'by value)';

CREATE FUNCTION motcua.next_working_moment(
    at timestamptz, calendar text DEFAULT NULL
) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamptz, text) IS
    'Gives the moment itself inside a counting shift, else the next opening of one';
CREATE FUNCTION motcua.next_working_moment(
    at timestamptz, calendar motcua.work_calendar
) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamptz, motcua.work_calendar) IS
    'Gives the moment itself inside a counting shift, else the next opening of one (calendar '
    'by value)';

CREATE FUNCTION motcua.next_working_moment(at date, calendar text DEFAULT NULL) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(date, text) IS
    'Gives the moment itself inside a counting shift, else the next opening of one';
CREATE FUNCTION motcua.next_working_moment(at date, calendar motcua.work_calendar) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_date_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(date, motcua.work_calendar) IS
    'Gives the moment itself inside a counting shift, else the next opening of one (calendar '
    'by value)';

CREATE FUNCTION motcua.next_working_moment(
    at motcua.moment, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_moment'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(motcua.moment, text) IS
    'Gives the moment itself inside a counting shift, else the next opening of one';
CREATE FUNCTION motcua.next_working_moment(
    at motcua.moment, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_moment_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(motcua.moment, motcua.work_calendar) IS
    'Gives the moment itself inside a counting shift, else the next opening of one (calendar '
    'by value)';

CREATE FUNCTION motcua.working_time_between(
    since motcua.moment, until motcua.moment, calendar text DEFAULT NULL
) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_working_time_between'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_time_between(motcua.moment, motcua.moment, text) IS
    'Measures the working time between two moments, in hours and smaller; negative when '
    'reversed';
CREATE FUNCTION motcua.working_time_between(
    since motcua.moment, until motcua.moment, calendar motcua.work_calendar
) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_working_time_between_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_time_between(motcua.moment, motcua.moment, motcua.work_calendar) IS
    'Measures the working time between two moments, in hours and smaller; negative when '
    'reversed (calendar by value)';

CREATE FUNCTION motcua.is_working_moment(
    at motcua.moment, calendar text DEFAULT NULL
) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_moment'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_moment(motcua.moment, text) IS
    'Tells whether a moment lies inside a counting shift, its opening in, its closing out';
CREATE FUNCTION motcua.is_working_moment(
    at motcua.moment, calendar motcua.work_calendar
) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_moment_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_moment(motcua.moment, motcua.work_calendar) IS
    'Tells whether a moment lies inside a counting shift, its opening in, its closing out '
    '(calendar by value)';
