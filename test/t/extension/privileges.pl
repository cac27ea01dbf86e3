# Test privileges: what others have planted is never called, PUBLIC reads and calls, owners write,
# row-level policies hold, and rights after a restore can be put right.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Base qw(install_base);
use Psql qw(psql psql_error run);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

sub make_database {
    my ( $name, $owner ) = @_;
    psql( 'postgres', "DROP DATABASE IF EXISTS $name" );
    psql( 'postgres', "CREATE DATABASE $name OWNER $owner" );
}
psql( 'postgres', "CREATE ROLE $_ LOGIN" ) for qw(mc_owner mc_reader mc_attacker);

# ---- planted functions, operators, types and tables ----
# Every operator and function of pg_catalog is planted once more in public. With public first in
# search_path they would be found before those of PostgreSQL, and each raises an error that names
# it.
make_database( 'mc_traps', 'postgres' );
psql( 'mc_traps', 'GRANT CREATE ON SCHEMA public TO mc_attacker' );
psql( 'mc_traps', <<~'SQL', user => 'mc_attacker' );
    CREATE FUNCTION public.plain(t oid)
        RETURNS boolean
        LANGUAGE sql STABLE
        RETURN (SELECT typtype <> 'p' FROM pg_catalog.pg_type WHERE oid = t);
    SELECT format('CREATE FUNCTION public.%I(%s) RETURNS %s%s LANGUAGE plpgsql AS $f$ BEGIN RAISE '
                  'EXCEPTION USING ERRCODE = ''P0099'', MESSAGE = ''planted %s was called''; '
                  'END $f$',
                  p.proname,
                  (SELECT string_agg(format_type(t, NULL), ', ' ORDER BY i)
                   FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (t, i)),
                  CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END, format_type(p.prorettype, NULL),
                  p.proname)
    FROM pg_proc AS p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND p.prokind = 'f'
      AND p.provariadic = 0
      AND public.plain(p.prorettype)
      AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) AS t WHERE NOT public.plain(t))
      AND p.proname NOT IN ('plain') \gexec
    SELECT format('CREATE OPERATOR public.%s (FUNCTION = public.%I%s, RIGHTARG = %s)',
                  o.oprname,
                  p.proname,
                  CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL)
                       ELSE '' END,
                  format_type(o.oprright, NULL))
    FROM pg_operator AS o JOIN pg_proc AS p ON p.oid = o.oprcode
    WHERE o.oprnamespace = 'pg_catalog'::regnamespace
      AND EXISTS (SELECT FROM pg_proc AS q
                  WHERE q.pronamespace = 'public'::regnamespace
                    AND q.proname = p.proname
                    AND q.proargtypes = p.proargtypes) \gexec
    SQL
cmp_ok(
    psql( 'mc_traps', q{SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace} ),
    '>', 1500, 'more than 1500 functions are planted' );
cmp_ok(
    psql(
        'mc_traps', q{SELECT count(*) FROM pg_operator WHERE oprnamespace = 'public'::regnamespace}
    ),
    '>', 500,
    'the operators are planted' );
like(
    psql_error( 'mc_traps', 'SET search_path = public, pg_catalog; SELECT 1 = 1' ),
    qr/P0099.*planted int4eq/s, 'a statement that names no schema calls a planted function' );

my $under_traps = 'SET search_path = public, pg_catalog;';
my $temporary   = q{CREATE TEMP TABLE pg_class (oid int); CREATE TEMP TABLE pg_extension (x int);
      CREATE TEMP TABLE calendar (name int); CREATE DOMAIN pg_temp.date AS integer;
      CREATE DOMAIN pg_temp.regclass AS integer; CREATE DOMAIN pg_temp.text AS integer;};
