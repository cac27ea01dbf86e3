# Test several servers: two districts on servers of their own, a third beside the hub, and foreign
# partitions by postgres_fdw. What is grouped by the partition key must be counted where it lies,
# and equal the same rows on one server.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use JSON::PP;
use Test::More;
use Server;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $hub       = Server->primary("max_worker_processes = 4\n");
my @districts = map { Server->primary('') } 1 .. 2;

my $columns =
    'id integer, district text NOT NULL, unit text, proc text, received timestamp, due timestamp,
     ended timestamp, at timestamptz, online boolean, how text, paused timestamp';

# Rows of every kind, which are the same on every server that makes them.
my $rows = q{SELECT i, 'H' || i % 3 AS district,
             CASE WHEN n[1] % 19 > 0 THEN 'Xã ' || i % 3 || '.' || n[2] % 7 END, 'TT' || n[3] % 4,
             CASE WHEN n[4] % 97 = 0 THEN 'infinity' WHEN n[4] % 61 > 0 THEN r END,
             CASE WHEN n[5] % 53 = 0 THEN 'infinity'
                  WHEN n[5] % 31 > 0 THEN r + make_interval(days => n[5] % 20) END,
             CASE WHEN n[6] % 5 > 0
                       THEN r + make_interval(days => n[6] % 26 - 1, hours => n[6] % 13) END,
             r AT TIME ZONE 'Asia/Ho_Chi_Minh', CASE WHEN n[7] % 9 > 0 THEN n[7] % 2 = 0 END,
             (ARRAY[NULL, 'result', 'withdrawn', 'refused', 'stopped'])[1 + n[0] % 5],
             CASE WHEN n[1] % 6 = 0 THEN r + '2 days' END
      FROM (SELECT i, n, timestamp '2025-06-01 23:30' + make_interval(hours => n[8] % 9000) AS r
            FROM (SELECT i,
                         (SELECT array_agg(('x'
                                            || substr(md5('server' || i || '-' || k), 1,
                                                      6))::bit(24)::int ORDER BY k)
                          FROM generate_series(0, 8) AS k) AS numbers
                  FROM generate_series(1, 6000) AS i) AS x
            CROSS JOIN LATERAL (SELECT ('[0:8]=' || numbers::text)::int[] AS n) AS y) AS z};

sub ask { return $hub->psql_here( 'postgres', @_ ) }

# Each planner must be told how many months there are. Otherwise it takes every instant for a group
# of its own, and the rows are fetched.
for my $at ( 0, 1 ) {
    my $district = 'H' . ( $at + 1 );
    $districts[$at]->psql_here(
        'postgres', "CREATE EXTENSION motcua; CREATE TABLE dossier ($columns);
        INSERT INTO dossier SELECT * FROM ($rows) AS x WHERE x.district = '$district';
        CREATE STATISTICS month ON (motcua.month_of(motcua.vn_date(at))) FROM dossier;
        ANALYZE dossier"
    );
}
ask("CREATE EXTENSION motcua; CREATE EXTENSION postgres_fdw; CREATE TABLE everything ($columns);
     INSERT INTO everything $rows;
     CREATE TABLE dossier ($columns) PARTITION BY LIST (district);
     CREATE TABLE dossier_h0 PARTITION OF dossier FOR VALUES IN ('H0')"
);
for my $at ( 0, 1 ) {
    my $n    = $at + 1;
    my $host = $districts[$at]->host;
    ask("CREATE SERVER district_$n FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
             host '$host', dbname 'postgres', extensions 'motcua', use_remote_estimate 'true',
             async_capable 'true', fetch_size '10000');
         CREATE USER MAPPING FOR postgres SERVER district_$n OPTIONS (user 'postgres',
                                                                      password_required 'false');
         CREATE FOREIGN TABLE dossier_h$n PARTITION OF dossier FOR VALUES IN (
             'H$n') SERVER district_$n OPTIONS (table_name 'dossier')"
    );
}
ask(q{INSERT INTO dossier SELECT * FROM everything WHERE district = 'H0'; ANALYZE dossier;
      ANALYZE everything}
);
is( ask('SELECT count(*) FROM (TABLE dossier EXCEPT ALL TABLE everything) AS x'), '0',
    'three servers have the rows of the one server' );
is( ask('SELECT count(*) = 6000 FROM dossier'), 't', 'there are all 6000 rows' );

