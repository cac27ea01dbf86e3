package Page;

# A page of docs/ as its readers see it: fenced blocks of SQL, some with the output below them.
use strict;
use warnings;
use File::Temp qw(tempdir);
use Psql qw(run);

my $fence = qr/^```(\w*)\n(.*?)^```\n/ms;

# Text is bytes throughout: psql writes UTF-8, and so do the pages.
sub read {
    my ( $class, $path ) = @_;
    open my $in, '<', $path or die "$path: $!";
    local $/;
    return bless { path => $path, text => scalar <$in> }, $class;
}

# The blocks of SQL: { line, title (of the section), sql, output (undef: none is shown), at (of
# the output, for write) }.
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

# Puts these outputs, one for each block, where the page has one, and writes the page.
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

# What a reader may have translated is left out: comments, and how lines are broken.
sub statement {
    my ($sql) = @_;
    $sql =~ s/^((?:[^'\n]|'[^'\n]*')*?)--.*$/$1/mg;
    $sql =~ s/\s+/ /g;
    $sql =~ s/^ | $//g;
    return $sql;
}

# What psql prints for each of the scripts, run one after the other in one session: results,
# notices and errors as they come.
sub printed {
    my ( $database, @scripts ) = @_;
    my $mark = '---- block';
    my $dir  = tempdir( CLEANUP => 1 );    # where psql may leave files
    open my $file, '>', "$dir/page.sql" or die "page.sql: $!";
    print $file "\\echo $mark\n$_\n" for @scripts;
    close $file;
    local $ENV{PGCLIENTENCODING} = 'UTF8';
    # Read as if typed, so that messages name no file; line by line, so that they come in order with
    # results, which go through a buffer.
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
