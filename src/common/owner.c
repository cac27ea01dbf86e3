/*
 * This file checks who owns a relation and lets a function act as the owner. Whatever works for
 * somebody else calls it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_class.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/guc.h"
#include "utils/syscache.h"

#include "common/owner.h"

Oid
motcua_owner_of(Oid relation)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	Oid owner;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("relation with OID %u does not exist", relation),
						errhint("It was dropped meanwhile; call the function again.")));
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

void
motcua_check_is_owner(Oid owner, const char *what, const char *name)
{
	if (!has_privs_of_role(GetUserId(), owner))
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
						errmsg("must be owner of %s \"%s\"", what, name),
						errhint("Ask role \"%s\", who owns it.", GetUserNameFromId(owner, false))));
}

int
motcua_with_safe_search_path(void)
{
	int level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	return level;
}

/* Become a role; the settings stay as they are. */
static SavedUser
become(Oid owner, int flags)
{
	SavedUser before = {.guc_level = 0};

	GetUserIdAndSecContext(&before.user, &before.context);
	SetUserIdAndSecContext(owner, before.context | SECURITY_LOCAL_USERID_CHANGE |
									  SECURITY_RESTRICTED_OPERATION | flags);
	return before;
}

SavedUser
motcua_become(Oid owner)
{
	SavedUser before = become(owner, 0);

	before.guc_level = motcua_with_safe_search_path();
	return before;
}

SavedUser
motcua_become_writer(Oid owner, bool has_code)
{
	SavedUser before = become(owner, SECURITY_NOFORCE_RLS);

	if (has_code)
		before.guc_level = motcua_with_safe_search_path();
	return before;
}

void
motcua_restore_user(SavedUser before)
{
	if (before.guc_level > 0)
		AtEOXact_GUC(true, before.guc_level);
	SetUserIdAndSecContext(before.user, before.context);
}
