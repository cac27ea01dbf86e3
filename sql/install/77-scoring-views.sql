-- This module makes the views of the scales and scorecards in use: those of the DBA, and the
-- shipped ones that no scale or scorecard of the DBA replaces.

CREATE FUNCTION motcua_internal.shipped_scales()
    RETURNS TABLE (name text, title text, title_en text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scales'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION motcua_internal.shipped_scales()
    IS 'Internal: lists the scales that the library ships.';
CREATE FUNCTION motcua_internal.shipped_scale_bands()
    RETURNS TABLE (scale text, lower numeric, title text, title_en text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scale_bands'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION motcua_internal.shipped_scale_bands()
    IS 'Internal: lists the bands of the shipped scales.';
CREATE FUNCTION motcua_internal.shipped_scorecards()
    RETURNS TABLE (name text, title text, title_en text, scale text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scorecards'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION motcua_internal.shipped_scorecards()
    IS 'Internal: lists the scorecards that the library ships.';
CREATE FUNCTION motcua_internal.shipped_criteria()
    RETURNS TABLE (scorecard text, code text, ord integer, section text, section_en text,
                   title text, title_en text,
                   max_points numeric, rule text, threshold numeric, zero text, computed_from text,
                   note text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_criteria'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 24;
COMMENT ON FUNCTION motcua_internal.shipped_criteria()
    IS 'Internal: lists the criteria of the shipped scorecards.';

CREATE VIEW motcua.scales AS
SELECT h.name COLLATE pg_catalog."C" AS name, h.title, h.title_en, h.source, h.status,
       'shipped'::text AS origin
FROM motcua_internal.shipped_scales() AS h
WHERE NOT EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = h.name)
UNION ALL
SELECT s.name, s.title, s.title_en, s.source, s.status, 'local'
FROM motcua.scale AS s;
COMMENT ON VIEW motcua.scales
    IS 'Khung nhìn này liệt kê các thang đang dùng: thang có sẵn (shipped) và thang của đơn vị '
       '(local), thay thế thang có sẵn cùng tên. | '
       'This view lists the scales in use: shipped ones, and local ones of the DBA, which replace '
       'shipped ones of the same name.';
COMMENT ON COLUMN motcua.scales.name IS 'Tên thang. | The name of the scale.';
COMMENT ON COLUMN motcua.scales.title IS 'Tên đầy đủ bằng tiếng Việt. | The title in Vietnamese.';
COMMENT ON COLUMN motcua.scales.title_en IS 'Tên đầy đủ bằng tiếng Anh. | The title in English.';
COMMENT ON COLUMN motcua.scales.source
    IS 'Căn cứ: văn bản quy định thang này. | The document that decides the scale.';
COMMENT ON COLUMN motcua.scales.status
    IS 'confirmed là đã đối chiếu văn bản, unverified là chưa. | '
       'It is confirmed if it was compared with the document, else unverified.';
COMMENT ON COLUMN motcua.scales.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the scale, local if the DBA defines it.';

CREATE VIEW motcua.scale_bands AS
SELECT h.scale COLLATE pg_catalog."C" AS scale, h.lower, h.title, h.title_en,
       NULL::numeric AS points, false AS proportional, 'shipped'::text AS origin
FROM motcua_internal.shipped_scale_bands() AS h
WHERE NOT EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = h.scale)
UNION ALL
SELECT b.scale, b.lower, b.title, b.title_en, b.points, b.proportional, 'local'
FROM motcua.scale_band AS b
WHERE EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = b.scale);
COMMENT ON VIEW motcua.scale_bands
    IS 'Khung nhìn này liệt kê các mức của các thang đang dùng: mỗi mức từ cận dưới (kể cả) đến '
       'dưới cận của mức trên. | '
       'This view lists the bands of the scales in use: each reaches from its lower bound '
       '(included) to below the bound of the next one.';
COMMENT ON COLUMN motcua.scale_bands.scale
    IS 'Tên thang có mức này. | The scale that the band belongs to.';
COMMENT ON COLUMN motcua.scale_bands.lower
    IS 'Cận dưới, kể cả: một số điểm (thang xếp loại) hoặc một tỷ lệ (thang điểm). | '
       'The lower bound, included: a score where the scale rates, a rate where it gives points.';
COMMENT ON COLUMN motcua.scale_bands.title
    IS 'Tên mức bằng tiếng Việt. | The name of the band in Vietnamese.';
COMMENT ON COLUMN motcua.scale_bands.title_en
    IS 'Tên mức bằng tiếng Anh. | The name of the band in English.';
COMMENT ON COLUMN motcua.scale_bands.points
    IS 'Số điểm của mức, khi thang dùng để cho điểm. | '
       'The points of the band, where the scale gives points.';
COMMENT ON COLUMN motcua.scale_bands.proportional
    IS 'true thì điểm bằng điểm tối đa nhân tỷ lệ. | '
       'If it is true, the points are the full points times the rate.';
COMMENT ON COLUMN motcua.scale_bands.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the band, local if the DBA defines it.';

CREATE VIEW motcua.scorecards AS
SELECT h.name COLLATE pg_catalog."C" AS name, h.title, h.title_en,
       h.scale COLLATE pg_catalog."C" AS scale, h.source, h.status, 'shipped'::text AS origin
FROM motcua_internal.shipped_scorecards() AS h
WHERE NOT EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = h.name)
UNION ALL
SELECT k.name, k.title, k.title_en, k.scale, k.source, k.status, 'local'
FROM motcua.scorecard AS k;
COMMENT ON VIEW motcua.scorecards
    IS 'Khung nhìn này liệt kê các bộ chỉ số đang dùng: bộ có sẵn (shipped) và bộ của đơn vị '
       '(local), thay thế bộ có sẵn cùng tên. | '
       'This view lists the scorecards in use: shipped ones, and local ones of the DBA, which '
       'replace shipped ones of the same name.';
