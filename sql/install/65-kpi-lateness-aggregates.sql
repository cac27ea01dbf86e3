-- This module makes the aggregates lateness(due, ended [, calendar]) and merge(lateness). Their
-- state is a lateness. It begins empty, so the result is empty and not NULL if no dossier is late.

CREATE FUNCTION motcua_internal.lateness_final(state motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_final(motcua.lateness)
    IS 'Internal: returns the result of the aggregates lateness and merge.';

@template merge_aggregate type="lateness" final="lateness_final" initial="{}"
    comment="Cộng các thống kê quá hạn của những hồ sơ khác nhau, đếm riêng theo đơn vị, kỳ, máy
    chủ hoặc phân vùng. |
    Return the sum of latenesses of different dossiers that were counted apart, by unit, period,
    server or partition.";

@template moving_aggregate name="lateness" base="lateness" state="motcua.lateness"
    arguments="due motcua.moment, ended motcua.moment" volatility="STABLE"
    combine="lateness_merge" final="lateness_final" initial="{}"
    comment="Đếm các hồ sơ quá hạn theo số ngày làm việc từ ngày hẹn trả đến ngày kết thúc, theo
    lịch được nêu hoặc lịch của phiên. |
    Count late dossiers by the working days between due day and end, on the calendar that is given
    or else on the one of the session.";

@template calendar_aggregate name="lateness" base="lateness" state="motcua.lateness"
    arguments="due motcua.moment, ended motcua.moment"
    combine="lateness_merge" final="lateness_final" initial="{}"
    comment="Đếm các hồ sơ quá hạn theo số ngày làm việc từ ngày hẹn trả đến ngày kết thúc, theo
    lịch được nêu hoặc lịch của phiên. |
    Count late dossiers by the working days between due day and end, on the calendar that is given
    or else on the one of the session.";
