-- The type lateness: days late and how many dossiers, from which average,
-- median and maximum are derived.

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
    IS 'Bao nhiêu hồ sơ quá hạn bao nhiêu ngày làm việc: bảng đếm chính xác, gộp không mất gì. '
       'Trung bình, trung vị và lớn nhất suy ra từ đó. | '
       'How many working days late, of how many dossiers: an exact histogram that merges without '
       'loss. Average, median and maximum are derived from it.';

@template comparison type="lateness" values="Latenesses" values_vi="Các thống kê quá hạn"
    order="Thống kê quá hạn trong DISTINCT, GROUP BY và ORDER BY. | Latenesses in DISTINCT, GROUP BY
    and ORDER BY.";

@template json_casts type="lateness" vi="thống kê quá hạn" en="a lateness";

@template addition type="lateness"
    plus="Adds the latenesses of two disjoint sets of dossiers"
    plus_operator="cộng số ngày quá hạn của hai tập hồ sơ không trùng nhau | adds the latenesses
    of two disjoint sets of dossiers"
    minus="Subtracts the lateness of a part of the dossiers"
    minus_operator="trừ đi số ngày quá hạn của một phần hồ sơ | subtracts the lateness of a part
    of the dossiers";

-- What it says

CREATE FUNCTION motcua.late_count(lateness motcua.lateness) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late_count'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late_count(motcua.lateness) IS 'Counts the late dossiers';
CREATE FUNCTION motcua.average(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_average'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.average(motcua.lateness)
    IS 'Gives the average of the working days late; NULL when no dossier is late';
CREATE FUNCTION motcua.median(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_median'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.median(motcua.lateness)
    IS 'Gives the median of the working days late, the mean of the two '
       'middle ones; NULL when no dossier is late';
CREATE FUNCTION motcua.maximum(lateness motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_maximum'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.maximum(motcua.lateness)
    IS 'Gives the most working days late; NULL when no dossier is late';
