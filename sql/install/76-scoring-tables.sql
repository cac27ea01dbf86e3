-- The DBA's own scales, scorecards, observations and agencies. What the library ships is not in
-- these tables, so they are dumped whole; the views in 64-scorecard-views.sql show what holds. A
-- card or scale of the DBA stands for a shipped one of the same name as a whole.

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
    IS 'Thang xếp loại hoặc thang điểm của đơn vị | Rating scales and scales of points of the DBA';
COMMENT ON COLUMN motcua.scale.name
    IS 'Tên thang; trùng tên thang có sẵn thì thay thế thang đó | '
       'Name; that of a shipped scale stands for it';
COMMENT ON COLUMN motcua.scale.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scale.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scale.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scale.status
    IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';

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
    IS 'Các mức của thang: từ cận dưới (kể cả) đến dưới mức trên | '
       'Bands of a scale: from the lower bound (in) to below the next one';
COMMENT ON COLUMN motcua.scale_band.scale IS 'Tên thang | The scale';
COMMENT ON COLUMN motcua.scale_band.lower
    IS 'Cận dưới, kể cả: điểm (xếp loại) hoặc tỷ lệ (cho điểm) | '
       'Lower bound, inclusive: of a score or of a rate';
COMMENT ON COLUMN motcua.scale_band.title IS 'Tên mức: Xuất sắc, Tốt... | Name of the band';
COMMENT ON COLUMN motcua.scale_band.title_en IS 'Tên tiếng Anh | Name in English';
COMMENT ON COLUMN motcua.scale_band.points
    IS 'Số điểm của mức, khi thang dùng để cho điểm | '
       'Points of the band, where the scale gives points';
COMMENT ON COLUMN motcua.scale_band.proportional
    IS 'true: điểm tối đa nhân tỷ lệ | true: max points times the rate';

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
COMMENT ON TABLE motcua.scorecard IS 'Bộ chỉ số của đơn vị | Scorecards of the DBA';
COMMENT ON COLUMN motcua.scorecard.name
    IS 'Tên bộ chỉ số; trùng tên bộ có sẵn thì thay thế toàn bộ | '
       'Name; that of a shipped card stands for it as a whole';
COMMENT ON COLUMN motcua.scorecard.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scorecard.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scorecard.scale IS 'Thang xếp loại tổng điểm | Scale that rates the total';
COMMENT ON COLUMN motcua.scorecard.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scorecard.status
    IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';

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
    -- More lateness never is worth more; a band can be worth less.
    CONSTRAINT criterion_lateness_is_no_merit CHECK (rule NOT IN ('linear', 'threshold')
                                                     OR computed_from NOT IN ('late_rate',
                                                                              'overdue_rate')),
    CONSTRAINT criterion_information_has_no_points CHECK (rule <> 'information'
                                                          OR max_points IS NULL
                                                          OR max_points = 0),
    PRIMARY KEY (scorecard, code)
);
COMMENT ON TABLE motcua.criterion
    IS 'Tiêu chí của các bộ chỉ số của đơn vị | Criteria of the scorecards of the DBA';
COMMENT ON COLUMN motcua.criterion.scorecard IS 'Bộ chỉ số | The scorecard';
COMMENT ON COLUMN motcua.criterion.code IS 'Mã tiêu chí: 2.1 | Code of the criterion';
COMMENT ON COLUMN motcua.criterion.ord IS 'Thứ tự trên phiếu | Place on the sheet';
COMMENT ON COLUMN motcua.criterion.section IS 'Nhóm chỉ số | Group of criteria';
COMMENT ON COLUMN motcua.criterion.section_en IS 'Nhóm chỉ số, tiếng Anh | Group in English';
COMMENT ON COLUMN motcua.criterion.title IS 'Tên tiêu chí | Title in Vietnamese';
COMMENT ON COLUMN motcua.criterion.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.criterion.max_points
    IS 'Điểm tối đa; trống: chưa rõ, tiêu chí không được tính điểm | '
       'Full points; NULL: not known, the criterion is not scored';
COMMENT ON COLUMN motcua.criterion.rule
    IS 'Cách cho điểm: linear tỷ lệ thuận đến ngưỡng; threshold đạt ngưỡng mới có điểm; '
       'band theo thang; points nhập điểm; constant luôn tối đa; information không tính điểm | '
       'How it scores';
COMMENT ON COLUMN motcua.criterion.threshold
    IS 'Tỷ lệ được điểm tối đa | The rate that gives full points';
COMMENT ON COLUMN motcua.criterion.scale IS 'Thang điểm của cách band | The scale of rule band';
COMMENT ON COLUMN motcua.criterion.zero
    IS 'Mẫu số bằng 0: null không tính, zero (hay 0) 0 điểm, max đủ điểm | '
       'An empty denominator: left out, no points, full points';
COMMENT ON COLUMN motcua.criterion.computed_from
    IS 'Lấy từ hồ sơ: chỉ số của tally, hoặc share (đếm bằng câu '
       'lệnh của đơn vị); trống: phải nhập | '
       'From dossiers: a measure of a tally, or a share; NULL: from elsewhere';
COMMENT ON COLUMN motcua.criterion.note IS 'Ghi chú | Remarks';
COMMENT ON COLUMN motcua.criterion.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.criterion.status
    IS 'confirmed: đã đối chiếu; unverified: chưa | confirmed, or unverified';

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
    IS 'Số liệu của từng đơn vị cho từng tiêu chí: tử số và mẫu số, hoặc tỷ lệ, hoặc điểm | '
       'What was observed of a unit on a criterion: a ratio, or a rate, or points';
