-- This module makes the type tally, which holds exact counters of a set of dossiers over one
-- period, and the functions that read its counters. Rates, report forms and scores are computed
-- from it.

@template type_io type="tally";
CREATE TYPE motcua.tally (
    INPUT = motcua.tally_in,
    OUTPUT = motcua.tally_out,
    RECEIVE = motcua.tally_recv,
    SEND = motcua.tally_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = double,
    STORAGE = plain
);
COMMENT ON TYPE motcua.tally
    IS 'Kiểu tally giữ số liệu chính xác của một tập hồ sơ trong một kỳ: các chỉ số của biểu '
       'II.06a và chi tiết hơn. Các bộ số liệu cùng kỳ cộng lại không mất gì, và mọi tỷ lệ đều '
       'tính từ đó. | '
       'The type tally holds exact counters of a set of dossiers over one period: those of form '
       'II.06a and finer ones. Tallies of one period add up without loss, and every rate is '
       'computed from them.';

@template comparison type="tally" values="Tallies" values_vi="Các bộ số liệu"
    order="Thứ tự này của các bộ số liệu dùng cho DISTINCT, GROUP BY và ORDER BY. |
    This order of tallies serves DISTINCT, GROUP BY and ORDER BY.";

@template json_casts type="tally" vi="bộ số liệu" en="a tally";

@template addition type="tally"
    plus="Cộng hai bộ số liệu cùng kỳ; kỳ khác nhau là lỗi. |
    Return the sum of two tallies of one period; different periods are an error (22023)."
    plus_operator="Toán tử này cộng hai bộ số liệu cùng kỳ. |
    This operator adds two tallies of one period."
    minus="Trừ đi một bộ số liệu cùng kỳ; kỳ khác nhau là lỗi. |
    Return a tally less another one of the same period; different periods are an error (22023)."
    minus_operator="Toán tử này trừ đi một bộ số liệu cùng kỳ. |
    This operator subtracts a tally of the same period.";

-- These functions return one counter each.

