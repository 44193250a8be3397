"""Ask what the day brings: what waits at the other desks, which papers are urgent, the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from msu_desktop.desks.correspondence.queries.listing import DocumentRow
from msu_desktop.desks.correspondence.queries.waiting import (
    Waiting,
    WaitingAsked,
    urgent_documents,
    waiting,
)
from msu_desktop.desks.directory.queries.law import working_calendar
from msu_desktop.office.calendar import CalendarDay
from msu_desktop.store.acting import Args, query

LOOK_AHEAD = timedelta(days=60)
"""How far ahead the page speaks of feasts whose date may still move."""
NEXT_YEAR_FROM = (11, 15)
"""From this day of the year the page asks for the calendar of the next one."""


class DayAsked(Args, frozen=True, kw_only=True):
    """What a day brings; at most so many urgent papers."""

    today: date
    most: int = 100


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the office.

    ``day_off`` is why nobody works today, ``may_move`` the feasts ahead that are only expected,
    ``year_missing`` a year whose calendar must be entered soon.
    """

    waiting: Waiting
    urgent: tuple[DocumentRow, ...]
    day_off: CalendarDay | None
    is_working: bool
    next_working_day: date
    may_move: tuple[CalendarDay, ...]
    year_missing: int | None


@query
def day(connection: Connection, args: DayAsked) -> Day:
    """Return what the day brings: counts, urgent papers by their term, notes of the calendar."""
    calendar = working_calendar(connection)
    today = args.today
    ahead = calendar.estimated_between(today, today + LOOK_AHEAD)
    asks_for_next = (today.month, today.day) >= NEXT_YEAR_FROM
    unknown = calendar.unknown_years(today, date(today.year + asks_for_next, 12, 31))
    return Day(
        waiting(connection, WaitingAsked(today=today)),
        tuple(urgent_documents(connection, today, args.most)),
        calendar.why_off(today),
        calendar.is_working(today),
        calendar.next_working_day(today),
        tuple(ahead),
        unknown[0] if unknown else None,
    )
