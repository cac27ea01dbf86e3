-- OpenCPS v2 (VietOpenCPS/opencps-v2), whose tables Liferay made in PostgreSQL: attached in
-- place, its calendar taken over.

CREATE FUNCTION motcua.attach_opencps(opencps_schema name, schema_name name,
        groupid bigint DEFAULT NULL, time_zone text DEFAULT 'Asia/Ho_Chi_Minh',
        calendar text DEFAULT NULL, as_of text DEFAULT NULL, rights text DEFAULT 'invoker')
    RETURNS pg_catalog.regnamespace
    AS 'MODULE_PATHNAME', 'motcua_attach_opencps'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.attach_opencps(name, name, bigint, text, text, text, text)
    IS 'Attaches the dossiers of OpenCPS v2: calls attach with '
       'the expressions that its tables need';

CREATE FUNCTION motcua.import_opencps_calendar(opencps_schema name, calendar text, groupid bigint,
        time_zone text DEFAULT 'Asia/Ho_Chi_Minh')
    RETURNS TABLE (days_off integer, make_up_days integer, shifts integer)
    AS 'MODULE_PATHNAME', 'motcua_import_opencps_calendar'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE ROWS 1;
COMMENT ON FUNCTION motcua.import_opencps_calendar(name, text, bigint, text)
    IS 'Takes the days off, make-up days and office hours of a site of '
       'OpenCPS v2 into a calendar of motcua; says how many';
