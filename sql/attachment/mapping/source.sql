CREATE VIEW @schema@.source WITH (@options@) AS
SELECT @columns@
FROM @relation@ AS @alias@
WHERE @included@;
COMMENT ON VIEW @schema@.source IS
    'Ánh xạ: các cột và biểu thức của bảng gốc (có thông tin cá nhân)';
