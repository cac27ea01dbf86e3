# Test random histories of dossiers. The extension must fold them, step by step and by dossier_agg,
# as an independent model (test/oracle/dossiers.py) does. The same holds for verdicts, days late,
# time left, redue and tallies.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use File::Temp qw(tempdir);
use Psql qw(psql run);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $seed     = $ENV{DOSSIER_SEED}  // 20260302;
my $each     = $ENV{DOSSIER_COUNT} // 3000;
my $database = 'dossier_histories';
my $folder   = tempdir( 'motcua-dossiers.XXXXXX', TMPDIR => 1, CLEANUP => 1 );
chmod 0777, $folder;
diag("seed $seed, $each legal and $each illegal histories");

psql( 'postgres', "DROP DATABASE IF EXISTS $database" );
psql( 'postgres', "CREATE DATABASE $database" );
psql( $database, <<'SQL' );
CREATE EXTENSION motcua;
CREATE TABLE head (
    id int PRIMARY KEY,
    received timestamptz,
    time_limit text,
    due timestamptz,
    online boolean,
    calendar text
);
-- detail: '=' and a word, or a new due.
CREATE TABLE step (
    id int,
    n int,
    at timestamptz,
    event text,
    detail text,
    state text,
    first timestamptz,
    original timestamptz,
    current timestamptz,
    paused bigint,
    PRIMARY KEY (id, n)
);
CREATE TABLE pauses (
    id int PRIMARY KEY,
    pauses tstzmultirange,
    supplements int,
    reappointments int,
    ended timestamptz,
    ended_as text
);
CREATE TABLE verdict (
    id int,
    as_of timestamptz,
    as_of_day boolean,
    due text,
    by_day text,
    by_instant text,
    days_late int,
    time_left bigint
);
CREATE TABLE redue (id int, calendar text, move text, original timestamptz, current timestamptz);
CREATE TABLE tally (id int, remainder int, since date, until date, counters text);
CREATE TABLE made (id int PRIMARY KEY, d motcua.dossier);
CREATE TABLE difference (what text, id int, n int, got text, expected text);

CREATE FUNCTION begun(h head) RETURNS motcua.dossier LANGUAGE sql AS $$
    SELECT CASE WHEN h.time_limit IS NOT NULL
                     THEN motcua.dossier(h.received, h.time_limit::motcua.time_limit, h.calendar)
                ELSE motcua.dossier_of(h.received, h.due) END
$$;

CREATE FUNCTION stepped(d motcua.dossier, s step, calendar text) RETURNS motcua.dossier
LANGUAGE plpgsql AS $$
DECLARE word text := substr(s.detail, 2);
BEGIN
    RETURN CASE s.event
        WHEN 'pause' THEN motcua.pause(d, s.at, word)
        WHEN 'resume' THEN motcua.resume(d, s.at, word, calendar)
        WHEN 'reappoint' THEN motcua.reappoint(d, s.at, s.detail::timestamptz)
        WHEN 'resolve' THEN motcua.resolve(d, s.at)
        WHEN 'withdraw' THEN motcua.withdraw(d, s.at)
        WHEN 'refuse' THEN motcua.refuse(d, s.at)
        WHEN 'stop' THEN motcua.stop(d, s.at) END;
END $$;

-- Folds every history, notes each SQLSTATE and each due that is not the model's.
CREATE FUNCTION fold() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    h head;
    s step;
    d motcua.dossier;
    before motcua.dossier;
    got text;
