# Test that the generator makes the checked-in lunar table, and that the ephemeris is exact enough
# for it.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(run);

chdir "$FindBin::Bin/../../.." or die "chdir: $!";
plan skip_all => 'libswe-dev is not installed' unless -e '/usr/include/swephexp.h';

# The version is left out, because another release of the library may make the same table.
sub without_version {
    my ($header) = @_;
    $header =~ s/Swiss Ephemeris \S+,/Swiss Ephemeris,/;
    return $header;
}

open my $file, '<', 'src/core/calendar/lunar_data.h' or die "src/core/calendar/lunar_data.h: $!";
my $checked_in = do { local $/; <$file> };
my ( $made, $status ) = run('tools/generate-lunar');
is( $status, 0, 'the generator compiles and runs' );
is( without_version($made), without_version($checked_in),
    'it makes src/core/calendar/lunar_data.h' );

# The two modes of the library agree within 6 seconds, so 15 seconds are more than its error.
for my $seconds ( -15, 15 ) {
    my ($shifted) = run( 'tools/generate-lunar', 'shifted', $seconds );
    is( $shifted, $made, "events $seconds seconds later make the same table" );
}
my ($future) = run( 'tools/generate-lunar', 'margins', '220' );
is( join( ' ', grep { $_ gt '2054' } $future =~ /^new_moon (\S+) \+/mg ),
    '2054-05-08 2077-11-16 2079-08-27 2085-10-19 2130-05-08 2150-05-27 2159-05-18 2175-01-23 '
        . '2199-01-27',
    'the new moons after 2053 that come within 220 seconds after midnight' );
done_testing();
