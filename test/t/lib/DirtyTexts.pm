package DirtyTexts;

# Make random names, places and queries as people write them: in every spelling of Unicode, without
# marks, cut short, mistyped. The caller's srand decides which.
use strict;
use warnings;
use utf8;
use Exporter qw(import);
use Unicode::Normalize qw(NFD NFC);
our @EXPORT_OK = qw(dirty_text random_query);

my @surnames = (
    ('Nguyễn') x 8, ('Trần') x 3, ('Lê') x 3, 'Phạm', 'Hoàng', 'Huỳnh', 'Võ', 'Vũ', 'Đặng',
    'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Tôn Nữ', 'Tôn Thất', 'Hồ Thị', 'Kpă', 'Y' );
my @middles = (
    'Văn', 'Thị', 'Thị', 'Hữu', 'Đức', 'Ngọc', 'Minh', 'Quang', 'Mỹ', 'Hoàng', 'Thuỳ', 'Xuân',
    'Đình' );
my @givens = (
    'Anh', 'An', 'Duyên', 'Dũng', 'Hòa', 'Hoà', 'Hoa', 'Hóa', 'Thúy', 'Thuý', 'Thuỷ', 'Thủy',
    'Khỏe', 'Đường', 'Dương', 'Quý', 'Quí', 'Lí', 'Vỹ', 'Vĩ', 'Huệ', 'Huế', 'Nghiêng', "H'Hen",
    'Tuấn', 'Ngân', 'Ánh', 'Ái', 'Ý' );
my @places = (
    'P.Phú Hội', 'TP.Huế', 'TX. Hương Trà', 'H. Quảng Điền', 'Quảng Điền', 'xã Quảng Công',
    'thôn Niêm Phò', 'xã A Lưới', 'UBND xã Quảng Thọ', 'tổ 12', '12/3A Lê Lợi', 'Q.1', 'Cư Kuin',
    'Đắk Lắk', 'Đăk Lăk',
    'Thừa Thiên-Huế', 'Ea H’leo', '000.00.16.H57-210615-0001' );
my @foreign = (
    'Müller François', 'Nguyen Jean-Pierre', 'Øystein', 'Công ty TNHH ABC 123', 'Москва', '東京',
    'Samsung Việt Nam', 'x' x 60 . ' Huế', '', '---', '１２', "e\x{301}\x{301} \x{301}a" );

sub pick { return $_[ int rand @_ ] }

# Return the text with its letters combined as windows-1258 has them: the letter with its quality,
# and the tone apart.
sub cp1258 {
    my ($text) = @_;
    return join '', map {
        my $d = NFD $_;
              $d =~ s/^(.[\x{302}\x{306}\x{31B}])//s       ? NFC($1) . $d
            : $d =~ s/^(.)([\x{323}])([\x{302}\x{306}])//s ? NFC("$1$3") . $2
            : $d
    } split /(?=\X)/, NFC $text;
}
sub no_marks { my ($text) = @_; $text = NFD $text; $text =~ s/\p{M}//g; return $text =~ tr/đĐ/dD/r }
sub icelandic { my ($text) = @_; return $text =~ tr/đĐ/ðÐ/r }

my @spellings = (
    ( sub { NFC $_[0] } ) x 6, ( sub { NFD $_[0] } ) x 2, \&cp1258, sub { uc $_[0] },
    sub { lc $_[0] }, sub { uc no_marks( $_[0] ) }, \&no_marks, \&icelandic,
    sub { join '  ', split / /, $_[0] }, sub {" $_[0],"} );

sub clean_text {
    my $kind = rand;
    return join ' ', pick(@surnames), ( rand() < 0.8 ? pick(@middles) : () ),
        ( rand() < 0.3 ? pick(@middles) : () ), pick(@givens)
        if $kind < 0.6;
    return join ', ', map { pick(@places) } 1 .. 1 + int rand 4 if $kind < 0.95;
    return pick(@foreign);
}
sub dirty_text { return pick(@spellings)->(clean_text) }

# Return a random query. Half of the queries have no marks, and some are half marked, cut short or
# mistyped.
sub random_query {
    my @words = split / /, NFC clean_text;
    splice @words, 0, int rand @words if @words > 1;
    $#words = int rand 3 if @words > 3;
    my $query = join ' ', @words;
    $query = no_marks($query)                                                   if rand() < 0.4;
    $query = join '', map { rand() < 0.3 ? no_marks($_) : $_ } split //, $query if rand() < 0.3;
    $query = substr $query, 0, 1 + int rand length $query if length $query && rand() < 0.4;
    substr $query, int rand length $query, pick( 0, 1 ), pick( '', 'a' .. 'z' )
        if length $query && rand() < 0.3;
    return pick(@spellings)->($query);
}

1;
