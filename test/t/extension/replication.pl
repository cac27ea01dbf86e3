# Test that edits of calendars reach open sessions on every road: streaming and logical replication,
# replica role, two-phase commit, parallel workers, and recovery from a crash.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Server;
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $primary = Server->primary(<<'CONF');
wal_level = logical
max_prepared_transactions = 2
CONF

sub edit {
    my ( $database, $sql ) = @_;
    return $primary->psql_here( $database, $sql );
}
my @tables = qw(calendar calendar_day calendar_year shift);
my $all    = join ', ', map {"motcua.$_"} @tables;

# This query asks about Monday 3 June 2024 with the calendar by name and by the setting, about the
# status of its year, and about the working time of the Thursday of that week.
my $see = q{SELECT motcua.is_working_day(date '2024-06-03', 'ward'),
             motcua.is_working_day(date '2024-06-03'),
             motcua.calendar_status(2024, 'ward'),
             motcua.working_time_between(timestamp '2024-06-06', timestamp '2024-06-07', 'ward')};

edit( 'postgres', 'CREATE EXTENSION motcua' );
edit( 'postgres', q{INSERT INTO motcua.calendar (name) VALUES ('ward')} );

# ---- edits, and what a session that was open before sees then: [ SQL, answer, name ] ----

my @edits = (
    [   q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
              ('ward', '2024-06-03', 'off'), ('vn', '2024-06-03', 'off')},
        'f|f|official|08:00:00', 'days inserted' ],
    [   q{UPDATE motcua.calendar_day
          SET kind = 'work'
          WHERE day = '2024-06-03' AND calendar = 'ward'},
        't|f|official|08:00:00', 'a day updated' ],
    [   q{DELETE FROM motcua.calendar_day WHERE calendar = 'ward'}, 'f|f|official|08:00:00',
        'a day deleted' ],
    [ q{TRUNCATE motcua.calendar_day}, 't|t|official|08:00:00', 'days truncated' ],
    [   q{INSERT INTO motcua.calendar_year (calendar, year, status) VALUES
              ('ward', 2024, 'provisional')},
        't|t|provisional|08:00:00', 'a year inserted' ],
    [   q{INSERT INTO motcua.shift (calendar, opens, closes) VALUES ('ward', '08:00', '10:00')},
        't|t|provisional|02:00:00', 'a shift inserted' ],
    [ q{UPDATE motcua.shift SET closes = '10:30'}, 't|t|provisional|02:30:00', 'a shift updated' ],
    [   q{UPDATE motcua.calendar SET work_week = '0111111' WHERE name = 'ward'},
        'f|t|provisional|02:30:00', 'a work week updated' ],
    [ q{TRUNCATE motcua.shift}, 'f|t|provisional|08:00:00', 'shifts truncated' ],
    [   q{DELETE FROM motcua.calendar_year; UPDATE motcua.calendar SET work_week = NULL},
        't|t|official|08:00:00', 'all of it undone' ],
);

sub seen_after_each_edit {
    my ( $road, $session, $database, $caught_up ) = @_;
    is( $session->query($see), 't|t|official|08:00:00',
        "$road: the shipped days hold before the edits" );
    for my $edit (@edits) {
        my ( $sql, $answer, $name ) = @$edit;
        edit( $database, $sql );
        $caught_up->() or fail("$road: $name: the edit did not arrive");
        is( $session->query($see), $answer, "$road: $name" );
    }
}

# ---- physical standby ----

my $standby  = Server->standby_of($primary);
my $replayed = sub {
    my $lsn = edit( 'postgres', 'SELECT pg_current_wal_lsn()' );
    return $standby->poll( 'postgres', "SELECT pg_last_wal_replay_lsn() >= '$lsn'::pg_lsn", 't' );
};
ok( $replayed->(), 'the standby follows' );
my $reader = Session->new( 'postgres', host => $standby->host );
is( $reader->query('SELECT pg_is_in_recovery()'), 't', 'the session is on the standby' );
seen_after_each_edit( 'standby', $reader, 'postgres', $replayed );

