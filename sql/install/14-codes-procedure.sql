-- The type procedure_code: national (1.000894) or of one agency (1.000494.000.00.00.H29).

@template code_type type="procedure_code"
    vi="mã thủ tục" en="the code of a procedure"
    order="Theo số; mã quốc gia trước mã của từng cơ quan. | By number; the national code comes
    before the codes of agencies.";

COMMENT ON TYPE motcua.procedure_code
    IS 'Kiểu này là mã thủ tục hành chính: mã quốc gia như 1.000894, hoặc mã của một cơ quan như '
       '1.000494.000.00.00.H29. | '
       'This type is the code of an administrative procedure: a national one such as 1.000894, or '
       'one of an agency such as 1.000494.000.00.00.H29.';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.procedure_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_procedure'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.procedure_code)
    IS 'Trả về cơ quan trong mã thủ tục; NULL với thủ tục dùng chung cả nước. | Return the agency '
       'in the code of a procedure, or NULL for a national procedure.';
-- Of a text nobody has said which of the two codes it is.
CREATE FUNCTION motcua.agency_of(code text) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(text)
    IS 'Trả về cơ quan trong một văn bản là mã hồ sơ hoặc mã thủ tục. | Return the agency in a text '
       'that is the code of a dossier or of a procedure.';
CREATE FUNCTION motcua.national_code(code motcua.procedure_code) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_national_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.national_code(motcua.procedure_code)
    IS 'Trả về mã thủ tục không kèm cơ quan, như 1.000494 của 1.000494.000.00.00.H29. | Return '
       'the code of a procedure without its agency, such as 1.000494 of 1.000494.000.00.00.H29.';
