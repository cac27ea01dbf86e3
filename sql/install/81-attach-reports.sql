-- This module makes the reports of an attachment, and the functions that draw the page of
-- report_html.

CREATE FUNCTION motcua.report_06a(schema_name name, period daterange, group_by text DEFAULT 'unit',
        units text DEFAULT 'recorded')
    RETURNS TABLE (tt integer, label text, received_total bigint, received_online bigint,
                   received_direct bigint, carried bigint,
                   resolved_total bigint, early bigint, on_time bigint, late bigint,
                   open_total bigint, open_in_time bigint, open_overdue bigint)
    AS 'MODULE_PATHNAME', 'motcua_report_06a_of_attachment'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 200 COST 10000;
COMMENT ON FUNCTION motcua.report_06a(name, daterange, text, text)
    IS 'Trả về biểu II.06a của một lược đồ trong một kỳ bất kỳ, theo unit, field, procedure hoặc '
       'unit,field; units chọn đơn vị như đã ghi (recorded) hoặc đơn vị kế thừa (successor). | '
       'Return form II.06a of an attachment for any period, by unit, field, procedure or '
       'unit,field; units is recorded (the units as the dossiers have them) or successor (the '
       'agencies that took over).';

CREATE FUNCTION motcua.report_06a_dossiers(schema_name name, period daterange, col integer,
        label text DEFAULT NULL,
        group_by text DEFAULT 'unit', units text DEFAULT 'recorded')
    RETURNS TABLE (code text, unit text, unit_name text, officer text, procedure text, field text,
                   applicant text,
                   received_at timestamp, due_at timestamp, ended_at timestamp)
    AS 'MODULE_PATHNAME', 'motcua_report_06a_dossiers'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 200 COST 10000;
COMMENT ON FUNCTION motcua.report_06a_dossiers(name, daterange, integer, text, text, text)
    IS 'Liệt kê đúng những hồ sơ được đếm trong một ô của biểu II.06a, cho số cột (3 đến 13) và '
       'nhãn của dòng. | '
       'List exactly the dossiers that are counted in a cell of form II.06a, given its column (3 '
       'to 13) and the label of its row.';

CREATE FUNCTION motcua.report_html(schema_name name, period daterange) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_report_html'
    LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION motcua.report_html(name, daterange)
    IS 'Trả về báo cáo của một kỳ thành một trang HTML bằng tiếng Việt để xem và in, không cần '
       'tệp nào khác. | '
       'Return the report of a period as an HTML page in Vietnamese for screen and print. The '
       'page needs no other file.';

CREATE FUNCTION motcua_internal.html_text(value text) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(value, '&',
                                                                                       '&amp;'),
                                                                    '<',
                                                                    '&lt;'),
                                                 '>',
                                                 '&gt;'),
                              '"',
                              '&quot;');
COMMENT ON FUNCTION motcua_internal.html_text(text)
    IS 'Internal: returns text escaped for HTML, also within double quotes.';

CREATE FUNCTION motcua_internal.vi_number(n bigint) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.regexp_replace(n::text, '(\d)(?=(\d{3})+$)', '\1.', 'g');
COMMENT ON FUNCTION motcua_internal.vi_number(bigint)
    IS 'Internal: returns a number with dots between thousands: 17.391.';

CREATE FUNCTION motcua_internal.vi_day(day date) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.format('%s/%s/%s', pg_catalog.lpad(extract(day FROM day)::text, 2, '0'),
                             pg_catalog.lpad(extract(month FROM day)::text, 2, '0'),
                             extract(year FROM day));
COMMENT ON FUNCTION motcua_internal.vi_day(date) IS 'Internal: returns a day as 31/12/2020.';

-- Both charts are 640 user units wide. The style sheet of the page gives the colours.
CREATE FUNCTION motcua_internal.svg_bars(labels text[], rates numeric[], target numeric)
    RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT pg_catalog.format('<svg viewBox="0 0 640 %s" role="img" aria-label="Tỷ lệ trước hạn và '
                             'đúng hạn theo đơn vị">',
                             28 * pg_catalog.count(*) + 24)
           || pg_catalog.string_agg(pg_catalog.format(
                                           '<text x="232" y="%s" text-anchor="end">%s</text>'
                                           '<rect x="240" y="%s" width="%s" height="16" '
                                           'class="%s"/><text x="566" y="%s">%s</text>',
                                           28 * b.n - 8,
                                           motcua_internal.html_text(
                                               CASE WHEN pg_catalog.char_length(b.label) > 29
                                                         THEN pg_catalog.left(b.label, 28) || '…'
                                                    ELSE b.label END),
                                           28 * b.n - 20, pg_catalog.round(b.width, 1),
                                           CASE WHEN b.rate >= svg_bars.target THEN 'met'
                                                ELSE 'missed' END,
                                           28 * b.n - 8,
                                           coalesce(motcua.format_percent(b.rate), '–')),
                                    '' ORDER BY b.n)
           || pg_catalog.format('<line x1="%1$s" y1="0" x2="%1$s" y2="%2$s" class="target"/>'
                                '<text x="%1$s" y="%3$s" text-anchor="middle" class="small">'
                                'Chỉ tiêu %4$s</text></svg>',
                                pg_catalog.round(240 + 320 * least(svg_bars.target, 1), 1),
                                28 * pg_catalog.count(*) + 4, 28 * pg_catalog.count(*) + 20,
                                motcua.format_percent(svg_bars.target))
    FROM (SELECT u.n, u.label, u.rate, 320 * greatest(0, least(coalesce(u.rate, 0), 1)) AS width
          FROM ROWS FROM (pg_catalog.unnest(svg_bars.labels),
                          pg_catalog.unnest(
                              svg_bars.rates)) WITH ORDINALITY AS u (label, rate, n)) AS b;
