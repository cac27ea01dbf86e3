CREATE TABLE @schema@.frozen_report (
    place      integer PRIMARY KEY,
    period     daterange NOT NULL UNIQUE,
    frozen_at  timestamptz NOT NULL,
    frozen_by  text NOT NULL,
    note       text,
    figures    jsonb NOT NULL,
    previous   bytea,
    hash       bytea
);
CREATE TABLE @schema@.frozen_dossier (
    period   daterange NOT NULL,
    code     text NOT NULL,
    counted  text NOT NULL
);
CREATE INDEX ON @schema@.frozen_dossier (period, code);
COMMENT ON TABLE @schema@.frozen_report
    IS 'Bảng này giữ số liệu đã chốt: biểu II.06a và mã băm của từng kỳ. | '
       'This table holds the frozen reports: form II.06a of each period and its hash.';
COMMENT ON TABLE @schema@.frozen_dossier
    IS 'Bảng này giữ các hồ sơ được đếm trong số liệu đã chốt (có mã hồ sơ). | '
       'This table holds the dossiers that were counted in the frozen reports (with their codes).';
