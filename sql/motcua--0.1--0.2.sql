\echo Use "ALTER EXTENSION motcua UPDATE TO '0.2'" to load this file. \quit

-- Types, operators and collations say in both languages what they are.

COMMENT ON TYPE motcua.work_calendar IS 'Lịch làm việc ở dạng giá trị: do motcua.calendar_value(name) lập, mọi hàm về lịch nhận thay cho tên lịch. | A working-day calendar as a value: made by motcua.calendar_value(name), taken by every calendar function in place of a name.';
COMMENT ON TYPE motcua.lunar_date IS 'Ngày âm lịch; leap là true nếu thuộc tháng nhuận | A lunar date; leap is true in the second of two months of the same number (tháng nhuận)';
COMMENT ON COLUMN motcua.lunar_date.year IS 'Năm âm lịch, gọi theo năm dương lịch có ngày mùng 1 Tết của nó | Lunar year, numbered by the civil year in which it begins';
COMMENT ON COLUMN motcua.lunar_date.month IS 'Tháng âm lịch, từ 1 đến 12 | Lunar month, 1 to 12';
COMMENT ON COLUMN motcua.lunar_date.day IS 'Ngày trong tháng âm lịch, từ 1 đến 30 | Day of the lunar month, 1 to 30';
COMMENT ON COLUMN motcua.lunar_date.leap IS 'Có phải tháng nhuận của năm không | Whether the month is the leap month of its year';
COMMENT ON TYPE motcua.time_limit IS 'Thời hạn giải quyết của thủ tục: số lượng và đơn vị, "5 ngày làm việc". Đọc được cách viết trên biểu mẫu, viết ra một dạng thống nhất. | The time limit of a procedure: an amount and a unit, "5 ngày làm việc". Reads what forms print, writes one Vietnamese form.';
COMMENT ON TYPE motcua.outcome IS 'Kết quả về thời hạn: trước hạn, đúng hạn, quá hạn (đã kết thúc); trong hạn, quá hạn, tạm dừng (đang giải quyết) | Deadline verdict: trước hạn, đúng hạn, quá hạn (ended); trong hạn, quá hạn, tạm dừng (open)';
COMMENT ON TYPE motcua.agency_code IS 'Mã cơ quan, 000.17.22.H56 hoặc H56.14.103; giữ nguyên cách viết | Code of an agency, 000.17.22.H56 or H56.14.103; keeps the form it was written in';
COMMENT ON OPERATOR motcua.<@ (motcua.agency_code, motcua.agency_code) IS 'là cơ quan đó hoặc đơn vị trực thuộc | is the agency or below it';
COMMENT ON OPERATOR motcua.@> (motcua.agency_code, motcua.agency_code) IS 'là cơ quan đó hoặc cấp trên của nó | is the agency or above it';
COMMENT ON TYPE motcua.dossier_code IS 'Mã hồ sơ: cơ quan, ngày tiếp nhận (năm, tháng, ngày), số thứ tự bốn đến sáu chữ số, như H56.14-240823-0001 | Code of a dossier: agency, day received (YYMMDD), number of four to six digits, as in H56.14-240823-0001';
COMMENT ON TYPE motcua.procedure_code IS 'Mã thủ tục hành chính: mã quốc gia 1.000894, hoặc của một cơ quan 1.000494.000.00.00.H29 | Code of an administrative procedure: national, 1.000894, or of one agency, 1.000494.000.00.00.H29';
COMMENT ON TYPE motcua.dossier IS 'Hồ sơ với toàn bộ diễn biến: tiếp nhận, thời hạn, các hạn trả, tạm dừng, hẹn lại và kết thúc. Sắp xếp theo mức gấp: hạn trả hiện tại sớm nhất đứng trước, không có hạn đứng sau cùng. | A dossier as its history: receipt, limit, due dates, pauses, re-appointments and end. Ordered by urgency: the current due date first, none last.';
COMMENT ON TYPE motcua.tally IS 'Số liệu chính xác của một tập hồ sơ trong một kỳ (biểu II.06a và chi tiết hơn); gộp không mất gì. Các tỷ lệ suy ra từ đó. | Exact counters of a set of dossiers over one period (form II.06a and more); merges without loss. Rates are derived from it.';
COMMENT ON OPERATOR motcua.+ (motcua.tally, motcua.tally) IS 'cộng hai bộ số liệu cùng kỳ | adds two tallies of one period';
COMMENT ON OPERATOR motcua.- (motcua.tally, motcua.tally) IS 'trừ đi một bộ số liệu cùng kỳ | subtracts a tally of the same period';
COMMENT ON TYPE motcua.lateness IS 'Bao nhiêu hồ sơ quá hạn bao nhiêu ngày làm việc: bảng đếm chính xác, gộp không mất gì. Trung bình, trung vị và lớn nhất suy ra từ đó. | How many working days late, of how many dossiers: an exact histogram that merges without loss. Average, median and maximum are derived from it.';
COMMENT ON OPERATOR motcua.+ (motcua.lateness, motcua.lateness) IS 'cộng số ngày quá hạn của hai tập hồ sơ không trùng nhau | adds the latenesses of two disjoint sets of dossiers';
COMMENT ON OPERATOR motcua.- (motcua.lateness, motcua.lateness) IS 'trừ đi số ngày quá hạn của một phần hồ sơ | subtracts the lateness of a part of the dossiers';
COMMENT ON TYPE motcua.ledger IS 'Diễn biến chính xác của một tập hồ sơ: các số đếm theo ngày, nén gọn. Cộng, trừ được, cho số liệu của bất kỳ kỳ nào. Lưu không nén thêm, vì đã gọn và đọc nhanh hơn. | The exact history of a set of dossiers: sparse counters by day, packed. Adds, subtracts, and gives the tally of any period. Stored without compression: it is packed already, and reading it stays fast.';
COMMENT ON OPERATOR motcua.+ (motcua.ledger, motcua.ledger) IS 'cộng hai sổ cái của những hồ sơ khác nhau | adds two ledgers of different dossiers';
COMMENT ON OPERATOR motcua.- (motcua.ledger, motcua.ledger) IS 'bớt hồ sơ của một sổ cái khỏi sổ cái khác | takes the dossiers of one ledger out of another';
COMMENT ON OPERATOR motcua.@@~ (text, text) IS 'tìm thấy: dấu đã gõ phải đúng, dấu chưa gõ thì sao cũng được | is found: typed marks count, missing marks match any';
COMMENT ON OPERATOR motcua.@@~* (text, text) IS 'tìm thấy, không kể dấu | is found, marks ignored';
COMMENT ON OPERATOR motcua.@@~| (text, text) IS 'tìm thấy: dấu đã gõ phải đúng, trừ chỗ viết hoàn toàn không dấu | is found: typed marks count unless none are written';
COMMENT ON OPERATOR motcua.@@~~ (text, text) IS 'tìm thấy, chấp nhận gõ sai | is found, with room for typing errors';
DO $$
BEGIN
    COMMENT ON COLLATION motcua.vi IS 'Thứ tự tiếng Việt của ICU: chữ của cả văn bản trước, dấu sau | Vietnamese order as ICU has it: letters of the whole text before tones';
    COMMENT ON COLLATION motcua.vi_ci IS 'Tiếng Việt, không phân biệt chữ hoa và cách mã hóa Unicode; không dùng cho LIKE hay chỉ mục trigram | Vietnamese, case and forms of Unicode make no difference; not for LIKE or trigram indexes';
    COMMENT ON COLLATION motcua.vi_ai IS 'Không phân biệt dấu, d và đ, chữ hoa; chỉ để so sánh bằng, không dùng cho cột có chỉ mục pg_trgm | Marks, d and đ, and case make no difference; for equality only, never on a column with a pg_trgm index';
