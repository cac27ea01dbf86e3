-- What an edit of a calendar would change, before it is made.

CREATE FUNCTION motcua.calendar_with_day(calendar motcua.work_calendar, day motcua.moment, kind text,
        title text DEFAULT '')
    RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_calendar_with_day'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_with_day(motcua.work_calendar, motcua.moment, text, text)
    IS 'Trả về lịch như khi có thêm một quyết định: ngày đó nghỉ (off) hoặc làm việc (work). | '
       'Return the calendar as it would be if one more day were decided to be off or work.';

-- Dossiers of n working days: which days of receipt get another due date. Only those from whose
-- receipt the count of n days reaches the proposed day are looked at.
CREATE FUNCTION motcua.calendar_impact(day motcua.moment, kind text, n integer,
        calendar text DEFAULT NULL)
    RETURNS TABLE (received_on date, due_now date, due_then date)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH value AS MATERIALIZED (
        SELECT v AS now, motcua.calendar_with_day(v, day, kind) AS then
        FROM motcua.calendar_value(calendar) AS v
    ), due AS (
        SELECT r.received_on,
               motcua.add_working_days(r.received_on, n, value.now) AS due_now,
               motcua.add_working_days(r.received_on, n, value.then) AS due_then
        FROM value,
             LATERAL (
                 SELECT s.at::date AS received_on
                 FROM pg_catalog.generate_series(motcua.add_working_days(day, - n - 1,
                                                                         value.now)::timestamp,
                                                 motcua.vn_date(day)::timestamp, interval '1 day') AS s (at)) AS r
    )
    SELECT due.received_on, due.due_now, due.due_then
    FROM due
    WHERE due.due_now <> due.due_then
    ORDER BY due.received_on;
END;
COMMENT ON FUNCTION motcua.calendar_impact(motcua.moment, text, integer, text)
    IS 'Liệt kê những ngày tiếp nhận có hạn n ngày làm việc bị thay đổi nếu một ngày thành nghỉ '
       'hoặc làm việc. | List the days of receipt whose due date of n working days would move if '
       'a day became off or work.';

-- Promises already made: each counted from the last working day before the proposed day.
CREATE FUNCTION motcua.calendar_impact(day motcua.moment, kind text, due_dates motcua.moment[],
        calendar text DEFAULT NULL)
    RETURNS TABLE (due_now date, due_then date)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH value AS MATERIALIZED (
        SELECT v AS now, motcua.calendar_with_day(v, day, kind) AS then,
               motcua.previous_working_day(day, v) AS eve
        FROM motcua.calendar_value(calendar) AS v
    ), due AS (
        SELECT motcua.vn_date(d.due_on) AS due_now,
               motcua.add_working_days(value.eve,
                                       motcua.working_days_between(value.eve, d.due_on,
                                                                   value.now),
                                       value.then) AS due_then
        FROM value, pg_catalog.unnest(due_dates) AS d (due_on)
        WHERE motcua.vn_date(d.due_on) >= motcua.vn_date(day)
    )
    SELECT due.due_now, due.due_then
    FROM due
    WHERE due.due_now <> due.due_then
    ORDER BY due.due_now;
END;
COMMENT ON FUNCTION motcua.calendar_impact(motcua.moment, text, motcua.moment[], text)
    IS 'Liệt kê những ngày hẹn trả đã cho sẽ thay đổi nếu một ngày thành nghỉ hoặc làm việc. | '
       'List which of the given due dates would move if a day became off or work.';

-- A third argument without a type is the number of days.
CREATE FUNCTION motcua.calendar_impact(day motcua.moment, kind text, n text,
        calendar text DEFAULT NULL)
    RETURNS TABLE (received_on date, due_now date, due_then date)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT i.received_on, i.due_now, i.due_then
    FROM motcua.calendar_impact(day, kind, n::integer, calendar) AS i;
END;
COMMENT ON FUNCTION motcua.calendar_impact(motcua.moment, text, text, text)
    IS 'Liệt kê những ngày tiếp nhận có hạn bị thay đổi, với số ngày làm việc ghi bằng văn bản. | '
       'List the days of receipt whose due date would move, for a number of working days that is '
       'given as a text.';
