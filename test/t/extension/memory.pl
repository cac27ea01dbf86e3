# Test that the memory of a session does not grow however often a function is called. This covers
# row functions, aggregates, sets, text and binary forms, and calendars that are loaded anew after
# each edit.
#
# MEMORY_CALLS=10000000 sets the number of calls, summed over all functions.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql);
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $wanted = $ENV{MEMORY_CALLS} // 600_000;
use constant ALLOWED =>
    4096;    # kB with shared buffers; at ten million calls this shows a leak of 20 bytes a call

plan skip_all => 'needs /proc' if !-r '/proc/self/status';
psql( 'postgres', 'DROP DATABASE IF EXISTS mc_memory' );
psql( 'postgres', 'CREATE DATABASE mc_memory' );
psql( 'mc_memory', <<'SQL' );
CREATE EXTENSION motcua;
INSERT INTO motcua.calendar (name, parent) VALUES ('commune', 'vn');
CREATE TABLE v AS
SELECT motcua.calendar_value('vn') AS calendar, '5 ngày làm việc'::motcua.time_limit AS time_limit,
       'H56.14'::motcua.agency_code AS agency, 'H56.14-240823-0001'::motcua.dossier_code AS code,
       motcua.resolve(motcua.dossier(timestamptz '2026-03-02 09:00+07',
                                     '10 ngày làm việc'::motcua.time_limit, 'vn'),
                      '2026-03-12 09:00+07') AS dossier,
       motcua.tally(timestamp '2026-01-05', timestamp '2026-01-07', timestamp '2026-01-09',
                    daterange('2026-01-01', '2026-02-01')) AS tally,
       (SELECT motcua.ledger(d, d + 5, d + i % 9, i % 2 = 0, 'refused', 'day', d + i % 11)
        FROM (SELECT i, date '2026-01-01' + i AS d
              FROM generate_series(1, 40) AS i) AS x) AS ledger,
       motcua.lateness(date '2024-01-05', date '2024-02-07', 'vn') AS lateness;
SQL

# In the calls below, $d is a day and $t a timestamp, i is the number of the row, and v is the table
# above.
my ( $d, $t ) = (
    q{(date '2026-01-05' + i % 300)},
    q{(timestamp '2026-01-05 08:00' + i % 3000 * interval '1 hour')} );
