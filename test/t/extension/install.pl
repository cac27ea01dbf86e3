# Test who may install the extension, what the installer may and may not do, where installing is
# refused, and that nothing is left behind.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error run);

my $file = "$ENV{PGHOST}/install.dump";
psql( 'postgres', "CREATE ROLE $_ LOGIN" ) for qw(mc_owner mc_maker mc_reader);

# Make a database of mc_owner, in which mc_maker may create schemas and mc_reader has no right of
# his own.
sub make_database {
    my ($name) = @_;
    psql( 'postgres', "CREATE DATABASE $name OWNER mc_owner" );
    psql( $name, "GRANT CREATE ON DATABASE $name TO mc_maker" );
}

sub drop_database { psql( 'postgres', "DROP DATABASE $_[0]" ) }

my $owners = q{SELECT string_agg(nspname || ' ' || nspowner, ', ' ORDER BY nspname)
      FROM pg_namespace WHERE nspname LIKE 'motcua%'};
my $both   = 'motcua 10, motcua_internal 10';
my $traces = q{SELECT (SELECT count(*) FROM pg_extension WHERE extname = 'motcua'),
             (SELECT string_agg(nspname, ' ' ORDER BY nspname)
           FROM pg_namespace WHERE nspname LIKE 'motcua%'),
             (SELECT count(*) FROM pg_proc WHERE probin LIKE '%motcua%')};

# ---- installers who are no superusers ----
my @planting = map { (
    "CREATE FUNCTION $_.planted() RETURNS int LANGUAGE sql RETURN 1",
    "CREATE TABLE $_.planted (x int)",
    "CREATE TYPE $_.planted AS (x int)",
    "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql RETURN 1;
     ALTER FUNCTION pg_temp.f() SET SCHEMA $_",
    "ALTER SCHEMA $_ RENAME TO mine",
    "ALTER SCHEMA $_ OWNER TO CURRENT_USER",
    "GRANT CREATE ON SCHEMA $_ TO CURRENT_USER; CREATE TABLE $_.planted (x int)",
    "ALTER EXTENSION motcua DROP SCHEMA $_",
    "ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA $_ GRANT ALL ON TABLES TO CURRENT_USER"
) } qw(motcua motcua_internal);

sub check_planting {
    my ($user) = @_;
    for my $statement (@planting) {
        like(
            psql_error( 'mc_installed', $statement, user => $user ), qr/ERROR:  42501/,
            "refused to $user: $statement" );
    }
    for my $schema (qw(motcua motcua_internal)) {
        like(
            psql_error( 'mc_installed', "DROP SCHEMA $schema CASCADE", user => $user ),
            qr/ERROR:  (?:42501|2BP01)/, "$user cannot drop $schema" );
    }
    like(
        psql_error( 'mc_installed', 'ALTER EXTENSION motcua SET SCHEMA public', user => $user ),
        qr/ERROR:  (?:42501|0A000)/, "$user cannot move the extension" );
}

# Rows that the installer writes, and a query that shows that they count.
my $rows = q{
    INSERT INTO motcua.calendar (name, parent) VALUES ('ours', 'vn');
    INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('ours', '2020-01-21', 'off');
    GRANT INSERT ON motcua.calendar_day TO mc_reader};
my $due = q{SELECT motcua.add_working_days(date '2020-01-20', 5),
             motcua.add_working_days(date '2020-01-20', 5, 'ours')};

sub check_restored {
    my ( $user, @options ) = @_;
    make_database('mc_restored');
    my ( $text, $status ) =
        run( 'pg_restore', '-e', '-U', $user, @options, qw(-d mc_restored), $file );
    is( $status, 0, "restored by $user @options" ) or diag $text;
    is( psql( 'mc_restored', $due, user => 'mc_reader' ), '2020-02-03|2020-02-04',
        'the restored rows count' );
    is( psql( 'mc_restored', $owners ), $both,
        'the restored schemas belong to the bootstrap superuser again' );
    drop_database('mc_restored');
}

