/*
 * This file checks who owns a relation and lets a function act as the owner. The roll-ups and the
 * watch log call it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_class.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/syscache.h"

#include "common/owner.h"

Oid
motcua_owner_of(Oid relation)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	Oid owner;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for relation %u", relation);
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

void
motcua_check_owns(Oid relation, const char *what, const char *name)
{
	Oid owner = motcua_owner_of(relation);

	if (!has_privs_of_role(GetUserId(), owner))
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
						errmsg("must be owner of %s \"%s\"", what, name),
						errhint("Ask role \"%s\", who owns it.", GetUserNameFromId(owner, false))));
}

SavedUser
motcua_act_as_owner(Oid relation, int flags)
{
	SavedUser before;

	GetUserIdAndSecContext(&before.user, &before.context);
	SetUserIdAndSecContext(motcua_owner_of(relation),
						   before.context | SECURITY_LOCAL_USERID_CHANGE | flags);
	return before;
}

void
motcua_restore_user(SavedUser identity)
{
	SetUserIdAndSecContext(identity.user, identity.context);
}
