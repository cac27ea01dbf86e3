/* Acting as the owner of a relation for a few statements, as PostgreSQL does for foreign keys and REFRESH. */
#ifndef MOTCUA_OWNER_H
#define MOTCUA_OWNER_H

/* Who acts, and under what restrictions; an error restores it at the end of the (sub)transaction. */
typedef struct motcua_identity
{
	Oid user;
	int context;
} motcua_identity;

extern Oid motcua_owner_of(Oid relation);

/* Refuses (42501) a caller without the owner's rights; what: "attachment" or "table". */
extern void motcua_check_owns(Oid relation, const char *what, const char *name);

/* Becomes the owner, with further flags of SetUserIdAndSecContext. Returns who to be again. */
extern motcua_identity motcua_act_as_owner(Oid relation, int flags);
extern void motcua_act_again_as(motcua_identity identity);

#endif
