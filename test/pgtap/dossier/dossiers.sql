-- Test dossiers: the worked history, construction, refusals, re-appointments, order, redue, size.
\ir ../setup.psql
\ir worked.psql
SELECT plan(174);

SELECT is((SELECT string_agg(format('%s: %s, %s, %s', name,
                                    pg_temp.vn(motcua.first_due_at(d))::date,
                                    pg_temp.vn(motcua.original_due_at(d))::date,
                                    pg_temp.vn(motcua.due_at(d))::date),
                             '; ' ORDER BY n)
           FROM stage
           WHERE name IN ('received', 'resumed', 'resumed again', 'resolved')),
          'received: 2026-03-16, 2026-03-16, 2026-03-16; resumed: 2026-03-16, 2026-03-24, '
          '2026-03-24; resumed again: 2026-03-16, 2026-04-01, 2026-04-01; resolved: 2026-03-16, '
          '2026-04-01, 2026-04-03',
          'the three due dates moved as they should');
SELECT is(pg_temp.vn(motcua.first_due_at(d)),
          '2026-03-16 17:00:00.000000', 'the first due is at the close')
FROM worked;
SELECT is(pg_temp.vn(motcua.due_at(d)),
          '2026-04-03 17:00:00.000000', 'the current due date is the newly appointed one')
FROM worked;
SELECT is(motcua.outcome(d, date '2026-12-31')::text, 'late', 'late') FROM worked;
SELECT is(motcua.outcome(d, date '2026-12-31', 'current', 'instant')::text,
          'late', 'late by the current due, by instant')
FROM worked;
SELECT is(motcua.outcome(d, as_of => timestamptz '2026-12-31 12:00+07', due_kind => 'first',
                         granularity => 'day')::text,
          'late', 'late by the first due')
FROM worked;
SELECT is(motcua.days_late(d, date '2026-12-31'), 3, 'the dossier is 3 days late') FROM worked;
SELECT is(motcua.days_late(d, date '2026-12-31', 'current', 'vn'), 1,
          'the dossier is 1 day late by the current due date')
FROM worked;
SELECT is(motcua.days_late(dossier => d, as_of => timestamptz '2026-12-31 12:00+07',
                           calendar => 'vn', due_kind => 'first'),
          15, 'the dossier is 15 days late by the first due date')
FROM worked;
SELECT is(motcua.days_late(d, date '2026-12-31', 'original', (SELECT motcua.calendar_value('vn'))),
          3, 'a calendar by value gives the same')
FROM worked;
SELECT is(motcua.supplements(d), 2, 'the dossier has 2 supplements') FROM worked;
SELECT is(motcua.reappointments(d), 1, 'the dossier has 1 re-appointment') FROM worked;
SELECT is(motcua.paused_time(d)::text, '237:00:00',
          'the pauses of 118.5 hours each are counted in hours')
FROM worked;
SELECT is(motcua.pauses(d),
          '{["2026-03-05 10:00+07","2026-03-10 08:30+07"),["2026-03-13 10:00+07","2026-03-18 '
          '08:30+07")}'::tstzmultirange,
          'the pauses are listed')
FROM worked;
SELECT is(pg_temp.vn(motcua.received_at(d)) || ' ' || pg_temp.vn(motcua.ended_at(d)) || ' '
          || motcua.ended_as(d),
          '2026-03-02 09:00:00.000000 2026-04-06 10:00:00.000000 result',
          'the processing time is from receipt to result')
FROM worked;
SELECT is(motcua.time_limit(d)::text, '10 ngày làm việc',
          'the dossier has its time limit') FROM worked;
