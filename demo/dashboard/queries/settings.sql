-- What the figures stand on: the day shown, the period, the target.
SELECT s.as_of, s.period_start, s.basis, motcua.percent(s.target) AS target_percent
FROM :"schema".settings AS s
