# Test that an updated database of an older version is what a fresh install is and what a dump
# restores, that nothing kept in it is lost, and that an update that fails changes nothing. The
# older versions are an invented one (test/upgrade/make-base) and, from the first release on, each
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

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

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
    ok( !$failed && $text !~ /ERROR/, "$from is restored: $format" ) or diag $text;
    run( 'rm', '-rf', $file );
}

# ---- the definition of the extension ----

# These databases hold nothing but the extension.
make_database( 'mc_fresh', 'CREATE EXTENSION motcua' );
my $now        = version_in('mc_fresh');
my $definition = definition('mc_fresh');
my $members    = members('mc_fresh');
cmp_ok( length $definition, '>', 300_000, 'the definition of a fresh install is long' );
cmp_ok( $members =~ tr/\n//, '>', 500, 'a fresh install has more than 500 members' );

my @released = map {/motcua--([\d.]+)\.sql\z/} glob extension_folder() . '/motcua--*.sql';
for my $version ( $base, grep { $_ ne $now } @released ) {
    make_database( 'mc_old', "CREATE EXTENSION motcua VERSION '$version'" );
    isnt( definition('mc_old'), $definition, "$version: the old version has another definition" );

    # Inside an extension's script CREATE FUNCTION does not check that the C function exists.
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
    is( version_in('mc_old'), $now, "$version is updated" );
    same( definition('mc_old'), $definition, "$version updated is what a fresh install is" );
    same(
        members('mc_old'), $members,
        "$version updated has the same comments, rights and dumped tables" );
    dump_and_restore( 'mc_old', 'mc_restored', 'custom' );
    same( definition('mc_restored'), $definition,
        "$version updated, dumped and restored is what a fresh install is" );
    same( members('mc_restored'), $members,
        "$version updated, dumped and restored has the same comments, rights and tables" );
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
like( $before, qr/^frozen: 1, differing 0$/m, "$base: the database has frozen figures" );
like( $before, qr/^rollup: in use, differing 0$/m, "$base: the database has a roll-up in use" );
like( $before, qr/^then due: 2026-03-09$/m, "$base: the script of answers runs to its end" );

# A DBA grants rights, and lets an auditor read the log of changes.
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
    is( version_in('mc_restored'), $now,
        "a dump of $base restored where $now is installed has $now" );
    same( answers('mc_restored'), $before,
        "a dump of $base restored where $now is installed gives the same answers" );
}

my $open = Session->new('mc_estate');
my $day  = q{SELECT motcua.add_working_days('2026-02-10', 5, 'a_commune')};
my $due  = $open->query($day);
psql( 'mc_estate', 'ALTER EXTENSION motcua UPDATE' );
is( version_in('mc_estate'), $now, "$base updated is $now" );
same( answers('mc_estate'), $before, 'the updated database gives the same answers' );
is( $open->query($day), $due, 'a session that was open during the update gives the same answer' );
$open->close;
is( psql( 'mc_estate', $lent ), 't|f', 'the update keeps what a DBA granted and revoked' );
is( psql( 'mc_estate', $has_new_view ), 'f', 'the update leaves attachments as they are' );
psql( 'mc_estate', q{SELECT motcua.reattach('mot_cua')} );
is( psql( 'mc_estate', $has_new_view ), 't', 'reattach gives the attachment the new view' );
same( answers('mc_estate'), $before, 'after reattach the answers are the same' );

for my $format (qw(plain custom directory)) {
    dump_and_restore( 'mc_estate', 'mc_restored', $format );
    same( answers('mc_restored'), $before,
        'the updated database, dumped and restored, gives the same answers' );
    is( psql( 'mc_restored', $lent ),
        't|f', 'the restore keeps what a DBA granted and revoked' );
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
    same( definition('mc_old'), $was, "$name: the refused update changes no definition" );
    same( members('mc_old'), $had, "$name: the refused update changes no member" );
    is( version_in('mc_old'), $base, "$name: the version is still $base" );
}

psql( 'postgres', "DROP DATABASE IF EXISTS $_" ) for qw(mc_fresh mc_old mc_estate mc_restored);
psql( 'postgres', 'DROP ROLE mc_clerk' );
done_testing();
