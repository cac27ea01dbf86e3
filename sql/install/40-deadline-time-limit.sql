-- The type time_limit: an amount and a unit, as procedures print it. What it means on a
-- calendar: 41-deadline.sql.

@template type_io type="time_limit";
CREATE TYPE motcua.time_limit (
    INPUT = motcua.time_limit_in,
    OUTPUT = motcua.time_limit_out,
    RECEIVE = motcua.time_limit_recv,
    SEND = motcua.time_limit_send,
    INTERNALLENGTH = 8,
    PASSEDBYVALUE,
    ALIGNMENT = double
);
COMMENT ON TYPE motcua.time_limit
    IS 'Thời hạn giải quyết của thủ tục: số lượng và đơn vị, "5 ngày làm việc". Đọc được cách viết '
       'trên biểu mẫu, viết ra một dạng thống nhất. | '
       'The time limit of a procedure: an amount and a unit, "5 ngày làm việc". Reads what forms '
       'print, writes one Vietnamese form.';

@template comparison type="time_limit"
    note=", by unit first and then by amount, not by how long the limit lasts"
    note_vi=", theo đơn vị trước rồi theo số lượng, không theo độ dài của thời hạn"
    values="Time limits" values_vi="Các thời hạn"
    order="Thời hạn theo đơn vị trước (working_day, working_hour, day, day_skip_holiday, week, month,
    year, hour) rồi theo số lượng: 20 ngày làm việc đứng trước 8 giờ làm việc. Muốn xếp theo độ dài
    thì hãy tính hạn trả. | Time limits by unit first (working_day, working_hour, day,
    day_skip_holiday, week, month, year, hour) and then by amount: 20 ngày làm việc comes before 8
    giờ làm việc. To sort by length, compute a due date.";

@template string_casts type="time_limit" vi="thời hạn" en="a time limit";

CREATE FUNCTION motcua.make_time_limit(amount numeric, unit text) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_make_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.make_time_limit(numeric, text)
    IS 'Trả về thời hạn từ một số lượng có tối đa hai chữ số thập phân và tên đơn vị: '
       'working_day, working_hour, day, day_skip_holiday, week, month, year, hour. | Return a '
       'time limit from an amount of at most two decimals and the name of a unit: working_day, '
       'working_hour, day, day_skip_holiday, week, month, year or hour.';
CREATE FUNCTION motcua.amount(time_limit motcua.time_limit) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_amount'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.amount(motcua.time_limit)
    IS 'Trả về số lượng của thời hạn; 0 là trong ngày. | Return the amount of a time limit; 0 '
       'means the same day.';
CREATE FUNCTION motcua.unit(time_limit motcua.time_limit) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_unit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.unit(motcua.time_limit)
    IS 'Trả về đơn vị của thời hạn, theo tên mà make_time_limit nhận. | Return the unit of a time '
       'limit by the name that make_time_limit takes.';
CREATE FUNCTION motcua.to_text(time_limit motcua.time_limit, lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_to_text'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.to_text(motcua.time_limit, text)
    IS 'Trả về thời hạn viết bằng tiếng Việt, hoặc bằng tiếng Anh (lang là en). | Return a time '
       'limit in words, in Vietnamese or in English (lang is en).';
CREATE FUNCTION motcua.try_time_limit(value text) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_try_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_time_limit(text)
    IS 'Trả về thời hạn mà văn bản ghi, hoặc NULL nếu văn bản không ghi thời hạn nào. | Return '
       'the time limit that a text states, or NULL if it states none.';
CREATE FUNCTION motcua.is_time_limit(value text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_time_limit(text)
    IS 'Đúng nếu văn bản ghi một thời hạn. | True if a text states a time limit.';
