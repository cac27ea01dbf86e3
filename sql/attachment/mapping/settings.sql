-- The constants are read from this definition and are never executed. OFFSET 0 keeps the expression
-- of the day in a subquery, where motcua.attach_statement finds it.
CREATE OR REPLACE VIEW @schema@.settings WITH (@options@) AS
SELECT @version@::pg_catalog.text AS motcua_attachment, a.as_of,
       pg_catalog.date_trunc('year', a.as_of::pg_catalog.timestamp)::pg_catalog.date
           AS period_start,
       @basis@::pg_catalog.text AS basis, @granularity@::pg_catalog.text AS granularity,
       @target@::pg_catalog.numeric AS target, @warn_days@ AS warn_days,
       @time_zone@::pg_catalog.text AS time_zone, @calendar@::pg_catalog.text AS calendar,
       @rights@::pg_catalog.text AS rights, @ignore_rls@ AS ignore_rls
FROM (SELECT @as_of@ AS as_of OFFSET 0) AS a;
COMMENT ON VIEW @schema@.settings
    IS 'Khung nhìn này cho các thiết lập: ngày số liệu, chỉ tiêu, cách tính, lịch làm việc. | '
       'This view has the settings: the day shown, the target, the basis, the calendar.';
