-- This module makes the functions that turn rates into points. A rate of NULL stands for an empty
-- denominator. The argument zero says what it scores: 'null' no score, 'zero' no points, 'max' full
-- points. The forms with a numerator and a denominator score the ratio itself, because a rounded
-- quotient could fall on the other side of a threshold.

CREATE FUNCTION motcua.score_linear(rate numeric, max numeric, threshold numeric DEFAULT 1,
        zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_linear'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_linear(numeric, numeric, numeric, text)
    IS 'Trả về điểm tỷ lệ thuận với tỷ lệ, đủ điểm từ ngưỡng trở lên, làm tròn nửa lên đến hai '
       'chữ số; zero cho biết tỷ lệ NULL (mẫu số bằng 0) được mấy điểm. | '
       'Return points in proportion to a rate, with full points from the threshold on, rounded '
       'half away from zero to two decimals. The argument zero says what a rate of NULL, an empty '
       'denominator, scores.';
CREATE FUNCTION motcua.score_linear(numerator numeric, denominator numeric, max numeric,
        threshold numeric, zero text) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_linear_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_linear(numeric, numeric, numeric, numeric, text)
    IS 'Trả về điểm tỷ lệ thuận với tử số chia mẫu số, đủ điểm từ ngưỡng trở lên; phép chia không '
       'làm tròn trước. | '
       'Return points in proportion to an exact ratio, with full points from the threshold on. '
       'The quotient is not rounded first.';
CREATE FUNCTION motcua.score_threshold(rate numeric, max numeric, threshold numeric DEFAULT 1,
        zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_threshold'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_threshold(numeric, numeric, numeric, text)
    IS 'Trả về điểm tối đa nếu tỷ lệ đạt ngưỡng, nếu không thì 0; zero cho biết tỷ lệ NULL (mẫu '
       'số bằng 0) được mấy điểm. | '
       'Return full points if a rate reaches the threshold, else 0. The argument zero says what a '
       'rate of NULL, an empty denominator, scores.';
CREATE FUNCTION motcua.score_threshold(numerator numeric, denominator numeric, max numeric,
        threshold numeric, zero text) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_threshold_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_threshold(numeric, numeric, numeric, numeric, text)
    IS 'Trả về điểm tối đa nếu tử số chia mẫu số đạt ngưỡng, nếu không thì 0; phép chia không làm '
       'tròn trước. | '
       'Return full points if an exact ratio reaches the threshold, else 0. The quotient is not '
       'rounded first.';
CREATE FUNCTION motcua.score_step(rate numeric, bounds numeric[], points numeric[],
        zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_step'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_step(numeric, numeric[], numeric[], text)
    IS 'Trả về số điểm của cận cuối cùng không lớn hơn tỷ lệ; dưới cận đầu tiên là 0. | '
       'Return the points of the last bound that is not above the rate, or 0 below the first '
       'bound.';

CREATE FUNCTION motcua_internal.tally_ratio(tally motcua.tally, measure text, OUT numerator bigint,
        OUT denominator bigint)
    AS 'MODULE_PATHNAME', 'motcua_tally_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_ratio(motcua.tally, text)
    IS 'Internal: returns the exact ratio behind a measure of a tally: on_time_rate:BASIS, '
       'early_rate, late_rate, overdue_rate or online_rate.';
CREATE FUNCTION motcua_internal.require_known(kind text, name text, is_known boolean) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_require_known'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.require_known(text, text, boolean)
    IS 'Internal: returns the name if it is known, else raise an error (42704) that says that it '
       'does not exist.';
CREATE FUNCTION motcua_internal.in_language(lang text, vi text, en text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_in_language'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.in_language(text, text, text)
    IS 'Internal: returns the Vietnamese text if lang is vi and the English one if it is en; the '
       'Vietnamese text stands in where no English one is known.';
