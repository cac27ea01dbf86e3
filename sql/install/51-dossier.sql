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

@template comparison type="dossier" less="More urgent" greater="Less urgent"
    less_vi="Gấp hơn" greater_vi="Ít gấp hơn" values="Dossiers" values_vi="Các hồ sơ"
    order="Hồ sơ theo độ gấp: ngày hẹn trả hiện hành, rồi ngày tiếp nhận. | Dossiers by urgency: by
    current due date, then by receipt.";

@template json_casts type="dossier" vi="hồ sơ" en="a dossier";

-- Building

@template calendar_function name="dossier"
    arguments="received_at motcua.moment, time_limit motcua.time_limit" returns="motcua.dossier"
    vi="Trả về hồ sơ có thời hạn. Hẹn trả là của due_at, hoặc khi chỉ có ngày tiếp nhận thì là
    cuối ngày mà due_on cho."
    en="Return a dossier with a time limit. Its due date is that of due_at, or for a day without
    an hour the end of the day that due_on gives.";

CREATE FUNCTION motcua.dossier_of(
    received_at motcua.moment, due_at motcua.moment, ended_at motcua.moment DEFAULT NULL,
    ended_as text DEFAULT 'result'
) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_of'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_of(motcua.moment, motcua.moment, motcua.moment, text)
    IS 'Trả về hồ sơ dựng từ các cột. Hẹn trả hoặc kết thúc chỉ có ngày nghĩa là cuối ngày; giờ '
       'là giờ Việt Nam. | Return a dossier that is built from columns. A day on which it is due '
       'or ended means the end of the day, and wall time is that of Viet Nam.';

-- ---- what happens to a dossier ----

-- Something that happens on a day without an hour happens at the day's beginning; an end, and a new
-- due date, at its end.

CREATE FUNCTION motcua.pause(dossier motcua.dossier, at motcua.moment,
        reason text DEFAULT 'supplement') RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_pause'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.pause(motcua.dossier, motcua.moment, text)
    IS 'Trả về hồ sơ với đồng hồ dừng lại: yêu cầu bổ sung, chờ nộp phí, hoặc tạm dừng xử lý '
       '(stop). | Return the dossier with its clock stopped: a supplement was asked for, a fee is '
       'to be paid, or the case is put on hold (stop).';

@template calendar_function name="resume"
    arguments="dossier motcua.dossier, at motcua.moment, rule text DEFAULT 'restart'"
    returns="motcua.dossier"
    vi="Trả về hồ sơ với đồng hồ chạy lại; rule nêu lần tạm dừng làm gì với hẹn trả: restart,
    extend_working, extend_calendar hoặc subtract."
    en="Return the dossier with its clock running again. The rule says what the pause does to the
    due dates: restart, extend_working, extend_calendar or subtract.";

CREATE FUNCTION motcua.reappoint(dossier motcua.dossier, at motcua.moment, new_due motcua.moment)
    RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_reappoint'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.reappoint(motcua.dossier, motcua.moment, motcua.moment)
    IS 'Trả về hồ sơ được hẹn lại ngày trả kết quả kèm phiếu xin lỗi; tỷ lệ đúng hạn vẫn tính '
       'theo lời hẹn ban đầu. | Return the dossier with a new promised due date, which comes with '
       'an apology. The original one still counts for on-time rates.';
