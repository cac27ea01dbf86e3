# Who may install, where it is refused, and that nothing is left behind.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error);

psql( 'postgres', 'CREATE ROLE mc_owner LOGIN; CREATE DATABASE mc_owned OWNER mc_owner; CREATE ROLE mc_reader LOGIN; CREATE ROLE mc_other LOGIN' );

# A database owner who is no superuser.
psql( 'mc_owned', 'CREATE EXTENSION motcua', user => 'mc_owner' );
is( psql( 'mc_owned', 'SELECT motcua.add_working_days(date \'2020-01-20\', 5)', user => 'mc_owner' ),
    '2020-02-03', 'a database owner who is no superuser installs and uses it' );
is( psql( 'mc_owned', 'SELECT motcua.add_working_days(date \'2020-01-20\', 5)', user => 'mc_reader' ),
    '2020-02-03', 'anybody may call it' );
like( psql_error( 'mc_owned', 'CREATE FUNCTION motcua.planted() RETURNS int LANGUAGE sql RETURN 1', user => 'mc_reader' ),
    qr/42501/, 'only the owner may create in its schema' );
is( psql( 'mc_owned', q{SELECT count(*) FROM pg_class c WHERE relnamespace = 'motcua'::regnamespace AND relkind = 'r'
      AND NOT (has_table_privilege('mc_owner', c.oid, 'SELECT, INSERT WITH GRANT OPTION')
           AND has_table_privilege('mc_owner', c.oid, 'UPDATE WITH GRANT OPTION')
           AND has_table_privilege('mc_owner', c.oid, 'DELETE WITH GRANT OPTION'))} ),
    '0', 'the installing owner may write and lend every table of the DBA' );

# The recipe for a database-wide default calendar, by that owner.
psql( 'mc_owned', q{SELECT motcua.version(); ALTER DATABASE mc_owned SET motcua.calendar = 'vn_statutory'}, user => 'mc_owner' );
is( psql( 'mc_owned', q{SELECT motcua.is_working_day('2024-04-29'), current_setting('motcua.calendar')}, user => 'mc_reader' ),
    't|vn_statutory', 'ALTER DATABASE ... SET motcua.calendar reaches other sessions' );
like( psql_error( 'mc_owned', q{SET motcua.calendar = 'nowhere'; SELECT motcua.is_working_day('2024-04-29')} ),
    qr/42704.*calendar "nowhere" does not exist/s, 'a setting that names no calendar is an error at use' );

# Dropping leaves nothing.
psql( 'mc_owned', 'DROP EXTENSION motcua', user => 'mc_owner' );
is( psql( 'mc_owned', q{SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = 'motcua'} ),
    '0', 'DROP EXTENSION removes it' );

# A schema that is already there.
psql( 'postgres', 'CREATE DATABASE mc_planted' );
psql( 'mc_planted', 'CREATE SCHEMA motcua; CREATE TABLE motcua.mine(x int)' );
like( psql_error( 'mc_planted', 'CREATE EXTENSION motcua' ),
    qr/42P06.*schema "motcua" already exists and is not empty/s, 'a schema with a table in it is refused' );
psql( 'mc_planted', 'DROP TABLE motcua.mine; CREATE FUNCTION motcua.f() RETURNS int LANGUAGE sql RETURN 1' );
like( psql_error( 'mc_planted', 'CREATE EXTENSION motcua' ), qr/42P06/, 'a schema with a function in it is refused' );
psql( 'mc_planted', 'DROP SCHEMA motcua CASCADE; CREATE SCHEMA motcua AUTHORIZATION mc_other' );
like( psql_error( 'mc_planted', 'CREATE EXTENSION motcua' ),
    qr/42501.*belongs to another user/s, 'an empty schema of another user is refused' );
psql( 'mc_planted', 'DROP SCHEMA motcua; CREATE SCHEMA motcua; CREATE EXTENSION motcua' );
is( psql( 'mc_planted', 'SELECT motcua.version() IS NOT NULL' ), 't', 'an empty schema of its own user is taken' );

# Encodings that cannot store Vietnamese.
for my $encoding (qw(LATIN1 SQL_ASCII WIN1258)) {
    my $database = lc "mc_$encoding";
    psql( 'postgres', "CREATE DATABASE $database ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0" );
    like( psql_error( $database, 'CREATE EXTENSION motcua' ),
        qr/0A000.*motcua needs a UTF8 database, this one is "$encoding"/s, "a $encoding database is refused" );
    psql( 'postgres', "DROP DATABASE $database" );
}

psql( 'postgres', $_ ) for 'DROP DATABASE mc_owned', 'DROP DATABASE mc_planted', 'DROP ROLE mc_owner, mc_reader, mc_other';
done_testing();
