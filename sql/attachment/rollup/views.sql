-- The kept views read the tables of the roll-up, which nobody but their owner may read, with the
-- owner's rights. They show rows only while the roll-up is current and only to a reader who may
-- read the base rows behind them.
CREATE VIEW @schema@.unit_kept WITH (security_invoker = false, security_barrier = true) AS
SELECT r.unit, r.dossiers, r.history
FROM @schema@.rollup_unit AS r
WHERE motcua_internal.may_read_rollup('@schema_in_quotes@.fact'::pg_catalog.regclass)
UNION ALL
SELECT d.unit, d.dossiers, d.history
FROM @schema@.rollup_delta AS d
WHERE motcua_internal.may_read_rollup('@schema_in_quotes@.fact'::pg_catalog.regclass);
COMMENT ON VIEW @schema@.unit_kept
    IS 'Khung nhìn này cho lịch sử số liệu của từng đơn vị trong bảng tổng hợp, khi bảng còn đúng '
       'và người đọc có quyền. | '
       'This view has the history of each unit in the roll-up, while the roll-up is current and '
       'the reader has the rights.';
CREATE VIEW @schema@.procedure_kept WITH (security_invoker = false, security_barrier = true) AS
SELECT r.unit, r.procedure, r.field, r.online, r.dossiers, r.history
FROM @schema@.rollup_procedure AS r
WHERE motcua_internal.may_read_rollup('@schema_in_quotes@.fact'::pg_catalog.regclass)
UNION ALL
SELECT d.unit, d.procedure, d.field, d.online, d.dossiers, d.history
FROM @schema@.rollup_delta AS d
WHERE motcua_internal.may_read_rollup('@schema_in_quotes@.fact'::pg_catalog.regclass);
COMMENT ON VIEW @schema@.procedure_kept
    IS 'Khung nhìn này cho lịch sử số liệu theo đơn vị, thủ tục, lĩnh vực, hình thức nộp trong '
       'bảng tổng hợp, khi bảng còn đúng và người đọc có quyền. | '
       'This view has the history of each unit, procedure, field and way of filing in the '
       'roll-up, while the roll-up is current and the reader has the rights.';

-- The views of rates count these histories. They consist of what is kept, or else of the base rows.
-- The base rows are named in any case, so a reader needs the same rights with a roll-up as without.
-- The planner replaces the conditions by constants, so one of the two is left out altogether.
CREATE VIEW @schema@.unit_history WITH (@options@) AS
SELECT k.unit, k.dossiers, k.history
FROM @schema@.unit_kept AS k
UNION ALL
SELECT b.unit, b.dossiers, b.history
FROM (SELECT d.unit, pg_catalog.count(*) AS dossiers, @history@ AS history
      FROM @schema@.fact AS d
      GROUP BY d.unit) AS b
WHERE motcua_internal.must_read_base('@schema_in_quotes@.fact'::pg_catalog.regclass);
COMMENT ON VIEW @schema@.unit_history
    IS 'Khung nhìn này cho lịch sử số liệu của từng đơn vị; các dòng cùng đơn vị cộng bằng '
       'motcua.merge. | '
       'This view has the history of each unit; motcua.merge adds the rows of one unit.';
CREATE VIEW @schema@.procedure_history WITH (@options@) AS
SELECT k.unit, k.procedure, k.field, k.online, k.dossiers, k.history
FROM @schema@.procedure_kept AS k
UNION ALL
SELECT b.unit, b.procedure, b.field, b.online, b.dossiers, b.history
FROM (SELECT d.unit, d.procedure, d.field, coalesce(d.online, false) AS online,
             pg_catalog.count(*) AS dossiers, @history@ AS history
      FROM @schema@.fact AS d
      GROUP BY 1, 2, 3, 4) AS b
WHERE motcua_internal.must_read_base('@schema_in_quotes@.fact'::pg_catalog.regclass);
COMMENT ON VIEW @schema@.procedure_history
    IS 'Khung nhìn này cho lịch sử số liệu theo đơn vị, thủ tục, lĩnh vực, hình thức nộp; các '
       'dòng cùng nhóm cộng bằng motcua.merge. | '
       'This view has the history of each unit, procedure, field and way of filing; motcua.merge '
       'adds the rows of one group.';
