# Test that every call can be cancelled and is bounded. Functions get a text of a megabyte and a
# query of 40 kB, and types get long texts, under a statement_timeout. No call may go on for two
# seconds beyond it.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Time::HiRes qw(time);
use Psql qw(psql psql_error);
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

use constant { TIMEOUT => '200ms', PATIENCE => 2.2 };

psql( 'postgres', 'CREATE DATABASE mk_cancel' );
psql( 'mk_cancel', 'CREATE EXTENSION motcua' );

# These are the long texts by name: what people write, one word without end, marks without end.
my %texts = (
    words   => q{repeat('nguyễn văn a thường trú tại xã quảng điền ', 20000)},
    letters => q{repeat('ấ', 350000)},
    marks   => q{'a' || repeat(U&'\0302\0301', 250000)},
    digits  => q{repeat('0123456789 ', 90000)} );
my %queries = (
    words   => q{repeat('nguyen van a thuong tru tai xa quang dien ', 950)},
    letters => q{repeat('a ', 20000)},
    marks   => q{'a' || repeat(U&'\0302', 20000)},
    digits  => q{repeat('0123456789 ', 3600)} );
psql(
    'mk_cancel',
    'CREATE TABLE long AS ' . join ' UNION ALL ',
    map {"SELECT '$_' AS name, $texts{$_} AS written, $queries{$_} AS query"} sort keys %texts );

# These functions read a text. The first text is the long one, and a second text is the query.
my @functions = split /\n/, psql( 'mk_cancel', <<~'SQL' );
    SELECT format('motcua.%I(%s)', p.proname,
                  (SELECT string_agg(CASE WHEN t.type <> 'text'::regtype::oid THEN NULL
                                          WHEN t.before = 0 THEN 'l.written'
                                          ELSE 'l.query' END, ', ' ORDER BY t.place)
                   FROM (SELECT a.type, a.place,
                                (SELECT count(*)
                                 FROM unnest(
                                     p.proargtypes::oid[]) WITH ORDINALITY AS b (type, place)
                                 WHERE b.type = 'text'::regtype AND b.place < a.place) AS before
                         FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)
                         WHERE a.place <= p.pronargs - p.pronargdefaults) AS t))
    FROM pg_proc AS p
    WHERE p.pronamespace = 'motcua'::regnamespace
      AND p.prokind = 'f'
      AND p.proargtypes[0] = 'text'::regtype
      AND p.provolatile <> 'v'
      AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)
                      WHERE a.place <= p.pronargs - p.pronargdefaults AND a.type <> 'text'::regtype)
    ORDER BY 1
    SQL
cmp_ok( scalar @functions, '>', 20, 'more than 20 functions read a text' );

my $session = Session->new( 'mk_cancel', timeout => 60 );
$session->query( 'SET statement_timeout = ' . q{'} . TIMEOUT . q{'} );

# Return the seconds that a statement takes.
sub seconds_of {
    my ($sql) = @_;
    my $begin = time;
    $session->query($sql);
    return time - $begin;
}
my @slow;
for my $function (@functions) {
    for my $name ( sort keys %texts ) {
        my $seconds =
            seconds_of( "SELECT count(*) FROM long AS l, LATERAL (SELECT $function) AS x (y) "
                . "WHERE l.name = '$name' AND x.y IS DISTINCT FROM NULL" );
        push @slow, "$function of $name: $seconds s" if $seconds > PATIENCE;
    }
}
is( join( "\n", @slow ), '', 'each call ends soon after statement_timeout' );

# Values of types are read from long texts and written to them.
@slow = ();
my $days =
      q{(SELECT string_agg(format('{"day": "%s", "new_direct": 1}', date '1000-01-01' + g), ', ') }
    . q{FROM generate_series(0, 100000) AS g)};
my $shifts = q{(SELECT string_agg('{"opens": "08:00", "closes": "09:00"}', ', ')
       FROM generate_series(1, 100000))};
psql(
    'mk_cancel',
    "CREATE TABLE big AS SELECT '{\"days\": [' || $days || ']}' AS ledger, "
        . "'{\"shifts\": [' || $shifts || ']}' AS calendar, repeat('{\"early\": 1, ', 100000) AS tally"
);
for my $cast (
    'ledger::motcua.ledger', 'ledger::motcua.tally', 'ledger::motcua.dossier',
    'ledger::motcua.lateness',
    'ledger::motcua.work_calendar', 'calendar::motcua.work_calendar', 'tally::motcua.tally',
    'tally::motcua.moment', 'ledger::motcua.agency_code', 'calendar::motcua.time_limit' )
{
    my $seconds = seconds_of("SELECT count(($cast)::text) FROM big");
    push @slow, "$cast: $seconds s" if $seconds > PATIENCE;
}
is( join( "\n", @slow ), '', 'reading and writing long values is cancelled too' );

# ---- memory ----
$session->query('RESET statement_timeout');

sub kilobytes_of_calendars {
    $session->query( <<~"SQL" );
        SELECT sum(motcua.is_working_day(date '2026-01-02',
                                         motcua.calendar_with_day(motcua.calendar_value('vn'),
                                                                  date '2026-01-01' + g, 'off',
                                                                  't'))::int)
        FROM generate_series(1, 128) AS g
        SQL
    return $session->query(
        q{SELECT sum(total_bytes) / 1024
          FROM pg_backend_memory_contexts
          WHERE name = 'motcua calendar'}
    );
}
cmp_ok( kilobytes_of_calendars(), '<=', 16 * 1024 + 1024,
    'the calendars of a session take at most 16 MB' );
$session->query(q{SET motcua.cache_memory = '4MB'});
cmp_ok( kilobytes_of_calendars(), '<=', 4 * 1024 + 1024,
    'the calendars of a session take at most what the setting says' );
is( $session->query(
        q{SELECT count(DISTINCT w)
          FROM (SELECT motcua.is_working_day(date '2026-01-02' + g, 'vn') = motcua.is_working_day(
                    date '2026-01-02' + g, motcua.calendar_with_day(motcua.calendar_value('vn'),
                    date '2030-01-01' + g % 20, 'off', 't')) AS w
                FROM generate_series(1, 200) AS g) AS x}
    ),
    '1',
    'calendars that were removed and loaded again answer the same' );
$session->close;

END {
    local $?;
    psql( 'postgres', 'DROP DATABASE IF EXISTS mk_cancel' );
}
done_testing();
