-- $1 is the site.
SELECT w.worktimeid, w.day, w.hours
FROM @worktime@ AS w
WHERE w.groupid = $1
ORDER BY w.day, w.worktimeid
