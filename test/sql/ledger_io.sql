-- Test the text form of ledger, and what it refuses.
SET search_path = public, motcua;
\pset format unaligned
SELECT '{"days": []}'::ledger;
SELECT '{}'::ledger;
SELECT '{"days": [{"day": "2020-01-02", "late": 1, "early": 0}, '
       '{"new_online": -2, "day": "2020-01-01"}, {"day": "2020-01-03", "early": 0}]}'::ledger;
SELECT '{"due_changes": [{"day": "2020-01-09", "due": "2020-01-02", "missed": -1}, '
       '{"day": "2020-01-08", "due": "2020-01-07", "met": 3, "missed": 0}, '
       '{"day": "2020-01-08", "due": "2020-01-06"}], "days": []}'::ledger;
SELECT ledger(date '2020-01-01', date '2020-01-03', date '2020-01-05');
SELECT ledger(date '2020-01-01', date '2020-01-03', date '2020-01-20', true, 'refused', 'day',
              date '2020-01-10');
SELECT ledger(date '2020-01-02', date '2020-01-03', date '2020-01-01');
SELECT * FROM ledger_days('{"days": [{"day": "2020-01-02", "late": 1, "invalid": 2}]}');
SELECT *
FROM ledger_due_changes('{"due_changes": [{"day": "2020-01-09", "due": "2020-01-02", '
                        '"missed": -1}]}');
SELECT '{"days": [{"day": "2020-01-02"}, {"day": "2020-01-02"}]}'::ledger;
SELECT '{"days": [{"late": 1}]}'::ledger;
SELECT '{"days": [{"day": "2020-02-30", "late": 1}]}'::ledger;
SELECT '{"days": [{"day": "2020-02-03", "late": 1.5}]}'::ledger;
SELECT '{"days": [{"day": "2020-02-03", "lates": 1}]}'::ledger;
SELECT '{"days": [7]}'::ledger;
SELECT '{"days": {"day": "2020-02-03"}}'::ledger;
SELECT '{"days": 7}'::ledger;
SELECT '{"due_changes": [{"day": "2020-01-02", "due": "2020-01-02", "met": 1}]}'::ledger;
SELECT '{"due_changes": [{"day": "2020-01-02", "met": 1}]}'::ledger;
SELECT '{"due_changes": [{"day": "2020-01-03", "due": "2020-01-02", "kept": 1}]}'::ledger;
SELECT '{"due_changes": [{"day": "2020-01-03", "due": "2020-01-02", "met": 1}, '
       '{"day": "2020-01-03", "due": "2020-01-02", "missed": 1}]}'::ledger;
SELECT '{"months": []}'::ledger;
SELECT '[]'::ledger;
SELECT ''::ledger;
