package Browser;

# A headless browser that opens one page and ends.
use strict;
use warnings;
use Exporter qw(import);
use File::Temp qw(tempdir);
use Psql qw(run);
our @EXPORT_OK = qw(browse);

# What the browser printed. A profile for each start: what is left of an earlier browser would take
# the page over, and print nothing. /dev/shm may be missing or small in a container. One that
# crashes or hangs is started again: it is not what is tested.
sub browse {
    my ( $url, @options ) = @_;
    my ( $text, $status );
    for ( 1 .. 3 ) {
        my $profile = tempdir( CLEANUP => 1 );
        ( $text, $status ) = run(
            qw
                (timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage
                --no-first-run
            ),
            "--user-data-dir=$profile", @options, $url );
        last if $status == 0;
    }
    return $text;
}

1;