my $base = install_base();
psql(
    'mc_traps',
    "$temporary $under_traps CREATE EXTENSION motcua VERSION '$base'; ALTER EXTENSION motcua UPDATE"
);
is( psql(
        'mc_traps',
        q{SELECT count(*)
          FROM pg_depend AS d
          JOIN pg_depend AS m ON m.classid = d.classid AND m.objid = d.objid AND m.deptype = 'e'
          JOIN pg_extension AS e ON e.oid = m.refobjid AND e.extname = 'motcua'
          WHERE d.refclassid = 'pg_class'::regclass
                AND EXISTS (SELECT FROM pg_class AS c
                            WHERE c.oid = d.refobjid
                              AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog',
                                                                             'motcua',
                                                                             'motcua_internal'))
             OR d.refclassid = 'pg_proc'::regclass
                AND EXISTS (SELECT FROM pg_proc AS c
                            WHERE c.oid = d.refobjid
                              AND c.pronamespace::regnamespace::text NOT IN ('pg_catalog',
                                                                             'motcua',
                                                                             'motcua_internal'))
             OR d.refclassid = 'pg_operator'::regclass
                AND EXISTS (SELECT FROM pg_operator AS c
                            WHERE c.oid = d.refobjid
                              AND c.oprnamespace::regnamespace::text NOT IN ('pg_catalog',
                                                                             'motcua',
                                                                             'motcua_internal'))
             OR d.refclassid = 'pg_type'::regclass
                AND EXISTS (SELECT FROM pg_type AS c
                            WHERE c.oid = d.refobjid
                              AND c.typnamespace::regnamespace::text NOT IN ('pg_catalog',
                                                                             'motcua',
                                                                             'motcua_internal'))}
    ),
    '0',
    'an extension installed and updated among planted objects depends '
        . 'on none of them' );
psql(
    'mc_traps',
    q{CREATE SCHEMA app;
      CREATE TABLE app.hs (
          id integer PRIMARY KEY, unit text, received timestamp, due timestamp, ended timestamp
      );
    INSERT INTO app.hs
    SELECT i, 'Unit ' || i % 3, timestamp '2026-01-05' + make_interval(hours => i),
           timestamp '2026-01-12' + make_interval(hours => i),
           CASE WHEN i % 4 > 0 THEN timestamp '2026-01-09' + make_interval(hours => i * 2) END
    FROM generate_series(1, 300) AS i}
);

# These are the calls of a DBA and of a report writer, each with the traps in front. They have only
# literals, so that the caller's own statement uses no planted operator.
for my $call (
    q{SELECT motcua.attach('app.hs', 'mc', 'received', 'due', 'ended', unit => 'unit',
                           code => 'id', as_of => $$pg_catalog.make_date(2026, 1, 31)$$)},
    q{SELECT motcua.add_rollup('mc')}, q{SELECT motcua.watch('app.hs', '{due}', 'id')},
    q{UPDATE app.hs SET due = '2026-01-20'}, q{DELETE FROM app.hs WHERE received IS NULL},
    q{INSERT INTO app.hs VALUES (1000, 'Unit 9', '2026-01-20', '2026-01-21', NULL)},
    q{SELECT motcua.compact_rollup()}, q{SELECT * FROM motcua.verify_rollup('mc')},
    q{SELECT motcua.rebuild_rollup('mc')},
    q{SELECT motcua.freeze('mc', '[2026-01-01,2026-01-15)')},
    q{SELECT * FROM motcua.verify_frozen('mc', '[2026-01-01,2026-01-15)')},
    q{SELECT * FROM motcua.report_06a('mc', '[2026-01-01,2026-02-01)')},
    q{SELECT motcua.report_html('mc', '[2026-01-01,2026-02-01)')},
    q{SELECT * FROM motcua.report_06a_dossiers('mc', '[2026-01-01,2026-02-01)', 7, 'Unit 1')},
    q{SELECT motcua.attach_statement('mc')}, q{SELECT motcua.reattach('mc')},
    q{SELECT motcua.suspend_attachment('mc')}, q{SELECT motcua.resume_attachment('mc')},
    (   map {"SELECT * FROM mc.$_"}
            qw
            (dossier overdue on_time_by_unit on_time_by_procedure on_time_by_field
            on_time_by_month flow_by_day consistency anomaly due_drift unit_history
            ) ),
    (   map {"SELECT * FROM motcua.$_"}
            qw
            (calendars calendar_days shifts scales scale_bands scorecards criteria attachments
            watches rollups stale_collations attention
            ) ),
    q{INSERT INTO motcua.calendar (name, parent) VALUES ('ours', 'vn')},
    q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('ours', '2026-03-02', 'off')},
    q{INSERT INTO motcua.shift (calendar, opens, closes) VALUES ('ours', '08:00', '11:00')},
    q{INSERT INTO motcua.calendar_year (calendar, year, status) VALUES ('ours', 2026, 'official')},
    q{INSERT INTO motcua.agency (code, name, calendar) VALUES ('H57', 'x', 'ours')},
    q{INSERT INTO motcua.observation (scorecard, criterion, unit, period, points) VALUES
          ('766', '1.1', 'H57', '[2026-01-01,2026-02-01)', 1)},
    q{SELECT motcua.add_working_days('2026-03-02', 5, 'ours')},
    q{SELECT motcua.due_at('2026-03-02 08:00', '5 ngày làm việc', 'ours')},
    q{SELECT * FROM motcua.explain_day('2026-03-02', 'ours')},
    q{SELECT * FROM motcua.days_off(2026, 'ours')},
    q{SELECT * FROM motcua.calendar_impact('2026-03-04', 'off', 5, 'ours')},
    q{SELECT * FROM motcua.score_sheet('766', 'H57', '[2026-01-01,2026-02-01)')},
    q{SELECT * FROM motcua.score_board('766', '[2026-01-01,2026-02-01)')},
    q{SELECT * FROM motcua.help()},
    q{SELECT * FROM motcua.help('lịch')},
    q{SELECT * FROM motcua.help('attach')},
    q{SELECT * FROM motcua.help('attachments')},
    q{SELECT motcua.successor_of('H57', '2026-02-02')},
    q{SELECT motcua.vi_fold('Đạt')},
    q{SELECT motcua.to_text('5 ngày làm việc'::motcua.time_limit)},
    q{SELECT motcua.drop_rollup('mc')},
    q{SELECT motcua.unwatch('app.hs')},
    q{SELECT motcua.detach('mc', force => true)},
    )
{
    my $error = psql_error( 'mc_traps', "$under_traps $call" );
    unlike( $error, qr/P0099/, "this call meets no trap: $call" );
    is( $error, '', "this call works: $call" );
}
psql( 'postgres', 'DROP DATABASE mc_traps' );

