-- This module makes the aggregates ledger and merge(ledger). Their state is a ledger, kept in
-- memory as an expanded object.

@template merge_aggregate type="ledger"
    comment="Cộng các sổ cái của những hồ sơ khác nhau, giữ riêng theo đơn vị, tháng, máy chủ hoặc
    phân vùng. |
    Return the sum of ledgers of different dossiers that were kept apart, by unit, month, server or
    partition.";

@template moving_aggregate name="ledger" base="ledger" state="motcua.ledger"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment"
    combine="ledger_merge"
    comment="Lập sổ cái: diễn biến chính xác của các hồ sơ, từ ngày tiếp nhận, ngày hẹn trả và ngày
    kết thúc. |
    Return the exact history of dossiers as a ledger, from the moments when they were received, due
    and ended.";

@template moving_aggregate name="ledger" base="ledger" state="motcua.ledger"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, online boolean,
    ended_as text, granularity text, paused_since motcua.moment"
    combine="ledger_merge"
    comment="Lập sổ cái: diễn biến chính xác của các hồ sơ, với hình thức nộp, hình thức kết thúc,
    cách so ngày giờ và thời điểm tạm dừng. |
    Return the exact history of dossiers as a ledger, with how they were filed, how they ended, the
    granularity of the comparison and since when they are paused.";

@template moving_aggregate name="ledger" base="ledger" suffix="_dossier" state="motcua.ledger"
    arguments="dossier motcua.dossier, online boolean"
    combine="ledger_merge"
    comment="Lập sổ cái của các giá trị dossier, gồm cả những lần tạm dừng và dời hạn. |
    Return the exact history of values of the type dossier as a ledger, with their pauses and moved
    due dates.";
