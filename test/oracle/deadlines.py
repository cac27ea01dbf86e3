#!/usr/bin/env python3
"""An oracle for deadlines: random cases and their due dates, found by walking.

    deadlines.py FOLDER SEED COUNT

FOLDER holds what the extension publishes about its calendars, in COPY's text format:

    calendars  name, parent, late_reception, same_day_cutoff, due_time     (\\N: as the parent)
days       name, first day, one letter a day: w works, r rests by the work week, o off by decision
shifts     calendar, 0 local or 1 shipped, valid from, valid until (out), season_start, season_end,
               weekdays, opens, closes, counts

It writes FOLDER/cases: number, calendar, received, amount, unit, due on, due at, ends of coverage
(t or f); \\N where the answer lies outside the calendar. Written from the rules alone (Civil Code
2015 art. 147-148 and the policies of a calendar); nothing here is indexed, summed in advance or
searched by halves: every answer is a walk over days, and inside a day over its hours. Moments are
pairs (day, microsecond of the day).
"""
import random
import re
import sys
from calendar import monthrange
from datetime import date

SECOND = 1_000_000
DAY = 86_400 * SECOND
END_OF_DAY = DAY - 1
UNITS = ['working_day', 'working_hour', 'day', 'day_skip_holiday', 'week', 'month', 'year', 'hour']


class Outside(Exception):
    """The walk left the days of the calendar."""


def seconds(text):
    hours, minutes, rest = text.split(':')
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


def rows(name):
    with open(name, encoding='utf-8') as file:
        for line in file:
            yield [None if field == '\\N' else field for field in line.rstrip('\n').split('\t')]


class Shift:
    def __init__(self, layer, fields):
        since, until, self.season_start, self.season_end, self.weekdays, opens, closes, counts = (
            fields
        )
        self.layer = layer
        self.since = date.fromisoformat(since).toordinal() if since else 0
        self.until = date.fromisoformat(until).toordinal() if until else 10**9
        self.opens, self.closes, self.counts = seconds(opens), seconds(closes), counts == 't'

    def in_force(self, day, month_day):
        if not self.since <= day < self.until:
            return False
        if self.season_start <= self.season_end:
            return self.season_start <= month_day <= self.season_end
        return month_day >= self.season_start or month_day <= self.season_end

    def on_weekday(self, weekday):
        return self.weekdays[weekday] == '1'


class Calendar:
    def __init__(self, name):
        self.name = name
        self.shifts = []
        self.policy = {}
        self.first, self.letters = 0, ''
        self.hours_seen = {}

    # ---- days ----

    def letter(self, day):
        if not self.first <= day < self.first + len(self.letters):
            raise Outside
        return self.letters[day - self.first]

    def works(self, day):
        return self.letter(day) == 'w'

    def skipped(self, day):
        return self.letter(day) == 'o'

    def on_or_after(self, day):
        while not self.works(day):
            day += 1
        return day

    def after(self, day):
        return self.on_or_after(day + 1)

    def working_days_after(self, day, count):
        for _ in range(count):
            day = self.after(day)
        return day

    def unskipped_days_after(self, day, count):
        while count > 0:
            day += 1
            if not self.skipped(day):
                count -= 1
        return day

    # ---- hours ----

    def hours(self, day):
        """Return the openings of a day in order: (opens, closes, counts) in microseconds."""
        if day not in self.hours_seen:
            self.hours_seen[day] = second_by_second(self.shifts_of(day))
        return self.hours_seen[day]

    def shifts_of(self, day):
        letter = self.letter(day)
        if letter == 'o':
            return ()
        when = date.fromordinal(day)
        in_force = [s for s in self.shifts if s.in_force(day, when.strftime('%m-%d'))]
        own = nearest([s for s in in_force if s.on_weekday(when.weekday())])
        if letter == 'r':
            return tuple((s.opens, s.closes, False) for s in own)
        clock = nearest([s for s in in_force if s.counts and s.on_weekday(when.weekday())])
        if not clock:
            clock = nearest([s for s in in_force if s.counts and s.on_weekday(0)])
        if not any(s.counts for s in own):
            own = own + clock
        return tuple((s.opens, s.closes, s.counts) for s in own)

    def counting(self, day):
        return [(opens, closes) for opens, closes, counts in self.hours(day) if counts]

    def close(self, day):
        spans = self.counting(day)
        return min(spans[-1][1], END_OF_DAY) if spans else END_OF_DAY

    def is_open(self, moment):
        day, time = moment
        return any(opens <= time < closes for opens, closes, _ in self.hours(day))

    def next_opening(self, moment):
        day, time = moment
        while True:
            for opens, _, _ in self.hours(day):
                if opens >= time:
                    return day, opens
            day, time = day + 1, 0

    def first_working_moment(self, moment):
        day, time = moment
        while True:
            for opens, closes in self.counting(day):
                if time < closes:
                    return day, max(time, opens)
            day, time = day + 1, 0

    def work(self, moment, amount):
        """Return the earliest moment at which that many microseconds are worked. amount > 0."""
        day, time = moment
        while True:
            for opens, closes in self.counting(day):
                begin = max(time, opens)
                if begin < closes:
                    if amount <= closes - begin:
                        return later((day, begin), amount)
                    amount -= closes - begin
            day, time = day + 1, 0


