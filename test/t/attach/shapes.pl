# Test objects of every shape under the names that the library looks for, made by strangers and by
# owners. Each call must end in an error that names the object, or in no error, and must never hurt
# the server.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);
use Strangers qw(make_roles drop_roles make_database attach is_alive);
use File::Temp;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

make_roles();
make_database('mt_dbo');

# Every kind of object is made under every name, by a role with TEMP alone in its temporary schema,
# and by a role in a schema of its own. Every function that takes a schema or a relation is called.
my @names = qw(settings mapping source fact dossier unit rollup_delta rollup_unit rollup_procedure
    rollup_stale rollup_member frozen_report frozen_dossier suspended);
my %shapes = (
    'table'                => 'CREATE TABLE %s (a int)',
    'table without column' => 'CREATE TABLE %s ()',
    'view'                 => 'CREATE VIEW %s AS SELECT 1 AS a',
    'view of a mark'       => q{CREATE VIEW %s AS SELECT 'x'::text AS motcua_attachment},
    'view of VALUES'       => q{CREATE VIEW %s AS VALUES ('x', NULL), (NULL, 2)},
    'view of a union'      =>
        q{CREATE VIEW %s AS SELECT 'x'::text AS motcua_attachment UNION SELECT 'y'},
    'view of a join' => q{CREATE VIEW %s AS
          SELECT 'x'::text AS motcua_attachment
          FROM pg_class a JOIN pg_type b ON a.oid = b.oid},
    'view of a subquery' => q{CREATE VIEW %s AS
          SELECT 'x'::text AS motcua_attachment, a.d AS as_of
          FROM (SELECT current_date AS d OFFSET 0) a},
    'view of a function' => 'CREATE VIEW %s AS SELECT * FROM generate_series(1, 2) AS g',
    'full settings'      => q{CREATE VIEW %s AS
                              SELECT 'x'::text AS motcua_attachment, a.as_of,
                                     a.as_of AS period_start, 'resolved'::text AS basis,
                                     'day'::text AS granularity, 0.98::numeric AS target,
                                     2 AS warn_days, 'UTC'::text AS time_zone,
                                     'vn'::text AS calendar, NULL::text AS rights,
                                     false AS ignore_rls
                              FROM (SELECT current_date AS as_of OFFSET 0) a},
    'materialized view' => 'CREATE MATERIALIZED VIEW %s AS SELECT 1 AS a',
    'sequence'          => 'CREATE SEQUENCE %s',
    'composite type'    => 'CREATE TYPE %s AS (a int)',
    'partitioned table' => 'CREATE TABLE %s (a int) PARTITION BY LIST (a)',
    'reasons'           => 'CREATE TABLE %s (at timestamptz, reason bigint)',
    'deltas'            =>
        'CREATE TABLE %s (unit bigint, procedure text, field text, online boolean, dossiers '
        . 'bigint, history text)' );
my @calls = map { sprintf $_, ':schema' } (
    'motcua.attach_statement(%s)', 'motcua.offered_indexes(%s)',
    'motcua.suspend_attachment(%s)', 'motcua.resume_attachment(%s)',
    'motcua.reattach(%s)', 'motcua.detach(%s)',
    'motcua.add_rollup(%s)', 'motcua.drop_rollup(%s)',
    'motcua.rebuild_rollup(%s)', 'motcua.compact_rollup(%s)',
    'motcua.verify_rollup(%s)', q{motcua.report_06a(%s, '[2026-01-01,2026-02-01)')},
    q{motcua.report_06a_dossiers(%s, '[2026-01-01,2026-02-01)', 3)},
    q{motcua.report_html(%s, '[2026-01-01,2026-02-01)')},
    q{motcua.freeze(%s, '[2026-01-01,2026-02-01)')},
    q{motcua.verify_frozen(%s, '[2026-01-01,2026-02-01)')},
    'motcua_internal.attached_relation(%s::regnamespace)',
    'motcua_internal.bypassed_relation(%s)' );
