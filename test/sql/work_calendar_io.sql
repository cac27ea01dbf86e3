-- Text form of work_calendar, and what it refuses.
\pset format unaligned
SET search_path = public, motcua;
SELECT '{"name": "office", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "1111110", "days": []}'::work_calendar;
SELECT add_working_days('2024-04-26', 1, '{"name": "office", "since": "2024-01-01", "until": "2024-12-31",
    "decided_until": "2024-12-31", "work_week": "1111100",
    "days": [{"day": "2024-04-29", "kind": "off", "reason": "local", "title": "Nghỉ", "source": "", "status": "official"},
             {"day": "2024-04-30", "kind": "off", "reason": "holiday", "title": "Lễ", "status": "official"}]}'::work_calendar);

SELECT 'vn'::work_calendar;
SELECT '"vn"'::work_calendar;
SELECT '{}'::work_calendar;
SELECT '{"name": "x", "work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2023-12-31", "decided_until": "2024-12-31", "work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "1024-01-01", "until": "2023-12-31", "decided_until": "2024-12-31", "work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "0000000"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "111110"}'::work_calendar;
SELECT '{"name": "", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "1111100"}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "1111100", "days": [{"day": "2025-01-01", "kind": "off", "reason": "local", "status": "official"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "1111100", "days": [{"day": "2024-01-02", "kind": "off", "reason": "local", "status": "official"}, {"day": "2024-01-02", "kind": "work", "reason": "local", "status": "official"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "1111100", "days": [{"day": "2024-01-02", "kind": "holiday"}]}'::work_calendar;
SELECT '{"name": "x", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2024-12-31", "work_week": "1111100", "days": [7]}'::work_calendar;
SELECT '{"name": "x", "colour": "red"}'::work_calendar;

-- A calendar that was never in the library: explained from the value itself.
SELECT working, kind, reason, title, status, decided_by
FROM explain_day('2024-07-26', '{"name": "xã", "since": "2024-01-01", "until": "2024-12-31", "decided_until": "2023-12-31",
    "work_week": "1111100", "days": [{"day": "2024-07-26", "kind": "off", "reason": "local", "title": "Lễ hội làng",
    "source": "UBND xã", "status": "provisional"}]}'::work_calendar);
