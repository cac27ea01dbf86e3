-- The function returns the list of overdue dossiers at the end of the page. It stands apart, so
-- that a reader who may not read the view dossier can print the rest.
CREATE OR REPLACE FUNCTION @schema@.report_html_overdue(period daterange) RETURNS text
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH overdue AS MATERIALIZED (
        SELECT o.*, count(*) OVER () AS how_many,
               row_number() OVER (ORDER BY o.due_at, o.code) AS tt
        FROM @schema@.report_06a_dossiers(report_html_overdue.period, 13, NULL, 'unit',
                                          'recorded') AS o
    )
    SELECT coalesce((SELECT '<div class="wide"><table><caption>'
                            || CASE WHEN max(o.how_many) > 200
                                         THEN '200 hồ sơ quá hạn lâu nhất trong '
                                    ELSE '' END
                            || motcua_internal.vi_number(max(o.how_many)) || ' hồ sơ</caption>'
                            || '<thead><tr><th scope="col">TT</th><th scope="col">Mã hồ sơ</th>'
                               '<th scope="col">Đơn vị</th><th scope="col">Thủ tục</th>'
                               '<th scope="col">Cán bộ thụ lý</th><th scope="col">Tiếp nhận</th>'
                               '<th scope="col">Hẹn trả</th></tr></thead><tbody>'
                            || string_agg('<tr><td class="n">' || o.tt || '</td><td>'
                                          || motcua_internal.html_text(coalesce(o.code, ''))
                                          || '</td><td>' || motcua_internal.html_text(o.unit_name)
                                          || '</td><td>'
                                          || motcua_internal.html_text(coalesce(o.procedure, ''))
                                          || '</td><td>'
                                          || motcua_internal.html_text(coalesce(o.officer, ''))
                                          || '</td><td class="n">'
                                          || motcua_internal.vi_day(o.received_at::date)
                                          || '</td><td class="n">'
                                          || motcua_internal.vi_day(o.due_at::date) || '</td></tr>',
                                          '' ORDER BY o.tt)
                            || '</tbody></table></div>'
                     FROM overdue AS o WHERE o.tt <= 200 HAVING count(*) > 0),
                    '<p>Không có.</p>');
END;
COMMENT ON FUNCTION @schema@.report_html_overdue(daterange)
    IS 'Trả về danh sách hồ sơ quá hạn trong trang báo cáo; gọi qua motcua.report_html. | '
       'Return the list of overdue dossiers in the page of the report; motcua.report_html calls '
       'this function.';

