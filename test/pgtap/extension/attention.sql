-- Test motcua.attention: each matter appears when it arises, and disappears when it is put right.
\ir ../setup.psql
SELECT plan(15);
CREATE FUNCTION pg_temp.seen(of_topic text)
    RETURNS text
    LANGUAGE sql
    AS $$ SELECT string_agg(object, ', ' ORDER BY object COLLATE "C")
          FROM motcua.attention WHERE topic = of_topic $$;

-- So that the test does not depend on the day, every year that the view looks at is made official
-- first.
INSERT INTO motcua.calendar_year (calendar, year, status, source)
SELECT 'vn', y, 'official', 'test'
FROM generate_series(extract(year FROM motcua.today())::int,
                     extract(year FROM motcua.today() + 61)::int) AS y;
SELECT is((SELECT string_agg(a::text, '; ') FROM motcua.attention AS a),
          NULL, 'there is nothing to be done at first');

INSERT INTO motcua.calendar (name) VALUES ('own');
INSERT INTO motcua.calendar (name, parent) VALUES ('below', 'own');
SELECT matches(coalesce(pg_temp.seen('calendar'), ''),
               '^(own(, own)?)?$', 'a calendar below another is not named');
UPDATE motcua.calendar_year SET status = 'provisional' WHERE calendar = 'vn';
SELECT matches(pg_temp.seen('calendar'), 'vn', 'a provisional year is listed');
SELECT matches((SELECT problem
                FROM motcua.attention
                WHERE topic = 'calendar' AND object = 'vn'
                LIMIT 1),
               extract(year FROM motcua.today())::text,
               'the line names the year');
UPDATE motcua.calendar_year SET status = 'official' WHERE calendar = 'vn';
SELECT doesnt_match(coalesce(pg_temp.seen('calendar'), ''), 'vn',
                    'a year that is made official is no longer listed');

CREATE TABLE hs (id int PRIMARY KEY, unit text, received date, due date, ended date);
SELECT motcua.attach('hs', 'mc', 'received', 'due', 'ended', unit => 'unit',
                     as_of => 'date ''2026-01-31''') \g /dev/null
SELECT motcua.add_rollup('mc') \g /dev/null
SELECT motcua.watch('hs', '{due}', 'id') \g /dev/null
SELECT is(pg_temp.seen('rollup'), NULL, 'a roll-up in use is not listed');
SELECT is(pg_temp.seen('watch'), NULL, 'a watch that works is not listed');
ALTER TABLE hs DISABLE TRIGGER ALL;
SELECT is(pg_temp.seen('rollup'), 'mc', 'a stale roll-up is listed');
SELECT is(pg_temp.seen('watch'), 'hs', 'a watch that is switched off is listed');
SELECT advice FROM motcua.attention WHERE topic = 'watch' \gexec
SELECT advice FROM motcua.attention WHERE topic = 'rollup' \gexec
SELECT is(pg_temp.seen('watch'), NULL, 'the advice for the watch puts it right');
SELECT is(pg_temp.seen('rollup'), NULL, 'the advice for the roll-up puts it right');

CREATE INDEX hs_unit ON hs (unit COLLATE motcua.vi);
UPDATE pg_collation SET collversion = '1.2' WHERE oid = 'motcua.vi'::regcollation;
SELECT is(pg_temp.seen('collation'), 'hs_unit, motcua.vi', 'an index in an old order is listed');
SELECT advice FROM motcua.attention WHERE topic = 'collation' ORDER BY advice DESC \gexec
SELECT is(pg_temp.seen('collation'), NULL, 'the advice for the index puts it right');

SELECT is(pg_temp.seen('version'), NULL, 'the extension is of the library''s version');
UPDATE pg_extension SET extversion = '0.1' WHERE extname = 'motcua';
SELECT is((SELECT advice FROM motcua.attention WHERE topic = 'version'),
          'ALTER EXTENSION motcua UPDATE', 'a forgotten update is listed');
SELECT * FROM finish();
ROLLBACK;
