-- This module makes the functions that attach motcua to existing tables of dossiers. An attachment
-- is a schema of views; sql/attachment/ has their text.

CREATE FUNCTION motcua_internal.view_labels() RETURNS TABLE (column_name text, label text)
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE ROWS 80
BEGIN ATOMIC
    SELECT l.column_name, l.label
    FROM (VALUES
        ('motcua_attachment', 'Phiên bản motcua đã tạo lược đồ này'),
        ('as_of', 'Ngày số liệu'),
        ('period_start', 'Từ ngày'),
        ('period_end', 'Đến ngày'),
        ('basis', 'Cách tính tỷ lệ đúng hạn'),
        ('granularity', 'So theo ngày hay theo thời điểm'),
        ('target', 'Chỉ tiêu tỷ lệ trước hạn và đúng hạn'),
        ('warn_days', 'Cảnh báo trước hạn, số ngày làm việc'),
        ('time_zone', 'Múi giờ lưu trữ của bảng gốc'),
        ('calendar', 'Lịch làm việc'),
        ('rights', 'Quyền đọc: của người đọc hoặc của chủ sở hữu'),
        ('ignore_rls', 'Chấp nhận bỏ qua chính sách bảo mật theo dòng'),
        ('excluded', 'Hồ sơ không được tính'),
        ('code', 'Mã hồ sơ'),
        ('unit', 'Đơn vị giải quyết, như đã ghi'),
        ('unit_name', 'Tên đơn vị'),
        ('unit_now', 'Đơn vị kế thừa đến ngày số liệu'),
        ('unit_now_name', 'Tên đơn vị kế thừa'),
        ('level', 'Cấp'),
        ('bloc', 'Khối'),
        ('reception_unit', 'Đơn vị tiếp nhận'),
        ('officer', 'Cán bộ thụ lý'),
        ('procedure', 'Thủ tục hành chính'),
        ('field', 'Lĩnh vực'),
        ('applicant', 'Người nộp hồ sơ'),
        ('channel', 'Kênh nộp'),
        ('service_level', 'Mức độ dịch vụ công'),
        ('online', 'Nộp trực tuyến'),
        ('is_online', 'Nộp trực tuyến: 1 có, 0 không'),
        ('submitted_at', 'Thời điểm nộp'),
        ('received_at', 'Thời điểm tiếp nhận'),
        ('received_on', 'Ngày tiếp nhận'),
        ('due_at', 'Thời điểm hẹn trả kết quả'),
        ('due_on', 'Ngày hẹn trả kết quả'),
        ('due_on_now', 'Ngày hẹn trả tính theo lịch hiện hành'),
        ('original_due_at', 'Thời điểm hẹn trả ban đầu'),
        ('first_due_on', 'Ngày hẹn trả đầu tiên'),
        ('paused_since', 'Tạm dừng từ lúc'),
        ('ended_at', 'Thời điểm giải quyết xong'),
        ('ended_on', 'Ngày giải quyết xong'),
        ('ended_as',
         'Kết thúc vì: result có kết quả, withdrawn công dân rút hồ sơ, '
         'refused từ chối giải quyết, stopped dừng xử lý'),
        ('returned_at', 'Thời điểm trả kết quả'),
        ('apology_at', 'Thời điểm gửi phiếu xin lỗi và hẹn lại ngày trả kết quả'),
        ('apology_by', 'Hạn gửi phiếu xin lỗi'),
        ('sent_late', 'Phiếu xin lỗi đã gửi muộn'),
        ('time_limit', 'Thời hạn giải quyết'),
        ('outcome', 'Kết luận: early, on_time, late, in_time, paused, overdue, invalid'),
        ('outcome_order', 'Thứ tự của kết luận'),
        ('outcome_label', 'Kết luận'),
        ('is_early', 'Trước hạn: 1 có, 0 không'),
        ('is_on_time', 'Đúng hạn: 1 có, 0 không'),
        ('is_late', 'Giải quyết quá hạn: 1 có, 0 không'),
        ('is_resolved', 'Đã giải quyết: 1 có, 0 không'),
        ('is_open', 'Đang giải quyết: 1 có, 0 không'),
        ('is_overdue', 'Đang giải quyết và quá hạn: 1 có, 0 không'),
        ('is_paused', 'Tạm dừng/chờ bổ sung: 1 có, 0 không'),
        ('days_late', 'Số ngày làm việc quá hạn'),
        ('days_left', 'Số ngày làm việc còn lại; âm khi đã quá hạn'),
        ('received_total', 'Tiếp nhận: tổng số (cột 3)'),
        ('received_online', 'Tiếp nhận trong kỳ: trực tuyến (cột 4)'),
        ('received_direct', 'Tiếp nhận trong kỳ: trực tiếp - dịch vụ bưu chính (cột 5)'),
        ('carried', 'Từ kỳ trước (cột 6); số thời điểm, không cộng'),
        ('resolved_total', 'Đã giải quyết: tổng số (cột 7)'),
        ('early', 'Đã giải quyết: trước hạn (cột 8)'),
        ('on_time', 'Đã giải quyết: đúng hạn (cột 9)'),
        ('late', 'Đã giải quyết: quá hạn (cột 10)'),
        ('open_total', 'Đang giải quyết: tổng số (cột 11); số thời điểm, không cộng'),
        ('open_in_time', 'Đang giải quyết: trong hạn (cột 12); số thời điểm, không cộng'),
        ('open_overdue', 'Đang giải quyết: quá hạn (cột 13); số thời điểm, không cộng'),
        ('on_time_rate', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn (0 đến 1)'),
        ('on_time_percent', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn, %'),
        ('on_time_rate_low', 'Cận dưới 95% của tỷ lệ, để so các đơn vị ít hồ sơ'),
        ('target_percent', 'Chỉ tiêu, %'),
        ('meets_target', 'Đạt chỉ tiêu'),
        ('rank_in_bloc', 'Xếp hạng trong khối'),
        ('month', 'Tháng (ngày đầu tháng)'),
        ('month_end', 'Ngày cuối của tháng có số liệu'),
        ('received', 'Số hồ sơ tiếp nhận trong ngày'),
        ('fell_due', 'Số hồ sơ đến hạn trong ngày'),
        ('resolved', 'Số hồ sơ giải quyết xong trong ngày'),
        ('resolved_late', 'Trong đó giải quyết quá hạn'),
        ('day', 'Ngày'),
        ('working', 'Là ngày làm việc'),
        ('is_working', 'Ngày làm việc: 1 có, 0 không'),
        ('year', 'Năm'),
        ('quarter', 'Quý'),
        ('month_start', 'Ngày đầu tháng'),
        ('weekday', 'Thứ trong tuần, 1 là thứ Hai'),
        ('weekday_name', 'Thứ'),
        ('report_year', 'Năm của quý báo cáo'),
        ('report_quarter', 'Quý báo cáo (từ ngày 15 tháng trước)'),
        ('kind', 'Loại bất thường'),
        ('kind_label', 'Bất thường'),
        ('working_days', 'Chênh lệch, số ngày làm việc'),
        ('identity', 'Hệ thức không đúng'),
        ('left_side', 'Vế trái'),
        ('right_side', 'Vế phải'),
        ('difference', 'Chênh lệch'),
        ('dossiers', 'Số hồ sơ'),
        ('history', 'Lịch sử số liệu theo ngày (motcua.ledger)'),
        ('view_name', 'Khung nhìn'),
        ('column_name', 'Cột'),
        ('column_type', 'Kiểu dữ liệu'),
        ('label', 'Nhãn'),
        ('view_label', 'Nhãn của khung nhìn')
    ) AS l (column_name, label);
END;
COMMENT ON FUNCTION motcua_internal.view_labels()
    IS 'Internal: lists what the columns of the views of an attachment mean, in Vietnamese.';

CREATE FUNCTION motcua_internal.column_comments(schema_name name) RETURNS SETOF text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 200
BEGIN ATOMIC
    SELECT pg_catalog.format('COMMENT ON COLUMN %I.%I.%I IS %L',
                             n.nspname, c.relname, a.attname, l.label)
    FROM pg_catalog.pg_namespace AS n
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'v'
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
    JOIN motcua_internal.view_labels() AS l ON l.column_name = a.attname
    WHERE n.nspname = column_comments.schema_name;
END;
COMMENT ON FUNCTION motcua_internal.column_comments(name)
    IS 'Internal: lists the statements that comment the columns of the views of an attachment.';

CREATE FUNCTION motcua_internal.grants_of_attachment(schema_name name) RETURNS jsonb
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                        'view', g.view_name, 'column', g.column_name,
                        'privilege', a.privilege_type, 'grantable', a.is_grantable,
                        'grantee', CASE a.grantee
                                       WHEN 0 THEN NULL
                                       ELSE pg_catalog.pg_get_userbyid(a.grantee)
                                   END)), '[]')
    FROM (
        SELECT NULL AS view_name, NULL AS column_name, n.nspowner AS owner, n.nspacl AS acl
        FROM pg_catalog.pg_namespace AS n
        WHERE n.nspname = grants_of_attachment.schema_name
        UNION ALL
        SELECT c.relname, NULL, c.relowner, c.relacl
        FROM pg_catalog.pg_namespace AS n
        JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'v'
        WHERE n.nspname = grants_of_attachment.schema_name
        UNION ALL
        SELECT c.relname, t.attname, c.relowner, t.attacl
        FROM pg_catalog.pg_namespace AS n
        JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'v'
        JOIN pg_catalog.pg_attribute AS t ON t.attrelid = c.oid
        WHERE n.nspname = grants_of_attachment.schema_name
    ) AS g
    CROSS JOIN LATERAL pg_catalog.aclexplode(g.acl) AS a
    WHERE a.grantee <> g.owner;
