package Session;

# Keep a psql open, to show what a long-lived session sees from statement to statement.
use strict;
use warnings;
use IPC::Open3;

use constant TIMEOUT => 30;    # seconds to wait for one answer, unless new() is given another limit

sub new {
    my ( $class, $database, %option ) = @_;
    my $host = $option{host} // $ENV{PGHOST};
    my $pid  = open3(
        my $in, my $out, undef,
        'psql', '-qXAt', '-h', $host, '-d', $database, '-U', $option{user} // 'postgres' );
    return bless {
        pid     => $pid, in => $in, out => $out, asked => 0,
        timeout => $option{timeout} // TIMEOUT }, $class;
}

# Return the rows of the statements with '|' between the columns, and errors as psql prints them.
sub query {
    my ( $self, $sql ) = @_;
    my $end  = 'answered ' . ++$self->{asked};
    my $text = '';
    local $SIG{PIPE} = 'IGNORE';
    syswrite $self->{in}, "$sql\n;\n\\echo $end\n";
    while ( $text !~ s/^\Q$end\E\n\z//m ) {
        my $ready = '';
        vec( $ready, fileno $self->{out}, 1 ) = 1;
        select( $ready, undef, undef, $self->{timeout} ) > 0 or die "no answer to: $sql\n$text";
        sysread( $self->{out}, $text, 65536, length $text )
            or die "the session ended at: $sql\n$text";
    }
    chomp $text;
    return $text;
}

sub close {
    my ($self) = @_;
    return if !$self->{pid};
    close $self->{in};
    waitpid $self->{pid}, 0;
    $self->{pid} = 0;
}

sub DESTROY {
    my ($self) = @_;
    local $?;
    $self->close;
}

1;