my @relation_calls = (
    'motcua_internal.rollup_stale_reason(%s)', 'motcua_internal.may_read_rollup(%s)',
    'motcua_internal.may_read(%s)', 'motcua_internal.has_no_row_security(%s)',
    'motcua.vi_index_check(%s)', 'motcua.watch(%s)',
    'motcua.unwatch(%s)', q{motcua.attach(%s, 'never', 'a', 'a', 'a')} );

my ( $tried, @harm ) = (0);

# Try all calls on one arrangement of objects in one session. Each call has its own savepoint.
sub try_calls {
    my ( $role, $what, $setup, $schema, @of_schema ) = @_;
    my ( $make, @writes ) = ref $setup ? @$setup : $setup;
    my $script = "BEGIN;\n$make;\n";
    $script .= "SAVEPOINT c;\n$_;\nROLLBACK TO c;\n" for @writes;
    my @names_of_calls;
    for my $call (@of_schema) {
        my $text = $call =~ s/:schema/$schema/r;
        push @names_of_calls, $text;
        $script .=
            "SAVEPOINT c;\n\\echo call $text\nSELECT count(*) FROM (SELECT * FROM $text AS x) AS y;\n"
            . "ROLLBACK TO c;\n";
    }
    $script .= 'ROLLBACK';
    my $file = File::Temp->new( SUFFIX => '.sql' );
    print $file "\\set VERBOSITY verbose\n\\set ON_ERROR_ROLLBACK on\n$script\n;";
    close $file;
    my ($text) = run( 'psql', '-qXAt', '-d', 'mt_trust', '-U', $role, '-f', "$file" );
    $tried += @names_of_calls;
    for my $line ( split /\n/, $text ) {
        next if $line !~ /ERROR:|FATAL:|server closed|connection to server was lost/;
        next if $line =~ /ERROR:  (?:0A|21|22|23|25|2B|2F|39|3F|42|55)\w{3}:/;
        push @harm, "$role, $what: $line";
    }
    return;
}

for my $shape ( sort keys %shapes ) {
    for my $name (@names) {
        next if $shape eq 'materialized view' || $shape eq 'partitioned table' && $name eq 'x';
        my $temp = $shapes{$shape} =~ s/CREATE (?=TABLE|VIEW|SEQUENCE)/CREATE TEMP /r;
        $temp = $shapes{$shape} if $shape eq 'composite type';
        my $marked = $name eq 'settings' ? '' : sprintf "$shapes{'full settings'};\n",
            'mt_s.settings';
        my $setup  = 'CREATE SCHEMA mt_s; ' . $marked . ( sprintf $shapes{$shape}, "mt_s.$name" );
        my $object = qq{'mt_s.$name'};
        my @of_relation =
            $shape eq 'composite type' && 0 ? () : map { sprintf $_, $object } @relation_calls;
        try_calls( 'mt_mallory', "$name as $shape", $setup, q{'mt_s'}, @calls, @of_relation );
    }
    my $temp = join ";\n", map {
        ( sprintf $shapes{$shape}, "pg_temp.$_" ) =~ s/CREATE MATERIALIZED VIEW/CREATE TEMP VIEW/r
    } @names;
    try_calls(
        'mt_reader', "all as temporary $shape", $temp,
        '(SELECT pg_my_temp_schema()::regnamespace::name)', grep { !/regnamespace\)/ } @calls
    ) if $shape ne 'partitioned table' || 1;
}
cmp_ok( $tried, '>', 4000, 'calls over objects of every shape were tried' );
is( join( "\n", @harm ), '', 'each call ends in an error that names the object, or in no error' );
is_alive('calls over objects of every shape');

