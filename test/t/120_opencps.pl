# OpenCPS: 50,000 synthetic dossiers in its own tables, attached and counted against plain SQL; older shapes; its calendar.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Test::More;
use Psql qw(psql psql_error);

open my $in, '<', "$FindBin::Bin/../opencps.sql" or die $!;
my $tables = do { local $/; <$in> };
close $in;

# n: four draws of a dossier, 0 to 65535. Every sixth is open; some paused once, some twice, some resumed; some never received.
my $fill = <<~'SQL';
    CREATE TEMP TABLE draw AS
    SELECT i, (SELECT array_agg(('x' || substr(md5('opencps' || i), 4 * k + 1, 4))::bit(16)::int ORDER BY k) FROM generate_series(0, 5) AS k) AS n FROM generate_series(1, 50000) AS i;
    INSERT INTO opencps_serviceinfo SELECT 55301, 'S' || s, 'Thủ tục ' || s, 'D' || s % 5, 'Lĩnh vực ' || s % 5 FROM generate_series(0, 19) AS s;
    INSERT INTO opencps_actionconfig VALUES (1, 55301, 'stop', 1), (2, 55301, 'resume', 3), (3, 55301, 'restart', 6), (4, 55301, 'other', 0);
    INSERT INTO opencps_dossier (dossierid, groupid, dossierno, servicecode, servicename, govagencycode, govagencyname, applicantname, submitdate, receivedate, duedate, releasedate, finishdate,
                                 cancellingdate, modifieddate, dossierstatus, lockstate, online_, durationcount, durationunit)
    SELECT i, CASE WHEN n[1] % 50 = 0 THEN 1 ELSE 55301 END, 'H57.' || i, 'S' || n[2] % 20, 'Thủ tục ' || n[2] % 20, 'CQ' || n[3] % 12, 'Cơ quan ' || n[3] % 12, 'Người ' || i, r - interval '2 hours',
           CASE WHEN status <> 'new' THEN r END, CASE WHEN n[4] % 40 > 0 THEN r + (1 + n[4] % 20) * interval '1 day' END,
           CASE WHEN status IN ('done', 'releasing') THEN r + (n[5] % 25) * interval '1 day' + interval '3 hours' END,
           CASE WHEN status = 'done' THEN r + (n[5] % 25 + 2) * interval '1 day' END,
           CASE WHEN status = 'cancelled' THEN r + (n[5] % 5) * interval '1 day' END, CASE WHEN status = 'unresolved' THEN r + (n[5] % 9) * interval '1 day' ELSE r END,
           status, CASE WHEN status = 'waiting' THEN 'PAUSE' ELSE '' END, n[6] % 3 = 0, n[4] % 20 + 0.5 * (n[4] % 2), n[6] % 2
    FROM (SELECT i, n, timestamp '2025-06-01 08:00' + (n[1] * 8) * interval '1 minute' AS r,
                 (ARRAY['done', 'done', 'done', 'releasing', 'processing', 'waiting', 'cancelled', 'unresolved', 'denied', 'new', 'done', 'done'])[1 + n[6] % 12] AS status FROM draw) AS d;
    INSERT INTO opencps_dossieraction (dossieractionid, groupid, username, createdate, dossierid, actioncode, nextactionid)
    SELECT d.dossierid * 10 + k, d.groupid, 'Cán bộ ' || d.dossierid % 30, d.receivedate + k * interval '7 hours', d.dossierid, (ARRAY['other', 'stop', 'stop', 'resume', 'stop', 'other'])[k], CASE WHEN k = last THEN 0 ELSE d.dossierid * 10 + k + 1 END
    FROM opencps_dossier AS d JOIN draw ON draw.i = d.dossierid CROSS JOIN LATERAL (SELECT CASE d.dossierstatus WHEN 'waiting' THEN 2 + 3 * (n[2] % 2) WHEN 'processing' THEN 4 ELSE 1 END AS last) AS l
    CROSS JOIN LATERAL generate_series(1, last) AS k
    WHERE d.receivedate IS NOT NULL;
    ANALYZE;
    SQL

psql( 'postgres', 'CREATE DATABASE mc_opencps' );
psql( 'mc_opencps', "CREATE EXTENSION motcua; CREATE SCHEMA \"Liferay DB\"; SET search_path = \"Liferay DB\"; $tables $fill" );
my $before = psql( 'mc_opencps', q{SELECT count(*) FROM pg_class} );

