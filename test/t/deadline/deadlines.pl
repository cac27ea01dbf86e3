# Test deadlines against an oracle that walks over days and hours, with random cases on calendars of
# every policy. The cases are the same each time. MOTCUA_SEED and MOTCUA_CASES (some thousands at
# least) ask for others.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Test::More;
use Psql qw(psql run);

my $seed   = $ENV{MOTCUA_SEED}  // 2021;
my $count  = $ENV{MOTCUA_CASES} // 60_000;
my $folder = tempdir( CLEANUP => 1 );
my $db     = 'mc_deadlines';

psql( 'postgres', "CREATE DATABASE $db" );
psql( $db, <<'SQL' );
CREATE EXTENSION motcua;
INSERT INTO motcua.calendar (name, parent, work_week, time_zone, late_reception, same_day_cutoff,
                             due_time)
VALUES
    ('desk', 'vn', NULL, NULL, NULL, NULL,
     NULL),  -- Saturday mornings receive, the time does not run
    ('seven_and_a_half', 'vn', NULL, NULL, NULL, NULL, NULL),
    ('event_day', 'vn', NULL, NULL, 'event_day', NULL, NULL),
    ('same_time', 'vn', NULL, NULL, NULL, NULL, 'same_time'),
    ('midnight', 'vn', NULL, NULL, NULL, NULL, 'midnight'),
    ('cutoff', 'vn', NULL, NULL, NULL, '14:00', NULL),
    ('half_saturday', 'vn', '1111110', NULL, NULL, NULL, NULL),  -- Saturday mornings count
    ('seasons', 'vn', NULL, NULL, NULL, NULL, NULL),
    ('local_days', 'vn', NULL, NULL, NULL, NULL, NULL),
    ('tokyo', 'vn', NULL, 'Asia/Tokyo', NULL, NULL, NULL),  -- a consulate
    ('berlin', 'vn_statutory', NULL, 'Europe/Berlin', NULL, NULL, NULL),
    ('berlin_night', 'berlin', '1111111', NULL, 'event_day', '23:30', 'same_time'),
    ('desk_child', 'desk', NULL, NULL, 'event_day', '10:15:30', 'same_time'),
    ('desk_midnight', 'desk', NULL, NULL, NULL, '06:00', 'midnight'),
    ('event_midnight', 'local_days', NULL, NULL, 'event_day', '23:59:59', 'midnight'),
    ('odd_seconds', 'seasons', '1111110', NULL, NULL, '11:30', 'same_time'),
    ('evening', 'vn', NULL, NULL, 'event_day', '23:00', NULL),  -- closes at 24:00
    ('always', 'vn', '1111111', NULL, NULL, '23:59:59', 'same_time');
INSERT INTO motcua.shift (calendar, valid, season_start, season_end, weekdays, opens, closes,
                          counts)
VALUES
    ('desk', '(,)', '01-01', '12-31', '0000010', '07:30', '11:30', false),
    ('seven_and_a_half', '(,)', '01-01', '12-31', '1111100', '07:30', '11:30', true),
    ('seven_and_a_half', '(,)', '01-01', '12-31', '1111100', '13:30', '17:00', true),
    ('half_saturday', '(,)', '01-01', '12-31', '1111110', '07:30', '11:30', true),
    ('half_saturday', '(,)', '01-01', '12-31', '1111100', '13:00', '17:00', true),
    -- summer and winter of different length, from 2018; a desk after hours in 2022
    ('seasons', '[2018-01-01,)', '04-16', '10-15', '1111100', '07:00', '11:30', true),
    ('seasons', '[2018-01-01,)', '10-16', '04-15', '1111100', '07:30', '11:30', true),
    ('seasons', '[2018-01-01,)', '01-01', '12-31', '1111100', '13:30', '17:00', true),
    ('seasons', '[2022-01-01,2023-01-01)', '01-01', '12-31', '0001010', '17:00', '19:00', false),
    -- its Fridays are its own, and only receive on the afternoon
    ('desk_child', '(,2026-07-01)', '01-01', '12-31', '0000100', '08:00', '12:00', true),
    ('desk_child', '(,2026-07-01)', '01-01', '12-31', '0000100', '14:00', '16:00', false),
    -- make-up Saturdays have hours of their own
    ('desk_midnight', '(,)', '02-29', '11-30', '0000010', '08:00', '11:00', true),
    ('desk_midnight', '(,)', '01-01', '12-31', '0000010', '14:00', '16:00', false),
    ('odd_seconds', '[2015-06-01,)', '01-01', '12-31', '1010110', '07:31:07', '11:29:59', true),
    ('odd_seconds', '[2015-06-01,)', '01-01', '12-31', '1010100', '12:00:01', '12:00:02', true),
    ('odd_seconds', '[2015-06-01,)', '01-01', '12-31', '1110000', '13:00', '18:20:40', false),
    ('berlin_night', '(,)', '01-01', '12-31', '1111111', '01:15', '04:45', true),
    ('berlin_night', '(,)', '01-01', '12-31', '1111101', '20:00', '23:30', true),
    ('evening', '(,)', '01-01', '12-31', '1111000', '08:00', '12:00', true),
    ('evening', '(,)', '01-01', '12-31', '1111000', '20:00', '24:00', true),
    ('evening', '(,)', '01-01', '12-31', '0000100', '08:00', '17:00', true),
    ('always', '(,)', '01-01', '12-31', '1111111', '00:00', '24:00', true);
