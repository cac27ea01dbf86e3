# Test the documentation's site: every link leads somewhere, nothing is fetched from elsewhere, both
# languages have every page, and a browser finds Vietnamese without marks and shows each page in 360
# pixels.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use File::Find;
use File::Spec;
use File::Temp qw(tempdir);
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Browser qw(browse);
use Psql qw(run);

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);
my $root = File::Spec->rel2abs("$FindBin::Bin/../../..");
my $work = tempdir( CLEANUP => 1 );
my $site = "$work/site";

sub text_of {
    my ($file) = @_;
    open my $in, '<:encoding(UTF-8)', $file or die "$file: $!";
    local $/;
    return scalar <$in>;
}

sub build {
    my ( $tree, $target ) = @_;
    return run( '/usr/bin/python3', "$tree/tools/docs-site/build.py", $target );
}

my ( $said, $status ) = build( $root, $site );
is( "$status$said", '0', 'the site is made, and no file that is linked is missing' );
my %html;
find(
    sub { $html{ substr $File::Find::name, length "$site/" } = text_of($_) if /\.html\z/ },
    $site );
cmp_ok( scalar keys %html, '>', 40, 'the site has more than 40 pages' );

# ---- each page ----
my ( %ids, %titles, @without, @external, @dead );
for my $page ( sort keys %html ) {
    my $text     = $html{$page};
    my $language = $page =~ m{^vi/} ? 'vi' : 'en';
    push @without, "$page: lang" if $text !~ /<html lang="$language">/;
    push @without, "$page: title"
        if $text !~ m{<title>([^<]+)</title>} || $titles{"$language $1"}++;
    push @without, "$page: one h1" if 1 != ( () = $text =~ /<h1[ >]/g );
    push @without, "$page: search hidden until there is JavaScript"
        if $text !~ /<form class="search" role="search" hidden/;
    my @ids = $text =~ / id="([^"]+)"/g;
    $ids{$page}{$_}++ for @ids;
    push @without, "$page: id $_ twice" for grep { $ids{$page}{$_} > 1 } @ids;
    push @external, "$page: $1"
        while $text =~
        /(<(?:link|script|img|iframe|source|video|object)\b[^>]*(?:href|src|data)="(?:[a-z]+:)?\/\/[^>]*>)/g;
}
is( join( "\n", @without ), '',
    'every page has a language, a title of its own, one first heading and valid ids' );
