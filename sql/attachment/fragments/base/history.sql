motcua.ledger(d.received_at, d.due_at, d.ended_at,
    d.online, d.ended_as, (SELECT q.granularity FROM @schema@.settings AS q), d.paused_since)
