-- This module makes the functions that compute rates from a tally. A rate is an exact numeric, or
-- NULL if its denominator is 0.

CREATE FUNCTION motcua.on_time_rate(tally motcua.tally, basis text DEFAULT 'resolved',
        without text[] DEFAULT '{}') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_on_time_rate'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_rate(motcua.tally, text, text[])
    IS 'Trả về tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn theo cách tính basis (resolved, '
       'processed, received, workload hoặc due), hoặc NULL nếu mẫu số bằng 0; without bỏ ra những '
       'hình thức kết thúc được nêu. | '
       'Return the rate of dossiers handled in time by a basis (resolved, processed, received, '
       'workload or due), or NULL if its denominator is 0; the kinds of end in without are left '
       'out.';
-- Without this function two literals could be a tally and a basis, or the moments of the aggregate.
CREATE FUNCTION motcua.on_time_rate(tally motcua.literal, basis text) RETURNS numeric
    LANGUAGE SQL IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE
    RETURN motcua.on_time_rate(tally::motcua.tally, basis);
COMMENT ON FUNCTION motcua.on_time_rate(motcua.literal, text)
    IS 'Trả về tỷ lệ trước hạn và đúng hạn của số liệu là hằng hoặc tham số chưa rõ kiểu. | Return '
       'the rate of dossiers handled in time for a tally that is a literal or parameter without '
       'a type.';
CREATE FUNCTION motcua.rates(tally motcua.tally)
    RETURNS TABLE (basis text, numerator bigint, denominator bigint, rate numeric, formula_vi text,
                   used_by text)
    AS 'MODULE_PATHNAME', 'motcua_rates'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rates(motcua.tally)
    IS 'Liệt kê tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn theo mọi cách tính đang dùng, kèm '
       'công thức và nơi dùng. | '
       'List the on-time rate by every basis in use, with its formula and who reports by it.';
-- The on-time rate has several definitions, its bases. These rates have one definition each.
CREATE FUNCTION motcua.early_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.early(tally)::numeric / nullif(motcua.resolved(tally), 0);
COMMENT ON FUNCTION motcua.early_rate(motcua.tally)
    IS 'Trả về tỷ lệ trước hạn trên số hồ sơ đã giải quyết, hoặc NULL nếu chưa có hồ sơ nào được '
       'giải quyết. | '
       'Return the share of the resolved dossiers that ended before their due day, or NULL if '
       'none was resolved.';
CREATE FUNCTION motcua.late_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.late(tally)::numeric / nullif(motcua.resolved(tally), 0);
COMMENT ON FUNCTION motcua.late_rate(motcua.tally)
    IS 'Trả về tỷ lệ quá hạn trên số hồ sơ đã giải quyết, hoặc NULL nếu chưa có hồ sơ nào được '
       'giải quyết. | '
       'Return the share of the resolved dossiers that ended after their due day, or NULL if none '
       'was resolved.';
CREATE FUNCTION motcua.overdue_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.open_overdue(tally)::numeric / nullif(motcua.open(tally), 0);
COMMENT ON FUNCTION motcua.overdue_rate(motcua.tally)
    IS 'Trả về tỷ lệ quá hạn trên số hồ sơ đang giải quyết, hoặc NULL nếu không có hồ sơ đang '
       'giải quyết. | '
       'Return the share of the open dossiers that are overdue, or NULL if none is open.';
CREATE FUNCTION motcua.online_rate(tally motcua.tally) RETURNS numeric
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN motcua.new_online(tally)::numeric / nullif(motcua.received(tally), 0);
COMMENT ON FUNCTION motcua.online_rate(motcua.tally)
    IS 'Trả về tỷ lệ nộp trực tuyến trên số hồ sơ tiếp nhận trong kỳ, hoặc NULL nếu không có hồ '
       'sơ nào. | '
       'Return the share of the dossiers received in the period that were filed online, or NULL '
       'if none was received.';
CREATE FUNCTION motcua.meets(tally motcua.tally, target numeric, basis text DEFAULT 'resolved')
    RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_meets'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.meets(motcua.tally, numeric, text)
    IS 'Cho biết tỷ lệ trước hạn và đúng hạn có đạt chỉ tiêu không; so sánh chính xác, nên tỷ lệ '
       'chỉ bằng chỉ tiêu sau khi làm tròn là chưa đạt. | '
       'True if the on-time rate reaches the target. The comparison is exact: a rate that only '
       'rounds up to the target does not reach it. NULL if the denominator of the rate is 0.';
CREATE FUNCTION motcua.violations(tally motcua.tally)
    RETURNS TABLE (identity text, left_side bigint, right_side bigint, difference bigint)
    AS 'MODULE_PATHNAME', 'motcua_violations'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.violations(motcua.tally)
    IS 'Liệt kê lệch số liệu: những đẳng thức của biểu mà bộ số liệu không thỏa mãn, kể cả số '
       'liệu đã công bố được nhập lại. | '
       'List the identities of the report form that a tally breaks. The tally may also hold '
       'published figures that were typed in.';

CREATE FUNCTION motcua.percent(rate numeric, digits integer DEFAULT 2) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_percent'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.percent(numeric, integer)
    IS 'Trả về tỷ lệ nhân 100, làm tròn nửa lên (ra xa số 0): 0,98826 thành 98,83. | '
       'Return a rate times 100, rounded half away from zero: 98.83 for 0.98826.';
CREATE FUNCTION motcua.format_percent(rate numeric, digits integer DEFAULT 2,
        lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_format_percent'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.format_percent(numeric, integer, text)
    IS 'Viết tỷ lệ thành chữ: ''98,83%'' bằng tiếng Việt, ''98.83%'' bằng tiếng Anh. | '
       'Return a rate as text: ''98,83%'' in Vietnamese, ''98.83%'' in English.';