# ---- who may do what ----
make_database( 'mc_owned', 'mc_owner' );
psql( 'mc_owned', 'CREATE EXTENSION motcua', user => 'mc_owner' );
my $members = q{pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
      AND e.extname = 'motcua'
      AND d.deptype = 'e'};
is( psql(
        'mc_owned',
        qq{SELECT string_agg(p.oid::regprocedure::text, ', ')
           FROM $members JOIN pg_proc AS p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
           WHERE p.prosecdef
              OR p.proleakproof
              OR p.proconfig IS NOT NULL
              OR NOT has_function_privilege('mc_reader', p.oid, 'EXECUTE')}
    ),
    '',
    'no function is SECURITY DEFINER or LEAKPROOF or has settings, and anybody may call each'
);
is( psql(
        'mc_owned',
        qq{SELECT string_agg(c.oid::regclass::text, ', ' ORDER BY 1)
           FROM $members
           JOIN pg_class AS c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
           WHERE c.relkind IN ('r', 'v')
             AND NOT has_table_privilege('mc_reader', c.oid, 'SELECT')} ),
    'motcua.change_log',
    'anybody may read each table and view but the log of changes' );
is( psql(
        'mc_owned',
        qq{SELECT string_agg(c.oid::regclass::text, ', ' ORDER BY 1)
           FROM $members JOIN pg_class AS c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
           WHERE has_table_privilege('mc_reader', c.oid,
                                     'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')}
    ),
    '',
    'nobody but the owner may write any of them' );
my $owner_lacks = q{SELECT string_agg(t::regclass || ' ' || p, ', ')
      FROM pg_extension AS e,
           unnest(e.extconfig) AS t,
           unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) AS p
      WHERE extname = 'motcua'
        AND NOT has_table_privilege('mc_owner', t, p || ' WITH GRANT OPTION')};
is( psql( 'mc_owned', $owner_lacks ), '',
    'the owner has and may grant every right on every table that is dumped' );
is( psql( 'mc_owned', q{SELECT cardinality(extconfig) FROM pg_extension WHERE extname = 'motcua'} ),
    psql(
        'mc_owned',
        q{SELECT count(*)
          FROM pg_class
          WHERE relnamespace = 'motcua'::regnamespace AND relkind = 'r'}
    ),
    'every table is dumped' );
psql(
    'mc_owned',
    q{CREATE TABLE hs (id int PRIMARY KEY, unit text, received date, due date, ended date);
      INSERT INTO hs
      SELECT i, 'U' || i % 2, '2026-01-05', '2026-01-12', '2026-01-09'
      FROM generate_series(1, 10) AS i},
    user => 'mc_owner' );
