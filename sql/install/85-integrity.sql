-- Proof against tampering: a log of changes of watched columns, and reports frozen with a hash.

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
    IS 'Tra lịch sử một hồ sơ | The history of one dossier';
COMMENT ON TABLE motcua.change_log
    IS 'Nhật ký thay đổi của các bảng được theo dõi; chỉ ghi thêm | '
       'Changes of watched tables; written by their triggers alone';
COMMENT ON COLUMN motcua.change_log.at IS 'Thời điểm | When';
COMMENT ON COLUMN motcua.change_log.actor
    IS 'Người thực hiện theo khai báo trong thiết lập motcua.actor; không có thì là tài khoản. | '
       'The person whom the application names in the setting motcua.actor, else the role.';
COMMENT ON COLUMN motcua.change_log.session_role
    IS 'Tài khoản đã đăng nhập phiên làm việc. | The role that the session logged in as.';
COMMENT ON COLUMN motcua.change_log.application
    IS 'Tên phần mềm theo khai báo. | The name that the application gives itself.';
COMMENT ON COLUMN motcua.change_log.relation IS 'Bảng | The table';
COMMENT ON COLUMN motcua.change_log.code IS 'Mã hồ sơ | The dossier';
COMMENT ON COLUMN motcua.change_log.col
    IS 'Cột; trống khi xóa toàn bảng | The column; NULL for TRUNCATE';
COMMENT ON COLUMN motcua.change_log.old IS 'Giá trị cũ | Before';
COMMENT ON COLUMN motcua.change_log.new
    IS 'Giá trị mới; trống khi dòng bị xóa | After; NULL when the row was deleted';
SELECT pg_catalog.pg_extension_config_dump('motcua.change_log', '');

CREATE FUNCTION motcua_internal.log_change() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_log_change'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.log_change()
    IS 'Internal trigger of watch: writes changed columns to change_log';

CREATE FUNCTION motcua.watch(relation regclass, columns text[] DEFAULT NULL, code text DEFAULT NULL)
    RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_watch'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.watch(regclass, text[], text)
    IS 'Logs every change of a table''s columns (all, or these), with the dossier''s code from the '
       'column named, in motcua.change_log';
CREATE FUNCTION motcua.unwatch(relation regclass) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_unwatch'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.unwatch(regclass) IS 'Ends the watch; what was logged stays';

CREATE VIEW motcua.watches AS
SELECT t.tgrelid::pg_catalog.regclass::text AS relation,
       CASE t.tgenabled WHEN 'A' THEN 'always' WHEN 'D' THEN 'disabled' ELSE 'origin' END AS enabled
FROM pg_catalog.pg_trigger AS t
WHERE t.tgfoid = 'motcua_internal.log_change'::pg_catalog.regproc
  AND t.tgname = 'motcua_watch'
  AND t.tgparentid = 0;
COMMENT ON VIEW motcua.watches IS 'Các bảng đang được theo dõi | The tables watched';
COMMENT ON COLUMN motcua.watches.relation IS 'Bảng | The table';
COMMENT ON COLUMN motcua.watches.enabled
    IS 'always là đang ghi; disabled là đã bị tắt | '
       'always: it logs; disabled: somebody switched it off';

-- The hash of a frozen report covers the hash before it, so the reports form a chain. Days are text
-- in it, so the caller sets DateStyle.
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
                                                text[], text[]) IS
    'Internal: computes the hash of a frozen report and the dossiers behind it';

CREATE FUNCTION motcua_internal.report_cells(figures jsonb)
    RETURNS TABLE (label text, col text, n text)
    LANGUAGE SQL IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT e.value ->> 'label', c.key, c.value
    FROM pg_catalog.jsonb_array_elements(report_cells.figures) AS e
    CROSS JOIN LATERAL pg_catalog.jsonb_each_text(e.value) AS c
    WHERE c.key NOT IN ('label', 'tt');
END;
COMMENT ON FUNCTION motcua_internal.report_cells(jsonb) IS
    'Internal: splits the figures of form II.06a into cells; the row of all units is Tổng cộng';

CREATE FUNCTION motcua.freeze(schema_name name, period daterange, note text DEFAULT NULL)
    RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_freeze'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.freeze(name, daterange, text)
    IS 'Stores form II.06a of a period that is over, with the '
       'dossiers behind it; returns the hash to publish';
CREATE FUNCTION motcua.verify_frozen(schema_name name, period daterange)
    RETURNS TABLE (period daterange, kind text, label text, col text, frozen text, now text)
    AS 'MODULE_PATHNAME', 'motcua_verify_frozen'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 20;
COMMENT ON FUNCTION motcua.verify_frozen(name, daterange)
    IS 'Lists what differs from a frozen report: cells, dossiers, '
       'and its hash; no row when nothing does';