psql( 'mc_opencps', q{SELECT motcua.attach_opencps('Liferay DB', 'kpi', 55301, as_of => $$date '2026-03-31'$$)} );
my $plain = q{SELECT govagencycode AS unit, servicecode, receivedate::date AS r, duedate::date AS d,
    CASE WHEN e <= '2026-03-31' THEN e END AS e, online_ AS online, dossierid, p
    FROM (SELECT o.*, coalesce(releasedate, finishdate, CASE WHEN dossierstatus IN ('cancelled', 'unresolved') THEN coalesce(cancellingdate, modifieddate) END)::date AS e,
                 CASE WHEN dossierstatus = 'waiting' THEN (SELECT createdate FROM "Liferay DB".opencps_dossieraction AS a WHERE a.dossierid = o.dossierid AND a.actioncode = 'stop'
                                                           ORDER BY createdate DESC LIMIT 1) END::date AS p
          FROM "Liferay DB".opencps_dossier AS o WHERE groupid = 55301 AND dossierstatus NOT IN ('new', 'denied')) AS x};
is( psql( 'mc_opencps', q{SELECT unit, received_total, received_online, carried, resolved_total, early, on_time, late, open_total, open_in_time, open_overdue FROM kpi.on_time_by_unit ORDER BY unit} ),
    psql( 'mc_opencps', qq{SELECT unit, count(*) FILTER (WHERE r <= '2026-03-31' AND (e IS NULL OR e >= '2026-01-01')), count(*) FILTER (WHERE r BETWEEN '2026-01-01' AND '2026-03-31' AND online),
        count(*) FILTER (WHERE r < '2026-01-01' AND (e IS NULL OR e >= '2026-01-01')), count(*) FILTER (WHERE e >= '2026-01-01'), count(*) FILTER (WHERE e >= '2026-01-01' AND e < d),
        count(*) FILTER (WHERE e >= '2026-01-01' AND (e = d OR d IS NULL)), count(*) FILTER (WHERE e >= '2026-01-01' AND e > d), count(*) FILTER (WHERE r <= '2026-03-31' AND e IS NULL),
        count(*) FILTER (WHERE r <= '2026-03-31' AND e IS NULL AND (d >= '2026-03-31' OR d IS NULL OR p <= '2026-03-31')), count(*) FILTER (WHERE r <= '2026-03-31' AND e IS NULL AND d < '2026-03-31' AND (p IS NULL OR p > '2026-03-31'))
        FROM ($plain) AS x GROUP BY unit ORDER BY unit} ), 'units against plain SQL' );
cmp_ok( psql( 'mc_opencps', 'SELECT sum(received_total) FROM kpi.on_time_by_unit' ), '>', 10000, 'of thousands of dossiers' );
is( psql( 'mc_opencps', 'SELECT count(*), count(DISTINCT paused_since) > 100 FROM kpi.dossier WHERE is_paused = 1' ),
    psql( 'mc_opencps', qq{SELECT count(*), true FROM ($plain) AS x WHERE e IS NULL AND p <= '2026-03-31'} ), 'paused dossiers, from the actions' );
is( psql( 'mc_opencps', q{SELECT count(*) FROM kpi.dossier AS k JOIN "Liferay DB".opencps_dossier AS d ON k.code = d.dossierno
      WHERE d.dossierstatus = 'waiting' AND k.paused_since IS DISTINCT FROM
        (SELECT min(a.createdate) FROM "Liferay DB".opencps_dossieraction AS a WHERE a.dossierid = d.dossierid AND a.actioncode = 'stop'
            AND NOT EXISTS (SELECT FROM "Liferay DB".opencps_dossieraction AS b WHERE b.dossierid = d.dossierid AND b.actioncode = 'resume' AND b.createdate > a.createdate))} ), '0',
    'a pause begins with the first stop after the last resumption' );
is( psql( 'mc_opencps', q{SELECT count(*) FROM kpi.dossier WHERE outcome IS NOT NULL AND paused_since IS NOT NULL AND code IN (SELECT dossierno FROM "Liferay DB".opencps_dossier WHERE dossierstatus = 'processing')} ),
    '0', 'a resumed dossier is not paused' );
is( psql( 'mc_opencps', q{SELECT field, sum(received_total) FROM kpi.on_time_by_field GROUP BY field ORDER BY field} ),
    psql( 'mc_opencps', qq{SELECT 'Lĩnh vực ' || (substr(servicecode, 2)::int % 5), count(*) FROM ($plain) AS x WHERE r <= '2026-03-31' AND (e IS NULL OR e >= '2026-01-01') GROUP BY 1 ORDER BY 1} ), 'fields from the list of procedures' );
is( psql( 'mc_opencps', q{SELECT string_agg(DISTINCT ended_as, ' ' ORDER BY ended_as) FROM kpi.dossier WHERE is_resolved = 1} ), 'result stopped withdrawn', 'kinds of end' );
is( psql( 'mc_opencps', q{SELECT count(*) FROM kpi.dossier WHERE time_limit IS NOT NULL AND motcua.try_time_limit(time_limit) IS NULL} ), '0', 'every limit can be read' );
is( psql( 'mc_opencps', q{SELECT bool_and(officer ~ '^C.n b. \d+$') FROM kpi.overdue} ), 't', 'who has the current step' );
psql( 'mc_opencps', q{SELECT motcua.detach('kpi')} );
is( psql( 'mc_opencps', 'SELECT count(*) FROM pg_class' ), $before, 'detach leaves no trace' );

