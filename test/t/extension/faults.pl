# Test that a session still works after what can go wrong: cancelled calls, no memory, a crash, the
# extension dropped and created again under open sessions, DISCARD ALL, and several who install or
# update at once.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Base qw(install_base);
use Psql qw(psql psql_error run);
use Server;
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $base   = install_base();
my $server = Server->primary('');
my $sound  = q{SELECT motcua.add_working_days('2026-02-10', 5, 'commune'),
             motcua.due_at(timestamp '2026-02-10 09:00', '8 giờ làm việc', 'commune'),
             motcua.vi_fold('Đường Huế'), motcua.to_lunar('2026-02-17')};
$server->psql_here( 'postgres', <<'SQL' );
CREATE EXTENSION motcua;
INSERT INTO motcua.calendar (name, parent) VALUES ('commune', 'vn');
INSERT INTO motcua.calendar (name, parent) SELECT 'c' || i, 'vn' FROM generate_series(1, 60) AS i;
INSERT INTO motcua.shift (calendar, opens, closes)
SELECT 'c' || i, '08:00', '11:00'
FROM generate_series(1, 60) AS i;
CREATE TABLE hs AS
SELECT i AS id, 'Nguyễn Thị Thuỷ ' || i AS ten, 'U' || i % 9 AS unit,
       timestamp '2025-01-05 08:00' + make_interval(hours => i % 9000) AS received,
       timestamp '2025-01-12 08:00' + make_interval(hours => i % 9000) AS due,
       CASE WHEN i % 9 > 0
                 THEN timestamp '2025-01-09 08:00' + make_interval(hours => i % 9100) END AS ended
FROM generate_series(1, 60000) AS i;
ALTER TABLE hs ADD PRIMARY KEY (id);
SELECT motcua.attach('hs', 'mc', 'received', 'due', 'ended', unit => 'unit', code => 'id::text',
                     as_of => 'make_date(2026, 2, 15)');
SELECT motcua.attach('hs', 'mc2', 'received', 'due', 'ended', unit => 'unit',
                     as_of => 'make_date(2026, 2, 15)');
SQL
my $right = $server->psql_here( 'postgres', $sound );

# Run a statement beside the test. Its errors are expected.
sub beside {
    my ($sql) = @_;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    $ENV{PGHOST} = $server->host;
    open STDERR, '>', '/dev/null'                                                         or die;
    exec 'psql', '-qX', '-U', 'postgres', '-d', 'postgres', '-o', '/dev/null', '-c', $sql or die;
}

sub session { return Session->new( 'postgres', host => $server->host ) }

# ---- cancelled ----
my @long = (
    q{SELECT count(d)
      FROM motcua.working_days('1990-01-01', '2100-12-31', 'commune') AS d, generate_series(1, 20)},
    q{SELECT motcua.tally(received, due, ended, daterange('2025-03-01', '2026-02-01'))
      FROM hs, generate_series(1, 3)},
    q{SELECT motcua.ledger(received, due, ended, true, NULL, 'day', NULL)
      FROM hs, generate_series(1, 3)},
    q{SELECT count(motcua.add_working_time(received, '20 hours', 'c' || id % 20 + 1)) FROM hs},
    q{SELECT count(motcua.calendar_value('c' || i)) FROM generate_series(1, 60) AS i},
    q{SELECT length(motcua.report_html('mc', '[2025-01-01,2026-01-01)'))},
    q{SELECT motcua.freeze('mc', '[2025-01-01,2026-01-01)')},
    q{SELECT motcua.add_rollup('mc2')},
    q{CREATE INDEX hs_ten ON hs USING gin (ten motcua.vi_syllable_ops)},
    q{SELECT count(motcua.vi_match(ten, 'nguyen thuy 777')) FROM hs},
    q{SELECT count(*) FROM (SELECT ten FROM hs ORDER BY motcua.vi_name_key(ten)) AS x},
    q{SELECT (SELECT motcua.ledger(d, d + 5, d + i % 9)
              FROM (SELECT i, date '1990-01-01' + i % 40000 AS d
                    FROM generate_series(1, 100000) AS i) AS x)::text::motcua.ledger IS NOT NULL},
    q{SELECT count(x)
      FROM generate_series(1, 2000) AS i, motcua.statutory_days_off(1990 + i % 100) AS x},
);
for my $call (@long) {
    my $session   = session();
    my $pid       = $session->query('SELECT pg_backend_pid()');
    my $cancelled = 0;
    for my $after ( 1, 2, 3, 5, 8, 13, 21, 34 ) {
        my $answer =
            $session->query("BEGIN; SET LOCAL statement_timeout = $after; $call; ROLLBACK");
        $cancelled++ if $answer =~ /canceling statement due to statement timeout/;
        die "unexpected: $answer"
            if $answer =~ /ERROR/
            && $answer !~ /canceling statement|current transaction is aborted/;

        # On a busy machine the timeout may cancel the ROLLBACK too.
        1 while $session->query('ROLLBACK') =~ /ERROR/;
    }
    cmp_ok( $cancelled, '>', 0, "cancelled: $call" );
    is( $session->query("$sound; SELECT pg_backend_pid()"), "$right\n$pid",
        'the session goes on and gives the right answer' );
    unlike( $session->query("BEGIN; $call; ROLLBACK"), qr/ERROR/,
        'the call succeeds when it is not cancelled' );
    $session->close;
}

# ---- no memory ----
# The backend may allocate a little more than it has, so that allocations fail wherever they come
# next: in caches, ICU or aggregates.
sub limit_memory {
    my ( $pid, $bytes ) = @_;
    run( 'runuser', '-u', 'postgres', '--', 'prlimit', '--pid', $pid, "--as=$bytes:" );
}

