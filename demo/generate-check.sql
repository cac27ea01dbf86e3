-- Checks the demonstration's data; demo/generate.sql includes this script last. If a check fails,
-- nothing is kept, because the whole load is one transaction.

-- The extension itself counts the dossiers, so the report cannot have other counts.
CREATE TEMP TABLE counted AS
SELECT h.don_vi_ma AS code,
       motcua.tally(h.ngay_tiep_nhan, h.ngay_hen_tra,
                    coalesce(h.ngay_ket_thuc_xu_ly, h.ngay_tra_ket_qua),
                    daterange('2020-01-01', '2020-12-31', '[]'), h.kenh = 2,
                    CASE h.trang_thai
                         WHEN 7 THEN 'withdrawn'
                         WHEN 8 THEN 'stopped'
                         ELSE 'result' END,
                    'day', h.ngay_tam_dung) AS t
FROM public.ho_so AS h
WHERE h.trang_thai NOT IN (1, 3)
GROUP BY h.don_vi_ma;

DO $$
DECLARE
    wrong text;
BEGIN
    SELECT string_agg(format('%s: %s', g.name, c.t), E'\n' ORDER BY g.code COLLATE "C") INTO wrong
    FROM target AS g
    LEFT JOIN counted AS c ON c.code = g.code
    WHERE (motcua.received(c.t), motcua.early(c.t) + motcua.on_time(c.t), motcua.carried(c.t),
           motcua.late(c.t),
           motcua.open_in_time(c.t), motcua.open_overdue(c.t), motcua.open_paused(c.t),
           motcua.invalid(c.t)) IS DISTINCT FROM (g.received, g.in_time, g.carried, g.late, g.open,
                                                  g.overdue, g.paused, 0);
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'demonstration data: units differ from their targets' USING DETAIL = wrong;
    END IF;

    SELECT string_agg(format('%s %s/%s', s.who, s.received, s.in_time), ', ') INTO wrong
    FROM (SELECT w.who, motcua.received(motcua.merge(c.t)) AS received,
                 motcua.early(motcua.merge(c.t)) + motcua.on_time(motcua.merge(c.t)) AS in_time
          FROM counted AS c
          JOIN target AS g ON g.code = c.code
          JOIN (VALUES
              ('centre', 'huyen', '%'),
              ('communes', 'xa', '%'),
              ('Quảng Thái', 'xa',
               'Xã Quảng Thái')) AS w (who, level, name) ON w.level = g.level AND g.name LIKE w.name
          GROUP BY w.who) AS s
    WHERE (s.who, s.received, s.in_time) NOT IN (VALUES ('centre', 7519::bigint, 7198::bigint),
                                                        ('communes', 17391, 17081),
                                                        ('Quảng Thái', 1113, 1100));
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'demonstration data: published totals not met: %', wrong;
    END IF;

    SELECT string_agg(format('%s %s', m.ma_ho_so, m.at), ', ') INTO wrong
    FROM (SELECT h.ma_ho_so, v.at
          FROM public.ho_so AS h
          CROSS JOIN LATERAL (VALUES (h.ngay_nop), (h.ngay_tiep_nhan), (h.ngay_tam_dung),
                                     (h.ngay_ket_thuc_xu_ly), (h.ngay_tra_ket_qua)) AS v (at)
          WHERE NOT motcua.is_working_day(motcua.vn_date(v.at), 'vn')
             OR NOT (v.at::time BETWEEN '07:30' AND '11:30'
                     OR v.at::time BETWEEN '13:00' AND '17:00')
          LIMIT 5) AS m;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'demonstration data: outside working hours: %', wrong;
    END IF;

    SELECT string_agg(m.ma_ho_so, ', ') INTO wrong
    FROM (SELECT h.ma_ho_so
          FROM public.ho_so AS h
          WHERE h.ngay_nop > h.ngay_tiep_nhan
             OR h.ngay_tiep_nhan > coalesce(h.ngay_ket_thuc_xu_ly, h.ngay_tra_ket_qua)
             OR h.ngay_ket_thuc_xu_ly > h.ngay_tra_ket_qua
             OR NOT h.ngay_tam_dung BETWEEN h.ngay_tiep_nhan AND coalesce(h.ngay_ket_thuc_xu_ly,
                                                                          h.ngay_tra_ket_qua,
                                                                          '2021-01-16')
             OR greatest(h.ngay_nop, h.ngay_tiep_nhan, h.ngay_ket_thuc_xu_ly,
                         h.ngay_tra_ket_qua) >= '2021-01-16'
          LIMIT 5) AS m;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'demonstration data: events out of order: %', wrong;
    END IF;
END
$$;
