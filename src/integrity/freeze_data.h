/*
 * This file was made by tools/generate-attachment from sql/attachment/freeze/:
 * do not edit it.
 */
static const char freeze_count[] =
	"SELECT (\n"
	"    SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(f) ORDER BY f.tt NULLS LAST)\n"
	"    FROM @schema@.report_06a($1, 'unit', 'recorded') AS f\n"
	"), pg_catalog.array_agg(coalesce(d.code, '')), pg_catalog.array_agg(\n"
	"    pg_catalog.concat_ws('|', d.unit, d.received_at, d.due_at, coalesce(d.ended_at::text, '-'))\n"
	")\n"
	"FROM @schema@.report_06a_dossiers($1, 3, NULL, 'unit', 'recorded') AS d\n";
static const char freeze_create[] =
	"CREATE TABLE @schema@.frozen_report (\n"
	"    place      integer PRIMARY KEY,\n"
	"    period     daterange NOT NULL UNIQUE,\n"
	"    frozen_at  timestamptz NOT NULL,\n"
	"    frozen_by  text NOT NULL,\n"
	"    note       text,\n"
	"    figures    jsonb NOT NULL,\n"
	"    previous   bytea,\n"
	"    hash       bytea\n"
	");\n"
	"CREATE TABLE @schema@.frozen_dossier (\n"
	"    period   daterange NOT NULL,\n"
	"    code     text NOT NULL,\n"
	"    counted  text NOT NULL\n"
	");\n"
	"CREATE INDEX ON @schema@.frozen_dossier (period, code);\n"
	"COMMENT ON TABLE @schema@.frozen_report IS 'Số liệu đã chốt: biểu II.06a và mã băm của từng kỳ';\n"
	"COMMENT ON TABLE @schema@.frozen_dossier IS\n"
	"    'Các hồ sơ được đếm trong số liệu đã chốt (có mã hồ sơ)';\n";
static const char freeze_find[] =
	"SELECT FROM @schema@.frozen_report AS r WHERE r.period = $1\n";
static const char freeze_insert_dossiers[] =
	"INSERT INTO @schema@.frozen_dossier\n"
	"SELECT $1, x.code, x.counted\n"
	"FROM ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5)) AS x (code, counted)\n";
static const char freeze_insert_report[] =
	"INSERT INTO @schema@.frozen_report\n"
	"    (place, period, frozen_at, frozen_by, note, figures, previous)\n"
	"SELECT coalesce(pg_catalog.max(l.place), 0) + 1, $1, pg_catalog.clock_timestamp(), $6,\n"
	"       $2, $3, (SELECT p.hash FROM @schema@.frozen_report AS p ORDER BY p.place DESC LIMIT 1)\n"
	"FROM @schema@.frozen_report AS l\n";
static const char freeze_is_over[] =
	"SELECT\n"
	"FROM @schema@.settings AS s\n"
	"WHERE pg_catalog.upper($1) - 1 <= s.as_of\n"
	"  AND NOT pg_catalog.lower_inf($1)\n";
static const char freeze_seal[] =
	"UPDATE @schema@.frozen_report AS r\n"
	"SET hash = motcua_internal.frozen_hash(r.previous, r.period, r.frozen_at, r.frozen_by, r.note,\n"
	"                                       r.figures, d.codes, d.counted)\n"
	"FROM (\n"
	"    SELECT pg_catalog.array_agg(x.code) AS codes, pg_catalog.array_agg(x.counted) AS counted\n"
	"    FROM @schema@.frozen_dossier AS x\n"
	"    WHERE x.period = $1\n"
	") AS d\n"
	"WHERE r.period = $1\n"
	"RETURNING pg_catalog.encode(r.hash, 'hex')\n";
static const char freeze_verify[] =
	"SELECT r.period, 'hash', NULL::text, NULL::text,\n"
	"       pg_catalog.encode(r.hash, 'hex'), pg_catalog.encode(h.hash, 'hex')\n"
	"FROM @schema@.frozen_report AS r\n"
	"CROSS JOIN LATERAL (\n"
	"    SELECT motcua_internal.frozen_hash(r.previous, r.period, r.frozen_at, r.frozen_by, r.note,\n"
	"                                       r.figures, pg_catalog.array_agg(d.code),\n"
	"                                       pg_catalog.array_agg(d.counted)) AS hash\n"
	"    FROM @schema@.frozen_dossier AS d\n"
	"    WHERE d.period = r.period\n"
	") AS h\n"
	"WHERE r.period = $1\n"
	"  AND (r.hash IS DISTINCT FROM h.hash\n"
	"       OR r.previous IS DISTINCT FROM (SELECT p.hash\n"
	"                                       FROM @schema@.frozen_report AS p\n"
	"                                       WHERE p.place < r.place\n"
	"                                       ORDER BY p.place DESC\n"
	"                                       LIMIT 1))\n"
	"UNION ALL\n"
	"SELECT $1, 'cell', coalesce(f.label, n.label), coalesce(f.col, n.col), f.n, n.n\n"
	"FROM (\n"
	"    SELECT c.label, c.col, c.n\n"
	"    FROM @schema@.frozen_report AS r\n"
	"    CROSS JOIN LATERAL motcua_internal.report_cells(r.figures) AS c\n"
	"    WHERE r.period = $1\n"
	") AS f\n"
	"FULL JOIN motcua_internal.report_cells($3) AS n ON n.label = f.label AND n.col = f.col\n"
	"WHERE f.n IS DISTINCT FROM n.n\n"
	"UNION ALL\n"
	"SELECT $1, 'dossier', coalesce(f.code, n.code), NULL, f.counted, n.counted\n"
	"FROM (\n"
	"    SELECT d.code, d.counted,\n"
	"           pg_catalog.row_number() OVER (PARTITION BY d.code ORDER BY d.counted) AS k\n"
	"    FROM @schema@.frozen_dossier AS d\n"
	"    WHERE d.period = $1\n"
	") AS f\n"
	"FULL JOIN (\n"
	"    SELECT x.code, x.counted,\n"
	"           pg_catalog.row_number() OVER (PARTITION BY x.code ORDER BY x.counted) AS k\n"
	"    FROM ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5)) AS x (code, counted)\n"
	") AS n ON n.code = f.code AND n.k = f.k\n"
	"WHERE f.counted IS DISTINCT FROM n.counted\n"
	"ORDER BY 2, 3, 4\n";
