/*
 * This file was made by tools/generate-attachment from sql/attachment/opencps/:
 * do not edit it.
 */
static const char opencps_calendar[] =
	"INSERT INTO motcua.calendar (name, title)\n"
	"VALUES ($1, pg_catalog.concat('OpenCPS, groupid ', $2))\n"
	"ON CONFLICT (name) DO NOTHING\n";
static const char opencps_channel[] =
	"CASE WHEN online_ THEN 'Trực tuyến'\n"
	"     WHEN @by_post@ THEN 'Dịch vụ bưu chính'\n"
	"     ELSE 'Trực tiếp' END\n";
static const char opencps_day[] =
	"INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source)\n"
	"VALUES ($1, $2, $3, $4, $5, $6)\n"
	"ON CONFLICT (calendar, day) DO NOTHING\n";
static const char opencps_ended_as[] =
	"CASE dossierstatus WHEN 'cancelled' THEN 'withdrawn'\n"
	"                   WHEN 'unresolved' THEN 'stopped'\n"
	"                   ELSE 'result' END\n";
static const char opencps_ended_at[] =
	"coalesce(releasedate, finishdate,\n"
	"    CASE WHEN dossierstatus = 'cancelled' THEN coalesce(cancellingdate, modifieddate)\n"
	"         WHEN dossierstatus IN ('done', 'unresolved') THEN modifieddate END)\n";
static const char opencps_field[] =
	"(SELECT pg_catalog.max(nullif(s.domainname, ''))\n"
	" FROM @procedures@ AS s\n"
	" WHERE s.groupid = opencps_dossier.groupid AND s.servicecode = opencps_dossier.servicecode)\n";
static const char opencps_forget_days[] =
	"DELETE FROM motcua.calendar_day WHERE calendar = $1 AND source LIKE 'OpenCPS, holidayid %'\n";
static const char opencps_holidays[] =
	"SELECT h.holidayid, h.holidaydate, l.at::date, @type@, nullif(h.description, ''),\n"
	"       l.at::time = '00:00'\n"
	"FROM @holidays@ AS h\n"
	"CROSS JOIN LATERAL (\n"
	"    SELECT h.holidaydate AT TIME ZONE $2 AT TIME ZONE 'Asia/Ho_Chi_Minh'\n"
	") AS l (at)\n"
	"WHERE h.groupid = $1\n"
	"ORDER BY l.at::date, h.holidayid\n";
static const char opencps_officer[] =
	"(SELECT @name@\n"
	" FROM @actions@ AS a\n"
	" WHERE a.dossierid = opencps_dossier.dossierid\n"
	" ORDER BY a.createdate DESC NULLS LAST, a.dossieractionid DESC\n"
	" LIMIT 1)\n";
static const char opencps_paused_since[] =
	"(SELECT pg_catalog.min(p.createdate)\n"
	" FROM @actions@ AS p\n"
	" WHERE p.dossierid = opencps_dossier.dossierid\n"
	"   AND pg_catalog.concat(p.groupid, ' ', p.actioncode) = ANY (ARRAY(\n"
	"       SELECT pg_catalog.concat(c.groupid, ' ', c.actioncode)\n"
	"       FROM @configuration@ AS c\n"
	"       WHERE c.dateoption = 1))\n"
	"   AND NOT EXISTS (\n"
	"       SELECT\n"
	"       FROM @actions@ AS r\n"
	"       WHERE r.dossierid = p.dossierid\n"
	"         AND (r.createdate, r.dossieractionid) > (p.createdate, p.dossieractionid)\n"
	"         AND pg_catalog.concat(r.groupid, ' ', r.actioncode) = ANY (ARRAY(\n"
	"             SELECT pg_catalog.concat(c.groupid, ' ', c.actioncode)\n"
	"             FROM @configuration@ AS c\n"
	"             WHERE c.dateoption IN (3, 6)))))\n";
static const char opencps_shift[] =
	"INSERT INTO motcua.shift (calendar, weekdays, opens, closes)\n"
	"VALUES ($1, $2, '@opens@', '@closes@')\n";
static const char opencps_time_limit[] =
	"CASE WHEN durationcount > 0\n"
	"     THEN pg_catalog.trim_scale(pg_catalog.round(durationcount::numeric, 2))::text\n"
	"          || CASE durationunit WHEN 0 THEN ' ngày làm việc' WHEN 1 THEN ' giờ làm việc' END END\n";
static const char opencps_unit[] =
	"CASE WHEN EXISTS (SELECT\n"
	"                  FROM motcua.agency AS g\n"
	"                  WHERE g.code = opencps_dossier.govagencycode::text COLLATE \"C\")\n"
	"     THEN govagencycode\n"
	"     ELSE coalesce(nullif(govagencyname, ''), nullif(govagencycode, '')) END\n";
static const char opencps_worktime[] =
	"SELECT w.worktimeid, w.day, w.hours\n"
	"FROM @worktime@ AS w\n"
	"WHERE w.groupid = $1\n"
	"ORDER BY w.day, w.worktimeid\n";
