-- The deadline verdict of plain columns, in five forms: all date, all timestamp (wall time), all timestamptz,
-- and the last two with a due column of type date. Other mixes are cast by PostgreSQL: see docs/time.md.

CREATE TYPE motcua.outcome AS ENUM ('early', 'on_time', 'late', 'in_time', 'overdue', 'paused');
COMMENT ON TYPE motcua.outcome IS 'Kết quả về thời hạn: trước hạn, đúng hạn, quá hạn (đã kết thúc); trong hạn, quá hạn, tạm dừng (đang giải quyết) | Deadline verdict: trước hạn, đúng hạn, quá hạn (ended); trong hạn, quá hạn, tạm dừng (open)';

CREATE FUNCTION motcua.classify(due date, ended date, as_of date, granularity text DEFAULT 'day', paused_since date DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_date_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, date, date, text, date) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended date, as_of timestamptz, granularity text DEFAULT 'day', paused_since date DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_date_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, date, timestamptz, text, date) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamp, ended timestamp, as_of date, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamp, timestamp, date, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamp, ended timestamp, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamp, timestamp, timestamptz, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamptz, ended timestamptz, as_of date, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamptz, timestamptz, date, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamptz, ended timestamptz, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamptz, timestamptz, timestamptz, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamp, as_of date, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_due_date_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamp, date, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamp, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_due_date_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamp, timestamptz, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamptz, as_of date, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_due_date_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamptz, date, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamptz, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_due_date_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamptz, timestamptz, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
