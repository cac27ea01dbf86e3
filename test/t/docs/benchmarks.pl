# Test that the pages on benchmarks say what docs/benchmarks/results.csv says, and that the plots
# were drawn from it. Nothing is measured here.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Digest::SHA qw(sha256_hex);
use File::Basename qw(dirname);
use File::Temp;
use Psql qw(run);

chdir "$FindBin::Bin/../../.." or die "chdir: $!";
$ENV{PYTHONDONTWRITEBYTECODE} = 1;

sub contents {
    my ($path) = @_;
    open my $file, '<:raw', $path or return undef;
    local $/;
    return <$file>;
}

my @pages  = qw(docs/benchmarks.md docs/vi/benchmarks.md);
my $folder = File::Temp->newdir;
my ( $said, $status ) = run( '/usr/bin/python3', 'test/bench/report/pages.py', "$folder" );
is( $status, 0, 'the pages are made' ) or diag $said;
for my $page (@pages) {
    ok( contents("$folder/$page") eq contents($page),
        "$page is what the results and its template make (tools/bench-report)" );
    my @links = grep { !/^https?:/ } contents($page) =~ /\]\(([^)#]+)/g;
    cmp_ok( scalar @links, '>', 5, "$page links to its plots and results" );
    is_deeply( [ grep { !-e dirname($page) . "/$_" } @links ], [],
        "$page links to files that exist" );
}

# A figure beyond its goal is bold, and no missed goal may be left out.
my @missed = grep { $_->[3] =~ /\d/ && $_->[8] ne '' && $_->[3] > $_->[8] }
    map { [ $_ =~ /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g ] } split /\n/,
    contents('docs/benchmarks/results.csv');
my ($section) = contents( $pages[0] ) =~ /^Goals that this run missed:\n(.*?)\n\n[^|]/ms;
is( @missed > 0, defined $section, 'missed goals are listed, if there are any' );

my @plots =
    map { ( "$_.svg", "$_.vi.svg" ) } contents('test/bench/report/plots.toml') =~ /^\[(.+)\]$/mg;
cmp_ok( scalar @plots, '>=', 10, 'there are plots in both languages' );
my $results = sha256_hex( contents('docs/benchmarks/results.csv') );
for my $plot ( map {"docs/benchmarks/$_"} @plots ) {
    my $svg = contents($plot) // '';
    my ( $error, $malformed ) = run(
        '/usr/bin/python3', '-c',
        'import sys, xml.etree.ElementTree as tree; tree.parse(sys.argv[1])', $plot );
    is( $malformed, 0, "$plot is well-formed" ) or diag $error;
    like( $svg, qr/data-drawn-from="$results"/, "$plot was drawn from these results" );
    $svg =~ s/ xmlns(:\w+)?="[^"]*"//g;
    unlike(
        $svg,
        qr{https?:|<script|<image|<foreignObject|<!DOCTYPE|\@import|url\((?!#)|href="(?!#)}i,
        "$plot refers to nothing outside" );
    like( $svg, qr/prefers-color-scheme: dark/, "$plot has colours for the dark mode too" );
}
is_deeply(
    [   grep {
            my $file = $_;
            !grep { "docs/benchmarks/$_" eq $file } @plots
        } glob 'docs/benchmarks/*.svg' ],
    [],
    'no plot is left over that no page shows' );
done_testing();
