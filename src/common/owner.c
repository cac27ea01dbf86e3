/*
 * This file checks who owns a relation and lets a function act as the owner. Whatever works for
 * somebody else calls it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_class.h"
#include "catalog/pg_namespace.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
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

/* Return a role other than the owner to which an ACL grants CREATE, "PUBLIC", or NULL. */
static const char *
grantee_of_create(const Acl *acl, Oid owner)
{
	for (int at = 0; at < ACL_NUM(acl); at++)
	{
		const AclItem *item = &ACL_DAT(acl)[at];

		if ((ACLITEM_GET_PRIVS(*item) & ACL_CREATE) == 0)
			continue;
		if (item->ai_grantee == ACL_ID_PUBLIC)
			return "PUBLIC";
		if (!has_privs_of_role(item->ai_grantee, owner))
			return GetUserNameFromId(item->ai_grantee, true);
	}
	return NULL;
}

const char *
motcua_stranger_in_schema(Oid schema, Oid owner)
{
	HeapTuple tuple = SearchSysCache1(NAMESPACEOID, ObjectIdGetDatum(schema));
	Oid schema_owner;
	const char *stranger = NULL;
	bool acl_is_default;
	Datum acl;

	if (!HeapTupleIsValid(tuple))
		return NULL;
	schema_owner = ((Form_pg_namespace) GETSTRUCT(tuple))->nspowner;
	acl = SysCacheGetAttr(NAMESPACEOID, tuple, Anum_pg_namespace_nspacl, &acl_is_default);
	if (!has_privs_of_role(schema_owner, owner))
		stranger = GetUserNameFromId(schema_owner, true);
	else if (!acl_is_default)
		stranger = grantee_of_create(DatumGetAclP(acl), owner);
	ReleaseSysCache(tuple);
	return stranger;
}

void
motcua_check_schema_is_owners(Oid schema, Oid owner)
{
	const char *stranger = motcua_stranger_in_schema(schema, owner);
	const char *name = get_namespace_name(schema);

	if (stranger != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("role \"%s\" may create objects in schema \"%s\"", stranger, name),
				 errdetail("Such an object could run with the rights of role \"%s\", who owns the "
						   "attachment.",
						   GetUserNameFromId(owner, true)),
				 errhint("REVOKE CREATE ON SCHEMA %s from that role, or let role \"%s\" own the "
						 "schema.",
						 quote_identifier(name), GetUserNameFromId(owner, true))));
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
