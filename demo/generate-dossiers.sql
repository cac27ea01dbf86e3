-- Decides what becomes of each dossier: on which working days, by their numbers, it is received,
-- due, paused, ended and returned. demo/generate.sql includes this script after the lists.

-- Each dossier has one row with its fate. All dossiers that were carried over from 2019 end in
-- 2020, and a fifth of them ends late.
CREATE TEMP TABLE dossier_fate AS
SELECT t.code AS unit, t.level, f.fate, f.fate LIKE 'carried%' AS carried,
       format('%s/%s/%s', t.code, f.fate, g.i) AS key
FROM target AS t
CROSS JOIN LATERAL (VALUES
    ('in time',          t.in_time - (t.carried - t.carried / 5)),
    ('carried, in time', t.carried - t.carried / 5),
    ('late',             t.late - t.carried / 5),
    ('carried, late',    t.carried / 5),
    ('open',             t.open),
    ('overdue',          t.overdue),
    ('paused',           t.paused),
    -- No count of 2020 has these dossiers. They belong to the years before and after, were never
    -- received, or were refused at the desk.
    ('of 2019',          t.received / 120),
    ('of 2021',          t.received / 60),
    ('unregistered',     t.received / 250 + 1),
    ('denied',           t.received / 200 + 1)) AS f (fate, quota)
CROSS JOIN LATERAL generate_series(1, f.quota) AS g (i);

-- The procedure sets the time limit. A dossier that is late or open at the end of the year has a
-- procedure of three days or more, because such dossiers are seldom settled on the same day.
CREATE TEMP TABLE dossier_case AS WITH chosen AS MATERIALIZED (
    SELECT f.*, pg_temp.draw(c.codes, f.key, 'procedure') AS procedure
    FROM dossier_fate AS f
    JOIN procedure_choice AS c ON c.level = f.level AND c.at_least = CASE
        WHEN f.fate IN ('in time', 'of 2019', 'of 2021', 'unregistered', 'denied') THEN 0 ELSE 3 END
)
SELECT c.*, p.days,
       p.days >= 3
       AND c.fate IN ('in time', 'open')
       AND pg_temp.dice(c.key, 'no due', 120) = 0 AS no_due,
       1 + pg_temp.dice(c.key, 'delay', 10) * pg_temp.dice(c.key, 'delay too', 10) / 9 AS delay,
       1 + pg_temp.dice(c.key, 'overdue', 30) * pg_temp.dice(c.key, 'overdue too', 30) / 29
         + CASE WHEN p.days >= 10 AND pg_temp.dice(c.key, 'stuck', 6) = 0
                THEN pg_temp.dice(c.key, 'stuck for', 60) ELSE 0 END AS overdue_for,
       y.busy_days[1 + pg_temp.dice(c.key, 'day', cardinality(y.busy_days))] AS busy_day
FROM chosen AS c
CROSS JOIN year_2020 AS y
JOIN procedure AS p ON p.level = c.level AND p.code = c.procedure;

-- The day of reception must fit the fate. A dossier that ends in 2020 is received earlier if it
-- would otherwise end after 31 December.
CREATE TEMP TABLE dossier_received AS
WITH wished AS (
    SELECT d.*, y.first, y.last, y.extracted,
           d.days + CASE WHEN d.fate LIKE '%late' THEN d.delay ELSE 0 END AS takes
    FROM dossier_case AS d CROSS JOIN year_2020 AS y
)
SELECT w.*,
       CASE
           WHEN w.carried THEN w.first - 1 - pg_temp.dice(w.key, 'before', w.takes)
           WHEN w.fate IN ('in time', 'late') AND w.busy_day + w.takes > w.last
               THEN w.last - w.takes - pg_temp.dice(w.key, 'moved', 25)
           WHEN w.fate = 'open' THEN w.last - pg_temp.dice(w.key, 'before', w.days + 1)
           WHEN w.fate = 'overdue' THEN w.last - w.days - w.overdue_for
           WHEN w.fate = 'paused' THEN w.last - 1 - pg_temp.dice(w.key, 'before', 40)
           WHEN w.fate = 'of 2019' THEN w.first - 1 - w.takes - pg_temp.dice(w.key, 'before', 25)
           WHEN w.fate = 'of 2021'
                THEN w.extracted - pg_temp.dice(w.key, 'before', w.extracted - w.last)
           ELSE w.busy_day
       END AS received_n
