"""Ask what the day brings: what waits at the other desks, which papers are urgent, the calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from msu_desktop.desks.correspondence.queries.finding import document_texts
from msu_desktop.desks.correspondence.queries.listing import DocumentRow, document_rows
from msu_desktop.desks.correspondence.queries.waiting import (
    Waiting,
    WaitingAsked,
    urgent_documents,
    waiting,
)
from msu_desktop.desks.correspondence.tables import Document
from msu_desktop.desks.directory.queries.law import working_calendar
from msu_desktop.desks.directory.queries.parties import PartyRow, party_texts
from msu_desktop.desks.directory.tables import Party
from msu_desktop.language.dates import short_date
from msu_desktop.office.calendar import CalendarDay
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import columns, frozen
from msu_desktop.store.search import Searchable, find

SEARCHABLES = (Searchable("party", party_texts), Searchable("document", document_texts))
"""What one search box over everything finds."""

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


class SearchAsked(Args, frozen=True, kw_only=True):
    """Any words of any record."""

    text: str
    most: int = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words: its table, what names it, and what else is worth a line."""

    table: str
    id: str
    title: str
    detail: str


@query
def search_everything(connection: Connection, args: SearchAsked) -> list[Hit]:
    """Return the records of any desk that hold the words, the nearest first."""
    found = find(connection, args.text, SEARCHABLES, args.most)
    ids = [one.record_id for one in found]
    hits = {hit.id: hit for hit in (*_papers(connection, ids), *_parties(connection, ids))}
    return [hits[one] for one in ids if one in hits]


def _papers(connection: Connection, ids: Sequence[str]) -> Iterator[Hit]:
    for row in frozen(DocumentRow, connection, document_rows().where(Document.id.in_(ids))):
        title = f"№ {row.number_text} · {short_date(row.registered_on)} · {row.party}"
        yield Hit(Document.__tablename__, row.id, title, row.summary)


def _parties(connection: Connection, ids: Sequence[str]) -> Iterator[Hit]:
    rows = select(*columns(PartyRow, Party)).where(Party.id.in_(ids))
    for row in frozen(PartyRow, connection, rows):
        detail = ", ".join(filter(None, (row.short_name, row.address, row.phone)))
        yield Hit(Party.__tablename__, row.id, row.name, detail)
