-- The view keeps what the caller of attach wrote, one column for each argument. It shows no row:
-- the views source and fact are built from its definition.
CREATE VIEW @schema@.mapping WITH (security_invoker = true) AS
SELECT @columns@
FROM @relation@ AS @alias@
WHERE false;
COMMENT ON VIEW @schema@.mapping
    IS 'Khung nhìn này giữ ánh xạ như đã khai báo khi gắn: mỗi cột là biểu thức của một tham số; '
       'nó không có dòng nào. | '
       'This view keeps the mapping as it was given to attach: each column is the expression of '
       'an argument. It has no rows.';
