-- These views have one row for each group. The period is from 1 January of the year shown to the
-- day shown. They count the rows of the view source, or merge the histories of the roll-up if there
-- is one.
CREATE OR REPLACE VIEW @schema@.on_time_by_unit WITH (@options@) AS
SELECT s.as_of, s.period_start, s.as_of AS period_end,
       g.unit, coalesce(u.unit_name, g.unit) AS unit_name, coalesce(u.unit_now, g.unit) AS unit_now,
       u.level, u.bloc, f.*,
       motcua.on_time_rate(g.t, s.basis) AS on_time_rate,
       motcua.percent(motcua.on_time_rate(g.t, s.basis)) AS on_time_percent,
       motcua.percent(s.target) AS target_percent,
       motcua.meets(g.t, s.target, s.basis) AS meets_target,
       motcua.wilson_low(g.t, s.basis) AS on_time_rate_low,
       pg_catalog.rank() OVER (PARTITION BY u.bloc
                               ORDER BY motcua.on_time_rate(
                                   g.t, s.basis) DESC NULLS LAST) AS rank_in_bloc
FROM @schema@.settings AS s
CROSS JOIN LATERAL (
    SELECT d.unit, @tally@ AS t
    FROM @rows_by_unit@ AS d
    GROUP BY d.unit
    @having@
) AS g
LEFT JOIN @schema@.unit AS u ON u.unit = g.unit
CROSS JOIN LATERAL motcua.report_06a(g.t) AS f;
COMMENT ON VIEW @schema@.on_time_by_unit
    IS 'Khung nhìn này cho tình hình giải quyết và tỷ lệ trước hạn và đúng hạn của từng đơn vị, '
       'từ đầu năm đến ngày số liệu. | '
       'This view has the figures and the on-time rate of each unit, from the beginning of the '
       'year to the day shown.';

CREATE OR REPLACE VIEW @schema@.on_time_by_procedure WITH (@options@) AS
SELECT s.as_of, s.period_start, s.as_of AS period_end,
       g.procedure, g.field, f.*,
       motcua.on_time_rate(g.t, s.basis) AS on_time_rate,
       motcua.percent(motcua.on_time_rate(g.t, s.basis)) AS on_time_percent,
       motcua.percent(s.target) AS target_percent,
       motcua.meets(g.t, s.target, s.basis) AS meets_target
FROM @schema@.settings AS s
CROSS JOIN LATERAL (
    SELECT d.procedure, d.field, @tally@ AS t
    FROM @rows@ AS d
    GROUP BY d.procedure, d.field
    @having@
) AS g
CROSS JOIN LATERAL motcua.report_06a(g.t) AS f;
COMMENT ON VIEW @schema@.on_time_by_procedure
    IS 'Khung nhìn này cho tình hình giải quyết của từng thủ tục, từ đầu năm đến ngày số liệu. | '
       'This view has the figures of each procedure, from the beginning of the year to the day '
       'shown.';

CREATE OR REPLACE VIEW @schema@.on_time_by_field WITH (@options@) AS
SELECT s.as_of, s.period_start, s.as_of AS period_end,
       g.field, f.*,
       motcua.on_time_rate(g.t, s.basis) AS on_time_rate,
       motcua.percent(motcua.on_time_rate(g.t, s.basis)) AS on_time_percent,
       motcua.percent(s.target) AS target_percent,
       motcua.meets(g.t, s.target, s.basis) AS meets_target
FROM @schema@.settings AS s
CROSS JOIN LATERAL (
    SELECT d.field, @tally@ AS t
    FROM @rows@ AS d
    GROUP BY d.field
    @having@
) AS g
CROSS JOIN LATERAL motcua.report_06a(g.t) AS f;
COMMENT ON VIEW @schema@.on_time_by_field
    IS 'Khung nhìn này cho tình hình giải quyết theo lĩnh vực, từ đầu năm đến ngày số liệu. | '
       'This view has the figures of each field, from the beginning of the year to the day shown.';

-- The view lists whole months from the first event on; the last month ends on the day shown. One
-- ledger for each unit gives all months, so the rows are read once.
CREATE OR REPLACE VIEW @schema@.on_time_by_month WITH (@options@) AS
SELECT s.as_of,
       pg_catalog.lower(m.period) AS month,
       (pg_catalog.upper(m.period) - 1) AS month_end,
       g.unit, coalesce(u.unit_name, g.unit) AS unit_name, coalesce(u.unit_now, g.unit) AS unit_now,
       f.*,
       motcua.on_time_rate(m.tally, s.basis) AS on_time_rate,
       motcua.percent(motcua.on_time_rate(m.tally, s.basis)) AS on_time_percent,
       motcua.meets(m.tally, s.target, s.basis) AS meets_target
