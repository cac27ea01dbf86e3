-- Test the text form of dossier, and what it refuses.
\pset format unaligned
SET search_path = public, motcua;
SET timezone = 'America/New_York';

-- These are the shortest text, and one with every key.
SELECT '{"received_at": "2026-03-02T09:00:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": []}'::dossier
           = '{"received_at": "2026-03-02T02:00:00Z"}'::dossier AS same;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"first_due_at": "2026-03-16T17:00:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "time_limit": "10 working days", '
       '"first_due_at": "2026-03-16T17:00:00+07:00", '
       '"original_due_at": "2026-03-17T17:00:00+07:00", "due_at": "2026-03-17T17:00:00+07:00", '
       '"events": []}'::dossier;
-- Keys come in any order, events with or without due dates, and offsets in any spelling.
SELECT '{"events": [{"event": "pause", "at": "2026-03-05T03:00:00Z"},
                    {"due_at": "2026-03-24T17:00:00+07:00",
                     "original_due_at": "2026-03-24T10:00:00Z", "detail": "restart",
                     "event": "resume", "at": "2026-03-09T20:30:00-05:00"},
                    {"at": "2026-03-13T10:00:00.5+07:00", "event": "pause", "detail": "fee"},
                    {"at": "2026-03-18T08:30:00+07:00", "event": "resume", "detail": "subtract"},
                    {"at": "2026-03-18T08:30:00+07:00", "event": "reappoint",
                     "due_at": "2026-03-27T17:00:00+07:00"},
                    {"at": "2026-03-20T08:30:00+07:00", "event": "pause", "detail": "stop"},
                    {"at": "2026-03-31T08:30:00+07:00", "event": "withdraw"}],
         "first_due_at": "2026-03-16T17:00:00+07:00", "time_limit": "10 ngay lam viec",
         "received_at": "2026-03-02T09:00:00+07:00"}'::dossier;
SELECT ('  {"received_at":"2026-03-02T00:00:00+07:00","events":[{"at":"2026-03-02T00:00:00+07:00",'
        '"event":"'
        || event || '"}]}  ')::dossier,
       ended_as(('{"received_at":"2026-03-02T00:00:00+07:00",'
                 '"events":[{"at":"2026-03-02T00:00:00+07:00","event":"'
                 || event || '"}]}')::dossier)
FROM unnest(ARRAY['resolve', 'withdraw', 'refuse', 'stop']) AS event;
SELECT '{"received_at": "0001-01-01T00:00:00+07:00", '
       '"first_due_at": "9999-12-31T23:59:59.999999+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00.000001+07:00", '
       '"first_due_at": "2026-03-16T23:59:59.999999+07:00"}'::dossier;
-- A due date before the receipt is dirty data, but it is kept.
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"first_due_at": "2025-03-16T17:00:00+07:00"}'::dossier;
-- The jsonb form reads and writes the same.
SELECT ('{"received_at": "2026-03-02T09:00:00+07:00", '
        '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resolve"}]}'::dossier)::jsonb;
SELECT ('{"events": [{"event": "resolve", "at": "2026-03-03T02:00:00Z"}], '
        '"received_at": "2026-03-02T02:00:00Z"}'::jsonb)::dossier;

-- The last of equal keys counts, as in jsonb.
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"received_at": "2026-03-03T09:00:00+07:00"}'::dossier;
-- A time without an offset is Vietnamese wall time, whatever the session's zone.
SELECT '{"received_at": "2026-03-02T09:00:00"}'::dossier;

-- These texts are no JSON object, or not a whole one.
SELECT ''::dossier;
SELECT 'new'::dossier;
SELECT 'null'::dossier;
SELECT '"2026-03-02"'::dossier;
SELECT '[]'::dossier;
SELECT '{}'::dossier;
\set VERBOSITY sqlstate
SELECT '{"received_at": "2026-03-02T09:00:00+07:00"'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00"} {}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resume", '
       '"detail": "subtract"}]}'::dossier;
\set VERBOSITY default
SELECT '{"events": []}'::dossier;
SELECT 'null'::jsonb::dossier;

