# Test that stored values of every type, indexes and generated columns survive dump and restore.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql run);

my $contents =
    q{SELECT md5(string_agg(k || t::text || coalesce(o::text, ''), '' ORDER BY k)) FROM kept};

# The text of every value, and true if a restored ledger still gives the tally of a period.
my $values = q{SELECT md5(string_agg(concat_ws('|', code, procedure, time_limit, due, history),
                            ',' ORDER BY code))
      FROM file};
my $ledgers =
    q{SELECT md5(string_agg(ledger::text || motcua.tally(ledger, '[2020-02-10,2020-03-05)')::text,
                            ',' ORDER BY unit))
      FROM unit};

my $moments = q{SELECT md5(string_agg(x::text, ',' ORDER BY id))
                FROM (SELECT w.*, v.outcome AS seen, v.dossier
                      FROM written AS w LEFT JOIN verdict AS v USING (id)) AS x};

psql( 'postgres', 'CREATE DATABASE mc_dump' );
psql(
    'mc_dump', q{
    CREATE EXTENSION motcua;
    CREATE TABLE kept (k int PRIMARY KEY, t motcua.tally, o motcua.outcome);
    INSERT INTO kept
    SELECT k,
           motcua.tally(date '2020-01-01' + i, date '2020-01-10' + i % 30,
                        date '2020-01-05' + i % 40,
                        daterange('2020-01-01', '2020-02-01')),
           motcua.classify(date '2020-01-10', date '2020-01-05' + k, date '2020-02-01')
    FROM generate_series(1, 20) AS k, generate_series(1, 5 * k) AS i GROUP BY k;
    CREATE INDEX ON kept (t);
    CREATE TABLE calendars (name text PRIMARY KEY, value motcua.work_calendar);
    INSERT INTO calendars VALUES
        ('vn', motcua.calendar_value('vn')), ('s', motcua.calendar_value('vn_statutory'));
    CREATE INDEX ON calendars USING hash (value);
    CREATE TABLE dossier (received date, due date, calendar motcua.work_calendar,
        promised date GENERATED ALWAYS AS (motcua.add_working_days(received, 5, calendar)) STORED);
    INSERT INTO dossier (received, calendar) SELECT date '2020-01-20', value FROM calendars;
    CREATE TABLE file (
        code motcua.dossier_code PRIMARY KEY,
        procedure motcua.procedure_code,
        time_limit motcua.time_limit,
        history motcua.dossier, due timestamptz GENERATED ALWAYS AS (motcua.due_at(history)) STORED
    );
    INSERT INTO file (code, procedure, time_limit, history)
    SELECT format('H56.14-2403%s-%s', lpad((1 + i % 28)::text, 2, '0'),
                  lpad(i::text, 4, '0'))::motcua.dossier_code,
           '1.000894', (1 + i % 20 || 'wd')::motcua.time_limit,
           motcua.withdraw(motcua.pause(motcua.dossier(timestamptz '2024-03-04 09:00+07'
                                                       + i * interval '3 h',
                                                       (1 + i % 20 || 'wd')::motcua.time_limit),
                                        '2024-06-01 09:00+07'),
                           '2024-06-03 09:00+07')
    FROM generate_series(1, 200) AS i;
    CREATE INDEX ON file (history);
    CREATE INDEX ON file USING hash (time_limit);
    CREATE TABLE unit AS
    SELECT i % 5 AS unit,
           motcua.ledger(date '2020-01-01' + i % 70, date '2020-01-06' + i % 75,
                         date '2020-01-03' + i % 83, i % 2 = 0, NULL, 'day',
                         date '2020-01-04' + i % 61) AS ledger
    FROM generate_series(1, 5000) AS i GROUP BY 1;
    CREATE TABLE written (id integer PRIMARY KEY, due text, ended timestamptz, at motcua.moment,
        outcome motcua.outcome GENERATED ALWAYS AS (motcua.classify(due, ended, '30/06/2026'))
            STORED);
    INSERT INTO written (id, due, ended, at)
        SELECT i, to_char(date '2026-03-02' + i, 'DD/MM/YYYY'), timestamptz '2026-03-20 17:30Z',
               CASE WHEN i % 2 = 0 THEN (date '2026-03-02' + i)::motcua.moment
                    ELSE (timestamp '2026-03-02 08:00' + make_interval(hours => i))::motcua.moment
               END
        FROM generate_series(1, 40) AS i;
    CREATE INDEX ON written (at);
    CREATE INDEX ON written (motcua.classify(due, ended, at));
    CREATE VIEW verdict AS
        SELECT id, motcua.classify(due, at, ended) AS outcome,
               motcua.dossier_of('2026-03-02', due, at)::text AS dossier
        FROM written WHERE motcua.vn_date(at) > '2026-03-02';
    CREATE VIEW rate AS SELECT motcua.on_time_rate(motcua.merge(t)) AS r FROM kept;
} );
my $before = psql( 'mc_dump', $contents );
my $rate   = psql( 'mc_dump', 'SELECT r FROM rate' );
my %kept   = map { $_ => psql( 'mc_dump', $_ ) } $values, $ledgers, $moments;

for my $format (qw(plain custom directory)) {
    my $file = "$ENV{PGHOST}/dump.$format";
    my ( $text, $status ) = run( 'pg_dump', '-F', $format, '-f', $file, '-d', 'mc_dump' );
    is( $status, 0, "$format dump" ) or diag $text;
    psql( 'postgres', 'CREATE DATABASE mc_restored' );
    ( $text, $status ) =
        $format eq 'plain'
        ? run( 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-d', 'mc_restored', '-f', $file )
        : run(
        'pg_restore', '-e', ( $format eq 'directory' ? ( '-j', '2' ) : () ), '-d',
        'mc_restored', $file );
    is( $status, 0, "$format restore" ) or diag $text;
    is( psql( 'mc_restored', $contents ), $before,
        "$format: the tallies and outcomes are the same" );
    is( psql( 'mc_restored', 'SELECT r FROM rate' ), $rate,
        "$format: a view over them gives the same" );
    is( psql(
            'mc_restored',
            q{SELECT count(*)
              FROM calendars
              WHERE value OPERATOR(
                  motcua.=) motcua.calendar_value(replace(name, 's', 'vn_statutory'))}
        ),
        '2',
        "$format: the calendar values are the same" );
    is( psql(
            'mc_restored', 'SELECT string_agg(promised::text, \',\' ORDER BY promised) FROM dossier'
        ),
        '2020-02-03,2020-02-03',
        "$format: the generated columns are the same" );
    is( psql( 'mc_restored', $values ), $kept{$values},
        "$format: the codes, limits and dossiers are the same" );
    is( psql( 'mc_restored', $ledgers ), $kept{$ledgers},
        "$format: the ledgers and their tallies are the same" );
    is( psql( 'mc_restored', $moments ), $kept{$moments},
        "$format: the moments, what is made of them and the views are the same" );
    psql( 'postgres', 'DROP DATABASE mc_restored' );
    run( 'rm', '-rf', $file );
}
psql( 'postgres', 'DROP DATABASE mc_dump' );
done_testing();
