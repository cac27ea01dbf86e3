-- motcua: KPIs of Vietnam's one-stop-shop administrations, computed in place.
-- The numbered modules and the templates in sql/install/ make this script. It creates the schemas
-- itself.
\echo Use "CREATE EXTENSION motcua" to load this file. \quit

-- Objects of the installer, temporary ones among them, are never found before those of PostgreSQL.
SET LOCAL search_path = pg_catalog, pg_temp;

DO $$
BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION USING
            ERRCODE = 'feature_not_supported',
            MESSAGE = format('motcua needs a UTF8 database, this one is "%s"',
                             current_setting('server_encoding')),
            HINT = 'Create the database with ENCODING ''UTF8'' TEMPLATE template0: '
                   'other encodings cannot store Vietnamese.';
    END IF;
END
$$;

-- The bootstrap superuser owns both schemas, so the installer can neither create in them nor
-- rename them. CREATE SCHEMA refuses a schema of the same name that somebody made before.
CREATE SCHEMA motcua;
COMMENT ON SCHEMA motcua
    IS 'Các hàm, kiểu, bảng và khung nhìn về một cửa: lịch làm việc, hạn trả kết quả, tỷ lệ trước '
       'hạn và đúng hạn. Bắt đầu bằng SELECT * FROM motcua.help(). | The functions, types, tables '
       'and views for one-stop shops: working days, deadlines, on-time rates. Begin with SELECT * '
       'FROM motcua.help().';

CREATE SCHEMA motcua_internal;
COMMENT ON SCHEMA motcua_internal
    IS 'Các hàm mà hàm gộp, trigger, chỉ mục và khung nhìn của motcua gọi đến; chúng có thể thay '
       'đổi ở mọi bản phát hành. | The functions that aggregates, triggers, indexes and views of '
       'motcua call. They may change with any release.';
