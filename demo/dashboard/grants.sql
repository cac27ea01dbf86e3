-- What the dashboard's role reads of an attachment made with rights => 'owner': counts, and of the
-- overdue dossiers the columns that name no person. Run as the attachment's owner:
--     psql -v schema=mot_cua -v role=dashboard -f grants.sql
GRANT USAGE ON SCHEMA :"schema" TO :"role";
GRANT SELECT ON :"schema".settings, :"schema".fact TO :"role";
GRANT SELECT (code, unit, unit_name, procedure, field, due_on,
              days_late) ON :"schema".overdue TO :"role";
