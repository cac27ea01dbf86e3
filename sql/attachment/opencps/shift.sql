-- $1 is the calendar, $2 the weekdays.
INSERT INTO motcua.shift (calendar, weekdays, opens, closes)
VALUES ($1, $2, '@opens@', '@closes@')
