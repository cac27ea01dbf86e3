-- Returns the procedures that have late or overdue dossiers, the worst first, for all units
-- together (unit NULL) and for each unit.
SELECT g.unit, coalesce(g.procedure, 'Chưa xác định') AS procedure,
       coalesce(g.field, 'Chưa xác định') AS field,
       f.received_total, f.resolved_total, f.late, f.open_overdue,
       motcua.percent(motcua.on_time_rate(g.t, s.basis)) AS on_time_percent,
       motcua.meets(g.t, s.target, s.basis) AS meets_target
FROM :"schema".settings AS s
CROSS JOIN LATERAL (
    SELECT d.unit, d.procedure, d.field,
           motcua.tally(d.received_at, d.due_at, d.ended_at,
                        daterange(s.period_start, s.as_of, '[]'),
                        d.online, d.ended_as, s.granularity, d.paused_since) AS t
    FROM :"schema".fact AS d
    GROUP BY GROUPING SETS ((d.procedure, d.field), (d.unit, d.procedure, d.field))
) AS g
CROSS JOIN LATERAL motcua.report_06a(g.t) AS f
WHERE f.late + f.open_overdue > 0
ORDER BY g.unit NULLS FIRST, f.late + f.open_overdue DESC, motcua.vi_sort_key(g.procedure),
         motcua.vi_sort_key(g.field)
