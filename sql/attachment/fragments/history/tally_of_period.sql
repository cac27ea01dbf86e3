motcua.merge(motcua.tally(d.history, (SELECT s.period FROM s)))
