-- Timing in one session: every query of a suite in turn, round after round, so that drift hits all alike.
-- The result discards rows inside the server; the first round warms up and is not counted.
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET work_mem = '64MB';
CREATE EXTENSION motcua;
CREATE SCHEMA bench;

CREATE TABLE bench.query (suite text, name text, baseline text, goal numeric, sql text, ord serial,
                          PRIMARY KEY (suite, name));
COMMENT ON COLUMN bench.query.baseline IS 'the alternative this query is measured against';
COMMENT ON COLUMN bench.query.goal IS 'at most this ratio to the baseline';
CREATE TABLE bench.timing (suite text, name text, round integer, ms numeric);

CREATE PROCEDURE bench.run(which text, rounds integer DEFAULT 11)
LANGUAGE plpgsql AS $$
DECLARE
    q record;
    began timestamptz;
BEGIN
    FOR round IN 0 .. rounds LOOP
        FOR q IN SELECT * FROM bench.query WHERE suite = which ORDER BY ord LOOP
            began := clock_timestamp();
            EXECUTE q.sql;
            IF round > 0 THEN
                INSERT INTO bench.timing
                VALUES (which, q.name, round, extract(epoch FROM clock_timestamp() - began) * 1000);
            END IF;
        END LOOP;
    END LOOP;
END $$;

-- Ratios are medians of the ratios round by round.
CREATE VIEW bench.report AS
SELECT q.suite, q.name,
       round(min(t.ms), 1) AS min_ms,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY t.ms::float8)::numeric, 1) AS median_ms,
       q.baseline,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY (t.ms / b.ms)::float8)::numeric, 2) AS ratio,
       q.goal
FROM bench.query q
JOIN bench.timing t USING (suite, name)
LEFT JOIN bench.timing b ON b.suite = q.suite AND b.name = q.baseline AND b.round = t.round
GROUP BY q.suite, q.name, q.baseline, q.goal, q.ord
ORDER BY q.ord;

\pset footer off
\echo motcua benchmark
SELECT version() AS server, motcua.version() AS motcua \gx
