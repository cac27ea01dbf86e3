-- Working days of a calendar: by name (NULL: the setting motcua.calendar) and, IMMUTABLE, by value.

CREATE FUNCTION motcua.calendar_value(name text DEFAULT NULL) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_calendar_value'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_value(text)
    IS 'The named calendar as a value; evaluate it once: (SELECT motcua.calendar_value())';

@template calendar_function name="is_working_day"
    arguments="day date" returns="boolean"
    comment="Tells whether offices work that day";

@template calendar_function name="add_working_days"
    arguments="day date, n integer" returns="date"
    comment="Goes n working days on from a day: n > 0 after it, n < 0 before it, 0 the day itself
    or the next that works";

@template calendar_function name="working_days_between"
    arguments="since date, until date" more=", bounds text DEFAULT '(]'" returns="integer"
    comment="Counts the working days between two days, negative when reversed; bounds name the
    ends that are in";

@template calendar_function name="next_working_day"
    arguments="day date" returns="date"
    comment="Finds the first working day after a day";

@template calendar_function name="previous_working_day"
    arguments="day date" returns="date"
    comment="Finds the last working day before a day";

@template calendar_function name="days_off"
    arguments="year integer"
    returns="TABLE (day date, title text, kind text, reason text, source text, status text)"
    comment="Lists the holidays of a year and every day that differs from the work week, with
    source and status";

@template calendar_function name="explain_day"
    arguments="day date"
    more=", OUT working boolean, OUT kind text, OUT reason text, OUT title text, OUT source text,
    OUT status text, OUT decided_by text" returns="record"
    comment="Explains whether and why offices work or rest on a day";

@template calendar_function name="calendar_status"
    arguments="year integer" returns="text"
    comment="Tells whether the decisions on a year''s days off are out: official or provisional";

@template calendar_function name="working_day_on_or_after"
    arguments="day date" returns="date"
    comment="Gives the day itself if it works, else the next that does";

@template calendar_function name="working_day_on_or_before"
    arguments="day date" returns="date"
    comment="Gives the day itself if it works, else the last before that does";

@template calendar_function name="nth_working_day"
    arguments="month date, n integer" returns="date"
    comment="Finds the n-th working day of a month, from its end when n < 0; NULL when there is
    none";

@template calendar_function name="working_days"
    arguments="since date, until date" returns="SETOF date"
    comment="Lists the working days from one day to another, both in";
