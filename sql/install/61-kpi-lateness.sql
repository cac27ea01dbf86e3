-- This module makes the type lateness, which counts dossiers by how many working days they are
-- late. Average, median and maximum are computed from it.

@template type_io type="lateness";
CREATE TYPE motcua.lateness (
    INPUT = motcua.lateness_in,
    OUTPUT = motcua.lateness_out,
    RECEIVE = motcua.lateness_recv,
    SEND = motcua.lateness_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = double,
    STORAGE = extended
);
COMMENT ON TYPE motcua.lateness
    IS 'Kiểu lateness đếm chính xác bao nhiêu hồ sơ quá hạn bao nhiêu ngày làm việc. Các giá trị '
       'cộng lại không mất gì; trung bình, trung vị và lớn nhất tính từ đó. | '
       'The type lateness counts exactly how many dossiers are how many working days late. Its '
       'values add up without loss; average, median and maximum are computed from it.';

@template comparison type="lateness" values="Latenesses" values_vi="Các thống kê quá hạn"
    order="Thứ tự này của các thống kê quá hạn dùng cho DISTINCT, GROUP BY và ORDER BY. |
    This order of values of lateness serves DISTINCT, GROUP BY and ORDER BY.";

@template json_casts type="lateness" vi="thống kê quá hạn" en="a lateness";

@template addition type="lateness"
    plus="Cộng số ngày quá hạn của hai tập hồ sơ không trùng nhau. |
    Return the sum of the latenesses of two sets of dossiers that have no dossier in common."
    plus_operator="Toán tử này cộng số ngày quá hạn của hai tập hồ sơ không trùng nhau. |
    This operator adds the latenesses of two sets of dossiers that have no dossier in common."
    minus="Trừ đi số ngày quá hạn của một phần hồ sơ. |
    Return a lateness less that of a part of its dossiers."
    minus_operator="Toán tử này trừ đi số ngày quá hạn của một phần hồ sơ. |
    This operator subtracts the lateness of a part of the dossiers.";

-- These functions say what a lateness holds. average, median and maximum raise 22023 if more
-- dossiers were subtracted from it than it held.

CREATE FUNCTION motcua.late_count(lateness motcua.lateness) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late_count'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late_count(motcua.lateness)
    IS 'Trả về số hồ sơ quá hạn. | Return the number of late dossiers.';
CREATE FUNCTION motcua.average(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_average'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.average(motcua.lateness)
    IS 'Trả về số ngày làm việc quá hạn trung bình, hoặc NULL nếu không có hồ sơ quá hạn. | '
       'Return the average number of working days late, or NULL if no dossier is late.';
CREATE FUNCTION motcua.median(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_median'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.median(motcua.lateness)
    IS 'Trả về trung vị của số ngày làm việc quá hạn (trung bình của hai giá trị ở giữa), hoặc '
       'NULL nếu không có hồ sơ quá hạn. | '
       'Return the median of the working days late (the mean of the two middle values), or NULL '
       'if no dossier is late.';
CREATE FUNCTION motcua.maximum(lateness motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_maximum'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.maximum(motcua.lateness)
    IS 'Trả về số ngày làm việc quá hạn lớn nhất, hoặc NULL nếu không có hồ sơ quá hạn. | '
       'Return the largest number of working days late, or NULL if no dossier is late.';
