"""The reasoning of a due date in words: «14 жумушчу күн, 22.04.2026дан; 1–9-май дем алыш».

Each language has its own phrases here and not in the catalogue: Kyrgyz endings agree with the
spoken year, Russian numerals with their noun.
"""

from collections.abc import Iterator
from datetime import date

from msu_desktop.language.dates import (
    BARE_MONTH,
    DAY_OF_MONTH,
    ENGLISH_MONTHS,
    RUSSIAN_MONTHS,
    short_date,
)
from msu_desktop.language.endings import with_ending
from msu_desktop.language.formats import counted
from msu_desktop.office.calendar import CalendarDay, DaysOff
from msu_desktop.office.deadlines import Deadline, Unit

_UNITS: dict[str, dict[Unit, tuple[str, ...]]] = {
    "ky": {
        Unit.WORKING_DAYS: ("жумушчу күн",),
        Unit.CALENDAR_DAYS: ("календардык күн",),
        Unit.MONTHS: ("ай",),
        Unit.DAYS_KIND_NOT_STATED: ("күн",),
    },
    "ru": {
        Unit.WORKING_DAYS: ("рабочий день", "рабочих дня", "рабочих дней"),
        Unit.CALENDAR_DAYS: ("календарный день", "календарных дня", "календарных дней"),
        Unit.MONTHS: ("месяц", "месяца", "месяцев"),
        Unit.DAYS_KIND_NOT_STATED: ("день", "дня", "дней"),
    },
    "en": {
        Unit.WORKING_DAYS: ("working day", "working days"),
        Unit.CALENDAR_DAYS: ("calendar day", "calendar days"),
        Unit.MONTHS: ("month", "months"),
        Unit.DAYS_KIND_NOT_STATED: ("day", "days"),
    },
}
_PHRASES = {
    "ky": {
        "start": "{count}, {start}",
        "kind_not_stated": "күндүн түрү көрсөтүлгөн эмес, календардык күн эсептелди",
        "first_day": "биринчи күн кошо эсептелди",
        "day_off": "{days} дем алыш",
        "days_off": "{days} дем алыш",
        "worked": "{days} жумушчу күн",
        "and": " жана ",
        "moved": "{end} дем алыш күнү, мөөнөт {due} жылдырылды",
        "stays": "{due} дем алыш күнү, мөөнөт жылдырылбайт",
        "unknown_year": "{year}-жылдын календары киргизилген эмес",
        "estimated": "болжолдуу",
        "provisional": "мөөнөт болжолдуу",
    },
    "ru": {
        "start": "{count} с {start}",
        "kind_not_stated": "вид дней не указан, сосчитаны календарные",
        "first_day": "первый день включён",
        "day_off": "{days} — выходной",
        "days_off": "{days} — выходные",
        "worked": "{days} — рабочие дни",
        "and": " и ",
        "moved": "{end} — выходной, срок перенесён на {due}",
        "stays": "{due} — выходной, срок не переносится",
        "unknown_year": "календарь {year} года не внесён",
        "estimated": "предположительно",
        "provisional": "срок предварительный",
    },
    "en": {
        "start": "{count} from {start}",
        "kind_not_stated": "kind of days not stated, calendar days counted",
        "first_day": "the first day counts",
        "day_off": "{days} is a day off",
        "days_off": "{days} are days off",
        "worked": "worked: {days}",
        "and": " and ",
        "moved": "{end} is a day off, the term moved to {due}",
        "stays": "{due} is a day off, the term does not move",
        "unknown_year": "the calendar of {year} is not entered",
        "estimated": "estimated",
        "provisional": "the date is provisional",
    },
}


def reasoning(deadline: Deadline, language: str) -> str:
    """Say how a due date was counted: term, start, days off, what may still move it."""
    return "; ".join(_statements(deadline, language))


def _statements(deadline: Deadline, language: str) -> Iterator[str]:
    phrases = _PHRASES[language]
    term = deadline.term
    start = _dated(deadline.start, "abl", language)
    yield phrases["start"].format(
        count=counted(term.value, _UNITS[language][term.unit], language), start=start
    )
    if term.unit is Unit.DAYS_KIND_NOT_STATED:
        yield phrases["kind_not_stated"]
    if term.first_day_counts:
        yield phrases["first_day"]
    for run in deadline.skipped:
        yield _off(run, deadline.start.year, language)
    if deadline.extra:
        days = [_day(extra.day, deadline.start.year, language) for extra in deadline.extra]
        yield phrases["worked"].format(days=_listing(days, phrases["and"]))
    yield from _end(deadline, language)


def _end(deadline: Deadline, language: str) -> Iterator[str]:
    phrases = _PHRASES[language]
    if deadline.moved_from:
        end, due = short_date(deadline.moved_from), _dated(deadline.due, "dat", language)
        yield phrases["moved"].format(end=end, due=due)
    elif deadline.ends_on_day_off:
        yield phrases["stays"].format(due=short_date(deadline.due))
    for year in deadline.unknown_years:
        yield phrases["unknown_year"].format(year=year)
    if deadline.provisional:
        yield phrases["provisional"]


def _dated(day: date, case: str, language: str) -> str:
    """Write a short date, in Kyrgyz with the ending that the spoken year asks for."""
    text = short_date(day)
    return with_ending(text, case) if language == "ky" else text


def _off(run: DaysOff, year: int, language: str) -> str:
    phrases = _PHRASES[language]
    days = _day(run.first, year, language)
    if run.last != run.first:
        days = _span(run.first, run.last, year, language)
    text = phrases["day_off" if run.first == run.last else "days_off"].format(days=days)
    estimated = [row for row in run.days if row.estimated]
    names = {_name(row, language): None for row in estimated or run.days}
    if estimated:
        return f"{text} ({', '.join(names)}, {phrases['estimated']})"
    # A long run has many names, and everyone knows the May holidays.
    return f"{text} ({next(iter(names))})" if len(names) == 1 else text


def _name(row: CalendarDay, language: str) -> str:
    return {"ru": row.name_ru, "en": row.name_en}.get(language) or row.name_ky


def _listing(items: list[str], last_joint: str) -> str:
    return last_joint.join(filter(None, [", ".join(items[:-1]), items[-1]]))


def _span(first: date, last: date, year: int, language: str) -> str:
    """Write a span of days: «1–9-май», «30-апрель – 3-май», «2027-жылдын 1–7-январы»."""
    if (first.year, first.month) != (last.year, last.month):
        return f"{_day(first, year, language)} – {_day(last, year, language)}"
    before, body, after = _day_parts(last, year, language)
    return f"{before}{first.day}–{body}{after}"


def _day(day: date, year: int, language: str) -> str:
    return "".join(_day_parts(day, year, language))


def _day_parts(day: date, year: int, language: str) -> tuple[str, str, str]:
    """Return day and month, with what stands before and after them in another year."""
    month, other_year = day.month - 1, day.year != year
    match language:
        case "ru":
            after = f" {day.year} года" if other_year else ""
            return "", f"{day.day} {RUSSIAN_MONTHS[month][1]}", after
        case "en":
            after = f" {day.year}" if other_year else ""
            return "", f"{day.day} {ENGLISH_MONTHS[month]}", after
        case _ if other_year:
            return f"{day.year}-жылдын ", f"{day.day}-{DAY_OF_MONTH[month]['nom']}", ""
        case _:
            return "", f"{day.day}-{BARE_MONTH[month]['nom']}", ""
