-- The agencies as they are known on the day the figures show: one row a code, the newest one;
-- where two have the same name, their codes tell them apart.
CREATE OR REPLACE VIEW @schema@.unit WITH (@options@) AS
SELECT k.unit,
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
    IS 'Danh mục đơn vị: tên, cấp, khối, lịch làm việc, đơn vị kế thừa đến ngày số liệu';

-- What is counted of each dossier, and nothing about persons.
CREATE OR REPLACE VIEW @schema@.fact WITH (@options@) AS
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
       s.granularity
FROM @schema@.source AS d
CROSS JOIN @schema@.settings AS s
LEFT JOIN @schema@.unit AS u ON u.unit = d.unit
LEFT JOIN @schema@.unit AS n ON n.unit = u.unit_now;
COMMENT ON VIEW @schema@.fact IS 'Những gì được đếm của mỗi hồ sơ, không có thông tin cá nhân';
