-- Test the text form of work_calendar, and what it refuses.
\pset format unaligned
SET search_path = public, motcua;

-- What is left out is as in vn, but there are no days and no shifts.
SELECT '{"name": "office", "since": "2024-01-01", "until": "2024-12-31", '
       '"work_week": "1111110"}'::work_calendar;
-- This text has every key in another order, times to the second, seasons, and 24:00.
SELECT '{"days": [{"title": "Lễ \"hội\"", "day": "2024-07-26", "decided_by": "xã", "kind": "off",
                   "reason": "local", "status": "provisional", "source": "UBND\nxã"}],
         "shifts": [{"opens": "07:30:15", "closes": "24:00", "weekdays": "0000011", "counts": false,
                     "layer": 3, "season_start": "10-01", "season_end": "02-29",
                     "valid_from": "2024-02-01", "valid_to": "2024-11-30"},
                    {"opens": "00:00", "closes": "07:30", "weekdays": "1111100"}],
         "due_time": "midnight", "same_day_cutoff": "24:00", "late_reception": "event_day",
         "time_zone": "Asia/Tokyo", "decided": [2100, 1990, 2024, 2024], "work_week": "1111100",
         "until": "2024-12-31", "since": "2024-01-01", "name": "xã"}'::work_calendar;
SELECT add_working_days('2024-04-26',
                        1,
                        '{"name": "office", "since": "2024-01-01", "until": "2024-12-31",
                          "work_week": "1111100",
                          "days": [{"day": "2024-04-29", "kind": "off", "reason": "local",
                                    "title": "Nghỉ", "source": "", "status": "official"},
                                   {"day": "2024-04-30", "kind": "off", "reason": "holiday",
                                    "title": "Lễ", "status": "official"}]}'::work_calendar);
SELECT add_working_time(timestamp '2024-04-26 16:00',
                        '2:30',
                        '{"name": "office", "since": "2024-01-01", "until": "2024-12-31",
                          "work_week": "1111100",
                          "shifts": [{"weekdays": "1111100", "opens": "08:00",
                                      "closes": "17:00"}]}'::work_calendar);

-- These texts are no JSON object, or leave a key out.
SELECT 'vn'::work_calendar;
SELECT '"vn"'::work_calendar;
SELECT '{}'::work_calendar;
SELECT '{"name": "x", "work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31"}'::work_calendar;

-- These name, dates and work weeks are refused.
SELECT '{"name": "x", "since": "2024-01-01", "until": "2023-12-31", '
       '"work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "1024-01-01", "until": "2023-12-31", '
       '"work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2101-01-01", '
       '"work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-02-30", "until": "2024-12-31", '
       '"work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", '
       '"work_week": "0000000"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", '
       '"work_week": "111110"}'::work_calendar;
SELECT '{"name": "", "since": "2024-01-01", "until": "2024-12-31", '
       '"work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "colour": "red"}'::work_calendar;
SELECT '{"name": "x", "decided_until": "2024-12-31"}'::work_calendar;

-- These decided years and policies are refused.
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"decided": [1989]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"decided": [2101]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"decided": ["2024"]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"decided": [2024.5]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"decided": 2024}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"decided": [[2024]]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"time_zone": 7}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"late_reception": "later"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"same_day_cutoff": "15h00"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"same_day_cutoff": "24:00:01"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"same_day_cutoff": "15:60"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"due_time": "noon"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"due_time": null}'::work_calendar;

-- These shifts are refused.
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [7]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [[7]]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": {"a": 1}}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": "07:30"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"opens": "07:30", "closes": "11:30"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "0000000", "opens": "07:30", "closes": "11:30"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "24:01"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "7:30", "closes": "11:30"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "11:30", "closes": "11:30"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"counts": "true"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"layer": 256}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"layer": -1}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"valid_from": "2024-12-01", "valid_to": "2024-11-30"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"valid_to": "infinity"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"season_start": "04-01"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"season_start": "02-30", "season_end": "04-01"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"season_start": "4-01", "season_end": "04-01"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"shifts": [{"weekdays": "1111100", "opens": "07:30", "closes": "11:30", '
       '"colour": "red"}]}'::work_calendar;

-- These days are refused.
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [{"day": "2025-01-01", "kind": "off", "reason": "local", '
       '"status": "official"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [{"day": "2024-01-02", "kind": "off", "reason": "local", "status": "official"}, '
       '{"day": "2024-01-02", "kind": "work", "reason": "local", '
       '"status": "official"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [{"day": "2024-01-02", "kind": "holiday"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [{"day": "2024-01-02", "kind": "off", "reason": "work_week", '
       '"status": "official"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [{"day": "2024-01-02", "kind": "off", "reason": "local"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [{"day": "2024-01-02", "kind": "off", "reason": "local", "status": "official", '
       '"decided_by": 1}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [7]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": [[7]]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111100", '
       '"days": []}'::work_calendar;

-- A calendar that no table has is explained from the value itself.
SELECT working, kind, reason, title, status, decided_by
FROM unnest(ARRAY['2024-07-26', '2024-07-27']::date[]) AS day,
     explain_day(day,
                 '{"name": "xã", "since": "2024-01-01", "until": "2024-12-31", "decided": [2023],
                   "work_week": "1111100",
                   "days": [{"day": "2024-07-26", "kind": "off", "reason": "local",
                             "title": "Lễ hội làng", "source": "UBND xã", "status": "provisional",
                             "decided_by": "hội làng"}]}'::work_calendar);
SELECT calendar_status(2024,
                       '{"name": "xã", "since": "2024-01-01", "until": "2024-12-31", '
                       '"decided": [2024], "work_week": "1111100"}'::work_calendar);
