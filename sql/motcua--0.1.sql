-- motcua: KPIs of Vietnam's one-stop-shop administrations, computed in place.
-- This script is made of the numbered modules in sql/; the schema is always motcua.
\echo Use "CREATE EXTENSION motcua" to load this file. \quit

DO $$
BEGIN
    IF pg_catalog.current_setting('server_encoding') OPERATOR(pg_catalog.<>) 'UTF8' THEN
        RAISE EXCEPTION USING
            ERRCODE = 'feature_not_supported',
            MESSAGE = pg_catalog.format('motcua needs a UTF8 database, this one is "%s"',
                                        pg_catalog.current_setting('server_encoding')),
            HINT = 'Create the database with ENCODING ''UTF8'' TEMPLATE template0: other encodings cannot store Vietnamese.';
    END IF;
    IF EXISTS (
        SELECT FROM pg_catalog.pg_depend
        WHERE refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
          AND refobjid OPERATOR(pg_catalog.=) 'motcua'::pg_catalog.regnamespace::pg_catalog.oid
          AND classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_extension'::pg_catalog.regclass)
    THEN
        RAISE EXCEPTION USING
            ERRCODE = 'duplicate_schema',
            MESSAGE = 'schema "motcua" already exists and is not empty',
            HINT = 'The extension keeps this schema to itself: rename or drop the present one.';
    END IF;
    IF EXISTS (
        SELECT FROM pg_catalog.pg_namespace AS n, pg_catalog.pg_extension AS e
        WHERE n.nspname OPERATOR(pg_catalog.=) 'motcua' AND e.extname OPERATOR(pg_catalog.=) 'motcua'
          AND n.nspowner OPERATOR(pg_catalog.<>) e.extowner
          AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE oid OPERATOR(pg_catalog.=) n.nspowner))
    THEN
        RAISE EXCEPTION USING
            ERRCODE = 'insufficient_privilege',
            MESSAGE = 'schema "motcua" belongs to another user',
            HINT = 'Its owner could put objects beside those of the extension: drop the schema, CREATE EXTENSION makes it.';
    END IF;
END
$$;

COMMENT ON SCHEMA motcua IS 'One-stop-shop KPIs: working-day calendar, deadlines, on-time rates. SELECT * FROM motcua.help();';
-- The library.

CREATE FUNCTION motcua.version() RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_version'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.version() IS 'Version of the loaded library; also loads it, so that SET motcua.calendar is known';
-- The type work_calendar: a calendar as a value, for IMMUTABLE functions, indexes and foreign servers.

CREATE TYPE motcua.work_calendar;

CREATE FUNCTION motcua.work_calendar_in(input cstring) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_in(cstring) IS 'work_calendar: text input';

CREATE FUNCTION motcua.work_calendar_out(value motcua.work_calendar) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_out(motcua.work_calendar) IS 'work_calendar: text output';

CREATE FUNCTION motcua.work_calendar_recv(message internal) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_recv(internal) IS 'work_calendar: binary input';

CREATE FUNCTION motcua.work_calendar_send(value motcua.work_calendar) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_send(motcua.work_calendar) IS 'work_calendar: binary output';

CREATE TYPE motcua.work_calendar (
    INPUT = motcua.work_calendar_in,
    OUTPUT = motcua.work_calendar_out,
    RECEIVE = motcua.work_calendar_recv,
    SEND = motcua.work_calendar_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended
);
COMMENT ON TYPE motcua.work_calendar IS 'A working-day calendar as a value: made by motcua.calendar_value(name), taken by every calendar function in place of a name.';

CREATE FUNCTION motcua.work_calendar_eq(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_eq(motcua.work_calendar, motcua.work_calendar) IS 'implementation of = operator';
CREATE FUNCTION motcua.work_calendar_ne(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_ne(motcua.work_calendar, motcua.work_calendar) IS 'implementation of <> operator';
CREATE FUNCTION motcua.work_calendar_lt(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_lt(motcua.work_calendar, motcua.work_calendar) IS 'implementation of < operator';
CREATE FUNCTION motcua.work_calendar_le(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_le(motcua.work_calendar, motcua.work_calendar) IS 'implementation of <= operator';
CREATE FUNCTION motcua.work_calendar_gt(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_gt(motcua.work_calendar, motcua.work_calendar) IS 'implementation of > operator';
CREATE FUNCTION motcua.work_calendar_ge(a motcua.work_calendar, b motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_ge(motcua.work_calendar, motcua.work_calendar) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.work_calendar, motcua.work_calendar) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.work_calendar, motcua.work_calendar) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.work_calendar, motcua.work_calendar) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.work_calendar, motcua.work_calendar) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.work_calendar, motcua.work_calendar) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.work_calendar, RIGHTARG = motcua.work_calendar, FUNCTION = motcua.work_calendar_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.work_calendar, motcua.work_calendar) IS 'greater or equal';

CREATE FUNCTION motcua.work_calendar_cmp(a motcua.work_calendar, b motcua.work_calendar) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_cmp(motcua.work_calendar, motcua.work_calendar) IS 'less-equal-greater';
CREATE FUNCTION motcua.work_calendar_hash(value motcua.work_calendar) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_hash(motcua.work_calendar) IS 'hash';
CREATE FUNCTION motcua.work_calendar_hash_extended(value motcua.work_calendar, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_work_calendar_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.work_calendar_hash_extended(motcua.work_calendar, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.work_calendar_btree_ops DEFAULT FOR TYPE motcua.work_calendar USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.work_calendar_cmp(motcua.work_calendar, motcua.work_calendar);
COMMENT ON OPERATOR CLASS motcua.work_calendar_btree_ops USING btree IS 'work_calendar in DISTINCT, GROUP BY and ORDER BY';
COMMENT ON OPERATOR FAMILY motcua.work_calendar_btree_ops USING btree IS 'work_calendar in DISTINCT, GROUP BY and ORDER BY';
CREATE OPERATOR CLASS motcua.work_calendar_hash_ops DEFAULT FOR TYPE motcua.work_calendar USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.work_calendar_hash(motcua.work_calendar),
    FUNCTION 2 motcua.work_calendar_hash_extended(motcua.work_calendar, bigint);
COMMENT ON OPERATOR CLASS motcua.work_calendar_hash_ops USING hash IS 'work_calendar in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.work_calendar_hash_ops USING hash IS 'work_calendar in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.work_calendar AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.work_calendar AS jsonb) IS 'the text form of work_calendar as jsonb';
CREATE CAST (jsonb AS motcua.work_calendar) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.work_calendar) IS 'work_calendar from a JSON object of its text form';
-- The DBA's own calendars, days, years and hours. What the library ships (vn, vn_statutory) is not in
-- these tables, so they are dumped whole; the views in 24-calendar-views.sql show both.

CREATE TABLE motcua.calendar (
    name             text COLLATE "C" PRIMARY KEY
                     CONSTRAINT calendar_name_is_short CHECK (pg_catalog.octet_length(name) BETWEEN 1 AND 63)
                     CONSTRAINT calendar_name_is_not_shipped CHECK (name NOT IN ('vn', 'vn_statutory')),
    title            text,
    parent           text COLLATE "C" NOT NULL DEFAULT 'vn',
    work_week        text CONSTRAINT calendar_work_week_is_seven_0_or_1
                     CHECK (work_week ~ '^[01]{7}$' AND work_week <> '0000000'),
    time_zone        text,
    late_reception   text CONSTRAINT calendar_late_reception_is_known CHECK (late_reception IN ('next_working_day', 'event_day')),
    same_day_cutoff  time CONSTRAINT calendar_same_day_cutoff_on_a_second
                     CHECK (same_day_cutoff = pg_catalog.date_trunc('second', same_day_cutoff)),
    due_time         text CONSTRAINT calendar_due_time_is_known CHECK (due_time IN ('close', 'same_time', 'midnight'))
);
COMMENT ON TABLE motcua.calendar IS 'Calendars of the DBA: each overrides what differs from its parent; NULL means as the parent';
COMMENT ON COLUMN motcua.calendar.title IS 'For people: Lịch làm việc của UBND xã ...';
COMMENT ON COLUMN motcua.calendar.parent IS 'A shipped calendar (vn, vn_statutory) or another of this table';
COMMENT ON COLUMN motcua.calendar.work_week IS 'Seven digits, Monday first: 1 works, 0 rests';
COMMENT ON COLUMN motcua.calendar.time_zone IS 'Zone of the office''s wall time';
COMMENT ON COLUMN motcua.calendar.late_reception IS 'A dossier received out of hours counts from the next_working_day, or from the event_day itself';
COMMENT ON COLUMN motcua.calendar.same_day_cutoff IS 'Received later than this, a same-day procedure is due the next working day';
COMMENT ON COLUMN motcua.calendar.due_time IS 'Time of day of a due instant: close of the office, same_time as received, midnight';

CREATE TABLE motcua.calendar_day (
    calendar      text COLLATE "C" NOT NULL,
    day           date NOT NULL CONSTRAINT calendar_day_is_covered CHECK (day BETWEEN '1990-01-01' AND '2100-12-31'),
    kind          text NOT NULL CONSTRAINT calendar_day_kind_is_known CHECK (kind IN ('off', 'work')),
    reason        text NOT NULL DEFAULT 'local'
                  CONSTRAINT calendar_day_reason_is_known CHECK (reason IN ('holiday', 'compensation', 'swap', 'local')),
    title         text,
    source        text,
    status        text NOT NULL DEFAULT 'official'
                  CONSTRAINT calendar_day_status_is_known CHECK (status IN ('official', 'provisional')),
    PRIMARY KEY (calendar, day)
);
COMMENT ON TABLE motcua.calendar_day IS 'Days off and working days that the DBA adds to a calendar: to vn itself for a decision newer than this release';
COMMENT ON COLUMN motcua.calendar_day.kind IS 'off or work';
COMMENT ON COLUMN motcua.calendar_day.reason IS 'holiday, compensation, swap or local';
COMMENT ON COLUMN motcua.calendar_day.source IS 'The document that decided it';
COMMENT ON COLUMN motcua.calendar_day.status IS 'official, or provisional until it is confirmed';

CREATE TABLE motcua.calendar_year (
    calendar      text COLLATE "C" NOT NULL,
    year          integer NOT NULL CONSTRAINT calendar_year_is_covered CHECK (year BETWEEN 1990 AND 2100),
    status        text NOT NULL DEFAULT 'official'
                  CONSTRAINT calendar_year_status_is_known CHECK (status IN ('official', 'provisional')),
    source        text,
    PRIMARY KEY (calendar, year)
);
COMMENT ON TABLE motcua.calendar_year IS 'Declares that the decisions on a year''s days off are out (official), or not (provisional)';
COMMENT ON COLUMN motcua.calendar_year.source IS 'The document that decided the year';

CREATE TABLE motcua.shift (
    calendar      text COLLATE "C" NOT NULL,
    valid         daterange NOT NULL DEFAULT '(,)' CONSTRAINT shift_valid_is_not_empty CHECK (NOT pg_catalog.isempty(valid)),
    season_start  text NOT NULL DEFAULT '01-01' CONSTRAINT shift_season_start_is_month_day
                  CHECK (season_start ~ '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$'),
    season_end    text NOT NULL DEFAULT '12-31' CONSTRAINT shift_season_end_is_month_day
                  CHECK (season_end ~ '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$'),
    weekdays      text NOT NULL DEFAULT '1111100'
                  CONSTRAINT shift_weekdays_are_seven_0_or_1 CHECK (weekdays ~ '^[01]{7}$' AND weekdays <> '0000000'),
    opens         time NOT NULL CONSTRAINT shift_opens_on_a_second CHECK (opens = pg_catalog.date_trunc('second', opens)),
    closes        time NOT NULL CONSTRAINT shift_closes_on_a_second CHECK (closes = pg_catalog.date_trunc('second', closes)),
    counts        boolean NOT NULL DEFAULT true,
    CONSTRAINT shift_opens_before_it_closes CHECK (opens < closes),
    PRIMARY KEY (calendar, valid, season_start, season_end, weekdays, opens)
);
COMMENT ON TABLE motcua.shift IS 'Office hours: several shifts a day, by dates, season and weekday; the nearest calendar with any shift valid on a day supplies all of that day';
COMMENT ON COLUMN motcua.shift.valid IS 'The days it holds; unbounded by default';
COMMENT ON COLUMN motcua.shift.season_start IS 'First day of the season every year, MM-DD; a season may run over New Year; 01-01 to 12-31 is all the year';
COMMENT ON COLUMN motcua.shift.season_end IS 'Last day of the season, MM-DD';
COMMENT ON COLUMN motcua.shift.weekdays IS 'Seven digits, Monday first: 1 on that weekday';
COMMENT ON COLUMN motcua.shift.counts IS 'false: the desk receives and returns, but time does not run toward limits';

-- Every edit is seen by every session at its next statement: the triggers tell the caches, also under logical
-- replication and session_replication_role = replica (ENABLE ALWAYS), and refuse what does not make a calendar.
-- These references are no foreign keys: pg_restore -j loads the tables in any order, and COPY must not be refused
-- for that. In COPY a row whose calendar is not there yet gets a warning, elsewhere it is an error.
CREATE FUNCTION motcua.calendar_changed() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_calendar_changed'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.calendar_changed() IS 'Trigger: tells all sessions that a calendar table changed';
CREATE FUNCTION motcua.check_calendar() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_calendar'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.check_calendar() IS 'Trigger: refuses unknown calendars, calendars that inherit from themselves and shifts that overlap';
CREATE FUNCTION motcua.calendar_removed() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_calendar_removed'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.calendar_removed() IS 'Trigger: a calendar takes its rows with it, unless another inherits from it';

CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.calendar_day
    FOR EACH ROW EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.calendar_year
    FOR EACH ROW EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_changed AFTER INSERT OR UPDATE OR DELETE ON motcua.shift
    FOR EACH ROW EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.calendar
    FOR EACH STATEMENT EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.calendar_day
    FOR EACH STATEMENT EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.calendar_year
    FOR EACH STATEMENT EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER calendar_truncated AFTER TRUNCATE ON motcua.shift
    FOR EACH STATEMENT EXECUTE FUNCTION motcua.calendar_changed();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua.check_calendar();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.calendar_day
    FOR EACH ROW EXECUTE FUNCTION motcua.check_calendar();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.calendar_year
    FOR EACH ROW EXECUTE FUNCTION motcua.check_calendar();
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.shift
    FOR EACH ROW EXECUTE FUNCTION motcua.check_calendar();
CREATE TRIGGER calendar_removed AFTER DELETE OR UPDATE OF name ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua.calendar_removed();
COMMENT ON TRIGGER calendar_changed ON motcua.calendar IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_changed ON motcua.calendar_day IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_changed ON motcua.calendar_year IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_changed ON motcua.shift IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_truncated ON motcua.calendar IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_truncated ON motcua.calendar_day IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_truncated ON motcua.calendar_year IS 'Tells all sessions';
COMMENT ON TRIGGER calendar_truncated ON motcua.shift IS 'Tells all sessions';
COMMENT ON TRIGGER check_calendar ON motcua.calendar IS 'Refuses an unknown parent, and a calendar that inherits from itself';
COMMENT ON TRIGGER check_calendar ON motcua.calendar_day IS 'Refuses an unknown calendar';
COMMENT ON TRIGGER check_calendar ON motcua.calendar_year IS 'Refuses an unknown calendar';
COMMENT ON TRIGGER check_calendar ON motcua.shift IS 'Refuses an unknown calendar, and shifts that overlap';
COMMENT ON TRIGGER calendar_removed ON motcua.calendar IS 'Takes the rows of a removed calendar away; refuses while another inherits from it';
ALTER TABLE motcua.calendar ENABLE ALWAYS TRIGGER calendar_changed, ENABLE ALWAYS TRIGGER calendar_truncated;
ALTER TABLE motcua.calendar_day ENABLE ALWAYS TRIGGER calendar_changed, ENABLE ALWAYS TRIGGER calendar_truncated;
ALTER TABLE motcua.calendar_year ENABLE ALWAYS TRIGGER calendar_changed, ENABLE ALWAYS TRIGGER calendar_truncated;
ALTER TABLE motcua.shift ENABLE ALWAYS TRIGGER calendar_changed, ENABLE ALWAYS TRIGGER calendar_truncated;

