package Server;

# Start a server of the test's own that has the staged extension of the server that PGHOST names.
# The server is removed when the test ends.
use strict;
use warnings;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use Psql qw(psql run);

my @servers;

sub program {
    my ( $self, $name, @arguments ) = @_;
    my @as_user = $> == 0 ? qw(runuser -u postgres --) : ();
    my $here    = getcwd;
    chdir $self->{dir}
        or die "chdir $self->{dir}: $!";    # the server's user may not read the caller's folder
    my ( $text, $status ) =
        run( @as_user, ( $ENV{PG_BIN} ? "$ENV{PG_BIN}/$name" : $name ), @arguments );
    chdir $here or die "chdir $here: $!";
    die "$name failed: $text\n" if $status != 0;
    return $text;
}

sub new {
    my ($class) = @_;
    my $self = bless { dir => tempdir( 'motcua.XXXXXX', TMPDIR => 1 ), running => 0 }, $class;
    push @servers, $self;
    chown( ( getpwnam 'postgres' )[ 2, 3 ], $self->{dir} ) if $> == 0;
    return $self;
}

sub host { return $_[0]{dir} }

# Start a new, empty server with these additional settings.
sub primary {
    my ( $class, $settings ) = @_;
    my $self = $class->new;
    $self->program(
        'initdb', '-D', "$self->{dir}/data",
        qw(-N -A trust -U postgres -E UTF8 --locale=C.UTF-8) );
    my $staged = psql(
        'postgres', q{SELECT format('%s = %L', name, setting) FROM pg_settings
        WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')} );
    open my $conf, '>>', "$self->{dir}/data/postgresql.conf" or die "postgresql.conf: $!";
    print $conf "$staged\n", <<~CONF, $settings;
        listen_addresses = ''
        fsync = off
        autovacuum = off
        shared_buffers = 32MB
        max_connections = 30
        timezone = 'UTC'
        lc_messages = 'C'
        CONF
    close $conf;
    return $self->start;
}

# Start a physical standby of another server.
sub standby_of {
    my ( $class, $primary ) = @_;
    my $self = $class->new;
    $self->program(
        'pg_basebackup', '-D', "$self->{dir}/data", '-h', $primary->host,
        qw(-U postgres -N -c fast -X stream -R) );
    return $self->start;
}

sub start {
    my ($self) = @_;
    $self->{running} = 1;
    $self->program(
        'pg_ctl', '-D', "$self->{dir}/data", '-l', "$self->{dir}/server.log", '-o',
        "-k $self->{dir}", qw(-s -w start) );
    return $self;
}

sub stop {
    my ( $self, $mode ) = @_;
    return if !$self->{running};
    $self->program( 'pg_ctl', '-D', "$self->{dir}/data", '-m', $mode, qw(-s -w stop) );
    $self->{running} = 0;
}

sub psql_here {
    my ( $self, @arguments ) = @_;
    local $ENV{PGHOST} = $self->{dir};
    return psql(@arguments);
}

sub error_here {
    my ( $self, @arguments ) = @_;
    local $ENV{PGHOST} = $self->{dir};
    return Psql::psql_error(@arguments);
}

# Ask a query again and again until it gives the answer. False if it does not within about 30
# seconds.
sub poll {
    my ( $self, $database, $sql, $answer ) = @_;
    for ( 1 .. 600 ) {
        return 1
            if ( eval { $self->psql_here( $database, $sql ) } // '' ) eq
            $answer;    # the server may still be starting
        select undef, undef, undef, 0.05;
    }
    return 0;
}

END {
    local $?;
    for my $server ( reverse @servers ) {
        eval { $server->stop('immediate'); 1 } or warn $@;
        system 'rm', '-rf', $server->{dir};
    }
}

1;
