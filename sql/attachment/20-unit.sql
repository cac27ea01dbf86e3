-- The view has the agencies as they are known on the day that the figures show: one row for each
-- code, the newest one. If two agencies have the same name, the code is appended to it. The outer
-- DISTINCT changes nothing, but it lets the planner leave out a join with this view whose columns
-- nobody reads.
CREATE OR REPLACE VIEW @schema@.unit WITH (@options@) AS
SELECT DISTINCT ON (k.unit)
       k.unit,
       CASE WHEN pg_catalog.count(*) OVER (PARTITION BY k.name) > 1
                 THEN k.name || ' (' || k.unit || ')'
            ELSE k.name END AS unit_name,
       k.level,
       k.bloc,
       k.calendar,
       k.unit_now
FROM (
    SELECT DISTINCT ON (a.code)
           a.code COLLATE "default" AS unit,
           coalesce(a.name, a.code COLLATE "default") AS name,
           a.level,
           a.bloc,
           a.calendar COLLATE "default" AS calendar,
           motcua.successor_of(a.code, s.as_of) COLLATE "default" AS unit_now
    FROM motcua.agency AS a
    CROSS JOIN @schema@.settings AS s
    ORDER BY a.code, pg_catalog.upper_inf(a.valid) DESC, pg_catalog.upper(a.valid) DESC NULLS LAST
) AS k;
COMMENT ON VIEW @schema@.unit
    IS 'Khung nhìn này là danh mục đơn vị: tên, cấp, khối, lịch làm việc, đơn vị kế thừa đến ngày '
       'số liệu. | '
       'This view lists the units: name, level, bloc, calendar, and the successor on the day '
       'shown.';

-- The view has what is counted of each dossier. It names no column about a person, so its readers
-- need no right on such a column. The subquery d maps the attached relation; roll-ups read their
-- mapping from it.
CREATE OR REPLACE VIEW @schema@.fact WITH (@row_options@) AS
SELECT d.unit,
       coalesce(u.unit_name, d.unit) AS unit_name,
       coalesce(u.unit_now, d.unit) AS unit_now,
       coalesce(n.unit_name, u.unit_now, d.unit) AS unit_now_name,
       u.level,
       u.bloc,
       d.procedure,
       d.field,
       d.online,
       d.received_at,
       d.due_at,
       d.ended_at,
       d.ended_as,
       d.paused_since,
       @granularity@::text AS granularity
FROM (
    SELECT @counted_columns@
    FROM @relation@ AS @alias@
    WHERE @included@
) AS d
LEFT JOIN @schema@.unit AS u ON u.unit = d.unit
LEFT JOIN @schema@.unit AS n ON n.unit = u.unit_now;
COMMENT ON VIEW @schema@.fact
    IS 'Khung nhìn này giữ những gì được đếm của mỗi hồ sơ, không có thông tin cá nhân. | '
       'This view has what is counted of each dossier, without personal data.';
