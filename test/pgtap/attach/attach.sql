-- Test attachments: views over existing tables of several shapes against plain SQL, the rows behind
-- a figure, rights, errors, upkeep.
\ir ../setup.psql
SELECT plan(88);

-- Return the SQLSTATE of a statement that fails, NULL of one that does not.
CREATE FUNCTION pg_temp.state_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;

-- ---- three shapes of table ----
CREATE TABLE three_dates (received date, due date, ended date);
INSERT INTO three_dates VALUES
    ('2026-01-05', '2026-01-09', '2026-01-08'),
    ('2026-01-05', '2026-01-09', '2026-01-09'),
    ('2026-01-05', '2026-01-09', '2026-01-12'),
    ('2026-01-05', '2026-01-09', NULL),
    ('2026-01-05', NULL, NULL),
    (NULL, '2026-01-09', NULL),
    ('2026-01-12', '2026-01-14', '2026-01-09'),
    ('2026-03-01', '2026-03-04', NULL);

CREATE SCHEMA "Lược đồ";
CREATE TABLE "Lược đồ"."Hồ sơ ""một cửa""" (
    "Mã" text,
    "Đơn vị" text,
    "Lĩnh vực" text,
    nhan timestamptz,
    hen timestamptz,
    xong timestamptz,
    dung timestamptz,
    kenh int,
    kieu text,
    "select" text
) PARTITION BY RANGE (nhan);
CREATE TABLE "Lược đồ"."2025" PARTITION OF "Lược đồ"."Hồ sơ ""một cửa""" FOR VALUES FROM (
    '2025-01-01') TO ('2026-01-01');
CREATE TABLE "Lược đồ"."2026" PARTITION OF "Lược đồ"."Hồ sơ ""một cửa""" FOR VALUES FROM (
    '2026-01-01') TO ('2027-01-01');
INSERT INTO "Lược đồ"."Hồ sơ ""một cửa"""
SELECT 'HS' || i, 'Xã ' || chr(64 + i % 7), CASE WHEN i % 11 > 0 THEN 'Lĩnh vực ' || i % 3 END, r,
       r + make_interval(days => n[2] % 12),
       CASE WHEN n[3] % 5 > 0 THEN r + make_interval(days => n[3] % 17, hours => n[1] % 9) END,
       CASE WHEN n[3] % 5 = 0 AND n[4] % 3 = 0 THEN r + '1 day' END, n[4] % 3,
       (ARRAY['result', 'withdrawn', 'refused', 'stopped', NULL])[1 + n[4] % 5], 'x'
FROM (SELECT i, n, timestamptz '2025-09-01 01:00+00' + make_interval(hours => n[1] % 6000) AS r
      FROM (SELECT i,
                   (SELECT array_agg(('x'
                                      || substr(md5('attach' || i), 4 * k + 1,
                                                4))::bit(16)::int ORDER BY k)
                    FROM generate_series(0, 3) AS k) AS n
            FROM generate_series(1, 5000) AS i) AS x) AS y;
CREATE TABLE utc (r timestamp, d timestamp, e timestamp);
INSERT INTO utc VALUES
    ('2026-01-05 18:30', '2026-01-09 02:00', '2026-01-08 18:00'),
    ('2026-01-05 01:00', '2026-01-09 02:00', '2026-01-09 18:00');

SELECT lives_ok($$SELECT motcua.attach('three_dates', 'simple', 'received', 'due', 'ended',
                                       as_of => $d$date '2026-01-20'$d$)$$,
                'a table of three dates is attached');
SELECT lives_ok($$SELECT motcua.attach('"Lược đồ"."Hồ sơ ""một cửa"""', 'Một cửa', 'nhan', 'hen',
                                       'xong', code => '"Mã"',
                                       unit => '"Hồ sơ ""một cửa"""."Đơn vị"',
                                       field => '"Lĩnh vực"', online => 'kenh = 2',
                                       ended_as => 'kieu', paused_since => 'dung',
                                       as_of => $d$date '2026-03-31'$d$, warn_days => 3,
                                       extra => '{"select": "\"select\"", "Kênh": "kenh"}')$$,
                'a partitioned table with odd names and instants is attached');
SELECT lives_ok($$SELECT motcua.attach('utc', 'stored_utc', 'r', 'd', 'e', time_zone => 'UTC',
                                       as_of => $d$date '2026-01-20'$d$)$$,
                'a table of timestamps in UTC is attached');
