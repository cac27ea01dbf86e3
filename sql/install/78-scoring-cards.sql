-- This module makes the functions that score by the tables: bands, score sheets, totals and the
-- board of all units. It also makes successor_of, which follows mergers of agencies.

CREATE FUNCTION motcua.rating(score numeric, scale text, lang text DEFAULT 'vi') RETURNS text
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT motcua_internal.in_language(rating.lang, b.title, b.title_en)
    FROM motcua.scale_bands AS b
    WHERE b.scale = motcua_internal.require_known('scale',
                                                  rating.scale,
                                                  EXISTS (SELECT FROM motcua.scales AS s
                                                          WHERE s.name = rating.scale))
      AND b.lower <= rating.score AND rating.score < 'Infinity'
    ORDER BY b.lower DESC
    LIMIT 1;
END;
COMMENT ON FUNCTION motcua.rating(numeric, text, text)
    IS 'Xếp loại một điểm số theo thang: trả về tên mức có điểm đó, kể cả cận dưới, hoặc NULL nếu '
       'điểm dưới mức thấp nhất. | '
       'Return the name of the band of a scale that a score falls in, the lower bound included, '
       'or NULL if the score is below the lowest band.';

CREATE FUNCTION motcua.score_band(numerator numeric, denominator numeric, max numeric, scale text,
        zero text) RETURNS numeric
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN score_band.denominator = 0
             THEN motcua.score_linear(0, 0, score_band.max, 1, score_band.zero)
        -- score_linear returns NULL if an argument is NULL, and it raises 22023 if an argument
        -- cannot be scored. Its points are not used here.
        WHEN motcua.score_linear(score_band.numerator, score_band.denominator, score_band.max, 1,
                                 score_band.zero) IS NOT NULL THEN (
            SELECT CASE WHEN b.proportional
                             THEN motcua.score_linear(score_band.numerator, score_band.denominator,
                                                      score_band.max, 1, score_band.zero)
                        WHEN motcua_internal.require_known('scale with points', score_band.scale,
                                                           b.points IS NOT NULL) IS NOT NULL
                             THEN pg_catalog.round(least(b.points, score_band.max), 2) END
            FROM (SELECT d.lower, d.points, d.proportional FROM motcua.scale_bands AS d
                  WHERE d.scale = motcua_internal.require_known(
                      'scale', score_band.scale,
                      EXISTS (SELECT FROM motcua.scales AS s WHERE s.name = score_band.scale))
                  UNION ALL
                  SELECT '-Infinity', 0, false WHERE score_band.scale IS NOT NULL) AS b
            WHERE b.lower * score_band.denominator <= score_band.numerator
            ORDER BY b.lower DESC
            LIMIT 1)
    END;
END;
COMMENT ON FUNCTION motcua.score_band(numeric, numeric, numeric, text, text)
    IS 'Trả về số điểm của mức có tỷ lệ tử số chia mẫu số, theo thang của đơn vị; phép chia không '
       'làm tròn trước. | '
       'Return the points of the band of a scale that an exact ratio falls in. The quotient is '
       'not rounded first.';
CREATE FUNCTION motcua.score_band(rate numeric, max numeric, scale text, zero text DEFAULT 'null')
    RETURNS numeric
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT motcua.score_band(score_band.rate, CASE WHEN score_band.rate IS NULL THEN 0 ELSE 1 END,
                             score_band.max, score_band.scale, coalesce(score_band.zero, 'null'));
END;
COMMENT ON FUNCTION motcua.score_band(numeric, numeric, text, text)
    IS 'Trả về số điểm của mức có tỷ lệ đó, theo thang của đơn vị; mức proportional cho điểm tối '
       'đa nhân tỷ lệ; dưới mức thấp nhất là 0. | '
       'Return the points of the band of a scale that a rate falls in, or the full points times '
       'the rate in a proportional band; below the lowest band the points are 0.';

-- Observations are what was counted of a unit on a criterion.

CREATE FUNCTION motcua.observe(scorecard text, unit text, tally motcua.tally)
    RETURNS SETOF motcua.observation
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT c.scorecard, c.code, observe.unit, motcua.period(observe.tally), r.numerator,
           r.denominator, NULL::numeric, NULL::numeric, c.computed_from
    FROM motcua.criteria AS c
    CROSS JOIN LATERAL motcua_internal.tally_ratio(observe.tally,
                                                   nullif(c.computed_from, 'share')) AS r
    WHERE c.scorecard = motcua_internal.require_known('scorecard',
                                                      observe.scorecard,
                                                      EXISTS (SELECT FROM motcua.scorecards AS k
                                                              WHERE k.name = observe.scorecard))
      AND r.denominator IS NOT NULL;