# In an attachment one object is changed by its owner after attach.
my @changes = (
    'ALTER TABLE ma.rollup_delta ADD x1 int, ADD x2 text',
    'ALTER TABLE ma.rollup_delta RENAME unit TO u',
    'ALTER TABLE ma.rollup_delta DROP COLUMN history CASCADE',
    'ALTER TABLE ma.rollup_stale ALTER reason TYPE bigint USING 1',
    'ALTER TABLE ma.rollup_stale DROP COLUMN reason',
    'ALTER TABLE ma.rollup_stale ADD x int',
    'ALTER TABLE ma.rollup_stale ALTER reason DROP NOT NULL;
     INSERT INTO ma.rollup_stale (at) VALUES (now())',
    'DROP TABLE ma.rollup_stale',
    'DROP TABLE ma.rollup_member',
    'ALTER TABLE ma.rollup_member ALTER relation TYPE text',
    'ALTER TABLE ma.rollup_member RENAME TO gone',
    'CREATE OR REPLACE VIEW ma.fact AS
     SELECT NULL::text AS unit, NULL::text AS unit_name, NULL::text AS unit_now, '
        . 'NULL::text AS unit_now_name, NULL::text AS level, NULL::text AS bloc,
           NULL::text AS procedure, '
        . 'NULL::text AS field, NULL::boolean AS online, NULL::timestamp AS received_at,
           NULL::timestamp AS due_at, '
        . 'NULL::timestamp AS ended_at, NULL::text AS ended_as, NULL::timestamp AS paused_since, '
        . 'NULL::text AS granularity',
    'ALTER VIEW ma.fact RENAME unit TO u1',
    'ALTER VIEW ma.settings RENAME rights TO r1',
    'ALTER VIEW ma.mapping RENAME TO mapping1',
    'ALTER FUNCTION ma.report_06a(daterange, text, text) RENAME TO gone',
    'DROP FUNCTION ma.report_06a(daterange, text, text) CASCADE;
     CREATE FUNCTION ma.report_06a(daterange, text, text) '
        . 'RETURNS TABLE (tt int, label int) LANGUAGE sql AS $$ SELECT 1, 2 $$',
    'DROP FUNCTION ma.report_06a(daterange, text, text) CASCADE;
     CREATE FUNCTION ma.report_06a(daterange, text, text) '
        . 'RETURNS TABLE (tt int, label int, a bigint, b bigint, c bigint, d bigint, e bigint, f '
        . 'bigint, g bigint, '
        . 'h bigint, i bigint, j bigint, k bigint) LANGUAGE sql AS $$ SELECT 1, 65536, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 $$',
    'DROP FUNCTION ma.report_html(daterange);
     CREATE FUNCTION ma.report_html(daterange) RETURNS SETOF text '
        . q{LANGUAGE sql AS $$ SELECT 'x' WHERE false $$},
    'DROP FUNCTION ma.report_html(daterange); CREATE FUNCTION ma.report_html(daterange) RETURNS int '
        . q{LANGUAGE sql AS $$ SELECT 1 $$} );
attach( 'mt_mallory', 'm', 'ma' );
psql(
    'mt_trust',
    q{SELECT motcua.add_rollup('ma'); SELECT motcua.freeze('ma', '[2026-01-01,2026-02-01)')},
    user => 'mt_mallory' );
@harm = ();
my @written = (
    q{(SELECT 1 FROM m.hs)},
    q{(WITH w AS (INSERT INTO m.hs (unit, received) VALUES ('U2', '2026-01-06') RETURNING 1)
       SELECT 1
       FROM w)}
);
for my $change (
    @changes,
    'ALTER TABLE ma.frozen_report ALTER figures TYPE text USING 1',
    'ALTER TABLE ma.frozen_dossier ALTER code TYPE name',
    'ALTER TABLE ma.frozen_dossier ADD x int' )
{
    try_calls(
        'mt_mallory', $change,
        [   $change, q{INSERT INTO m.hs (unit, received) VALUES ('U2', '2026-01-06')},
            'TRUNCATE m.hs' ],
        q{'ma'}, @calls,
        map { sprintf $_, q{'ma.rollup_delta'} } @relation_calls );
    try_calls(
        'mt_mallory', "$change, TRUNCATE",
        [ "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;\n$change", 'TRUNCATE m.hs' ], q{'ma'},
        @calls );
    try_calls(
        'postgres', "$change, seen by a superuser", "SET ROLE mt_mallory;\n$change;\nRESET ROLE",
        q{'ma'}, @calls, '(SELECT * FROM motcua.rollups)', '(SELECT * FROM motcua.attention)',
        '(SELECT * FROM motcua.attachments)' );
}
is( join( "\n", @harm ), '', 'an attachment that its owner changed does no harm either' );
is_alive('changes of an attachment');

