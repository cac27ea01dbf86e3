# Test the promotion of a standby: what it had from its primary is whole, open sessions go on, and
# roll-ups, watches, calendars and frozen figures take changes there as before.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Server;
use Session;

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $primary = Server->primary('');
$primary->psql_here( 'postgres', <<'SQL' );
CREATE EXTENSION motcua;
INSERT INTO motcua.calendar (name) VALUES ('ward');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('ward', '2026-02-12', 'off');
CREATE TABLE hs AS
SELECT i AS id, 'Nguyễn Văn ' || i AS ten, 'Xã ' || i % 3 AS xa, r AS nhan,
       r + interval '7 days' AS hen,
       CASE WHEN i % 4 > 0 THEN r + make_interval(days => i % 11) END AS xong
FROM (SELECT i, timestamp '2026-01-05 08:00' + make_interval(hours => i * 3) AS r
      FROM generate_series(1, 300) AS i) AS x;
ALTER TABLE hs ADD PRIMARY KEY (id);
CREATE INDEX hs_ten ON hs USING gin (ten motcua.vi_syllable_ops);
SELECT motcua.attach('hs', 'mot_cua', 'nhan', 'hen', 'xong', code => 'id::text', unit => 'xa',
                     as_of => 'make_date(2026, 2, 20)');
SELECT motcua.add_rollup('mot_cua');
SELECT motcua.watch('hs', '{hen}', 'id');
SELECT motcua.freeze('mot_cua', '[2026-01-01,2026-02-01)');
SQL

my $answers = <<'SQL';
SELECT motcua.add_working_days('2026-02-10', 3, 'ward');
SELECT * FROM mot_cua.on_time_by_unit ORDER BY unit;
SELECT * FROM motcua.report_06a('mot_cua', '[2026-01-01,2026-02-01)');
SELECT count(*) FROM motcua.verify_rollup('mot_cua');
SELECT count(*) FROM motcua.verify_frozen('mot_cua', '[2026-01-01,2026-02-01)');
SELECT stale_reason IS NULL FROM motcua.rollups;
SET enable_seqscan = off; SELECT count(*) FROM hs WHERE ten OPERATOR(motcua.@@~*) 'van 77';
RESET enable_seqscan;
SQL
my $before = $primary->psql_here( 'postgres', $answers );
like( $before, qr/^2026-02-23\n/, 'the primary gives answers' );

my $standby = Server->standby_of($primary);
my $lsn     = $primary->psql_here( 'postgres', 'SELECT pg_current_wal_lsn()' );
ok( $standby->poll( 'postgres', "SELECT pg_last_wal_replay_lsn() >= '$lsn'::pg_lsn", 't' ),
    'the standby follows' );
my $session = Session->new( 'postgres', host => $standby->host );
is( $session->query($answers), $before, 'it answers as the primary does' );
like(
    $session->query('SELECT motcua.compact_rollup()'), qr/ERROR:  (?:25006|cannot )/,
    'the standby refuses what writes, and says why' );
like(
    $session->query(q{SELECT motcua.freeze('mot_cua', '[2026-02-01,2026-02-10)')}),
    qr/ERROR:  cannot execute .* (?:during recovery|in a read-only transaction)/,
    'the standby refuses to freeze' );

$primary->stop('immediate');
$standby->program( 'pg_ctl', '-D', $standby->host . '/data', qw(-s -w promote) );
ok( $standby->poll( 'postgres', 'SELECT pg_is_in_recovery()', 'f' ), 'the standby is promoted' );
is( $session->query($answers), $before, 'the open session goes on with the same answers' );

is( $session->query(
        q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
              ('ward', '2026-02-11', 'off');
          SELECT motcua.add_working_days('2026-02-10', 3, 'ward')}
    ),
    '2026-02-24',
    'a day off entered there counts at once, over the days of Tết' );
is( $session->query(
        q{UPDATE hs SET hen = hen + interval '30 days' WHERE id % 10 = 0;
          SELECT count(*) FROM motcua.change_log}
    ),
    '30',
    'the promoted server logs changes' );
is( $session->query(
        q{SELECT count(*) FROM motcua.verify_rollup('mot_cua');
          SELECT stale_reason IS NULL FROM motcua.rollups}
    ),
    "0\nt",
    'the roll-up follows the changes' );
unlike(
    $session->query('SELECT motcua.compact_rollup()'), qr/ERROR/,
    'the roll-up can be compacted' );
is( $session->query(q{SELECT count(*) FROM motcua.verify_rollup('mot_cua')}), '0',
    'the compacted roll-up has the same sums' );
like(
    $session->query(
        q{SELECT count(*) > 0 FROM motcua.verify_frozen('mot_cua', '[2026-01-01,2026-02-01)')}),
    qr/^t$/,
    'the frozen figures show what has changed since' );
$session->close;
done_testing();
