"""What the registers lend to the pages of the directory, which come before them."""

from collections.abc import Mapping, Sequence
from typing import Any

from msu_desktop.desks.correspondence.acts.numbering import CorrectRegister, correct_register
from msu_desktop.desks.correspondence.queries.counting import PapersWithAsked, papers_with
from msu_desktop.desks.correspondence.queries.registers import (
    RegisterAsked,
    RegisterRow,
    RegistersAsked,
    gaps,
    registers,
)
from msu_desktop.desks.directory.page.doors import Numbering, RegisterNumbers
from msu_desktop.office.numbering import Restart, period_key
from msu_desktop.store.acting import Act, Command
from msu_desktop.store.workplace import Workplace


def numbering() -> Numbering:
    """Return how the registers are asked and corrected."""
    return Numbering(_registers, _correction)


def letters(workplace: Workplace, party_ids: Sequence[str]) -> Mapping[str, int]:
    """Return how many letters there are with each party."""
    return workplace.ask(papers_with, PapersWithAsked(party_ids=tuple(party_ids)))


def _registers(workplace: Workplace) -> list[RegisterNumbers]:
    rows = workplace.ask(registers, RegistersAsked())
    return [_numbers(workplace, row) for row in rows]


def _numbers(workplace: Workplace, row: RegisterRow) -> RegisterNumbers:
    restart = Restart(row.restart)
    period = period_key(restart, workplace.now.date())
    found = workplace.ask(gaps, RegisterAsked(register=row.code, period=period))
    return RegisterNumbers(
        row.code,
        {"ky": row.name_ky, "ru": row.name_ru, "en": row.name_en},
        row.template,
        restart,
        row.first_number if row.first_period == period else 1,
        found.last if found.last >= found.first else 0,
    )


def _correction(numbers: RegisterNumbers) -> tuple[Act[Any, Any], Command]:
    command = CorrectRegister(
        register=numbers.code,
        template=numbers.template,
        restart=numbers.restart,
        first_number=numbers.first_number,
    )
    return correct_register, command
