-- Returns the figures of each month, for all units together (unit NULL) and for each unit. Counts
-- of open and carried dossiers are left out, because they are the state of a day and nobody should
-- add them up over months.
SELECT g.unit, lower(m.period) AS month,
       motcua.received(m.tally) AS received_new, f.received_online, f.received_direct,
       f.resolved_total, f.early, f.on_time, f.late,
       motcua.percent(motcua.on_time_rate(m.tally, s.basis)) AS on_time_percent,
       motcua.meets(m.tally, s.target, s.basis) AS meets_target
FROM :"schema".settings AS s
CROSS JOIN LATERAL (
    SELECT d.unit,
           motcua.ledger(d.received_at, d.due_at, d.ended_at, d.online, d.ended_as, s.granularity,
                         d.paused_since) AS history
    FROM :"schema".fact AS d
    GROUP BY GROUPING SETS ((), (d.unit))
) AS g
CROSS JOIN LATERAL motcua.tally_series(g.history, s.period_start, s.as_of, '1 month') AS m
CROSS JOIN LATERAL motcua.report_06a(m.tally) AS f
ORDER BY g.unit NULLS FIRST, lower(m.period)
