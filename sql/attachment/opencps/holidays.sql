-- $1 is the site, $2 the time zone in which OpenCPS wrote the moments of the days.
SELECT h.holidayid, h.holidaydate, l.at::date, @type@, nullif(h.description, ''),
       l.at::time = '00:00'
FROM @holidays@ AS h
CROSS JOIN LATERAL (
    SELECT h.holidaydate AT TIME ZONE $2 AT TIME ZONE 'Asia/Ho_Chi_Minh'
) AS l (at)
WHERE h.groupid = $1
ORDER BY l.at::date, h.holidayid
