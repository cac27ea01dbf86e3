-- Shows what a DBA does with the two tables of an existing system; demo/load runs this script. It
-- names the units and attaches the dossiers as of the end of the year. A dossier ends when its
-- result is ready, and not when the citizen comes for it. Older rows only know when the citizen
-- came. The report excludes dossiers that were never received (status 1) or refused at the desk
-- (status 3).
\set ON_ERROR_STOP on

INSERT INTO motcua.agency (code, name, level, bloc)
SELECT d.ma, d.ten, d.cap, d.cap FROM public.don_vi AS d;

\o /dev/null
SELECT motcua.attach(
    'public.ho_so', 'mot_cua', 'ngay_tiep_nhan', 'ngay_hen_tra',
    'coalesce(ngay_ket_thuc_xu_ly, ngay_tra_ket_qua)',
    code => 'ma_ho_so',
    unit => 'don_vi_ma',
    officer => 'can_bo',
    procedure => 'thu_tuc',
    field => 'linh_vuc',
    applicant => 'nguoi_nop',
    online => 'kenh = 2',
    channel => 'CASE kenh WHEN 2 THEN ''trực tuyến'' WHEN 3 THEN ''bưu '
               'chính công ích'' ELSE ''trực tiếp'' END',
    service_level => 'muc_do',
    ended_as => 'CASE trang_thai WHEN 7 THEN ''withdrawn'' WHEN 8 '
                'THEN ''stopped'' ELSE ''result'' END',
    paused_since => 'ngay_tam_dung',
    submitted_at => 'ngay_nop',
    returned_at => 'ngay_tra_ket_qua',
    time_limit => 'thoi_han_ngay || '' ngày làm việc''',
    excluded => 'trang_thai IN (1, 3)',
    -- With the rights of the owner, readers need no right on the table, which has names of persons.
    -- Each reader is granted only certain views or columns.
    rights => 'owner',
    as_of => 'date ''2020-12-31''');
\o
