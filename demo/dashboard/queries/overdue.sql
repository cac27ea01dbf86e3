-- Returns the open dossiers that are overdue, the longest first. The query only reads columns that
-- name no person, because demo/dashboard/grants.sql grants no others.
SELECT o.code, o.unit, o.unit_name, o.procedure, o.field, o.due_on, o.days_late
FROM :"schema".overdue AS o
ORDER BY o.days_late DESC, o.due_on, o.code
