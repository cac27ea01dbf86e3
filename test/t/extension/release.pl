# Test `make release` on a throwaway clone: it refuses what is not ready, freezes the scripts of a
# version and begins the next one, and a database of each released version is updated to what a
# fresh install is. A frozen script that was changed fails lint.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Test::More;
use Definition qw(definition members);
use Psql qw(psql run);
use Server;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $root  = "$FindBin::Bin/../../..";
my $clone = tempdir( 'motcua.XXXXXX', TMPDIR => 1, CLEANUP => 1 );
chmod 0755, $clone;
$ENV{"GIT_$_"}          = 'test' for qw(AUTHOR_NAME COMMITTER_NAME AUTHOR_EMAIL COMMITTER_EMAIL);
$ENV{GIT_CONFIG_GLOBAL} = $ENV{GIT_CONFIG_SYSTEM} = '/dev/null';

# Run a command of the shell in the clone and return what it says and its exit status.
sub in_clone {
    my ($command) = @_;
    return run( 'sh', '-c', "cd '$clone' && $command" );
}

sub works {
    my ( $command, $name ) = @_;
    my ( $text, $status )  = in_clone($command);
    return is( $status, 0, $name ) || ( diag($text) && 0 );
}

sub refuses {
    my ( $version, $why, $name ) = @_;
    my ( $text, $status ) = in_clone("make release VERSION=$version");
    ok( $status != 0 && $text =~ $why, "refused: $name" ) or diag $text;
}

sub edit {
    my ( $file, $change ) = @_;
    open my $in, '<', "$clone/$file" or die "$file: $!";
    local $_ = do { local $/; <$in> };
    close $in;
    $change->();
    open my $out, '>', "$clone/$file" or die "$file: $!";
    print $out $_;
    close $out;
}

