# Test roll-ups under load with writers, compaction and readers at once, after a crash under load,
# and after restart, dump and restore. STRESS_SECONDS sets how long each of the two loads lasts (10
# here).
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use POSIX qw(:sys_wait_h);
use Test::More;
use Server;
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $seconds = $ENV{STRESS_SECONDS} // 10;
my $work    = tempdir( CLEANUP => 1 );
my $server  = Server->primary(
    "fsync = on\nsynchronous_commit = off\nlog_lock_waits = on\ndeadlock_timeout = 200ms\n");
my $DOSSIERS = 4000;

sub ask { return $server->psql_here( 'postgres', @_ ) }

# This query lists the differences between the roll-up and the rows, and between its views and the
# same views over the rows.
my $differences = <<'SQL';
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT 'verify', v.grain, v.unit, v.dossiers FROM motcua.verify_rollup('rolled') AS v
UNION ALL SELECT 'unit', 'rolled', r.unit, r.received_total
FROM (SELECT * FROM rolled.on_time_by_unit EXCEPT SELECT * FROM plain.on_time_by_unit) AS r
UNION ALL SELECT 'unit', 'plain', r.unit, r.received_total
FROM (SELECT * FROM plain.on_time_by_unit EXCEPT SELECT * FROM rolled.on_time_by_unit) AS r
UNION ALL SELECT 'procedure', 'rolled', r.procedure, r.received_total
FROM (SELECT *
      FROM rolled.on_time_by_procedure
      EXCEPT SELECT *
      FROM plain.on_time_by_procedure) AS r
UNION ALL SELECT 'stale', r.stale_reason, NULL, NULL
FROM motcua.rollups AS r
WHERE r.stale_reason IS NOT NULL;
COMMIT;
SQL

ask(<<SQL);
CREATE EXTENSION motcua;
CREATE TABLE hs (
    id bigserial,
    district integer NOT NULL,
    unit text,
    proc text,
    received timestamp,
    due timestamp,
    ended timestamp,
    online boolean,
    note text,
    PRIMARY KEY (id, district)
) PARTITION BY LIST (district);
CREATE TABLE hs_0 PARTITION OF hs FOR VALUES IN (0);
CREATE TABLE hs_1 PARTITION OF hs FOR VALUES IN (1);
CREATE TABLE hs_2 PARTITION OF hs FOR VALUES IN (2);
CREATE TABLE done (client integer, kind text);
INSERT INTO hs (district, unit, proc, received, due, ended, online)
SELECT i % 3, 'Xã ' || i % 30, 'TT' || i % 7, r, r + interval '7 days',
       CASE WHEN i % 4 > 0 THEN r + make_interval(days => i % 12) END, i % 2 = 0
FROM (SELECT i, timestamp '2026-01-01' + make_interval(hours => i * 37 % 7000) AS r
      FROM generate_series(1, $DOSSIERS) AS i) AS x;
SELECT motcua.attach('hs', name, 'received', 'due', 'ended', code => 'id::text', unit => 'unit',
                     procedure => 'proc', online => 'online', as_of => \$d\$date '2026-10-31'\$d\$)
FROM (VALUES ('plain'), ('rolled')) AS x (name);
SELECT motcua.add_rollup('rolled');
SQL
is( ask($differences), '', 'before the load the roll-up equals the rows' );

# Write a script for pgbench. Scripts lock rows in the order of their ids, so that the writers of
# the table themselves can make no deadlock.
sub script {
    my ( $name, $text ) = @_;
    open my $file, '>', "$work/$name.sql" or die "$name: $!";
    print $file $text;
    close $file;
    chmod 0755, $work;
    return "$work/$name.sql";
}
my $random = <<'SQL';
\set a random(1, 4000)
\set b :a + random(1, 300)
\set n random(1, 20)
\set days random(0, 20)
SQL
my $insert = q{INSERT INTO hs (district, unit, proc, received, due, ended)
      SELECT i % 3, 'Xã ' || (:a + i) % 30, 'TT' || :n % 7, r, r + interval '5 days',
             CASE WHEN :n % 3 > 0 THEN r + make_interval(days => :days) END
      FROM (SELECT i, timestamp '2026-01-01' + make_interval(hours => :a + i) AS r
            FROM generate_series(1, :n) AS i) AS x;};
