# Test OpenCPS v2, attached in place: every view over 50,000 synthetic dossiers in its own tables
# against plain SQL over them, older shapes of its tables, and its calendar imported.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql;

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);
my $database = 'mc_opencps';

sub psql {
    return decode( 'UTF-8', Psql::psql( $database, encode( 'UTF-8', $_[0] ), @_[ 1 .. $#_ ] ) );
}

sub psql_error {
    return decode(
        'UTF-8',
        Psql::psql_error( $database, encode( 'UTF-8', $_[0] ), @_[ 1 .. $#_ ] ) );
}

# Return the text of a file of test/.
sub file_text {
    my ($name) = @_;
    local $/;
    open my $file, '<:encoding(UTF-8)', "$FindBin::Bin/../../$name" or die "$name: $!";
    return <$file>;
}

# Check that two queries give the same rows, each as often.
sub same_rows {
    my ( $one, $other, $name ) = @_;
    my $differing = join '', map {
        psql("(SELECT * FROM ($_->[0]) AS a EXCEPT ALL SELECT * FROM ($_->[1]) AS b) LIMIT 3")
    } [ $one, $other ], [ $other, $one ];
    is( $differing, '', $name );
    return;
}

Psql::psql( 'postgres', "CREATE DATABASE $database" );
# JIT compilation would take seconds for queries that take tenths of a second.
Psql::psql( 'postgres', "ALTER DATABASE $database SET jit = off" );
psql( 'CREATE EXTENSION motcua; ' . file_text('opencps.sql') );
is( psql(
        q{SELECT count(*)
          FROM pg_attribute
          WHERE attrelid = 'opencps.opencps_dossier'::regclass AND attnum > 0}
    ),
    107,
    'the table of dossiers has all its columns' );

# ---- the dossiers ----
# There are two sites, every state, missing dates, and requests for papers that stop the clock.
psql( file_text('opencps_dossiers.sql') );
is( psql('SELECT count(*), count(DISTINCT dossierstatus) FROM opencps.opencps_dossier'),
    '50000|12', 'there are dossiers in every state' );

# This query describes the catalogs and the tables of OpenCPS, to show afterwards that nothing was
# left.
my $traces = q{SELECT (SELECT md5(string_agg(oid || relname, ',' ORDER BY oid)) FROM pg_class),
             (SELECT count(*) FROM pg_proc),
             (SELECT string_agg(nspname, ',' ORDER BY nspname)
              FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'),
             (SELECT count(*) FROM pg_depend), (SELECT count(*) FROM pg_type),
             (SELECT count(*) FROM pg_description),
             (SELECT md5(string_agg(d::text, ',' ORDER BY dossierid))
              FROM opencps.opencps_dossier AS d)};
my $before = psql($traces);

# The expected figures in plain SQL, with each site's own meaning of the action codes.
my $day = "date '2021-03-31'";
psql(<<"SQL");
CREATE SCHEMA plain;
CREATE TABLE plain.event AS
SELECT a.dossierid, a.createdate, c.dateoption,
       coalesce(nullif(a.actionuser, ''), a.username) AS officer,
       row_number() OVER (PARTITION BY a.dossierid
                          ORDER BY a.createdate, a.dossieractionid) AS place
FROM opencps.opencps_dossieraction AS a
LEFT JOIN opencps.opencps_actionconfig AS c USING (groupid, actioncode);
CREATE INDEX ON plain.event (dossierid, place);
CREATE TABLE plain.pause AS
SELECT e.dossierid, min(e.createdate) AS since
FROM plain.event AS e
JOIN (SELECT dossierid, coalesce(max(place) FILTER (WHERE dateoption IN (3, 6)), 0) AS resumed
      FROM plain.event GROUP BY dossierid) AS l USING (dossierid)
WHERE e.dateoption = 1 AND e.place > l.resumed GROUP BY e.dossierid;
CREATE TABLE plain.dossier AS
SELECT d.dossierid, d.groupid,
       CASE WHEN dossierno <> '' THEN dossierno ELSE d.dossierid::text END AS code,
       CASE WHEN govagencycode = 'H57.16.01' OR govagencyname = '' THEN govagencycode
            ELSE govagencyname END AS unit,
       CASE WHEN govagencycode = 'H57.16.01' THEN 'UBND xã Quảng B'
            WHEN govagencyname = 'Xã Quảng F' THEN 'UBND xã Quảng F'
            WHEN govagencyname = '' THEN govagencycode
            ELSE govagencyname END AS unit_name,
       CASE WHEN d.servicename = '' THEN d.servicecode ELSE d.servicename END AS procedure,
       s.domainname AS field,
       (SELECT officer
        FROM plain.event AS e
        WHERE e.dossierid = d.dossierid
        ORDER BY place DESC
        LIMIT 1) AS officer,
       online_ AS online, receivedate AS r, duedate AS d,
       CASE WHEN releasedate IS NOT NULL THEN releasedate
            WHEN finishdate IS NOT NULL THEN finishdate
            WHEN dossierstatus = 'cancelled' AND cancellingdate IS NOT NULL THEN cancellingdate
            WHEN dossierstatus IN ('cancelled', 'unresolved', 'done')
                 THEN modifieddate END AS ended,
       p.since AS p, finishdate AS returned_at, dossierstatus AS status, durationcount, durationunit
FROM opencps.opencps_dossier AS d
LEFT JOIN opencps.opencps_serviceinfo AS s USING (groupid, servicecode)
LEFT JOIN plain.pause AS p USING (dossierid)
WHERE receivedate IS NOT NULL AND dossierstatus NOT IN ('new', 'receiving', 'denied');
CREATE INDEX ON plain.dossier (dossierid);
CREATE VIEW plain.shown AS
SELECT *, CASE WHEN ended::date <= $day THEN ended END AS e
FROM plain.dossier;
CREATE FUNCTION plain.form(since date, till date, site bigint DEFAULT NULL)
    RETURNS TABLE (label text, received_total bigint, received_online bigint,
                   received_direct bigint, carried bigint, resolved_total bigint, early bigint,
                   on_time bigint, late bigint, open_total bigint, open_in_time bigint,
                   open_overdue bigint)
LANGUAGE sql STABLE AS \$\$
    SELECT coalesce(unit_name, 'Chưa xác định'),
           count(*) FILTER (WHERE r::date <= till AND (e IS NULL OR e >= since)),
           count(*) FILTER (WHERE r::date BETWEEN since AND till AND online),
           count(*) FILTER (WHERE r::date BETWEEN since AND till AND online IS NOT TRUE),
           count(*) FILTER (WHERE r::date < since AND (e IS NULL OR e >= since)),
           count(*) FILTER (WHERE e >= since), count(*) FILTER (WHERE e >= since AND e < d::date),
           count(*) FILTER (WHERE e >= since AND (e = d::date OR d IS NULL)),
           count(*) FILTER (WHERE e >= since AND e > d::date),
           count(*) FILTER (WHERE r::date <= till AND e IS NULL),
           count(*) FILTER (WHERE r::date <= till
                              AND e IS NULL
                              AND (d IS NULL OR d::date >= till OR p::date <= till)),
           count(*) FILTER (WHERE r::date <= till
                              AND e IS NULL
                              AND d::date < till
                              AND (p::date <= till) IS NOT TRUE)
    FROM (SELECT unit_name, online, r, d, p, CASE WHEN ended::date <= till THEN ended::date END AS e
          FROM plain.dossier WHERE groupid = site OR site IS NULL) AS x
    GROUP BY 1
\$\$;
SQL
$before = psql($traces);

# ---- attached, with somebody else's operators in the way ----
psql(<<"SQL");
CREATE SCHEMA trap;
CREATE FUNCTION trap.no(varchar, varchar) RETURNS boolean LANGUAGE sql AS 'SELECT false';
CREATE OPERATOR trap.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = trap.no);
CREATE FUNCTION trap.coalesce_nothing() RETURNS text LANGUAGE sql AS 'SELECT 1::text';
SET search_path = trap;
SELECT motcua.attach_opencps('opencps', 'so', as_of => \$\$$day\$\$);
RESET search_path;
DROP SCHEMA trap CASCADE;
SQL
is( psql('SELECT schema_name, relation, rights FROM motcua.attachments'),
    'so|opencps.opencps_dossier|invoker', 'it is an attachment like any other' );
same_rows(
    'SELECT code, unit, procedure, field, officer, online, received_at, due_at, ended_at,
            paused_since, returned_at
     FROM so.source',
    q{SELECT code, unit, procedure, coalesce(field, 'Chưa xác định'), officer, online, r, d,
             ended, p, returned_at
      FROM plain.dossier},
    'every row is mapped as plain SQL maps it' );
cmp_ok(
    psql('SELECT count(*) FROM so.source WHERE paused_since IS NOT NULL'), '>', 2000,
    'the clock of some dossiers is stopped' );
is( psql(
        q{SELECT count(*)
          FROM so.source AS s JOIN plain.dossier AS d USING (code)
          WHERE s.time_limit IS DISTINCT FROM CASE
              WHEN d.durationcount > 0 THEN replace(d.durationcount::text, '.0', '') || CASE
                  d.durationunit WHEN 0 THEN ' ngày làm việc' ELSE ' giờ làm việc' END END}
    ),
    0,
    'time limits' );
is( psql(
        q{SELECT string_agg(l, ', ' ORDER BY l COLLATE "C")
          FROM (SELECT DISTINCT time_limit AS l FROM so.source) AS x}
    ),
    '1 ngày làm việc, 10 ngày làm việc, 15 ngày làm việc, 2.5 ngày làm việc, 3 ngày làm việc, 5 '
        . 'ngày làm việc, 8 giờ làm việc',
    'time limits read as procedures print them' );
is( psql(q{SELECT count(*) FROM so.anomaly WHERE kind = 'unreadable_limit'}), 0,
    'all time limits can be read' );
is( psql(
        q{SELECT string_agg(DISTINCT s.ended_as || ' ' || d.status,
                            ', ' ORDER BY s.ended_as || ' ' || d.status)
          FROM so.source AS s JOIN plain.dossier AS d USING (code)
          WHERE s.ended_as <> 'result'}
    ),
    'stopped unresolved, withdrawn cancelled',
    'the kinds of end are those of plain SQL' );
is( psql(q{SELECT string_agg(DISTINCT channel, ', ' ORDER BY channel) FROM so.source}),
    'Dịch vụ bưu chính, Trực tiếp, Trực tuyến', 'the channels have their names' );
is( psql(q{SELECT string_agg(DISTINCT service_level, ', ' ORDER BY service_level) FROM so.source}),
    '3, 4', 'the levels of service are 3 and 4' );

my $columns =
      'received_total, received_online, received_direct, carried, resolved_total, early, on_time, '
    . 'late, open_total, open_in_time, open_overdue';
same_rows(
    "SELECT unit_name, $columns FROM so.on_time_by_unit",
    "SELECT * FROM plain.form('2021-01-01', $day)", 'on_time_by_unit' );
same_rows(
    "SELECT label, $columns
     FROM motcua.report_06a('so', '[2020-04-01,2020-06-30]')
     WHERE tt IS NOT NULL",
    q{SELECT * FROM plain.form('2020-04-01', '2020-06-30')},
    'report_06a of a past quarter is that of plain SQL' );
is( psql(
        q{SELECT received_total
          FROM motcua.report_06a('so', '[2020-01-01,2021-03-31]')
          WHERE label = 'Tổng cộng'}
    ),
    psql("SELECT count(*) FROM plain.dossier WHERE r::date <= $day"),
    'the total has all dossiers' );
same_rows(
    q{SELECT code, unit_name, officer FROM so.overdue},
    "SELECT code, coalesce(unit_name, 'Chưa xác định'), officer
     FROM plain.shown
     WHERE r::date <= $day AND e IS NULL AND d::date < $day AND (p::date <= $day) IS NOT TRUE",
    'overdue lists the right dossiers with their agency and officer' );
same_rows(
    q{SELECT code, paused_since FROM so.dossier WHERE outcome = 'paused'},
    "SELECT code, p FROM plain.shown WHERE r::date <= $day AND e IS NULL AND p::date <= $day",
    'the right dossiers are paused, since the right moment' );
same_rows(
    q{SELECT field, received_total FROM so.on_time_by_field},
    "SELECT coalesce(field, 'Chưa xác định'),
            count(*) FILTER (WHERE r::date <= $day AND (e IS NULL OR e >= '2021-01-01'))
     FROM plain.shown GROUP BY 1",
    'the fields come from the catalogue of procedures' );
same_rows(
    q{SELECT code
      FROM motcua.report_06a_dossiers('so', '[2021-01-01,2021-03-31]', 10, 'UBND xã Quảng B')},
    "SELECT code
     FROM plain.shown
     WHERE unit_name = 'UBND xã Quảng B' AND e >= '2021-01-01' AND e::date > d::date",
    'the dossiers behind a cell of an agency that is known by its code' );
is( psql('SELECT count(*) FROM so.consistency'), 0, 'the view consistency has no complaint' );

# ---- upkeep; one site ----
my $fingerprint = 'SELECT md5(string_agg(s::text, E\'\n\' ORDER BY s.code)) FROM so.source AS s';
my $source      = psql($fingerprint);
psql(
    q{SELECT motcua.suspend_attachment('so');
      ALTER TABLE opencps.opencps_dossier ALTER govagencyname TYPE varchar(1024);
      SELECT motcua.resume_attachment('so')}
);
is( psql($fingerprint), $source,
    'an attachment that was suspended for a migration and resumed has the same rows' );
psql(q{SELECT motcua.detach('so')});
is( psql($traces), $before, 'detach leaves nothing behind' );
psql(qq{SELECT motcua.attach_opencps('opencps', 'Sở 2', groupid => 20102, as_of => \$\$$day\$\$)});
same_rows(
    qq{SELECT unit_name, $columns FROM "Sở 2".on_time_by_unit},
    "SELECT * FROM plain.form('2021-01-01', $day, 20102)", 'one site' );
psql(q{SELECT motcua.detach('Sở 2')});

# ---- rights ----
psql(
    qq{CREATE ROLE mc_reader;
       SELECT motcua.attach_opencps('opencps', 'mine', rights => 'owner', as_of => \$\$$day\$\$);
       GRANT USAGE ON SCHEMA mine TO mc_reader; GRANT SELECT ON mine.on_time_by_unit TO mc_reader}
);
is( psql('SET ROLE mc_reader; SELECT count(*) > 5 FROM mine.on_time_by_unit'), 't',
    'with rights => owner a reader needs only the right to the view' );
psql(q{SELECT motcua.detach('mine')});
psql(
    qq{SELECT motcua.attach_opencps('opencps', 'mine', as_of => \$\$$day\$\$);
       GRANT USAGE ON SCHEMA mine TO mc_reader;
       GRANT SELECT ON ALL TABLES IN SCHEMA mine TO mc_reader}
);
like(
    psql_error('SET ROLE mc_reader; SELECT count(*) FROM mine.on_time_by_unit'),
    qr/42501.*permission denied/,
    'with rights => invoker a reader also needs the right to the tables' );
psql(q{SELECT motcua.detach('mine')});

# ---- the shape of branch master ----
# It has five columns fewer, lacks the tables of actions and procedures, and stores its dates in
# UTC.
my $older = '"Dịch ""vụ"" công"';
psql(<<"SQL");
CREATE SCHEMA $older;
CREATE TABLE $older.opencps_dossier (LIKE opencps.opencps_dossier INCLUDING ALL);
INSERT INTO $older.opencps_dossier SELECT * FROM opencps.opencps_dossier WHERE dossierid <= 5000;
ALTER TABLE $older.opencps_dossier DROP postalcodesend, DROP postalcodereceived,
DROP lastreceivedate, DROP lastsenddate, DROP servicelevel;
SELECT motcua.attach_opencps('Dịch "vụ" công', 'master', as_of => \$\$$day\$\$);
SQL
same_rows(
    'SELECT code, unit, procedure, received_at, due_at, ended_at FROM master.source',
    'SELECT code, unit, procedure, r, d, ended FROM plain.dossier WHERE dossierid <= 5000',
    'branch master: every row is mapped as plain SQL maps it' );
is( psql(
        q{SELECT count(*) FILTER (WHERE field <> 'Chưa xác định'), count(officer),
                 count(service_level)
          FROM master.source}
    ),
    '0|0|0',
    'branch master: what its tables do not say is NULL' );
same_rows(
    'SELECT code, paused_since FROM master.source WHERE paused_since IS NOT NULL',
    "SELECT code, modifieddate
     FROM plain.dossier JOIN $older.opencps_dossier USING (dossierid)
     WHERE lockstate = 'PAUSE'",
    'branch master: the state alone says what is paused' );
psql(
    qq{SELECT motcua.detach('master'); ALTER TABLE $older.opencps_dossier DROP fromviapostal;
    SELECT motcua.attach_opencps('Dịch "vụ" công', 'master', time_zone => 'UTC',
                                 as_of => \$\$$day\$\$)}
);
is( psql(
        q{SELECT count(*) FILTER (WHERE received_at <> r + interval '7 hours'),
                 bool_or(channel = 'Dịch vụ bưu chính')
          FROM master.source JOIN plain.dossier USING (code)}
    ),
    '0|t',
    'dates in UTC are converted, and a still older shape knows only the channel of post' );
psql(qq{SELECT motcua.detach('master'); DROP SCHEMA $older CASCADE});
psql(
    qq{SELECT motcua.attach_opencps('opencps', 'three', as_of => \$\$$day\$\$)
       FROM (SELECT 1) AS one; ALTER TABLE opencps.opencps_actionconfig RENAME TO kept;
       SELECT motcua.attach_opencps('opencps', 'four', as_of => \$\$$day\$\$)}
);
is( psql(q{SELECT count(*) FROM three.source WHERE paused_since IS NOT NULL}),
    psql('SELECT count(*) FROM plain.dossier WHERE p IS NOT NULL'),
    'an attachment follows a table that is renamed' );
is( psql(
        q{SELECT count(*)
          FROM four.source AS f JOIN opencps.opencps_dossier AS d ON f.code = d.dossierno
          WHERE f.paused_since <> coalesce(d.lastsenddate, d.modifieddate)}
    ),
    0,
    'without the configuration of actions a pause begins at the last send-back' );
psql(
    q{SELECT motcua.detach('three'), motcua.detach('four');
      ALTER TABLE opencps.kept RENAME TO opencps_actionconfig}
);
is( psql($traces), $before, 'after all this nothing is left behind' );

# ---- refused ----
like(
    psql_error(q{SELECT motcua.attach_opencps('nowhere', 's')}),
    qr/3F000.*schema "nowhere" does not exist/, 'a schema that does not exist is refused' );
like(
    psql_error(q{SELECT motcua.attach_opencps('public', 's')}),
    qr/42P01.*schema "public" has no table "opencps_dossier"/,
    'a schema without the tables of OpenCPS is refused' );
like(
    psql_error(q{SELECT motcua.attach_opencps('opencps', NULL)}),
    qr/22004.*"schema_name" of attach_opencps/, 'a missing name for the views is refused' );
like(
    psql_error(q{SELECT motcua.attach_opencps('opencps', 's', rights => 'all')}),
    qr/22023.*unknown rights "all"/, 'rights that attach refuses are refused' );
like(
    psql_error(q{SELECT motcua.attach_opencps('opencps', 's', as_of => '1; DROP TABLE x')}),
    qr/argument "as_of"/, 'an argument that is no expression is refused' );

# ---- the calendar ----
psql(<<'SQL');
INSERT INTO opencps.opencps_holiday (holidayid, groupid, holidaydate, description, holidaytype)
SELECT i, 20101, timestamp '2021-02-09' + i * interval '1 day', 'Tết Nguyên đán', 0
FROM generate_series(1, 7) AS i;
INSERT INTO opencps.opencps_holiday (holidayid, groupid, holidaydate, description, holidaytype)
VALUES
    (11, 20101, '2021-03-10', 'Lễ hội', NULL),
    (12, 20101, '2021-03-13', 'Làm bù', 1),
    (13, 20101, '2021-03-10', NULL, 0),
    (14, 20101, '2025-05-02', 'Nghỉ hoán đổi', 0),
    (15, 20101, '2025-04-26', 'Làm bù 02/5', 1),
    (21, 20102, '2021-03-10', '', 0);
INSERT INTO opencps.opencps_worktime (worktimeid, groupid, day, hours)
SELECT d, 20101, d, '07:00-11:30,13:30-17:00'
FROM generate_series(2, 6) AS d;
INSERT INTO opencps.opencps_worktime (worktimeid, groupid, day, hours)
SELECT 10 + d, 20102, d, ' 7:30-11:30 , 13:00-17:00'
FROM generate_series(2, 5) AS d;
INSERT INTO opencps.opencps_worktime (worktimeid, groupid, day, hours) VALUES
    (16, 20102, 6, '07:30-11:30'), (17, 20102, 7, '07:30-11:30');
SQL
is( psql(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_1', 20101)}), '9|2|2',
    'the import returns the numbers of days off, make-up days and shifts' );
is( psql(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_2', 20102)}), '1|0|2',
    'another site' );
is( psql(q{SELECT name, title, parent, work_week FROM motcua.calendar ORDER BY name}),
    "so_1|OpenCPS, groupid 20101|vn|1111100\nso_2|OpenCPS, groupid 20102|vn|1111110",
    'the imported calendars have the parent vn' );
is( psql(q{SELECT calendar, weekdays, opens, closes FROM motcua.shift ORDER BY 1, 3}),
    "so_1|1111100|07:00:00|11:30:00\nso_1|1111100|13:30:00|17:00:00\nso_2|1111110|07:30:00|11:30:00\nso_2|1111000|13:00:00|17:00:00",
    'the shifts have the hours of each weekday' );
is( psql(
        q{SELECT string_agg(motcua.is_working_day(d::date, 'so_1')::text, ' ' ORDER BY d)
          FROM generate_series(date '2021-03-09', '2021-03-14', '1 day') AS d}
    ),
    'true false true true true false',
    'the calendar has the day off and the make-up Saturday' );
is( psql(
        q{SELECT motcua.due_on('2021-03-09', '3 ngày làm việc', 'so_1'),
                 motcua.due_on('2021-03-09', '3 ngày làm việc', 'vn'),
                 motcua.due_on('2025-04-26', '2 ngày làm việc', 'so_1')}
    ),
    '2021-03-13|2021-03-12|2025-04-29',
    'working days are counted, also from a receipt on a make-up Saturday' );
is( psql(
        q{SELECT motcua.is_working_day('2021-02-17', 'so_1'),
                 motcua.is_working_day('2021-02-16', 'so_1'),
                 motcua.is_working_day('2022-02-01', 'so_1')}
    ),
    't|f|f',
    'what OpenCPS does not say is as in vn, such as Tết of the next year' );
is( psql(
        q{SELECT motcua.working_time_between(timestamp '2021-03-12 16:00',
                                             timestamp '2021-03-15 08:00', 'so_1'),
                 motcua.add_working_time(timestamp '2021-03-12 16:00', '2 hours', 'so_1')}
    ),
    '10:00:00|2021-03-13 08:00:00',
    'a make-up Saturday has the hours of Monday' );
is( psql(
        q{SELECT motcua.working_time_between(timestamp '2021-03-12 00:00',
                                             timestamp '2021-03-14 00:00', 'so_2'),
                 motcua.add_working_days('2021-03-11', 2, 'so_2')}
    ),
    '08:00:00|2021-03-13',
    'half a Friday and half a Saturday have their hours' );
is( psql(
        q{SELECT day, kind, reason, title, source
          FROM motcua.calendar_day
          WHERE calendar = 'so_1' AND day >= '2021-03-01' AND day < '2022-01-01'
          ORDER BY day}
    ),
    "2021-03-10|off|holiday|Lễ hội|OpenCPS, holidayid 11\n2021-03-13|work|swap|Làm bù|OpenCPS, "
        . "holidayid 12",
    'each day names its source' );

# The calendar is imported again: days that are gone in OpenCPS go here, and days that the DBA added
# stay.
psql(
    q{DELETE FROM opencps.opencps_holiday WHERE holidayid = 1;
    INSERT INTO motcua.calendar_day (calendar, day, kind, title) VALUES
        ('so_1', '2021-06-01', 'off', 'Của tôi');
    UPDATE motcua.calendar_day
    SET kind = 'work', source = 'Công văn'
    WHERE calendar = 'so_1' AND day = '2021-03-10'}
);
is( psql(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_1', 20101)}), '7|2|2',
    'imported again' );
is( psql(
        q{SELECT motcua.is_working_day('2021-03-10', 'so_1'),
                 motcua.is_working_day('2021-06-01', 'so_1'),
                 (SELECT count(*)
                  FROM motcua.calendar_day
                  WHERE calendar = 'so_1' AND day = '2021-02-10')}
    ),
    't|f|0',
    'a second import replaces only its own days' );
psql(qq{SELECT motcua.attach_opencps('opencps', 'so', calendar => 'so_1', as_of => \$\$$day\$\$)});
is( psql(q{SELECT string_agg(DISTINCT calendar, ',') FROM so.dossier}), 'so_1',
    'the views count by the imported calendar' );

# The days are stored in UTC as midnight in Viet Nam.
psql(
    q{INSERT INTO opencps.opencps_holiday (holidayid, groupid, holidaydate, holidaytype) VALUES
          (31, 20103, '2021-03-09 17:00', 0)}
);
psql(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_3', 20103, time_zone => 'UTC')});
is( psql(q{SELECT day FROM motcua.calendar_day WHERE calendar = 'so_3'}), '2021-03-10',
    'a day stored in UTC is the day in Viet Nam' );
is( psql(
        q{SELECT work_week IS NULL, (SELECT count(*) FROM motcua.shift WHERE calendar = 'so_3')
          FROM motcua.calendar WHERE name = 'so_3'}
    ),
    't|0',
    'a site without hours keeps those of vn' );
like(
    psql_error(
        q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_3', 20103); SELECT 1 / 0}),
    qr/WARNING:.*holidayid 31: holidaydate "2021-03-09 17:00:00" is not midnight.*time_zone => 'UTC'.*division/s,
    'a time zone that does not fit the days causes a warning' );

# ---- a value that cannot be read: the error names row and value, and nothing is imported ----
my $tables_now =
    q{SELECT (SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM motcua.calendar AS t),
             (SELECT md5(string_agg(t::text, ',' ORDER BY t::text))
              FROM motcua.calendar_day AS t),
             (SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM motcua.shift AS t)};
my $kept = psql($tables_now);
for my $case (
    [   worktime => q{3, '07:00-11:30;13:30-17:00'},
        qr/22P02.*opencps_worktime worktimeid 99: hours "07:00-11:30;13:30-17:00" is not written/ ],
    [ worktime => q{3, '25:00-26:00'}, qr/22P02.*hours "25:00-26:00"/ ],
    [ worktime => q{3, '11:30-07:00'}, qr/22P02.*hours "11:30-07:00"/ ],
    [ worktime => q{3, '07:00-11:30,'}, qr/22P02.*hours "07:00-11:30,"/ ],
    [ worktime => q{3, '07:00-11:60'}, qr/22P02.*hours "07:00-11:60"/ ],
    [ worktime => q{3, ''}, qr/22P02.*hours "" is not/ ],
    [ worktime => q{3, NULL}, qr/22P02.*hours "NULL" is not/ ],
    [   worktime => q{3, '07:00-11:30,11:00-17:00'},
        qr/22P02.*hours "07:00-11:30,11:00-17:00" overlaps itself/ ],
    [ worktime => q{8, '07:00-11:30'}, qr/22023.*worktimeid 99: day "8" is no weekday/ ],
    [ worktime => q{NULL, '07:00-11:30'}, qr/22023.*day "NULL" is no weekday/ ],
    [ worktime => q{2, '07:00-11:30'}, qr/22023.*worktimeid 99: day "2" has hours in another row/ ],
    [   holiday => q{'2021-07-01', 5},
        qr/22023.*opencps_holiday holidayid 99: holidaytype "5" is neither/ ],
    [ holiday => q{NULL, 0}, qr/22008.*holidayid 99: holidaydate "NULL" is no day/ ],
    [   holiday => q{'1970-01-01', 0},
        qr/22008.*holidaydate "1970-01-01 00:00:00" is no day from 1990 to 2100/ ],
    [ holiday => q{'infinity', 0}, qr/22008.*holidaydate "infinity" is no day/ ],
    [   holiday => q{'2021-03-13', 0},
        qr/22023.*holidayid 99: holidaydate "2021-03-13 00:00:00" is a day off in one row/ ],
    )
{
    my ( $table, $values, $message ) = @$case;
    my $names =
        $table eq 'worktime'
        ? 'worktimeid, groupid, day, hours'
        : 'holidayid, groupid, holidaydate, holidaytype';
    psql(q{DELETE FROM opencps.opencps_worktime WHERE groupid = 20101 AND day = 3});
    psql(qq{INSERT INTO opencps.opencps_$table ($names) VALUES (99, 20101, $values)});
    like(
        psql_error(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_1', 20101)}),
        $message, "$table: $values" );
    psql(qq{DELETE FROM opencps.opencps_$table WHERE ${table}id = 99});
}
is( psql($tables_now), $kept, 'nothing was imported' );
like(
    psql_error(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_9', 5)}),
    qr/22023.*groupid "5" has neither/, 'a site that does not exist is refused' );
like(
    psql_error(q{SELECT * FROM motcua.import_opencps_calendar('opencps', 'vn', 20101)}),
    qr/22023.*calendar "vn" is shipped/, 'an import into a shipped calendar is refused' );
like(
    psql_error(q{SELECT * FROM motcua.import_opencps_calendar('public', 'so_9', 20101)}),
    qr/42P01.*schema "public" has no table "opencps_holiday"/,
    'a schema without the tables of OpenCPS is refused' );
like(
    psql_error(
        q{SET ROLE mc_reader;
          SELECT * FROM motcua.import_opencps_calendar('opencps', 'so_9', 20101)}
    ),
    qr/42501/,
    'only a role that may read OpenCPS and write calendars may import' );

Psql::psql( 'postgres', "DROP DATABASE $database" );
Psql::psql( 'postgres', 'DROP ROLE mc_reader' );
done_testing();