EXCEPTION WHEN undefined_object THEN
    NULL;   -- a server without ICU has none
END
$$;

-- What the DBA should look at, each with what to do: empty when all is well. For people and for monitoring.

CREATE VIEW motcua.attention AS
-- The package was upgraded, this database was not.
SELECT 'version' AS topic, 'motcua' AS object,
       pg_catalog.format('Thư viện đang nạp là bản %s, các đối tượng SQL là bản %s', motcua.version(), e.extversion) AS problem,
       'ALTER EXTENSION motcua UPDATE' AS advice
FROM pg_catalog.pg_extension AS e
WHERE e.extname = 'motcua' AND e.extversion <> motcua.version()
UNION ALL
-- The days off of a year are decided in the autumn before. The calendar that is decided on is named, not every one below it.
SELECT 'calendar', c.name,
       pg_catalog.format('Lịch nghỉ năm %s chưa có quyết định chính thức, đang tạm tính', y.year),
       pg_catalog.format('Khi có quyết định: INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source) VALUES (%1$L, ...);'
                         ' INSERT INTO motcua.calendar_year (calendar, year, status, source) VALUES (%1$L, %2$s, ''official'', ...)', c.name, y.year)
FROM motcua.calendars AS c
CROSS JOIN LATERAL pg_catalog.generate_series(EXTRACT(year FROM motcua.today())::integer,
                                              EXTRACT(year FROM motcua.today() + 61)::integer) AS y (year)
WHERE c.parent IS NULL AND c.name <> 'vn_statutory' AND motcua.calendar_status(y.year, c.name) <> 'official'
UNION ALL
SELECT 'rollup', r.schema_name, r.stale_reason, pg_catalog.format('SELECT motcua.rebuild_rollup(%L)', r.schema_name)
FROM motcua.rollups AS r
WHERE r.stale_reason IS NOT NULL
UNION ALL
SELECT 'watch', w.relation, 'Trigger ghi nhật ký thay đổi đang bị tắt', pg_catalog.format('ALTER TABLE %s ENABLE ALWAYS TRIGGER motcua_watch', w.relation)
FROM motcua.watches AS w
WHERE w.enabled <> 'always'
UNION ALL
SELECT DISTINCT 'collation', s.index_name,
       pg_catalog.format('Bảng sắp xếp %s đã đổi phiên bản từ %s sang %s', s.collation_name, s.recorded_version, s.actual_version),
       pg_catalog.format('REINDEX INDEX %s', s.index_name)
FROM motcua.stale_collations AS s
UNION ALL
SELECT DISTINCT 'collation', s.collation_name, 'Sau khi REINDEX mọi chỉ mục của bảng sắp xếp này',
       CASE s.collation_name WHEN 'default' THEN pg_catalog.format('ALTER DATABASE %I REFRESH COLLATION VERSION', pg_catalog.current_database())
            ELSE pg_catalog.format('ALTER COLLATION %s REFRESH VERSION', s.collation_name) END
FROM motcua.stale_collations AS s;
COMMENT ON VIEW motcua.attention IS 'Những việc người quản trị cần xem, kèm cách làm; trống là ổn | What a DBA should look at, and what to do; empty when all is well';
COMMENT ON COLUMN motcua.attention.topic IS 'Loại việc: version, calendar, rollup, watch, collation | The topic';
COMMENT ON COLUMN motcua.attention.object IS 'Đối tượng | The object';
COMMENT ON COLUMN motcua.attention.problem IS 'Vấn đề | What is the matter';
COMMENT ON COLUMN motcua.attention.advice IS 'Cách làm | What to do';
GRANT SELECT ON motcua.attention TO PUBLIC;

-- What only PostgreSQL, an aggregate or a trigger calls says so: Internal.

DO $$
DECLARE
    f record;
BEGIN
    FOR f IN
        SELECT p.oid::pg_catalog.regprocedure AS signature, pg_catalog.obj_description(p.oid, 'pg_proc') AS comment
        FROM pg_catalog.pg_proc AS p
        JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
        JOIN pg_catalog.pg_extension AS e ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid
        WHERE e.extname = 'motcua' AND p.prokind = 'f' AND p.proname <> 'average'
          AND (p.prorettype IN ('pg_catalog.trigger'::pg_catalog.regtype, 'pg_catalog.internal'::pg_catalog.regtype, 'pg_catalog.cstring'::pg_catalog.regtype)
               OR p.proargtypes::pg_catalog.oid[] && ARRAY['pg_catalog.internal'::pg_catalog.regtype, 'pg_catalog.cstring'::pg_catalog.regtype]::pg_catalog.oid[]
               OR EXISTS (SELECT FROM pg_catalog.pg_type AS t WHERE p.oid = t.typsend)
               OR EXISTS (SELECT FROM pg_catalog.pg_operator AS o WHERE p.oid = o.oprcode AND o.oprname IN ('=', '<>', '<', '<=', '>', '>='))
               OR EXISTS (SELECT FROM pg_catalog.pg_amproc AS a WHERE p.oid = a.amproc)
               OR EXISTS (SELECT FROM pg_catalog.pg_aggregate AS a
                          WHERE p.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn)))
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON FUNCTION %s IS %L', f.signature,
            CASE WHEN f.comment ~ '^Trigger' THEN 'Internal t' || pg_catalog.substr(f.comment, 2)
                 WHEN f.comment ~ '^\w+: (text|binary) (in|out)put$'
                     THEN pg_catalog.regexp_replace(f.comment, '^(\w+): (.*)$', 'Internal: \2 of \1')
                 ELSE 'Internal: ' || pg_catalog.lower(pg_catalog.left(f.comment, 1)) || pg_catalog.substr(f.comment, 2) END);
    END LOOP;
END
$$;
COMMENT ON FUNCTION motcua.vi_keys_may_suffice(internal, smallint, text, integer, internal, internal, internal) IS 'Internal: whether a text with these keys may be worth a look, where not all is known yet';

-- Comments in both languages, where there were none or they stood on others.

