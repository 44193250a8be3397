"""Ask the dated rules, the working calendar and the term that follows from them."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, RowMapping, select
from sqlalchemy.orm import Session

from msu_desktop.desks.directory.model import check_year
from msu_desktop.desks.directory.tables import CalendarDate, CalendarYear, LegalRule
from msu_desktop.language.catalogue import LANGUAGES
from msu_desktop.language.reasoning import reasoning
from msu_desktop.office.calendar import (
    ONE_DAY,
    CalendarDay,
    DayKind,
    DayStatus,
    WorkingCalendar,
)
from msu_desktop.office.deadlines import Term, reckon, term_of
from msu_desktop.office.rules import Rule, RuleBook, Status, Use
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import columns, frozen

_RULE = (
    "code",
    "area",
    "rule",
    "value",
    "unit",
    "effective_from",
    "effective_to",
    "basis",
    "status",
    "note",
    "use",
    "topic",
    "rule_ky",
    "rule_ru",
)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A dated rule of the office with its place in the database."""

    id: str
    version: int
    rule: Rule


class RulesAsked(Args, frozen=True, kw_only=True):
    """The rules, or those of one area."""

    area: str | None = None


class CalendarAsked(Args, frozen=True, kw_only=True):
    """The calendar of one year."""

    year: int


class TermAsked(Args, frozen=True, kw_only=True):
    """When a term that a rule sets ends, if it begins on a day."""

    code: str
    start: date


@query
def rules(connection: Connection, args: RulesAsked) -> list[RuleRow]:
    """Return the rules by code and day."""
    rows = select(LegalRule.id, LegalRule.version, *(getattr(LegalRule, name) for name in _RULE))
    if args.area is not None:
        rows = rows.where(LegalRule.area == args.area)
    found = connection.execute(rows.order_by(LegalRule.code, LegalRule.effective_from))
    return [RuleRow(row["id"], row["version"], _rule(row)) for row in found.mappings()]


def _rule(row: RowMapping) -> Rule:
    fields: dict[str, Any] = {name: row[name] for name in _RULE}
    return Rule(**{**fields, "status": Status(fields["status"]), "use": Use(fields["use"])})


def rule_book(connection: Connection | Session) -> RuleBook:
    """Return the rules as a book that answers by code and day."""
    rows = connection.execute(select(*(getattr(LegalRule, name) for name in _RULE)))
    return RuleBook([_rule(row) for row in rows.mappings()])


@dataclass(frozen=True, slots=True)
class CalendarDateRow:
    """A day of the calendar that is not an ordinary one."""

    id: str
    version: int
    day: date
    kind: str
    name_ky: str
    name_ru: str
    name_en: str
    reason: str
    status: str


@dataclass(frozen=True, slots=True)
class CalendarYearRow:
    """A year of the calendar: how sure it is, its days, its working days by month."""

    year: int
    known: bool
    status: str
    note: str
    days: tuple[CalendarDateRow, ...]
    working_days_by_month: tuple[int, ...]


@query
def calendar_year(connection: Connection, args: CalendarAsked) -> CalendarYearRow:
    """Return the days of one year that are not ordinary, and its working days by month.

    RuleBroken ``year_out_of_range``.
    """
    check_year(args.year)
    year = connection.execute(
        select(CalendarYear.status, CalendarYear.note).where(CalendarYear.year == args.year)
    ).first()
    days = (
        select(*columns(CalendarDateRow, CalendarDate))
        .where(CalendarDate.day.between(date(args.year, 1, 1), date(args.year, 12, 31)))
        .order_by(CalendarDate.day)
    )
    return CalendarYearRow(
        args.year,
        year is not None,
        year.status if year else DayStatus.UNVERIFIED.value,
        year.note if year else "",
        tuple(frozen(CalendarDateRow, connection, days)),
        _working_days_by_month(working_calendar(connection), args.year),
    )


def _working_days_by_month(calendar: WorkingCalendar, year: int) -> tuple[int, ...]:
    ends = [date(year, month, 1) - ONE_DAY for month in range(1, 13)] + [date(year, 12, 31)]
    return tuple(calendar.working_days_between(*span) for span in pairwise(ends))


def working_calendar(connection: Connection | Session) -> WorkingCalendar:
    """Return the calendar of all years the office knows."""
    rows = connection.execute(
        select(
            CalendarDate.day,
            CalendarDate.kind,
            CalendarDate.name_ky,
            CalendarDate.name_ru,
            CalendarDate.name_en,
            CalendarDate.reason,
            CalendarDate.status,
        )
    )
    days = [
        CalendarDay(day, DayKind(kind), ky, ru, en, reason, DayStatus(status))
        for day, kind, ky, ru, en, reason, status in rows
    ]
    years = connection.execute(select(CalendarYear.year)).scalars()
    return WorkingCalendar(days, known_years=years)


def rule_in_force(connection: Connection | Session, code: str, on: date) -> tuple[str, Term]:
    """Return the id of the row in force on a day for a code or topic, and the term it sets.

    RuleBroken when no row is in force, it has no figure yet, or is not a term.
    """
    book = rule_book(connection)
    chosen = book.in_force(code, on)
    same_row = select(LegalRule.id).where(
        LegalRule.code == chosen.code,
        LegalRule.effective_from.is_(chosen.effective_from),
        LegalRule.use == chosen.use.value,
    )
    row_id = connection.execute(same_row).scalars().first() or ""
    return row_id, term_of(chosen, book, on)


def term_of_rule(book: RuleBook, row: Any, on: date) -> Term:
    """Return the term that this very row sets, counted as the office's habits of the day say.

    ``row`` has the columns code, area, rule, value and unit of a ``LegalRule``.
    """
    return term_of(Rule(row.code, row.area, row.rule, row.value, row.unit), book, on)


@dataclass(frozen=True, slots=True)
class TermRow:
    """The end of a term, whether it may still move, and its reasoning in each language."""

    rule: str
    start: date
    due: date
    provisional: bool
    reasoning: dict[str, str]


@query
def term(connection: Connection, args: TermAsked) -> TermRow:
    """Return when the term of a rule ends that begins on a day, with the reasoning.

    RuleBroken when no rule is in force or it has no figure yet.
    """
    book = rule_book(connection)
    rule = book.in_force(args.code, args.start)
    found = reckon(args.start, term_of(rule, book, args.start), working_calendar(connection))
    texts = {language: reasoning(found, language) for language in LANGUAGES}
    return TermRow(rule.code, args.start, found.due, found.provisional, texts)
