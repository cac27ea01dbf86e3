# Test what one role can make another role do through an attachment: nothing beyond its own rights.
# The expressions of a mapping tell who runs them, and stored texts and rows are no code.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error run);
use Strangers qw(make_roles drop_roles make_database attach harm_of is_alive);
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

make_roles();
make_database('mt_dbo');
attach( 'mt_mallory', 'm', 'ma' );
psql( 'mt_trust', q{SELECT motcua.add_rollup('ma')}, user => 'mt_mallory' );

# ---- S2: the log of changes is found once, by its OID ----
for my $statement (
    'ALTER SCHEMA motcua RENAME TO mm',
    'ALTER TABLE motcua.change_log RENAME TO gone',
    'CREATE TABLE motcua.mine (x int)',
    'CREATE TRIGGER t BEFORE INSERT ON motcua.change_log FOR EACH ROW EXECUTE FUNCTION '
    . 'suppress_redundant_updates_trigger()' )
{
    like(
        psql_error( 'mt_trust', $statement, user => 'mt_dbo' ), qr/42501/,
        "the installer may not run: $statement" );
}

# Strangers put the trigger functions on tables that are not the extension's.
my @harm;
for my $function (
    qw(calendar_removed check_calendar calendar_changed check_reference parts_follow check_agency
    roll_up log_change) )
{
    for my $trigger (
        'AFTER DELETE ON pg_temp.calendar FOR EACH ROW',
        'AFTER INSERT ON pg_temp.calendar FOR EACH ROW',
        'AFTER INSERT ON pg_temp.calendar FOR EACH STATEMENT',
        'BEFORE INSERT ON pg_temp.calendar FOR EACH ROW',
        'AFTER TRUNCATE ON pg_temp.calendar FOR EACH STATEMENT',
        'BEFORE UPDATE ON pg_temp.calendar FOR EACH ROW' )
    {
        my $harm = harm_of( <<~"SQL", user => 'mt_reader' );
            CREATE TEMP TABLE calendar (parent text, calendar bigint, code text);
            INSERT INTO calendar VALUES (NULL, 7, 'x');
            CREATE TRIGGER t $trigger EXECUTE FUNCTION motcua_internal.$function();
            INSERT INTO calendar VALUES ('x', 8, 'y');
            UPDATE calendar SET parent = 'z';
            DELETE FROM calendar;
            TRUNCATE calendar
            SQL
        push @harm, "$function $trigger: $harm" if $harm;
    }
}
is( join( "\n", @harm ), '', 'trigger functions refuse the tables of others' );
is_alive('triggers on tables of others');
like(
    psql_error(
        'mt_trust',
        <<~'SQL', user => 'mt_reader' ), qr/39P01/, 'nobody fills the log from his own table' );
    CREATE TEMP TABLE t (x int);
    CREATE TRIGGER motcua_watch AFTER DELETE ON t FOR EACH ROW EXECUTE
        FUNCTION motcua_internal.log_change('');
    ALTER TABLE t ENABLE ALWAYS TRIGGER motcua_watch;
    INSERT INTO t VALUES (1);
    DELETE FROM t
    SQL

