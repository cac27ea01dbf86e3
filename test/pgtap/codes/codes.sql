-- Test the codes of agencies, dossiers and procedures: forms, errors, order, ancestors,
-- conversions, names, binary form, dirty data.
\ir ../setup.psql
SELECT plan(80);
SET LOCAL search_path = public, motcua;

-- ---- every form that is in use ----
SELECT is(code::agency_code::text, code, format('agency %s', code))
FROM unnest(ARRAY['000.00.00.H49', '000.17.22.H56', 'H44.103', 'H56.14', 'H21.65', 'H56.14.103',
                  'G01', '000.00.00.G05', '001.00.10.H47']) AS code;
SELECT is(code::dossier_code::text, code, format('dossier %s', code))
FROM unnest(ARRAY['000.00.06.H56-231027-0361', '000.17.22.H56-210531-0001',
                  '000.00.53.H48-220921-0099', 'H56.14-240823-0001', 'H21.65-220914-0011',
                  'H21.65-220914-54321']) AS code;
SELECT is(code::procedure_code::text, code, format('procedure %s', code))
FROM unnest(ARRAY['1.000894', '2.000908', '3.000181', '1.000494.000.00.00.H29']) AS code;

-- ---- refusals: SQLSTATE, message, position ----
CREATE FUNCTION pg_temp.refusal(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE state text; detail text; hint text;
BEGIN
    EXECUTE query;
    RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, detail = PG_EXCEPTION_DETAIL,
    hint = PG_EXCEPTION_HINT;
    RETURN state || ' ' || detail
    || CASE WHEN hint ~ '".*" or like ".*"' THEN '' ELSE ' hint: ' || hint END;
END $$;
SELECT is(pg_temp.refusal(format('SELECT %L::motcua.%I', code, kind)),
          expected, format('%s is no %s', code, kind))
FROM (VALUES
    ('H44.1', 'agency_code', '22P02 The part "1" at position 5 does not have two or three digits.'),
    ('H44.1030', 'agency_code',
     '22P02 The part "1030" at position 5 does not have two or three digits.'),
    ('44.103', 'agency_code', '22P02 The character "." at position 3 should be a digit.'),
    ('H56.14.01.01.01.01.01', 'agency_code',
     '22P02 The part at position 20 is one too many: an agency has at most 6 levels.'),
    ('000.17.22.H56.01', 'agency_code',
     '22P02 The code should end before the character "." at position 14.'),
    ('Đ56', 'agency_code', '22P02 The character "Đ" at position 1 should be a letter or a digit.'),
    ('H56-241301-0001', 'dossier_code', '22008 The month "13" at position 7 is not 01 to 12.'),
    ('000.17.22.H56-210631-0001', 'dossier_code',
     '22008 The day "31" at position 19 is not 01 to 30.'),
    ('H56-000230-0001', 'dossier_code', '22008 The day "30" at position 9 is not 01 to 29.'),
    ('H56-240823-123', 'dossier_code',
     '22P02 The number "123" at position 12 does not have four to six digits.'),
    ('H56 - 240823 - 0001', 'dossier_code',
     '22P02 The character " " at position 4 should be a hyphen.'),
    ('1.00089',
     'procedure_code',
     '22P02 The text ends at position 8, where a digit should be. hint: A code of a procedure '
     'looks like "1.000894", or like "1.000494.000.00.00.H29" when it is one agency''s '
     'own.')) AS v (code, kind, expected);

-- ---- random agencies: oracles by text ----
-- Return a random code of few different digits, so that many pairs are related. A third of the
-- codes is in the old form.
CREATE FUNCTION pg_temp.random_agency(seed text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE WHEN n[1] % 3 = 0
                     THEN format('%s.%s.%s.H%s', (ARRAY['000', '000', '013', '103'])[1 + n[2] % 4],
                                 (ARRAY['00', '00', '01', '13'])[1 + n[3] % 4],
                                 (ARRAY['00', '13', '01', '13'])[1 + n[4] % 4], 44 + n[5] % 2)
                ELSE 'H' || 44 + n[5] % 2
                     || (SELECT coalesce(string_agg('.'
                                                    || (ARRAY['01', '13', '13', '00', '013', '103',
                                                              '130'])[1 + n[6 + k] % 7],
                                                    '' ORDER BY k),
                                         '')
                         FROM generate_series(1, n[2] % 5) AS k) END
    FROM (SELECT array_agg(get_byte(decode(md5(seed), 'hex'), k) ORDER BY k) AS n
          FROM generate_series(0, 15) AS k) AS x
$$;
-- Return the parts of a code from the root down, by splitting its text.
CREATE FUNCTION pg_temp.parts(code text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE p text[] := string_to_array(code, '.');
BEGIN
    IF code ~ '^\d' THEN
        p := ARRAY[p[4], p[3], p[2], p[1]];
        WHILE p[array_length(p, 1)] ~ '^0+$' LOOP p := p[:array_length(p, 1) - 1]; END LOOP;
    END IF;
    RETURN p;
END $$;
CREATE FUNCTION pg_temp.is_within(code text, above text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE c text[] := pg_temp.parts(code); a text[] := pg_temp.parts(above);
BEGIN
    RETURN cardinality(a) <= cardinality(c) AND c[:cardinality(a)] = a;
END $$;
-- Return a text whose byte order is the order that the codes should have.
CREATE FUNCTION pg_temp.sort_text(code text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(CASE WHEN i = 1 THEN p ELSE '~' || lpad(p, 3, '0') || length(p) END,
                      '' ORDER BY i)
           || CASE WHEN code ~ '^\d' THEN '#' ELSE '!' END
    FROM unnest(pg_temp.parts(code)) WITH ORDINALITY AS u (p, i)
$$;
CREATE TEMP TABLE pair AS
SELECT i, pg_temp.random_agency('a' || i) AS a, pg_temp.random_agency('b' || i) AS b
FROM generate_series(1, 20000) AS i;
SELECT cmp_ok((SELECT count(*) FROM pair WHERE pg_temp.is_within(a, b)),
              '>', 500::bigint, 'many random pairs are related');
SELECT is((SELECT count(*) FROM pair WHERE a::agency_code::text <> a),
          0::bigint, 'random codes come back the same');
SELECT is((SELECT count(*)
           FROM pair
           WHERE (a::agency_code <@ b::agency_code) <> pg_temp.is_within(a, b)),
          0::bigint, '<@ is membership by parts');
SELECT is((SELECT count(*)
           FROM pair
           WHERE (a::agency_code @> b::agency_code) <> pg_temp.is_within(b, a)),
          0::bigint, '@> is the reverse of <@');
SELECT is((SELECT count(*)
           FROM pair
           WHERE within_agency(code => a::agency_code,
                               agency => b::agency_code) <> pg_temp.is_within(a, b)
              OR contains_agency(agency => a::agency_code,
                                 code => b::agency_code) <> pg_temp.is_within(b, a)),
          0::bigint, 'the functions agree with their operators');
SELECT is((SELECT count(*)
           FROM pair
           WHERE agency_code_cmp(a::agency_code, b::agency_code) <> CASE
               WHEN pg_temp.sort_text(a) COLLATE "C" < pg_temp.sort_text(b) COLLATE "C" THEN -1
               WHEN a = b THEN 0
               ELSE 1 END),
          0::bigint, 'the order is that of the parts as numbers');
SELECT is((SELECT count(*)
           FROM pair
           WHERE pg_temp.is_within(a, b) <> (a::agency_code BETWEEN to_h_form(
                                                 b::agency_code) AND last_within(b::agency_code))),
          0::bigint, 'the agencies below an agency are a range');
SELECT is((SELECT count(*)
           FROM pair
           WHERE pg_temp.is_within(b, a) <> (a::agency_code = ANY (codes_above(b::agency_code)))),
          0::bigint, 'the agencies above an agency are a list');
SELECT is((SELECT count(*) FROM pair WHERE level(a::agency_code) <> cardinality(pg_temp.parts(a))),
          0::bigint, 'level counts parts');
SELECT is((SELECT count(*)
           FROM pair
           WHERE to_h_form(a::agency_code)::text <> array_to_string(pg_temp.parts(a), '.')),
          0::bigint, 'the new form is made of the parts');
SELECT is((SELECT count(*) FROM pair WHERE province(a::agency_code)::text <> (pg_temp.parts(a))[1]),
          0::bigint, 'the province is the first part');
SELECT is((SELECT count(*)
           FROM pair
           WHERE (parent(a::agency_code) IS NULL) <> (cardinality(pg_temp.parts(a)) = 1)
              OR NOT parent(a::agency_code) @> a::agency_code
              OR level(parent(a::agency_code)) >= level(a::agency_code)
              OR (parent(a::agency_code)::text ~ '^\d') <> (a ~ '^\d')
              OR to_h_form(parent(a::agency_code)) <> parent(to_h_form(a::agency_code))),
          0::bigint, 'a parent lies above in the same form, and the form does not matter to <@');

-- ---- by hand ----
SELECT is((SELECT string_agg(c::text, ' ' ORDER BY c)
           FROM unnest('{H44.129,H44.13,H44.103,H44,000.00.13.H44,H44.13.01,H44.9,'
                       'H45}'::text[]) AS t,
                LATERAL (SELECT try_agency_code(t)) AS x (c)),
          'H44 H44.13 000.00.13.H44 H44.13.01 H44.103 H44.129 H45',
          'numbers sort as numbers, an agency before what is below it');
SELECT ok('H44.13.103'::agency_code <@ 'H44.13'
          AND NOT 'H44.130'::agency_code <@ 'H44.13'
          AND NOT 'H44.103'::agency_code <@ 'H44.10'
          AND NOT 'H44'::agency_code <@ 'H44.13'
          AND 'H44'::agency_code <@ 'H44',
          'a part matches as a whole or not at all');
SELECT ok('000.17.22.H56'::agency_code <@ 'H56.22'
          AND 'H56.22.17'::agency_code <@ '000.00.22.H56'
          AND '000.17.22.H56'::agency_code <@ 'H56.22.17'
          AND '000.17.22.H56'::agency_code <> 'H56.22.17',
          '<@ compares agencies and not their forms');
SELECT is(ARRAY[to_h_form('000.00.06.H56'), to_h_form('003.17.22.H56'), to_h_form('000.00.00.H49'),
                to_h_form('H56.14')]::text[],
          '{H56.06,H56.22.17.003,H49,H56.14}', 'old codes have their new forms');
SELECT is(ARRAY[to_h_form('000.14.00.H56'), to_h_form('001.00.10.H47')]::text[],
          '{H56.00.14,H47.10.00.001}',
          'a zero above a part stays: dropping it would name another agency');
SELECT is((SELECT count(*) - count(DISTINCT to_h_form(c))
           FROM (SELECT format('%s.%s.%s.H56', lpad(v::text, 3, '0'), lpad(z::text, 2, '0'),
                               lpad(y::text, 2, '0'))::agency_code AS c
                 FROM generate_series(0, 20) AS v,
                      generate_series(0, 20) AS z,
                      generate_series(0, 20) AS y) AS x),
          0::bigint, 'no two old codes share a new form');
SELECT is((SELECT array_agg(p::text)
           FROM unnest(ARRAY[parent('000.17.22.H56'), parent('000.14.00.H56'), parent('H56.14.103'),
                             parent('H56.00.14'), parent('H56')]) AS p),
          '{000.00.22.H56,000.00.00.H56,H56.14,H56,NULL}',
          'parents');

-- ---- names ----
SELECT is((SELECT count(DISTINCT province_name(c, as_of))::int
           FROM (SELECT ('H' || lpad(i::text, 2, '0'))::agency_code AS c
                 FROM generate_series(1, 63) AS i) AS x),
          n, format('%s provinces on %s', n, as_of))
FROM (VALUES (date '2025-06-30', 63),
             ('2025-07-01', 34),
             (NULL, 34),
             ('infinity', 34),
             ('-infinity', 63),
             ('1975-01-01', 63)) AS v (as_of, n);
SELECT is(ARRAY[province_name('H02.14', '2025-06-30'), province_name('H02.14', '2025-07-01'),
                province_name('000.17.22.H39'), province_name('H57', '2024-12-31'),
                province_name('H57', as_of => '2025-01-01'), province_name('H29.01')],
          ARRAY['Bắc Giang', 'Bắc Ninh', 'Tây Ninh', 'Thừa Thiên Huế', 'Huế', 'TP. Hồ Chí Minh'],
          'province_name gives the name of that day');
SELECT is(ARRAY[province_name('G09'), province_name('G04', '2025-02-28'), province_name('G04'),
                province_name('H64'), province_name('A01.13')],
          ARRAY['Bộ Nội vụ', 'Bộ Giao thông vận tải', 'Bộ Xây dựng', NULL, NULL],
          'province_name knows ministries, and gives NULL for unknown codes');

-- ---- parts of dossier and procedure codes ----
SELECT is(ROW(agency_of(c), received_on(c), sequence(c))::text, expected, format('parts of %s', c))
FROM (VALUES
    ('000.17.22.H56-210531-0001'::dossier_code, '(000.17.22.H56,2021-05-31,1)'),
    ('H56.14-240229-123456', '(H56.14,2024-02-29,123456)'),
    ('H56-991231-00012', '(H56,2099-12-31,12)')) AS v (c, expected);
SELECT is((SELECT string_agg(c::text, ' ' ORDER BY c)
           FROM unnest('{H44.13-240102-0001,H44.13-240101-9999,H44.13-240101-10000,'
                       'H44.103-200101-0001,H44.13-240101-00012,'
                       'H44.13-240101-0012}'::dossier_code[]) AS c),
          'H44.13-240101-0012 H44.13-240101-00012 H44.13-240101-9999 H44.13-240101-10000 '
          'H44.13-240102-0001 H44.103-200101-0001',
          'dossier codes are ordered by agency, day and number');
SELECT is((SELECT count(*)
           FROM generate_series(timestamp '2000-01-01', '2099-12-31', '1 day') AS d
           WHERE received_on(('H56-' || to_char(d, 'YYMMDD') || '-0001')::dossier_code) <> d::date),
          0::bigint, 'a code can hold every day of the century');
SELECT is(ROW(agency_of('1.000494.000.00.00.H29'::procedure_code),
              national_code('1.000494.000.00.00.H29'), agency_of('1.000894'::procedure_code),
              national_code('1.000894'))::text,
          '(000.00.00.H29,1.000494,,1.000894)',
          'the parts of procedure codes are right');

-- ---- equality and hash, in plans of each kind ----
CREATE TEMP TABLE code AS
SELECT i, a::agency_code AS agency,
       (a || '-240823-' || lpad((i % 50)::text, 4 + i % 3, '0'))::dossier_code AS dossier,
       ('1.' || lpad((i % 300)::text, 6, '0')
        || CASE WHEN a ~ '^\d' THEN '.' || a ELSE '' END)::procedure_code AS procedure
FROM pair;
SELECT is((SELECT count(DISTINCT agency) || ' ' || count(DISTINCT dossier) || ' '
                  || count(DISTINCT procedure)
           FROM code),
          (SELECT count(DISTINCT agency::text) || ' ' || count(DISTINCT dossier::text) || ' '
                  || count(DISTINCT procedure::text)
           FROM code),
          'DISTINCT counts spellings');
CREATE FUNCTION pg_temp.join_count(method text, kind text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
    PERFORM set_config('enable_' || m, (m = method)::text, true) FROM unnest(
        '{hashjoin,mergejoin,nestloop}'::text[]) AS m;
    EXECUTE format('SELECT count(*) FROM code AS x JOIN (SELECT %1$I FROM '
                   'code GROUP BY %1$I) AS y USING (%1$I)',
                   kind) INTO n;
    RETURN n;
END $$;
SELECT is(pg_temp.join_count(method, kind), 20000::bigint, format('%s of %s', method, kind))
FROM unnest('{hashjoin,mergejoin}'::text[]) AS method,
     unnest('{agency,dossier,procedure}'::text[]) AS kind;
RESET enable_hashjoin;
RESET enable_mergejoin;
RESET enable_nestloop;
SELECT is((SELECT count(*)
           FROM code
           WHERE agency_code_hash(agency) <> agency_code_hash_extended(agency, 0)::bit(32)::int),
          0::bigint, 'the extended hash with seed 0 is the hash');

-- ---- binary form ----
CREATE TEMP TABLE received_code AS SELECT * FROM code LIMIT 0;
\copy code to 'build/codes.bin' (format binary)
\copy received_code from 'build/codes.bin' (format binary)
SELECT is((SELECT count(*)
           FROM code AS c JOIN received_code AS r USING (i)
           WHERE (c.agency::text, c.dossier::text,
                  c.procedure::text) = (r.agency::text, r.dossier::text, r.procedure::text)
             AND c = r),
          20000::bigint, 'the binary form is read as the same value');
SELECT is((SELECT max(pg_column_size(agency)) || ' ' || max(pg_column_size(dossier)) || ' '
                  || max(pg_column_size(procedure))
           FROM code),
          '12 17 13', 'codes of up to five levels have their stored sizes');
SELECT is((SELECT pg_column_size(agency) || ' ' || pg_column_size(dossier)
           FROM (SELECT agency, dossier FROM code WHERE agency = 'H44.13' LIMIT 1) AS x),
          '6 11', 'the common forms have their stored sizes');

-- ---- dirty data ----
SELECT is((SELECT count(*)
           FROM unnest(ARRAY['00352112000539', '', ' ', 'H56', 'H56.14', 'x', 'H56.14-240823',
                             'H56.14-241323-0001', repeat('9', 100000), 'H56.14-240823-0001;',
                             '000.17.22-H56-210531-0001', E'H56.14-240823-0001\n\nx']) AS t
           WHERE try_dossier_code(t) IS NOT NULL OR is_dossier_code(t)),
          0::bigint, 'a text that is no code gives NULL and no error');
SELECT is((SELECT string_agg(try_dossier_code(t)::text, ' ')
           FROM unnest(ARRAY[' H56.14-240823-0001', E'h56.14-240823-0001\r\n',
                             E'\u00a0H56.14-240823-0001\u00a0']) AS t),
          'H56.14-240823-0001 H56.14-240823-0001 H56.14-240823-0001',
          'white space and small letters are put right');
SELECT is((SELECT count(*)
           FROM (SELECT unnest(ARRAY[a, a || '-240823-0001', '1.000494.' || a, substr(a, 2),
                                     a || '.', lower(a)]) AS t
                 FROM pair LIMIT 3000) AS x
           WHERE is_agency_code(t) <> (pg_temp.refusal(format('SELECT %L::motcua.agency_code',
                                                              t)) = 'accepted')
              OR is_dossier_code(t) <> (pg_temp.refusal(format('SELECT %L::motcua.dossier_code',
                                                               t)) = 'accepted')
              OR is_procedure_code(t) <> (pg_temp.refusal(format('SELECT %L::motcua.procedure_code',
                                                                 t)) = 'accepted')),
          0::bigint, 'the is_ functions are true where the cast succeeds');
SELECT is((SELECT count(*)
           FROM unnest(ARRAY[NULL]::text[]) AS t
           WHERE is_agency_code(t) IS NULL
             AND try_agency_code(t) IS NULL
             AND try_procedure_code(t) IS NULL),
          1::bigint, 'NULL stays NULL');


-- From version 16 on input errors can be soft.
CREATE FUNCTION pg_temp.hard_errors() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint := 0;
BEGIN
    IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE $q$SELECT count(*)
                   FROM (VALUES ('H56.1', 'agency_code'),
                                ('H56-241323-0001', 'dossier_code'),
                                ('1000894', 'procedure_code')) AS v (code, kind)
                   WHERE pg_input_is_valid(code, 'motcua.' || kind)$q$ INTO n;
    END IF;
    RETURN n;
END $$;
SELECT is(pg_temp.hard_errors(),
          0::bigint, 'pg_input_is_valid is false without an error, where PostgreSQL has it');

SELECT * FROM finish();
ROLLBACK;
