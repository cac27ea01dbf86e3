#!/usr/bin/env python3
"""An independent model of the type dossier, and random histories of it for
test/t/dossier/dossiers.pl.

    dossiers.py SEED LEGAL ILLEGAL FOLDER < days.csv     (day, works in vn, works in vn_statutory)

writes what the extension must make of them as CSV: heads, steps, verdicts, pauses, redues, tallies.
The model is a list of what happened; each question is answered by walking through it.
"""
import csv
import datetime
import random
import sys

from office import DAY, HOUR, LAST_MOMENT, MORNING, Office, day_number, day_of, time_of

ENDS = {"resolve": "result", "withdraw": "withdrawn", "refuse": "refused", "stop": "stopped"}
RULES = ("restart", "extend_working", "extend_calendar", "subtract")
REASONS = ("supplement", "supplement", "fee", "stop")
LEGAL = "00000"
IMPOSSIBLE = "55000"
OUT_OF_RANGE = "22008"
UNKNOWN_WORD = "22023"


class Refused(Exception):
    pass


class Event:
    """An event, and the due dates from then on."""

    def __init__(self, at, kind, detail, original, current):
        self.at, self.kind, self.detail, self.original, self.current = (
            at,
            kind,
            detail,
            original,
            current,
        )


class Dossier:
    def __init__(self, received, limit, due):
        self.received, self.limit, self.first = received, limit, due
        self.events = [Event(received, "receive", None, due, due)]

    # ---- history ----

    def last(self):
        return self.events[-1]

    def state(self):
        kind = self.last().kind
        return "ended" if kind in ENDS else "paused" if kind == "pause" else "open"

    def dues(self):
        return {
            "first": self.first,
            "original": self.last().original,
            "current": self.last().current,
        }

    def apply(self, office, at, kind, detail):
        """Add an event, or raise Refused with the SQLSTATE."""
        allowed = {
            "pause": ("open",),
            "resume": ("paused",),
            "reappoint": ("open",),
            "resolve": ("open",),
        }
        if self.state() not in allowed.get(kind, ("open", "paused")):
            raise Refused(IMPOSSIBLE)
        if at < self.last().at or (kind == "reappoint" and detail < at):
            raise Refused(IMPOSSIBLE)
        original, current = self.last().original, self.last().current
        if kind == "resume":
            original, current = self.resumed(office, original, current, at, detail)
        elif kind == "reappoint":
            current = detail
        self.events.append(Event(at, kind, detail, original, current))

    def resumed(self, office, original, current, at, rule):
        if rule == "restart":
            if self.limit is None:
                raise Refused(IMPOSSIBLE)
            return (office.due_at(at, self.limit),) * 2
        return tuple(
            due and moved(office, due, self.last().at, at, rule) for due in (original, current)
        )

    def pauses(self):
        """Yield (event of the pause, event that ended it or None)."""
        found = []
        for event, following in zip(self.events, self.events[1:] + [None]):
            if event.kind == "pause":
                found.append((event, following))
        return found

    def paused_time(self):
        return sum(following.at - event.at for event, following in self.pauses() if following)

    # ---- verdicts ----

    def as_it_was(self, happened):
        """Return the dossier without the events that had not happened. The receipt always had."""
        was = Dossier(self.received, self.limit, self.first)
        was.events += [event for event in self.events[1:] if happened(event.at)]
        return was

    def by_day(self, day):
        return self.as_it_was(lambda at: day_of(at) <= day)

    def by_instant(self, moment):
        return self.as_it_was(lambda at: at <= moment)

    def effective_due(self, which, by):
        """Return the due date, in days or microseconds, less the pauses that 'subtract' ended."""
        due = self.dues()[which]
        if due is None:
            return None
        measure = day_of if by == "day" else lambda moment: moment
        return measure(due) + sum(
            measure(following.at) - measure(event.at)
            for event, following in self.pauses()
            if following and following.detail == "subtract"
        )

    def outcome_by_day(self, day, which):
        was = self.by_day(day)
        return was.verdict(was.effective_due(which, "day"), day, day_of)

    def outcome_by_instant(self, moment, which, as_of_is_day):
        was = self.by_instant(moment)
        stated = was.dues()[which]
        due_stands_for_day = stated is not None and time_of(stated) == LAST_MOMENT
        if due_stands_for_day or (as_of_is_day and was.state() == "open"):  # in these cases days decide
            return was.verdict(was.effective_due(which, "day"), day_of(moment), day_of)
        return was.verdict(was.effective_due(which, "instant"), moment, lambda m: m)

    def verdict(self, due, as_of, measure):
        state = self.state()
        if state == "paused":
            return "paused"
        if state == "open":
            return "in_time" if due is None or as_of <= due else "overdue"
        ended = measure(self.last().at)
        return "on_time" if due is None or ended == due else "early" if ended < due else "late"

    def days_late(self, office, day, which):
        if self.outcome_by_day(day, which) not in ("late", "overdue"):
            return 0
        was = self.by_day(day)
        until = day_of(was.last().at) if was.state() == "ended" else day
        return max(1, office.working_days_between(was.effective_due(which, "day"), until))

    def time_left(self, office, moment, which):
        was = self.by_instant(moment)
        due = was.effective_due(which, "instant")
        if due is None:
            return None
        since = moment if was.state() == "open" else was.last().at
        return office.working_time_between(since, due)

    # ---- after an edit of the calendar ----

    def redue(self, office, move):
        """Return (original, current) of a replay on another calendar."""

        def stage(old, new):
            if old is None or new is None:
                return new
            return new if move == "any" or new >= old else office.rolled(old)

        if self.first is None:
            original = current = None
        elif self.limit is None:
            original = current = office.rolled(self.first)
        else:
            original = current = stage(self.first, office.due_at(self.received, self.limit))
        for before, event in zip(self.events, self.events[1:]):
            if event.kind == "reappoint":
                current = office.rolled(event.detail)
            elif event.kind == "resume" and event.detail == "restart":
                original = current = stage(event.original, office.due_at(event.at, self.limit))
            elif event.kind == "resume":
                again = [
                    due and moved(office, due, before.at, event.at, event.detail)
                    for due in (original, current)
                ]
                original, current = stage(event.original, again[0]), stage(event.current, again[1])
        return original, current