def nearest(shifts):
    layer = min((s.layer for s in shifts), default=None)
    return [s for s in shifts if s.layer == layer]


patterns = {}


def second_by_second(shifts):
    """The hours of a day from shifts that may overlap: each second is closed,
    open, or open and counting.
    """
    if shifts not in patterns:
        state = bytearray(b'.' * 86_400)
        for opens, closes, counts in sorted(shifts, key=lambda s: s[2]):
            state[opens:closes] = (b'c' if counts else b'o') * (closes - opens)
        patterns[shifts] = [
            (m.start() * SECOND, m.end() * SECOND, m.group()[0:1] == b'c')
            for m in re.finditer(rb'c+|o+', bytes(state))
        ]
    return patterns[shifts]


def not_past_midnight(moment):
    """Return the moment, with 24:00 as the end of its day and never the beginning of the next."""
    day, time = moment
    return (day - 1, END_OF_DAY) if time == 0 else moment


def later(moment, microseconds):
    day, time = moment
    return day + (time + microseconds) // DAY, (time + microseconds) % DAY


def months_later(day, months):
    d = date.fromordinal(day)
    number = d.year * 12 + d.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if year > 9000:
        raise Outside
    return date(year, month, min(d.day, monthrange(year, month)[1])).toordinal()


# ---- the rules ----


def unrolled_day(calendar, day, whole, unit):
    """Return the last day of a limit of whole days of some kind, before it is rolled forward."""
    if unit == 'working_day':
        return calendar.working_days_after(day, whole)
    if unit == 'day':
        return day + whole
    if unit == 'day_skip_holiday':
        return calendar.unskipped_days_after(day, whole)
    raise AssertionError(unit)


def last_day(calendar, day, hundredths, unit):
    """Return the last day of any whole limit, or of one with halves of months or years,
    rolled forward only at the end.
    """
    whole, part = divmod(hundredths, 100)
    if unit == 'week':
        day += 7 * whole
    elif unit == 'month':
        day = months_later(day, whole) + (15 if part else 0)
    elif unit == 'year':
        day = months_later(day, 12 * whole + (6 if part else 0))
    else:
        day = unrolled_day(calendar, day, whole, unit)
    return calendar.on_or_after(day)


def due_on(calendar, day, hundredths, unit):
    calendar.letter(day)
    whole, part = divmod(hundredths, 100)
    if unit == 'working_hour':
        return not_past_midnight(calendar.work((day, 0), hundredths * 36 * SECOND))[0]
    if unit == 'hour':
        start = calendar.first_working_moment((day, 0))
        return calendar.on_or_after(not_past_midnight(later(start, hundredths * 36 * SECOND))[0])
    if unit in ('week', 'month', 'year') or part == 0:
        return last_day(calendar, day, hundredths, unit)
    if whole == 0:
        return calendar.on_or_after(day)
    return calendar.after(unrolled_day(calendar, day, whole, unit))


