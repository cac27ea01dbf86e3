-- The type tally: exact counters of a set of dossiers over one period.

@template type_io type="tally";
CREATE TYPE motcua.tally (
    INPUT = motcua.tally_in,
    OUTPUT = motcua.tally_out,
    RECEIVE = motcua.tally_recv,
    SEND = motcua.tally_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = double,
    STORAGE = plain
);
COMMENT ON TYPE motcua.tally
    IS 'Số liệu chính xác của một tập hồ sơ trong một kỳ (biểu II.06a và chi tiết hơn); '
       'gộp không mất gì. Các tỷ lệ suy ra từ đó. | '
       'Exact counters of a set of dossiers over one period (form II.06a and more); '
       'merges without loss. Rates are derived from it.';

@template comparison type="tally" values="Tallies" values_vi="Các bộ số liệu"
    order="Bộ số liệu trong DISTINCT, GROUP BY và ORDER BY. | Tallies in DISTINCT, GROUP BY and ORDER
    BY.";

@template json_casts type="tally" vi="bộ số liệu" en="a tally";

@template addition type="tally"
    plus="Adds two tallies of one period"
    plus_operator="cộng hai bộ số liệu cùng kỳ | adds two tallies of one period"
    minus="Subtracts a tally of the same period"
    minus_operator="trừ đi một bộ số liệu cùng kỳ | subtracts a tally of the same period";

-- Parts

CREATE FUNCTION motcua.new_online(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_new_online'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.new_online(motcua.tally)
    IS 'Dossiers received in the period, filed online';
CREATE FUNCTION motcua.new_direct(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_new_direct'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.new_direct(motcua.tally)
    IS 'Dossiers received in the period at the desk or by post';
CREATE FUNCTION motcua.carried(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_carried'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.carried(motcua.tally)
    IS 'Dossiers received before the period, open when it began';
CREATE FUNCTION motcua.early(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_early'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.early(motcua.tally) IS 'Dossiers ended in the period before the due day';
CREATE FUNCTION motcua.on_time(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_on_time'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time(motcua.tally)
    IS 'Dossiers ended in the period on the due day, or without a due date';
CREATE FUNCTION motcua.late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.late(motcua.tally) IS 'Dossiers ended in the period after the due day';
CREATE FUNCTION motcua.open_in_time(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_in_time'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_in_time(motcua.tally) IS 'Dossiers open at the end, not past due';
CREATE FUNCTION motcua.open_overdue(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_overdue'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_overdue(motcua.tally) IS 'Dossiers open at the end, past due';
CREATE FUNCTION motcua.open_paused(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open_paused'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open_paused(motcua.tally)
    IS 'Dossiers open at the end, waiting for a supplement, a fee or a stop';
CREATE FUNCTION motcua.due_met(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_due_met'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_met(motcua.tally)
    IS 'Dossiers due in the period and ended by then in time';
CREATE FUNCTION motcua.due_missed(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_due_missed'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_missed(motcua.tally)
    IS 'Dossiers due in the period and late or still open';
CREATE FUNCTION motcua.on_time_no_due(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_on_time_no_due'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.on_time_no_due(motcua.tally)
    IS 'Dossiers counted on time because they have no due date';
CREATE FUNCTION motcua.withdrawn(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_withdrawn'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdrawn(motcua.tally) IS 'Ended dossiers that the applicant withdrew';
CREATE FUNCTION motcua.refused(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_refused'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refused(motcua.tally) IS 'Ended dossiers that were refused';
CREATE FUNCTION motcua.stopped(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_stopped'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stopped(motcua.tally) IS 'Ended dossiers whose processing was stopped';
CREATE FUNCTION motcua.withdrawn_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_withdrawn_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdrawn_late(motcua.tally)
    IS 'Late dossiers that the applicant withdrew';
CREATE FUNCTION motcua.refused_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_refused_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refused_late(motcua.tally) IS 'Late dossiers that were refused';
CREATE FUNCTION motcua.stopped_late(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_stopped_late'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stopped_late(motcua.tally)
    IS 'Late dossiers whose processing was stopped';
CREATE FUNCTION motcua.invalid(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_invalid'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.invalid(motcua.tally)
    IS 'Dossiers whose end lies before the day received: counted nowhere else';
CREATE FUNCTION motcua.period(tally motcua.tally) RETURNS daterange
    AS 'MODULE_PATHNAME', 'motcua_period'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.period(motcua.tally)
    IS 'The period a tally was counted over; NULL when none was stated';

CREATE FUNCTION motcua.columns(tally motcua.tally, OUT new_online bigint, OUT new_direct bigint,
        OUT carried bigint, OUT early bigint, OUT on_time bigint, OUT late bigint,
        OUT open_in_time bigint, OUT open_overdue bigint, OUT open_paused bigint,
        OUT due_met bigint, OUT due_missed bigint, OUT on_time_no_due bigint, OUT withdrawn bigint,
        OUT refused bigint, OUT stopped bigint, OUT withdrawn_late bigint, OUT refused_late bigint,
        OUT stopped_late bigint, OUT invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_columns'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.columns(motcua.tally)
    IS 'All counters as a row: SELECT (motcua.columns(t)).*';

-- Totals of the report form

CREATE FUNCTION motcua.received(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_received'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received(motcua.tally)
    IS 'Dossiers received in the period: new_online + new_direct';
CREATE FUNCTION motcua.workload(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_workload'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.workload(motcua.tally)
    IS 'Dossiers to handle (column 3 of II.06a): received + carried';
CREATE FUNCTION motcua.resolved(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_resolved'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resolved(motcua.tally)
    IS 'Dossiers ended in the period (column 7): early + on_time + late';
CREATE FUNCTION motcua.open(tally motcua.tally) RETURNS bigint
    AS 'MODULE_PATHNAME', 'motcua_open'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.open(motcua.tally)
    IS 'Dossiers still open (column 11): open_in_time + open_overdue + open_paused';
