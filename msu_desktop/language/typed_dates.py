"""Dates as people type them and as papers print them, read back into days."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from msu_desktop.language.dates import (
    BARE_MONTH,
    DAY_OF_MONTH,
    ENGLISH_MONTHS,
    RUSSIAN_MONTHS,
)
from msu_desktop.office.errors import broken, sentence

NOT_A_DATE = sentence(
    "not_a_date", "“{text}” is not understood as a date: type it like 22.04.2026 or 22.4."
)
NO_YEAR = sentence("no_year", "“{text}” does not say which year: add it, like 22.04.2026.")
NO_SUCH_DAY = sentence(
    "no_such_day", "There is no day {day}: that month has {last} days. Correct the date."
)
NO_SUCH_MONTH = sentence(
    "no_such_month", "There is no month {month}: a year has 12 months. Correct the date."
)
YEAR_FAR_AWAY = sentence(
    "year_far_away", "The year {year} is too far away: it must be between {first} and {last}."
)

FIRST_YEAR, LAST_YEAR = 1900, 2099


def _month_forms() -> Iterator[tuple[str, int]]:
    for number in range(12):
        for table in (DAY_OF_MONTH, BARE_MONTH):
            yield from ((form, number + 1) for form in table[number].values())
        yield from ((form, number + 1) for form in RUSSIAN_MONTHS[number])
        yield ENGLISH_MONTHS[number].casefold(), number + 1


_MONTHS = dict(_month_forms())

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟\"'‹›,", " "),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", None),
    }
)
_YEAR_WORD = r"(?: ?-? ?(?:жыл[а-яё]*|ж|год[а-я]?|г)\.?)?"
_MONTH_WORD = r"(?P<word>[a-zа-яё]+)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2}) ?[ ./-] ?(?P<month>\d{1,2})(?: ?[ ./-] ?(?P<year>\d{4}|\d{2}))?\.?"
        + _YEAR_WORD,
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})",
        r"(?P<year>\d{4}) ?-? ?(?:жылдын|жыл|ж\.?) ?(?P<day>\d{1,2}) ?-? ?"
        + _MONTH_WORD
        + r"(?: күнү)?",
        r"(?P<day>\d{1,2}) ?-? ?"
        + _MONTH_WORD
        + rf"(?: ?-? ?(?P<year>\d{{4}}|\d{{2}}){_YEAR_WORD})?",
    )
)


def parse_date(text: str, today: date | None = None) -> date:
    """Read a date in any form of papers, or as a clerk types it in a hurry: 22.4, 220426.

    Args:
        text: the date alone; quotes, line ends and letter-spacing do not matter.
        today: gives the year when the text has none, and the century of a two-digit year.

    Raises:
        RuleBroken: the text is no date, or such a day does not exist.
    """
    plain = _plain(text)
    for form in _FORMS:
        found = form.fullmatch(plain)
        month = found and _month(found)
        if found and month:
            return _day(_year(found["year"], text, today), month, int(found["day"]))
    raise broken(NOT_A_DATE, text=text.strip())


def _plain(text: str) -> str:
    signs = unicodedata.normalize("NFC", text).casefold().translate(_SIGNS).split()
    letter_spaced = len(signs) >= 4 and all(len(sign) == 1 for sign in signs)
    return ("" if letter_spaced else " ").join(signs)


def _month(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    return int(groups["month"]) if "month" in groups else _MONTHS.get(groups["word"])


def _year(digits: str | None, text: str, today: date | None) -> int:
    if digits is None:
        if today is None:
            raise broken(NO_YEAR, text=text.strip())
        return today.year
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year - 100 if today and year > today.year + 10 else year


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise broken(NO_SUCH_MONTH, month=month)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise broken(YEAR_FAR_AWAY, year=year, first=FIRST_YEAR, last=LAST_YEAR)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise broken(NO_SUCH_DAY, day=f"{day:02}.{month:02}.{year}", last=last)
    return date(year, month, day)
