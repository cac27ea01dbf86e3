-- The view keeps what the caller of attach wrote, one column for each argument. It shows no row:
-- the views source and fact are built from its definition.
CREATE VIEW @schema@.mapping WITH (security_invoker = true) AS
SELECT @columns@
FROM @relation@ AS @alias@
WHERE false;
COMMENT ON VIEW @schema@.mapping IS
    'Ánh xạ như đã khai báo khi gắn: mỗi cột là biểu thức của một tham số; khung nhìn không có dòng nào';
