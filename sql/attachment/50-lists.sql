CREATE OR REPLACE VIEW @schema@.overdue WITH (@options@) AS
SELECT d.as_of, d.code, d.unit, d.unit_name, d.unit_now, d.officer, d.procedure, d.field,
       d.applicant,
       d.received_at, d.due_at, d.due_on, d.days_late, d.apology_at
FROM @schema@.dossier AS d
WHERE d.outcome = 'overdue';
COMMENT ON VIEW @schema@.overdue
    IS 'Khung nhìn này liệt kê hồ sơ đang giải quyết đã quá hạn: quá bao nhiêu ngày làm việc, đơn '
       'vị nào, ai phụ trách. | '
       'This view lists the open dossiers that are overdue: by how many working days, at which '
       'unit, with which officer.';

CREATE OR REPLACE VIEW @schema@.due_soon WITH (@options@) AS
SELECT d.as_of, d.code, d.unit, d.unit_name, d.unit_now, d.officer, d.procedure, d.field,
       d.applicant,
       d.received_at, d.due_at, d.due_on, d.days_left
FROM @schema@.dossier AS d
CROSS JOIN @schema@.settings AS s
WHERE d.outcome = 'in_time' AND d.days_left <= s.warn_days;
COMMENT ON VIEW @schema@.due_soon
    IS 'Khung nhìn này liệt kê hồ sơ sắp đến hạn: còn không quá số ngày làm việc đã đặt. | '
       'This view lists the open dossiers that are due within the number of working days that was '
       'set.';

-- The apology must be sent on the day before the first due day at the latest. A dossier that ended
-- by its first due day needs none.
CREATE OR REPLACE VIEW @schema@.apology_due WITH (@options@) AS
SELECT d.as_of, d.code, d.unit, d.unit_name, d.unit_now, d.officer, d.procedure, d.field,
       d.applicant,
       d.due_on, o.first_due_on, (o.first_due_on - 1) AS apology_by, d.ended_on, d.apology_at,
       (d.apology_at IS NOT NULL
        AND d.apology_at::date <= d.as_of
        AND d.apology_at::date > o.first_due_on - 1) AS sent_late
FROM @schema@.dossier AS d
CROSS JOIN LATERAL (SELECT coalesce(d.original_due_at, d.due_at)::date AS first_due_on) AS o
WHERE d.outcome IS NOT NULL AND d.outcome NOT IN ('invalid', 'paused')
  AND coalesce(d.ended_on, d.as_of) > o.first_due_on
  AND (d.apology_at IS NULL OR d.apology_at::date > least(o.first_due_on - 1, d.as_of));
COMMENT ON VIEW @schema@.apology_due
    IS 'Khung nhìn này liệt kê hồ sơ quá hạn hoặc phải hẹn lại mà chưa có phiếu xin lỗi đúng thời '
       'điểm: chậm nhất một ngày trước ngày hẹn đầu tiên. | '
       'This view lists the late or re-appointed dossiers whose letter of apology was not sent in '
       'time: on the day before the first due day at the latest.';

-- A dossier appears once for each anomaly that it has.
CREATE OR REPLACE VIEW @schema@.anomaly WITH (@options@) AS
SELECT d.as_of, d.code, d.unit, d.unit_name, d.unit_now, d.officer, d.procedure, a.kind,
       a.kind_label,
       d.received_at, d.due_at, d.original_due_at, d.ended_at, d.time_limit