COMMENT ON TABLE motcua.calendar IS 'Lịch làm việc của đơn vị: chỉ ghi chỗ khác lịch cha, ô trống là theo lịch cha | Calendars of the DBA: each says what differs from its parent, NULL means as the parent';
COMMENT ON COLUMN motcua.calendar.name IS 'Tên lịch, dùng làm tham số calendar | Name, given as the argument calendar';
COMMENT ON COLUMN motcua.calendar.title IS 'Tên đầy đủ, như Lịch làm việc của UBND xã ... | Title for people';
COMMENT ON COLUMN motcua.calendar.parent IS 'Lịch cha: lịch có sẵn (vn, vn_statutory) hoặc lịch khác của bảng này | A shipped calendar or another of this table';
COMMENT ON COLUMN motcua.calendar.work_week IS 'Tuần làm việc, bảy chữ số từ thứ Hai: 1 làm việc, 0 nghỉ | Seven digits, Monday first: 1 works, 0 rests';
COMMENT ON COLUMN motcua.calendar.time_zone IS 'Múi giờ của cơ quan | Zone of the office''s wall time';
COMMENT ON COLUMN motcua.calendar.late_reception IS 'Tiếp nhận ngoài giờ: tính từ ngày làm việc kế tiếp (next_working_day) hay chính ngày đó (event_day) | Received out of hours counts from the next working day, or from the day itself';
COMMENT ON COLUMN motcua.calendar.same_day_cutoff IS 'Giờ chốt của thủ tục trả trong ngày; nhận sau giờ này thì trả ngày làm việc kế tiếp | Received later than this, a same-day procedure is due the next working day';
COMMENT ON COLUMN motcua.calendar.due_time IS 'Giờ hẹn trả: close cuối giờ làm việc, same_time đúng giờ tiếp nhận, midnight 24 giờ | Time of day of a due instant: close of the office, same_time as received, midnight';
COMMENT ON TABLE motcua.calendar_day IS 'Ngày nghỉ và ngày làm bù do đơn vị khai báo; ghi cho vn khi có quyết định mới hơn bản này | Days off and working days that the DBA adds to a calendar: to vn itself for a decision newer than this release';
COMMENT ON COLUMN motcua.calendar_day.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.calendar_day.day IS 'Ngày | The day';
COMMENT ON COLUMN motcua.calendar_day.kind IS 'off: nghỉ; work: làm việc | off or work';
COMMENT ON COLUMN motcua.calendar_day.reason IS 'Lý do: holiday nghỉ lễ, compensation nghỉ bù, swap hoán đổi, local của đơn vị | Why: holiday, compensation, swap or local';
COMMENT ON COLUMN motcua.calendar_day.title IS 'Tên ngày | Name of the day';
COMMENT ON COLUMN motcua.calendar_day.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.calendar_day.status IS 'official: chính thức; provisional: tạm tính | official, or provisional until it is confirmed';
COMMENT ON TABLE motcua.calendar_year IS 'Năm đã có quyết định chính thức về lịch nghỉ (official) hay còn tạm tính (provisional) | Declares that the decisions on a year''s days off are out (official), or not (provisional)';
COMMENT ON COLUMN motcua.calendar_year.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.calendar_year.year IS 'Năm | The year';
COMMENT ON COLUMN motcua.calendar_year.status IS 'official: chính thức; provisional: tạm tính | official or provisional';
COMMENT ON COLUMN motcua.calendar_year.source IS 'Căn cứ | The document that decided the year';
COMMENT ON TABLE motcua.shift IS 'Giờ làm việc: mỗi ngày nhiều ca, theo thời gian hiệu lực, mùa và thứ; lịch gần nhất có ca trong ngày cho mọi ca của ngày đó | Office hours: several shifts a day, by dates, season and weekday; the nearest calendar with any shift valid on a day supplies all of that day';
COMMENT ON COLUMN motcua.shift.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.shift.valid IS 'Những ngày có hiệu lực; mặc định không giới hạn | The days it holds; unbounded by default';
COMMENT ON COLUMN motcua.shift.season_start IS 'Ngày đầu mùa hằng năm, tháng-ngày; mùa có thể qua năm mới; 01-01 đến 12-31 là cả năm | First day of the season every year, MM-DD; a season may run over New Year; 01-01 to 12-31 is all the year';
COMMENT ON COLUMN motcua.shift.season_end IS 'Ngày cuối mùa, tháng-ngày | Last day of the season, MM-DD';
COMMENT ON COLUMN motcua.shift.weekdays IS 'Các thứ trong tuần, bảy chữ số từ thứ Hai: 1 là có ca | Seven digits, Monday first: 1 on that weekday';
COMMENT ON COLUMN motcua.shift.opens IS 'Giờ bắt đầu | When it opens';
COMMENT ON COLUMN motcua.shift.closes IS 'Giờ kết thúc | When it closes';
COMMENT ON COLUMN motcua.shift.counts IS 'true: tính vào thời hạn; false: chỉ tiếp nhận và trả kết quả | false: the desk receives and returns, but time does not run toward limits';
COMMENT ON VIEW motcua.calendars IS 'Mọi lịch làm việc: có sẵn (shipped) và của đơn vị (local); ô trống là theo lịch cha | All calendars, shipped and local; NULL means as the parent';
COMMENT ON COLUMN motcua.calendars.name IS 'Tên lịch, dùng làm tham số calendar | Name, given as the argument calendar';
COMMENT ON COLUMN motcua.calendars.title IS 'Tên đầy đủ | Title';
COMMENT ON COLUMN motcua.calendars.parent IS 'Lịch cha | The calendar it inherits from';
COMMENT ON COLUMN motcua.calendars.work_week IS 'Tuần làm việc, bảy chữ số từ thứ Hai: 1 làm việc, 0 nghỉ | Seven digits, Monday first: 1 works, 0 rests';
COMMENT ON COLUMN motcua.calendars.time_zone IS 'Múi giờ | Zone of the office''s wall time';
COMMENT ON COLUMN motcua.calendars.late_reception IS 'Tiếp nhận ngoài giờ: tính từ ngày làm việc kế tiếp (next_working_day) hay chính ngày đó (event_day) | Received out of hours counts from the next working day, or from the day itself';
COMMENT ON COLUMN motcua.calendars.same_day_cutoff IS 'Giờ chốt của thủ tục trả trong ngày | Received later than this, a same-day procedure is due the next working day';
COMMENT ON COLUMN motcua.calendars.due_time IS 'Giờ hẹn trả: close cuối giờ làm việc, same_time đúng giờ tiếp nhận, midnight 24 giờ | Time of day of a due instant: close of the office, same_time as received, midnight';
COMMENT ON COLUMN motcua.calendars.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON VIEW motcua.calendar_days IS 'Các ngày khác tuần làm việc: có sẵn (shipped) và do đơn vị khai báo (local, được ưu tiên) | Days that differ from the work week, shipped and local; local ones win';
COMMENT ON COLUMN motcua.calendar_days.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.calendar_days.day IS 'Ngày | The day';
COMMENT ON COLUMN motcua.calendar_days.kind IS 'off: nghỉ; work: làm việc | off or work';
COMMENT ON COLUMN motcua.calendar_days.reason IS 'Lý do: holiday nghỉ lễ, compensation nghỉ bù, swap hoán đổi, local của đơn vị | Why: holiday, compensation, swap or local';
COMMENT ON COLUMN motcua.calendar_days.title IS 'Tên ngày | Name of the day';
COMMENT ON COLUMN motcua.calendar_days.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.calendar_days.status IS 'official: chính thức; provisional: tạm tính; unverified: đề xuất, chưa áp dụng | official, provisional, or unverified: proposed, not in force';
COMMENT ON COLUMN motcua.calendar_days.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON VIEW motcua.shifts IS 'Giờ làm việc: có sẵn (shipped) và do đơn vị khai báo (local) | Office hours, shipped and local';
COMMENT ON COLUMN motcua.shifts.calendar IS 'Tên lịch | The calendar';
COMMENT ON COLUMN motcua.shifts.valid IS 'Những ngày có hiệu lực | The days it holds';
COMMENT ON COLUMN motcua.shifts.season_start IS 'Ngày đầu mùa, tháng-ngày | First day of the season, MM-DD';
COMMENT ON COLUMN motcua.shifts.season_end IS 'Ngày cuối mùa, tháng-ngày | Last day of the season, MM-DD';
COMMENT ON COLUMN motcua.shifts.weekdays IS 'Các thứ trong tuần, bảy chữ số từ thứ Hai: 1 là có ca | Seven digits, Monday first: 1 on that weekday';
COMMENT ON COLUMN motcua.shifts.opens IS 'Giờ bắt đầu | When it opens';
COMMENT ON COLUMN motcua.shifts.closes IS 'Giờ kết thúc | When it closes';
COMMENT ON COLUMN motcua.shifts.counts IS 'true: tính vào thời hạn; false: chỉ tiếp nhận và trả kết quả | false: the desk receives and returns, but time does not run toward limits';
COMMENT ON COLUMN motcua.shifts.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON VIEW motcua.scales IS 'Các thang đang dùng: có sẵn (shipped) và của đơn vị (local, thay thế thang có sẵn cùng tên) | Scales in use, shipped and local; a local one stands for a shipped one of its name';
COMMENT ON COLUMN motcua.scales.name IS 'Tên thang | Name';
COMMENT ON COLUMN motcua.scales.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scales.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scales.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scales.status IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';
COMMENT ON COLUMN motcua.scales.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON VIEW motcua.scale_bands IS 'Các mức của các thang đang dùng: từ cận dưới (kể cả) đến dưới mức trên | Bands of the scales in use: from the lower bound (in) to below the next one';
COMMENT ON COLUMN motcua.scale_bands.scale IS 'Tên thang | The scale';
COMMENT ON COLUMN motcua.scale_bands.lower IS 'Cận dưới, kể cả: điểm (xếp loại) hoặc tỷ lệ (cho điểm) | Lower bound, inclusive: of a score or of a rate';
COMMENT ON COLUMN motcua.scale_bands.title IS 'Tên mức | Name of the band';
COMMENT ON COLUMN motcua.scale_bands.title_en IS 'Tên tiếng Anh | Name in English';
COMMENT ON COLUMN motcua.scale_bands.points IS 'Số điểm của mức, khi thang dùng để cho điểm | Points of the band, where the scale gives points';
COMMENT ON COLUMN motcua.scale_bands.proportional IS 'true: điểm tối đa nhân tỷ lệ | true: max points times the rate';
COMMENT ON COLUMN motcua.scale_bands.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON VIEW motcua.scorecards IS 'Các bộ chỉ số đang dùng: có sẵn (shipped) và của đơn vị (local, thay thế bộ có sẵn cùng tên) | Scorecards in use, shipped and local; a local one stands for a shipped one of its name';
COMMENT ON COLUMN motcua.scorecards.name IS 'Tên bộ chỉ số | Name';
COMMENT ON COLUMN motcua.scorecards.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scorecards.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scorecards.scale IS 'Thang xếp loại tổng điểm | Scale that rates the total';
COMMENT ON COLUMN motcua.scorecards.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scorecards.status IS 'confirmed: đã đối chiếu văn bản; unverified: còn phần chưa đối chiếu | confirmed by a document, or unverified in part';
COMMENT ON COLUMN motcua.scorecards.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON VIEW motcua.criteria IS 'Tiêu chí của các bộ chỉ số đang dùng | Criteria of the scorecards in use';
COMMENT ON COLUMN motcua.criteria.scorecard IS 'Bộ chỉ số | The scorecard';
COMMENT ON COLUMN motcua.criteria.code IS 'Mã tiêu chí: 2.1 | Code of the criterion';
COMMENT ON COLUMN motcua.criteria.ord IS 'Thứ tự trên phiếu | Place on the sheet';
COMMENT ON COLUMN motcua.criteria.section IS 'Nhóm chỉ số | Group of criteria';
COMMENT ON COLUMN motcua.criteria.section_en IS 'Nhóm chỉ số, tiếng Anh | Group in English';
COMMENT ON COLUMN motcua.criteria.title IS 'Tên tiêu chí | Title in Vietnamese';
COMMENT ON COLUMN motcua.criteria.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.criteria.max_points IS 'Điểm tối đa; trống: chưa rõ hoặc không tính điểm | Full points; NULL: not known, or not scored';
COMMENT ON COLUMN motcua.criteria.rule IS 'Cách cho điểm: linear, threshold, band, points, constant, information | How it scores';
COMMENT ON COLUMN motcua.criteria.threshold IS 'Tỷ lệ được điểm tối đa | The rate that gives full points';
COMMENT ON COLUMN motcua.criteria.scale IS 'Thang điểm của cách band | The scale of rule band';
COMMENT ON COLUMN motcua.criteria.zero IS 'Mẫu số bằng 0: null không tính, zero 0 điểm, max đủ điểm | An empty denominator: left out, no points, full points';
COMMENT ON COLUMN motcua.criteria.computed_from IS 'Lấy từ hồ sơ: chỉ số của tally, hoặc share; trống: phải nhập | From dossiers: a measure of a tally, or a share; NULL: from elsewhere';
COMMENT ON COLUMN motcua.criteria.note IS 'Ghi chú | Remarks';
COMMENT ON COLUMN motcua.criteria.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.criteria.status IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';
COMMENT ON COLUMN motcua.criteria.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | shipped with the library, or local: of the DBA';
COMMENT ON FUNCTION motcua.compact_rollups() IS 'Merges what writers appended to every roll-up that is yours, without stopping them; for a job';
COMMENT ON FUNCTION motcua.compact_rollups(name) IS 'Merges what writers appended to a roll-up, without stopping them; gives how many rows it merged';
COMMENT ON FUNCTION motcua.withdrawn(motcua.tally) IS 'Ended dossiers that the applicant withdrew';
COMMENT ON FUNCTION motcua.refused(motcua.tally) IS 'Ended dossiers that were refused';
COMMENT ON FUNCTION motcua.stopped(motcua.tally) IS 'Ended dossiers whose processing was stopped';
COMMENT ON FUNCTION motcua.withdrawn_late(motcua.tally) IS 'Late dossiers that the applicant withdrew';
COMMENT ON FUNCTION motcua.refused_late(motcua.tally) IS 'Late dossiers that were refused';
COMMENT ON FUNCTION motcua.stopped_late(motcua.tally) IS 'Late dossiers whose processing was stopped';
COMMENT ON FUNCTION motcua.on_time_no_due(motcua.tally) IS 'Dossiers counted on time because they have no due date';
COMMENT ON FUNCTION motcua.vi_match_loose(text, text) IS 'Whether the syllables of a query follow each other in a text, all marks ignored';
COMMENT ON FUNCTION motcua.vi_match_either(text, text) IS 'Whether a query is found as by vi_match, or in syllables written without any mark, whatever marks are typed';
COMMENT ON FUNCTION motcua.vi_match_fuzzy(text, text) IS 'Whether a query is found as by vi_match, with room for one typing error in every syllable';
COMMENT ON FUNCTION motcua.version() IS 'Version of the loaded library; calling it also loads the library, so that SET motcua.calendar is known';
COMMENT ON FUNCTION motcua.pauses(motcua.dossier) IS 'Gives the times when the clock stood still; a pause that is not over has no end';
COMMENT ON FUNCTION motcua.ended_at(motcua.dossier) IS 'Gives when the dossier ended; NULL while it is open';
COMMENT ON FUNCTION motcua.received_at(motcua.dossier) IS 'Gives when the dossier was received';
COMMENT ON FUNCTION motcua.ended_as(motcua.dossier) IS 'Gives how the dossier ended: result, withdrawn, refused or stopped; NULL while it is open';
COMMENT ON FUNCTION motcua.supplements(motcua.dossier) IS 'Counts how often a supplement was asked for';
COMMENT ON FUNCTION motcua.reappointments(motcua.dossier) IS 'Counts how often a new due date was promised; the law allows one';
COMMENT ON FUNCTION motcua.rollup_is_current(regclass) IS 'Tells the views of a roll-up whether it may be read, given its table rollup_delta';
COMMENT ON FUNCTION motcua.rollup_is_stale(regclass) IS 'Tells the views of a roll-up whether base rows must be counted, given its table rollup_delta';
COMMENT ON FUNCTION motcua.view_labels() IS 'Lists what the columns of an attachment''s views mean, in Vietnamese';
COMMENT ON FUNCTION motcua.verify_rollup(name) IS 'Lists where a roll-up differs from the base rows, in one snapshot: no row when they agree';
COMMENT ON FUNCTION motcua.verify_frozen(name, daterange) IS 'Lists what differs from a frozen report: cells, dossiers, and its hash; no row when nothing does';
COMMENT ON FUNCTION motcua.successor_of(text, date) IS 'Names who does an agency''s work on a day: itself while it is there or when nobody succeeded it, else the end of its chain of successors';
COMMENT ON FUNCTION motcua.html_text(text) IS 'Writes text into HTML so that it stands for itself, also within quotes';
COMMENT ON FUNCTION motcua.vi_rank(text, text) IS 'Rates how well a text is found by a query, 0 to 1: the same marks before more, none or other marks; at the beginning before inside; less else before more';

