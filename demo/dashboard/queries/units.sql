-- Returns one row for all units together (unit NULL) and one for each unit, with the figures from
-- the beginning of the period to the day shown. Every rate is computed from counted dossiers and
-- never from other rates.
SELECT g.unit, g.unit_name, g.bloc,
       f.received_total, motcua.received(g.t) AS received_new, f.received_online, f.received_direct,
       f.carried,
       f.resolved_total, f.early, f.on_time, f.late,
       f.open_total, f.open_in_time - motcua.open_paused(g.t) AS open_in_time,
       motcua.open_paused(g.t) AS open_paused, f.open_overdue,
       motcua.percent(motcua.on_time_rate(g.t, s.basis)) AS on_time_percent,
       motcua.meets(g.t, s.target, s.basis) AS meets_target,
       motcua.percent(motcua.online_rate(g.t)) AS online_percent
FROM :"schema".settings AS s
CROSS JOIN LATERAL (
    SELECT d.unit, d.unit_name, d.bloc,
           motcua.tally(d.received_at, d.due_at, d.ended_at,
                        daterange(s.period_start, s.as_of, '[]'),
                        d.online, d.ended_as, s.granularity, d.paused_since) AS t
    FROM :"schema".fact AS d
    GROUP BY GROUPING SETS ((), (d.unit, d.unit_name, d.bloc))
) AS g
CROSS JOIN LATERAL motcua.report_06a(g.t) AS f
ORDER BY g.unit IS NOT NULL, motcua.on_time_rate(g.t, s.basis) DESC NULLS LAST,
         motcua.vi_sort_key(g.unit_name)
