# Test how tools/sql-templates.awk puts the statements of templates into modules, and that a wrong
# call stops the build with a message that names its place.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Test::More;
use Psql qw(run);

my $expand = "$FindBin::Bin/../../../tools/sql-templates.awk";
my $folder = tempdir( CLEANUP => 1 );
mkdir "$folder/templates" or die "$folder/templates: $!";

sub write_file {
    my ( $name, $text ) = @_;
    open my $out, '>', "$folder/$name" or die "$folder/$name: $!";
    print $out $text;
    close $out or die "$folder/$name: $!";
    return "$folder/$name";
}

# Return what is made of a module, or the message, and the exit status.
sub expanded {
    my ($sql) = @_;
    local $ENV{LC_ALL} = 'C';
    return run( 'awk', '-f', $expand, write_file( 'module.sql', $sql ) );
}

write_file( 'templates/greeting.sql.in', <<~'SQL' );
    -- What a greeting is.
    @parameters who mark="!"
        aside="";
    SELECT 'hello, @who@@mark@';
    @if aside -- @aside@
    SQL
write_file( 'templates/pair.sql.in', <<~'SQL' );
    @parameters arguments name;
    @template greeting who="@name@ one"
        aside="by value";
    COMMENT ON FUNCTION @name@(@types arguments@) IS 'x';
    CREATE FUNCTION @name@(@bare arguments@);
    SQL

sub makes {
    my ( $sql, $expected, $name ) = @_;
    my ( $text, $status ) = expanded($sql);
    is( $text, $expected, $name );
    is( $status, 0, 'the expansion succeeds' );
}
makes( <<~'IN', <<~'OUT', 'a call becomes the statements, and the lines around it stay' );
    -- first
    @template greeting who="both; ''&\1''";
    ALTER COLLATION motcua.vi OWNER TO @extowner@;
    IN
    -- first
    SELECT 'hello, both; ''&\1''!';
    ALTER COLLATION motcua.vi OWNER TO @extowner@;
    OUT
makes( <<~'IN', <<~'OUT', 'a call can have several lines, a default and an optional line' );
    @template greeting mark="?" who="the one;
        and the other"
        aside="a note";
    IN
    SELECT 'hello, the one; and the other?';
    -- a note
    OUT
makes( <<~'IN', <<~'OUT', 'a template can call another and take arguments apart' );
    @template pair name="f" arguments="a motcua.moment, b text DEFAULT 'x', c integer";
    IN
    SELECT 'hello, f one!';
    -- by value
    COMMENT ON FUNCTION f(motcua.moment, text, integer) IS 'x';
    CREATE FUNCTION f(a motcua.moment, b text, c integer);
    OUT

sub refuses {
    my ( $call, $why, $name ) = @_;
    my ( $text, $status ) = expanded("-- first\n$call\n");
    my $refused = $status && $text =~ /^sql-templates: \S+module\.sql:\d+: $why$/m;
    ok( $refused, "it refuses $name" ) or diag $text;
}
refuses( '@template salute who="x";', qr/there is no template salute/, 'an unknown template' );
refuses(
    '@template greeting mark="x";', qr/template greeting needs the parameter who/,
    'a call without a parameter' );
refuses(
    '@template greeting who="x" whom="y";', qr/template greeting has no parameter whom/,
    'a parameter that the template does not use' );
refuses(
    '@template greeting who="x" who="y";', qr/the parameter who is given twice/,
    'a parameter given twice' );
refuses(
    '@template greeting who=x;', qr/'=x;' .* quotation marks/,
    'a value without quotation marks' );
refuses(
    '@template greeting who="x"', qr/'\@template .*"' does not end/,
    'a call that does not end' );
refuses( '@replay;', qr/'\@replay;' is no call of a template/, 'another line that begins with @' );
write_file( 'templates/greeting.sql.in', "\@parameters who;\n\@whom\@\n" );
refuses(
    '@template greeting who="x";', qr/template greeting has no parameter for \@whom\@/,
    'a template with a place for an unknown parameter' );
write_file( 'templates/greeting.sql.in', "\@parameters who;\nSELECT 1;\n" );
refuses(
    '@template greeting who="x";', qr/template greeting does not use its parameter who/,
    'a template that does not use one of its parameters' );
write_file( 'templates/greeting.sql.in', "SELECT 1;\n" );
refuses(
    '@template greeting who="x";', qr/template greeting does not state its parameters/,
    'a template without its parameters' );
done_testing();
