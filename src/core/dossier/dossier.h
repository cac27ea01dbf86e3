/*
 * This header declares a dossier as its own history: when it was received, which time limit and due
 * date it got, and the events that happened to it, in the order of time. Everything else about a
 * dossier is computed by applying its events one after another. Therefore a dossier can be judged
 * as of any moment, and the due date that was promised first stays known. The glue of the SQL type
 * dossier, the due dates in dossier_dues.h and the ledger use this header.
 *
 * Instants are counted in UTC; days are days in Viet Nam. A dossier is stored in a packed form,
 * whose numbers are little endian. Its first MC_DOSSIER_SIZE_MIN bytes are always there; what
 * stands in brackets is there only if a flag says so:
 *
 *   u8 version, u8 flags, u16 number of events, i64 received,
 *   [i64 limit] [i64 first due] [i64 original due, i64 due: if a redue moved them]
 *   for each event: u8 kind << 4 | detail, i64 at,
 *           then for a resume, except with MC_SUBTRACT: i64 original due, i64 due
 *           and for a reappoint: i64 due
 *
 * Equal dossiers have equal bytes. MC_INSTANT_INFINITY stands for a missing due date.
 */
#ifndef MC_DOSSIER_H
#define MC_DOSSIER_H

#include "core/deadline/time_limit.h"
#include "core/dossier/outcome.h"

#define MC_DOSSIER_VERSION 1
#define MC_DOSSIER_SIZE_MIN 12
#define MC_DOSSIER_HEAD_MAX 44 /* largest number of bytes before the events */
#define MC_DOSSIER_EVENT_MAX 25 /* largest number of bytes of one event */
#define MC_DOSSIER_EVENTS_MAX 1000
#define MC_NO_LIMIT ((mc_time_limit) -1)

/* The kinds of events that happen to a dossier, and its receipt. */
typedef enum mc_event_kind
{
	MC_PAUSE, /* chờ bổ sung, chờ thực hiện nghĩa vụ tài chính, tạm dừng */
	MC_RESUME,
	MC_REAPPOINT, /* phiếu xin lỗi và hẹn lại ngày trả kết quả */
	MC_RESOLVE, /* the first of the four ends, in the order of mc_ended_as */
	MC_WITHDRAW,
	MC_REFUSE,
	MC_STOP,
	MC_RECEIVE /* the receipt, which is not stored among the events */
} mc_event_kind;

/* A dossier stores events of the kinds before MC_RECEIVE only. */
#define MC_EVENT_KIND_COUNT MC_RECEIVE

/* Why a dossier is paused. */
typedef enum mc_pause_reason
{
	MC_PAUSE_SUPPLEMENT, /* yêu cầu bổ sung giấy tờ */
	MC_PAUSE_FEE, /* chờ thực hiện nghĩa vụ tài chính */
	MC_PAUSE_STOP /* tạm dừng xử lý */
} mc_pause_reason;

/*
 * How the end of a pause moves the due dates. Offices in Viet Nam follow one of these four rules.
 */
typedef enum mc_resume_rule
{
	/* The full limit begins anew (NĐ 61/2018 art. 19; OpenCPS DATE_OPTION_RESET_DUE_DATE). */
	MC_RESTART,
	/* The working time of the pause is added (OpenCPS DATE_OPTION_CAL_WAITING). */
	MC_EXTEND_WORKING,
	/* The days of the pause less one are added, then one working day. */
	MC_EXTEND_CALENDAR,
	/* The due dates stay, and the pause is deducted from the end (portal of QĐ 766, 2.1). */
	MC_SUBTRACT
} mc_resume_rule;

#define MC_RESUME_RULE_COUNT 4

/* By which of its due dates a dossier is judged. */
typedef enum mc_due_kind
{
	MC_DUE_ORIGINAL, /* moved by pauses, but not by re-appointments */
	MC_DUE_CURRENT, /* moved by pauses and re-appointments */
	MC_DUE_FIRST /* as on the slip that the citizen got at the receipt */
} mc_due_kind;

/* The two due dates that events move. Each of them is MC_INSTANT_INFINITY if there is none. */
typedef struct mc_dues
{
	mc_instant original;
	mc_instant current;
} mc_dues;

/* An event that happens to a dossier. */
typedef struct mc_event
{
	mc_instant at;
	mc_event_kind kind;
	int detail; /* mc_pause_reason of a pause, mc_resume_rule of a resume, else 0 */
	mc_dues dues; /* both after a resume, the current one after a reappoint */
} mc_event;

/* An unpacked dossier. Its events stay in the packed bytes, to which it points. */
typedef struct mc_dossier
{
	mc_instant received;
	mc_time_limit limit; /* MC_NO_LIMIT if there is none */
	mc_instant first_due;
	mc_dues dues; /* the due dates before the first event */
	int event_count;
	const uint8_t *events; /* the first packed event */
	const uint8_t *end; /* end of the packed events */
} mc_dossier;

/* Where a dossier stands in its course. */
typedef enum mc_stage
{
	MC_STAGE_OPEN,
	MC_STAGE_PAUSED,
	MC_STAGE_ENDED
} mc_stage;

