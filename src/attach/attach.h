/*
 * This header declares what attach and resume_attachment share: both make an attachment from a set
 * of arguments.
 */
#ifndef MOTCUA_ATTACH_H
#define MOTCUA_ATTACH_H

#include "utils/jsonb.h"

#include "attach/attachment.h"

/* The arguments of motcua.attach. Strings that may be left out are NULL. */
typedef struct AttachArguments
{
	Oid relation;
	const char *schema;
	const char *columns[MOTCUA_ARGUMENT_COLUMNS]; /* expressions, in the order of the record */
	const char *basis;
	const char *granularity;
	const char *target;
	const char *warn_days;
	const char *time_zone;
	const char *calendar;
	const char *as_of;
	const char *rights;
	const char *ignore_rls;
	Jsonb *extra;
} AttachArguments;

/*
 * Return the place of an argument in the struct by its name, or NULL if attach has no such text
 * argument. The arguments relation, schema_name and extra are not found.
 */
extern const char **motcua_attach_argument(AttachArguments *arguments, const char *name);

/*
 * Make the view settings, or replace it, from the arguments that are settings. The caller is
 * connected to SPI.
 */
extern void motcua_write_settings(const AttachArguments *arguments);

/*
 * Make an attachment in a schema that exists. The record is made with the rights and the
 * search_path of the current user; an error names the argument. The caller is connected to SPI.
 */
extern void motcua_make_attachment(const AttachArguments *arguments);

#endif
