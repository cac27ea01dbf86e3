-- This module makes the functions of roll-ups. A roll-up keeps the histories of an attachment in
-- tables, which triggers update, so that rates and reports need not read the base rows.

CREATE FUNCTION motcua_internal.roll_up() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_roll_up'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.roll_up()
    IS 'Internal: this trigger of add_rollup appends what a statement changed to the table '
       'rollup_delta.';

CREATE FUNCTION motcua.add_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_add_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.add_rollup(name)
    IS 'Giữ sẵn số liệu tổng hợp của một lược đồ trong các bảng của nó, luôn khớp từng giao dịch; '
       'từ đó tỷ lệ và báo cáo đọc các bảng này. | '
       'Keep the histories of an attachment in tables of its schema, exact at every moment. Its '
       'rates and reports read these tables from then on.';
CREATE FUNCTION motcua.drop_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_drop_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.drop_rollup(name)
    IS 'Bỏ bảng tổng hợp cùng các trigger; các khung nhìn lại đếm từ bảng gốc. | '
       'Drop a roll-up and its triggers; the views count the table of dossiers again.';
CREATE FUNCTION motcua.rebuild_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_rebuild_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.rebuild_rollup(name)
    IS 'Đếm lại bảng tổng hợp từ đầu trên bảng gốc và các phân vùng hiện có; dùng khi bảng tổng '
       'hợp không còn đúng. | '
       'Count a roll-up anew over the table and its present partitions. Call it when the roll-up '
       'is stale.';
CREATE FUNCTION motcua.compact_rollup(schema_name name) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_compact_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.compact_rollup(name)
    IS 'Gộp các thay đổi mới của một bảng tổng hợp, không cản ai đang ghi, và trả về số dòng đã '
       'gộp. | '
       'Merge the changes that writers appended to a roll-up, without stopping the writers, and '
       'return the number of merged rows.';
CREATE FUNCTION motcua.compact_rollup() RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_compact_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.compact_rollup()
    IS 'Gộp các thay đổi mới của mọi bảng tổng hợp thuộc người gọi, không cản ai đang ghi, và trả '
       'về số dòng đã gộp; dùng cho việc chạy định kỳ. | '
       'Merge the changes that writers appended to every roll-up that the caller owns, without '
       'stopping the writers, and return the number of merged rows. A scheduled job calls it.';
CREATE FUNCTION motcua.verify_rollup(schema_name name)
    RETURNS TABLE (grain text, unit text, procedure text, field text, online boolean,
                   dossiers bigint, history motcua.ledger)
    AS 'MODULE_PATHNAME', 'motcua_verify_rollup'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION motcua.verify_rollup(name)
    IS 'Liệt kê những chỗ bảng tổng hợp khác với bảng gốc, trong cùng một thời điểm; không có '
       'dòng nào là khớp. | '
       'List where a roll-up differs from the table of dossiers, both read in one snapshot. There '
       'is no row if they agree.';

CREATE FUNCTION motcua_internal.may_read_rollup_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_may_read_rollup_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.may_read_rollup_support(internal)
    IS 'Internal: this planner support function keeps either the roll-up or the base rows in a '
       'plan.';
CREATE FUNCTION motcua_internal.must_read_base_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_must_read_base_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.must_read_base_support(internal)
    IS 'Internal: this planner support function keeps either the roll-up or the base rows in a '
       'plan.';
