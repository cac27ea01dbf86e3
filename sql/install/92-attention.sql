-- This module makes the view attention, which lists what a DBA should look at and what to do. The
-- view is empty if all is well. People and monitoring read it.

CREATE VIEW motcua.attention AS
-- Somebody upgraded the package, but not yet the extension in this database.
SELECT 'version' AS topic, 'motcua' AS object,
       pg_catalog.format('Thư viện đang nạp là bản %s, các đối tượng SQL là bản %s',
                         motcua.version(), e.extversion) AS problem,
       'ALTER EXTENSION motcua UPDATE' AS advice
FROM pg_catalog.pg_extension AS e
WHERE e.extname = 'motcua' AND e.extversion <> motcua.version()
UNION ALL
-- The days off of a year are decided in the autumn before, for the calendar at the top. The
-- calendars below it follow, so they are not listed.
SELECT 'calendar', c.name,
       pg_catalog.format('Lịch nghỉ năm %s chưa có quyết định chính thức, đang tạm tính', y.year),
       pg_catalog.format('Khi có quyết định: INSERT INTO motcua.calendar_day (calendar, day, kind, '
                         'reason, title, source) VALUES (%1$L, ...); INSERT INTO '
                         'motcua.calendar_year (calendar, year, status, source) VALUES (%1$L, '
                         '%2$s, ''official'', ...)',
                         c.name,
                         y.year)
FROM motcua.calendars AS c
CROSS JOIN LATERAL pg_catalog.generate_series(EXTRACT(year FROM motcua.today())::integer,
                                              EXTRACT(year FROM motcua.today()
                                                      + 61)::integer) AS y (year)
WHERE c.parent IS NULL
  AND c.name <> 'vn_statutory'
  AND motcua.calendar_status(y.year, c.name) <> 'official'
UNION ALL
SELECT 'rollup', r.schema_name, r.stale_reason,
       pg_catalog.format('SELECT motcua.rebuild_rollup(%L)', r.schema_name)
FROM motcua.rollups AS r
WHERE r.stale_reason IS NOT NULL
UNION ALL
-- Views with the owner's rights refuse to bypass a policy that was made after attach.
SELECT 'row_security', a.schema_name,
       pg_catalog.format('Bảng %s đã bật bảo mật theo dòng, các khung nhìn với quyền của chủ sở hữu '
                         'từ chối đọc', a.secured),
       pg_catalog.format('SELECT motcua.attach_statement(%L); rồi gắn lại với rights => ''invoker'' '
                         'hoặc ignore_rls => true', a.schema_name)
FROM (SELECT t.schema_name, motcua_internal.bypassed_relation(t.schema_name::name) AS secured
      FROM motcua.attachments AS t
      OFFSET 0) AS a
WHERE a.secured IS NOT NULL
UNION ALL
SELECT 'watch', w.relation, 'Trigger ghi nhật ký thay đổi đang bị tắt',
       pg_catalog.format('ALTER TABLE %s ENABLE ALWAYS TRIGGER motcua_watch', w.relation)
FROM motcua.watches AS w
WHERE w.enabled <> 'always'
UNION ALL
SELECT DISTINCT 'collation', s.index_name,
                pg_catalog.format('Bảng sắp xếp %s đã đổi phiên bản từ %s sang %s',
                                  s.collation_name, s.recorded_version, s.actual_version),
                pg_catalog.format('REINDEX INDEX %s', s.index_name)
FROM motcua.stale_collations AS s
UNION ALL
SELECT DISTINCT 'collation', s.collation_name, 'Sau khi REINDEX mọi chỉ mục của bảng sắp xếp này',
                CASE s.collation_name
                     WHEN 'default'
                          THEN pg_catalog.format('ALTER DATABASE %I REFRESH COLLATION VERSION',
                                                 pg_catalog.current_database())
                     ELSE pg_catalog.format('ALTER COLLATION %s REFRESH VERSION',
                                            s.collation_name) END
FROM motcua.stale_collations AS s;
COMMENT ON VIEW motcua.attention
    IS 'Khung nhìn này liệt kê những việc người quản trị cần xem, kèm cách làm; trống là ổn. | '
       'This view lists what a DBA should look at, and what to do; it is empty if all is well.';
COMMENT ON COLUMN motcua.attention.topic
    IS 'Loại việc: version, calendar, rollup, row_security, watch hoặc collation. | '
       'The topic: version, calendar, rollup, row_security, watch or collation.';
COMMENT ON COLUMN motcua.attention.object
    IS 'Đối tượng có vấn đề. | The object that has the problem.';
COMMENT ON COLUMN motcua.attention.problem IS 'Vấn đề cần xem. | The problem.';
COMMENT ON COLUMN motcua.attention.advice
    IS 'Cách làm: câu lệnh hoặc việc cần làm. | '
       'The statement or the action that solves the problem.';
GRANT SELECT ON motcua.attention TO PUBLIC;
