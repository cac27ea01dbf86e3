-- The query prints the settings as the last arguments of motcua.attach. Moments of the view source
-- are wall time in Viet Nam, so time_zone is not among them. Rights "owner" bypass row-level
-- security: whoever attached accepted that, and the statement accepts it again.
SELECT pg_catalog.format(E',\n    basis => %L, granularity => %L, target => %s, warn_days => %s'
                         ',\n    calendar => %L, rights => %L%s);',
                         s.basis, s.granularity, s.target, s.warn_days, s.calendar, s.rights,
                         CASE s.rights WHEN 'owner' THEN ', ignore_rls => true' ELSE '' END)
FROM @schema@.settings AS s
