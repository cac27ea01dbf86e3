-- Vietnamese text: folding, spelling, syllables, parts of names.

CREATE FUNCTION motcua.vi_fold(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_fold'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_fold(text)
    IS 'Trả về các chữ cái gốc ở dạng chữ thường, một dấu cách giữa các âm tiết: văn bản như khi '
       'tìm không dấu. | Return the base letters in lower case with one blank between syllables: '
       'what a text is to a search without marks.';

CREATE FUNCTION motcua.vi_unaccent(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_unaccent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_unaccent(text)
    IS 'Trả về văn bản với chữ Latinh bỏ dấu; chữ hoa, dấu câu và chữ viết khác giữ nguyên. | '
       'Return the text with Latin letters without their marks; case, punctuation and other '
       'scripts stay as they are.';

CREATE FUNCTION motcua.vi_normalize(value text, style text DEFAULT 'new') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_normalize'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_normalize(text, text)
    IS 'Trả về văn bản tiếng Việt theo một cách viết: dạng NFC, chữ đ đúng mã, dấu thanh đúng '
       'chỗ; style là new, old hoặc keep. | Return Vietnamese text in one spelling: NFC, the '
       'letter d with stroke, tone marks in their place. The style is new, old or keep.';

CREATE FUNCTION motcua.vi_syllables(value text)
    RETURNS TABLE (ord integer, start integer, length integer, byte_start integer,
                   byte_length integer,
                   syllable text, folded text, tone integer)
    AS 'MODULE_PATHNAME', 'motcua_vi_syllables'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION motcua.vi_syllables(text)
    IS 'Liệt kê các âm tiết của văn bản: vị trí theo ký tự và theo byte (từ 1), cách viết, chữ '
       'cái gốc, thanh 0 đến 5 (ngang, huyền, hỏi, ngã, sắc, nặng). | List the syllables of a '
       'text: their places in characters and in bytes (from 1), spelling, base letters, and tone '
       '0 to 5 (level, huyen, hoi, nga, sac, nang).';

CREATE FUNCTION motcua.vi_family_name(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_family_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_family_name(text)
    IS 'Trả về họ: từ đầu tiên, hoặc họ ghép đã biết; NULL nếu tên chỉ có một từ. | Return the '
       'family name: the first word or a known compound. It is NULL for a name of one word.';

CREATE FUNCTION motcua.vi_middle_name(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_middle_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_middle_name(text)
    IS 'Trả về phần giữa họ và tên; NULL nếu không có. | Return what stands between family name '
       'and given name, or NULL if nothing does.';

CREATE FUNCTION motcua.vi_given_name(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_given_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_given_name(text)
    IS 'Trả về tên: từ cuối cùng. | Return the given name: the last word.';