SKIP: {
    skip 'needs prlimit and /proc', 1
        if $> != 0 || !-r '/proc/self/status' || system('command -v prlimit >/dev/null') != 0;
    my ( $refused, $went ) = ( 0, 0 );
    for my $more ( map { $_ * 128 } 0 .. 24 ) {
        my $session = session();
        my $pid     = $session->query('SELECT pg_backend_pid()');
        $session->query('SELECT motcua.version()');
        open my $status, '<', "/proc/$pid/status" or die "/proc/$pid: $!";
        my ($size) = map {/^VmSize:\s+(\d+)/} <$status>;
        close $status;
        limit_memory( $pid, ( $size + $more ) * 1024 );
        for my $call (
            $sound,
            q{SELECT count(motcua.is_working_moment('2026-02-10 09:00', 'c' || i))
              FROM generate_series(1, 60) AS i},
            $long[2], q{SELECT length(string_agg(motcua.vi_sort_key(ten), '')) FROM hs}, $long[8],
            $long[5] )
        {
            my $answer = $session->query("BEGIN; $call; ROLLBACK");
            if    ( $answer =~ /ERROR:  out of memory/ ) { $refused++ }
            elsif ( $answer =~ /ERROR/ )                 { fail("with $more kB more: $answer") }
            else                                         { $went++ }
        }
        limit_memory( $pid, 'unlimited' );
        is( $session->query("$sound; SELECT pg_backend_pid()"), "$right\n$pid",
            "with $more kB more: the session goes on and gives the right answer" );
        $session->close;
    }
    cmp_ok( $refused, '>', 5, 'more than five calls ran out of memory' );
    cmp_ok( $went, '>', 5, 'more than five calls had enough memory' );
}

# ---- DISCARD ALL, and the extension dropped and created again ----
my @open = map { session() } 1 .. 3;
is( $_->query($sound), $right, 'an open session has calendars cached' ) for @open;
is( $open[0]->query("DISCARD ALL; $sound"), $right, 'the answer is the same after DISCARD ALL' );
$open[1]->query(
    q{PREPARE p AS SELECT motcua.add_working_days('2026-02-10', 5, 'commune'); EXECUTE p;
    CREATE FUNCTION pg_temp.later(d date)
        RETURNS date
        LANGUAGE plpgsql
        AS $$ BEGIN RETURN motcua.add_working_days(d, 5, 'commune'); END $$;
    SELECT pg_temp.later('2026-02-10')}
);
like(
    $server->error_here( 'postgres', 'DROP EXTENSION motcua' ), qr/2BP01.*depends on/s,
    'DROP EXTENSION names what depends on it' );
$server->psql_here( 'postgres', 'DROP EXTENSION motcua CASCADE' );
like(
    $_->query($sound), qr/ERROR:  (?:schema "motcua"|function motcua\..*) does not exist/,
    'after DROP EXTENSION open sessions have no function' ) for @open;
$server->psql_here(
    'postgres',
    q{CREATE EXTENSION motcua; INSERT INTO motcua.calendar (name, parent) VALUES ('commune', 'vn');
      INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('commune', '2026-02-11', 'off')}
);
my $other = $server->psql_here( 'postgres', $sound );
isnt( $other, $right, 'the extension is created again, with one more day off' );
is( $_->query($sound), $other,
    'open sessions see the new calendar and nothing of the old one' ) for @open;
is( $open[1]->query(q{EXECUTE p; SELECT pg_temp.later('2026-02-10')}),
    join( "\n", ( split /\|/, $other )[0], ( split /\|/, $other )[0] ),
    'prepared statements and functions see the new calendar' );
$_->close for @open;

# ---- several at once ----
$server->psql_here( 'postgres', 'DROP EXTENSION motcua CASCADE' );
for my $round ( 1 .. 5 ) {
    my $made = 0;
    for ( map { beside('CREATE EXTENSION motcua') } 1 .. 3 ) {
        waitpid $_, 0;
        $made++ if $? == 0;
    }
    is( $made, 1, "round $round: one of three who install at once succeeds" );
    is( $server->psql_here( 'postgres', q{SELECT motcua.add_working_days('2020-01-20', 5)} ),
        '2020-02-03', "round $round: the extension works" );
    $server->psql_here( 'postgres', 'DROP EXTENSION motcua' );
}
$server->psql_here( 'postgres', "CREATE EXTENSION motcua VERSION '$base'" );
{
    my @pids = map { beside($_) } 'ALTER EXTENSION motcua UPDATE', 'ALTER EXTENSION motcua UPDATE',
        q{SELECT count(motcua.add_working_days('2020-01-20', i % 50))
          FROM generate_series(1, 200000) AS i};
    my @status = map { waitpid $_, 0; $? } @pids;
    is( $status[2], 0, 'while two sessions update, the calls of a third go on' );
    is( $server->psql_here(
            'postgres',
            q{SELECT extversion = motcua.version() FROM pg_extension WHERE extname = 'motcua'} ),
        't',
        'the extension is updated' );
}

# ---- a crash ----
$server->psql_here(
    'postgres',
    q{INSERT INTO motcua.calendar (name, parent) VALUES ('commune', 'vn')} );
my $before = $server->psql_here( 'postgres', $sound );
my $busy   = session();
my $pid    = $busy->query("$sound; SELECT pg_backend_pid()");
$pid =~ s/.*\n//s;
my $writer = session();
$writer->query(
    q{BEGIN;
      INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
          ('commune', '2026-02-11', 'off'); SELECT 1}
);
kill 'KILL', $pid;
ok( $server->poll( 'postgres', 'SELECT 1', '1' ), 'the server recovers from a killed backend' );
is( $server->psql_here( 'postgres', $sound ), $before,
    'after recovery only what was committed is there' );
$_->close for $busy, $writer;
done_testing();
