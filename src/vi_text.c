#include "postgres.h"

#include "mb/pg_wchar.h"

#include "vi_text.h"

void
motcua_require_utf8(void)
{
	if (unlikely(GetDatabaseEncoding() != PG_UTF8))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("Vietnamese text functions need a database in UTF8, this one is in \"%s\"", GetDatabaseEncodingName()),
				 errhint("Create the database with ENCODING 'UTF8'.")));
}
