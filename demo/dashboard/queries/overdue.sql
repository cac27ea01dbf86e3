-- What is open and overdue, longest first: the columns that name no person, and no
-- others, are granted and read.
SELECT o.code, o.unit, o.unit_name, o.procedure, o.field, o.due_on, o.days_late
FROM :"schema".overdue AS o
ORDER BY o.days_late DESC, o.due_on, o.code
