# Make the calls through Perl DBI. Parameters are bound without and with types, and statements are
# prepared on the server or not.
use strict;
use warnings;
use utf8;
use DBD::Pg qw(:pg_types);
use DBI;
use FindBin;
use JSON::PP;

binmode STDOUT, ':encoding(UTF-8)';
open my $file, '<:raw', "$FindBin::Bin/calls.json" or die "calls.json: $!";
my $calls = decode_json( do { local $/; <$file> } );
my %known = (
    date      => PG_DATE,
    timestamp => PG_TIMESTAMP,
    integer   => PG_INT4,
    bigint    => PG_INT8,
    numeric   => PG_NUMERIC,
    text      => PG_TEXT,
    interval  => PG_INTERVAL,
);
my $handle = DBI->connect(
    'dbi:Pg:', '', '',
    { RaiseError => 1, PrintError => 0, AutoCommit => 1, pg_enable_utf8 => 1 } );

sub answer {
    my ( $call, $values, $type_of ) = @_;
    my $answer = eval {
        my $statement = $handle->prepare("SELECT ($call->{call})::text");
        for my $at ( 0 .. $#$values ) {
            my $type = $type_of->( $call->{arguments}[$at][0] );
            $statement->bind_param(
                '$' . ( $at + 1 ),
                $values->[$at], defined $type ? { pg_type => $type } : () );
        }
        $statement->execute;
        ( $statement->fetchrow_array )[0] // '\N';
    };
    return $answer // '!' . $handle->state;
}

sub run {
    my ( $mode, $zone, $is_null, $type_of ) = @_;
    for my $number ( 0 .. $#$calls ) {
        my @values = map { $is_null ? undef : $_->[1] } @{ $calls->[$number]{arguments} };
        print join(
            "\t", $mode, $zone, $number,
            answer( $calls->[$number], \@values, $type_of ) ),
            "\n";
    }
}

for my $prepare ( 0, 1 ) {
    $handle->{pg_server_prepare} = $prepare;
    my $where = $prepare ? 'bound' : 'written';
    for my $zone ( 'Asia/Ho_Chi_Minh', 'UTC', 'America/New_York' ) {
        $handle->do("SET TimeZone = '$zone'");
        run( "native, $where", $zone, 0, sub { $known{ $_[0] } } );
        run( "untyped, $where", $zone, 0, sub { } );
        # Where DBD::Pg writes the values itself, a string is a literal without a type.
        run(( $prepare ? 'string' : 'untyped, as string' ) . ", $where", $zone, 0,
            sub { PG_VARCHAR } );
        run( "null, $where", $zone, 1, sub { } );
    }
}
