-- Test the grammar of moments as text against PostgreSQL's own readers: random texts of every form
-- that is read, and texts near them that are refused. Test the binary form and the casts.
\ir ../setup.psql
SELECT plan(29);
SELECT setseed(0.20260302);

-- ---- texts of each form, written by the oracle ----

-- The days and times are random, many at the ends of months, years and days.
CREATE TEMP TABLE sample AS
SELECT i, day, day + hour AS wall, zone_minutes, offset_text
FROM (SELECT i,
             CASE i % 4 WHEN 0 THEN date '0001-01-01' + floor(random() * 3652059)::int
                        WHEN 1 THEN date '2000-01-01' + floor(random() * 36525)::int
                        WHEN 2 THEN (date '1904-03-01' - interval '1 day'
                                     + floor(random() * 400)::int * interval '1 year')::date
                        ELSE date '2026-03-02' END AS day,
             (ARRAY[time '00:00', '23:59:59.999999', '07:00', '06:59:59.999999', '16:59:59.999999',
                    '17:00'])[1 + i / 4 % 12] AS edge, random() AS fraction,
             15 * floor(random() * 121 - 60)::int AS zone_minutes
      FROM generate_series(1, 4000) AS i) AS x,
     LATERAL (SELECT coalesce(edge, time '00:00' + fraction * interval '86399.999 s') AS hour,
                     to_char(make_interval(mins => abs(zone_minutes)), 'HH24:MI') AS clock) AS h,
     LATERAL (SELECT CASE WHEN zone_minutes < 0 THEN '-' ELSE '+' END || clock AS offset_text) AS o
WHERE zone_minutes BETWEEN -720 AND 840;

