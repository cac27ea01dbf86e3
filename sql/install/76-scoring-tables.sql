-- This module makes the tables in which the DBA enters scales, scorecards, observations and
-- agencies. The tables hold no row that the library ships, so pg_dump dumps them whole. The views
-- of 77-scoring-views.sql list what is in use: a scorecard or scale of the DBA replaces the shipped
-- one of the same name as a whole.

CREATE TABLE motcua.scale (
    name      text COLLATE "C" PRIMARY KEY CONSTRAINT scale_name_is_short CHECK (
        pg_catalog.octet_length(name) BETWEEN 1 AND 63),
    title     text,
    title_en  text,
    source    text,
    status    text NOT NULL DEFAULT 'confirmed' CONSTRAINT scale_status_is_known CHECK (
        status IN ('confirmed', 'unverified'))
);
COMMENT ON TABLE motcua.scale
    IS 'Bảng này giữ thang xếp loại và thang điểm do đơn vị khai báo. | '
       'This table holds the rating scales and the scales of points that the DBA defines.';
COMMENT ON COLUMN motcua.scale.name
    IS 'Tên thang; thang trùng tên với thang có sẵn thì thay thế thang đó. | '
       'The name of the scale; a scale with the name of a shipped one replaces it.';
COMMENT ON COLUMN motcua.scale.title IS 'Tên đầy đủ bằng tiếng Việt. | The title in Vietnamese.';
COMMENT ON COLUMN motcua.scale.title_en IS 'Tên đầy đủ bằng tiếng Anh. | The title in English.';
COMMENT ON COLUMN motcua.scale.source
    IS 'Căn cứ: văn bản quy định thang này. | The document that decides the scale.';
COMMENT ON COLUMN motcua.scale.status
    IS 'confirmed là đã đối chiếu văn bản, unverified là chưa. | '
       'It is confirmed if it was compared with the document, else unverified.';

CREATE TABLE motcua.scale_band (
    scale         text COLLATE "C" NOT NULL,
    lower         numeric NOT NULL CONSTRAINT scale_band_lower_is_a_number CHECK (
        lower > '-Infinity' AND lower < 'Infinity'),
    title         text,
    title_en      text,
    points        numeric CONSTRAINT scale_band_points_are_a_number CHECK (points >= 0
                                                                           AND points < 'Infinity'),
    proportional  boolean NOT NULL DEFAULT false,
    CONSTRAINT scale_band_scores_one_way CHECK (NOT proportional OR points IS NULL),
    PRIMARY KEY (scale, lower)
);
COMMENT ON TABLE motcua.scale_band
    IS 'Bảng này giữ các mức của thang: mỗi mức từ cận dưới (kể cả) đến dưới cận của mức trên. | '
       'This table holds the bands of scales: each reaches from its lower bound (included) to '
       'below the bound of the next one.';
COMMENT ON COLUMN motcua.scale_band.scale
    IS 'Tên thang có mức này. | The scale that the band belongs to.';
COMMENT ON COLUMN motcua.scale_band.lower
    IS 'Cận dưới, kể cả: một số điểm (thang xếp loại) hoặc một tỷ lệ (thang điểm). | '
       'The lower bound, included: a score where the scale rates, a rate where it gives points.';
COMMENT ON COLUMN motcua.scale_band.title
    IS 'Tên mức bằng tiếng Việt: Xuất sắc, Tốt... | The name of the band in Vietnamese.';
COMMENT ON COLUMN motcua.scale_band.title_en
    IS 'Tên mức bằng tiếng Anh. | The name of the band in English.';
COMMENT ON COLUMN motcua.scale_band.points
    IS 'Số điểm của mức, khi thang dùng để cho điểm. | '
       'The points of the band, where the scale gives points.';
COMMENT ON COLUMN motcua.scale_band.proportional
    IS 'true thì điểm bằng điểm tối đa nhân tỷ lệ. | '
       'If it is true, the points are the full points times the rate.';

CREATE TABLE motcua.scorecard (
    name      text COLLATE "C" PRIMARY KEY CONSTRAINT scorecard_name_is_short CHECK (
        pg_catalog.octet_length(name) BETWEEN 1 AND 63),
    title     text,
    title_en  text,
    scale     text COLLATE "C",
    source    text,
    status    text NOT NULL DEFAULT 'confirmed' CONSTRAINT scorecard_status_is_known CHECK (
        status IN ('confirmed', 'unverified'))
);
COMMENT ON TABLE motcua.scorecard
    IS 'Bảng này giữ các bộ chỉ số do đơn vị khai báo. | '
       'This table holds the scorecards that the DBA defines.';