for my $refused (
    q{SELECT motcua.attach('hs', 'theirs', 'received', 'due', 'ended')},
    q{SELECT motcua.watch('hs', '{due}', 'id')}, q{UPDATE motcua.calendar_day SET kind = 'work'},
    q{ALTER EXTENSION motcua UPDATE},
    q{DROP EXTENSION motcua}, q{CREATE TABLE motcua.mine (x int)},
    q{CREATE TABLE motcua_internal.mine (x int)}, q{SELECT * FROM motcua.change_log} )
{
    like(
        psql_error( 'mc_owned', $refused, user => 'mc_reader' ), qr/42501/,
        "this is refused to anybody but the owner: $refused" );
}

# ---- policies ----
psql(
    'mc_owned',
    q{ALTER TABLE hs ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON hs FOR SELECT TO mc_reader USING (unit = 'U1');
      GRANT SELECT ON hs TO mc_reader},
    user => 'mc_owner' );
like(
    psql_error(
        'mc_owned',
        q{SELECT motcua.attach('hs', 'mc', 'received', 'due', 'ended', unit => 'unit',
                               rights => 'owner')},
        user => 'mc_owner' ),
    qr/ROLE|row-level security/i,
    'views with the rights of their owner, which would bypass the policies, are refused' );
psql(
    'mc_owned',
    q{SELECT motcua.attach('hs', 'mc', 'received', 'due', 'ended', unit => 'unit',
                           as_of => 'make_date(2026, 1, 31)');
      GRANT USAGE ON SCHEMA mc TO mc_reader; GRANT SELECT ON ALL TABLES IN SCHEMA mc TO mc_reader},
    user => 'mc_owner' );
is( psql(
        'mc_owned',
        'SELECT string_agg(unit || received_total, \' \' ORDER BY unit) FROM mc.on_time_by_unit',
        user => 'mc_owner' ),
    'U05 U15',
    'the owner sees all rows' );
is( psql(
        'mc_owned',
        'SELECT string_agg(unit || received_total, \' \' ORDER BY unit) FROM mc.on_time_by_unit',
        user => 'mc_reader' ),
    'U15',
    'the reader sees the rows that the policy allows' );
is( psql(
        'mc_owned',
        q{SELECT received_total
          FROM motcua.report_06a('mc', '[2026-01-01,2026-02-01)')
          ORDER BY 1 DESC
          LIMIT 1},
        user => 'mc_reader' ),
    '5',
    'a report of the reader counts the rows that the policy allows' );

# ---- restored by a superuser ----
my $file = "$ENV{PGHOST}/owned.dump";
psql(
    'mc_owned',
    q{INSERT INTO motcua.calendar (name, parent) VALUES ('ours', 'vn');
      INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('ours', '2026-03-02', 'off')},
    user => 'mc_owner' );
is( ( run( 'pg_dump', qw(-U postgres -F custom -f), $file, qw(-d mc_owned) ) )[1], 0,
    'a superuser dumps the database' );

sub restored {
    my ( $name, @options ) = @_;
    make_database( 'mc_restored', 'mc_owner' );
    my ( $text, $status ) = run( 'pg_restore', qw(-e -U postgres -d mc_restored), @options, $file );
    is( $status, 0, $name ) or diag $text;
}
restored('restored by a superuser');
isnt(
    psql( 'mc_restored', $owner_lacks ), '',
    'the superuser owns the extension, so the owner lacks rights' );
psql(
    'mc_restored',
    q{SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON %s TO %I WITH GRANT OPTION',
                    c::regclass,
                    'mc_owner')
      FROM pg_extension, unnest(extconfig) AS c
      WHERE extname = 'motcua' \gexec}
);
is( psql( 'mc_restored', $owner_lacks ), '', 'the documented GRANT gives the owner every right' );
psql(
    'mc_restored',
    q{DELETE FROM motcua.calendar_day; SELECT motcua.add_working_days('2026-03-01', 1, 'ours')},
    user => 'mc_owner' );

restored( 'restored by a superuser in the role of the owner', qw(--role=mc_owner --no-owner) );
is( psql( 'mc_restored', $owner_lacks ), '',
    'restored in the role of the owner, who has every right at once' );
is( psql( 'mc_restored', q{SELECT count(*) FROM motcua.calendar_day}, user => 'mc_owner' ), '1',
    'restored in the role of the owner, the rows are there' );

psql( 'postgres', "DROP DATABASE $_" ) for qw(mc_owned mc_restored);
psql( 'postgres', 'DROP ROLE mc_owner, mc_reader, mc_attacker' );
unlink $file;
done_testing();
