-- The type procedure_code: national (1.000894) or of one agency (1.000494.000.00.00.H29).

@template code_type type="procedure_code"
    order="by number; the national code before the local ones";

COMMENT ON TYPE motcua.procedure_code
    IS 'Mã thủ tục hành chính: mã quốc gia 1.000894, hoặc của một cơ quan 1.000494.000.00.00.H29 | '
       'Code of an administrative procedure: national, 1.000894, '
       'or of one agency, 1.000494.000.00.00.H29';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.procedure_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_procedure'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.procedure_code)
    IS 'The agency in the code of a procedure; NULL for a national one';
CREATE FUNCTION motcua.national_code(code motcua.procedure_code) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_national_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.national_code(motcua.procedure_code)
    IS 'The code of a procedure without its agency: 1.000494 of 1.000494.000.00.00.H29';