# ---- stored in UTC ----
psql( 'mc_opencps', q{SELECT motcua.attach_opencps('Liferay DB', 'utc', time_zone => 'UTC', as_of => $$date '2026-03-31'$$)} );
is( psql( 'mc_opencps', q{SELECT count(*), bool_and(u.received_at = d.receivedate + interval '7 hours') FROM utc.dossier AS u JOIN "Liferay DB".opencps_dossier AS d ON d.dossierno = u.code} ),
    psql( 'mc_opencps', q{SELECT count(*), true FROM "Liferay DB".opencps_dossier WHERE dossierstatus NOT IN ('new', 'denied')} ), 'all sites, with timestamps in UTC' );
psql( 'mc_opencps', q{SELECT motcua.detach('utc')} );

# ---- an older release: no service level, no actions, no list of procedures ----
psql( 'mc_opencps', q{CREATE SCHEMA old; CREATE TABLE old.opencps_dossier AS TABLE "Liferay DB".opencps_dossier;
    ALTER TABLE old.opencps_dossier DROP COLUMN postalcodesend, DROP COLUMN postalcodereceived, DROP COLUMN lastreceivedate, DROP COLUMN lastsenddate, DROP COLUMN servicelevel;
    SELECT motcua.attach_opencps('old', 'kpi_old', 55301, as_of => $$date '2026-03-31'$$)} );
is( psql( 'mc_opencps', q{SELECT sum(resolved_total), sum(late) FROM kpi_old.on_time_by_unit} ),
    psql( 'mc_opencps', qq{SELECT count(*) FILTER (WHERE e >= '2026-01-01'), count(*) FILTER (WHERE e >= '2026-01-01' AND e > d) FROM ($plain) AS x} ), 'an older release' );
is( psql( 'mc_opencps', q{SELECT count(*) FILTER (WHERE paused_since IS NOT NULL) > 0, count(field), count(officer), count(service_level) FROM kpi_old.dossier} ), 't|0|0|0', 'with what it has' );
like( psql_error( 'mc_opencps', q{SELECT motcua.attach_opencps('public', 'x')} ), qr/42P01: schema "public" has no opencps_dossier/, 'a schema without OpenCPS' );

# ---- its calendar ----
psql( 'mc_opencps', q{INSERT INTO "Liferay DB".opencps_holiday (holidayid, groupid, holidaydate, description, holidaytype) VALUES
        (1, 55301, '2026-06-15', 'Ngày truyền thống', 0), (2, 55301, '2026-06-20', 'Làm bù', 1), (3, 1, '2026-06-16', 'Nơi khác', 0);
    INSERT INTO "Liferay DB".opencps_worktime (worktimeid, groupid, day, hours) SELECT d, 55301, d, '07:30-11:30, 13:00-17:00' FROM generate_series(2, 5) AS d;
    INSERT INTO "Liferay DB".opencps_worktime (worktimeid, groupid, day, hours) VALUES (6, 55301, 6, '07:30-11:30,13:00-16:30'), (7, 55301, 7, '07:30-11:30'), (8, 1, 1, '08:00-09:00')} );
is( psql( 'mc_opencps', q{SELECT motcua.import_opencps_calendar('Liferay DB', 'site', 55301)} ), '5', 'two days and three shifts' );
is( psql( 'mc_opencps', q{SELECT string_agg(motcua.is_working_day(d::date, 'site')::int::text, '') FROM generate_series(timestamp '2026-06-14', '2026-06-21', '1 day') AS d} ), '00111110', 'days off, make-up day, Saturdays, Sundays' );
is( psql( 'mc_opencps', q{SELECT string_agg(motcua.working_time_between(d, d + interval '1 day', 'site')::text, ' ' ORDER BY d) FROM generate_series(timestamp '2026-06-17', '2026-06-20', '1 day') AS d} ),
    '08:00:00 08:00:00 07:30:00 04:00:00', 'hours by weekday' );
like( psql_error( 'mc_opencps', q{SELECT motcua.import_opencps_calendar('Liferay DB', 'site', 55301)} ), qr/23505/, 'not over an existing calendar' );
psql( 'mc_opencps', q{UPDATE "Liferay DB".opencps_worktime SET hours = '7h30-11h30' WHERE worktimeid = 7} );
like( psql_error( 'mc_opencps', q{SELECT motcua.import_opencps_calendar('Liferay DB', 'other')} ), qr/22007: opencps_worktime "day 7: 7h30-11h30" cannot be read/, 'hours that cannot be read' );
is( psql( 'mc_opencps', q{SELECT count(*) FROM motcua.calendar WHERE name = 'other'} ), '0', 'leave nothing half-done' );

psql( 'postgres', 'DROP DATABASE mc_opencps' );
done_testing();
