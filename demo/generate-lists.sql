-- Makes the lists from which the demonstration's data are drawn: working days, procedures, places
-- and names. demo/generate.sql includes this script first.

-- Return a number from 0 to sides - 1, which is always the same for a key and a topic.
CREATE FUNCTION pg_temp.dice(key text, topic text, sides integer) RETURNS integer
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN ('x' || substr(md5(key || '/' || topic), 1, 7))::bit(28)::integer % sides;

-- Return one of the choices, which is always the same for a key and a topic.
CREATE FUNCTION pg_temp.draw(choices text[], key text, topic text) RETURNS text
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN choices[1 + pg_temp.dice(key, topic, cardinality(choices))];

-- Working days have numbers, so the next working day after day n is day n + 1.
CREATE TEMP TABLE workday (n integer PRIMARY KEY, day date UNIQUE);
INSERT INTO workday
SELECT row_number() OVER (ORDER BY d.day), d.day
FROM (SELECT g::date AS day
      FROM generate_series(timestamp '2019-06-01', timestamp '2021-03-31',
                           interval '1 day') AS g) AS d
WHERE motcua.is_working_day(d.day, 'vn');

-- "days" has all working days in order. "first", "last" and "extracted" are the numbers of the
-- first and the last working day of 2020 and of the day on which the data were extracted.
-- "busy_days" has each working day of 2020 several times, more often if the day was busy. April
-- with its social distancing and October with its floods were quiet; Mondays are busy.
CREATE TEMP TABLE year_2020 AS
SELECT array_agg(w.day ORDER BY w.n) AS days,
       min(w.n) FILTER (WHERE w.day >= '2020-01-01') AS first,
       max(w.n) FILTER (WHERE w.day <= '2020-12-31') AS last,
       max(w.n) FILTER (WHERE w.day <= '2021-01-15') AS extracted,
       (SELECT array_agg(b.n ORDER BY b.n)
        FROM workday AS b,
             generate_series(1,
                             ('{7,8,9,5,9,10,11,10,9,7,9,9}'::integer[])[
                                 extract(month FROM b.day)::integer] + CASE
                                 WHEN extract(isodow FROM b.day) = 1 THEN 3 ELSE 0 END)
        WHERE b.day BETWEEN '2020-01-01' AND '2020-12-31') AS busy_days
FROM workday AS w;

-- The titles of the procedures are shortened, and the weights and time limits in working days are
-- examples. The codes follow the national grammar, but those of land, construction and merit
-- service are invented. The codes of fields are a short list of this demonstration.
CREATE TEMP TABLE field (code text PRIMARY KEY, name text);
INSERT INTO field VALUES
    ('HT', 'Hộ tịch'), ('CT', 'Chứng thực'), ('DD', 'Đất đai'), ('BT', 'Bảo trợ xã hội'),
    ('NC', 'Người có công'), ('KD', 'Đăng ký kinh doanh'), ('XD', 'Xây dựng');

CREATE TEMP TABLE procedure (level text, code text, field text, online_level integer, days integer,
        weight integer, name text);
