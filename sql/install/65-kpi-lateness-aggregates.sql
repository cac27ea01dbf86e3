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

-- A text may be the form of a tally, a ledger or a lateness. These functions and the aggregate
-- refuse texts and say which types to write. Without them PostgreSQL would only report that there
-- are several functions of that name.
CREATE FUNCTION motcua.plus(a text, b text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_refuse_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(text, text)
    IS 'Từ chối văn bản và nêu các kiểu cần ghi; NULL khi có NULL. | Refuse texts and say which '
       'types to write. NULL gives NULL.';
CREATE FUNCTION motcua.minus(a text, b text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_refuse_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(text, text)
    IS 'Từ chối văn bản và nêu các kiểu cần ghi; NULL khi có NULL. | Refuse texts and say which '
       'types to write. NULL gives NULL.';
CREATE FUNCTION motcua_internal.merge_text(state text, value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_merge_text'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.merge_text(text, text)
    IS 'Internal: this function serves the aggregate merge over texts in all its parts.';
CREATE AGGREGATE motcua.merge(value text) (
    SFUNC = motcua_internal.merge_text, STYPE = text, COMBINEFUNC = motcua_internal.merge_text,
    MSFUNC = motcua_internal.merge_text, MSTYPE = text, MINVFUNC = motcua_internal.merge_text,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(text)
    IS 'Từ chối văn bản và nêu các kiểu cần ghi; NULL khi chỉ có NULL. | Refuse texts and say which '
       'types to write. NULLs give NULL.';
