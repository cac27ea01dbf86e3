-- The DBA's own calendars, days, years and hours. What the library ships (vn, vn_statutory) is not
-- in these tables, so they are dumped whole; the views in 24-calendar-views.sql show both.

CREATE TABLE motcua.calendar (
    name             text COLLATE "C" PRIMARY KEY CONSTRAINT calendar_name_is_short CHECK (
        pg_catalog.octet_length(
            name) BETWEEN 1 AND 63) CONSTRAINT calendar_name_is_not_shipped CHECK (
        name NOT IN ('vn', 'vn_statutory')),
    title            text,
    parent           text COLLATE "C" NOT NULL DEFAULT 'vn',
    work_week        text CONSTRAINT calendar_work_week_is_seven_0_or_1
                     CHECK (work_week ~ '^[01]{7}$' AND work_week <> '0000000'),
    time_zone        text,
    late_reception   text CONSTRAINT calendar_late_reception_is_known CHECK (late_reception IN (
                                                                                 'next_working_day',
                                                                                 'event_day')),
    same_day_cutoff  time CONSTRAINT calendar_same_day_cutoff_on_a_second
                     CHECK (same_day_cutoff = pg_catalog.date_trunc('second', same_day_cutoff)),
    due_time         text CONSTRAINT calendar_due_time_is_known CHECK (due_time IN ('close',
                                                                                    'same_time',
                                                                                    'midnight'))
);
COMMENT ON TABLE motcua.calendar
    IS 'Bảng này giữ lịch làm việc của đơn vị: mỗi lịch chỉ ghi chỗ khác lịch cha, NULL là theo '
       'lịch cha. | '
       'This table holds the calendars of the DBA. Each says what differs from its parent; NULL '
       'means as the parent.';
COMMENT ON COLUMN motcua.calendar.name
    IS 'Tên lịch, dùng làm đối số calendar. | '
       'The name of the calendar, which the argument calendar takes.';
COMMENT ON COLUMN motcua.calendar.title
    IS 'Tên đầy đủ, như Lịch làm việc của UBND xã. | The full name of the calendar.';
COMMENT ON COLUMN motcua.calendar.parent
    IS 'Lịch cha: lịch có sẵn (vn, vn_statutory) hoặc lịch khác của bảng này. | '
       'The calendar that this one inherits from: a shipped one (vn, vn_statutory) or another of '
       'this table.';
COMMENT ON COLUMN motcua.calendar.work_week
    IS 'Tuần làm việc, bảy chữ số từ thứ Hai: 1 là làm việc, 0 là nghỉ. | '
       'The work week in seven digits, Monday first: 1 works, 0 rests.';
COMMENT ON COLUMN motcua.calendar.time_zone
    IS 'Múi giờ của cơ quan. | The time zone of the office.';
COMMENT ON COLUMN motcua.calendar.late_reception
    IS 'Hồ sơ tiếp nhận ngoài giờ tính từ ngày làm việc kế tiếp (next_working_day) hay chính ngày '
       'đó (event_day). | '
       'A dossier that is received out of hours counts from the next working day '
       '(next_working_day) or from the day itself (event_day).';
COMMENT ON COLUMN motcua.calendar.same_day_cutoff
    IS 'Giờ chốt của thủ tục trả trong ngày; hồ sơ nhận sau giờ này thì trả ngày làm việc kế '
       'tiếp. | '
       'If a dossier of a same-day procedure is received later than this time, it is due on the '
       'next working day.';
COMMENT ON COLUMN motcua.calendar.due_time
    IS 'Giờ hẹn trả: close là cuối giờ làm việc, same_time là đúng giờ tiếp nhận, midnight là 24 '
       'giờ. | '
       'The time of day when a dossier is due: close is the close of the office, same_time the '
       'time of receipt, midnight the end of the day.';

