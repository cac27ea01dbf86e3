/*
 * A dossier as its own history: when it was received, the limit and the due date it got,
 * then what happened to it, in time order. Everything else is a fold over the events, so
 * that a dossier can be judged as of any moment, and what was promised first stays known.
 *
 * Instants are UTC; days are Vietnamese days. Packed form, little endian, of which the
 * first MC_DOSSIER_SIZE_MIN bytes are always there:
 *   u8 version, u8 flags, u16 number of events, i64 received,
 *   [i64 limit] [i64 first due] [i64 original due, i64 due: when a redue moved them]
 *   events: u8 kind << 4 | detail, i64 at,
 *           resume but 'subtract': i64 original due, i64 due    reappoint: i64 due
 * Equal dossiers pack to equal bytes. MC_INSTANT_INFINITY stands for no due date.
 */
#ifndef MC_DOSSIER_H
#define MC_DOSSIER_H

#include "core/deadline/time_limit.h"
#include "core/dossier/outcome.h"

#define MC_DOSSIER_VERSION 1
#define MC_DOSSIER_SIZE_MIN 12
#define MC_DOSSIER_HEAD_MAX 44 /* bytes before the events */
#define MC_DOSSIER_EVENT_MAX 25 /* bytes of one event */
#define MC_DOSSIER_EVENTS_MAX 1000
#define MC_NO_LIMIT ((mc_time_limit) -1)

typedef enum mc_event_kind
{
	MC_PAUSE, /* chờ bổ sung, chờ nghĩa vụ tài chính, tạm dừng */
	MC_RESUME,
	MC_REAPPOINT, /* phiếu xin lỗi và hẹn lại ngày trả kết quả */
	MC_RESOLVE, /* the ends: as their mc_ended_as */
	MC_WITHDRAW,
	MC_REFUSE,
	MC_STOP,
	MC_RECEIVE /* begins a history; a dossier stores its receipt apart from its events */
} mc_event_kind;

/* The kinds that a dossier stores: all before MC_RECEIVE. */
#define MC_EVENT_KIND_COUNT MC_RECEIVE

typedef enum mc_pause_reason
{
	MC_PAUSE_SUPPLEMENT, /* yêu cầu bổ sung giấy tờ */
	MC_PAUSE_FEE, /* chờ thực hiện nghĩa vụ tài chính */
	MC_PAUSE_STOP /* dừng xử lý for a while */
} mc_pause_reason;

/* What a pause does to the dues: the four rules found in the field (DOMAIN 1.5). */
typedef enum mc_resume_rule
{
	MC_RESTART, /* the full limit anew (NĐ 61/2018 art. 19; OpenCPS DATE_OPTION_RESET_DUE_DATE) */
	MC_EXTEND_WORKING, /* plus the working time spent waiting (OpenCPS DATE_OPTION_CAL_WAITING) */
	MC_EXTEND_CALENDAR, /* plus the days waited less one, then one working day */
	MC_SUBTRACT /* dues stand, the pause is deducted from the end (QĐ 766 portal, 2.1) */
} mc_resume_rule;

#define MC_RESUME_RULE_COUNT 4

/* Which promise a dossier is judged by. */
typedef enum mc_due_kind
{
	MC_DUE_ORIGINAL, /* moved by pauses, never by re-appointment */
	MC_DUE_CURRENT, /* also by re-appointment */
	MC_DUE_FIRST /* the slip the citizen first got */
} mc_due_kind;

typedef struct mc_dues
{
	mc_instant original;
	mc_instant current;
} mc_dues;

typedef struct mc_event
{
	mc_instant at;
	mc_event_kind kind;
	int detail; /* mc_pause_reason, mc_resume_rule, else 0 */
	mc_dues dues; /* resume: both, reappoint: current */
} mc_event;

typedef struct mc_dossier
{
	mc_instant received;
	mc_time_limit limit; /* or MC_NO_LIMIT */
	mc_instant first_due;
	mc_dues dues; /* before any event */
	int event_count;
	const uint8_t *events; /* packed */
	const uint8_t *end;
} mc_dossier;

typedef enum mc_stage
{
	MC_STAGE_OPEN,
	MC_STAGE_PAUSED,
	MC_STAGE_ENDED
} mc_stage;

