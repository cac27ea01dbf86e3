package Browser;

# Open one page in a headless browser.
use strict;
use warnings;
use Exporter qw(import);
use File::Temp qw(tempdir);
use Psql qw(run);
our @EXPORT_OK = qw(browse);

# Return what the browser printed. Each start has a profile of its own, because an earlier browser
# that still runs on the same profile would take the page over and this one would print nothing.
# /dev/shm may be missing or small in a container. A browser that crashes or hangs is started again,
# because it is not what is tested.
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
