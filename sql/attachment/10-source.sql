-- The dossiers as they are mapped, with the persons. Moments are wall time in Viet Nam, and units,
-- procedures and fields that are NULL have a name.
CREATE OR REPLACE VIEW @schema@.source WITH (@row_options@) AS
SELECT @columns@
FROM @relation@ AS @alias@
WHERE @included@;
COMMENT ON VIEW @schema@.source IS
    'Hồ sơ theo ánh xạ: các cột và biểu thức của bảng gốc (có thông tin cá nhân)';