def moved(office, due, paused, resumed, rule):
    if rule == "extend_working":
        return office.add_working_time(due, office.working_time_between(paused, resumed))
    if rule == "extend_calendar":
        day = day_of(due) + day_of(resumed) - day_of(paused) - 1
        return office.after(day) * DAY + time_of(due)
    return due


# ---- tallies: the counters of the report form ----

COUNTERS = (
    "new_online new_direct carried early on_time late open_in_time open_overdue open_paused due_met"
    " due_missed on_time_no_due withdrawn refused stopped withdrawn_late refused_late stopped_late"
    " invalid"
).split()


def tally(dossiers, since, until):
    """Return the counters of (dossier, online) over the days since..until."""
    count = dict.fromkeys(COUNTERS, 0)
    for dossier, online in dossiers:
        received = day_of(dossier.received)
        was = dossier.by_day(until)
        ended = day_of(was.last().at) if was.state() == "ended" else None
        if received > until:
            continue
        verdict = dossier.outcome_by_day(until, "original")
        due = was.effective_due("original", "day")
        if due is not None and since <= max(due, received) <= until:
            count_due(count, verdict, max(due, received) == until)
        if ended is not None and ended < since:
            continue
        count["carried" if received < since else "new_online" if online else "new_direct"] += 1
        if ended is None:
            count["open_" + verdict if verdict != "paused" else "open_paused"] += 1
            continue
        count[verdict] += 1
        count["on_time_no_due"] += due is None
        way = ENDS[was.last().kind]
        if way != "result":
            count[way] += 1
            count[way + "_late"] += verdict == "late"
    return count


def count_due(count, verdict, on_last_day):
    if verdict in ("early", "on_time"):
        count["due_met"] += 1
    elif verdict == "late" or (verdict == "overdue" and not on_last_day):
        count["due_missed"] += 1


# ---- random histories ----

LIMITS = {
    "10 ngày làm việc": ("working_day", 1000),
    "5 ngày làm việc": ("working_day", 500),
    "1 ngày làm việc": ("working_day", 100),
    "20 ngày làm việc": ("working_day", 2000),
    "0,5 ngày làm việc": ("working_day", 50),
    "2,5 ngày làm việc": ("working_day", 250),
    "trong ngày": ("working_day", 0),
    "8 giờ làm việc": ("working_hour", 800),
    "3,25 giờ làm việc": ("working_hour", 325),
    "15 ngày": ("day", 1500),
    "1,5 ngày": ("day", 150),
    "0,75 ngày": ("day", 75),
    "2 tuần": ("week", 200),
    "1 tháng": ("month", 100),
    "0,5 tháng": ("month", 50),
    "1 năm": ("year", 100),
    "72 giờ": ("hour", 7200),
    "1,5 giờ": ("hour", 150),
}
FIRST_DAY = day_number(datetime.date(2023, 6, 1))
LAST_DAY = day_number(datetime.date(2027, 6, 30))


def text(moment):
    """Return the moment as a text that PostgreSQL reads alike in every session's zone."""
    if moment is None:
        return ""
    at = datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=moment)
    return at.isoformat(sep=" ") + "+07"


