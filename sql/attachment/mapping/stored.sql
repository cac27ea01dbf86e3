SELECT a.key, a.value
FROM @schema@.suspended AS s
CROSS JOIN LATERAL pg_catalog.jsonb_each_text(s.arguments) AS a
