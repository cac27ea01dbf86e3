-- The aggregate that folds a table of status changes into a dossier.

CREATE FUNCTION motcua_internal.dossier_agg_add(state bytea, at motcua.moment, event text,
        detail text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.dossier_agg_add(bytea, motcua.moment, text, text)
    IS 'Internal: adds an event to the state of dossier_agg.';
CREATE FUNCTION motcua_internal.dossier_agg_add_on(state bytea, at motcua.moment, event text,
        detail text, calendar text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add_on'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.dossier_agg_add_on(bytea, motcua.moment, text, text, text)
    IS 'Internal: adds an event to the state of dossier_agg, given a calendar by name.';
CREATE FUNCTION motcua_internal.dossier_agg_add_on_value(state bytea, at motcua.moment, event text,
        detail text, calendar motcua.work_calendar) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add_on_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.dossier_agg_add_on_value(bytea, motcua.moment, text, text,
        motcua.work_calendar)
    IS 'Internal: adds an event to the state of dossier_agg, given a calendar by value.';
CREATE FUNCTION motcua_internal.dossier_agg_combine(a bytea, b bytea) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_combine'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.dossier_agg_combine(bytea, bytea)
    IS 'Internal: returns the events of two states of dossier_agg.';
CREATE FUNCTION motcua_internal.dossier_agg_final(state bytea) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_final'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.dossier_agg_final(bytea)
    IS 'Internal: returns the dossier that the events in a state of dossier_agg make.';

CREATE AGGREGATE motcua.dossier_agg(at motcua.moment, event text, detail text) (
    SFUNC = motcua_internal.dossier_agg_add, STYPE = bytea,
    FINALFUNC = motcua_internal.dossier_agg_final,
    COMBINEFUNC = motcua_internal.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(motcua.moment, text, text)
    IS 'Trả về hồ sơ gộp từ các thay đổi trạng thái, xếp theo thời gian. Các sự kiện: receive '
       '(chi tiết là thời hạn), pause (lý do), resume (quy tắc), reappoint (hẹn trả mới), '
       'resolve, withdraw, refuse, stop. | Return the dossier that its status changes make, '
       'sorted by time. The events are receive (the detail is the limit), pause (reason), resume '
       '(rule), reappoint (new due date), resolve, withdraw, refuse and stop.';
CREATE AGGREGATE motcua.dossier_agg(at motcua.moment, event text, detail text, calendar text) (
    SFUNC = motcua_internal.dossier_agg_add_on, STYPE = bytea,
    FINALFUNC = motcua_internal.dossier_agg_final,
    COMBINEFUNC = motcua_internal.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(motcua.moment, text, text, text)
    IS 'Như dossier_agg(at, event, detail), theo một lịch làm việc nêu bằng tên. | Like '
       'dossier_agg(at, event, detail), on the calendar of a name.';
CREATE AGGREGATE motcua.dossier_agg(at motcua.moment, event text, detail text,
        calendar motcua.work_calendar) (
    SFUNC = motcua_internal.dossier_agg_add_on_value, STYPE = bytea,
    FINALFUNC = motcua_internal.dossier_agg_final,
    COMBINEFUNC = motcua_internal.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(motcua.moment, text, text, motcua.work_calendar)
    IS 'Như dossier_agg(at, event, detail), theo một lịch làm việc ở dạng giá trị. | Like '
       'dossier_agg(at, event, detail), on a calendar that is given by value.';
