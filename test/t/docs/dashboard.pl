# Test the queries of the example dashboard. They run over the demonstration in the dashboard's own
# role, and are compared with form II.06a. The test needs no npm.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use JSON::PP qw(decode_json);
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(run);
use Server;

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

my $demo   = "$FindBin::Bin/../../../demo";
my $server = Server->primary('');
$ENV{PGHOST} = $server->host;
$ENV{PGUSER} = 'postgres';
delete $ENV{PGDATABASE};
my ( $log, $status ) = run("$demo/load");
is( $status, 0, 'the demonstration is loaded' ) or BAIL_OUT( decode 'UTF-8', $log );

# Return the rows of a query as the dashboard gets them: the schema is a variable of psql, and the
# rows come as JSON.
sub rows_of {
    my ( $sql, $user )    = @_;
    my ( $text, $failed ) = Psql::call(
        'motcua_demo',
        "\\set schema mot_cua\nSELECT coalesce(jsonb_agg(to_jsonb(q)), '[]') FROM ($sql) AS q",
        user => $user );
    return $failed ? ( undef, decode( 'UTF-8', $text ) ) : decode_json $text;
}

sub content { open my $file, '<', $_[0] or die "$_[0]: $!"; local $/; return <$file> }
my %query =
    map { m{(\w+)\.sql$} ? ( $1 => content($_) ) : () } glob "$demo/dashboard/queries/*.sql";
is( join( ' ', sort keys %query ), 'fields months overdue procedures settings units',
    'the queries' );

# ---- rights ----
$server->psql_here( 'motcua_demo', 'CREATE ROLE dashboard LOGIN' );
$server->psql_here(
    'motcua_demo',
    "\\set schema mot_cua\n\\set role dashboard\n" . content("$demo/dashboard/grants.sql") );
my %rows;
for my $name ( sort keys %query ) {
    ( $rows{$name}, my $error ) = rows_of( $query{$name}, 'dashboard' );
    ok( $rows{$name} && @{ $rows{$name} }, "$name: the dashboard's role gets rows" ) or diag $error;
}
for my $forbidden (
    'SELECT applicant FROM mot_cua.overdue', 'SELECT * FROM mot_cua.overdue',
    'SELECT officer FROM mot_cua.overdue', 'SELECT code FROM mot_cua.dossier',
    'SELECT code FROM mot_cua.source', 'SELECT ma_ho_so FROM public.ho_so',
    'SELECT code FROM mot_cua.due_soon',
    q{SELECT code FROM motcua.report_06a_dossiers('mot_cua', '[2020-01-01,2020-12-31]', 10)} )
{
    like( ( rows_of( $forbidden, 'dashboard' ) )[1] // '', qr/42501/,
        "the dashboard's role may not run: $forbidden" );
}

# ---- the figures ----
my @columns = qw
    (received_total received_online received_direct carried resolved_total early on_time late
    open_total open_overdue
);
my $period = 'daterange(s.period_start, s.as_of, $$[]$$)';

# Compare the rows of a query with the rows of the report that have the same label, column by
# column.
sub same_figures {
    my ( $name, $group_by, $label, $of, @of_columns ) = @_;
    my ($report) = rows_of(
        "SELECT r.*
         FROM mot_cua.settings AS s, motcua.report_06a('mot_cua', $period, '$group_by') AS r"
    );
    my $line = sub {
        my ($row) = @_;
        return join ' ', map { $row->{$_} } @of_columns;
    };
    my %expected = map { ( defined $_->{tt} ? $_->{label} : '' ) => $line->($_) } @$report;
    my %got      = map { ( $label->($_) // '' )                  => $line->($_) } @$of;
    delete $expected{''} if !exists $got{''};
    is_deeply( \%got, \%expected, $name );
}
same_figures(
    'units: the lines of the form, and its total', 'unit', sub { $_[0]{unit_name} },
    $rows{units}, @columns );
is( scalar(
        grep { $_->{open_in_time} + $_->{open_paused} + $_->{open_overdue} != $_->{open_total} }
            @{ $rows{units} } ),
    0,
    'units: the open dossiers by state add up to all open ones' );
same_figures(
    'fields: the lines of the form', 'field', sub { $_[0]{field} },
    [ grep { !defined $_->{unit} } @{ $rows{fields} } ],
    qw(received_total resolved_total early on_time late open_total open_overdue) );
my %name_of = map { ( $_->{unit} // '' ) => $_->{unit_name} } @{ $rows{units} };
same_figures(
    'fields of each unit: the lines of the form', 'unit,field',
    sub {"$name_of{$_[0]{unit}} - $_[0]{field}"},
    [ grep { defined $_->{unit} } @{ $rows{fields} } ],
    qw(received_total resolved_total early on_time late open_total open_overdue) );

# The period has whole months. Each is the form of that month, and their flows add up to those of
# the year.
my @months = grep { !defined $_->{unit} } @{ $rows{months} };
is( scalar @months, 12, 'twelve months' );
my ($june) = rows_of(
    "SELECT r.*
     FROM motcua.report_06a('mot_cua', '[2020-06-01,2020-06-30]') AS r
     WHERE r.tt IS NULL"
);
my ($shown) = grep { $_->{month} eq '2020-06-01' } @months;
is( "@{$shown}{qw(received_online received_direct early on_time late)}",
    "@{$june->[0]}{qw(received_online received_direct early on_time late)}",
    'the month of June has the figures of the form of June' );
my ($whole) = grep { !defined $_->{unit} } @{ $rows{units} };
for my $flow (qw(received_new early on_time late)) {
    my $sum = 0;
    $sum += $_->{$flow} for @months;
    is( $sum, $whole->{$flow}, "the months' $flow is the year's" );
}
is( scalar( grep {/open|carried/} keys %$shown ), 0,
    'months: there is no column of states, which nobody can sum over months' );

# The database makes rates of counts, and they are compared exactly.
my ($rates) = rows_of(q{SELECT unit, on_time_percent, meets_target FROM mot_cua.on_time_by_unit});
my %rate = map { $_->{unit} => "$_->{on_time_percent} $_->{meets_target}" } @$rates;
is_deeply(
    {   map {
            defined $_->{unit} ? ( $_->{unit} => "$_->{on_time_percent} $_->{meets_target}" ) : ()
        } @{ $rows{units} } },
    \%rate,
    "units: the rates and verdicts follow from the counts" );
is( $whole->{on_time_percent},
    sprintf( '%.2f', 100 * ( $whole->{early} + $whole->{on_time} ) / $whole->{resolved_total} ),
    'the rate of the whole is the sum of the counts, divided' );
my $mean = 0;
$mean += $_->{on_time_percent} / @$rates for @$rates;
isnt( sprintf( '%.2f', $mean ), $whole->{on_time_percent},
    'the rate of the whole is not the mean of the rates' );

# ---- the list ----
is( scalar @{ $rows{overdue} }, $whole->{open_overdue},
    'overdue: the list has as many dossiers as the form counts' );
is( join( ' ', sort keys %{ $rows{overdue}[0] } ),
    'code days_late due_on field procedure unit unit_name', 'overdue: no column names a person' );
my $late = 0;
$late += $_->{late} for grep { !defined $_->{unit} } @{ $rows{procedures} };
is( $late, $whole->{late}, 'procedures: no late dossier is left out' );

done_testing();
