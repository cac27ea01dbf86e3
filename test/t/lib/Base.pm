package Base;

# Put the invented older version of test/upgrade/make-base beside the staged extension of the server
# that PGHOST names. The scripts are removed when the test ends.
use strict;
use warnings;
use Exporter qw(import);
use FindBin;
use Psql qw(run);
our @EXPORT_OK = qw(install_base extension_folder);

our $version = '0.9test';
my @scripts;

# Return the folder of the staged extension.
sub extension_folder {
    my ($control) = split /\n/,
        ( run( 'find', "$ENV{PGHOST}/stage", '-name', 'motcua.control' ) )[0];
    die "the extension is not staged below $ENV{PGHOST}\n" if !$control;
    return $control =~ s{/[^/]*\z}{}r;
}

# Install the scripts of the older version. Return its name, from which a test can update.
sub install_base {
    my $folder = extension_folder();
    my ( $text, $status ) = run( "$FindBin::Bin/../../upgrade/make-base", $folder );
    @scripts = glob "$folder/motcua--$version*.sql";
    die "make-base failed: $text\n" if $status != 0;
    return $version;
}

END { unlink @scripts }

1;
