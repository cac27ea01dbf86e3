# Test that the checked-in fold table is what the present ICU says, code point by code point, and
# compare matching with ICU's own search.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(run);

chdir "$FindBin::Bin/../../.." or die "chdir: $!";

# Return the number, table of numbers or table of tables behind a name in a C header.
sub numbers_of {
    my ( $header, $name ) = @_;
    my ($body) = $header =~ /\b$name\[[^=]*= \{(.*?)\n\};/s or die "no $name";
    return map { /^0x/ ? hex : $_ } $body =~ /0x[0-9A-F]+|\d+/g;
}

# Return the entry of every code point of the table.
sub entries_of {
    my ($header) = @_;
    my @entries  = numbers_of( $header, 'mc_fold_entries' );
    my @page_of  = numbers_of( $header, 'mc_fold_page_of' );
    my @pages    = numbers_of( $header, 'mc_fold_pages' );
    my $size     = 64;
    return map { @entries[ @pages[ $_ * $size .. ( $_ + 1 ) * $size - 1 ] ] } @page_of;
}

sub icu_of {
    my ($header) = @_;
    my ($icu)    = $header =~ /Source: ICU (\S+),/ or die 'no version of ICU';
    return $icu;
}

# True if Vietnamese text is made of this code point. Its entry may never change.
sub is_frozen {
    my ($code_point) = @_;
    return
           $code_point >= 0x41   && $code_point <= 0x24F
        || $code_point >= 0x1E00 && $code_point <= 0x1EFF
        || $code_point >= 0x300  && $code_point <= 0x36F;
}

sub differences {
    my ( $checked_in, $made ) = @_;
    my @old = entries_of($checked_in);
    my @new = entries_of($made);
    return map { sprintf 'U+%04X 0x%07X, now 0x%07X', $_, $old[$_], $new[$_] }
        grep { $old[$_] != $new[$_] } 0 .. $#old;
}

open my $file, '<', 'src/core/search/fold_data.h' or die "src/core/search/fold_data.h: $!";
my $checked_in = do { local $/; <$file> };
is( scalar( my @all = entries_of($checked_in) ), 0x20000,
    'the checked-in table has every code point below U+20000' );

my ( $made, $status ) = run('tools/generate-fold');
is( $status, 0, 'the generator compiles and runs' );
my @differences = differences( $checked_in, $made );
my ( $then, $now ) = ( icu_of($checked_in), icu_of($made) );
if ( $then eq $now ) {
    is( join( "\n", @differences ), '', "ICU $now has no difference" );
    is( $made, $checked_in, 'the generator makes the same header' );
}
else {
    note "the table is of ICU $then, this is ICU $now: " . @differences . ' differences';
    note $_ for @differences;
    my @frozen = grep { /^U\+(\S+)/ && is_frozen( hex $1 ) } @differences;
    is( join( "\n", @frozen ), '', "ICU $now has no difference in Latin letters and their marks" );
}

# This shows that the comparison finds a difference.
( my $changed = $made ) =~ s/0x0610005/0x0600005/;
is( join( "\n", differences( $made, $changed ) ), 'U+00CA 0x0610005, now 0x0600005',
    'a changed entry is shown as a difference' );

my ( $log, $failed ) = run(
    'sh', '-c',
    '${CC:-gcc} -std=c11 -O2 -Isrc -o build/asymmetric test/oracle/asymmetric.c '
        . 'src/core/base/utf8.c src/core/search/vi_letter.c src/core/search/vi_syllable.c '
        . '-licui18n -licuuc' );
is( $failed, 0, 'the comparison with ICU compiles' ) or diag $log;
my ($judged) = run('build/asymmetric');
my %verdict = $judged =~ /^(.+?) (agree .*)$/mg;
is( $verdict{'und'}, 'agree 5416 missed 60 spurious 0 ours 0',
    'letters alone: ICU misses half-typed letters and motcua does not' );
is( $verdict{'und n'}, 'agree 5446 missed 30 spurious 0 ours 0',
    'letters before n: ICU misses half-typed letters and motcua does not' );
is( $verdict{'vi'}, 'agree 5373 missed 67 spurious 36 ours 0',
    'with the collator vi ICU also takes one tone for another' );
done_testing();
