-- OpenCPS, the open-source one-stop system: its tables attached, its calendar taken over.

CREATE FUNCTION motcua.attach_opencps(opencps_schema name, schema_name name, groupid bigint DEFAULT NULL,
        time_zone text DEFAULT 'Asia/Ho_Chi_Minh', calendar text DEFAULT NULL, as_of text DEFAULT NULL, rights text DEFAULT 'invoker') RETURNS pg_catalog.regnamespace
    AS 'MODULE_PATHNAME', 'motcua_attach_opencps'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.attach_opencps(name, name, bigint, text, text, text, text) IS 'Attaches opencps_dossier: statuses, pauses and fields read as OpenCPS means them; one site (groupid) or all';

CREATE FUNCTION motcua.import_opencps_calendar(opencps_schema name, calendar text, groupid bigint DEFAULT NULL, time_zone text DEFAULT 'Asia/Ho_Chi_Minh') RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_import_opencps_calendar'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.import_opencps_calendar(name, text, bigint, text) IS 'Makes a calendar below vn of a site''s days off, make-up days and working hours; returns how many of them';
