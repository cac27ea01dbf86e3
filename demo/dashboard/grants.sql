-- Grants the dashboard's role what it needs from an attachment that was made with rights =>
-- 'owner'. The role may read the facts that are counted, and those columns of overdue dossiers that
-- name no person. The owner of the attachment runs this script; tools/dashboard shows how:
--     psql -v schema=mot_cua -v role=dashboard -f grants.sql
GRANT USAGE ON SCHEMA :"schema" TO :"role";
GRANT SELECT ON :"schema".settings, :"schema".fact TO :"role";
GRANT SELECT (code, unit, unit_name, procedure, field, due_on,
              days_late) ON :"schema".overdue TO :"role";
