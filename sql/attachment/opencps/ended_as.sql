CASE dossierstatus WHEN 'cancelled' THEN 'withdrawn'
                   WHEN 'unresolved' THEN 'stopped'
                   ELSE 'result' END