/* A dossier after some of its events. */
typedef struct mc_dossier_state
{
	mc_stage stage;
	mc_instant last; /* the last event, or the receipt */
	mc_dues dues;
	mc_instant paused_since; /* while paused */
	mc_instant ended; /* once ended, else infinity */
	mc_ended_as ended_as;
	int supplements;
	int reappointments;
	int64_t paused; /* microseconds of the pauses that are over */
	int64_t deducted; /* of those resumed by MC_SUBTRACT; */
	mc_day deducted_days; /* in days: of the day resumed less of the day paused */
} mc_dossier_state;

/* Why something cannot happen. */
typedef enum mc_refusal
{
	MC_ALLOWED,
	MC_REFUSED_ENDED, /* nothing happens to a dossier that has ended */
	MC_REFUSED_PAUSED, /* it stands still: resume it first */
	MC_REFUSED_NOT_PAUSED,
	MC_REFUSED_EARLIER, /* before the last event or the receipt */
	MC_REFUSED_PAST_PROMISE, /* a new due date before the moment it is promised */
	MC_REFUSED_TOO_MANY /* more than MC_DOSSIER_EVENTS_MAX */
} mc_refusal;

/* ---- SQL names; the readers return -1 for an unknown name ---- */

const char *mc_event_kind_name(mc_event_kind kind);
int mc_event_kind_by_name(const char *name, size_t length);

/* The detail of a pause or resume by its kind; "" and -1 for the other kinds. */
const char *mc_event_detail_name(mc_event_kind kind, int detail);
int mc_event_detail_by_name(mc_event_kind kind, const char *name, size_t length);

int mc_due_kind_by_name(const char *name, size_t length);

/* ---- packed form ---- */

/* Writes what stands before the events, for event_count events, and returns its length. */
size_t mc_pack_dossier_head(const mc_dossier *dossier, uint8_t out[MC_DOSSIER_HEAD_MAX]);

/* Writes one event and returns its length. */
size_t mc_pack_event(const mc_event *event, uint8_t out[MC_DOSSIER_EVENT_MAX]);

/* Raises the number of events in packed bytes by one. */
void mc_count_packed_event(uint8_t *packed);

/*
 * Reads packed bytes; dossier->events points into them. False when they are too short or
 * of another version. What the events say is only checked by mc_dossier_defect.
 */
bool mc_unpack_dossier(const uint8_t *packed, size_t length, mc_dossier *dossier);

/* NULL, or what is wrong with hostile packed bytes: a dossier without defect has a history that could happen. */
const char *mc_dossier_defect(const uint8_t *packed, size_t length);

/* ---- the fold ---- */

/* Takes the event at *next and moves on; false at the end, where *next is NULL if bytes are missing. Begin with *next = dossier->events. */
bool mc_next_event(const mc_dossier *dossier, const uint8_t **next, mc_event *event);

/* The state on receipt, before any event. */
mc_dossier_state mc_dossier_on_receipt(const mc_dossier *dossier);

/* Whether an event can happen to a dossier in this state. */
mc_refusal mc_event_refusal(const mc_dossier_state *state, const mc_event *event);

/* Lets an allowed event happen. */
void mc_apply_event(mc_dossier_state *state, const mc_event *event);

/* After all events. */
mc_dossier_state mc_dossier_now(const mc_dossier *dossier);

/* After the events that had happened as of a moment. */
mc_dossier_state mc_dossier_as_of(const mc_dossier *dossier, mc_moment as_of,
								  mc_granularity granularity);

/* The due date of a kind in a state; infinity when there is none. */
mc_instant mc_dossier_due(const mc_dossier *dossier, const mc_dossier_state *state,
						  mc_due_kind kind);

/*
 * The due moment that ends are compared with: later by the pauses that the rule deducts,
 * which is the same as an earlier end. A due instant at the very end of a day stands for the day.
 */
mc_moment mc_effective_due(const mc_dossier *dossier, const mc_dossier_state *state,
						   mc_due_kind kind);

/* The deadline verdict as of a moment. */
mc_outcome mc_dossier_outcome(const mc_dossier *dossier, mc_moment as_of, mc_due_kind kind,
							  mc_granularity granularity);

/* Order by current due (the most urgent first, none last), then receipt, then the rest; 0 for equal values only. */
int mc_dossier_compare(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length);

#endif
