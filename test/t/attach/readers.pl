# Test who reads what of an attachment. No reader sees more of it than the table behind it shows
# that reader, with and without a roll-up, a policy and the owner's rights. Readers of figures need
# no right to a column of a person.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my @readers = qw(mr_none mr_cols mr_full mr_id);
psql( 'postgres', "CREATE ROLE $_ LOGIN" ) for 'mr_owner', @readers;
psql( 'postgres', 'CREATE DATABASE mr_readers OWNER mr_owner' );

# The table has 100 rows in two units, of which 10 are excluded. A policy leaves 25 of the 90
# others.
psql( 'mr_readers', <<~'SQL', user => 'mr_owner' );
    CREATE EXTENSION motcua;
    CREATE TABLE hs (
        id int, unit text, received timestamp, due timestamp, ended timestamp, how text,
        who text, hidden boolean, seen boolean
    );
    INSERT INTO hs
    SELECT i, CASE WHEN i > 90 THEN 'CLASSIFIED' ELSE 'U' || i % 2 END, '2026-01-05 08:00',
           '2026-01-12 17:00',
           CASE WHEN i % 3 = 0 THEN '2026-01-13 08:00'::timestamp END, NULL, 'PERSON ' || i, i > 90,
           i <= 25 OR i > 95
    FROM generate_series(1, 100) AS i;
    GRANT SELECT (unit, received, due, ended, how, hidden) ON hs TO mr_cols;
    GRANT SELECT ON hs TO mr_full;
    GRANT SELECT (id) ON hs TO mr_id
    SQL
psql( 'mr_readers', <<~"SQL", user => 'mr_owner' ) for qw(invoker owner);
    SELECT motcua.attach('hs', 'by_$_', 'received', 'due', 'ended', unit => 'unit', code => 'id',
                         applicant => 'who', ended_as => 'how', excluded => 'hidden',
                         rights => '$_',
                         as_of => 'date ''2026-03-31''', calendar => 'vn', ignore_rls => false);
    GRANT USAGE ON SCHEMA by_$_ TO @{[ join ', ', @readers ]};
    GRANT SELECT ON ALL TABLES IN SCHEMA by_$_ TO @{[ join ', ', @readers ]}
    SQL

# Return what a reader gets from a query: a number, 'denied', or another SQLSTATE.
sub reading {
    my ( $reader, $query ) = @_;
    my ( $text, $status )  = Psql::call( 'mr_readers', $query, user => $reader );
    chomp $text;
    return $text if $status == 0;
    return 'denied' if $text =~ /ERROR:  42501/;
    return $text =~ /ERROR:  (\w{5})/ ? $1 : $text;
}
my %objects = (
    'unit_history'     => 'SELECT coalesce(sum(dossiers), 0) FROM %s.unit_history',
    'on_time_by_unit'  => 'SELECT coalesce(sum(received_total), 0) FROM %s.on_time_by_unit',
    'on_time_by_month' => q{SELECT coalesce(sum(received_total), 0)
          FROM %s.on_time_by_month WHERE month = '2026-01-01'},
    'fact'        => 'SELECT count(*) FROM %s.fact',
    'source'      => 'SELECT count(*) FROM %s.source',
    'mapping'     => 'SELECT count(*) FROM %s.mapping',
    'dossier'     => 'SELECT count(*) FROM %s.dossier',
    'flow_by_day' => 'SELECT coalesce(sum(received), 0) FROM %s.flow_by_day',
    'report_06a'  => q{SELECT received_total
          FROM motcua.report_06a('%s', '[2026-01-01,2026-02-01)')
          WHERE label = 'Tổng cộng'},
    'unit_kept'    => 'SELECT coalesce(sum(dossiers), 0) FROM %s.unit_kept',
    'rollup_unit'  => 'SELECT sum(dossiers) FROM %s.rollup_unit',
    'rollup_delta' => 'SELECT count(*) FROM %s.rollup_delta',
    'rollup_stale' => 'SELECT count(*) FROM %s.rollup_stale' );
my @with_rollup = qw(unit_history unit_kept rollup_unit rollup_delta rollup_stale);

# Return a table of what each reader reads, with one line for each object.
sub table_of {
    my ( $schema, $has_rollup ) = @_;
    my %table;
    for my $object ( sort keys %objects ) {
        next if !$has_rollup && grep { $_ eq $object } @with_rollup;
        $table{$object} = join ' ',
            map { reading( $_, sprintf $objects{$object}, $schema ) } @readers;
    }
    return \%table;
}

sub is_table {
    my ( $schema, $has_rollup, $expected, $name ) = @_;
    my $table = table_of( $schema, $has_rollup );
    note sprintf "%-18s %s", 'object', join ' ', @readers;
    note sprintf "%-18s %s", $_, $table->{$_} for sort keys %$table;
    my %wanted = map {
        my ( $objects, $reading ) = @$_;
        map { $_ => $reading } split ' ', $objects;
    } @$expected;
    delete @wanted{@with_rollup} if !$has_rollup;
    is_deeply( $table, \%wanted, $name );
    return;
}
my $nobody_reads_tables =
    [ 'rollup_unit rollup_delta rollup_stale', 'denied denied denied denied' ];