# Date the change logs of a version, as a maintainer does, and commit.
sub make_ready {
    my ($version) = @_;
    edit( 'CHANGELOG.md', sub {s/^## .*/## $version (2026-12-24)/m} );
    edit( 'debian/changelog', sub {s/\A.*/motcua ($version-1) unstable; urgency=medium/} );
    works( "git commit -qam 'Date $version'", "$version is dated" );
}

sub file_is {
    my ( $file, $pattern, $name ) = @_;
    my ($text) = in_clone("cat $file");
    like( $text, $pattern, $name );
}

# The first release is that of the state of the clone. Versions that were released before are left
# out.
my ($now) =
    ( run( 'sed', '-n', q{s/^default_version = '\(.*\)'/\1/p}, "$root/motcua.control" ) )[0] =~
    /(\S+)/;
my ( $major, $minor ) = split /\./, $now;
my @sql   = map { "$major." . ( $minor + $_ ) } 0 .. 2;
my @first = ( "$sql[0].0", "$sql[1].0" );
is( ( run( 'bash', '-c', ". tools/tree.sh && copy_tree '$clone'" ) )[1], 0,
    'the tree is copied to the clone' );
works(
          "rm -rf sql/released sql/updates/*--*.sql && git init -q -b main . && git add -A && git "
        . "commit -qm Begin",
    'the copy is a repository' );
edit( 'META.json', sub {s/^( *"version": )"[\d.]+"/$1"$first[0]"/mg} );
edit( 'debian/changelog', sub {s/\A.*/motcua ($first[0]-1) UNRELEASED; urgency=medium/} );
edit( 'CHANGELOG.md', sub {s/^## .*/## $sql[0] (unreleased)/m} );

# ---- refusals ----
refuses( 'first', qr/VERSION=/, 'a word' );
refuses( $first[0], qr/not committed/, 'a tree with changes' )
    if ( in_clone('git status --porcelain') )[0];
works( 'git commit -qam Unreleased || true', 'the clone is committed' );
refuses( $first[1], qr/META.json does not state/, 'another version than that of META.json' );
refuses( $first[0], qr/heading of CHANGELOG/, 'a change log without a date' );
edit( 'CHANGELOG.md', sub {s/^## .*/## $first[0] (2026-12-24)/m} );
works( 'git commit -qam Dated', 'the change log is dated' );
refuses( $first[0], qr/debian\/changelog/, 'an unreleased package' );
is( ( in_clone('git tag') )[0], '', 'nothing was tagged' );

# ---- the first release ----
make_ready( $first[0] );
works( "make release VERSION=$first[0]", "$first[0] is released" );
is( ( in_clone('git tag && git log -2 --format=%s && git status --porcelain') )[0],
    "$first[0]\nBegin $sql[1]\nRelease $first[0]\n",
    'the version is tagged, the next one has begun, and all is committed' );
works( 'tools/lint-versions', 'lint finds no fault' );
works(
    "awk -f tools/sql-templates.awk sql/install/*.sql | cmp - sql/released/motcua--$sql[0].sql",
    'the script is frozen' );
file_is( 'motcua.control', qr/^default_version = '\Q$sql[1]\E'$/m,
    'the control file names the next version' );
file_is( 'META.json', qr/^   "version": "\Q$first[1]\E",$/m, 'META.json names the next version' );
file_is( 'META.json', qr/"meta-spec": \{ "version": "1\.0\.0"/,
    'META.json keeps the version of its own format' );
file_is(
    'CHANGELOG.md', qr/^## \Q$sql[1]\E \(unreleased\)\n\n## \Q$first[0]\E \(/m,
    'the change log has a heading for the next version' );
file_is( 'debian/changelog', qr/\Amotcua \(\Q$first[1]\E-1\) UNRELEASED;/,
    'the change log of the package has the next version' );
refuses( $first[0], qr/tag .* already/, 'the same version once more' );

edit( "sql/released/motcua--$sql[0].sql", sub {s/\z/-- more\n/} );
my ( $said, $failed ) = in_clone('tools/lint-versions');
ok( $failed && $said =~ /released script was changed/,
    'lint finds that a frozen script was changed' ) or diag $said;
works( 'git checkout -q sql/released && tools/lint-versions',
    'lint finds no fault when the script is restored' );

# ---- a patch release, which has the same SQL ----
works( "git checkout -qb patch $first[0] && tools/lint-versions",
    'lint finds no fault in the tagged tree' );
edit( 'META.json', sub {s/^( *"version": )"[\d.]+"/$1"$sql[0].1"/mg} );
make_ready("$sql[0].1");
works( "make release VERSION=$sql[0].1", 'a patch is released' );
is( ( in_clone('git describe && git log -1 --format=%s') )[0], "$sql[0].1\nDate $sql[0].1\n",
    'the patch is tagged without a commit of its own' );
edit( 'META.json', sub {s/^( *"version": )"[\d.]+"/$1"$sql[0].2"/mg} );
edit( 'sql/install/05-version.sql', sub {s/Return the version/Tell the version/} );
make_ready("$sql[0].2");
refuses( "$sql[0].2", qr/begin a new version for new SQL/, 'a patch with other SQL' );
works( 'git checkout -q main', 'back to the next version' );

# ---- the second release, with a new function, an operator over it and a changed comment ----
my $operator = 'CREATE OPERATOR motcua.### (LEFTARG = integer, RIGHTARG = integer,
                                 FUNCTION = motcua.only_here);';
edit(
    'sql/install/05-version.sql',
    sub {
        s/Return the version/Tell the version/;
        s/\z/CREATE FUNCTION motcua.only_here(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
    PARALLEL SAFE RETURN a;\n$operator\nCOMMENT ON OPERATOR motcua.### (integer, integer) IS 'gives the left one';\n/;
    } );
edit( "sql/updates/$sql[0]--$sql[1].sql", sub {s/\z/$operator\n/} );
make_ready( $first[1] );
works( "make release VERSION=$first[1]", "$first[1] is released" );
is( ( in_clone('cd sql && ls updates released') )[0],
    join(
        "\n",
        'released:', 'SHA256SUMS', "motcua--$sql[0]--$sql[1].sql", "motcua--$sql[0].sql",
        "motcua--$sql[1].sql",
        '', 'updates:', "$sql[1]--$sql[2].sql", 'README.md', '' ),
    'the update script is frozen, and the next delta has begun' );
works( 'tools/lint-versions', 'lint finds no fault' );

# ---- built, installed, updated ----
my $jobs = "with_llvm=no PG_CONFIG='$ENV{PG_CONFIG}' MOTCUA_CFLAGS=-O0";
works(
    "make -s -j2 $jobs && make -s install $jobs DESTDIR='$clone/stage' && chmod -R go+rX stage",
    "$sql[2] is built" );
my $settings = psql(
    'postgres', q{SELECT format('%s = %L', name, setting) FROM pg_settings
    WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')} );
$settings =~ s/\Q$ENV{PGHOST}\E\/stage/$clone\/stage/g;
my $server = Server->primary("$settings\n");
$ENV{PGHOST} = $server->host;
psql( 'postgres', "CREATE DATABASE $_" ) for qw(fresh from_0 from_1);
psql( 'fresh', 'CREATE EXTENSION motcua' );
is( psql( 'fresh', 'SELECT motcua.version()' ), $sql[2], "a fresh database has $sql[2]" );
for my $at ( 0, 1 ) {
    psql( "from_$at", "CREATE EXTENSION motcua VERSION '$sql[$at]'" );
    is( psql( "from_$at", "SELECT motcua.add_working_days('2020-01-20', 5)" ), '2020-02-03',
        "$sql[$at] works" );
    psql( "from_$at", 'ALTER EXTENSION motcua UPDATE' );
    ok( definition("from_$at") eq definition('fresh'),
        "$sql[$at] updated is what a fresh install is" );
    is( members("from_$at"), members('fresh'), "$sql[$at] updated has the same members" );
}
done_testing();
