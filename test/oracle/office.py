"""Model an office by walking: its hours are 07:30-11:30 and 13:00-17:00 on each
working day.

Moments are whole microseconds of Vietnamese wall time since 1970-01-01 00:00;
days are numbered from there.
"""
import bisect
import datetime

HOUR = 3_600_000_000
DAY = 24 * HOUR
MORNING = (HOUR * 15 // 2, HOUR * 23 // 2)
AFTERNOON = (13 * HOUR, 17 * HOUR)
CLOSE = AFTERNOON[1]
LAST_MOMENT = DAY - 1
CUTOFF = 15 * HOUR
EPOCH = datetime.date(1970, 1, 1)


def day_of(moment):
    return moment // DAY


def time_of(moment):
    return moment % DAY


def date_of(day):
    return EPOCH + datetime.timedelta(days=day)


def day_number(date):
    return (date - EPOCH).days


def add_months(day, months):
    """Return the same day of a later month, or the last day of that month."""
    date = date_of(day)
    years, month = divmod(date.month - 1 + months, 12)
    first_of_next = datetime.date(date.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - datetime.timedelta(days=1)).day
    return day_number(datetime.date(date.year + years, month + 1, min(date.day, last)))


class Office:
    """A calendar as its set of working days."""

    def __init__(self, working_days):
        self.days = sorted(working_days)
        self.works = set(self.days)

    def after(self, day):
        return self.days[bisect.bisect_right(self.days, day)]

    def on_or_after(self, day):
        return self.days[bisect.bisect_left(self.days, day)]

    def add_working_days(self, day, n):
        for _ in range(n):
            day = self.after(day)
        return day if n else self.on_or_after(day)

    def working_days_between(self, since, until):
        """Return the number of working days in (since, until], negative if reversed."""
        if until < since:
            return -self.working_days_between(until, since)
        return bisect.bisect_right(self.days, until) - bisect.bisect_right(self.days, since)

    def shifts_from(self, day):
        """Yield the shifts of that day and of all later days, in order."""
        position = bisect.bisect_left(self.days, day)
        while True:
            for opens, closes in (MORNING, AFTERNOON):
                yield self.days[position] * DAY + opens, self.days[position] * DAY + closes
            position += 1

    def next_moment(self, moment):
        """Return the moment itself inside a shift, else the next opening."""
        for opens, closes in self.shifts_from(day_of(moment)):
            if moment < closes:
                return max(moment, opens)

    def add_working_time(self, moment, amount):
        """Return the earliest moment, not before this one, at which so much work is done."""
        if amount == 0:
            return moment
        for opens, closes in self.shifts_from(day_of(moment)):
            begins = max(moment, opens)
            if begins < closes:
                if amount <= closes - begins:
                    return begins + amount
                amount -= closes - begins

    def working_time_between(self, since, until):
        if until < since:
            return -self.working_time_between(until, since)
        done = 0
        for opens, closes in self.shifts_from(day_of(since)):
            if opens >= until:
                return done
            done += max(0, min(until, closes) - max(since, opens))

    # ---- deadlines: (unit, hundredths) of a limit ----

    def due_at(self, received, limit):
        unit, hundredths = limit
        whole, part = divmod(hundredths, 100)
        begins = self.next_moment(received)
        day = day_of(begins)
        if hundredths == 0:
            return (day if time_of(begins) <= CUTOFF else self.after(day)) * DAY + CLOSE
        if unit == "working_hour":
            return self.add_working_time(begins, hundredths * HOUR // 100)
        if unit == "hour":
            return self.rolled(begins + hundredths * HOUR // 100)
        if unit in ("week", "month", "year"):
            return self.on_or_after(self.calendar_units(day, unit, hundredths)) * DAY + CLOSE
        base = begins if whole == 0 else self.whole_days(day, unit, whole, rolls=part == 0)
        return self.add_working_time(base, part * 8 * HOUR // 100)

    def whole_days(self, day, unit, whole, rolls):
        if unit == "working_day":
            return self.add_working_days(day, whole) * DAY + CLOSE
        day += whole
        if rolls:
            day = self.on_or_after(day)
        return day * DAY + (CLOSE if day in self.works else LAST_MOMENT)

    def calendar_units(self, day, unit, hundredths):
        if unit == "week":
            return day + 7 * hundredths // 100
        if unit == "year":
            return add_months(day, 12 * hundredths // 100)
        return add_months(day, hundredths // 100) + (15 if hundredths % 100 else 0)

    def rolled(self, moment):
        """Return a due moment, moved from a day off to the close of the next working day."""
        day = day_of(moment)
        return moment if day in self.works else self.after(day) * DAY + CLOSE
