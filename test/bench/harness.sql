-- Time the queries of a suite in one session. Every query runs in turn, round after round, so that
-- drift affects all alike. The server discards the rows of the result. The first round warms up and
-- is not counted. Session settings come from tools/bench, because a suite may connect again.
CREATE EXTENSION motcua;
CREATE SCHEMA bench;

CREATE SEQUENCE bench.ord;
CREATE TABLE bench.query (
    suite text,
    name text,
    baseline text,
    goal numeric,
    sql text,
    x bigint NOT NULL DEFAULT 0,
    rows bigint,
    ours boolean,
    ord bigint DEFAULT nextval('bench.ord'), PRIMARY KEY (suite, x, name)
);
COMMENT ON COLUMN bench.query.baseline
    IS 'the alternative this query is measured against, at the same x';
COMMENT ON COLUMN bench.query.goal IS 'at most this ratio to the baseline';
COMMENT ON COLUMN bench.query.ours
    IS 'motcua, not an alternative to it; where not said, what has a baseline';
COMMENT ON COLUMN bench.query.x IS 'where a suite goes by size: the number of rows, of days ...';
COMMENT ON COLUMN bench.query.rows
    IS 'how many rows this query asks, where that differs from its '
       'baseline: the ratio is then one of times per row';
CREATE TABLE bench.timing (suite text, x bigint, name text, round integer, ms numeric);
-- This table has figures that are not the time of a query: sizes, nanoseconds per call, net ratios
-- (with a baseline where the figure is an alternative to motcua).
CREATE TABLE bench.figure (
    suite text,
    name text,
    value numeric,
    unit text,
    goal numeric,
    baseline text,
    ord bigint DEFAULT nextval('bench.ord'),
    PRIMARY KEY (suite, name)
);

-- If bench.rounds is set, no suite runs more rounds.
CREATE PROCEDURE bench.run(which text, rounds integer DEFAULT 11)
LANGUAGE plpgsql AS $$
DECLARE
    q record;
    began timestamptz;
BEGIN
    rounds := least(nullif(current_setting('bench.rounds', true), '')::integer, rounds);
    FOR round IN 0 .. rounds LOOP
        FOR q IN SELECT * FROM bench.query WHERE suite = which ORDER BY ord LOOP
            began := clock_timestamp();
            EXECUTE q.sql;
            IF round > 0 THEN
                INSERT INTO bench.timing
                VALUES (which, q.x, q.name, round,
                        extract(epoch FROM clock_timestamp() - began) * 1000);
            END IF;
        END LOOP;
    END LOOP;
END $$;

-- The run stops here if queries answer differently, because their ratio would mean nothing.
CREATE PROCEDURE bench.must(what text, holds boolean)
LANGUAGE plpgsql AS $$
BEGIN
    IF holds IS NOT TRUE THEN
        RAISE EXCEPTION 'not so: %', what;
    END IF;
    RAISE INFO 'checked: %', what;
END $$;

-- Return the value rounded to three significant digits.
CREATE FUNCTION bench.rounded(value float8) RETURNS numeric LANGUAGE sql
RETURN round(value::numeric, greatest(2, 2 - floor(log(value::numeric))::integer));

-- A ratio is the median of the ratios of all rounds. Half of the rounds lie between low and high.
CREATE VIEW bench.report AS
SELECT suite, x, name, min_ms, median_ms, baseline, bench.rounded(ratio[2]) AS ratio,
       bench.rounded(ratio[1]) AS low, bench.rounded(ratio[3]) AS high,
       goal, rounds, rows, coalesce(ours, baseline IS NOT NULL) AS ours, ord
FROM (SELECT q.*, count(*) AS rounds, round(min(t.ms), 1) AS min_ms,
             round(percentile_cont(0.5) WITHIN GROUP (ORDER BY t.ms::float8)::numeric,
                   1) AS median_ms,
             percentile_cont('{0.25,0.5,0.75}'::float8[]) WITHIN GROUP (
                 ORDER BY (t.ms / bt.ms * coalesce(b.rows::numeric / q.rows, 1))::float8) AS ratio
      FROM bench.query AS q
      JOIN bench.timing AS t USING (suite, x, name)
      LEFT JOIN bench.query AS b ON (b.suite, b.x, b.name) = (q.suite, q.x, q.baseline)
      LEFT JOIN bench.timing AS bt ON (bt.suite, bt.x, bt.name,
                                       bt.round) = (b.suite, b.x, b.name, t.round)
      GROUP BY q.suite, q.x, q.name) AS measured
ORDER BY ord;

-- tools/bench-report reads everything measured from this view.
CREATE VIEW bench.result AS
SELECT suite, nullif(x, 0) AS x, name, ratio AS value,
       CASE WHEN baseline IS NOT NULL THEN 'ratio' END AS unit, baseline, low, high, goal, min_ms,
       median_ms, rounds, rows, ours, ord
FROM bench.report
UNION ALL
SELECT suite, NULL, name, value, unit, baseline, NULL, NULL, goal, NULL, NULL, NULL, NULL, NULL, ord
FROM bench.figure
ORDER BY ord;

-- Usage: ":timings WHERE suite = ...;" and ":figures WHERE suite = ...;"
\set timings 'SELECT name, nullif(x, 0) AS x, min_ms, median_ms, baseline, ratio, goal FROM bench.report'
\set figures 'SELECT name, value, unit, goal FROM bench.figure'

\pset footer off
\echo motcua benchmark
SELECT version() AS server, motcua.version() AS motcua \gx