CREATE FUNCTION motcua_internal.may_read_rollup(fact regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_may_read_rollup'
    LANGUAGE C STABLE STRICT PARALLEL SAFE SUPPORT motcua_internal.may_read_rollup_support;
COMMENT ON FUNCTION motcua_internal.may_read_rollup(regclass)
    IS 'Internal: true if the roll-up of an attachment, given its view fact, is current and the '
       'reader may read the base rows behind it.';
CREATE FUNCTION motcua_internal.must_read_base(fact regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_must_read_base'
    LANGUAGE C STABLE STRICT PARALLEL SAFE SUPPORT motcua_internal.must_read_base_support;
COMMENT ON FUNCTION motcua_internal.must_read_base(regclass)
    IS 'Internal: true if may_read_rollup is false, so that the base rows are to be counted.';
CREATE FUNCTION motcua_internal.still_may_read_rollup(fact regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_still_may_read_rollup'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.still_may_read_rollup(regclass)
    IS 'Internal: true; a plan that reads a roll-up calls it when it runs, and it raises 40001 if '
       'may_read_rollup became false since the plan was made.';
CREATE FUNCTION motcua_internal.rollup_stale_reason(rollup regclass) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_rollup_stale_reason'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.rollup_stale_reason(regclass)
    IS 'Internal: returns why a roll-up may not be read, given its table rollup_delta, or NULL if '
       'it may.';

-- A role sees the roll-ups whose owner it can act as. Members of pg_monitor see all roll-ups.
CREATE VIEW motcua.rollups AS
SELECT n.nspname::text COLLATE "default" AS schema_name,
       r.relation::text AS relation,
       pg_catalog.pg_get_userbyid(s.relowner)::text COLLATE "default" AS owner,
       motcua_internal.rollup_stale_reason(c.oid) AS stale_reason,
       pg_catalog.pg_relation_size(c.oid) AS delta_bytes,
       (SELECT pg_catalog.sum(pg_catalog.pg_total_relation_size(k.oid))
        FROM pg_catalog.pg_class AS k
        WHERE k.relnamespace = n.oid
          AND k.relname IN ('rollup_unit', 'rollup_procedure',
                            'rollup_delta'))::bigint AS total_bytes
FROM pg_catalog.pg_class AS s
JOIN pg_catalog.pg_namespace AS n ON n.oid = s.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = s.oid
    AND a.attnum = 1
    AND a.attname = 'motcua_attachment'
JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid
    AND c.relname = 'rollup_delta'
    AND c.relkind = 'r'
CROSS JOIN LATERAL (SELECT motcua_internal.attached_relation(n.oid) AS relation
                    OFFSET 0) AS r
WHERE s.relname = 'settings' AND s.relkind = 'v'
  AND r.relation IS NOT NULL
  AND (pg_catalog.pg_has_role(s.relowner, 'USAGE')
       OR pg_catalog.pg_has_role('pg_monitor', 'USAGE'));
COMMENT ON VIEW motcua.rollups
    IS 'Khung nhìn này liệt kê các bảng tổng hợp và tình trạng của chúng. | '
       'This view lists the roll-ups and their state.';
COMMENT ON COLUMN motcua.rollups.schema_name IS 'Tên lược đồ. | The name of the schema.';
COMMENT ON COLUMN motcua.rollups.relation IS 'Bảng gốc. | The table whose dossiers are rolled up.';
COMMENT ON COLUMN motcua.rollups.owner
    IS 'Chủ sở hữu của bảng tổng hợp. | The owner of the roll-up.';
COMMENT ON COLUMN motcua.rollups.stale_reason
    IS 'Vì sao các khung nhìn phải đếm từ bảng gốc; NULL là chúng đang đọc bảng tổng hợp. | '
       'Why the views count base rows; NULL means that they read the roll-up.';
COMMENT ON COLUMN motcua.rollups.delta_bytes
    IS 'Dung lượng của phần chờ gộp, tính bằng byte. | '
       'The size of what waits for compact_rollup, in bytes.';
COMMENT ON COLUMN motcua.rollups.total_bytes
    IS 'Dung lượng của toàn bộ bảng tổng hợp, tính bằng byte. | '
       'The size of the whole roll-up, in bytes.';

CREATE FUNCTION motcua_internal.own_rollups() RETURNS SETOF text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT a.schema_name
    FROM motcua.attachments AS a
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = a.schema_name
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = 'rollup_delta'
    WHERE pg_catalog.pg_has_role(a.owner, 'USAGE')
    ORDER BY 1;
END;
COMMENT ON FUNCTION motcua_internal.own_rollups()
    IS 'Internal: lists the schemas whose roll-up the caller owns, for compact_rollup.';