COMMENT ON COLUMN motcua.scorecard.name
    IS 'Tên bộ chỉ số; bộ trùng tên với bộ có sẵn thì thay thế toàn bộ bộ đó. | '
       'The name of the scorecard; a scorecard with the name of a shipped one replaces it as a '
       'whole.';
COMMENT ON COLUMN motcua.scorecard.title
    IS 'Tên đầy đủ bằng tiếng Việt. | The title in Vietnamese.';
COMMENT ON COLUMN motcua.scorecard.title_en IS 'Tên đầy đủ bằng tiếng Anh. | The title in English.';
COMMENT ON COLUMN motcua.scorecard.scale
    IS 'Thang xếp loại tổng điểm. | The scale that rates the total score.';
COMMENT ON COLUMN motcua.scorecard.source
    IS 'Căn cứ: văn bản quy định bộ chỉ số này. | The document that decides the scorecard.';
COMMENT ON COLUMN motcua.scorecard.status
    IS 'confirmed là đã đối chiếu văn bản, unverified là chưa. | '
       'It is confirmed if it was compared with the document, else unverified.';

CREATE TABLE motcua.criterion (
    scorecard      text COLLATE "C" NOT NULL,
    code           text COLLATE "C" NOT NULL CONSTRAINT criterion_code_is_short CHECK (
        pg_catalog.octet_length(code) BETWEEN 1 AND 63),
    ord            integer NOT NULL,
    section        text,
    section_en     text,
    title          text NOT NULL,
    title_en       text,
    max_points     numeric CONSTRAINT criterion_max_points_are_a_number CHECK (
        max_points >= 0 AND max_points < 'Infinity'),
    rule           text NOT NULL DEFAULT 'linear' CONSTRAINT criterion_rule_is_known CHECK (
        rule IN ('linear', 'threshold', 'band', 'points', 'constant', 'information')),
    threshold      numeric NOT NULL DEFAULT 1 CONSTRAINT criterion_threshold_is_share CHECK (
        threshold > 0 AND threshold <= 1),
    scale          text COLLATE "C",
    zero           text NOT NULL DEFAULT 'null' CONSTRAINT criterion_zero_is_known CHECK (
        zero IN ('null', 'zero', '0', 'max')),
    computed_from  text CONSTRAINT criterion_computed_from_is_known CHECK (
        computed_from IN ('on_time_rate:resolved', 'on_time_rate:processed',
                          'on_time_rate:received', 'on_time_rate:workload', 'on_time_rate:due',
                          'early_rate', 'late_rate', 'overdue_rate', 'online_rate', 'share')),
    note           text,
    source         text,
    status         text NOT NULL DEFAULT 'confirmed' CONSTRAINT criterion_status_is_known CHECK (
        status IN ('confirmed', 'unverified')),
    CONSTRAINT criterion_band_has_a_scale CHECK ((rule = 'band') = (scale IS NOT NULL)),
    -- A higher rate of late or overdue dossiers must not score more. Only a band can score it less.
    CONSTRAINT criterion_lateness_is_no_merit CHECK (rule NOT IN ('linear', 'threshold')
                                                     OR computed_from NOT IN ('late_rate',
                                                                              'overdue_rate')),
    CONSTRAINT criterion_information_has_no_points CHECK (rule <> 'information'
                                                          OR max_points IS NULL
                                                          OR max_points = 0),
    PRIMARY KEY (scorecard, code)
);
COMMENT ON TABLE motcua.criterion
    IS 'Bảng này giữ tiêu chí của các bộ chỉ số do đơn vị khai báo. | '
       'This table holds the criteria of the scorecards that the DBA defines.';
COMMENT ON COLUMN motcua.criterion.scorecard
    IS 'Bộ chỉ số có tiêu chí này. | The scorecard that the criterion belongs to.';
COMMENT ON COLUMN motcua.criterion.code
    IS 'Mã tiêu chí, ví dụ 2.1. | The code of the criterion, such as 2.1.';
COMMENT ON COLUMN motcua.criterion.ord
    IS 'Thứ tự của tiêu chí trên phiếu điểm. | The place of the criterion on the score sheet.';