my @scripts = (
    script( 'insert', "$random$insert\n" ),
    script(
        'update',
        "${random}UPDATE hs SET ended = received + make_interval(days => :days) WHERE id = :a;\n" ),
    script(
        'move', "${random}UPDATE hs SET unit = 'Xã ' || :n, district = :n % 3 WHERE id = :a;\n" ),
    script( 'delete', "${random}DELETE FROM hs WHERE id = :a;\n" ),
    script(
        'abort',
        "${random}BEGIN;\n$insert\nUPDATE hs SET ended = NULL WHERE id = :a;\nDELETE FROM hs WHERE id = :b;\nROLLBACK;\n"
    ),
    script( 'savepoint', <<"SQL" ) );
${random}BEGIN;
UPDATE hs SET due = due + interval '1 day' WHERE id = :a;
SAVEPOINT s;
DELETE FROM hs WHERE id = :b;
$insert
ROLLBACK TO s;
UPDATE hs SET proc = 'TT' || :n % 7, online = NOT online WHERE id = :b;
SAVEPOINT t;
$insert
RELEASE t;
COMMIT;
SQL

sub in_background {
    my ( $log, @command ) = @_;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    open STDOUT, '>', "$work/$log" or die $!;
    open STDERR, '>&', \*STDOUT    or die $!;
    $ENV{PGHOST} = $server->host;
    exec @command or die $!;
}

sub pgbench {
    my ( $log, $clients, @scripts ) = @_;
    my $pgbench = $ENV{PG_BIN} ? "$ENV{PG_BIN}/pgbench" : 'pgbench';
    return in_background(
        $log, $pgbench, '-n', '-U', 'postgres', '-c', $clients, '-j', 2, '-T',
        $seconds, '--max-tries=100', ( map { ( '-f', $_ ) } @scripts ), 'postgres' );
}

sub text_of {
    my ($log) = @_;
    local ( @ARGV, $/ ) = ("$work/$log");
    return <> // '';
}

sub log_of_server {
    local ( @ARGV, $/ ) = ( $server->host . '/server.log' );
    return <> // '';
}

sub transactions_in { return text_of(shift) =~ /transactions actually processed: (\d+)/ ? $1 : 0 }

# ---- eight writers, compaction, two kinds of reader ----
my $compact = script( 'compact', "SELECT motcua.compact_rollup('rolled');\n\\sleep 50 ms\n" );
my $report =
    script( 'report', "SELECT sum(received_total) FROM rolled.on_time_by_unit;\n\\sleep 20 ms\n" );
my @load = (
    pgbench( 'writers', 8, @scripts ), pgbench( 'compaction', 2, $compact ),
    pgbench( 'report', 1, $report ) );
my $checks = 0;
my $wrong  = '';
while ( waitpid( $load[0], WNOHANG ) == 0 ) {
    $wrong .= ask($differences);
    $checks++;
    select undef, undef, undef, 0.3;
}
waitpid $_, 0 for @load[ 1, 2 ];
is( $wrong, '', "during the load the roll-up equals the rows in each of $checks snapshots" );
cmp_ok( $checks, '>', 1, 'more than one snapshot was compared' );
for my $log (qw(writers compaction report)) {
    cmp_ok( transactions_in($log), '>', 0, "$log: " . transactions_in($log) . ' transactions' );
    unlike( text_of($log), qr/ERROR|aborted|deadlock/, "$log: there was no error" );
}
is( ask($differences), '', 'after the load the roll-up equals the rows' );
cmp_ok( ask(q{SELECT motcua.compact_rollup('rolled')}), '>=', 0, 'the roll-up can be compacted' );
is( ask('SELECT count(*) FROM rolled.rollup_delta'), '0', 'no delta is left' );
is( ask($differences), '', 'after compaction the roll-up equals the rows' );
is( ask('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'), '0',
    'there was no deadlock' );
is( ask('SELECT sum(dossiers) FROM rolled.unit_history'), ask('SELECT count(*) FROM hs'),
    'no dossier was lost' );
unlike(
    log_of_server(), qr/still waiting for RowExclusiveLock/,
    'no writer waited for a lock on a relation' );