# ---- S4: work for somebody else is done as that role ---- Every expression of this attachment
# tells who runs it.
psql( 'mt_trust', <<~'SQL', user => 'mt_mallory' );
    CREATE FUNCTION m.tell(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS
        $$ BEGIN RAISE WARNING 'runs as %', current_user; RETURN $1; END $$;
    CREATE FUNCTION m.day() RETURNS date LANGUAGE plpgsql STABLE AS
        $$ BEGIN RAISE WARNING 'runs as %', current_user; RETURN '2026-03-31'; END $$;
    CREATE FUNCTION m.moment(timestamp) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE AS
        $$ BEGIN RAISE WARNING 'runs as %', current_user; RETURN $1; END $$;
    CREATE FUNCTION m.flag(boolean) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
        $$ BEGIN RAISE WARNING 'runs as %', current_user; RETURN $1; END $$;
    SELECT motcua.attach('m.hs', 'mh', 'm.moment(received)', 'm.moment(due)', 'm.moment(ended)',
                         unit => 'm.tell(unit)', code => 'm.tell(id::text)',
                         officer => 'm.tell(who)',
                         procedure => 'm.tell(unit)', field => 'm.tell(unit)',
                         applicant => 'm.tell(who)',
                         online => 'm.flag(true)', ended_as => 'm.tell(NULL)',
                         excluded => 'm.flag(false)',
                         paused_since => 'm.moment(NULL)', as_of => 'm.day()',
                         extra => '{"x": "m.tell(who)"}');
    CREATE TABLE m.t (x text);
    INSERT INTO m.t VALUES ('nguyen van a');
    CREATE INDEX ti ON m.t USING gin (m.tell(x) motcua.vi_syllable_ops);
    GRANT SELECT ON mh.fact TO mt_reader
    SQL
my $owners = q{SELECT string_agg(DISTINCT pg_get_userbyid(relowner)::text, ', ') FROM pg_class
               WHERE relnamespace = 'mh'::regnamespace AND relkind IN ('v', 'r')};
my $grants = q{SELECT string_agg(c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type,
                        ', ' ORDER BY 1)
      FROM pg_class AS c, aclexplode(c.relacl) AS a
      WHERE c.relnamespace = 'mh'::regnamespace AND a.grantee <> c.relowner};
my $granted = psql( 'mt_trust', $grants );
for my $statement (
    q{SELECT motcua.attach_statement('mh')},
    q{SELECT * FROM motcua.offered_indexes('mh')},
    q{SELECT motcua.reattach(schema_name) FROM motcua.attachments},
    q{SELECT motcua.add_rollup('mh')},
    q{SELECT * FROM motcua.verify_rollup('mh')},
    q{SELECT motcua.compact_rollup()},
    q{SELECT motcua.compact_rollup('mh')},
    q{SELECT motcua.rebuild_rollup('mh')},
    q{SELECT motcua.suspend_attachment('mh'); SELECT motcua.resume_attachment('mh')},
    q{SELECT motcua.freeze('mh', '[2026-01-01,2026-02-01)')},
    q{SELECT * FROM motcua.verify_frozen('mh', '[2026-01-01,2026-02-01)')},
    q{SELECT * FROM motcua.attention},
    q{SELECT * FROM motcua.rollups},
    q{SELECT * FROM motcua.attachments},
    q{SELECT motcua.drop_rollup('mh')},
    q{SELECT * FROM motcua.vi_index_check('m.ti')} )
{
    my ( $text, $status ) = Psql::call( 'mt_trust', $statement );
    is( $status, 0, "a superuser calls $statement" ) or diag $text;
    unlike(
        $text, qr/runs as (?!mt_mallory)/,
        "expressions of the attacher run as the attacher in $statement" );
    is( psql( 'mt_trust', $owners ), 'mt_mallory', 'the attacher owns all objects afterwards' );
}
is( psql( 'mt_trust', $grants ), $granted, 'the grants are the same afterwards' );
like( psql_error( 'mt_trust', $_, user => 'mt_clerk' ), qr/42501/, "nobody else may run: $_" )
    for map { sprintf $_, q{'mh'} } (
    'SELECT motcua.attach_statement(%s)', 'SELECT * FROM motcua.offered_indexes(%s)',
    'SELECT motcua.reattach(%s)', 'SELECT motcua.add_rollup(%s)',
    'SELECT motcua.suspend_attachment(%s)', 'SELECT motcua.detach(%s)',
    q{SELECT motcua.freeze(%s, '[2026-01-01,2026-02-01)')} );
like(
    psql_error( 'mt_trust', q{SELECT * FROM motcua.vi_index_check('m.ti')}, user => 'mt_clerk' ),
    qr/42501/, 'nobody else may check an index' );

# ---- S5: no SQL text is stored or run unquoted ----
psql( 'mt_trust', <<~'SQL', user => 'mt_mallory' );
    SELECT motcua.attach('m.hs', 'mi', 'received', 'due', 'ended', unit => 'unit');
    ALTER VIEW mi.settings SET SCHEMA m;
    CREATE VIEW mi.settings AS
    SELECT '1.0'::text AS motcua_attachment, a.as_of, a.as_of AS period_start,
           'resolved'::text AS basis,
           'day'::text AS granularity,
           '0.98); CREATE TABLE m.pwned AS SELECT current_user AS who; /*'::text AS target,
           2 AS warn_days,
           'UTC'::text AS time_zone, 'vn'::text AS calendar, '*/ --'::text AS rights,
           false AS ignore_rls
    FROM (SELECT current_date AS as_of OFFSET 0) a
    SQL
like(
    psql_error( 'mt_trust', q{SELECT motcua.suspend_attachment('mi')} ), qr/42704|55000/,
    'a target that is no number is refused' );
like(
    psql_error( 'mt_trust', q{SELECT motcua.attach_statement('mi')} ), qr/42704|55000/,
    'a target that is no number is not printed' );
psql( 'mt_trust', <<~'SQL', user => 'mt_mallory' );
    DROP VIEW mi.settings;
    CREATE VIEW mi.settings AS
    SELECT '1.0'::text AS motcua_attachment, a.as_of, a.as_of AS period_start,
           'resolved''); CREATE TABLE m.pwned(); --'::text AS basis, 'day'::text AS granularity,
           0.98::numeric AS target, 2 AS warn_days, 'UTC'::text AS time_zone,
           'vn'', x => ''y'::text AS calendar, 'invoker'::text AS rights, false AS ignore_rls
    FROM (SELECT current_date AS as_of OFFSET 0) a
    SQL
like(
    psql( 'mt_trust', q{SELECT motcua.attach_statement('mi')} ), qr/basis => 'resolved''\); CREATE/,
    'the texts of a mapping are quoted' );
psql( 'mt_trust', q{SELECT motcua.suspend_attachment('mi')} );
like(
    psql_error( 'mt_trust', q{SELECT motcua.resume_attachment('mi')} ), qr/22023/,
    'resume_attachment refuses these texts for what they are' );
is( psql( 'mt_trust', q{SELECT to_regclass('m.pwned') IS NULL} ), 't',
    'nothing of these texts was run' );
for my $key ( 'target', 'warn_days', 'schema_name', 'received_at; --' ) {
    my $harm = psql_error( 'mt_trust', <<~"SQL" );
        BEGIN;
        SET LOCAL ROLE mt_mallory;
        UPDATE mi.suspended
        SET arguments = arguments || jsonb_build_object('basis', 'resolved', 'calendar', 'vn')
            || jsonb_build_object('$key', '1); CREATE TABLE m.pwned(); --');
        RESET ROLE;
        SELECT motcua.resume_attachment('mi')
        SQL
    like( $harm, qr/ERROR:  (?:22|42)/, "an argument $key of the stored ones is no code" );
}
psql( 'mt_trust', <<~'SQL', user => 'mt_mallory' );
    UPDATE mi.suspended
    SET arguments = arguments || '{"basis": "resolved", "calendar": "vn"}',
        grants = '[{"view": "fact", "privilege": "SELECT", "grantable": false,
                    "grantee": "mt_clerk; CREATE TABLE m.pwned()"},
                   {"view": "fact", "privilege": "SELECT ON mi.fact TO mt_clerk; --",
                    "grantee": "mt_clerk"}]'
    SQL
