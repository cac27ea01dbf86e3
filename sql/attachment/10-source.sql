-- The view has the dossiers as they are mapped, with the persons. Moments are wall time in Viet
-- Nam, and a unit, procedure or field that is NULL gets a name.
CREATE OR REPLACE VIEW @schema@.source WITH (@row_options@) AS
SELECT @columns@
FROM @relation@ AS @alias@
WHERE @included@;
COMMENT ON VIEW @schema@.source
    IS 'Khung nhìn này cho hồ sơ theo ánh xạ: các cột và biểu thức của bảng gốc (có thông tin cá '
       'nhân). | '
       'This view has the dossiers as they are mapped: columns and expressions of the table of '
       'dossiers (personal data included).';
