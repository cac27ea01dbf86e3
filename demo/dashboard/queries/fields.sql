-- Returns the figures of each field, for all units together (unit NULL) and for each unit.
SELECT g.unit, coalesce(g.field, 'Chưa xác định') AS field,
       f.received_total, f.resolved_total, f.early, f.on_time, f.late, f.open_total, f.open_overdue,
       motcua.percent(motcua.on_time_rate(g.t, s.basis)) AS on_time_percent,
       motcua.meets(g.t, s.target, s.basis) AS meets_target
FROM :"schema".settings AS s
CROSS JOIN LATERAL (
    SELECT d.unit, d.field,
           motcua.tally(d.received_at, d.due_at, d.ended_at,
                        daterange(s.period_start, s.as_of, '[]'),
                        d.online, d.ended_as, s.granularity, d.paused_since) AS t
    FROM :"schema".fact AS d
    GROUP BY GROUPING SETS ((d.field), (d.unit, d.field))
) AS g
CROSS JOIN LATERAL motcua.report_06a(g.t) AS f
WHERE f.received_total > 0
ORDER BY g.unit NULLS FIRST, motcua.on_time_rate(g.t, s.basis) DESC NULLS LAST,
         motcua.vi_sort_key(g.field)
