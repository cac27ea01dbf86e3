-- Test the text form of tally.
\pset format unaligned
SET search_path = public, motcua;
SELECT '{}'::tally;
SELECT '{"period": "[2020-01-01,2021-01-01)", "new_online": 5, "late": 2}'::tally;
SELECT '  {"late": 9223372036854775807, "period": "[2020-01-01,2020-12-31]"}'::tally;
SELECT '{"late": -1}'::tally = '{"late": -1, "early": 0}'::tally AS missing_keys_are_0;
SELECT period('{}'), period('{"period": "(2019-12-31,2020-01-31]"}');

-- These texts are refused, because nothing is guessed.
SELECT 'vn'::tally;
SELECT ''::tally;
SELECT '[1, 2]'::tally;
SELECT '{"tardy": 1}'::tally;
SELECT '{"late": "1"}'::tally;
SELECT '{"late": 1.5}'::tally;
SELECT '{"late": null}'::tally;
SELECT '{"late": 9223372036854775808}'::tally;
SELECT '{"late": {"n": 1}}'::tally;
SELECT '{"period": "2020"}'::tally;
SELECT '{"period": "[2020-02-30,2021-01-01)"}'::tally;
SELECT '{"period": "[2021-01-01,2020-01-01)"}'::tally;
SELECT '{"period": 2020}'::tally;
SELECT '\x00'::bytea::text::tally;

-- A tally is converted to jsonb and back.
SELECT '{"late": 3}'::tally::jsonb ->> 'late' AS late,
       ('{"late": 4}'::jsonb)::tally = '{"late": 4}' AS same;

-- Each counter has a column.
SELECT (columns('{"new_online": 1, "new_direct": 2, "carried": 3, "invalid": 4}')).*;

-- Arithmetic needs one period, and refuses results beyond 64 bits.
SELECT '{"late": 3}'::tally + '{"late": 4, "early": 1}' AS sum,
       '{"late": 3}'::tally - '{"late": 4}' AS difference;
SELECT '{"late": 9223372036854775807}'::tally + '{"late": 1}';
SELECT '{"period": "[2020-01-01,2020-02-01)"}'::tally + '{"period": "[2020-02-01,2020-03-01)"}';
SELECT '{"period": "[2020-01-01,2020-02-01)"}'::tally + '{}';

-- Equal tallies have one place in the order, and one hash.
SELECT DISTINCT t
FROM (VALUES ('{"late": 1}'::tally), ('{"late": 1}'), ('{"late": 2}')) AS v (t)
ORDER BY t;