END;
COMMENT ON FUNCTION motcua_internal.svg_bars(text[], numeric[], numeric)
    IS 'Internal: returns a bar chart of rates as SVG, with the target as a line.';

-- The vertical axis begins at the largest multiple of 5 % that is not above any rate or the target,
-- and ends at 100 %. A month without a rate has no point.
CREATE FUNCTION motcua_internal.svg_trend(labels text[], rates numeric[], target numeric)
    RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH point AS MATERIALIZED (
        SELECT u.n, u.label, u.rate,
               56 + (u.n - 1) * 560.0 / greatest(pg_catalog.cardinality(svg_trend.labels) - 1,
                                                 1) AS x,
               180 - 160 * (least(u.rate, 1) - f.floor) / (1 - f.floor) AS y
        FROM ROWS FROM (pg_catalog.unnest(svg_trend.labels),
                        pg_catalog.unnest(svg_trend.rates)) WITH ORDINALITY AS u (label, rate, n)
        CROSS JOIN (SELECT least(0.95,
                                 pg_catalog.floor(20 * least(svg_trend.target,
                                                             pg_catalog.min(r.rate))) / 20) AS floor
                    FROM pg_catalog.unnest(svg_trend.rates) AS r (rate)) AS f
    ), scale AS (
        SELECT least(0.95,
                     pg_catalog.floor(20 * least(svg_trend.target,
                                                 pg_catalog.min(r.rate))) / 20) AS floor
        FROM pg_catalog.unnest(svg_trend.rates) AS r (rate)
    )
    SELECT '<svg viewBox="0 0 640 220" role="img" aria-label="Tỷ lệ trước hạn và đúng hạn 12 tháng '
           'gần nhất">'
           || pg_catalog.format('<line x1="56" y1="180" x2="616" y2="180" class="axis"/>'
                                '<text x="50" y="184" text-anchor="end" class="small">%s</text>'
                                '<text x="50" y="24" text-anchor="end" class="small">100%%</text>',
                                motcua.format_percent((SELECT s.floor FROM scale AS s), 0))
           || pg_catalog.format('<line x1="56" y1="%1$s" x2="616" y2="%1$s" class="target"/>'
                                '<text x="616" y="12" text-anchor="end" class="small">- - Chỉ tiêu '
                                '%2$s</text>',
                                pg_catalog.round(180 - 160 * (least(svg_trend.target,
                                                                    1) - s.floor) / (1 - s.floor),
                                                 1),
                                motcua.format_percent(svg_trend.target))
           || coalesce('<polyline class="trend" points="'
                       || (SELECT pg_catalog.string_agg(pg_catalog.format('%s,%s',
                                                                          pg_catalog.round(p.x, 1),
                                                                          pg_catalog.round(p.y, 1)),
                                                        ' ' ORDER BY p.n)
                           FROM point AS p WHERE p.rate IS NOT NULL)
                       || '"/>',
                       '')
           || (SELECT pg_catalog.string_agg(
                   CASE WHEN p.rate IS NULL THEN ''
                        ELSE pg_catalog.format('<circle cx="%s" cy="%s" r="3.5" class="%s">'
                                               '<title>%s: %s</title></circle>',
                                               pg_catalog.round(p.x, 1), pg_catalog.round(p.y, 1),
                                               CASE WHEN p.rate >= svg_trend.target THEN 'met'
                                                    ELSE 'missed' END,
                                               motcua_internal.html_text(p.label),
                                               motcua.format_percent(p.rate)) END
                   || pg_catalog.format('<text x="%s" y="200" text-anchor="middle" '
                                        'class="small">%s</text>',
                                        pg_catalog.round(p.x, 1),
                                        motcua_internal.html_text(p.label)),
                   '' ORDER BY p.n)
               FROM point AS p)
           || '</svg>'
    FROM scale AS s;
END;
COMMENT ON FUNCTION motcua_internal.svg_trend(text[], numeric[], numeric)
    IS 'Internal: returns a line chart of the rates of consecutive months as SVG, with the target.';
