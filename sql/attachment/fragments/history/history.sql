motcua.merge(d.history)
