-- Vietnamese text: folding, spelling, syllables, parts of names.

CREATE FUNCTION motcua.vi_fold(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_fold'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_fold(text)
    IS 'Base letters in lower case, one blank between syllables: '
       'what a text is to a search without marks';

CREATE FUNCTION motcua.vi_unaccent(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_unaccent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_unaccent(text)
    IS 'Latin letters without their marks; case, punctuation and other scripts as they are';

CREATE FUNCTION motcua.vi_normalize(value text, style text DEFAULT 'new') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_normalize'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_normalize(text, text)
    IS 'One spelling of Vietnamese text: NFC, the letter d with stroke, '
       'tone marks in their place; style new, old or keep';

CREATE FUNCTION motcua.vi_syllables(value text)
    RETURNS TABLE (ord integer, start integer, length integer, byte_start integer,
                   byte_length integer,
                   syllable text, folded text, tone integer)
    AS 'MODULE_PATHNAME', 'motcua_vi_syllables'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION motcua.vi_syllables(text)
    IS 'The syllables of a text: place in characters and in bytes (from 1), spelling, '
       'base letters, tone 0 to 5 (level, huyen, hoi, nga, sac, nang)';

CREATE FUNCTION motcua.vi_family_name(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_family_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_family_name(text)
    IS 'Family name: the first word, or a known compound; NULL for a name of one word';

CREATE FUNCTION motcua.vi_middle_name(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_middle_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_middle_name(text)
    IS 'What stands between family name and given name; NULL where nothing does';

CREATE FUNCTION motcua.vi_given_name(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_given_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_given_name(text) IS 'Given name: the last word';