# Return all SQL that a plan sends to other servers.
sub remote_sql {
    my ( $query, $setting ) = @_;
    my $plan = decode_json(
        ask("SET enable_partitionwise_aggregate = $setting; EXPLAIN (VERBOSE, FORMAT JSON) $query")
    );
    my @found;
    my @nodes = ( $plan->[0]{Plan} );
    while ( my $node = shift @nodes ) {
        push @found, $node->{'Remote SQL'} if defined $node->{'Remote SQL'};
        push @nodes, @{ $node->{Plans} // [] };
    }
    return @found;
}

sub same_and_remote {
    my ( $name, $query, %option ) = @_;
    my $setting = $option{setting} // 'on';
    my $answer  = ask("SET enable_partitionwise_aggregate = $setting; $query");
    ( my $local = $option{local} // $query ) =~ s/\bFROM dossier\b/FROM everything/g;
    cmp_ok( length $answer, '>', 20, "$name: there is an answer" );
    is( $answer, ask($local), "$name: the answer is that of one server" );
    my @sql = remote_sql( $query, $setting );
    is( scalar @sql, $option{servers} // 2, "$name: each server gets one query" );
    is( scalar( grep {/GROUP BY/} @sql ), $option{servers} // 2,
        "$name: each server counts its own rows" )
        or diag @sql;
    like( join( "\n", @sql ), $option{like},
        "$name: the function itself is sent" ) if $option{like};
}

my $facts =
    q{received, due, ended, daterange('2025-10-01', '2026-02-01'), online, how, 'day', paused};
my $merged = qq{(SELECT district, unit, motcua.tally($facts) AS t
        FROM dossier GROUP BY district, unit) AS x};
same_and_remote(
    'tally, merge above',
    "SELECT unit, motcua.merge(t), motcua.on_time_rate(motcua.merge(t))
     FROM $merged GROUP BY unit ORDER BY unit",
    like => qr/motcua\.tally\(/ );
same_and_remote( 'merge over all', "SELECT motcua.merge(t) FROM $merged" );
same_and_remote(
    'ROLLUP above',
    "SELECT district, unit, motcua.merge(t)
     FROM $merged
     GROUP BY ROLLUP (district, unit)
     ORDER BY 1, 2, GROUPING(district, unit)"
);
same_and_remote(
    'one district',
    "SELECT unit, motcua.merge(t) FROM $merged WHERE district = 'H2' GROUP BY unit ORDER BY unit",
    servers => 1 );
same_and_remote(
    'ledger, merge above',
    q{SELECT unit, motcua.merge(h)
      FROM (SELECT district, unit,
                   motcua.ledger(received, due, ended, online, how, 'day', paused) AS h
            FROM dossier GROUP BY district, unit) AS x
      GROUP BY unit
      ORDER BY unit},
    like => qr/motcua\.ledger\(/ );
same_and_remote(
    'by month of receipt',
    q{SELECT month, sum(n)
      FROM (SELECT district, motcua.month_of(vn_date) AS month, count(*) AS n
            FROM (SELECT district, motcua.vn_date(at) AS vn_date FROM dossier) AS d
            GROUP BY 1, 2) AS x
      GROUP BY 1
      ORDER BY 1},
    like => qr/motcua\.month_of\(motcua\.vn_date\(/ );
same_and_remote(
    'the calendar as a value',
    q{SELECT unit, sum(n)
      FROM (SELECT district, unit,
                   sum(motcua.working_days_between(received::date, ended::date,
                                                   (SELECT motcua.calendar_value('vn')))) AS n
            FROM dossier
            WHERE received BETWEEN '2025-01-01' AND '2026-12-31' AND ended IS NOT NULL
            GROUP BY district, unit) AS x
      GROUP BY unit
      ORDER BY unit},
    like => qr/working_days_between\([^\n]*\$1::motcua\.work_calendar/ );
same_and_remote(
    'rates',
    q{SELECT district, unit, motcua.on_time_rate(due::date, ended::date), motcua.share(online)
      FROM dossier GROUP BY district, unit ORDER BY 1, 2},
);

# Columns of different types become moments on the other server, and so do literals in any spelling.
my $mixed = q{at, due::date, ended, '[2025-10-01,2026-02-01)'::daterange};
same_and_remote(
    'a mix of column types',
    "SELECT district, unit, motcua.tally($mixed)
     FROM dossier GROUP BY district, unit ORDER BY 1, 2",
    like => qr/motcua\.tally\(at, / );
my $late = q{SELECT id FROM dossier
    WHERE motcua.classify(due, ended, '31/01/2026', paused_since => at) = 'late' ORDER BY id};
is( scalar(
        grep {/WHERE .*motcua\.classify\(.*'2026-01-31'::motcua\.moment/} remote_sql( $late, 'on' )
    ),
    2,
    'a verdict in a condition is judged on the other server' );
is( ask($late), ask( $late =~ s/FROM dossier/FROM everything/r ),
    'the verdict in a condition finds the rows of one server' );

# Without enable_partitionwise_aggregate a UNION ALL of the partitions counts where the rows lie.
my $branches = join ' UNION ALL ',
    map {qq{SELECT unit, motcua.tally($facts) AS t FROM dossier_$_ GROUP BY unit}} qw(h0 h1 h2);
same_and_remote(
    'UNION ALL', "SELECT unit, motcua.merge(t) FROM ($branches) AS x GROUP BY unit ORDER BY unit",
    setting => 'off',
    local   => "SELECT unit, motcua.tally($facts) FROM everything GROUP BY unit ORDER BY unit" );

# Rows that are not grouped by the partition key are fetched, and the answer is right all the same.
my $pulled = "SELECT unit, motcua.tally($facts) FROM dossier GROUP BY unit ORDER BY unit";
is( scalar( grep {/GROUP BY/} remote_sql( $pulled, 'on' ) ), 0,
    'rows that are grouped by another column are fetched' );
( my $one = $pulled ) =~ s/dossier/everything/;
is( ask($pulled), ask($one), 'the fetched rows give the answer of one server' );
is( scalar(
        grep {/GROUP BY/} remote_sql(
            q{SELECT district, sum(motcua.working_days_between(received::date, ended::date, 'vn'))
              FROM dossier GROUP BY district},
            'on' ) ),
    0,
    'a calendar by name is never sent, so the rows are fetched' );

# ---- attached on the hub ----
ask( q{SELECT motcua.attach(relation, name, 'received', 'due', 'ended', code => 'id::text',
                           unit => 'unit', procedure => 'proc', online => 'online',
                           ended_as => 'how', paused_since => 'paused',
                           as_of => 'date ''2026-04-30''')
      FROM (VALUES ('dossier', 'far'), ('everything', 'near')) AS x (relation, name)} );
for my $what (
    (   map {"%s.$_"}
        qw(on_time_by_unit on_time_by_procedure on_time_by_month flow_by_day overdue consistency) ),
    (   map {"motcua.report_06a('%s', daterange('2025-10-01', '2026-02-01'), '$_')"}
            qw(unit procedure) ) )
{
    my ( $far, $near ) = map { sprintf $what, $_ } qw(far near);
    cmp_ok( ask("SELECT count(*) FROM $near"), '>', 0, "$near has rows" );
    is( ask("WITH f AS MATERIALIZED (SELECT x::text FROM $far AS x),
                  n AS MATERIALIZED (SELECT x::text FROM $near AS x)
             SELECT count(*)
             FROM ((TABLE f EXCEPT ALL TABLE n) UNION ALL (TABLE n EXCEPT ALL TABLE f)) AS x"
        ),
        '0',
        "$far equals $near" );
}
like(
    $hub->error_here( 'postgres', q{SELECT motcua.add_rollup('far')} ),
    qr/55000.*foreign table/s, 'a roll-up over a foreign table is refused' );

# ---- roll-ups of the districts, summed on the hub ----
for my $at ( 0, 1 ) {
    my $n = $at + 1;
    $districts[$at]->psql_here(
        'postgres',
        q{SELECT motcua.attach('dossier', 'mc', 'received', 'due', 'ended', code => 'id::text',
                               unit => 'unit', procedure => 'proc', online => 'online',
                               ended_as => 'how', paused_since => 'paused',
                               as_of => 'date ''2026-04-30'''); SELECT motcua.add_rollup('mc')} );
    ask("CREATE FOREIGN TABLE history_$n (
             unit text, dossiers bigint, history motcua.ledger
         ) SERVER district_$n OPTIONS (schema_name 'mc', table_name 'unit_history')"
    );
}
my $summed = q{SELECT unit, motcua.merge(t) FROM (} . join(
    ' UNION ALL ',
    map {
        qq{SELECT unit,
                  motcua.merge(motcua.tally(history, daterange('2025-10-01', '2026-02-01'))) AS t
           FROM history_$_ GROUP BY unit}
    } 1,
    2 ) . q{) AS x GROUP BY unit ORDER BY unit};
is( scalar( grep {/GROUP BY/} remote_sql( $summed, 'off' ) ), 2,
    'the roll-ups of the districts are summed on their servers' );
is( ask($summed),
    ask(qq{SELECT coalesce(unit, 'Chưa xác định'), motcua.tally($facts)
           FROM everything WHERE district <> 'H0' GROUP BY 1 ORDER BY 1}
    ),
    'their sums are what one server gives' );

done_testing;
