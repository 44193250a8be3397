"""A span of days as it is typed into a filter: 01.03–15.03, 22.4, 03.2026, 2026, >01.03."""

import re
from calendar import monthrange
from datetime import date

from msu_desktop.gui.widgets.fields.day import read_day
from msu_desktop.language.dates import short_date

Period = tuple[date | None, date | None]

DASH = re.compile(r"\s*(?:–|—|\.\.\.?|…|\s-\s|(?<=\d)-(?=\d))\s*")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(r"(\d{1,2})\.((?:19|20)\d\d)")


def read_period(text: str, today: date) -> Period:
    """Read a span of days; an end left open is None.

    Raises RuleBroken when a part of it is no date.
    """
    text = text.strip()
    if text[:1] in "<>≤≥":
        day = read_day(text[1:].lstrip("= "), today)
        return (None, day) if text[0] in "<≤" else (day, None)
    if YEAR.fullmatch(text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if (month := MONTH.fullmatch(text)) and 1 <= int(month[1]) <= 12:
        year, number = int(month[2]), int(month[1])
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    ends = DASH.split(text)
    if len(ends) == 2:
        first, last = (read_day(end, today) if end else None for end in ends)
        return first, last
    day = read_day(text, today)
    return day, day


def write_period(first: date | str | None, last: date | str | None) -> str:
    """Write a span of days so that it can be read again."""
    one, other = (_write(day) for day in (first, last))
    if one == other:
        return one
    if not one:
        return f"<{other}"
    return f"{one}–{other}" if other else f">{one}"


def _write(day: date | str | None) -> str:
    if not day:
        return ""
    return short_date(date.fromisoformat(day) if isinstance(day, str) else day)