$reader->query( q{BEGIN; PREPARE see AS } . $see );
seen_after_each_edit( 'standby, open transaction', $reader, 'postgres', $replayed );
edit( 'postgres', $edits[0][0] );
$replayed->();
is( $reader->query('EXECUTE see'), $edits[0][1],
    'standby, prepared statement: inserted days are seen' );
$reader->query('COMMIT');
edit( 'postgres', 'TRUNCATE motcua.calendar_day' );

# ---- edits in replica role, and in two phases ----

my $writer = Session->new( 'postgres', host => $primary->host );
my $other  = Session->new( 'postgres', host => $primary->host );
$writer->query('SET session_replication_role = replica');
is( $other->query($see), 't|t|official|08:00:00',
    'replica role: the shipped days hold before the edits' );
for my $edit (@edits) {
    my ( $sql, $answer, $name ) = @$edit;
    is( $writer->query($sql), '', "replica role: the edit is accepted: $name" );
    is( $other->query($see), $answer, "replica role: $name" );
}
$writer->query('RESET session_replication_role');

$writer->query("BEGIN; $edits[0][0]; PREPARE TRANSACTION 'days'");
is( $writer->query($see), 't|t|official|08:00:00',
    'two-phase: the session that prepared the edit no longer sees it' );
is( $other->query($see), 't|t|official|08:00:00', 'two-phase: no session sees the prepared edit' );
edit( 'postgres', q{COMMIT PREPARED 'days'} );
is( $writer->query($see) . ' ' . $other->query($see), "$edits[0][1] $edits[0][1]",
    'two-phase: every session sees the committed edit' );
$replayed->();
is( $reader->query($see), $edits[0][1], 'two-phase: the standby sees the committed edit too' );
edit( 'postgres', 'TRUNCATE motcua.calendar_day' );

# ---- logical replication ----

edit( 'postgres', 'CREATE DATABASE source' );
edit( 'postgres', 'CREATE DATABASE target' );
edit( $_, 'CREATE EXTENSION motcua' ) for qw(source target);
edit( 'source', q{INSERT INTO motcua.calendar (name) VALUES ('ward')} );
edit( 'source', "CREATE PUBLICATION calendars FOR TABLE $all" );
edit( 'source', q{SELECT pg_create_logical_replication_slot('calendars', 'pgoutput')} );
my $subscriber = Session->new( 'target', host => $primary->host );
like(
    $subscriber->query($see), qr/calendar "ward" does not exist/,
    'logical: the shipped days hold before the subscription' );
edit(
    'target',
    sprintf q{CREATE SUBSCRIPTION calendars CONNECTION
              'host=%s dbname=source user=postgres' PUBLICATION calendars
              WITH (create_slot = false)}, $primary->host );
ok( $primary->poll(
        'target', q{SELECT count(*) FROM pg_subscription_rel WHERE srsubstate IN ('r', 's')}, '4' ),
    'logical: copied tables are seen' );
seen_after_each_edit(
    'logical',
    $subscriber,
    'source',
    sub {
        my $lsn = edit( 'source', 'SELECT pg_current_wal_lsn()' );
        return $primary->poll(
            'source',
            "SELECT bool_and(replay_lsn >= '$lsn'::pg_lsn)
             FROM pg_stat_replication
             WHERE application_name = 'calendars'",
            't' );
    } );
edit( 'source', q{INSERT INTO motcua.calendar (name, parent) VALUES ('desk', 'ward')} );
ok( $primary->poll(
        'target',
        q{SELECT motcua.is_working_day(date '2024-06-03', name)
          FROM motcua.calendar WHERE name = 'desk'},
        't' ),
    'logical: a new calendar is seen' );
is( edit(
        'target',
        q{SELECT string_agg(format('%s:%s', name, parent), ',' ORDER BY name) FROM motcua.calendar}
    ),
    'desk:ward,ward:vn',
    'logical: the new calendar has its parent' );
