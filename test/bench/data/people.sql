-- This data has synthetic people with their addresses, spelt as in registries: some in capitals,
-- without marks, or decomposed. The rows are always the same.
CREATE TABLE bench.person (id integer, full_name text, address text);
SELECT setseed(0.2026) \gset ignored_
-- Return a random element of a list. A power above 1 prefers those at its beginning.
CREATE FUNCTION bench.pick(list text[], power float8 DEFAULT 1) RETURNS text LANGUAGE sql VOLATILE
RETURN list[1 + floor(random() ^ power * cardinality(list))];
CREATE FUNCTION bench.spelt(clean text, kind float8) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN kind < 0.08 THEN upper(clean)
            WHEN kind < 0.13 THEN translate(upper(regexp_replace(normalize(clean, NFD),
                                                                 U&'[\0300-\036F]', '', 'g')),
                                            U&'\0110',
                                            'D')
            WHEN kind < 0.18
                 THEN translate(regexp_replace(normalize(clean, NFD), U&'[\0300-\036F]', '', 'g'),
                                U&'\0110\0111', 'Dd')
            WHEN kind < 0.23 THEN normalize(clean, NFD)
            WHEN kind < 0.26 THEN replace(clean, ' ', '  ')
            ELSE clean END;

INSERT INTO bench.person
SELECT i, bench.spelt(name, random()), bench.spelt(place, random())
FROM (SELECT i,
             concat_ws(' ',
                       CASE WHEN random() < 0.004 THEN 'Tôn Nữ'
                            ELSE bench.pick('{Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,'
                                            'Đỗ,Hồ,Ngô,Dương,Lý,Tôn Thất,Trương,Đoàn,Châu,Mai,Cao,'
                                            'La,Thái,Hà,Đinh,Lâm,Phùng,Đào,Trịnh,Lương,Kiều,Tạ,Văn,'
                                            'Đồng,Nghiêm,Quách,Cái,Lại}',
                                            2) END,
                       CASE WHEN random() < 0.4 THEN bench.pick(
                                '{Thị,Hữu,Quang,Đình,Xuân,Minh,Ngọc,Thanh,Bá,Công,Thế,Viết,Trọng,'
                                'Duy,Như,Hoài,Khánh,Diệu,Phước,Vĩnh}',
                                2) END,
                       bench.pick('{Văn,Mỹ,Thị,Ngọc,Minh,Thanh,Hoàng,Hồng,Kim,Đức,Quốc,Anh,Thuỳ,'
                                  'Phương,Bảo,Gia,Tuấn,Thu,Mai,Lan,Hải,Nhật,Phú,Quý,Tấn,Tiến,Trung,'
                                  'Việt,Cẩm,Bích,Ái,Hà,Hương,Lệ,Nguyệt,Oanh,Thảo,Trúc,Tường,Uyên}',
                                  1.5),
                       bench.pick('{Anh,An,Ánh,Bình,Bảo,Bích,Châu,Chi,Cúc,Cường,Cương,Danh,Diễm,'
                                  'Diệu,Dung,Dũng,Duy,Duyên,Dương,Đan,Đào,Đạt,Điền,Đức,Giang,Hà,'
                                  'Hải,Hạnh,Hằng,Hân,Hậu,Hiền,Hiếu,Hoa,Hoà,Hoàng,Hồng,Huệ,Hùng,Huy,'
                                  'Huyền,Hưng,Hương,Khang,Khánh,Khoa,Kiên,Kiệt,Lan,Linh,Loan,Long,'
                                  'Lộc,Ly,Mai,Mạnh,Minh,My,Mỹ,Nam,Nga,Ngân,Nghĩa,Ngọc,Nguyên,Nhân,'
                                  'Nhi,Nhung,Oanh,Phong,Phúc,Phước,Phương,Quân,Quang,Quốc,Quý,'
                                  'Quyên,Sang,Sơn,Tài,Tâm,Tân,Thành,Thảo,Thắng,Thịnh,Thoa,Thu,Thuý,'
                                  'Thuỷ,Thư,Tiên,Tiến,Toàn,Trang,Trâm,Trí,Trinh,Trung,Tú,Tuấn,'
                                  'Tuyết,Uyên,Vân,Việt,Vinh,Vũ,Vy,Xuân,Yến}',
                                  1.3)) AS name,
             concat_ws(', ',
                       'Số ' || 1 + floor(random() * 200),
                       'thôn '
                       || bench.pick('{An Xuân,Phú Lễ,Thạch Bình,Khuông Phò,Vĩnh Tu,Thanh Hà,Đông '
                                     'Xuyên,Mỹ Xá,La Vân,Phước Lâm,Lai Hà,Bác Vọng,Hạ Lang,Sơn '
                                     'Tùng,Thủ Lễ,Uất Mậu,An Gia,Tráng Lực,Cổ Lão,Thế Lại,Dương '
                                     'Nỗ,Lại Ân,Vân Thê,Lang Xá,Thanh Lam,Triều Thuỷ,Nam Thượng,Hà '
                                     'Trung,Mộc Trụ,Hoà Duân,Tân Mỹ,Diên Lộc,Xuân Ổ,Niêm Phò,Kế '
                                     'Sung,Viễn Trình,Đức Thái,An Cư}',
                                     4),
                       bench.pick('{xã Quảng Công,xã Quảng Ngạn,xã Quảng Lợi,xã Quảng Thái,xã '
                                  'Quảng Phước,xã Quảng Thọ,xã Quảng An,xã Quảng Thành,xã Quảng '
                                  'Phú,xã Quảng Vinh,TT. Sịa,P.Phú Hội,P. Vĩnh Ninh,xã Thuỷ '
                                  'Thanh,xã Hương Toàn}'),
                       bench.pick('{H.Quảng Điền,huyện Phong Điền,TX. Hương Trà,TX. Hương '
                                  'Thuỷ,huyện Phú Vang,huyện Phú Lộc,huyện A Lưới,huyện Nam '
                                  'Đông,TP.Huế}'),
                       bench.pick('{tỉnh Thừa Thiên Huế,Thừa Thiên-Huế,TT-Huế}')) AS place
      FROM generate_series(1, :rows) AS i) AS clean;
VACUUM ANALYZE bench.person;
SELECT count(*) AS people, round(avg(octet_length(full_name)), 1) AS name_bytes,
       round(avg(octet_length(address)), 1) AS address_bytes,
       count(DISTINCT full_name) AS different_names,
       pg_size_pretty(pg_table_size('bench.person')) AS heap
FROM bench.person;