CREATE FUNCTION motcua.new_online(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_new_online'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.new_online(motcua.tally)
    IS 'Trả về số hồ sơ tiếp nhận trong kỳ, nộp trực tuyến. | '
       'Return the number of dossiers that were received in the period and filed online.';
CREATE FUNCTION motcua.new_direct(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_new_direct'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.new_direct(motcua.tally)
    IS 'Trả về số hồ sơ tiếp nhận trong kỳ, nộp trực tiếp hoặc qua dịch vụ bưu chính. | '
       'Return the number of dossiers that were received in the period at the desk or by post.';
CREATE FUNCTION motcua.carried(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_carried'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.carried(motcua.tally)
    IS 'Trả về số hồ sơ từ kỳ trước: tiếp nhận trước kỳ và còn đang giải quyết khi kỳ bắt đầu. | '
       'Return the number of dossiers carried over: received before the period and still open '
       'when it began.';
CREATE FUNCTION motcua.early(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_early'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.early(motcua.tally)
    IS 'Trả về số hồ sơ kết thúc trong kỳ, trước hạn. | '
       'Return the number of dossiers that ended in the period before their due day.';
CREATE FUNCTION motcua.on_time(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_on_time'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time(motcua.tally)
    IS 'Trả về số hồ sơ kết thúc trong kỳ, đúng hạn hoặc không có ngày hẹn. | '
       'Return the number of dossiers that ended in the period on their due day, or that ended '
       'without having one.';
CREATE FUNCTION motcua.late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late(motcua.tally)
    IS 'Trả về số hồ sơ kết thúc trong kỳ, quá hạn. | '
       'Return the number of dossiers that ended in the period after their due day.';
CREATE FUNCTION motcua.open_in_time(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_in_time'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_in_time(motcua.tally)
    IS 'Trả về số hồ sơ đang giải quyết vào cuối kỳ, trong hạn. | '
       'Return the number of dossiers that are open on the last day of the period and not past '
       'due.';
CREATE FUNCTION motcua.open_overdue(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_overdue'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_overdue(motcua.tally)
    IS 'Trả về số hồ sơ đang giải quyết vào cuối kỳ, quá hạn. | '
       'Return the number of dossiers that are open on the last day of the period and past due.';
CREATE FUNCTION motcua.open_paused(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_paused'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_paused(motcua.tally)
    IS 'Trả về số hồ sơ đang giải quyết vào cuối kỳ, tạm dừng/chờ bổ sung. | '
       'Return the number of dossiers that are open and paused on the last day of the period: '
       'they wait for a supplement, for a fee or because the office stopped them.';
CREATE FUNCTION motcua.due_met(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_due_met'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_met(motcua.tally)
    IS 'Trả về số hồ sơ đến hạn trong kỳ và kết thúc trong hạn. | '
       'Return the number of dossiers that were due in the period and ended in time.';
CREATE FUNCTION motcua.due_missed(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_due_missed'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_missed(motcua.tally)
    IS 'Trả về số hồ sơ đến hạn trong kỳ mà kết thúc quá hạn hoặc chưa kết thúc. | '
       'Return the number of dossiers that were due in the period and ended late or are still '
       'open.';
CREATE FUNCTION motcua.on_time_no_due(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_on_time_no_due'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_no_due(motcua.tally)
    IS 'Trả về số hồ sơ được tính đúng hạn vì không có ngày hẹn. | '
       'Return the number of dossiers that count as on time because they have no due date.';
CREATE FUNCTION motcua.withdrawn(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_withdrawn'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdrawn(motcua.tally)
    IS 'Trả về số hồ sơ đã kết thúc vì công dân rút hồ sơ. | '
       'Return the number of ended dossiers that the applicant withdrew.';
CREATE FUNCTION motcua.refused(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_refused'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refused(motcua.tally)
    IS 'Trả về số hồ sơ đã kết thúc vì từ chối giải quyết. | '
       'Return the number of ended dossiers that were refused.';
CREATE FUNCTION motcua.stopped(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_stopped'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stopped(motcua.tally)
    IS 'Trả về số hồ sơ đã kết thúc vì dừng xử lý. | '
       'Return the number of ended dossiers whose processing was stopped.';
CREATE FUNCTION motcua.withdrawn_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_withdrawn_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdrawn_late(motcua.tally)
    IS 'Trả về số hồ sơ công dân rút khi đã quá hạn. | '
       'Return the number of late dossiers that the applicant withdrew.';
CREATE FUNCTION motcua.refused_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_refused_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refused_late(motcua.tally)
    IS 'Trả về số hồ sơ bị từ chối giải quyết khi đã quá hạn. | '
       'Return the number of late dossiers that were refused.';
CREATE FUNCTION motcua.stopped_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_stopped_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stopped_late(motcua.tally)
    IS 'Trả về số hồ sơ dừng xử lý khi đã quá hạn. | '
       'Return the number of late dossiers whose processing was stopped.';
CREATE FUNCTION motcua.invalid(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_invalid'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.invalid(motcua.tally)
    IS 'Trả về số hồ sơ kết thúc trước ngày tiếp nhận; những hồ sơ này chỉ đếm ở đây. | '
       'Return the number of dossiers that ended before the day they were received; such dossiers '
       'are counted here only.';
CREATE FUNCTION motcua.period(tally motcua.tally) RETURNS daterange
    AS 'MODULE_PATHNAME', 'motcua_period'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.period(motcua.tally)
    IS 'Trả về kỳ của bộ số liệu, hoặc NULL nếu kỳ không được nêu. | '
       'Return the period that the tally was counted over, or NULL if none was stated.';

CREATE FUNCTION motcua.columns(tally motcua.tally, OUT new_online bigint, OUT new_direct bigint,
        OUT carried bigint, OUT early bigint, OUT on_time bigint, OUT late bigint,
        OUT open_in_time bigint, OUT open_overdue bigint, OUT open_paused bigint,
        OUT due_met bigint, OUT due_missed bigint, OUT on_time_no_due bigint, OUT withdrawn bigint,
        OUT refused bigint, OUT stopped bigint, OUT withdrawn_late bigint, OUT refused_late bigint,
        OUT stopped_late bigint, OUT invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_columns'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.columns(motcua.tally)
    IS 'Trả về mọi chỉ số của bộ số liệu thành một dòng: SELECT (motcua.columns(t)).*. | '
       'Return all counters of the tally as one row: SELECT (motcua.columns(t)).*.';

-- These functions return the totals of form II.06a. They raise 22003 if a total leaves 64 bits.

CREATE FUNCTION motcua.received(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_received'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received(motcua.tally)
    IS 'Trả về số hồ sơ tiếp nhận mới trong kỳ: new_online + new_direct. | '
       'Return the number of dossiers received in the period: new_online + new_direct.';
CREATE FUNCTION motcua.workload(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_workload'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.workload(motcua.tally)
    IS 'Trả về tổng số hồ sơ phải giải quyết (cột 3 của biểu II.06a): received + carried. | '
       'Return the number of dossiers to handle (column 3 of form II.06a): received + carried.';
CREATE FUNCTION motcua.resolved(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_resolved'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resolved(motcua.tally)
    IS 'Trả về số hồ sơ đã giải quyết trong kỳ (cột 7 của biểu II.06a): early + on_time + late. | '
       'Return the number of dossiers that ended in the period (column 7 of form II.06a): early + '
       'on_time + late.';
CREATE FUNCTION motcua.open(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open(motcua.tally)
    IS 'Trả về số hồ sơ đang giải quyết vào cuối kỳ (cột 11 của biểu II.06a): open_in_time + '
       'open_overdue + open_paused. | '
       'Return the number of dossiers still open on the last day of the period (column 11 of form '
       'II.06a): open_in_time + open_overdue + open_paused.';