SELECT pg_catalog.pg_extension_config_dump('motcua.calendar', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.calendar_day', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.calendar_year', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.shift', '');
-- The Vietnamese lunar calendar, lunar years 1900-2199: UTC+7 from 1968 on.

CREATE TYPE motcua.lunar_date AS (year integer, month integer, day integer, leap boolean);
COMMENT ON TYPE motcua.lunar_date IS 'A lunar date; leap is true in the second of two months of the same number (tháng nhuận)';
COMMENT ON COLUMN motcua.lunar_date.year IS 'Lunar year, numbered by the civil year in which it begins';
COMMENT ON COLUMN motcua.lunar_date.month IS 'Lunar month, 1 to 12';
COMMENT ON COLUMN motcua.lunar_date.day IS 'Day of the lunar month, 1 to 30';
COMMENT ON COLUMN motcua.lunar_date.leap IS 'Whether the month is the leap month of its year';

CREATE FUNCTION motcua.to_lunar(day date) RETURNS motcua.lunar_date
    AS 'MODULE_PATHNAME', 'motcua_to_lunar'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION motcua.to_lunar(date) IS 'Gives the Vietnamese lunar date of a day, lunar years 1900-2199';
CREATE FUNCTION motcua.from_lunar(year integer, month integer, day integer, leap boolean DEFAULT false) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_from_lunar'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.from_lunar(integer, integer, integer, boolean) IS 'Gives the day of a Vietnamese lunar date, lunar years 1900-2199; leap: in the leap month of that number';
CREATE FUNCTION motcua.tet(lunar_year integer) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_tet'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tet(integer) IS 'Gives the first day of a lunar year (Tết), 1900-2199';
-- Working days of a calendar: by name (NULL: the setting motcua.calendar) and, IMMUTABLE, by value.

CREATE FUNCTION motcua.calendar_value(name text DEFAULT NULL) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_calendar_value'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_value(text) IS 'The named calendar as a value; evaluate it once: (SELECT motcua.calendar_value())';

CREATE FUNCTION motcua.is_working_day(day date, calendar text DEFAULT NULL) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_day(date, text) IS 'Tells whether offices work that day';
CREATE FUNCTION motcua.is_working_day(day date, calendar motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_day(date, motcua.work_calendar) IS 'Tells whether offices work that day (calendar by value)';

CREATE FUNCTION motcua.add_working_days(day date, n integer, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_add_working_days'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_days(date, integer, text) IS 'Goes n working days on from a day: n > 0 after it, n < 0 before it, 0 the day itself or the next that works';
CREATE FUNCTION motcua.add_working_days(day date, n integer, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_add_working_days_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_days(date, integer, motcua.work_calendar) IS 'Goes n working days on from a day: n > 0 after it, n < 0 before it, 0 the day itself or the next that works (calendar by value)';

CREATE FUNCTION motcua.working_days_between(since date, until date, calendar text DEFAULT NULL, bounds text DEFAULT '(]') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_working_days_between'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days_between(date, date, text, text) IS 'Counts the working days between two days, negative when reversed; bounds name the ends that are in';
CREATE FUNCTION motcua.working_days_between(since date, until date, calendar motcua.work_calendar, bounds text DEFAULT '(]') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_working_days_between_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days_between(date, date, motcua.work_calendar, text) IS 'Counts the working days between two days, negative when reversed; bounds name the ends that are in (calendar by value)';

CREATE FUNCTION motcua.next_working_day(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_next_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_day(date, text) IS 'Finds the first working day after a day';
CREATE FUNCTION motcua.next_working_day(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_next_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_day(date, motcua.work_calendar) IS 'Finds the first working day after a day (calendar by value)';

CREATE FUNCTION motcua.previous_working_day(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_previous_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.previous_working_day(date, text) IS 'Finds the last working day before a day';
CREATE FUNCTION motcua.previous_working_day(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_previous_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.previous_working_day(date, motcua.work_calendar) IS 'Finds the last working day before a day (calendar by value)';

CREATE FUNCTION motcua.days_off(year integer, calendar text DEFAULT NULL) RETURNS TABLE (day date, title text, kind text, reason text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_days_off'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_off(integer, text) IS 'Lists the holidays of a year and every day that differs from the work week, with source and status';
CREATE FUNCTION motcua.days_off(year integer, calendar motcua.work_calendar) RETURNS TABLE (day date, title text, kind text, reason text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_days_off_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_off(integer, motcua.work_calendar) IS 'Lists the holidays of a year and every day that differs from the work week, with source and status (calendar by value)';

CREATE FUNCTION motcua.explain_day(day date, calendar text DEFAULT NULL, OUT working boolean, OUT kind text, OUT reason text, OUT title text, OUT source text, OUT status text, OUT decided_by text)
    AS 'MODULE_PATHNAME', 'motcua_explain_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.explain_day(date, text) IS 'Explains whether and why offices work or rest on a day';
CREATE FUNCTION motcua.explain_day(day date, calendar motcua.work_calendar, OUT working boolean, OUT kind text, OUT reason text, OUT title text, OUT source text, OUT status text, OUT decided_by text)
    AS 'MODULE_PATHNAME', 'motcua_explain_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.explain_day(date, motcua.work_calendar) IS 'Explains whether and why offices work or rest on a day (calendar by value)';

CREATE FUNCTION motcua.calendar_status(year integer, calendar text DEFAULT NULL) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_calendar_status'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_status(integer, text) IS 'Tells whether the decisions on a year''s days off are out: official or provisional';
CREATE FUNCTION motcua.calendar_status(year integer, calendar motcua.work_calendar) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_calendar_status_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_status(integer, motcua.work_calendar) IS 'Tells whether the decisions on a year''s days off are out: official or provisional (calendar by value)';

CREATE FUNCTION motcua.working_day_on_or_after(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_after'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_after(date, text) IS 'Gives the day itself if it works, else the next that does';
CREATE FUNCTION motcua.working_day_on_or_after(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_after_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_after(date, motcua.work_calendar) IS 'Gives the day itself if it works, else the next that does (calendar by value)';

CREATE FUNCTION motcua.working_day_on_or_before(day date, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_before'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_before(date, text) IS 'Gives the day itself if it works, else the last before that does';
CREATE FUNCTION motcua.working_day_on_or_before(day date, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_working_day_on_or_before_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_day_on_or_before(date, motcua.work_calendar) IS 'Gives the day itself if it works, else the last before that does (calendar by value)';

CREATE FUNCTION motcua.nth_working_day(month date, n integer, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_nth_working_day'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.nth_working_day(date, integer, text) IS 'Finds the n-th working day of a month, from its end when n < 0; NULL when there is none';
CREATE FUNCTION motcua.nth_working_day(month date, n integer, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_nth_working_day_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.nth_working_day(date, integer, motcua.work_calendar) IS 'Finds the n-th working day of a month, from its end when n < 0; NULL when there is none (calendar by value)';

CREATE FUNCTION motcua.working_days(since date, until date, calendar text DEFAULT NULL) RETURNS SETOF date
    AS 'MODULE_PATHNAME', 'motcua_working_days'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days(date, date, text) IS 'Lists the working days from one day to another, both in';
CREATE FUNCTION motcua.working_days(since date, until date, calendar motcua.work_calendar) RETURNS SETOF date
    AS 'MODULE_PATHNAME', 'motcua_working_days_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_days(date, date, motcua.work_calendar) IS 'Lists the working days from one day to another, both in (calendar by value)';
-- Days off by statute alone: what the law gives before anything is decided.

CREATE FUNCTION motcua.statutory_days_off(year integer) RETURNS TABLE (day date, title text, kind text, source text)
    AS 'MODULE_PATHNAME', 'motcua_statutory_days_off'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 15;
COMMENT ON FUNCTION motcua.statutory_days_off(integer) IS 'Lists the days off that the law itself gives in a year 1990-2100: kind is holiday or compensation; the options left to decision (Tết, second National Day) are taken by default in every year, swaps are none';
-- Working time: by the office hours of a calendar. timestamp is wall time of the office, timestamptz an instant.
-- Amounts are hours and smaller: a day has as many hours as the office gives it.

CREATE FUNCTION motcua.add_working_time(at timestamp, amount interval, calendar text DEFAULT NULL) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamp, interval, text) IS 'Goes an amount of working time on from a moment: the earliest at which it is done; back when negative';
CREATE FUNCTION motcua.add_working_time(at timestamp, amount interval, calendar motcua.work_calendar) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamp, interval, motcua.work_calendar) IS 'Goes an amount of working time on from a moment: the earliest at which it is done; back when negative (calendar by value)';

CREATE FUNCTION motcua.working_time_between(since timestamp, until timestamp, calendar text DEFAULT NULL) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_working_time_between_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_time_between(timestamp, timestamp, text) IS 'Measures the working time between two moments, in hours and smaller; negative when reversed';
CREATE FUNCTION motcua.working_time_between(since timestamp, until timestamp, calendar motcua.work_calendar) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_working_time_between_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_time_between(timestamp, timestamp, motcua.work_calendar) IS 'Measures the working time between two moments, in hours and smaller; negative when reversed (calendar by value)';

CREATE FUNCTION motcua.next_working_moment(at timestamp, calendar text DEFAULT NULL) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamp, text) IS 'Gives the moment itself inside a counting shift, else the next opening of one';
CREATE FUNCTION motcua.next_working_moment(at timestamp, calendar motcua.work_calendar) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamp, motcua.work_calendar) IS 'Gives the moment itself inside a counting shift, else the next opening of one (calendar by value)';

CREATE FUNCTION motcua.is_working_moment(at timestamp, calendar text DEFAULT NULL) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_moment_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_moment(timestamp, text) IS 'Tells whether a moment lies inside a counting shift, its opening in, its closing out';
CREATE FUNCTION motcua.is_working_moment(at timestamp, calendar motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_moment_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_moment(timestamp, motcua.work_calendar) IS 'Tells whether a moment lies inside a counting shift, its opening in, its closing out (calendar by value)';

CREATE FUNCTION motcua.add_working_time(at timestamptz, amount interval, calendar text DEFAULT NULL) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamptz, interval, text) IS 'Goes an amount of working time on from a moment: the earliest at which it is done; back when negative';
CREATE FUNCTION motcua.add_working_time(at timestamptz, amount interval, calendar motcua.work_calendar) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_add_working_time_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.add_working_time(timestamptz, interval, motcua.work_calendar) IS 'Goes an amount of working time on from a moment: the earliest at which it is done; back when negative (calendar by value)';

CREATE FUNCTION motcua.working_time_between(since timestamptz, until timestamptz, calendar text DEFAULT NULL) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_working_time_between_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_time_between(timestamptz, timestamptz, text) IS 'Measures the working time between two moments, in hours and smaller; negative when reversed';
CREATE FUNCTION motcua.working_time_between(since timestamptz, until timestamptz, calendar motcua.work_calendar) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_working_time_between_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.working_time_between(timestamptz, timestamptz, motcua.work_calendar) IS 'Measures the working time between two moments, in hours and smaller; negative when reversed (calendar by value)';

CREATE FUNCTION motcua.next_working_moment(at timestamptz, calendar text DEFAULT NULL) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamptz, text) IS 'Gives the moment itself inside a counting shift, else the next opening of one';
CREATE FUNCTION motcua.next_working_moment(at timestamptz, calendar motcua.work_calendar) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_next_working_moment_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.next_working_moment(timestamptz, motcua.work_calendar) IS 'Gives the moment itself inside a counting shift, else the next opening of one (calendar by value)';

CREATE FUNCTION motcua.is_working_moment(at timestamptz, calendar text DEFAULT NULL) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_moment_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_moment(timestamptz, text) IS 'Tells whether a moment lies inside a counting shift, its opening in, its closing out';
CREATE FUNCTION motcua.is_working_moment(at timestamptz, calendar motcua.work_calendar) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_working_moment_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_working_moment(timestamptz, motcua.work_calendar) IS 'Tells whether a moment lies inside a counting shift, its opening in, its closing out (calendar by value)';
-- Shipped and local calendars side by side. The functions give what the library ships.

CREATE FUNCTION motcua.shipped_calendars() RETURNS TABLE (name text, title text, work_week text, time_zone text, late_reception text, same_day_cutoff time, due_time text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_calendars'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.shipped_calendars() IS 'The calendars that the library ships';
CREATE FUNCTION motcua.shipped_days() RETURNS TABLE (calendar text, day date, kind text, reason text, title text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.shipped_days() IS 'The days of the shipped calendars that differ from the work week';
CREATE FUNCTION motcua.shipped_shifts() RETURNS TABLE (calendar text, weekdays text, opens time, closes time, counts boolean)
    AS 'MODULE_PATHNAME', 'motcua_shipped_shifts'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.shipped_shifts() IS 'The office hours of the shipped calendars';

CREATE VIEW motcua.calendars AS
    SELECT s.name COLLATE pg_catalog."C" AS name, s.title, NULL::text COLLATE pg_catalog."C" AS parent, s.work_week, s.time_zone, s.late_reception, s.same_day_cutoff, s.due_time,
           'shipped'::text AS origin
    FROM motcua.shipped_calendars() AS s
    UNION ALL
    SELECT c.name, c.title, c.parent, c.work_week, c.time_zone, c.late_reception, c.same_day_cutoff, c.due_time, 'local'
    FROM motcua.calendar AS c;
COMMENT ON VIEW motcua.calendars IS 'Mọi lịch làm việc: có sẵn (shipped) và của đơn vị (local); ô trống là theo lịch cha';
COMMENT ON COLUMN motcua.calendars.name IS 'Tên lịch, dùng làm tham số calendar';
COMMENT ON COLUMN motcua.calendars.title IS 'Tên đầy đủ';
COMMENT ON COLUMN motcua.calendars.parent IS 'Lịch cha';
COMMENT ON COLUMN motcua.calendars.work_week IS 'Tuần làm việc, bảy chữ số từ thứ Hai: 1 làm việc, 0 nghỉ';
COMMENT ON COLUMN motcua.calendars.time_zone IS 'Múi giờ';
COMMENT ON COLUMN motcua.calendars.late_reception IS 'Tiếp nhận ngoài giờ: tính từ ngày làm việc kế tiếp (next_working_day) hay chính ngày đó (event_day)';
COMMENT ON COLUMN motcua.calendars.same_day_cutoff IS 'Giờ chốt của thủ tục trả trong ngày';
COMMENT ON COLUMN motcua.calendars.due_time IS 'Giờ hẹn trả: cuối giờ làm việc, đúng giờ tiếp nhận, hoặc 24 giờ';
COMMENT ON COLUMN motcua.calendars.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';

CREATE VIEW motcua.calendar_days AS
    SELECT s.calendar COLLATE pg_catalog."C" AS calendar, s.day, s.kind, s.reason, s.title, s.source, s.status, 'shipped'::text AS origin
    FROM motcua.shipped_days() AS s
    UNION ALL
    SELECT d.calendar, d.day, d.kind, d.reason, d.title, d.source, d.status, 'local'
    FROM motcua.calendar_day AS d;
COMMENT ON VIEW motcua.calendar_days IS 'Các ngày khác tuần làm việc: có sẵn (shipped) và do đơn vị khai báo (local, được ưu tiên)';
COMMENT ON COLUMN motcua.calendar_days.calendar IS 'Tên lịch';
COMMENT ON COLUMN motcua.calendar_days.day IS 'Ngày';
COMMENT ON COLUMN motcua.calendar_days.kind IS 'off: nghỉ; work: làm việc';
COMMENT ON COLUMN motcua.calendar_days.reason IS 'Lý do: nghỉ lễ, nghỉ bù, hoán đổi, của đơn vị';
COMMENT ON COLUMN motcua.calendar_days.title IS 'Tên ngày';
COMMENT ON COLUMN motcua.calendar_days.source IS 'Căn cứ';
COMMENT ON COLUMN motcua.calendar_days.status IS 'official: chính thức; provisional: tạm tính; unverified: đề xuất, chưa áp dụng';
COMMENT ON COLUMN motcua.calendar_days.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';

CREATE VIEW motcua.shifts AS
    SELECT s.calendar COLLATE pg_catalog."C" AS calendar, '(,)'::daterange AS valid, '01-01'::text AS season_start, '12-31'::text AS season_end,
           s.weekdays, s.opens, s.closes, s.counts, 'shipped'::text AS origin
    FROM motcua.shipped_shifts() AS s
    UNION ALL
    SELECT h.calendar, h.valid, h.season_start, h.season_end, h.weekdays, h.opens, h.closes, h.counts, 'local'
    FROM motcua.shift AS h;
COMMENT ON VIEW motcua.shifts IS 'Giờ làm việc: có sẵn (shipped) và do đơn vị khai báo (local)';
COMMENT ON COLUMN motcua.shifts.calendar IS 'Tên lịch';
COMMENT ON COLUMN motcua.shifts.valid IS 'Những ngày có hiệu lực';
COMMENT ON COLUMN motcua.shifts.season_start IS 'Ngày đầu mùa (tháng-ngày)';
COMMENT ON COLUMN motcua.shifts.season_end IS 'Ngày cuối mùa (tháng-ngày)';
COMMENT ON COLUMN motcua.shifts.weekdays IS 'Các thứ trong tuần, bảy chữ số từ thứ Hai';
COMMENT ON COLUMN motcua.shifts.opens IS 'Giờ bắt đầu';
COMMENT ON COLUMN motcua.shifts.closes IS 'Giờ kết thúc';
COMMENT ON COLUMN motcua.shifts.counts IS 'Có tính vào thời hạn; không: chỉ tiếp nhận và trả kết quả';
COMMENT ON COLUMN motcua.shifts.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';
-- The Vietnamese day and its periods: IMMUTABLE, free of the session's zone, shippable to foreign servers.

CREATE FUNCTION motcua.today() RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_today'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.today() IS 'Gives the Vietnamese date now (start of the transaction)';
CREATE FUNCTION motcua.vn_date(at timestamptz) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date_timestamptz'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(timestamptz) IS 'Gives the Vietnamese day of an instant, whatever the session''s zone';
CREATE FUNCTION motcua.vn_date(at timestamp) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date_timestamp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(timestamp) IS 'Gives the day of wall-clock time';
CREATE FUNCTION motcua.vn_date(at date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_vn_date_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vn_date(date) IS 'Gives the day itself, so that one expression fits every column type';
CREATE FUNCTION motcua.month_of(day date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_month_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.month_of(date) IS 'Gives the first day of the month';
CREATE FUNCTION motcua.quarter_of(day date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_quarter_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.quarter_of(date) IS 'Gives the first day of the quarter';
CREATE FUNCTION motcua.year_of(day date) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_year_of'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.year_of(date) IS 'Gives the first day of the year';
-- What an edit of a calendar would change, before it is made.

CREATE FUNCTION motcua.with_day(calendar motcua.work_calendar, day date, kind text, title text DEFAULT '')
    RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_with_day'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.with_day(motcua.work_calendar, date, text, text) IS 'Gives the calendar as it would be with one more day decided: off or work';

-- Dossiers of n working days: which days of receipt get another due date. Only those from whose receipt the count
-- of n days reaches the proposed day are looked at.
CREATE FUNCTION motcua.calendar_impact(day date, kind text, n integer, calendar text DEFAULT NULL)
    RETURNS TABLE (received_on date, due_now date, due_then date)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH value AS MATERIALIZED (
        SELECT v AS now, motcua.with_day(v, day, kind) AS then FROM motcua.calendar_value(calendar) AS v
    ), due AS (
        SELECT r.received_on,
               motcua.add_working_days(r.received_on, n, value.now) AS due_now,
               motcua.add_working_days(r.received_on, n, value.then) AS due_then
        FROM value, LATERAL (
            SELECT s.at::date AS received_on
            FROM pg_catalog.generate_series(motcua.add_working_days(day, - n - 1, value.now)::timestamp,
                                            day::timestamp, interval '1 day') AS s (at)) AS r
    )
    SELECT due.received_on, due.due_now, due.due_then FROM due WHERE due.due_now <> due.due_then ORDER BY due.received_on;
END;
COMMENT ON FUNCTION motcua.calendar_impact(date, text, integer, text) IS 'Lists the days of receipt whose due date of n working days would move if a day became off or work';

-- Promises already made: each counted from the last working day before the proposed day.
CREATE FUNCTION motcua.calendar_impact(day date, kind text, due_dates date[], calendar text DEFAULT NULL)
    RETURNS TABLE (due_now date, due_then date)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH value AS MATERIALIZED (
        SELECT v AS now, motcua.with_day(v, day, kind) AS then, motcua.previous_working_day(day, v) AS eve
        FROM motcua.calendar_value(calendar) AS v
    ), due AS (
        SELECT d.due_now,
               motcua.add_working_days(value.eve, motcua.working_days_between(value.eve, d.due_now, value.now), value.then) AS due_then
        FROM value, pg_catalog.unnest(due_dates) AS d (due_now)
        WHERE d.due_now >= day
    )
    SELECT due.due_now, due.due_then FROM due WHERE due.due_now <> due.due_then ORDER BY due.due_now;
END;
COMMENT ON FUNCTION motcua.calendar_impact(date, text, date[], text) IS 'Lists which of the given due dates would move if a day became off or work';
-- The type time_limit: an amount and a unit, as procedures print it. What it means on a calendar: 28-deadlines.sql.

CREATE TYPE motcua.time_limit;

CREATE FUNCTION motcua.time_limit_in(input cstring) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_in(cstring) IS 'time_limit: text input';

CREATE FUNCTION motcua.time_limit_out(value motcua.time_limit) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_time_limit_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_out(motcua.time_limit) IS 'time_limit: text output';

CREATE FUNCTION motcua.time_limit_recv(message internal) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_recv(internal) IS 'time_limit: binary input';

CREATE FUNCTION motcua.time_limit_send(value motcua.time_limit) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_time_limit_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_send(motcua.time_limit) IS 'time_limit: binary output';

CREATE TYPE motcua.time_limit (
    INPUT = motcua.time_limit_in,
    OUTPUT = motcua.time_limit_out,
    RECEIVE = motcua.time_limit_recv,
    SEND = motcua.time_limit_send,
    INTERNALLENGTH = 8,
    PASSEDBYVALUE,
    ALIGNMENT = double
);
COMMENT ON TYPE motcua.time_limit IS 'The time limit of a procedure: an amount and a unit, "5 ngày làm việc". Reads what forms print, writes one Vietnamese form.';

CREATE FUNCTION motcua.time_limit_eq(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_eq(motcua.time_limit, motcua.time_limit) IS 'implementation of = operator';
CREATE FUNCTION motcua.time_limit_ne(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_ne(motcua.time_limit, motcua.time_limit) IS 'implementation of <> operator';
CREATE FUNCTION motcua.time_limit_lt(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_lt(motcua.time_limit, motcua.time_limit) IS 'implementation of < operator';
CREATE FUNCTION motcua.time_limit_le(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_le(motcua.time_limit, motcua.time_limit) IS 'implementation of <= operator';
CREATE FUNCTION motcua.time_limit_gt(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_gt(motcua.time_limit, motcua.time_limit) IS 'implementation of > operator';
CREATE FUNCTION motcua.time_limit_ge(a motcua.time_limit, b motcua.time_limit) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_time_limit_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_ge(motcua.time_limit, motcua.time_limit) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.time_limit, motcua.time_limit) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.time_limit, motcua.time_limit) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.time_limit, motcua.time_limit) IS 'less, by unit first and then by amount: not by how long the limit lasts';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.time_limit, motcua.time_limit) IS 'less or equal, by unit first and then by amount: not by how long the limit lasts';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.time_limit, motcua.time_limit) IS 'greater, by unit first and then by amount: not by how long the limit lasts';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.time_limit, RIGHTARG = motcua.time_limit, FUNCTION = motcua.time_limit_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.time_limit, motcua.time_limit) IS 'greater or equal, by unit first and then by amount: not by how long the limit lasts';

CREATE FUNCTION motcua.time_limit_cmp(a motcua.time_limit, b motcua.time_limit) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_time_limit_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_cmp(motcua.time_limit, motcua.time_limit) IS 'less-equal-greater';
CREATE FUNCTION motcua.time_limit_hash(value motcua.time_limit) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_time_limit_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_hash(motcua.time_limit) IS 'hash';
CREATE FUNCTION motcua.time_limit_hash_extended(value motcua.time_limit, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_time_limit_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit_hash_extended(motcua.time_limit, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.time_limit_btree_ops DEFAULT FOR TYPE motcua.time_limit USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.time_limit_cmp(motcua.time_limit, motcua.time_limit);
COMMENT ON OPERATOR CLASS motcua.time_limit_btree_ops USING btree IS 'time_limit by unit first (working_day, working_hour, day, day_skip_holiday, week, month, year, hour) and then by amount. Lexical: 20 ngày làm việc sorts before 8 giờ làm việc; to sort by length, compute a due date';
COMMENT ON OPERATOR FAMILY motcua.time_limit_btree_ops USING btree IS 'time_limit by unit first and then by amount: lexical';
CREATE OPERATOR CLASS motcua.time_limit_hash_ops DEFAULT FOR TYPE motcua.time_limit USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.time_limit_hash(motcua.time_limit),
    FUNCTION 2 motcua.time_limit_hash_extended(motcua.time_limit, bigint);
COMMENT ON OPERATOR CLASS motcua.time_limit_hash_ops USING hash IS 'time_limit in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.time_limit_hash_ops USING hash IS 'time_limit in hashed DISTINCT, GROUP BY and joins';

CREATE FUNCTION motcua.make_time_limit(amount numeric, unit text) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_make_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.make_time_limit(numeric, text) IS 'A time limit from an amount of at most two decimals and the name of a unit: working_day, working_hour, day, day_skip_holiday, week, month, year, hour';
CREATE FUNCTION motcua.amount(time_limit motcua.time_limit) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_amount'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.amount(motcua.time_limit) IS 'The amount of a time limit; 0 is the same day';
CREATE FUNCTION motcua.unit(time_limit motcua.time_limit) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_unit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.unit(motcua.time_limit) IS 'The unit of a time limit, by the name that make_time_limit takes';
CREATE FUNCTION motcua.to_text(time_limit motcua.time_limit, lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_to_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.to_text(motcua.time_limit, text) IS 'A time limit in Vietnamese, or in English (lang en)';
CREATE FUNCTION motcua.try_time_limit(written text) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_try_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_time_limit(text) IS 'The time limit that a text writes, or NULL when it writes none';
CREATE FUNCTION motcua.is_time_limit(written text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_time_limit(text) IS 'Whether a text writes a time limit';
-- Deadlines: a time limit applied to a receipt on a calendar (Civil Code 2015 art. 147-148 and the office's policies).

CREATE FUNCTION motcua.due_on(received_on date, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_due_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_on(date, motcua.time_limit, text) IS 'Gives the day on which a dossier received on a day falls due; the day received is not counted';
CREATE FUNCTION motcua.due_on(received_on date, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_due_on_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_on(date, motcua.time_limit, motcua.work_calendar) IS 'Gives the day on which a dossier received on a day falls due; the day received is not counted (calendar by value)';

CREATE FUNCTION motcua.due_at(received_at timestamp, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamp, motcua.time_limit, text) IS 'Gives the moment at which a dossier falls due, by the hours and policies of the office';
CREATE FUNCTION motcua.due_at(received_at timestamp, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS timestamp
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamp, motcua.time_limit, motcua.work_calendar) IS 'Gives the moment at which a dossier falls due, by the hours and policies of the office (calendar by value)';

CREATE FUNCTION motcua.due_at(received_at timestamptz, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamptz, motcua.time_limit, text) IS 'Gives the moment at which a dossier falls due, by the hours and policies of the office';
CREATE FUNCTION motcua.due_at(received_at timestamptz, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(timestamptz, motcua.time_limit, motcua.work_calendar) IS 'Gives the moment at which a dossier falls due, by the hours and policies of the office (calendar by value)';
-- The deadline verdict of plain columns, in five forms: all date, all timestamp (wall time), all timestamptz,
-- and the last two with a due column of type date. Other mixes are cast by PostgreSQL: see docs/time.md.

CREATE TYPE motcua.outcome AS ENUM ('early', 'on_time', 'late', 'in_time', 'overdue', 'paused');
COMMENT ON TYPE motcua.outcome IS 'Deadline verdict: trước hạn, đúng hạn, quá hạn (ended); trong hạn, quá hạn, tạm dừng (open)';

CREATE FUNCTION motcua.classify(due date, ended date, as_of date, granularity text DEFAULT 'day', paused_since date DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_date_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, date, date, text, date) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended date, as_of timestamptz, granularity text DEFAULT 'day', paused_since date DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_date_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, date, timestamptz, text, date) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamp, ended timestamp, as_of date, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamp, timestamp, date, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamp, ended timestamp, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamp, timestamp, timestamptz, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamptz, ended timestamptz, as_of date, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamptz, timestamptz, date, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due timestamptz, ended timestamptz, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(timestamptz, timestamptz, timestamptz, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamp, as_of date, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_due_date_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamp, date, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamp, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamp DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamp_due_date_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamp, timestamptz, text, timestamp) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamptz, as_of date, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_due_date_as_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamptz, date, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
CREATE FUNCTION motcua.classify(due date, ended timestamptz, as_of timestamptz, granularity text DEFAULT 'day', paused_since timestamptz DEFAULT NULL) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_classify_timestamptz_due_date_as_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.classify(date, timestamptz, timestamptz, text, timestamptz) IS 'Gives the deadline verdict of a dossier as of a day or instant; an end after it has not happened yet';
-- The type agency_code: codes of agencies in the old form (000.17.22.H56) and the new one (H56.14.103).

CREATE TYPE motcua.agency_code;

CREATE FUNCTION motcua.agency_code_in(input cstring) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_code_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_in(cstring) IS 'agency_code: text input';

CREATE FUNCTION motcua.agency_code_out(code motcua.agency_code) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_agency_code_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_out(motcua.agency_code) IS 'agency_code: text output';

CREATE FUNCTION motcua.agency_code_recv(message internal) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_code_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_recv(internal) IS 'agency_code: binary input';

CREATE FUNCTION motcua.agency_code_send(code motcua.agency_code) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_agency_code_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_send(motcua.agency_code) IS 'agency_code: binary output';

CREATE TYPE motcua.agency_code (
    INPUT = motcua.agency_code_in,
    OUTPUT = motcua.agency_code_out,
    RECEIVE = motcua.agency_code_recv,
    SEND = motcua.agency_code_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = main
);
COMMENT ON TYPE motcua.agency_code IS 'Code of an agency, 000.17.22.H56 or H56.14.103; keeps the form it was written in';

CREATE FUNCTION motcua.agency_code_eq(a motcua.agency_code, b motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_agency_code_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_eq(motcua.agency_code, motcua.agency_code) IS 'implementation of = operator';
CREATE FUNCTION motcua.agency_code_ne(a motcua.agency_code, b motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_agency_code_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_ne(motcua.agency_code, motcua.agency_code) IS 'implementation of <> operator';
CREATE FUNCTION motcua.agency_code_lt(a motcua.agency_code, b motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_agency_code_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_lt(motcua.agency_code, motcua.agency_code) IS 'implementation of < operator';
CREATE FUNCTION motcua.agency_code_le(a motcua.agency_code, b motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_agency_code_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_le(motcua.agency_code, motcua.agency_code) IS 'implementation of <= operator';
CREATE FUNCTION motcua.agency_code_gt(a motcua.agency_code, b motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_agency_code_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_gt(motcua.agency_code, motcua.agency_code) IS 'implementation of > operator';
CREATE FUNCTION motcua.agency_code_ge(a motcua.agency_code, b motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_agency_code_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_ge(motcua.agency_code, motcua.agency_code) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.agency_code_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.agency_code, motcua.agency_code) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.agency_code_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.agency_code, motcua.agency_code) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.agency_code_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.agency_code, motcua.agency_code) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.agency_code_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.agency_code, motcua.agency_code) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.agency_code_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.agency_code, motcua.agency_code) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.agency_code_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.agency_code, motcua.agency_code) IS 'greater or equal';

CREATE FUNCTION motcua.agency_code_cmp(a motcua.agency_code, b motcua.agency_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_agency_code_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_cmp(motcua.agency_code, motcua.agency_code) IS 'less-equal-greater';
CREATE FUNCTION motcua.agency_code_sort(request internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_agency_code_sort'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_sort(internal) IS 'sort support';
CREATE FUNCTION motcua.agency_code_hash(code motcua.agency_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_agency_code_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_hash(motcua.agency_code) IS 'hash';
CREATE FUNCTION motcua.agency_code_hash_extended(code motcua.agency_code, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_agency_code_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_code_hash_extended(motcua.agency_code, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.agency_code_btree_ops DEFAULT FOR TYPE motcua.agency_code USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.agency_code_cmp(motcua.agency_code, motcua.agency_code),
    FUNCTION 2 motcua.agency_code_sort(internal);
COMMENT ON OPERATOR CLASS motcua.agency_code_btree_ops USING btree IS 'natural order of agencies: by parts, each before what is below it, its two forms side by side';
COMMENT ON OPERATOR FAMILY motcua.agency_code_btree_ops USING btree IS 'natural order of agencies: by parts, each before what is below it, its two forms side by side';
CREATE OPERATOR CLASS motcua.agency_code_hash_ops DEFAULT FOR TYPE motcua.agency_code USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.agency_code_hash(motcua.agency_code),
    FUNCTION 2 motcua.agency_code_hash_extended(motcua.agency_code, bigint);
COMMENT ON OPERATOR CLASS motcua.agency_code_hash_ops USING hash IS 'agency_code in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.agency_code_hash_ops USING hash IS 'agency_code in hashed DISTINCT, GROUP BY and joins';

-- Dirty data: free-form legacy codes stay text.

CREATE FUNCTION motcua.is_agency_code(candidate text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_agency_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_agency_code(text) IS 'Whether the cast of a text to agency_code would work';
CREATE FUNCTION motcua.try_agency_code(candidate text) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_try_agency_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_agency_code(text) IS 'The agency_code that a text is, NULL where the cast would fail';

-- Parts

CREATE FUNCTION motcua.parent(code motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_parent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.parent(motcua.agency_code) IS 'The agency one level up, in the same form; NULL at level 1';
CREATE FUNCTION motcua.level(code motcua.agency_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_level'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.level(motcua.agency_code) IS 'Level of an agency: 1 is a province or a ministry';
CREATE FUNCTION motcua.province(code motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_province'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.province(motcua.agency_code) IS 'The province or ministry of an agency, as its code in the new form: H56';
CREATE FUNCTION motcua.to_h_form(code motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_to_h_form'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.to_h_form(motcua.agency_code) IS 'The code of the same agency in the new form: H56.22.17 of 000.17.22.H56; group by this when both forms are in use';
CREATE FUNCTION motcua.province_name(code motcua.agency_code, as_of date DEFAULT NULL) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_province_name'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.province_name(motcua.agency_code, date) IS 'Name of the province (or ministry) that the territory (or field) of an agency belongs to on a day; without a day, the newest; NULL for an unknown letter';

-- Above and below

CREATE FUNCTION motcua.within_agency_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_within_agency_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.within_agency_support(internal) IS 'planner support of within_agency';
CREATE FUNCTION motcua.within_agency_restriction(root internal, test oid, arguments internal, rel integer) RETURNS double precision
    AS 'MODULE_PATHNAME', 'motcua_within_agency_restriction'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.within_agency_restriction(internal, oid, internal, integer) IS 'selectivity of within_agency';
CREATE FUNCTION motcua.contains_agency_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_contains_agency_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.contains_agency_support(internal) IS 'planner support of contains_agency';
CREATE FUNCTION motcua.contains_agency_restriction(root internal, test oid, arguments internal, rel integer) RETURNS double precision
    AS 'MODULE_PATHNAME', 'motcua_contains_agency_restriction'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.contains_agency_restriction(internal, oid, internal, integer) IS 'selectivity of contains_agency';

CREATE FUNCTION motcua.within_agency(code motcua.agency_code, agency motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_within_agency'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT motcua.within_agency_support;
COMMENT ON FUNCTION motcua.within_agency(motcua.agency_code, motcua.agency_code) IS 'Whether a code is of an agency or of one below it, in whatever form; searched by a btree index';
CREATE FUNCTION motcua.contains_agency(agency motcua.agency_code, code motcua.agency_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_contains_agency'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    SUPPORT motcua.contains_agency_support;
COMMENT ON FUNCTION motcua.contains_agency(motcua.agency_code, motcua.agency_code) IS 'Whether an agency is that of a code or above it, in whatever form; searched by a btree index';
CREATE OPERATOR motcua.<@ (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.within_agency, COMMUTATOR = OPERATOR(motcua.@>),
    RESTRICT = motcua.within_agency_restriction, JOIN = contjoinsel
);
COMMENT ON OPERATOR motcua.<@ (motcua.agency_code, motcua.agency_code) IS 'is the agency or below it';
CREATE OPERATOR motcua.@> (
    LEFTARG = motcua.agency_code, RIGHTARG = motcua.agency_code, FUNCTION = motcua.contains_agency, COMMUTATOR = OPERATOR(motcua.<@),
    RESTRICT = motcua.contains_agency_restriction, JOIN = contjoinsel
);
COMMENT ON OPERATOR motcua.@> (motcua.agency_code, motcua.agency_code) IS 'is the agency or above it';

CREATE FUNCTION motcua.last_within(agency motcua.agency_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_last_within'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.last_within(motcua.agency_code) IS 'The greatest code there can be at or below an agency: BETWEEN to_h_form(x) AND last_within(x) is within_agency(code, x)';
CREATE FUNCTION motcua.codes_above(code motcua.agency_code) RETURNS motcua.agency_code[]
    AS 'MODULE_PATHNAME', 'motcua_codes_above'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.codes_above(motcua.agency_code) IS 'The codes of an agency and of all above it, in every form each can be written in';
-- The type dossier_code: an agency, the day received and the number of the day (H56.14-240823-0001).

CREATE TYPE motcua.dossier_code;

CREATE FUNCTION motcua.dossier_code_in(input cstring) RETURNS motcua.dossier_code
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_in(cstring) IS 'dossier_code: text input';

CREATE FUNCTION motcua.dossier_code_out(code motcua.dossier_code) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_out(motcua.dossier_code) IS 'dossier_code: text output';

CREATE FUNCTION motcua.dossier_code_recv(message internal) RETURNS motcua.dossier_code
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_recv(internal) IS 'dossier_code: binary input';

CREATE FUNCTION motcua.dossier_code_send(code motcua.dossier_code) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_send(motcua.dossier_code) IS 'dossier_code: binary output';

CREATE TYPE motcua.dossier_code (
    INPUT = motcua.dossier_code_in,
    OUTPUT = motcua.dossier_code_out,
    RECEIVE = motcua.dossier_code_recv,
    SEND = motcua.dossier_code_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = main
);
COMMENT ON TYPE motcua.dossier_code IS 'Code of a dossier: agency, day received (YYMMDD), number of four to six digits, as in H56.14-240823-0001';

CREATE FUNCTION motcua.dossier_code_eq(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_eq(motcua.dossier_code, motcua.dossier_code) IS 'implementation of = operator';
CREATE FUNCTION motcua.dossier_code_ne(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_ne(motcua.dossier_code, motcua.dossier_code) IS 'implementation of <> operator';
CREATE FUNCTION motcua.dossier_code_lt(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_lt(motcua.dossier_code, motcua.dossier_code) IS 'implementation of < operator';
CREATE FUNCTION motcua.dossier_code_le(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_le(motcua.dossier_code, motcua.dossier_code) IS 'implementation of <= operator';
CREATE FUNCTION motcua.dossier_code_gt(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_gt(motcua.dossier_code, motcua.dossier_code) IS 'implementation of > operator';
CREATE FUNCTION motcua.dossier_code_ge(a motcua.dossier_code, b motcua.dossier_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_ge(motcua.dossier_code, motcua.dossier_code) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.dossier_code, motcua.dossier_code) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.dossier_code, motcua.dossier_code) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.dossier_code, motcua.dossier_code) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.dossier_code, motcua.dossier_code) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.dossier_code, motcua.dossier_code) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.dossier_code, RIGHTARG = motcua.dossier_code, FUNCTION = motcua.dossier_code_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.dossier_code, motcua.dossier_code) IS 'greater or equal';

CREATE FUNCTION motcua.dossier_code_cmp(a motcua.dossier_code, b motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_cmp(motcua.dossier_code, motcua.dossier_code) IS 'less-equal-greater';
CREATE FUNCTION motcua.dossier_code_sort(request internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_sort'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_sort(internal) IS 'sort support';
CREATE FUNCTION motcua.dossier_code_hash(code motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_hash(motcua.dossier_code) IS 'hash';
CREATE FUNCTION motcua.dossier_code_hash_extended(code motcua.dossier_code, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_dossier_code_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_code_hash_extended(motcua.dossier_code, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.dossier_code_btree_ops DEFAULT FOR TYPE motcua.dossier_code USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.dossier_code_cmp(motcua.dossier_code, motcua.dossier_code),
    FUNCTION 2 motcua.dossier_code_sort(internal);
COMMENT ON OPERATOR CLASS motcua.dossier_code_btree_ops USING btree IS 'by agency, day and number';
COMMENT ON OPERATOR FAMILY motcua.dossier_code_btree_ops USING btree IS 'by agency, day and number';
CREATE OPERATOR CLASS motcua.dossier_code_hash_ops DEFAULT FOR TYPE motcua.dossier_code USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.dossier_code_hash(motcua.dossier_code),
    FUNCTION 2 motcua.dossier_code_hash_extended(motcua.dossier_code, bigint);
COMMENT ON OPERATOR CLASS motcua.dossier_code_hash_ops USING hash IS 'dossier_code in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.dossier_code_hash_ops USING hash IS 'dossier_code in hashed DISTINCT, GROUP BY and joins';

-- Dirty data: free-form legacy codes stay text.

CREATE FUNCTION motcua.is_dossier_code(candidate text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_dossier_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_dossier_code(text) IS 'Whether the cast of a text to dossier_code would work';
CREATE FUNCTION motcua.try_dossier_code(candidate text) RETURNS motcua.dossier_code
    AS 'MODULE_PATHNAME', 'motcua_try_dossier_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_dossier_code(text) IS 'The dossier_code that a text is, NULL where the cast would fail';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.dossier_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_dossier'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.dossier_code) IS 'The agency in the code of a dossier, or of a procedure; NULL for a national procedure';
CREATE FUNCTION motcua.received_on(code motcua.dossier_code) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_received_on'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received_on(motcua.dossier_code) IS 'The day received that the code of a dossier states, 2000 to 2099';
CREATE FUNCTION motcua.sequence(code motcua.dossier_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_sequence'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.sequence(motcua.dossier_code) IS 'The number within the day in the code of a dossier';
-- The type procedure_code: national (1.000894) or of one agency (1.000494.000.00.00.H29).

CREATE TYPE motcua.procedure_code;

CREATE FUNCTION motcua.procedure_code_in(input cstring) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_in(cstring) IS 'procedure_code: text input';

CREATE FUNCTION motcua.procedure_code_out(code motcua.procedure_code) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_out(motcua.procedure_code) IS 'procedure_code: text output';

CREATE FUNCTION motcua.procedure_code_recv(message internal) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_recv(internal) IS 'procedure_code: binary input';

CREATE FUNCTION motcua.procedure_code_send(code motcua.procedure_code) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_send(motcua.procedure_code) IS 'procedure_code: binary output';

CREATE TYPE motcua.procedure_code (
    INPUT = motcua.procedure_code_in,
    OUTPUT = motcua.procedure_code_out,
    RECEIVE = motcua.procedure_code_recv,
    SEND = motcua.procedure_code_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = main
);
COMMENT ON TYPE motcua.procedure_code IS 'Code of an administrative procedure: national, 1.000894, or of one agency, 1.000494.000.00.00.H29';

CREATE FUNCTION motcua.procedure_code_eq(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_eq(motcua.procedure_code, motcua.procedure_code) IS 'implementation of = operator';
CREATE FUNCTION motcua.procedure_code_ne(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_ne(motcua.procedure_code, motcua.procedure_code) IS 'implementation of <> operator';
CREATE FUNCTION motcua.procedure_code_lt(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_lt(motcua.procedure_code, motcua.procedure_code) IS 'implementation of < operator';
CREATE FUNCTION motcua.procedure_code_le(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_le(motcua.procedure_code, motcua.procedure_code) IS 'implementation of <= operator';
CREATE FUNCTION motcua.procedure_code_gt(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_gt(motcua.procedure_code, motcua.procedure_code) IS 'implementation of > operator';
CREATE FUNCTION motcua.procedure_code_ge(a motcua.procedure_code, b motcua.procedure_code) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_ge(motcua.procedure_code, motcua.procedure_code) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.procedure_code, motcua.procedure_code) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.procedure_code, motcua.procedure_code) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.procedure_code, motcua.procedure_code) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.procedure_code, motcua.procedure_code) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.procedure_code, motcua.procedure_code) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.procedure_code, RIGHTARG = motcua.procedure_code, FUNCTION = motcua.procedure_code_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.procedure_code, motcua.procedure_code) IS 'greater or equal';

CREATE FUNCTION motcua.procedure_code_cmp(a motcua.procedure_code, b motcua.procedure_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_cmp(motcua.procedure_code, motcua.procedure_code) IS 'less-equal-greater';
CREATE FUNCTION motcua.procedure_code_sort(request internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_sort'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_sort(internal) IS 'sort support';
CREATE FUNCTION motcua.procedure_code_hash(code motcua.procedure_code) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_hash(motcua.procedure_code) IS 'hash';
CREATE FUNCTION motcua.procedure_code_hash_extended(code motcua.procedure_code, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_procedure_code_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.procedure_code_hash_extended(motcua.procedure_code, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.procedure_code_btree_ops DEFAULT FOR TYPE motcua.procedure_code USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.procedure_code_cmp(motcua.procedure_code, motcua.procedure_code),
    FUNCTION 2 motcua.procedure_code_sort(internal);
COMMENT ON OPERATOR CLASS motcua.procedure_code_btree_ops USING btree IS 'by number; the national code before the local ones';
COMMENT ON OPERATOR FAMILY motcua.procedure_code_btree_ops USING btree IS 'by number; the national code before the local ones';
CREATE OPERATOR CLASS motcua.procedure_code_hash_ops DEFAULT FOR TYPE motcua.procedure_code USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.procedure_code_hash(motcua.procedure_code),
    FUNCTION 2 motcua.procedure_code_hash_extended(motcua.procedure_code, bigint);
COMMENT ON OPERATOR CLASS motcua.procedure_code_hash_ops USING hash IS 'procedure_code in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.procedure_code_hash_ops USING hash IS 'procedure_code in hashed DISTINCT, GROUP BY and joins';

-- Dirty data: free-form legacy codes stay text.

CREATE FUNCTION motcua.is_procedure_code(candidate text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_is_procedure_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.is_procedure_code(text) IS 'Whether the cast of a text to procedure_code would work';
CREATE FUNCTION motcua.try_procedure_code(candidate text) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_try_procedure_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.try_procedure_code(text) IS 'The procedure_code that a text is, NULL where the cast would fail';

-- Parts

CREATE FUNCTION motcua.agency_of(code motcua.procedure_code) RETURNS motcua.agency_code
    AS 'MODULE_PATHNAME', 'motcua_agency_of_procedure'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.agency_of(motcua.procedure_code) IS 'The agency in the code of a procedure; NULL for a national one';
CREATE FUNCTION motcua.national_code(code motcua.procedure_code) RETURNS motcua.procedure_code
    AS 'MODULE_PATHNAME', 'motcua_national_code'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.national_code(motcua.procedure_code) IS 'The code of a procedure without its agency: 1.000494 of 1.000494.000.00.00.H29';
-- The type dossier: a dossier's whole clock as one value. What was promised, what paused it, what it became.

CREATE TYPE motcua.dossier;

CREATE FUNCTION motcua.dossier_in(input cstring) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_in(cstring) IS 'dossier: text input';
CREATE FUNCTION motcua.dossier_out(value motcua.dossier) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_dossier_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_out(motcua.dossier) IS 'dossier: text output';
CREATE FUNCTION motcua.dossier_recv(message internal) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_recv(internal) IS 'dossier: binary input';
CREATE FUNCTION motcua.dossier_send(value motcua.dossier) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_send(motcua.dossier) IS 'dossier: binary output';

CREATE TYPE motcua.dossier (
    INPUT = motcua.dossier_in,
    OUTPUT = motcua.dossier_out,
    RECEIVE = motcua.dossier_recv,
    SEND = motcua.dossier_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended
);
COMMENT ON TYPE motcua.dossier IS 'A dossier as its history: receipt, limit, due dates, pauses, re-appointments and end. Ordered by urgency: the current due date first, none last.';

CREATE FUNCTION motcua.dossier_eq(a motcua.dossier, b motcua.dossier) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_eq(motcua.dossier, motcua.dossier) IS 'implementation of = operator';
CREATE FUNCTION motcua.dossier_ne(a motcua.dossier, b motcua.dossier) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_ne(motcua.dossier, motcua.dossier) IS 'implementation of <> operator';
CREATE FUNCTION motcua.dossier_lt(a motcua.dossier, b motcua.dossier) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_lt(motcua.dossier, motcua.dossier) IS 'implementation of < operator';
CREATE FUNCTION motcua.dossier_le(a motcua.dossier, b motcua.dossier) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_le(motcua.dossier, motcua.dossier) IS 'implementation of <= operator';
CREATE FUNCTION motcua.dossier_gt(a motcua.dossier, b motcua.dossier) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_gt(motcua.dossier, motcua.dossier) IS 'implementation of > operator';
CREATE FUNCTION motcua.dossier_ge(a motcua.dossier, b motcua.dossier) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_dossier_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_ge(motcua.dossier, motcua.dossier) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.dossier, RIGHTARG = motcua.dossier, FUNCTION = motcua.dossier_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.dossier, motcua.dossier) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.dossier, RIGHTARG = motcua.dossier, FUNCTION = motcua.dossier_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.dossier, motcua.dossier) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.dossier, RIGHTARG = motcua.dossier, FUNCTION = motcua.dossier_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.dossier, motcua.dossier) IS 'more urgent';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.dossier, RIGHTARG = motcua.dossier, FUNCTION = motcua.dossier_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.dossier, motcua.dossier) IS 'more urgent or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.dossier, RIGHTARG = motcua.dossier, FUNCTION = motcua.dossier_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.dossier, motcua.dossier) IS 'less urgent';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.dossier, RIGHTARG = motcua.dossier, FUNCTION = motcua.dossier_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.dossier, motcua.dossier) IS 'less urgent or equal';

CREATE FUNCTION motcua.dossier_cmp(a motcua.dossier, b motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_dossier_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_cmp(motcua.dossier, motcua.dossier) IS 'less-equal-greater';
CREATE FUNCTION motcua.dossier_hash(value motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_dossier_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_hash(motcua.dossier) IS 'hash';
CREATE FUNCTION motcua.dossier_hash_extended(value motcua.dossier, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_dossier_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_hash_extended(motcua.dossier, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.dossier_btree_ops DEFAULT FOR TYPE motcua.dossier USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.dossier_cmp(motcua.dossier, motcua.dossier);
COMMENT ON OPERATOR CLASS motcua.dossier_btree_ops USING btree IS 'dossiers by urgency: current due date, then receipt';
COMMENT ON OPERATOR FAMILY motcua.dossier_btree_ops USING btree IS 'dossiers by urgency: current due date, then receipt';
CREATE OPERATOR CLASS motcua.dossier_hash_ops DEFAULT FOR TYPE motcua.dossier USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.dossier_hash(motcua.dossier),
    FUNCTION 2 motcua.dossier_hash_extended(motcua.dossier, bigint);
COMMENT ON OPERATOR CLASS motcua.dossier_hash_ops USING hash IS 'dossiers in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.dossier_hash_ops USING hash IS 'dossiers in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.dossier AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.dossier AS jsonb) IS 'the text form of a dossier as jsonb';
CREATE CAST (jsonb AS motcua.dossier) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.dossier) IS 'a dossier from a JSON object of its text form';

-- Building

CREATE FUNCTION motcua.dossier(received_at timestamptz, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier(timestamptz, motcua.time_limit, text) IS 'Builds a dossier with a time limit; its due date is that of due_at';
CREATE FUNCTION motcua.dossier(received_at timestamptz, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier(timestamptz, motcua.time_limit, motcua.work_calendar) IS 'Builds a dossier with a time limit; its due date is that of due_at (calendar by value)';

CREATE FUNCTION motcua.dossier(received_at timestamp, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier(timestamp, motcua.time_limit, text) IS 'Builds a dossier with a time limit, received by the wall clock of the office; its due date is that of due_at';
CREATE FUNCTION motcua.dossier(received_at timestamp, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_timestamp_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier(timestamp, motcua.time_limit, motcua.work_calendar) IS 'Builds a dossier with a time limit, received by the wall clock of the office; its due date is that of due_at (calendar by value)';

CREATE FUNCTION motcua.dossier(received_at date, time_limit motcua.time_limit, calendar text DEFAULT NULL) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier(date, motcua.time_limit, text) IS 'Builds a dossier received on a day, the hour unknown; due at the end of the day that due_on gives';
CREATE FUNCTION motcua.dossier(received_at date, time_limit motcua.time_limit, calendar motcua.work_calendar) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_date_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier(date, motcua.time_limit, motcua.work_calendar) IS 'Builds a dossier received on a day, the hour unknown; due at the end of the day that due_on gives (calendar by value)';

CREATE FUNCTION motcua.dossier_of(received_at date, due_at date, ended_at date DEFAULT NULL, ended_as text DEFAULT 'result') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(date, date, date, text) IS 'Builds a dossier from columns; a day due or ended means its end, wall time is Vietnamese';
CREATE FUNCTION motcua.dossier_of(received_at timestamp, due_at timestamp, ended_at timestamp DEFAULT NULL, ended_as text DEFAULT 'result') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(timestamp, timestamp, timestamp, text) IS 'Builds a dossier from columns; a day due or ended means its end, wall time is Vietnamese';
CREATE FUNCTION motcua.dossier_of(received_at timestamptz, due_at timestamptz, ended_at timestamptz DEFAULT NULL, ended_as text DEFAULT 'result') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(timestamptz, timestamptz, timestamptz, text) IS 'Builds a dossier from columns; a day due or ended means its end, wall time is Vietnamese';
CREATE FUNCTION motcua.dossier_of(received_at timestamp, due_at date, ended_at timestamp DEFAULT NULL, ended_as text DEFAULT 'result') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(timestamp, date, timestamp, text) IS 'Builds a dossier from columns; a day due or ended means its end, wall time is Vietnamese';
CREATE FUNCTION motcua.dossier_of(received_at timestamptz, due_at date, ended_at timestamptz DEFAULT NULL, ended_as text DEFAULT 'result') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(timestamptz, date, timestamptz, text) IS 'Builds a dossier from columns; a day due or ended means its end, wall time is Vietnamese';

-- What happens to it

CREATE FUNCTION motcua.pause(dossier motcua.dossier, at timestamptz, reason text DEFAULT 'supplement') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_pause'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.pause(motcua.dossier, timestamptz, text) IS 'Stops the clock: a supplement was asked for, a fee is to be paid, or the case is put on hold (stop)';
CREATE FUNCTION motcua.resume(dossier motcua.dossier, at timestamptz, rule text DEFAULT 'restart', calendar text DEFAULT NULL) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_resume'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resume(motcua.dossier, timestamptz, text, text) IS 'Lets the clock run again; the rule says what the pause does to the due dates: restart, extend_working, extend_calendar or subtract';
CREATE FUNCTION motcua.resume(dossier motcua.dossier, at timestamptz, rule text, calendar motcua.work_calendar) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_resume_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resume(motcua.dossier, timestamptz, text, motcua.work_calendar) IS 'Lets the clock run again; the rule says what the pause does to the due dates: restart, extend_working, extend_calendar or subtract (calendar by value)';

CREATE FUNCTION motcua.reappoint(dossier motcua.dossier, new_due timestamptz, at timestamptz) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_reappoint'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.reappoint(motcua.dossier, timestamptz, timestamptz) IS 'Promises a new due date with an apology; the original one stands for on-time rates';
CREATE FUNCTION motcua.resolve(dossier motcua.dossier, at timestamptz) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_resolve'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resolve(motcua.dossier, timestamptz) IS 'Ends the dossier with a result';
CREATE FUNCTION motcua.withdraw(dossier motcua.dossier, at timestamptz) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_withdraw'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdraw(motcua.dossier, timestamptz) IS 'Ends the dossier: the citizen withdrew it';
CREATE FUNCTION motcua.refuse(dossier motcua.dossier, at timestamptz) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_refuse'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refuse(motcua.dossier, timestamptz) IS 'Ends the dossier: it was refused';
CREATE FUNCTION motcua.stop(dossier motcua.dossier, at timestamptz) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_stop'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stop(motcua.dossier, timestamptz) IS 'Ends the dossier: its processing was stopped for good';

CREATE FUNCTION motcua.redue(dossier motcua.dossier, calendar text DEFAULT NULL, move text DEFAULT 'forward') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_redue'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.redue(motcua.dossier, text, text) IS 'Computes the due dates anew after the calendar was edited; forward never moves one earlier, any does';
CREATE FUNCTION motcua.redue(dossier motcua.dossier, calendar motcua.work_calendar, move text DEFAULT 'forward') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_redue_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.redue(motcua.dossier, motcua.work_calendar, text) IS 'Computes the due dates anew after the calendar was edited; forward never moves one earlier, any does (calendar by value)';

-- Parts

CREATE FUNCTION motcua.received_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_received_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received_at(motcua.dossier) IS 'When the dossier was received';
CREATE FUNCTION motcua.time_limit(dossier motcua.dossier) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit(motcua.dossier) IS 'The time limit of the dossier; NULL when only its due date is known';
CREATE FUNCTION motcua.first_due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_first_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_due_at(motcua.dossier) IS 'The due date on the slip that the citizen first got';
CREATE FUNCTION motcua.original_due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_original_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.original_due_at(motcua.dossier) IS 'The due date as pauses moved it, never re-appointments';
CREATE FUNCTION motcua.due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(motcua.dossier) IS 'The due date in force, with re-appointments';
CREATE FUNCTION motcua.ended_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_ended_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ended_at(motcua.dossier) IS 'When the dossier ended; NULL while it is open';
CREATE FUNCTION motcua.ended_as(dossier motcua.dossier) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_ended_as'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ended_as(motcua.dossier) IS 'How the dossier ended: result, withdrawn, refused or stopped; NULL while it is open';
CREATE FUNCTION motcua.pauses(dossier motcua.dossier) RETURNS tstzmultirange
    AS 'MODULE_PATHNAME', 'motcua_pauses'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.pauses(motcua.dossier) IS 'When the clock stood still; a pause that is not over has no end';
CREATE FUNCTION motcua.supplements(dossier motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_supplements'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.supplements(motcua.dossier) IS 'How often a supplement was asked for';
CREATE FUNCTION motcua.reappointments(dossier motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_reappointments'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.reappointments(motcua.dossier) IS 'How often a new due date was promised; the law allows one';
CREATE FUNCTION motcua.paused_time(dossier motcua.dossier, as_of timestamptz DEFAULT NULL) RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_paused_time'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.paused_time(motcua.dossier, timestamptz) IS 'Total length of the pauses that are over; with as_of, as it was then, a pause under way included';
CREATE FUNCTION motcua.history(dossier motcua.dossier)
    RETURNS TABLE (at timestamptz, event text, detail text, original_due_at timestamptz, due_at timestamptz)
    AS 'MODULE_PATHNAME', 'motcua_history'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION motcua.history(motcua.dossier) IS 'Lists what happened to a dossier, with the due dates in force after each event';

-- Verdicts

CREATE FUNCTION motcua.outcome(dossier motcua.dossier, as_of date, due text DEFAULT 'original', granularity text DEFAULT 'day') RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_dossier_outcome_date'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.outcome(motcua.dossier, date, text, text) IS 'Gives the deadline verdict as of a day or instant, by what had happened and was promised then; due is original, current or first';
CREATE FUNCTION motcua.outcome(dossier motcua.dossier, as_of timestamptz, due text DEFAULT 'original', granularity text DEFAULT 'day') RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_dossier_outcome_timestamptz'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.outcome(motcua.dossier, timestamptz, text, text) IS 'Gives the deadline verdict as of a day or instant, by what had happened and was promised then; due is original, current or first';

CREATE FUNCTION motcua.time_left(dossier motcua.dossier, as_of date, calendar text DEFAULT NULL, due text DEFAULT 'original') RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_time_left_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_left(motcua.dossier, date, text, text) IS 'Measures the working time left until the due date as of a day or instant; negative when late; it stands still in a pause and after the end';
CREATE FUNCTION motcua.time_left(dossier motcua.dossier, as_of date, calendar motcua.work_calendar, due text DEFAULT 'original') RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_time_left_date_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_left(motcua.dossier, date, motcua.work_calendar, text) IS 'Measures the working time left until the due date as of a day or instant; negative when late; it stands still in a pause and after the end (calendar by value)';
CREATE FUNCTION motcua.time_left(dossier motcua.dossier, as_of timestamptz, calendar text DEFAULT NULL, due text DEFAULT 'original') RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_time_left_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_left(motcua.dossier, timestamptz, text, text) IS 'Measures the working time left until the due date as of a day or instant; negative when late; it stands still in a pause and after the end';
CREATE FUNCTION motcua.time_left(dossier motcua.dossier, as_of timestamptz, calendar motcua.work_calendar, due text DEFAULT 'original') RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_time_left_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_left(motcua.dossier, timestamptz, motcua.work_calendar, text) IS 'Measures the working time left until the due date as of a day or instant; negative when late; it stands still in a pause and after the end (calendar by value)';

CREATE FUNCTION motcua.days_late(dossier motcua.dossier, as_of date, calendar text DEFAULT NULL, due text DEFAULT 'original') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_days_late_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_late(motcua.dossier, date, text, text) IS 'Counts the working days by which a dossier is late as of a day or instant; 0 when it is not';
CREATE FUNCTION motcua.days_late(dossier motcua.dossier, as_of date, calendar motcua.work_calendar, due text DEFAULT 'original') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_days_late_date_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_late(motcua.dossier, date, motcua.work_calendar, text) IS 'Counts the working days by which a dossier is late as of a day or instant; 0 when it is not (calendar by value)';
CREATE FUNCTION motcua.days_late(dossier motcua.dossier, as_of timestamptz, calendar text DEFAULT NULL, due text DEFAULT 'original') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_days_late_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_late(motcua.dossier, timestamptz, text, text) IS 'Counts the working days by which a dossier is late as of a day or instant; 0 when it is not';
CREATE FUNCTION motcua.days_late(dossier motcua.dossier, as_of timestamptz, calendar motcua.work_calendar, due text DEFAULT 'original') RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_days_late_timestamptz_by_value'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.days_late(motcua.dossier, timestamptz, motcua.work_calendar, text) IS 'Counts the working days by which a dossier is late as of a day or instant; 0 when it is not (calendar by value)';
-- The type tally: exact counters of a set of dossiers over one period.

CREATE TYPE motcua.tally;

CREATE FUNCTION motcua.tally_in(input cstring) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_in(cstring) IS 'tally: text input';

CREATE FUNCTION motcua.tally_out(value motcua.tally) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_tally_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_out(motcua.tally) IS 'tally: text output';

CREATE FUNCTION motcua.tally_recv(message internal) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_recv(internal) IS 'tally: binary input';

CREATE FUNCTION motcua.tally_send(value motcua.tally) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_tally_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_send(motcua.tally) IS 'tally: binary output';

CREATE TYPE motcua.tally (
    INPUT = motcua.tally_in,
    OUTPUT = motcua.tally_out,
    RECEIVE = motcua.tally_recv,
    SEND = motcua.tally_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = double,
    STORAGE = plain
);
COMMENT ON TYPE motcua.tally IS 'Exact counters of a set of dossiers over one period (form II.06a and more); merges without loss. Rates are derived from it.';

CREATE FUNCTION motcua.tally_eq(a motcua.tally, b motcua.tally) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_tally_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_eq(motcua.tally, motcua.tally) IS 'implementation of = operator';
CREATE FUNCTION motcua.tally_ne(a motcua.tally, b motcua.tally) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_tally_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_ne(motcua.tally, motcua.tally) IS 'implementation of <> operator';
CREATE FUNCTION motcua.tally_lt(a motcua.tally, b motcua.tally) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_tally_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_lt(motcua.tally, motcua.tally) IS 'implementation of < operator';
CREATE FUNCTION motcua.tally_le(a motcua.tally, b motcua.tally) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_tally_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_le(motcua.tally, motcua.tally) IS 'implementation of <= operator';
CREATE FUNCTION motcua.tally_gt(a motcua.tally, b motcua.tally) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_tally_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_gt(motcua.tally, motcua.tally) IS 'implementation of > operator';
CREATE FUNCTION motcua.tally_ge(a motcua.tally, b motcua.tally) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_tally_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_ge(motcua.tally, motcua.tally) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.tally_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.tally, motcua.tally) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.tally_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.tally, motcua.tally) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.tally_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.tally, motcua.tally) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.tally_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.tally, motcua.tally) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.tally_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.tally, motcua.tally) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.tally_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.tally, motcua.tally) IS 'greater or equal';

CREATE FUNCTION motcua.tally_cmp(a motcua.tally, b motcua.tally) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_tally_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_cmp(motcua.tally, motcua.tally) IS 'less-equal-greater';
CREATE FUNCTION motcua.tally_hash(value motcua.tally) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_tally_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_hash(motcua.tally) IS 'hash';
CREATE FUNCTION motcua.tally_hash_extended(value motcua.tally, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_tally_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_hash_extended(motcua.tally, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.tally_btree_ops DEFAULT FOR TYPE motcua.tally USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.tally_cmp(motcua.tally, motcua.tally);
COMMENT ON OPERATOR CLASS motcua.tally_btree_ops USING btree IS 'tally in DISTINCT, GROUP BY and ORDER BY';
COMMENT ON OPERATOR FAMILY motcua.tally_btree_ops USING btree IS 'tally in DISTINCT, GROUP BY and ORDER BY';
CREATE OPERATOR CLASS motcua.tally_hash_ops DEFAULT FOR TYPE motcua.tally USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.tally_hash(motcua.tally),
    FUNCTION 2 motcua.tally_hash_extended(motcua.tally, bigint);
COMMENT ON OPERATOR CLASS motcua.tally_hash_ops USING hash IS 'tally in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.tally_hash_ops USING hash IS 'tally in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.tally AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.tally AS jsonb) IS 'the text form of tally as jsonb';
CREATE CAST (jsonb AS motcua.tally) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.tally) IS 'tally from a JSON object of its text form';

CREATE FUNCTION motcua.plus(a motcua.tally, b motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_plus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(motcua.tally, motcua.tally) IS 'Adds two tallies of one period';
CREATE OPERATOR motcua.+ (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.plus, COMMUTATOR = OPERATOR(motcua.+)
);
COMMENT ON OPERATOR motcua.+ (motcua.tally, motcua.tally) IS 'adds two tallies of one period';

CREATE FUNCTION motcua.minus(a motcua.tally, b motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_minus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(motcua.tally, motcua.tally) IS 'Subtracts a tally of the same period';
CREATE OPERATOR motcua.- (
    LEFTARG = motcua.tally, RIGHTARG = motcua.tally, FUNCTION = motcua.minus
);
COMMENT ON OPERATOR motcua.- (motcua.tally, motcua.tally) IS 'subtracts a tally of the same period';

-- Parts

CREATE FUNCTION motcua.new_online(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_new_online'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.new_online(motcua.tally) IS 'Dossiers received in the period, filed online';
CREATE FUNCTION motcua.new_direct(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_new_direct'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.new_direct(motcua.tally) IS 'Dossiers received in the period at the desk or by post';
CREATE FUNCTION motcua.carried(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_carried'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.carried(motcua.tally) IS 'Dossiers received before the period, open when it began';
CREATE FUNCTION motcua.early(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_early'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.early(motcua.tally) IS 'Dossiers ended in the period before the due day';
CREATE FUNCTION motcua.on_time(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_on_time'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time(motcua.tally) IS 'Dossiers ended in the period on the due day, or without a due date';
CREATE FUNCTION motcua.late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late(motcua.tally) IS 'Dossiers ended in the period after the due day';
CREATE FUNCTION motcua.open_in_time(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_in_time'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_in_time(motcua.tally) IS 'Dossiers open at the end, not past due';
CREATE FUNCTION motcua.open_overdue(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_overdue'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_overdue(motcua.tally) IS 'Dossiers open at the end, past due';
CREATE FUNCTION motcua.open_paused(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_paused'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_paused(motcua.tally) IS 'Dossiers open at the end, waiting for a supplement, a fee or a stop';
CREATE FUNCTION motcua.due_met(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_due_met'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_met(motcua.tally) IS 'Dossiers due in the period and ended by then in time';
CREATE FUNCTION motcua.due_missed(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_due_missed'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_missed(motcua.tally) IS 'Dossiers due in the period and late or still open';
CREATE FUNCTION motcua.on_time_no_due(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_on_time_no_due'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_no_due(motcua.tally) IS 'Dossiers of on_time: without a due date';
CREATE FUNCTION motcua.withdrawn(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_withdrawn'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdrawn(motcua.tally) IS 'Dossiers of those ended: withdrawn by the applicant';
CREATE FUNCTION motcua.refused(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_refused'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refused(motcua.tally) IS 'Dossiers of those ended: refused';
CREATE FUNCTION motcua.stopped(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_stopped'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stopped(motcua.tally) IS 'Dossiers of those ended: stopped';
CREATE FUNCTION motcua.withdrawn_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_withdrawn_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdrawn_late(motcua.tally) IS 'Dossiers of withdrawn: late';
CREATE FUNCTION motcua.refused_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_refused_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refused_late(motcua.tally) IS 'Dossiers of refused: late';
CREATE FUNCTION motcua.stopped_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_stopped_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stopped_late(motcua.tally) IS 'Dossiers of stopped: late';
CREATE FUNCTION motcua.invalid(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_invalid'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.invalid(motcua.tally) IS 'Dossiers whose end lies before the day received: counted nowhere else';
CREATE FUNCTION motcua.period(tally motcua.tally) RETURNS daterange
    AS 'MODULE_PATHNAME', 'motcua_period'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.period(motcua.tally) IS 'The period a tally was counted over; NULL when none was stated';

CREATE FUNCTION motcua.columns(tally motcua.tally, OUT new_online bigint, OUT new_direct bigint, OUT carried bigint, OUT early bigint, OUT on_time bigint, OUT late bigint, OUT open_in_time bigint, OUT open_overdue bigint, OUT open_paused bigint, OUT due_met bigint, OUT due_missed bigint, OUT on_time_no_due bigint, OUT withdrawn bigint, OUT refused bigint, OUT stopped bigint, OUT withdrawn_late bigint, OUT refused_late bigint, OUT stopped_late bigint, OUT invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_columns'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.columns(motcua.tally) IS 'All counters as a row: SELECT (motcua.columns(t)).*';

-- Totals of the report form

CREATE FUNCTION motcua.received(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_received'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received(motcua.tally) IS 'Dossiers received in the period: new_online + new_direct';
CREATE FUNCTION motcua.workload(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_workload'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.workload(motcua.tally) IS 'Dossiers to handle (column 3 of II.06a): received + carried';
CREATE FUNCTION motcua.resolved(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_resolved'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resolved(motcua.tally) IS 'Dossiers ended in the period (column 7): early + on_time + late';
CREATE FUNCTION motcua.open(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open(motcua.tally) IS 'Dossiers still open (column 11): open_in_time + open_overdue + open_paused';
-- The type lateness: days late and how many dossiers, from which average, median and maximum are derived.

CREATE TYPE motcua.lateness;

CREATE FUNCTION motcua.lateness_in(input cstring) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_in(cstring) IS 'lateness: text input';

CREATE FUNCTION motcua.lateness_out(value motcua.lateness) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_lateness_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_out(motcua.lateness) IS 'lateness: text output';

CREATE FUNCTION motcua.lateness_recv(message internal) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_recv(internal) IS 'lateness: binary input';

CREATE FUNCTION motcua.lateness_send(value motcua.lateness) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_lateness_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_send(motcua.lateness) IS 'lateness: binary output';

CREATE TYPE motcua.lateness (
    INPUT = motcua.lateness_in,
    OUTPUT = motcua.lateness_out,
    RECEIVE = motcua.lateness_recv,
    SEND = motcua.lateness_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = double,
    STORAGE = extended
);
COMMENT ON TYPE motcua.lateness IS 'How many working days late, of how many dossiers: an exact histogram that merges without loss. Average, median and maximum are derived from it.';

CREATE FUNCTION motcua.lateness_eq(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_eq(motcua.lateness, motcua.lateness) IS 'implementation of = operator';
CREATE FUNCTION motcua.lateness_ne(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_ne(motcua.lateness, motcua.lateness) IS 'implementation of <> operator';
CREATE FUNCTION motcua.lateness_lt(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_lt(motcua.lateness, motcua.lateness) IS 'implementation of < operator';
CREATE FUNCTION motcua.lateness_le(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_le(motcua.lateness, motcua.lateness) IS 'implementation of <= operator';
CREATE FUNCTION motcua.lateness_gt(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_gt(motcua.lateness, motcua.lateness) IS 'implementation of > operator';
CREATE FUNCTION motcua.lateness_ge(a motcua.lateness, b motcua.lateness) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_lateness_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_ge(motcua.lateness, motcua.lateness) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.lateness, motcua.lateness) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.lateness, motcua.lateness) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.lateness, motcua.lateness) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.lateness, motcua.lateness) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.lateness, motcua.lateness) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.lateness_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.lateness, motcua.lateness) IS 'greater or equal';

CREATE FUNCTION motcua.lateness_cmp(a motcua.lateness, b motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_lateness_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_cmp(motcua.lateness, motcua.lateness) IS 'less-equal-greater';
CREATE FUNCTION motcua.lateness_hash(value motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_lateness_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_hash(motcua.lateness) IS 'hash';
CREATE FUNCTION motcua.lateness_hash_extended(value motcua.lateness, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_lateness_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_hash_extended(motcua.lateness, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.lateness_btree_ops DEFAULT FOR TYPE motcua.lateness USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.lateness_cmp(motcua.lateness, motcua.lateness);
COMMENT ON OPERATOR CLASS motcua.lateness_btree_ops USING btree IS 'lateness in DISTINCT, GROUP BY and ORDER BY';
COMMENT ON OPERATOR FAMILY motcua.lateness_btree_ops USING btree IS 'lateness in DISTINCT, GROUP BY and ORDER BY';
CREATE OPERATOR CLASS motcua.lateness_hash_ops DEFAULT FOR TYPE motcua.lateness USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.lateness_hash(motcua.lateness),
    FUNCTION 2 motcua.lateness_hash_extended(motcua.lateness, bigint);
COMMENT ON OPERATOR CLASS motcua.lateness_hash_ops USING hash IS 'lateness in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.lateness_hash_ops USING hash IS 'lateness in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.lateness AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.lateness AS jsonb) IS 'the text form of lateness as jsonb';
CREATE CAST (jsonb AS motcua.lateness) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.lateness) IS 'lateness from a JSON object of its text form';

CREATE FUNCTION motcua.plus(a motcua.lateness, b motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_plus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(motcua.lateness, motcua.lateness) IS 'Adds the latenesses of two disjoint sets of dossiers';
CREATE OPERATOR motcua.+ (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.plus, COMMUTATOR = OPERATOR(motcua.+)
);
COMMENT ON OPERATOR motcua.+ (motcua.lateness, motcua.lateness) IS 'adds the latenesses of two disjoint sets of dossiers';

CREATE FUNCTION motcua.minus(a motcua.lateness, b motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_minus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(motcua.lateness, motcua.lateness) IS 'Subtracts the lateness of a part of the dossiers';
CREATE OPERATOR motcua.- (
    LEFTARG = motcua.lateness, RIGHTARG = motcua.lateness, FUNCTION = motcua.minus
);
COMMENT ON OPERATOR motcua.- (motcua.lateness, motcua.lateness) IS 'subtracts the lateness of a part of the dossiers';

-- What it says

CREATE FUNCTION motcua.late_count(lateness motcua.lateness) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late_count'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late_count(motcua.lateness) IS 'Counts the late dossiers';
CREATE FUNCTION motcua.average(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_average'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.average(motcua.lateness) IS 'Gives the average of the working days late; NULL when no dossier is late';
CREATE FUNCTION motcua.median(lateness motcua.lateness) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_median'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.median(motcua.lateness) IS 'Gives the median of the working days late, the mean of the two middle ones; NULL when no dossier is late';
CREATE FUNCTION motcua.maximum(lateness motcua.lateness) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_maximum'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.maximum(motcua.lateness) IS 'Gives the most working days late; NULL when no dossier is late';
-- The type ledger: the exact history of a set of dossiers by day, from which the tally of any period follows.

CREATE TYPE motcua.ledger;

CREATE FUNCTION motcua.ledger_in(input cstring) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_in'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_in(cstring) IS 'ledger: text input';
CREATE FUNCTION motcua.ledger_out(value motcua.ledger) RETURNS cstring
    AS 'MODULE_PATHNAME', 'motcua_ledger_out'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_out(motcua.ledger) IS 'ledger: text output';
CREATE FUNCTION motcua.ledger_recv(message internal) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_recv'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_recv(internal) IS 'ledger: binary input';
CREATE FUNCTION motcua.ledger_send(value motcua.ledger) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_ledger_send'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_send(motcua.ledger) IS 'ledger: binary output';

CREATE TYPE motcua.ledger (
    INPUT = motcua.ledger_in,
    OUTPUT = motcua.ledger_out,
    RECEIVE = motcua.ledger_recv,
    SEND = motcua.ledger_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = external
);
COMMENT ON TYPE motcua.ledger IS 'The exact history of a set of dossiers: sparse counters by day, packed. Adds, subtracts, and gives the tally of any period. Stored without compression: it is packed already, and reading it stays fast.';

CREATE FUNCTION motcua.ledger_eq(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_eq'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_eq(motcua.ledger, motcua.ledger) IS 'implementation of = operator';
CREATE FUNCTION motcua.ledger_ne(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_ne'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_ne(motcua.ledger, motcua.ledger) IS 'implementation of <> operator';
CREATE FUNCTION motcua.ledger_lt(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_lt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_lt(motcua.ledger, motcua.ledger) IS 'implementation of < operator';
CREATE FUNCTION motcua.ledger_le(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_le'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_le(motcua.ledger, motcua.ledger) IS 'implementation of <= operator';
CREATE FUNCTION motcua.ledger_gt(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_gt'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_gt(motcua.ledger, motcua.ledger) IS 'implementation of > operator';
CREATE FUNCTION motcua.ledger_ge(a motcua.ledger, b motcua.ledger) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_ledger_ge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_ge(motcua.ledger, motcua.ledger) IS 'implementation of >= operator';

CREATE OPERATOR motcua.= (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_eq,
    COMMUTATOR = OPERATOR(motcua.=), NEGATOR = OPERATOR(motcua.<>),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR motcua.= (motcua.ledger, motcua.ledger) IS 'equal';
CREATE OPERATOR motcua.<> (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_ne,
    COMMUTATOR = OPERATOR(motcua.<>), NEGATOR = OPERATOR(motcua.=),
    RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR motcua.<> (motcua.ledger, motcua.ledger) IS 'not equal';
CREATE OPERATOR motcua.< (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_lt,
    COMMUTATOR = OPERATOR(motcua.>), NEGATOR = OPERATOR(motcua.>=),
    RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR motcua.< (motcua.ledger, motcua.ledger) IS 'less';
CREATE OPERATOR motcua.<= (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_le,
    COMMUTATOR = OPERATOR(motcua.>=), NEGATOR = OPERATOR(motcua.>),
    RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR motcua.<= (motcua.ledger, motcua.ledger) IS 'less or equal';
CREATE OPERATOR motcua.> (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_gt,
    COMMUTATOR = OPERATOR(motcua.<), NEGATOR = OPERATOR(motcua.<=),
    RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR motcua.> (motcua.ledger, motcua.ledger) IS 'greater';
CREATE OPERATOR motcua.>= (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.ledger_ge,
    COMMUTATOR = OPERATOR(motcua.<=), NEGATOR = OPERATOR(motcua.<),
    RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR motcua.>= (motcua.ledger, motcua.ledger) IS 'greater or equal';

CREATE FUNCTION motcua.ledger_cmp(a motcua.ledger, b motcua.ledger) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_ledger_cmp'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_cmp(motcua.ledger, motcua.ledger) IS 'less-equal-greater';
CREATE FUNCTION motcua.ledger_hash(value motcua.ledger) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_ledger_hash'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_hash(motcua.ledger) IS 'hash';
CREATE FUNCTION motcua.ledger_hash_extended(value motcua.ledger, seed bigint) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_ledger_hash_extended'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_hash_extended(motcua.ledger, bigint) IS 'hash with a seed';

CREATE OPERATOR CLASS motcua.ledger_btree_ops DEFAULT FOR TYPE motcua.ledger USING btree AS
    OPERATOR 1 motcua.<, OPERATOR 2 motcua.<=, OPERATOR 3 motcua.=, OPERATOR 4 motcua.>=, OPERATOR 5 motcua.>,
    FUNCTION 1 motcua.ledger_cmp(motcua.ledger, motcua.ledger);
COMMENT ON OPERATOR CLASS motcua.ledger_btree_ops USING btree IS 'ledgers in DISTINCT, GROUP BY and ORDER BY; the order means nothing';
COMMENT ON OPERATOR FAMILY motcua.ledger_btree_ops USING btree IS 'ledgers in DISTINCT, GROUP BY and ORDER BY; the order means nothing';
CREATE OPERATOR CLASS motcua.ledger_hash_ops DEFAULT FOR TYPE motcua.ledger USING hash AS
    OPERATOR 1 motcua.=,
    FUNCTION 1 motcua.ledger_hash(motcua.ledger),
    FUNCTION 2 motcua.ledger_hash_extended(motcua.ledger, bigint);
COMMENT ON OPERATOR CLASS motcua.ledger_hash_ops USING hash IS 'ledgers in hashed DISTINCT, GROUP BY and joins';
COMMENT ON OPERATOR FAMILY motcua.ledger_hash_ops USING hash IS 'ledgers in hashed DISTINCT, GROUP BY and joins';

CREATE CAST (motcua.ledger AS jsonb) WITH INOUT;
COMMENT ON CAST (motcua.ledger AS jsonb) IS 'the text form of a ledger as jsonb';
CREATE CAST (jsonb AS motcua.ledger) WITH INOUT;
COMMENT ON CAST (jsonb AS motcua.ledger) IS 'a ledger from a JSON object of its text form';

CREATE FUNCTION motcua.plus(a motcua.ledger, b motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_plus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.plus(motcua.ledger, motcua.ledger) IS 'Adds two ledgers of different dossiers';
CREATE OPERATOR motcua.+ (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.plus, COMMUTATOR = OPERATOR(motcua.+)
);
COMMENT ON OPERATOR motcua.+ (motcua.ledger, motcua.ledger) IS 'adds two ledgers of different dossiers';

CREATE FUNCTION motcua.minus(a motcua.ledger, b motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_minus'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.minus(motcua.ledger, motcua.ledger) IS 'Takes the dossiers of one ledger out of another';
CREATE OPERATOR motcua.- (
    LEFTARG = motcua.ledger, RIGHTARG = motcua.ledger, FUNCTION = motcua.minus
);
COMMENT ON OPERATOR motcua.- (motcua.ledger, motcua.ledger) IS 'takes the dossiers of one ledger out of another';

-- What it tells

CREATE FUNCTION motcua.tally(ledger motcua.ledger, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_ledger_tally'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally(motcua.ledger, daterange) IS 'Gives the tally of any period, equal to counting the dossiers themselves';
CREATE FUNCTION motcua.first_day(ledger motcua.ledger) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_first_day'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_day(motcua.ledger) IS 'The first day with an event; NULL of an empty ledger';
CREATE FUNCTION motcua.tally_series(ledger motcua.ledger, since date, until date, step interval)
    RETURNS TABLE (period daterange, tally motcua.tally)
    AS 'MODULE_PATHNAME', 'motcua_tally_series'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 36;
COMMENT ON FUNCTION motcua.tally_series(motcua.ledger, date, date, interval) IS 'Gives the tallies of consecutive periods: from since by steps of months or days, the last one cut at until';
CREATE FUNCTION motcua.ledger_days(ledger motcua.ledger)
    RETURNS TABLE (day date, new_online bigint, new_direct bigint, early bigint, on_time bigint, due_met bigint, late bigint, overdue bigint, due_missed_later bigint, on_time_no_due bigint, paused bigint, withdrawn bigint, refused bigint, stopped bigint, due_missed_at_once bigint, withdrawn_late bigint, refused_late bigint, stopped_late bigint, invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION motcua.ledger_days(motcua.ledger) IS 'Lists the days of a ledger; overdue and paused are changes of what is open';
CREATE FUNCTION motcua.ledger_due_changes(ledger motcua.ledger)
    RETURNS TABLE (day date, due date, met bigint, missed bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_due_changes'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION motcua.ledger_due_changes(motcua.ledger) IS 'Lists from which day on more or less dossiers count as due on an earlier day: after pauses and moved due dates';
-- Counting rows into a tally: tally(received, due, ended, period) and the full form with
-- (..., online, ended_as, paused_since, granularity). Five forms by column type, as for classify.
-- Transitions change the state in place; the state is an ordinary value, so it travels anywhere.

CREATE FUNCTION motcua.tally_merge(state motcua.tally, other motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_merge(motcua.tally, motcua.tally) IS 'Transition and combine function of the aggregates merge and tally';
CREATE FUNCTION motcua.tally_unmerge(state motcua.tally, other motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_unmerge(motcua.tally, motcua.tally) IS 'Inverse transition of the aggregate merge';
CREATE FUNCTION motcua.tally_final(state motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_final(motcua.tally) IS 'Final function of the aggregate tally';
CREATE AGGREGATE motcua.merge(motcua.tally) (
    SFUNC = motcua.tally_merge, STYPE = motcua.tally,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_merge, MINVFUNC = motcua.tally_unmerge, MSTYPE = motcua.tally,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.tally) IS 'Merges tallies of one period: of several units, servers or partitions';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received date, due date, ended date, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, date, date, date, daterange) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received date, due date, ended date, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, date, date, date, daterange) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(date, date, date, daterange) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(date, date, date, daterange) IS 'Counts dossiers over a period: received, due, ended, period';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received date, due date, ended date, period daterange, online boolean, ended_as text, paused_since date, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, date, date, date, daterange, boolean, text, date, text) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received date, due date, ended date, period daterange, online boolean, ended_as text, paused_since date, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, date, date, date, daterange, boolean, text, date, text) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(date, date, date, daterange, boolean, text, date, text) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(date, date, date, daterange, boolean, text, date, text) IS 'Counts dossiers over a period: received, due, ended, period, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamp, due timestamp, ended timestamp, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamp, timestamp, timestamp, daterange) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamp, due timestamp, ended timestamp, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamp, timestamp, timestamp, daterange) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamp, timestamp, timestamp, daterange) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamp, timestamp, timestamp, daterange) IS 'Counts dossiers over a period: received, due, ended, period';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamp, due timestamp, ended timestamp, period daterange, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamp, timestamp, timestamp, daterange, boolean, text, timestamp, text) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamp, due timestamp, ended timestamp, period daterange, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamp, timestamp, timestamp, daterange, boolean, text, timestamp, text) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamp, timestamp, timestamp, daterange, boolean, text, timestamp, text) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamp, timestamp, timestamp, daterange, boolean, text, timestamp, text) IS 'Counts dossiers over a period: received, due, ended, period, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamptz, due timestamptz, ended timestamptz, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamptz, timestamptz, timestamptz, daterange) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamptz, due timestamptz, ended timestamptz, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamptz, timestamptz, timestamptz, daterange) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamptz, timestamptz, timestamptz, daterange) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamptz, timestamptz, timestamptz, daterange) IS 'Counts dossiers over a period: received, due, ended, period';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamptz, due timestamptz, ended timestamptz, period daterange, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamptz, timestamptz, timestamptz, daterange, boolean, text, timestamptz, text) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamptz, due timestamptz, ended timestamptz, period daterange, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamptz, timestamptz, timestamptz, daterange, boolean, text, timestamptz, text) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamptz, timestamptz, timestamptz, daterange, boolean, text, timestamptz, text) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamptz, timestamptz, timestamptz, daterange, boolean, text, timestamptz, text) IS 'Counts dossiers over a period: received, due, ended, period, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamp, due date, ended timestamp, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamp, date, timestamp, daterange) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamp, due date, ended timestamp, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamp, date, timestamp, daterange) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamp, date, timestamp, daterange) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamp, date, timestamp, daterange) IS 'Counts dossiers over a period: received, due, ended, period';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamp, due date, ended timestamp, period daterange, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamp, date, timestamp, daterange, boolean, text, timestamp, text) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamp, due date, ended timestamp, period daterange, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamp, date, timestamp, daterange, boolean, text, timestamp, text) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamp, date, timestamp, daterange, boolean, text, timestamp, text) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamp, date, timestamp, daterange, boolean, text, timestamp, text) IS 'Counts dossiers over a period: received, due, ended, period, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamptz, due date, ended timestamptz, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamptz, date, timestamptz, daterange) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamptz, due date, ended timestamptz, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamptz, date, timestamptz, daterange) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamptz, date, timestamptz, daterange) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamptz, date, timestamptz, daterange) IS 'Counts dossiers over a period: received, due, ended, period';

CREATE FUNCTION motcua.tally_add(state motcua.tally, received timestamptz, due date, ended timestamptz, period daterange, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add(motcua.tally, timestamptz, date, timestamptz, daterange, boolean, text, timestamptz, text) IS 'Counts a row into a tally';
CREATE FUNCTION motcua.tally_remove(state motcua.tally, received timestamptz, due date, ended timestamptz, period daterange, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove(motcua.tally, timestamptz, date, timestamptz, daterange, boolean, text, timestamptz, text) IS 'Takes a row out of a tally (moving frames)';
CREATE AGGREGATE motcua.tally(timestamptz, date, timestamptz, daterange, boolean, text, timestamptz, text) (
    SFUNC = motcua.tally_add, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add, MINVFUNC = motcua.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(timestamptz, date, timestamptz, daterange, boolean, text, timestamptz, text) IS 'Counts dossiers over a period: received, due, ended, period, online, ended_as, paused_since, granularity';

-- Aggregates over dossiers: folding a table of status changes, and counting.

CREATE FUNCTION motcua.dossier_agg_add(state bytea, at timestamptz, event text, detail text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_add(bytea, timestamptz, text, text) IS 'transition function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_add_on(state bytea, at timestamptz, event text, detail text, calendar text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add_on'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_add_on(bytea, timestamptz, text, text, text) IS 'transition function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_add_on_value(state bytea, at timestamptz, event text, detail text, calendar motcua.work_calendar) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add_on_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_add_on_value(bytea, timestamptz, text, text, motcua.work_calendar) IS 'transition function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_combine(a bytea, b bytea) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_combine'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_combine(bytea, bytea) IS 'combine function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_final(state bytea) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_final'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_final(bytea) IS 'final function of dossier_agg';

CREATE AGGREGATE motcua.dossier_agg(at timestamptz, event text, detail text) (
    SFUNC = motcua.dossier_agg_add, STYPE = bytea, FINALFUNC = motcua.dossier_agg_final,
    COMBINEFUNC = motcua.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(timestamptz, text, text) IS 'Folds status changes into a dossier, sorted by time; events receive (detail: the limit), pause (reason), resume (rule), reappoint (new due date), resolve, withdraw, refuse, stop';
CREATE AGGREGATE motcua.dossier_agg(at timestamptz, event text, detail text, calendar text) (
    SFUNC = motcua.dossier_agg_add_on, STYPE = bytea, FINALFUNC = motcua.dossier_agg_final,
    COMBINEFUNC = motcua.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(timestamptz, text, text, text) IS 'Folds status changes into a dossier on a calendar, sorted by time; events receive (detail: the limit), pause (reason), resume (rule), reappoint (new due date), resolve, withdraw, refuse, stop';
CREATE AGGREGATE motcua.dossier_agg(at timestamptz, event text, detail text, calendar motcua.work_calendar) (
    SFUNC = motcua.dossier_agg_add_on_value, STYPE = bytea, FINALFUNC = motcua.dossier_agg_final,
    COMBINEFUNC = motcua.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(timestamptz, text, text, motcua.work_calendar) IS 'Folds status changes into a dossier on a calendar by value, sorted by time; events receive (detail: the limit), pause (reason), resume (rule), reappoint (new due date), resolve, withdraw, refuse, stop';

CREATE FUNCTION motcua.tally_add_dossier(state motcua.tally, dossier motcua.dossier, period daterange, online boolean) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add_dossier(motcua.tally, motcua.dossier, daterange, boolean) IS 'transition function of tally(dossier, period, online)';
CREATE FUNCTION motcua.tally_remove_dossier(state motcua.tally, dossier motcua.dossier, period daterange, online boolean) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove_dossier(motcua.tally, motcua.dossier, daterange, boolean) IS 'inverse transition function of tally(dossier, period, online)';
CREATE AGGREGATE motcua.tally(motcua.dossier, daterange, boolean) (
    SFUNC = motcua.tally_add_dossier, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add_dossier, MINVFUNC = motcua.tally_remove_dossier, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(motcua.dossier, daterange, boolean) IS 'Counts dossiers over a period, each as of its last day by its original due date: dossier, period, online';
-- The aggregates ledger and merge(ledger). The state is the ledger itself, as an expanded object.

CREATE FUNCTION motcua.ledger_merge(state motcua.ledger, other motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_merge(motcua.ledger, motcua.ledger) IS 'Adds a ledger to another';
CREATE FUNCTION motcua.ledger_unmerge(state motcua.ledger, other motcua.ledger) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_unmerge(motcua.ledger, motcua.ledger) IS 'Takes a ledger out of another';

CREATE AGGREGATE motcua.merge(motcua.ledger) (
    SFUNC = motcua.ledger_merge, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_merge, MINVFUNC = motcua.ledger_unmerge, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.ledger) IS 'Merges ledgers of different dossiers: of several units, months, servers or partitions';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received date, due date, ended date) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, date, date, date) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received date, due date, ended date) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, date, date, date) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(date, date, date) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(date, date, date) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received date, due date, ended date, online boolean, ended_as text, paused_since date, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, date, date, date, boolean, text, date, text) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received date, due date, ended date, online boolean, ended_as text, paused_since date, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, date, date, date, boolean, text, date, text) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(date, date, date, boolean, text, date, text) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(date, date, date, boolean, text, date, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamp, due timestamp, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamp, timestamp, timestamp) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamp, due timestamp, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamp, timestamp, timestamp) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, timestamp, timestamp) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, timestamp, timestamp) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamp, due timestamp, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamp, timestamp, timestamp, boolean, text, timestamp, text) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamp, due timestamp, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamp, timestamp, timestamp, boolean, text, timestamp, text) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, timestamp, timestamp, boolean, text, timestamp, text) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, timestamp, timestamp, boolean, text, timestamp, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamptz, timestamptz, timestamptz) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamptz, timestamptz, timestamptz) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamptz, due timestamptz, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, timestamptz, timestamptz, boolean, text, timestamptz, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamp, due date, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamp, date, timestamp) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamp, due date, ended timestamp) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamp, date, timestamp) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, date, timestamp) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, date, timestamp) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamp, due date, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamp, date, timestamp, boolean, text, timestamp, text) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamp, due date, ended timestamp, online boolean, ended_as text, paused_since timestamp, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamp, date, timestamp, boolean, text, timestamp, text) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamp, date, timestamp, boolean, text, timestamp, text) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamp, date, timestamp, boolean, text, timestamp, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamptz, due date, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamptz, date, timestamptz) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamptz, due date, ended timestamptz) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamptz, date, timestamptz) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, date, timestamptz) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, date, timestamptz) IS 'Keeps the exact history of dossiers: received, due, ended';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, received timestamptz, due date, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, timestamptz, date, timestamptz, boolean, text, timestamptz, text) IS 'Counts a row into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, received timestamptz, due date, ended timestamptz, online boolean, ended_as text, paused_since timestamptz, granularity text) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, timestamptz, date, timestamptz, boolean, text, timestamptz, text) IS 'Takes a row out of a ledger';

CREATE AGGREGATE motcua.ledger(timestamptz, date, timestamptz, boolean, text, timestamptz, text) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(timestamptz, date, timestamptz, boolean, text, timestamptz, text) IS 'Keeps the exact history of dossiers: received, due, ended, online, ended_as, paused_since, granularity';

CREATE FUNCTION motcua.ledger_add(state motcua.ledger, dossier motcua.dossier, online boolean) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_add_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_add(motcua.ledger, motcua.dossier, boolean) IS 'Counts a dossier into a ledger';
CREATE FUNCTION motcua.ledger_remove(state motcua.ledger, dossier motcua.dossier, online boolean) RETURNS motcua.ledger
    AS 'MODULE_PATHNAME', 'motcua_ledger_remove_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ledger_remove(motcua.ledger, motcua.dossier, boolean) IS 'Takes a dossier out of a ledger';

CREATE AGGREGATE motcua.ledger(motcua.dossier, boolean) (
    SFUNC = motcua.ledger_add, STYPE = motcua.ledger,
    COMBINEFUNC = motcua.ledger_merge,
    MSFUNC = motcua.ledger_add, MINVFUNC = motcua.ledger_remove, MSTYPE = motcua.ledger,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.ledger(motcua.dossier, boolean) IS 'Keeps the exact history of dossiers, their pauses and moved due dates included: dossier, online';
-- Aggregates of lateness: lateness(due, ended [, calendar]), their average days_late(due, ended [, calendar]), merge(lateness).
-- The state is a lateness; it begins empty, so that nothing late gives an empty one.

CREATE FUNCTION motcua.lateness_merge(state motcua.lateness, other motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_merge(motcua.lateness, motcua.lateness) IS 'Merges two latenesses (transition and combine function)';
CREATE FUNCTION motcua.lateness_unmerge(state motcua.lateness, other motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_unmerge(motcua.lateness, motcua.lateness) IS 'Takes a lateness out of another (moving frames)';
CREATE FUNCTION motcua.lateness_final(state motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_final(motcua.lateness) IS 'Final function of lateness';
CREATE AGGREGATE motcua.merge(motcua.lateness) (
    SFUNC = motcua.lateness_merge, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_merge, MINVFUNC = motcua.lateness_unmerge, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.lateness) IS 'Merges latenesses of disjoint sets of dossiers: of several units, periods, servers or partitions';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended date) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, date) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended date) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, date) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, date) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, date) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(date, date) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, date) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended date, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, date, text) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended date, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, date, text) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, date, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, date, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(date, date, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, date, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended date, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, date, motcua.work_calendar) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended date, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, date, motcua.work_calendar) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, date, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, date, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(date, date, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, date, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due timestamp, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, timestamp, timestamp) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due timestamp, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, timestamp, timestamp) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamp, timestamp) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamp, timestamp) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(timestamp, timestamp) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamp, timestamp) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due timestamp, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, timestamp, timestamp, text) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due timestamp, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, timestamp, timestamp, text) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamp, timestamp, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamp, timestamp, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(timestamp, timestamp, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamp, timestamp, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due timestamp, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, timestamp, timestamp, motcua.work_calendar) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due timestamp, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, timestamp, timestamp, motcua.work_calendar) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamp, timestamp, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamp, timestamp, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(timestamp, timestamp, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamp, timestamp, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due timestamptz, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, timestamptz, timestamptz) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due timestamptz, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, timestamptz, timestamptz) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamptz, timestamptz) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamptz, timestamptz) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(timestamptz, timestamptz) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamptz, timestamptz) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due timestamptz, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, timestamptz, timestamptz, text) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due timestamptz, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, timestamptz, timestamptz, text) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamptz, timestamptz, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamptz, timestamptz, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(timestamptz, timestamptz, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamptz, timestamptz, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due timestamptz, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, timestamptz, timestamptz, motcua.work_calendar) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due timestamptz, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, timestamptz, timestamptz, motcua.work_calendar) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamptz, timestamptz, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamptz, timestamptz, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(timestamptz, timestamptz, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamptz, timestamptz, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, timestamp) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, timestamp) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamp) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamp) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(date, timestamp) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamp) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, timestamp, text) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, timestamp, text) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamp, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamp, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(date, timestamp, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamp, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, timestamp, motcua.work_calendar) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, timestamp, motcua.work_calendar) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamp, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamp, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(date, timestamp, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamp, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, timestamptz) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, timestamptz) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamptz) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamptz) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(date, timestamptz) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamptz) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, timestamptz, text) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, timestamptz, text) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamptz, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamptz, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(date, timestamptz, text) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamptz, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua.lateness_add(state motcua.lateness, due date, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_add(motcua.lateness, date, timestamptz, motcua.work_calendar) IS 'Counts a row into a lateness';
CREATE FUNCTION motcua.lateness_remove(state motcua.lateness, due date, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.lateness_remove(motcua.lateness, date, timestamptz, motcua.work_calendar) IS 'Takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamptz, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.lateness_final,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamptz, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(date, timestamptz, motcua.work_calendar) (
    SFUNC = motcua.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua.lateness_merge,
    MSFUNC = motcua.lateness_add, MINVFUNC = motcua.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamptz, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';
-- Rates from a tally, each on a named basis; exact numeric, NULL on an empty denominator.

CREATE FUNCTION motcua.on_time_rate(tally motcua.tally, basis text DEFAULT 'resolved', without text[] DEFAULT '{}') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_on_time_rate'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_rate(motcua.tally, text, text[]) IS 'Share of dossiers handled in time, by basis: resolved, processed, received, workload or due; without leaves kinds of end out';
CREATE FUNCTION motcua.rates(tally motcua.tally) RETURNS TABLE (basis text, numerator bigint, denominator bigint, rate numeric, formula_vi text, used_by text)
    AS 'MODULE_PATHNAME', 'motcua_rates'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rates(motcua.tally) IS 'The on-time rate on every basis, with its formula and who reports it so';
CREATE FUNCTION motcua.meets(tally motcua.tally, target numeric, basis text DEFAULT 'resolved') RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_meets'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.meets(motcua.tally, numeric, text) IS 'Compares the on-time rate with a target in exact arithmetic: what rounds up to the target does not meet it';
CREATE FUNCTION motcua.violations(tally motcua.tally) RETURNS TABLE (identity text, left_side bigint, right_side bigint, difference bigint)
    AS 'MODULE_PATHNAME', 'motcua_violations'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.violations(motcua.tally) IS 'Lists the identities of the report form that a tally breaks, also over published figures typed in';

CREATE FUNCTION motcua.percent(rate numeric, digits integer DEFAULT 2) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_percent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.percent(numeric, integer) IS 'A rate times 100, rounded half away from zero';
CREATE FUNCTION motcua.format_percent(rate numeric, digits integer DEFAULT 2, lang text DEFAULT 'vi') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_format_percent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.format_percent(numeric, integer, text) IS 'A rate as text: ''98,83%'' in Vietnamese, ''98.83%'' in English';
-- The columns of form II.06a/VPCP/KSTT, report periods, and the lower bound for ranking small units fairly.

CREATE FUNCTION motcua.report_06a(tally motcua.tally, OUT received_total bigint, OUT received_online bigint, OUT received_direct bigint, OUT carried bigint, OUT resolved_total bigint, OUT early bigint, OUT on_time bigint, OUT late bigint, OUT open_total bigint, OUT open_in_time bigint, OUT open_overdue bigint)
    AS 'MODULE_PATHNAME', 'motcua_report_06a'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.report_06a(motcua.tally) IS 'The figures of form II.06a, columns 3 to 13: SELECT (motcua.report_06a(t)).*; paused dossiers are open in time';

CREATE FUNCTION motcua.wilson_low(successes bigint, n bigint) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_wilson_low'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.wilson_low(bigint, bigint) IS 'Lower end of the 95 % Wilson interval, to rank small units fairly; NULL when n is 0';
CREATE FUNCTION motcua.wilson_low(tally motcua.tally, basis text DEFAULT 'resolved') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_wilson_low_tally'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.wilson_low(motcua.tally, text) IS 'Lower end of the 95 % Wilson interval of the on-time rate, by basis';

CREATE FUNCTION motcua.report_period(year integer, kind text, n integer DEFAULT 1, start_day integer DEFAULT 15) RETURNS daterange
    AS 'MODULE_PATHNAME', 'motcua_report_period'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.report_period(integer, text, integer, integer) IS 'Gives the n-th month, quarter, half or year of official reports: from the 15th of the month before to the 14th of its last month; start_day => 1 for calendar periods';
-- Plain aggregates over columns: share(boolean), on_time_rate(due, ended).
-- The state is an int8[] {favourable, counted}.

CREATE FUNCTION motcua.share_add(state bigint[], favourable boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_add'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.share_add(bigint[], boolean) IS 'Transition function of share';
CREATE FUNCTION motcua.share_remove(state bigint[], favourable boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_remove'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.share_remove(bigint[], boolean) IS 'Inverse transition function of share';
CREATE FUNCTION motcua.share_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.share_combine(bigint[], bigint[]) IS 'Combine function of share, on_time_rate and apology_rate';
CREATE FUNCTION motcua.share_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_share_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.share_final(bigint[]) IS 'Final function of share, on_time_rate and apology_rate';
CREATE AGGREGATE motcua.share(boolean) (
    SFUNC = motcua.share_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.share_add, MINVFUNC = motcua.share_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.share(boolean) IS 'Share of true among the known cases: e-documents, signatures, online payment, digitisation';

CREATE FUNCTION motcua.on_time_add(state bigint[], due date, ended date) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_add(bigint[], date, date) IS 'Transition function of on_time_rate';
CREATE FUNCTION motcua.on_time_remove(state bigint[], due date, ended date) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_remove(bigint[], date, date) IS 'Inverse transition function of on_time_rate';
CREATE AGGREGATE motcua.on_time_rate(date, date) (
    SFUNC = motcua.on_time_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.on_time_add, MINVFUNC = motcua.on_time_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.on_time_rate(date, date) IS 'Share of ended dossiers that ended on or before the due day, or had none (basis resolved)';

CREATE FUNCTION motcua.on_time_add(state bigint[], due timestamp, ended timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_add(bigint[], timestamp, timestamp) IS 'Transition function of on_time_rate';
CREATE FUNCTION motcua.on_time_remove(state bigint[], due timestamp, ended timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_remove(bigint[], timestamp, timestamp) IS 'Inverse transition function of on_time_rate';
CREATE AGGREGATE motcua.on_time_rate(timestamp, timestamp) (
    SFUNC = motcua.on_time_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.on_time_add, MINVFUNC = motcua.on_time_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.on_time_rate(timestamp, timestamp) IS 'Share of ended dossiers that ended on or before the due day, or had none (basis resolved)';

CREATE FUNCTION motcua.on_time_add(state bigint[], due timestamptz, ended timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_add(bigint[], timestamptz, timestamptz) IS 'Transition function of on_time_rate';
CREATE FUNCTION motcua.on_time_remove(state bigint[], due timestamptz, ended timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_remove(bigint[], timestamptz, timestamptz) IS 'Inverse transition function of on_time_rate';
CREATE AGGREGATE motcua.on_time_rate(timestamptz, timestamptz) (
    SFUNC = motcua.on_time_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.on_time_add, MINVFUNC = motcua.on_time_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.on_time_rate(timestamptz, timestamptz) IS 'Share of ended dossiers that ended on or before the due day, or had none (basis resolved)';

CREATE FUNCTION motcua.on_time_add(state bigint[], due date, ended timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_add(bigint[], date, timestamp) IS 'Transition function of on_time_rate';
CREATE FUNCTION motcua.on_time_remove(state bigint[], due date, ended timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_remove(bigint[], date, timestamp) IS 'Inverse transition function of on_time_rate';
CREATE AGGREGATE motcua.on_time_rate(date, timestamp) (
    SFUNC = motcua.on_time_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.on_time_add, MINVFUNC = motcua.on_time_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.on_time_rate(date, timestamp) IS 'Share of ended dossiers that ended on or before the due day, or had none (basis resolved)';

CREATE FUNCTION motcua.on_time_add(state bigint[], due date, ended timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_add(bigint[], date, timestamptz) IS 'Transition function of on_time_rate';
CREATE FUNCTION motcua.on_time_remove(state bigint[], due date, ended timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_remove(bigint[], date, timestamptz) IS 'Inverse transition function of on_time_rate';
CREATE AGGREGATE motcua.on_time_rate(date, timestamptz) (
    SFUNC = motcua.on_time_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.on_time_add, MINVFUNC = motcua.on_time_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.on_time_rate(date, timestamptz) IS 'Share of ended dossiers that ended on or before the due day, or had none (basis resolved)';
-- The plain aggregate processing_time(received, ended, unit [, calendar]): average time from receipt to end in one unit.
-- The state is an int8[] {unit, dossiers, days or seconds, microseconds}.

CREATE FUNCTION motcua.processing_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_combine(bigint[], bigint[]) IS 'Combine function of processing_time';
CREATE FUNCTION motcua.processing_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_processing_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_final(bigint[]) IS 'Final function of processing_time';

CREATE FUNCTION motcua.processing_add(state bigint[], received date, ended date, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], date, date, text) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received date, ended date, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], date, date, text) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(date, date, text) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(date, date, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua.processing_add(state bigint[], received date, ended date, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], date, date, text, text) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received date, ended date, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], date, date, text, text) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(date, date, text, text) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(date, date, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua.processing_add(state bigint[], received date, ended date, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], date, date, text, motcua.work_calendar) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received date, ended date, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], date, date, text, motcua.work_calendar) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(date, date, text, motcua.work_calendar) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(date, date, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';

CREATE FUNCTION motcua.processing_add(state bigint[], received timestamp, ended timestamp, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], timestamp, timestamp, text) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received timestamp, ended timestamp, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], timestamp, timestamp, text) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamp, timestamp, text) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamp, timestamp, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua.processing_add(state bigint[], received timestamp, ended timestamp, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], timestamp, timestamp, text, text) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received timestamp, ended timestamp, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], timestamp, timestamp, text, text) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamp, timestamp, text, text) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamp, timestamp, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua.processing_add(state bigint[], received timestamp, ended timestamp, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], timestamp, timestamp, text, motcua.work_calendar) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received timestamp, ended timestamp, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], timestamp, timestamp, text, motcua.work_calendar) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamp, timestamp, text, motcua.work_calendar) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamp, timestamp, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';

CREATE FUNCTION motcua.processing_add(state bigint[], received timestamptz, ended timestamptz, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], timestamptz, timestamptz, text) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received timestamptz, ended timestamptz, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], timestamptz, timestamptz, text) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamptz, timestamptz, text) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamptz, timestamptz, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua.processing_add(state bigint[], received timestamptz, ended timestamptz, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], timestamptz, timestamptz, text, text) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received timestamptz, ended timestamptz, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], timestamptz, timestamptz, text, text) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, text) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua.processing_add(state bigint[], received timestamptz, ended timestamptz, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_add(bigint[], timestamptz, timestamptz, text, motcua.work_calendar) IS 'Transition function of processing_time';
CREATE FUNCTION motcua.processing_remove(state bigint[], received timestamptz, ended timestamptz, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.processing_remove(bigint[], timestamptz, timestamptz, text, motcua.work_calendar) IS 'Inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, motcua.work_calendar) (
    SFUNC = motcua.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua.processing_final,
    COMBINEFUNC = motcua.processing_combine,
    MSFUNC = motcua.processing_add, MINVFUNC = motcua.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';
-- Plain aggregates of how citizens are treated: satisfaction_rate (Decision 766) and apology_rate (apologies sent in time).
-- States are int8[]: {favourable, counted}, for satisfaction_rate followed by the two days of the period.

CREATE FUNCTION motcua.satisfaction_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_combine(bigint[], bigint[]) IS 'Combine function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_final(bigint[]) IS 'Final function of satisfaction_rate';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received date, due date, ended date, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], date, date, date, daterange, boolean) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received date, due date, ended date, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], date, date, date, daterange, boolean) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received date, due date, ended date, period daterange, disliked boolean, paused_since date) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], date, date, date, daterange, boolean, date) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received date, due date, ended date, period daterange, disliked boolean, paused_since date) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], date, date, date, daterange, boolean, date) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean, date) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean, date) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamp, timestamp, timestamp, daterange, boolean) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamp, timestamp, timestamp, daterange, boolean) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamp, timestamp, timestamp, daterange, boolean, timestamp) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamp, timestamp, timestamp, daterange, boolean, timestamp) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean, timestamp) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean, timestamp) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamp, date, timestamp, daterange, boolean) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamp, date, timestamp, daterange, boolean) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamp, date, timestamp, daterange, boolean, timestamp) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamp, date, timestamp, daterange, boolean, timestamp) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean, timestamp) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean, timestamp) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamptz, date, timestamptz, daterange, boolean) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamptz, date, timestamptz, daterange, boolean) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua.satisfaction_add(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_add(bigint[], timestamptz, date, timestamptz, daterange, boolean, timestamptz) IS 'Transition function of satisfaction_rate';
CREATE FUNCTION motcua.satisfaction_remove(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.satisfaction_remove(bigint[], timestamptz, date, timestamptz, daterange, boolean, timestamptz) IS 'Inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean, timestamptz) (
    SFUNC = motcua.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua.satisfaction_final,
    COMBINEFUNC = motcua.satisfaction_combine,
    MSFUNC = motcua.satisfaction_add, MINVFUNC = motcua.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean, timestamptz) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended date, apology date, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, date, date, integer) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended date, apology date, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, date, date, integer) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, date, date, integer) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, date, date, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, date, date, integer, text, text) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, date, date, integer, text, text) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, date, date, integer, text, text) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, date, date, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, date, date, integer, text, motcua.work_calendar) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, date, date, integer, text, motcua.work_calendar) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, date, date, integer, text, motcua.work_calendar) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, date, date, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua.apology_add(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], timestamp, timestamp, timestamp, integer) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], timestamp, timestamp, timestamp, integer) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua.apology_add(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], timestamp, timestamp, timestamp, integer, text, text) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], timestamp, timestamp, timestamp, integer, text, text) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, text) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua.apology_add(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua.apology_add(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], timestamptz, timestamptz, timestamptz, integer) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], timestamptz, timestamptz, timestamptz, integer) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua.apology_add(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], timestamptz, timestamptz, timestamptz, integer, text, text) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], timestamptz, timestamptz, timestamptz, integer, text, text) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, text) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua.apology_add(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, timestamp, timestamp, integer) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, timestamp, timestamp, integer) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, timestamp, timestamp, integer, text, text) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, timestamp, timestamp, integer, text, text) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, text) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, motcua.work_calendar) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, timestamptz, timestamptz, integer) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, timestamptz, timestamptz, integer) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, timestamptz, timestamptz, integer, text, text) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, timestamptz, timestamptz, integer, text, text) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, text) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua.apology_add(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_add(bigint[], date, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Transition function of apology_rate';
CREATE FUNCTION motcua.apology_remove(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.apology_remove(bigint[], date, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, motcua.work_calendar) (
    SFUNC = motcua.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua.share_final,
    COMBINEFUNC = motcua.share_combine,
    MSFUNC = motcua.apology_add, MINVFUNC = motcua.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';
-- From rates to points. A rate of NULL is an empty denominator: zero says what that is worth, 'null', 'zero' or 'max'.
-- The forms with numerator and denominator score the ratio itself, not its rounded quotient.

CREATE FUNCTION motcua.score_linear(rate numeric, max numeric, threshold numeric DEFAULT 1, zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_linear'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_linear(numeric, numeric, numeric, text) IS 'Points in proportion to a rate: full points from the threshold on; two decimals, rounded half away from zero';
CREATE FUNCTION motcua.score_linear(numerator numeric, denominator numeric, max numeric, threshold numeric, zero text) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_linear_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_linear(numeric, numeric, numeric, numeric, text) IS 'Points in proportion to an exact ratio: full points from the threshold on';
CREATE FUNCTION motcua.score_threshold(rate numeric, max numeric, threshold numeric DEFAULT 1, zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_threshold'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_threshold(numeric, numeric, numeric, text) IS 'Full points from the threshold on, none below it';
CREATE FUNCTION motcua.score_threshold(numerator numeric, denominator numeric, max numeric, threshold numeric, zero text) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_threshold_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_threshold(numeric, numeric, numeric, numeric, text) IS 'Full points when an exact ratio reaches the threshold, else none';
CREATE FUNCTION motcua.score_step(rate numeric, bounds numeric[], points numeric[], zero text DEFAULT 'null') RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_score_step'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.score_step(numeric, numeric[], numeric[], text) IS 'Points of the last bound that is not above the rate; below the first bound 0';

CREATE FUNCTION motcua.tally_ratio(tally motcua.tally, measure text, OUT numerator bigint, OUT denominator bigint)
    AS 'MODULE_PATHNAME', 'motcua_tally_ratio'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_ratio(motcua.tally, text) IS 'The exact ratio behind a measure of a tally: on_time_rate:BASIS, early_rate, late_rate, overdue_rate, online_rate';
CREATE FUNCTION motcua.require_known(kind text, name text, is_known boolean) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_require_known'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.require_known(text, text, boolean) IS 'The name itself, or an error that says it does not exist';
CREATE FUNCTION motcua.in_language(lang text, vi text, en text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_in_language'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.in_language(text, text, text) IS 'The text in Vietnamese or English (lang vi or en); where the English one is not known, the Vietnamese one';
-- The DBA's own scales, scorecards, observations and agencies. What the library ships is not in these tables, so
-- they are dumped whole; the views in 64-scorecard-views.sql show what holds. A card or scale of the DBA stands for
-- a shipped one of the same name as a whole.

CREATE TABLE motcua.scale (
    name      text COLLATE "C" PRIMARY KEY CONSTRAINT scale_name_is_short CHECK (pg_catalog.octet_length(name) BETWEEN 1 AND 63),
    title     text,
    title_en  text,
    source    text,
    status    text NOT NULL DEFAULT 'confirmed' CONSTRAINT scale_status_is_known CHECK (status IN ('confirmed', 'unverified'))
);
COMMENT ON TABLE motcua.scale IS 'Thang xếp loại hoặc thang điểm của đơn vị | Rating scales and scales of points of the DBA';
COMMENT ON COLUMN motcua.scale.name IS 'Tên thang; trùng tên thang có sẵn thì thay thế thang đó | Name; that of a shipped scale stands for it';
COMMENT ON COLUMN motcua.scale.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scale.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scale.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scale.status IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';

CREATE TABLE motcua.scale_band (
    scale         text COLLATE "C" NOT NULL,
    lower         numeric NOT NULL CONSTRAINT scale_band_lower_is_a_number CHECK (lower > '-Infinity' AND lower < 'Infinity'),
    title         text,
    title_en      text,
    points        numeric CONSTRAINT scale_band_points_are_a_number CHECK (points >= 0 AND points < 'Infinity'),
    proportional  boolean NOT NULL DEFAULT false,
    CONSTRAINT scale_band_scores_one_way CHECK (NOT proportional OR points IS NULL),
    PRIMARY KEY (scale, lower)
);
COMMENT ON TABLE motcua.scale_band IS 'Các mức của thang: từ cận dưới (kể cả) đến dưới mức trên | Bands of a scale: from the lower bound (in) to below the next one';
COMMENT ON COLUMN motcua.scale_band.scale IS 'Tên thang | The scale';
COMMENT ON COLUMN motcua.scale_band.lower IS 'Cận dưới, kể cả: điểm (xếp loại) hoặc tỷ lệ (cho điểm) | Lower bound, inclusive: of a score or of a rate';
COMMENT ON COLUMN motcua.scale_band.title IS 'Tên mức: Xuất sắc, Tốt... | Name of the band';
COMMENT ON COLUMN motcua.scale_band.title_en IS 'Tên tiếng Anh | Name in English';
COMMENT ON COLUMN motcua.scale_band.points IS 'Số điểm của mức, khi thang dùng để cho điểm | Points of the band, where the scale gives points';
COMMENT ON COLUMN motcua.scale_band.proportional IS 'true: điểm tối đa nhân tỷ lệ | true: max points times the rate';

CREATE TABLE motcua.scorecard (
    name      text COLLATE "C" PRIMARY KEY CONSTRAINT scorecard_name_is_short CHECK (pg_catalog.octet_length(name) BETWEEN 1 AND 63),
    title     text,
    title_en  text,
    scale     text COLLATE "C",
    source    text,
    status    text NOT NULL DEFAULT 'confirmed' CONSTRAINT scorecard_status_is_known CHECK (status IN ('confirmed', 'unverified'))
);
COMMENT ON TABLE motcua.scorecard IS 'Bộ chỉ số của đơn vị | Scorecards of the DBA';
COMMENT ON COLUMN motcua.scorecard.name IS 'Tên bộ chỉ số; trùng tên bộ có sẵn thì thay thế toàn bộ | Name; that of a shipped card stands for it as a whole';
COMMENT ON COLUMN motcua.scorecard.title IS 'Tên đầy đủ | Title in Vietnamese';
COMMENT ON COLUMN motcua.scorecard.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.scorecard.scale IS 'Thang xếp loại tổng điểm | Scale that rates the total';
COMMENT ON COLUMN motcua.scorecard.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.scorecard.status IS 'confirmed: đã đối chiếu văn bản; unverified: chưa | confirmed by a document, or unverified';

CREATE TABLE motcua.criterion (
    scorecard      text COLLATE "C" NOT NULL,
    code           text COLLATE "C" NOT NULL CONSTRAINT criterion_code_is_short CHECK (pg_catalog.octet_length(code) BETWEEN 1 AND 63),
    ord            integer NOT NULL,
    section        text,
    section_en     text,
    title          text NOT NULL,
    title_en       text,
    max_points     numeric CONSTRAINT criterion_max_points_are_a_number CHECK (max_points >= 0 AND max_points < 'Infinity'),
    rule           text NOT NULL DEFAULT 'linear'
                   CONSTRAINT criterion_rule_is_known CHECK (rule IN ('linear', 'threshold', 'band', 'points', 'constant', 'information')),
    threshold      numeric NOT NULL DEFAULT 1 CONSTRAINT criterion_threshold_is_positive CHECK (threshold > 0 AND threshold < 'Infinity'),
    scale          text COLLATE "C",
    zero           text NOT NULL DEFAULT 'null' CONSTRAINT criterion_zero_is_known CHECK (zero IN ('null', 'zero', '0', 'max')),
    computed_from  text CONSTRAINT criterion_computed_from_is_known CHECK (computed_from IN
                   ('on_time_rate:resolved', 'on_time_rate:processed', 'on_time_rate:received', 'on_time_rate:workload', 'on_time_rate:due',
                    'early_rate', 'late_rate', 'overdue_rate', 'online_rate', 'share')),
    note           text,
    source         text,
    status         text NOT NULL DEFAULT 'confirmed' CONSTRAINT criterion_status_is_known CHECK (status IN ('confirmed', 'unverified')),
    CONSTRAINT criterion_band_has_a_scale CHECK ((rule = 'band') = (scale IS NOT NULL)),
    -- More lateness never is worth more; a band can be worth less.
    CONSTRAINT criterion_lateness_is_no_merit CHECK (rule NOT IN ('linear', 'threshold') OR computed_from NOT IN ('late_rate', 'overdue_rate')),
    CONSTRAINT criterion_information_has_no_points CHECK (rule <> 'information' OR max_points IS NULL OR max_points = 0),
    PRIMARY KEY (scorecard, code)
);
COMMENT ON TABLE motcua.criterion IS 'Tiêu chí của các bộ chỉ số của đơn vị | Criteria of the scorecards of the DBA';
COMMENT ON COLUMN motcua.criterion.scorecard IS 'Bộ chỉ số | The scorecard';
COMMENT ON COLUMN motcua.criterion.code IS 'Mã tiêu chí: 2.1 | Code of the criterion';
COMMENT ON COLUMN motcua.criterion.ord IS 'Thứ tự trên phiếu | Place on the sheet';
COMMENT ON COLUMN motcua.criterion.section IS 'Nhóm chỉ số | Group of criteria';
COMMENT ON COLUMN motcua.criterion.section_en IS 'Nhóm chỉ số, tiếng Anh | Group in English';
COMMENT ON COLUMN motcua.criterion.title IS 'Tên tiêu chí | Title in Vietnamese';
COMMENT ON COLUMN motcua.criterion.title_en IS 'Tên tiếng Anh | Title in English';
COMMENT ON COLUMN motcua.criterion.max_points IS 'Điểm tối đa; trống: chưa rõ, tiêu chí không được tính điểm | Full points; NULL: not known, the criterion is not scored';
COMMENT ON COLUMN motcua.criterion.rule IS 'Cách cho điểm: linear tỷ lệ thuận đến ngưỡng; threshold đạt ngưỡng mới có điểm; band theo thang; points nhập điểm; constant luôn tối đa; information không tính điểm | How it scores';
COMMENT ON COLUMN motcua.criterion.threshold IS 'Tỷ lệ được điểm tối đa | The rate that gives full points';
COMMENT ON COLUMN motcua.criterion.scale IS 'Thang điểm của cách band | The scale of rule band';
COMMENT ON COLUMN motcua.criterion.zero IS 'Mẫu số bằng 0: null không tính, zero (hay 0) 0 điểm, max đủ điểm | An empty denominator: left out, no points, full points';
COMMENT ON COLUMN motcua.criterion.computed_from IS 'Lấy từ hồ sơ: chỉ số của tally, hoặc share (đếm bằng câu lệnh của đơn vị); trống: phải nhập | From dossiers: a measure of a tally, or a share; NULL: from elsewhere';
COMMENT ON COLUMN motcua.criterion.note IS 'Ghi chú | Remarks';
COMMENT ON COLUMN motcua.criterion.source IS 'Căn cứ | The document that decided it';
COMMENT ON COLUMN motcua.criterion.status IS 'confirmed: đã đối chiếu; unverified: chưa | confirmed, or unverified';

CREATE TABLE motcua.observation (
    scorecard    text COLLATE "C" NOT NULL,
    criterion    text COLLATE "C" NOT NULL,
    unit         text COLLATE "C" NOT NULL,
    period       daterange NOT NULL CONSTRAINT observation_period_is_bounded
                 CHECK (NOT pg_catalog.isempty(period) AND pg_catalog.lower(period) > '-infinity' AND pg_catalog.upper(period) < 'infinity'
                        AND NOT pg_catalog.lower_inf(period) AND NOT pg_catalog.upper_inf(period)),
    numerator    bigint CONSTRAINT observation_numerator_is_not_negative CHECK (numerator >= 0),
    denominator  bigint CONSTRAINT observation_denominator_is_not_negative CHECK (denominator >= 0),
    rate         numeric CONSTRAINT observation_rate_is_a_number CHECK (rate >= 0 AND rate < 'Infinity'),
    points       numeric CONSTRAINT observation_points_are_a_number CHECK (points >= 0 AND points < 'Infinity'),
    source       text,
    CONSTRAINT observation_says_one_thing CHECK (pg_catalog.num_nonnulls(numerator, rate, points) = 1 AND (numerator IS NULL) = (denominator IS NULL)),
    PRIMARY KEY (scorecard, period, unit, criterion)
);
COMMENT ON TABLE motcua.observation IS 'Số liệu của từng đơn vị cho từng tiêu chí: tử số và mẫu số, hoặc tỷ lệ, hoặc điểm | What was observed of a unit on a criterion: a ratio, or a rate, or points';
COMMENT ON COLUMN motcua.observation.scorecard IS 'Bộ chỉ số | The scorecard';
COMMENT ON COLUMN motcua.observation.criterion IS 'Mã tiêu chí | The criterion';
COMMENT ON COLUMN motcua.observation.unit IS 'Đơn vị, như trong hồ sơ | The unit, as dossiers name it';
COMMENT ON COLUMN motcua.observation.period IS 'Kỳ: từ ngày đến ngày | The period';
COMMENT ON COLUMN motcua.observation.numerator IS 'Tử số | Numerator';
COMMENT ON COLUMN motcua.observation.denominator IS 'Mẫu số; 0 là không phát sinh | Denominator; 0: there was nothing';
COMMENT ON COLUMN motcua.observation.rate IS 'Tỷ lệ, 0.98 là 98%, khi không có tử số và mẫu số | A rate, where no ratio is known';
COMMENT ON COLUMN motcua.observation.points IS 'Điểm đã được chấm | Points, where they are given as such';
COMMENT ON COLUMN motcua.observation.source IS 'Nguồn số liệu | Where it comes from';

CREATE TABLE motcua.agency (
    code       text COLLATE "C" NOT NULL CONSTRAINT agency_code_is_not_empty CHECK (code <> ''),
    name       text,
    level      text,
    parent     text COLLATE "C",
    bloc       text,
    calendar   text COLLATE "C",
    valid      daterange NOT NULL DEFAULT '(,)' CONSTRAINT agency_valid_is_not_empty CHECK (NOT pg_catalog.isempty(valid)),
    successor  text COLLATE "C" CONSTRAINT agency_does_not_succeed_itself CHECK (successor <> code),
    PRIMARY KEY (code, valid)
);
COMMENT ON TABLE motcua.agency IS 'Cơ quan, đơn vị: tên, khối thi đua, lịch làm việc, đơn vị kế thừa sau sắp xếp | Agencies: names, blocs, calendars, and who succeeded whom';
COMMENT ON COLUMN motcua.agency.code IS 'Mã hoặc tên đơn vị, như trong hồ sơ | Code or name, as dossiers have it';
COMMENT ON COLUMN motcua.agency.name IS 'Tên đầy đủ | Full name';
COMMENT ON COLUMN motcua.agency.level IS 'Cấp: tỉnh, sở, huyện, xã | Level';
COMMENT ON COLUMN motcua.agency.parent IS 'Cơ quan cấp trên | The agency above';
COMMENT ON COLUMN motcua.agency.bloc IS 'Khối: các đơn vị được xếp hạng với nhau | The units it is ranked among';
COMMENT ON COLUMN motcua.agency.calendar IS 'Lịch làm việc; trống: lịch mặc định | Its calendar; NULL: the default one';
COMMENT ON COLUMN motcua.agency.valid IS 'Thời gian dòng này có hiệu lực | The days this row holds';
COMMENT ON COLUMN motcua.agency.successor IS 'Đơn vị kế thừa khi hết hiệu lực; trống khi bị chia tách | Who took over afterwards; NULL when it was split';

-- References are triggers, not foreign keys: see 12-calendar-tables.sql.
CREATE FUNCTION motcua.check_reference() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_reference'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.check_reference() IS 'Trigger: refuses a row that refers to what is not there; in COPY it only warns';
CREATE FUNCTION motcua.parts_follow() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_parts_follow'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.parts_follow() IS 'Trigger: a scale takes its bands with it, a scorecard its criteria';
CREATE FUNCTION motcua.check_agency() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_check_agency'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.check_agency() IS 'Trigger: refuses two rows of one agency for the same day';

CREATE TRIGGER check_scale AFTER INSERT OR UPDATE ON motcua.scale_band
    FOR EACH ROW EXECUTE FUNCTION motcua.check_reference('scale', 'scale', 'name');
CREATE TRIGGER check_scale AFTER INSERT OR UPDATE ON motcua.scorecard
    FOR EACH ROW EXECUTE FUNCTION motcua.check_reference('scales', 'scale', 'name');
CREATE TRIGGER check_scorecard AFTER INSERT OR UPDATE ON motcua.criterion
    FOR EACH ROW EXECUTE FUNCTION motcua.check_reference('scorecard', 'scorecard', 'name');
CREATE TRIGGER check_scale AFTER INSERT OR UPDATE ON motcua.criterion
    FOR EACH ROW EXECUTE FUNCTION motcua.check_reference('scales', 'scale', 'name');
CREATE TRIGGER check_criterion AFTER INSERT OR UPDATE ON motcua.observation
    FOR EACH ROW EXECUTE FUNCTION motcua.check_reference('criteria', 'scorecard', 'scorecard', 'criterion', 'code');
CREATE TRIGGER check_calendar AFTER INSERT OR UPDATE ON motcua.agency
    FOR EACH ROW EXECUTE FUNCTION motcua.check_reference('calendars', 'calendar', 'name');
CREATE TRIGGER check_agency AFTER INSERT OR UPDATE ON motcua.agency
    FOR EACH ROW EXECUTE FUNCTION motcua.check_agency();
CREATE TRIGGER parts_follow AFTER DELETE OR UPDATE OF name ON motcua.scale
    FOR EACH ROW EXECUTE FUNCTION motcua.parts_follow('scale_band', 'name', 'scale');
CREATE TRIGGER parts_follow AFTER DELETE OR UPDATE OF name ON motcua.scorecard
    FOR EACH ROW EXECUTE FUNCTION motcua.parts_follow('criterion', 'name', 'scorecard');
COMMENT ON TRIGGER check_scale ON motcua.scale_band IS 'Refuses a band of no scale of the DBA';
COMMENT ON TRIGGER check_scale ON motcua.scorecard IS 'Refuses an unknown scale';
COMMENT ON TRIGGER check_scorecard ON motcua.criterion IS 'Refuses a criterion of no scorecard of the DBA';
COMMENT ON TRIGGER check_scale ON motcua.criterion IS 'Refuses an unknown scale';
COMMENT ON TRIGGER check_criterion ON motcua.observation IS 'Refuses an unknown criterion';
COMMENT ON TRIGGER check_calendar ON motcua.agency IS 'Refuses an unknown calendar';
COMMENT ON TRIGGER check_agency ON motcua.agency IS 'Refuses two rows for the same day';
COMMENT ON TRIGGER parts_follow ON motcua.scale IS 'Takes the bands of a removed scale away, renames those of a renamed one';
COMMENT ON TRIGGER parts_follow ON motcua.scorecard IS 'Takes the criteria of a removed scorecard away, renames those of a renamed one';

SELECT pg_catalog.pg_extension_config_dump('motcua.scale', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.scale_band', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.scorecard', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.criterion', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.observation', '');
SELECT pg_catalog.pg_extension_config_dump('motcua.agency', '');
-- The scales and scorecards that hold: those of the DBA, and the shipped ones whose name the DBA has not taken.

CREATE FUNCTION motcua.shipped_scales() RETURNS TABLE (name text, title text, title_en text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scales'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION motcua.shipped_scales() IS 'The scales that the library ships';
CREATE FUNCTION motcua.shipped_scale_bands() RETURNS TABLE (scale text, lower numeric, title text, title_en text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scale_bands'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION motcua.shipped_scale_bands() IS 'The bands of the shipped scales';
CREATE FUNCTION motcua.shipped_scorecards() RETURNS TABLE (name text, title text, title_en text, scale text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_scorecards'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;
COMMENT ON FUNCTION motcua.shipped_scorecards() IS 'The scorecards that the library ships';
CREATE FUNCTION motcua.shipped_criteria() RETURNS TABLE (scorecard text, code text, ord integer, section text, section_en text, title text, title_en text,
        max_points numeric, rule text, threshold numeric, zero text, computed_from text, note text, source text, status text)
    AS 'MODULE_PATHNAME', 'motcua_shipped_criteria'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 24;
COMMENT ON FUNCTION motcua.shipped_criteria() IS 'The criteria of the shipped scorecards';

CREATE VIEW motcua.scales AS
    SELECT h.name COLLATE pg_catalog."C" AS name, h.title, h.title_en, h.source, h.status, 'shipped'::text AS origin
    FROM motcua.shipped_scales() AS h
    WHERE NOT EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = h.name)
    UNION ALL
    SELECT s.name, s.title, s.title_en, s.source, s.status, 'local'
    FROM motcua.scale AS s;
COMMENT ON VIEW motcua.scales IS 'Các thang đang dùng: có sẵn (shipped) và của đơn vị (local, thay thế thang có sẵn cùng tên)';
COMMENT ON COLUMN motcua.scales.name IS 'Tên thang';
COMMENT ON COLUMN motcua.scales.title IS 'Tên đầy đủ';
COMMENT ON COLUMN motcua.scales.title_en IS 'Tên tiếng Anh';
COMMENT ON COLUMN motcua.scales.source IS 'Căn cứ';
COMMENT ON COLUMN motcua.scales.status IS 'confirmed: đã đối chiếu; unverified: chưa đối chiếu văn bản';
COMMENT ON COLUMN motcua.scales.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';

CREATE VIEW motcua.scale_bands AS
    SELECT h.scale COLLATE pg_catalog."C" AS scale, h.lower, h.title, h.title_en, NULL::numeric AS points, false AS proportional, 'shipped'::text AS origin
    FROM motcua.shipped_scale_bands() AS h
    WHERE NOT EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = h.scale)
    UNION ALL
    SELECT b.scale, b.lower, b.title, b.title_en, b.points, b.proportional, 'local'
    FROM motcua.scale_band AS b
    WHERE EXISTS (SELECT FROM motcua.scale AS s WHERE s.name = b.scale);
COMMENT ON VIEW motcua.scale_bands IS 'Các mức của các thang đang dùng: từ cận dưới (kể cả) đến dưới mức trên';
COMMENT ON COLUMN motcua.scale_bands.scale IS 'Tên thang';
COMMENT ON COLUMN motcua.scale_bands.lower IS 'Cận dưới, kể cả';
COMMENT ON COLUMN motcua.scale_bands.title IS 'Tên mức';
COMMENT ON COLUMN motcua.scale_bands.title_en IS 'Tên mức, tiếng Anh';
COMMENT ON COLUMN motcua.scale_bands.points IS 'Số điểm của mức';
COMMENT ON COLUMN motcua.scale_bands.proportional IS 'true: điểm tối đa nhân tỷ lệ';
COMMENT ON COLUMN motcua.scale_bands.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';

CREATE VIEW motcua.scorecards AS
    SELECT h.name COLLATE pg_catalog."C" AS name, h.title, h.title_en, h.scale COLLATE pg_catalog."C" AS scale, h.source, h.status, 'shipped'::text AS origin
    FROM motcua.shipped_scorecards() AS h
    WHERE NOT EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = h.name)
    UNION ALL
    SELECT k.name, k.title, k.title_en, k.scale, k.source, k.status, 'local'
    FROM motcua.scorecard AS k;
COMMENT ON VIEW motcua.scorecards IS 'Các bộ chỉ số đang dùng: có sẵn (shipped) và của đơn vị (local, thay thế bộ có sẵn cùng tên)';
COMMENT ON COLUMN motcua.scorecards.name IS 'Tên bộ chỉ số';
COMMENT ON COLUMN motcua.scorecards.title IS 'Tên đầy đủ';
COMMENT ON COLUMN motcua.scorecards.title_en IS 'Tên tiếng Anh';
COMMENT ON COLUMN motcua.scorecards.scale IS 'Thang xếp loại tổng điểm';
COMMENT ON COLUMN motcua.scorecards.source IS 'Căn cứ';
COMMENT ON COLUMN motcua.scorecards.status IS 'confirmed: đã đối chiếu; unverified: còn phần chưa đối chiếu';
COMMENT ON COLUMN motcua.scorecards.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';

CREATE VIEW motcua.criteria AS
    SELECT h.scorecard COLLATE pg_catalog."C" AS scorecard, h.code COLLATE pg_catalog."C" AS code, h.ord, h.section, h.section_en, h.title, h.title_en,
           h.max_points, h.rule, h.threshold, NULL::text COLLATE pg_catalog."C" AS scale, h.zero, h.computed_from, h.note, h.source, h.status, 'shipped'::text AS origin
    FROM motcua.shipped_criteria() AS h
    WHERE NOT EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = h.scorecard)
    UNION ALL
    SELECT c.scorecard, c.code, c.ord, c.section, c.section_en, c.title, c.title_en,
           c.max_points, c.rule, c.threshold, c.scale, c.zero, c.computed_from, c.note, c.source, c.status, 'local'
    FROM motcua.criterion AS c
    WHERE EXISTS (SELECT FROM motcua.scorecard AS k WHERE k.name = c.scorecard);
COMMENT ON VIEW motcua.criteria IS 'Tiêu chí của các bộ chỉ số đang dùng';
COMMENT ON COLUMN motcua.criteria.scorecard IS 'Bộ chỉ số';
COMMENT ON COLUMN motcua.criteria.code IS 'Mã tiêu chí';
COMMENT ON COLUMN motcua.criteria.ord IS 'Thứ tự trên phiếu';
COMMENT ON COLUMN motcua.criteria.section IS 'Nhóm chỉ số';
COMMENT ON COLUMN motcua.criteria.section_en IS 'Nhóm chỉ số, tiếng Anh';
COMMENT ON COLUMN motcua.criteria.title IS 'Tên tiêu chí';
COMMENT ON COLUMN motcua.criteria.title_en IS 'Tên tiếng Anh';
COMMENT ON COLUMN motcua.criteria.max_points IS 'Điểm tối đa; trống: chưa rõ hoặc không tính điểm';
COMMENT ON COLUMN motcua.criteria.rule IS 'Cách cho điểm: linear, threshold, band, points, constant, information';
COMMENT ON COLUMN motcua.criteria.threshold IS 'Tỷ lệ được điểm tối đa';
COMMENT ON COLUMN motcua.criteria.scale IS 'Thang điểm của cách band';
COMMENT ON COLUMN motcua.criteria.zero IS 'Mẫu số bằng 0: null không tính, zero 0 điểm, max đủ điểm';
COMMENT ON COLUMN motcua.criteria.computed_from IS 'Lấy từ hồ sơ: chỉ số của tally, hoặc share; trống: phải nhập';
COMMENT ON COLUMN motcua.criteria.note IS 'Ghi chú';
COMMENT ON COLUMN motcua.criteria.source IS 'Căn cứ';
COMMENT ON COLUMN motcua.criteria.status IS 'confirmed: đã đối chiếu; unverified: chưa';
COMMENT ON COLUMN motcua.criteria.origin IS 'shipped: có sẵn trong thư viện; local: do đơn vị khai báo';
-- Scoring by tables: bands, sheets, totals, the board; and who succeeded whom.

CREATE FUNCTION motcua.rating(score numeric, scale text, lang text DEFAULT 'vi') RETURNS text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT motcua.in_language(rating.lang, b.title, b.title_en)
    FROM motcua.scale_bands AS b
    WHERE b.scale = motcua.require_known('scale', rating.scale, EXISTS (SELECT FROM motcua.scales AS s WHERE s.name = rating.scale))
      AND b.lower <= rating.score AND rating.score < 'Infinity'
    ORDER BY b.lower DESC
    LIMIT 1;
END;
COMMENT ON FUNCTION motcua.rating(numeric, text, text) IS 'The band of a scale that a score falls in; lower bounds belong to their band';

CREATE FUNCTION motcua.score_band(numerator numeric, denominator numeric, max numeric, scale text, zero text) RETURNS numeric
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN score_band.denominator = 0 THEN motcua.score_linear(0, 0, score_band.max, 1, score_band.zero)
        -- NULL when an argument is; refuses what cannot be scored.
        WHEN motcua.score_linear(score_band.numerator, score_band.denominator, score_band.max, 1, score_band.zero) IS NOT NULL THEN (
            SELECT CASE WHEN b.proportional THEN motcua.score_linear(score_band.numerator, score_band.denominator, score_band.max, 1, score_band.zero)
                        WHEN motcua.require_known('scale with points', score_band.scale, b.points IS NOT NULL) IS NOT NULL
                        THEN pg_catalog.round(least(b.points, score_band.max), 2) END
            FROM (SELECT d.lower, d.points, d.proportional FROM motcua.scale_bands AS d
                  WHERE d.scale = motcua.require_known('scale', score_band.scale, EXISTS (SELECT FROM motcua.scales AS s WHERE s.name = score_band.scale))
                  UNION ALL
                  SELECT '-Infinity', 0, false WHERE score_band.scale IS NOT NULL) AS b
            WHERE b.lower * score_band.denominator <= score_band.numerator
            ORDER BY b.lower DESC
            LIMIT 1)
        END;
END;
COMMENT ON FUNCTION motcua.score_band(numeric, numeric, numeric, text, text) IS 'Points of the band of a scale that an exact ratio falls in';
CREATE FUNCTION motcua.score_band(rate numeric, max numeric, scale text, zero text DEFAULT 'null') RETURNS numeric
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT motcua.score_band(score_band.rate, CASE WHEN score_band.rate IS NULL THEN 0 ELSE 1 END, score_band.max, score_band.scale, score_band.zero);
END;
COMMENT ON FUNCTION motcua.score_band(numeric, numeric, text, text) IS 'Points of the band of a scale that a rate falls in, or max times the rate in a proportional band; below the lowest band 0';

-- ---- observations ----

CREATE FUNCTION motcua.observe(scorecard text, unit text, tally motcua.tally) RETURNS SETOF motcua.observation
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT c.scorecard, c.code, observe.unit, motcua.period(observe.tally), r.numerator, r.denominator, NULL::numeric, NULL::numeric, c.computed_from
    FROM motcua.criteria AS c
    CROSS JOIN LATERAL motcua.tally_ratio(observe.tally, nullif(c.computed_from, 'share')) AS r
    WHERE c.scorecard = motcua.require_known('scorecard', observe.scorecard, EXISTS (SELECT FROM motcua.scorecards AS k WHERE k.name = observe.scorecard))
      AND r.denominator IS NOT NULL;
END;
COMMENT ON FUNCTION motcua.observe(text, text, motcua.tally) IS 'What a tally says about the criteria of a scorecard: rows for INSERT INTO motcua.observation';

-- ---- sheets ----

CREATE FUNCTION motcua.score_sheets(scorecard text, units text[], period daterange)
    RETURNS TABLE (unit text, ord integer, section text, criterion text, title text, numerator bigint, denominator bigint, rate numeric, max_points numeric, points numeric, status text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT u.unit, c.ord, c.section, c.code, c.title, o.numerator, o.denominator, coalesce(o.rate, o.numerator::numeric / nullif(o.denominator, 0)), c.max_points,
           CASE WHEN s.status = 'scored' AND o.points IS NOT NULL THEN pg_catalog.round(o.points, 2)
                WHEN s.status = 'scored' AND c.rule = 'constant' THEN pg_catalog.round(c.max_points, 2)
                WHEN s.status NOT IN ('scored', 'empty') THEN NULL
                WHEN c.rule = 'linear' THEN motcua.score_linear(q.numerator, q.denominator, c.max_points, c.threshold, c.zero)
                WHEN c.rule = 'threshold' THEN motcua.score_threshold(q.numerator, q.denominator, c.max_points, c.threshold, c.zero)
                WHEN c.rule = 'band' THEN motcua.score_band(q.numerator, q.denominator, c.max_points, c.scale, c.zero) END,
           s.status
    FROM motcua.criteria AS c
    CROSS JOIN pg_catalog.unnest(score_sheets.units) AS u (unit)
    -- LIMIT makes it one look-up by key per cell, also where the table has no statistics yet.
    LEFT JOIN LATERAL (SELECT e.numerator, e.denominator, e.rate, e.points FROM motcua.observation AS e
                       WHERE e.scorecard = c.scorecard AND e.criterion = c.code AND e.unit = u.unit AND e.period = score_sheets.period
                       LIMIT 1) AS o ON true
    CROSS JOIN LATERAL (SELECT coalesce(o.numerator, o.rate), CASE WHEN o.rate IS NULL THEN o.denominator ELSE 1 END) AS q (numerator, denominator)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN c.rule = 'information' OR c.max_points IS NULL THEN 'information'
                    WHEN o.points > c.max_points THEN 'beyond_max'
                    WHEN o.points IS NOT NULL OR c.rule = 'constant' THEN 'scored'
                    WHEN c.rule = 'points' OR q.numerator IS NULL THEN 'missing'
                    WHEN q.denominator = 0 THEN 'empty'
                    ELSE 'scored' END) AS s (status)
    WHERE c.scorecard = motcua.require_known('scorecard', score_sheets.scorecard, EXISTS (SELECT FROM motcua.scorecards AS k WHERE k.name = score_sheets.scorecard));
END;
COMMENT ON FUNCTION motcua.score_sheets(text, text[], daterange) IS 'The score sheets of several units over one period';

CREATE FUNCTION motcua.score_sheet(scorecard text, unit text, period daterange)
    RETURNS TABLE (ord integer, section text, criterion text, title text, numerator bigint, denominator bigint, rate numeric, max_points numeric, points numeric, status text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 24
BEGIN ATOMIC
    SELECT s.ord, s.section, s.criterion, s.title, s.numerator, s.denominator, s.rate, s.max_points, s.points, s.status
    FROM motcua.score_sheets(score_sheet.scorecard, ARRAY[score_sheet.unit], score_sheet.period) AS s
    ORDER BY s.ord, s.criterion;
END;
COMMENT ON FUNCTION motcua.score_sheet(text, text, daterange) IS 'Every criterion of a scorecard for one unit: what was observed, the points, and whether an observation is missing';

CREATE FUNCTION motcua.score_total(scorecard text, unit text, period daterange)
    RETURNS TABLE (score numeric, max_scored numeric, max_points numeric, missing integer, missing_criteria text[])
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT pg_catalog.sum(s.points), coalesce(pg_catalog.sum(s.max_points) FILTER (WHERE s.points IS NOT NULL), 0),
           coalesce(pg_catalog.sum(s.max_points) FILTER (WHERE s.status <> 'information'), 0),
           (pg_catalog.count(*) FILTER (WHERE s.status IN ('missing', 'beyond_max')))::integer,
           coalesce(pg_catalog.array_agg(s.criterion ORDER BY s.ord, s.criterion) FILTER (WHERE s.status IN ('missing', 'beyond_max')), '{}')
    FROM motcua.score_sheets(score_total.scorecard, ARRAY[score_total.unit], score_total.period) AS s;
END;
COMMENT ON FUNCTION motcua.score_total(text, text, daterange) IS 'The sum of a sheet''s rounded points, out of how many, and the criteria that are missing from it';

CREATE FUNCTION motcua.score_board(scorecard text, period daterange, incomplete boolean DEFAULT false)
    RETURNS TABLE (bloc text, unit text, score numeric, rating text, rank bigint, unit_name text, max_scored numeric, missing integer)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH total AS (
        SELECT s.unit, pg_catalog.sum(s.points) AS score, coalesce(pg_catalog.sum(s.max_points) FILTER (WHERE s.points IS NOT NULL), 0) AS max_scored,
               (pg_catalog.count(*) FILTER (WHERE s.status IN ('missing', 'beyond_max')))::integer AS missing,
               pg_catalog.bool_and(s.points IS NOT NULL OR s.status = 'information') AS complete
        FROM motcua.score_sheets(
                 motcua.require_known('scorecard', score_board.scorecard, EXISTS (SELECT FROM motcua.scorecards AS k WHERE k.name = score_board.scorecard)),
                 ARRAY(SELECT DISTINCT o.unit FROM motcua.observation AS o WHERE o.scorecard = score_board.scorecard AND o.period = score_board.period),
                 score_board.period) AS s
        GROUP BY s.unit)
    SELECT a.bloc, t.unit, t.score,
           CASE WHEN t.complete THEN motcua.rating(t.score, (SELECT k.scale FROM motcua.scorecards AS k WHERE k.name = score_board.scorecard)) END,
           CASE WHEN (t.complete OR score_board.incomplete) AND t.score IS NOT NULL
                THEN pg_catalog.rank() OVER (PARTITION BY a.bloc, t.complete OR score_board.incomplete ORDER BY t.score DESC NULLS LAST) END AS place,
           a.name, t.max_scored, t.missing
    FROM total AS t
    LEFT JOIN motcua.agency AS a ON a.code = t.unit AND a.valid @> pg_catalog.upper(score_board.period) - 1
    ORDER BY a.bloc, place, t.score DESC NULLS LAST, t.unit;
END;
COMMENT ON FUNCTION motcua.score_board(text, daterange, boolean) IS 'Units by score within their bloc (1, 2, 2, 4); a sheet with something missing has no rating, and no rank unless incomplete';

-- ---- agencies ----

CREATE FUNCTION motcua.successor_of(code text, on_day date) RETURNS text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH RECURSIVE chain AS (
        SELECT successor_of.code COLLATE pg_catalog."C" AS code, 0 AS step, ARRAY[successor_of.code COLLATE pg_catalog."C"] AS passed
        UNION ALL
        SELECT a.successor, c.step + 1, c.passed || a.successor
        FROM chain AS c
        CROSS JOIN LATERAL (SELECT e.successor FROM motcua.agency AS e
                            WHERE e.code = c.code AND pg_catalog.upper(e.valid) <= successor_of.on_day
                            ORDER BY pg_catalog.upper(e.valid) DESC LIMIT 1) AS a
        WHERE a.successor IS NOT NULL AND a.successor <> ALL (c.passed)
          AND NOT EXISTS (SELECT FROM motcua.agency AS v WHERE v.code = c.code AND v.valid @> successor_of.on_day))
    SELECT c.code FROM chain AS c ORDER BY c.step DESC LIMIT 1;
END;
COMMENT ON FUNCTION motcua.successor_of(text, date) IS 'Who does an agency''s work on a day: itself while it is there or when nobody succeeded it, else the end of its chain of successors';
-- Vietnamese text: folding, spelling, syllables, parts of names.

CREATE FUNCTION motcua.vi_fold(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_fold'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_fold(text) IS 'Base letters in lower case, one blank between syllables: what a text is to a search without marks';

CREATE FUNCTION motcua.vi_unaccent(value text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_unaccent'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_unaccent(text) IS 'Latin letters without their marks; case, punctuation and other scripts as they are';

CREATE FUNCTION motcua.vi_normalize(value text, style text DEFAULT 'new') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_normalize'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_normalize(text, text) IS 'One spelling of Vietnamese text: NFC, the letter d with stroke, tone marks in their place; style new, old or keep';

CREATE FUNCTION motcua.vi_syllables(value text)
    RETURNS TABLE (ord integer, start integer, length integer, byte_start integer, byte_length integer,
                   syllable text, folded text, tone integer)
    AS 'MODULE_PATHNAME', 'motcua_vi_syllables'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION motcua.vi_syllables(text) IS 'The syllables of a text: place in characters and in bytes (from 1), spelling, base letters, tone 0 to 5 (level, huyen, hoi, nga, sac, nang)';

CREATE FUNCTION motcua.vi_family_name(full_name text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_family_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_family_name(text) IS 'Family name: the first word, or a known compound; NULL for a name of one word';

CREATE FUNCTION motcua.vi_middle_name(full_name text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_middle_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_middle_name(text) IS 'What stands between family name and given name; NULL where nothing does';

CREATE FUNCTION motcua.vi_given_name(full_name text) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_given_name'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_given_name(text) IS 'Given name: the last word';

-- Search in Vietnamese text, syllable by syllable: four operators with their functions, rank, highlighting.

CREATE FUNCTION motcua.vi_match_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_match_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_match_support(internal) IS 'planner support of vi_match and its like';

CREATE FUNCTION motcua.vi_match(written text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match(text, text) IS 'Whether the syllables of a query follow each other in a text, the last one perhaps only begun: typed marks count, missing marks match any';
CREATE OPERATOR motcua.@@~ (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~ (text, text) IS 'is found: typed marks count, missing marks match any';

CREATE FUNCTION motcua.vi_match_loose(written text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_loose'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match_loose(text, text) IS 'The same with all marks ignored';
CREATE OPERATOR motcua.@@~* (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match_loose,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~* (text, text) IS 'is found, marks ignored';

CREATE FUNCTION motcua.vi_match_either(written text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_either'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match_either(text, text) IS 'The same as vi_match, and a syllable written without any mark matches whatever marks are typed';
CREATE OPERATOR motcua.@@~| (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match_either,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~| (text, text) IS 'is found: typed marks count unless none are written';

CREATE FUNCTION motcua.vi_match_fuzzy(written text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_fuzzy'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
    SUPPORT motcua.vi_match_support;
COMMENT ON FUNCTION motcua.vi_match_fuzzy(text, text) IS 'The same as vi_match with room for one typing error in every syllable';
CREATE OPERATOR motcua.@@~~ (
    LEFTARG = text, RIGHTARG = text, FUNCTION = motcua.vi_match_fuzzy,
    RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR motcua.@@~~ (text, text) IS 'is found, with room for typing errors';

CREATE FUNCTION motcua.vi_rank(written text, query text) RETURNS real
    AS 'MODULE_PATHNAME', 'motcua_vi_rank'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION motcua.vi_rank(text, text) IS 'How well a text is found by a query, 0 to 1: the same marks before more, none or other marks; at the beginning before inside; less else before more';
CREATE FUNCTION motcua.vi_highlight(written text, query text, open_tag text DEFAULT '<b>', close_tag text DEFAULT '</b>') RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_vi_highlight'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION motcua.vi_highlight(text, text, text, text) IS 'The text as it is, with tags around all that a query finds in it';
-- The GIN operator class of Vietnamese search: CREATE INDEX ON person USING gin (full_name motcua.vi_syllable_ops).

CREATE FUNCTION motcua.vi_key_compare(a text, b text) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_vi_key_compare'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_key_compare(text, text) IS 'order of keys, by bytes';
CREATE FUNCTION motcua.vi_keys_of_text(written text, n_keys internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_of_text'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_keys_of_text(text, internal) IS 'keys of a text';
CREATE FUNCTION motcua.vi_keys_of_query(query text, n_keys internal, strategy smallint, prefixes internal, extra internal, null_flags internal, search_mode internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_of_query'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_keys_of_query(text, internal, smallint, internal, internal, internal, internal) IS 'keys that a query needs';
CREATE FUNCTION motcua.vi_keys_suffice(present internal, strategy smallint, query text, n_keys integer, extra internal, recheck internal, query_keys internal, null_flags internal) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_suffice'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_keys_suffice(internal, smallint, text, integer, internal, internal, internal, internal) IS 'whether a text with these keys is worth a look';
CREATE FUNCTION motcua.vi_key_begins(beginning text, key text, strategy smallint, extra internal) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_vi_key_begins'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_key_begins(text, text, smallint, internal) IS 'whether a key begins so';
CREATE FUNCTION motcua.vi_keys_may_suffice(present internal, strategy smallint, query text, n_keys integer, extra internal, query_keys internal, null_flags internal) RETURNS pg_catalog."char"
    AS 'MODULE_PATHNAME', 'motcua_vi_keys_may_suffice'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_keys_may_suffice(internal, smallint, text, integer, internal, internal, internal) IS 'the same where not all is known yet';

CREATE OPERATOR CLASS motcua.vi_syllable_ops FOR TYPE text USING gin AS
    OPERATOR 1 motcua.@@~, OPERATOR 2 motcua.@@~*, OPERATOR 3 motcua.@@~|, OPERATOR 4 motcua.@@~~,
    FUNCTION 1 motcua.vi_key_compare(text, text),
    FUNCTION 2 motcua.vi_keys_of_text(text, internal),
    FUNCTION 3 motcua.vi_keys_of_query(text, internal, smallint, internal, internal, internal, internal),
    FUNCTION 4 motcua.vi_keys_suffice(internal, smallint, text, integer, internal, internal, internal, internal),
    FUNCTION 5 motcua.vi_key_begins(text, text, smallint, internal),
    FUNCTION 6 motcua.vi_keys_may_suffice(internal, smallint, text, integer, internal, internal, internal),
    STORAGE text;
COMMENT ON OPERATOR CLASS motcua.vi_syllable_ops USING gin IS 'search in Vietnamese text by syllables and neighbouring pairs of them';
COMMENT ON OPERATOR FAMILY motcua.vi_syllable_ops USING gin IS 'search in Vietnamese text by syllables and neighbouring pairs of them';

CREATE FUNCTION motcua.vi_index_check(index_name regclass, sample integer DEFAULT 1000)
    RETURNS TABLE (missing pg_catalog.tid, written text)
    AS 'MODULE_PATHNAME', 'motcua_vi_index_check'
    LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION motcua.vi_index_check(regclass, integer) IS 'The rows, of about so many looked for, that an index of vi_syllable_ops does not find by their own text: none in a sound index';
-- Order of Vietnamese text, ICU's collations where the server has them, and what ICU is at run time.

CREATE FUNCTION motcua.vi_sort_key(value text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_vi_sort_key'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_sort_key(text) IS 'Key of dictionary order: by syllables, letters before tones, small letters before capitals, numbers by value';
CREATE FUNCTION motcua.vi_name_key(full_name text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_vi_name_key'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_name_key(text) IS 'Key of the order of people: by given name, then family name, then middle name';

CREATE FUNCTION motcua.fold_version() RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_fold_version'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.fold_version() IS 'Version of the fold table: when an upgrade changes it, indexes on Vietnamese text need REINDEX';
CREATE FUNCTION motcua.icu_version() RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_icu_version'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.icu_version() IS 'Versions of ICU, Unicode and the root collation as installed now';
CREATE FUNCTION motcua.vi_match_icu(value text, query text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_vi_match_icu'
    LANGUAGE C STABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION motcua.vi_match_icu(text, text) IS 'ICU''s own asymmetric search (root collation, level 2): slower, anywhere in the text, and it misses half-typed marks';

-- A server without ICU has no such collations; everything else here needs none. A WARNING, because CREATE EXTENSION
-- shows no NOTICE. The owner of the extension owns them: ALTER COLLATION ... REFRESH VERSION asks for that.
DO $$
BEGIN
    CREATE COLLATION motcua.vi (provider = icu, locale = 'vi');
    CREATE COLLATION motcua.vi_ci (provider = icu, locale = 'vi-u-ks-level2', deterministic = false);
    CREATE COLLATION motcua.vi_ai (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
    COMMENT ON COLLATION motcua.vi IS 'Vietnamese order as ICU has it: letters of the whole text before tones';
    COMMENT ON COLLATION motcua.vi_ci IS 'Vietnamese, case and forms of Unicode make no difference; not for LIKE or trigram indexes';
    COMMENT ON COLLATION motcua.vi_ai IS 'Marks, d and đ, and case make no difference; for equality only, never on a column with a pg_trgm index';
    ALTER COLLATION motcua.vi OWNER TO @extowner@;
    ALTER COLLATION motcua.vi_ci OWNER TO @extowner@;
    ALTER COLLATION motcua.vi_ai OWNER TO @extowner@;
EXCEPTION WHEN feature_not_supported OR undefined_object THEN
    RAISE WARNING 'this server has no ICU: collations motcua.vi, vi_ci and vi_ai are left out';
END
$$;

-- Whatever is stored in the order of a collation that has changed since, be it that of a key column or one written with
-- COLLATE inside an expression or a predicate, which only pg_depend knows: REINDEX, then ALTER COLLATION ... REFRESH VERSION.
CREATE VIEW motcua.stale_collations AS
SELECT i.indexrelid::pg_catalog.regclass::text AS index_name,
       i.indrelid::pg_catalog.regclass::text AS table_name,
       k.place::integer AS index_column,
       CASE WHEN c.collprovider = 'd' THEN 'default' ELSE pg_catalog.format('%I.%I', n.nspname, c.collname) END AS collation_name,
       v.recorded AS recorded_version,
       v.actual AS actual_version
FROM pg_catalog.pg_index AS i
CROSS JOIN LATERAL (
    SELECT u.collation_oid, u.place
    FROM pg_catalog.unnest(i.indcollation::oid[]) WITH ORDINALITY AS u (collation_oid, place)
    UNION ALL
    SELECT p.refobjid, NULL
    FROM pg_catalog.pg_depend AS p
    WHERE p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objid = i.indexrelid
      AND p.refclassid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND p.refobjid <> ALL (i.indcollation::oid[])
) AS k
JOIN pg_catalog.pg_collation AS c ON c.oid = k.collation_oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.collnamespace
JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
CROSS JOIN LATERAL (
    SELECT CASE WHEN c.collprovider = 'd' THEN d.datcollversion ELSE c.collversion END AS recorded,
           CASE WHEN c.collprovider = 'd' THEN pg_catalog.pg_database_collation_actual_version(d.oid)
                ELSE pg_catalog.pg_collation_actual_version(c.oid) END AS actual
) AS v
WHERE v.recorded IS NOT NULL AND v.recorded IS DISTINCT FROM v.actual;
COMMENT ON VIEW motcua.stale_collations IS 'Chỉ mục dùng bảng sắp xếp đã đổi phiên bản: cần REINDEX | Indexes in the order of a collation that has changed since: REINDEX them';
COMMENT ON COLUMN motcua.stale_collations.index_name IS 'Chỉ mục | The index';
COMMENT ON COLUMN motcua.stale_collations.table_name IS 'Bảng | Its table';
COMMENT ON COLUMN motcua.stale_collations.index_column IS 'Cột thứ mấy của chỉ mục; trống: COLLATE trong biểu thức hoặc điều kiện | Which of its columns; empty: a COLLATE in an expression or its predicate';
COMMENT ON COLUMN motcua.stale_collations.collation_name IS 'Bảng sắp xếp | The collation';
COMMENT ON COLUMN motcua.stale_collations.recorded_version IS 'Phiên bản khi tạo | The version it was made with';
COMMENT ON COLUMN motcua.stale_collations.actual_version IS 'Phiên bản hiện nay | The version now';
-- Full text search of Vietnamese: parser, dictionaries, configurations.

CREATE FUNCTION motcua.vi_parser_start(document internal, document_length integer) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_start'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_parser_start(internal, integer) IS 'vi_parser: begins a text';

CREATE FUNCTION motcua.vi_parser_token(state internal, token_start internal, token_length internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_token'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_parser_token(internal, internal, internal) IS 'vi_parser: the next token';

CREATE FUNCTION motcua.vi_parser_end(state internal) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_end'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_parser_end(internal) IS 'vi_parser: ends a text';

CREATE FUNCTION motcua.vi_parser_kinds(state internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_parser_kinds'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_parser_kinds(internal) IS 'vi_parser: the kinds of token';

CREATE TEXT SEARCH PARSER motcua.vi_parser (
    START = motcua.vi_parser_start,
    GETTOKEN = motcua.vi_parser_token,
    END = motcua.vi_parser_end,
    LEXTYPES = motcua.vi_parser_kinds,
    HEADLINE = pg_catalog.prsd_headline
);
COMMENT ON TEXT SEARCH PARSER motcua.vi_parser IS 'Vietnamese text: syllables, codes of dossiers, agencies and procedures, document numbers, telephone numbers, abbreviations. / Văn bản tiếng Việt: âm tiết, mã hồ sơ, mã cơ quan, mã thủ tục, số văn bản, số điện thoại, chữ viết tắt.';

CREATE FUNCTION motcua.vi_template_init(options internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_template_init'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_template_init(internal) IS 'vi_template: reads the options of a dictionary';

CREATE FUNCTION motcua.vi_template_lexize(dictionary internal, token internal, token_length internal, progress internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_template_lexize'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_template_lexize(internal, internal, internal, internal) IS 'vi_template: the lexemes of a token';

CREATE TEXT SEARCH TEMPLATE motcua.vi_template (INIT = motcua.vi_template_init, LEXIZE = motcua.vi_template_lexize);
COMMENT ON TEXT SEARCH TEMPLATE motcua.vi_template IS 'Syllables and compound tokens with or without their marks; option Forms = index, query or folded. / Âm tiết và mã, có dấu hoặc không dấu; tùy chọn Forms = index, query hoặc folded.';

CREATE FUNCTION motcua.vi_abbreviation_init(options internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_abbreviation_init'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_abbreviation_init(internal) IS 'vi_abbreviation: reads the options of a dictionary';

CREATE FUNCTION motcua.vi_abbreviation_lexize(dictionary internal, token internal, token_length internal, progress internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_vi_abbreviation_lexize'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.vi_abbreviation_lexize(internal, internal, internal, internal) IS 'vi_abbreviation: the lexemes of a token';

CREATE TEXT SEARCH TEMPLATE motcua.vi_abbreviation (INIT = motcua.vi_abbreviation_init, LEXIZE = motcua.vi_abbreviation_lexize);
COMMENT ON TEXT SEARCH TEMPLATE motcua.vi_abbreviation IS 'Abbreviations with what they stand for; options Forms, and Rules = a file of your own in tsearch_data. / Chữ viết tắt kèm cụm từ đầy đủ; tùy chọn Forms, và Rules = tệp riêng trong tsearch_data.';

CREATE TEXT SEARCH DICTIONARY motcua.vi_index (TEMPLATE = motcua.vi_template, FORMS = 'index');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_index IS 'Forms of a text. / Các dạng của văn bản.';
CREATE TEXT SEARCH DICTIONARY motcua.vi_abbreviation_index (TEMPLATE = motcua.vi_abbreviation, FORMS = 'index');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_abbreviation_index IS 'Abbreviations, forms of a text. / Chữ viết tắt, các dạng của văn bản.';

CREATE TEXT SEARCH DICTIONARY motcua.vi_query (TEMPLATE = motcua.vi_template, FORMS = 'query');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_query IS 'Forms of a query. / Các dạng của câu tìm.';
CREATE TEXT SEARCH DICTIONARY motcua.vi_abbreviation_query (TEMPLATE = motcua.vi_abbreviation, FORMS = 'query');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_abbreviation_query IS 'Abbreviations, forms of a query. / Chữ viết tắt, các dạng của câu tìm.';

CREATE TEXT SEARCH DICTIONARY motcua.vi_folded (TEMPLATE = motcua.vi_template, FORMS = 'folded');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_folded IS 'Forms without marks. / Các dạng bỏ dấu.';
CREATE TEXT SEARCH DICTIONARY motcua.vi_abbreviation_folded (TEMPLATE = motcua.vi_abbreviation, FORMS = 'folded');
COMMENT ON TEXT SEARCH DICTIONARY motcua.vi_abbreviation_folded IS 'Abbreviations, forms without marks. / Chữ viết tắt, các dạng bỏ dấu.';

CREATE TEXT SEARCH CONFIGURATION motcua.vietnamese (PARSER = motcua.vi_parser);
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese
    ADD MAPPING FOR syllable, word, number, email, url, dossier_code, agency_code, procedure_code, document_number, phone, id_number
    WITH motcua.vi_index;
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese
    ADD MAPPING FOR abbreviation WITH motcua.vi_abbreviation_index, motcua.vi_index;
COMMENT ON TEXT SEARCH CONFIGURATION motcua.vietnamese IS 'Vietnamese texts: to_tsvector and ts_headline. Look for them by vietnamese_query. / Văn bản tiếng Việt: dùng cho to_tsvector và ts_headline. Tìm bằng vietnamese_query.';

CREATE TEXT SEARCH CONFIGURATION motcua.vietnamese_query (PARSER = motcua.vi_parser);
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_query
    ADD MAPPING FOR syllable, word, number, email, url, dossier_code, agency_code, procedure_code, document_number, phone, id_number
    WITH motcua.vi_query;
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_query
    ADD MAPPING FOR abbreviation WITH motcua.vi_abbreviation_query, motcua.vi_query;
COMMENT ON TEXT SEARCH CONFIGURATION motcua.vietnamese_query IS 'Queries of texts indexed by vietnamese: marks that are typed count, marks that are not match any. / Câu tìm trên văn bản đã lập chỉ mục bằng vietnamese: dấu đã gõ thì phải khớp, dấu không gõ thì khớp mọi dấu.';

CREATE TEXT SEARCH CONFIGURATION motcua.vietnamese_folded (PARSER = motcua.vi_parser);
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_folded
    ADD MAPPING FOR syllable, word, number, email, url, dossier_code, agency_code, procedure_code, document_number, phone, id_number
    WITH motcua.vi_folded;
ALTER TEXT SEARCH CONFIGURATION motcua.vietnamese_folded
    ADD MAPPING FOR abbreviation WITH motcua.vi_abbreviation_folded, motcua.vi_folded;
COMMENT ON TEXT SEARCH CONFIGURATION motcua.vietnamese_folded IS 'Texts and queries where marks do not count at all: the smallest index. / Văn bản và câu tìm không phân biệt dấu: chỉ mục nhỏ nhất.';
-- Attachments: schemas of views over existing tables of dossiers. What they consist of: sql/attachment/.

CREATE FUNCTION motcua.view_labels() RETURNS TABLE (column_name text, label text)
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE ROWS 80
BEGIN ATOMIC
    SELECT l.column_name, l.label
    FROM (VALUES
        ('motcua_attachment', 'Phiên bản motcua đã tạo lược đồ này'),
        ('as_of', 'Ngày số liệu'),
        ('period_start', 'Từ ngày'),
        ('period_end', 'Đến ngày'),
        ('basis', 'Cách tính tỷ lệ đúng hạn'),
        ('granularity', 'So theo ngày hay theo thời điểm'),
        ('target', 'Chỉ tiêu tỷ lệ trước hạn và đúng hạn'),
        ('warn_days', 'Cảnh báo trước hạn, số ngày làm việc'),
        ('time_zone', 'Múi giờ lưu trữ của bảng gốc'),
        ('calendar', 'Lịch làm việc'),
        ('rights', 'Quyền đọc: của người đọc hoặc của chủ sở hữu'),
        ('code', 'Mã hồ sơ'),
        ('unit', 'Đơn vị giải quyết, như đã ghi'),
        ('unit_name', 'Tên đơn vị'),
        ('unit_now', 'Đơn vị kế thừa đến ngày số liệu'),
        ('unit_now_name', 'Tên đơn vị kế thừa'),
        ('level', 'Cấp'),
        ('bloc', 'Khối'),
        ('reception_unit', 'Đơn vị tiếp nhận'),
        ('officer', 'Cán bộ thụ lý'),
        ('procedure', 'Thủ tục hành chính'),
        ('field', 'Lĩnh vực'),
        ('applicant', 'Người nộp hồ sơ'),
        ('channel', 'Kênh nộp'),
        ('service_level', 'Mức độ dịch vụ công'),
        ('online', 'Nộp trực tuyến'),
        ('is_online', 'Nộp trực tuyến: 1 có, 0 không'),
        ('submitted_at', 'Thời điểm nộp'),
        ('received_at', 'Thời điểm tiếp nhận'),
        ('received_on', 'Ngày tiếp nhận'),
        ('due_at', 'Thời điểm hẹn trả kết quả'),
        ('due_on', 'Ngày hẹn trả kết quả'),
        ('due_on_now', 'Ngày hẹn trả tính theo lịch hiện hành'),
        ('original_due_at', 'Thời điểm hẹn trả ban đầu'),
        ('first_due_on', 'Ngày hẹn trả đầu tiên'),
        ('paused_since', 'Tạm dừng từ lúc'),
        ('ended_at', 'Thời điểm giải quyết xong'),
        ('ended_on', 'Ngày giải quyết xong'),
        ('ended_as', 'Kết thúc vì: result có kết quả, withdrawn công dân rút hồ sơ, refused từ chối giải quyết, stopped dừng xử lý'),
        ('returned_at', 'Thời điểm trả kết quả'),
        ('apology_at', 'Thời điểm gửi phiếu xin lỗi và hẹn lại ngày trả kết quả'),
        ('apology_by', 'Hạn gửi phiếu xin lỗi'),
        ('sent_late', 'Phiếu xin lỗi đã gửi muộn'),
        ('time_limit', 'Thời hạn giải quyết'),
        ('outcome', 'Kết luận: early, on_time, late, in_time, paused, overdue, invalid'),
        ('outcome_order', 'Thứ tự của kết luận'),
        ('outcome_label', 'Kết luận'),
        ('is_early', 'Trước hạn: 1 có, 0 không'),
        ('is_on_time', 'Đúng hạn: 1 có, 0 không'),
        ('is_late', 'Giải quyết quá hạn: 1 có, 0 không'),
        ('is_resolved', 'Đã giải quyết: 1 có, 0 không'),
        ('is_open', 'Đang giải quyết: 1 có, 0 không'),
        ('is_overdue', 'Đang giải quyết và quá hạn: 1 có, 0 không'),
        ('is_paused', 'Tạm dừng/chờ bổ sung: 1 có, 0 không'),
        ('days_late', 'Số ngày làm việc quá hạn'),
        ('days_left', 'Số ngày làm việc còn lại; âm khi đã quá hạn'),
        ('received_total', 'Tiếp nhận: tổng số (cột 3)'),
        ('received_online', 'Tiếp nhận trong kỳ: trực tuyến (cột 4)'),
        ('received_direct', 'Tiếp nhận trong kỳ: trực tiếp - dịch vụ bưu chính (cột 5)'),
        ('carried', 'Từ kỳ trước (cột 6); số thời điểm, không cộng'),
        ('resolved_total', 'Đã giải quyết: tổng số (cột 7)'),
        ('early', 'Đã giải quyết: trước hạn (cột 8)'),
        ('on_time', 'Đã giải quyết: đúng hạn (cột 9)'),
        ('late', 'Đã giải quyết: quá hạn (cột 10)'),
        ('open_total', 'Đang giải quyết: tổng số (cột 11); số thời điểm, không cộng'),
        ('open_in_time', 'Đang giải quyết: trong hạn (cột 12); số thời điểm, không cộng'),
        ('open_overdue', 'Đang giải quyết: quá hạn (cột 13); số thời điểm, không cộng'),
        ('on_time_rate', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn (0 đến 1)'),
        ('on_time_percent', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn, %'),
        ('on_time_rate_low', 'Cận dưới 95% của tỷ lệ, để so các đơn vị ít hồ sơ'),
        ('target_percent', 'Chỉ tiêu, %'),
        ('meets_target', 'Đạt chỉ tiêu'),
        ('rank_in_bloc', 'Xếp hạng trong khối'),
        ('month', 'Tháng (ngày đầu tháng)'),
        ('month_end', 'Ngày cuối của tháng có số liệu'),
        ('received', 'Số hồ sơ tiếp nhận trong ngày'),
        ('fell_due', 'Số hồ sơ đến hạn trong ngày'),
        ('resolved', 'Số hồ sơ giải quyết xong trong ngày'),
        ('resolved_late', 'Trong đó giải quyết quá hạn'),
        ('day', 'Ngày'),
        ('working', 'Là ngày làm việc'),
        ('is_working', 'Ngày làm việc: 1 có, 0 không'),
        ('year', 'Năm'),
        ('quarter', 'Quý'),
        ('month_start', 'Ngày đầu tháng'),
        ('weekday', 'Thứ trong tuần, 1 là thứ Hai'),
        ('weekday_name', 'Thứ'),
        ('report_year', 'Năm của quý báo cáo'),
        ('report_quarter', 'Quý báo cáo (từ ngày 15 tháng trước)'),
        ('kind', 'Loại bất thường'),
        ('kind_label', 'Bất thường'),
        ('working_days', 'Chênh lệch, số ngày làm việc'),
        ('identity', 'Hệ thức không đúng'),
        ('left_side', 'Vế trái'),
        ('right_side', 'Vế phải'),
        ('difference', 'Chênh lệch'),
        ('dossiers', 'Số hồ sơ'),
        ('history', 'Lịch sử số liệu theo ngày (motcua.ledger)'),
        ('view_name', 'Bảng nhìn'),
        ('column_name', 'Cột'),
        ('column_type', 'Kiểu dữ liệu'),
        ('label', 'Nhãn'),
        ('view_label', 'Nhãn của bảng nhìn')
    ) AS l (column_name, label);
END;
COMMENT ON FUNCTION motcua.view_labels() IS 'What the columns of an attachment''s views mean, in Vietnamese';

CREATE FUNCTION motcua.attach(relation regclass, schema_name name, received_at text, due_at text, ended_at text,
        code text DEFAULT NULL, unit text DEFAULT NULL, reception_unit text DEFAULT NULL, officer text DEFAULT NULL,
        procedure text DEFAULT NULL, field text DEFAULT NULL, applicant text DEFAULT NULL, online text DEFAULT NULL,
        channel text DEFAULT NULL, service_level text DEFAULT NULL, ended_as text DEFAULT NULL, paused_since text DEFAULT NULL,
        submitted_at text DEFAULT NULL, original_due_at text DEFAULT NULL, returned_at text DEFAULT NULL, apology_at text DEFAULT NULL,
        time_limit text DEFAULT NULL, calendar_expr text DEFAULT NULL, basis text DEFAULT 'resolved', excluded text DEFAULT NULL,
        granularity text DEFAULT 'day', target numeric DEFAULT 0.98, warn_days integer DEFAULT 2,
        time_zone text DEFAULT 'Asia/Ho_Chi_Minh', calendar text DEFAULT NULL, as_of text DEFAULT NULL, extra jsonb DEFAULT NULL,
        rights text DEFAULT 'invoker', ignore_rls boolean DEFAULT false) RETURNS pg_catalog.regnamespace
    AS 'MODULE_PATHNAME', 'motcua_attach'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.attach(regclass, name, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, text, numeric, integer, text, text, text, jsonb, text, boolean)
    IS 'Makes a schema of views over an existing table of dossiers; arguments are SQL expressions over its columns';

CREATE FUNCTION motcua.detach(schema_name name, force boolean DEFAULT false) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_detach'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.detach(name, boolean) IS 'Drops an attachment''s schema of views, frozen figures only by force; the table it stood on stays as it is';

CREATE FUNCTION motcua.attach_statement(schema_name name) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_attach_statement'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.attach_statement(name) IS 'The statements that attach it again as it is now: the call of attach, the grants, the roll-up';
CREATE FUNCTION motcua.offered_indexes(schema_name name) RETURNS TABLE (view_column text, statement text)
    AS 'MODULE_PATHNAME', 'motcua_offered_indexes'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 4;
COMMENT ON FUNCTION motcua.offered_indexes(name) IS 'Indexes on the table that the attachment''s views could use; printed, never made';
CREATE FUNCTION motcua.suspend(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_suspend'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.suspend(name) IS 'Drops an attachment''s views so that its table can be changed; resume_attachment brings them back';
CREATE FUNCTION motcua.resume_attachment(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_resume_attachment'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.resume_attachment(name) IS 'Builds a suspended attachment again, with its grants; only for its owner';
CREATE FUNCTION motcua.reattach(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_reattach'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.reattach(name) IS 'Builds an attachment''s views anew on its mapping, with their grants: after ALTER EXTENSION motcua UPDATE';

CREATE FUNCTION motcua.attached_relation(source regclass) RETURNS regclass
    AS 'MODULE_PATHNAME', 'motcua_attached_relation'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.attached_relation(regclass) IS 'The table that an attachment''s view source stands on';

-- An attachment is known by its form alone: a view settings that begins with motcua_attachment, beside a view source.
CREATE VIEW motcua.attachments AS
SELECT n.nspname::text COLLATE "default" AS schema_name,
       motcua.attached_relation(s.oid)::text AS relation,
       pg_catalog.pg_get_userbyid(c.relowner)::text COLLATE "default" AS owner,
       CASE WHEN 'security_invoker=true' = ANY (s.reloptions) THEN 'invoker' ELSE 'owner' END AS rights
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = 1 AND a.attname = 'motcua_attachment'
JOIN pg_catalog.pg_class AS s ON s.relnamespace = n.oid AND s.relname = 'source' AND s.relkind = 'v'
WHERE c.relname = 'settings' AND c.relkind = 'v';
COMMENT ON VIEW motcua.attachments IS 'Các lược đồ gắn với bảng hồ sơ sẵn có | Schemas of views over existing tables of dossiers';
COMMENT ON COLUMN motcua.attachments.schema_name IS 'Lược đồ | The schema';
COMMENT ON COLUMN motcua.attachments.relation IS 'Bảng gốc | The table attached';
COMMENT ON COLUMN motcua.attachments.owner IS 'Chủ sở hữu | Its owner';
COMMENT ON COLUMN motcua.attachments.rights IS 'Quyền đọc: invoker của người đọc, owner của chủ sở hữu | Whose rights readers need';
-- Reports of an attachment, and what draws its page.

CREATE FUNCTION motcua.report_06a(schema_name name, period daterange, group_by text DEFAULT 'unit', units text DEFAULT 'recorded')
    RETURNS TABLE (tt integer, label text, received_total bigint, received_online bigint, received_direct bigint, carried bigint,
                   resolved_total bigint, early bigint, on_time bigint, late bigint, open_total bigint, open_in_time bigint, open_overdue bigint)
    AS 'MODULE_PATHNAME', 'motcua_report_06a_of_attachment'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 200 COST 10000;
COMMENT ON FUNCTION motcua.report_06a(name, daterange, text, text) IS 'Form II.06a of an attachment for any period: by unit, field, procedure or unit,field; recorded units or their successors';

CREATE FUNCTION motcua.report_06a_dossiers(schema_name name, period daterange, col integer, label text DEFAULT NULL,
        group_by text DEFAULT 'unit', units text DEFAULT 'recorded')
    RETURNS TABLE (code text, unit text, unit_name text, officer text, procedure text, field text, applicant text,
                   received_at timestamp, due_at timestamp, ended_at timestamp)
    AS 'MODULE_PATHNAME', 'motcua_report_06a_dossiers'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 200 COST 10000;
COMMENT ON FUNCTION motcua.report_06a_dossiers(name, daterange, integer, text, text, text) IS 'Exactly the dossiers counted in a cell of form II.06a: its column (3 to 13) and the label of its row';

CREATE FUNCTION motcua.report_html(schema_name name, period daterange) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_report_html'
    LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION motcua.report_html(name, daterange) IS 'The report of a period as a page in Vietnamese for screen and print, complete in itself';

CREATE FUNCTION motcua.html_text(written text) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(written, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;');
COMMENT ON FUNCTION motcua.html_text(text) IS 'Text that stands for itself in HTML, also within quotes';

CREATE FUNCTION motcua.vi_number(n bigint) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.regexp_replace(n::text, '(\d)(?=(\d{3})+$)', '\1.', 'g');
COMMENT ON FUNCTION motcua.vi_number(bigint) IS 'Writes a number with dots between thousands: 17.391';

CREATE FUNCTION motcua.vi_day(day date) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.format('%s/%s/%s', pg_catalog.lpad(extract(day FROM day)::text, 2, '0'), pg_catalog.lpad(extract(month FROM day)::text, 2, '0'), extract(year FROM day));
COMMENT ON FUNCTION motcua.vi_day(date) IS 'Writes a day as 31/12/2020';

-- Both charts are 640 wide, in user units; colours come from the page's style sheet.
CREATE FUNCTION motcua.svg_bars(labels text[], rates numeric[], target numeric) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT pg_catalog.format('<svg viewBox="0 0 640 %s" role="img" aria-label="Tỷ lệ trước hạn và đúng hạn theo đơn vị">', 28 * pg_catalog.count(*) + 24)
        || pg_catalog.string_agg(pg_catalog.format(
               '<text x="232" y="%s" text-anchor="end">%s</text><rect x="240" y="%s" width="%s" height="16" class="%s"/><text x="%s" y="%s">%s</text>',
               28 * b.n - 8, motcua.html_text(CASE WHEN pg_catalog.char_length(b.label) > 29 THEN pg_catalog.left(b.label, 28) || '…' ELSE b.label END),
               28 * b.n - 20, pg_catalog.round(b.width, 1), CASE WHEN b.rate >= svg_bars.target THEN 'met' ELSE 'missed' END,
               pg_catalog.round(b.width + 246, 1), 28 * b.n - 8, coalesce(motcua.format_percent(b.rate), '–')), '' ORDER BY b.n)
        || pg_catalog.format('<line x1="%1$s" y1="0" x2="%1$s" y2="%2$s" class="target"/><text x="%1$s" y="%3$s" text-anchor="middle" class="small">Chỉ tiêu %4$s</text></svg>',
               pg_catalog.round(240 + 320 * least(svg_bars.target, 1), 1), 28 * pg_catalog.count(*) + 4, 28 * pg_catalog.count(*) + 20,
               motcua.format_percent(svg_bars.target))
    FROM (SELECT u.n, u.label, u.rate, 320 * greatest(0, least(coalesce(u.rate, 0), 1)) AS width
          FROM ROWS FROM (pg_catalog.unnest(svg_bars.labels), pg_catalog.unnest(svg_bars.rates)) WITH ORDINALITY AS u (label, rate, n)) AS b;
END;
COMMENT ON FUNCTION motcua.svg_bars(text[], numeric[], numeric) IS 'Rates as horizontal bars with the target as a line: SVG for a page';

-- Rates from the lowest shown (a multiple of 5 %) to 100 %; months without a rate leave a gap.
CREATE FUNCTION motcua.svg_trend(labels text[], rates numeric[], target numeric) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH point AS MATERIALIZED (
        SELECT u.n, u.label, u.rate, 56 + (u.n - 1) * 560.0 / greatest(pg_catalog.cardinality(svg_trend.labels) - 1, 1) AS x,
               180 - 160 * (least(u.rate, 1) - f.floor) / (1 - f.floor) AS y
        FROM ROWS FROM (pg_catalog.unnest(svg_trend.labels), pg_catalog.unnest(svg_trend.rates)) WITH ORDINALITY AS u (label, rate, n)
        CROSS JOIN (SELECT least(0.95, pg_catalog.floor(20 * least(svg_trend.target, pg_catalog.min(r.rate))) / 20) AS floor FROM pg_catalog.unnest(svg_trend.rates) AS r (rate)) AS f
    ), scale AS (
        SELECT least(0.95, pg_catalog.floor(20 * least(svg_trend.target, pg_catalog.min(r.rate))) / 20) AS floor FROM pg_catalog.unnest(svg_trend.rates) AS r (rate)
    )
    SELECT '<svg viewBox="0 0 640 220" role="img" aria-label="Tỷ lệ trước hạn và đúng hạn 12 tháng gần nhất">'
        || pg_catalog.format('<line x1="56" y1="180" x2="616" y2="180" class="axis"/><text x="50" y="184" text-anchor="end" class="small">%s</text><text x="50" y="24" text-anchor="end" class="small">100%%</text>',
                             motcua.format_percent((SELECT s.floor FROM scale AS s), 0))
        || pg_catalog.format('<line x1="56" y1="%1$s" x2="616" y2="%1$s" class="target"/><text x="616" y="12" text-anchor="end" class="small">- - Chỉ tiêu %2$s</text>',
                             pg_catalog.round(180 - 160 * (least(svg_trend.target, 1) - s.floor) / (1 - s.floor), 1),
                             motcua.format_percent(svg_trend.target))
        || coalesce('<polyline class="trend" points="' || (SELECT pg_catalog.string_agg(pg_catalog.format('%s,%s', pg_catalog.round(p.x, 1), pg_catalog.round(p.y, 1)), ' ' ORDER BY p.n)
                                                           FROM point AS p WHERE p.rate IS NOT NULL) || '"/>', '')
        || (SELECT pg_catalog.string_agg(CASE WHEN p.rate IS NULL THEN '' ELSE pg_catalog.format('<circle cx="%s" cy="%s" r="3.5" class="%s"><title>%s: %s</title></circle>', pg_catalog.round(p.x, 1), pg_catalog.round(p.y, 1),
                                                                    CASE WHEN p.rate >= svg_trend.target THEN 'met' ELSE 'missed' END, motcua.html_text(p.label), motcua.format_percent(p.rate)) END
                                         || pg_catalog.format('<text x="%s" y="200" text-anchor="middle" class="small">%s</text>', pg_catalog.round(p.x, 1), motcua.html_text(p.label)), '' ORDER BY p.n)
            FROM point AS p)
        || '</svg>'
    FROM scale AS s;
END;
COMMENT ON FUNCTION motcua.svg_trend(text[], numeric[], numeric) IS 'Rates of consecutive months as a line with the target: SVG for a page';
-- OpenCPS v2 (VietOpenCPS/opencps-v2), whose tables Liferay made in PostgreSQL: attached in place, its calendar taken over.

CREATE FUNCTION motcua.attach_opencps(opencps_schema name, schema_name name, groupid bigint DEFAULT NULL, time_zone text DEFAULT 'Asia/Ho_Chi_Minh',
        calendar text DEFAULT NULL, as_of text DEFAULT NULL, rights text DEFAULT 'invoker') RETURNS pg_catalog.regnamespace
    AS 'MODULE_PATHNAME', 'motcua_attach_opencps'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.attach_opencps(name, name, bigint, text, text, text, text)
    IS 'Attaches the dossiers of OpenCPS v2: calls attach with the expressions that its tables need';

CREATE FUNCTION motcua.import_opencps_calendar(opencps_schema name, calendar text, groupid bigint, time_zone text DEFAULT 'Asia/Ho_Chi_Minh')
    RETURNS TABLE (days_off integer, make_up_days integer, shifts integer)
    AS 'MODULE_PATHNAME', 'motcua_import_opencps_calendar'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE ROWS 1;
COMMENT ON FUNCTION motcua.import_opencps_calendar(name, text, bigint, text)
    IS 'Takes the days off, make-up days and office hours of a site of OpenCPS v2 into a calendar of motcua; says how many';
-- Proof against tampering: a log of changes of watched columns, and reports frozen with a hash.

CREATE TABLE motcua.change_log (
    at        timestamptz NOT NULL,
    actor     text NOT NULL,
    relation  text NOT NULL,
    code      text,
    col       text,
    old       text,
    new       text
);
CREATE INDEX change_log_relation_code ON motcua.change_log (relation, code, at);
COMMENT ON INDEX motcua.change_log_relation_code IS 'Tra lịch sử một hồ sơ | The history of one dossier';
COMMENT ON TABLE motcua.change_log IS 'Nhật ký thay đổi của các bảng được theo dõi; chỉ ghi thêm | Changes of watched tables; written by their triggers alone';
COMMENT ON COLUMN motcua.change_log.at IS 'Thời điểm | When';
COMMENT ON COLUMN motcua.change_log.actor IS 'Ai: thiết lập motcua.actor, không có thì tài khoản và phần mềm | Who: setting motcua.actor, else role and application';
COMMENT ON COLUMN motcua.change_log.relation IS 'Bảng | The table';
COMMENT ON COLUMN motcua.change_log.code IS 'Mã hồ sơ | The dossier';
COMMENT ON COLUMN motcua.change_log.col IS 'Cột; trống khi xóa toàn bảng | The column; NULL for TRUNCATE';
COMMENT ON COLUMN motcua.change_log.old IS 'Giá trị cũ | Before';
COMMENT ON COLUMN motcua.change_log.new IS 'Giá trị mới; trống khi dòng bị xóa | After; NULL when the row was deleted';
SELECT pg_catalog.pg_extension_config_dump('motcua.change_log', '');

CREATE FUNCTION motcua.log_change() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_log_change'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.log_change() IS 'Trigger of watch: writes changed columns to change_log';

CREATE FUNCTION motcua.watch(relation regclass, columns text[] DEFAULT NULL, code text DEFAULT NULL) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_watch'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.watch(regclass, text[], text) IS 'Logs every change of a table''s columns (all, or these), with the dossier''s code from the column named, in motcua.change_log';
CREATE FUNCTION motcua.unwatch(relation regclass) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_unwatch'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.unwatch(regclass) IS 'Ends the watch; what was logged stays';

CREATE VIEW motcua.watches AS
SELECT t.tgrelid::pg_catalog.regclass::text AS relation,
       CASE t.tgenabled WHEN 'A' THEN 'always' WHEN 'D' THEN 'disabled' ELSE 'origin' END AS enabled
FROM pg_catalog.pg_trigger AS t
WHERE t.tgfoid = 'motcua.log_change'::pg_catalog.regproc AND t.tgname = 'motcua_watch' AND t.tgparentid = 0;
COMMENT ON VIEW motcua.watches IS 'Các bảng đang được theo dõi | The tables watched';
COMMENT ON COLUMN motcua.watches.relation IS 'Bảng | The table';
COMMENT ON COLUMN motcua.watches.enabled IS 'always là đang ghi; disabled là đã bị tắt | always: it logs; disabled: somebody switched it off';

CREATE FUNCTION motcua.freeze(schema_name name, period daterange, note text DEFAULT NULL) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_freeze'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.freeze(name, daterange, text) IS 'Stores form II.06a of a period that is over, with the dossiers behind it; returns the hash to publish';
CREATE FUNCTION motcua.verify_frozen(schema_name name, period daterange)
    RETURNS TABLE (period daterange, kind text, label text, col text, frozen text, now text)
    AS 'MODULE_PATHNAME', 'motcua_verify_frozen'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 20;
COMMENT ON FUNCTION motcua.verify_frozen(name, daterange) IS 'What differs from a frozen report: cells, dossiers, and its hash; no row when nothing does';
-- Roll-ups: an attachment's histories kept by triggers, so that its rates and reports need not read the base rows.

CREATE TABLE motcua.rollup_member (
    rollup    pg_catalog.regclass NOT NULL,
    relation  pg_catalog.regclass NOT NULL,
    CONSTRAINT rollup_member_key PRIMARY KEY (rollup, relation)
);
CREATE INDEX rollup_member_relation ON motcua.rollup_member (relation);
COMMENT ON TABLE motcua.rollup_member IS 'Bảng nào nuôi bảng tổng hợp nào; do add_rollup ghi | Which tables feed which roll-up; written by add_rollup alone';
COMMENT ON COLUMN motcua.rollup_member.rollup IS 'Bảng rollup_delta của lược đồ | The table rollup_delta of an attachment''s schema';
COMMENT ON COLUMN motcua.rollup_member.relation IS 'Bảng gốc hoặc phân vùng của nó | The base table or a partition of it';
COMMENT ON INDEX motcua.rollup_member_key IS 'Các bảng nuôi một bảng tổng hợp | The tables of a roll-up';
COMMENT ON INDEX motcua.rollup_member_relation IS 'Các bảng tổng hợp của một bảng | The roll-ups of a table';
SELECT pg_catalog.pg_extension_config_dump('motcua.rollup_member', '');

CREATE FUNCTION motcua.roll_up() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_roll_up'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.roll_up() IS 'Trigger of add_rollup: appends what a statement changed to rollup_delta';

CREATE FUNCTION motcua.add_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_add_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.add_rollup(name) IS 'Keeps an attachment''s histories in tables of its schema, exact at every moment; its rates and reports read them from now on';
CREATE FUNCTION motcua.drop_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_drop_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.drop_rollup(name) IS 'Drops a roll-up and its triggers; the views count base rows again';
CREATE FUNCTION motcua.rebuild_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_rebuild_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.rebuild_rollup(name) IS 'Counts a roll-up anew over the table and partitions of today: when it is stale';
CREATE FUNCTION motcua.compact_rollups(schema_name name) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_compact_rollups'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.compact_rollups(name) IS 'Merges what writers appended to a roll-up, beside them; how many rows it merged';
CREATE FUNCTION motcua.compact_rollups() RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_compact_rollups'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.compact_rollups() IS 'The same for every roll-up that is yours: for a job';
CREATE FUNCTION motcua.verify_rollup(schema_name name)
    RETURNS TABLE (grain text, unit text, procedure text, field text, online boolean, dossiers bigint, history motcua.ledger)
    AS 'MODULE_PATHNAME', 'motcua_verify_rollup'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION motcua.verify_rollup(name) IS 'What a roll-up says less what the base rows say, in one snapshot; no row when they agree';

CREATE FUNCTION motcua.rollup_is_current_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_current_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rollup_is_current_support(internal) IS 'Planner support: only the roll-up or only the base rows are in a plan';
CREATE FUNCTION motcua.rollup_is_stale_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_stale_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rollup_is_stale_support(internal) IS 'Planner support: only the roll-up or only the base rows are in a plan';
CREATE FUNCTION motcua.rollup_is_current(rollup regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_current'
    LANGUAGE C STABLE STRICT PARALLEL SAFE SUPPORT motcua.rollup_is_current_support;
COMMENT ON FUNCTION motcua.rollup_is_current(regclass) IS 'Views of a roll-up ask: may it be read? Given its table rollup_delta';
CREATE FUNCTION motcua.rollup_is_stale(rollup regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_stale'
    LANGUAGE C STABLE STRICT PARALLEL SAFE SUPPORT motcua.rollup_is_stale_support;
COMMENT ON FUNCTION motcua.rollup_is_stale(regclass) IS 'Views of a roll-up ask: must base rows be counted? Given its table rollup_delta';
CREATE FUNCTION motcua.rollup_must_be_current(rollup regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_rollup_must_be_current'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rollup_must_be_current(regclass) IS 'What a plan that reads a roll-up checks when it runs; an error to repeat the query when it became stale meanwhile';
CREATE FUNCTION motcua.rollup_stale_reason(rollup regclass) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_rollup_stale_reason'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.rollup_stale_reason(regclass) IS 'Why a roll-up may not be read, given its table rollup_delta; NULL when it may';

CREATE VIEW motcua.rollups AS
SELECT n.nspname::text COLLATE "default" AS schema_name,
       motcua.attached_relation(s.oid)::text AS relation,
       pg_catalog.pg_get_userbyid(c.relowner)::text COLLATE "default" AS owner,
       motcua.rollup_stale_reason(c.oid) AS stale_reason,
       pg_catalog.pg_relation_size(c.oid) AS delta_bytes,
       (SELECT pg_catalog.sum(pg_catalog.pg_total_relation_size(k.oid))
        FROM pg_catalog.pg_class AS k
        WHERE k.relnamespace = n.oid AND k.relname IN ('rollup_unit', 'rollup_procedure', 'rollup_delta'))::bigint AS total_bytes
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class AS s ON s.relnamespace = n.oid AND s.relname = 'source' AND s.relkind = 'v'
WHERE c.relname = 'rollup_delta' AND c.relkind = 'r' AND EXISTS (SELECT FROM motcua.rollup_member AS m WHERE m.rollup::pg_catalog.oid = c.oid);
COMMENT ON VIEW motcua.rollups IS 'Các bảng tổng hợp và tình trạng của chúng | Roll-ups and their state';
COMMENT ON COLUMN motcua.rollups.schema_name IS 'Lược đồ | The schema';
COMMENT ON COLUMN motcua.rollups.relation IS 'Bảng gốc | The table rolled up';
COMMENT ON COLUMN motcua.rollups.owner IS 'Chủ sở hữu | Its owner';
COMMENT ON COLUMN motcua.rollups.stale_reason IS 'Vì sao phải đếm từ bảng gốc; trống là đang dùng | Why base rows are counted; NULL when it is read';
COMMENT ON COLUMN motcua.rollups.delta_bytes IS 'Phần chờ gộp | What waits for compact_rollups';
COMMENT ON COLUMN motcua.rollups.total_bytes IS 'Dung lượng | Size of all of it';
-- A guide by task, in Vietnamese or English. English descriptions are the functions' own comments.

CREATE FUNCTION motcua.help(topic text DEFAULT NULL, lang text DEFAULT 'vi')
    RETURNS TABLE (task text, function_name text, description text)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT CASE WHEN lang = 'en' THEN g.task_en ELSE g.task_vi END,
           g.name,
           CASE WHEN lang = 'en'
                THEN coalesce((SELECT pg_catalog.obj_description(p.oid, 'pg_proc')
                               FROM pg_catalog.pg_proc AS p
                               WHERE p.proname = g.name
                                 AND p.pronamespace = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'motcua')
                               ORDER BY p.oid LIMIT 1),
                              -- a text search configuration: its comment is in both languages
                              (SELECT pg_catalog.split_part(pg_catalog.obj_description(c.oid, 'pg_ts_config'), ' / ', 1)
                               FROM pg_catalog.pg_ts_config AS c
                               WHERE c.cfgname = g.name
                                 AND c.cfgnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'motcua')))
                ELSE g.description_vi END
    FROM (VALUES
        (101, 'Lịch làm việc', 'Calendar', 'is_working_day', 'Ngày đó cơ quan có làm việc không'),
        (102, 'Lịch làm việc', 'Calendar', 'add_working_days', 'Cộng (hoặc trừ) n ngày làm việc vào một ngày'),
        (103, 'Lịch làm việc', 'Calendar', 'working_days_between', 'Đếm số ngày làm việc giữa hai ngày'),
        (104, 'Lịch làm việc', 'Calendar', 'next_working_day', 'Ngày làm việc kế tiếp'),
        (105, 'Lịch làm việc', 'Calendar', 'previous_working_day', 'Ngày làm việc liền trước'),
        (106, 'Lịch làm việc', 'Calendar', 'days_off', 'Các ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù của một năm, kèm căn cứ'),
        (107, 'Lịch làm việc', 'Calendar', 'explain_day', 'Vì sao một ngày là ngày làm việc hay ngày nghỉ'),
        (108, 'Lịch làm việc', 'Calendar', 'calendar_status', 'Lịch nghỉ của năm đã có quyết định chính thức hay còn tạm tính'),
        (119, 'Lịch làm việc', 'Calendar', 'working_day_on_or_after', 'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc kế tiếp'),
        (111, 'Lịch làm việc', 'Calendar', 'working_day_on_or_before', 'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc liền trước'),
        (112, 'Lịch làm việc', 'Calendar', 'nth_working_day', 'Ngày làm việc thứ n của tháng; n âm thì đếm từ cuối tháng'),
        (113, 'Lịch làm việc', 'Calendar', 'working_days', 'Liệt kê các ngày làm việc trong một khoảng'),
        (114, 'Lịch làm việc', 'Calendar', 'calendar_impact', 'Thêm một ngày nghỉ hoặc làm bù thì những ngày hẹn nào thay đổi'),
        (115, 'Lịch làm việc', 'Calendar', 'with_day', 'Lịch ở dạng giá trị, giả định thêm một ngày nghỉ hoặc làm bù'),
        (116, 'Lịch làm việc', 'Calendar', 'shipped_calendars', 'Các lịch có sẵn trong thư viện (xem bảng nhìn calendars)'),
        (117, 'Lịch làm việc', 'Calendar', 'shipped_days', 'Các ngày có sẵn trong thư viện (xem bảng nhìn calendar_days)'),
        (118, 'Lịch làm việc', 'Calendar', 'shipped_shifts', 'Giờ làm việc có sẵn trong thư viện (xem bảng nhìn shifts)'),
        (121, 'Giờ làm việc', 'Working time', 'add_working_time', 'Cộng (hoặc trừ) số giờ làm việc vào một thời điểm'),
        (122, 'Giờ làm việc', 'Working time', 'working_time_between', 'Số giờ làm việc giữa hai thời điểm'),
        (123, 'Giờ làm việc', 'Working time', 'next_working_moment', 'Chính thời điểm đó nếu trong giờ làm việc, nếu không thì lúc mở cửa kế tiếp'),
        (124, 'Giờ làm việc', 'Working time', 'is_working_moment', 'Thời điểm đó có trong giờ làm việc không'),
        (109, 'Lịch làm việc', 'Calendar', 'calendar_value', 'Lịch ở dạng giá trị, dùng cho chỉ mục, cột sinh và máy chủ khác'),
        (110, 'Lịch làm việc', 'Calendar', 'statutory_days_off', 'Ngày nghỉ lễ, tết và nghỉ bù của một năm theo luật, khi chưa có quyết định'),
        (151, 'Lịch âm', 'Lunar calendar', 'to_lunar', 'Đổi ngày dương lịch sang ngày âm lịch Việt Nam (năm âm lịch 1900-2199)'),
        (152, 'Lịch âm', 'Lunar calendar', 'from_lunar', 'Đổi ngày âm lịch sang ngày dương lịch; tháng nhuận: leap => true'),
        (153, 'Lịch âm', 'Lunar calendar', 'tet', 'Ngày mùng 1 Tết của một năm âm lịch'),
        (201, 'Ngày và kỳ báo cáo', 'Days and periods', 'today', 'Ngày hôm nay theo giờ Việt Nam'),
        (202, 'Ngày và kỳ báo cáo', 'Days and periods', 'vn_date', 'Ngày theo giờ Việt Nam của một thời điểm'),
        (203, 'Ngày và kỳ báo cáo', 'Days and periods', 'month_of', 'Ngày đầu tháng'),
        (204, 'Ngày và kỳ báo cáo', 'Days and periods', 'quarter_of', 'Ngày đầu quý'),
        (205, 'Ngày và kỳ báo cáo', 'Days and periods', 'year_of', 'Ngày đầu năm'),
        (211, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'make_time_limit', 'Tạo thời hạn từ số lượng và tên đơn vị'),
        (212, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'amount', 'Số lượng của thời hạn; 0 là trong ngày'),
        (213, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'unit', 'Đơn vị của thời hạn: ngày làm việc, giờ làm việc, ngày, tuần, tháng, năm, giờ'),
        (214, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'to_text', 'Viết thời hạn bằng tiếng Việt hoặc tiếng Anh'),
        (215, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'try_time_limit', 'Đọc thời hạn từ văn bản; không đọc được thì NULL, không báo lỗi'),
        (216, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'is_time_limit', 'Văn bản có viết đúng một thời hạn không'),
        (221, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'due_on', 'Ngày hẹn trả của hồ sơ nhận trong một ngày'),
        (222, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'due_at', 'Thời điểm hẹn trả theo giờ làm việc và quy định của cơ quan'),
        (251, 'Hồ sơ', 'Dossiers', 'dossier', 'Lập hồ sơ có thời hạn giải quyết; tự tính hạn trả'),
        (252, 'Hồ sơ', 'Dossiers', 'dossier_of', 'Lập hồ sơ từ các cột sẵn có: nhận, hẹn trả, kết thúc'),
        (253, 'Hồ sơ', 'Dossiers', 'dossier_agg', 'Dựng hồ sơ từ bảng lịch sử trạng thái'),
        (254, 'Hồ sơ', 'Dossiers', 'pause', 'Tạm dừng: chờ bổ sung, chờ nghĩa vụ tài chính, tạm dừng xử lý'),
        (255, 'Hồ sơ', 'Dossiers', 'resume', 'Tiếp tục giải quyết; rule cho biết hạn trả thay đổi thế nào'),
        (256, 'Hồ sơ', 'Dossiers', 'reappoint', 'Xin lỗi và hẹn lại ngày trả kết quả'),
        (257, 'Hồ sơ', 'Dossiers', 'resolve', 'Kết thúc: đã có kết quả'),
        (258, 'Hồ sơ', 'Dossiers', 'withdraw', 'Kết thúc: công dân rút hồ sơ'),
        (259, 'Hồ sơ', 'Dossiers', 'refuse', 'Kết thúc: từ chối giải quyết'),
        (260, 'Hồ sơ', 'Dossiers', 'stop', 'Kết thúc: dừng xử lý'),
        (261, 'Hồ sơ', 'Dossiers', 'redue', 'Tính lại hạn trả sau khi lịch thay đổi'),
        (262, 'Hồ sơ', 'Dossiers', 'outcome', 'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng, tính đến một ngày'),
        (263, 'Hồ sơ', 'Dossiers', 'time_left', 'Thời gian làm việc còn lại đến hạn; âm khi quá hạn'),
        (264, 'Hồ sơ', 'Dossiers', 'days_late', 'Số ngày làm việc quá hạn'),
        (265, 'Hồ sơ', 'Dossiers', 'history', 'Diễn biến của hồ sơ và hạn trả sau mỗi lần thay đổi'),
        (266, 'Hồ sơ', 'Dossiers', 'received_at', 'Thời điểm tiếp nhận'),
        (267, 'Hồ sơ', 'Dossiers', 'time_limit', 'Thời hạn giải quyết'),
        (268, 'Hồ sơ', 'Dossiers', 'first_due_at', 'Hạn trả ghi trên giấy hẹn đầu tiên'),
        (269, 'Hồ sơ', 'Dossiers', 'original_due_at', 'Hạn trả đã tính các lần tạm dừng, không tính hẹn lại'),
        (270, 'Hồ sơ', 'Dossiers', 'ended_at', 'Thời điểm kết thúc'),
        (271, 'Hồ sơ', 'Dossiers', 'ended_as', 'Kết thúc bằng gì: có kết quả, rút, từ chối, dừng xử lý'),
        (272, 'Hồ sơ', 'Dossiers', 'pauses', 'Các khoảng thời gian tạm dừng'),
        (273, 'Hồ sơ', 'Dossiers', 'paused_time', 'Tổng thời gian tạm dừng'),
        (274, 'Hồ sơ', 'Dossiers', 'supplements', 'Số lần yêu cầu bổ sung giấy tờ'),
        (275, 'Hồ sơ', 'Dossiers', 'reappointments', 'Số lần hẹn lại ngày trả kết quả'),
        (281, 'Mã định danh', 'Codes', 'is_agency_code', 'Văn bản đó có phải là mã cơ quan hợp lệ không'),
        (282, 'Mã định danh', 'Codes', 'try_agency_code', 'Đổi văn bản ra mã cơ quan; NULL nếu không hợp lệ'),
        (283, 'Mã định danh', 'Codes', 'is_dossier_code', 'Văn bản đó có phải là mã hồ sơ hợp lệ không'),
        (284, 'Mã định danh', 'Codes', 'try_dossier_code', 'Đổi văn bản ra mã hồ sơ; NULL nếu không hợp lệ'),
        (285, 'Mã định danh', 'Codes', 'is_procedure_code', 'Văn bản đó có phải là mã thủ tục hành chính hợp lệ không'),
        (286, 'Mã định danh', 'Codes', 'try_procedure_code', 'Đổi văn bản ra mã thủ tục hành chính; NULL nếu không hợp lệ'),
        (287, 'Mã định danh', 'Codes', 'parent', 'Cơ quan cấp trên trực tiếp, theo mã'),
        (288, 'Mã định danh', 'Codes', 'level', 'Cấp của cơ quan theo mã: 1 là tỉnh, thành phố hoặc bộ'),
        (289, 'Mã định danh', 'Codes', 'province', 'Mã cấp 1 (tỉnh, thành phố hoặc bộ) của cơ quan: H56'),
        (290, 'Mã định danh', 'Codes', 'province_name', 'Tên tỉnh, thành phố (hoặc bộ) tại một ngày, kể cả sau khi sáp nhập'),
        (291, 'Mã định danh', 'Codes', 'to_h_form', 'Đổi mã cũ 000.17.22.H56 sang mã mới H56.22.17; dùng để nhóm số liệu'),
        (292, 'Mã định danh', 'Codes', 'within_agency', 'Mã có phải của cơ quan đó hoặc đơn vị trực thuộc không (toán tử <@); dùng được chỉ mục'),
        (293, 'Mã định danh', 'Codes', 'contains_agency', 'Cơ quan đó có phải là chính nó hoặc cấp trên của mã không (toán tử @>); dùng được chỉ mục'),
        (294, 'Mã định danh', 'Codes', 'last_within', 'Mã lớn nhất có thể có trong phạm vi một cơ quan'),
        (295, 'Mã định danh', 'Codes', 'codes_above', 'Mã của cơ quan và mọi cấp trên, theo mọi cách viết'),
        (296, 'Mã định danh', 'Codes', 'agency_of', 'Mã cơ quan trong mã hồ sơ hoặc mã thủ tục'),
        (297, 'Mã định danh', 'Codes', 'received_on', 'Ngày tiếp nhận trong mã hồ sơ'),
        (298, 'Mã định danh', 'Codes', 'sequence', 'Số thứ tự trong ngày của mã hồ sơ'),
        (299, 'Mã định danh', 'Codes', 'national_code', 'Mã thủ tục quốc gia, bỏ phần mã cơ quan'),
        (301, 'Kết quả về thời hạn', 'Deadline verdict', 'classify', 'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng, tính đến một ngày'),
        (401, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'tally', 'Đếm hồ sơ của một kỳ theo biểu II.06a và các số liệu chi tiết'),
        (402, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'merge', 'Gộp số liệu cùng kỳ của nhiều đơn vị, nhiều máy chủ'),
        (403, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'plus', 'Cộng hai bộ số liệu cùng kỳ (toán tử +)'),
        (404, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'minus', 'Trừ hai bộ số liệu cùng kỳ (toán tử -)'),
        (405, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'columns', 'Mọi chỉ số của bộ số liệu thành các cột'),
        (406, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'period', 'Kỳ của bộ số liệu'),
        (407, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'received', 'Số hồ sơ tiếp nhận mới trong kỳ'),
        (408, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'workload', 'Tổng số hồ sơ phải giải quyết (cột 3)'),
        (409, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'resolved', 'Số hồ sơ đã giải quyết (cột 7)'),
        (410, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'open', 'Số hồ sơ đang giải quyết (cột 11)'),
        (411, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'violations', 'Lệch số liệu: những đẳng thức của biểu không khớp'),
        (431, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'ledger', 'Sổ cái theo ngày của một tập hồ sơ; suy ra số liệu của bất kỳ kỳ nào'),
        (432, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'tally_series', 'Số liệu của các kỳ liên tiếp (tháng, quý, năm) từ một sổ cái'),
        (430, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'first_day', 'Ngày đầu tiên có phát sinh trong sổ cái'),
        (433, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'ledger_days', 'Các ngày có phát sinh trong sổ cái'),
        (434, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'ledger_due_changes', 'Thay đổi về hồ sơ đến hạn sau khi tạm dừng hoặc dời hạn'),
        (441, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'lateness', 'Số ngày làm việc quá hạn của các hồ sơ trễ; suy ra trung bình, trung vị, lớn nhất'),
        (442, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'late_count', 'Số hồ sơ quá hạn'),
        (443, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'average', 'Số ngày quá hạn trung bình'),
        (444, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'median', 'Trung vị số ngày quá hạn'),
        (445, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'maximum', 'Số ngày quá hạn lớn nhất'),
        (446, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'report_06a', 'Các cột của biểu II.06a/VPCP/KSTT'),
        (447, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'report_period', 'Kỳ báo cáo theo quy định (từ ngày 15 tháng trước) hoặc theo lịch'),
        (448, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'processing_time', 'Thời gian giải quyết trung bình của hồ sơ đã xong, theo đơn vị của thời hạn'),
        (449, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'satisfaction_rate', 'Tỷ lệ hài lòng trong giải quyết theo Quyết định 766: không quá hạn và không bị phản ánh'),
        (450, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'apology_rate', 'Tỷ lệ hồ sơ quá hạn hoặc hẹn lại đã gửi Phiếu xin lỗi đúng thời gian'),
        (501, 'Tỷ lệ đúng hạn', 'On-time rates', 'on_time_rate', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn, theo mẫu số được nêu tên'),
        (502, 'Tỷ lệ đúng hạn', 'On-time rates', 'rates', 'Tỷ lệ theo mọi cách tính đang dùng, kèm công thức'),
        (503, 'Tỷ lệ đúng hạn', 'On-time rates', 'meets', 'Đạt hay chưa đạt chỉ tiêu, so sánh chính xác, không làm tròn'),
        (504, 'Tỷ lệ đúng hạn', 'On-time rates', 'share', 'Tỷ lệ của một điều kiện đúng/sai (ký số, thanh toán trực tuyến, số hóa...)'),
        (505, 'Tỷ lệ đúng hạn', 'On-time rates', 'percent', 'Đổi tỷ lệ ra phần trăm, làm tròn nửa lên'),
        (506, 'Tỷ lệ đúng hạn', 'On-time rates', 'format_percent', 'Viết tỷ lệ phần trăm kiểu Việt Nam: 98,83%'),
        (507, 'Tỷ lệ đúng hạn', 'On-time rates', 'wilson_low', 'Cận dưới Wilson 95%: xếp hạng công bằng cho đơn vị ít hồ sơ'),
        (511, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_linear', 'Điểm tỷ lệ thuận đến ngưỡng, làm tròn hai chữ số'),
        (512, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_threshold', 'Đạt ngưỡng thì đủ điểm, không đạt thì không có điểm'),
        (513, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_step', 'Điểm theo bậc: mỗi cận dưới một số điểm'),
        (514, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_band', 'Điểm theo thang trong bảng scale_band'),
        (515, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'rating', 'Xếp loại một điểm số theo thang: từ 80 đến dưới 90 là tốt'),
        (516, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'tally_ratio', 'Tử số và mẫu số của một chỉ số trong bộ số liệu'),
        (517, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'observe', 'Số liệu cho các tiêu chí, lấy từ tally, để đưa vào bảng observation'),
        (518, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_sheet', 'Phiếu điểm của một đơn vị: số liệu, điểm, tiêu chí còn thiếu'),
        (519, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_sheets', 'Phiếu điểm của nhiều đơn vị trong một kỳ'),
        (520, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_total', 'Tổng điểm, trên bao nhiêu điểm, còn thiếu tiêu chí nào'),
        (521, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'score_board', 'Bảng điểm, xếp loại và xếp hạng trong khối'),
        (522, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'shipped_scorecards', 'Các bộ chỉ số có sẵn (xem bảng nhìn scorecards)'),
        (523, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'shipped_criteria', 'Tiêu chí của các bộ chỉ số có sẵn (xem bảng nhìn criteria)'),
        (524, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'shipped_scales', 'Các thang có sẵn (xem bảng nhìn scales)'),
        (525, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'shipped_scale_bands', 'Các mức của thang có sẵn (xem bảng nhìn scale_bands)'),
        (526, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'require_known', 'Báo lỗi khi một tên không tồn tại'),
        (527, 'Chấm điểm và xếp hạng', 'Scoring and ranking', 'in_language', 'Chọn tên tiếng Việt hoặc tiếng Anh'),
        (551, 'Cơ quan, đơn vị', 'Agencies', 'successor_of', 'Đơn vị kế thừa tại một ngày, sau các lần sắp xếp'),
        (770, 'Tìm kiếm toàn văn', 'Full text search', 'vietnamese', 'Cấu hình cho văn bản: to_tsvector(''motcua.vietnamese'', ...), ts_headline'),
        (771, 'Tìm kiếm toàn văn', 'Full text search', 'vietnamese_query', 'Cấu hình cho câu tìm: phraseto_tsquery(''motcua.vietnamese_query'', ...); dấu đã gõ thì phải khớp'),
        (772, 'Tìm kiếm toàn văn', 'Full text search', 'vietnamese_folded', 'Cấu hình không phân biệt dấu, cho cả văn bản và câu tìm'),
        (700, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_fold', 'Bỏ dấu, chữ thường, một khoảng trắng giữa các âm tiết: dạng dùng để tìm không dấu'),
        (701, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_unaccent', 'Bỏ dấu chữ Latinh; giữ nguyên chữ hoa, dấu câu và chữ viết khác'),
        (702, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_normalize', 'Thống nhất cách viết: Unicode dựng sẵn, chữ đ, vị trí dấu thanh kiểu mới (hoà) hoặc kiểu cũ (hòa)'),
        (703, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_syllables', 'Tách văn bản thành âm tiết: vị trí, chữ viết, dạng bỏ dấu, thanh điệu'),
        (704, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_family_name', 'Họ, kể cả họ ghép như Tôn Thất, Công Tằng Tôn Nữ'),
        (705, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_middle_name', 'Tên đệm: phần giữa họ và tên'),
        (706, 'Văn bản tiếng Việt', 'Vietnamese text', 'vi_given_name', 'Tên: chữ cuối của họ và tên'),
        (801, 'Gắn với bảng sẵn có', 'In place', 'attach', 'Tạo lược đồ gồm các bảng nhìn trên một bảng hồ sơ sẵn có, không sửa bảng đó'),
        (802, 'Gắn với bảng sẵn có', 'In place', 'detach', 'Gỡ các bảng nhìn; bảng gốc giữ nguyên'),
        (803, 'Gắn với bảng sẵn có', 'In place', 'attach_statement', 'In ra câu lệnh gắn lại như hiện tại, kèm các quyền đã cấp'),
        (804, 'Gắn với bảng sẵn có', 'In place', 'suspend', 'Tạm gỡ để phần mềm thay đổi cấu trúc bảng'),
        (805, 'Gắn với bảng sẵn có', 'In place', 'resume_attachment', 'Dựng lại sau khi tạm gỡ, kèm các quyền đã cấp'),
        (806, 'Gắn với bảng sẵn có', 'In place', 'reattach', 'Dựng lại các bảng nhìn sau khi nâng cấp motcua'),
        (861, 'Chống sửa số liệu', 'Integrity', 'watch', 'Ghi nhật ký mọi thay đổi của một bảng: ai, lúc nào, từ gì thành gì'),
        (862, 'Chống sửa số liệu', 'Integrity', 'unwatch', 'Thôi theo dõi; nhật ký vẫn còn'),
        (863, 'Chống sửa số liệu', 'Integrity', 'freeze', 'Chốt số liệu một kỳ kèm mã băm'),
        (864, 'Chống sửa số liệu', 'Integrity', 'verify_frozen', 'Số liệu nay khác số đã chốt ở ô nào, hồ sơ nào'),
        (871, 'Bảng tổng hợp', 'Roll-ups', 'add_rollup', 'Giữ sẵn số liệu tổng hợp của một lược đồ, luôn khớp từng giao dịch'),
        (872, 'Bảng tổng hợp', 'Roll-ups', 'compact_rollups', 'Gộp các thay đổi mới; chạy định kỳ, không cản ai đang ghi'),
        (873, 'Bảng tổng hợp', 'Roll-ups', 'verify_rollup', 'Chỗ nào bảng tổng hợp khác với bảng gốc; không có dòng nào là khớp'),
        (874, 'Bảng tổng hợp', 'Roll-ups', 'rebuild_rollup', 'Đếm lại từ đầu, khi bảng tổng hợp không còn dùng được'),
        (875, 'Bảng tổng hợp', 'Roll-ups', 'drop_rollup', 'Bỏ bảng tổng hợp; các bảng nhìn lại đếm từ bảng gốc'),
        (876, 'Bảng tổng hợp', 'Roll-ups', 'rollup_stale_reason', 'Vì sao bảng tổng hợp không dùng được'),
        (877, 'Bảng tổng hợp', 'Roll-ups', 'rollup_is_current', 'Các bảng nhìn hỏi: dùng được bảng tổng hợp không'),
        (878, 'Bảng tổng hợp', 'Roll-ups', 'rollup_is_stale', 'Các bảng nhìn hỏi: có phải đếm từ bảng gốc không'),
        (879, 'Bảng tổng hợp', 'Roll-ups', 'rollup_must_be_current', 'Kiểm tra lúc chạy câu lệnh đã lập kế hoạch theo bảng tổng hợp'),
        (809, 'Gắn với bảng sẵn có', 'In place', 'offered_indexes', 'In ra câu lệnh tạo các chỉ mục mà các bảng nhìn dùng được'),
        (810, 'Gắn với bảng sẵn có', 'In place', 'attached_relation', 'Bảng gốc của một lược đồ đã gắn'),
        (811, 'Gắn với bảng sẵn có', 'In place', 'report_06a_dossiers', 'Đúng những hồ sơ được đếm trong một ô của biểu II.06a'),
        (812, 'Gắn với bảng sẵn có', 'In place', 'report_html', 'Báo cáo của một kỳ thành trang để xem và in'),
        (813, 'Gắn với bảng sẵn có', 'In place', 'view_labels', 'Nhãn tiếng Việt của các cột trong bảng nhìn'),
        (821, 'Vẽ và viết cho trang báo cáo', 'Pages', 'svg_bars', 'Biểu đồ thanh các tỷ lệ so với chỉ tiêu'),
        (822, 'Vẽ và viết cho trang báo cáo', 'Pages', 'svg_trend', 'Biểu đồ đường các tỷ lệ theo tháng'),
        (823, 'Vẽ và viết cho trang báo cáo', 'Pages', 'html_text', 'Viết chữ vào trang HTML cho đúng'),
        (824, 'Vẽ và viết cho trang báo cáo', 'Pages', 'vi_number', 'Viết số có dấu chấm hàng nghìn: 17.391'),
        (825, 'Vẽ và viết cho trang báo cáo', 'Pages', 'vi_day', 'Viết ngày: 31/12/2020'),
        (851, 'Gắn với bảng sẵn có', 'In place', 'attach_opencps', 'Gắn với bảng hồ sơ của OpenCPS v2, ánh xạ sẵn mọi cột cần thiết'),
        (852, 'Gắn với bảng sẵn có', 'In place', 'import_opencps_calendar', 'Lấy ngày nghỉ, ngày làm bù và giờ làm việc từ OpenCPS v2 vào một lịch của motcua'),
        (750, 'Sắp xếp tiếng Việt', 'Vietnamese order', 'vi_sort_key', 'Khóa sắp xếp theo từ điển: từng âm tiết, chữ trước dấu sau, số theo giá trị'),
        (751, 'Sắp xếp tiếng Việt', 'Vietnamese order', 'vi_name_key', 'Khóa sắp xếp danh sách người: theo tên, rồi họ, rồi tên đệm'),
        (752, 'Sắp xếp tiếng Việt', 'Vietnamese order', 'vi_match_icu', 'Tìm kiếm bất đối xứng của chính ICU, để đối chiếu'),
        (753, 'Sắp xếp tiếng Việt', 'Vietnamese order', 'icu_version', 'Phiên bản ICU đang cài'),
        (754, 'Sắp xếp tiếng Việt', 'Vietnamese order', 'fold_version', 'Phiên bản bảng bỏ dấu; đổi thì phải REINDEX'),
        (720, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_match', 'Tìm tiếng Việt theo từng tiếng: dấu đã gõ phải đúng, dấu chưa gõ thì sao cũng được (toán tử @@~)'),
        (721, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_match_loose', 'Tìm không kể dấu (toán tử @@~*)'),
        (722, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_match_either', 'Như vi_match, và tìm được cả dữ liệu viết không dấu (toán tử @@~|)'),
        (723, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_match_fuzzy', 'Như vi_match, chấp nhận mỗi tiếng gõ sai một chữ (toán tử @@~~)'),
        (724, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_rank', 'Mức khớp giữa văn bản và từ tìm, từ 0 đến 1, để xếp kết quả'),
        (725, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_highlight', 'Đánh dấu những chỗ tìm thấy, giữ nguyên văn bản gốc'),
        (726, 'Tìm kiếm tiếng Việt', 'Vietnamese search', 'vi_index_check', 'Kiểm tra chỉ mục tìm kiếm: những dòng mà chỉ mục không tìm ra'),
        (901, 'Chung', 'General', 'version', 'Phiên bản của thư viện'),
        (902, 'Chung', 'General', 'help', 'Bảng hướng dẫn này; help(''lịch''), help(''rate'', ''en'')')
    ) AS g (ord, task_vi, task_en, name, description_vi)
    WHERE topic IS NULL
       OR pg_catalog.strpos(pg_catalog.lower(pg_catalog.concat_ws(' ', g.task_vi, g.task_en, g.name)),
                            pg_catalog.lower(topic)) > 0
    ORDER BY g.ord;
END;
COMMENT ON FUNCTION motcua.help(text, text) IS 'Lists what there is by task, in Vietnamese or in English (lang => ''en''); topic narrows it';
-- Everybody may call and read; what a DBA may write is granted with the tables.

GRANT USAGE ON SCHEMA motcua TO PUBLIC;
GRANT SELECT ON motcua.calendar, motcua.calendar_day, motcua.calendar_year, motcua.shift,
    motcua.calendars, motcua.calendar_days, motcua.shifts, motcua.stale_collations TO PUBLIC;
GRANT SELECT ON motcua.scale, motcua.scale_band, motcua.scorecard, motcua.criterion, motcua.observation, motcua.agency,
    motcua.scales, motcua.scale_bands, motcua.scorecards, motcua.criteria TO PUBLIC;

-- A trusted install leaves everything to the bootstrap superuser: the owner of the extension gets the DBA's tables.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.calendar, motcua.calendar_day, motcua.calendar_year, motcua.shift
    TO @extowner@ WITH GRANT OPTION;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.scale, motcua.scale_band, motcua.scorecard, motcua.criterion, motcua.observation, motcua.agency
    TO @extowner@ WITH GRANT OPTION;
GRANT SELECT ON motcua.attachments TO PUBLIC;
GRANT SELECT ON motcua.watches TO PUBLIC;
-- The log is read by whom the owner of the extension lets read it, and written by the triggers alone.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.change_log TO @extowner@ WITH GRANT OPTION;
GRANT SELECT ON motcua.rollup_member, motcua.rollups TO PUBLIC;
-- Restoring a dump and moving a roll-up are the owner's; add_rollup writes as the owner of the registry.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.rollup_member TO @extowner@ WITH GRANT OPTION;
