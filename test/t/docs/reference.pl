# Test docs/reference.md: tools/generate-reference makes it from the catalog, it is complete, and it
# is the same whatever the locale of the database.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);

my $root = "$FindBin::Bin/../../..";
my %page = ( en => 'docs/reference.md', vi => 'docs/vi/reference.md' );

sub text_of {
    my ($file) = @_;
    open my $in, '<', "$root/$file" or die "$file: $!";
    local $/;
    return scalar <$in>;
}

sub generated {
    my ( $database, $language ) = @_;
    local $ENV{PGDATABASE} = $database;
    local $ENV{PGUSER}     = 'postgres';
    return run( '/usr/bin/python3', "$root/tools/generate-reference", $language );
}

my %database = (
    mc_reference    => 'TEMPLATE template0',
    mc_reference_vi => q{TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'vi'} );
for my $name ( sort keys %database ) {
    psql( 'postgres', "DROP DATABASE IF EXISTS $name" );
    psql( 'postgres', "CREATE DATABASE $name $database{$name}" );
    psql( $name, 'CREATE EXTENSION motcua' );
}

# ---- the generator makes what is checked in ----
for my $language ( 'en', 'vi' ) {
    my ( $made, $status ) = generated( 'mc_reference', $language );
    is( $status, 0, "$page{$language}: made" );
    ok( $made eq text_of( $page{$language} ),
        "$page{$language} is what the catalog says (if not, run make generate)"
    ) or diag first_difference( $made, text_of( $page{$language} ) );
    local $ENV{PGOPTIONS} =
        q{-c search_path=motcua,public -c DateStyle=German -c IntervalStyle=iso_8601 -c extra_float_digits=0};
    local $ENV{LC_ALL} = 'C';
    my ($elsewhere) = generated( 'mc_reference_vi', $language );
    ok( $elsewhere eq $made,
        "$page{$language} is the same under another locale, search_path and style" )
        or diag first_difference( $elsewhere, $made );
}

sub first_difference {
    my @made     = split /\n/, $_[0];
    my @expected = split /\n/, $_[1];
    for my $n ( 0 .. ( @made > @expected ? $#made : $#expected ) ) {
        my ( $a, $b ) = ( $made[$n] // '(end)', $expected[$n] // '(end)' );
        return 'line ' . ( $n + 1 ) . ": '$a', not '$b'" if $a ne $b;
    }
    return 'only the end differs';
}

# ---- complete ----
my @functions = split /\n/,
    psql(
    'mc_reference',
    q{SELECT DISTINCT proname
      FROM pg_proc
      WHERE pronamespace = 'motcua'::regnamespace
        AND obj_description(oid, 'pg_proc') NOT LIKE 'Internal%'}
    );
cmp_ok( scalar @functions, '>', 180, 'the catalog lists more than 180 functions' );
my @guide = split /\n/, psql( 'mc_reference', 'SELECT name FROM motcua_internal.help_functions()' );
for my $language ( 'en', 'vi' ) {
    my $text = text_of( $page{$language} );
    my %entry;
    $entry{$_}++ for $text =~ /^### `(\w+)`$/mg, $text =~ /<a id="(\w+)">/g;
    is( join( ' ', grep { !$entry{$_} } @functions ), '',
        "$page{$language}: no function is missing" );
    is( join( ' ', grep { $entry{$_} > 1 } sort keys %entry ), '', 'no function stands twice' );
    is( join( ' ', grep { !$entry{$_} } @guide ), '',
        'every function that help lists has an entry' );
    my $calls    = () = $text =~ /^(?:AGGREGATE )?\w+\((?:.|\n)*?\)\s+RETURNS /mg;
    my $counters = () = $text =~ /<a id="/g;
    is( $calls + $counters,
        psql(
            'mc_reference',
            q{SELECT count(*) FROM pg_proc WHERE pronamespace = 'motcua'::regnamespace AND proname = ANY (string_to_array($$}
                . join( ' ', sort keys %entry )
                . q{$$, ' '))} ),
        'every overload stands in the reference' );
    # The functions version and help need no page that explains them.
    my @tasks = grep { /^### `/m && !/^### `help`$/m } split /^(?=## )/m, $text;
    my @unexplained = grep { !/^## [^\n]+\n\n(?:Explained in|Giải thích ở) \[/ } @tasks;
    cmp_ok( scalar @tasks, '>', 15, 'the reference has more than 15 tasks' );
    is( join( ' ', map {/^## (.*)/} @unexplained ), '',
        'every task names the page that explains it' );
}
for my $kind ( [ r => 'Table', 'Bảng' ], [ v => 'View', 'Khung nhìn' ] ) {
    my @names = split /\n/,
        psql(
        'mc_reference',
        qq{SELECT relname
           FROM pg_class
           WHERE relnamespace = 'motcua'::regnamespace AND relkind = '$kind->[0]'}
        );
    for ( [ en => $kind->[1] ], [ vi => $kind->[2] ] ) {
        my $text = text_of( $page{ $_->[0] } );
        my $word = $_->[1];
        is( join( ' ', grep { index( $text, "\n### $word `$_`\n" ) < 0 } @names ), '',
            "every $kind->[1] has an entry in $_->[0]" );
    }
}
# ---- the generator refuses a public function that help does not list ----
psql(
    'mc_reference',
    q{CREATE FUNCTION motcua.stranger() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      ALTER EXTENSION motcua ADD FUNCTION motcua.stranger()}
);
my ( $said, $status ) = generated( 'mc_reference', 'en' );
isnt( $status, 0, 'an unlisted function is an error' );
like( $said, qr/\bstranger\b/, 'the error names the unlisted function' );

psql( 'postgres', "DROP DATABASE $_" ) for sort keys %database;
done_testing();
