# Test full text search in databases of other locales, with an owner's own dictionary and
# configuration, across dump and restore.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);

my $found = q{SELECT string_agg((SELECT count(*)
                         FROM place
                         WHERE words @@ phraseto_tsquery('motcua.vietnamese_query', q))::text,
                        ',' ORDER BY ord)
      FROM unnest(ARRAY['quang dien', 'QUẢNG ĐIỀN', 'p.phu hoi',
                        'H57']) WITH ORDINALITY AS u (q, ord)};
my $own = q{SELECT to_tsvector('public.own', 'P.Đông Ba')};

for my $locale ( q{LOCALE 'C'}, q{LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C.UTF-8'} ) {
    psql( 'postgres', "CREATE DATABASE mc_words ENCODING 'UTF8' $locale TEMPLATE template0" );
    psql(
        'mc_words', q{
        CREATE EXTENSION motcua;
        CREATE TABLE place (
            name text,
            words tsvector GENERATED ALWAYS AS (to_tsvector('motcua.vietnamese', name)) STORED
        );
        INSERT INTO place (name) VALUES
            ('Huyện QUẢNG ĐIỀN'),
            ('quang dien'),
            ('P.Phú Hội, TP.Huế'),
            ('phường PHÚ HỘI'),
            ('000.00.16.H57-210615-0001');
        CREATE INDEX ON place USING gin (words);
        CREATE TEXT SEARCH DICTIONARY own_words (TEMPLATE = motcua.vi_template, Forms = folded);
        CREATE TEXT SEARCH CONFIGURATION own (COPY = motcua.vietnamese);
        ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR syllable WITH own_words;
    } );
    is( psql( 'mc_words', $found ), '2,1,2,1', "texts are found under $locale" );
    my $before = psql( 'mc_words', $own );
    like( $before, qr/'dong':2/, 'the owner has a configuration of his own' );

    my ( $text, $status ) =
        run( 'pg_dump', '-F', 'custom', '-f', "$ENV{PGHOST}/words", '-d', 'mc_words' );
    is( $status, 0, 'the database is dumped' ) or diag $text;
    psql( 'postgres', "CREATE DATABASE mc_again ENCODING 'UTF8' $locale TEMPLATE template0" );
    ( $text, $status ) = run( 'pg_restore', '-e', '-d', 'mc_again', "$ENV{PGHOST}/words" );
    is( $status, 0, 'the dump is restored' ) or diag $text;
    is( psql( 'mc_again', $found ), '2,1,2,1', 'texts are found after the restore' );
    is( psql( 'mc_again', $own ), $before, "the owner's configuration works after the restore" );
    psql( 'postgres', 'DROP DATABASE mc_again' );
    psql( 'postgres', 'DROP DATABASE mc_words' );
}
done_testing();
