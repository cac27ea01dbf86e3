CASE WHEN durationcount > 0
     THEN pg_catalog.trim_scale(pg_catalog.round(durationcount::numeric, 2))::text
          || CASE durationunit WHEN 0 THEN ' ngày làm việc' WHEN 1 THEN ' giờ làm việc' END END
