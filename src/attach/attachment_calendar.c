/*
 * This file holds the trigger by which attachments follow the calendar that their settings name: a
 * new name is written to the settings, and a calendar that an attachment has cannot be deleted.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "fmgr.h"

#include "attach/attach.h"
#include "attach/attachment.h"
#include "attach/attachment_statement.h"
#include "common/owner.h"
#include "common/own_trigger.h"

/*
 * Write another calendar to the settings of an attachment. The editor of calendars need not own the
 * attachment: the statement is the library's own, it runs as the owner, and of the owner's code it
 * only parses the expression of the day.
 */
static void
write_calendar(const Attachment *attachment, const char *calendar)
{
	AttachArguments arguments = {.schema = attachment->name, .ignore_rls = "false"};
	SavedUser before = motcua_become(attachment->owner);
	ListCell *cell;

	SPI_connect();
	foreach (cell, motcua_attachment_arguments(attachment))
	{
		NamedText *argument = lfirst(cell);

		*motcua_attach_argument(&arguments, argument->name) = argument->text;
	}
	arguments.calendar = calendar;
	motcua_write_settings(&arguments);
	SPI_finish();
	motcua_restore_user(before);
}

/* Raise 23503: an attachment has the calendar that is to be deleted. */
static void
refuse_deletion(const Attachment *attachment)
{
	ereport(ERROR, (errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
					errmsg("calendar \"%s\" cannot be removed: attachment \"%s\" has it",
						   attachment->calendar, attachment->name),
					errhint("Attach its table with another calendar first.")));
}

PG_FUNCTION_INFO_V1(motcua_calendar_pinned);
Datum
motcua_calendar_pinned(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	char *name = motcua_trigger_text(trigger, trigger->tg_trigtuple, "name");
	bool is_renamed = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event);
	ListCell *cell;

	foreach (cell, motcua_schemas_with("settings"))
	{
		Attachment attachment;
		bool is_marked;

		if (motcua_read_attachment(lfirst_oid(cell), &attachment, &is_marked) != NULL ||
			strcmp(attachment.calendar, name) != 0)
			continue;
		if (!is_renamed)
			refuse_deletion(&attachment);
		write_calendar(&attachment, motcua_trigger_text(trigger, trigger->tg_newtuple, "name"));
	}
	PG_RETURN_POINTER(NULL);
}
