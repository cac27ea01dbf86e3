-- Working days of a calendar: by name (NULL: the setting motcua.calendar) and, IMMUTABLE, by value.

CREATE FUNCTION motcua.calendar_value(name text DEFAULT NULL) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_calendar_value'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_value(text) IS 'The named calendar as a value; evaluate it once: (SELECT motcua.calendar_value())';

CREATE FUNCTION motcua.is_working_day(day date, calendar text DEFAULT NULL) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_day(date, text) IS 'Tells whether offices work that day';
CREATE FUNCTION motcua.is_working_day(day date, calendar motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_day(date, motcua.work_calendar) IS 'Tells whether offices work that day (calendar by value)';

CREATE FUNCTION motcua.add_working_days(day date, n integer, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_add_working_days'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_days(date, integer, text) IS 'Goes n working days on from a day: n > 0 after it, n < 0 before it, 0 the day itself or the next that works';
CREATE FUNCTION motcua.add_working_days(day date, n integer, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_add_working_days_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_days(date, integer, motcua.work_calendar) IS 'Goes n working days on from a day: n > 0 after it, n < 0 before it, 0 the day itself or the next that works (calendar by value)';

CREATE FUNCTION motcua.working_days_between(since date, until date, calendar text DEFAULT NULL, bounds text DEFAULT '(]') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_working_days_between'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days_between(date, date, text, text) IS 'Counts the working days between two days, negative when reversed; bounds name the ends that are in';
CREATE FUNCTION motcua.working_days_between(since date, until date, calendar motcua.work_calendar, bounds text DEFAULT '(]') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_working_days_between_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days_between(date, date, motcua.work_calendar, text) IS 'Counts the working days between two days, negative when reversed; bounds name the ends that are in (calendar by value)';

CREATE FUNCTION motcua.next_working_day(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_next_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_day(date, text) IS 'Finds the first working day after a day';
CREATE FUNCTION motcua.next_working_day(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_next_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_day(date, motcua.work_calendar) IS 'Finds the first working day after a day (calendar by value)';

CREATE FUNCTION motcua.previous_working_day(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_previous_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.previous_working_day(date, text) IS 'Finds the last working day before a day';
CREATE FUNCTION motcua.previous_working_day(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_previous_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.previous_working_day(date, motcua.work_calendar) IS 'Finds the last working day before a day (calendar by value)';

CREATE FUNCTION motcua.days_off(year integer, calendar text DEFAULT NULL) RETURNS TABLE (day date, title text, kind text, reason text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_days_off'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_off(integer, text) IS 'Lists the holidays of a year and every day that differs from the work week, with source and status';
CREATE FUNCTION motcua.days_off(year integer, calendar motcua.work_calendar) RETURNS TABLE (day date, title text, kind text, reason text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_days_off_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_off(integer, motcua.work_calendar) IS 'Lists the holidays of a year and every day that differs from the work week, with source and status (calendar by value)';

CREATE FUNCTION motcua.explain_day(day date, calendar text DEFAULT NULL, OUT working boolean, OUT kind text, OUT reason text, OUT title text, OUT source text, OUT status text, OUT decided_by text)
    AS 'MODULE_PATHNAME', 'motcua_explain_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.explain_day(date, text) IS 'Explains whether and why offices work or rest on a day';
CREATE FUNCTION motcua.explain_day(day date, calendar motcua.work_calendar, OUT working boolean, OUT kind text, OUT reason text, OUT title text, OUT source text, OUT status text, OUT decided_by text)
    AS 'MODULE_PATHNAME', 'motcua_explain_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.explain_day(date, motcua.work_calendar) IS 'Explains whether and why offices work or rest on a day (calendar by value)';

CREATE FUNCTION motcua.calendar_status(year integer, calendar text DEFAULT NULL) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_calendar_status'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_status(integer, text) IS 'Tells whether the decisions on a year''s days off are out: official or provisional';
CREATE FUNCTION motcua.calendar_status(year integer, calendar motcua.work_calendar) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_calendar_status_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_status(integer, motcua.work_calendar) IS 'Tells whether the decisions on a year''s days off are out: official or provisional (calendar by value)';

CREATE FUNCTION motcua.working_day_on_or_after(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_after'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_after(date, text) IS 'Gives the day itself if it works, else the next that does';
CREATE FUNCTION motcua.working_day_on_or_after(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_after_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_after(date, motcua.work_calendar) IS 'Gives the day itself if it works, else the next that does (calendar by value)';

CREATE FUNCTION motcua.working_day_on_or_before(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_before'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_before(date, text) IS 'Gives the day itself if it works, else the last before that does';
CREATE FUNCTION motcua.working_day_on_or_before(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_before_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_before(date, motcua.work_calendar) IS 'Gives the day itself if it works, else the last before that does (calendar by value)';

CREATE FUNCTION motcua.nth_working_day(month date, n integer, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_nth_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.nth_working_day(date, integer, text) IS 'Finds the n-th working day of a month, from its end when n < 0; NULL when there is none';
CREATE FUNCTION motcua.nth_working_day(month date, n integer, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_nth_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.nth_working_day(date, integer, motcua.work_calendar) IS 'Finds the n-th working day of a month, from its end when n < 0; NULL when there is none (calendar by value)';

CREATE FUNCTION motcua.working_days(since date, until date, calendar text DEFAULT NULL) RETURNS SETOF date
    AS 'MODULE_PATHNAME', 'motcua_working_days'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days(date, date, text) IS 'Lists the working days from one day to another, both in';
CREATE FUNCTION motcua.working_days(since date, until date, calendar motcua.work_calendar) RETURNS SETOF date
    AS 'MODULE_PATHNAME', 'motcua_working_days_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days(date, date, motcua.work_calendar) IS 'Lists the working days from one day to another, both in (calendar by value)';
