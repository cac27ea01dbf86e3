-- This module makes the functions that attach the tables of OpenCPS v2 (VietOpenCPS/opencps-v2),
-- which Liferay made in PostgreSQL, and that copy its calendar.

CREATE FUNCTION motcua.attach_opencps(opencps_schema name, schema_name name,
        groupid bigint DEFAULT NULL, time_zone text DEFAULT 'Asia/Ho_Chi_Minh',
        calendar text DEFAULT NULL, as_of text DEFAULT NULL, rights text DEFAULT 'invoker')
    RETURNS pg_catalog.regnamespace
    AS 'MODULE_PATHNAME', 'motcua_attach_opencps'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.attach_opencps(name, name, bigint, text, text, text, text)
    IS 'Gắn với bảng hồ sơ của OpenCPS v2: gọi attach với các biểu thức mà các bảng đó cần, và '
       'trả về lược đồ. | '
       'Attach the dossiers of OpenCPS v2: call attach with the expressions that its tables need, '
       'and return the schema.';

CREATE FUNCTION motcua.import_opencps_calendar(opencps_schema name, calendar text, groupid bigint,
        time_zone text DEFAULT 'Asia/Ho_Chi_Minh')
    RETURNS TABLE (days_off integer, make_up_days integer, shifts integer)
    AS 'MODULE_PATHNAME', 'motcua_import_opencps_calendar'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE ROWS 1;
COMMENT ON FUNCTION motcua.import_opencps_calendar(name, text, bigint, text)
    IS 'Lấy ngày nghỉ, ngày làm bù và giờ làm việc của một site OpenCPS v2 vào một lịch của '
       'motcua, và trả về số lượng đã lấy. | '
       'Copy the days off, make-up days and office hours of a site of OpenCPS v2 into a calendar '
       'of motcua, and return how many of each.';
