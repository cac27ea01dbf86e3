# Shows that a database of an older version that was updated is what a fresh install is, and what a
# dump restores; that nothing kept in it is lost; and that an update that fails changes nothing.
# The older version is an invented one (test/upgrade/make-base) and, from the first release on, each
# released one. The library is always the present one.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Base qw(install_base extension_folder);
use Definition qw(definition members);
use Psql qw(psql psql_error run);
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # so that END blocks run

my $tests = "$FindBin::Bin/../..";
my $file  = "$ENV{PGHOST}/upgrade.dump";
my $base  = install_base();

sub make_database {
    my ( $name, $sql ) = @_;
    psql( 'postgres', "DROP DATABASE IF EXISTS $name" );
    psql( 'postgres', "CREATE DATABASE $name" );
    psql( $name, $sql ) if $sql;
}

sub version_in {
    my ($database) = @_;
    return psql( $database, q{SELECT extversion FROM pg_extension WHERE extname = 'motcua'} );
}

# Return what two texts differ in, for a diagnosis.
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

sub same {
    my ( $got, $expected, $name ) = @_;
    return ok( $got eq $expected, $name ) || ( diag( difference( $expected, $got ) ) && 0 );
}

sub dump_and_restore {
    my ( $from, $to, $format ) = @_;
    make_database($to);
    my ( $text, $failed ) =
        run( 'pg_dump', '-U', 'postgres', '-F', $format, '-f', $file, '-d', $from );
    is( $failed, 0, "$from is dumped: $format" ) or diag $text;
    ( $text, $failed ) =
        $format eq 'plain'
        ? run( 'psql', qw(-qX -v ON_ERROR_STOP=1 -U postgres -f), $file, '-d', $to )
        : run( 'pg_restore', qw(-e -j 3 -U postgres -d), $to, $file );
    ok( !$failed && $text !~ /ERROR/, "it is restored: $format" ) or diag $text;
    run( 'rm', '-rf', $file );
}

# ---- the definition of the extension ----