FROM wished AS w;

-- This table adds the day of the end. Some dossiers that were open on 31 December end in January
-- 2021. Their present status therefore does not tell what it was at the end of the year.
CREATE TEMP TABLE dossier_end AS
WITH due AS (
    SELECT r.*, r.received_n + r.days AS due_n,
           greatest(r.received_n, CASE WHEN r.carried THEN r.first END) AS earliest,
           r.last + 1 + pg_temp.dice(r.key, 'january', r.extracted - r.last) AS january
    FROM dossier_received AS r
)
SELECT d.*,
       CASE
           WHEN d.fate IN ('in time', 'carried, in time', 'of 2019') THEN
               CASE WHEN d.due_n > d.earliest AND pg_temp.dice(d.key, 'early', 100) < 68
                    THEN d.due_n - 1 - pg_temp.dice(d.key, 'early by', d.due_n - d.earliest)
                    ELSE d.due_n END
           WHEN d.fate LIKE '%late' THEN d.due_n + d.delay
           WHEN d.fate = 'denied' THEN d.received_n
           WHEN d.fate = 'open' AND pg_temp.dice(d.key, 'ends', 100) < 60
                THEN CASE WHEN d.due_n > d.last AND pg_temp.dice(d.key, 'slips', 8) > 0
                               THEN least(d.january, d.due_n)
                          ELSE d.january END
           WHEN d.fate = 'overdue' AND pg_temp.dice(d.key, 'ends', 100) < 45 THEN d.january
           WHEN d.fate = 'paused' AND pg_temp.dice(d.key, 'ends', 100) < 25 THEN d.january
           WHEN d.fate = 'of 2021'
                AND d.received_n + pg_temp.dice(d.key, 'takes', d.days + 1) <= d.extracted
                THEN d.received_n + pg_temp.dice(d.key, 'takes', d.days + 1)
       END AS ended_n
FROM due AS d;

-- This table adds pauses and the status. The paused dossiers were paused on 31 December; others
-- were paused in January, or were paused before and have ended. A dossier ends as withdrawn (status
-- 7), as stopped (status 8) or with a result. The citizen collects the result on the same day,
-- within a week, or sometimes not at all.
CREATE TEMP TABLE dossier_status AS WITH paused AS (
    SELECT e.*,
           CASE
               WHEN e.fate = 'paused' THEN e.received_n + 1 + pg_temp.dice(
                   e.key, 'pause', least(3, e.last - e.received_n))
               WHEN e.fate = 'open' AND e.ended_n IS NULL AND pg_temp.dice(e.key, 'pauses', 5) = 0
                   THEN e.last + 1 + pg_temp.dice(e.key, 'pause', 8)
               WHEN e.fate LIKE '%in time' AND e.ended_n - e.received_n >= 3 AND pg_temp.dice(
                   e.key, 'pauses', 25) = 0 THEN e.received_n + 1
           END AS paused_n,
           CASE WHEN e.ended_n IS NULL OR e.days < 3 OR e.fate = 'denied' THEN 1000
                ELSE pg_temp.dice(e.key, 'kind of end', 1000) END AS kind,
           e.ended_n + CASE WHEN e.days > 0 THEN greatest(0, pg_temp.dice(e.key, 'collects', 8) - 3)
                            ELSE 0 END AS collected_n
    FROM dossier_end AS e
)
SELECT p.*,
       CASE
           WHEN p.fate = 'unregistered' THEN 1
           WHEN p.fate = 'denied' THEN 3
           WHEN p.kind < 14 THEN 7
           WHEN p.kind < 24 THEN 8
           WHEN p.ended_n IS NOT NULL THEN CASE WHEN p.collected_n > p.extracted OR pg_temp.dice(
                                                    p.key, 'uncollected', 80) = 0 THEN 9
                                                ELSE 10 END
           WHEN p.paused_n IS NOT NULL
                THEN CASE WHEN pg_temp.dice(p.key, 'fee', 5) = 0 THEN 6 ELSE 5 END
           WHEN p.received_n >= p.extracted - 1 THEN 2
           ELSE 4
       END AS status
FROM paused AS p;
