# Test that psql prints what the pages for users show, in both languages. With --write the outputs
# in the pages are made anew, as tools/generate-pages does.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);
use Page;

my $write = grep { $_ eq '--write' } @ARGV;
my $root  = "$FindBin::Bin/../../..";
$ENV{PGOPTIONS} = '-c jit=off';                  # compiling would take longer than these queries
my @roles = qw(qlhs_owner calendar_clerk bi);    # the DBA's page creates these

# The pages, the database in which each runs, and how many outputs it shows at least.
my @pages = (
    { name => 'tutorial', database => 'mc_tutorial', outputs => 15 },
    { name => 'rates', database    => 'mc_rates', outputs    => 4, extension => 1 },
    { name => 'time', database     => 'mc_time', outputs     => 2, extension => 1 },
    { name => 'dba', database      => 'qlhs', outputs        => 7 },
    { name => 'cookbook', database => 'mc_cookbook', outputs => 30, demonstration => 1 },
);

sub make_database {
    my ( $name, %with ) = @_;
    psql( 'postgres', "DROP DATABASE IF EXISTS $name" );
    if ( $with{demonstration} ) {
        my ( $said, $status ) = run( "$root/demo/load", $name );
        die "demo/load: $said" if $status != 0;
    }
    else { psql( 'postgres', "CREATE DATABASE $name" ) }
    psql( $name, 'CREATE EXTENSION motcua' ) if $with{extension};
    return;
}

sub drop_all {
    psql( 'postgres', "DROP DATABASE IF EXISTS $_" ) for @_, 'mc_readme';
    psql( 'postgres', "DROP ROLE IF EXISTS $_" )     for @roles;
    return;
}

# True if the output is an error, which may appear only where the page shows one.
sub is_error { return $_[0] =~ /^(?:ERROR|FATAL|psql: error|\\?\w+: error|invalid command)/m }

sub check {
    my ($page) = @_;
    my ( $english, $vietnamese ) = map { Page->read("$root/$_/$page->{name}.md") } qw(docs docs/vi);
    my @blocks  = $english->blocks;
    my @printed = Page::printed( $page->{database}, map { $_->{sql} } @blocks );
    is( scalar @printed, scalar @blocks, "$page->{name}: every block was run" );
    my @shown = grep { defined $_->{output} } @blocks;
    cmp_ok( scalar @shown, '>=', $page->{outputs}, "$page->{name}: the page shows enough outputs" );
    my @translated = $vietnamese->blocks;
    is( scalar @translated, scalar @blocks,
        "vi/$page->{name}: the Vietnamese page has as many blocks" );

    if ( $write && @printed == @blocks && @translated == @blocks ) {
        $_->write(@printed) for $english, $vietnamese;
    }
    for my $n ( 0 .. $#blocks ) {
        my ( $block, $other, $output ) = ( $blocks[$n], $translated[$n] // {}, $printed[$n] );
        my $name = "$page->{name}.md:$block->{line}: $block->{title}";
        if ( defined $block->{output} ) {
            my $expected = $write ? $output : $block->{output};
            is( $output, $expected, $name );
            is( is_error($output), is_error( $block->{output} ),
                "$name: an error is printed only where the page shows one" ) if $write || is_error($output);
            is( $write ? $expected : $other->{output}, $expected,
                "$name: the Vietnamese page shows the same output" );
        }
        else { ok( !is_error($output), "$name: works" ) or diag $output }
        is( Page::statement( $other->{sql} // '' ), Page::statement( $block->{sql} ),
            "$name: the Vietnamese page has the same statement" );
    }
    return;
}

drop_all( map { $_->{database} } @pages );
for my $page (@pages) {
    make_database( $page->{database}, %$page );
    check($page);
}
done_testing() if $write;
exit 0         if $write;

# ---- the README: its statements work on tables as it names them, and its table
# is the demonstration's ----
my ($report) = run( 'psql', qw(-qX -U postgres -d mc_cookbook -f), "$root/demo/report.sql" );
sub squeezed { my ($line) = @_; $line =~ s/\s+/ /g; $line =~ s/^ | $//g; return $line }
my %reported = map { squeezed($_) => 1 } split /\n/, $report;

for my $file (qw(README.md README.vi.md)) {
    make_database('mc_readme');
    my $page = Page->read("$root/$file");
    my ($table) = $page->{text} =~ /^```\n([^`]*98,83%.*?)^```/ms;
    for my $line ( grep {/%/} split /\n/, $table // '' ) {
        ok( $reported{ squeezed($line) },
            "$file: the demonstration prints the table of the page" ) or diag $line;
    }
    my @statements = map { split /(?<=;)[^\n;]*\n/, $_->{sql} } $page->blocks;
    @statements = grep { !/^\s*CREATE EXTENSION|FROM motcua\.rates\(t\)/ }
        @statements;    # the reader would have these tables
    cmp_ok( scalar @statements, '>=', 11, "$file: the page has enough statements" );
    open my $fixture, '<', "$FindBin::Bin/../../readme.sql" or die "readme.sql: $!";
    my @printed = Page::printed( 'mc_readme', do { local $/; <$fixture> }, @statements );
    shift @printed;
    is( scalar @printed, scalar @statements, "$file: every statement was run" );

    for my $n ( 0 .. $#statements ) {
        ok( !is_error( $printed[$n] ), "$file: " . Page::statement( $statements[$n] ) )
            or diag $printed[$n];
    }
    like(
        join( '', @printed ), qr/\b2020-02-03\b/,
        "$file: five working days over Tet end when the page says" );
}

# ---- the glossary is one list in two languages, and what it names exists ----
my %known = map { $_ => 1 } split /\W+/, psql( 'mc_cookbook', <<'SQL' );
-- values of arguments, and words
SELECT proname || ' ' || coalesce(array_to_string(proargnames, ' '), '')
FROM pg_proc
WHERE pronamespace = 'motcua'::regnamespace
UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'motcua'::regnamespace
UNION ALL SELECT column_name FROM information_schema.columns WHERE table_schema = 'motcua'
UNION ALL SELECT concat_ws(' ', view_name, column_name, label) FROM mot_cua.labels
UNION ALL SELECT pg_get_constraintdef(oid)
FROM pg_constraint
WHERE connamespace = 'motcua'::regnamespace
UNION ALL SELECT basis FROM motcua.rates('{}')
UNION ALL SELECT name FROM motcua.scorecards
UNION ALL SELECT motcua.unit(l::motcua.time_limit)
FROM unnest('{1 ngày làm việc,1 giờ làm việc}'::text[]) AS l
UNION ALL VALUES ('motcua'), ('daterange'), ('supplement fee successor'),
                 ('trong ngày điều kiện condition')
SQL
my %terms;
for my $file (qw(docs/glossary.md docs/vi/glossary.md)) {
    my @rows = grep { !/^\|-|\bmotcua \|$/ } Page->read("$root/$file")->{text} =~ /^(\|.*\|)$/mg;
    cmp_ok( scalar @rows, '>=', 60, "$file: the glossary has at least 60 terms" );
    my @names = map { ( split / \| /, $_ )[-1] =~ /`([^`]+)`/g } @rows;
    $terms{$file} = join ' ', map {s/\(.*//r} @names;
    is( join( ' ', grep { !$known{$_} } map { split /\W+/ } @names ), '',
        "$file: everything that the glossary names exists" );
}
is( $terms{'docs/vi/glossary.md'}, $terms{'docs/glossary.md'},
    'both glossaries name the same terms in the same order' );

drop_all( map { $_->{database} } @pages );
done_testing();