INSERT INTO procedure VALUES
    ('xa', '2.000815', 'CT', 2,  0, 34, 'Chứng thực bản sao từ bản chính'),
    ('xa', '2.000884', 'CT', 2,  0, 10, 'Chứng thực chữ ký trong giấy tờ, văn bản'),
    ('xa', '2.001035', 'CT', 2,  2,  5,
     'Chứng thực hợp đồng, giao dịch về động sản, quyền sử dụng đất, nhà ở'),
    ('xa', '2.001406', 'CT', 2,  2,  1, 'Chứng thực văn bản thỏa thuận phân chia di sản'),
    ('xa', '1.001193', 'HT', 3,  1, 10, 'Đăng ký khai sinh'),
    ('xa', '1.000894', 'HT', 3,  1,  5, 'Đăng ký kết hôn'),
    ('xa', '1.000656', 'HT', 3,  1,  3, 'Đăng ký khai tử'),
    ('xa', '2.000635', 'HT', 3,  0,  6, 'Cấp bản sao Trích lục hộ tịch'),
    ('xa', '1.004873', 'HT', 4,  3,  8, 'Cấp Giấy xác nhận tình trạng hôn nhân'),
    ('xa', '1.004859', 'HT', 3,  3,  3, 'Thay đổi, cải chính, bổ sung thông tin hộ tịch'),
    ('xa', '1.004884', 'HT', 3,  5,  1, 'Đăng ký lại khai sinh'),
    ('xa', '1.001776', 'BT', 3, 18,  4,
     'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng'),
    ('xa', '1.001731', 'BT', 3,  5,  2, 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội'),
    ('xa', '1.001699', 'BT', 2, 20,  2,
     'Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật'),
    ('xa', '1.002305', 'NC', 2, 10,  2, 'Trợ cấp thờ cúng liệt sĩ'),
    ('xa', '1.002519', 'NC', 2, 15,  1, 'Mai táng phí, trợ cấp một lần khi người có công từ trần'),
    ('xa', '1.003554', 'DD', 2, 30,  1, 'Hòa giải tranh chấp đất đai'),
    ('huyen', '2.000889', 'DD', 3, 10, 30,
     'Đăng ký biến động do chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất'),
    ('huyen', '1.004221', 'DD', 3,  7, 10, 'Cấp đổi Giấy chứng nhận quyền sử dụng đất'),
    ('huyen', '1.004203', 'DD', 2, 15,  9, 'Tách thửa hoặc hợp thửa đất'),
    ('huyen', '1.004238', 'DD', 3,  3, 14, 'Xóa đăng ký thế chấp quyền sử dụng đất'),
    (
        'huyen', '2.000983', 'DD', 2, 25,  4,
        'Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất lần đầu'),
    ('huyen', '1.001612', 'KD', 4,  3, 12, 'Đăng ký thành lập hộ kinh doanh'),
    ('huyen', '2.000720', 'KD', 4,  3,  4, 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh'),
    ('huyen', '1.001266', 'KD', 4,  3,  2, 'Chấm dứt hoạt động hộ kinh doanh'),
    ('huyen', '1.007285', 'XD', 3, 10,  8, 'Cấp giấy phép xây dựng nhà ở riêng lẻ'),
    ('huyen', '2.000748', 'HT', 3,  3,  4,
     'Thay đổi, cải chính, bổ sung hộ tịch, xác định lại dân tộc'),
    ('huyen', '2.000635', 'HT', 3,  0,  5, 'Cấp bản sao Trích lục hộ tịch'),
    ('huyen', '2.000815', 'CT', 2,  0, 12, 'Chứng thực bản sao từ bản chính'),
    ('huyen', '2.000992', 'CT', 2,  1,  2, 'Chứng thực chữ ký người dịch'),
    ('huyen', '1.001758', 'BT', 3, 12,  5, 'Chi trả trợ cấp xã hội hằng tháng khi đổi nơi cư trú');

-- Each code of a procedure is repeated as often as its weight says. There is one list for all
-- procedures of a level and one for those that take three days or more.
CREATE TEMP TABLE procedure_choice AS
SELECT p.level, m.at_least, array_agg(p.code ORDER BY p.code COLLATE "C", g) AS codes
FROM (VALUES (0), (3)) AS m (at_least)
JOIN procedure AS p ON p.days >= m.at_least
CROSS JOIN LATERAL generate_series(1, p.weight) AS g
GROUP BY p.level, m.at_least;

-- Applicants live in these villages and quarters of each commune.
CREATE TEMP TABLE place (code text, commune text, part text, names text[]);
INSERT INTO place VALUES
    ('000.01.31.H57', 'thị trấn Sịa',   'Tổ dân phố',
     '{An Gia,Thạch Bình,Vĩnh Hòa,Uất Mậu,Khuông Phò,Tráng Lực,Giang Đông}'),
    ('000.02.31.H57', 'xã Quảng An',    'Thôn', '{An Xuân,Đông Xuyên,Phú Lương,Mỹ Xá,Phước Thanh}'),
    ('000.03.31.H57', 'xã Quảng Công',  'Thôn', '{An Lộc,Hải Thành,Tân Thành,Cương Gián}'),
    ('000.04.31.H57', 'xã Quảng Lợi',   'Thôn',
     '{Thủy Lập,Hà Công,Ngư Mỹ Thạnh,Cư Lạc,Mỹ Thạnh,Sơn Công}'),
    ('000.05.31.H57', 'xã Quảng Ngạn',  'Thôn', '{Tân Mỹ,Lãnh Thủy,Vĩnh Tu,Đông Hải,Tây Hải}'),
    ('000.06.31.H57', 'xã Quảng Phú',   'Thôn',
     '{Bác Vọng Đông,Bác Vọng Tây,Hạ Lang,Nho Lâm,Nghĩa Lộ,Phú Lễ,Xuân Tùy,Bao La,Hà Cảng}'),
    ('000.07.31.H57', 'xã Quảng Phước', 'Thôn',
     '{Thủ Lễ,Phước Lâm,Phước Lập,Hà Đồ,Mai Dương,Lâm Lý}'),
    ('000.08.31.H57', 'xã Quảng Thái',  'Thôn',
     '{Lai Hà,Trung Kiều,Trằm Ngang,Nam Giảng,Đông Hồ,Tây Hoàng}'),
    ('000.09.31.H57', 'xã Quảng Thành', 'Thôn',
     '{Kim Đôi,Thành Trung,Tây Thành,An Thành,Quán Hòa,Thanh Hà,Thủy Điền}'),
    ('000.10.31.H57', 'xã Quảng Thọ',   'Thôn',
     '{Phước Yên,Tân Xuân Lai,La Vân Thượng,La Vân Hạ,Niêm Phò,Phò Nam}'),
    ('000.11.31.H57', 'xã Quảng Vinh',  'Thôn',
     '{Đức Trọng,Phổ Lại,Sơn Tùng,Cao Xá,Thanh Cần,Lai Lâm,Nam Dương,Đông Lâm}');

-- Persons have these names. Frequent family names are repeated. The compound ones are those of Huế.
CREATE TEMP TABLE person_names (
    woman boolean PRIMARY KEY, families text[], middles text[], givens text[]
);
INSERT INTO person_names VALUES
    (false,
     '{Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Trần,Trần,Trần,Lê,Lê,Lê,Hoàng,Hoàng,'
     'Phan,Phan,Hồ,Hồ,Văn,Phạm,Phạm,Đặng,Võ,Đỗ,Ngô,Dương,Bùi,Đoàn,Trương,Cao,Lương,Mai,Huỳnh,Châu,'
     'Tôn Thất,Hồ Đắc,Thân Trọng,Nguyễn Khoa}',
     '{Văn,Văn,Văn,Hữu,Đức,Quang,Minh,Xuân,Đình,Công,Ngọc,Thanh,Bá,Viết,Trọng,Quốc,Phước,Hoàng '
     'Anh,Nhật}',
     '{Hùng,Dũng,Tuấn,Thắng,Sơn,Hải,Bình,An,Phúc,Lộc,Thọ,Đạt,Huy,Long,Khánh,Tâm,Toàn,Nghĩa,Trung,'
     'Hiếu,Thịnh,Vinh,Quý,Đông,Mẫn,Lợi}'),
    (true,
     '{Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Trần,Trần,Trần,Lê,Lê,Lê,Hoàng,Hoàng,'
     'Phan,Phan,Hồ,Hồ,Văn,Phạm,Phạm,Đặng,Võ,Đỗ,Ngô,Dương,Bùi,Đoàn,Trương,Cao,Lương,Mai,Huỳnh,Châu,'
     'Tôn Nữ,Công Tằng Tôn Nữ,Hồ Đắc,Nguyễn Khoa}',
     '{Thị,Thị,Thị,Thị,Thị Thu,Thị Ngọc,Thị Kim,Thị Mỹ,Thị Thanh,Thị '
     'Bích,Diệu,Thanh,Ngọc,Kim,Minh,Như,Quỳnh,Khánh}',
     '{Hương,Lan,Hoa,Huệ,Hằng,Hạnh,Thủy,Thúy,Nga,Liên,Loan,Phượng,Yến,Mai,Trang,Linh,Nhung,Thảo,Vy,'
     'Trâm,Diễm,Ánh,Xuân,Tuyết,Thơm,Cúc}');