COMMENT ON COLUMN motcua.scorecards.name IS 'Tên bộ chỉ số. | The name of the scorecard.';
COMMENT ON COLUMN motcua.scorecards.title
    IS 'Tên đầy đủ bằng tiếng Việt. | The title in Vietnamese.';
COMMENT ON COLUMN motcua.scorecards.title_en
    IS 'Tên đầy đủ bằng tiếng Anh. | The title in English.';
COMMENT ON COLUMN motcua.scorecards.scale
    IS 'Thang xếp loại tổng điểm. | The scale that rates the total score.';
COMMENT ON COLUMN motcua.scorecards.source
    IS 'Căn cứ: văn bản quy định bộ chỉ số này. | The document that decides the scorecard.';
COMMENT ON COLUMN motcua.scorecards.status
    IS 'confirmed là đã đối chiếu văn bản, unverified là còn phần chưa đối chiếu. | '
       'It is confirmed if it was compared with the document, unverified if a part was not.';
COMMENT ON COLUMN motcua.scorecards.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the scorecard, local if the DBA defines it.';

CREATE VIEW motcua.criteria AS
SELECT h.scorecard COLLATE pg_catalog."C" AS scorecard, h.code COLLATE pg_catalog."C" AS code,
       h.ord, h.section, h.section_en, h.title, h.title_en,
       h.max_points, h.rule, h.threshold, NULL::text COLLATE pg_catalog."C" AS scale, h.zero,
       h.computed_from, h.note, h.source, h.status, 'shipped'::text AS origin
FROM motcua_internal.shipped_criteria() AS h
WHERE NOT EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = h.scorecard)
UNION ALL
SELECT c.scorecard, c.code, c.ord, c.section, c.section_en, c.title, c.title_en,
       c.max_points, c.rule, c.threshold, c.scale, c.zero, c.computed_from, c.note, c.source,
       c.status, 'local'
FROM motcua.criterion AS c
WHERE EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = c.scorecard);
COMMENT ON VIEW motcua.criteria
    IS 'Khung nhìn này liệt kê tiêu chí của các bộ chỉ số đang dùng. | '
       'This view lists the criteria of the scorecards in use.';
COMMENT ON COLUMN motcua.criteria.scorecard
    IS 'Bộ chỉ số có tiêu chí này. | The scorecard that the criterion belongs to.';
COMMENT ON COLUMN motcua.criteria.code
    IS 'Mã tiêu chí, ví dụ 2.1. | The code of the criterion, such as 2.1.';
COMMENT ON COLUMN motcua.criteria.ord
    IS 'Thứ tự của tiêu chí trên phiếu điểm. | The place of the criterion on the score sheet.';
COMMENT ON COLUMN motcua.criteria.section
    IS 'Nhóm chỉ số bằng tiếng Việt. | The group of criteria in Vietnamese.';
COMMENT ON COLUMN motcua.criteria.section_en
    IS 'Nhóm chỉ số bằng tiếng Anh. | The group of criteria in English.';
COMMENT ON COLUMN motcua.criteria.title
    IS 'Tên tiêu chí bằng tiếng Việt. | The title of the criterion in Vietnamese.';
COMMENT ON COLUMN motcua.criteria.title_en
    IS 'Tên tiêu chí bằng tiếng Anh. | The title of the criterion in English.';
COMMENT ON COLUMN motcua.criteria.max_points
    IS 'Điểm tối đa; NULL là chưa rõ hoặc không tính điểm. | '
       'The full points; NULL means that they are not known, or that the criterion is not scored.';
COMMENT ON COLUMN motcua.criteria.rule
    IS 'Cách cho điểm: linear, threshold, band, points, constant hoặc information. | '
       'The rule that gives points: linear, threshold, band, points, constant or information.';
COMMENT ON COLUMN motcua.criteria.threshold
    IS 'Tỷ lệ được điểm tối đa. | The rate that gives full points.';
COMMENT ON COLUMN motcua.criteria.scale
    IS 'Thang điểm của cách band. | The scale that the rule band uses.';
COMMENT ON COLUMN motcua.criteria.zero
    IS 'Khi mẫu số bằng 0: null là không tính, zero là 0 điểm, max là đủ điểm. | '
       'What an empty denominator scores: null leaves the criterion out, zero gives no points, '
       'max gives full points.';
COMMENT ON COLUMN motcua.criteria.computed_from
    IS 'Số liệu lấy từ hồ sơ: một chỉ số của tally, hoặc share; NULL là phải nhập. | '
       'Where dossiers give the figures: a measure of a tally, or share; NULL means that they '
       'must be entered.';
COMMENT ON COLUMN motcua.criteria.note IS 'Ghi chú về tiêu chí. | Remarks on the criterion.';
COMMENT ON COLUMN motcua.criteria.source
    IS 'Căn cứ: văn bản quy định tiêu chí này. | The document that decides the criterion.';
COMMENT ON COLUMN motcua.criteria.status
    IS 'confirmed là đã đối chiếu văn bản, unverified là chưa. | '
       'It is confirmed if it was compared with the document, else unverified.';
COMMENT ON COLUMN motcua.criteria.origin
    IS 'shipped là có sẵn trong thư viện, local là do đơn vị khai báo. | '
       'It is shipped if the library brings the criterion, local if the DBA defines it.';
