-- This module makes two aggregates that say how citizens are treated: satisfaction_rate, as
-- Decision 766 counts it, and apology_rate, the share of apologies that were sent in time. Their
-- state is a bigint[] {favourable, counted}; satisfaction_rate appends the two days of the period.

CREATE FUNCTION motcua_internal.satisfaction_combine(state bigint[], other bigint[])
    RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_combine(bigint[], bigint[])
    IS 'Internal: returns the sum of two states of satisfaction_rate.';
CREATE FUNCTION motcua_internal.satisfaction_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_final(bigint[])
    IS 'Internal: returns the rate that a state of satisfaction_rate holds.';

@template moving_aggregate name="satisfaction_rate" base="satisfaction" state="bigint[]"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange,
    disliked boolean"
    combine="satisfaction_combine" final="satisfaction_final"
    initial="{0,0,-2147483648,-2147483648}"
    comment="Trả về tỷ lệ hài lòng theo Quyết định 766: tỷ lệ hồ sơ không quá hạn và không bị đánh
    giá không hài lòng trên số hồ sơ phải giải quyết trong kỳ. |
    Return the satisfaction rate of Decision 766: the share of the dossiers to handle in a period
    that are neither late, overdue nor disliked.";

@template moving_aggregate name="satisfaction_rate" base="satisfaction" state="bigint[]"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange,
    disliked boolean, paused_since motcua.moment"
    combine="satisfaction_combine" final="satisfaction_final"
    initial="{0,0,-2147483648,-2147483648}"
    comment="Trả về tỷ lệ hài lòng theo Quyết định 766: tỷ lệ hồ sơ không quá hạn và không bị đánh
    giá không hài lòng trên số hồ sơ phải giải quyết trong kỳ; hồ sơ đang tạm dừng từ paused_since
    không bị tính là quá hạn. |
    Return the satisfaction rate of Decision 766: the share of the dossiers to handle in a period
    that are neither late, overdue nor disliked. A dossier that is paused since paused_since does
    not count as overdue.";

@template moving_aggregate name="apology_rate" base="apology" state="bigint[]"
    arguments="due motcua.moment, ended motcua.moment, apology motcua.moment,
    reappointments integer"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Trả về tỷ lệ có phiếu xin lỗi đúng thời điểm, chậm nhất một ngày trước ngày hẹn trả
    ban đầu, trên số hồ sơ quá hạn hoặc phải hẹn lại. |
    Return the share of the late or re-appointed dossiers whose apology was sent in time: on the
    day before the original due date at the latest.";

@template calendar_aggregate name="apology_rate" base="apology" state="bigint[]"
    arguments="due motcua.moment, ended motcua.moment, apology motcua.moment,
    reappointments integer, notice text"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Trả về tỷ lệ có phiếu xin lỗi đúng thời điểm, theo notice: day (ngày trước ngày hẹn
    trả ban đầu), working_day (ngày làm việc trước đó) hoặc same_day (chính ngày đó), trên số hồ sơ
    quá hạn hoặc phải hẹn lại. |
    Return the share of the late or re-appointed dossiers whose apology was sent in time by a
    notice: day (the day before the original due date), working_day (the working day before it) or
    same_day (that day itself).";
