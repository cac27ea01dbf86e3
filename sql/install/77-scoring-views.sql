-- The scales and scorecards that hold: those of the DBA, and the shipped ones whose
-- name the DBA has not taken.

CREATE FUNCTION motcua_internal.shipped_scales()
    RETURNS TABLE (name text, title text, title_en text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scales'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION motcua_internal.shipped_scales()
    IS 'Internal: the scales that the library ships';
CREATE FUNCTION motcua_internal.shipped_scale_bands()
    RETURNS TABLE (scale text, lower numeric, title text, title_en text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scale_bands'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION motcua_internal.shipped_scale_bands()
    IS 'Internal: the bands of the shipped scales';
CREATE FUNCTION motcua_internal.shipped_scorecards()
    RETURNS TABLE (name text, title text, title_en text, scale text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scorecards'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION motcua_internal.shipped_scorecards()
    IS 'Internal: the scorecards that the library ships';
CREATE FUNCTION motcua_internal.shipped_criteria()
    RETURNS TABLE (scorecard text, code text, ord integer, section text, section_en text,
                   title text, title_en text,
                   max_points numeric, rule text, threshold numeric, zero text, computed_from text,
                   note text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_criteria'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 24;
COMMENT ON FUNCTION motcua_internal.shipped_criteria()
    IS 'Internal: the criteria of the shipped scorecards';

CREATE VIEW motcua.scales AS
SELECT h.name COLLATE pg_catalog."C" AS name, h.title, h.title_en, h.source, h.status,
       'shipped'::text AS origin
FROM motcua_internal.shipped_scales() AS h
WHERE NOT EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = h.name)
UNION ALL
SELECT s.name, s.title, s.title_en, s.source, s.status, 'local'
FROM motcua.scale AS s;
COMMENT ON VIEW motcua.scales
    IS 'Các thang đang dùng: có sẵn (shipped) và của đơn vị '
       '(local, thay thế thang có sẵn cùng tên) | '
       'Scales in use, shipped and local; a local one stands for a shipped one of its name';
COMMENT ON COLUMN motcua.scales.name IS 'Tên thang | Name';
COMMENT ON COLUMN motcua.scales.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scales.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scales.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scales.status
    IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';
COMMENT ON COLUMN motcua.scales.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';

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
    IS 'Các mức của các thang đang dùng: từ cận dưới (kể cả) đến dưới mức trên | '
       'Bands of the scales in use: from the lower bound (in) to below the next one';
COMMENT ON COLUMN motcua.scale_bands.scale IS 'Tên thang | The scale';
COMMENT ON COLUMN motcua.scale_bands.lower
    IS 'Cận dưới, kể cả: điểm (xếp loại) hoặc tỷ lệ (cho điểm) | '
       'Lower bound, inclusive: of a score or of a rate';
COMMENT ON COLUMN motcua.scale_bands.title IS 'Tên mức | Name of the band';
COMMENT ON COLUMN motcua.scale_bands.title_en IS 'Tên tiếng Anh | Name in English';
COMMENT ON COLUMN motcua.scale_bands.points
    IS 'Số điểm của mức, khi thang dùng để cho điểm | '
       'Points of the band, where the scale gives points';
COMMENT ON COLUMN motcua.scale_bands.proportional
    IS 'true: điểm tối đa nhân tỷ lệ | true: max points times the rate';
COMMENT ON COLUMN motcua.scale_bands.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';

CREATE VIEW motcua.scorecards AS
SELECT h.name COLLATE pg_catalog."C" AS name, h.title, h.title_en,
       h.scale COLLATE pg_catalog."C" AS scale, h.source, h.status, 'shipped'::text AS origin
FROM motcua_internal.shipped_scorecards() AS h
WHERE NOT EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = h.name)
UNION ALL
SELECT k.name, k.title, k.title_en, k.scale, k.source, k.status, 'local'
FROM motcua.scorecard AS k;
COMMENT ON VIEW motcua.scorecards
    IS 'Các bộ chỉ số đang dùng: có sẵn (shipped) và của đơn vị '
       '(local, thay thế bộ có sẵn cùng tên) | '
       'Scorecards in use, shipped and local; a local one stands for a shipped one of its name';
COMMENT ON COLUMN motcua.scorecards.name IS 'Tên bộ chỉ số | Name';
COMMENT ON COLUMN motcua.scorecards.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scorecards.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scorecards.scale
    IS 'Thang xếp loại tổng điểm | Scale that rates the total';
COMMENT ON COLUMN motcua.scorecards.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scorecards.status
    IS 'confirmed: đã đối chiếu văn bản; unverified: còn phần chưa đối chiếu | '
       'confirmed by a document, or unverified in part';
COMMENT ON COLUMN motcua.scorecards.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';

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
    IS 'Tiêu chí của các bộ chỉ số đang dùng | Criteria of the scorecards in use';
COMMENT ON COLUMN motcua.criteria.scorecard IS 'Bộ chỉ số | The scorecard';
COMMENT ON COLUMN motcua.criteria.code IS 'Mã tiêu chí: 2.1 | Code of the criterion';
COMMENT ON COLUMN motcua.criteria.ord IS 'Thứ tự trên phiếu | Place on the sheet';
COMMENT ON COLUMN motcua.criteria.section IS 'Nhóm chỉ số | Group of criteria';
COMMENT ON COLUMN motcua.criteria.section_en IS 'Nhóm chỉ số, tiếng Anh | Group in English';
COMMENT ON COLUMN motcua.criteria.title IS 'Tên tiêu chí | Title in Vietnamese';
COMMENT ON COLUMN motcua.criteria.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.criteria.max_points
    IS 'Điểm tối đa; trống: chưa rõ hoặc không tính điểm | '
       'Full points; NULL: not known, or not scored';
COMMENT ON COLUMN motcua.criteria.rule
    IS 'Cách cho điểm: linear, threshold, band, points, constant, information | How it scores';
COMMENT ON COLUMN motcua.criteria.threshold
    IS 'Tỷ lệ được điểm tối đa | The rate that gives full points';
COMMENT ON COLUMN motcua.criteria.scale IS 'Thang điểm của cách band | The scale of rule band';
COMMENT ON COLUMN motcua.criteria.zero
    IS 'Mẫu số bằng 0: null không tính, zero 0 điểm, max đủ điểm | '
       'An empty denominator: left out, no points, full points';
COMMENT ON COLUMN motcua.criteria.computed_from
    IS 'Lấy từ hồ sơ: chỉ số của tally, hoặc share; trống: phải nhập | '
       'From dossiers: a measure of a tally, or a share; NULL: from elsewhere';
COMMENT ON COLUMN motcua.criteria.note IS 'Ghi chú | Remarks';
COMMENT ON COLUMN motcua.criteria.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.criteria.status
    IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';
COMMENT ON COLUMN motcua.criteria.origin
    IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo | '
       'shipped with the library, or local: of the DBA';