edit( 'source', "TRUNCATE $all" );
ok( $primary->poll( 'target', 'SELECT count(*) FROM motcua.calendar', '0' ),
    'logical: truncating all tables is seen' );
edit(
    'target',
    'ALTER SUBSCRIPTION calendars DISABLE; ALTER SUBSCRIPTION calendars SET (slot_name = NONE);
     DROP SUBSCRIPTION calendars'
);
ok( $primary->poll(
        'source',
        q{SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'calendars' AND active}, '0'
    ),
    'logical: stopped' );
edit( 'source', q{SELECT pg_drop_replication_slot('calendars')} );
$subscriber->close;

# ---- parallel workers see the leader's uncommitted edits ----

$writer->query(
    q{CREATE TABLE dossier AS
      SELECT date '2010-01-01' + i % 5800 AS received
      FROM generate_series(1, 100000) AS i;
    ANALYZE dossier; ALTER TABLE dossier SET (parallel_workers = 2);
    SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
    SET parallel_leader_participation = off}
);
my $sums = q{SELECT sum(motcua.working_days_between(received, received + 30, 'desk')),
             count(*) FILTER (WHERE motcua.is_working_day(received, 'desk')),
             count(*) FILTER (WHERE motcua.is_working_day(received)),
             sum(motcua.working_time_between(received::timestamp, received + interval '7 days',
                                             'desk'))
      FROM dossier};

sub parallel_as_serial {
    my ($name) = @_;
    like(
        $writer->query("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) $sums"),
        qr/Workers Launched: 2/, "parallel, $name: two workers are launched" );
    my $parallel = $writer->query($sums);
    my $serial   = $writer->query(
        "SET LOCAL max_parallel_workers_per_gather = 0; $sums;
         SET LOCAL max_parallel_workers_per_gather = 2"
    );
    like( $parallel, qr/^\d+\|\d+\|\d+\|\d+:/, "parallel, $name: there are sums" );
    is( $parallel, $serial, "parallel, $name: the sums are those of a serial plan" );
    return $parallel;
}
$writer->query(
    q{BEGIN;
      INSERT INTO motcua.calendar (name, parent, work_week) VALUES ('desk', 'ward', '1111110');
    INSERT INTO motcua.calendar_day (calendar, day, kind)
    SELECT 'desk', date '2024-01-01' + 7 * i, 'off'
    FROM generate_series(1, 50) AS i;
    INSERT INTO motcua.shift (calendar, weekdays, opens, closes) VALUES
        ('desk', '1111110', '08:00', '11:00')}
);
my $first = parallel_as_serial('own edits');
$writer->query(
    q{SAVEPOINT here; UPDATE motcua.shift SET closes = '12:00';
      DELETE FROM motcua.calendar_day WHERE calendar = 'desk';
    INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('vn', '2023-06-05', 'off')} );
isnt(
    parallel_as_serial('own edits after a savepoint'), $first,
    'parallel: the savepoint made a difference' );
$writer->query('ROLLBACK TO SAVEPOINT here');
is( parallel_as_serial('rolled back to it'), $first,
    'parallel: rolling back to the savepoint brings the first sums back' );
like(
    $other->query(q{SELECT motcua.is_working_day(date '2024-06-03', 'desk')}),
    qr/calendar "desk" does not exist/, 'parallel: nobody else sees the uncommitted edits' );
$writer->query('COMMIT');

# ---- a crash ----

edit(
    'postgres',
    q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('ward', '2024-06-03', 'off')} );
$_->close for $reader, $writer, $other;
$primary->stop('immediate');
$primary->start;
is( edit( 'postgres', $see ), 'f|t|official|08:00:00', 'a crash keeps edits' );
is( edit( 'postgres', $sums ), $first, 'a crash keeps calendars and shifts' );
$other = Session->new( 'postgres', host => $primary->host );
$other->query($see);
edit( 'postgres', 'DELETE FROM motcua.calendar_day' );
is( $other->query($see), 't|t|official|08:00:00', 'edits after the crash are seen' );
$other->close;

done_testing();
