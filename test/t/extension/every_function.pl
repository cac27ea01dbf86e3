# Test every function, operator, aggregate and cast of the extension, as found in the catalog, with
# boundary values of each argument: NULL, extremes, infinities, empty and huge values, damaged
# states, wrong relations. The server must stay up, no error may be an internal one (SQLSTATE class
# XX), and no call may take ten seconds.
#
# HOSTILE_CALLS=1000000 makes the run long, HOSTILE_SEED gives other values, and HOSTILE_SECONDS
# replaces the ten seconds where the server is slow on purpose.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use File::Temp;
use Psql qw(psql run);
use Calls qw(routines systematic_calls random_call);
use Values qw(make_values);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $wanted   = $ENV{HOSTILE_CALLS} // 100_000;
my $seed     = $ENV{HOSTILE_SEED}  // 20261124;
my $database = 'mc_hostile';
my $patience = $ENV{HOSTILE_SECONDS} // 10;
use constant BATCH => 2000;

srand $seed;
psql( 'postgres', "DROP DATABASE IF EXISTS $database" );
psql( 'postgres', "CREATE DATABASE $database" );
psql( $database, <<'SQL' );
CREATE EXTENSION motcua;
CREATE SCHEMA hostile;
SET search_path = hostile, public;
INSERT INTO motcua.calendar (name, parent, work_week) VALUES ('commune', 'vn', '1111110');
INSERT INTO motcua.calendar (name, work_week) VALUES ('short', '0000001');
INSERT INTO motcua.scorecard (name, title) VALUES ('hostile', 'x');

-- Relations of every kind, those that functions expect and those that they do not.
CREATE TABLE dossiers (
    id integer PRIMARY KEY,
    code text,
    unit text,
    applicant text,
    received_at timestamp,
    due_at timestamp,
    ended_at timestamp,
    ended_as text
);
INSERT INTO dossiers
SELECT i, 'HS' || i, 'Unit ' || i % 3, 'Nguyễn Văn ' || i, r, r + '5 days',
       CASE WHEN i % 4 > 0 THEN r + make_interval(days => i % 9) END,
       CASE WHEN i % 9 = 0 THEN 'withdrawn' END
FROM (SELECT i, timestamp '2026-01-05 08:00' + make_interval(hours => i * 9) AS r
      FROM generate_series(1, 60) AS i) AS x;
CREATE INDEX dossiers_code ON dossiers (code);
CREATE INDEX vi_index ON dossiers USING gin (applicant motcua.vi_syllable_ops);
CREATE TABLE parted (id integer, code text) PARTITION BY RANGE (id);
CREATE INDEX parted_code ON parted (code);
CREATE TABLE no_columns ();
CREATE UNLOGGED TABLE unlogged (id integer);
CREATE SEQUENCE numbers;
CREATE VIEW a_view AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW a_matview AS SELECT 1 AS one;
CREATE TYPE a_type AS (one integer);
CREATE TABLE "O'Brien ""x""" (id integer);
CREATE INDEX broken_index ON dossiers USING gin (unit motcua.vi_syllable_ops);
UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 'broken_index'::regclass;
SELECT motcua.attach('dossiers', 'kpi', 'received_at', 'due_at', 'ended_at', code => 'code',
                     unit => 'unit', applicant => 'applicant', ended_as => 'ended_as',
                     as_of => 'make_date(2026, 2, 15)');
SELECT motcua.attach('dossiers', 'kpi2', 'received_at', 'due_at', 'ended_at',
                     as_of => 'make_date(2026, 2, 15)');
SELECT motcua.add_rollup('kpi2');
SELECT motcua.freeze('kpi', '[2026-01-01,2026-02-01)');

-- States of the aggregate whose state is bytes.
CREATE AGGREGATE agg_state(motcua.moment, text, text) (SFUNC = motcua_internal.dossier_agg_add,
                                                       STYPE = bytea);
CREATE AGGREGATE agg_state_on(motcua.moment, text, text, text) (
    SFUNC = motcua_internal.dossier_agg_add_on, STYPE = bytea);
CREATE AGGREGATE agg_state_on_value(motcua.moment, text, text, motcua.work_calendar) (
    SFUNC = motcua_internal.dossier_agg_add_on_value, STYPE = bytea);
CREATE FUNCTION state_of(query text)
    RETURNS bytea
    LANGUAGE plpgsql
    AS $$ DECLARE s bytea; BEGIN EXECUTE query INTO s; RETURN s; END $$;

CREATE TABLE call (n bigint PRIMARY KEY, undone boolean, sql text);
CREATE TABLE answer (n bigint, state text, seconds numeric, message text);
-- Each call in a subtransaction; what it changed is undone.
CREATE FUNCTION make_calls() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    c hostile.call;
    began timestamptz;
    result text;
    state text;
    message text;
BEGIN
    FOR c IN SELECT * FROM hostile.call ORDER BY n LOOP
        began := pg_catalog.clock_timestamp();
        message := NULL;
        BEGIN
            EXECUTE c.sql INTO result;
            state := '00000';
            IF c.undone THEN RAISE EXCEPTION USING ERRCODE = 'P0U00'; END IF;
        EXCEPTION WHEN query_canceled OR assert_failure OR OTHERS THEN
            state := SQLSTATE;
            message := SQLERRM;
        END;
        INSERT INTO hostile.answer VALUES
            (c.n, state, EXTRACT(epoch FROM pg_catalog.clock_timestamp() - began), message);
    END LOOP;
