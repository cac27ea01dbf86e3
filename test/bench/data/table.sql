-- bench.make_table(relation, rows) makes a table as offices have it, with timestamps, 160 units and
-- 15 months. bench.form_by_hand(relation, first day, day after the last) is form II.06a of a period
-- by plain SQL.
CREATE PROCEDURE bench.make_table(relation text, how_many bigint) LANGUAGE plpgsql AS $make$
BEGIN
    EXECUTE format($$
        CREATE TABLE %s AS
        SELECT i AS id, format('H57.%%s', 100 + (i * 7919) %% 160) AS unit, r AS received,
               r + (3 + (i * 31) %% 20) * interval '1 day' AS due,
               CASE WHEN (i * 17) %% 40 > 0
                         THEN r + ((i * 13) %% 26) * interval '1 day' END AS ended,
               (i * 11) %% 3 = 0 AS online
        FROM (SELECT i,
                     timestamp '2025-01-01 08:00' + (
                         (i * 104729) %% 630720) * interval '1 minute' AS r
              FROM generate_series(1, %s::bigint) AS i) AS x
    $$, relation, how_many);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN unit SET NOT NULL', relation);
END $make$;

CREATE FUNCTION bench.form_by_hand(relation text, since date, until date) RETURNS text LANGUAGE sql
RETURN format($$
    SELECT
        unit,
        count(*) FILTER (WHERE received >= %2$L AND received < %3$L AND online) AS received_online,
        count(*) FILTER (WHERE received >= %2$L
                           AND received < %3$L
                           AND NOT online) AS received_direct,
        count(*) FILTER (WHERE received < %2$L AND (ended IS NULL OR ended >= %2$L)) AS carried,
        count(*) FILTER (WHERE ended >= %2$L AND ended < %3$L AND ended::date < due::date) AS early,
        count(*) FILTER (WHERE ended >= %2$L
                           AND ended < %3$L
                           AND ended::date = due::date) AS on_time,
        count(*) FILTER (WHERE ended >= %2$L AND ended < %3$L AND ended::date > due::date) AS late,
        count(*) FILTER (WHERE received < %3$L
                           AND (ended IS NULL OR ended >= %3$L)
                           AND due >= %4$L) AS open_in_time,
        count(*) FILTER (WHERE received < %3$L
                           AND (ended IS NULL OR ended >= %3$L)
                           AND due < %4$L) AS open_overdue
    FROM %1$s GROUP BY unit$$, relation, since, until, until - 1);