SELECT results_eq($$SELECT schema_name, rights
                    FROM motcua.attachments ORDER BY schema_name COLLATE "C"$$,
                  $$VALUES ('Một cửa', 'invoker'),
                           ('simple', 'invoker'),
                           ('stored_utc', 'invoker')$$,
                  'the attachments are listed');

-- ---- the small one, by hand ----
SELECT results_eq('SELECT received_on, due_on, ended_on, outcome, days_late, days_left FROM '
                  'simple.dossier ORDER BY 1, 2, 3, 4',
                  $$VALUES (date '2026-01-05', date '2026-01-09', date '2026-01-08', 'early',
                            NULL::int, NULL::int),
                           ('2026-01-05', '2026-01-09', '2026-01-09', 'on_time', NULL, NULL),
                           ('2026-01-05', '2026-01-09', '2026-01-12', 'late', 2, NULL),
                           ('2026-01-05', '2026-01-09', NULL, 'overdue', 8, -8),
                           ('2026-01-05', NULL, NULL, 'in_time', NULL, NULL),
                           ('2026-01-12', '2026-01-14', '2026-01-09', 'invalid', NULL, NULL),
                           ('2026-03-01', '2026-03-04', NULL, NULL, NULL, NULL),
                           (NULL, '2026-01-09', NULL, NULL, NULL, NULL)$$,
                  'verdicts as of a day; Saturday 10 January 2026 made up for a day off');
SELECT results_eq('SELECT unit, received_total, early, on_time, late, open_in_time, open_overdue, '
                  'on_time_percent, target_percent, meets_target, as_of, period_start FROM '
                  'simple.on_time_by_unit',
                  $$VALUES ('Chưa xác định', 5::bigint, 1::bigint, 1::bigint, 1::bigint, 1::bigint,
                            1::bigint, 66.67, 98.00, false, date '2026-01-20', date '2026-01-01')$$,
                  'a unit that is not mapped has a name');
SELECT results_eq('SELECT outcome FROM stored_utc.dossier ORDER BY received_at',
                  $$VALUES ('late'), ('on_time')$$, 'UTC: the day is the day in Viet Nam');
SELECT results_eq('SELECT received_at FROM stored_utc.dossier ORDER BY 1',
                  $$VALUES (timestamp '2026-01-05 08:00'), ('2026-01-06 01:30')$$,
                  'UTC: moments are shown as wall time');
SELECT results_eq('SELECT kind, count(*) FROM simple.anomaly GROUP BY 1 ORDER BY 1',
                  $$VALUES ('ended_before_received', 1::bigint), ('no_due_date', 1)$$,
                  'anomalies');
SELECT results_eq('SELECT identity, difference FROM simple.consistency',
                  $$VALUES ('invalid = 0', 1::bigint)$$,
                  'consistency');
SELECT results_eq('SELECT due_on, days_late FROM simple.overdue',
                  $$VALUES (date '2026-01-09', 8)$$, 'overdue');
SELECT results_eq('SELECT due_on, apology_by, ended_on FROM simple.apology_due ORDER BY ended_on',
                  $$VALUES (date '2026-01-09', date '2026-01-08', date '2026-01-12'),
                           ('2026-01-09', '2026-01-08', NULL)$$,
                  'overdue tells by which day an apology is owed');