COMMENT ON COLUMN motcua.observation.scorecard IS 'Bộ chỉ số | The scorecard';
COMMENT ON COLUMN motcua.observation.criterion IS 'Mã tiêu chí | The criterion';
COMMENT ON COLUMN motcua.observation.unit
    IS 'Đơn vị, như trong hồ sơ | The unit, as dossiers name it';
COMMENT ON COLUMN motcua.observation.period IS 'Kỳ: từ ngày đến ngày | The period';
COMMENT ON COLUMN motcua.observation.numerator IS 'Tử số | Numerator';
COMMENT ON COLUMN motcua.observation.denominator
    IS 'Mẫu số; 0 là không phát sinh | Denominator; 0: there was nothing';
COMMENT ON COLUMN motcua.observation.rate
    IS 'Tỷ lệ, 0.98 là 98%, khi không có tử số và mẫu số | A rate, where no ratio is known';
COMMENT ON COLUMN motcua.observation.points
    IS 'Điểm đã được chấm | Points, where they are given as such';
COMMENT ON COLUMN motcua.observation.source IS 'Nguồn số liệu | Where it comes from';

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
    IS 'Cơ quan, đơn vị: tên, khối thi đua, lịch làm việc, đơn vị kế thừa sau sắp xếp | '
       'Agencies: names, blocs, calendars, and who succeeded whom';
COMMENT ON COLUMN motcua.agency.code
    IS 'Mã hoặc tên đơn vị, như trong hồ sơ | Code or name, as dossiers have it';
COMMENT ON COLUMN motcua.agency.name IS 'Tên đầy đủ | Full name';
COMMENT ON COLUMN motcua.agency.level IS 'Cấp: tỉnh, sở, huyện, xã | Level';
COMMENT ON COLUMN motcua.agency.parent IS 'Cơ quan cấp trên | The agency above';
COMMENT ON COLUMN motcua.agency.bloc
    IS 'Khối: các đơn vị được xếp hạng với nhau | The units it is ranked among';
COMMENT ON COLUMN motcua.agency.calendar
    IS 'Lịch làm việc; trống: lịch mặc định | Its calendar; NULL: the default one';
COMMENT ON COLUMN motcua.agency.valid IS 'Thời gian dòng này có hiệu lực | The days this row holds';
COMMENT ON COLUMN motcua.agency.successor
    IS 'Đơn vị kế thừa khi hết hiệu lực; trống khi bị chia tách | '
       'Who took over afterwards; NULL when it was split';

-- References are triggers, not foreign keys: see 12-calendar-tables.sql.
CREATE FUNCTION motcua_internal.check_reference() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_reference'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.check_reference()
    IS 'Internal trigger: refuses a row that refers to what is not there; in COPY it only warns';
CREATE FUNCTION motcua_internal.parts_follow() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_parts_follow'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.parts_follow()
    IS 'Internal trigger: a scale takes its bands with it, a scorecard its criteria';
CREATE FUNCTION motcua_internal.check_agency() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_agency'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.check_agency()
    IS 'Internal trigger: refuses two rows of one agency for the same day';

CREATE FUNCTION motcua_internal.agency_follows() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_agency_follows'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.agency_follows()
    IS 'Internal trigger: lets parent and successor follow a new code of an agency, and refuses to '
       'delete an agency that another one names.';

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
    IS 'Cơ quan cấp trên và đơn vị kế thừa đổi theo mã mới; từ chối xóa cơ quan còn được nêu tên. | '
       'The columns parent and successor follow a new code. It refuses to delete an agency that '
       'another one names.';
CREATE TRIGGER parts_follow AFTER DELETE OR UPDATE OF name ON motcua.scale
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.parts_follow('scale_band', 'name', 'scale');
CREATE TRIGGER parts_follow AFTER DELETE OR UPDATE OF name ON motcua.scorecard
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.parts_follow('criterion', 'name', 'scorecard');
COMMENT ON TRIGGER check_scale ON motcua.scale_band IS 'Refuses a band of no scale of the DBA';
COMMENT ON TRIGGER check_scale ON motcua.scorecard IS 'Refuses an unknown scale';
COMMENT ON TRIGGER check_scorecard ON motcua.criterion
    IS 'Refuses a criterion of no scorecard of the DBA';
COMMENT ON TRIGGER check_scale ON motcua.criterion IS 'Refuses an unknown scale';
COMMENT ON TRIGGER check_criterion ON motcua.observation IS 'Refuses an unknown criterion';
COMMENT ON TRIGGER check_calendar ON motcua.agency IS 'Refuses an unknown calendar';
COMMENT ON TRIGGER check_agency ON motcua.agency IS 'Refuses two rows for the same day';
COMMENT ON TRIGGER parts_follow ON motcua.scale
    IS 'Takes the bands of a removed scale away, renames those of a renamed one';
COMMENT ON TRIGGER parts_follow ON motcua.scorecard
    IS 'Takes the criteria of a removed scorecard away, renames those of a renamed one';

SELECT pg_catalog.pg_extension_config_dump('motcua.scale', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.scale_band', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.scorecard', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.criterion', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.observation', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.agency', '');
