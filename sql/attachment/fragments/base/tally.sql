-- The period is a subquery that depends on no row: it is computed once, and it does not keep
-- parallel workers away as a join would.
motcua.tally(d.received_at, d.due_at, d.ended_at,
    (SELECT pg_catalog.daterange(q.period_start, q.as_of, '[]') FROM @schema@.settings AS q),
    d.online, d.ended_as, @granularity@::pg_catalog.text, d.paused_since)
