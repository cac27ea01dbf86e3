-- The type dossier_code: an agency, the day received and the number of the day
-- (H56.14-240823-0001).

@template code_type type="dossier_code"
    vi="mã hồ sơ" en="the code of a dossier"
    order="Theo cơ quan, ngày tiếp nhận và số thứ tự. | By agency, day of receipt and number.";
COMMENT ON TYPE motcua.dossier_code
    IS 'Kiểu này là mã hồ sơ: cơ quan, ngày tiếp nhận (năm, tháng, ngày), số thứ tự bốn đến sáu '
       'chữ số, như H56.14-240823-0001. | '
       'This type is the code of a dossier: agency, day received (YYMMDD), and a number of four '
       'to six digits, as in H56.14-240823-0001.';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.dossier_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_dossier'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.dossier_code)
    IS 'Trả về cơ quan trong mã hồ sơ. | Return the agency in the code of a dossier.';
CREATE FUNCTION motcua.received_on(code motcua.dossier_code) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_received_on'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received_on(motcua.dossier_code)
    IS 'Trả về ngày tiếp nhận ghi trong mã hồ sơ, từ năm 2000 đến 2099. | Return the day of '
       'receipt that the code of a dossier states, in the years 2000 to 2099.';
CREATE FUNCTION motcua.sequence(code motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_sequence'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.sequence(motcua.dossier_code)
    IS 'Trả về số thứ tự trong ngày ghi trong mã hồ sơ. | Return the number within the day that '
       'the code of a dossier states.';