CREATE TABLE motcua.calendar_day (
    calendar      text COLLATE "C" NOT NULL,
    day           date NOT NULL CONSTRAINT calendar_day_is_covered CHECK (day BETWEEN '1990-01-01'
                                                                              AND '2100-12-31'),
    kind          text NOT NULL CONSTRAINT calendar_day_kind_is_known CHECK (kind IN ('off',
                                                                                      'work')),
    reason        text NOT NULL DEFAULT 'local' CONSTRAINT calendar_day_reason_is_known CHECK (
        reason IN ('holiday', 'compensation', 'swap', 'local')),
    title         text,
    source        text,
    status        text NOT NULL DEFAULT 'official' CONSTRAINT calendar_day_status_is_known CHECK (
        status IN ('official', 'provisional')),
    PRIMARY KEY (calendar, day)
);
COMMENT ON TABLE motcua.calendar_day
    IS 'Bảng này giữ ngày nghỉ và ngày làm bù do đơn vị khai báo; ghi cho lịch vn khi có quyết '
       'định mới hơn bản này. | '
       'This table holds the days off and make-up days that the DBA adds to a calendar, also to '
       'vn for a decision that is newer than this release.';
COMMENT ON COLUMN motcua.calendar_day.calendar
    IS 'Tên lịch có ngày này. | The calendar that has the day.';
COMMENT ON COLUMN motcua.calendar_day.day IS 'Ngày được khai báo. | The day.';
COMMENT ON COLUMN motcua.calendar_day.kind
    IS 'off là nghỉ, work là làm việc. | It is off for a day off, work for a make-up day.';
COMMENT ON COLUMN motcua.calendar_day.reason
    IS 'Lý do: holiday nghỉ lễ, compensation nghỉ bù, swap hoán đổi, local của đơn vị. | '
       'The reason: holiday, compensation, swap or local.';
COMMENT ON COLUMN motcua.calendar_day.title IS 'Tên ngày. | The name of the day.';
COMMENT ON COLUMN motcua.calendar_day.source
    IS 'Căn cứ: văn bản quy định ngày này. | The document that decides the day.';
COMMENT ON COLUMN motcua.calendar_day.status
    IS 'official là chính thức, provisional là tạm tính. | '
       'It is official, or provisional until it is confirmed.';

CREATE TABLE motcua.calendar_year (
    calendar      text COLLATE "C" NOT NULL,
    year          integer NOT NULL CONSTRAINT calendar_year_is_covered CHECK (year BETWEEN 1990
                                                                                  AND 2100),
    status        text NOT NULL DEFAULT 'official' CONSTRAINT calendar_year_status_is_known CHECK (
        status IN ('official', 'provisional')),
    source        text,
    PRIMARY KEY (calendar, year)
);
COMMENT ON TABLE motcua.calendar_year
    IS 'Bảng này ghi năm nào đã có quyết định chính thức về lịch nghỉ (official) hay còn tạm tính '
       '(provisional). | '
       'This table declares that the decisions on the days off of a year are out (official), or '
       'not yet (provisional).';
COMMENT ON COLUMN motcua.calendar_year.calendar IS 'Tên lịch. | The name of the calendar.';
COMMENT ON COLUMN motcua.calendar_year.year IS 'Năm dương lịch. | The civil year.';
COMMENT ON COLUMN motcua.calendar_year.status
    IS 'official là chính thức, provisional là tạm tính. | It is official or provisional.';
COMMENT ON COLUMN motcua.calendar_year.source
    IS 'Căn cứ: văn bản quy định lịch nghỉ của năm. | The document that decides the year.';