BEGIN
    FOR h IN SELECT * FROM head ORDER BY id LOOP
        d := begun(h);
        FOR s IN SELECT * FROM step WHERE id = h.id ORDER BY n LOOP
            before := d;
            got := '00000';
            IF s.n > 0 THEN
                BEGIN
                    d := stepped(d, s, h.calendar);
                EXCEPTION WHEN OTHERS THEN
                    got := SQLSTATE;
                END;
            END IF;
            IF got <> s.state OR (got <> '00000' AND d::text <> before::text) THEN
                INSERT INTO difference VALUES ('sqlstate of ' || s.event, s.id, s.n, got, s.state);
            END IF;
            IF (motcua.first_due_at(d), motcua.original_due_at(d),
                motcua.due_at(d)) IS DISTINCT FROM (s.first, s.original, s.current) THEN
                INSERT INTO difference VALUES
                    ('dues after ' || s.event || ' ' || coalesce(s.detail, ''), s.id, s.n,
                     (motcua.first_due_at(d), motcua.original_due_at(d), motcua.due_at(d))::text,
                     (s.first, s.original, s.current)::text);
            END IF;
            IF motcua.paused_time(d)::text <> (s.paused * interval '1 microsecond')::text THEN
                INSERT INTO difference VALUES
                    ('paused_time', s.id, s.n, motcua.paused_time(d)::text,
                     (s.paused * interval '1 microsecond')::text);
            END IF;
        END LOOP;
        INSERT INTO made VALUES (h.id, d);
    END LOOP;
END $$;
SQL

# ---- the model's answers ----

my $days = psql(
    $database,
    q{SELECT format('%s,%s,%s', day::date,
                    CASE WHEN motcua.is_working_day(day::date, 'vn') THEN 't' ELSE 'f' END,
                    CASE WHEN motcua.is_working_day(day::date, 'vn_statutory') THEN 't'
                         ELSE 'f' END)
      FROM generate_series(timestamp '2020-01-01', '2040-12-31', '1 day') AS day}
);
open my $file, '>', "$folder/days" or die "days: $!";
print $file "$days\n";
close $file;
my ( $said, $status ) = run(
    'sh', '-c',
    "python3 -B '$FindBin::Bin/../../oracle/dossiers.py' $seed $each $each '$folder' "
        . "<'$folder/days'" );
is( $status, 0, 'the model runs' ) or diag($said);
psql(
    $database, join "\n",
    map {"\\copy $_ from '$folder/$_.csv' (format csv)"} qw(head step pauses verdict redue tally) );
psql( $database, 'ANALYZE' );

# ---- the extension's answers ----

# Pass if the query gives no difference, else show the first ones.
sub no_difference {
    my ( $name, $sql ) = @_;
    my $found = psql(
        $database,
        "WITH d AS MATERIALIZED ($sql)
         SELECT *
         FROM (SELECT DISTINCT ON (what) (SELECT count(*) FROM d), *
               FROM d ORDER BY what, id, n) AS x
         LIMIT 8"
    );
    return is( $found, '', $name );
}

psql( $database, 'SELECT fold()' );
no_difference( 'every step has the SQLSTATE, the three due dates and the paused_time of the model',
    'SELECT * FROM difference' );
is( psql( $database, 'SELECT count(*) FROM made' ), 2 * $each, 'all histories were folded' );
no_difference(
    'pauses, supplements, reappointments, the end',
    q{SELECT x.what, id, 0 AS n, x.got, x.expected
      FROM made
      JOIN pauses AS p USING (id), LATERAL (VALUES
          ('pauses', motcua.pauses(d)::text, p.pauses::text),
          ('supplements', motcua.supplements(d)::text, p.supplements::text),
          ('reappointments', motcua.reappointments(d)::text, p.reappointments::text),
          ('ended_at', motcua.ended_at(d)::text, p.ended::text),
          ('ended_as', motcua.ended_as(d), p.ended_as)) AS x (what, got, expected)
      WHERE x.got IS DISTINCT FROM x.expected}
);
no_difference(
    'received_at and time_limit',
    q{SELECT 'head' AS what, id, 0 AS n,
             motcua.received_at(d) || ' ' || coalesce(motcua.time_limit(d)::text, ''),
             received || ' ' || coalesce(h.time_limit, '')
      FROM made JOIN head AS h USING (id)
      WHERE motcua.received_at(d) <> received
         OR motcua.time_limit(d) OPERATOR(motcua.=) h.time_limit::motcua.time_limit IS FALSE
         OR (motcua.time_limit(d) IS NULL) <> (h.time_limit IS NULL)} );