CREATE FUNCTION motcua.resolve(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_resolve'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.resolve(motcua.dossier, motcua.moment)
    IS 'Trả về hồ sơ đã kết thúc, có kết quả. | Return the dossier as it ended with a result.';
CREATE FUNCTION motcua.withdraw(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_withdraw'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.withdraw(motcua.dossier, motcua.moment)
    IS 'Trả về hồ sơ đã kết thúc vì công dân rút hồ sơ. | Return the dossier as it ended because '
       'the citizen withdrew it.';
CREATE FUNCTION motcua.refuse(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_refuse'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.refuse(motcua.dossier, motcua.moment)
    IS 'Trả về hồ sơ đã kết thúc vì bị từ chối giải quyết. | Return the dossier as it ended '
       'because it was refused.';
CREATE FUNCTION motcua.stop(dossier motcua.dossier, at motcua.moment) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_stop'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.stop(motcua.dossier, motcua.moment)
    IS 'Trả về hồ sơ đã kết thúc vì dừng xử lý hẳn. | Return the dossier as it ended because its '
       'processing was stopped for good.';

@template calendar_function name="redue"
    arguments="dossier motcua.dossier" more=", move text DEFAULT 'forward'"
    null="CALLED ON NULL INPUT" returns="motcua.dossier"
    vi="Trả về hồ sơ với các ngày hẹn trả tính lại sau khi sửa lịch; forward không bao giờ đưa hẹn
    trả sớm lên, any thì có."
    en="Return the dossier with its due dates computed anew after the calendar was edited. The
    move forward never makes one earlier; any may.";

-- Parts

CREATE FUNCTION motcua.received_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_received_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.received_at(motcua.dossier)
    IS 'Trả về thời điểm tiếp nhận hồ sơ. | Return the instant at which the dossier was received.';
CREATE FUNCTION motcua.time_limit(dossier motcua.dossier) RETURNS motcua.time_limit
    AS 'MODULE_PATHNAME', 'motcua_time_limit'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.time_limit(motcua.dossier)
    IS 'Trả về thời hạn của hồ sơ; NULL nếu chỉ biết ngày hẹn trả. | Return the time limit of the '
       'dossier, or NULL if only its due date is known.';
CREATE FUNCTION motcua.first_due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_first_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_due_at(motcua.dossier)
    IS 'Trả về thời điểm hẹn trả trên giấy hẹn đầu tiên. | Return the due date on the slip that '
       'the citizen got first.';
CREATE FUNCTION motcua.original_due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_original_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.original_due_at(motcua.dossier)
    IS 'Trả về thời điểm hẹn trả đã dời theo các lần tạm dừng, không theo các lần hẹn lại. | '
       'Return the due date as pauses moved it; re-appointments do not move it.';
CREATE FUNCTION motcua.due_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_due_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.due_at(motcua.dossier)
    IS 'Trả về thời điểm hẹn trả hiện hành, tính cả các lần hẹn lại. | Return the due date in '
       'force, with re-appointments.';
CREATE FUNCTION motcua.ended_at(dossier motcua.dossier) RETURNS timestamptz
    AS 'MODULE_PATHNAME', 'motcua_ended_at'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ended_at(motcua.dossier)
    IS 'Trả về thời điểm hồ sơ kết thúc; NULL khi đang giải quyết. | Return the instant at which '
       'the dossier ended, or NULL while it is open.';
CREATE FUNCTION motcua.ended_as(dossier motcua.dossier) RETURNS text
    AS 'MODULE_PATHNAME', 'motcua_ended_as'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.ended_as(motcua.dossier)
    IS 'Trả về cách hồ sơ kết thúc: result, withdrawn, refused hoặc stopped; NULL khi đang giải '
       'quyết. | Return how the dossier ended: result, withdrawn, refused or stopped. It is NULL '
       'while the dossier is open.';
CREATE FUNCTION motcua.pauses(dossier motcua.dossier) RETURNS tstzmultirange
    AS 'MODULE_PATHNAME', 'motcua_pauses'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.pauses(motcua.dossier)
    IS 'Trả về những khoảng thời gian đồng hồ dừng; lần tạm dừng chưa xong thì không có điểm '
       'cuối. | Return the times during which the clock stood still. A pause that is not over has '
       'no end.';
CREATE FUNCTION motcua.supplements(dossier motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_supplements'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.supplements(motcua.dossier)
    IS 'Trả về số lần yêu cầu bổ sung. | Return how often a supplement was asked for.';
CREATE FUNCTION motcua.reappointments(dossier motcua.dossier) RETURNS integer
    AS 'MODULE_PATHNAME', 'motcua_reappointments'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.reappointments(motcua.dossier)
    IS 'Trả về số lần hẹn lại; luật cho phép một lần. | Return how often a new due date was '
       'promised; the law allows one.';
CREATE FUNCTION motcua.paused_time(dossier motcua.dossier, as_of motcua.moment DEFAULT NULL)
    RETURNS interval
    AS 'MODULE_PATHNAME', 'motcua_paused_time'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.paused_time(motcua.dossier, motcua.moment)
    IS 'Trả về tổng thời gian của các lần tạm dừng đã xong; có as_of thì tính đến lúc đó, kể cả '
       'lần đang tạm dừng. | Return the total length of the pauses that are over. With as_of it '
       'is the total as of then, with a pause that was under way.';
CREATE FUNCTION motcua.history(dossier motcua.dossier)
    RETURNS TABLE (at timestamptz, event text, detail text, original_due_at timestamptz,
                   due_at timestamptz)
    AS 'MODULE_PATHNAME', 'motcua_history'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION motcua.history(motcua.dossier)
    IS 'Liệt kê những gì đã xảy ra với hồ sơ, kèm các ngày hẹn trả có hiệu lực sau mỗi việc. | '
       'List what happened to a dossier, with the due dates in force after each event.';

-- ---- verdicts; due_kind is 'original', 'current' or 'first' ----

CREATE FUNCTION motcua.outcome(
    dossier motcua.dossier, as_of motcua.moment, due_kind text DEFAULT 'original',
    granularity text DEFAULT 'day'
) RETURNS motcua.outcome
    AS 'MODULE_PATHNAME', 'motcua_dossier_outcome'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.outcome(motcua.dossier, motcua.moment, text, text)
    IS 'Trả về kết luận về thời hạn đến một ngày hoặc thời điểm, theo những gì đã xảy ra và đã '
       'hẹn đến lúc đó; due_kind là original, current hoặc first. | Return the deadline verdict '
       'as of a day or an instant, by what had happened and was promised by then. The argument '
       'due_kind is original, current or first.';

@template calendar_function name="time_left"
    arguments="dossier motcua.dossier, as_of motcua.moment, due_kind text DEFAULT 'original'"
    returns="interval"
    vi="Trả về lượng giờ làm việc còn lại đến hẹn trả, xét đến một ngày hoặc thời điểm; âm khi đã
    quá hạn; đứng yên khi tạm dừng và sau khi kết thúc."
    en="Return the working time that is left until the due date as of a day or an instant. It is
    negative when the dossier is late, and it stands still in a pause and after the end.";

@template calendar_function name="days_late"
    arguments="dossier motcua.dossier, as_of motcua.moment, due_kind text DEFAULT 'original'"
    returns="integer"
    vi="Trả về số ngày làm việc mà hồ sơ quá hạn, xét đến một ngày hoặc thời điểm; 0 khi không quá
    hạn."
    en="Return the number of working days by which a dossier is late as of a day or an instant, or
    0 if it is not late.";