my $figures    = 'on_time_by_unit on_time_by_month fact flow_by_day report_06a unit_history';
my $persons    = 'source dossier';
my @of_invoker = (
    [ $figures, 'denied 90 90 denied' ], [ $persons, 'denied denied 90 denied' ],
    [ 'mapping', 'denied denied 0 denied' ], [ 'unit_kept', '0 90 90 0' ], $nobody_reads_tables );
my @of_invoker_under_policy = (
    [ $figures, 'denied 25 25 denied' ], [ $persons, 'denied denied 25 denied' ],
    [ 'mapping', 'denied denied 0 denied' ], [ 'unit_kept', '0 0 0 0' ], $nobody_reads_tables );
my @of_owner = (
    [ "$figures $persons", '90 90 90 90' ], [ 'mapping', 'denied denied 0 denied' ],
    [ 'unit_kept', '90 90 90 90' ], $nobody_reads_tables );
my @of_owner_under_policy = (
    [ "$figures $persons", 'denied denied denied denied' ], [ 'unit_kept', '0 0 0 0' ],
    [ 'mapping', 'denied denied 0 denied' ],
    $nobody_reads_tables );

is_table( 'by_invoker', 0, \@of_invoker, 'with the reader\'s rights he sees what the table shows' );
is_table( 'by_owner', 0, \@of_owner, 'with the owner\'s rights a grant on the views is enough' );
psql( 'mr_readers', "SELECT motcua.add_rollup('$_')", user => 'mr_owner' )
    for qw(by_invoker by_owner);
is_table( 'by_invoker', 1, \@of_invoker, 'with the reader\'s rights a roll-up shows nobody more' );
is_table( 'by_owner', 1, \@of_owner, 'with the owner\'s rights a roll-up shows nobody more' );
for my $plan (qw(force_generic_plan force_custom_plan)) {
    is( psql(
            'mr_readers',
            <<~"SQL" ), "90\n90\ndenied", "one prepared plan serves several readers: $plan" );
        SET plan_cache_mode = $plan;
        PREPARE p AS SELECT coalesce(sum(dossiers), 0) FROM by_invoker.unit_history;
        EXECUTE p;
        SET ROLE mr_cols;
        EXECUTE p;
        SET ROLE mr_id;
        DO \$\$ BEGIN PERFORM sum(dossiers) FROM by_invoker.unit_history;
                EXCEPTION WHEN insufficient_privilege THEN PERFORM set_config('mr.denied', 'denied',
                                                                              false);
                END \$\$;
        SELECT current_setting('mr.denied')
        SQL
}

# ---- a policy that is made after attach ----
psql( 'mr_readers', <<~'SQL', user => 'mr_owner' );
    ALTER TABLE hs ENABLE ROW LEVEL SECURITY;
    CREATE POLICY seen ON hs USING (seen)
    SQL
is_table( 'by_invoker', 1, \@of_invoker_under_policy, 'a policy made after attach hides its rows' );
is_table(
    'by_owner', 1, \@of_owner_under_policy,
    'views with the owner\'s rights refuse to bypass the policy' );
like(
    psql_error( 'mr_readers', 'SELECT * FROM by_owner.on_time_by_unit', user => 'mr_full' ),
    qr/table "hs" has row-level security now.*ignore_rls/s,
    'the error names the reason and what to do' );
is( psql( 'mr_readers', q{SELECT object FROM motcua.attention WHERE topic = 'row_security'} ),
    'by_owner',
    'attention names the attachment' );
psql(
    'mr_readers',
    q{SELECT motcua.suspend_attachment('by_owner'); SELECT motcua.drop_rollup('by_invoker')} );
like(
    psql_error( 'mr_readers', q{SELECT motcua.resume_attachment('by_owner')} ),
    qr/55000.*row-level security/,
    'resume_attachment does not accept the policy by itself' );
unlike(
    psql( 'mr_readers', q{SELECT motcua.attach_statement('by_invoker')} ), qr/ignore_rls/,
    'attach_statement does not accept the policy by itself' );
is_table( 'by_invoker', 0, \@of_invoker_under_policy, 'without the roll-up readers see the same' );
psql( 'mr_readers', 'ALTER TABLE hs DISABLE ROW LEVEL SECURITY', user => 'mr_owner' );
psql( 'mr_readers', q{SELECT motcua.resume_attachment('by_owner')} );
is_table(
    'by_owner', 1, \@of_owner,
    'without the policy the attachment is resumed with its roll-up and grants' );

# A view over a table with row-level security is treated as a table with it.
psql( 'mr_readers', <<~'SQL', user => 'mr_owner' );
    ALTER TABLE hs ENABLE ROW LEVEL SECURITY;
    CREATE VIEW below WITH (security_invoker) AS SELECT * FROM (SELECT * FROM hs) AS h;
    CREATE VIEW above AS SELECT b.* FROM below AS b WHERE EXISTS (SELECT FROM below)
    SQL
