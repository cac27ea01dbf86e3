-- The calls of calls.json need an attachment with one dossier.
CREATE TABLE ho_so (ma text, don_vi text, nhan timestamp, hen date, xong timestamp);
INSERT INTO ho_so
VALUES ('HS1', 'Xã Quảng An', '2026-01-05 09:00', '2026-01-12', '2026-01-09 10:00');
SELECT motcua.attach('ho_so', 'mot_cua', 'nhan', 'hen', 'xong', code => 'ma', unit => 'don_vi',
                     as_of => 'date ''2026-03-31''');
