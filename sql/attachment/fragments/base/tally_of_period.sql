motcua.tally(d.received_at, d.due_at, d.ended_at, (SELECT s.period FROM s),
    d.online, d.ended_as, @granularity@::pg_catalog.text, d.paused_since)
