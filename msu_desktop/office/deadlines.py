"""The calculator of terms: from a start and a term to the due date, with all it was counted from.

The result carries the reasoning as data; ``language.reasoning`` puts it into words.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from msu_desktop.office.calendar import CalendarDay, DaysOff, WorkingCalendar
from msu_desktop.office.errors import broken, sentence
from msu_desktop.office.rules import Rule, RuleBook

LONGEST_TERM = 5000
FIRST_DAY_COUNTS = "APL-06"
END_ON_DAY_OFF = "CAL-07"

TERM_OUT_OF_RANGE = sentence(
    "term_out_of_range", "A term is from 1 to {limit}; {value} is not: correct the number."
)
DATE_OUT_OF_RANGE = sentence(
    "date_out_of_range", "The term from {start} ends beyond the calendar: correct the date."
)
NOT_A_TERM = sentence(
    "not_a_term", "The rule {rule} is counted in {unit} and is not a term: choose another rule."
)


class Unit(StrEnum):
    """What a term is counted in."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    DAYS_KIND_NOT_STATED = "days_kind_not_stated"
    """The act says only "days": counted as calendar days, and the reasoning says so."""


class CountFrom(StrEnum):
    """Which date of a paper is day 0."""

    REGISTRATION_DATE = "registration_date"
    RECEIPT_DATE = "receipt_date"

    def start(self, *, received: date, registered: date) -> date:
        """Return the date the term is counted from."""
        return registered if self is CountFrom.REGISTRATION_DATE else received


@dataclass(frozen=True, slots=True)
class Term:
    """How long: the number, its unit, whether the first day counts, whether a day off moves it.

    ``moves`` speaks only of terms not counted in working days: an end on a day off goes to the
    next working day.

    Raises:
        RuleBroken: the number is not from 1 to ``LONGEST_TERM``.
    """

    value: int
    unit: Unit = Unit.WORKING_DAYS
    first_day_counts: bool = False
    moves: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.value <= LONGEST_TERM:
            raise broken(TERM_OUT_OF_RANGE, value=self.value, limit=LONGEST_TERM)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date and its reasoning.

    ``skipped`` are the days off that made it later, ``extra`` the weekend days worked in between,
    ``moved_from`` the day off it would have ended on, ``unknown_years`` the years without a
    calendar that it depends on.
    """

    due: date
    start: date
    term: Term
    skipped: tuple[DaysOff, ...] = ()
    extra: tuple[CalendarDay, ...] = ()
    moved_from: date | None = None
    unknown_years: tuple[int, ...] = ()
    ends_on_day_off: bool = False

    @property
    def provisional(self) -> bool:
        """Tell whether a correction of the calendar may still move the date."""
        return bool(self.unknown_years) or any(run.estimated for run in self.skipped)


def check_figure(rule: Rule) -> None:
    """Refuse a term whose figure is no possible number of days or months; none yet is possible."""
    if rule.unit not in set(Unit) or not rule.value.strip():
        return
    if not 1 <= rule.whole() <= LONGEST_TERM:
        raise broken(TERM_OUT_OF_RANGE, "value", value=rule.value, limit=LONGEST_TERM)


def reckon(start: date, term: Term, calendar: WorkingCalendar) -> Deadline:
    """Reckon the due date of a term; the start is day 0 unless the first day counts.

    Raises:
        RuleBroken: the end lies beyond the year 9999.
    """
    try:
        if term.unit is Unit.WORKING_DAYS:
            return _in_working_days(start, term, calendar)
        return _by_the_calendar(start, term, calendar)
    except (OverflowError, ValueError):
        raise broken(DATE_OUT_OF_RANGE, start=start) from None


def _in_working_days(start: date, term: Term, calendar: WorkingCalendar) -> Deadline:
    due = first = start if term.first_day_counts else start + timedelta(days=1)
    due = calendar.first_working_day_from(due)
    for _ in range(term.value - 1):
        due = calendar.next_working_day(due)
    return Deadline(
        due,
        start,
        term,
        skipped=tuple(calendar.days_off_between(first, due)),
        extra=tuple(calendar.extra_working_between(first, due)),
        unknown_years=calendar.unknown_years(first, due),
    )


def _by_the_calendar(start: date, term: Term, calendar: WorkingCalendar) -> Deadline:
    end = _months_later(start, term.value) if term.unit is Unit.MONTHS else _days_later(start, term)
    if term.unit is Unit.MONTHS and term.first_day_counts:
        end -= timedelta(days=1)
    if not term.moves:
        return Deadline(end, start, term, ends_on_day_off=not calendar.is_working(end))
    due = calendar.first_working_day_from(end)
    return Deadline(
        due,
        start,
        term,
        skipped=tuple(calendar.days_off_between(end, due)),
        moved_from=end if due != end else None,
        unknown_years=calendar.unknown_years(end, due),
    )


def _days_later(start: date, term: Term) -> date:
    return start + timedelta(days=term.value - term.first_day_counts)


def _months_later(start: date, months: int) -> date:
    """Return the same day number so many months later, or the last day of that month."""
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    following_year, following0 = divmod(year * 12 + month0 + 1, 12)
    last = date(following_year, following0 + 1, 1) - timedelta(days=1)
    return last.replace(day=min(start.day, last.day))


def days_left(due: date, today: date, calendar: WorkingCalendar) -> int:
    """Count the working days still left after today; 0 on the last day and later."""
    return calendar.working_days_between(today, due)


def overdue_by(due: date, today: date, calendar: WorkingCalendar) -> int:
    """Count the working days passed since the due date; 0 if none has passed."""
    return calendar.working_days_between(due, today)


def term_of(rule: Rule, book: RuleBook, on: date) -> Term:
    """Return the term that this very rule sets, counted as the office's habits of that day say.

    The habits are the rows APL-06 (does the first day count) and CAL-07 (does a day off move it).

    Raises:
        RuleBroken: the rule has no figure yet or is not a term.
    """
    if rule.unit not in set(Unit):
        raise broken(NOT_A_TERM, rule=rule.code, unit=rule.unit)
    return Term(
        rule.whole(),
        Unit(rule.unit),
        first_day_counts=book.in_force(FIRST_DAY_COUNTS, on).yes(),
        moves=book.in_force(END_ON_DAY_OFF, on).text() == "moves",
    )
