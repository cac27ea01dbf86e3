# Every release that was: its SQL works with this library, its update gives what a fresh install gives, and nothing kept in it is lost.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # so that END blocks run

my $tests = "$FindBin::Bin/../..";
my $before;    # what the database of 0.1 said

sub make_database {
    my ( $name, $sql ) = @_;
    psql( 'postgres', "DROP DATABASE IF EXISTS $name" );
    psql( 'postgres', "CREATE DATABASE $name" );
    psql( $name,      $sql ) if $sql;
}

make_database( 'mc_fresh', 'CREATE EXTENSION motcua' );
my $now   = psql( 'mc_fresh', q{SELECT extversion FROM pg_extension WHERE extname = 'motcua'} );
open my $list, '<', "$tests/../sql/released.sha256" or die "released.sha256: $!";
my @old = map {/motcua--([\d.]+)\.sql$/} <$list>;
close $list;
cmp_ok( scalar @old, '>=', 1, 'there are releases to come from' );

# What two texts differ in, for a diagnosis.
sub difference {
    my @files;
    for my $at ( 0, 1 ) {
        push @files, "$ENV{PGHOST}/text.$at";
        open my $out, '>', $files[$at] or die "$files[$at]: $!";
        print $out $_[$at];
        close $out;
    }
    return ( run( 'diff', '-U1', @files ) )[0];
}

sub answers {
    my ($database) = @_;
    my ( $text, $status ) = run( 'psql', '-qX', '-U', 'postgres', '-d', $database, '-f', "$tests/upgrade/answers.sql" );
    return $status == 0 ? $text : "failed: $text";
}

sub same_answers {
    my ( $database, $name ) = @_;
    my $now_said = answers($database);
    ok( $now_said eq $before, $name ) or diag difference( $before, $now_said );
}

