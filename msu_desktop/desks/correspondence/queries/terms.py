"""Ask the terms of papers: how far «soon» reaches, and the reasoning of a card's date."""

from datetime import date

from sqlalchemy import Connection

from msu_desktop.desks.directory.queries.law import rule_book, working_calendar
from msu_desktop.office.deadlines import Term, reckon
from msu_desktop.office.errors import RuleBroken

WARN_BEFORE = "APL-18"
THREE_DAYS = Term(3)


def due_soon_until(connection: Connection, today: date) -> date:
    """Return the last day that counts as due soon: so many working days from today (APL-18).

    Without such a rule it is three: the lists must open, also while the rules are being mended.
    """
    try:
        term = Term(rule_book(connection).in_force(WARN_BEFORE, today).whole())
    except RuleBroken:
        term = THREE_DAYS
    return reckon(today, term, working_calendar(connection)).due