COMMENT ON COLUMN motcua.criterion.section
    IS 'Nhóm chỉ số bằng tiếng Việt. | The group of criteria in Vietnamese.';
COMMENT ON COLUMN motcua.criterion.section_en
    IS 'Nhóm chỉ số bằng tiếng Anh. | The group of criteria in English.';
COMMENT ON COLUMN motcua.criterion.title
    IS 'Tên tiêu chí bằng tiếng Việt. | The title of the criterion in Vietnamese.';
COMMENT ON COLUMN motcua.criterion.title_en
    IS 'Tên tiêu chí bằng tiếng Anh. | The title of the criterion in English.';
COMMENT ON COLUMN motcua.criterion.max_points
    IS 'Điểm tối đa; NULL là chưa rõ, khi đó tiêu chí không được tính điểm. | '
       'The full points; NULL means that they are not known, and the criterion is not scored.';
COMMENT ON COLUMN motcua.criterion.rule
    IS 'Cách cho điểm: linear tỷ lệ thuận đến ngưỡng, threshold đạt ngưỡng mới có điểm, band theo '
       'thang, points nhập điểm, constant luôn tối đa, information không tính điểm. | '
       'The rule that gives points: linear in proportion up to the threshold, threshold all or '
       'nothing, band by a scale, points as entered, constant always in full, information none.';
COMMENT ON COLUMN motcua.criterion.threshold
    IS 'Tỷ lệ được điểm tối đa. | The rate that gives full points.';
COMMENT ON COLUMN motcua.criterion.scale
    IS 'Thang điểm của cách band. | The scale that the rule band uses.';
COMMENT ON COLUMN motcua.criterion.zero
    IS 'Khi mẫu số bằng 0: null là không tính, zero (hay 0) là 0 điểm, max là đủ điểm. | '
       'What an empty denominator scores: null leaves the criterion out, zero (or 0) gives no '
       'points, max gives full points.';
COMMENT ON COLUMN motcua.criterion.computed_from
    IS 'Số liệu lấy từ hồ sơ: một chỉ số của tally, hoặc share (đếm bằng câu lệnh của đơn vị); '
       'NULL là phải nhập. | '
       'Where dossiers give the figures: a measure of a tally, or share (a query of the office '
       'counts it); NULL means that they must be entered.';
COMMENT ON COLUMN motcua.criterion.note IS 'Ghi chú về tiêu chí. | Remarks on the criterion.';
COMMENT ON COLUMN motcua.criterion.source
    IS 'Căn cứ: văn bản quy định tiêu chí này. | The document that decides the criterion.';
COMMENT ON COLUMN motcua.criterion.status
    IS 'confirmed là đã đối chiếu văn bản, unverified là chưa. | '
       'It is confirmed if it was compared with the document, else unverified.';

CREATE TABLE motcua.observation (
    scorecard    text COLLATE "C" NOT NULL,
    criterion    text COLLATE "C" NOT NULL,
    unit         text COLLATE "C" NOT NULL,
    period       daterange NOT NULL CONSTRAINT observation_period_is_bounded CHECK (
        NOT pg_catalog.isempty(period)
        AND pg_catalog.lower(period) > '-infinity'
        AND pg_catalog.upper(period) < 'infinity'
        AND NOT pg_catalog.lower_inf(period) AND NOT pg_catalog.upper_inf(period)),
    numerator    bigint CONSTRAINT observation_numerator_is_not_negative CHECK (numerator >= 0),
    denominator  bigint CONSTRAINT observation_denominator_is_not_negative CHECK (denominator >= 0),
    rate         numeric CONSTRAINT observation_rate_is_a_number CHECK (rate >= 0
                                                                        AND rate < 'Infinity'),
    points       numeric CONSTRAINT observation_points_are_a_number CHECK (points >= 0
                                                                           AND points < 'Infinity'),
    source       text,
    CONSTRAINT observation_says_one_thing CHECK (pg_catalog.num_nonnulls(numerator, rate,
                                                                         points) = 1
                                                 AND (numerator IS NULL) = (denominator IS NULL)),
    PRIMARY KEY (scorecard, period, unit, criterion)
);
COMMENT ON TABLE motcua.observation
    IS 'Bảng này giữ số liệu của từng đơn vị cho từng tiêu chí: tử số và mẫu số, hoặc tỷ lệ, hoặc '
       'điểm. | '
       'This table holds what was observed of a unit on a criterion: a numerator and a '
       'denominator, or a rate, or points.';
