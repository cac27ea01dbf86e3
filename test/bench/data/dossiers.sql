-- bench.make_dossiers(relation, rows) makes dossiers of 160 units over three years, with dates
-- only. Two queries give the same eight counters by plain SQL and by motcua.
CREATE PROCEDURE bench.make_dossiers(relation text, how_many bigint) LANGUAGE plpgsql AS $make$
BEGIN
    EXECUTE format($$
        CREATE TABLE %s AS
        SELECT i AS id, (h1 %% 160)::int AS unit, received, received + (h2 %% 20)::int AS due,
               CASE WHEN h3 %% 20 < 18 THEN received + (h3 %% 24)::int END AS ended,
               h3 %% 3 = 0 AS online
        FROM generate_series(1, %s) AS i,
             LATERAL (SELECT hashint4(i) & 2147483647 AS h1,
                             hashint4(i + 7000000) & 2147483647 AS h2,
                             hashint4(i + 9000000) & 2147483647 AS h3) AS h,
             LATERAL (SELECT date '2018-06-01' + (h1 / 160 %% 1100) AS received) AS r
    $$, relation, how_many);
END $make$;
CALL bench.make_dossiers('bench.dossier', :rows);
VACUUM ANALYZE bench.dossier;

\set period 'daterange(''2020-01-01'', ''2020-12-31'', ''[]'')'
\set eight_counters 'count(*) FILTER (WHERE online AND received BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND (ended IS NULL OR ended >= received)) AS new_online, count(*) FILTER (WHERE online IS NOT TRUE AND received BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND (ended IS NULL OR ended >= received)) AS new_direct, count(*) FILTER (WHERE received < ''2020-01-01'' AND (ended IS NULL OR ended >= ''2020-01-01'')) AS carried, count(*) FILTER (WHERE ended BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND ended >= received AND ended < due) AS early, count(*) FILTER (WHERE ended BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND ended >= received AND (ended = due OR due IS NULL)) AS on_time, count(*) FILTER (WHERE ended BETWEEN ''2020-01-01'' AND ''2020-12-31'' AND ended >= received AND ended > due) AS late, count(*) FILTER (WHERE received <= ''2020-12-31'' AND (ended IS NULL OR ended > ''2020-12-31'') AND (due IS NULL OR due >= ''2020-12-31'')) AS open_in_time, count(*) FILTER (WHERE received <= ''2020-12-31'' AND (ended IS NULL OR ended > ''2020-12-31'') AND due < ''2020-12-31'') AS open_overdue'
\set full_tally 'motcua.tally(received, due, ended, ' :period ', online, NULL::text, NULL::text, NULL::date)'
