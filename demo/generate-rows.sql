-- Makes the rows of the table ho_so, with times in working hours, persons and codes of dossiers.
-- demo/generate.sql includes this script after demo/generate-dossiers.sql.

-- Return the time of a minute from 0 to 479 of an office day, which is 07:30-11:30 and 13:00-17:00.
CREATE FUNCTION pg_temp.at_work(day date, minute integer, key text, event text) RETURNS timestamp
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE
    RETURN day + make_interval(mins => minute + CASE WHEN minute < 240 THEN 450 ELSE 540 END,
                               secs => pg_temp.dice(key, 'second ' || event, 60));

-- Return the name of a person, which is always the same for a key.
CREATE FUNCTION pg_temp.person(key text) RETURNS text
    LANGUAGE SQL STABLE
    RETURN (SELECT concat_ws(' ', pg_temp.draw(p.families, key, 'family'),
                             pg_temp.draw(p.middles, key, 'middle'),
                             pg_temp.draw(p.givens, key, 'given'))
            FROM person_names AS p WHERE p.woman = (pg_temp.dice(key, 'woman', 2) = 1));

-- Return a text as one of several keyboards writes it: one text in twenty is decomposed (NFD), and
-- one in twenty has no marks.
CREATE FUNCTION pg_temp.as_typed(value text, key text) RETURNS text
    LANGUAGE SQL IMMUTABLE
    RETURN CASE
        WHEN pg_temp.dice(key, 'typed', 20) = 0 THEN normalize(value, NFD)
        WHEN pg_temp.dice(key, 'typed', 20) = 1 THEN translate(
            normalize(value, NFD), U&'đĐ\0300\0301\0302\0303\0306\0309\031B\0323', 'dD')
        ELSE value
    END;

-- A commune has three officers, and the centre has nine.
CREATE TEMP TABLE officer AS
SELECT t.code AS unit, g.nth, pg_temp.person(format('%s/officer %s', t.code, g.nth)) AS name
FROM target AS t
CROSS JOIN LATERAL generate_series(0, CASE t.level WHEN 'xa' THEN 2 ELSE 8 END) AS g (nth);

-- Events of the same day must be in order: a dossier is filed before it is received, ends at least
-- five minutes after that, and is collected after it has ended.
CREATE TEMP TABLE dossier_time AS
WITH minutes AS MATERIALIZED (
    SELECT s.*,
           1 + pg_temp.dice(s.key, 'minute received', 419) AS received_m,
           pg_temp.dice(s.key, 'minute', 479) AS other_m,
           CASE WHEN s.fate = 'unregistered' THEN 2
                WHEN p.online_level >= 3 AND pg_temp.dice(s.key, 'online', 100) < 32 THEN 2
                WHEN pg_temp.dice(s.key, 'post', 100) < 2 THEN 3
                WHEN pg_temp.dice(s.key, 'channel left empty', 100) < 5 THEN NULL
                ELSE 1 END AS channel
    FROM dossier_status AS s
    JOIN procedure AS p ON p.level = s.level AND p.code = s.procedure
),
ends AS MATERIALIZED (
    SELECT m.*,
           m.channel IS NOT DISTINCT FROM 2
           AND pg_temp.dice(m.key, 'filed the day before', 3) = 0 AS day_before,
           m.received_m - 1 - pg_temp.dice(m.key, 'queue',
                                           CASE WHEN m.channel = 2 THEN 200 ELSE 12 END) AS queue_m,
           CASE WHEN m.ended_n = m.received_n
                THEN m.received_m + 5 + pg_temp.dice(m.key, 'same day', 474 - m.received_m)
                ELSE m.other_m END AS ended_m
    FROM minutes AS m
)
SELECT e.*,
       CASE WHEN e.day_before
                 THEN pg_temp.at_work(y.days[e.received_n - 1], e.other_m, e.key, 'filed')
            ELSE pg_temp.at_work(y.days[e.received_n], greatest(0, e.queue_m), e.key,
                                 'filed') END AS filed,
       pg_temp.at_work(y.days[e.received_n], e.received_m, e.key, 'received') AS received,
       pg_temp.at_work(y.days[e.paused_n], e.other_m, e.key, 'paused') AS paused,
       pg_temp.at_work(y.days[e.ended_n], e.ended_m, e.key, 'ended') AS ended,
       pg_temp.at_work(y.days[e.collected_n],
                       CASE WHEN e.collected_n = e.ended_n
                            THEN e.ended_m + 1 + pg_temp.dice(e.key, 'collects at', 479 - e.ended_m)
                            ELSE pg_temp.dice(e.key, 'collects at', 480) END,
                       e.key, 'collected') AS collected