for my $user (qw(mc_owner mc_maker)) {
    make_database('mc_installed');
    psql( 'mc_installed', 'CREATE EXTENSION motcua', user => $user );
    is( psql(
            'mc_installed', q{SELECT extowner::regrole FROM pg_extension WHERE extname = 'motcua'}
        ),
        $user,
        "$user, who is no superuser, installs it" );
    is( psql( 'mc_installed', $owners ), $both, 'the bootstrap superuser owns both schemas' );
    check_planting($_) for $user, 'mc_reader';
    psql( 'mc_installed', $rows, user => $user );
    is( psql( 'mc_installed', $due, user => 'mc_reader' ), '2020-02-03|2020-02-04',
        "$user writes the DBA's tables, and anybody may call functions" );
    psql(
        'mc_installed',
        q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
              ('ours', '2020-02-10', 'off')},
        user => 'mc_reader' );
    is( psql( 'mc_installed', q{SELECT motcua.is_working_day('2020-02-10', 'ours')} ), 'f',
        'a role to which a table is granted writes it' );
    my ( $text, $status ) = run( 'pg_dump', '-U', $user, qw(-F custom -d mc_installed -f), $file );
    is( $status, 0, "dumped by $user" ) or diag $text;
    check_restored($user);
    check_restored('postgres');
    check_restored( 'postgres', "--role=$user", '--no-owner' );
    like(
        psql_error( 'mc_installed', 'DROP EXTENSION motcua', user => 'mc_reader' ), qr/42501/,
        'nobody else may drop the extension' );
    psql( 'mc_installed', 'DROP EXTENSION motcua', user => $user );
    is( psql( 'mc_installed', $traces ), '0||0',
        "DROP EXTENSION by $user leaves no schema and no function" );
    psql( 'mc_installed', 'CREATE EXTENSION motcua', user => $user );
    is( psql( 'mc_installed', $owners ), $both, 'the extension can be installed again' );
    drop_database('mc_installed');
}
unlink $file;

# ---- rights on tables, and the default calendar of a database ----
make_database('mc_owned');
psql( 'mc_owned', 'CREATE EXTENSION motcua', user => 'mc_owner' );
is( psql(
        'mc_owned',
        q{SELECT string_agg(c.relname, ', ' ORDER BY c.relname)
          FROM pg_class AS c
          WHERE relnamespace = 'motcua'::regnamespace AND relkind = 'r'
            AND EXISTS (SELECT FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) AS p
                        WHERE NOT has_table_privilege('mc_owner', c.oid,
                                                      p || ' WITH GRANT OPTION'))}
    ),
    '',
    'the installer may write and grant every table' );
psql(
    'mc_owned',
    q{SELECT motcua.version(); ALTER DATABASE mc_owned SET motcua.calendar = 'vn_statutory'},
    user => 'mc_owner' );
is( psql(
        'mc_owned',
        q{SELECT motcua.is_working_day('2024-04-29'), current_setting('motcua.calendar')},
        user => 'mc_reader' ),
    't|vn_statutory',
    'ALTER DATABASE ... SET motcua.calendar reaches other sessions' );
like(
    psql_error(
        'mc_owned', q{SET motcua.calendar = 'nowhere'; SELECT motcua.is_working_day('2024-04-29')}
    ),
    qr/42704.*calendar "nowhere" does not exist/s,
    'a setting that names no calendar is an error at use' );
drop_database('mc_owned');

# ---- a schema that is already there ----
make_database('mc_planted');
psql( 'mc_planted', 'GRANT CREATE ON DATABASE mc_planted TO mc_reader' );
my %content = (
    'empty'           => '', 'with a table' => 'CREATE TABLE %s.mine (x int);',
    'with a function' => 'CREATE FUNCTION %s.f() RETURNS int LANGUAGE sql RETURN 1;' );
for my $schema (qw(motcua motcua_internal)) {
    for my $owner (qw(postgres mc_owner mc_maker mc_reader)) {
        for my $content ( sort keys %content ) {
            psql(
                'mc_planted',
                "CREATE SCHEMA $schema; "
                    . sprintf( $content{$content} || '%s', $content{$content} ? $schema : '' ),
                user => $owner );
            for my $installer (qw(postgres mc_owner mc_maker)) {
                my $error =
                    psql_error( 'mc_planted', 'CREATE EXTENSION motcua', user => $installer );
                like(
                    $error, qr/ERROR:  42P06: schema "$schema" already exists/,
                    "$installer is refused: $schema of $owner, $content" );
                is( psql( 'mc_planted', $traces ), "0|$schema|0", 'nothing is left behind' );
            }
            psql( 'mc_planted', "DROP SCHEMA $schema CASCADE", user => $owner );
        }
    }
}
drop_database('mc_planted');