COMMENT ON COLUMN motcua.observation.scorecard
    IS 'Bộ chỉ số có tiêu chí này. | The scorecard that the criterion belongs to.';
COMMENT ON COLUMN motcua.observation.criterion IS 'Mã tiêu chí. | The code of the criterion.';
COMMENT ON COLUMN motcua.observation.unit
    IS 'Đơn vị, ghi như trong hồ sơ. | The unit, written as in the dossiers.';
COMMENT ON COLUMN motcua.observation.period
    IS 'Kỳ của số liệu: từ ngày đến ngày. | The period that the figures are for.';
COMMENT ON COLUMN motcua.observation.numerator IS 'Tử số của tỷ lệ. | The numerator of the rate.';
COMMENT ON COLUMN motcua.observation.denominator
    IS 'Mẫu số của tỷ lệ; 0 là không phát sinh. | '
       'The denominator of the rate; 0 means that there were no cases.';
COMMENT ON COLUMN motcua.observation.rate
    IS 'Tỷ lệ (0.98 là 98%), khi không có tử số và mẫu số. | '
       'The rate (0.98 is 98 %), where numerator and denominator are not known.';
COMMENT ON COLUMN motcua.observation.points
    IS 'Số điểm, khi điểm được chấm trực tiếp. | The points, where they are given directly.';
COMMENT ON COLUMN motcua.observation.source IS 'Nguồn của số liệu. | The source of the figures.';

CREATE TABLE motcua.agency (
    code       text COLLATE "C" NOT NULL CONSTRAINT agency_code_is_not_empty CHECK (code <> ''),
    name       text,
    level      text,
    parent     text COLLATE "C",
    bloc       text,
    calendar   text COLLATE "C",
    valid      daterange NOT NULL DEFAULT '(,)' CONSTRAINT agency_valid_is_not_empty CHECK (
        NOT pg_catalog.isempty(valid)),
    successor  text COLLATE "C" CONSTRAINT agency_does_not_succeed_itself CHECK (successor <> code),
    PRIMARY KEY (code, valid)
);
COMMENT ON TABLE motcua.agency
    IS 'Bảng này giữ các cơ quan, đơn vị: tên, khối thi đua, lịch làm việc và đơn vị kế thừa sau '
       'sắp xếp. | '
       'This table holds the agencies: their names, blocs and calendars, and which agency '
       'succeeded them.';
COMMENT ON COLUMN motcua.agency.code
    IS 'Mã hoặc tên đơn vị, ghi như trong hồ sơ. | '
       'The code or name of the agency, written as in the dossiers.';
COMMENT ON COLUMN motcua.agency.name IS 'Tên đầy đủ của đơn vị. | The full name of the agency.';
COMMENT ON COLUMN motcua.agency.level
    IS 'Cấp của đơn vị: tỉnh, sở, huyện, xã. | '
       'The level of the agency: province, department, district or commune.';
COMMENT ON COLUMN motcua.agency.parent IS 'Cơ quan cấp trên. | The agency above this one.';
COMMENT ON COLUMN motcua.agency.bloc
    IS 'Khối: các đơn vị được xếp hạng với nhau. | '
       'The bloc: agencies of one bloc are ranked among each other.';
COMMENT ON COLUMN motcua.agency.calendar
    IS 'Lịch làm việc của đơn vị; NULL là lịch mặc định. | '
       'The calendar of the agency; NULL means the default one.';
COMMENT ON COLUMN motcua.agency.valid
    IS 'Thời gian dòng này có hiệu lực. | The days on which this row holds.';
COMMENT ON COLUMN motcua.agency.successor
    IS 'Đơn vị kế thừa khi dòng này hết hiệu lực; NULL khi đơn vị bị chia tách. | '
       'The agency that took over when this row ceased to hold; NULL if the agency was split.';

-- Triggers check the references instead of foreign keys; 21-calendar-tables.sql says why.
CREATE FUNCTION motcua_internal.check_reference() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_reference'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.check_reference()
    IS 'Internal: this trigger refuses a row (23503) that refers to a row that does not exist; '
       'during COPY it only warns.';
CREATE FUNCTION motcua_internal.parts_follow() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_parts_follow'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.parts_follow()
    IS 'Internal: this trigger removes or renames the bands of a scale with the scale, and the '
       'criteria of a scorecard with the scorecard.';
