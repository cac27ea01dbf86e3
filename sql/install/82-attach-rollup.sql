-- Roll-ups: an attachment's histories kept by triggers, so that its rates and reports
-- need not read the base rows.

CREATE FUNCTION motcua_internal.roll_up() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_roll_up'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.roll_up()
    IS 'Internal trigger of add_rollup: appends what a statement changed to rollup_delta';

CREATE FUNCTION motcua.add_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_add_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.add_rollup(name)
    IS 'Keeps an attachment''s histories in tables of its schema, exact at every moment; '
       'its rates and reports read them from now on';
CREATE FUNCTION motcua.drop_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_drop_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.drop_rollup(name)
    IS 'Drops a roll-up and its triggers; the views count base rows again';
CREATE FUNCTION motcua.rebuild_rollup(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_rebuild_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.rebuild_rollup(name)
    IS 'Counts a roll-up anew over the table and partitions of today: when it is stale';
CREATE FUNCTION motcua.compact_rollup(schema_name name) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_compact_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.compact_rollup(name)
    IS 'Merges what writers appended to a roll-up, without '
       'stopping them; gives how many rows it merged';
CREATE FUNCTION motcua.compact_rollup() RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_compact_rollup'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.compact_rollup()
    IS 'Merges what writers appended to every roll-up that is '
       'yours, without stopping them; for a job';
CREATE FUNCTION motcua.verify_rollup(schema_name name)
    RETURNS TABLE (grain text, unit text, procedure text, field text, online boolean,
                   dossiers bigint, history motcua.ledger)
    AS 'MODULE_PATHNAME', 'motcua_verify_rollup'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION motcua.verify_rollup(name)
    IS 'Lists where a roll-up differs from the base rows, in one snapshot: no row when they agree';

CREATE FUNCTION motcua_internal.may_read_rollup_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_may_read_rollup_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.may_read_rollup_support(internal)
    IS 'Internal: planner support that keeps either the roll-up or the base rows in a plan.';
CREATE FUNCTION motcua_internal.must_read_base_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_must_read_base_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.must_read_base_support(internal)
    IS 'Internal: planner support that keeps either the roll-up or the base rows in a plan.';
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
    IS 'Internal: why a roll-up may not be read, given its table rollup_delta; NULL when it may';

-- A role sees the roll-ups whose owner it can act as, and the members of pg_monitor see all of them.
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
  AND (pg_catalog.pg_has_role(s.relowner, 'USAGE') OR pg_catalog.pg_has_role('pg_monitor', 'USAGE'));
COMMENT ON VIEW motcua.rollups
    IS 'Các bảng tổng hợp và tình trạng của chúng | Roll-ups and their state';
COMMENT ON COLUMN motcua.rollups.schema_name IS 'Lược đồ | The schema';
COMMENT ON COLUMN motcua.rollups.relation IS 'Bảng gốc | The table rolled up';
COMMENT ON COLUMN motcua.rollups.owner IS 'Chủ sở hữu | Its owner';
COMMENT ON COLUMN motcua.rollups.stale_reason
    IS 'Vì sao phải đếm từ bảng gốc; trống là đang dùng | '
       'Why base rows are counted; NULL when it is read';
COMMENT ON COLUMN motcua.rollups.delta_bytes IS 'Phần chờ gộp | What waits for compact_rollup';
COMMENT ON COLUMN motcua.rollups.total_bytes IS 'Dung lượng | Size of all of it';

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
COMMENT ON FUNCTION motcua_internal.own_rollups() IS
    'Internal: lists the schemas whose roll-up the caller owns, for compact_rollup';