END;
COMMENT ON FUNCTION motcua.observe(text, text, motcua.tally)
    IS 'Lấy từ tally số liệu cho các tiêu chí của một bộ chỉ số: các dòng để INSERT INTO '
       'motcua.observation. | '
       'Return what a tally says about the criteria of a scorecard: rows for INSERT INTO '
       'motcua.observation.';

-- A score sheet lists the criteria of a scorecard with the points of one unit.

CREATE FUNCTION motcua.score_sheets(scorecard text, units text[], period daterange)
    RETURNS TABLE (unit text, ord integer, section text, criterion text, title text,
                   numerator bigint, denominator bigint, rate numeric, max_points numeric,
                   points numeric, status text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT u.unit, c.ord, c.section, c.code, c.title, o.numerator, o.denominator,
           coalesce(o.rate, o.numerator::numeric / nullif(o.denominator, 0)), c.max_points,
           CASE WHEN s.status = 'scored' AND o.points IS NOT NULL THEN pg_catalog.round(o.points, 2)
                WHEN s.status = 'scored' AND c.rule = 'constant'
                     THEN pg_catalog.round(c.max_points, 2)
                WHEN s.status NOT IN ('scored', 'empty') THEN NULL
                WHEN c.rule = 'linear'
                     THEN motcua.score_linear(q.numerator, q.denominator, c.max_points, c.threshold,
                                              c.zero)
                WHEN c.rule = 'threshold'
                     THEN motcua.score_threshold(q.numerator, q.denominator, c.max_points,
                                                 c.threshold, c.zero)
                WHEN c.rule = 'band'
                     THEN motcua.score_band(q.numerator, q.denominator, c.max_points, c.scale,
                                            c.zero) END,
           s.status
    FROM motcua.criteria AS c
    CROSS JOIN pg_catalog.unnest(score_sheets.units) AS u (unit)
    -- LIMIT makes the planner look up each cell by the key, even before the table has statistics.
    LEFT JOIN LATERAL (SELECT e.numerator, e.denominator, e.rate, e.points
                       FROM motcua.observation AS e
                       WHERE e.scorecard = c.scorecard
                         AND e.criterion = c.code
                         AND e.unit = u.unit
                         AND e.period = score_sheets.period
                       LIMIT 1) AS o ON true
    CROSS JOIN LATERAL (SELECT coalesce(o.numerator, o.rate),
                               CASE WHEN o.rate IS NULL THEN o.denominator
                                    ELSE 1 END) AS q (numerator, denominator)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN c.rule = 'information' OR c.max_points IS NULL THEN 'information'
                    WHEN o.points > c.max_points THEN 'beyond_max'
                    WHEN o.points IS NOT NULL OR c.rule = 'constant' THEN 'scored'
                    WHEN c.rule = 'points' OR q.numerator IS NULL THEN 'missing'
                    WHEN q.denominator = 0 THEN 'empty'
                    ELSE 'scored' END) AS s (status)
    WHERE c.scorecard = motcua_internal.require_known(
        'scorecard', score_sheets.scorecard,
        EXISTS (SELECT FROM motcua.scorecards AS k WHERE k.name = score_sheets.scorecard));
END;
COMMENT ON FUNCTION motcua.score_sheets(text, text[], daterange)
    IS 'Trả về phiếu điểm của nhiều đơn vị trong một kỳ. | '
       'Return the score sheets of several units over one period.';