-- The other shares of a tally, by one definition each.
CREATE FUNCTION motcua.early_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.early(tally)::numeric / nullif(motcua.resolved(tally), 0);
COMMENT ON FUNCTION motcua.early_rate(motcua.tally) IS 'Share of the dossiers resolved that ended before the due day';
CREATE FUNCTION motcua.late_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.late(tally)::numeric / nullif(motcua.resolved(tally), 0);
COMMENT ON FUNCTION motcua.late_rate(motcua.tally) IS 'Share of the dossiers resolved that ended after the due day';
CREATE FUNCTION motcua.overdue_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.open_overdue(tally)::numeric / nullif(motcua.open(tally), 0);
COMMENT ON FUNCTION motcua.overdue_rate(motcua.tally) IS 'Share of the open dossiers that are overdue';
CREATE FUNCTION motcua.online_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.new_online(tally)::numeric / nullif(motcua.received(tally), 0);
COMMENT ON FUNCTION motcua.online_rate(motcua.tally) IS 'Share of the dossiers received in the period that were filed online';

-- The numbers of the bars stand in a column, clear of the target's line.
CREATE OR REPLACE FUNCTION motcua.svg_bars(labels text[], rates numeric[], target numeric) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT pg_catalog.format('<svg viewBox="0 0 640 %s" role="img" aria-label="Tỷ lệ trước hạn và đúng hạn theo đơn vị">', 28 * pg_catalog.count(*) + 24)
        || pg_catalog.string_agg(pg_catalog.format(
               '<text x="232" y="%s" text-anchor="end">%s</text><rect x="240" y="%s" width="%s" height="16" class="%s"/><text x="566" y="%s">%s</text>',
               28 * b.n - 8, motcua.html_text(CASE WHEN pg_catalog.char_length(b.label) > 29 THEN pg_catalog.left(b.label, 28) || '…' ELSE b.label END),
               28 * b.n - 20, pg_catalog.round(b.width, 1), CASE WHEN b.rate >= svg_bars.target THEN 'met' ELSE 'missed' END,
               28 * b.n - 8, coalesce(motcua.format_percent(b.rate), '–')), '' ORDER BY b.n)
        || pg_catalog.format('<line x1="%1$s" y1="0" x2="%1$s" y2="%2$s" class="target"/><text x="%1$s" y="%3$s" text-anchor="middle" class="small">Chỉ tiêu %4$s</text></svg>',
               pg_catalog.round(240 + 320 * least(svg_bars.target, 1), 1), 28 * pg_catalog.count(*) + 4, 28 * pg_catalog.count(*) + 20,
               motcua.format_percent(svg_bars.target))
    FROM (SELECT u.n, u.label, u.rate, 320 * greatest(0, least(coalesce(u.rate, 0), 1)) AS width
          FROM ROWS FROM (pg_catalog.unnest(svg_bars.labels), pg_catalog.unnest(svg_bars.rates)) WITH ORDINALITY AS u (label, rate, n)) AS b;
