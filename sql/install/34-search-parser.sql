-- Full text search of Vietnamese: parser, dictionaries, configurations.

CREATE FUNCTION motcua_internal.vi_parser_start(document internal, document_length integer)
    RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_start'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_parser_start(internal, integer)
    IS 'Internal: begins a text for vi_parser.';

CREATE FUNCTION motcua_internal.vi_parser_token(state internal, token_start internal,
        token_length internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_token'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_parser_token(internal, internal, internal)
    IS 'Internal: returns the next token for vi_parser.';

CREATE FUNCTION motcua_internal.vi_parser_end(state internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_end'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_parser_end(internal)
    IS 'Internal: ends a text for vi_parser.';

CREATE FUNCTION motcua_internal.vi_parser_kinds(state internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_kinds'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_parser_kinds(internal)
    IS 'Internal: lists the kinds of token of vi_parser.';

CREATE TEXT SEARCH PARSER motcua.vi_parser (
    START = motcua_internal.vi_parser_start,
    GETTOKEN = motcua_internal.vi_parser_token,
    END = motcua_internal.vi_parser_end,
    LEXTYPES = motcua_internal.vi_parser_kinds,
    HEADLINE = pg_catalog.prsd_headline
);
COMMENT ON TEXT SEARCH PARSER motcua.vi_parser
    IS 'Văn bản tiếng Việt: âm tiết, mã hồ sơ, mã cơ quan, mã thủ tục, số văn bản, số điện thoại, '
       'chữ viết tắt. | Vietnamese text: syllables, codes of dossiers, agencies and procedures, '
       'document numbers, telephone numbers and abbreviations.';

CREATE FUNCTION motcua_internal.vi_template_init(options internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_template_init'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_template_init(internal)
    IS 'Internal: reads the options of a dictionary of vi_template.';

CREATE FUNCTION motcua_internal.vi_template_lexize(dictionary internal, token internal,
        token_length internal, progress internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_template_lexize'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_template_lexize(internal, internal, internal, internal)
    IS 'Internal: returns the lexemes of a token for vi_template.';

CREATE TEXT SEARCH TEMPLATE motcua.vi_template (INIT = motcua_internal.vi_template_init,
                                                LEXIZE = motcua_internal.vi_template_lexize);
COMMENT ON TEXT SEARCH TEMPLATE motcua.vi_template
    IS 'Âm tiết và mã, có dấu hoặc không dấu; tùy chọn Forms là index, query hoặc folded. | '
       'Syllables and compound tokens, with or without their marks. The option Forms is index, '
       'query or folded.';

CREATE FUNCTION motcua_internal.vi_abbreviation_init(options internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_abbreviation_init'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_abbreviation_init(internal)
    IS 'Internal: reads the options of a dictionary of vi_abbreviation.';

CREATE FUNCTION motcua_internal.vi_abbreviation_lexize(dictionary internal, token internal,
        token_length internal, progress internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_abbreviation_lexize'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.vi_abbreviation_lexize(internal, internal, internal, internal)
    IS 'Internal: returns the lexemes of a token for vi_abbreviation.';

CREATE TEXT SEARCH TEMPLATE motcua.vi_abbreviation (INIT = motcua_internal.vi_abbreviation_init,
                                                    LEXIZE
                                                        = motcua_internal.vi_abbreviation_lexize);
COMMENT ON TEXT SEARCH TEMPLATE motcua.vi_abbreviation
    IS 'Chữ viết tắt kèm cụm từ đầy đủ; tùy chọn Forms, và Rules là tệp riêng trong tsearch_data. '
       '| Abbreviations with what they stand for. The options are Forms, and Rules, which names a '
       'file of your own in tsearch_data.';

CREATE TEXT SEARCH DICTIONARY motcua.vi_index (TEMPLATE = motcua.vi_template, FORMS = 'index');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_index
    IS 'Các dạng của văn bản. | The forms of a text.';
CREATE TEXT SEARCH DICTIONARY motcua.vi_abbreviation_index (TEMPLATE = motcua.vi_abbreviation,
                                                            FORMS = 'index');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_abbreviation_index
    IS 'Chữ viết tắt, các dạng của văn bản. | Abbreviations, as forms of a text.';

CREATE TEXT SEARCH DICTIONARY motcua.vi_query (TEMPLATE = motcua.vi_template, FORMS = 'query');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_query
    IS 'Các dạng của câu tìm. | The forms of a query.';
CREATE TEXT SEARCH DICTIONARY motcua.vi_abbreviation_query (TEMPLATE = motcua.vi_abbreviation,
                                                            FORMS = 'query');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_abbreviation_query
    IS 'Chữ viết tắt, các dạng của câu tìm. | Abbreviations, as forms of a query.';

CREATE TEXT SEARCH DICTIONARY motcua.vi_folded (TEMPLATE = motcua.vi_template, FORMS = 'folded');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_folded
    IS 'Các dạng bỏ dấu. | The forms without marks.';
CREATE TEXT SEARCH DICTIONARY motcua.vi_abbreviation_folded (TEMPLATE = motcua.vi_abbreviation,
                                                             FORMS = 'folded');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_abbreviation_folded
    IS 'Chữ viết tắt, các dạng bỏ dấu. | Abbreviations, as forms without marks.';

CREATE TEXT SEARCH CONFIGURATION motcua.vietnamese (PARSER = motcua.vi_parser);
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese
    ADD MAPPING FOR syllable,
word, number, email, url, dossier_code, agency_code, procedure_code, document_number, phone,
id_number
WITH motcua.vi_index;
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese
    ADD MAPPING FOR abbreviation WITH motcua.vi_abbreviation_index, motcua.vi_index;
COMMENT ON TEXT SEARCH CONFIGURATION motcua.vietnamese
    IS 'Văn bản tiếng Việt: dùng cho to_tsvector và ts_headline. Tìm bằng vietnamese_query. | '
       'Vietnamese texts, for to_tsvector and ts_headline. Queries for them use vietnamese_query.';

CREATE TEXT SEARCH CONFIGURATION motcua.vietnamese_query (PARSER = motcua.vi_parser);
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_query
    ADD MAPPING FOR syllable,
word, number, email, url, dossier_code, agency_code, procedure_code, document_number, phone,
id_number
WITH motcua.vi_query;
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_query
    ADD MAPPING FOR abbreviation WITH motcua.vi_abbreviation_query, motcua.vi_query;
COMMENT ON TEXT SEARCH CONFIGURATION motcua.vietnamese_query
    IS 'Câu tìm trên văn bản đã lập chỉ mục bằng vietnamese: dấu đã gõ thì phải khớp, dấu không '
       'gõ thì khớp mọi dấu. | Queries over texts that are indexed by vietnamese: marks that are '
       'typed count, and marks that are not typed match any.';

CREATE TEXT SEARCH CONFIGURATION motcua.vietnamese_folded (PARSER = motcua.vi_parser);
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_folded
    ADD MAPPING FOR syllable,
word, number, email, url, dossier_code, agency_code, procedure_code, document_number, phone,
id_number
WITH motcua.vi_folded;
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_folded
    ADD MAPPING FOR abbreviation WITH motcua.vi_abbreviation_folded, motcua.vi_folded;
COMMENT ON TEXT SEARCH CONFIGURATION motcua.vietnamese_folded
    IS 'Văn bản và câu tìm không phân biệt dấu: chỉ mục nhỏ nhất. | Texts and queries in which '
       'marks do not count at all; it has the smallest index.';
