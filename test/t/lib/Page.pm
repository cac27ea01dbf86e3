package Page;

# Read and write a page of docs/: its fenced blocks of SQL, some of which have the output below
# them.
use strict;
use warnings;
use File::Temp qw(tempdir);
use Psql qw(run);

my $fence = qr/^```(\w*)\n(.*?)^```\n/ms;

# Read a page. Its text is kept as bytes, because psql writes UTF-8 and the pages are UTF-8.
sub read {
    my ( $class, $path ) = @_;
    open my $in, '<', $path or die "$path: $!";
    local $/;
    return bless { path => $path, text => scalar <$in> }, $class;
}

# Return the blocks of SQL as hashes: line, title (of the section), sql, output (undef if none is
# shown), and at (the position of the output, for write).
sub blocks {
    my ($self) = @_;
    my ( $text, @blocks ) = ( $self->{text} );
    while ( $text =~ /$fence/g ) {
        my ( $language, $body, $from, $after ) = ( $1, $2, $-[0], $+[0] );
        next if $language ne 'sql';
        my $before  = substr $text, 0, $from;
        my ($title) = $before =~ /.*^#+ ([^\n]+)/ms;
        my %block   = ( line => 1 + ( $before =~ tr/\n// ), title => $title // '', sql => $body );
        if ( substr( $text, $after ) =~ /\A\n*```(?:text)?\n(.*?)^```\n/ms ) {
            @block{qw(output at)} = ( $1, $after + $-[1] );
        }
        push @blocks, \%block;
    }
    return @blocks;
}

# Write the page with these outputs, one for each block. An output is used only where the page shows
# one.
sub write {
    my ( $self, @outputs ) = @_;
    my @blocks = $self->blocks;
    for my $n ( reverse 0 .. $#blocks ) {
        next if !defined $blocks[$n]{output};
        substr( $self->{text}, $blocks[$n]{at}, length $blocks[$n]{output} ) = $outputs[$n];
    }
    open my $out, '>', $self->{path} or die "$self->{path}: $!";
    print $out $self->{text};
    close $out;
    return;
}

# Return a statement without what a translation may change: its comments and line breaks.
sub statement {
    my ($sql) = @_;
    $sql =~ s/^((?:[^'\n]|'[^'\n]*')*?)--.*$/$1/mg;
    $sql =~ s/\s+/ /g;
    $sql =~ s/^ | $//g;
    return $sql;
}

# Return what psql prints for each of the scripts, run one after the other in one session: results,
# notices and errors in their order.
sub printed {
    my ( $database, @scripts ) = @_;
    my $mark = '---- block';
    my $dir  = tempdir( CLEANUP => 1 );    # psql may write files here
    open my $file, '>', "$dir/page.sql" or die "page.sql: $!";
    print $file "\\echo $mark\n$_\n" for @scripts;
    close $file;
    local $ENV{PGCLIENTENCODING} = 'UTF8';
    # The script is read from standard input, so that messages name no file, and output is buffered
    # by line, so that results and messages keep their order.
    my ($text) = run(
        'sh', '-c',
        'cd "$1" && exec stdbuf -oL psql -X -P pager=off -U postgres -d "$0" <page.sql', $database,
        $dir );
    $text =~ s/[ \t]+$//mg;
    my ( $before, @outputs ) = split /^$mark\n/m, $text, -1;
    for (@outputs) { s/\A\n+|\n+\z//g; $_ .= "\n" if length }
    return @outputs;
}

1;