-- The page has form II.06a, the rates of the units against the target, the rates of twelve months
-- and the dossiers that are overdue.
CREATE OR REPLACE FUNCTION @schema@.report_html(period daterange) RETURNS text
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    WITH s AS MATERIALIZED (
        SELECT g.target, g.basis, lower(report_html.period) AS since,
               least(upper(report_html.period) - 1, g.as_of) AS until,
               daterange(lower(report_html.period),
                         least(upper(report_html.period), g.as_of + 1)) AS period
        FROM @schema@.settings AS g
        WHERE lower(report_html.period) <= g.as_of
    ), unit AS MATERIALIZED (
        SELECT coalesce(u.unit_name, c.unit) AS label, motcua.merge(c.t) AS t
        FROM (SELECT d.unit, @tally_of_period@ AS t
              FROM @rows_by_unit@ AS d
              GROUP BY d.unit
              @having@) AS c
        LEFT JOIN @schema@.unit AS u ON u.unit = c.unit
        GROUP BY 1
    ), whole AS MATERIALIZED (
        SELECT motcua.merge(u.t) AS t FROM unit AS u
    ), line AS MATERIALIZED (
        SELECT row_number() OVER (ORDER BY motcua.vi_sort_key(u.label)) AS tt, u.label,
               motcua.on_time_rate(u.t, p.basis) AS rate,
               motcua.meets(u.t, p.target, p.basis) AS met, f.*
        FROM unit AS u
        CROSS JOIN s AS p
        CROSS JOIN LATERAL motcua.report_06a(u.t) AS f
        UNION ALL
        SELECT NULL, 'Tổng cộng', motcua.on_time_rate(w.t, p.basis),
               motcua.meets(w.t, p.target, p.basis), f.*
        FROM whole AS w
        CROSS JOIN s AS p
        CROSS JOIN LATERAL motcua.report_06a(w.t) AS f
    ), month AS MATERIALIZED (
        SELECT to_char(lower(m.period), 'MM/YY') AS label, lower(m.period) AS since,
               motcua.on_time_rate(m.tally, p.basis) AS rate
        FROM s AS p
        CROSS JOIN LATERAL (
            SELECT @history@ AS history
            FROM @rows_by_unit@ AS d) AS h
        CROSS JOIN LATERAL motcua.tally_series(h.history,
                                               (date_trunc('month', p.until::timestamp)
                                                - interval '11 months')::date,
                                               p.until,
                                               '1 month') AS m
    )
    SELECT
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        || '<title>Tình hình giải quyết hồ sơ từ ' || motcua_internal.vi_day(p.since) || ' đến '
        || motcua_internal.vi_day(p.until) || '</title><style>'
        || ':root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f2f4f7;--rule:#c9d0d8;'
           '--met:#1a7f4b;--missed:#c2410c;--accent:#1f5fa8}'
        || '@media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--paper:#15181c;--soft:#20252b;'
           '--rule:#3b434c;--met:#4cc38a;--missed:#fb8a57;--accent:#7db4ee}}'
        || '*{box-sizing:border-box}body{margin:0 auto;max-width:1120px;padding:24px '
           '16px;font:15px/1.5 "Noto Sans","Segoe UI",Arial,'
           'sans-serif;color:var(--ink);background:var(--paper)}'
        || 'h1{font-size:1.5rem;margin:0 0 4px}h2{font-size:1.1rem;margin:28px 0 8px}'
           '.note{opacity:.8;margin:0 0 16px}'
        || '.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;'
           'margin:0;padding:0;list-style:none}.tiles li{background:var(--soft);border-radius:8px;'
           'padding:10px 14px}.tiles b{display:block;font-size:1.45rem}'
        || '.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.86rem}'
           'caption{text-align:left;padding:0 0 6px;opacity:.8}'
           'th,td{border:1px solid var(--rule);padding:4px '
           '7px}th{background:var(--soft);font-weight:600}'
        || 'th[scope=row]{min-width:8.5rem;text-align:left}'
           'td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}'
           'tr.total{font-weight:700}.met{color:var(--met)}.missed{color:var(--missed)}'
        || 'svg{display:block;width:100%;max-width:760px;height:auto}'
           'svg text{font-size:13px;fill:var(--ink)}svg .small{font-size:11px}'
           'rect.met,circle.met{fill:var(--met)}rect.missed,circle.missed{fill:var(--missed)}'
        || 'line.target{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:5 4}'
           'line.axis{stroke:var(--rule)}polyline.trend{fill:none;stroke:var(--accent);'
           'stroke-width:2}'
        || '@media print{@page{size:A4 landscape;margin:12mm}'
           ':root{--ink:#000;--paper:#fff;--soft:#eee;--rule:#888;--met:#1a7f4b;--missed:#c2410c;'
           '--accent:#1f5fa8}body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}'
           'tr,svg{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}'
        || '</style></head><body><header><h1>Tình hình tiếp nhận và giải quyết hồ sơ</h1>'
           '<p class="note">Kỳ báo cáo từ '
        || motcua_internal.vi_day(p.since) || ' đến ' || motcua_internal.vi_day(p.until)
        || '. Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn: '
        || motcua_internal.html_text((SELECT r.formula_vi
                                      FROM motcua.rates((SELECT w.t FROM whole AS w)) AS r
                                      WHERE r.basis = p.basis))
        || '.</p></header><main>'
        || (SELECT '<ul class="tiles"><li>Phải giải quyết<b>'
                   || motcua_internal.vi_number(l.received_total) || '</b></li><li>Đã giải quyết<b>'
                   || motcua_internal.vi_number(l.resolved_total)
                   || '</b></li><li>Đang giải quyết<b>' || motcua_internal.vi_number(l.open_total)
                   || '</b></li><li>Đang giải quyết, quá hạn<b>'
                   || motcua_internal.vi_number(l.open_overdue)
                   || '</b></li><li>Trước hạn và đúng hạn<b class="'
                   || CASE WHEN l.met THEN 'met' ELSE 'missed' END || '">'
                   || coalesce(motcua.format_percent(l.rate), '–')
                   || '</b>' || CASE WHEN l.met THEN 'Đạt' ELSE 'Chưa đạt' END || ' chỉ tiêu '
                   || motcua.format_percent(p.target) || '</li></ul>'
            FROM line AS l WHERE l.tt IS NULL)
        || '<h2>Biểu II.06a/VPCP/KSTT</h2><div class="wide"><table>'
           '<caption>Đơn vị tính: hồ sơ</caption><thead>'
        || '<tr><th rowspan="2" scope="col">TT</th><th rowspan="2" scope="col">Đơn vị</th>'
           '<th colspan="4" scope="colgroup">Tiếp nhận</th>'
           '<th colspan="4" scope="colgroup">Đã giải quyết</th>'
           '<th colspan="3" scope="colgroup">Đang giải quyết</th>'
           '<th rowspan="2" scope="col">Tỷ lệ</th></tr>'
        || '<tr><th scope="col">Tổng số</th><th scope="col">Trực tuyến</th>'
           '<th scope="col">Trực tiếp, bưu chính</th><th scope="col">Từ kỳ trước</th>'
           '<th scope="col">Tổng số</th><th scope="col">Trước hạn</th><th scope="col">Đúng hạn</th>'
           '<th scope="col">Quá hạn</th><th scope="col">Tổng số</th><th scope="col">Trong hạn</th>'
           '<th scope="col">Quá hạn</th></tr></thead><tbody>'
        || (SELECT string_agg(
                CASE WHEN l.tt IS NULL THEN '<tr class="total"><td></td>'
                     ELSE '<tr><td class="n">' || l.tt || '</td>' END
                || '<th scope="row">' || motcua_internal.html_text(l.label) || '</th>'
                || (SELECT string_agg('<td class="n">' || motcua_internal.vi_number(c.n) || '</td>',
                                      '' ORDER BY c.at)
                    FROM unnest(ARRAY[l.received_total, l.received_online, l.received_direct,
                                      l.carried, l.resolved_total, l.early, l.on_time, l.late,
                                      l.open_total, l.open_in_time,
                                      l.open_overdue]) WITH ORDINALITY AS c (n, at))
                || '<td class="n '
                || CASE WHEN l.met THEN 'met' WHEN l.met IS NULL THEN '' ELSE 'missed' END || '">'
                || coalesce(motcua.format_percent(l.rate), '–') || '</td></tr>',
                '' ORDER BY l.tt)
            FROM line AS l)
        || '</tbody></table></div><h2>Tỷ lệ trước hạn và đúng hạn của từng đơn vị</h2>'
        || (SELECT motcua_internal.svg_bars(array_agg(l.label ORDER BY l.rate DESC NULLS LAST,
                                                      l.tt),
                                            array_agg(l.rate ORDER BY l.rate DESC NULLS LAST, l.tt),
                                            p.target)
            FROM line AS l WHERE l.tt IS NOT NULL)
        || '<h2>Mười hai tháng gần nhất</h2>'
        || (SELECT motcua_internal.svg_trend(array_agg(m.label ORDER BY m.since),
                                             array_agg(m.rate ORDER BY m.since), p.target)
            FROM month AS m)
        || '<h2>Hồ sơ đang giải quyết đã quá hạn đến ' || motcua_internal.vi_day(p.until) || '</h2>'
        || CASE WHEN motcua_internal.may_read('@schema_in_quotes@.dossier'::regclass)
                     THEN @schema@.report_html_overdue(report_html.period)
                ELSE '<p>Tài khoản lập báo cáo không được đọc danh sách hồ sơ.</p>' END
        || '</main></body></html>'
    FROM s AS p;
END;
COMMENT ON FUNCTION @schema@.report_html(daterange)
    IS 'Trả về báo cáo của một kỳ thành trang để xem và in; gọi qua motcua.report_html. | '
       'Return the report of a period as a page; motcua.report_html calls this function.';
