-- Shipped and local calendars side by side. The functions give what the library ships.

CREATE FUNCTION motcua_internal.shipped_calendars()
    RETURNS TABLE (name text, title text, work_week text, time_zone text, late_reception text,
                   same_day_cutoff time, due_time text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_calendars'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.shipped_calendars()
    IS 'Internal: the calendars that the library ships';
CREATE FUNCTION motcua_internal.shipped_days()
    RETURNS TABLE (calendar text, day date, kind text, reason text, title text, source text,
                   status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.shipped_days()
    IS 'Internal: the days of the shipped calendars that differ from the work week';
CREATE FUNCTION motcua_internal.shipped_shifts()
    RETURNS TABLE (calendar text, weekdays text, opens time, closes time, counts boolean)
    AS 'MODULE_PATHNAME', 'motcua_shipped_shifts'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.shipped_shifts()
    IS 'Internal: the office hours of the shipped calendars';

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
    IS 'Mọi lịch làm việc: có sẵn (shipped) và của đơn vị (local); ô trống là theo lịch cha | '
       'All calendars, shipped and local; NULL means as the parent';
COMMENT ON COLUMN motcua.calendars.name
    IS 'Tên lịch, dùng làm tham số calendar | Name, given as the argument calendar';
COMMENT ON COLUMN motcua.calendars.title IS 'Tên đầy đủ | Title';
COMMENT ON COLUMN motcua.calendars.parent IS 'Lịch cha | The calendar it inherits from';
COMMENT ON COLUMN motcua.calendars.work_week
    IS 'Tuần làm việc, bảy chữ số từ thứ Hai: 1 làm việc, 0 nghỉ | '
       'Seven digits, Monday first: 1 works, 0 rests';
COMMENT ON COLUMN motcua.calendars.time_zone IS 'Múi giờ | Zone of the office''s wall time';
COMMENT ON COLUMN motcua.calendars.late_reception
    IS 'Tiếp nhận ngoài giờ: tính từ ngày làm việc kế tiếp '
       '(next_working_day) hay chính ngày đó (event_day) | '
       'Received out of hours counts from the next working day, or from the day itself';
COMMENT ON COLUMN motcua.calendars.same_day_cutoff
    IS 'Giờ chốt của thủ tục trả trong ngày | '
       'Received later than this, a same-day procedure is due the next working day';
COMMENT ON COLUMN motcua.calendars.due_time
    IS 'Giờ hẹn trả: close cuối giờ làm việc, same_time đúng giờ tiếp nhận, midnight 24 giờ | '
       'Time of day of a due instant: close of the office, same_time as received, midnight';
COMMENT ON COLUMN motcua.calendars.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';

CREATE VIEW motcua.calendar_days AS
SELECT s.calendar COLLATE pg_catalog."C" AS calendar, s.day, s.kind, s.reason, s.title, s.source,
       s.status, 'shipped'::text AS origin
FROM motcua_internal.shipped_days() AS s
UNION ALL
SELECT d.calendar, d.day, d.kind, d.reason, d.title, d.source, d.status, 'local'
FROM motcua.calendar_day AS d;
COMMENT ON VIEW motcua.calendar_days
    IS 'Các ngày khác tuần làm việc: có sẵn (shipped) và do đơn '
       'vị khai báo (local, được ưu tiên) | '
       'Days that differ from the work week, shipped and local; local ones win';
COMMENT ON COLUMN motcua.calendar_days.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.calendar_days.day IS 'Ngày | The day';
COMMENT ON COLUMN motcua.calendar_days.kind IS 'off: nghỉ; work: làm việc | off or work';
COMMENT ON COLUMN motcua.calendar_days.reason
    IS 'Lý do: holiday nghỉ lễ, compensation nghỉ bù, swap hoán đổi, local của đơn vị | '
       'Why: holiday, compensation, swap or local';
COMMENT ON COLUMN motcua.calendar_days.title IS 'Tên ngày | Name of the day';
COMMENT ON COLUMN motcua.calendar_days.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.calendar_days.status
    IS 'official: chính thức; provisional: tạm tính; unverified: đề xuất, chưa áp dụng | '
       'official, provisional, or unverified: proposed, not in force';
COMMENT ON COLUMN motcua.calendar_days.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';

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
    IS 'Giờ làm việc: có sẵn (shipped) và do đơn vị khai báo (local) | '
       'Office hours, shipped and local';
COMMENT ON COLUMN motcua.shifts.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.shifts.valid IS 'Những ngày có hiệu lực | The days it holds';
COMMENT ON COLUMN motcua.shifts.season_start
    IS 'Ngày đầu mùa, tháng-ngày | First day of the season, MM-DD';
COMMENT ON COLUMN motcua.shifts.season_end
    IS 'Ngày cuối mùa, tháng-ngày | Last day of the season, MM-DD';
COMMENT ON COLUMN motcua.shifts.weekdays
    IS 'Các thứ trong tuần, bảy chữ số từ thứ Hai: 1 là có ca | '
       'Seven digits, Monday first: 1 on that weekday';
COMMENT ON COLUMN motcua.shifts.opens IS 'Giờ bắt đầu | When it opens';
COMMENT ON COLUMN motcua.shifts.closes IS 'Giờ kết thúc | When it closes';
COMMENT ON COLUMN motcua.shifts.counts
    IS 'true: tính vào thời hạn; false: chỉ tiếp nhận và trả kết quả | '
       'false: the desk receives and returns, but time does not run toward limits';
COMMENT ON COLUMN motcua.shifts.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';
