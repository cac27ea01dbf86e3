-- One scan of the base rows, in parallel if the server allows, makes the fine table. The coarse
-- table is summed from the fine one.
CREATE TABLE @schema@.rollup_procedure AS
SELECT d.unit, d.procedure, d.field, coalesce(d.online, false) AS online,
       pg_catalog.count(*) AS dossiers, @history@ AS history
FROM @schema@.fact AS d
GROUP BY 1, 2, 3, 4;
CREATE TABLE @schema@.rollup_unit AS
SELECT r.unit, pg_catalog.sum(r.dossiers)::bigint AS dossiers, motcua.merge(r.history) AS history
FROM @schema@.rollup_procedure AS r
GROUP BY 1;
-- Triggers append to this table. It has no index and no key, because these could make one writer
-- wait for another.
CREATE TABLE @schema@.rollup_delta (LIKE @schema@.rollup_procedure);
CREATE TABLE @schema@.rollup_stale (at timestamptz NOT NULL, reason text NOT NULL);
-- This table holds the attached table and the partitions that were rolled up. Its rows only tell if
-- the roll-up is still complete; what a writer executes does not depend on them.
CREATE TABLE @schema@.rollup_member (relation regclass NOT NULL);
ALTER TABLE @schema@.rollup_procedure ADD CONSTRAINT rollup_procedure_key
    UNIQUE NULLS NOT DISTINCT (unit, procedure, field, online);
ALTER TABLE @schema@.rollup_unit ADD CONSTRAINT rollup_unit_key UNIQUE NULLS NOT DISTINCT (unit);
ANALYZE @schema@.rollup_procedure, @schema@.rollup_unit;
COMMENT ON TABLE @schema@.rollup_unit
    IS 'Bảng tổng hợp này giữ lịch sử số liệu của từng đơn vị, do motcua.compact_rollup gộp lại. '
       '| '
       'This table of the roll-up holds the history of each unit, as motcua.compact_rollup merged '
       'it.';
COMMENT ON TABLE @schema@.rollup_procedure
    IS 'Bảng tổng hợp này giữ lịch sử số liệu theo đơn vị, thủ tục, lĩnh vực, hình thức nộp. | '
       'This table of the roll-up holds the history of each unit, procedure, field and way of '
       'filing.';
COMMENT ON TABLE @schema@.rollup_delta
    IS 'Bảng tổng hợp này giữ thay đổi mới, do trigger ghi thêm; không sửa bằng tay. | '
       'This table of the roll-up holds the new changes, which triggers append; nobody edits it '
       'by hand.';
COMMENT ON TABLE @schema@.rollup_stale
    IS 'Bảng tổng hợp này giữ lý do không còn đúng, khi đó các khung nhìn đếm từ bảng gốc; trống '
       'là đúng. | '
       'This table of the roll-up holds why it is stale, so that the views count base rows; it is '
       'empty if the roll-up is right.';
COMMENT ON TABLE @schema@.rollup_member
    IS 'Bảng tổng hợp này giữ bảng gốc và các phân vùng đã được tổng hợp. | '
       'This table of the roll-up holds the table of dossiers and the partitions that were rolled '
       'up.';