CREATE FUNCTION motcua_internal.check_agency() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_agency'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.check_agency()
    IS 'Internal: this trigger refuses two rows of one agency for the same day (23P01).';

CREATE FUNCTION motcua_internal.agency_follows() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_agency_follows'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.agency_follows()
    IS 'Internal: this trigger lets parent and successor follow a new code of an agency, and '
       'refuses to delete an agency that another one names.';

CREATE TRIGGER check_scale AFTER INSERT OR UPDATE ON motcua.scale_band
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_reference('scale', 'scale', 'name');
CREATE TRIGGER check_scale AFTER INSERT OR UPDATE ON motcua.scorecard
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_reference('scales', 'scale', 'name');
CREATE TRIGGER check_scorecard AFTER INSERT OR UPDATE ON motcua.criterion
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_reference('scorecard', 'scorecard', 'name');
CREATE TRIGGER check_scale AFTER INSERT OR UPDATE ON motcua.criterion
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_reference('scales', 'scale', 'name');
CREATE TRIGGER check_criterion AFTER INSERT
OR UPDATE ON motcua.observation FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_reference(
    'criteria', 'scorecard', 'scorecard', 'criterion', 'code');
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.agency
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_reference('calendars', 'calendar', 'name');
CREATE TRIGGER check_agency AFTER INSERT OR UPDATE ON motcua.agency
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_agency();
CREATE TRIGGER agency_follows AFTER DELETE OR UPDATE OF code ON motcua.agency
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.agency_follows();
COMMENT ON TRIGGER agency_follows ON motcua.agency
    IS 'Cơ quan cấp trên và đơn vị kế thừa đổi theo mã mới; từ chối xóa cơ quan còn được nêu '
       'tên. | '
       'The columns parent and successor follow a new code. It refuses to delete an agency that '
       'another one names.';
CREATE TRIGGER parts_follow AFTER DELETE OR UPDATE OF name ON motcua.scale
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.parts_follow('scale_band', 'name', 'scale');
CREATE TRIGGER parts_follow AFTER DELETE OR UPDATE OF name ON motcua.scorecard
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.parts_follow('criterion', 'name', 'scorecard');
COMMENT ON TRIGGER check_scale ON motcua.scale_band
    IS 'Trigger này từ chối mức của một thang không có trong motcua.scale. | '
       'This trigger refuses a band whose scale is not in motcua.scale.';
COMMENT ON TRIGGER check_scale ON motcua.scorecard
    IS 'Trigger này từ chối bộ chỉ số dùng một thang không tồn tại. | '
       'This trigger refuses a scorecard whose scale does not exist.';
COMMENT ON TRIGGER check_scorecard ON motcua.criterion
    IS 'Trigger này từ chối tiêu chí của một bộ chỉ số không có trong motcua.scorecard. | '
       'This trigger refuses a criterion whose scorecard is not in motcua.scorecard.';
COMMENT ON TRIGGER check_scale ON motcua.criterion
    IS 'Trigger này từ chối tiêu chí dùng một thang không tồn tại. | '
       'This trigger refuses a criterion whose scale does not exist.';
COMMENT ON TRIGGER check_criterion ON motcua.observation
    IS 'Trigger này từ chối số liệu cho một tiêu chí không tồn tại. | '
       'This trigger refuses an observation whose criterion does not exist.';
COMMENT ON TRIGGER check_calendar ON motcua.agency
    IS 'Trigger này từ chối đơn vị dùng một lịch không tồn tại. | '
       'This trigger refuses an agency whose calendar does not exist.';
COMMENT ON TRIGGER check_agency ON motcua.agency
    IS 'Trigger này từ chối hai dòng của một đơn vị cho cùng một ngày. | '
       'This trigger refuses two rows of one agency for the same day.';
COMMENT ON TRIGGER parts_follow ON motcua.scale
    IS 'Trigger này xóa hoặc đổi tên các mức cùng với thang. | '
       'This trigger removes or renames the bands of a scale together with the scale.';
COMMENT ON TRIGGER parts_follow ON motcua.scorecard
    IS 'Trigger này xóa hoặc đổi tên các tiêu chí cùng với bộ chỉ số. | '
       'This trigger removes or renames the criteria of a scorecard together with the scorecard.';

SELECT pg_catalog.pg_extension_config_dump('motcua.scale', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.scale_band', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.scorecard', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.criterion', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.observation', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.agency', '');
