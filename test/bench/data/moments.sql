-- This data has moments of reception from 2012 to 2024, and a child calendar.
INSERT INTO motcua.calendar (name, title) VALUES ('commune', 'Lịch của xã');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('commune', '2026-03-06', 'off');

CREATE TABLE bench.moment AS
SELECT timestamptz '2012-01-01 00:00+07' + (
    hashint4(i) & 2147483647) % 438000 * interval '15 minutes' AS at
FROM generate_series(1, :rows) AS i;
VACUUM ANALYZE bench.moment;
