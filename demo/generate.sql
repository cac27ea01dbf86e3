-- Makes the demonstration's data: the one-stop dossiers of the district Quảng Điền (Thừa Thiên Huế)
-- in the year 2020. demo/load runs this script. The dossiers are in a table outside the extension's
-- schema, as an existing system keeps them. The totals of the units follow published figures; every
-- dossier, person and telephone number is invented.
--
-- The rows are the same on every server and every major, because choices are drawn from the md5 of
-- a key, and rows are sorted by COLLATE "C" or by numbers.

\encoding UTF8
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET standard_conforming_strings = on;

CREATE EXTENSION motcua;

BEGIN;

-- These are the totals that the year of each unit must have. "received" counts dossiers that came
-- in 2020, "in_time" those that ended before or on the due day, and "carried" those that were open
-- when 2020 began. The other totals are as of 2020-12-31. The published figures are "received" and
-- "in_time" of the centre, of all 11 communes together and of Quảng Thái; the rest is made up to
-- fit. The agency codes follow the national grammar, but the district 31 and its numbers are
-- invented.
CREATE TEMP TABLE target (
    code text PRIMARY KEY, name text, level text,
    received integer, in_time integer, carried integer,
    late integer, open integer, overdue integer, paused integer,
    CHECK (received + carried = in_time + late + open + overdue + paused)
);
INSERT INTO target VALUES
    ('000.00.31.H57', 'Trung tâm Hành chính công huyện Quảng Điền', 'huyen', 7519, 7198, 214, 262,
     203, 34, 36),
    ('000.01.31.H57', 'Thị trấn Sịa',   'xa', 2684, 2612, 31, 52, 34, 9, 8),
    ('000.02.31.H57', 'Xã Quảng An',    'xa', 1427, 1400, 14, 17, 17, 3, 4),
    ('000.03.31.H57', 'Xã Quảng Công',  'xa', 1152, 1128, 12, 16, 13, 4, 3),
    ('000.04.31.H57', 'Xã Quảng Lợi',   'xa', 1536, 1513, 15, 14, 17, 3, 4),
    ('000.05.31.H57', 'Xã Quảng Ngạn',  'xa', 1089, 1081,  9,  3, 11, 1, 2),
    -- The rate of this commune is 97.999 %, which prints as 98,00 % but misses the target of 98 %.
    ('000.06.31.H57', 'Xã Quảng Phú',   'xa', 1949, 1910, 20, 26, 23, 5, 5),
    ('000.07.31.H57', 'Xã Quảng Phước', 'xa', 1318, 1301, 13,  9, 15, 2, 4),
    ('000.08.31.H57', 'Xã Quảng Thái',  'xa', 1113, 1100,  9,  6, 11, 2, 3),
    ('000.09.31.H57', 'Xã Quảng Thành', 'xa', 1745, 1718, 17, 17, 19, 4, 4),
    ('000.10.31.H57', 'Xã Quảng Thọ',   'xa', 1403, 1392, 13,  5, 14, 2, 3),
    ('000.11.31.H57', 'Xã Quảng Vinh',  'xa', 1975, 1926, 22, 33, 26, 7, 5);

CREATE TABLE public.don_vi (
    ma  text PRIMARY KEY,
    ten text NOT NULL,
    cap text NOT NULL CHECK (cap IN ('huyen', 'xa'))
);
COMMENT ON TABLE public.don_vi
    IS 'Đơn vị có bộ phận một cửa của huyện Quảng Điền; mã đơn vị là mã giả lập';
INSERT INTO public.don_vi SELECT code, name, level FROM target ORDER BY code COLLATE "C";

CREATE TABLE public.ho_so (
    ma_ho_so            text PRIMARY KEY,
    don_vi_ma           text NOT NULL REFERENCES public.don_vi,
    don_vi              text NOT NULL,
    thu_tuc_ma          text NOT NULL,
    thu_tuc             text NOT NULL,
    linh_vuc_ma         text NOT NULL,
    linh_vuc            text NOT NULL,
    kenh                smallint,
    muc_do              smallint NOT NULL,
    trang_thai          smallint NOT NULL CHECK (trang_thai BETWEEN 1 AND 10),
    nguoi_nop           text NOT NULL,
    so_dien_thoai       text,
    dia_chi             text,
    can_bo              text,
    thoi_han_ngay       smallint,
    ngay_nop            timestamp NOT NULL,
    ngay_tiep_nhan      timestamp,
    ngay_hen_tra        timestamp,
    ngay_tam_dung       timestamp,
    ngay_ket_thuc_xu_ly timestamp,
    ngay_tra_ket_qua    timestamp
);
COMMENT ON TABLE public.ho_so
    IS 'Hồ sơ một cửa, trích ngày 15/01/2021; dữ liệu giả lập, giờ Việt Nam';
COMMENT ON COLUMN public.ho_so.kenh
    IS '1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích; trống: trực tiếp';
COMMENT ON COLUMN public.ho_so.muc_do IS 'Mức độ dịch vụ công trực tuyến: 2, 3, 4';
COMMENT ON COLUMN public.ho_so.trang_thai
    IS '1 mới đăng ký, 2 được tiếp nhận, 3 không được tiếp nhận, 4 đang xử lý, 5 yêu cầu bổ sung '
       'giấy tờ, 6 yêu cầu thực hiện nghĩa vụ tài chính, 7 công dân yêu cầu rút hồ sơ, '
       '8 dừng xử lý, 9 đã xử lý xong, 10 đã trả kết quả';
COMMENT ON COLUMN public.ho_so.thoi_han_ngay
    IS 'Thời hạn giải quyết, ngày làm việc; trống: không có ngày hẹn trả';
COMMENT ON COLUMN public.ho_so.ngay_tam_dung IS 'Ngày gần nhất yêu cầu bổ sung hoặc nộp phí';

\ir generate-lists.sql
\ir generate-dossiers.sql
\ir generate-rows.sql
\ir generate-check.sql

COMMIT;
ANALYZE public.don_vi, public.ho_so;
