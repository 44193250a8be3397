"""Keep the dated rules and the working calendar, which are the office's own editable data."""

from datetime import date

from sqlalchemy import select

from msu_desktop.desks.directory.model import NAME_LIMIT, NOTE_LIMIT, check_year
from msu_desktop.desks.directory.tables import CalendarDate, CalendarYear, LegalRule
from msu_desktop.language.tidying import Fields
from msu_desktop.office.calendar import DayKind, DayStatus
from msu_desktop.office.deadlines import check_figure
from msu_desktop.office.rules import Rule, Status, Use, check_dates
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork


class AddRule(Command, frozen=True, kw_only=True):
    """A new dated row; rows of one topic replace each other by their day."""

    code: str
    area: str
    rule: str
    value: str
    unit: str
    topic: str = ""
    rule_ky: str = ""
    rule_ru: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    basis: str = ""
    status: Status = Status.UNVERIFIED
    note: str = ""
    use: Use = Use.DEFAULT


class CorrectRule(AddRule, frozen=True, kw_only=True):
    """A dated row as it should be: a figure read in the act, a bill switched on from its day."""

    rule_id: str
    version: int | None = None


class SetCalendarDay(Command, frozen=True, kw_only=True):
    """What a day is: off, working, short; or an ordinary day again when ``kind`` is empty."""

    day: date
    kind: DayKind | None
    name_ky: str = ""
    name_ru: str = ""
    name_en: str = ""
    reason: str = ""
    status: DayStatus = DayStatus.VERIFIED


class OpenCalendarYear(Command, frozen=True, kw_only=True):
    """A year whose calendar the office knows from now on."""

    year: int
    status: DayStatus = DayStatus.UNVERIFIED
    note: str = ""


@act
def add_rule(work: UnitOfWork, command: AddRule) -> str:
    """Enter a dated rule; returns its id. What was registered before keeps its term."""
    return work.add(LegalRule(**_rule_fields(command))).id


@act
def correct_rule(work: UnitOfWork, command: CorrectRule) -> str:
    """Correct a dated rule, switch it on or off, or enter the act it comes from."""
    row = work.get_unchanged(LegalRule, command.rule_id, command.version)
    for name, value in _rule_fields(command).items():
        setattr(row, name, value)
    return row.id


@act
def set_calendar_day(work: UnitOfWork, command: SetCalendarDay) -> str | None:
    """Say what a day of the calendar is; open terms reckoned over it move with it.

    Returns the id of the entry, or None when the day became an ordinary one.
    """
    check_year(command.day.year)
    present = select(CalendarDate).where(CalendarDate.day == command.day)
    rows = list(work.session.scalars(present))
    if command.kind is None:
        for row in rows:
            work.delete(row)
        return None
    values = _day_fields(command)
    for extra in rows[1:]:
        work.delete(extra)
    if not rows:
        return work.add(CalendarDate(day=command.day, **values)).id
    for name, value in values.items():
        setattr(rows[0], name, value)
    return rows[0].id


@act
def open_calendar_year(work: UnitOfWork, command: OpenCalendarYear) -> str:
    """Take a year into the calendar, or change how sure it is."""
    check_year(command.year)
    fields = Fields()
    note = fields.text("note", command.note, NOTE_LIMIT, needed=False)
    fields.raise_problems()
    known = select(CalendarYear).where(CalendarYear.year == command.year)
    row = work.session.scalars(known).first()
    if row is None:
        row = work.add(CalendarYear(year=command.year, status=command.status.value))
    row.status, row.note = command.status.value, note
    return row.id


def _day_fields(command: SetCalendarDay) -> dict[str, str]:
    fields = Fields()
    names = ("name_ky", "name_ru", "name_en", "reason")
    values = {
        name: fields.text(name, getattr(command, name), NAME_LIMIT, needed=False) for name in names
    }
    fields.raise_problems()
    kind = command.kind.value if command.kind else ""
    return {**values, "kind": kind, "status": command.status.value}


def _rule_fields(command: AddRule) -> dict[str, object]:
    fields = Fields()
    code = fields.text("code", command.code, 40)
    area = fields.text("area", command.area, 40)
    unit = fields.text("unit", command.unit, 40)
    rule = fields.text("rule", command.rule, NOTE_LIMIT)
    free = {
        name: fields.text(name, getattr(command, name), NOTE_LIMIT, needed=False)
        for name in ("rule_ky", "rule_ru", "value", "basis", "note", "topic")
    }
    fields.raise_problems()
    typed = Rule(
        code, area, rule, free["value"], unit, command.effective_from, command.effective_to
    )
    check_dates(typed)
    check_figure(typed)
    return {
        "code": code,
        "area": area,
        "unit": unit,
        "rule": rule,
        **free,
        "effective_from": command.effective_from,
        "effective_to": command.effective_to,
        "status": command.status.value,
        "use": command.use.value,
    }