-- A form has a text and its reader: a day, a wall time, or an instant.
CREATE TEMP TABLE form (name text, written text, reader text);
INSERT INTO form VALUES
    ('ISO day', $$to_char(day, 'YYYY-MM-DD')$$, 'day'),
    ('ISO day with an offset', $$to_char(day, 'YYYY-MM-DD') || ' ' || offset_text$$, 'day'),
    ('ISO day with hours of an offset behind', $$to_char(day, 'YYYY-MM-DD') || '+07'$$, 'day'),
    ('Vietnamese day', $$to_char(day, 'DD/MM/YYYY')$$, 'day'),
    ('Vietnamese day without zeros', $$to_char(day, 'FMDD/FMMM/') || to_char(day, 'YYYY')$$, 'day'),
    ('Vietnamese day with hyphens', $$to_char(day, 'DD-MM-YYYY')$$, 'day'),
    ('ISO minute', $$to_char(wall, 'YYYY-MM-DD HH24:MI')$$, 'wall'),
    ('ISO second', $$to_char(wall, 'YYYY-MM-DD HH24:MI:SS')$$, 'wall'),
    ('ISO microsecond', $$to_char(wall, 'YYYY-MM-DD HH24:MI:SS.US')$$, 'wall'),
    ('ISO millisecond', $$to_char(wall, 'YYYY-MM-DD"T"HH24:MI:SS.MS')$$, 'wall'),
    ('ISO with T', $$to_char(wall, 'YYYY-MM-DD"T"HH24:MI:SS.US')$$, 'wall'),
    ('Vietnamese minute', $$to_char(wall, 'DD/MM/YYYY HH24:MI')$$, 'wall'),
    ('Vietnamese second', $$to_char(wall, 'DD/MM/YYYY HH24:MI:SS')$$, 'wall'),
    ('blanks around', $$E' \t' || to_char(wall, 'YYYY-MM-DD HH24:MI:SS') || E'\n '$$, 'wall'),
    ('instant', $$to_char(wall, 'YYYY-MM-DD HH24:MI:SS.US') || offset_text$$, 'instant'),
    ('instant with T', $$to_char(wall, 'YYYY-MM-DD"T"HH24:MI:SS') || offset_text$$, 'instant'),
    ('instant with a blank',
     $$to_char(wall, 'YYYY-MM-DD HH24:MI') || ' ' || offset_text$$, 'instant'),
    ('instant without a colon',
     $$to_char(wall, 'YYYY-MM-DD HH24:MI:SS') || replace(offset_text, ':', '')$$, 'instant'),
    ('instant in whole hours',
     $$to_char(wall, 'YYYY-MM-DD HH24:MI:SS') || substr(offset_text, 1, 3)$$, 'instant'),
    ('instant in UTC', $$to_char(wall, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')$$, 'instant');

-- Return what PostgreSQL makes of a text in a session that reads it as it is meant.
CREATE FUNCTION pg_temp.oracle(written text, reader text) RETURNS text
LANGUAGE plpgsql SET datestyle = 'ISO, DMY' SET timezone = 'UTC' AS $$
BEGIN
    RETURN CASE reader WHEN 'day' THEN (written::date)::text
                       WHEN 'wall' THEN 'at ' || (written::timestamp)::text
                       ELSE 'at ' || (written::timestamptz AT TIME ZONE interval '7 hours') END;
END $$;
-- Return what the extension makes of a text, written as the oracle writes it.
CREATE FUNCTION pg_temp.ours(written text) RETURNS text
LANGUAGE plpgsql SET datestyle = 'ISO, MDY' SET timezone = 'America/New_York' AS $$
DECLARE m text := written::motcua.moment;
BEGIN
    RETURN CASE WHEN m LIKE '%:%' THEN 'at ' || motcua.try_moment(written)
                ELSE motcua.try_date(written)::text END;
END $$;
CREATE FUNCTION pg_temp.differences(form text, written text, reader text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE format($q$
        SELECT concat_ws('; ', CASE WHEN count(*) < 3000 THEN 'few' END,
                         (array_agg(w) FILTER (WHERE pg_temp.ours(w)
                             IS DISTINCT FROM pg_temp.oracle(w, %2$L)))[1])
        FROM (SELECT %1$s AS w FROM sample) AS x$q$, written, reader) INTO answer;
    RETURN answer;
END $$;
SELECT is(pg_temp.differences(name, written, reader), '',
          format('%s is read as PostgreSQL reads it', name))
FROM form;

-- ---- texts near those forms ----

-- True if the grammar, written here as one regular expression, has the text and its day exists.
CREATE FUNCTION pg_temp.is_listed(written text) RETURNS boolean
LANGUAGE plpgsql SET datestyle = 'ISO, DMY' SET timezone = 'UTC' AS $$
DECLARE
    bare text := btrim(written, E' \t\n\r\f\v');
    hour text := '([01]\d|2[0-3]):[0-5]\d(:[0-5]\d';
    shift text := '( ?(Z|z|[-+](0\d|1[0-5])(:?[0-5]\d)?))?';
BEGIN
    IF lower(bare) IN ('infinity', '-infinity') THEN
        RETURN true;
    END IF;
    IF bare !~ ('^(?!0000)\d{4}-\d\d-\d\d([Tt ]' || hour || '(\.\d{1,6})?)?)?' || shift || '$')
       AND bare !~ ('^\d{1,2}([-/])\d{1,2}\1(?!0000)\d{4}( ' || hour || ')?)?$') THEN
        RETURN false;
    END IF;
    PERFORM (CASE WHEN bare ~ '^\d{4}' THEN left(bare, 10) ELSE split_part(bare, ' ', 1) END)::date;
    RETURN true;
EXCEPTION WHEN OTHERS THEN
    RETURN false;
END $$;
CREATE FUNCTION pg_temp.is_read(written text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    RETURN written::motcua.moment IS NOT NULL;
EXCEPTION WHEN invalid_datetime_format OR datetime_field_overflow THEN
    RETURN false;
END $$;
SELECT is((SELECT count(*) FROM sample
           WHERE NOT pg_temp.is_listed(to_char(wall, 'DD/MM/YYYY HH24:MI'))
             OR NOT pg_temp.is_listed(to_char(wall, 'YYYY-MM-DD HH24:MI:SS') || offset_text)),
          0::bigint, 'the expression has every text that is read');

-- Return the first texts that pg_input_is_valid and the cast judge differently.
CREATE FUNCTION pg_temp.differing_validity() RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE $q$SELECT string_agg(w, ' | ') FROM (SELECT w FROM judged
        WHERE pg_input_is_valid(w, 'motcua.moment') <> is_read LIMIT 9) AS x$q$ INTO answer;
    RETURN answer;
END $$;

-- Return the text with one or two changes: a sign removed, added or exchanged, or the end cut off.
CREATE FUNCTION pg_temp.changed(written text) RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT CASE floor(random() * 4)::int
               WHEN 0 THEN left(written, at - 1) || substr(written, at + 1)
               WHEN 1 THEN left(written, at - 1) || sign || substr(written, at)
               WHEN 2 THEN left(written, at - 1) || sign || substr(written, at + 1)
               ELSE left(written, at) END
    FROM (SELECT 1 + floor(random() * length(written))::int AS at,
                 substr('00112345689-/:. +TZtz,x9', 1 + floor(random() * 24)::int, 1) AS sign) AS x
$$;
CREATE TEMP TABLE near AS
SELECT DISTINCT CASE WHEN random() < 0.5 THEN w ELSE pg_temp.changed(w) END AS w
FROM (SELECT pg_temp.changed(w) AS w
      FROM sample, LATERAL (VALUES
          (to_char(day, 'YYYY-MM-DD')), (to_char(day, 'DD/MM/YYYY')),
          (to_char(day, 'FMDD-FMMM-YYYY')),
          (to_char(wall, 'YYYY-MM-DD HH24:MI')), (to_char(wall, 'DD/MM/YYYY HH24:MI:SS')),
          (to_char(wall, 'YYYY-MM-DD"T"HH24:MI:SS.US') || offset_text),
          (to_char(wall, 'YYYY-MM-DD HH24:MI') || ' ' || offset_text)) AS v (w)
      WHERE i <= 2000) AS x;
CREATE TEMP TABLE judged AS
SELECT w, pg_temp.is_listed(w) AS is_listed, pg_temp.is_read(w) AS is_read,
       motcua.try_date(w) IS NOT NULL AS is_day, motcua.try_moment(w) IS NOT NULL AS is_moment,
       motcua.date_problem(w) IS NULL AS is_sound FROM near;
SELECT cmp_ok((SELECT count(*) FROM judged WHERE NOT is_read), '>', 5000::bigint,
              'thousands of the changed texts are refused');
SELECT cmp_ok((SELECT count(*) FROM judged WHERE is_read), '>', 500::bigint,
              'hundreds of the changed texts are read');
SELECT is((SELECT string_agg(w, ' | ')
           FROM (SELECT w FROM judged WHERE is_read <> is_listed LIMIT 9) AS x),
          NULL, 'a text is read if and only if the grammar has it');
SELECT is((SELECT string_agg(w, ' | ') FROM judged
           WHERE (is_day, is_moment, is_sound) <> (is_read, is_read, is_read)), NULL,
          'try_date, try_moment and date_problem agree on each text');

SELECT CASE WHEN pg_version_num() < 160000 THEN skip('soft errors came with PostgreSQL 16', 1)
            ELSE is(pg_temp.differing_validity(),
                    NULL, 'input raises no error where it must not') END
FROM (SELECT true) AS once;

-- ---- text and binary form go out and back in ----
CREATE TEMP TABLE value AS
SELECT day::motcua.moment AS m FROM sample UNION ALL SELECT wall::motcua.moment FROM sample
UNION ALL SELECT unnest('{infinity,-infinity,+5874897-12-31,-4713-11-24,-4713-11-24 00:00:00,'
                        '+294277-01-01 06:59:59.999999}'::motcua.moment[]);
SELECT is((SELECT count(*) FROM value
           WHERE m::text::motcua.moment OPERATOR(motcua_internal.=) m IS NOT TRUE
              OR motcua.moment_hash(m::text::motcua.moment) <> motcua.moment_hash(m)),
          0::bigint, 'the text form is read as the same moment');
CREATE TEMP TABLE received (LIKE value);
\copy value to 'build/moment.bin' (format binary)
\copy received from 'build/moment.bin' (format binary)
SELECT is((SELECT string_agg(m::text, ' ') FROM (TABLE value EXCEPT ALL TABLE received) AS x), NULL,
          'the binary form is read as the same moment');

-- ---- casts, from the catalog ----
SELECT results_eq(
    $$SELECT format_type(c.castsource, NULL), c.castcontext::text, c.castmethod::text,
             coalesce(concat(p.provolatile, p.proisstrict, p.proparallel), '')
      FROM pg_cast AS c LEFT JOIN pg_proc AS p ON p.oid = c.castfunc
      WHERE c.casttarget = 'motcua.moment'::regtype ORDER BY 1$$,
    $$VALUES ('character', 'i', 'f', 'its'), ('character varying', 'i', 'f', 'its'),
             ('date', 'i', 'f', 'its'), ('text', 'i', 'f', 'its'),
             ('timestamp with time zone', 'i', 'f', 'its'),
             ('timestamp without time zone', 'i', 'b', '')$$,
    'six types become moments, implicitly and immutably, a timestamp without a call');

SELECT * FROM finish();
ROLLBACK;
