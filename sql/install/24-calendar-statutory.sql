-- Days off by statute alone: what the law gives before anything is decided.

CREATE FUNCTION motcua.statutory_days_off(year integer)
    RETURNS TABLE (day date, title text, kind text, source text)
    AS 'MODULE_PATHNAME', 'motcua_statutory_days_off'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 15;
COMMENT ON FUNCTION motcua.statutory_days_off(integer)
    IS 'Liệt kê các ngày nghỉ do luật định trong một năm, 1990-2100; kind là holiday nghỉ lễ hoặc '
       'compensation nghỉ bù. Những gì luật để lựa chọn (Tết, ngày nghỉ thứ hai của Quốc khánh) '
       'được lấy theo mặc định ở mọi năm; ngày hoán đổi không có trong đó. | List the days off '
       'that the law itself gives in a year, 1990-2100; kind is holiday or compensation. What the '
       'law leaves to decision (Tết, the second National Day) is taken by default in every year, '
       'and swapped days are not in the list.';
