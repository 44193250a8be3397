"""Make an example office: some years of a clerk's days, or very many letters for measuring."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import msgspec

from msu_desktop.demo.days import Days
from msu_desktop.demo.letters import Draft
from msu_desktop.demo.opening import Desk, open_desk
from msu_desktop.desks.correspondence.acts.registering import (
    RegisterOutgoing,
    register_incoming,
    register_outgoing,
)
from msu_desktop.office import seeds
from msu_desktop.office.calendar import WorkingCalendar
from msu_desktop.office.errors import N_
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.clock import local_clock
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.progress import Progress, quietly

LIVING = N_("Making the example office")
BATCH = 500
PILE = 8
BODIES = tuple(kind for kind in SenderKind if not kind.is_person)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the first and the last day, how many letters came in and went out."""

    first: date
    last: date
    incoming: int
    outgoing: int


def generate(
    folder: DataFolder,
    years: int,
    seed: int,
    until: date | None = None,
    progress: Progress = quietly,
) -> Made:
    """Make an example office that has worked so many years until a day, today unless given.

    All is done by acts: the same seed and the same last day give the same office, entry by entry.
    """
    last = until or local_clock().date()
    calendar = seeds.calendar_seed().calendar()
    days = working_days(calendar, years_before(last, years) + timedelta(days=1), last)
    desk = open_desk(folder, days[0], seed)
    try:
        lived = Days(desk)
        for done, day in enumerate(days):
            progress(LIVING, done, len(days))
            of_year = calendar.working_days_between(date(day.year - 1, 12, 31), day)
            lived.live(day, of_year)
    finally:
        desk.workplace.close()
    return Made(days[0], days[-1], lived.incoming, lived.outgoing)


def fill(
    folder: DataFolder, letters: int, seed: int, last: date, progress: Progress = quietly
) -> Made:
    """Fill one journal with so many incoming letters of ten years, for measuring.

    One act registers ``BATCH`` of them; one reply answers most letters of a day's pile.
    """
    calendar = seeds.calendar_seed().calendar()
    days = working_days(calendar, years_before(last, 10) + timedelta(days=1), last)
    dated = [days[number * len(days) // letters] for number in range(letters)]
    desk = open_desk(folder, days[0], seed)
    done = outgoing = 0
    try:
        for _, of_year in groupby(dated, lambda day: day.year):
            year = list(of_year)
            for first in range(0, len(year), BATCH):
                progress(LIVING, done, letters)
                batch = year[first : first + BATCH]
                outgoing += _fill_batch(desk, batch)
                done += len(batch)
    finally:
        desk.workplace.close()
    return Made(days[0], days[-1], letters, outgoing)


def working_days(calendar: WorkingCalendar, first: date, last: date) -> list[date]:
    """Return the working days from the first to the last date; at least the last one."""
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if calendar.is_working(day)] or [last]


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before; 29 February becomes the 28th."""
    year = day.year - years
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year)


def _fill_batch(desk: Desk, dated: list[date]) -> int:
    desk.begin(dated[-1])
    desk.watch.go_on(30)
    writer = desk.writer
    drafts = [
        writer.from_citizen(day, asks_for_information=number % 60 == 0)
        if number % 7 == 0
        else writer.from_body(day, BODIES)
        for number, day in enumerate(dated)
    ]
    commands = [draft.command for draft in drafts]
    registered = desk.workplace.perform_all(register_incoming, commands)
    replies = [
        _reply_to_pile(
            desk, dated[-1], drafts[first], [one.id for one in registered[first:][:PILE]]
        )
        for first in range(1, len(drafts), PILE + 1)
    ]
    desk.watch.go_on(30)
    desk.workplace.perform_all(register_outgoing, replies)
    return len(replies)


def _reply_to_pile(desk: Desk, day: date, draft: Draft, ids: list[str]) -> RegisterOutgoing:
    reply = desk.writer.reply(day, draft, draft.sender or desk.writer.bodies[0], ids[0])
    return msgspec.structs.replace(reply, replies_to=tuple(ids))
