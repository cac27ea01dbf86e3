-- Make the tables that the statements of README.md and README.vi.md need. They stand for the
-- reader's own tables, so they have the names that the page uses.
CREATE EXTENSION motcua;
CREATE TABLE dossier (
    unit text NOT NULL, full_name text, received_at timestamp, due_at timestamp, ended_at timestamp
);
INSERT INTO dossier VALUES
    ('Xã Quảng Thái', 'Lê Thị Hoa', '2026-03-02 09:00', '2026-03-09 17:00', '2026-03-09 10:00');
CREATE TABLE citizen AS SELECT full_name FROM dossier;
CREATE TABLE monthly AS
SELECT motcua.tally(received_at, due_at, ended_at, daterange('2026-03-01', '2026-04-01')) AS t
FROM dossier;

CREATE TABLE ho_so AS
SELECT unit AS don_vi, full_name AS ho_ten, received_at AS tiep_nhan, due_at AS hen_tra,
       ended_at AS ket_thuc,
       received_at AS ngay_tiep_nhan, due_at AS ngay_hen_tra, ended_at AS ngay_ket_thuc
FROM dossier;
CREATE TABLE cong_dan AS SELECT ho_ten FROM ho_so;
CREATE TABLE so_lieu_thang AS SELECT t FROM monthly;