FROM ends AS e CROSS JOIN year_2020 AS y;

INSERT INTO public.ho_so WITH numbered AS MATERIALIZED (
    -- The number in a dossier's code counts the dossiers of a unit and a day. A dossier gets it
    -- when it is received, or when it is filed if it is never received.
    SELECT t.*, 1 + pg_temp.dice(t.key, 'commune', 11) AS commune,
           pg_temp.dice(t.key, 'officer', CASE t.level WHEN 'xa' THEN 3 ELSE 9 END) AS officer,
           motcua.vn_date(r.registered) AS code_day,
           row_number() OVER (PARTITION BY t.unit, motcua.vn_date(r.registered)
                              ORDER BY r.registered, t.key COLLATE "C") AS code_number
    FROM dossier_time AS t
    CROSS JOIN LATERAL (SELECT CASE WHEN t.fate = 'unregistered' THEN t.filed
                                    ELSE t.received END AS registered) AS r
), homes AS (
    -- People file at their own commune. At the centre, people from all communes file.
    SELECT code, row_number() OVER (ORDER BY code COLLATE "C") AS nth, commune, part, names
    FROM place
)
SELECT format('%s-%s-%s', n.unit, to_char(n.code_day, 'YYMMDD'), lpad(n.code_number::text, 4, '0')),
       n.unit, u.name, n.procedure, p.name, p.field, f.name,
       n.channel, p.online_level, n.status,
       pg_temp.as_typed(pg_temp.person(n.key), n.key),
       -- The area code 0543 was retired in 2017, so the number belongs to nobody.
       '0543' || lpad(pg_temp.dice(n.key, 'telephone', 1000000)::text, 6, '0'),
       pg_temp.as_typed(format('%s %s, %s, huyện Quảng Điền, tỉnh Thừa Thiên Huế',
                               h.part, pg_temp.draw(h.names, n.key, 'village'), h.commune), n.key),
       CASE WHEN n.fate <> 'unregistered' THEN c.name END,
       CASE WHEN NOT n.no_due THEN n.days END,
       n.filed,
       CASE WHEN n.fate <> 'unregistered' THEN n.received END,
       CASE WHEN NOT n.no_due AND n.fate NOT IN ('unregistered', 'denied')
                 THEN motcua.add_working_days(motcua.vn_date(n.received), n.days,
                                              'vn') + time '17:00' END,
       n.paused,
       -- Some rows of an older system know only when the result was returned.
       CASE WHEN NOT returned_only THEN n.ended END,
       CASE WHEN returned_only THEN n.ended WHEN n.status = 10 THEN n.collected END
FROM numbered AS n
CROSS JOIN LATERAL (SELECT n.status = 10
                           AND pg_temp.dice(n.key, 'returned only', 90) = 0 AS returned_only) AS o
JOIN target AS u ON u.code = n.unit
JOIN procedure AS p ON p.level = n.level AND p.code = n.procedure
JOIN field AS f ON f.code = p.field
JOIN officer AS c ON c.unit = n.unit AND c.nth = n.officer
JOIN homes AS h ON CASE n.level WHEN 'xa' THEN h.code = n.unit ELSE h.nth = n.commune END
ORDER BY n.unit COLLATE "C", n.code_day, n.code_number;