def effective_reception(calendar, received):
    if calendar.is_open(received) or calendar.policy['late_reception'] == 'event_day':
        return received
    return calendar.next_opening(received)


def time_of_due_day(calendar, day, reception):
    """Return the due moment of a due day that was found in whole days."""
    if calendar.policy['due_time'] == 'midnight':
        return day, END_OF_DAY
    if calendar.policy['due_time'] == 'same_time':
        return day, min(reception[1], calendar.close(day))
    return day, calendar.close(day)


def close_or_midnight(calendar, day):
    return day, END_OF_DAY if calendar.policy['due_time'] == 'midnight' else calendar.close(day)


def same_day(calendar, reception):
    day, time = reception
    end = close_or_midnight(calendar, day)
    if calendar.works(day) and time <= calendar.policy['same_day_cutoff'] and time < end[1]:
        return end
    return close_or_midnight(calendar, calendar.after(day))


def part_of_a_day(calendar, base, part):
    """Return the moment that is hundredths of the office's own day after another."""
    day, _ = calendar.first_working_moment(base)
    own_day = sum(closes - opens for opens, closes in calendar.counting(day))
    return not_past_midnight(calendar.work(base, own_day * part // 100))


def due_at(calendar, received, hundredths, unit):
    calendar.letter(received[0])
    reception = effective_reception(calendar, received)
    whole, part = divmod(hundredths, 100)
    if hundredths == 0:
        return same_day(calendar, reception)
    if unit == 'working_hour':
        return not_past_midnight(calendar.work(reception, hundredths * 36 * SECOND))
    if unit == 'hour':
        end = not_past_midnight(later(reception, hundredths * 36 * SECOND))
        return (
            end if calendar.works(end[0]) else close_or_midnight(calendar, calendar.after(end[0]))
        )
    if unit in ('week', 'month', 'year') or part == 0:
        return time_of_due_day(
            calendar, last_day(calendar, reception[0], hundredths, unit), reception
        )
    if whole == 0:
        return part_of_a_day(calendar, reception, part)
    day = unrolled_day(calendar, reception[0], whole, unit)
    base = time_of_due_day(calendar, day, reception) if calendar.works(day) else (day, END_OF_DAY)
    if base[1] == END_OF_DAY:
        base = (day + 1, 0)
    return part_of_a_day(calendar, base, part)


# ---- reading ----


def read(folder):
    calendars, parents, policies = {}, {}, {}
    for name, parent, late_reception, cutoff, due_time in rows(folder + '/calendars'):
        parents[name] = parent
        policies[name] = {
            'late_reception': late_reception,
            'due_time': due_time,
            'same_day_cutoff': cutoff and seconds(cutoff) * SECOND,
        }
        calendars[name] = Calendar(name)
    for name, first, letters in rows(folder + '/days'):
        calendars[name].first, calendars[name].letters = (
            date.fromisoformat(first).toordinal(),
            letters,
        )
    shifts = list(rows(folder + '/shifts'))
    for name, calendar in calendars.items():
        ancestor, layer = name, 0
        while ancestor:
            for policy, value in policies[ancestor].items():
                if calendar.policy.get(policy) is None:
                    calendar.policy[policy] = value
            calendar.shifts += [Shift(layer + int(s[1]), s[2:]) for s in shifts if s[0] == ancestor]
            ancestor, layer = parents[ancestor], layer + 2
    return calendars


# ---- cases ----


class Cases:
    def __init__(self, seed, calendars):
        self.random = random.Random(seed)
        self.calendars = [calendars[name] for name in sorted(calendars)]
        self.special = {c: self.special_days(c) for c in self.calendars}

    @staticmethod
    def special_days(calendar):
        """Return random days off by decision, and working days at a weekend."""
        return [
            day
            for day in range(date(2010, 1, 1).toordinal(), date(2030, 12, 31).toordinal())
            if calendar.skipped(day) or calendar.works(day) and date.fromordinal(day).weekday() > 4
        ]

    def day(self, calendar, ends):
        r = self.random
        if ends:
            return r.choice(
                [
                    calendar.first - 3 + r.randrange(8),
                    calendar.first + len(calendar.letters) - 1 - r.randrange(60),
                ]
            )
        kind = r.random()
        if kind < 0.3:
            return r.choice(self.special[calendar]) + r.randint(-4, 2)
        if kind < 0.4:  # around the ends of months, where months of other lengths matter
            return date(r.randrange(2010, 2031), r.randrange(1, 13), 1).toordinal() - r.randint(
                -1, 4
            )
        if kind < 0.95:
            return r.randrange(date(2010, 1, 1).toordinal(), date(2031, 1, 1).toordinal())
        return r.randrange(calendar.first + 5, date(2080, 1, 1).toordinal())

    def time(self, calendar, day):
        r = self.random
        kind = r.random()
        try:
            hours = calendar.hours(day)
        except Outside:
            hours = []
        if kind < 0.35:
            edges = [edge for span in hours for edge in span[:2]] + [
                calendar.policy['same_day_cutoff'],
                14 * 3600 * SECOND,
                15 * 3600 * SECOND,
                12 * 3600 * SECOND,
                0,
                END_OF_DAY,
            ]
            return min(max(r.choice(edges) + r.choice([-1, 0, 0, 1]), 0), END_OF_DAY)
        if kind < 0.75 and hours:
            opens, closes, _ = r.choice(hours)
            time = r.randrange(opens, closes)
        else:
            time = r.randrange(DAY)
        grain = r.choice([60 * SECOND, 60 * SECOND, SECOND, 1])
        return time // grain * grain

    def hundredths(self, unit):
        r = self.random
        if unit == 'week':
            return 100 * r.choice([1, 2, r.randint(1, 12), r.randint(1, 150)])
        if unit in ('month', 'year'):
            return 50 * r.choice(
                [1, 2, 3, r.randint(1, 24), r.randint(1, 60 if unit == 'month' else 30)]
            )
        hours = unit in ('working_hour', 'hour')
        if not hours and r.random() < 0.12:
            return 0 if unit == 'working_day' else 50
        whole = r.choice(
            [
                0,
                1,
                2,
                r.randint(0, 8),
                r.randint(0, 30),
                r.randint(0, 80),
                r.randint(0, 1500 if r.random() < 0.1 else 250),
            ]
        )
        part = r.choice([0, 0, 0, 0, 50, 50, 25, 75, 1, 99, r.randrange(100)])
        return (whole * (8 if hours and r.random() < 0.5 else 1) * 100 + part) or 100

    def next(self, ends):
        calendar = self.random.choice(self.calendars)
        unit = self.random.choice(UNITS + ['working_day', 'day_skip_holiday'])
        day = self.day(calendar, ends)
        return calendar, (day, self.time(calendar, day)), self.hundredths(unit), unit


def answer(function, *arguments):
    """Return the answer, or None outside the calendar."""
    try:
        found = function(*arguments)
        arguments[0].letter(found[0] if isinstance(found, tuple) else found)
        return found
    except Outside:
        return None


def day_text(day):
    return '\\N' if day is None else date.fromordinal(day).isoformat()


def moment_text(moment):
    if moment is None:
        return '\\N'
    day, time = moment
    minutes, rest = divmod(time, 60 * SECOND)
    return '%s %02d:%02d:%02d.%06d' % (
        date.fromordinal(day).isoformat(),
        minutes // 60,
        minutes % 60,
        *divmod(rest, SECOND),
    )


def main():
    folder, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cases = Cases(seed, read(folder))
    with open(folder + '/cases', 'w', encoding='utf-8') as out:
        for number in range(1, count + 1):
            ends = number % 100 == 0
            calendar, received, hundredths, unit = cases.next(ends)
            out.write(
                '\t'.join(
                    [
                        str(number),
                        calendar.name,
                        moment_text(received),
                        '%d.%02d' % divmod(hundredths, 100),
                        unit,
                        day_text(answer(due_on, calendar, received[0], hundredths, unit)),
                        moment_text(answer(due_at, calendar, received, hundredths, unit)),
                        't' if ends else 'f',
                    ]
                )
                + '\n'
            )


main()
