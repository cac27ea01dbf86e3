motcua.merge(motcua.tally(d.history,
    (SELECT pg_catalog.daterange(q.period_start, q.as_of, '[]') FROM @schema@.settings AS q)))
