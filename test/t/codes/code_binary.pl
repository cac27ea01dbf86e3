# Test that untrusted binary input of the code types is refused with SQLSTATE 22P03, whatever the
# bytes.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp;
use Test::More;
use Psql qw(psql psql_error);

my $database = 'code_binary';
psql( 'postgres', "DROP DATABASE IF EXISTS $database;\nCREATE DATABASE $database" );
psql(
    $database,
    'CREATE EXTENSION motcua; CREATE TABLE agency (c motcua.agency_code);
     CREATE TABLE dossier (c motcua.dossier_code); CREATE TABLE procedure (c motcua.procedure_code)'
);

# Return a COPY BINARY file of one row with one field of these bytes.
sub copy_of {
    my ($field) = @_;
    my $file = File::Temp->new;
    binmode $file;
    print $file "PGCOPY\n\xff\r\n\0", pack( 'NN', 0, 0 ), pack( 'nN', 1, length $field ), $field,
        pack( 'n', 0xffff );
    close $file;
    return $file;
}

for my $case (
    [ 'agency', "\1H56.14", '' ],
    [ 'agency', "\1 000.17.22.h56\n", '' ],
    [ 'dossier', "\1H56.14-240823-0001", '' ],
    [ 'procedure', "\0011.000894", '' ],
    [ 'agency', "\2H56.14", '22P03' ],
    [ 'agency', "\1", '22P03' ],
    [ 'agency', "\1H56.1", '22P03' ],
    [ 'agency', "\1H56.14" . ' ' x 100000 . 'x', '22P03' ],
    [ 'agency', "\1H8\2\x1c\0", '22021' ],
    [ 'agency', "\1H56\xff", '22021' ],
    [ 'agency', '', '08P01' ],
    [ 'dossier', "\1H56.14-241323-0001", '22P03' ],
    [ 'dossier', "\1H56.14", '22P03' ],
    [ 'procedure', "\0010.000894", '22P03' ],
    )
{
    my ( $table, $field, $state ) = @$case;
    my $file  = copy_of($field);
    my $error = psql_error( $database, "\\copy $table from '$file' (format binary)\n" );
    my $shown = substr( $field, 0, 30 ) =~ s/[^ -~]/?/gr;
    if   ($state) { like( $error, qr/ERROR:  $state:/, "$table $shown: $state" ) }
    else          { is( $error, '', "$table $shown: accepted" ) }
}
is( psql( $database, 'SELECT c FROM agency UNION ALL SELECT c FROM agency WHERE false ORDER BY 1' ),
    "H56.14\n000.17.22.H56", 'only valid values were stored' );
psql( 'postgres', "DROP DATABASE $database" );
done_testing();