like(
    psql_error( 'mt_trust', q{SELECT motcua.resume_attachment('mi')} ), qr/42704/,
    'a stored grant is no code' );

# Whichever of the two roles suspends and resumes the attachment, the views belong to their owner
# and read what the owner may read.
for my $suspends (qw(postgres mt_mallory)) {
    for my $resumes (qw(postgres mt_mallory)) {
        psql( 'mt_trust', q{SELECT motcua.suspend_attachment('mh')}, user => $suspends );
        psql( 'mt_trust', q{SELECT motcua.resume_attachment('mh')}, user  => $resumes );
        is( psql( 'mt_trust', $owners ), 'mt_mallory',
            "the owner is the same after $suspends suspends and $resumes resumes" );
        is( psql( 'mt_trust', $grants ), $granted,
            'the grants are the same after suspending and resuming' );
    }
}

# ---- S6: no row decides what a writer executes ----
attach( 'mt_victim', 'v', 'va' );
psql(
    'mt_trust', q{SELECT motcua.add_rollup('va'); GRANT USAGE ON SCHEMA v TO mt_clerk},
    user => 'mt_victim' );
psql( 'mt_trust', <<~'SQL', user => 'mt_clerk' );
    CREATE SCHEMA c;
    CREATE FUNCTION c.leak(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS
        $$ BEGIN RAISE WARNING '% %', current_user, $1; RETURN $1; END $$;
    CREATE TABLE c.hs (id int, unit text, received timestamp, due timestamp, ended timestamp);
    SELECT motcua.attach('c.hs', 'ca', 'received', 'due', 'ended', unit => 'c.leak(unit)');
    SELECT motcua.add_rollup('ca');
    INSERT INTO ca.rollup_member VALUES ('v.hs')
    SQL
unlike(
    ( Psql::call( 'mt_trust', q{UPDATE v.hs SET ended = '2026-01-10'}, user => 'mt_victim' ) )[0],
    qr/WARNING/, 'a row of rollup_member makes no writer run anything' );
my ($planted) = Psql::call( 'mt_trust', <<~'SQL', user => 'mt_clerk' );
    SELECT motcua.attach('v.hs', 'cv', 'received', 'due', 'ended', unit => 'c.leak(unit)')
    SQL
like( $planted, qr/42501|^cv/, 'a mapping over the table of somebody else may be refused' );
like(
    psql_error( 'mt_trust', q{SELECT motcua.add_rollup('cv')}, user => 'mt_clerk' ),
    qr/42501|42704/,
    'a mapping over the table of somebody else gets no roll-up' );
is( psql( 'mt_trust', q{SELECT count(*) FROM motcua.verify_rollup('va')}, user => 'mt_victim' ),
    '0',
    'the roll-up of the table is still right' );
is( psql(
        'mt_trust',
        q{SELECT string_agg(c.oid::regclass || ' ' || p, ', ')
          FROM pg_class AS c, unnest('{INSERT,UPDATE,TRUNCATE}'::text[]) AS p
          WHERE c.relnamespace IN ('motcua'::regnamespace, 'motcua_internal'::regnamespace)
            AND c.relkind = 'r'
            AND c.relname NOT IN ('calendar', 'calendar_day', 'calendar_year', 'shift', 'agency',
                                  'scale',
                                  'scale_band', 'scorecard', 'criterion', 'observation',
                                  'change_log')
            AND has_table_privilege('mt_dbo', c.oid, p)}
    ),
    '',
    'only tables of data may be written by the installer' );

# ---- A role that may create in the schema of an attachment can plant what upkeep would run ----
attach( 'mt_victim', 'v', 'vp' );
psql( 'mt_trust', 'GRANT USAGE, CREATE ON SCHEMA vp TO mt_clerk', user => 'mt_victim' );
psql( 'mt_trust', <<~'SQL', user                                       => 'mt_clerk' );
    CREATE FUNCTION c.tell() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE WARNING 'planted, runs as %', current_user; RETURN NULL; END $$;
    CREATE TABLE vp.rollup_unit (unit text, dossiers bigint, history motcua.ledger,
                                 CONSTRAINT rollup_unit_key UNIQUE NULLS NOT DISTINCT (unit));
    CREATE TABLE vp.rollup_procedure (unit text, procedure text, field text, online boolean,
                                      dossiers bigint, history motcua.ledger,
                                      CONSTRAINT rollup_procedure_key
                                          UNIQUE NULLS NOT DISTINCT (unit, procedure, field, online));
    CREATE TABLE vp.rollup_delta (unit text, procedure text, field text, online boolean,
                                  dossiers bigint, history motcua.ledger);
    CREATE TABLE vp.rollup_stale (at timestamptz, reason text);
    CREATE TABLE vp.rollup_member (relation regclass);
    INSERT INTO vp.rollup_member VALUES ('v.hs');
    CREATE TRIGGER tell BEFORE DELETE ON vp.rollup_delta FOR EACH STATEMENT
        EXECUTE FUNCTION c.tell();
    GRANT ALL ON vp.rollup_unit, vp.rollup_procedure, vp.rollup_delta, vp.rollup_stale,
                 vp.rollup_member TO PUBLIC;
    GRANT USAGE ON SCHEMA c TO PUBLIC
    SQL
for my $call (
    q{motcua.compact_rollup('vp')}, 'motcua.compact_rollup()',
    q{motcua.verify_rollup('vp')}, q{motcua.rebuild_rollup('vp')},
    q{motcua.reattach('vp')}, q{motcua.suspend_attachment('vp')},
    q{motcua.freeze('vp', '[2026-01-01,2026-02-01)')}, q{motcua.drop_rollup('vp')},
    q{motcua.detach('vp')} )
{
    for my $role (qw(postgres mt_victim)) {
        my ($text) = Psql::call( 'mt_trust', "SELECT * FROM $call", user => $role );
        unlike( $text, qr/planted/, "$role runs nothing of the planted objects in $call" );
    }
}
is( psql_error(
        'mt_trust', q{INSERT INTO v.hs (id, unit, received) VALUES (5, 'U2', '2026-01-08')},
        user => 'mt_victim' ),
    '',
    'planted tables of a roll-up do not stop the writers of the table' );
psql(
    'mt_trust',
    'DROP TABLE vp.rollup_unit, vp.rollup_procedure, vp.rollup_delta, vp.rollup_stale, '
        . 'vp.rollup_member', user => 'mt_clerk' );
like(
    psql_error( 'mt_trust', q{SELECT motcua.add_rollup('vp')}, user => 'mt_victim' ),
    qr/42501: role "mt_clerk" may create objects in schema "vp"/,
    'upkeep names the role that may create objects' );
psql(
    'mt_trust', 'GRANT CREATE ON SCHEMA vp TO PUBLIC; REVOKE CREATE ON SCHEMA vp FROM mt_clerk',
    user => 'mt_victim' );
like(
    psql_error( 'mt_trust', q{SELECT motcua.freeze('vp', '[2026-01-01,2026-02-01)')} ),
    qr/42501: role "PUBLIC" may create/,
    'a superuser does no upkeep while all roles may create objects' );
psql( 'mt_trust', 'REVOKE CREATE ON SCHEMA vp FROM PUBLIC; ', user => 'mt_victim' );
psql(
    'mt_trust', q{SELECT motcua.add_rollup('vp'); SELECT motcua.compact_rollup('vp')},
    user => 'mt_victim' );
psql( 'mt_trust', 'ALTER SCHEMA vp OWNER TO mt_clerk' );
like(
    psql_error( 'mt_trust', q{SELECT motcua.compact_rollup('vp')} ),
    qr/42501: role "mt_clerk" may create/,
    'a superuser does no upkeep in a schema that was given away' );
psql( 'mt_trust', 'ALTER SCHEMA vp OWNER TO mt_victim' );
psql( 'mt_trust', q{SELECT motcua.detach('vp')} );

# ---- S7: an entry is valid when it was read ----
{
    my $locker = Session->new( 'mt_trust', user => 'mt_victim' );
    my $writer = Session->new( 'mt_trust', user => 'mt_victim' );
    $locker->query('BEGIN; LOCK TABLE va.settings IN ACCESS EXCLUSIVE MODE');
    $writer->query(q{SET lock_timeout = '200ms'});
    like(
        $writer->query(
            q{INSERT INTO v.hs (id, unit, received, due) VALUES
                  (2, 'U1', '2026-01-05', '2026-01-12')}
        ),
        qr/lock timeout/,
        'the first write fails while the settings are locked' );
    $locker->query('COMMIT');
    $writer->query('RESET lock_timeout');
    $writer->query(
        q{INSERT INTO v.hs (id, unit, received, due) VALUES (3, 'U1', '2026-01-05', '2026-01-12')});
    is( $writer->query(q{SELECT count(*) FROM motcua.verify_rollup('va')}), '0',
        'the next write is counted' );
    is( $writer->query(q{SELECT stale_reason IS NULL FROM motcua.rollups WHERE schema_name = 'va'}),
        't',
        'the roll-up is in use after the failed write' );
}

# ---- S12: one user does not stop the others ----
{
    my $mallory = Session->new( 'mt_trust', user => 'mt_mallory' );
    like(
        $mallory->query(
            'BEGIN; CREATE TEMP TABLE shift (calendar text); CREATE TRIGGER t AFTER INSERT ON shift '
                . q{FOR EACH ROW EXECUTE FUNCTION motcua_internal.check_calendar(); INSERT INTO shift VALUES ('vn')}
        ),
        qr/serves the tables of the extension/,
        'nobody locks the calendars from his own table' );
    is( psql(
            'mt_trust',
            q{SET lock_timeout = '2s'; INSERT INTO motcua.calendar_day (calendar, day, kind)
              VALUES ('vn', '2027-03-01', 'off'); DELETE FROM motcua.calendar_day},
            user => 'mt_dbo' ),
        '',
        'while that transaction is open, calendars can be edited' );
}
psql( 'mt_trust', q{SELECT motcua.add_rollup('mh')}, user            => 'mt_mallory' );
psql( 'mt_trust', q{ALTER TABLE mh.rollup_unit RENAME TO gone}, user => 'mt_mallory' );
psql(
    'mt_trust', q{INSERT INTO v.hs (id, unit, received) VALUES (4, 'U9', '2026-01-07')},
    user => 'mt_victim' );
{
    my ( $text, $status ) = Psql::call( 'mt_trust', 'SELECT motcua.compact_rollup()' );
    is( $status, 0, 'compact_rollup goes on after a broken roll-up' ) or diag $text;
    like( $text, qr/WARNING: .*"mh"/, 'compact_rollup warns of the broken roll-up' );
    is( psql( 'mt_trust', 'SELECT count(*) FROM va.rollup_delta' ), '0',
        'compact_rollup compacts the other roll-ups' );
    my $holder = Session->new( 'mt_trust', user => 'mt_mallory' );
    $holder->query('BEGIN; LOCK TABLE ma.rollup_unit IN ACCESS EXCLUSIVE MODE');
    ( $text, $status ) =
        Psql::call( 'mt_trust', q{SET statement_timeout = '5s'; SELECT motcua.compact_rollup()} );
    is( $status, 0, 'compact_rollup leaves a locked roll-up out' ) or diag $text;
}
{
    my $mallory = Session->new( 'mt_trust', user => 'mt_mallory' );
    $mallory->query(q{CREATE TEMP VIEW settings AS SELECT 'x'::text AS motcua_attachment});
    is( psql(
            'mt_trust',
            q{SELECT count(*) FROM motcua.attachments WHERE schema_name LIKE 'pg_temp%'} ),
        '0',
        'a temporary view is no attachment' );
    is( psql_error(
            'mt_trust', q{SELECT motcua.reattach(schema_name) FROM motcua.attachments
                                  WHERE schema_name NOT IN ('mh')} ),
        '',
        'reattach reaches all attachments despite a temporary view' );
}
{
    my $reader = Session->new('mt_trust');
    my $owner  = Session->new( 'mt_trust', user => 'mt_victim' );
    $reader->query('BEGIN; SELECT count(*) FROM va.labels');
    my $pid = $owner->query('SELECT pg_backend_pid()');
    syswrite $owner->{in}, "SELECT motcua.drop_rollup('va');\n";
    for ( 1 .. 200 ) {
        last
            if psql( 'mt_trust', "SELECT count(*) FROM pg_locks WHERE pid = $pid AND NOT granted" )
            > 0;
        select undef, undef, undef, 0.05;
    }
    unlike(
        $reader->query('SELECT count(*) FROM v.hs'), qr/deadlock|ERROR/,
        'drop_rollup waits for the views before it locks the table' );
    $reader->query('COMMIT');
    like( $owner->query('SELECT 1'), qr/1/, 'drop_rollup drops the roll-up after the wait' );
}

# ---- S13: the log tells who the session was ----
psql( 'mt_trust', <<~'SQL', user => 'mt_victim' );
    SELECT motcua.watch('v.hs', '{due}', 'id');
    SET motcua.actor = 'Nguyen Van Giam Doc';
    UPDATE v.hs SET due = '2026-02-01' WHERE id = 3
    SQL
is( psql( 'mt_trust', 'SELECT DISTINCT actor, session_role FROM motcua.change_log' ),
    'Nguyen Van Giam Doc|mt_victim', 'the role of the session stands beside the claimed actor' );

# ---- S1: an existing schema is refused, whoever may create in it ----
psql( 'postgres', 'DROP DATABASE mt_trust' );
psql( 'postgres', 'CREATE DATABASE mt_trust OWNER mt_dbo' );
psql( 'mt_trust', 'CREATE SCHEMA motcua; GRANT USAGE, CREATE ON SCHEMA motcua TO mt_mallory' );
like(
    psql_error( 'mt_trust', 'CREATE EXTENSION motcua' ), qr/42P06/,
    'CREATE EXTENSION refuses an existing schema' );

END {
    local $?;
    drop_roles();
}
done_testing();
