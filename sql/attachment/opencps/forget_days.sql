-- $1 is the calendar. Days that the DBA entered have another source and stay.
DELETE FROM motcua.calendar_day WHERE calendar = $1 AND source LIKE 'OpenCPS, holidayid %'