SELECT is((SELECT string_agg(concat_ws(' ',
                                       left(pg_temp.vn(at), 16),
                                       event,
                                       detail,
                                       to_char(original_due_at AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                               'DD/MM'),
                                       to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM')),
                             '; ' ORDER BY at)
           FROM motcua.history(d)),
          '2026-03-02 09:00 receive 10 ngày làm việc 16/03 16/03; 2026-03-05 10:00 pause '
          'supplement 16/03 16/03; 2026-03-10 08:30 resume restart 24/03 24/03; '
          '2026-03-13 10:00 pause supplement 24/03 24/03; 2026-03-18 08:30 resume restart 01/04 '
          '01/04; 2026-03-31 15:00 reappoint 01/04 03/04; 2026-04-06 10:00 resolve 01/04 03/04',
          'the history lists the events')
FROM worked;
SELECT is(d::text,
          '{"received_at": "2026-03-02T09:00:00+07:00", "time_limit": "10 ngày làm việc", '
          '"first_due_at": "2026-03-16T17:00:00+07:00", '
          '"events": [{"at": "2026-03-05T10:00:00+07:00", "event": "pause", '
          '"detail": "supplement"}, {"at": "2026-03-10T08:30:00+07:00", "event": "resume", '
          '"detail": "restart", "original_due_at": "2026-03-24T17:00:00+07:00", '
          '"due_at": "2026-03-24T17:00:00+07:00"}, {"at": "2026-03-13T10:00:00+07:00", '
          '"event": "pause", "detail": "supplement"}, {"at": "2026-03-18T08:30:00+07:00", '
          '"event": "resume", "detail": "restart", "original_due_at": "2026-04-01T17:00:00+07:00", '
          '"due_at": "2026-04-01T17:00:00+07:00"}, {"at": "2026-03-31T15:00:00+07:00", '
          '"event": "reappoint", "due_at": "2026-04-03T17:00:00+07:00"}, '
          '{"at": "2026-04-06T10:00:00+07:00", "event": "resolve"}]}',
          'the text form has the events')
FROM worked;

-- As of a day, what had happened by the end of that day counts.
SELECT is(motcua.outcome(d, v.day, v.due)::text || ' ' || motcua.days_late(d, v.day, v.due, NULL),
          v.expected, format('as of %s by the %s due', v.day, v.due))
FROM worked,
     (VALUES (date '2026-03-01', 'original', 'in_time 0'), ('2026-03-04', 'original', 'in_time 0'),
             ('2026-03-05', 'original', 'paused 0'), ('2026-03-09', 'first', 'paused 0'),
             ('2026-03-10', 'original', 'in_time 0'),
             ('2026-03-13', 'original', 'paused 0'), ('2026-03-17', 'first', 'paused 0'),
             ('2026-03-18', 'first', 'overdue 2'), ('2026-03-25', 'first', 'overdue 7'),
             ('2026-03-25', 'original', 'in_time 0'),
             ('2026-03-31', 'current', 'in_time 0'), ('2026-04-01', 'original', 'in_time 0'),
             ('2026-04-02', 'original', 'overdue 1'), ('2026-04-02', 'current', 'in_time 0'),
             ('2026-04-03', 'current', 'in_time 0'),
             ('2026-04-04', 'current', 'overdue 1'), ('2026-04-05', 'original', 'overdue 2'),
             ('2026-04-05', 'current', 'overdue 1'), ('2026-04-06', 'original', 'late 3'),
             ('2026-04-06', 'current', 'late 1'),
             ('2030-01-01', 'current', 'late 1')) AS v (day, due, expected);
-- As of an instant, what had happened by then counts.
SELECT is(motcua.outcome(d, v.at::timestamptz, 'original', 'instant')::text,
          v.expected, format('as of the instant %s', v.at))
FROM worked,
     (VALUES ('2026-03-05 09:59:59.999999+07', 'in_time'),
             ('2026-03-05 10:00+07', 'paused'),
             ('2026-03-10 08:29+07', 'paused'),
             ('2026-03-10 08:30+07', 'in_time'),
             ('2026-04-01 17:00+07', 'in_time'),
             ('2026-04-01 17:00:00.000001+07', 'overdue'),
             ('2026-04-06 09:59+07', 'overdue'),
             ('2026-04-06 10:00+07', 'late')) AS v (at, expected);
SELECT is(motcua.outcome(d, timestamptz '2026-03-05 00:00+07')::text,
          'paused', 'by day, an event later on that day has happened')
FROM worked;
-- The time left is working time. It does not run while the dossier is paused, and is negative when
-- it is late.
SELECT is(motcua.time_left(d, v.at::timestamptz, v.due, 'vn')::text,
          v.expected, format('time left at %s by the %s due', v.at, v.due))
FROM worked,
     (VALUES ('2026-03-04 16:00+07', 'first', '65:00:00'),
             ('2026-03-16 16:00+07', 'first', '13:30:00'),
             ('2026-03-31 16:00+07', 'original', '09:00:00'),
             ('2026-03-31 16:00+07', 'current', '25:00:00'),
             ('2026-03-12 17:00+07', 'original', '64:00:00'),
             ('2026-03-16 08:00+07', 'original', '61:30:00'),
             ('2026-04-02 10:00+07', 'original', '-02:30:00'),
             ('2027-01-01 00:00+07', 'original', '-18:30:00'),
             ('2027-01-01 00:00+07', 'current', '-02:30:00')) AS v (at, due, expected);
SELECT is(motcua.time_left(d, date '2026-03-31', calendar => 'vn')::text,
          '08:00:00', 'as of a day the time left is that of the end of the day')
FROM worked;
SELECT is(motcua.time_left(d, date '2026-03-31', 'current',
                           (SELECT motcua.calendar_value('vn')))::text,
          '24:00:00', 'a calendar by value gives the same')
FROM worked;
SELECT is(motcua.paused_time(d, '2026-03-06 10:00+07')::text,
          '24:00:00', 'an open pause counts until as_of')
FROM stage WHERE name = 'paused';
SELECT is(motcua.paused_time(d)::text, '00:00:00', 'without as_of an open pause does not count')
FROM stage WHERE name = 'paused';
SELECT is(motcua.pauses(d),
          '{["2026-03-05 10:00+07",)}'::tstzmultirange,
          'an open pause has no end')
FROM stage WHERE name = 'paused';
SELECT is(motcua.ended_at(d) IS NULL AND motcua.ended_as(d) IS NULL,
          true, 'an open dossier has no end')
FROM stage WHERE name = 're-appointed';

-- ---- the four rules for a resumed dossier, after a pause from Thursday 5 March 10:00 to Tuesday
-- 10 March 08:30 ----
SELECT is(left(pg_temp.vn(motcua.original_due_at(r)), 16) || ' '
          || left(pg_temp.vn(motcua.due_at(r)), 16),
          v.expected, v.rule)
FROM stage,
     (VALUES ('restart', '2026-03-24 17:00 2026-03-24 17:00'),
             ('extend_working',
              '2026-03-19 15:30 2026-03-19 15:30'),  -- the pause took 5.5 + 8 + 8 + 1 hours of work
             ('extend_calendar',
              '2026-03-23 17:00 2026-03-23 17:00'),  -- 16 + 5 - 1 is Friday 20, then one working day
             ('subtract', '2026-03-16 17:00 2026-03-16 17:00')) AS v (rule, expected),
     motcua.resume(d, '2026-03-10 08:30+07', v.rule) AS r
WHERE name = 'paused';
CREATE TEMP TABLE subtracted AS
SELECT motcua.resume(d, '2026-03-10 08:30+07', 'subtract',
                     (SELECT motcua.calendar_value('vn'))) AS d
FROM stage WHERE name = 'paused';
SELECT is(motcua.outcome(motcua.resolve(d, v.at::timestamptz), date '2026-04-30', v.due, v.by)::text
          || ' '
          || motcua.days_late(motcua.resolve(d, v.at::timestamptz), date '2026-04-30', v.due, 'vn'),
          v.expected,
          format('subtract: resolved at %s, by %s of the %s due', v.at, v.by, v.due))
FROM subtracted,
     (VALUES ('2026-03-20 08:00+07', 'original', 'day', 'early 0'),
             ('2026-03-21 16:00+07', 'original', 'day', 'on_time 0'),
             ('2026-03-21 15:30+07', 'original', 'instant', 'on_time 0'),
             ('2026-03-21 15:30:00.000001+07', 'original', 'instant', 'late 0'),
             ('2026-03-22 08:00+07', 'original', 'day', 'late 1'),
             ('2026-03-23 08:00+07', 'current', 'day', 'late 1'),
             ('2026-03-24 08:00+07', 'first', 'day', 'late 2')) AS v (at, due, by, expected);
SELECT is(motcua.time_left(d, timestamptz '2026-03-19 08:00+07', calendar => 'vn')::text,
          '15:30:00', 'with the rule subtract the pause is deducted from the time left')
FROM subtracted;
SELECT is(motcua.time_left(d, timestamptz '2026-03-06 08:00+07', calendar => 'vn')::text,
          (SELECT motcua.time_left(d, timestamptz '2026-03-06 08:00+07', calendar => 'vn')::text
           FROM stage WHERE name = 'paused'),
          'while the pause lasts it is not deducted')
FROM subtracted;
SELECT is(motcua.original_due_at(motcua.withdraw(d,
                                                 '2026-03-10 08:30+07')) = motcua.original_due_at(d)
          AND upper(motcua.pauses(motcua.withdraw(d,
                                                  '2026-03-10 08:30+07'))) = '2026-03-10 08:30+07',
          true,
          'an end during a pause ends the pause and moves no due date')
FROM stage WHERE name = 'paused';
SELECT is((SELECT string_agg(motcua.ended_as(e), ' ')
           FROM unnest(ARRAY[motcua.withdraw(d, '2026-03-20+07'), motcua.refuse(d, '2026-03-20+07'),
                             motcua.stop(d, '2026-03-20+07')]) AS e),
          'withdrawn refused stopped', 'a dossier can end without a result')
FROM stage WHERE name = 'paused';
SELECT is(motcua.outcome(motcua.refuse(d, '2026-03-20+07'), date '2026-03-31')::text,
          'late', 'every end gets a verdict')
FROM stage WHERE name = 'received';
SELECT is(motcua.resolve(motcua.resume(motcua.pause(d, '2026-03-02 09:00+07', 'fee'),
                                       '2026-03-02 09:00+07'),
                         '2026-03-02 09:00+07') IS NOT NULL,
          true, 'events can happen at the moment of the receipt')
FROM stage WHERE name = 'received';
SELECT is(motcua.supplements(motcua.pause(d, '2026-03-05+07', v.reason)),
          v.expected, format('a pause for "%s"', v.reason))
FROM stage, (VALUES ('supplement', 1), ('fee', 0), ('stop', 0)) AS v (reason, expected)
WHERE name = 'received';

-- ---- a second re-appointment is kept ----
CREATE TEMP TABLE twice AS
SELECT motcua.reappoint(d, '2026-04-02 15:00+07', '2026-04-10 17:00+07') AS d
FROM stage WHERE name = 're-appointed';
SELECT is(motcua.reappointments(d), 2, 'the dossier has two re-appointments') FROM twice;
SELECT is(left(pg_temp.vn(motcua.original_due_at(d)), 16) || ' '
          || left(pg_temp.vn(motcua.due_at(d)), 16),
          '2026-04-01 17:00 2026-04-10 17:00',
          'the last appointment is in force, and the original due date stays')
FROM twice;
SELECT is((SELECT string_agg(left(pg_temp.vn(at), 10) || ' for ' || left(pg_temp.vn(due_at), 10),
                             ', ' ORDER BY at)
           FROM motcua.history(d) WHERE event = 'reappoint'),
          '2026-03-31 for 2026-04-03, 2026-04-02 for 2026-04-10',
          'both appointments are listed')
FROM twice;
SELECT is(motcua.outcome(d, date '2026-04-01', 'current')::text || ' '
          || motcua.outcome(d, date '2026-04-04', 'current'),
          'in_time in_time', 'as of a day the appointment of that day is in force')
FROM twice;

-- ---- dossier_of with columns of each type, and with values that are missing ----
SELECT is(d::text, v.expected, v.form)
FROM (VALUES
    ('all date',
     motcua.dossier_of(date '2026-03-02', date '2026-03-16', date '2026-03-17', 'withdrawn'),
     '{"received_at": "2026-03-02T00:00:00+07:00", '
     '"first_due_at": "2026-03-16T23:59:59.999999+07:00", '
     '"events": [{"at": "2026-03-17T23:59:59.999999+07:00", "event": "withdraw"}]}'),
    ('all timestamp: Vietnamese wall time',
     motcua.dossier_of(timestamp '2026-03-02 09:00', timestamp '2026-03-16 17:00',
                       timestamp '2026-03-17 08:00:00.25', 'refused'),
     '{"received_at": "2026-03-02T09:00:00+07:00", "first_due_at": "2026-03-16T17:00:00+07:00", '
     '"events": [{"at": "2026-03-17T08:00:00.250000+07:00", "event": "refuse"}]}'),
    ('all timestamptz',
     motcua.dossier_of(timestamptz '2026-03-02 02:00Z', timestamptz '2026-03-16 10:00Z',
                       timestamptz '2026-03-16 18:00Z'),
     '{"received_at": "2026-03-02T09:00:00+07:00", "first_due_at": "2026-03-16T17:00:00+07:00", '
     '"events": [{"at": "2026-03-17T01:00:00+07:00", "event": "resolve"}]}'),
    ('timestamp and a due date',
     motcua.dossier_of(timestamp '2026-03-02 09:00', date '2026-03-16',
                       timestamp '2026-03-17 08:00', 'stopped'),
     '{"received_at": "2026-03-02T09:00:00+07:00", '
     '"first_due_at": "2026-03-16T23:59:59.999999+07:00", '
     '"events": [{"at": "2026-03-17T08:00:00+07:00", "event": "stop"}]}'),
    ('timestamptz and a due date',
     motcua.dossier_of(received_at => timestamptz '2026-03-02 02:00Z', due_at => date '2026-03-16'),
     '{"received_at": "2026-03-02T09:00:00+07:00", '
     '"first_due_at": "2026-03-16T23:59:59.999999+07:00", "events": []}'),
    ('a due before the receipt stays',
     motcua.dossier_of(date '2026-03-02', date '2026-02-27'),
     '{"received_at": "2026-03-02T00:00:00+07:00", '
     '"first_due_at": "2026-02-27T23:59:59.999999+07:00", "events": []}'),
    ('ended on the day received',
     motcua.dossier_of(date '2026-03-02', NULL, date '2026-03-02'),
     '{"received_at": "2026-03-02T00:00:00+07:00", '
     '"events": [{"at": "2026-03-02T23:59:59.999999+07:00", '
     '"event": "resolve"}]}')) AS v (form, d, expected);
SELECT is(motcua.dossier_of(date '2026-03-02', v.due, v.ended)::text,
          '{"received_at": "2026-03-02T00:00:00+07:00", "events": []}',
          format('due %s, ended %s: none and open', v.due, v.ended))
FROM (VALUES (NULL::date, NULL::date),
             ('infinity', 'infinity'),
             ('-infinity', NULL),
             (NULL, 'infinity')) AS v (due, ended);
SELECT is(motcua.dossier_of(timestamptz '2026-03-02 09:00+07', 'infinity'::timestamptz,
                            'infinity')::text,
          '{"received_at": "2026-03-02T09:00:00+07:00", "events": []}',
          'infinite instants count as missing');
SELECT is(d, NULL, 'without a receipt there is no dossier')
FROM unnest(ARRAY[motcua.dossier_of(NULL::date, date '2026-03-16'),
                  motcua.dossier_of(date 'infinity', NULL),
                  motcua.dossier_of(timestamp '-infinity', timestamp '2026-03-16'),
                  motcua.dossier_of(NULL::timestamptz, date '2026-03-16'),
                  motcua.dossier(timestamptz '2026-03-02 09:00+07', NULL),
                  motcua.dossier(NULL::timestamptz, '5 ngày')]) AS d;
SELECT is(motcua.dossier(timestamp '2026-03-02 09:00', '10 ngày làm việc'),
          motcua.dossier(timestamptz '2026-03-02 02:00Z', '10 ngày làm việc',
                         (SELECT motcua.calendar_value('vn'))),
          'wall times and instants, calendars by name and by value give the same');
SELECT is(motcua.due_at(motcua.dossier(timestamptz '2026-03-07 09:00+07', '1 ngày làm việc')),
          timestamptz '2026-03-10 17:00+07', 'a receipt on a Saturday counts as on Monday');
SELECT is(ARRAY[motcua.pause(d, NULL), motcua.pause(NULL, '2026-03-05'), motcua.resume(d, NULL),
                motcua.reappoint(d, '2026-03-05', NULL), motcua.resolve(d, NULL),
                motcua.withdraw(NULL, '2026-03-05'),
                motcua.refuse(NULL, '2026-03-05'), motcua.stop(d, NULL),
                motcua.redue(NULL, 'vn')]::text[],
          array_fill(NULL::text, ARRAY[9]), 'a transition with a NULL gives NULL')
FROM worked;
SELECT is(motcua.outcome(NULL::motcua.dossier, date '2026-03-05') IS NULL
          AND motcua.outcome(d, NULL::date) IS NULL
          AND motcua.days_late(d, NULL::date) IS NULL
          AND motcua.time_left(NULL::motcua.dossier, date '2026-03-05') IS NULL,
          true, 'a verdict with a NULL gives NULL')
FROM worked;

-- ---- without a due date ----
CREATE TEMP TABLE dueless AS
SELECT motcua.dossier_of(timestamptz '2026-03-02 09:00+07', NULL::timestamptz) AS d;
SELECT is(coalesce(motcua.first_due_at(d), motcua.original_due_at(d), motcua.due_at(d)),
          NULL, 'the dossier has no due date at all')
FROM dueless;
SELECT is(motcua.outcome(d, date '2036-03-02')::text || ' '
          || motcua.outcome(motcua.resolve(d, '2030-01-01+07'), date '2036-03-02', 'first',
                            'instant')
          || ' ' || motcua.days_late(d, date '2036-03-02'),
          'in_time on_time 0', 'a dossier without a due date is in time and then on time')
FROM dueless;
SELECT is(motcua.time_left(d, date '2036-03-02', calendar => 'vn'), NULL,
          'a dossier without a due date has no time left')
FROM dueless;
SELECT is(motcua.due_at(motcua.resume(motcua.pause(d, '2026-03-03+07'), '2026-03-05+07', rule)),
          NULL, format('resuming by %s makes none', rule))
FROM dueless, unnest(ARRAY['extend_working', 'extend_calendar', 'subtract']) AS rule;
SELECT is(left(pg_temp.vn(motcua.due_at(r)), 10)
          || coalesce(motcua.original_due_at(r)::text, ' only current'),
          '2026-03-09 only current', 'a re-appointment gives a current due date')
FROM dueless, motcua.reappoint(d, '2026-03-05+07', '2026-03-09 17:00+07') AS r;
SELECT is(motcua.redue(d, 'vn', 'any'), d, 'redue makes no due date') FROM dueless;

-- ---- refusals ----
SELECT is((SELECT string_agg(format('%s: %s', q, r), E'\n')
           FROM (SELECT q,
                        pg_temp.refusal(format('SELECT motcua.%s FROM stage WHERE name = %L', q,
                                               s)) AS r,
                        expected
                 FROM (VALUES
                     ('resolved', 'pause(d, ''2026-05-04'')', '55000'),
                     ('resolved', 'resume(d, ''2026-05-04'')', '55000'),
                     ('resolved', 'reappoint(d, ''2026-05-04'', ''2026-05-05'')', '55000'),
                     ('resolved', 'resolve(d, ''2026-05-04'')', '55000'),
                     ('resolved', 'withdraw(d, ''2026-05-04'')', '55000'),
                     ('resolved', 'refuse(d, ''2026-05-04'')', '55000'),
                     ('resolved', 'stop(d, ''2026-05-04'')', '55000'),
                     ('paused', 'pause(d, ''2026-05-04'')', '55000'),
                     ('paused', 'reappoint(d, ''2026-05-04'', ''2026-05-05'')', '55000'),
                     ('paused', 'resolve(d, ''2026-05-04'')', '55000'),
                     ('paused', 'resume(d, ''2026-03-05 09:59:59+07'')', '55000'),
                     ('paused', 'withdraw(d, ''2026-03-05 09:59:59+07'')', '55000'),
                     ('received', 'resume(d, ''2026-05-04'', ''subtract'')', '55000'),
                     ('received', 'pause(d, ''2026-03-02 08:59+07'')', '55000'),
                     ('received', 'resolve(d, ''2026-03-02 08:59+07'')', '55000'),
                     ('resumed', 'reappoint(d, ''2026-03-11'', ''2026-03-09'')', '55000'),
                     ('received', 'pause(d, ''2026-05-04'', ''holiday'')', '22023'),
                     ('received', 'pause(d, ''2026-05-04'', '''')', '22023'),
                     ('received', 'pause(d, ''2026-05-04'', ''Fee'')', '22023'),
                     ('paused', 'resume(d, ''2026-05-04'', ''again'')', '22023'),
                     ('received', 'pause(d, ''infinity'')', '22008'),
                     ('received', 'resolve(d, ''-infinity'')', '22008'),
                     ('received', 'stop(d, ''infinity'')', '22008'),
                     ('received', 'reappoint(d, ''2026-05-04'', ''infinity'')', '22008'),
                     ('paused', 'resume(d, ''infinity'')', '22008'),
                     ('resolved', 'outcome(d, date ''2026-05-04'', ''last'')', '22023'),
                     ('resolved', 'outcome(d, date ''2026-05-04'', ''first'', ''hour'')', '22023'),
                     ('resolved', 'days_late(d, date ''2026-05-04'', ''Original'', ''vn'')',
                      '22023'),
                     ('resolved', 'time_left(d, date ''2026-05-04'', ''due'', ''vn'')', '22023'),
                     ('resolved', 'redue(d, ''vn'', ''back'')', '22023'),
                     ('resolved', 'redue(d, ''nowhere'')', '42704'),
                     ('paused', 'resume(d, ''2026-05-04'', ''restart'', ''nowhere'')',
                      '42704')) AS v (s, q, expected)) AS x
           WHERE r <> expected || ' with a hint'),
          NULL, 'every refusal has its SQLSTATE, a hint, and a message of one line in lower case');
SELECT is(pg_temp.refusal('SELECT motcua.' || q), v.expected || ' with a hint', q)
FROM (VALUES ('dossier_of(date ''2026-03-02'', NULL, date ''2026-03-01'')', '55000'),
             ('dossier_of(timestamp ''2026-03-02 09:00'', date '
              '''2026-03-16'', timestamp ''2026-03-02 08:59'')',
              '55000'),
             ('dossier_of(date ''2026-03-02'', date ''2026-03-16'', date ''2026-03-17'', ''lost'')',
              '22023'),
             ('dossier_of(date ''2026-03-02'', date ''2026-03-16'', NULL, ''lost'')', '22023'),
             ('dossier(timestamptz ''2026-03-02 09:00+07'', ''5 ngày'', ''nowhere'')', '42704'),
             ('resume(motcua.pause(motcua.dossier_of(date ''2026-03-02'', date ''2026-03-16''), '
              '''2026-03-04''), ''2026-03-05'')',
              '55000')) AS v (q, expected);

SELECT is(pg_temp.refusal('SELECT motcua.' || q) ~ '^22008 with', true, q)
FROM unnest(ARRAY['dossier_of(timestamptz ''10000-01-01'', NULL)',
                  'dossier_of(date ''2026-03-02'', date ''10000-01-01'')',
                  'dossier_of(timestamp ''0044-03-15 BC'', NULL)',
                  'pause(motcua.dossier_of(date ''2026-03-02'', NULL), date ''10000-01-01'')',
                  'dossier(timestamptz ''1980-03-02'', ''5 ngày'')',
                  'dossier(timestamptz ''2100-12-30'', ''5 ngày'')',
                  'resume(motcua.pause(motcua.dossier_of(date ''2026-03-02'', date '
                  '''2100-12-31''), ''2026-03-02''), ''2026-03-09'', ''extend_working'')']) AS q;
SELECT is(motcua.dossier_of(date '0001-01-01', date '9999-12-31')::text::motcua.dossier,
          motcua.dossier_of(timestamptz '0001-01-01 00:00+07',
                            timestamptz '9999-12-31 23:59:59.999999+07'),
          'the first and the last day are accepted');

-- ---- order, hash, storage ----
CREATE TABLE desk (id int, d motcua.dossier);
INSERT INTO desk
SELECT id,
       motcua.dossier_of(date '2026-03-02' + id % 3,
                         CASE WHEN id % 5 > 0 THEN date '2026-03-20' - id % 5 END,
                         CASE WHEN id % 2 = 0 THEN date '2026-03-10' END)
FROM generate_series(1, 60) AS id;
INSERT INTO desk SELECT 100, d FROM stage;
SELECT is((SELECT array_agg(due ORDER BY n)
           FROM (SELECT due, min(n) AS n
                 FROM (SELECT motcua.due_at(d)::text AS due, row_number() OVER (ORDER BY d) AS n
                       FROM desk) AS x
                 GROUP BY due) AS y),
          (SELECT array_agg(due::text ORDER BY due NULLS LAST)
           FROM (SELECT DISTINCT motcua.due_at(d) AS due FROM desk) AS x),
          'dossiers are sorted by the current due date, those without one last');
SELECT is((SELECT count(*)
           FROM (SELECT motcua.received_at(d) AS at,
                        lag(motcua.received_at(d)) OVER (ORDER BY d) AS before,
                        motcua.due_at(d) IS NOT DISTINCT FROM lag(motcua.due_at(d)) OVER (
                            ORDER BY d) AS same
                 FROM desk) AS x
           WHERE same AND at < before),
          0::bigint, 'dossiers with equal due dates are sorted by the receipt');
SELECT is((SELECT count(DISTINCT d) FROM desk),
          (SELECT count(DISTINCT d::text) FROM desk),
          'DISTINCT');
SET LOCAL enable_hashagg = off;
SELECT is((SELECT count(*) FROM (SELECT d FROM desk GROUP BY d) AS x),
          37::bigint, 'GROUP BY by sort knows equal dossiers');
RESET enable_hashagg;
SET LOCAL enable_sort = off;
SELECT is((SELECT count(*) FROM (SELECT d FROM desk GROUP BY d) AS x),
          37::bigint, 'GROUP BY by hash knows equal dossiers');
RESET enable_sort;
SELECT is((SELECT count(*)
           FROM desk AS a, desk AS b
           WHERE (a.d OPERATOR(motcua.<) b.d)::int + (a.d OPERATOR(motcua.=) b.d)::int + (
                     a.d OPERATOR(motcua.>) b.d)::int <> 1
              OR (a.d OPERATOR(motcua.<=) b.d) = (a.d OPERATOR(motcua.>) b.d)
              OR (a.d OPERATOR(motcua.>=) b.d) = (a.d OPERATOR(motcua.<) b.d)
              OR (a.d OPERATOR(motcua.<>) b.d) <> (a.d::text <> b.d::text)
              OR motcua.dossier_cmp(a.d, b.d) <> -motcua.dossier_cmp(b.d, a.d)
              OR (a.d OPERATOR(motcua.=) b.d)
                 AND motcua.dossier_hash(a.d) <> motcua.dossier_hash(b.d)),
          0::bigint, 'the operators, the order and the hash agree');
SELECT is(d IS DISTINCT FROM d::text::motcua.dossier, false,
          'IS DISTINCT FROM tells dossiers apart') FROM worked;
CREATE INDEX desk_d ON desk (d);
CREATE INDEX desk_due ON desk (motcua.due_at(d)) WHERE motcua.ended_at(d) IS NULL;
CREATE UNIQUE INDEX desk_unique ON desk (id, d);
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
SELECT is((SELECT array_agg(id ORDER BY id)
           FROM desk
           WHERE d OPERATOR(motcua.=) (SELECT d FROM stage WHERE name = 'paused')),
          ARRAY[100], 'an index finds a dossier');
SELECT is((SELECT id FROM desk ORDER BY d LIMIT 1),
          (SELECT id
           FROM desk
           ORDER BY motcua.due_at(d) NULLS LAST, motcua.received_at(d), d
           LIMIT 1),
          'an index finds the most urgent dossier');
SELECT is((SELECT count(*)
           FROM desk
           WHERE motcua.due_at(d) < '2026-03-19 00:00+07' AND motcua.ended_at(d) IS NULL),
          (SELECT count(*)
           FROM desk
           WHERE (motcua.due_at(d) < '2026-03-19 00:00+07' AND motcua.ended_at(d) IS NULL) IS TRUE),
          'an index can use accessors, which are IMMUTABLE');
RESET enable_seqscan;
RESET enable_bitmapscan;
SELECT throws_ok('INSERT INTO desk SELECT id, d FROM desk WHERE id = 1',
                 '23505', NULL, 'a unique index refuses equal dossiers');
SELECT cmp_ok(max(pg_column_size(d)), '<=', 64,
              'a dossier without pauses is stored in at most 64 bytes')
FROM desk WHERE motcua.pauses(d) = '{}';
SELECT cmp_ok(pg_column_size(d), '<=', 64,
              'a dossier with a re-appointment and a result has at most 64 bytes in memory')
FROM stage,
     LATERAL (SELECT motcua.resolve(motcua.reappoint(d, '2026-03-13 08:00+07',
                                                     '2026-03-20 17:00+07'),
                                    '2026-03-18 08:00+07')) AS x (e)
WHERE name = 'received';
SELECT is(d::jsonb::motcua.dossier, d, 'the jsonb form is read as the same dossier') FROM worked;
SELECT is(d::jsonb #>> '{events,1,due_at}',
          '2026-03-24T17:00:00+07:00', 'the jsonb form is that of the text form')
FROM worked;
SELECT is(motcua.dossier_send(d::text::motcua.dossier), motcua.dossier_send(d),
          'equal dossiers have one binary form')
FROM worked;
CREATE TEMP TABLE received_desk AS SELECT * FROM desk LIMIT 0;
\copy desk to 'build/dossier.bin' (format binary)
\copy received_desk from 'build/dossier.bin' (format binary)
SELECT is((SELECT count(*)
           FROM received_desk AS r, desk AS d
           WHERE r.id = d.id
             AND r.d OPERATOR(motcua.=) d.d
             AND r.d::text = d.d::text
             AND r.id < 100),
          60::bigint, 'the binary form is read as the same dossier');
SELECT CASE WHEN pg_version_num() >= 160000 THEN is(
                pg_temp.told(format('SELECT pg_input_is_valid(%L, ''motcua.dossier'')::text',
                                    input)),
                'false', format('no error raised by %s', input))
            ELSE skip('soft errors came with PostgreSQL 16', 1) END
FROM unnest(ARRAY['x', '{}', '{"received_at": "soon"}',
                  '{"received_at": "2026-03-02T09:00:00+07:00", "time_limit": "5 chén"}',
                  '{"received_at": "2026-03-02T09:00:00+07:00", '
                  '"events": [{"at": "2026-03-02T09:00:00+07:00", "event": "resume", '
                  '"detail": "subtract"}]}']) AS input;

-- ---- redue moves a dossier from a calendar without the swap of Friday 2 January for Saturday 10
-- January 2026 to one with it ----
SELECT is(left(pg_temp.vn(motcua.original_due_at(r)), 16) || ' '
          || left(pg_temp.vn(motcua.due_at(r)), 16) || ' '
          || left(pg_temp.vn(motcua.first_due_at(r)), 10),
          v.expected, v.name)
FROM (VALUES
         ('a due on a new day off moves on', '2025-12-29', '3 ngày làm việc', 'forward',
          '2026-01-05 17:00 2026-01-05 17:00 2026-01-02'),
         ('with any as well', '2025-12-29', '3 ngày làm việc', 'any',
          '2026-01-05 17:00 2026-01-05 17:00 2026-01-02'),
         ('a new working day brings it nearer only with any', '2026-01-08', '2 ngày làm việc',
          'any', '2026-01-10 17:00 2026-01-10 17:00 2026-01-12'),
         ('and never with forward', '2026-01-08', '2 ngày làm việc', 'forward',
          '2026-01-12 17:00 '
          '2026-01-12 17:00 2026-01-12')) AS v (name, received, time_limit, move, expected),
     motcua.redue(motcua.dossier(v.received::timestamp + interval '9 hours',
                                 v.time_limit::motcua.time_limit, 'vn_statutory'),
                  'vn',
                  v.move) AS r;
SELECT is(left(pg_temp.vn(motcua.due_at(motcua.redue(motcua.dossier(timestamp '2025-12-29 09:00',
                                                                    '3 ngày làm việc',
                                                                    'vn_statutory'))))::text,
               10),
          '2026-01-05', 'redue uses the default calendar');
SELECT is(left(pg_temp.vn(motcua.due_at(motcua.redue(motcua.dossier(timestamp '2026-01-08 09:00',
                                                                    '2 ngày làm việc',
                                                                    'vn_statutory'),
                                                     (SELECT motcua.calendar_value('vn')),
                                                     'any'))),
               10),
          '2026-01-10', 'redue takes a calendar by value');
SELECT is(left(pg_temp.vn(motcua.due_at(motcua.redue(motcua.dossier_of(date '2025-12-29', v.due),
                                                     'vn', v.move))),
               16),
          v.expected, format('due %s without a limit, %s', v.due, v.move))
FROM (VALUES (date '2026-01-02', 'forward', '2026-01-05 17:00'),
             ('2026-01-02', 'any', '2026-01-05 17:00'),
             ('2026-01-12', 'any', '2026-01-12 23:59'),
             ('2026-01-10', 'forward', '2026-01-10 23:59')) AS v (due, move, expected);
SELECT is(left(pg_temp.vn(motcua.original_due_at(r)), 16) || ' '
          || left(pg_temp.vn(motcua.due_at(r)), 16),
          '2026-01-10 17:00 2026-01-05 17:00',
          'redue moves a newly appointed due date only off a day off')
FROM motcua.redue(motcua.reappoint(motcua.dossier(timestamp '2026-01-08 09:00', '2 ngày làm việc',
                                                  'vn_statutory'),
                                   '2026-01-08 15:00+07',
                                   '2026-01-12 16:00+07'),
                  'vn',
                  'any') AS x,
     motcua.redue(motcua.reappoint(motcua.dossier(timestamp '2025-12-29 09:00', '8 ngày làm việc',
                                                  'vn_statutory'),
                                   '2025-12-31 15:00+07',
                                   '2026-01-02 16:00+07'),
                  'vn',
                  'any') AS r;
SELECT is(r::text::motcua.dossier, r, 'the text of a moved dossier is read as the same dossier')
FROM motcua.redue(motcua.dossier(timestamp '2025-12-29 09:00', '3 ngày làm việc', 'vn_statutory'),
                  'vn') AS r;
SELECT is(r::text,
          '{"received_at": "2025-12-29T09:00:00+07:00", "time_limit": "3 ngày làm việc", '
          '"first_due_at": "2026-01-02T17:00:00+07:00", '
          '"original_due_at": "2026-01-05T17:00:00+07:00", "due_at": "2026-01-05T17:00:00+07:00", '
          '"events": []}',
          'the text shows what redue changed')
FROM motcua.redue(motcua.dossier(timestamp '2025-12-29 09:00', '3 ngày làm việc', 'vn_statutory'),
                  'vn') AS r;
SELECT is(motcua.redue(d, 'vn'), d,
          'redue moves nothing on the calendar with which the dossier was made') FROM stage;

SELECT * FROM finish();
ROLLBACK;
