# Test that the DBA's scales, scorecards, observations and agencies survive dump and restore in any
# order of the tables, and who may write them.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error run);

my @tables = qw(scale scale_band scorecard criterion observation agency);
my $period = q{'[2026-01-01,2026-04-01)'};

my $rows = join ' || ', map {
    "(SELECT coalesce(string_agg(t::text, ';' ORDER BY t::text COLLATE \"C\"), '') FROM motcua.$_ AS t)"
} @tables;
my $answers = qq{SELECT md5(string_agg(a, ';' ORDER BY a COLLATE "C"))
                 FROM (
                 SELECT name || b::text
                 FROM motcua.scorecards, motcua.score_board(name, $period, true) AS b
                 UNION ALL SELECT name || s::text
                 FROM motcua.scorecards, motcua.score_sheets(name, ARRAY['A', 'B'], $period) AS s
                 UNION ALL SELECT c::text
                 FROM motcua.criteria AS c
                 UNION ALL SELECT b::text
                 FROM motcua.scale_bands AS b
                 UNION ALL SELECT motcua.successor_of(code, '2026-01-01')
                 FROM motcua.agency) AS x (a)};

sub fill {
    my ( $database, %option ) = @_;
    psql(
        $database, qq{
        INSERT INTO motcua.scale (name, title) VALUES ('bac', 'Ba bậc; "có dấu"');
        INSERT INTO motcua.scale_band (scale, lower, title, points, proportional) VALUES
            ('bac', 0.8, 'Đạt', 0.5, false), ('bac', 0.95, NULL, NULL, true);
        INSERT INTO motcua.scorecard (name, title, scale) VALUES
            ('tinh', 'Bộ chỉ số của tỉnh', '766');
        INSERT INTO motcua.criterion (scorecard, code, ord, title, max_points, rule, scale,
                                      computed_from)
        VALUES
            ('tinh', '1', 1, 'Đúng hạn', 90, 'linear', NULL, 'on_time_rate:due'),
            ('tinh', '2', 2, 'Bậc', 10, 'band', 'bac', NULL);
        INSERT INTO motcua.observation (scorecard, criterion, unit, period, numerator,
                                        denominator)
        VALUES
            ('tinh', '1', 'A', $period, 9007199254740993, 9007199254740997),
            ('tinh', '2', 'A', $period, 1, 3),
            ('766', '2.1', 'A', $period, 98, 100);
        INSERT INTO motcua.observation (scorecard, criterion, unit, period, rate) VALUES
            ('tinh', '1', 'B', $period, 0.333333333333333333333333333333333333);
        INSERT INTO motcua.observation (scorecard, criterion, unit, period, points) VALUES
            ('766', 'truc_tuyen', 'A', $period, 11.5);
        INSERT INTO motcua.agency (code, name, bloc, calendar, valid, successor) VALUES
            ('A', 'Xã A', 'Xã', 'vn', '(,2025-07-01)', 'B'),
            ('A', 'Phường A', 'Phường', NULL, '[2025-07-01,)', NULL),
            ('B', 'Xã B', 'Xã', NULL, '(,)', NULL)},
        %option );
}

psql(
    'postgres',
    'CREATE ROLE mc_owner LOGIN; CREATE ROLE mc_clerk LOGIN;
     CREATE DATABASE mc_cards OWNER mc_owner'
);
psql( 'mc_cards', 'CREATE EXTENSION motcua', user => 'mc_owner' );
fill( 'mc_cards', user => 'mc_owner' );
my $before_rows = psql( 'mc_cards', "SELECT $rows" );
my $before      = psql( 'mc_cards', $answers );

