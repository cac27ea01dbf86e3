-- This module makes the type ledger, which holds the exact history of a set of dossiers by day. The
-- tally of any period is computed from it.

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
    IS 'Kiểu ledger (sổ cái) giữ diễn biến chính xác của một tập hồ sơ: các số đếm theo ngày, nén '
       'gọn. Các sổ cái cộng, trừ được và cho số liệu của bất kỳ kỳ nào. Giá trị lưu không nén '
       'thêm, vì đã gọn và đọc như vậy nhanh hơn. | '
       'The type ledger holds the exact history of a set of dossiers: counters by day, packed. '
       'Ledgers add and subtract, and give the tally of any period. Values are stored without '
       'further compression, because they are packed already and read faster so.';

@template comparison type="ledger" values="Ledgers" values_vi="Các sổ cái"
    order="Thứ tự này của các sổ cái dùng cho DISTINCT, GROUP BY và ORDER BY; nó không có ý nghĩa
    riêng. |
    This order of ledgers serves DISTINCT, GROUP BY and ORDER BY; it has no meaning of its own.";

@template json_casts type="ledger" vi="sổ cái" en="a ledger";

@template addition type="ledger"
    plus="Cộng hai sổ cái của những hồ sơ khác nhau. |
    Return the sum of two ledgers of different dossiers."
    plus_operator="Toán tử này cộng hai sổ cái của những hồ sơ khác nhau. |
    This operator adds two ledgers of different dossiers."
    minus="Bớt hồ sơ của một sổ cái khỏi sổ cái khác. |
    Return a ledger without the dossiers of another one."
    minus_operator="Toán tử này bớt hồ sơ của một sổ cái khỏi sổ cái khác. |
    This operator takes the dossiers of one ledger out of another.";

-- These functions say what a ledger holds.

CREATE FUNCTION motcua.tally(ledger motcua.ledger, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_ledger_tally'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally(motcua.ledger, daterange)
    IS 'Trả về số liệu của một kỳ bất kỳ, bằng số liệu khi đếm chính các hồ sơ. | '
       'Return the tally of any period, equal to the tally that counting the dossiers themselves '
       'gives.';
CREATE FUNCTION motcua.first_day(ledger motcua.ledger) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_first_day'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.first_day(motcua.ledger)
    IS 'Trả về ngày đầu tiên có phát sinh, hoặc NULL nếu sổ cái trống. | '
       'Return the first day with an event, or NULL if the ledger is empty.';
CREATE FUNCTION motcua.tally_series(ledger motcua.ledger, since motcua.moment,
        until motcua.moment, step interval)
    RETURNS TABLE (period daterange, tally motcua.tally)
    AS 'MODULE_PATHNAME', 'motcua_tally_series'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 36;
COMMENT ON FUNCTION motcua.tally_series(motcua.ledger, motcua.moment, motcua.moment,
        interval)
    IS 'Trả về số liệu của các kỳ liên tiếp, bắt đầu từ since, mỗi kỳ dài bằng step (số tròn '
       'tháng hoặc tròn ngày); kỳ cuối dừng ở until. | '
       'Return the tallies of consecutive periods that begin on since and are as long as step '
       '(whole months or whole days); the last period ends on until.';
CREATE FUNCTION motcua.ledger_days(ledger motcua.ledger)
    RETURNS TABLE (day date, new_online bigint, new_direct bigint, early bigint, on_time bigint,
                   due_met bigint, late bigint, overdue bigint, due_missed_later bigint,
                   on_time_no_due bigint, paused bigint, withdrawn bigint, refused bigint,
                   stopped bigint, due_missed_at_once bigint, withdrawn_late bigint,
                   refused_late bigint, stopped_late bigint, invalid bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_days'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION motcua.ledger_days(motcua.ledger)
    IS 'Liệt kê các ngày có phát sinh trong sổ cái; overdue và paused là thay đổi của số hồ sơ '
       'đang giải quyết. | '
       'List the days of a ledger that have events; overdue and paused are changes of the number '
       'of open dossiers.';
CREATE FUNCTION motcua.ledger_due_changes(ledger motcua.ledger)
    RETURNS TABLE (day date, due date, met bigint, missed bigint)
    AS 'MODULE_PATHNAME', 'motcua_ledger_due_changes'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION motcua.ledger_due_changes(motcua.ledger)
    IS 'Liệt kê từ ngày nào có thêm hoặc bớt hồ sơ được tính là đến hạn vào một ngày trước đó, do '
       'tạm dừng hoặc dời hạn. | '
       'List from which day on more or fewer dossiers count as due on an earlier day, because of '
       'pauses and moved due dates.';