no_difference(
    'history(dossier) lists what happened',
    q{SELECT 'history' AS what, id, s.n::int, r::text, s.at || s.event || coalesce(s.detail, '')
      FROM (SELECT id, row_number() OVER (PARTITION BY id ORDER BY n) AS n, at, event, detail,
                   original, current
            FROM step WHERE state = '00000') AS s
      FULL JOIN (SELECT id, n, r
                 FROM made,
                      motcua.history(d) WITH ORDINALITY AS r (at, event, detail,
                                                              original_due_at, due_at,
                                                              n)) AS r USING (id, n)
      WHERE ((r.r).at, (r.r).event, (r.r).original_due_at,
             (r.r).due_at) IS DISTINCT FROM (s.at, s.event, s.original, s.current)
         OR s.event IN ('pause', 'resume') AND (r.r).detail IS DISTINCT FROM substr(s.detail, 2)} );

# ---- text, jsonb, binary; sessions ----

no_difference(
    'text and jsonb forms read back',
    q{SELECT 'round trip' AS what, id, 0 AS n, d::text AS got,
             d::text::motcua.dossier::text AS expected
      FROM made
      WHERE d::text::motcua.dossier OPERATOR(motcua.<>) d
         OR d::jsonb::motcua.dossier OPERATOR(motcua.<>) d
         OR d::text::motcua.dossier::text <> d::text
         OR motcua.dossier_send(d::text::motcua.dossier) <> motcua.dossier_send(d)} );
psql(
    $database,
    "CREATE TABLE copied (id int, d motcua.dossier);\n\\copy made to '$folder/made' (format binary)\n\\copy copied from '$folder/made' (format binary)"
);
no_difference(
    'the binary form reads back',
    q{SELECT 'copy' AS what, id, 0 AS n, c.d::text, m.d::text
      FROM made AS m FULL JOIN copied AS c USING (id)
      WHERE (m.d OPERATOR(motcua.=) c.d) IS NOT TRUE OR m.d::text <> c.d::text}
);
is( psql(
        $database,
        q{SELECT count(*)
          FROM made AS a JOIN copied AS b ON a.d OPERATOR(motcua.=) b.d AND a.id = b.id}
    ),
    2 * $each,
    'each dossier that was read in binary form joins with its original' );
my $digest = q{SELECT md5(string_agg(d::text || (d::jsonb)::text, '' ORDER BY id)),
             md5(string_agg(begun(h)::text, '' ORDER BY id))
      FROM made JOIN head AS h USING (id);
    SELECT md5(string_agg(motcua.outcome(d, as_of, v.due, 'instant') || ' '
                          || motcua.outcome(d, date '2025-03-03')
                          || coalesce(motcua.time_left(d, as_of, v.due, 'vn')::text, '')
                          || motcua.days_late(d, as_of, v.due, 'vn'),
                          '' ORDER BY id,
                          as_of,
                          v.due,
                          as_of_day))
    FROM made JOIN verdict AS v USING (id)};
my @digests = map {
    psql(
        $database,
        "SET timezone = '$_'; SET datestyle = 'SQL, DMY'; SET intervalstyle = 'postgres'; $digest" )
} 'UTC', 'Asia/Ho_Chi_Minh', 'America/New_York';
like(
    $digests[0], qr/^[0-9a-f]{32}\|[0-9a-f]{32}\n[0-9a-f]{32}$/,
    'a session reads its own texts and gives verdicts' );
is( $digests[$_], $digests[0], 'a session in another time zone gives the same' ) for 1, 2;

# ---- dossier_agg ----

