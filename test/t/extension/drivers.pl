# Test real drivers. Each makes the calls of test/drivers/calls.json in every way in which it binds,
# in sessions of several time zones. The answers must be those of the typed call in Viet Nam.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use IO::Socket::INET;
use JSON::PP;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);
use Server;

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

my $root    = "$FindBin::Bin/../../..";
my $folder  = "$root/test/drivers";
my $modules = "$root/build/npm-drivers";
my @zones   = ( 'Asia/Ho_Chi_Minh', 'UTC', 'America/New_York' );

sub contents {
    my ($file) = @_;
    open my $in, '<:raw', $file or die "$file: $!";
    local $/;
    return <$in>;
}

my $calls = decode_json( contents("$folder/calls.json") );

# JDBC and ODBC speak TCP only: loopback, any free port.
my $port = do {
    my $probe = IO::Socket::INET->new( Listen => 1, LocalAddr => '127.0.0.1' ) or die "no port: $!";
    $probe->sockport;
};
my $server = Server->primary("listen_addresses = '127.0.0.1'\nport = $port\n");
$ENV{PGPORT} = $port;
$server->psql_here( 'postgres', "CREATE EXTENSION motcua;\n" . contents("$folder/setup.sql") );
@ENV{qw(PGHOST PGUSER PGDATABASE)} = ( $server->host, 'postgres', 'postgres' );

# ---- what is right ----

