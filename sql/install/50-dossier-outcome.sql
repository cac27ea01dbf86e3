-- The deadline verdict of plain columns.

CREATE TYPE motcua.outcome AS ENUM ('early', 'on_time', 'late', 'in_time', 'overdue', 'paused');
COMMENT ON TYPE motcua.outcome
    IS 'Kiểu này là kết luận về thời hạn: trước hạn, đúng hạn, quá hạn (đã kết thúc); trong hạn, '
       'quá hạn, tạm dừng (đang giải quyết). | '
       'This type is the outcome of a dossier against its due date: early, on time or late if it '
       'ended; in time, overdue or paused if it is open.';

@template string_casts type="outcome" vi="kết quả" en="an outcome";

CREATE FUNCTION motcua.classify(
    due motcua.moment, ended motcua.moment, as_of motcua.moment,
    granularity text DEFAULT 'day', paused_since motcua.moment DEFAULT NULL
) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(motcua.moment, motcua.moment, motcua.moment, text,
        motcua.moment)
    IS 'Trả về kết luận về thời hạn của một hồ sơ đến một ngày hoặc thời điểm; việc kết thúc sau '
       'đó thì chưa xảy ra. | Return the deadline verdict of a dossier as of a day or an instant. '
       'An end after that has not happened yet.';

CREATE FUNCTION motcua_internal.known_end(ended_as text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_known_end'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.known_end(text)
    IS 'Internal: returns the kind of end if it is one of the known words, else NULL.';

CREATE FUNCTION motcua_internal.counted_end(wall_end timestamp, ended_as text) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_counted_end'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.counted_end(timestamp, text)
    IS 'Internal: returns the end of a dossier as figures count it: -infinity, which is invalid, '
       'if the kind of end is an unknown word.';