is( join( "\n", @external ), '', 'no page loads anything from elsewhere' );
unlike( text_of("$site/style.css"), qr{url\(|\@import|//},
    'the style loads nothing from elsewhere' );
unlike( text_of("$site/search.js"), qr{https?:|fetch\(|XMLHttpRequest},
    'the search loads nothing from elsewhere' );

sub unescaped {
    my ($text) = @_;
    my %of = ( amp => '&', quot => '"', lt => '<', gt => '>', '#x27' => "'" );
    return $text =~ s/&(amp|quot|lt|gt|#x27);/$of{$1}/gr;
}

my $links = 0;
for my $page ( sort keys %html ) {
    my ($folder) = $page =~ m{^(.*/)?};
    for my $link ( map { unescaped($_) }
        $html{$page} =~ /<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g )
    {
        next if $link =~ /^[a-z]+:/;
        $links++;
        my ( $path, $anchor ) = $link =~ /^([^#]*)(?:#(.*))?\z/;
        my $target = $path eq '' ? $page : ( $folder // '' ) . $path;
        1 while $target =~ s{[^/]+/\.\./}{};
        if    ( !-f "$site/$target" ) { push @dead, "$page: $link" }
        elsif ( defined $anchor && !$ids{$target}{$anchor} ) {
            push @dead, "$page: $link has no such anchor";
        }
    }
}
cmp_ok( $links, '>', 2000, 'more than 2000 links were followed' );
is( join( "\n", @dead ), '', 'every link leads to a page, and to a place on it' );
unlike(
    join( '', values %html ), qr/<h2>(?:Other pages|Trang khác)</,
    'every page has its place in the navigation' );

# ---- both languages ----
sub outline {    # returns the levels of the headings outside code
    my ($file) = @_;
    my $text   = text_of($file) =~ s/^```.*?^```$//gmsr;
    return join ' ', map {length} $text =~ /^(#+) /mg;
}
for my $english (
    'README.md', 'CONTRIBUTING.md', 'SECURITY.md',
    map {s{^\Q$root/\E}{}r} glob "$root/docs/*.md" )
{
    my $vietnamese = $english =~ m{^docs/(.*)} ? "docs/vi/$1" : $english =~ s/\.md\z/.vi.md/r;
    is( -f "$root/$vietnamese" ? outline("$root/$vietnamese") : 'missing',
        outline("$root/$english"), "$vietnamese has the headings of $english" );
}
is( join( ' ', grep { !-f "$root/docs/" . s{.*/}{}r } glob "$root/docs/vi/*.md" ), '',
    'every Vietnamese page has an English one' );

# ---- the site's generator reports faults ----
my $copy = "$work/copy";
mkdir $_ for $copy, "$copy/tools";
system( 'cp', '-r', "$root/tools/docs-site", "$copy/tools/" ) == 0 && system(
    'cp', '-r',
    "$root/docs",
    map( {"$root/$_"} qw
            (README.md README.vi.md CONTRIBUTING.md CONTRIBUTING.vi.md SECURITY.md SECURITY.vi.md
            CHANGELOG.md motcua.control
    ) ),
    $copy ) == 0 or die 'cp';
open my $stray, '>', "$copy/docs/stray.md" or die $!;
print $stray "# A stray page\n\n[nowhere](nowhere.md)\n";
close $stray;
( $said, $status ) = build( $copy, "$work/copied" );
is( "$status $said", "1 docs/stray.md: no such file: nowhere.md\n",
    'a link to a missing file is an error that names the file' );
like(
    text_of("$work/copied/index.html"),
    qr{<h2>Other pages</h2>\s*<ul>\s*<li><a href="stray.html">A stray page</a>},
    'a page that belongs to no group still appears' );

# ---- in a browser ----
open my $harness, '>:encoding(UTF-8)', "$site/test.html" or die $!;
print $harness text_of("$FindBin::Bin/../lib/docs_site.html") =~
    s/of PAGES/'of [' . join( ', ', map {"'$_'"} sort keys %html ) . ']'/er;
close $harness;
$said = browse(
    "file://$site/test.html",
    qw(--allow-file-access-from-files --virtual-time-budget=120000 --dump-dom) );
my ($answers) = decode( 'UTF-8', $said ) =~ m{<pre id="answers">(.*?)</pre>}s;
my %answer = map { /^([\w ]+): (.*)/ ? ( $1 => $2 ) : () } split /\n/, $answers // '';
is( $answer{done}, 'yes', 'the browser ran' ) or diag $said;
is( $answer{wide}, '',
    'only what scrolls in its own box is wider than a screen of 360 pixels' );
like( $answer{unmarked}, qr/\[[^\]]*Quảng Điền/, 'quang dien finds Quảng Điền' );
like( $answer{marked}, qr/\[[^\]]*Quảng Điền/, 'Quảng Điền finds Quảng Điền' );
unlike( $answer{marked}, qr/\bquang dien\b/i, 'marks that are typed count' );
like( $answer{'other marks'}, qr/\[[^\]]*Quảng/, 'marks do not count where no text has them' );
like( $answer{function}, qr/^add_working_days \[/, 'a function is found, its own entry first' );
is( $answer{focus}, 'true', 'the key / goes to the search' );
is( $answer{first}, 'result-0 true', 'the first result is selected, and announced as selected' );
is( $answer{second}, 'result-1 true false', 'the arrow keys select another result' );
is( $answer{escaped}, 'true false', 'Escape closes' );
is( $answer{gone}, 'true', 'Enter goes to the selected result' );
is( $answer{nothing}, '|Nothing found', 'a word that stands nowhere is not found' );

done_testing();
