-- This module makes the aggregates share(boolean) and on_time_rate(due, ended), which return a rate
-- without a tally. Their state is a bigint[] {favourable, counted}: two numbers of rows.

CREATE FUNCTION motcua_internal.share_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_combine(bigint[], bigint[])
    IS 'Internal: returns the sum of two states of share, on_time_rate or apology_rate.';
CREATE FUNCTION motcua_internal.share_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_share_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_final(bigint[])
    IS 'Internal: returns the rate that a state of share, on_time_rate or apology_rate holds.';

@template moving_aggregate name="share" base="share" state="bigint[]"
    arguments="favourable boolean" null="STRICT"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Trả về tỷ lệ true trong các trường hợp đã biết (hồ sơ điện tử, chữ ký số, thanh toán
    trực tuyến, số hóa), hoặc NULL nếu không có trường hợp nào. |
    Return the share of true among the known cases (e-documents, signatures, online payment,
    digitisation), or NULL if there is no case.";

@template moving_aggregate name="on_time_rate" base="on_time" state="bigint[]"
    arguments="due motcua.moment, ended motcua.moment"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Trả về tỷ lệ hồ sơ kết thúc trước hạn, đúng hạn hoặc không có ngày hẹn trên số hồ sơ
    đã kết thúc (cách tính resolved), hoặc NULL nếu chưa có hồ sơ kết thúc. |
    Return the share of the ended dossiers that ended on or before the due day, or had none (basis
    resolved), or NULL if no dossier ended.";