-- ---- the large one against plain SQL ----
CREATE TEMP TABLE plain AS
SELECT "Đơn vị" AS unit, coalesce("Lĩnh vực", 'Chưa xác định') AS field,
       (nhan AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS r,
       (hen AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS d,
       CASE WHEN (xong AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= '2026-03-31'
                 THEN (xong AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END AS e,
       (dung AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS p, kenh = 2 AS online
FROM "Lược đồ"."Hồ sơ ""một cửa""";
SELECT results_eq($$SELECT unit, received_total, received_online, received_direct, carried,
                           resolved_total, early, on_time, late, open_total, open_in_time,
                           open_overdue
                    FROM "Một cửa".on_time_by_unit ORDER BY unit$$,
                  $$
    SELECT unit, count(*) FILTER (WHERE r <= '2026-03-31' AND (e IS NULL OR e >= '2026-01-01')),
           count(*) FILTER (WHERE r BETWEEN '2026-01-01' AND '2026-03-31' AND online),
           count(*) FILTER (WHERE r BETWEEN '2026-01-01' AND '2026-03-31' AND NOT online),
           count(*) FILTER (WHERE r < '2026-01-01' AND (e IS NULL OR e >= '2026-01-01')),
           count(*) FILTER (WHERE e >= '2026-01-01'),
           count(*) FILTER (WHERE e >= '2026-01-01' AND e < d),
           count(*) FILTER (WHERE e >= '2026-01-01' AND e = d),
           count(*) FILTER (WHERE e >= '2026-01-01' AND e > d),
           count(*) FILTER (WHERE r <= '2026-03-31' AND e IS NULL),
           count(*) FILTER (WHERE r <= '2026-03-31'
                              AND e IS NULL
                              AND (d >= '2026-03-31' OR p <= '2026-03-31')),
           count(*) FILTER (WHERE r <= '2026-03-31'
                              AND e IS NULL
                              AND d < '2026-03-31'
                              AND (p > '2026-03-31' OR p IS NULL))
    FROM plain GROUP BY unit ORDER BY unit$$,
                  'on_time_by_unit');
SELECT results_eq($$SELECT sum(received_total), sum(late), sum(open_overdue)
                    FROM "Một cửa".on_time_by_field$$,
                  $$SELECT sum(received_total), sum(late), sum(open_overdue)
                    FROM "Một cửa".on_time_by_unit$$,
                  'the figures of fields add up to those of units');
SELECT results_eq($$SELECT sum(received_total), sum(late), sum(open_overdue)
                    FROM "Một cửa".on_time_by_procedure$$,
                  $$SELECT sum(received_total), sum(late), sum(open_overdue)
                    FROM "Một cửa".on_time_by_unit$$,
                  'the figures of procedures add up to those of units');
SELECT results_eq($$SELECT unit, early, on_time, late, open_overdue, carried
                    FROM "Một cửa".on_time_by_month
                    WHERE month = '2026-02-01'
                    ORDER BY unit$$,
                  $$SELECT label, early, on_time, late, open_overdue, carried
                    FROM motcua.report_06a('Một cửa', '[2026-02-01,2026-03-01)')
                    WHERE tt IS NOT NULL
                    ORDER BY label$$,
                  'the line of a month has the figures of the report of that month');
SELECT results_eq($$SELECT day, sum(received)::bigint, sum(resolved)::bigint,
                           sum(resolved_late)::bigint
                    FROM "Một cửa".flow_by_day
                    GROUP BY day
                    HAVING sum(received) + sum(resolved) > 0
                    ORDER BY day$$,
                  $$SELECT day, sum(a), sum(b), sum(c)
                    FROM (SELECT r AS day, 1 AS a, 0 AS b, 0 AS c
                          FROM plain
                          WHERE r <= '2026-03-31'
                          UNION ALL SELECT e, 0, 1, (e > d)::int
                          FROM plain
                          WHERE e IS NOT NULL) AS x
                    GROUP BY day
                    ORDER BY day$$,
                  'flow_by_day');
SELECT is((SELECT count(*) FROM "Một cửa".overdue),
          (SELECT sum(open_overdue)::bigint FROM "Một cửa".on_time_by_unit),
          'overdue lists the dossiers that are counted as overdue');
SELECT is((SELECT count(*) FROM "Một cửa".dossier WHERE is_paused = 1),
          (SELECT count(*) FROM plain WHERE e IS NULL AND p <= '2026-03-31'),
          'paused');
SELECT is((SELECT count(*) FROM "Một cửa".due_soon),
          (SELECT count(*)
           FROM plain
           WHERE r <= '2026-03-31'
             AND e IS NULL
             AND (p IS NULL OR p > '2026-03-31')
             AND d BETWEEN '2026-03-31' AND motcua.add_working_days('2026-03-31', 4) - 1),
          'due_soon counts working days');
SELECT is((SELECT count(*) FROM "Một cửa".dossier WHERE "select" = 'x' AND "Kênh" IS NOT NULL),
          5000::bigint, 'extra columns keep their names');
SELECT results_eq($$SELECT min(day), max(day), count(*) FILTER (WHERE working)
                    FROM "Một cửa".day WHERE year = 2026$$,
                  $$SELECT date '2026-01-01', date '2026-12-31',
                           (SELECT count(*) FROM motcua.working_days('2026-01-01', '2026-12-31'))$$,
                  'the date dimension has its days');
SELECT results_eq($$SELECT report_year, report_quarter, min(day), max(day)
                    FROM "Một cửa".day
                    WHERE report_year = 2026
                    GROUP BY 1, 2
                    ORDER BY 2$$,
                  $$SELECT 2026, n, lower(motcua.report_period(2026, 'quarter', n)),
                           upper(motcua.report_period(2026, 'quarter', n)) - 1
                    FROM generate_series(1, 4) AS n$$,
                  'the quarters of the date dimension are those of report_period');

-- ---- the rows behind a figure: every cell of every line counts the rows of its list, also of a
-- past period ----
SELECT is_empty(format($$
    SELECT f.label, c.col, c.n
    FROM motcua.report_06a('Một cửa', %1$L, %2$L) AS f
    CROSS JOIN LATERAL unnest(ARRAY[received_total, received_online, received_direct, carried,
                                    resolved_total, early, on_time, late, open_total, open_in_time,
                                    open_overdue]) WITH ORDINALITY AS c (n, col)
    WHERE c.n <> (SELECT count(*)
                  FROM motcua.report_06a_dossiers('Một cửa', %1$L, c.col::int + 2, f.label, %2$L))$$,
                       period,
                       grouping),
                format('cells of %s by %s', period, grouping))
FROM (VALUES ('[2026-01-01,2026-04-01)', 'field'),
             ('[2025-10-15,2025-11-15)', 'field'),
             ('[2026-03-01,2026-12-31]', 'unit')) AS v (period, grouping);
SELECT is((SELECT count(*)
           FROM motcua.report_06a('Một cửa', '[2026-01-01,2026-04-01)', 'unit,field')
           WHERE tt IS NOT NULL),
          (SELECT count(DISTINCT (unit, field))
           FROM plain
           WHERE r <= '2026-03-31' AND (e IS NULL OR e >= '2026-01-01')),
          'a list can be of a unit and a field');
SELECT results_eq($$SELECT received_total, late
                    FROM motcua.report_06a('Một cửa', '[2026-01-01,2027-01-01)')
                    WHERE label = 'Tổng cộng'$$,
                  $$SELECT received_total, late
                    FROM motcua.report_06a('Một cửa', '[2026-01-01,2026-04-01)')
                    WHERE label = 'Tổng cộng'$$,
                  'a period ends at the day that the views show');

-- ---- anomalies, and due dates that the calendar has moved since ----
CREATE TABLE odd (
    code text, r timestamp, d timestamp, e timestamp, d0 date, back timestamp, lim text
);
INSERT INTO odd VALUES
    ('good', '2026-03-02 09:00', '2026-03-09 17:00', '2026-03-09 16:00', '2026-03-09',
     '2026-03-10 08:00', '5 ngày làm việc'),
    ('exact', '2026-03-02 09:00', '2026-03-09 16:15', '2026-03-09 16:15', NULL, NULL, NULL),
    ('before', '2026-03-10 09:00', '2026-03-09 17:00', NULL, NULL, NULL, NULL),
    ('sunday', '2026-03-02 09:00', '2026-03-08 17:00', NULL, NULL, NULL, NULL),
    ('moved', '2026-03-02 09:00', '2026-03-16 17:00', NULL, '2026-03-09', NULL, NULL),
    ('beyond', '2026-03-02 09:00', '2026-03-10 17:00', NULL, NULL, NULL, '05 (năm) ngày làm việc'),
    ('unread', '2026-03-02 09:00', '2026-03-10 17:00', NULL, NULL, NULL, 'vài ngày'),
    ('back', '2026-03-02 09:00', '2026-03-10 17:00', '2026-03-06 09:00', NULL, '2026-03-05 09:00',
     NULL),
    ('short', '2026-03-02 09:00', '2026-03-06 17:00', NULL, NULL, NULL, '5 ngày làm việc'),
    ('future', '2026-05-04 09:00', '2026-05-03 17:00', NULL, NULL, NULL, '5 ngày làm việc'),
    -- These due dates are as due_at promises where the hour is known and as due_on promises where
    -- it is not, so they are neither odd nor moved.
    ('after 15:00', '2026-03-05 15:20', '2026-03-06 17:00', NULL, NULL, NULL, 'trong ngày'),
    ('hours', '2026-03-16 09:00', '2026-03-17 09:00', NULL, NULL, NULL, '8 giờ làm việc'),
    ('saturday', '2026-03-07 09:00', '2026-03-10 17:00', NULL, NULL, NULL, '1 ngày làm việc'),
    ('saturday, by day', '2026-03-07', '2026-03-09', NULL, NULL, NULL, '1 ngày làm việc');
SELECT motcua.attach('odd', 'odd_views', 'r', 'd', 'e', code => 'code', original_due_at => 'd0',
                     returned_at => 'back', time_limit => 'lim', as_of => $$date '2026-03-20'$$);
SELECT results_eq('SELECT code, kind FROM odd_views.anomaly ORDER BY 1, 2',
                  $$VALUES ('back', 'returned_before_ended'), ('before', 'due_before_received'),
                           ('beyond', 'beyond_limit'), ('exact', 'ended_exactly_at_due'),
                           ('future', 'due_before_received'), ('future', 'due_on_day_off'),
                           ('moved', 'due_moved'), ('sunday', 'due_on_day_off'),
                           ('unread', 'unreadable_limit')$$,
                  'there is every kind of anomaly, and no other');
SELECT results_eq('SELECT code, due_on, due_on_now, working_days FROM '
                  'odd_views.due_drift ORDER BY code',
                  $$VALUES ('beyond', date '2026-03-10', date '2026-03-09', -1),
                           ('short', '2026-03-06', '2026-03-09', 1)$$,
                  'due_drift lists open dossiers whose due date is not what the limit gives');
INSERT INTO motcua.calendar_day (calendar, day, kind, title) VALUES
    ('vn', '2026-03-04', 'off', 'Nghỉ đột xuất');
SELECT results_eq('SELECT code, due_on_now FROM odd_views.due_drift ORDER BY code',
                  $$VALUES ('short', date '2026-03-10')$$,
                  'due_drift lists dossiers that a decision on the calendar moved');
DELETE FROM motcua.calendar_day;
SELECT motcua.detach('odd_views');

-- ---- indexes ----
ALTER TABLE three_dates ADD who text, ADD desk text NOT NULL DEFAULT 'Bàn 1';
SELECT motcua.attach('three_dates', 'offers', 'received', 'due', 'ended', unit => 'desk',
                     applicant => 'who', officer => '(SELECT current_user)', code => 'now()::text');
SELECT results_eq($$SELECT statement FROM motcua.offered_indexes('offers')$$,
                  $$VALUES ('CREATE INDEX CONCURRENTLY ON public.three_dates ((desk));'),
                           ('CREATE INDEX CONCURRENTLY ON public.three_dates (((due + '
                            '''23:59:59.999999''::time without time zone))) WHERE '
                            '((ended)::timestamp without time zone) IS NULL;'),
                           ('CREATE INDEX CONCURRENTLY ON public.three_dates USING '
                            'gin ((who) motcua.vi_syllable_ops);')$$,
                  'indexes are offered where the expression never changes');
SELECT lives_ok(replace(statement, ' CONCURRENTLY', ''), statement)
FROM motcua.offered_indexes('offers');
SELECT motcua.detach('offers');

-- ---- units that merged ----
INSERT INTO motcua.agency (code, name, level, bloc, valid, successor) VALUES
    ('Xã A', 'Xã A (cũ)', 'xã', 'Xã', '(,2025-12-01)', 'Xã B'),
    ('Xã B', 'Phường B', 'xã', 'Xã', '(,)', NULL),
    ('Xã C', 'Xã C', 'xã', 'Xã', '(,)', NULL);
SELECT is((SELECT array_agg(label ORDER BY tt)
           FROM motcua.report_06a('Một cửa', '[2026-01-01,2026-04-01)', 'unit', 'successor')),
          '{Phường B,Xã @,Xã C,Xã D,Xã E,Xã F,Tổng cộng}',
          'a merged unit stands under its new name');
SELECT results_eq($$SELECT received_total, carried, late, open_overdue
                    FROM motcua.report_06a('Một cửa', '[2026-01-01,2026-04-01)', 'unit',
                                           'successor')
                    WHERE label = 'Phường B'$$,
                  $$SELECT sum(received_total)::bigint, sum(carried)::bigint, sum(late)::bigint,
                           sum(open_overdue)::bigint
                    FROM motcua.report_06a('Một cửa', '[2026-01-01,2026-04-01)')
                    WHERE label IN ('Xã A (cũ)', 'Phường B')$$,
                  'a merged unit has the figures of its old units, carried dossiers included');
SELECT results_eq($$SELECT DISTINCT unit, unit_name, unit_now, unit_now_name, bloc
                    FROM "Một cửa".dossier WHERE unit = 'Xã A'$$,
                  $$VALUES ('Xã A', 'Xã A (cũ)', 'Xã B', 'Phường B', 'Xã')$$,
                  'each dossier shows its old and its new unit');

-- ---- what BI tools see ----
SELECT is((SELECT string_agg(DISTINCT format('%s.%s %s', c.relname, a.attname, a.atttypid::regtype),
                             ', ')
           FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
           WHERE c.relnamespace IN (SELECT schema_name::regnamespace
                                    FROM (SELECT quote_ident(schema_name) AS schema_name
                                          FROM motcua.attachments) AS x)
             AND c.relname <> 'mapping'
             AND a.atttypid NOT IN ('text'::regtype, 'date'::regtype, 'timestamp'::regtype,
                                    'integer'::regtype, 'bigint'::regtype, 'numeric'::regtype,
                                    'boolean'::regtype)),
          NULL, 'all views but the record of the mapping have columns of simple types only');
SELECT is((SELECT string_agg(view_name || '.' || column_name, ', ')
           FROM simple.labels WHERE label IS NULL OR view_label IS NULL),
          NULL, 'every view and column has a label');
SELECT is((SELECT string_agg(DISTINCT c.relname, ' ' ORDER BY c.relname)
           FROM pg_class AS c
           WHERE c.relnamespace = 'simple'::regnamespace
             AND NOT EXISTS (SELECT FROM pg_attribute AS a
                             WHERE a.attrelid = c.oid AND a.attname = 'as_of')),
          'fact labels mapping source unit', 'views of figures name the day that they show');

SELECT is((SELECT string_agg(DISTINCT c.relname, ' ' ORDER BY c.relname)
           FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
           WHERE c.relnamespace = 'simple'::regnamespace
             AND a.attname IN ('applicant', 'code', 'officer')),
          'anomaly apology_due dossier due_drift due_soon mapping overdue source',
          'only these views have personal data');

-- ---- rights ----
CREATE ROLE mc_bi;
GRANT USAGE ON SCHEMA simple TO mc_bi;
GRANT SELECT ON simple.on_time_by_unit, simple.fact, simple.unit, simple.settings TO mc_bi;
SET LOCAL ROLE mc_bi;
SELECT throws_ok('SELECT * FROM simple.on_time_by_unit',
                 '42501', NULL, 'rights invoker: the reader needs the right to the table');
RESET ROLE;
GRANT SELECT ON three_dates TO mc_bi;
ALTER TABLE three_dates ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON three_dates TO mc_bi USING (ended IS NOT NULL);
SET LOCAL ROLE mc_bi;
SELECT is((SELECT received_total FROM simple.on_time_by_unit),
          3::bigint, 'rights invoker: the row-level security of the reader applies');
RESET ROLE;
SELECT throws_ok($$SELECT motcua.attach('three_dates', 'x', 'received', 'due', 'ended',
                                        rights => 'owner')$$,
                 '55000', NULL, 'rights owner, which would bypass row-level security, is refused');
SELECT lives_ok($$SELECT motcua.attach('three_dates', 'owned', 'received', 'due', 'ended',
                                       rights => 'owner', ignore_rls => true,
                                       as_of => $d$date '2026-01-20'$d$)$$,
                'rights owner is accepted where bypassing row-level security is wanted');
GRANT USAGE ON SCHEMA owned TO mc_bi;
GRANT SELECT ON owned.on_time_by_unit TO mc_bi;
REVOKE ALL ON three_dates FROM mc_bi;
SET LOCAL ROLE mc_bi;
SELECT is((SELECT received_total FROM owned.on_time_by_unit),
          5::bigint, 'rights owner: a grant on the view is enough');
SELECT throws_ok('SELECT * FROM owned.dossier', '42501', NULL,
                 'rights owner: the grant is for that view alone');
RESET ROLE;

INSERT INTO motcua.agency (code, name) VALUES ('x1', 'Phường 1'), ('x2', 'Phường 1');
SELECT results_eq($$SELECT unit, unit_name FROM simple.unit WHERE unit LIKE 'x_' ORDER BY 1$$,
                  $$VALUES ('x1', 'Phường 1 (x1)'), ('x2', 'Phường 1 (x2)')$$,
                  'units with the same name stay apart');

-- ---- refusals name their argument ----
SELECT throws_ok(format('SELECT motcua.attach(%s)', arguments), state, message, message)
FROM (VALUES
    ($$'utc', 'x', 'nothing', 'd', 'e'$$, '42703',
     'argument "received_at": column "nothing" does not exist'),
    ($$'utc', 'x', 'r, 1', 'd', 'e'$$, '42601',
     'argument "received_at" is not exactly one expression'),
    ($$'utc', 'x', 'r) FROM pg_class --', 'd', 'e'$$, '42601',
     'argument "received_at": syntax error at or near ")"'),
    ($$'utc', 'x', 'r', 'd FROM utc', 'e'$$, '42601',
     'argument "due_at" is not exactly one expression'),
    ($$'utc', 'x', 'r', 'd', 'e; DROP TABLE utc'$$, '42601',
     'argument "ended_at": syntax error at or near ";"'),
    ($$'utc', 'x', 'r', 'd', ''$$, '42601', 'argument "ended_at" is not exactly one expression'),
    ($$'utc', 'x', 'r', 'd', 'e', unit => '$1'$$, '42P02',
     'argument "unit": there is no parameter $1'),
    ($$'utc', 'x', 'max(r)', 'd', 'e'$$, '42803',
     'argument "received_at": aggregate functions are not allowed in WHERE'),
    ($$'utc', 'x', '1', 'd', 'e'$$,
     '42804',
     'argument "received_at" is of type integer, it must be a date, '
     'a timestamp or a timestamp with time zone'),
    ($$'utc', 'x', 'r', 'd', 'e', online => '1'$$, '42804',
     'argument "online" is of type integer, it must be boolean'),
    ($$'utc', 'x', 'r', 'd', 'e', as_of => 'now()'$$, '42804',
     'argument "as_of" is of type timestamp with time zone, it must be a date'),
    ($$'utc', 'x', 'r', 'd', 'e', as_of => 'r::date'$$, '42703',
     'argument "as_of": column "r" does not exist'),
    ($$'utc', 'x', 'r', 'd', 'e', calendar => 'nowhere'$$, '42704',
     'calendar "nowhere" does not exist'),
    ($$'utc', 'x', 'r', 'd', 'e', time_zone => 'nowhere'$$, '22023',
     'time zone "nowhere" is not recognized'),
    ($$'utc', 'x', 'r', 'd', 'e', basis => 'all'$$, '22023', 'unknown basis "all"'),
    ($$'utc', 'x', 'r', 'd', 'e', target => 98$$, '22023', 'target "98" is outside 0 to 1'),
    ($$'utc', 'x', 'r', 'd', 'e', target => 'NaN'$$, '22023', 'target "NaN" is outside 0 to 1'),
    ($$'utc', 'x', 'r', 'd', 'e', warn_days => -1$$, '22023', 'warn_days "-1" is negative'),
    ($$'utc', 'x', 'r', 'd', 'e', rights => 'all'$$, '22023', 'unknown rights "all"'),
    ($$'utc', 'x', 'r', 'd', 'e', extra => '[1]'$$, '22023',
     'argument "extra" is not a JSON object'),
    ($$'utc', 'x', 'r', 'd', 'e', extra => '{"a": "nothing"}'$$, '42703',
     'argument "extra.a": column "nothing" does not exist'),
    ($$'utc', 'x', NULL, 'd', 'e'$$, '22004', 'argument "received_at" of attach is NULL'),
    ($$'utc', 'simple', 'r', 'd', 'e'$$, '42P06', 'schema "simple" already exists'),
    ($$'pg_class_oid_index', 'x', 'r', 'd', 'e'$$, '42809',
     '"pg_class_oid_index" cannot be attached')) AS v (arguments, state, message);
SELECT is((SELECT count(*)
           FROM unnest(ARRAY['received_at', 'due_at', 'ended_at', 'code', 'unit', 'reception_unit',
                             'officer', 'procedure', 'field', 'applicant', 'online', 'channel',
                             'service_level', 'ended_as', 'excluded', 'paused_since',
                             'submitted_at', 'original_due_at', 'returned_at', 'apology_at',
                             'time_limit', 'calendar_expr', 'as_of', 'basis', 'granularity',
                             'time_zone', 'calendar', 'rights']) AS argument,
                unnest(ARRAY['r); CREATE TABLE injected (); --',
                             'r)::text AS x FROM utc; CREATE TABLE injected (); --',
                             '(SELECT 1) FROM utc UNION SELECT 1',
                             $q$x' AS y; CREATE TABLE injected (); --$q$]) AS attempt
           WHERE pg_temp.state_of(
                     format('SELECT motcua.attach(relation => ''utc'', schema_name => ''x'', %s)',
                            (SELECT string_agg(
                                 format('%I => %L', a,
                                        coalesce(CASE WHEN a = argument THEN attempt END, v)),
                                 ', ')
                             FROM (VALUES ('received_at', 'r'),
                                          ('due_at', 'd'),
                                          ('ended_at', 'e'),
                                          (argument, attempt)) AS g (a, v)
                             WHERE (a <> argument OR v = attempt)))) IS NULL
              OR to_regclass('injected') IS NOT NULL),
          0::bigint, 'nothing is injected through any argument');
SELECT throws_ok($$SELECT motcua.report_06a('public', '[2026-01-01,2026-02-01)')$$,
                 '42704',
                 'schema "public" is not an attachment',
                 'a report of a schema that is no attachment is refused');
SELECT throws_ok($$SELECT *
                   FROM motcua.report_06a_dossiers('simple', '[2026-01-01,2026-02-01)', 2)$$,
                 '22023', 'form II.06a has no column 2',
                 'a list of a column that counts nothing is refused');

-- ---- upkeep ----
CREATE TEMP TABLE was AS SELECT * FROM "Một cửa".on_time_by_unit;
ALTER TABLE "Lược đồ"."Hồ sơ ""một cửa""" RENAME COLUMN hen TO "hẹn trả";
ALTER TABLE "Lược đồ"."Hồ sơ ""một cửa""" ADD "Cột mới" text NOT NULL DEFAULT 'x',
ADD other timestamptz DEFAULT clock_timestamp();
ALTER TABLE "Lược đồ"."Hồ sơ ""một cửa""" ALTER other TYPE text, DROP "Cột mới";
SELECT pass('columns that are not mapped can be added, changed and dropped');
SELECT throws_ok($$ALTER TABLE "Lược đồ"."Hồ sơ ""một cửa""" ALTER COLUMN kenh TYPE bigint$$,
                 '0A000', NULL, 'the type of a mapped column cannot change under the views');
SELECT throws_ok($$ALTER TABLE "Lược đồ"."Hồ sơ ""một cửa""" DROP COLUMN kenh$$,
                 '2BP01', NULL, 'a mapped column cannot be dropped');
SELECT throws_ok('DROP EXTENSION motcua', '2BP01', NULL,
                 'the extension cannot be dropped under the views');
SELECT matches(motcua.attach_statement('Một cửa'),
               'due_at => ''\"hẹn trả\"''',
               'attach_statement follows a renamed column');
SELECT motcua.suspend_attachment('Một cửa');
ALTER TABLE "Lược đồ"."Hồ sơ ""một cửa""" ALTER COLUMN kenh TYPE bigint;
SELECT motcua.resume_attachment('Một cửa');
SELECT results_eq('SELECT unit, received_total, late FROM was ORDER BY unit',
                  'SELECT unit, received_total, late FROM "Một cửa".on_time_by_unit ORDER BY unit',
                  'suspend_attachment and resume_attachment allow a migration');
SELECT is((SELECT motcua.attach_statement('Một cửa')),
          (SELECT s
           FROM (SELECT motcua.attach_statement('Một cửa') AS s,
                        motcua.suspend_attachment('Một cửa'),
                        motcua.resume_attachment('Một cửa')) AS x),
          'suspending and resuming adds nothing');
SELECT motcua.suspend_attachment('owned');
GRANT INSERT ON owned.suspended TO mc_bi;
SELECT throws_ok($$SELECT motcua.resume_attachment('owned')$$,
                 '42501', NULL, 'an expression that others could have written is not run again');
REVOKE ALL ON owned.suspended FROM mc_bi;
UPDATE pg_class SET relacl = NULL WHERE oid = 'owned.suspended'::regclass;
SELECT throws_ok($$SELECT motcua.report_06a('owned', '[2026-01-01,2026-02-01)')$$,
                 '42704', NULL, 'a suspended attachment gives no report');
SELECT motcua.resume_attachment('owned');
SELECT motcua.reattach('owned');
SELECT ok(has_table_privilege('mc_bi', 'owned.on_time_by_unit', 'SELECT')
          AND NOT has_table_privilege('mc_bi', 'owned.dossier', 'SELECT'),
          'reattach keeps the grants');
CREATE VIEW of_somebody AS SELECT * FROM simple.overdue;
SELECT throws_ok($$SELECT motcua.detach('simple')$$,
                 '2BP01', NULL, 'detach does not drop what others built on the views');
DROP VIEW of_somebody;
SELECT motcua.detach(schema_name) FROM motcua.attachments;
SELECT is((SELECT count(*)
           FROM pg_namespace
           WHERE nspname IN ('simple', 'Một cửa', 'stored_utc', 'owned')),
          0::bigint, 'detach leaves no trace');

SELECT * FROM finish();
ROLLBACK;