-- These keys are refused.
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "colour": "red"}'::dossier;
SELECT '{"Received_at": "2026-03-02T09:00:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resolve", '
       '"colour": "red"}]}'::dossier;

-- These values have the wrong JSON type.
SELECT '{"received_at": 20260302}'::dossier;
SELECT '{"received_at": null}'::dossier;
SELECT '{"received_at": {"at": "2026-03-02T09:00:00+07:00"}}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "time_limit": 10}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"first_due_at": ["2026-03-16T17:00:00+07:00"]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": {}}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": "resolve"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": ["resolve"]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": [[]]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": [{"at": 1, '
       '"event": "resolve"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": true}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause", "detail": 1}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause", '
       '"detail": null}]}'::dossier;

-- These times are refused.
SELECT '{"received_at": ""}'::dossier;
SELECT '{"received_at": "soon"}'::dossier;
SELECT '{"received_at": "now"}'::dossier;
SELECT '{"received_at": "infinity"}'::dossier;
SELECT '{"received_at": "2026-03-02"}'::dossier;
SELECT '{"received_at": "2026-02-30T09:00:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T24:00:01+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:60:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00.1234567+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+27:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00 Asia/Tokyo"}'::dossier;
SELECT '{"received_at": "10000-01-01T09:00:00+07:00"}'::dossier;
SELECT '{"received_at": "0000-12-31T09:00:00+07:00"}'::dossier;
SELECT '{"received_at": "0001-01-01T00:00:00+08:00"}'::dossier;
SELECT '{"received_at": "02/03/2026 09:00"}'::dossier;

-- These time limits and words are refused.
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "time_limit": "10 chén", '
       '"first_due_at": "2026-03-16T17:00:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "time_limit": "", '
       '"first_due_at": "2026-03-16T17:00:00+07:00"}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "finish"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "receive"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause", '
       '"detail": "holiday"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause"}, '
       '{"at": "2026-03-04T09:00:00+07:00", "event": "resume", "detail": "anew"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "events": [{"event": "resolve"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "reappoint"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resolve", '
       '"detail": "result"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resolve", '
       '"due_at": "2026-03-16T17:00:00+07:00"}]}'::dossier;

-- These histories are impossible.
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-02T08:59:59+07:00", "event": "resolve"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-04T09:00:00+07:00", "event": "pause"}, '
       '{"at": "2026-03-03T09:00:00+07:00", "event": "stop"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resolve"}, '
       '{"at": "2026-03-04T09:00:00+07:00", "event": "pause"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "resume", '
       '"detail": "subtract"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause"}, '
       '{"at": "2026-03-04T09:00:00+07:00", "event": "resolve"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause"}, '
       '{"at": "2026-03-04T09:00:00+07:00", "event": "pause"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", '
       '"events": [{"at": "2026-03-03T09:00:00+07:00", "event": "reappoint", '
       '"due_at": "2026-03-02T09:00:00+07:00"}]}'::dossier;
SELECT '{"received_at": "2026-03-02T09:00:00+07:00", "first_due_at": "2026-03-16T17:00:00+07:00",
         "events": [{"at": "2026-03-03T09:00:00+07:00", "event": "pause"},
                    {"at": "2026-03-04T09:00:00+07:00", "event": "resume", "detail": "restart",
                     "original_due_at": "2026-03-17T17:00:00+07:00",
                     "due_at": "2026-03-17T17:00:00+07:00"}]}'::dossier;

-- A huge text is refused with a short message.
SELECT left(('{"received_at": "2026-03-02T09:00:00+07:00", "events": ['
             || (SELECT string_agg('{"at": "2026-03-03T09:00:00+07:00", "event": "reappoint", '
                                   '"due_at": "2026-03-04T09:00:00+07:00"}',
                                   ',')
                 FROM generate_series(1, 2000))
             || ']}')::dossier::text,
            40);
SELECT ('{"received_at": "' || repeat('2', 100000) || '"}')::dossier IS NULL AS accepted;
SELECT (repeat('[', 20) || repeat(']', 20))::dossier;