END $$;
SQL
make_values($database);

# Routines that take the server's own structures are left out, because SQL has no value of type
# internal, not even NULL.
my @routines = grep {
    !grep { $_ eq 'internal' }
        @{ $_->{types} }
} routines($database);
cmp_ok( scalar @routines, '>', 500, 'the catalog has routines, operators and casts to call' );

# Systematic calls come first, then random ones until there are enough.
my ( $made, @calls, %by_state, @internal, @slow, @own_fault ) = (0);

sub in_copy_format {
    my ($text) = @_;
    $text =~ s/([\\\t\n\r])/{ "\\" => '\\\\', "\t" => '\t', "\n" => '\n', "\r" => '\r' }->{$1}/ge;
    return $text;
}

sub flush_calls {
    return if !@calls;
    my $file = File::Temp->new( SUFFIX => '.calls' );
    print $file join( "\t", $_->[0], $_->[1], in_copy_format( $_->[2] ) ), "\n" for @calls;
    close $file;
    my $text = eval {
        psql(
            $database, "\\copy hostile.call FROM '$file'
            SET search_path = public; SET client_min_messages = error;
            SET max_parallel_workers_per_gather = 0; SET lock_timeout = '5s';
            CREATE TEMP TABLE IF NOT EXISTS fleeting (id integer);
            SELECT hostile.make_calls();" );
        psql(
            $database, qq{SELECT 's', state, count(*), '', '' FROM hostile.answer GROUP BY state
                          UNION ALL SELECT 'x', a.state, a.n, a.message, ''
                          FROM hostile.answer AS a
                          WHERE a.state ~ '^(XX|58)'
                          UNION ALL SELECT 't', a.state, a.n, a.seconds::text, ''
                          FROM hostile.answer AS a
                          WHERE a.seconds > $patience
                          UNION ALL (SELECT 'o', a.state, a.n, a.message, ''
                                     FROM hostile.answer AS a
                                     WHERE a.state IN ('42883', '42725', '42846')
                                     LIMIT 20);}
        );
    };
    if ( !defined $text ) {
        find_the_fatal_one($@);
        return;
    }
    my %sql = map { $_->[0] => $_->[2] } @calls;
    for ( split /\n/, $text ) {
        my ( $kind, $state, $n, $what ) = split /\|/, $_, 4;
        next if !defined $n;
        if    ( $kind eq 's' ) { $by_state{$state} += $n }
        elsif ( $kind eq 'x' ) { push @internal, "$state $what: " . substr( $sql{$n}, 0, 500 ) }
        elsif ( $kind eq 't' ) { push @slow, "$what s: " . substr( $sql{$n}, 0, 500 ) }
        else                   { push @own_fault, "$state $what: " . substr( $sql{$n}, 0, 300 ) }
    }
    psql( $database, 'TRUNCATE hostile.call, hostile.answer' );
    @calls = ();
}

# The connection was lost. Run one call after the other to find the call that ended it.
sub find_the_fatal_one {
    my ($error) = @_;
    diag $error;
    for ( 1 .. 100 ) {
        last if eval { psql( 'postgres', 'SELECT 1' ) };
        select undef, undef, undef, 0.2;
    }
    for my $call (@calls) {
        my ($text) = run(
            'psql', '-qXAt', '-U', 'postgres', '-d', $database, '-c',
            $call->[1] eq 't' ? "BEGIN; $call->[2]; ROLLBACK" : $call->[2] );
        fail("the server stays up: $call->[2]"), last
            if $text =~ /server closed the connection|connection to server was lost/;
    }
    BAIL_OUT("the connection was lost, seed $seed");
}

sub add_call {
    my ( $routine, $sql ) = @_;
    push @calls, [ ++$made, $routine->{changes} ? 't' : 'f', $sql ];
    flush_calls() if @calls >= BATCH;
}

# Where fewer calls are wanted than there are, one of every so many is made.
my @systematic = map {
    my $routine = $_;
    map { [ $routine, $_ ] } systematic_calls($routine)
} @routines;
my $step = $wanted < @systematic ? @systematic / $wanted : 1;
for ( my $at = 0 ; $at < @systematic ; $at += $step ) { add_call( @{ $systematic[$at] } ) }
my $systematic = $made;
while ( $made < $wanted ) {
    my $routine = $routines[ rand @routines ];
    add_call( $routine, random_call($routine) );
}
flush_calls();

note "$made calls of "
    . scalar(@routines)
    . " routines, $systematic of them systematic, seed $seed";
note join ', ', map {"$_: $by_state{$_}"} sort { $by_state{$b} <=> $by_state{$a} } keys %by_state;
my ( %seen, $total );
$total += $_ for values %by_state;
is( $total, $made, 'every call was answered' );
cmp_ok( ( $by_state{'00000'} // 0 ) / $made, '>', 0.2, 'more than a fifth of the calls succeed' );
is( join( "\n", grep { !$seen{ substr $_, 0, 60 }++ } @internal ), '',
    'no call is an internal error' );
is( join( "\n", @slow ), '', "no call takes $patience seconds" );
cmp_ok( scalar @own_fault, '<', $made / 500, 'nearly all calls are valid SQL' )
    or diag join "\n", splice @own_fault, 0, 30;
psql( 'postgres', "DROP DATABASE $database" );
done_testing();
