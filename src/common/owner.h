/*
 * This header declares how a function acts as the owner of a relation for a few statements, as
 * PostgreSQL does for foreign keys and REFRESH. The roll-ups and the watch log use it.
 */
#ifndef MOTCUA_OWNER_H
#define MOTCUA_OWNER_H

/*
 * The user that acts, and the security context of that user. If an error occurs, PostgreSQL
 * restores both at the end of the transaction or subtransaction.
 */
typedef struct SavedUser
{
	Oid user;
	int context;
} SavedUser;

/* Return the owner of a relation. */
extern Oid motcua_owner_of(Oid relation);

/*
 * Raise 42501 if the caller does not have the rights of the owner. `what` is "attachment" or
 * "table", and `name` is its name; both are for the message.
 */
extern void motcua_check_owns(Oid relation, const char *what, const char *name);

/*
 * Become the owner of a relation. `flags` are further flags of SetUserIdAndSecContext. Return the
 * previous user, which the caller gives to motcua_restore_user.
 */
extern SavedUser motcua_act_as_owner(Oid relation, int flags);
/* Become the user again that motcua_act_as_owner returned. */
extern void motcua_restore_user(SavedUser identity);

#endif