my %calls = (
    'working days by name' =>
        "motcua.add_working_days($d, i % 20, 'commune'), motcua.working_days_between($d, $d + 30),
         motcua.is_working_day($d)",
    'working days by value' => "motcua.add_working_days($d, i % 20, v.calendar),
         motcua.nth_working_day($d, 3, v.calendar)",
    'working time' => "motcua.add_working_time($t, interval '20 hours'),
         motcua.working_time_between($t, $t + interval '9 days', v.calendar),
         motcua.next_working_moment($t)",
    'due dates' => "motcua.due_on($d, v.time_limit), motcua.due_at($t, v.time_limit),
         motcua.due_at($t, '8 giờ làm việc'::motcua.time_limit, v.calendar)",
    'days explained' => "(motcua.explain_day($d)).title, motcua.calendar_status(2000 + i % 50)",
    'lunar days'     => "motcua.to_lunar($d), motcua.tet(1950 + i % 100)",
    'time limits as text' =>
        "(i % 30 || ' ngày làm việc')::motcua.time_limit::text, motcua.try_time_limit('x' || i),
         motcua.to_text(v.time_limit)",
    'codes as text' =>
        "('H56.14-240823-' || lpad((i % 9999)::text, 4, '0'))::motcua.dossier_code::text,
         motcua.agency_of(v.code), v.agency::text::motcua.agency_code,
         motcua.province_name(v.agency)",
    'dossiers' => "motcua.dossier($t AT TIME ZONE 'Asia/Ho_Chi_Minh', v.time_limit),
         v.dossier::text::motcua.dossier, motcua.dossier_send(v.dossier),
         motcua.outcome(v.dossier, $d), motcua.days_late(v.dossier, $d)",
    'verdicts' => "motcua.classify($d, $d + 3, $d + 9), motcua.vn_date($t AT TIME ZONE 'UTC'),
         motcua.month_of($d)",
    'tallies' => "v.tally::text::motcua.tally, motcua.plus(v.tally, v.tally),
         motcua.on_time_rate(v.tally, 'resolved'), motcua.meets(v.tally, 0.98), v.tally::jsonb",
    'ledgers' => "motcua.tally(v.ledger, daterange('2026-01-01', '2026-02-01')),
         v.ledger::text::motcua.ledger, motcua.ledger_send(v.ledger)",
    'folded text' => q{motcua.vi_fold('Đường Nguyễn Huệ ' || i), motcua.vi_normalize('Hoà ' || i),
          motcua.vi_unaccent('Thuỷ' || i)},
    'names in order' =>
        q{motcua.vi_sort_key('Nguyễn Văn ' || i), motcua.vi_name_key('Trần Thị ' || i)},
    'text matched' => q{motcua.vi_match('Nguyễn Văn Đạt ' || i, 'van dat'),
          motcua.vi_match('Nguyễn Văn Đạt', 'x' || i)},
    'words for searching' =>
        q{CASE WHEN i % 5 = 0 THEN to_tsvector('motcua.vietnamese', 'Ủy ban nhân dân xã ' || i) END},
    'scores' => q{motcua.score_linear(i % 100 / 100.0, 10), motcua.percent(i / 3.0),
          motcua.wilson_low(v.tally, 'resolved')},
);
my %queries = (
    'tally over rows' => "SELECT motcua.tally($t, $t + interval '5 days', $t + interval '6 days',
                             daterange('2026-01-01', '2026-06-01'))
         FROM generate_series(1, ?) AS i",
    'tally in groups' => "SELECT count(x)
         FROM (SELECT motcua.tally($t, $t + interval '5 days', $t + interval '6 days',
                                   daterange('2026-01-01', '2026-06-01')) AS x
               FROM generate_series(1, ?) AS i GROUP BY i % 50) AS g",
    'ledger over rows' =>
        "SELECT motcua.ledger($t, $t + interval '5 days', $t + interval '6 days', true, NULL,
                              'day', NULL)
         FROM generate_series(1, ?) AS i",
    'ledgers in a frame' => "SELECT count(l)
         FROM (SELECT motcua.merge(v.ledger) OVER (ORDER BY i ROWS 5 PRECEDING) AS l
               FROM generate_series(1, ? / 20) AS i, v) AS x",
    'rates and shares' => "SELECT motcua.on_time_rate($d, $d + i % 3), motcua.share(i % 3 = 0),
                motcua.lateness($d, $d + i % 30, 'vn')
         FROM generate_series(1, ?) AS i",
    'dossiers from events' => "SELECT count(d)
         FROM (SELECT motcua.dossier_agg(timestamptz '2026-03-02 09:00+07' + n * interval '1 day',
                                         (ARRAY['receive', 'pause', 'resume', 'resolve'])[n + 1],
                                         (ARRAY['10 ngày', 'fee', 'subtract', NULL])[n + 1]) AS d
               FROM generate_series(1, ? / 4) AS i, generate_series(0, 3) AS n
               GROUP BY i) AS x",
    'calendars as text' =>
        'SELECT count(ROW(CASE WHEN i % 10 = 0 THEN v.calendar::text::motcua.work_calendar END,
                          motcua.work_calendar_send(v.calendar))::text)
         FROM generate_series(1, ? / 10) AS i, v',
    'sets' => "SELECT count(x)
         FROM generate_series(1, ? / 50) AS i, LATERAL motcua.working_days($d, $d + 30) AS x",
    'sets of a year' => "SELECT count(x)
         FROM generate_series(1, ? / 500) AS i, LATERAL motcua.days_off(2010 + i % 15) AS x",
    'series of tallies' => "SELECT count(s.tally)
         FROM generate_series(1, ? / 100) AS i,
              v,
              LATERAL motcua.tally_series(v.ledger, '2026-01-01', '2026-12-31', '1 month') AS s",
    'violations and rates' => 'SELECT count(x)
         FROM generate_series(1, ? / 5) AS i, v, LATERAL motcua.rates(v.tally) AS x',
);
$queries{$_} = "SELECT count(ROW($calls{$_})::text) FROM generate_series(1, ?) AS i, v"
    for keys %calls;

my $session = Session->new( 'mc_memory', timeout => 600 );
my $pid     = $session->query('SELECT pg_backend_pid()');
$session->query(q{SET work_mem = '64kB'; SET jit = off; SET max_parallel_workers_per_gather = 0});

# Begin to measure the largest resident size, so that memory that a query frees at its end counts
# too.
sub mark {
    open my $refs, '>', "/proc/$pid/clear_refs" or return 0;
    print $refs "5\n";
    return close $refs;
}

sub most_resident {
    open my $status, '<', "/proc/$pid/status" or die "/proc/$pid/status: $!";
    my ($kb) = map {/^VmHWM:\s+(\d+)/} <$status>;
    return $kb;
}

my $each = int( $wanted / keys %queries );
for my $name ( sort keys %queries ) {
    my ( $once, @errors ) = ( int( $each / 3 ) );
    for my $run ( 1, 2 ) {    # the first run fills caches and the heap
        ( my $sql = $queries{$name} ) =~ s/\?/$once/;
        my $answer = $session->query($sql);
        push @errors, $answer if $answer =~ /ERROR/;
        last                  if @errors;
    }
    is( join( '', @errors ), '', "$name: there was no error" );
    mark();
    my $before = most_resident();
    ( my $sql = $queries{$name} ) =~ s/\?/$each/;
    $session->query($sql);
    cmp_ok(
        most_resident() - $before, '<', ALLOWED,
        "$name: $each calls and no more memory than " . $once );
}

# Each edit makes the session load its calendars anew.
my $edit = q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
          ('commune', date '2026-01-05' + %d, 'off')
      ON CONFLICT DO NOTHING;
      SELECT motcua.add_working_days('2026-01-05', 10, 'commune'),
             motcua.add_working_time(timestamp '2026-01-05 08:00', '9 hours', 'commune');};
$session->query( join '', map { sprintf $edit, $_ } 1 .. 20 );
mark();
my $before = most_resident();
$session->query( join '', map { sprintf $edit, $_ % 200 } 1 .. 300 );
cmp_ok( most_resident() - $before, '<', ALLOWED,
    'memory does not grow while calendars are loaded three hundred times' );
$session->close;
psql( 'postgres', 'DROP DATABASE mc_memory' );
done_testing();
