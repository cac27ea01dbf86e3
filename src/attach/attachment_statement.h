/*
 * This header declares what an attachment was made of, for attach_statement and for
 * suspend_attachment. The caller acts as the owner of the attachment.
 */
#ifndef MOTCUA_ATTACHMENT_STATEMENT_H
#define MOTCUA_ATTACHMENT_STATEMENT_H

#include "attach/attachment.h"

/* An argument or a column by its name. */
typedef struct NamedText
{
	const char *name;
	const char *text;
} NamedText;

/*
 * Return the arguments of attach that make the attachment as it is now, a list of NamedText without
 * relation, schema_name and extra.
 */
extern List *motcua_attachment_arguments(const Attachment *attachment);

/* Return the columns of the argument extra, a list of NamedText. */
extern List *motcua_attachment_extra(const Attachment *attachment);

/*
 * Return the statements that make an attachment as it is now, a list of strings: the call of
 * attach, the grants, and the call of add_rollup if there is a roll-up. The caller is connected to
 * SPI.
 */
extern List *motcua_attachment_statements(const Attachment *attachment);

/*
 * Return the grants on an attachment's schema and views, a list of strings with one statement each.
 * The caller is connected to SPI.
 */
extern List *motcua_attachment_grants(const Attachment *attachment);

#endif
