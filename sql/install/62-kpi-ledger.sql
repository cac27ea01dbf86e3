-- The type ledger: the exact history of a set of dossiers by day, from which the
-- tally of any period follows.

@template type_io type="ledger";
CREATE TYPE motcua.ledger (
    INPUT = motcua.ledger_in,
    OUTPUT = motcua.ledger_out,
    RECEIVE = motcua.ledger_recv,
    SEND = motcua.ledger_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = external
);
COMMENT ON TYPE motcua.ledger
    IS 'Diễn biến chính xác của một tập hồ sơ: các số đếm theo ngày, nén gọn. Cộng, trừ được, '
       'cho số liệu của bất kỳ kỳ nào. Lưu không nén thêm, vì đã gọn và đọc nhanh hơn. | '
       'The exact history of a set of dossiers: sparse counters by day, packed. Adds, subtracts, '
       'and gives the tally of any period. Stored without compression: it is packed already, '
       'and reading it stays fast.';

@template comparison type="ledger" values="Ledgers" values_vi="Các sổ cái"
    order="Sổ cái trong DISTINCT, GROUP BY và ORDER BY; thứ tự này không có ý nghĩa. | Ledgers in
    DISTINCT, GROUP BY and ORDER BY; the order means nothing.";

@template json_casts type="ledger" vi="sổ cái" en="a ledger";

@template addition type="ledger"
    plus="Adds two ledgers of different dossiers"
    plus_operator="cộng hai sổ cái của những hồ sơ khác nhau | adds two ledgers of different
    dossiers"
    minus="Takes the dossiers of one ledger out of another"
    minus_operator="bớt hồ sơ của một sổ cái khỏi sổ cái khác | takes the dossiers of one ledger
    out of another";

-- What it tells

CREATE FUNCTION motcua.tally(ledger motcua.ledger, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_ledger_tally'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally(motcua.ledger, daterange)
    IS 'Gives the tally of any period, equal to counting the dossiers themselves';
CREATE FUNCTION motcua.first_day(ledger motcua.ledger) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_first_day'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_day(motcua.ledger)
    IS 'The first day with an event; NULL of an empty ledger';
CREATE FUNCTION motcua.tally_series(ledger motcua.ledger, since motcua.moment,
        until motcua.moment, step interval)
    RETURNS TABLE (period daterange, tally motcua.tally)
    AS 'MODULE_PATHNAME', 'motcua_tally_series'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 36;
COMMENT ON FUNCTION motcua.tally_series(motcua.ledger, motcua.moment, motcua.moment,
        interval)
    IS 'Gives the tallies of consecutive periods: from since by steps of '
       'months or days, the last one cut at until';
CREATE FUNCTION motcua.ledger_days(ledger motcua.ledger)
    RETURNS TABLE (day date, new_online bigint, new_direct bigint, early bigint, on_time bigint,
                   due_met bigint, late bigint, overdue bigint, due_missed_later bigint,
                   on_time_no_due bigint, paused bigint, withdrawn bigint, refused bigint,
                   stopped bigint, due_missed_at_once bigint, withdrawn_late bigint,
                   refused_late bigint, stopped_late bigint, invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION motcua.ledger_days(motcua.ledger)
    IS 'Lists the days of a ledger; overdue and paused are changes of what is open';
CREATE FUNCTION motcua.ledger_due_changes(ledger motcua.ledger)
    RETURNS TABLE (day date, due date, met bigint, missed bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_due_changes'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION motcua.ledger_due_changes(motcua.ledger)
    IS 'Lists from which day on more or less dossiers count as due on an '
       'earlier day: after pauses and moved due dates';
