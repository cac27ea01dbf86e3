-- Test that every mix of column types answers by the Vietnamese day in sessions of every time zone.
\ir ../setup.psql
SELECT plan(6);

-- These are the literals of one dossier near midnight for each column type. It was received on the
-- 10th (the first day of the period), and is due and ended on the 12th.
CREATE TEMP TABLE literal (part text, type text, literal text);
INSERT INTO literal VALUES
    ('received', 'date', $$date '2020-03-10'$$),
    ('received', 'timestamp', $$timestamp '2020-03-10 23:30'$$),
    ('received', 'timestamptz', $$timestamptz '2020-03-10 23:30+07'$$),
    ('due', 'date', $$date '2020-03-12'$$),
    ('due', 'timestamp', $$timestamp '2020-03-12 00:30'$$),
    ('due', 'timestamptz', $$timestamptz '2020-03-12 00:30+07'$$),
    ('ended', 'date', $$date '2020-03-12'$$),
    ('ended', 'timestamp', $$timestamp '2020-03-12 23:45'$$),
    ('ended', 'timestamptz', $$timestamptz '2020-03-12 23:45+07'$$);

CREATE TEMP VIEW mix AS
SELECT r.type AS received, d.type AS due, e.type AS ended,
       r.literal AS received_literal, d.literal AS due_literal, e.literal AS ended_literal
FROM literal r, literal d, literal e
WHERE r.part = 'received' AND d.part = 'due' AND e.part = 'ended';

CREATE FUNCTION pg_temp.verdict(received text, due text, ended text, zone text,
        wrapper text DEFAULT '%s') RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    t motcua.tally;
BEGIN
    PERFORM set_config('timezone', zone, true);
    EXECUTE format('SELECT motcua.tally(%s, %s, %s, daterange(''2020-03-10'', ''2020-04-01''))',
                   format(wrapper, received), format(wrapper, due), format(wrapper, ended)) INTO t;
    RETURN CASE WHEN motcua.carried(t) = 1 THEN 'carried'
                WHEN motcua.early(t) = 1 THEN 'early'
                WHEN motcua.on_time(t) = 1 THEN 'on_time'
                WHEN motcua.late(t) = 1 THEN 'late' END;
END $$;

CREATE TEMP TABLE session AS
SELECT unnest(ARRAY['Asia/Ho_Chi_Minh', 'UTC', 'Asia/Tokyo', 'America/New_York']) AS zone;
CREATE TEMP TABLE result AS
SELECT m.*, s.zone,
       pg_temp.verdict(received_literal, due_literal, ended_literal, zone) AS verdict,
       pg_temp.verdict(received_literal, due_literal, ended_literal, zone,
                       'motcua.vn_date(%s)') AS by_vn_date
FROM mix AS m, session AS s;

SELECT is(count(*), 108::bigint, 'there are 27 mixes in four sessions') FROM result;
SELECT is(count(*), 108::bigint, 'every mix is right in every session')
FROM result WHERE verdict = 'on_time';
SELECT is(count(*), 108::bigint, 'the days of vn_date are right in every session')
FROM result WHERE by_vn_date = 'on_time';

-- Return the verdict of classify as of a date and as of an instant just after the due day began in
-- Viet Nam.
CREATE FUNCTION pg_temp.open_verdict(due text, ended_type text, as_of text, zone text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    o text;
BEGIN
    PERFORM set_config('timezone', zone, true);
    EXECUTE format('SELECT motcua.classify(due => %s, ended => NULL::%s, as_of => %s)', due,
                   ended_type, as_of) INTO o;
    RETURN o;
END $$;

CREATE TEMP TABLE classified AS
SELECT d.type AS due, e.type AS ended, zone, a.as_of, a.expected,
       pg_temp.open_verdict(d.literal, e.type, a.literal, zone) AS verdict
FROM literal AS d, literal AS e, session,
     (VALUES ('instant', $$timestamptz '2020-03-12 00:40+07'$$, 'in_time'),
             ('next instant', $$timestamptz '2020-03-13 00:10+07'$$, 'overdue'),
             ('date', $$date '2020-03-12'$$, 'in_time'),
             ('next date', $$date '2020-03-13'$$, 'overdue'),
             ('now', 'now()', 'overdue')) AS a (as_of, literal, expected)
WHERE d.part = 'due' AND e.part = 'ended';
SELECT is(count(*), 180::bigint, 'there are nine mixes of classify, five moments and four sessions')
FROM classified;
SELECT is(count(*), 0::bigint, 'classify answers by the Vietnamese day in every session')
FROM classified WHERE verdict IS DISTINCT FROM expected;

-- With granularity instant, wall times and instants are compared on one scale.
SET LOCAL timezone = 'America/New_York';
SELECT is(
    ARRAY[motcua.classify(timestamp '2020-03-12 17:00', NULL, timestamptz '2020-03-12 16:59+07',
                          'instant'),
          motcua.classify(timestamp '2020-03-12 17:00', NULL, timestamptz '2020-03-12 17:01+07',
                          'instant'),
          motcua.classify(timestamptz '2020-03-12 17:00+07', timestamptz '2020-03-12 17:00+07',
                          date '2020-03-20', 'instant'),
          motcua.classify(timestamptz '2020-03-12 17:00+07', timestamptz '2020-03-12 17:01+07',
                          date '2020-03-20', 'instant'),
          motcua.classify(date '2020-03-12', timestamptz '2020-03-12 23:59+07', date '2020-03-20',
                          'instant')]::text[],
    ARRAY['in_time', 'overdue', 'on_time', 'late', 'on_time'],
    'granularity instant compares instants where both sides have one');

SELECT * FROM finish();
ROLLBACK;