# The DDL of the extension's members, without what differs from database to database: OIDs, transaction ids, tokens.
sub definition {
    my ($database) = @_;
    my ($text) = run( 'pg_dump', qw(-U postgres -s --binary-upgrade -d), $database );
    $text =~ s/^\\(?:un)?restrict .*$//mg;
    $text =~ s/^(SELECT pg_catalog\.binary_upgrade_set_next_\w+)\(.*$/$1/mg;
    $text =~ s/^WHERE oid = '\d+';$/WHERE oid;/mg;
    $text =~ s/^SET relfrozenxid = .*$//mg;
    $text =~ s/relfrozenxid = '\d+', relminmxid = '\d+'//g;
    $text =~ s/'\{[\d,]+\}', '/'{}', '/g;    # the tables that are dumped: compared by name below
    return $text;
}
my $catalog = q{SELECT string_agg(c::regclass || ' ' || w, '; ' ORDER BY c::regclass::text COLLATE "C") FROM pg_extension AS e, unnest(e.extconfig, e.extcondition) AS x (c, w) WHERE extname = 'motcua'};

my $fresh = definition('mc_fresh');
cmp_ok( length $fresh, '>', 300_000, 'a fresh install has a definition' );

for my $version (@old) {
    make_database( 'mc_old', "CREATE EXTENSION motcua VERSION '$version'" );
    # CREATE FUNCTION does not look for the C function inside an extension's script.
    is( psql( 'mc_old', q{SELECT count(fmgr_c_validator(p.oid)) > 300 FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang WHERE l.lanname = 'c' AND p.pronamespace = 'motcua'::regnamespace} ),
        't', "$version: every C function is in this library" );
    my $functions = q{SELECT p.oid::regprocedure::text FROM pg_proc AS p WHERE p.pronamespace = 'motcua'::regnamespace};
    my %is_there  = map { $_ => 1 } split /\n/, psql( 'mc_fresh', $functions );
    is( join( ', ', grep { !$is_there{$_} } split /\n/, psql( 'mc_old', $functions ) ), '', "$version: no function went away" );
    psql( 'mc_old', 'ALTER EXTENSION motcua UPDATE' );
    my $updated = definition('mc_old');
    ok( $updated eq $fresh, "$version: updated is what a fresh install is" ) or diag difference( $updated, $fresh );
    is( psql( 'mc_old', $catalog ), psql( 'mc_fresh', $catalog ), "$version: the same rows are dumped" );
    is( psql( 'mc_old', 'SELECT extversion = motcua.version() FROM pg_extension WHERE extname = \'motcua\'' ), 't', "$version: and says so" );
}

# ---- what lies in a database ----
my ( $file, $estate ) = ( "$ENV{PGHOST}/old.dump" );
make_database('mc_estate');
( $estate, my $status ) = run( 'psql', qw(-qX -U postgres -d mc_estate -f), "$tests/upgrade/estate.sql" );
is( $status, 0, '0.1: a database is filled' ) or diag $estate;
is( psql( 'mc_estate', q{SELECT extversion FROM pg_extension WHERE extname = 'motcua'} ), '0.1', '0.1: by 0.1' );
$before = answers('mc_estate');
like( $before, qr/^frozen: 1, differing 0$/m, '0.1: with frozen figures' );
like( $before, qr/^rollup: in use, differing 0$/m, '0.1: with a roll-up in use' );
like( $before, qr/^then due: 2026-03-09$/m, '0.1: answered to the end' );

for my $format (qw(plain custom directory)) {
    my @dump = ( 'pg_dump', '-U', 'postgres', '-F', $format, '-f', $file, '-d', 'mc_estate' );
    is( ( run(@dump) )[1], 0, "0.1 dumped: $format" );
    make_database('mc_restored');
    my ( $text, $failed ) = $format eq 'plain'
        ? run( 'psql', qw(-qX -v ON_ERROR_STOP=1 -U postgres -d mc_restored -f), $file )
        : run( 'pg_restore', qw(-e -j 3 -U postgres -d mc_restored), $file );
    ok( !$failed && $text !~ /ERROR/, "0.1 restored where $now is: $format" ) or diag $text;
    same_answers( 'mc_restored', "0.1 restored where $now is, the same answers: $format" );
    is( psql( 'mc_restored', q{SELECT extversion FROM pg_extension WHERE extname = 'motcua'} ), $now, "it is $now: $format" );
    run( 'rm', '-rf', $file );
}

psql( 'mc_estate', 'ALTER EXTENSION motcua UPDATE' );
same_answers( 'mc_estate', "0.1 updated to $now: the same answers" );
psql( 'mc_estate', q{SELECT motcua.reattach('mot_cua')} );
same_answers( 'mc_estate', 'its views made anew: the same answers' );

# An update that fails leaves the old release whole.
make_database( 'mc_old', "CREATE EXTENSION motcua VERSION '0.1'; CREATE VIEW motcua.attention AS SELECT 1 AS mine" );
like( Psql::psql_error( 'mc_old', 'ALTER EXTENSION motcua UPDATE' ), qr/42P07/, 'an object of the same name is not taken over' );
is( psql( 'mc_old', q{SELECT extversion, (SELECT mine FROM motcua.attention) FROM pg_extension WHERE extname = 'motcua'} ), '0.1|1', 'and all stays as it was' );

# ---- the old SQL with this library ----
make_database( 'mc_old', q{CREATE EXTENSION pgtap; CREATE EXTENSION motcua VERSION '0.1'} );
for my $name (qw(tally ledger deadlines dossiers attach rollups vi_match)) {
    my ( $text, $failed ) = run( 'pg_prove', '-U', 'postgres', '--dbname', 'mc_old', "$tests/pgtap/*/$name.sql" );
    ok( !$failed && $text =~ /Result: PASS/, "0.1: its SQL passes pgtap/*/$name.sql" ) or diag $text;
}

psql( 'postgres', "DROP DATABASE IF EXISTS $_" ) for qw(mc_fresh mc_old mc_estate mc_restored);
done_testing();