INSERT INTO motcua.calendar_day (calendar, day, kind, reason)
SELECT 'local_days', day::date, CASE WHEN extract(isodow FROM day) > 5 THEN 'work' ELSE 'off' END,
       (ARRAY['local', 'swap', 'holiday', 'compensation'])[i % 4 + 1]
FROM generate_series(timestamp '2010-01-05', '2030-12-20', '17 days') WITH ORDINALITY AS g (day, i);
-- off on weekends too, and a working Tết
INSERT INTO motcua.calendar_day (calendar, day, kind, reason)
SELECT 'local_days', day::date, 'off', 'local'
FROM generate_series(timestamp '2010-05-01', '2030-12-20', '91 days') AS day
UNION ALL SELECT 'local_days', motcua.tet(y), 'work', 'local'
FROM generate_series(2012, 2030, 3) AS y
UNION ALL SELECT 'event_midnight', day::date, 'off', 'local'
FROM generate_series(timestamp '2021-08-02', '2021-08-29', '1 day') AS day
ON CONFLICT DO NOTHING;
CREATE TABLE zone AS WITH RECURSIVE chain AS (
    SELECT name AS calendar, parent, time_zone FROM motcua.calendars
    UNION ALL
    SELECT chain.calendar, c.parent, c.time_zone
    FROM chain JOIN motcua.calendars AS c ON c.name = chain.parent
    WHERE chain.time_zone IS NULL
)
SELECT calendar, time_zone FROM chain WHERE time_zone IS NOT NULL;
SQL

# ---- what the oracle is given: days and hours ----

psql( $db, <<"SQL" );
\\copy (SELECT name, parent, late_reception, same_day_cutoff, due_time FROM motcua.calendars) TO '$folder/calendars'
\\copy (SELECT calendar, (origin = 'shipped')::int, lower(valid), upper(valid), season_start, season_end, weekdays, opens, closes, counts FROM motcua.shifts) TO '$folder/shifts'
\\copy (SELECT name, '1990-01-01', (SELECT string_agg(CASE WHEN motcua.is_working_day(day::date, name) THEN 'w' WHEN (motcua.explain_day(day::date, name)).reason = 'work_week' THEN 'r' ELSE 'o' END, '' ORDER BY day) FROM generate_series(timestamp '1990-01-01', '2100-12-31', '1 day') AS day) FROM motcua.calendars) TO '$folder/days'
SQL
my ( $said, $status ) =
    run( 'python3', "$FindBin::Bin/../../oracle/deadlines.py", $folder, $seed, $count );
is( $status, 0, "the oracle found the deadlines of $count cases, seed $seed" ) or BAIL_OUT($said);

# ---- what the extension answers ----