END;
COMMENT ON FUNCTION motcua_internal.grants_of_attachment(name)
    IS 'Internal: returns the grants on the schema of an attachment, its views and their columns '
       'as a JSON array.';

-- Grants may come from a table, so every name is quoted and the privileges are known words.
CREATE FUNCTION motcua_internal.grant_statements(schema_name name, grants jsonb)
    RETURNS SETOF text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT pg_catalog.format('GRANT %s%s ON %s TO %s%s;', g.privilege,
                             coalesce(' (' || pg_catalog.quote_ident(g."column") || ')', ''),
                             CASE WHEN g.view IS NULL
                                       THEN pg_catalog.format('SCHEMA %I',
                                                              grant_statements.schema_name)
                                  ELSE pg_catalog.format('%I.%I', grant_statements.schema_name,
                                                         g.view) END,
                             coalesce(pg_catalog.quote_ident(g.grantee), 'PUBLIC'),
                             CASE WHEN g.grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM pg_catalog.jsonb_to_recordset(grant_statements.grants)
         AS g (view text, "column" text, privilege text, grantable boolean, grantee text)
    WHERE g.privilege = ANY (CASE WHEN g.view IS NULL THEN '{USAGE,CREATE}'::text[]
                                  ELSE '{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'
                             END)
    ORDER BY g.view NULLS FIRST, g."column" NULLS FIRST, g.grantee, g.privilege;
END;
COMMENT ON FUNCTION motcua_internal.grant_statements(name, jsonb)
    IS 'Internal: lists grants on an attachment as statements; those on its schema come first.';

CREATE FUNCTION motcua_internal.attachment_grants(schema_name name) RETURNS SETOF text
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT g.statement
    FROM motcua_internal.grant_statements(
             attachment_grants.schema_name,
             motcua_internal.grants_of_attachment(attachment_grants.schema_name)) AS g (statement);
END;
COMMENT ON FUNCTION motcua_internal.attachment_grants(name)
    IS 'Internal: lists the statements that repeat the grants on the schema of an attachment, '
       'then those on its views.';

CREATE FUNCTION motcua_internal.is_time_zone(zone text) RETURNS boolean
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT EXISTS (SELECT
                   FROM pg_catalog.pg_timezone_names AS z
                   WHERE pg_catalog.lower(z.name) = pg_catalog.lower(is_time_zone.zone));
END;
COMMENT ON FUNCTION motcua_internal.is_time_zone(text)
    IS 'Internal: true if a name, in any case, is one of pg_timezone_names.';

CREATE FUNCTION motcua.attach(relation regclass, schema_name name, received_at text, due_at text,
        ended_at text,
        code text DEFAULT NULL, unit text DEFAULT NULL, reception_unit text DEFAULT NULL,
        officer text DEFAULT NULL,
        procedure text DEFAULT NULL, field text DEFAULT NULL, applicant text DEFAULT NULL,
        online text DEFAULT NULL,
        channel text DEFAULT NULL, service_level text DEFAULT NULL, ended_as text DEFAULT NULL,
        paused_since text DEFAULT NULL,
        submitted_at text DEFAULT NULL, original_due_at text DEFAULT NULL,
        returned_at text DEFAULT NULL, apology_at text DEFAULT NULL,
        time_limit text DEFAULT NULL, calendar_expr text DEFAULT NULL,
        basis text DEFAULT 'resolved', excluded text DEFAULT NULL,
        granularity text DEFAULT 'day', target numeric DEFAULT 0.98, warn_days integer DEFAULT 2,
        time_zone text DEFAULT 'Asia/Ho_Chi_Minh', calendar text DEFAULT NULL,
        as_of text DEFAULT NULL, extra jsonb DEFAULT NULL,
        rights text DEFAULT 'invoker', ignore_rls boolean DEFAULT false)
    RETURNS pg_catalog.regnamespace
    AS 'MODULE_PATHNAME', 'motcua_attach'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.attach(regclass, name, text, text, text, text, text, text, text, text,
        text, text, text, text, text, text, text, text, text, text, text, text, text, text, text,
        text, numeric, integer, text, text, text, jsonb, text, boolean)
    IS 'Tạo lược đồ gồm các khung nhìn trên một bảng hồ sơ sẵn có, không sửa bảng đó, và trả về '
       'lược đồ. Các đối số từ received_at đến calendar_expr là biểu thức SQL trên các cột của '
       'bảng. | '
       'Make a schema of views over an existing table of dossiers, which does not change, and '
       'return the schema. The arguments from received_at to calendar_expr are SQL expressions '
       'over the columns of the table.';

CREATE FUNCTION motcua.detach(schema_name name, force boolean DEFAULT false) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_detach'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.detach(name, boolean)
    IS 'Gỡ lược đồ cùng các khung nhìn; bảng gốc giữ nguyên. Lược đồ có số liệu đã chốt chỉ bị gỡ '
       'khi force. | '
       'Drop the schema of an attachment with its views; the table itself stays as it is. A '
       'schema with frozen figures is dropped only if force is true.';

CREATE FUNCTION motcua.attach_statement(schema_name name) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_attach_statement'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.attach_statement(name)
    IS 'Trả về các câu lệnh gắn lại như hiện tại: lời gọi attach, các quyền đã cấp, bảng tổng '
       'hợp. | '
       'Return the statements that make an attachment again as it is now: the call of attach, the '
       'grants, the roll-up.';
CREATE FUNCTION motcua.offered_indexes(schema_name name)
    RETURNS TABLE (view_column text, statement text)
    AS 'MODULE_PATHNAME', 'motcua_offered_indexes'
    LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 4;
COMMENT ON FUNCTION motcua.offered_indexes(name)
    IS 'Liệt kê câu lệnh tạo các chỉ mục trên bảng gốc mà các khung nhìn dùng được; hàm không tạo '
       'chỉ mục nào. | '
       'List the statements for indexes on the table that the views of an attachment could use. '
       'The function makes no index itself.';
CREATE FUNCTION motcua.suspend_attachment(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_suspend_attachment'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.suspend_attachment(name)
    IS 'Tạm gỡ các khung nhìn của một lược đồ để thay đổi cấu trúc bảng gốc; resume_attachment '
       'dựng lại chúng. | '
       'Drop the views of an attachment so that its table can be changed; resume_attachment '
       'brings the views back.';
CREATE FUNCTION motcua.resume_attachment(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_resume_attachment'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.resume_attachment(name)
    IS 'Dựng lại một lược đồ đã tạm gỡ, kèm các quyền đã cấp; chỉ chủ sở hữu gọi được. | '
       'Build a suspended attachment again, with its grants. Only its owner may call the '
       'function.';
CREATE FUNCTION motcua.reattach(schema_name name) RETURNS void
    AS 'MODULE_PATHNAME', 'motcua_reattach'
    LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua.reattach(name)
    IS 'Dựng lại các khung nhìn của một lược đồ theo ánh xạ cũ, kèm các quyền đã cấp; dùng sau '
       'ALTER EXTENSION motcua UPDATE. | '
       'Build the views of an attachment anew on its mapping, with their grants. Call it after '
       'ALTER EXTENSION motcua UPDATE.';

CREATE FUNCTION motcua_internal.attached_relation(schema oid) RETURNS regclass
    AS 'MODULE_PATHNAME', 'motcua_attached_relation'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.attached_relation(oid)
    IS 'Internal: returns the table that the attachment in a schema stands on, or NULL if the '
       'schema is none.';

CREATE FUNCTION motcua_internal.may_read(relation regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_may_read'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.may_read(regclass)
    IS 'Internal: true if the current user has the rights to read a relation, and what a view '
       'reads with the rights of its reader.';

CREATE FUNCTION motcua_internal.bypassed_relation(schema_name name) RETURNS regclass
    AS 'MODULE_PATHNAME', 'motcua_bypassed_relation'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.bypassed_relation(name)
    IS 'Internal: returns the table with row-level security that an attachment with the rights of '
       'its owner would bypass, or NULL if there is none or if that was accepted.';

CREATE FUNCTION motcua_internal.has_no_row_security(relation regclass) RETURNS boolean
    AS 'MODULE_PATHNAME', 'motcua_has_no_row_security'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.has_no_row_security(regclass)
    IS 'Internal: true; raises 42501 if a relation has, or reads a table that has, row-level '
       'security, which views with the rights of their owner would bypass.';

CREATE FUNCTION motcua_internal.calendar_pinned() RETURNS trigger
    AS 'MODULE_PATHNAME', 'motcua_calendar_pinned'
    LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION motcua_internal.calendar_pinned()
    IS 'Internal: this trigger writes the new name of a calendar to the settings of attachments, '
       'and refuses to delete a calendar that one has.';
CREATE TRIGGER calendar_pinned AFTER DELETE OR UPDATE OF name ON motcua.calendar
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.calendar_pinned();
COMMENT ON TRIGGER calendar_pinned ON motcua.calendar
    IS 'Từ chối xóa lịch mà một gắn kết dùng; lịch đổi tên thì thiết lập của gắn kết đổi theo. | '
       'Refuses to delete a calendar that an attachment has. The settings of attachments follow a '
       'new name.';

-- A schema is an attachment if its views settings and mapping have the form that attach gives them.
-- No expression of an attachment is executed to find that out.
CREATE VIEW motcua.attachments AS
SELECT n.nspname::text COLLATE "default" AS schema_name,
       r.relation::text AS relation,
       pg_catalog.pg_get_userbyid(c.relowner)::text COLLATE "default" AS owner,
       CASE WHEN 'security_invoker=true' = ANY (c.reloptions) THEN 'invoker'
            ELSE 'owner' END AS rights
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
    AND a.attnum = 1
    AND a.attname = 'motcua_attachment'
CROSS JOIN LATERAL (SELECT motcua_internal.attached_relation(n.oid) AS relation
                    OFFSET 0) AS r
WHERE c.relname = 'settings' AND c.relkind = 'v' AND r.relation IS NOT NULL;
COMMENT ON VIEW motcua.attachments
    IS 'Khung nhìn này liệt kê các lược đồ gắn với bảng hồ sơ sẵn có. | '
       'This view lists the attachments: schemas of views over existing tables of dossiers.';
COMMENT ON COLUMN motcua.attachments.schema_name IS 'Tên lược đồ. | The name of the schema.';
COMMENT ON COLUMN motcua.attachments.relation IS 'Bảng gốc. | The table that is attached.';
COMMENT ON COLUMN motcua.attachments.owner
    IS 'Chủ sở hữu của lược đồ. | The owner of the attachment.';
COMMENT ON COLUMN motcua.attachments.rights
    IS 'invoker là người đọc cần quyền trên bảng gốc, owner là dùng quyền của chủ sở hữu. | '
       'It is invoker if readers need rights on the table themselves, owner if the rights of the '
       'owner suffice.';
