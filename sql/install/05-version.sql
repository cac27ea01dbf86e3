-- The library.

CREATE FUNCTION motcua.version() RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_version'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.version()
    IS 'Trả về phiên bản của thư viện đang nạp. Gọi hàm này cũng nạp thư viện, nhờ đó SET '
       'motcua.calendar được biết đến. | Return the version of the loaded library. The call also '
       'loads the library, so that SET motcua.calendar is known.';