# The rows of all histories stand in disorder. Rows of one moment keep their order, which under
# GROUP BY only ORDER BY preserves.
psql(
    $database, q{CREATE TABLE status AS
                 SELECT row_number() OVER (ORDER BY md5(id || at::text), n) AS pos, id, calendar,
                        n, at, event, state,
                        CASE WHEN event = 'reappoint' THEN replace(detail, ' ', 'T') || ':00'
                             WHEN event = 'receive' THEN nullif(substr(detail, 2), '')
                             ELSE substr(detail, 2) END AS detail
                 FROM step JOIN head USING (id)
                 WHERE isfinite(at)
                   AND detail IS DISTINCT FROM 'infinity'
                   AND (time_limit IS NOT NULL OR due IS NULL);
    INSERT INTO status VALUES
        (-1, -1, 'vn', 0, NULL, 'receive', '00000', NULL),
        (-2, -1, 'vn', 1, now(), NULL, '00000', NULL)}
);
no_difference(
    'dossier_agg folds a table of events, in any order, to the same value',
    q{SELECT 'agg' AS what, id, 0 AS n, a.d::text, m.d::text
      FROM (SELECT id, motcua.dossier_agg(at, event, detail, calendar ORDER BY pos) AS d
            FROM status WHERE state = '00000' GROUP BY id) AS a
      LEFT JOIN made AS m USING (id)
      WHERE (m.d OPERATOR(motcua.=) a.d) IS DISTINCT FROM CASE WHEN id >= 0 THEN true END
         OR a.d::text <> m.d::text}
);
no_difference(
    'without a calendar it takes the default; with a value, the value',
    q{SELECT 'agg' AS what, id, 0 AS n, a.d::text, a.v::text
      FROM (SELECT id, motcua.dossier_agg(at, event, detail ORDER BY pos) AS d,
                   motcua.dossier_agg(at, event, detail,
                                      (SELECT motcua.calendar_value('vn')) ORDER BY at, pos) AS v
            FROM status WHERE state = '00000' AND calendar = 'vn' GROUP BY id) AS a
      JOIN made AS m USING (id)
      WHERE (m.d OPERATOR(motcua.=) a.d) IS NOT TRUE OR (m.d OPERATOR(motcua.=) a.v) IS NOT TRUE}
);
# The aggregate also refuses an illegal event that comes last by time and order.
psql(
    $database, q{CREATE FUNCTION agg_state(i int)
                     RETURNS text
                     LANGUAGE plpgsql
                     AS $$ BEGIN PERFORM motcua.dossier_agg(
                               at, event, detail,
                               calendar ORDER BY n) FROM status WHERE id = i AND n <= (
                               SELECT min(n) FROM status WHERE id = i AND state <> '00000');
                           RETURN '00000'; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE; END $$} );
no_difference(
    'dossier_agg refuses what the transitions refuse',
    q{SELECT 'agg refusal of ' || event AS what, id, n, agg_state(id) AS got, state AS expected
      FROM status AS s
      WHERE state <> '00000'
        AND at >= (SELECT max(at) FROM status AS b WHERE b.id = s.id AND b.n < s.n)
        AND agg_state(id) <> state}
);

# ---- verdicts ----

no_difference(
    'outcome, days_late, time_left as of days and instants',
    q{SELECT x.what, id, 0 AS n,
             x.got || ' as of ' || v.as_of || ' by ' || v.due || ' of ' || d::text, x.expected
      FROM verdict AS v
      JOIN made USING (id), LATERAL (SELECT motcua.vn_date(as_of) AS day) AS t, LATERAL (
          SELECT 'outcome by day' AS what, motcua.outcome(d, day, v.due)::text AS got,
                 by_day AS expected
          UNION ALL SELECT 'outcome by day as of an instant',
                           motcua.outcome(d, as_of, v.due, 'day')::text, by_day
          UNION ALL SELECT 'outcome by instant as of a day',
                           motcua.outcome(d, day, v.due, 'instant')::text, by_instant
          WHERE as_of_day
          UNION ALL SELECT 'outcome by instant',
                           motcua.outcome(d, as_of, v.due, 'instant')::text, by_instant
          WHERE NOT as_of_day
          UNION ALL SELECT 'days_late', motcua.days_late(d, day, v.due, 'vn')::text,
                           days_late::text
          UNION ALL SELECT 'days_late as of an instant',
                           motcua.days_late(d, as_of, v.due, 'vn')::text, days_late::text
          UNION ALL SELECT 'time_left as of a day', motcua.time_left(d, day, v.due, 'vn')::text,
                           (time_left * interval '1 microsecond')::text
          WHERE as_of_day
          UNION ALL SELECT 'time_left', motcua.time_left(d, as_of, v.due, 'vn')::text,
                           (time_left * interval '1 microsecond')::text) AS x
      WHERE x.got IS DISTINCT FROM x.expected} );

