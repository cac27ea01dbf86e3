-- The type moment: a day, or wall-clock time of Viet Nam. Implicit casts make every column of a
-- dossier a moment, so that each function over dossier columns has one form.

@template type_io type="moment";

-- The category of strings makes PostgreSQL choose a moment for a parameter without a type. The type
-- is not the preferred one of its category, so text stays what a bare literal is elsewhere.
CREATE TYPE motcua.moment (
    INPUT = motcua.moment_in,
    OUTPUT = motcua.moment_out,
    RECEIVE = motcua.moment_recv,
    SEND = motcua.moment_send,
    LIKE = timestamp,
    CATEGORY = 'S'
);
COMMENT ON TYPE motcua.moment IS 'Một ngày, hoặc ngày giờ theo giờ Việt Nam. Cột kiểu date, '
    'timestamp, timestamptz hay text đều tự đổi sang kiểu này khi gọi hàm. | A day, or wall-clock '
    'time of Viet Nam. A column of type date, timestamp, timestamptz or text becomes a moment by '
    'itself where a function is called.';

-- ---- casts ----

CREATE FUNCTION motcua_internal.moment_of_date(day date) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_date(date)
    IS 'Internal: returns the moment of a date.';
CREATE FUNCTION motcua_internal.moment_of_timestamptz(at timestamptz) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_timestamptz'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_timestamptz(timestamptz)
    IS 'Internal: returns the moment of a timestamptz, in wall-clock time of Viet Nam.';
CREATE FUNCTION motcua_internal.moment_of_text(value text) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_text(text)
    IS 'Internal: returns the moment that a text states.';
CREATE FUNCTION motcua_internal.moment_of_text(value character) RETURNS motcua.moment
    AS 'MODULE_PATHNAME', 'motcua_moment_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.moment_of_text(character)
    IS 'Internal: returns the moment that a value of type character states.';

CREATE CAST (date AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_date(date) AS IMPLICIT;
-- The microseconds of a timestamp are a moment's already, so this cast costs nothing.
CREATE CAST (timestamp AS motcua.moment) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (timestamptz AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_timestamptz(timestamptz) AS IMPLICIT;
CREATE CAST (text AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_text(text) AS IMPLICIT;
CREATE CAST (varchar AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_text(text) AS IMPLICIT;
CREATE CAST (character AS motcua.moment)
    WITH FUNCTION motcua_internal.moment_of_text(character) AS IMPLICIT;
COMMENT ON CAST (date AS motcua.moment)
    IS 'Ngày đó, cả ngày. | The day as a whole.';
COMMENT ON CAST (timestamp AS motcua.moment)
    IS 'Giờ Việt Nam đúng như đã ghi. | The wall-clock time of Viet Nam as it stands.';
COMMENT ON CAST (timestamptz AS motcua.moment)
    IS 'Giờ Việt Nam của thời điểm đó. | The wall-clock time of Viet Nam at that instant.';
COMMENT ON CAST (text AS motcua.moment)
    IS 'Ngày hoặc thời điểm mà văn bản ghi. | The day or the moment that the text states.';
COMMENT ON CAST (varchar AS motcua.moment)
    IS 'Ngày hoặc thời điểm mà văn bản ghi. | The day or the moment that the text states.';
COMMENT ON CAST (character AS motcua.moment)
    IS 'Ngày hoặc thời điểm mà văn bản ghi. | The day or the moment that the text states.';

-- ---- order, for DISTINCT inside an aggregate ----

-- The operators stand outside of schema motcua: within a search_path that names it they would make
-- comparisons such as date = text valid, which PostgreSQL refuses.

@template comparison type="moment" schema="motcua_internal" less="Earlier" greater="Later"
    less_vi="Sớm hơn" greater_vi="Muộn hơn" values="Moments" values_vi="Các thời điểm"
    order="Thời điểm theo thứ tự thời gian. | Moments in order of time.";

-- ---- one value of a dirty column ----

CREATE FUNCTION motcua.try_date(value text) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_try_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_date(text)
    IS 'Trả về ngày mà văn bản ghi, như 2026-03-02 hoặc 02/03/2026; NULL nếu không phải ngày. '
       'Thiết lập DateStyle và TimeZone không ảnh hưởng. | Return the day that a text states, '
       'such as 2026-03-02 or 02/03/2026, or NULL if it states none. The settings DateStyle and '
       'TimeZone play no part.';
CREATE FUNCTION motcua.try_moment(value text) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_try_moment'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_moment(text)
    IS 'Trả về giờ Việt Nam mà văn bản ghi, như 2026-03-02 14:20 hoặc 02/03/2026 14:20; NULL nếu '
       'không phải thời điểm. Chỉ có ngày thì là đầu ngày. | Return the wall-clock time of Viet '
       'Nam that a text states, such as 2026-03-02 14:20 or 02/03/2026 14:20, or NULL if it '
       'states none. A day alone means its beginning.';
CREATE FUNCTION motcua.date_problem(value text, lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_date_problem'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.date_problem(text, text)
    IS 'Trả về lý do try_date và try_moment không đọc được văn bản; NULL nếu đọc được. | Return '
       'the reason why try_date and try_moment cannot read a text, or NULL if they can.';
