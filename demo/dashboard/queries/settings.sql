-- Returns the settings of the attachment: the day and the period of the figures, and the target.
SELECT s.as_of, s.period_start, s.basis, motcua.percent(s.target) AS target_percent
FROM :"schema".settings AS s