FROM @schema@.settings AS s
CROSS JOIN LATERAL (
    SELECT h.unit, h.history, motcua.first_day(h.history) AS since
    FROM (
        SELECT d.unit, @history@ AS history
        FROM @rows_by_unit@ AS d
        GROUP BY d.unit
    ) AS h
    OFFSET 0
) AS g
LEFT JOIN @schema@.unit AS u ON u.unit = g.unit
CROSS JOIN LATERAL motcua.tally_series(g.history,
                                       pg_catalog.date_trunc('month', g.since::timestamp)::date,
                                       s.as_of, '1 month') AS m
CROSS JOIN LATERAL motcua.report_06a(m.tally) AS f;
COMMENT ON VIEW @schema@.on_time_by_month
    IS 'Khung nhìn này cho tình hình giải quyết của từng đơn vị theo tháng; các cột đang giải '
       'quyết và từ kỳ trước là số thời điểm, không cộng. | '
       'This view has the figures of each unit by month. Dossiers that are open or carried over '
       'are counted at one moment, so these columns do not add up.';

-- Flows are counted on the day of their event, so they add up over any days and units.
CREATE OR REPLACE VIEW @schema@.flow_by_day WITH (@options@) AS
SELECT s.as_of, e.day, d.unit, d.unit_name, d.unit_now, d.field,
       pg_catalog.sum(e.received) AS received,
       pg_catalog.sum(CASE WHEN d.online THEN e.received ELSE 0 END) AS received_online,
       pg_catalog.sum(e.fell_due) AS fell_due,
       pg_catalog.sum(e.resolved) AS resolved,
       pg_catalog.sum(CASE WHEN e.resolved = 1 AND d.due_at IS NOT NULL AND e.day > d.due_at::date
                                THEN 1
                           ELSE 0 END) AS resolved_late
FROM @schema@.fact AS d
CROSS JOIN @schema@.settings AS s
CROSS JOIN LATERAL (VALUES (d.received_at::date, 1, 0, 0),
                           (d.due_at::date, 0, 1, 0),
                           (d.ended_at::date, 0, 0, 1)) AS e (day, received, fell_due, resolved)
WHERE d.received_at::date <= s.as_of AND d.received_at > '-infinity'
  AND (d.ended_at IS NULL OR d.ended_at::date >= d.received_at::date)
  AND e.day <= s.as_of AND e.day > '-infinity'
GROUP BY s.as_of, e.day, d.unit, d.unit_name, d.unit_now, d.field;
COMMENT ON VIEW @schema@.flow_by_day
    IS 'Khung nhìn này cho số hồ sơ tiếp nhận, đến hạn, giải quyết từng ngày; cộng được theo '
       'ngày, đơn vị, lĩnh vực. | '
       'This view has the dossiers received, due and resolved on each day. The numbers add up '
       'over days, units and fields.';

-- The view covers four calendar years: the two before the year shown, that year and the next one.
CREATE OR REPLACE VIEW @schema@.day WITH (@options@) AS
SELECT s.as_of,
       g.day::date AS day,
       motcua.is_working_day(g.day::date, s.calendar) AS working,
       motcua.is_working_day(g.day::date, s.calendar)::integer AS is_working,
       extract(year FROM g.day)::integer AS year,
       extract(quarter FROM g.day)::integer AS quarter,
       extract(month FROM g.day)::integer AS month,
       pg_catalog.date_trunc('month', g.day)::date AS month_start,
       extract(isodow FROM g.day)::integer AS weekday,
       (ARRAY['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy',
              'Chủ Nhật'])[extract(isodow FROM g.day)::integer] AS weekday_name,
       -- A quarter of official reports ends on the 14th of its last month. A day from the 15th on
       -- belongs to the next quarter.
       extract(year FROM g.day - interval '14 days' + interval '1 month')::integer AS report_year,
       extract(quarter FROM g.day - interval '14 days'
               + interval '1 month')::integer AS report_quarter
FROM @schema@.settings AS s
CROSS JOIN LATERAL pg_catalog.generate_series(pg_catalog.date_trunc(
                                                  'year', s.as_of::timestamp) - interval '2 years',
                                              pg_catalog.date_trunc('year', s.as_of::timestamp)
                                              + interval '2 years' - interval '1 day',
                                              interval '1 day') AS g (day);
COMMENT ON VIEW @schema@.day
    IS 'Khung nhìn này là bảng ngày cho công cụ phân tích: ngày làm việc, tháng, quý, quý báo '
       'cáo. | '
       'This view is the date dimension for analysis: working days, months, quarters and report '
       'quarters.';
