/*
 * This header declares how a function acts as the owner of a relation for a few statements, as
 * PostgreSQL does for foreign keys and REFRESH. Whatever works for somebody else uses it.
 */
#ifndef MOTCUA_OWNER_H
#define MOTCUA_OWNER_H

/*
 * What a function restores when it stops acting as an owner. If an error occurs, PostgreSQL
 * restores the same at the end of the transaction or subtransaction.
 */
typedef struct SavedUser
{
	Oid user;
	int context; /* the security context */
	int guc_level; /* of the settings while the function acts as the owner, 0 if they are unchanged */
} SavedUser;

/* Return the owner of a relation. Raise 42P01 if the relation was dropped. */
extern Oid motcua_owner_of(Oid relation);

/*
 * Raise 42501 if the caller does not have the rights of the owner. `what` is "attachment" or
 * "table", and `name` is its name; both are for the message.
 */
extern void motcua_check_is_owner(Oid owner, const char *what, const char *name);

/*
 * Return the name of a role that may create objects in a schema, or drop those of `owner` there,
 * without having the rights of `owner`; "PUBLIC" stands for all roles. Return NULL if there is none.
 * A statement that names objects of the schema may run as `owner` only if there is none, because
 * such a role could put its own objects in their place.
 */
extern const char *motcua_stranger_in_schema(Oid schema, Oid owner);

/* Raise 42501 if motcua_stranger_in_schema finds a role. */
extern void motcua_check_schema_is_owners(Oid schema, Oid owner);

/*
 * Become a role to run code of that role: expressions of a mapping, triggers and the like. The code
 * can neither change the session nor reach objects of the caller by search_path, as in REFRESH
 * MATERIALIZED VIEW (SECURITY_RESTRICTED_OPERATION). The caller has checked that the user may do
 * this. Return what motcua_restore_user takes.
 */
extern SavedUser motcua_become(Oid owner);

/*
 * Become a role to insert into a table of that role, whose row-level security does not apply, as
 * the checks of foreign keys do. Without code of the owner there, search_path stays as it is, which
 * is much cheaper. Return what motcua_restore_user takes.
 */
extern SavedUser motcua_become_writer(Oid owner, bool has_code);

/* Become the user again that motcua_become or motcua_become_writer returned. */
extern void motcua_restore_user(SavedUser before);

/*
 * Set search_path to pg_catalog and pg_temp, so that unqualified names mean objects of PostgreSQL.
 * Return the level that the caller gives to AtEOXact_GUC(true, level) to restore the setting.
 */
extern int motcua_with_safe_search_path(void);

#endif
