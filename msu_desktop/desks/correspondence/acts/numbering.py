"""Draw numbers inside the saving transaction, and keep the registers they belong to."""

from datetime import date
from typing import Annotated

from msgspec import Meta
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from msu_desktop.desks.correspondence.model import (
    MOST_PAPERS,
    NO_SUCH_REGISTER,
    WRONG_DIRECTION,
    Direction,
    check_first_number,
)
from msu_desktop.desks.correspondence.tables import Document, JournalPrint, Register
from msu_desktop.desks.directory.tables import CaseFile
from msu_desktop.office import seeds
from msu_desktop.office.errors import broken
from msu_desktop.office.numbering import (
    INDEX_NEEDED,
    UNKNOWN_PLACEHOLDER,
    NumberTemplate,
    Restart,
    period_key,
)
from msu_desktop.store.acting import Command, act
from msu_desktop.store.clock import instant
from msu_desktop.store.unit_of_work import UnitOfWork

LONGEST_SHEET_MM = 420
FILLED = ("n", "index", "yy", "yyyy")
"""The places of a number template that a letter fills."""


class CorrectRegister(Command, frozen=True, kw_only=True):
    """How the numbers of a register look from now on, and with which one a new period begins.

    ``first_number`` continues a paper journal: it holds for ``first_period`` alone.
    """

    register: str
    template: str
    restart: Restart = Restart.YEARLY
    first_number: int = 1


class RecordPrint(Command, frozen=True, kw_only=True):
    """How far a register's journal now stands on paper."""

    register: str
    period: str
    last_number: Annotated[int, Meta(ge=1, le=MOST_PAPERS)]
    page: Annotated[int, Meta(ge=1, le=MOST_PAPERS)]
    y_mm: Annotated[float, Meta(ge=0, le=LONGEST_SHEET_MM)]


@act
def correct_register(work: UnitOfWork, command: CorrectRegister) -> str:
    """Set the number template and the beginning of a register; numbers given stay as they are."""
    register = register_of(work, command.register)
    template = _template_of_papers(command.template)
    _begin(work, register, command)
    register.template = template.text
    register.restart = command.restart.value
    return register.id


def _begin(work: UnitOfWork, register: Register, command: CorrectRegister) -> None:
    """Let a period begin with another number; numbers that restart otherwise go on this year."""
    period = period_key(command.restart, work.today)
    last = _last_number(work.session, register.id, period)
    if command.restart.value != register.restart:
        last = max(last, _last_of_year(work, register))
    elif command.first_number == first_number(register, period):
        return
    check_first_number(command.first_number, last)
    register.first_number, register.first_period = command.first_number, period


def _last_of_year(work: UnitOfWork, register: Register) -> int:
    given = select(func.max(Document.number)).where(
        Document.register_id == register.id,
        Document.registered_on >= work.today.replace(month=1, day=1),
    )
    return work.session.scalar(given) or 0


def _template_of_papers(text: str) -> NumberTemplate:
    """Read a template and refuse places that a letter cannot fill: sessions, questions."""
    template = NumberTemplate.parse(text)
    unknown = sorted(template.places.difference(FILLED))
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in FILLED)
        placeholder = f"{{{unknown[0]}}}"
        raise broken(UNKNOWN_PLACEHOLDER, "template", placeholder=placeholder, known=known)
    return template


@act
def record_print(work: UnitOfWork, command: RecordPrint) -> str:
    """Note that the journal stands on paper down to a row, so that the next print goes on below."""
    register = register_of(work, command.register)
    printed = JournalPrint(
        register_id=register.id,
        period=command.period,
        last_number=command.last_number,
        page=command.page,
        y_mm=command.y_mm,
        printed_at=instant(work.now),
    )
    return work.add(printed).id


def register_of(work: UnitOfWork, code: str, direction: Direction | None = None) -> Register:
    """Return a register by its code; RuleBroken ``no_such_register`` or ``wrong_direction``."""
    register = work.session.scalars(select(Register).where(Register.code == code)).first()
    if register is None:
        raise broken(NO_SUCH_REGISTER, "register", code=code)
    if direction is not None:
        insist_on_direction(register, direction, "register")
    return register


def insist_on_direction(register: Register, direction: Direction, field: str) -> None:
    """Refuse papers that go the other way; RuleBroken ``wrong_direction``."""
    if register.direction != direction.value:
        raise broken(WRONG_DIRECTION, field, name=register.name_ky)


def draw_number(
    work: UnitOfWork, register: Register, on: date, case_file_id: str | None
) -> dict[str, object]:
    """Draw the next number of the register; the open transaction keeps everyone else waiting."""
    period = period_key(Restart(register.restart), on)
    number = next_number(work.session, register, period)
    index = _index_of(work, case_file_id)
    template = NumberTemplate.parse(register.template)
    if template.needs_index and index is None:
        raise broken(INDEX_NEEDED, "case_file_id")
    text = template.render(number, on=on, index=index)
    return {"period": period, "number": number, "number_text": text}


def next_number(session: Session, register: Register, period: str) -> int:
    """Return the number that the next paper of the period gets."""
    return max(_last_number(session, register.id, period) + 1, first_number(register, period))


def first_number(register: Register, period: str) -> int:
    """Return the number with which a period of the register begins."""
    return register.first_number if register.first_period == period else 1


def _last_number(session: Session, register_id: str, period: str) -> int:
    last = select(func.max(Document.number)).where(
        Document.register_id == register_id, Document.period == period
    )
    return session.scalar(last) or 0


def _index_of(work: UnitOfWork, case_file_id: str | None) -> str | None:
    if case_file_id is None:
        return None
    return work.get(CaseFile, case_file_id, "case_file_id").case_index


def open_registers(work: UnitOfWork, _: object) -> None:
    """Open the registers every office keeps, when the office is set up and has none."""
    if work.session.scalar(select(func.count()).select_from(Register)):
        return
    for position, seed in enumerate(seeds.registers()):
        work.add(
            Register(
                code=seed.code,
                direction=Direction(seed.code).value,
                form=seed.form,
                name_ky=seed.name_ky,
                name_ru=seed.name_ru,
                name_en=seed.name_en,
                template=seed.template,
                restart=seed.restart.value,
                position=position,
            )
        )
