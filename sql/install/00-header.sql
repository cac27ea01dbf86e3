-- motcua: KPIs of Vietnam's one-stop-shop administrations, computed in place.
-- This script is made of the numbered modules in sql/; the schema is always motcua.
\echo Use "CREATE EXTENSION motcua" to load this file. \quit

DO $$
BEGIN
    IF pg_catalog.current_setting('server_encoding') OPERATOR(pg_catalog.<>) 'UTF8' THEN
        RAISE EXCEPTION USING
            ERRCODE = 'feature_not_supported',
            MESSAGE = pg_catalog.format('motcua needs a UTF8 database, this one is "%s"',
                                        pg_catalog.current_setting('server_encoding')),
            HINT = 'Create the database with ENCODING ''UTF8'' TEMPLATE template0: other encodings cannot store Vietnamese.';
    END IF;
    IF EXISTS (
        SELECT FROM pg_catalog.pg_depend
        WHERE refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
          AND refobjid OPERATOR(pg_catalog.=) 'motcua'::pg_catalog.regnamespace::pg_catalog.oid
          AND classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_extension'::pg_catalog.regclass)
    THEN
        RAISE EXCEPTION USING
            ERRCODE = 'duplicate_schema',
            MESSAGE = 'schema "motcua" already exists and is not empty',
            HINT = 'The extension keeps this schema to itself: rename or drop the present one.';
    END IF;
    -- The owner of the database may own it: a superuser who restores a dump finds it so, and that owner could install motcua anyway.
    IF EXISTS (
        SELECT FROM pg_catalog.pg_namespace AS n, pg_catalog.pg_extension AS e
        WHERE n.nspname OPERATOR(pg_catalog.=) 'motcua' AND e.extname OPERATOR(pg_catalog.=) 'motcua'
          AND n.nspowner OPERATOR(pg_catalog.<>) e.extowner
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_database AS d
                          WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND d.datdba OPERATOR(pg_catalog.=) n.nspowner)
          AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE oid OPERATOR(pg_catalog.=) n.nspowner))
    THEN
        RAISE EXCEPTION USING
            ERRCODE = 'insufficient_privilege',
            MESSAGE = 'schema "motcua" belongs to another user',
            HINT = 'Its owner could put objects beside those of the extension: drop the schema, CREATE EXTENSION makes it.';
    END IF;
END
$$;

COMMENT ON SCHEMA motcua IS 'One-stop-shop KPIs: working-day calendar, deadlines, on-time rates. SELECT * FROM motcua.help();';
