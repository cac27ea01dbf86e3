-- The library.

CREATE FUNCTION motcua.version() RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_version'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.version()
    IS 'Version of the loaded library; calling it also loads the '
       'library, so that SET motcua.calendar is known';
