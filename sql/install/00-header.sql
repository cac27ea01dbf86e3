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
    IS 'One-stop-shop KPIs: working-day calendar, deadlines, '
       'on-time rates. SELECT * FROM motcua.help();';

CREATE SCHEMA motcua_internal;
COMMENT ON SCHEMA motcua_internal
    IS 'Functions that aggregates, triggers, indexes and views of '
       'motcua call; they may change with any release';
