-- The table has one row. It holds the arguments of motcua.attach by name, the grants on the views
-- and whether there was a roll-up. No statement is stored.
CREATE TABLE @schema@.suspended (
    relation   pg_catalog.regclass NOT NULL,
    arguments  pg_catalog.jsonb NOT NULL,
    grants     pg_catalog.jsonb NOT NULL,
    rolled_up  boolean NOT NULL
);
COMMENT ON TABLE @schema@.suspended IS
    'Gắn kết đang tạm ngừng: motcua.resume_attachment dựng lại từ đây';
