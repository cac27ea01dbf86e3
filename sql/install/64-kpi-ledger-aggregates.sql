-- The aggregates ledger and merge(ledger). The state is the ledger itself, as an expanded object.

@template merge_aggregate type="ledger"
    comment="Merges ledgers of different dossiers: of several units, months, servers or
    partitions";

@template moving_aggregate name="ledger" base="ledger" state="motcua.ledger"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment"
    combine="ledger_merge"
    comment="Keeps the exact history of dossiers: received, due, ended";

@template moving_aggregate name="ledger" base="ledger" state="motcua.ledger"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, online boolean,
    ended_as text, granularity text, paused_since motcua.moment"
    combine="ledger_merge"
    comment="Keeps the exact history of dossiers: received, due, ended, online, ended_as,
    granularity, paused_since";

@template moving_aggregate name="ledger" base="ledger" suffix="_dossier" state="motcua.ledger"
    arguments="dossier motcua.dossier, online boolean"
    combine="ledger_merge"
    comment="Keeps the exact history of dossiers, their pauses and moved due dates included:
    dossier, online";
