# Test dictionary order against two other implementations, ICU's collation and Perl's, and against
# the rules themselves written in Perl, in databases of the C locale and of an ICU locale.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use List::Util qw(shuffle);
use Test::More;
use Unicode::Collate::Locale;
use Unicode::Normalize qw(NFC NFD);
use Psql;

# Run SQL with text that goes out and comes back as UTF-8.
sub psql {
    my ( $database, $sql ) = @_;
    utf8::encode($sql);
    my $text = Psql::psql( $database, $sql );
    utf8::decode($text);
    return $text;
}

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);
srand 42;

# ---- the rules in Perl ----
my $place  = 0;
my %letter = map { $_ => ++$place } split //, 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
my %tone   = ( "\x{300}" => 1, "\x{309}" => 2, "\x{303}" => 3, "\x{301}" => 4, "\x{323}" => 5 );

sub rule_key {
    my ($text) = @_;
    my ( @primary, @capitals );
    for my $word ( grep {length} split /[^\p{L}\p{M}\p{N}]+/, NFD($text) ) {
        my ( $tone, @letters ) = (0);
        while ( $word =~ /(\p{L}|\p{N}+)(\p{M}*)/g ) {
            my ( $base, $marks ) = ( $1, $2 );
            push @capitals, $base =~ /\p{Lu}/ ? 1 : 0;
            for my $mark ( split //, $marks ) { $tone ||= $tone{$mark} // 0; }
            $marks =~ tr/\x{302}\x{306}\x{31b}//cd;
            push @letters,
                $base =~ /^\d/
                ? sprintf( 'A%05d', $base )
                : sprintf( 'B%02d', $letter{ NFC( lc($base) . $marks ) } );
        }
        push @primary, join( '', @letters ) . '!' . $tone;
    }
    return join( ' ', @primary ) . '  ' . join( '', @capitals );
}
# ---- every syllable of an onset, a rime and a tone ----
my @onsets = ( '', qw(b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x) );
my @rimes  = qw
    (a an ang anh ac ach ai ao am ap at ay ăn ăng ăt âm ân âu ây âng e en eo em et ê ên ênh êu i
    in inh ich iêu iên iêt ia o on ong oc oi oa oan oai ô ôn ông ôi ôt ơ ơn ơi u un ung ui uy
    uyên uôn uôi ư ưng ươn ương ươu ưu y
);
my @marks = ( '', "\x{300}", "\x{309}", "\x{303}", "\x{301}", "\x{323}" );

# Return the syllable with its tone on the last marked vowel, else on the first of two at the end,
# else on the last. For the order any place will do.
sub with_tone {
    my ( $rime, $mark ) = @_;
    my $vowels = qr/[aăâeêioôơuưy]/;
    $rime        =~ s/^(.*)(ă|â|ê|ô|ơ|ư)/$1$2$mark/
        or $rime =~ s/^($vowels)($vowels?)$/$1$mark$2/
        or $rime =~ s/^($vowels*)/$1$mark/;
    return NFC($rime);
}
my %seen;
my @syllables =
    # gìa and già are one syllable, but ICU tells them apart
    grep { !$seen{ rule_key($_) }++ } map
{
    my $o = $_;
    map {
        my $r = $_;
        map { $o . with_tone( $r, $_ ) } @marks
    } @rimes
} @onsets;
cmp_ok( scalar @syllables, '>', 9000, 'more than 9000 syllables were made' );

sub load {
    my ( $database, $name, @texts ) = @_;
    open my $copy, '>:encoding(UTF-8)', "$ENV{PGHOST}/$name.txt" or die $!;
    print $copy map {"$_\n"} @texts;
    close $copy;
    psql( $database, "CREATE TABLE $name (t text)" );
    psql( $database, "\\copy $name FROM '$ENV{PGHOST}/$name.txt'" );
    unlink "$ENV{PGHOST}/$name.txt";
}

sub ordered {
    my ( $database, $name, $by ) = @_;
    return psql( $database, "SELECT t FROM $name ORDER BY $by" );
}

my @words = (
    @syllables[ map { int rand @syllables } 1 .. 400 ],
    qw(Quảng Điền Phú Vang Hòa hoà A Ă 2 10 100 Q) );
my %text_seen;
my @texts = grep { !$text_seen{ rule_key($_) }++ } map {
    my $text = join ' ', map { $words[ rand @words ] } 1 .. 1 + int rand 4;
    $text = NFD($text)     if rand() < 0.2;
    $text = ucfirst($text) if rand() < 0.3;
    $text = uc($text)      if rand() < 0.1;
    $text;
} 1 .. 4000;

my $perl_order = join "\n", Unicode::Collate::Locale->new( locale => 'vi' )->sort(@syllables);
my $rule_order = join "\n",
    map { $_->[1] } sort { $a->[0] cmp $b->[0] } map { [ rule_key($_), $_ ] } @texts;

psql( 'postgres', q{CREATE DATABASE mc_order_c TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'} );
psql(
    'postgres',
    q{CREATE DATABASE mc_order_icu TEMPLATE template0 ENCODING
          'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C.UTF-8'}
);

# Return the first place where two orders differ, or ''.
sub parting {
    my ( $left, $right ) = map { [ split /\n/ ] } @_;
    for my $at ( 0 .. $#$left ) {
        return "$left->[$at] / $right->[$at] at $at" if $left->[$at] ne $right->[$at];
    }
    return '';
}
for my $database (qw(mc_order_c mc_order_icu)) {
    psql( $database, 'CREATE EXTENSION motcua' );
    load( $database, 'syllable', shuffle @syllables );
    load( $database, 'phrase', shuffle @texts );
    is( psql( $database, q{SELECT count(*) FROM syllable} ), scalar @syllables,
        "$database: loaded" );
    is( parting(
            ordered( $database, 'syllable', 'motcua.vi_sort_key(t)' ),
            ordered( $database, 'syllable', 't COLLATE motcua.vi' ) ),
        '',
        "$database sorts single syllables as ICU does" );
    is( parting( ordered( $database, 'syllable', 'motcua.vi_sort_key(t)' ), $perl_order ), '',
        "$database sorts single syllables as Perl's collation does" );
    ok( ordered( $database, 'phrase', 'motcua.vi_sort_key(t)' ) eq $rule_order,
        "$database sorts texts by the rules of the dictionary" );
    psql( $database, 'CREATE INDEX phrase_key ON phrase (motcua.vi_sort_key(t)); ANALYZE phrase' );
    like(
        psql(
            $database,
            q{SET enable_sort = off;
              EXPLAIN (COSTS OFF) SELECT t FROM phrase ORDER BY motcua.vi_sort_key(t) LIMIT 10}
        ),
        qr/phrase_key/,
        "$database: an index gives the order" );
    is( psql(
            $database,
            q{SELECT string_agg(n, ', ' ORDER BY motcua.vi_name_key(n))
              FROM unnest(ARRAY['Trần Bình', 'Nguyễn Văn An', 'Tôn Nữ Thị Hạnh', 'Lê An',
                                'Nguyễn Thị Ánh', 'Đỗ Đạt']) AS n}
        ),
        'Lê An, Nguyễn Văn An, Nguyễn Thị Ánh, Trần Bình, Đỗ Đạt, Tôn Nữ Thị Hạnh',
        "$database sorts people by given name" );
    is( psql(
            $database,
            q{SELECT string_agg(format('%s=%s', a, b), ' ' ORDER BY a)
              FROM (VALUES ('quang dien', 'Quảng Điền'), ('da', 'Đà')) AS v (a, b)
              WHERE a = b COLLATE motcua.vi_ai}
        ),
        'da=Đà quang dien=Quảng Điền',
        "$database: vi_ai ignores marks" );
    is( psql(
            $database,
            q{SELECT 'QUẢNG ĐIỀN' = 'quảng điền' COLLATE motcua.vi_ci,
                     normalize('Huế', NFD) = 'huế' COLLATE motcua.vi_ci,
                     'quang' = 'quảng' COLLATE motcua.vi_ci}
        ),
        't|t|f',
        "$database: vi_ci ignores case but not marks" );
    is( psql( $database, 'SELECT count(*) FROM motcua.stale_collations' ), '0',
        "$database: no collation is stale" );
    psql( 'postgres', "DROP DATABASE $database" );
}

# ---- a collation that has changed since the index was built ----
psql( 'postgres', 'CREATE DATABASE mc_stale' );
psql( 'mc_stale', $_ )
    for 'CREATE EXTENSION motcua', 'CREATE TABLE n (name text COLLATE motcua.vi)',
    'CREATE INDEX n_name ON n (name)',
    q{UPDATE pg_collation SET collversion = '1.0' WHERE oid = 'motcua.vi'::regcollation};
like(
    psql(
        'mc_stale',
        'SELECT index_name, table_name, collation_name, recorded_version
         FROM motcua.stale_collations'
    ),
    qr/^n_name\|n\|motcua\.vi\|1\.0$/m,
    'a stale index is listed' );
psql( 'postgres', 'DROP DATABASE mc_stale' );

done_testing();