# ---- objects that the installer has prepared are not used ----
make_database('mc_prepared');
psql( 'mc_prepared', <<~'SQL', user => 'mc_owner' );
    CREATE SCHEMA trap;
    CREATE FUNCTION trap.sprung()
        RETURNS void
        LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'P0099', MESSAGE = 'called as ' || current_user;
              END $$;
    CREATE FUNCTION trap.current_setting(text)
        RETURNS text
        LANGUAGE sql
        AS 'SELECT trap.sprung(); SELECT $1';
    CREATE FUNCTION trap.differ(text, text)
        RETURNS boolean
        LANGUAGE sql
        AS 'SELECT trap.sprung(); SELECT true';
    CREATE FUNCTION trap.pg_extension_config_dump(regclass, text)
        RETURNS void
        LANGUAGE sql
        AS 'SELECT trap.sprung()';
    CREATE OPERATOR trap.<> (FUNCTION = trap.differ, LEFTARG = text, RIGHTARG = text);
    CREATE DOMAIN trap.text AS integer;
    CREATE DOMAIN trap.date AS integer;
    CREATE TABLE trap.pg_class (oid int);
    SQL
is( psql_error(
        'mc_prepared', q{SET search_path = trap, pg_catalog; SELECT 'a'::pg_catalog.text <> 'b'},
        user => 'mc_owner' ) =~ /P0099/ ? 1 : 0,
    1,
    'a statement that names no schema meets the traps' );
my $temporary = 'CREATE TEMP TABLE pg_class (oid int); CREATE TEMP TABLE calendar (name int);
     CREATE DOMAIN pg_temp.date AS integer; CREATE DOMAIN pg_temp.text AS integer;';
for my $path (
    'trap, pg_catalog', 'pg_temp, trap, pg_catalog',
    'motcua, motcua_internal, pg_temp, trap', '' )
{
    my $set = "SELECT pg_catalog.set_config('search_path', '$path', false)";
    is( psql(
            'mc_prepared', "$temporary $set; CREATE EXTENSION motcua; SHOW search_path",
            user => 'mc_owner' ),
        "$path\n$path",
        "installed under search_path '$path', which is as before afterwards" );
    is( psql(
            'mc_prepared',
            q{SELECT count(*)
              FROM pg_depend AS m
              JOIN pg_extension AS e ON e.oid = m.refobjid
                  AND e.extname = 'motcua'
                  AND m.deptype = 'e'
              JOIN pg_depend AS d ON d.classid = m.classid
                  AND d.objid = m.objid
                  AND d.deptype <> 'e'
              WHERE (pg_identify_object(d.refclassid, d.refobjid, 0)).schema NOT IN (
                  'pg_catalog', 'motcua', 'motcua_internal')}
        ),
        '0',
        'no object of the extension depends on anything but PostgreSQL' );
    psql( 'mc_prepared', 'DROP EXTENSION motcua', user => 'mc_owner' );
}
drop_database('mc_prepared');

# ---- encodings that cannot store Vietnamese ----
for my $encoding (qw(LATIN1 SQL_ASCII WIN1258)) {
    my $database = lc "mc_$encoding";
    psql(
        'postgres',
        "CREATE DATABASE $database ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE
             'C' TEMPLATE template0"
    );
    like(
        psql_error( $database, 'CREATE EXTENSION motcua' ),
        qr/0A000.*motcua needs a UTF8 database, this one is "$encoding"/s,
        "a $encoding database is refused" );
    is( psql( $database, $traces ), '0||0', 'nothing is left behind' );
    drop_database($database);
}

psql( 'postgres', 'DROP ROLE mc_owner, mc_maker, mc_reader' );
done_testing();