# Tables and views of an attachment are changed at random, sometimes several at once. TRUST_ROUNDS
# is the number of rounds of some thirty calls. TRUST_SEED makes other changes.
@harm = ();
my $rounds = $ENV{TRUST_ROUNDS} // 40;
srand( $ENV{TRUST_SEED} // 20261201 );
my @types  = qw(bigint text name jsonb date boolean bytea interval motcua.tally motcua.ledger oid);
my @tables = (
    [ rollup_delta     => qw(unit procedure field online dossiers history) ],
    [ rollup_procedure => qw(unit procedure field online dossiers history) ],
    [ rollup_unit      => qw(unit dossiers history) ],
    [ rollup_stale     => qw(at reason) ],
    [ rollup_member    => qw(relation) ],
    [ frozen_report    => qw(place period frozen_at frozen_by note figures previous hash) ],
    [ frozen_dossier   => qw(period code counted) ] );

sub one_of { return $_[ rand @_ ] }

sub random_change {
    my ( $table, @columns ) = @{ one_of(@tables) };
    my ( $column, $type )   = ( one_of(@columns), one_of(@types) );
    return one_of(
        "ALTER TABLE ma.$table DROP COLUMN $column CASCADE",
        "ALTER TABLE ma.$table DROP COLUMN $column CASCADE;
         ALTER TABLE ma.$table ADD $column $type",
        "ALTER TABLE ma.$table ADD x $type",
        "ALTER TABLE ma.$table RENAME $column TO y",
        "ALTER TABLE ma.$table ALTER $column DROP NOT NULL; "
            . "INSERT INTO ma.$table ($column) VALUES (NULL), (NULL)",
        "ALTER TABLE ma.$table RENAME TO gone; CREATE TABLE ma.$table ($column $type)",
        "ALTER TABLE ma.$table RENAME TO gone; CREATE VIEW ma.$table AS SELECT * FROM ma.gone",
        "ALTER TABLE ma.$table RENAME TO gone;
         CREATE TABLE ma.$table (LIKE ma.gone) PARTITION BY LIST ($column)",
        "ALTER TABLE ma.$table ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE ma.$table ADD CHECK ($column IS NULL) NOT VALID",
        "DROP TABLE ma.$table CASCADE",
        "CREATE OR REPLACE VIEW ma.settings AS SELECT * FROM ma.$table",
        "DROP VIEW ma.fact CASCADE; CREATE VIEW ma.fact AS SELECT $column AS unit FROM ma.$table d"
    );
}
for my $round ( 1 .. $rounds ) {
    my $change = join ";\n", map { random_change() } 1 .. 1 + rand 3;
    try_calls(
        one_of( 'mt_mallory', 'postgres' ),
        "round $round: $change",
        [   "SET ROLE mt_mallory;\n$change;\nRESET ROLE",
            q{INSERT INTO m.hs (unit, received) VALUES ('U2', '2026-01-06')}, 'TRUNCATE m.hs' ],
        q{'ma'},
        @calls,
        ( map { sprintf $_, q{'ma.rollup_delta'} } @relation_calls ),
        '(SELECT * FROM motcua.rollups)' );
}
is( join( "\n", @harm ), '', "$rounds random changes of an attachment do no harm" );
note "$tried calls were tried";
is_alive('random changes');

END {
    local $?;
    drop_roles();
}
done_testing();
