-- The function returns form II.06a by groups. The period ends on the day shown at the latest.
CREATE OR REPLACE FUNCTION @schema@.report_06a(period daterange, group_by text, units text)
    RETURNS TABLE (tt integer, label text, received_total bigint, received_online bigint,
                   received_direct bigint, carried bigint,
                   resolved_total bigint, early bigint, on_time bigint, late bigint,
                   open_total bigint, open_in_time bigint, open_overdue bigint)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH s AS MATERIALIZED (
        SELECT daterange(lower(report_06a.period),
                         least(upper(report_06a.period), g.as_of + 1)) AS period
        FROM @schema@.settings AS g
        WHERE lower(report_06a.period) <= g.as_of
    ), counted AS (
        -- Grouping by unit reads the rows that are grouped by unit; the other groupings need the
        -- finer rows. The conditions stand above the grouping, so that nothing below starts if they
        -- are false, and the planner can leave out the joins of the view fact that nobody needs.
        SELECT g.unit, NULL::text AS procedure, NULL::text AS field, g.t
        FROM (SELECT d.unit, @tally_of_period@ AS t
              FROM @rows_by_unit@ AS d
              GROUP BY d.unit
              @having@) AS g
        WHERE report_06a.group_by = 'unit' AND EXISTS (SELECT FROM s)
        UNION ALL
        SELECT g.unit, g.procedure, g.field, g.t
        FROM (SELECT d.unit, d.procedure, d.field, @tally_of_period@ AS t
              FROM @rows@ AS d
              GROUP BY d.unit, d.procedure, d.field
              @having@) AS g
        WHERE report_06a.group_by <> 'unit' AND EXISTS (SELECT FROM s)
    ), line AS MATERIALIZED (
        SELECT CASE report_06a.group_by
                   WHEN 'unit' THEN n.name
                   WHEN 'field' THEN c.field
                   WHEN 'procedure' THEN c.procedure
                   ELSE n.name || ' - ' || c.field END AS label,
               motcua.merge(c.t) AS t
        FROM counted AS c
        LEFT JOIN @schema@.unit AS u ON u.unit = c.unit
        LEFT JOIN @schema@.unit AS f ON f.unit = u.unit_now
        CROSS JOIN LATERAL (SELECT CASE report_06a.units
                                        WHEN 'successor'
                                             THEN coalesce(f.unit_name, u.unit_now, c.unit)
                                        ELSE coalesce(u.unit_name, c.unit) END AS name) AS n
        GROUP BY 1
    )
    SELECT (row_number() OVER (ORDER BY motcua.vi_sort_key(l.label)))::integer, l.label, f.*
    FROM line AS l
    CROSS JOIN LATERAL motcua.report_06a(l.t) AS f
    WHERE f.received_total + f.resolved_total + f.open_total > 0 OR report_06a.group_by = 'unit'
    UNION ALL
    SELECT NULL, 'Tổng cộng', f.*
    FROM (SELECT motcua.merge(l.t) AS t FROM line AS l) AS whole
    CROSS JOIN LATERAL motcua.report_06a(whole.t) AS f
    ORDER BY 1;
END;
COMMENT ON FUNCTION @schema@.report_06a(daterange, text, text)
    IS 'Trả về biểu II.06a của một kỳ; gọi qua motcua.report_06a. | '
       'Return form II.06a of a period; motcua.report_06a calls this function.';

-- The function counts each dossier in a form of its own, and lists the dossier if the cell of that
-- form is 1.
CREATE OR REPLACE FUNCTION @schema@.report_06a_dossiers(period daterange, col integer, label text,
        group_by text, units text)
    RETURNS TABLE (code text, unit text, unit_name text, officer text, procedure text, field text,
                   applicant text,
                   received_at timestamp, due_at timestamp, ended_at timestamp)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT d.code, d.unit, d.unit_name, d.officer, d.procedure, d.field, d.applicant, d.received_at,
           d.due_at, e.ended_at
    FROM @schema@.dossier AS d
    CROSS JOIN (SELECT s.granularity,
                       daterange(lower(report_06a_dossiers.period),
                                 least(upper(report_06a_dossiers.period), s.as_of + 1)) AS period
                FROM @schema@.settings AS s
                WHERE lower(report_06a_dossiers.period) <= s.as_of
                OFFSET 0) AS c
    CROSS JOIN LATERAL (SELECT CASE WHEN d.ended_at::date < upper(c.period)
                                         THEN d.ended_at END AS ended_at) AS e
    CROSS JOIN LATERAL (SELECT CASE report_06a_dossiers.units
                                    WHEN 'successor' THEN d.unit_now_name
                                    ELSE d.unit_name END AS name) AS u
    CROSS JOIN LATERAL (SELECT motcua.tally(o.received_at, o.due_at, o.ended_at, c.period, o.online,
                                            motcua_internal.known_end(o.ended_as), c.granularity,
                                            o.paused_since) AS t
                        FROM (SELECT d.received_at, d.due_at, d.ended_at, d.online, d.ended_as,
                                     d.paused_since) AS o) AS one
    CROSS JOIN LATERAL motcua.report_06a(one.t) AS f
    WHERE d.outcome IS DISTINCT FROM 'invalid'
      AND d.received_at < upper(c.period)
      AND (d.ended_at IS NULL OR d.ended_at >= lower(c.period))
      AND (report_06a_dossiers.label IS NULL OR report_06a_dossiers.label = 'Tổng cộng'
           OR report_06a_dossiers.label = CASE report_06a_dossiers.group_by
                   WHEN 'unit' THEN u.name
                   WHEN 'field' THEN d.field
                   WHEN 'procedure' THEN d.procedure
                   ELSE u.name || ' - ' || d.field END)
      AND (ARRAY[f.received_total, f.received_online, f.received_direct, f.carried,
                 f.resolved_total, f.early, f.on_time, f.late,
                 f.open_total, f.open_in_time, f.open_overdue])[report_06a_dossiers.col - 2] = 1;
END;
COMMENT ON FUNCTION @schema@.report_06a_dossiers(daterange, integer, text, text, text)
    IS 'Liệt kê đúng những hồ sơ được đếm trong một ô của biểu II.06a; gọi qua '
       'motcua.report_06a_dossiers. | '
       'List exactly the dossiers that are counted in a cell of form II.06a; '
       'motcua.report_06a_dossiers calls this function.';