/* The state of a dossier after some of its events. */
typedef struct mc_dossier_state
{
	mc_stage stage;
	mc_instant last; /* time of the last event, or of the receipt */
	mc_dues dues;
	mc_instant paused_since; /* begin of the pause; defined while the stage is MC_STAGE_PAUSED */
	mc_instant ended; /* MC_INSTANT_INFINITY until the dossier ends */
	mc_ended_as ended_as; /* defined if the stage is MC_STAGE_ENDED */
	int supplements; /* number of pauses for missing papers */
	int reappointments;
	int64_t paused; /* microseconds of all pauses that are over */
	int64_t deducted; /* microseconds of the pauses that MC_SUBTRACT ended */
	mc_day deducted_days; /* the same pauses in days: day of the resume less day of the pause */
} mc_dossier_state;

/* Why an event cannot happen to a dossier. */
typedef enum mc_refusal
{
	MC_ALLOWED,
	MC_REFUSED_ENDED, /* the dossier has ended */
	MC_REFUSED_PAUSED, /* the dossier is paused and must be resumed first */
	MC_REFUSED_NOT_PAUSED, /* only a paused dossier can be resumed */
	MC_REFUSED_EARLIER, /* the event is earlier than the last event or the receipt */
	MC_REFUSED_PAST_PROMISE, /* the new due date is earlier than the event that promises it */
	MC_REFUSED_TOO_MANY /* the dossier already has MC_DOSSIER_EVENTS_MAX events */
} mc_refusal;

/* ---- SQL names ---- */

/* Return the SQL name of a kind of event. */
const char *mc_event_kind_name(mc_event_kind kind);
/* Return the mc_event_kind of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_event_kind_by_name(const char *name, size_t length);

/*
 * Return the SQL name of a detail of an event: of the reason of a pause, or of the rule of a
 * resume. For events of other kinds the name is "".
 */
const char *mc_event_detail_name(mc_event_kind kind, int detail);
/*
 * Return the mc_pause_reason or mc_resume_rule that a name of `length` bytes gives to an event of a
 * kind. Return -1 if the name is unknown or events of the kind have no detail.
 */
int mc_event_detail_by_name(mc_event_kind kind, const char *name, size_t length);

/* Return the mc_due_kind of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_due_kind_by_name(const char *name, size_t length);

/* ---- packed form ---- */

/*
 * Write the bytes that come before the events of a dossier, whose number is event_count. Return the
 * number of bytes written.
 */
size_t mc_pack_dossier_head(const mc_dossier *dossier, uint8_t out[MC_DOSSIER_HEAD_MAX]);

/* Write one event. Return the number of bytes written. */
size_t mc_pack_event(const mc_event *event, uint8_t out[MC_DOSSIER_EVENT_MAX]);

/* Raise the number of events that packed bytes state by one. */
void mc_count_packed_event(uint8_t *packed);

/*
 * Unpack the head of packed bytes; dossier->events points into them afterwards. Return false if the
 * bytes are too short or of another version. The events themselves are checked by mc_dossier_defect
 * only.
 */
bool mc_unpack_dossier(const uint8_t *packed, size_t length, mc_dossier *dossier);

/*
 * Validate packed bytes that are untrusted input. Return NULL if they are a dossier whose events
 * can have happened in their order. Otherwise return a static text that names the first defect.
 */
const char *mc_dossier_defect(const uint8_t *packed, size_t length);

/* ---- applying events ---- */

/*
 * Read the event at *next and advance *next behind it. Before the first call, set *next to
 * dossier->events. Return false if there is no further event; then *next is NULL if the last event
 * lacks bytes.
 */
bool mc_next_event(const mc_dossier *dossier, const uint8_t **next, mc_event *event);

/* Return the state of a dossier before its first event. */
mc_dossier_state mc_dossier_on_receipt(const mc_dossier *dossier);

/*
 * Return MC_ALLOWED if an event can happen to a dossier in this state, else the reason why it
 * cannot. The number of events is checked by the caller.
 */
mc_refusal mc_event_refusal(const mc_dossier_state *state, const mc_event *event);

/* Change the state by an event for which mc_event_refusal returns MC_ALLOWED. */
void mc_apply_event(mc_dossier_state *state, const mc_event *event);

/* Return the state of a dossier after all its events. */
mc_dossier_state mc_dossier_now(const mc_dossier *dossier);

/*
 * Return the state of a dossier after the events that are not later than a moment by the
 * granularity.
 */
mc_dossier_state mc_dossier_as_of(const mc_dossier *dossier, mc_moment as_of,
								  mc_granularity granularity);

/*
 * Return the due date of a kind in a state, counted in UTC, or MC_INSTANT_INFINITY if there is
 * none.
 */
mc_instant mc_dossier_due(const mc_dossier *dossier, const mc_dossier_state *state,
						  mc_due_kind kind);

/*
 * Return the due moment, in Viet Nam, that the end of the dossier is compared with. The pauses that
 * MC_SUBTRACT ended are added to the due date, because deducting them from the end gives the same
 * verdict. A due date at the last microsecond of a day stands for the whole day. If there is no due
 * date, the result is mc_never().
 */
mc_moment mc_effective_due(const mc_dossier *dossier, const mc_dossier_state *state,
						   mc_due_kind kind);

/* Return the verdict on a dossier as of a moment, in Viet Nam. */
mc_outcome mc_dossier_outcome(const mc_dossier *dossier, mc_moment as_of, mc_due_kind kind,
							  mc_granularity granularity);

/*
 * Compare two packed dossiers for sorting. Return a number below zero, zero or a number above zero.
 * Dossiers are ordered by current due date, those without one last, then by receipt, then by their
 * bytes. The result is 0 only if the dossiers are equal or one of them is damaged.
 */
int mc_dossier_compare(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length);

#endif