sub round_trip {
    my ( $name, %option ) = @_;
    my $file   = "$ENV{PGHOST}/cards.dump";
    my $format = $option{jobs} ? 'custom' : 'plain';
    psql( 'postgres', 'CREATE DATABASE mc_restored OWNER mc_owner' );
    my ( $text, $status ) =
        run( 'pg_dump', '-U', 'mc_owner', '-F', $format, '-f', $file, '-d', 'mc_cards' );
    is( $status, 0, "$name: dump" ) or diag $text;
    my @list;
    if ( $option{order} ) {
        my ($contents) = run( 'pg_restore', '-l', $file );
        my %entry = map { /TABLE DATA motcua (\w+) / ? ( $1 => $_ ) : () } split /\n/, $contents;
        my @order = map { $entry{$_} } @{ $option{order} };
        $contents =~
            s/^.*TABLE DATA motcua (?:scale|scale_band|scorecard|criterion|observation|agency) .*$/shift @order/gme;
        open my $out, '>', "$file.list" or die "$file.list: $!";
        print $out $contents;
        close $out;
        @list = ( '-L', "$file.list" );
    }
    ( $text, $status ) = $option{jobs}
        ? run(
        'pg_restore', '-U', 'mc_owner', '-e', '-j', $option{jobs}, '-d', 'mc_restored',
        @list, $file )
        : run(
        'psql', '-U', 'mc_owner', '-qX', '-v', 'ON_ERROR_STOP=1', '-d', 'mc_restored', '-f',
        $file );
    ok( $status == 0 && $text !~ /ERROR|FATAL/, "$name: restore" ) or diag $text;
    is( psql( 'mc_restored', "SELECT $rows" ), $before_rows, "$name: the rows are the same" );
    is( psql( 'mc_restored', $answers ), $before,
        "$name: score sheets, boards and successors are the same" );
    like(
        psql_error(
            'mc_restored',
            q{INSERT INTO motcua.criterion (scorecard, code, ord, title) VALUES
                  ('none', '1', 1, 'x')}
        ),
        qr/23503/,
        "$name: references are checked again" );
    psql( 'postgres', 'DROP DATABASE mc_restored' );
    unlink $file, "$file.list";
}
round_trip('plain');
round_trip( 'custom, 4 jobs', jobs => 4 );
round_trip(
    'parts come first', jobs => 1,
    order                    => [qw(observation criterion scorecard scale_band scale agency)] );

# ---- \copy ----
# A reference to a row that is not there is a warning of COPY, and an error elsewhere.
psql( 'mc_cards', "\\copy motcua.observation TO '$ENV{PGHOST}/observation.csv' WITH (FORMAT csv)" );
psql( 'mc_cards', q{DELETE FROM motcua.observation; DELETE FROM motcua.scorecard} );
like(
    psql(
        'mc_cards',
        "\\copy motcua.observation FROM '$ENV{PGHOST}/observation.csv' WITH (FORMAT csv)" ),
    qr/WARNING: +23503: "tinh, 1" of a row of motcua.observation is not in motcua.criteria/,
    'COPY warns of a criterion that does not exist' );
like(
    psql_error(
        'mc_cards',
        qq{INSERT INTO motcua.observation (scorecard, criterion, unit, period, rate) VALUES
               ('tinh', '1', 'C', $period, 1)}
    ),
    qr/23503/,
    'INSERT refuses a criterion that does not exist' );
is( psql(
        'mc_cards',
        qq{SELECT unit || ' ' || score FROM motcua.score_board('766', $period) WHERE unit = 'A'} ),
    'A 33.10',
    'the shipped card still scores' );
unlink "$ENV{PGHOST}/observation.csv";

# ---- who may write ----
is( psql(
        'mc_cards',
        q{SELECT string_agg(t || ' ' || p, ', ') FROM unnest(ARRAY['}
            . join( q{','}, @tables )
            . q{']) AS t,
      unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS p WHERE NOT has_table_privilege('mc_owner', 'motcua.' || t, p || ' WITH GRANT OPTION')}
    ),
    '',
    'the owner has and may grant every right on the tables' );
like(
    psql_error( 'mc_cards', q{DELETE FROM motcua.observation}, user => 'mc_clerk' ), qr/42501/,
    'nobody else may write' );
is( psql( 'mc_cards', q{SELECT count(*) > 0 FROM motcua.observation}, user => 'mc_clerk' ), 't',
    'everybody may read' );
psql( 'mc_cards', 'GRANT INSERT ON motcua.observation TO mc_clerk', user => 'mc_owner' );
psql(
    'mc_cards',
    qq{INSERT INTO motcua.observation (scorecard, criterion, unit, period, rate) VALUES
           ('766', '1.1', 'C', $period, 1)},
    user => 'mc_clerk' );
is( psql(
        'mc_cards',
        qq{SELECT points FROM motcua.score_sheet('766', 'C', $period) WHERE criterion = '1.1'},
        user => 'mc_clerk' ),
    '6.00',
    'a role to which INSERT was granted may insert' );

psql( 'postgres', $_ ) for 'DROP DATABASE mc_cards', 'DROP ROLE mc_owner, mc_clerk';
done_testing();
