# Test that attachments, watches, the log of changes and frozen figures survive dump and restore
# when their owner is no superuser.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error run);

psql(
    'postgres',
    'CREATE ROLE mc_keeper LOGIN; CREATE ROLE mc_reader LOGIN;
     CREATE DATABASE mc_kept OWNER mc_keeper'
);
psql( 'mc_kept', <<~'SQL', user => 'mc_keeper' );
    CREATE EXTENSION motcua;
    CREATE SCHEMA app;
    CREATE TABLE app.ho_so AS
    SELECT 'HS' || i AS ma, 'Unit ' || i % 3 AS unit, date '2026-01-05' + i % 20 AS nhan,
           date '2026-01-12' + i % 20 AS hen,
           CASE WHEN i % 5 > 0 THEN date '2026-01-08' + i % 23 END AS xong
    FROM generate_series(1, 500) AS i;
    INSERT INTO motcua.agency (code, name, bloc, calendar) VALUES ('Unit 1', 'Phuong 1', 'A', 'vn');
    SELECT motcua.attach('app.ho_so', 'kpi', 'nhan', 'hen', 'xong', code => 'ma', unit => 'unit',
                         as_of => $$date '2026-01-31'$$, rights => 'owner',
                         extra => '{"ma2": "ma"}');
    GRANT USAGE ON SCHEMA kpi TO mc_reader;
    GRANT SELECT ON kpi.on_time_by_unit TO mc_reader;
    SELECT motcua.watch('app.ho_so', '{hen}', 'ma');
    UPDATE app.ho_so SET hen = hen + 1 WHERE ma = 'HS7';
    SELECT motcua.freeze('kpi', '[2026-01-01,2026-01-31]', 'January');
    SQL
my $answers = q{SELECT md5(string_agg(a, ';' ORDER BY a COLLATE "C"))
                FROM (
                SELECT u::text
                FROM kpi.on_time_by_unit AS u
                UNION ALL SELECT l::text
                FROM motcua.change_log AS l
                UNION ALL SELECT r::text
                FROM kpi.frozen_report AS r
                UNION ALL SELECT w::text
                FROM motcua.watches AS w
                UNION ALL SELECT t::text
                FROM motcua.attachments AS t
                UNION ALL SELECT o::text
                FROM kpi.overdue AS o
                UNION ALL SELECT motcua.attach_statement('kpi')
                UNION ALL SELECT l::text
                FROM kpi.labels AS l) AS x (a)};
my $before = psql( 'mc_kept', $answers, user => 'mc_keeper' );

for my $format (qw(plain custom)) {
    my $file = "$ENV{PGHOST}/kept.dump";
    psql( 'postgres', 'CREATE DATABASE mc_restored OWNER mc_keeper' );
    my ( $text, $status ) =
        run( 'pg_dump', '-U', 'mc_keeper', '-F', $format, '-f', $file, '-d', 'mc_kept' );
    is( $status, 0, "$format: the owner, who is no superuser, dumps the database" ) or diag $text;
    ( $text, $status ) =
        $format eq 'custom'
        ? run( 'pg_restore', '-U', 'mc_keeper', '-e', '-j', '3', '-d', 'mc_restored', $file )
        : run(
        'psql', '-U', 'mc_keeper', '-qX', '-v', 'ON_ERROR_STOP=1', '-d', 'mc_restored',
        '-f', $file );
    ok( $status == 0 && $text !~ /ERROR|FATAL/, "$format: the owner restores it" ) or diag $text;
    is( psql( 'mc_restored', $answers, user => 'mc_keeper' ), $before,
        "$format: the answers are the same" );
    is( psql(
            'mc_restored',
            q{SELECT count(*) FROM motcua.verify_frozen('kpi', '[2026-01-01,2026-01-31]')},
            user => 'mc_keeper' ),
        '0',
        "$format: the hash of the frozen figures still fits" );
    psql(
        'mc_restored', q{UPDATE app.ho_so SET hen = hen + 1 WHERE ma = 'HS8'},
        user => 'mc_keeper' );
    is( psql( 'mc_restored', 'SELECT count(*) FROM motcua.change_log', user => 'mc_keeper' ), '2',
        "$format: the watch logs changes again" );
    is( psql( 'mc_restored', 'SELECT count(*) FROM kpi.on_time_by_unit', user => 'mc_reader' ),
        '3', "$format: the reader may read the views" );
    like(
        psql_error( 'mc_restored', 'SELECT * FROM kpi.dossier', user => 'mc_reader' ), qr/42501/,
        "$format: the reader may read no more than before" );
    psql(
        'mc_restored',
        q{SELECT motcua.suspend_attachment('kpi'); SELECT motcua.resume_attachment('kpi');
          SELECT motcua.reattach('kpi')},
        user => 'mc_keeper' );
    is( psql( 'mc_restored', q{SELECT count(*) FROM kpi.frozen_report}, user => 'mc_keeper' ), '1',
        "$format: the owner may suspend, resume and attach again" );
    psql( 'postgres', 'DROP DATABASE mc_restored' );
    unlink $file;
}
psql( 'postgres', $_ ) for 'DROP DATABASE mc_kept', 'DROP ROLE mc_keeper, mc_reader';
done_testing();
