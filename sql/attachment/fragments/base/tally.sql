-- The period and the granularity are subqueries that depend on no row: they are computed once, and
-- they do not keep parallel workers away as a join would.
motcua.tally(d.received_at, d.due_at, d.ended_at,
    (SELECT pg_catalog.daterange(q.period_start, q.as_of, '[]') FROM @schema@.settings AS q),
    d.online, d.ended_as, (SELECT q.granularity FROM @schema@.settings AS q), d.paused_since)
