"""Ask the terms of papers: how far «soon» reaches, and the reasoning of a card's date."""

from datetime import date, timedelta

from sqlalchemy import Connection

from msu_desktop.desks.directory.queries.law import rule_book, working_calendar

WARN_BEFORE = "APL-18"


def due_soon_until(connection: Connection, today: date) -> date:
    """Return the last day that counts as due soon: so many working days from today (APL-18)."""
    rules = rule_book(connection)
    if not rules.rules:
        return today + timedelta(days=3)
    calendar = working_calendar(connection)
    day = today
    for _ in range(rules.in_force(WARN_BEFORE, today).whole()):
        day = calendar.next_working_day(day)
    return day
