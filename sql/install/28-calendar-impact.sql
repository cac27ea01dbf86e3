-- What an edit of a calendar would change, before it is made.

CREATE FUNCTION motcua.calendar_with_day(calendar motcua.work_calendar, day date, kind text,
        title text DEFAULT '')
    RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_calendar_with_day'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_with_day(motcua.work_calendar, date, text, text)
    IS 'Trả về lịch như khi có thêm một quyết định: ngày đó nghỉ (off) hoặc làm việc (work). | '
       'Return the calendar as it would be if one more day were decided to be off or work.';

-- Dossiers of n working days: which days of receipt get another due date. Only those from whose
-- receipt the count of n days reaches the proposed day are looked at.
CREATE FUNCTION motcua.calendar_impact(day date, kind text, n integer, calendar text DEFAULT NULL)
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
                                                 day::timestamp, interval '1 day') AS s (at)) AS r
    )
    SELECT due.received_on, due.due_now, due.due_then
    FROM due
    WHERE due.due_now <> due.due_then
    ORDER BY due.received_on;
END;
COMMENT ON FUNCTION motcua.calendar_impact(date, text, integer, text)
    IS 'Liệt kê những ngày tiếp nhận có hạn n ngày làm việc bị thay đổi nếu một ngày thành nghỉ '
       'hoặc làm việc. | List the days of receipt whose due date of n working days would move if '
       'a day became off or work.';

-- Promises already made: each counted from the last working day before the proposed day.
CREATE FUNCTION motcua.calendar_impact(day date, kind text, due_dates date[],
        calendar text DEFAULT NULL)
    RETURNS TABLE (due_now date, due_then date)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH value AS MATERIALIZED (
        SELECT v AS now, motcua.calendar_with_day(v, day, kind) AS then,
               motcua.previous_working_day(day, v) AS eve
        FROM motcua.calendar_value(calendar) AS v
    ), due AS (
        SELECT d.due_now,
               motcua.add_working_days(value.eve,
                                       motcua.working_days_between(value.eve, d.due_now,
                                                                   value.now),
                                       value.then) AS due_then
        FROM value, pg_catalog.unnest(due_dates) AS d (due_now)
        WHERE d.due_now >= day
    )
    SELECT due.due_now, due.due_then
    FROM due
    WHERE due.due_now <> due.due_then
    ORDER BY due.due_now;
END;
COMMENT ON FUNCTION motcua.calendar_impact(date, text, date[], text)
    IS 'Liệt kê những ngày hẹn trả đã cho sẽ thay đổi nếu một ngày thành nghỉ hoặc làm việc. | '
       'List which of the given due dates would move if a day became off or work.';