class Histories:
    def __init__(self, seed, offices):
        self.random, self.offices, self.vn = random.Random(seed), offices, offices["vn"]
        self.office = self.vn  # the office of the present history
        self.differing = [
            day
            for day in range(FIRST_DAY, LAST_DAY)
            if (day in self.vn.works) != (day in offices["vn_statutory"].works)
        ]

    def gap(self):
        unit = self.random.choice((0, 1, 60_000_000, HOUR, HOUR, DAY, DAY, DAY, 7 * DAY))
        gap = unit * self.random.randint(1, 20) // self.random.choice((1, 1, 3))
        return gap if self.random.random() < 0.3 else gap // 60_000_000 * 60_000_000

    def receipt(self):
        day = self.random.randint(FIRST_DAY, LAST_DAY) * DAY
        if self.random.random() < 0.4:
            day = (self.random.choice(self.differing) - self.random.randint(0, 16)) * DAY
        return day + self.random.choice(
            (
                self.random.randint(MORNING[0], 17 * HOUR) // 60_000_000 * 60_000_000,
                self.random.randrange(DAY),
                MORNING[0],
                MORNING[1],
                15 * HOUR,
                17 * HOUR,
                0,
            )
        )

    def begin(self):
        received = self.receipt()
        calendar = self.random.choice(("vn", "vn", "vn_statutory"))
        self.office = self.offices[calendar]
        if self.random.random() < 0.7:
            name = self.random.choice(list(LIMITS))
            return (
                Dossier(received, LIMITS[name], self.office.due_at(received, LIMITS[name])),
                name,
                calendar,
            )
        due = received + self.random.choice((1, 1, 1, -1)) * self.gap()
        due = self.random.choice(
            (due, due, day_of(due) * DAY + LAST_MOMENT, day_of(due) * DAY, None)
        )
        return Dossier(received, None, due), None, calendar

    def legal_kind(self, dossier):
        if dossier.state() == "paused":
            return self.random.choice(("resume",) * 16 + ("withdraw", "refuse", "stop"))
        return self.random.choice(
            ("pause",) * 14 + ("reappoint",) * 6 + ("resolve", "withdraw", "refuse", "stop")
        )

    def detail(self, dossier, kind, at):
        if kind == "pause":
            return self.random.choice(REASONS)
        if kind == "resume":
            return self.random.choice(RULES if dossier.limit else RULES[1:])
        if kind == "reappoint":
            due = at + self.gap()
            return max(
                at,
                self.random.choice(
                    (due, day_of(due) * DAY + 17 * HOUR, day_of(due) * DAY + LAST_MOMENT)
                ),
            )
        return None

    def legal_step(self, dossier):
        kind = self.legal_kind(dossier)
        at = dossier.last().at + self.gap()
        return at, kind, self.detail(dossier, kind, at)

    def illegal_step(self, dossier):
        """Return (at, event, detail, SQLSTATE) of an event that cannot happen now."""
        at, state = dossier.last().at + self.gap(), dossier.state()
        wrong = {
            "ended": ("pause", "resume", "reappoint", "resolve", "withdraw", "refuse", "stop"),
            "paused": ("pause", "reappoint", "resolve"),
            "open": ("resume",),
        }[state]
        faults = [(at, kind, self.detail(dossier, kind, at), IMPOSSIBLE) for kind in wrong]
        if state != "ended":
            kind = self.legal_kind(dossier)
            earlier = dossier.last().at - max(1, self.gap())
            faults += [(earlier, kind, self.detail(dossier, kind, at), IMPOSSIBLE)] * 2
            faults.append(
                (
                    self.random.choice(("infinity", "-infinity")),
                    kind,
                    self.detail(dossier, kind, at),
                    OUT_OF_RANGE,
                )
            )
        if state == "open":
            faults += [
                (at, "reappoint", at - 1 - self.gap(), IMPOSSIBLE),
                (at, "pause", self.random.choice(("", "Supplement", "lost")), UNKNOWN_WORD),
                (at, "reappoint", "infinity", OUT_OF_RANGE),
            ]
        if state == "paused":
            faults.append(
                (at, "resume", self.random.choice(("", "RESTART", "extend")), UNKNOWN_WORD)
            )
            if dossier.limit is None:
                faults.append((at, "resume", "restart", IMPOSSIBLE))
        return self.random.choice(faults)


class Writer:
    """Write one CSV file for each table."""

    def __init__(self, folder, names):
        self.files = {
            name: open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") for name in names
        }
        self.csv = {
            name: csv.writer(file, lineterminator="\n") for name, file in self.files.items()
        }

    def row(self, name, *values):
        self.csv[name].writerow(["" if value is None else value for value in values])

    def close(self):
        for file in self.files.values():
            file.close()


def moment_or_word(value):
    return value if value is None or isinstance(value, str) else text(value)