like(
    psql_error(
        'mr_readers',
        q{SELECT motcua.attach('above', 'by_view', 'received', 'due', 'ended', rights => 'owner')},
        user => 'mr_owner' ),
    qr/55000.*table "hs" has row-level security/,
    'a policy below two views is noticed' );
psql( 'mr_readers', 'ALTER TABLE hs DISABLE ROW LEVEL SECURITY', user => 'mr_owner' );

# ---- excluded rows stay hidden from functions of the reader ----
psql( 'mr_readers', 'CREATE SCHEMA AUTHORIZATION mr_none' );
unlike(
    ( Psql::call(
        'mr_readers',
        <<~"SQL", user => 'mr_none' ) )[0], qr/CLASSIFIED/, "of $_" ) for qw(fact source);
    CREATE OR REPLACE FUNCTION mr_none.leak(t text) RETURNS bool LANGUAGE plpgsql COST 0.0001 AS
        \$\$ BEGIN RAISE NOTICE 'saw %', t; RETURN true; END \$\$;
    SELECT count(*) FROM by_owner.$_ WHERE mr_none.leak(unit)
    SQL

# ---- an error quotes no row to a reader of figures ----
psql( 'mr_readers', <<~'SQL', user => 'mr_owner' );
    CREATE TABLE marked (id int, unit text, received timestamp, due timestamp, ended timestamp,
                         how text, who text, term text, lich text);
    INSERT INTO marked
    VALUES (1, 'U1', '2026-01-05', '2026-01-12', '2026-01-09', 'HIV positive: Nguyen Van A',
            'SECRET name', 'SECRET limit', 'SECRET calendar'),
           (2, 'U1', '2026-01-05', '2026-01-12', '2026-01-09', 'result', NULL, NULL, NULL);
    SELECT motcua.attach('marked', 'marks', 'received', 'due', 'ended', unit => 'unit',
                         code => 'id',
                         applicant => 'who', officer => 'who', ended_as => 'how',
                         time_limit => 'term',
                         calendar_expr => 'lich', rights => 'owner', as_of => 'date ''2026-03-31''',
                         calendar => 'vn');
    GRANT USAGE ON SCHEMA marks TO mr_none;
    GRANT SELECT ON marks.on_time_by_unit, marks.on_time_by_month, marks.on_time_by_field,
        marks.flow_by_day, marks.on_time_by_procedure, marks.consistency, marks.fact,
        marks.settings,
        marks.unit TO mr_none
    SQL
for my $object ( qw
    (on_time_by_unit on_time_by_month on_time_by_field on_time_by_procedure flow_by_day
    consistency fact
) )
{
    my ( $text, $status ) =
        Psql::call( 'mr_readers', "SELECT * FROM marks.$object", user => 'mr_none' );
    is( $status, 0, "$object can be read despite a row with an unknown kind of end" ) or diag $text;
    unlike( $text, qr/HIV|SECRET/, "$object shows nothing of that row" );
}
is( psql(
        'mr_readers',
        q{SELECT resolved_total,
                 (SELECT left_side FROM marks.consistency WHERE identity = 'invalid = 0')
          FROM marks.on_time_by_unit},
        user => 'mr_none' ),
    '1|1',
    'the row counts as invalid' );
psql( 'mr_readers', 'UPDATE marked SET lich = NULL', user => 'mr_owner' );
is( psql(
        'mr_readers', q{SELECT code, kind FROM marks.anomaly WHERE kind = 'unknown_end'},
        user => 'mr_owner' ),
    '1|unknown_end',
    'the view anomaly shows the row to the owner' );

# ---- figures without a right on persons ----
psql( 'mr_readers', <<~'SQL', user => 'mr_owner' );
    SELECT motcua.attach('hs', 'forms', 'received', 'due', 'ended', unit => 'unit', code => 'id',
                         applicant => 'who', excluded => 'hidden', rights => 'owner',
                         as_of => 'date ''2026-03-31''', calendar => 'vn');
    GRANT USAGE ON SCHEMA forms TO mr_none;
    GRANT SELECT ON forms.on_time_by_unit, forms.fact, forms.settings, forms.unit TO mr_none
    SQL
for my $state ( 'without a roll-up', 'with a roll-up' ) {
    is( reading( 'mr_none', sprintf $objects{report_06a}, 'forms' ), '90',
        "the form needs only fact, unit and settings, $state" );
    my $page = psql(
        'mr_readers', q{SELECT motcua.report_html('forms', '[2026-01-01,2026-02-01)')},
        user => 'mr_none' );
    like( $page, qr/Tổng cộng.*không được đọc danh sách/s, 'the page needs no more than the form' );
    unlike( $page, qr/PERSON/, 'the page names no person' );
    is( reading( 'mr_none', 'SELECT count(*) FROM forms.dossier' ), 'denied',
        'the reader of the form may not read dossiers' );
    psql( 'mr_readers', q{SELECT motcua.add_rollup('forms')}, user => 'mr_owner' )
        if $state eq 'without a roll-up';
}

END {
    local $?;
    psql( 'postgres', 'DROP DATABASE IF EXISTS mr_readers' );
    psql( 'postgres', 'DROP ROLE IF EXISTS mr_owner, ' . join ', ', @readers );
}
done_testing();
