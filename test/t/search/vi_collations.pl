# Test the collations and what depends on them: stale indexes, who may refresh a version, dumps, and
# a server that has no ICU.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error run);

# ---- stale collations ----
# They are found in a key column, inside a predicate and as the default of the database, but never
# for an index on sort keys of the extension.
psql(
    'postgres',
    q{CREATE DATABASE mc_stale TEMPLATE template0 ENCODING 'UTF8' LOCALE
          'C' LOCALE_PROVIDER icu ICU_LOCALE 'vi'}
);
psql(
    'mc_stale', q{CREATE EXTENSION motcua;
    CREATE TABLE person (id int, name text COLLATE motcua.vi, place text, code text COLLATE "C");
    CREATE INDEX by_name ON person (id, name);
    CREATE INDEX by_predicate ON person (id) WHERE place > 'a' COLLATE motcua.vi_ai;
    CREATE INDEX by_place ON person (place);
    CREATE INDEX by_code ON person (code);
    CREATE INDEX by_key ON person (motcua.vi_sort_key(name))} );
my $stale = q{SELECT index_name, index_column, collation_name, recorded_version
      FROM motcua.stale_collations
      WHERE table_name = 'person'
      ORDER BY 1};
is( psql( 'mc_stale', $stale ), '', 'no index is stale at first' );
psql(
    'mc_stale',
    q{UPDATE pg_collation SET collversion = '0' WHERE collnamespace = 'motcua'::regnamespace} );
is( psql( 'mc_stale', $stale ), "by_name|2|motcua.vi|0\nby_predicate||motcua.vi_ai|0",
    'the stale collations of a key column and of a predicate are listed' );
psql( 'mc_stale', "ALTER COLLATION motcua.$_ REFRESH VERSION" ) for qw(vi vi_ci vi_ai);
psql(
    'mc_stale',
    q{UPDATE pg_database SET datcollversion = '0' WHERE datname = current_database()} );
like(
    psql( 'mc_stale', $stale ), qr/^by_place\|1\|default\|0\z/m,
    'the stale default collation of the database is listed' );
psql( 'mc_stale', 'ALTER DATABASE mc_stale REFRESH COLLATION VERSION' );
is( psql( 'mc_stale', $stale ), '', 'no index is stale after the refresh' );

# ---- a dump carries columns of the collations and indexes on keys ----
psql(
    'mc_stale',
    q{INSERT INTO person VALUES (1, 'Hoa', 'Hue', 'x'), (2, 'An', 'Da Lat', 'y');
      CREATE TABLE place (name text COLLATE motcua.vi_ai PRIMARY KEY)}
);
my $file = "$ENV{PGHOST}/vi_collations.sql";
my ( $text, $status ) = run( 'pg_dump', '-f', $file, '-d', 'mc_stale' );
is( $status, 0, 'the database is dumped' ) or diag $text;
psql( 'postgres', 'CREATE DATABASE mc_restored' );
( $text, $status ) =
    run( 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-d', 'mc_restored', '-f', $file );
is( $status, 0, 'the dump is restored' ) or diag $text;
is( psql( 'mc_restored', 'SELECT id FROM person ORDER BY name' ), "2\n1",
    'the restored rows have the same order' );
like(
    psql_error( 'mc_restored', q{INSERT INTO place VALUES ('hue'), ('HUE')} ), qr/23505/,
    'a restored primary key that ignores case and marks refuses a duplicate' );
unlink $file;

# ---- a database owner who is no superuser ----
psql( 'postgres', 'CREATE ROLE mc_owner LOGIN; CREATE DATABASE mc_owned OWNER mc_owner' );
psql( 'mc_owned', 'CREATE EXTENSION motcua', user => 'mc_owner' );
psql(
    'mc_owned',
    q{UPDATE pg_collation SET collversion = '0' WHERE oid = 'motcua.vi'::regcollation} );
psql( 'mc_owned', 'ALTER COLLATION motcua.vi REFRESH VERSION', user => 'mc_owner' );
is( psql(
        'mc_owned',
        q{SELECT collversion <> '0' FROM pg_collation WHERE oid = 'motcua.vi'::regcollation} ),
    't',
    'the owner of the extension refreshes its collations' );

# ---- a server without ICU answers CREATE COLLATION like this ----
psql( 'postgres', 'CREATE DATABASE mc_without' );
psql(
    'mc_without', q{CREATE FUNCTION refuse()
                        RETURNS event_trigger
                        LANGUAGE plpgsql
                        AS $$BEGIN RAISE 'ICU is not supported in this build' USING ERRCODE
                                 = 'feature_not_supported';
                             END$$;
    CREATE EVENT TRIGGER no_icu ON ddl_command_start WHEN TAG IN (
        'CREATE COLLATION') EXECUTE FUNCTION refuse()}
);
like(
    psql( 'mc_without', 'CREATE EXTENSION motcua' ), qr/WARNING: .*this server has no ICU/,
    'on a server without ICU the installer gets a warning' );
is( psql(
        'mc_without',
        q{SELECT count(*) FROM pg_collation WHERE collnamespace = 'motcua'::regnamespace} ),
    '0',
    'on a server without ICU there are no collations' );
is( psql(
        'mc_without',
        q{SELECT motcua.vi_sort_key('a') < motcua.vi_sort_key('b'),
                 (SELECT count(*) FROM motcua.stale_collations)}
    ),
    't|0',
    'without ICU the rest of the extension works' );

psql( 'postgres', "DROP DATABASE $_" ) for qw(mc_stale mc_restored mc_owned mc_without);
psql( 'postgres', 'DROP ROLE mc_owner' );
done_testing();