CREATE TABLE motcua.shift (
    calendar      text COLLATE "C" NOT NULL,
    valid         daterange NOT NULL DEFAULT '(,)' CONSTRAINT shift_valid_is_not_empty CHECK (
        NOT pg_catalog.isempty(valid)),
    season_start  text NOT NULL DEFAULT '01-01' CONSTRAINT shift_season_start_is_month_day CHECK (
        season_start ~ '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|'
                       '30)|02-(0[1-9]|[12][0-9]))$'),
    season_end    text NOT NULL DEFAULT '12-31' CONSTRAINT shift_season_end_is_month_day CHECK (
        season_end ~ '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|'
                     '30)|02-(0[1-9]|[12][0-9]))$'),
    weekdays      text NOT NULL DEFAULT '1111100' CONSTRAINT shift_weekdays_are_seven_0_or_1 CHECK (
        weekdays ~ '^[01]{7}$' AND weekdays <> '0000000'),
    opens         time NOT NULL CONSTRAINT shift_opens_on_a_second CHECK (
        opens = pg_catalog.date_trunc('second', opens)),
    closes        time NOT NULL CONSTRAINT shift_closes_on_a_second CHECK (
        closes = pg_catalog.date_trunc('second', closes)),
    counts        boolean NOT NULL DEFAULT true,
    CONSTRAINT shift_opens_before_it_closes CHECK (opens < closes),
    PRIMARY KEY (calendar, valid, season_start, season_end, weekdays, opens)
);
COMMENT ON TABLE motcua.shift
    IS 'Bảng này giữ giờ làm việc: mỗi ngày nhiều ca, theo thời gian hiệu lực, mùa và thứ. Lịch '
       'gần nhất có ca trong ngày cho mọi ca của ngày đó. | '
       'This table holds the office hours: several shifts a day, by dates, season and weekday. '
       'The nearest calendar that has a shift on a day supplies all shifts of that day.';
COMMENT ON COLUMN motcua.shift.calendar IS 'Tên lịch có ca này. | The calendar that has the shift.';
COMMENT ON COLUMN motcua.shift.valid
    IS 'Những ngày ca có hiệu lực; mặc định không giới hạn. | '
       'The days on which the shift holds; unbounded by default.';
COMMENT ON COLUMN motcua.shift.season_start
    IS 'Ngày đầu mùa hằng năm, tháng-ngày; mùa có thể qua năm mới; 01-01 đến 12-31 là cả năm. | '
       'The first day of the season every year, as MM-DD. A season may run over New Year; 01-01 '
       'to 12-31 is all the year.';
COMMENT ON COLUMN motcua.shift.season_end
    IS 'Ngày cuối mùa, tháng-ngày. | The last day of the season, as MM-DD.';
COMMENT ON COLUMN motcua.shift.weekdays
    IS 'Các thứ trong tuần, bảy chữ số từ thứ Hai: 1 là có ca. | '
       'The weekdays in seven digits, Monday first: 1 if the shift is on that weekday.';
COMMENT ON COLUMN motcua.shift.opens IS 'Giờ bắt đầu ca. | The time when the shift begins.';
COMMENT ON COLUMN motcua.shift.closes IS 'Giờ kết thúc ca. | The time when the shift ends.';
COMMENT ON COLUMN motcua.shift.counts
    IS 'true là tính vào thời hạn; false là chỉ tiếp nhận và trả kết quả. | '
       'If it is false, the desk receives and returns dossiers, but the time does not count '
       'toward limits.';

-- Every edit is seen by every session at its next statement: the triggers tell the caches, also
-- under logical replication and session_replication_role = replica (ENABLE ALWAYS), and refuse what
-- does not make a calendar. These references are no foreign keys: pg_restore -j loads the tables in
-- any order, and COPY must not be refused for that. In COPY a row whose calendar is not there yet
-- gets a warning, elsewhere it is an error.
CREATE FUNCTION motcua_internal.calendar_changed() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_calendar_changed'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.calendar_changed()
    IS 'Internal: this trigger tells all sessions that a calendar table changed.';
CREATE FUNCTION motcua_internal.check_calendar() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_calendar'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.check_calendar()
    IS 'Internal: this trigger refuses unknown calendars, calendars that inherit from themselves '
       'and shifts that overlap.';
CREATE FUNCTION motcua_internal.calendar_removed() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_calendar_removed'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.calendar_removed()
    IS 'Internal: this trigger deletes the rows of a calendar with the calendar unless somebody '
       'uses it, and lets all references follow a new name.';

CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.calendar_day
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.calendar_year
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.shift
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.calendar
    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.calendar_day
    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.calendar_year
    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.shift
    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.calendar_changed();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_calendar();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.calendar_day
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_calendar();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.calendar_year
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_calendar();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.shift
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_calendar();
CREATE TRIGGER calendar_removed AFTER DELETE OR UPDATE OF name ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.calendar_removed();
COMMENT ON TRIGGER calendar_changed ON motcua.calendar
    IS 'Báo thay đổi cho mọi phiên làm việc. | Tells all sessions about a change.';
COMMENT ON TRIGGER calendar_changed ON motcua.calendar_day
    IS 'Báo thay đổi cho mọi phiên làm việc. | Tells all sessions about a change.';
COMMENT ON TRIGGER calendar_changed ON motcua.calendar_year
    IS 'Báo thay đổi cho mọi phiên làm việc. | Tells all sessions about a change.';
COMMENT ON TRIGGER calendar_changed ON motcua.shift
    IS 'Báo thay đổi cho mọi phiên làm việc. | Tells all sessions about a change.';
COMMENT ON TRIGGER calendar_truncated ON motcua.calendar
    IS 'Báo TRUNCATE cho mọi phiên làm việc. | Tells all sessions about a TRUNCATE.';
COMMENT ON TRIGGER calendar_truncated ON motcua.calendar_day
    IS 'Báo TRUNCATE cho mọi phiên làm việc. | Tells all sessions about a TRUNCATE.';
COMMENT ON TRIGGER calendar_truncated ON motcua.calendar_year
    IS 'Báo TRUNCATE cho mọi phiên làm việc. | Tells all sessions about a TRUNCATE.';
COMMENT ON TRIGGER calendar_truncated ON motcua.shift
    IS 'Báo TRUNCATE cho mọi phiên làm việc. | Tells all sessions about a TRUNCATE.';
COMMENT ON TRIGGER check_calendar ON motcua.calendar
    IS 'Từ chối lịch cha không có và lịch kế thừa chính nó. | Refuses an unknown parent and a '
       'calendar that inherits from itself.';
COMMENT ON TRIGGER check_calendar ON motcua.calendar_day
    IS 'Từ chối lịch không có. | Refuses an unknown calendar.';
COMMENT ON TRIGGER check_calendar ON motcua.calendar_year
    IS 'Từ chối lịch không có. | Refuses an unknown calendar.';
COMMENT ON TRIGGER check_calendar ON motcua.shift
    IS 'Từ chối lịch không có và các ca chồng lên nhau. | Refuses an unknown calendar and shifts '
       'that overlap.';
COMMENT ON TRIGGER calendar_removed ON motcua.calendar
    IS 'Xóa các dòng của lịch bị xóa, từ chối khi còn lịch khác hoặc cơ quan dùng; lịch đổi tên '
       'thì mọi nơi dùng đổi theo. | Deletes the rows of a calendar that is deleted and refuses while '
       'another calendar or an agency uses it. What uses a renamed calendar follows.';
ALTER TABLE motcua.calendar ENABLE ALWAYS TRIGGER calendar_changed,
ENABLE ALWAYS TRIGGER calendar_truncated;
ALTER TABLE motcua.calendar_day ENABLE ALWAYS TRIGGER calendar_changed,
ENABLE ALWAYS TRIGGER calendar_truncated;
ALTER TABLE motcua.calendar_year ENABLE ALWAYS TRIGGER calendar_changed,
ENABLE ALWAYS TRIGGER calendar_truncated;
ALTER TABLE motcua.shift ENABLE ALWAYS TRIGGER calendar_changed,
ENABLE ALWAYS TRIGGER calendar_truncated;

SELECT pg_catalog.pg_extension_config_dump('motcua.calendar', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.calendar_day', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.calendar_year', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.shift', '');
