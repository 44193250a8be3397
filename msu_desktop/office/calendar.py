"""The working calendar: which days are worked, which are off and why, and which are not yet sure.

A day listed as working is worked; otherwise a day listed as off is off; otherwise the weekly rest
days are off. Working holidays and short days are working days in every count.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

SATURDAY_AND_SUNDAY = frozenset({6, 7})
ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What a listed day is; where a date is listed twice, the earlier kind here wins."""

    WORKING = "working"
    DAY_OFF = "day_off"
    SHORT = "short"
    WORKING_HOLIDAY = "working_holiday"


class DayStatus(StrEnum):
    """How sure a listed day is; an estimated feast makes the terms that cross it provisional."""

    VERIFIED = "verified"
    CONFIRMED = "confirmed"
    ESTIMATED = "estimated"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that differs from its weekday: its kind, its name in three languages, the reason."""

    day: date
    kind: DayKind
    name_ky: str
    name_ru: str
    name_en: str = ""
    reason: str = ""
    status: DayStatus = DayStatus.VERIFIED

    @property
    def estimated(self) -> bool:
        """Tell whether the day is off on an expected date that may still move."""
        return self.status is DayStatus.ESTIMATED and self.kind is DayKind.DAY_OFF


@dataclass(frozen=True, slots=True)
class DaysOff:
    """A run of days off from the first to the last listed one, weekends between them included."""

    first: date
    last: date
    days: tuple[CalendarDay, ...]

    @property
    def estimated(self) -> bool:
        """Tell whether one of the days may still move."""
        return any(day.estimated for day in self.days)


class WorkingCalendar:
    """Answers which days are worked; built once from rows, then only asked.

    ``known_years`` are the years whose calendar was entered; without it, the years that have a row.
    """

    def __init__(
        self,
        days: Iterable[CalendarDay],
        weekend: frozenset[int] = SATURDAY_AND_SUNDAY,
        known_years: Iterable[int] | None = None,
    ) -> None:
        precedence = list(DayKind)
        rows = sorted(days, key=lambda row: (row.day, -precedence.index(row.kind)))
        self._listed = {row.day: row for row in rows}
        self._listed_days = list(self._listed)
        self._weekend = weekend
        years = {day.year for day in self._listed} if known_years is None else known_years
        self.known_years = frozenset(years)
        self._off = {day for day, row in self._listed.items() if row.kind is DayKind.DAY_OFF}
        self._worked = {day for day, row in self._listed.items() if row.kind is DayKind.WORKING}
        self._lost = sorted(day for day in self._off if not self.is_weekend(day))
        self._gained = sorted(day for day in self._worked if self.is_weekend(day))
        # Days off of one run end before the same working day.
        self._run_end = {day: self.next_working_day(day) for day in self._off}

    def is_weekend(self, day: date) -> bool:
        """Tell whether the day is a weekly rest day, whatever the list says of it."""
        return day.isoweekday() in self._weekend

    def is_working(self, day: date) -> bool:
        """Tell whether the day counts as a working day."""
        if day in self._off:
            return False
        return day in self._worked or day.isoweekday() not in self._weekend

    def listed(self, day: date) -> CalendarDay | None:
        """Return what the calendar says of the day; None for an ordinary weekday or weekend."""
        return self._listed.get(day)

    def why_off(self, day: date) -> CalendarDay | None:
        """Return the listed reason why the day is off; None if it is worked or a plain weekend."""
        return self._listed[day] if day in self._off else None

    def listed_between(self, first: date, last: date) -> list[CalendarDay]:
        """Return the listed days from the first to the last date, both included, in order."""
        begin = bisect_left(self._listed_days, first)
        end = bisect_right(self._listed_days, last)
        return [self._listed[day] for day in self._listed_days[begin:end]]

    def estimated_between(self, first: date, last: date) -> list[CalendarDay]:
        """Return the days off of that stretch whose date may still move."""
        return [row for row in self.listed_between(first, last) if row.estimated]

    def extra_working_between(self, first: date, last: date) -> list[CalendarDay]:
        """Return the weekend days of that stretch that are worked by decision."""
        begin, end = bisect_left(self._gained, first), bisect_right(self._gained, last)
        return [self._listed[day] for day in self._gained[begin:end]]

    def days_off_between(self, first: date, last: date) -> list[DaysOff]:
        """Return the runs of listed days off; a run that only repeats a weekend is left out.

        A weekend feast whose date is estimated stays in: it may move to a weekday.
        """
        rows = [row for row in self.listed_between(first, last) if row.day in self._off]
        runs = [tuple(run) for _, run in groupby(rows, key=lambda row: self._run_end[row.day])]
        return [
            DaysOff(run[0].day, run[-1].day, run)
            for run in runs
            if any(row.estimated or not self.is_weekend(row.day) for row in run)
        ]

    def next_working_day(self, day: date) -> date:
        """Return the first working day after the day."""
        following = day + ONE_DAY
        while not self.is_working(following):
            following += ONE_DAY
        return following

    def first_working_day_from(self, day: date) -> date:
        """Return the day itself if it is worked, otherwise the next working day."""
        return day if self.is_working(day) else self.next_working_day(day)

    def working_days_between(self, after: date, until: date) -> int:
        """Count the working days after the one date up to and with the other; 0 if it is earlier.

        Takes the same time for a week and for a century.
        """
        if until <= after:
            return 0
        weeks, rest = divmod((until - after).days, 7)
        tail = sum(not self.is_weekend(until - timedelta(days=back)) for back in range(rest))
        usual = weeks * (7 - len(self._weekend)) + tail
        return usual - _within(self._lost, after, until) + _within(self._gained, after, until)

    def unknown_years(self, first: date, last: date) -> tuple[int, ...]:
        """Return the years of that stretch whose calendar was not entered."""
        return tuple(y for y in range(first.year, last.year + 1) if y not in self.known_years)


def _within(days: list[date], after: date, until: date) -> int:
    return bisect_right(days, until) - bisect_right(days, after)
