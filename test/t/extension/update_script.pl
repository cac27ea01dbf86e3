# Test that a built update script replays each function, view, aggregate and comment of the install
# script and nothing else, and that a statement that the generator cannot classify stops the build.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Test::More;
use Psql qw(run);

my $root   = "$FindBin::Bin/../../..";
my $folder = tempdir( CLEANUP => 1 );

sub write_file {
    my ( $name, $text ) = @_;
    open my $out, '>', "$folder/$name" or die "$folder/$name: $!";
    print $out $text;
    close $out;
    return "$folder/$name";
}

# Return what the generator writes and its exit status.
sub update_script {
    my ( $delta, @from ) = @_;
    return run(
        'awk', '-f', "$root/tools/update-script.awk", write_file( 'delta.sql', $delta ),
        @from );
}

$ENV{LC_ALL} = 'C';
my ( $text, $unmade ) =
    run( 'awk', '-f', "$root/tools/sql-templates.awk", glob "$root/sql/install/*.sql" );
is( $unmade, 0, 'the install script is made of its modules' ) or BAIL_OUT($text);
my $install = write_file( 'install.sql', $text );
my ( $script, $status ) = update_script( "-- \@replay@\n", $install );
is( $status, 0, 'an update script is made of an empty delta' ) or BAIL_OUT($script);
my ( $said, $differs ) = run(
    '/usr/bin/python3', "$root/test/upgrade/statements.py",
    write_file( 'update.sql', $script ), $install );
is( $differs, 0, 'the script has each statement to replay once, in the right order' ) or diag $said;
note $said;
like( $said, qr/^replayed: .* ViewStmt$/m, 'the generator counts what is replayed' );
like( $said, qr/^left out: .* GrantStmt\b/m, 'the generator counts what is left out' );
like(
    $script,
    qr/\A\\echo Use "ALTER EXTENSION .* \\quit\nSET LOCAL search_path = pg_catalog, pg_temp;\n/,
    'the script refuses to run in psql and sets the search_path' );

my $module = write_file( 'module.sql', <<~'SQL' );
    \echo psql's line
    -- A comment; with a semicolon, and 'an open quote
    CREATE TABLE motcua.t (a text DEFAULT ';');
    CREATE FUNCTION motcua.f() RETURNS text LANGUAGE sql /* it; ' */ AS $x$ SELECT '$$; --' $x$;
    CREATE FUNCTION motcua.g() RETURNS integer LANGUAGE sql
    BEGIN ATOMIC
        SELECT 1;
        SELECT CASE WHEN true THEN 2 END;
    END;
    COMMENT ON TABLE motcua.t IS 'it''s; a table';
    CREATE VIEW motcua.v AS SELECT 1 AS "a;b"; GRANT SELECT ON motcua.v TO PUBLIC;
    COMMENT ON VIEW motcua.v IS '-- v';
    SQL
is( ( update_script( "first;\n-- \@replay@\nlast;\n", $module ) )[0],
    <<~'SQL', 'the parts of the script come whole and in the right order' );
    \echo Use "ALTER EXTENSION motcua UPDATE" to load this file. \quit
    SET LOCAL search_path = pg_catalog, pg_temp;

    first;
    CREATE OR REPLACE FUNCTION motcua.f() RETURNS text LANGUAGE sql  AS $x$ SELECT '$$; --' $x$;
    CREATE OR REPLACE FUNCTION motcua.g() RETURNS integer LANGUAGE sql
    BEGIN ATOMIC
        SELECT 1;
        SELECT CASE WHEN true THEN 2 END;
    END;
    CREATE OR REPLACE VIEW motcua.v AS SELECT 1 AS "a;b";
    last;
    COMMENT ON TABLE motcua.t IS 'it''s; a table';
    COMMENT ON VIEW motcua.v IS '-- v';
    SQL

sub refuses {
    my ( $delta, $sql, $why, $name ) = @_;
    my ( $text, $failed ) = update_script( $delta, write_file( 'module.sql', $sql ) );
    ok( $failed && $text =~ $why && $text !~ /CREATE OR REPLACE/, "it refuses $name" )
        or diag $text;
}
my $mark = "-- \@replay@\n";
my $view = "CREATE VIEW motcua.v AS SELECT 1;\n";
refuses( '', $view, qr/exactly once/, 'a delta without its mark' );
refuses( $mark x 2, $view, qr/exactly once/, 'a delta with two marks' );
refuses(
    $mark, "${view}CREATE RULE r AS ON INSERT TO t DO NOTHING;\n", qr/known .*CREATE RULE/,
    'a statement of unknown kind' );
refuses( $mark, "${view}SELECT motcua.f();\n", qr/known .*SELECT motcua/, 'a query' );
refuses(
    $mark, "${view}CREATE VIEW motcua.w AS SELECT 1\n", qr/'CREATE VIEW.*not end/s,
    'a statement that does not end' );
refuses(
    $mark, "${view}COMMENT ON VIEW motcua.v IS 'x;\n", qr/'COMMENT.*not end/s,
    'an open quote' );
done_testing();