# ---- a crash ----
@load = ( pgbench( 'writers', 8, @scripts ), pgbench( 'compaction', 1, $compact ) );
sleep( $seconds < 4 ? 1 : $seconds / 2 );
open my $pidfile, '<', $server->host . '/data/postmaster.pid' or die "postmaster.pid: $!";
chomp( my $postmaster = <$pidfile> );
close $pidfile;
my @backends = split /\n/, ask("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()");
kill 'KILL', $postmaster, @backends;
waitpid $_, 0 for @load;
like(
    text_of('writers'), qr/server closed the connection|terminat|connection/,
    'kill -9 of the postmaster interrupts the writers' );

for ( 1 .. 100 ) {    # the last backends may hold
    last if eval { $server->start; 1 };
    select undef, undef, undef, 0.2;
}
is( ask($differences), '', 'after recovery the roll-up equals the rows' );
my $waiting = ask('SELECT count(*) FROM rolled.rollup_delta');
is( ask('SELECT motcua.compact_rollup()'), $waiting, 'compaction takes all deltas that were left' );
is( ask($differences), '', 'after this compaction the roll-up equals the rows' );

# ---- isolation levels ----
like(
    $server->error_here(
        'postgres',
        q{BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT motcua.rebuild_rollup('rolled')} ),
    qr/25001.*isolation level/s,
    'a transaction with an old snapshot cannot rebuild' );
my $old = Session->new( 'postgres', host => $server->host );
$old->query('BEGIN ISOLATION LEVEL REPEATABLE READ');
my $then = $old->query('SELECT sum(received_total) FROM rolled.on_time_by_unit');
ask('DELETE FROM hs WHERE id % 2 = 0');
ask(q{SELECT motcua.compact_rollup('rolled')});
is( $old->query('SELECT sum(received_total) FROM rolled.on_time_by_unit'), $then,
    'an old snapshot sees the same figures after compaction' );
$old->query('COMMIT');
isnt(
    $old->query('SELECT sum(received_total) FROM rolled.on_time_by_unit'), $then,
    'a new snapshot sees the new figures' );

# ---- waiting for locks ----
# Writers never wait for each other or for readers. add_rollup waits for writers and respects
# lock_timeout. No load wrote the unit 'Xã mới', so both updates change figures.
$old->query(q{BEGIN; UPDATE hs SET unit = 'Xã mới' WHERE id = (SELECT min(id) FROM hs)});
my $other = Session->new( 'postgres', host => $server->host );
$other->query(q{SET lock_timeout = '100ms'});
my $write =
    q{UPDATE hs SET unit = 'Xã mới' WHERE id = (SELECT max(id) FROM hs) RETURNING 'written'};
is( $other->query($write), 'written', 'two writers of one unit do not wait for each other' );
is( $other->query(q{SELECT motcua.compact_rollup('rolled') > 0}), 't',
    'compaction does not wait for an open writer' );
like(
    $other->query(q{SELECT motcua.rebuild_rollup('rolled')}), qr/lock timeout/,
    'rebuilding waits for writers until lock_timeout' );
$old->query('ROLLBACK');
is( ask($differences), '', 'the same' );
$old->close;
$other->close;

# ---- dump and restore ----
ask('CREATE DATABASE restored');
my $dump = $server->program( 'pg_dump', '-h', $server->host, qw(-U postgres postgres) );
open my $file, '>', "$work/dump.sql" or die $!;
print $file $dump;
close $file;
$server->psql_here( 'restored', "\\i $work/dump.sql" );
sub restored { return $server->psql_here( 'restored', @_ ) }
is( restored($differences), '', 'after restore the roll-up equals the rows' );
is( restored('SELECT schema_name, stale_reason IS NULL FROM motcua.rollups'), 'rolled|t',
    'the restored roll-up is in use' );
restored(q{UPDATE hs SET ended = received WHERE id % 3 = 0; DELETE FROM hs WHERE id % 5 = 0});
is( restored($differences), '', 'its triggers count new changes' );
restored(q{DROP SCHEMA rolled CASCADE});
restored(q{UPDATE hs SET ended = NULL WHERE id % 7 = 0});
is( restored('SELECT count(*) FROM motcua.rollups'), '0',
    'after DROP SCHEMA without detach writers can still write' );
restored(q{DROP EXTENSION motcua CASCADE});
restored(q{UPDATE hs SET ended = NULL WHERE id % 11 = 0});
is( restored('SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal'), '0',
    'DROP EXTENSION drops the triggers' );

done_testing;