# These databases hold nothing else.
make_database( 'mc_fresh', 'CREATE EXTENSION motcua' );
my $now        = version_in('mc_fresh');
my $definition = definition('mc_fresh');
my $members    = members('mc_fresh');
cmp_ok( length $definition, '>', 300_000, 'a fresh install has a definition' );
cmp_ok( $members =~ tr/\n//, '>', 500, 'and members' );

my @released = map {/motcua--([\d.]+)\.sql\z/} glob extension_folder() . '/motcua--*.sql';
for my $version ( $base, grep { $_ ne $now } @released ) {
    make_database( 'mc_old', "CREATE EXTENSION motcua VERSION '$version'" );
    isnt( definition('mc_old'), $definition, "$version: it is another definition" );

    # CREATE FUNCTION does not look for the C function inside an extension's script.
    cmp_ok(
        psql(
            'mc_old', q{SELECT count(fmgr_c_validator(p.oid)) FROM pg_proc AS p
            JOIN pg_language AS l ON l.oid = p.prolang
            WHERE l.lanname = 'c' AND p.pronamespace::regnamespace::text LIKE 'motcua%'}
        ),
        '>',
        300,
        "$version: every C function is in this library" );
    psql( 'mc_old', 'ALTER EXTENSION motcua UPDATE' );
    is( version_in('mc_old'), $now, "$version: it is updated" );
    same( definition('mc_old'), $definition, "$version: updated, it is what a fresh install is" );
    same(
        members('mc_old'), $members,
        "$version: with the same comments, rights and dumped tables" );
    dump_and_restore( 'mc_old', 'mc_restored', 'custom' );
    same( definition('mc_restored'), $definition, "$version: so is what a dump restores" );
    same( members('mc_restored'), $members, "$version: with the same comments, rights and tables" );
}

# ---- what lies in a database ----

sub answers {
    my ($database) = @_;
    my ( $text, $failed ) =
        run( 'psql', qw(-qX -U postgres -d), $database, '-f', "$tests/upgrade/answers.sql" );
    return $failed ? "failed: $text" : $text;
}

make_database( 'mc_estate', "CREATE EXTENSION motcua VERSION '$base'" );
my ( $said, $failed ) =
    run( 'psql', qw(-qX -U postgres -d mc_estate -f), "$tests/upgrade/estate.sql" );
is( $failed, 0, "$base: a database is filled" ) or diag $said;
my $before = answers('mc_estate');
like( $before, qr/^frozen: 1, differing 0$/m, "$base: it has frozen figures" );
like( $before, qr/^rollup: in use, differing 0$/m, "$base: it has a roll-up in use" );
like( $before, qr/^then due: 2026-03-09$/m, "$base: it answers to the end" );

# A DBA lends rights, and reads the log of changes out to an auditor.
psql(
    'mc_estate', 'DROP ROLE IF EXISTS mc_clerk; CREATE ROLE mc_clerk;
    GRANT INSERT ON motcua.calendar_day TO mc_clerk; REVOKE SELECT ON motcua.agency FROM PUBLIC'
);
my $lent = q{SELECT has_table_privilege('mc_clerk', 'motcua.calendar_day', 'INSERT'),
    has_table_privilege('mc_clerk', 'motcua.agency', 'SELECT')};

# The views of an attachment are those of the version that made them. As the library is the same in
# both, a view that the older one would not have made is dropped here.
psql( 'mc_estate', 'DROP VIEW mot_cua.due_drift' );
my $has_new_view = q{SELECT to_regclass('mot_cua.due_drift') IS NOT NULL};

for my $format (qw(plain custom directory)) {
    dump_and_restore( 'mc_estate', 'mc_restored', $format );
    is( version_in('mc_restored'), $now, "$base restored where $now is: it is $now" );
    same( answers('mc_restored'), $before, "$base restored where $now is: the same answers" );
}

my $open = Session->new('mc_estate');
my $day  = q{SELECT motcua.add_working_days('2026-02-10', 5, 'a_commune')};
my $due  = $open->query($day);
psql( 'mc_estate', 'ALTER EXTENSION motcua UPDATE' );
is( version_in('mc_estate'), $now, "$base updated: it is $now" );
same( answers('mc_estate'), $before, 'updated: the same answers' );
is( $open->query($day), $due, 'updated: the same in a session that was open' );
$open->close;
is( psql( 'mc_estate', $lent ), 't|f', 'updated: what a DBA granted and revoked stays so' );
is( psql( 'mc_estate', $has_new_view ), 'f', 'updated: attachments stay as they are' );
psql( 'mc_estate', q{SELECT motcua.reattach('mot_cua')} );
is( psql( 'mc_estate', $has_new_view ), 't', 'reattached: the attachment has the new view' );
same( answers('mc_estate'), $before, 'reattached: the same answers' );

for my $format (qw(plain custom directory)) {
    dump_and_restore( 'mc_estate', 'mc_restored', $format );
    same( answers('mc_restored'), $before, 'updated and restored: the same answers' );
    is( psql( 'mc_restored', $lent ),
        't|f', 'updated and restored: with what a DBA granted and revoked' );
}

# ---- updates that fail ----

for my $planted (
    [   q{CREATE VIEW motcua.shifts AS
          SELECT calendar, valid, season_start, season_end, weekdays, opens,
        closes, counts, 'local'::text AS origin
          FROM motcua.shift}, 'a view' ],
    [   q{CREATE FUNCTION motcua.icu_version() RETURNS text LANGUAGE sql RETURN 'mine'},
        'a function' ],
    [   'CREATE OPERATOR motcua.- (LEFTARG = motcua.tally, RIGHTARG = motcua.tally,
        FUNCTION = motcua.plus)', 'an operator of the delta' ],
    )
{
    my ( $sql, $name ) = @$planted;
    make_database( 'mc_old', "CREATE EXTENSION motcua VERSION '$base'; $sql" );
    my ( $was, $had ) = ( definition('mc_old'), members('mc_old') );
    like(
        psql_error( 'mc_old', 'ALTER EXTENSION motcua UPDATE' ),
        qr/ERROR:  (?:55000|42723)/,
        "$name that somebody made with the same name is not taken over" );
    same( definition('mc_old'), $was, 'and all stays as it was' );
    same( members('mc_old'), $had, 'with the same members' );
    is( version_in('mc_old'), $base, "at $base" );
}

psql( 'postgres', "DROP DATABASE IF EXISTS $_" ) for qw(mc_fresh mc_old mc_estate mc_restored);
psql( 'postgres', 'DROP ROLE mc_clerk' );
done_testing();
