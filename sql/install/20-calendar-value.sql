-- The type work_calendar: a calendar as a value, for IMMUTABLE functions,
-- indexes and foreign servers.

@template type_io type="work_calendar";
CREATE TYPE motcua.work_calendar (
    INPUT = motcua.work_calendar_in,
    OUTPUT = motcua.work_calendar_out,
    RECEIVE = motcua.work_calendar_recv,
    SEND = motcua.work_calendar_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended
);
COMMENT ON TYPE motcua.work_calendar
    IS 'Lịch làm việc ở dạng giá trị: do motcua.calendar_value(name) lập, '
       'mọi hàm về lịch nhận thay cho tên lịch. | '
       'A working-day calendar as a value: made by motcua.calendar_value(name), taken by every '
       'calendar function in place of a name.';

@template comparison type="work_calendar" values="Calendars" values_vi="Các lịch làm việc"
    order="Lịch làm việc trong DISTINCT, GROUP BY và ORDER BY. | Calendars in DISTINCT, GROUP BY and
    ORDER BY.";

@template json_casts type="work_calendar" vi="lịch làm việc" en="a calendar";