psql( $db, <<"SQL" );
CREATE UNLOGGED TABLE oracle (
    number integer,
    calendar text COLLATE "C",
    received timestamp,
    amount numeric,
    unit text,
    due_on date,
    due_at timestamp,
    ends boolean
);
\\copy oracle FROM '$folder/cases'
CREATE UNLOGGED TABLE known AS
SELECT o.*, motcua.make_time_limit(amount, unit) AS time_limit, time_zone
FROM oracle AS o JOIN zone USING (calendar);
CREATE TABLE value AS
SELECT name AS calendar, motcua.calendar_value(name) AS value
FROM motcua.calendars;
SQL
is( psql( $db, 'SELECT count(*), count(DISTINCT calendar), count(DISTINCT unit) FROM known' ),
    "$count|20|8", 'there are cases of 20 calendars and 8 units' );
cmp_ok(
    psql(
        $db,
        'SELECT min(n)
         FROM (SELECT count(*) AS n
               FROM known WHERE due_at IS NOT NULL GROUP BY calendar, unit) AS x'
    ),
    '>',
    $count / 2000,
    'each calendar has cases of each unit' );
is( psql( $db, 'SELECT count(*) FROM known WHERE due_at <= received AND due_at IS NOT NULL' ), 0,
    'no due date is before the receipt' );

# Compare the answers with those of the oracle, and show the first ten that differ.
sub same {
    my ( $name, $answer, $expected, $options ) = @_;
    my $wrong = psql( $db, <<~"SQL", options => $options );
        SELECT number, calendar, to_char(received, 'Dy'), received, amount, unit, $answer AS answer,
               $expected AS oracle
        FROM known JOIN value USING (calendar)
        WHERE $expected IS NOT NULL AND $answer IS DISTINCT FROM $expected ORDER BY calendar, number
        SQL
    my @wrong = split /\n/, $wrong;
    is( scalar @wrong, 0, $name )
        or diag(
        join "\n", 'number|calendar|weekday|received|amount|unit|answer|oracle',
        splice @wrong, 0, 10 );
}

# A wall time that the clock skipped has no instant of its own, so such cases are left out.
my $instant =
      "CASE WHEN (received AT TIME ZONE time_zone) AT TIME ZONE time_zone = received THEN received "
    . "AT TIME ZONE time_zone END";
my $due =
      "CASE WHEN (received AT TIME ZONE time_zone) AT TIME ZONE time_zone = received THEN due_at "
    . "AT TIME ZONE time_zone END";
my ( $utc, $new_york, $vietnam ) = map {"-c TimeZone=$_"} qw(UTC America/New_York Asia/Ho_Chi_Minh);
same(
    'due_on, calendar by name', 'motcua.due_on(received::date, time_limit, calendar)', 'due_on',
    $utc );
same(
    'due_on, calendar by value', 'motcua.due_on(received::date, time_limit, value)', 'due_on',
    $new_york );
same(
    'due_at of timestamp, by name', 'motcua.due_at(received, time_limit, calendar)', 'due_at',
    $new_york );
same(
    'due_at of timestamp, by value', 'motcua.due_at(received, time_limit, value)', 'due_at',
    $vietnam );
same(
    'due_at of timestamptz, by name', "motcua.due_at($instant, time_limit, calendar)", $due,
    $utc );
same(
    'due_at of timestamptz, by value', "motcua.due_at($instant, time_limit, value)", $due,
    $new_york );

# ---- beyond the coverage ----

psql( $db, <<'SQL' );
CREATE FUNCTION tried(call text, received timestamp, time_limit motcua.time_limit, calendar text)
    RETURNS text
LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE 'SELECT ' || call INTO answer USING received, time_limit, calendar;
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
SQL
for my $call ( 'due_on($1::date, $2, $3)', 'due_at($1, $2, $3)' ) {
    my ($function) = $call =~ /^(\w+)/;
    my $tried      = "tried('motcua.$call', received, time_limit, calendar)";
    my $outside    = psql( $db, "SELECT count(*) FROM known WHERE $function IS NULL" );
    cmp_ok( $outside, '>', $count / 2000, "$function: there are cases beyond the coverage" );
    my @wrong = split /\n/,
        psql(
        $db,
        "SELECT number, calendar, received, amount, unit, $tried
         FROM known
         WHERE $function IS NULL AND $tried <> '22008'
         ORDER BY number"
        );
    is( scalar @wrong, 0, "$function beyond the coverage is 22008" )
        or diag( join "\n", splice @wrong, 0, 10 );
}

psql( 'postgres', "DROP DATABASE $db" );
done_testing();
