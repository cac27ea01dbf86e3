-- This module makes what shows tampering with figures: the log of changes of watched columns, and
-- frozen reports with a hash.

CREATE TABLE motcua.change_log (
    at            timestamptz NOT NULL,
    actor         text NOT NULL,
    session_role  text NOT NULL,
    application   text,
    relation      text NOT NULL,
    code          text,
    col           text,
    old           text,
    new           text
);
CREATE INDEX change_log_relation_code ON motcua.change_log (relation, code, at);
COMMENT ON INDEX motcua.change_log_relation_code
    IS 'Chỉ mục này tra lịch sử của một hồ sơ. | This index finds the history of one dossier.';
COMMENT ON TABLE motcua.change_log
    IS 'Bảng này là nhật ký thay đổi của các bảng được theo dõi; chỉ các trigger của chúng ghi '
       'vào đây. | '
       'This table logs the changes of watched tables; their triggers alone write it.';
COMMENT ON COLUMN motcua.change_log.at IS 'Thời điểm thay đổi. | The moment of the change.';
COMMENT ON COLUMN motcua.change_log.actor
    IS 'Người thực hiện theo khai báo trong thiết lập motcua.actor; không có thì là tài khoản. | '
       'The person whom the application names in the setting motcua.actor, else the role.';
COMMENT ON COLUMN motcua.change_log.session_role
    IS 'Tài khoản đã đăng nhập phiên làm việc. | The role that the session logged in as.';
COMMENT ON COLUMN motcua.change_log.application
    IS 'Tên phần mềm theo khai báo. | The name that the application gives itself.';
COMMENT ON COLUMN motcua.change_log.relation IS 'Bảng đã thay đổi. | The table that changed.';
COMMENT ON COLUMN motcua.change_log.code IS 'Mã hồ sơ. | The code of the dossier.';
COMMENT ON COLUMN motcua.change_log.col
    IS 'Cột đã thay đổi; NULL khi xóa toàn bảng bằng TRUNCATE. | '
       'The column that changed; NULL for TRUNCATE.';
COMMENT ON COLUMN motcua.change_log.old
    IS 'Giá trị trước khi thay đổi. | The value before the change.';
COMMENT ON COLUMN motcua.change_log.new
    IS 'Giá trị sau khi thay đổi; NULL khi dòng bị xóa. | '
       'The value after the change; NULL if the row was deleted.';
SELECT pg_catalog.pg_extension_config_dump('motcua.change_log', '');

CREATE FUNCTION motcua_internal.log_change() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_log_change'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.log_change()
    IS 'Internal: this trigger of watch writes the changed columns of a row to change_log.';

CREATE FUNCTION motcua.watch(relation regclass, columns text[] DEFAULT NULL, code text DEFAULT NULL)
    RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_watch'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.watch(regclass, text[], text)
    IS 'Ghi vào motcua.change_log mọi thay đổi của một bảng (mọi cột, hoặc các cột được nêu): ai, '
       'lúc nào, từ gì thành gì; code là tên cột có mã hồ sơ. | '
       'Log every change of a table (of all columns, or of those named) in motcua.change_log: '
       'who, when, from what to what. The argument code names the column with the code of the '
       'dossier.';
CREATE FUNCTION motcua.unwatch(relation regclass) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_unwatch'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.unwatch(regclass)
    IS 'Thôi theo dõi một bảng; nhật ký vẫn còn. | End the watch of a table; the log stays.';

CREATE VIEW motcua.watches AS
SELECT t.tgrelid::pg_catalog.regclass::text AS relation,
       CASE t.tgenabled WHEN 'A' THEN 'always' WHEN 'D' THEN 'disabled' ELSE 'origin' END AS enabled
FROM pg_catalog.pg_trigger AS t
WHERE t.tgfoid = 'motcua_internal.log_change'::pg_catalog.regproc
  AND t.tgname = 'motcua_watch'
  AND t.tgparentid = 0;
COMMENT ON VIEW motcua.watches
    IS 'Khung nhìn này liệt kê các bảng đang được theo dõi. | '
       'This view lists the tables that are watched.';
COMMENT ON COLUMN motcua.watches.relation IS 'Bảng được theo dõi. | The table that is watched.';
COMMENT ON COLUMN motcua.watches.enabled
    IS 'always là đang ghi trong mọi phiên, origin là không ghi trong phiên sao chép dữ liệu, '
       'disabled là đã bị tắt. | '
       'It is always if every session logs, origin if sessions that replicate do not, disabled if '
       'somebody switched the trigger off.';

-- The hash of a frozen report covers the hash of the report before it, so the reports form a chain.
-- It covers days as text, so the caller sets DateStyle.
CREATE FUNCTION motcua_internal.frozen_hash(previous bytea, period daterange, frozen_at timestamptz,
        frozen_by text, note text, figures jsonb, codes text[], counted text[]) RETURNS bytea
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws(E'\n',
        pg_catalog.encode(frozen_hash.previous, 'hex'), frozen_hash.period,
        frozen_hash.frozen_at AT TIME ZONE 'UTC', frozen_hash.frozen_by, frozen_hash.note,
        frozen_hash.figures, (
            SELECT pg_catalog.string_agg(d.code || '|' || d.counted, E'\n'
                                         ORDER BY d.code COLLATE "C", d.counted COLLATE "C")
            FROM ROWS FROM (pg_catalog.unnest(frozen_hash.codes),
                            pg_catalog.unnest(frozen_hash.counted)) AS d (code, counted)
        )), 'UTF8'))
    WHERE frozen_hash.period IS NOT NULL;
END;
COMMENT ON FUNCTION motcua_internal.frozen_hash(bytea, daterange, timestamptz, text, text, jsonb,
                                                text[], text[])
    IS 'Internal: returns the hash of a frozen report and the dossiers behind it.';

CREATE FUNCTION motcua_internal.report_cells(figures jsonb)
    RETURNS TABLE (label text, col text, n text)
    LANGUAGE SQL IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT e.value ->> 'label', c.key, c.value
    FROM pg_catalog.jsonb_array_elements(report_cells.figures) AS e
    CROSS JOIN LATERAL pg_catalog.jsonb_each_text(e.value) AS c
    WHERE c.key NOT IN ('label', 'tt');
END;
COMMENT ON FUNCTION motcua_internal.report_cells(jsonb)
    IS 'Internal: lists the cells of the figures of form II.06a; the row of all units is Tổng '
       'cộng.';

CREATE FUNCTION motcua.freeze(schema_name name, period daterange, note text DEFAULT NULL)
    RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_freeze'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.freeze(name, daterange, text)
    IS 'Chốt biểu II.06a của một kỳ đã kết thúc cùng các hồ sơ được đếm, và trả về mã băm để công '
       'bố. | '
       'Store form II.06a of a period that is over, with the dossiers behind it, and return the '
       'hash to publish.';
CREATE FUNCTION motcua.verify_frozen(schema_name name, period daterange)
    RETURNS TABLE (period daterange, kind text, label text, col text, frozen text, now text)
    AS 'MODULE_PATHNAME', 'motcua_verify_frozen'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 20;
COMMENT ON FUNCTION motcua.verify_frozen(name, daterange)
    IS 'Liệt kê những gì nay khác số liệu đã chốt: ô nào, hồ sơ nào, mã băm; không có dòng nào là '
       'không có gì khác. | '
       'List what differs from a frozen report: cells, dossiers and its hash. There is no row if '
       'nothing differs.';
