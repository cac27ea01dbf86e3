-- The table has one row. It holds the arguments of motcua.attach by name, the grants on the views
-- and whether there was a roll-up. No statement is stored.
CREATE TABLE @schema@.suspended (
    relation   pg_catalog.regclass NOT NULL,
    arguments  pg_catalog.jsonb NOT NULL,
    grants     pg_catalog.jsonb NOT NULL,
    rolled_up  boolean NOT NULL
);
COMMENT ON TABLE @schema@.suspended
    IS 'Bảng này giữ ánh xạ và các quyền đã cấp của lược đồ đang tạm gỡ; motcua.resume_attachment '
       'dựng lại từ đây. | '
       'This table holds the mapping and the grants of a suspended attachment; '
       'motcua.resume_attachment builds it again from them.';
