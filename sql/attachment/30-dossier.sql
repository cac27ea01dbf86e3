CREATE OR REPLACE VIEW @schema@.dossier WITH (@options@) AS
SELECT s.as_of,
       d.code,
       d.unit,
       coalesce(u.unit_name, d.unit) AS unit_name,
       coalesce(u.unit_now, d.unit) AS unit_now,
       coalesce(n.unit_name, u.unit_now, d.unit) AS unit_now_name,
       u.level,
       u.bloc,
       d.reception_unit,
       d.officer,
       d.procedure,
       d.field,
       d.applicant,
       d.channel,
       d.service_level,
       coalesce(d.online, false) AS online,
       coalesce(d.online, false)::integer AS is_online,
       d.submitted_at,
       d.received_at,
       d.received_at::date AS received_on,
       d.due_at,
       d.due_at::date AS due_on,
       d.original_due_at,
       d.paused_since,
       v.ended_at,
       v.ended_at::date AS ended_on,
       v.ended_as,
       d.returned_at,
       d.apology_at,
       d.time_limit,
       v.outcome,
       CASE v.outcome WHEN 'early' THEN 1 WHEN 'on_time' THEN 2 WHEN 'late' THEN 3
            WHEN 'in_time' THEN 4
            WHEN 'paused' THEN 5
            WHEN 'overdue' THEN 6
            WHEN 'invalid' THEN 7 END AS outcome_order,
       CASE v.outcome
            WHEN 'early' THEN 'Trước hạn'
            WHEN 'on_time' THEN 'Đúng hạn'
            WHEN 'late' THEN 'Quá hạn'
            WHEN 'in_time' THEN 'Đang giải quyết, trong hạn'
            WHEN 'paused' THEN 'Tạm dừng/chờ bổ sung'
            WHEN 'overdue' THEN 'Đang giải quyết, quá hạn'
            WHEN 'invalid' THEN 'Lệch số liệu' END AS outcome_label,
       (v.outcome = 'early')::integer AS is_early,
       (v.outcome = 'on_time')::integer AS is_on_time,
       (v.outcome = 'late')::integer AS is_late,
       (v.outcome IN ('early', 'on_time', 'late'))::integer AS is_resolved,
       (v.outcome IN ('in_time', 'paused', 'overdue'))::integer AS is_open,
       (v.outcome = 'overdue')::integer AS is_overdue,
       (v.outcome = 'paused')::integer AS is_paused,
       CASE WHEN v.outcome = 'late'
                 THEN motcua.working_days_between(d.due_at::date, v.ended_at::date, v.calendar)
            WHEN v.outcome = 'overdue'
                 THEN motcua.working_days_between(d.due_at::date, s.as_of, v.calendar)
       END AS days_late,
       CASE WHEN v.outcome IN ('in_time', 'overdue')
                 THEN motcua.working_days_between(s.as_of, d.due_at::date, v.calendar)
       END AS days_left,
       v.calendar@extra_columns@
FROM @schema@.source AS d
CROSS JOIN @schema@.settings AS s
LEFT JOIN @schema@.unit AS u ON u.unit = d.unit
LEFT JOIN @schema@.unit AS n ON n.unit = u.unit_now
CROSS JOIN LATERAL (
    -- An event after the day shown does not count yet.
    SELECT coalesce(d.calendar, u.calendar, s.calendar) AS calendar,
           CASE WHEN d.ended_at::date <= s.as_of THEN d.ended_at END AS ended_at,
           CASE WHEN d.ended_at::date <= s.as_of THEN d.ended_as END AS ended_as,
           CASE WHEN d.received_at::date > s.as_of
                     OR d.received_at IS NULL
                     OR d.received_at = 'infinity'
                     OR d.received_at = '-infinity'
                     THEN NULL
                WHEN d.ended_at::date < d.received_at::date THEN 'invalid'
                WHEN d.ended_at IS NOT NULL AND d.ended_as IS NOT NULL
                     AND motcua_internal.known_end(d.ended_as) IS NULL THEN 'invalid'
                ELSE motcua.classify(d.due_at, d.ended_at, s.as_of, s.granularity,
                                     d.paused_since)::text END AS outcome
) AS v;
COMMENT ON VIEW @schema@.dossier
    IS 'Khung nhìn này có mỗi hồ sơ một dòng, với kết luận đến ngày số liệu (có thông tin cá '
       'nhân). | '
       'This view has a row for each dossier, with its outcome on the day shown (personal data '
       'included).';