FROM @schema@.dossier AS d
CROSS JOIN LATERAL (VALUES
    ('ended_before_received', 'Kết thúc trước khi tiếp nhận',
     d.outcome = 'invalid' AND d.ended_at::date < d.received_at::date),
    ('unknown_end', 'Không rõ kết thúc vì lý do gì',
     d.ended_as IS NOT NULL AND motcua_internal.known_end(d.ended_as) IS NULL),
    ('no_due_date', 'Không có ngày hẹn trả', d.outcome IS NOT NULL AND d.due_at IS NULL),
    ('ended_exactly_at_due', 'Kết thúc đúng vào giây hẹn trả',
     d.ended_at = d.due_at AND d.due_at::time NOT IN ('00:00', '23:59:59.999999')),
    ('due_before_received', 'Hẹn trả trước khi tiếp nhận', d.due_at < d.received_at),
    ('due_on_day_off', 'Hẹn trả vào ngày nghỉ',
     d.due_at > '-infinity'
     AND d.due_at < 'infinity'
     AND NOT motcua.is_working_day(d.due_at::date, d.calendar)),
    ('due_moved', 'Ngày hẹn trả khác ngày hẹn ban đầu', d.due_at::date <> d.original_due_at::date),
    ('beyond_limit', 'Hẹn trả quá thời hạn giải quyết',
     -- If the hour of receipt is not known, the limit gives a day. Else it gives a moment, which
     -- can be later because the dossier came late in the day.
     d.due_at::date > CASE WHEN d.received_at::time = '00:00' THEN motcua.due_on(
                               d.received_at::date, motcua.try_time_limit(d.time_limit), d.calendar)
                           ELSE motcua.due_at(d.received_at, motcua.try_time_limit(d.time_limit),
                                              d.calendar)::date END),
    ('unreadable_limit', 'Không đọc được thời hạn giải quyết',
     d.time_limit IS NOT NULL AND motcua.try_time_limit(d.time_limit) IS NULL),
    ('returned_before_ended', 'Trả kết quả trước khi giải quyết xong', d.returned_at < d.ended_at)
) AS a (kind, kind_label, found)
WHERE a.found;
COMMENT ON VIEW @schema@.anomaly
    IS 'Khung nhìn này liệt kê những hồ sơ cần xem lại vì ngày tháng bất thường. | '
       'This view lists the dossiers whose dates deserve a look.';

-- The view shows how an edit of the calendar moves due days that were promised before.
CREATE OR REPLACE VIEW @schema@.due_drift WITH (@options@) AS
SELECT d.as_of, d.code, d.unit, d.unit_name, d.unit_now, d.officer, d.procedure, d.received_at,
       d.time_limit, d.due_on, c.due_on_now,
       motcua.working_days_between(d.due_on, c.due_on_now, d.calendar) AS working_days
FROM @schema@.dossier AS d
CROSS JOIN LATERAL (SELECT CASE WHEN d.received_at::time = '00:00' THEN motcua.due_on(
                                    d.received_at::date, motcua.try_time_limit(d.time_limit),
                                    d.calendar)
                                ELSE motcua.due_at(d.received_at,
                                                   motcua.try_time_limit(d.time_limit),
                                                   d.calendar)::date END AS due_on_now) AS c
WHERE d.is_open = 1
  AND d.time_limit IS NOT NULL
  AND d.due_on IS NOT NULL
  AND d.due_on <> c.due_on_now;
COMMENT ON VIEW @schema@.due_drift
    IS 'Khung nhìn này liệt kê hồ sơ đang giải quyết có ngày hẹn trả khác ngày tính theo lịch '
       'hiện hành. | '
       'This view lists the open dossiers whose due day differs from the one that the present '
       'calendar gives.';

CREATE OR REPLACE VIEW @schema@.consistency WITH (@options@) AS
SELECT s.as_of, g.unit, coalesce(u.unit_name, g.unit) AS unit_name, v.identity, v.left_side,
       v.right_side, v.difference
FROM @schema@.settings AS s
CROSS JOIN LATERAL (
    SELECT d.unit, @tally@ AS t
    FROM @rows_by_unit@ AS d
    GROUP BY d.unit
    @having@
) AS g
LEFT JOIN @schema@.unit AS u ON u.unit = g.unit
CROSS JOIN LATERAL (
    SELECT i.identity, i.left_side, i.right_side, i.difference FROM motcua.violations(g.t) AS i
    UNION ALL
    SELECT 'invalid = 0', motcua.invalid(g.t), 0, motcua.invalid(g.t) WHERE motcua.invalid(g.t) <> 0
) AS v;
COMMENT ON VIEW @schema@.consistency
    IS 'Khung nhìn này cho lệch số liệu của từng đơn vị, từ đầu năm đến ngày số liệu. | '
       'This view lists the identities that the figures of a unit break, from the beginning of '
       'the year to the day shown.';
