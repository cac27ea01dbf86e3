package Psql;

# Run SQL through psql on the throwaway server that PGHOST names.
use strict;
use warnings;
use Exporter qw(import);
use File::Temp;
our @EXPORT_OK = qw(psql psql_error run);

# Return what a command writes and its exit status.
sub run {
    my @command = @_;
    my $pid     = open my $out, '-|';
    die "fork: $!" unless defined $pid;
    if ( !$pid ) {
        open STDERR, '>&', \*STDOUT or die;
        exec @command               or die "exec $command[0]: $!";
    }
    local $/;
    my $text = <$out> // '';
    close $out;
    return ( $text, $? >> 8 );
}

sub call {
    my ( $database, $sql, %option ) = @_;
    my $script = File::Temp->new( SUFFIX => '.sql' );
    print $script "\\set VERBOSITY verbose\n$sql\n;";
    close $script;
    local $ENV{PGOPTIONS} = $option{options} // '';
    return run(
        'psql', '-qXAt', '-v', 'ON_ERROR_STOP=1', '-d', $database, '-U',
        $option{user} // 'postgres', '-f', "$script" );
}

# Return the rows of the script with '|' between the columns. Die on any error.
sub psql {
    my ( $text, $status ) = call(@_);
    die "psql failed: $text\n" if $status != 0;
    chomp $text;
    return $text;
}

# Return the message of an expected error with its SQLSTATE, or '' if there was no error.
sub psql_error {
    my ( $text, $status ) = call(@_);
    return $status == 0 ? '' : $text;
}

1;