CREATE FUNCTION motcua.score_sheet(scorecard text, unit text, period daterange)
    RETURNS TABLE (ord integer, section text, criterion text, title text, numerator bigint,
                   denominator bigint, rate numeric, max_points numeric, points numeric,
                   status text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 24
BEGIN ATOMIC
    SELECT s.ord, s.section, s.criterion, s.title, s.numerator, s.denominator, s.rate, s.max_points,
           s.points, s.status
    FROM motcua.score_sheets(score_sheet.scorecard, ARRAY[score_sheet.unit],
                             score_sheet.period) AS s
    ORDER BY s.ord, s.criterion;
END;
COMMENT ON FUNCTION motcua.score_sheet(text, text, daterange)
    IS 'Trả về phiếu điểm của một đơn vị, mỗi tiêu chí một dòng: số liệu, số điểm và có thiếu số '
       'liệu không. | '
       'Return the score sheet of one unit, a row for each criterion: what was observed, the '
       'points, and a status that tells missing observations.';

CREATE FUNCTION motcua.score_total(scorecard text, unit text, period daterange)
    RETURNS TABLE (score numeric, max_scored numeric, max_points numeric, missing integer,
                   missing_criteria text[])
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT pg_catalog.sum(s.points),
           coalesce(pg_catalog.sum(s.max_points) FILTER (WHERE s.points IS NOT NULL), 0),
           coalesce(pg_catalog.sum(s.max_points) FILTER (WHERE s.status <> 'information'), 0),
           (pg_catalog.count(*) FILTER (WHERE s.status IN ('missing', 'beyond_max')))::integer,
           coalesce(pg_catalog.array_agg(s.criterion ORDER BY s.ord, s.criterion) FILTER (
                        WHERE s.status IN ('missing', 'beyond_max')),
                    '{}')
    FROM motcua.score_sheets(score_total.scorecard, ARRAY[score_total.unit],
                             score_total.period) AS s;
END;
COMMENT ON FUNCTION motcua.score_total(text, text, daterange)
    IS 'Trả về tổng các điểm đã làm tròn của một phiếu, trên bao nhiêu điểm, và các tiêu chí còn '
       'thiếu. | '
       'Return the sum of the rounded points of a sheet, out of how many points, and the criteria '
       'that are missing.';

CREATE FUNCTION motcua.score_board(scorecard text, period daterange,
        incomplete boolean DEFAULT false)
    RETURNS TABLE (bloc text, unit text, score numeric, rating text, rank bigint, unit_name text,
                   max_scored numeric, missing integer)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH total AS (
        SELECT s.unit, pg_catalog.sum(s.points) AS score,
               coalesce(pg_catalog.sum(s.max_points) FILTER (WHERE s.points IS NOT NULL),
                        0) AS max_scored,
               (pg_catalog.count(*) FILTER (WHERE s.status IN ('missing',
                                                               'beyond_max')))::integer AS missing,
               pg_catalog.bool_and(s.points IS NOT NULL OR s.status = 'information') AS complete
        FROM motcua.score_sheets(
                motcua_internal.require_known('scorecard',
                                              score_board.scorecard,
                                              EXISTS (SELECT FROM motcua.scorecards AS k
                                                      WHERE k.name = score_board.scorecard)),
                ARRAY(SELECT DISTINCT o.unit
                      FROM motcua.observation AS o
                      WHERE o.scorecard = score_board.scorecard AND o.period = score_board.period),
                score_board.period) AS s
        GROUP BY s.unit)
    SELECT a.bloc, t.unit, t.score,
           CASE WHEN t.complete
                     THEN motcua.rating(t.score,
                                        (SELECT k.scale
                                         FROM motcua.scorecards AS k
                                         WHERE k.name = score_board.scorecard)) END,
           CASE WHEN (t.complete OR score_board.incomplete) AND t.score IS NOT NULL
                     THEN pg_catalog.rank() OVER (PARTITION BY a.bloc,
                                                               t.complete OR score_board.incomplete
                                                  ORDER BY t.score DESC NULLS LAST) END AS place,
           a.name, t.max_scored, t.missing
    FROM total AS t
    LEFT JOIN motcua.agency AS a ON a.code = t.unit AND a.valid @> pg_catalog.upper(
        score_board.period) - 1
    ORDER BY a.bloc, place, t.score DESC NULLS LAST, t.unit;
END;
COMMENT ON FUNCTION motcua.score_board(text, daterange, boolean)
    IS 'Trả về bảng điểm, xếp loại và xếp hạng trong khối (1, 2, 2, 4); phiếu còn thiếu thì không '
       'xếp loại, và chỉ được xếp hạng nếu incomplete. | '
       'List the units by score with their rating and their rank in the bloc (1, 2, 2, 4). An '
       'incomplete sheet has no rating, and a rank only if incomplete is true.';

-- Agencies merge and split; an agency without a successor keeps its own name.

CREATE FUNCTION motcua.successor_of(code text, on_day motcua.moment) RETURNS text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH RECURSIVE chain AS (
        SELECT successor_of.code COLLATE pg_catalog."C" AS code, 0 AS step,
               ARRAY[successor_of.code COLLATE pg_catalog."C"] AS passed
        UNION ALL
        SELECT a.successor, c.step + 1, c.passed || a.successor
        FROM chain AS c
        CROSS JOIN LATERAL (SELECT e.successor FROM motcua.agency AS e
                            WHERE e.code = c.code
                              AND pg_catalog.upper(e.valid) <= motcua.vn_date(successor_of.on_day)
                            ORDER BY pg_catalog.upper(e.valid) DESC LIMIT 1) AS a
        WHERE a.successor IS NOT NULL AND a.successor <> ALL (c.passed)
          AND NOT EXISTS (SELECT FROM motcua.agency AS v
                          WHERE v.code = c.code AND v.valid @> motcua.vn_date(successor_of.on_day)))
    SELECT c.code FROM chain AS c ORDER BY c.step DESC LIMIT 1;
END;
COMMENT ON FUNCTION motcua.successor_of(text, motcua.moment)
    IS 'Trả về đơn vị làm việc thay vào một ngày, sau các lần sắp xếp: chính đơn vị đó nếu còn '
       'hoạt động hoặc không có đơn vị kế thừa, nếu không thì đơn vị cuối của chuỗi kế thừa. | '
       'Return the agency that does the work of an agency on a day: the agency itself if it still '
       'exists or nobody succeeded it, else the end of its chain of successors.';
