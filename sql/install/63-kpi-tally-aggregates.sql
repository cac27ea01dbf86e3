-- This module makes the aggregate tally, which counts rows, and the aggregate merge, which adds
-- tallies that were counted apart. The transition functions change their state in place. The state
-- is a tally, so parallel workers and other servers can pass it on like any value.

CREATE FUNCTION motcua_internal.tally_final(state motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_final(motcua.tally)
    IS 'Internal: returns the result of the aggregate tally.';

@template merge_aggregate type="tally"
    comment="Cộng các bộ số liệu cùng kỳ, đếm riêng theo đơn vị, máy chủ hoặc phân vùng; kỳ khác
    nhau là lỗi. |
    Return the sum of tallies of one period that were counted apart, by unit, server or partition;
    different periods are an error (22023).";

@template moving_aggregate name="tally" base="tally" state="motcua.tally"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange"
    combine="tally_merge" final="tally_final"
    comment="Đếm hồ sơ của một kỳ theo biểu II.06a và các số liệu chi tiết, từ ngày tiếp nhận, ngày
    hẹn trả và ngày kết thúc. |
    Count dossiers over a period, as form II.06a does and in more detail, from the moments when
    they were received, due and ended.";

@template moving_aggregate name="tally" base="tally" state="motcua.tally"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange,
    online boolean, ended_as text, granularity text, paused_since motcua.moment"
    combine="tally_merge" final="tally_final"
    comment="Đếm hồ sơ của một kỳ theo biểu II.06a và các số liệu chi tiết, với hình thức nộp, hình
    thức kết thúc, cách so ngày giờ và thời điểm tạm dừng. |
    Count dossiers over a period, as form II.06a does and in more detail, with how they were filed,
    how they ended, the granularity of the comparison and since when they are paused.";

-- This form counts values of the type dossier instead of columns.

@template moving_aggregate name="tally" base="tally" suffix="_dossier" state="motcua.tally"
    arguments="dossier motcua.dossier, period daterange, online boolean"
    combine="tally_merge" final="tally_final"
    comment="Đếm các giá trị dossier của một kỳ, mỗi hồ sơ xét đến ngày cuối kỳ theo ngày hẹn trả
    ban đầu. |
    Count values of the type dossier over a period. Each dossier is judged as of the last day of
    the period by its original due date.";
