# Test what tools/lint-floors, tools/lint-trust and tools/lint-width refuse. Each fault is planted
# in a copy of the tree.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use Test::More;
use Psql qw(run);

my $root = "$FindBin::Bin/../../..";
my $copy = tempdir( CLEANUP => 1 );
my $home = getcwd;
system( 'cp', '-r', "$root/src", "$copy/src" ) == 0 or die 'cp';
mkdir "$copy/$_" or die "$_: $!" for qw(tools sql sql/install test test/core);
my @checkers = map {"$root/tools/lint-$_"} qw(floors trust width);
system( 'cp', @checkers, "$copy/tools" ) == 0 or die 'cp';
chdir $copy or die "chdir: $!";

sub content_of {
    my ($file) = @_;
    local ( @ARGV, $/ ) = ($file);
    return -e $file ? <> : undef;
}

sub put {
    my ( $file, $text ) = @_;
    open my $out, '>', $file or die "$file: $!";
    print $out $text;
    close $out;
    return;
}

# Change the text of a file, check that the checker refuses it with the complaint, and put the file
# back.
sub refuses {
    my ( $name, $checker, $file, $change, $complaint ) = @_;
    my $before = content_of($file);
    put( $file, $change->( $before // '' ) );
    my ( $text, $status ) = run("tools/$checker");
    isnt( $status, 0, "$name is refused" );
    like( $text, $complaint, "$name: the complaint says why" );
    defined $before ? put( $file, $before ) : unlink $file;
    return;
}

# Return a change that plants the line after the first include.
sub line_after_include {
    my ($line) = @_;
    return sub { $_[0] =~ s/^(#include [^\n]*\n)/$1$line\n/mr };
}

my ( $text, $status ) = run('tools/lint-floors');
is( "$status$text", '0', 'the tree as it is has no fault' );

refuses(
    'core includes the glue', 'lint-floors', 'src/core/kpi/tally.c',
    line_after_include('#include "kpi/tally_sql.h"'),
    qr{^src/core/kpi/tally\.c:\d+: core/kpi may not include "kpi/tally_sql\.h"}m );
refuses(
    'a folder includes one below it', 'lint-floors', 'src/core/calendar/lunar.h',
    line_after_include('#include "core/deadline/deadline.h"'),
    qr{^src/core/calendar/lunar\.h:\d+: core/calendar may not include "core/deadline/deadline\.h"}m
);
refuses(
    'an include beside the file', 'lint-floors', 'src/core/kpi/tally.c',
    line_after_include('#include "rates.h"'), qr{an include starts from src/, "rates\.h" does not}
);
refuses(
    'core includes a header of PostgreSQL', 'lint-floors', 'src/core/kpi/tally.c',
    line_after_include("#include <$_>"), qr{src/core/ includes the C library and itself, not \Q$_}
) for qw(postgres.h unicode/ustring.h);
refuses(
    'a header includes postgres.h', 'lint-floors', 'src/kpi/tally_sql.h',
    line_after_include('#include "postgres.h"'), qr{a header leaves postgres\.h to the \.c file} );
refuses(
    'postgres.h is not the first', 'lint-floors', 'src/kpi/share.c',
    sub {"#include <math.h>\n$_[0]"}, qr{^src/kpi/share\.c: the glue includes postgres\.h first}m );
refuses(
    'a name on both floors', 'lint-floors', 'src/kpi/tally.h',
    sub {"/* Planted. */\n"}, qr{^src/kpi/tally\.h: src/core/kpi/tally\.h has the same name}m );
mkdir 'src/planted' or die "src/planted: $!";
refuses(
    'a folder without a floor', 'lint-floors', 'src/planted/planted.h',
    sub {"/* Planted. */\n"}, qr{the folder planted has no floor} );
refuses(
    'a circle in the table', 'lint-floors', 'tools/lint-floors',
    sub { $_[0] =~ s{"core/calendar": ""}{"core/calendar": "core/deadline"}r },
    qr{core/calendar may not name core/deadline, which stands below it} );

( $text, $status ) = run('tools/lint-trust');
is( "$status$text", '0', 'the tree as it is trusts no name' );
refuses(
    'a relation is looked up by its name', 'lint-trust', 'src/attach/attach.c',
    sub {"$_[0]\n/* get_relname_relid */\nOid planted = get_relname_relid(name, schema);\n"},
    qr{^src/attach/attach\.c:\d+: use common/relation_shape\.h instead of get_relname_relid$} );
refuses(
    'a row of SPI is read', 'lint-trust', 'src/attach/attach.c',
    sub {"$_[0]\nchar *planted = SPI_getvalue(row, descriptor, 1);\n"},
    qr{use common/spi_rows\.h instead of SPI_getvalue} );

# One wide line in a hundred is allowed, three are not.
my $wide = 'x' x 101 . "\n";
put( $_, "x\n" ) for qw(test/core/planted.c sql/install/planted.sql);
refuses(
    'too many wide lines', 'lint-width', 'sql/install/planted.sql',
    sub { $wide x 3 . "x\n" x 97 }, qr{^sql/install/planted\.sql: 3 lines}m );
put( 'sql/install/planted.sql', $wide . "\t" x 25 . "\n" . "x\n" x 98 );
unlike( ( run('tools/lint-width') )[0], qr/planted/, 'one wide line in a hundred is allowed' );

chdir $home;
done_testing;
