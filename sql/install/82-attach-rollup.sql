-- Roll-ups: an attachment's histories kept by triggers, so that its rates and reports
-- need not read the base rows.

CREATE TABLE motcua.rollup_member (
    rollup    pg_catalog.regclass NOT NULL,
    relation  pg_catalog.regclass NOT NULL,
    CONSTRAINT rollup_member_key PRIMARY KEY (rollup, relation)
);
CREATE INDEX rollup_member_relation ON motcua.rollup_member (relation);
COMMENT ON TABLE motcua.rollup_member
    IS 'Bảng nào nuôi bảng tổng hợp nào; do add_rollup ghi | '
       'Which tables feed which roll-up; written by add_rollup alone';
COMMENT ON COLUMN motcua.rollup_member.rollup
    IS 'Bảng rollup_delta của lược đồ | The table rollup_delta of an attachment''s schema';
COMMENT ON COLUMN motcua.rollup_member.relation
    IS 'Bảng gốc hoặc phân vùng của nó | The base table or a partition of it';
COMMENT ON INDEX motcua.rollup_member_key
    IS 'Các bảng nuôi một bảng tổng hợp | The tables of a roll-up';
COMMENT ON INDEX motcua.rollup_member_relation
    IS 'Các bảng tổng hợp của một bảng | The roll-ups of a table';
SELECT pg_catalog.pg_extension_config_dump('motcua.rollup_member', '');

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

CREATE FUNCTION motcua_internal.rollup_is_current_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_current_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.rollup_is_current_support(internal)
    IS 'Internal: planner support: only the roll-up or only the base rows are in a plan';
CREATE FUNCTION motcua_internal.rollup_is_stale_support(request internal) RETURNS internal
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_stale_support'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.rollup_is_stale_support(internal)
    IS 'Internal: planner support: only the roll-up or only the base rows are in a plan';
CREATE FUNCTION motcua_internal.rollup_is_current(rollup regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_current'
    LANGUAGE C STABLE STRICT PARALLEL SAFE SUPPORT motcua_internal.rollup_is_current_support;
COMMENT ON FUNCTION motcua_internal.rollup_is_current(regclass)
    IS 'Internal: tells the views of a roll-up whether it may '
       'be read, given its table rollup_delta';
CREATE FUNCTION motcua_internal.rollup_is_stale(rollup regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_rollup_is_stale'
    LANGUAGE C STABLE STRICT PARALLEL SAFE SUPPORT motcua_internal.rollup_is_stale_support;
COMMENT ON FUNCTION motcua_internal.rollup_is_stale(regclass)
    IS 'Internal: tells the views of a roll-up whether base rows must '
       'be counted, given its table rollup_delta';
CREATE FUNCTION motcua_internal.rollup_must_be_current(rollup regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_rollup_must_be_current'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.rollup_must_be_current(regclass)
    IS 'Internal: what a plan that reads a roll-up checks when it runs; an error to repeat the '
       'query when it became stale meanwhile';
CREATE FUNCTION motcua_internal.rollup_stale_reason(rollup regclass) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_rollup_stale_reason'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.rollup_stale_reason(regclass)
    IS 'Internal: why a roll-up may not be read, given its table rollup_delta; NULL when it may';

CREATE VIEW motcua.rollups AS
SELECT n.nspname::text COLLATE "default" AS schema_name,
       motcua_internal.attached_relation(s.oid)::text AS relation,
       pg_catalog.pg_get_userbyid(c.relowner)::text COLLATE "default" AS owner,
       motcua_internal.rollup_stale_reason(c.oid) AS stale_reason,
       pg_catalog.pg_relation_size(c.oid) AS delta_bytes,
       (SELECT pg_catalog.sum(pg_catalog.pg_total_relation_size(k.oid))
        FROM pg_catalog.pg_class AS k
        WHERE k.relnamespace = n.oid
          AND k.relname IN ('rollup_unit', 'rollup_procedure',
                            'rollup_delta'))::bigint AS total_bytes
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class AS s ON s.relnamespace = n.oid AND s.relname = 'source' AND s.relkind = 'v'
WHERE c.relname = 'rollup_delta'
  AND c.relkind = 'r'
  AND EXISTS (SELECT FROM motcua.rollup_member AS m WHERE m.rollup::pg_catalog.oid = c.oid);
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
    SELECT r.schema_name
    FROM motcua.rollups AS r
    WHERE pg_catalog.pg_has_role(r.owner, 'USAGE')
    ORDER BY 1;
END;
COMMENT ON FUNCTION motcua_internal.own_rollups() IS
    'Internal: lists the schemas whose roll-up the caller owns, for compact_rollup';