# ---- redue ----

psql(
    $database,
    q{CREATE TABLE redone AS
      SELECT r.*, motcua.redue(d, calendar, move) AS d, d AS was
      FROM redue AS r JOIN made USING (id)}
);
no_difference(
    'redue moves original and current, never the first',
    q{SELECT 'redue ' || calendar || ' ' || move
             || CASE WHEN motcua.time_limit(was) IS NULL THEN ' without a limit'
                     ELSE '' END AS what,
             id, 0 AS n,
             motcua.original_due_at(d) || ' ' || motcua.due_at(d) || ' of ' || was::text AS got,
             original || ' ' || current AS expected
      FROM redone
      WHERE (motcua.original_due_at(d), motcua.due_at(d)) IS DISTINCT FROM (original, current)
         OR motcua.first_due_at(d) IS DISTINCT FROM motcua.first_due_at(was)}
);
no_difference(
    'what was redued reads back',
    q{SELECT 'round trip' AS what, id, 0 AS n, d::text AS got,
             d::text::motcua.dossier::text AS expected
      FROM redone
      WHERE d::text::motcua.dossier OPERATOR(motcua.<>) d
         OR d::jsonb::motcua.dossier OPERATOR(motcua.<>) d
         OR motcua.dossier_send(d::text::motcua.dossier) <> motcua.dossier_send(d)}
);
no_difference(
    'a second redue changes nothing',
    q{SELECT 'again' AS what, id, 0 AS n, motcua.redue(d, calendar, move)::text AS got,
             d::text AS expected
      FROM redone
      WHERE motcua.redue(d, calendar, move) OPERATOR(motcua.<>) d}
);

# ---- tallies ----

no_difference(
    'tally(dossier, period, online) counts as the model does',
    q{SELECT 'tally' AS what, t.id, 0 AS n, c.got, t.counters AS expected
      FROM tally AS t,
           LATERAL (
               SELECT motcua.columns(motcua.tally(d,
                                                  daterange(since, until, '[]'),
                                                  CASE WHEN made.id % 3 = 0 THEN true
                                                       WHEN made.id % 3 = 1
                                                            THEN false END))::text AS got
               FROM made WHERE made.id % 7 = t.remainder) AS c
      WHERE c.got <> t.counters} );
no_difference(
    'and as the tally of plain columns, where no pause was deducted and no due has moved',
    q{SELECT 'plain tally' AS what, t.id, 0 AS n, c.got, c.expected
      FROM tally AS t,
           LATERAL (
               SELECT motcua.tally(d, daterange(since, until, '[]'), online)::text AS got,
                      motcua.tally(motcua.received_at(d), motcua.original_due_at(d),
                                   motcua.ended_at(d), daterange(since, until, '[]'), online,
                                   motcua.ended_as(d), 'day', NULL)::text AS expected
               FROM made JOIN head USING (id)
               WHERE made.id % 7 = t.remainder
                 AND NOT EXISTS (SELECT FROM step AS s
                                 WHERE s.id = made.id
                                   AND s.event = 'pause'
                                   AND s.state = '00000')) AS c
      WHERE c.got <> c.expected}
);

psql( 'postgres', "DROP DATABASE $database" ) if !$ENV{DOSSIER_KEEP};
done_testing();
