-- The type dossier: a dossier's whole clock as one value. What was promised, what
-- paused it, what it became.

@template type_io type="dossier";
CREATE TYPE motcua.dossier (
    INPUT = motcua.dossier_in,
    OUTPUT = motcua.dossier_out,
    RECEIVE = motcua.dossier_recv,
    SEND = motcua.dossier_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended
);
COMMENT ON TYPE motcua.dossier
    IS 'Hồ sơ với toàn bộ diễn biến: tiếp nhận, thời hạn, các hạn trả, tạm dừng, hẹn lại và kết '
       'thúc. Sắp xếp theo mức gấp: hạn trả hiện tại sớm nhất đứng trước, không có hạn đứng sau '
       'cùng. | '
       'A dossier as its history: receipt, limit, due dates, pauses, re-appointments and end. '
       'Ordered by urgency: the current due date first, none last.';

@template comparison type="dossier" less="more urgent" greater="less urgent" values="dossiers"
    order="dossiers by urgency: current due date, then receipt";

@template json_casts type="dossier" value="a dossier";

-- Building

@template calendar_function name="dossier"
    arguments="received_at motcua.moment, time_limit motcua.time_limit" returns="motcua.dossier"
    comment="Builds a dossier with a time limit; its due date is that of due_at, or for a day
    without an hour the end of the day that due_on gives";

CREATE FUNCTION motcua.dossier_of(
    received_at motcua.moment, due_at motcua.moment, ended_at motcua.moment DEFAULT NULL,
    ended_as text DEFAULT 'result'
) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(motcua.moment, motcua.moment, motcua.moment, text) IS
    'Builds a dossier from columns; a day due or ended means its end, wall time is Vietnamese';

-- ---- what happens to a dossier ----

-- Something that happens on a day without an hour happens at the day's beginning; an end, and a new
-- due date, at its end.

CREATE FUNCTION motcua.pause(dossier motcua.dossier, at motcua.moment,
        reason text DEFAULT 'supplement') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_pause'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.pause(motcua.dossier, motcua.moment, text)
    IS 'Stops the clock: a supplement was asked for, a fee is to be '
       'paid, or the case is put on hold (stop)';

@template calendar_function name="resume"
    arguments="dossier motcua.dossier, at motcua.moment, rule text DEFAULT 'restart'"
    returns="motcua.dossier"
    comment="Lets the clock run again; the rule says what the pause does to the due dates:
    restart, extend_working, extend_calendar or subtract";

CREATE FUNCTION motcua.reappoint(dossier motcua.dossier, at motcua.moment, new_due motcua.moment)
    RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_reappoint'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.reappoint(motcua.dossier, motcua.moment, motcua.moment)
    IS 'Promises a new due date with an apology; the original one stands for on-time rates';
CREATE FUNCTION motcua.resolve(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_resolve'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resolve(motcua.dossier, motcua.moment)
    IS 'Ends the dossier with a result';
CREATE FUNCTION motcua.withdraw(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_withdraw'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdraw(motcua.dossier, motcua.moment)
    IS 'Ends the dossier: the citizen withdrew it';
CREATE FUNCTION motcua.refuse(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_refuse'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refuse(motcua.dossier, motcua.moment)
    IS 'Ends the dossier: it was refused';
CREATE FUNCTION motcua.stop(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_stop'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stop(motcua.dossier, motcua.moment)
    IS 'Ends the dossier: its processing was stopped for good';

@template calendar_function name="redue"
    arguments="dossier motcua.dossier" more=", move text DEFAULT 'forward'"
    returns="motcua.dossier"
    comment="Computes the due dates anew after the calendar was edited; forward never moves one
    earlier, any does";

-- Parts

CREATE FUNCTION motcua.received_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_received_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received_at(motcua.dossier) IS 'Gives when the dossier was received';
CREATE FUNCTION motcua.time_limit(dossier motcua.dossier) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit(motcua.dossier)
    IS 'The time limit of the dossier; NULL when only its due date is known';
CREATE FUNCTION motcua.first_due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_first_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_due_at(motcua.dossier)
    IS 'The due date on the slip that the citizen first got';
CREATE FUNCTION motcua.original_due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_original_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.original_due_at(motcua.dossier)
    IS 'The due date as pauses moved it, never re-appointments';
CREATE FUNCTION motcua.due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(motcua.dossier) IS 'The due date in force, with re-appointments';
CREATE FUNCTION motcua.ended_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_ended_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ended_at(motcua.dossier)
    IS 'Gives when the dossier ended; NULL while it is open';
CREATE FUNCTION motcua.ended_as(dossier motcua.dossier) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_ended_as'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ended_as(motcua.dossier)
    IS 'Gives how the dossier ended: result, withdrawn, refused or stopped; NULL while it is open';
CREATE FUNCTION motcua.pauses(dossier motcua.dossier) RETURNS tstzmultirange
    AS 'MODULE_PATHNAME', 'motcua_pauses'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.pauses(motcua.dossier)
    IS 'Gives the times when the clock stood still; a pause that is not over has no end';
CREATE FUNCTION motcua.supplements(dossier motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_supplements'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.supplements(motcua.dossier)
    IS 'Counts how often a supplement was asked for';
CREATE FUNCTION motcua.reappointments(dossier motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_reappointments'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.reappointments(motcua.dossier)
    IS 'Counts how often a new due date was promised; the law allows one';
CREATE FUNCTION motcua.paused_time(dossier motcua.dossier, as_of motcua.moment DEFAULT NULL)
    RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_paused_time'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.paused_time(motcua.dossier, motcua.moment)
    IS 'Total length of the pauses that are over; with as_of, '
       'as it was then, a pause under way included';
CREATE FUNCTION motcua.history(dossier motcua.dossier)
    RETURNS TABLE (at timestamptz, event text, detail text, original_due_at timestamptz,
                   due_at timestamptz)
    AS 'MODULE_PATHNAME', 'motcua_history'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION motcua.history(motcua.dossier)
    IS 'Lists what happened to a dossier, with the due dates in force after each event';

-- ---- verdicts; due_kind is 'original', 'current' or 'first' ----

CREATE FUNCTION motcua.outcome(
    dossier motcua.dossier, as_of motcua.moment, due_kind text DEFAULT 'original',
    granularity text DEFAULT 'day'
) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_dossier_outcome'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.outcome(motcua.dossier, motcua.moment, text, text)
    IS 'Gives the deadline verdict as of a day or instant, by what had happened and was promised '
       'then; due_kind is original, current or first';

@template calendar_function name="time_left"
    arguments="dossier motcua.dossier, as_of motcua.moment, due_kind text DEFAULT 'original'"
    returns="interval"
    comment="Measures the working time left until the due date as of a day or instant; negative
    when late; it stands still in a pause and after the end";

@template calendar_function name="days_late"
    arguments="dossier motcua.dossier, as_of motcua.moment, due_kind text DEFAULT 'original'"
    returns="integer"
    comment="Counts the working days by which a dossier is late as of a day or instant; 0 when it
    is not";
