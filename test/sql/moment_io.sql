-- Test the text form of moment.
\pset format unaligned
SET search_path = public, motcua;
SELECT written, written::moment AS read, vn_date(written) AS day
FROM unnest(ARRAY['2026-03-02', '  2026-03-02 ', '02/03/2026', '2/3/2026', '02-03-2026',
                  '2026-03-05 +07', '2026-03-02 14:20', '2026-03-02T14:20:30',
                  '2026-03-02 14:20:30.5', '02/03/2026 14:20', '2/3/2026 08:05:09',
                  '2026-03-02 14:20+07', '2026-03-02T18:00Z', '2026-03-02 20:00-04:30',
                  '0001-01-01', '9999-12-31 23:59:59.999999', '+12345-01-02', '-0043-03-15',
                  '+0000-02-29', 'infinity', '-Infinity']) AS written;

-- Its errors name the value, what is wrong with it, and what to write.
SELECT ''::moment;
SELECT 'now'::moment;
SELECT '2026/03/02'::moment;
SELECT '2/3/26'::moment;
SELECT '30/02/2026'::moment;
SELECT '2026-03-02 25:00'::moment;
SELECT '2026-03-02 14:20 Asia/Tokyo'::moment;
SELECT '+5874898-01-01'::moment;
SELECT '+294277-01-02 00:00'::moment;

-- An error of a literal comes from the parser, which shows its position.
CREATE TABLE many (received date, n integer);
SELECT tally(received, '2026-03-32', NULL, '[2026-03-01,2026-04-01)') FROM many;
-- The hints of such errors differ between versions of PostgreSQL.
\set VERBOSITY terse
SELECT classify(received, n, '2026-03-02') FROM many;
\set VERBOSITY default

-- The functions that ask about a text raise no error.
SELECT value, try_date(value) AS day, try_moment(value) AS moment, date_problem(value) AS vi,
       date_problem(value, 'en') AS en
FROM unnest(ARRAY['02/03/2026', '2026-03-02 14:20', '2026-03-02T18:00Z', 'infinity',
                  '+5874897-12-31', '', 'thứ hai', '2/3/26', '30/02/2026', '2026-03-02 25:00',
                  '2026-03-02 9h', '+294277-01-02 00:00', NULL]) AS value;
SELECT date_problem('', 'fr');

-- Casts respect the length and blanks of character, domains, and assignment.
SELECT 'x' || (d::character(12))::moment || 'x' AS padded FROM (VALUES ('2/3/2026')) AS v (d);
SELECT (date '2026-03-02')::moment, (timestamp '2026-03-02 00:00')::moment,
       (timestamptz '2026-03-01 17:00Z')::moment, (date 'infinity')::moment,
       (timestamp '-infinity')::moment;
CREATE TABLE kept (m moment);
INSERT INTO kept VALUES (date '2026-03-02'), (timestamp '2026-03-02 00:00'), ('02/03/2026'), (NULL);

-- The order is by day. A day comes before each time of it, and differs from its midnight.
SELECT m FROM unnest('{2026-03-03,2026-03-02 23:59,infinity,2026-03-02,2026-03-02 00:00,'
                     '-infinity,-0043-03-15,2026-03-01 23:59:59.999999,2026-03-03 00:00}'::moment[])
              AS m ORDER BY m;
SELECT DISTINCT m FROM kept ORDER BY m;
SELECT m, count(*) FROM kept GROUP BY m ORDER BY m DESC NULLS LAST;

-- Its operators change no other: PostgreSQL still refuses what it refused.
\set VERBOSITY terse
SELECT date '2026-03-02' = text '2026-03-02';
SELECT timestamp '2026-03-02' < varchar '2026-03-02';
SELECT m = m FROM kept;
SELECT m OPERATOR(motcua_internal.=) '02/03/2026' FROM kept
WHERE m OPERATOR(motcua_internal.<) '2026-03-02 00:00';
DROP TABLE many, kept;
