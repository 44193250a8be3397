"""What the program brings along: rules, calendar, territory, list of files, registers.

Seeds fill an empty database once; from then on the rows belong to the office and are edited there.
"""

from functools import cache
from itertools import chain
from typing import TypeVar

import msgspec

from msu_desktop.office.calendar import CalendarDay, WorkingCalendar
from msu_desktop.office.numbering import Restart
from msu_desktop.office.places import RESOURCES
from msu_desktop.office.rules import Rule, RuleBook, Status

Seed = TypeVar("Seed")


class CalendarYear(msgspec.Struct, frozen=True):
    """A year of the calendar; ``working_days_by_month`` is a published check, January first."""

    year: int
    regime: str
    status: str
    working_days_by_month: tuple[int, ...]
    days: tuple[CalendarDay, ...]


class CalendarSeed(msgspec.Struct, frozen=True):
    """The years of the calendar, the weekly rest days, the sources by their marks."""

    weekend: frozenset[int]
    sources: dict[str, str]
    years: tuple[CalendarYear, ...]

    def calendar(self) -> WorkingCalendar:
        """Return the working calendar of all its years."""
        days = chain.from_iterable(year.days for year in self.years)
        return WorkingCalendar(days, self.weekend, (year.year for year in self.years))


class TerritoryUnit(msgspec.Struct, frozen=True):
    """A unit of the state classifier: 14-digit code, level, the code above, names."""

    code: str
    level: str
    parent_code: str
    name_ky: str
    name_ru: str
    note: str = ""


class CaseFileSeed(msgspec.Struct, frozen=True):
    """A file of the list of files; the storage term stays empty until its act is read."""

    index: str
    section: str
    title_ky: str
    title_ru: str
    storage_term: str
    status: Status


class SectionSeed(msgspec.Struct, frozen=True):
    """A part of the list of files."""

    index: str
    title_ky: str
    title_ru: str


class CaseFilesSeed(msgspec.Struct, frozen=True):
    """The list of files (иштердин номенклатурасы) a new office begins with."""

    sections: tuple[SectionSeed, ...]
    files: tuple[CaseFileSeed, ...]


class RegisterSeed(msgspec.Struct, frozen=True):
    """A register: its form, how its numbers look and when they restart, its names."""

    code: str
    form: str
    template: str
    restart: Restart
    name_ky: str
    name_ru: str
    name_en: str


class _Rules(msgspec.Struct):
    rules: tuple[Rule, ...]


class _Territory(msgspec.Struct):
    units: tuple[TerritoryUnit, ...]


class _Registers(msgspec.Struct):
    registers: tuple[RegisterSeed, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Load all dated rules."""
    return _read("rules/rules.json", _Rules).rules


def rule_book() -> RuleBook:
    """Make a rule book of the rules as they are installed."""
    return RuleBook(rules())


@cache
def calendar_seed() -> CalendarSeed:
    """Load the working calendar."""
    return _read("rules/calendar.json", CalendarSeed)


@cache
def territory() -> tuple[TerritoryUnit, ...]:
    """Load the territory: country, oblasts, rayons, towns."""
    return _read("territory/territory.json", _Territory).units


@cache
def case_files() -> CaseFilesSeed:
    """Load the list of files a new office begins with."""
    return _read("rules/case_files.json", CaseFilesSeed)


@cache
def registers() -> tuple[RegisterSeed, ...]:
    """Load the registers every office opens."""
    return _read("rules/registers.json", _Registers).registers


def _read(path: str, kind: type[Seed]) -> Seed:
    return msgspec.json.decode((RESOURCES / path).read_bytes(), type=kind)
