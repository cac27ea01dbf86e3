-- The deadline verdict of plain columns.

CREATE TYPE motcua.outcome AS ENUM ('early', 'on_time', 'late', 'in_time', 'overdue', 'paused');
COMMENT ON TYPE motcua.outcome
    IS 'Kết quả về thời hạn: trước hạn, đúng hạn, quá hạn (đã kết thúc); '
       'trong hạn, quá hạn, tạm dừng (đang giải quyết) | '
       'Deadline verdict: trước hạn, đúng hạn, quá hạn (ended); '
       'trong hạn, quá hạn, tạm dừng (open)';

CREATE FUNCTION motcua.classify(
    due motcua.moment, ended motcua.moment, as_of motcua.moment,
    granularity text DEFAULT 'day', paused_since motcua.moment DEFAULT NULL
) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(motcua.moment, motcua.moment, motcua.moment, text,
        motcua.moment)
    IS 'Gives the deadline verdict of a dossier as of a day or '
       'instant; an end after it has not happened yet';
