-- Deadlines: a time limit applied to a receipt on a calendar (Civil Code 2015 art. 147-148 and the office's policies).

CREATE FUNCTION motcua.due_on(received_on date, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_due_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_on(date, motcua.time_limit, text) IS 'Gives the day on which a dossier received on a day falls due; the day received is not counted';
CREATE FUNCTION motcua.due_on(received_on date, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_due_on_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_on(date, motcua.time_limit, motcua.work_calendar) IS 'Gives the day on which a dossier received on a day falls due; the day received is not counted (calendar by value)';

CREATE FUNCTION motcua.due_at(
    received_at timestamp, time_limit motcua.time_limit, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamp, motcua.time_limit, text) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office';
CREATE FUNCTION motcua.due_at(
    received_at timestamp, time_limit motcua.time_limit, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamp, motcua.time_limit, motcua.work_calendar) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office '
    '(calendar by value)';

CREATE FUNCTION motcua.due_at(
    received_at timestamptz, time_limit motcua.time_limit, calendar text DEFAULT NULL
) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamptz, motcua.time_limit, text) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office';
CREATE FUNCTION motcua.due_at(
    received_at timestamptz, time_limit motcua.time_limit, calendar motcua.work_calendar
) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamptz, motcua.time_limit, motcua.work_calendar) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office '
    '(calendar by value)';

CREATE FUNCTION motcua.due_at(
    received_at date, time_limit motcua.time_limit, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(date, motcua.time_limit, text) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office';
CREATE FUNCTION motcua.due_at(
    received_at date, time_limit motcua.time_limit, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_date_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(date, motcua.time_limit, motcua.work_calendar) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office '
    '(calendar by value)';

CREATE FUNCTION motcua.due_at(
    received_at motcua.moment, time_limit motcua.time_limit, calendar text DEFAULT NULL
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_moment'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(motcua.moment, motcua.time_limit, text) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office';
CREATE FUNCTION motcua.due_at(
    received_at motcua.moment, time_limit motcua.time_limit, calendar motcua.work_calendar
) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_moment_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(motcua.moment, motcua.time_limit, motcua.work_calendar) IS
    'Gives the moment at which a dossier falls due, by the hours and policies of the office '
    '(calendar by value)';