def write_step(out, number, step, dossier, at, kind, detail, state):
    dues = dossier.dues()
    out.row(
        "step",
        number,
        step,
        moment_or_word(at),
        kind,
        moment_or_word(detail) if kind == "reappoint" else f"={detail or ''}",
        state,
        text(dues["first"]),
        text(dues["original"]),
        text(dues["current"]),
        dossier.paused_time(),
    )


def write_history(out, histories, number, illegal):
    dossier, name, calendar = histories.begin()
    out.row(
        "head",
        number,
        text(dossier.received),
        name,
        text(dossier.first),
        histories.random.choice(("true", "false", "")),
        calendar,
    )
    write_step(out, number, 0, dossier, dossier.received, "receive", name, LEGAL)
    steps = histories.random.randint(0, 8)
    fault_at = histories.random.randint(0, steps) if illegal else -1
    for step in range(1, steps + 2):
        if step - 1 == fault_at:
            at, kind, detail, state = histories.illegal_step(dossier)
            if not isinstance(at, str) and not isinstance(detail, str):
                assert refusal(histories, dossier, at, kind, detail) == state
            write_step(out, number, step, dossier, at, kind, detail, state)
        elif dossier.state() != "ended" and step <= steps:
            at, kind, detail = histories.legal_step(dossier)
            dossier.apply(histories.office, at, kind, detail)
            write_step(out, number, step, dossier, at, kind, detail, LEGAL)
    return dossier


def refusal(histories, dossier, at, kind, detail):
    try:
        dossier.apply(histories.office, at, kind, detail)
    except Refused as refused:
        return str(refused)
    return LEGAL


def write_pauses(out, number, dossier):
    ranges = [
        f'["{text(event.at)}",' + (f'"{text(following.at)}")' if following else ")")
        for event, following in dossier.pauses()
        if following is None or following.at > event.at
    ]
    out.row(
        "pauses",
        number,
        "{" + ",".join(ranges) + "}",
        sum(event.detail == "supplement" for event, _ in dossier.pauses()),
        sum(event.kind == "reappoint" for event in dossier.events),
        text(dossier.last().at) if dossier.state() == "ended" else "",
        ENDS.get(dossier.last().kind),
    )


def write_verdicts(out, histories, number, dossier):
    choose = histories.random
    near = [event.at for event in dossier.events] + [
        due for due in dossier.dues().values() if due is not None
    ]
    for _ in range(4):
        moment = choose.choice(near) + choose.choice(
            (0, 0, 0, 1, -1, histories.gap(), -histories.gap())
        )
        which = choose.choice(("original", "original", "current", "first"))
        day = choose.random() < 0.5
        if day:
            moment = day_of(moment) * DAY + LAST_MOMENT
        out.row(
            "verdict",
            number,
            text(moment),
            "true" if day else "false",
            which,
            dossier.outcome_by_day(day_of(moment), which),
            dossier.outcome_by_instant(moment, which, day),
            dossier.days_late(histories.vn, day_of(moment), which),
            dossier.time_left(histories.vn, moment, which),
        )


def write_redue(out, histories, number, dossier):
    name, move = histories.random.choice(("vn", "vn_statutory")), histories.random.choice(
        ("forward", "any")
    )
    original, current = dossier.redue(histories.offices[name], move)
    out.row("redue", number, name, move, text(original), text(current))


def write_tallies(out, histories, dossiers):
    choose = histories.random
    for number in range(40):
        since = choose.randint(FIRST_DAY - 60, LAST_DAY + 60)
        until = since + choose.choice((0, 1, 30, 90, choose.randint(0, 800)))
        remainder = choose.randint(0, 6)
        chosen = [
            (dossier, online)
            for index, (dossier, online) in enumerate(dossiers)
            if index % 7 == remainder
        ]
        count = tally(chosen, since, until)
        out.row(
            "tally",
            number,
            remainder,
            text(since * DAY)[:10],
            text(until * DAY)[:10],
            "(" + ",".join(str(count[name]) for name in COUNTERS) + ")",
        )


def main():
    seed, legal, illegal, folder = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    days = [
        (day_number(datetime.date.fromisoformat(day)), vn, statutory)
        for day, vn, statutory in csv.reader(sys.stdin)
    ]
    histories = Histories(
        seed,
        {
            "vn": Office(day for day, works, _ in days if works == "t"),
            "vn_statutory": Office(day for day, _, works in days if works == "t"),
        },
    )
    out = Writer(folder, ("head", "step", "pauses", "verdict", "redue", "tally"))
    dossiers = []
    for number in range(legal + illegal):
        dossier = write_history(out, histories, number, number >= legal)
        write_pauses(out, number, dossier)
        write_verdicts(out, histories, number, dossier)
        write_redue(out, histories, number, dossier)
        dossiers.append((dossier, number % 3 == 0))
    write_tallies(out, histories, dossiers)
    out.close()


if __name__ == "__main__":
    main()