sub quoted { return "'" . ( $_[0] =~ s/'/''/gr ) . "'" }

# A call as SQL, its arguments written by a function of type and value.
sub written {
    my ( $call, $write ) = @_;
    return $call->{call} =~ s/\$(\d)/$write->(@{ $call->{arguments}[$1 - 1] })/egr;
}

sub typed { return defined $_[1] ? quoted( $_[1] ) . "::$_[0]" : "NULL::$_[0]" }

# Answers of all calls, asked for by psql in one session of a zone; an error is ! and its SQLSTATE.
sub answers_by_psql {
    my ( $zone, $prologue, @statements ) = @_;
    my $script = join '', map { "$_ \\g\n\\if :ERROR\n\\echo !:SQLSTATE\n\\endif\n" } @statements;
    local $ENV{PGOPTIONS} = "-c client_min_messages=warning";
    my $file = $server->host . '/calls.sql';
    open my $out, '>:utf8', $file or die "$file: $!";
    print $out "\\pset null '\\\\N'\n\\o /dev/null\n";
    print $out "$prologue;SET TimeZone = '$zone';\n\\o\n$script";
    close $out;
    my ($text) = run( 'sh', '-c', "psql -qXAt -f '$file' 2>/dev/null" );
    return split /\n/, decode( 'UTF-8', $text );
}

my @typed_answers = answers_by_psql(
    $zones[0], '',
    map { 'SELECT (' . written( $_, \&typed ) . ')::text' } @$calls );
is_deeply( \@typed_answers, [ map { $_->{answer} } @$calls ], 'typed calls give what is listed' );

# What a call must give in a mode, whose first word says how its arguments are bound.
sub right {
    my ( $call, $mode ) = @_;
    return $call->{of_nulls} // '\N' if $mode =~ /^null/;
    return "!$call->{of_strings}"    if $mode =~ /^string/ && defined $call->{of_strings};
    return $call->{answer};
}

# ---- the comparison ----

my $compared = 0;
my %told;    # what a client says besides: lines that begin with #

# Lines of a client are mode, zone, number of the call, answer; for each mode and zone all calls.
sub compare {
    my ( $driver, $text, $status ) = @_;
    my ( %count, @different );
    for ( split /\n/, decode( 'UTF-8', $text ) ) {
        if (/^# (.*): (.*)$/) { $told{$1} = $2; next }
        my ( $mode, $zone, $number, $answer ) = split /\t/;
        if ( !defined $answer ) { push @different, $_; next }
        my $right = right( $calls->[$number], $mode );
        $count{"$mode, $zone"}++;
        $compared++;
        push @different, "$mode, $zone: $calls->[$number]{call} gives $answer, not $right"
            if $answer ne $right;
    }
    is( $status, 0, "$driver ran" ) or diag $text;
    is( scalar( grep { $_ != @$calls } values %count ), 0, "$driver made all calls in each mode" );
    is( scalar(@different), 0, "$driver: " . keys(%count) . ' modes and zones' )
        or diag join "\n", splice @different, 0, 40;
}

sub compare_client { return compare( $_[0], run( @_[ 1 .. $#_ ] ) ) }

# ---- psql: parameters without a type, literals, NULL, strings ----

sub nothing { return 'NULL' }
sub literal { return defined $_[1] ? quoted( $_[1] ) : 'NULL' }

# A day as people in Viet Nam write it: 09/02/2026, or 09/02/2026 10:00.
sub vietnamese {
    my ( $type, $value ) = @_;
    $value =~ s/^(\d+)-(\d+)-(\d+)/$3\/$2\/$1/ if defined $value && $type =~ /^(?:date|timestamp)$/;
    return literal( $type, $value );
}

my $prepared = 0;

sub executed {
    my ( $call, $type ) = @_;
    my $types = $type ? '(' . join( ', ', map { $type } @{ $call->{arguments} } ) . ')' : '';
    my $list  = join ', ', map { literal(@$_) } @{ $call->{arguments} };
    my $name  = 'c' . ++$prepared;
    return "PREPARE $name$types AS SELECT ($call->{call})::text \\; EXECUTE $name($list)";
}

my %by_psql = (
    'untyped, literals'   => sub { 'SELECT (' . written( $_[0], \&literal ) . ')::text' },
    'null, literals'      => sub { 'SELECT (' . written( $_[0], \&nothing ) . ')::text' },
    'untyped, Vietnamese' => sub { 'SELECT (' . written( $_[0], \&vietnamese ) . ')::text' },
    'untyped, PREPARE'    => sub { executed( $_[0] ) },
    'string, PREPARE'     => sub { executed( $_[0], 'varchar' ) },
);
my $by_psql = '';
for my $zone (@zones) {
    for my $style ( 'ISO, MDY', 'ISO, DMY' ) {
        for my $mode ( sort keys %by_psql ) {
            my @answers = answers_by_psql(
                $zone, "SET datestyle = '$style'",
                map { $by_psql{$mode}->($_) } @$calls );
            $by_psql .= join( "\t", "$mode, $style", $zone, $_, $answers[$_] // '' ) . "\n"
                for 0 .. $#$calls;
        }
    }
}
compare( 'psql', encode( 'UTF-8', $by_psql ), 0 );

# ---- C, Python, Perl, ODBC ----

$ENV{PYTHONIOENCODING} = 'utf-8';
$ENV{LC_ALL}           = 'C.UTF-8';
compare_client( 'libpq', '/usr/bin/python3', "$folder/libpq_client.py" );
compare_client( 'psycopg2', '/usr/bin/python3', "$folder/psycopg2_client.py" );
compare_client( 'psycopg', '/usr/bin/python3', "$folder/psycopg_client.py" );
compare_client( 'ODBC', '/usr/bin/python3', "$folder/odbc_client.py", $port );
compare_client( 'DBI', '/usr/bin/perl', "$folder/dbi_client.pl" );

# ---- JDBC, on a machine in UTC ----

my $list = $server->host . '/calls.tsv';
open my $out, '>:utf8', $list or die "$list: $!";
for my $call (@$calls) {
    print $out join(
        "\t",
        'SELECT (' . ( $call->{call} =~ s/\$\d/?/gr ) . ')::text',
        map { ( $_->[0], $_->[1] // '\N' ) } @{ $call->{arguments} } ),
        "\n";
}
close $out;
compare_client(
    'JDBC', 'java', '-Duser.timezone=UTC', '-Dfile.encoding=UTF-8', '-cp',
    '/usr/share/java/postgresql.jar', "$folder/JdbcClient.java",
    "jdbc:postgresql://127.0.0.1:$port/postgres?user=postgres", $list );

# setTimestamp sends an instant of the machine's zone, so wall time of Viet Nam must not go there.
is( $told{'setTimestamp of wall time'}, '2026-03-06 17:00:00',
    'JDBC on a machine in UTC: the one binding that nothing can repair' );

# ---- JavaScript, on a machine in UTC ----

$ENV{TZ} = 'UTC';
my ( $log, $failed ) = run(
    'bash', '-c',
    "cd '$root' && . tools/npm.sh && install_modules test/drivers build/npm-drivers" );
SKIP: {
    skip "npm cannot install the drivers here: $log", 6 if $failed;
    for my $driver (qw(node_postgres postgres_js)) {
        compare_client(
            $driver, 'sh', '-c',
            "cd '$modules' && exec node '$folder/${driver}_client.mjs'" );
    }
}

note "$compared answers were compared";
done_testing();
