# Test the views through the drivers that BI tools use, ODBC (Excel, Power BI) and JDBC (Metabase,
# most others), and the page of a report in a browser.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use IO::Socket::INET;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Browser qw(browse);
use Psql qw(psql run);
use Server;

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

sub bytes { return encode( 'UTF-8', $_[0] ) }

# JDBC speaks only TCP, so the server listens on the loopback address at any free port.
my $port = do {
    my $probe = IO::Socket::INET->new( Listen => 1, LocalAddr => '127.0.0.1' ) or die "no port: $!";
    $probe->sockport;
};
my $server = Server->primary("listen_addresses = '127.0.0.1'\nport = $port\n");
$ENV{PGPORT} = $port;
$server->psql_here( 'postgres', bytes(<<~'SQL') );
    CREATE EXTENSION motcua;
    CREATE TABLE ho_so AS
    SELECT 'HS' || i AS ma,
           'Xã Quảng ' || (ARRAY['An', 'Công', 'Điền', 'Thái'])[1 + i % 4] AS don_vi,
           'Lê Thị ' || i AS nguoi_nop,
           timestamp '2026-01-05 08:00' + i * interval '5 hours' AS nhan,
           date '2026-01-09' + i * 5 / 24 AS hen,
           CASE WHEN i % 6 > 0 THEN timestamp '2026-01-08 10:00' + i * interval '5 hours' + (
                    i % 4) * interval '1 day' END AS xong,
           i % 3 = 0 AS truc_tuyen
    FROM generate_series(0, 399) AS i;
    SELECT motcua.attach('ho_so', 'mot_cua', 'nhan', 'hen', 'xong', code => 'ma', unit => 'don_vi',
                         applicant => 'nguoi_nop', online => 'truc_tuyen',
                         as_of => $$date '2026-03-31'$$);
    CREATE ROLE bi LOGIN;
    GRANT USAGE ON SCHEMA mot_cua TO bi;
    GRANT SELECT ON ho_so TO bi;
    GRANT SELECT ON ALL TABLES IN SCHEMA mot_cua TO bi;
    SQL

my $page_query = q{SELECT code, unit, due_on, days_late
      FROM mot_cua.overdue
      WHERE unit = ?
      ORDER BY days_late DESC, code
      LIMIT 5
      OFFSET 5};
my $expected = decode(
    'UTF-8',
    $server->psql_here( 'postgres', bytes( $page_query =~ s/\?/'Xã Quảng Điền'/r ) ) );
is( scalar( split /\n/, $expected ), 5, 'the expected page of the list has five rows' );

# Return what a client printed as a hash from NAME to LINES.
sub answers_of {
    my ( $name, @command ) = @_;
    my ( $text, $status )  = run(@command);
    $text = decode( 'UTF-8', $text );
    is( $status, 0, "$name: the client ran" ) or diag $text;
    return map { /^(\w+): (.*)$/s ? ( $1 => $2 ) : () } split /\n(?=\w+: )/, $text =~ s/\n\z//r;
}

# ---- ODBC ----
$ENV{PYTHONIOENCODING} = 'utf-8';
$ENV{LC_ALL}           = 'C.UTF-8';    # Java decodes its arguments by the locale
my %odbc = answers_of(
    'ODBC', '/usr/bin/python3', "$FindBin::Bin/../lib/odbc_client.py", $port,
    $page_query, bytes('Xã Quảng Điền') );
is( $odbc{page}, $expected, 'ODBC reads a filtered, sorted page' );
is( $odbc{types},
    'as_of=date/91 received_at=timestamp/93 due_on=date/91 is_late=int4/4 days_late=int4/4 '
        . 'online=bool/-7 unit=text/-9',
    'ODBC: dates, numbers and texts have the right types' );
is( $odbc{label}, 'Số ngày làm việc quá hạn', 'ODBC reads Vietnamese labels' );
is( $odbc{sums},
    $server->psql_here(
        'postgres',
        'SELECT sum(resolved_total), sum(late), sum(open_overdue),
                (SELECT count(*) FROM ho_so WHERE truc_tuyen)
         FROM mot_cua.on_time_by_unit'
    ),
    'ODBC: the sums of the flags are the counts' );

# ---- JDBC ----
my ($jar) = glob '/usr/share/java/postgresql.jar';
my %jdbc = answers_of(
    'JDBC', 'java', '-Dfile.encoding=UTF-8', '-cp', $jar, "$FindBin::Bin/../lib/Client.java",
    "jdbc:postgresql://127.0.0.1:$port/postgres?user=bi", $page_query,
    bytes('Xã Quảng Điền') );
is( $jdbc{page}, $expected, 'JDBC reads a filtered, sorted page' );
is( $jdbc{types},
    'as_of=DATE received_at=TIMESTAMP due_on=DATE is_late=INTEGER days_late=INTEGER online=BIT '
        . 'unit=VARCHAR',
    'JDBC: the columns have the right types' );
is( $jdbc{remarks}, 'Số ngày làm việc quá hạn', 'JDBC reads the comment of a column' );
like(
    $jdbc{view},
    qr/^Khung nhìn này liệt kê hồ sơ .* đã quá hạn: .*\. \| This view lists .* overdue: .*\.$/,
    'JDBC reads the comment of a view in both languages' );

# Bind the three moments of classify in every way, with and without stringtype=unspecified: nine
# ways for a moment and six for an end that is missing, in four time zones of the machine.
my ( $told, $status ) = run(
    'java', '-cp', $jar, "$FindBin::Bin/../lib/Bindings.java",
    "jdbc:postgresql://127.0.0.1:$port/postgres?user=bi" );
is( $status, 0, 'JDBC: moments were bound' );
is( $told,
    join(
        '',
        map {"$_: {in_time=972, on_time=1458}\n"}
            qw(Asia/Ho_Chi_Minh UTC America/New_York Asia/Tokyo) ),
    'JDBC: the verdict is that of days, however moments are bound and in every time zone' );

# ---- the page ----
my $page = $server->psql_here(
    'postgres',
    q{SELECT motcua.report_html('mot_cua', '[2026-01-01,2026-03-31]')} );
unlike( $page, qr{(?:src|href)=|url\(|https?://}, 'the page loads nothing from elsewhere' );
my $dir = $server->host;
open my $file, '>', "$dir/report.html" or die $!;
print $file $page;
close $file;
my $url  = "file://$dir/report.html";
my $said = browse(
    $url, qw(--hide-scrollbars --virtual-time-budget=2000 --window-size=1280,1800),
    "--screenshot=$dir/report.png" );
cmp_ok( -s "$dir/report.png" // 0, '>', 30_000, 'a browser draws it' ) or diag $said;
my $text = decode( 'UTF-8', browse( $url, '--dump-dom' ) );
is( scalar( () = $text =~ /<circle /g ), 3, 'the page has a point for each month that has a rate' )
    or diag $text;
like( $text, qr{<th scope="row"[^>]*>Xã Quảng Điền</th>}, 'the page has a line for each unit' );

done_testing();