END;

-- The guide, in the order of a day's work.
CREATE OR REPLACE FUNCTION motcua.help(topic text DEFAULT NULL, lang text DEFAULT 'vi')
    RETURNS TABLE (task text, function_name text, description text)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH subject (number, vi, en) AS (VALUES
        (1, 'Bắt đầu', 'Start here'),
        (2, 'Lịch làm việc', 'Calendar'),
        (3, 'Giờ làm việc', 'Working time'),
        (4, 'Thời hạn và hạn trả', 'Time limits and deadlines'),
        (5, 'Hồ sơ', 'Dossiers'),
        (6, 'Kết quả về thời hạn', 'Deadline verdict'),
        (7, 'Tìm kiếm tiếng Việt', 'Vietnamese search'),
        (8, 'Sắp xếp tiếng Việt', 'Vietnamese order'),
        (9, 'Ngày và kỳ báo cáo', 'Days and periods'),
        (10, 'Số liệu giải quyết hồ sơ', 'Counting dossiers'),
        (11, 'Tỷ lệ đúng hạn', 'On-time rates'),
        (12, 'Gắn với bảng sẵn có', 'In place'),
        (13, 'Chấm điểm và xếp hạng', 'Scoring and ranking'),
        (14, 'Chống sửa số liệu', 'Integrity'),
        (15, 'Bảng tổng hợp', 'Roll-ups'),
        (16, 'Mã định danh', 'Codes'),
        (17, 'Cơ quan, đơn vị', 'Agencies'),
        (18, 'Tìm kiếm toàn văn', 'Full text search'),
        (19, 'Văn bản tiếng Việt', 'Vietnamese text'),
        (20, 'Lịch âm', 'Lunar calendar'),
        (21, 'Vẽ và viết cho trang báo cáo', 'Pages'),
        (22, 'Các bảng nhìn tự gọi', 'Called by the views')
    ), guide (ord, name, vi) AS (VALUES
        (101, 'help', 'Bảng hướng dẫn này, theo chủ đề: SELECT * FROM motcua.help(''lịch''); bằng tiếng Anh: motcua.help(lang => ''en'')'),
        (102, 'version', 'Phiên bản của thư viện đang nạp'),
        (201, 'is_working_day', 'Ngày đó cơ quan có làm việc không'),
        (202, 'explain_day', 'Vì sao một ngày là ngày làm việc hay ngày nghỉ'),
        (203, 'days_off', 'Các ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù của một năm, kèm căn cứ'),
        (204, 'add_working_days', 'Cộng (hoặc trừ) n ngày làm việc vào một ngày'),
        (205, 'working_days_between', 'Đếm số ngày làm việc giữa hai ngày'),
        (206, 'next_working_day', 'Ngày làm việc kế tiếp của một ngày'),
        (207, 'previous_working_day', 'Ngày làm việc liền trước một ngày'),
        (208, 'working_day_on_or_after', 'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc kế tiếp'),
        (209, 'working_day_on_or_before', 'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc liền trước'),
        (210, 'nth_working_day', 'Ngày làm việc thứ n của tháng; n âm thì đếm từ cuối tháng'),
        (211, 'working_days', 'Liệt kê các ngày làm việc trong một khoảng'),
        (212, 'calendar_status', 'Lịch nghỉ của năm đã có quyết định chính thức hay còn tạm tính'),
        (213, 'statutory_days_off', 'Ngày nghỉ lễ, tết và nghỉ bù của một năm theo luật, khi chưa có quyết định'),
        (214, 'calendar_impact', 'Thêm một ngày nghỉ hoặc làm bù thì những ngày hẹn nào thay đổi'),
        (215, 'calendar_value', 'Lịch ở dạng giá trị, dùng cho chỉ mục, cột sinh và máy chủ khác'),
        (216, 'with_day', 'Lịch ở dạng giá trị, giả định thêm một ngày nghỉ hoặc làm bù'),
        (301, 'add_working_time', 'Cộng (hoặc trừ) số giờ làm việc vào một thời điểm'),
        (302, 'working_time_between', 'Số giờ làm việc giữa hai thời điểm'),
        (303, 'next_working_moment', 'Chính thời điểm đó nếu trong giờ làm việc, nếu không thì lúc mở cửa kế tiếp'),
        (304, 'is_working_moment', 'Thời điểm đó có trong giờ làm việc không'),
        (401, 'due_on', 'Ngày hẹn trả của hồ sơ nhận trong một ngày, theo thời hạn giải quyết'),
        (402, 'due_at', 'Thời điểm hẹn trả theo giờ làm việc và quy định của cơ quan'),
        (403, 'try_time_limit', 'Đọc thời hạn từ văn bản; không đọc được thì NULL, không báo lỗi'),
        (404, 'is_time_limit', 'Văn bản có viết đúng một thời hạn không'),
        (405, 'make_time_limit', 'Tạo thời hạn từ số lượng và tên đơn vị'),
        (406, 'amount', 'Số lượng của thời hạn; 0 là trong ngày'),
        (407, 'unit', 'Đơn vị của thời hạn: ngày làm việc, giờ làm việc, ngày, tuần, tháng, năm, giờ'),
        (408, 'to_text', 'Viết thời hạn bằng tiếng Việt hoặc tiếng Anh'),
        (501, 'dossier', 'Lập hồ sơ có thời hạn giải quyết; tự tính hạn trả'),
        (502, 'dossier_of', 'Lập hồ sơ từ các cột sẵn có: nhận, hẹn trả, kết thúc'),
        (503, 'dossier_agg', 'Dựng hồ sơ từ bảng lịch sử trạng thái'),
        (504, 'pause', 'Tạm dừng: chờ bổ sung, chờ nghĩa vụ tài chính, tạm dừng xử lý'),
        (505, 'resume', 'Tiếp tục giải quyết; rule cho biết hạn trả thay đổi thế nào'),
        (506, 'reappoint', 'Xin lỗi và hẹn lại ngày trả kết quả'),
        (507, 'resolve', 'Kết thúc: đã có kết quả'),
        (508, 'withdraw', 'Kết thúc: công dân rút hồ sơ'),
        (509, 'refuse', 'Kết thúc: từ chối giải quyết'),
        (510, 'stop', 'Kết thúc: dừng xử lý'),
        (511, 'redue', 'Tính lại hạn trả sau khi lịch thay đổi'),
        (512, 'outcome', 'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng của một hồ sơ, tính đến một ngày'),
        (513, 'time_left', 'Thời gian làm việc còn lại đến hạn trả; âm khi quá hạn'),
        (514, 'days_late', 'Số ngày làm việc quá hạn của một hồ sơ; trung bình của nhiều hồ sơ'),
        (515, 'history', 'Diễn biến của hồ sơ và hạn trả sau mỗi lần thay đổi'),
        (516, 'received_at', 'Thời điểm tiếp nhận'),
        (517, 'time_limit', 'Thời hạn giải quyết'),
        (518, 'first_due_at', 'Hạn trả ghi trên giấy hẹn đầu tiên'),
        (519, 'original_due_at', 'Hạn trả đã tính các lần tạm dừng, không tính hẹn lại'),
        (520, 'ended_at', 'Thời điểm kết thúc'),
        (521, 'ended_as', 'Kết thúc bằng gì: có kết quả, rút, từ chối, dừng xử lý'),
        (522, 'pauses', 'Các khoảng thời gian tạm dừng'),
        (523, 'paused_time', 'Tổng thời gian tạm dừng'),
        (524, 'supplements', 'Số lần yêu cầu bổ sung giấy tờ'),
        (525, 'reappointments', 'Số lần hẹn lại ngày trả kết quả'),
        (601, 'classify', 'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng của các cột sẵn có, tính đến một ngày'),
        (701, 'vi_match', 'Tìm tiếng Việt theo từng tiếng: dấu đã gõ phải đúng, dấu chưa gõ thì sao cũng được (toán tử @@~)'),
        (702, 'vi_match_loose', 'Tìm không kể dấu (toán tử @@~*)'),
        (703, 'vi_match_either', 'Như vi_match, và tìm được cả dữ liệu viết không dấu (toán tử @@~|)'),
        (704, 'vi_match_fuzzy', 'Như vi_match, chấp nhận mỗi tiếng gõ sai một chữ (toán tử @@~~)'),
        (705, 'vi_rank', 'Mức khớp giữa văn bản và từ tìm, từ 0 đến 1, để xếp kết quả'),
        (706, 'vi_highlight', 'Đánh dấu những chỗ tìm thấy, giữ nguyên văn bản gốc'),
        (707, 'vi_index_check', 'Kiểm tra chỉ mục tìm kiếm: những dòng mà chỉ mục không tìm ra'),
        (801, 'vi_sort_key', 'Khóa sắp xếp theo từ điển: từng âm tiết, chữ trước dấu sau, số theo giá trị'),
        (802, 'vi_name_key', 'Khóa sắp xếp danh sách người: theo tên, rồi họ, rồi tên đệm'),
        (803, 'vi_match_icu', 'Tìm kiếm bất đối xứng của chính ICU, để đối chiếu'),
        (804, 'icu_version', 'Phiên bản ICU đang cài'),
        (805, 'fold_version', 'Phiên bản bảng bỏ dấu; đổi thì phải REINDEX'),
        (901, 'today', 'Ngày hôm nay theo giờ Việt Nam'),
        (902, 'vn_date', 'Ngày theo giờ Việt Nam của một thời điểm'),
        (903, 'month_of', 'Ngày đầu tháng của một ngày'),
        (904, 'quarter_of', 'Ngày đầu quý của một ngày'),
        (905, 'year_of', 'Ngày đầu năm của một ngày'),
        (906, 'report_period', 'Kỳ báo cáo theo quy định (từ ngày 15 tháng trước) hoặc theo lịch'),
        (1001, 'tally', 'Đếm hồ sơ của một kỳ (daterange) theo biểu II.06a và các số liệu chi tiết'),
        (1002, 'columns', 'Mọi chỉ số của bộ số liệu thành các cột'),
        (1003, 'report_06a', 'Các cột của biểu II.06a/VPCP/KSTT'),
        (1004, 'merge', 'Gộp số liệu cùng kỳ của nhiều đơn vị, nhiều máy chủ'),
        (1005, 'received', 'Số hồ sơ tiếp nhận mới trong kỳ'),
        (1006, 'workload', 'Tổng số hồ sơ phải giải quyết (cột 3)'),
        (1007, 'resolved', 'Số hồ sơ đã giải quyết (cột 7)'),
        (1008, 'open', 'Số hồ sơ đang giải quyết (cột 11)'),
        (1009, 'period', 'Kỳ của bộ số liệu'),
        (1010, 'violations', 'Lệch số liệu: những đẳng thức của biểu không khớp'),
        (1011, 'plus', 'Cộng hai bộ số liệu cùng kỳ (toán tử +)'),
        (1012, 'minus', 'Trừ hai bộ số liệu cùng kỳ (toán tử -)'),
        (1013, 'ledger', 'Sổ cái theo ngày của một tập hồ sơ; suy ra số liệu của bất kỳ kỳ nào'),
        (1014, 'tally_series', 'Số liệu của các kỳ liên tiếp (tháng, quý, năm) từ một sổ cái'),
        (1015, 'ledger_days', 'Các ngày có phát sinh trong sổ cái'),
        (1016, 'ledger_due_changes', 'Thay đổi về hồ sơ đến hạn sau khi tạm dừng hoặc dời hạn'),
        (1017, 'first_day', 'Ngày đầu tiên có phát sinh trong sổ cái'),
        (1018, 'lateness', 'Số ngày làm việc quá hạn của các hồ sơ quá hạn; suy ra trung bình, trung vị, lớn nhất'),
        (1019, 'late_count', 'Số hồ sơ quá hạn trong một lateness'),
        (1020, 'average', 'Số ngày làm việc quá hạn trung bình'),
        (1021, 'median', 'Trung vị số ngày làm việc quá hạn'),
        (1022, 'maximum', 'Số ngày làm việc quá hạn lớn nhất'),
        (1023, 'processing_time', 'Thời gian giải quyết trung bình của hồ sơ đã xong, theo đơn vị của thời hạn'),
        (1024, 'satisfaction_rate', 'Tỷ lệ hài lòng trong giải quyết theo Quyết định 766: không quá hạn và không bị phản ánh'),
        (1025, 'apology_rate', 'Tỷ lệ hồ sơ quá hạn hoặc hẹn lại đã gửi Phiếu xin lỗi đúng thời gian'),
        (1101, 'on_time_rate', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn, theo mẫu số được nêu tên'),
        (1102, 'rates', 'Tỷ lệ theo mọi cách tính đang dùng, kèm công thức'),
        (1103, 'meets', 'Đạt hay chưa đạt chỉ tiêu, so sánh chính xác, không làm tròn'),
        (1104, 'share', 'Tỷ lệ của một điều kiện đúng/sai (ký số, thanh toán trực tuyến, số hóa...)'),
        (1105, 'percent', 'Đổi tỷ lệ ra phần trăm, làm tròn nửa lên: 0,98826 thành 98,83'),
        (1106, 'format_percent', 'Viết tỷ lệ phần trăm kiểu Việt Nam: 98,83%'),
        (1107, 'wilson_low', 'Cận dưới Wilson 95%: xếp hạng công bằng cho đơn vị ít hồ sơ'),
        (1108, 'early_rate', 'Tỷ lệ trước hạn trên số hồ sơ đã giải quyết'),
        (1109, 'late_rate', 'Tỷ lệ quá hạn trên số hồ sơ đã giải quyết'),
        (1110, 'overdue_rate', 'Tỷ lệ quá hạn trên số hồ sơ đang giải quyết'),
        (1111, 'online_rate', 'Tỷ lệ hồ sơ nộp trực tuyến trên số tiếp nhận trong kỳ'),
        (1201, 'attach', 'Tạo lược đồ gồm các bảng nhìn trên một bảng hồ sơ sẵn có, không sửa bảng đó; xem thêm bảng nhìn motcua.attachments'),
        (1202, 'report_06a_dossiers', 'Đúng những hồ sơ được đếm trong một ô của biểu II.06a'),
        (1203, 'report_html', 'Báo cáo của một kỳ thành trang để xem và in'),
        (1204, 'detach', 'Gỡ các bảng nhìn; bảng gốc giữ nguyên'),
        (1205, 'attach_statement', 'In ra câu lệnh gắn lại như hiện tại, kèm các quyền đã cấp'),
        (1206, 'suspend', 'Tạm gỡ để phần mềm thay đổi cấu trúc bảng'),
        (1207, 'resume_attachment', 'Dựng lại sau khi tạm gỡ, kèm các quyền đã cấp'),
        (1208, 'reattach', 'Dựng lại các bảng nhìn sau khi nâng cấp motcua'),
        (1209, 'offered_indexes', 'In ra câu lệnh tạo các chỉ mục mà các bảng nhìn dùng được'),
        (1210, 'attach_opencps', 'Gắn với bảng hồ sơ của OpenCPS v2, ánh xạ sẵn mọi cột cần thiết'),
        (1211, 'import_opencps_calendar', 'Lấy ngày nghỉ, ngày làm bù và giờ làm việc từ OpenCPS v2 vào một lịch của motcua'),
        (1301, 'score_linear', 'Điểm tỷ lệ thuận đến ngưỡng, làm tròn hai chữ số'),
        (1302, 'score_threshold', 'Đạt ngưỡng thì đủ điểm, không đạt thì không có điểm'),
        (1303, 'score_step', 'Điểm theo bậc: mỗi cận dưới một số điểm'),
        (1304, 'score_band', 'Điểm theo thang trong bảng scale_band'),
        (1305, 'rating', 'Xếp loại một điểm số theo thang: từ 80 đến dưới 90 là tốt'),
        (1306, 'tally_ratio', 'Tử số và mẫu số của một chỉ số trong bộ số liệu'),
        (1307, 'observe', 'Số liệu cho các tiêu chí, lấy từ tally, để đưa vào bảng observation'),
        (1308, 'score_sheet', 'Phiếu điểm của một đơn vị: số liệu, điểm, tiêu chí còn thiếu'),
        (1309, 'score_sheets', 'Phiếu điểm của nhiều đơn vị trong một kỳ'),
        (1310, 'score_total', 'Tổng điểm, trên bao nhiêu điểm, còn thiếu tiêu chí nào'),
        (1311, 'score_board', 'Bảng điểm, xếp loại và xếp hạng trong khối'),
        (1401, 'watch', 'Ghi nhật ký mọi thay đổi của một bảng vào change_log: ai, lúc nào, từ gì thành gì'),
        (1402, 'unwatch', 'Thôi theo dõi; nhật ký vẫn còn'),
        (1403, 'freeze', 'Chốt số liệu một kỳ kèm mã băm'),
        (1404, 'verify_frozen', 'Số liệu nay khác số đã chốt ở ô nào, hồ sơ nào'),
        (1501, 'add_rollup', 'Giữ sẵn số liệu tổng hợp của một lược đồ, luôn khớp từng giao dịch'),
        (1502, 'compact_rollups', 'Gộp các thay đổi mới; chạy định kỳ, không cản ai đang ghi'),
        (1503, 'verify_rollup', 'Chỗ nào bảng tổng hợp khác với bảng gốc; không có dòng nào là khớp'),
        (1504, 'rebuild_rollup', 'Đếm lại từ đầu, khi bảng tổng hợp không còn dùng được'),
        (1505, 'drop_rollup', 'Bỏ bảng tổng hợp; các bảng nhìn lại đếm từ bảng gốc'),
        (1506, 'rollup_stale_reason', 'Vì sao bảng tổng hợp không dùng được'),
        (1601, 'is_agency_code', 'Văn bản đó có phải là mã cơ quan hợp lệ không'),
        (1602, 'try_agency_code', 'Đổi văn bản ra mã cơ quan; NULL nếu không hợp lệ'),
        (1603, 'is_dossier_code', 'Văn bản đó có phải là mã hồ sơ hợp lệ không'),
        (1604, 'try_dossier_code', 'Đổi văn bản ra mã hồ sơ; NULL nếu không hợp lệ'),
        (1605, 'is_procedure_code', 'Văn bản đó có phải là mã thủ tục hành chính hợp lệ không'),
        (1606, 'try_procedure_code', 'Đổi văn bản ra mã thủ tục hành chính; NULL nếu không hợp lệ'),
        (1607, 'parent', 'Cơ quan cấp trên trực tiếp, theo mã'),
        (1608, 'level', 'Cấp của cơ quan theo mã: 1 là tỉnh, thành phố hoặc bộ'),
        (1609, 'province', 'Mã cấp 1 (tỉnh, thành phố hoặc bộ) của cơ quan: H56'),
        (1610, 'province_name', 'Tên tỉnh, thành phố (hoặc bộ) tại một ngày, kể cả sau khi sáp nhập'),
        (1611, 'to_h_form', 'Đổi mã cũ 000.17.22.H56 sang mã mới H56.22.17; dùng để nhóm số liệu'),
        (1612, 'within_agency', 'Mã có phải của cơ quan đó hoặc đơn vị trực thuộc không (toán tử <@); dùng được chỉ mục'),
        (1613, 'contains_agency', 'Cơ quan đó có phải là chính nó hoặc cấp trên của mã không (toán tử @>); dùng được chỉ mục'),
        (1614, 'last_within', 'Mã lớn nhất có thể có trong phạm vi một cơ quan'),
        (1615, 'codes_above', 'Mã của cơ quan và mọi cấp trên, theo mọi cách viết'),
        (1616, 'agency_of', 'Mã cơ quan trong mã hồ sơ hoặc mã thủ tục'),
        (1617, 'received_on', 'Ngày tiếp nhận trong mã hồ sơ'),
        (1618, 'sequence', 'Số thứ tự trong ngày của mã hồ sơ'),
        (1619, 'national_code', 'Mã thủ tục quốc gia, bỏ phần mã cơ quan'),
        (1701, 'successor_of', 'Đơn vị kế thừa tại một ngày, sau các lần sắp xếp'),
        (1801, 'vietnamese', 'Cấu hình cho văn bản: to_tsvector(''motcua.vietnamese'', ...), ts_headline'),
        (1802, 'vietnamese_query', 'Cấu hình cho câu tìm: phraseto_tsquery(''motcua.vietnamese_query'', ...); dấu đã gõ thì phải khớp'),
        (1803, 'vietnamese_folded', 'Cấu hình không phân biệt dấu, cho cả văn bản và câu tìm'),
        (1901, 'vi_fold', 'Bỏ dấu, chữ thường, một khoảng trắng giữa các âm tiết: dạng dùng để tìm không dấu'),
        (1902, 'vi_unaccent', 'Bỏ dấu chữ Latinh; giữ nguyên chữ hoa, dấu câu và chữ viết khác'),
        (1903, 'vi_normalize', 'Thống nhất cách viết: Unicode dựng sẵn, chữ đ, vị trí dấu thanh kiểu mới (hoà) hoặc kiểu cũ (hòa)'),
        (1904, 'vi_syllables', 'Tách văn bản thành âm tiết: vị trí, chữ viết, dạng bỏ dấu, thanh điệu'),
        (1905, 'vi_family_name', 'Họ, kể cả họ ghép như Tôn Thất, Công Tằng Tôn Nữ'),
        (1906, 'vi_middle_name', 'Tên đệm: phần giữa họ và tên'),
        (1907, 'vi_given_name', 'Tên: chữ cuối của họ và tên'),
        (2001, 'to_lunar', 'Đổi ngày dương lịch sang ngày âm lịch Việt Nam (năm âm lịch 1900-2199)'),
        (2002, 'from_lunar', 'Đổi ngày âm lịch sang ngày dương lịch; tháng nhuận: leap => true'),
        (2003, 'tet', 'Ngày mùng 1 Tết của một năm âm lịch'),
        (2101, 'svg_bars', 'Biểu đồ thanh các tỷ lệ so với chỉ tiêu'),
        (2102, 'svg_trend', 'Biểu đồ đường các tỷ lệ theo tháng'),
        (2103, 'html_text', 'Viết chữ vào trang HTML cho đúng'),
        (2104, 'vi_number', 'Viết số có dấu chấm hàng nghìn: 17.391'),
        (2105, 'vi_day', 'Viết ngày: 31/12/2020'),
        (2201, 'shipped_calendars', 'Các lịch có sẵn trong thư viện (xem bảng nhìn calendars)'),
        (2202, 'shipped_days', 'Các ngày có sẵn trong thư viện (xem bảng nhìn calendar_days)'),
        (2203, 'shipped_shifts', 'Giờ làm việc có sẵn trong thư viện (xem bảng nhìn shifts)'),
        (2204, 'shipped_scorecards', 'Các bộ chỉ số có sẵn (xem bảng nhìn scorecards)'),
        (2205, 'shipped_criteria', 'Tiêu chí của các bộ chỉ số có sẵn (xem bảng nhìn criteria)'),
        (2206, 'shipped_scales', 'Các thang có sẵn (xem bảng nhìn scales)'),
        (2207, 'shipped_scale_bands', 'Các mức của thang có sẵn (xem bảng nhìn scale_bands)'),
        (2208, 'rollup_is_current', 'Các bảng nhìn hỏi: dùng được bảng tổng hợp không'),
        (2209, 'rollup_is_stale', 'Các bảng nhìn hỏi: có phải đếm từ bảng gốc không'),
        (2210, 'rollup_must_be_current', 'Kiểm tra lúc chạy câu lệnh đã lập kế hoạch theo bảng tổng hợp'),
        (2211, 'attached_relation', 'Bảng gốc của một lược đồ đã gắn'),
        (2212, 'view_labels', 'Nhãn tiếng Việt của các cột trong bảng nhìn'),
        (2213, 'require_known', 'Chính cái tên đó, hoặc lỗi nếu không tồn tại'),
        (2214, 'in_language', 'Chọn tên tiếng Việt hoặc tiếng Anh')
    ), entry AS (
        SELECT g.ord, motcua.in_language(coalesce(help.lang, 'vi'), s.vi, s.en) AS task, g.name,
               pg_catalog.concat_ws(' ', s.vi, s.en, g.name) AS headline,
               motcua.in_language(coalesce(help.lang, 'vi'), g.vi,
                   coalesce((SELECT pg_catalog.obj_description(p.oid, 'pg_proc')
                             FROM pg_catalog.pg_proc AS p
                             WHERE p.proname = g.name
                               AND p.pronamespace = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'motcua')
                             ORDER BY p.oid LIMIT 1),
                            -- a text search configuration: its comment is in both languages
                            (SELECT pg_catalog.split_part(pg_catalog.obj_description(c.oid, 'pg_ts_config'), ' / ', 1)
                             FROM pg_catalog.pg_ts_config AS c
                             WHERE c.cfgname = g.name
                               AND c.cfgnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'motcua')))) AS description
        FROM guide AS g
        JOIN subject AS s ON s.number = g.ord / 100
    ), found AS (
        -- by task and name; where that finds nothing, by what is said
        SELECT e.*, pg_catalog.min(e.nearness) OVER () AS nearest
        FROM (SELECT e.*, CASE WHEN help.topic IS NULL OR pg_catalog.strpos(pg_catalog.lower(e.headline), pg_catalog.lower(help.topic)) > 0
                                    OR motcua.vi_match(e.headline, help.topic) THEN 1
                               WHEN motcua.vi_match(e.description, help.topic) THEN 2
                               ELSE 3 END AS nearness
              FROM entry AS e) AS e
    )
    SELECT a.task, a.name, a.description
    FROM (SELECT f.ord, f.task, f.name, f.description
          FROM found AS f
          WHERE f.nearness = f.nearest AND f.nearest < 3
          UNION ALL
          SELECT 0, motcua.in_language(coalesce(help.lang, 'vi'), 'Không tìm thấy', 'Nothing found'), 'help',
                 pg_catalog.format(motcua.in_language(coalesce(help.lang, 'vi'), 'Không có mục nào về "%s". Hãy gọi lại với một chủ đề dưới đây',
                                                                                 'Nothing is about "%s". Call again with a topic below'), help.topic)
          WHERE (SELECT pg_catalog.min(f.nearness) FROM found AS f) = 3
          UNION ALL
          SELECT s.number, motcua.in_language(coalesce(help.lang, 'vi'), s.vi, s.en), 'help',
                 CASE WHEN help.lang = 'en' THEN pg_catalog.format('SELECT * FROM motcua.help(%L, ''en'')', s.en)
                      ELSE pg_catalog.format('SELECT * FROM motcua.help(%L)', s.vi) END
          FROM subject AS s
          WHERE (SELECT pg_catalog.min(f.nearness) FROM found AS f) = 3) AS a
    ORDER BY a.ord;
END;
COMMENT ON FUNCTION motcua.help(text, text) IS 'Lists what there is by task, in Vietnamese or in English: SELECT * FROM motcua.help(''calendar'', ''en''); a topic is a task, a name or a word';
