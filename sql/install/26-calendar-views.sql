-- Shipped and local calendars side by side. The functions give what the library ships.

CREATE FUNCTION motcua_internal.shipped_calendars()
    RETURNS TABLE (name text, title text, work_week text, time_zone text, late_reception text,
                   same_day_cutoff time, due_time text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_calendars'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.shipped_calendars()
    IS 'Internal: lists the calendars that the library ships.';
CREATE FUNCTION motcua_internal.shipped_days()
    RETURNS TABLE (calendar text, day date, kind text, reason text, title text, source text,
                   status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.shipped_days()
    IS 'Internal: lists the days of the shipped calendars that differ from the work week.';
CREATE FUNCTION motcua_internal.shipped_shifts()
    RETURNS TABLE (calendar text, weekdays text, opens time, closes time, counts boolean)
    AS 'MODULE_PATHNAME', 'motcua_shipped_shifts'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.shipped_shifts()
    IS 'Internal: lists the office hours of the shipped calendars.';

CREATE VIEW motcua.calendars AS
SELECT s.name COLLATE pg_catalog."C" AS name, s.title, NULL::text COLLATE pg_catalog."C" AS parent,
       s.work_week, s.time_zone, s.late_reception, s.same_day_cutoff, s.due_time,
       'shipped'::text AS origin
FROM motcua_internal.shipped_calendars() AS s
UNION ALL
SELECT c.name, c.title, c.parent, c.work_week, c.time_zone, c.late_reception, c.same_day_cutoff,
       c.due_time, 'local'
FROM motcua.calendar AS c;
COMMENT ON VIEW motcua.calendars
    IS 'Khung nhìn này liệt kê mọi lịch làm việc: có sẵn (shipped) và của đơn vị (local); NULL là '
       'theo lịch cha. | '
       'This view lists all calendars, shipped and local; NULL means as the parent.';
COMMENT ON COLUMN motcua.calendars.name
    IS 'Tên lịch, dùng làm đối số calendar. | '
       'The name of the calendar, which the argument calendar takes.';
COMMENT ON COLUMN motcua.calendars.title IS 'Tên đầy đủ của lịch. | The full name of the calendar.';
COMMENT ON COLUMN motcua.calendars.parent
    IS 'Lịch cha. | The calendar that this one inherits from.';
COMMENT ON COLUMN motcua.calendars.work_week
    IS 'Tuần làm việc, bảy chữ số từ thứ Hai: 1 là làm việc, 0 là nghỉ. | '
       'The work week in seven digits, Monday first: 1 works, 0 rests.';
COMMENT ON COLUMN motcua.calendars.time_zone
    IS 'Múi giờ của cơ quan. | The time zone of the office.';
COMMENT ON COLUMN motcua.calendars.late_reception
    IS 'Hồ sơ tiếp nhận ngoài giờ tính từ ngày làm việc kế tiếp (next_working_day) hay chính ngày '
       'đó (event_day). | '
       'A dossier that is received out of hours counts from the next working day '
       '(next_working_day) or from the day itself (event_day).';
COMMENT ON COLUMN motcua.calendars.same_day_cutoff
    IS 'Giờ chốt của thủ tục trả trong ngày. | '
       'If a dossier of a same-day procedure is received later than this time, it is due on the '
       'next working day.';
COMMENT ON COLUMN motcua.calendars.due_time
    IS 'Giờ hẹn trả: close là cuối giờ làm việc, same_time là đúng giờ tiếp nhận, midnight là 24 '
       'giờ. | '
       'The time of day when a dossier is due: close is the close of the office, same_time the '
       'time of receipt, midnight the end of the day.';
COMMENT ON COLUMN motcua.calendars.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the calendar, local if the DBA defines it.';

CREATE VIEW motcua.calendar_days AS
SELECT s.calendar COLLATE pg_catalog."C" AS calendar, s.day, s.kind, s.reason, s.title, s.source,
       s.status, 'shipped'::text AS origin
FROM motcua_internal.shipped_days() AS s
UNION ALL
SELECT d.calendar, d.day, d.kind, d.reason, d.title, d.source, d.status, 'local'
FROM motcua.calendar_day AS d;
COMMENT ON VIEW motcua.calendar_days
    IS 'Khung nhìn này liệt kê các ngày khác tuần làm việc: có sẵn (shipped) và do đơn vị khai '
       'báo (local, được ưu tiên). | '
       'This view lists the days that differ from the work week, shipped and local; local ones '
       'take precedence.';
COMMENT ON COLUMN motcua.calendar_days.calendar
    IS 'Tên lịch có ngày này. | The calendar that has the day.';
COMMENT ON COLUMN motcua.calendar_days.day IS 'Ngày khác tuần làm việc. | The day.';
COMMENT ON COLUMN motcua.calendar_days.kind
    IS 'off là nghỉ, work là làm việc. | It is off for a day off, work for a make-up day.';
COMMENT ON COLUMN motcua.calendar_days.reason
    IS 'Lý do: holiday nghỉ lễ, compensation nghỉ bù, swap hoán đổi, local của đơn vị. | '
       'The reason: holiday, compensation, swap or local.';
COMMENT ON COLUMN motcua.calendar_days.title IS 'Tên ngày. | The name of the day.';
COMMENT ON COLUMN motcua.calendar_days.source
    IS 'Căn cứ: văn bản quy định ngày này. | The document that decides the day.';
COMMENT ON COLUMN motcua.calendar_days.status
    IS 'official là chính thức, provisional là tạm tính, unverified là đề xuất, chưa áp dụng. | '
       'It is official, provisional, or unverified: proposed and not in force.';
COMMENT ON COLUMN motcua.calendar_days.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the day, local if the DBA defines it.';

CREATE VIEW motcua.shifts AS
SELECT s.calendar COLLATE pg_catalog."C" AS calendar, '(,)'::daterange AS valid,
       '01-01'::text AS season_start, '12-31'::text AS season_end,
       s.weekdays, s.opens, s.closes, s.counts, 'shipped'::text AS origin
FROM motcua_internal.shipped_shifts() AS s
UNION ALL
SELECT h.calendar, h.valid, h.season_start, h.season_end, h.weekdays, h.opens, h.closes, h.counts,
       'local'
FROM motcua.shift AS h;
COMMENT ON VIEW motcua.shifts
    IS 'Khung nhìn này liệt kê giờ làm việc: có sẵn (shipped) và do đơn vị khai báo (local). | '
       'This view lists the office hours, shipped and local.';
COMMENT ON COLUMN motcua.shifts.calendar
    IS 'Tên lịch có ca này. | The calendar that has the shift.';
COMMENT ON COLUMN motcua.shifts.valid
    IS 'Những ngày ca có hiệu lực. | The days on which the shift holds.';
COMMENT ON COLUMN motcua.shifts.season_start
    IS 'Ngày đầu mùa, tháng-ngày. | The first day of the season, as MM-DD.';
COMMENT ON COLUMN motcua.shifts.season_end
    IS 'Ngày cuối mùa, tháng-ngày. | The last day of the season, as MM-DD.';
COMMENT ON COLUMN motcua.shifts.weekdays
    IS 'Các thứ trong tuần, bảy chữ số từ thứ Hai: 1 là có ca. | '
       'The weekdays in seven digits, Monday first: 1 if the shift is on that weekday.';
COMMENT ON COLUMN motcua.shifts.opens IS 'Giờ bắt đầu ca. | The time when the shift begins.';
COMMENT ON COLUMN motcua.shifts.closes IS 'Giờ kết thúc ca. | The time when the shift ends.';
COMMENT ON COLUMN motcua.shifts.counts
    IS 'true là tính vào thời hạn; false là chỉ tiếp nhận và trả kết quả. | '
       'If it is false, the desk receives and returns dossiers, but the time does not count '
       'toward limits.';
COMMENT ON COLUMN motcua.shifts.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the shift, local if the DBA defines it.';
