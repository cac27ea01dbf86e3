-- Column types and session zones: the supported forms answer by the Vietnamese day in every session;
-- what the other mixes resolve to is what docs/time.md says.
\ir ../setup.psql
SELECT plan(8);

-- One dossier near midnight, as each column type would hold it: received on the 10th (the first
-- day of the period), due and ended on the 12th.
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
       r.literal AS received_literal, d.literal AS due_literal, e.literal AS ended_literal,
       (r.type, d.type, e.type) IN (('date', 'date', 'date'), ('timestamp', 'timestamp', 'timestamp'),
           ('timestamptz', 'timestamptz', 'timestamptz'), ('timestamp', 'date', 'timestamp'),
           ('timestamptz', 'date', 'timestamptz')) AS supported
FROM literal r, literal d, literal e
WHERE r.part = 'received' AND d.part = 'due' AND e.part = 'ended';

CREATE FUNCTION pg_temp.verdict(received text, due text, ended text, zone text, wrapper text DEFAULT '%s') RETURNS text
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

CREATE TEMP TABLE session AS SELECT unnest(ARRAY['UTC', 'Asia/Tokyo', 'America/New_York']) AS zone;
CREATE TEMP TABLE result AS
SELECT m.*, s.zone,
       pg_temp.verdict(received_literal, due_literal, ended_literal, zone) AS verdict,
       pg_temp.verdict(received_literal, due_literal, ended_literal, zone, 'motcua.vn_date(%s)') AS by_vn_date
FROM mix AS m, session AS s;

SELECT is(count(*), 81::bigint, '27 mixes in three sessions') FROM result;
SELECT is(count(*), 15::bigint, 'the five supported forms are right in every session')
FROM result WHERE supported AND verdict = 'on_time';
SELECT is(count(*), 24::bigint, 'without timestamptz every mix is right in every session')
FROM result WHERE 'timestamptz' NOT IN (received, due, ended) AND verdict = 'on_time';
SELECT is(count(*), 81::bigint, 'vn_date around each column makes every mix right')
FROM result WHERE by_vn_date = 'on_time';
SELECT is(count(DISTINCT (received, due, ended)), 14::bigint,
          'with timestamptz 14 of the 17 other mixes answer wrongly in some session: see docs/time.md')
FROM result WHERE NOT supported AND 'timestamptz' IN (received, due, ended) AND verdict <> 'on_time';

-- classify: the same, as of a date and as of an instant just after the due day began in Viet Nam.
CREATE FUNCTION pg_temp.open_verdict(due text, ended_type text, as_of text, zone text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    o text;
BEGIN
    PERFORM set_config('timezone', zone, true);
    EXECUTE format('SELECT motcua.classify(due => %s, ended => NULL::%s, as_of => %s)', due, ended_type, as_of) INTO o;
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
WHERE d.part = 'due' AND e.part = 'ended'
  AND (d.type, e.type) IN (('date', 'date'), ('timestamp', 'timestamp'), ('timestamptz', 'timestamptz'),
                           ('date', 'timestamp'), ('date', 'timestamptz'));
SELECT is(count(*), 75::bigint, 'classify in five forms, five moments, three sessions') FROM classified;
SELECT is(count(*), 0::bigint, 'classify answers by the Vietnamese day in every session')
FROM classified WHERE verdict IS DISTINCT FROM expected;

-- By instant, wall time and instants meet on one scale.
SET LOCAL timezone = 'America/New_York';
SELECT is(
    ARRAY[motcua.classify(timestamp '2020-03-12 17:00', NULL, timestamptz '2020-03-12 16:59+07', 'instant'),
          motcua.classify(timestamp '2020-03-12 17:00', NULL, timestamptz '2020-03-12 17:01+07', 'instant'),
          motcua.classify(timestamptz '2020-03-12 17:00+07', timestamptz '2020-03-12 17:00+07', date '2020-03-20', 'instant'),
          motcua.classify(timestamptz '2020-03-12 17:00+07', timestamptz '2020-03-12 17:01+07', date '2020-03-20', 'instant'),
          motcua.classify(date '2020-03-12', timestamptz '2020-03-12 23:59+07', date '2020-03-20', 'instant')]::text[],
    ARRAY['in_time', 'overdue', 'on_time', 'late', 'on_time'],
    'granularity instant compares instants where both sides have one');

SELECT * FROM finish();
ROLLBACK;
