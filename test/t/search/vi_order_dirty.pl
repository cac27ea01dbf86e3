# Test the dictionary order of what dirty registers hold (mixed forms, capitals and digits anywhere,
# other scripts, ð for đ), pair by pair against a comparison written from the rules.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Encode qw(decode_utf8 encode_utf8);
use Test::More;
use Unicode::Normalize qw(NFC NFD);
use Psql qw(psql);

my $database = 'mc_order_dirty';
psql( 'postgres', "CREATE DATABASE $database" );
psql( $database, 'CREATE EXTENSION motcua; CREATE TABLE word (id int, text text)' );

# Return the rows of a script that has Vietnamese in it.
sub ask { return decode_utf8( psql( $database, encode_utf8( $_[0] ) ) ) }

sub fill {
    my $id   = 0;
    my $rows = join "\n", map { $id++ . "\t$_" } @_;
    ask("COPY word FROM stdin;\n$rows\n\\.\n");
}

my %place;
@place{ split //, 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz' } = 1 .. 33;
my @tones = ( '', "\x{300}", "\x{309}", "\x{303}", "\x{301}", "\x{323}" );
my %tone  = ( "\x{300}" => 1, "\x{309}" => 2, "\x{303}" => 3, "\x{301}" => 4, "\x{323}" => 5 );

# Return what a syllable consists of: the letters, the tone, the capitals.
sub taken_apart {
    my ($text) = @_;
    my ( @parts, $capitals, $tone );
    $text =~ tr/ðÐƉ/đĐĐ/;
    while ( $text =~ /\G(?:(\d+)|(\p{L})(\p{M}*))/g ) {
        if ( defined $1 ) { push @parts, [ 'number', $1 =~ s/^0+(?=\d)//r ]; next; }
        my ( $letter, $marks )   = ( $2, $3 );
        my ( $base, @its_marks ) = split //, NFD( $letter . $marks );
        my $quality    = join '', grep {/[\x{302}\x{306}\x{31b}]/} @its_marks;
        my ($its_tone) = grep {defined} map { $tone{$_} } @its_marks;
        my $plain      = lc NFC( $base . $quality );
        $tone ||= $its_tone if $plain =~ /[aăâeêioôơuưy]/;
        push @parts, $place{$plain} ? [ 'letter', $place{$plain} ] : [ 'other', ord lc $base ];
        $capitals .= lc $letter ne $letter ? 1 : 0;
    }
    return { parts => \@parts, tone => $tone // 0, capitals => $capitals // '' };
}

my %kinds = ( number => 0, letter => 1, other => 2 );

sub compare_syllables {
    my ( $left, $right ) = @_;
    my @right = @{ $right->{parts} };
    for my $part ( @{ $left->{parts} } ) {
        my $other  = shift @right or return 1;
        my $result = $kinds{ $part->[0] } <=> $kinds{ $other->[0] } || $part->[1] <=> $other->[1];
        return $result if $result;
    }
    return @right ? -1 : $left->{tone} <=> $right->{tone};
}

sub compare_texts {
    my ( $left, $right ) = @_;
    for my $at ( 0 .. $#$left ) {
        return 1 if $at > $#$right;
        my $result = compare_syllables( $left->[$at], $right->[$at] );
        return $result if $result;
    }
    return -1 if @$right > @$left;
    return join( '', map { $_->{capitals} } @$left ) cmp join( '', map { $_->{capitals} } @$right );
}

sub syllables_of {
    return [ map { taken_apart($_) } grep {length} split /[^\p{L}\p{M}\p{N}]+/, $_[0] ];
}

srand 42;
my @pieces = (
    qw(a ă â b c d đ Đ ð Ð e ê h i n n o ô ơ u ư y A Ă H N Ư f z), qw(0 1 2 7 10 00 010), 'я',
    'Ω', 'ω', ( ' ', '. ', '-', ', ', '’' ) x 2 );

sub random_text {
    my $text = '';
    for ( 1 .. 1 + rand 9 ) {
        $text .= $pieces[ rand @pieces ];
        $text .= $tones[ rand @tones ] if $text =~ /\p{Latin}\z/ && rand() < .4;
    }
    $text =~ s/^\s+|\s+$//g;
    return rand() < .5 ? NFC($text) : rand() < .5 ? NFD($text) : $text;
}

my @texts = map { random_text() } 1 .. 1500;
fill(@texts);
my @keys = split /\n/,
    ask("SELECT 'x' || encode(motcua.vi_sort_key(text), 'hex') FROM word ORDER BY id");
my @taken = map { syllables_of($_) } @texts;
my ( @wrong, $equal );
for ( 1 .. 60_000 ) {
    my ( $i, $j ) = ( int rand @texts, int rand @texts );
    my $expected = compare_texts( $taken[$i], $taken[$j] );
    $equal++ if $i != $j && $expected == 0;
    push @wrong, "$texts[$i] against $texts[$j]: $expected"
        if ( $keys[$i] cmp $keys[$j] ) != $expected;
}
is( scalar @wrong, 0, '60,000 pairs are ordered as by the rules' )
    or diag encode_utf8( join "\n", grep {defined} @wrong[ 0 .. 4 ] );
cmp_ok( $equal, '>', 20, 'there are more than 20 pairs of equal texts' );

# These texts differ only in leading zeros, with capitals anywhere.
is( ask( q{SELECT count(*)
          FROM word AS w,
               LATERAL (SELECT regexp_replace(w.text, '(?<![0-9])([0-9])', '00\1',
                                              'g') AS zeros) AS z
          WHERE length(w.text) < 20
            AND motcua.vi_sort_key(w.text) <> motcua.vi_sort_key(z.zeros)} ),
    0,
    'leading zeros change no key' );

psql( 'postgres', "DROP DATABASE $database" );
done_testing();
