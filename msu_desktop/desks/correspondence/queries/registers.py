"""Ask the registers: what they are, their next number, their years, their gaps, their journal."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, desc, func, select

from msu_desktop.desks.correspondence.model import NO_SUCH_REGISTER, LinkKind
from msu_desktop.desks.correspondence.queries.listing import DocumentRow, document_rows
from msu_desktop.desks.correspondence.tables import (
    Document,
    DocumentLink,
    JournalPrint,
    Register,
)
from msu_desktop.desks.directory.tables import CaseFile
from msu_desktop.office.errors import broken
from msu_desktop.office.numbering import (
    GapReport,
    NumberTemplate,
    Restart,
    gap_report,
    period_key,
)
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import columns, frozen, frozen_one


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A registration journal."""

    id: str
    version: int
    code: str
    direction: str
    form: str
    name_ky: str
    name_ru: str
    name_en: str
    template: str
    restart: str
    first_number: int
    first_period: str


class RegistersAsked(Args, frozen=True, kw_only=True):
    """All registers."""


class RegisterAsked(Args, frozen=True, kw_only=True):
    """One register and, where it matters, one period of its numbers."""

    register: str
    period: str = ""


class NextNumberAsked(Args, frozen=True, kw_only=True):
    """The number a paper would get; ``template`` tries out another one."""

    register: str
    on: date
    case_file_id: str | None = None
    template: str | None = None


@query
def registers(connection: Connection, _: RegistersAsked) -> list[RegisterRow]:
    """Return the registers in their order."""
    rows = select(*columns(RegisterRow, Register)).order_by(Register.position)
    return frozen(RegisterRow, connection, rows)


def register_named(connection: Connection, code: str) -> RegisterRow:
    """Return one register; RuleBroken ``no_such_register``."""
    rows = select(*columns(RegisterRow, Register)).where(Register.code == code)
    found = frozen_one(RegisterRow, connection, rows)
    if found is None:
        raise broken(NO_SUCH_REGISTER, "register", code=code)
    return found


@query
def next_number(connection: Connection, args: NextNumberAsked) -> str:
    """Return the number that would be drawn now; without a file its index shows as «…»."""
    register = register_named(connection, args.register)
    period = period_key(Restart(register.restart), args.on)
    last = select(func.max(Document.number)).where(
        Document.register_id == register.id, Document.period == period
    )
    first = register.first_number if register.first_period == period else 1
    number = max((connection.scalar(last) or 0) + 1, first)
    index = connection.scalar(
        select(CaseFile.case_index).where(CaseFile.id == (args.case_file_id or ""))
    )
    template = NumberTemplate.parse(args.template or register.template)
    return template.render(number, on=args.on, index=index or "…")


@query
def periods(connection: Connection, args: RegisterAsked) -> list[str]:
    """Return the periods (years) in which the register holds papers, the latest first."""
    register = register_named(connection, args.register)
    rows = select(Document.period).where(Document.register_id == register.id).distinct()
    return list(connection.scalars(rows.order_by(desc(Document.period))))


@query
def gaps(connection: Connection, args: RegisterAsked) -> GapReport:
    """Report on the numbers of a period: registered, annulled, skipped, doubled (form F37)."""
    register = register_named(connection, args.register)
    rows = select(Document.number, Document.annulled_on).where(
        Document.register_id == register.id, Document.period == args.period
    )
    numbers = connection.execute(rows).all()
    # A first number set for one period says nothing of the others: they begin as they did.
    first = register.first_number
    if register.first_period not in {"", args.period}:
        first = min((number for number, _ in numbers), default=1)
    return gap_report(
        (number for number, annulled in numbers if annulled is None),
        (number for number, annulled in numbers if annulled is not None),
        first,
    )


@dataclass(frozen=True, slots=True)
class PrintState:
    """How far a journal stands on paper: its numbers, the last printed one, the sheet it is on."""

    first: int
    last: int
    printed: int
    page: int


@query
def print_state(connection: Connection, args: RegisterAsked) -> PrintState:
    """Return how far the journal of a period stands on paper; 0 where there is nothing yet."""
    register = register_named(connection, args.register)
    first, last = connection.execute(
        select(func.min(Document.number), func.max(Document.number)).where(
            Document.register_id == register.id, Document.period == args.period
        )
    ).one()
    printed = _printed(connection, register.id, args.period)
    return PrintState(first or 0, last or 0, printed[0], printed[1])


def _printed(connection: Connection, register_id: str, period: str) -> tuple[int, int, float]:
    """Return number, page and height (mm) at which the last print ended."""
    row = connection.execute(
        select(JournalPrint.last_number, JournalPrint.page, JournalPrint.y_mm)
        .where(JournalPrint.register_id == register_id, JournalPrint.period == period)
        .order_by(desc(JournalPrint.printed_at), desc(JournalPrint.id))
        .limit(1)
    ).first()
    return (row.last_number, row.page, row.y_mm) if row else (0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A row of a printed journal: the paper, the numbers it answers and those that answer it."""

    document: DocumentRow
    answers: tuple[tuple[str, date], ...]
    answered_by: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """A register's journal of one period, and how far it stands on paper."""

    register: RegisterRow
    period: str
    rows: tuple[JournalRow, ...]
    printed_number: int
    printed_page: int
    printed_y_mm: float


@query
def register_journal(connection: Connection, args: RegisterAsked) -> Journal:
    """Return a register's papers of one period by number, as its journal prints them."""
    register = register_named(connection, args.register)
    within = (Document.register_id == register.id, Document.period == args.period)
    rows = frozen(DocumentRow, connection, document_rows().where(*within).order_by(Document.number))
    answers = _replies(connection, args.period, register.id, forth=True)
    answered_by = _replies(connection, args.period, register.id, forth=False)
    return Journal(
        register,
        args.period,
        tuple(
            JournalRow(row, tuple(answers.get(row.id, ())), tuple(answered_by.get(row.id, ())))
            for row in rows
        ),
        *_printed(connection, register.id, args.period),
    )


def _replies(
    connection: Connection, period: str, register_id: str, *, forth: bool
) -> dict[str, list[tuple[str, date]]]:
    """Return, for each paper of the period, the numbers it answers or is answered by."""
    own_end, other_end = DocumentLink.from_id, DocumentLink.to_id
    if not forth:
        own_end, other_end = other_end, own_end
    own = select(Document.id).where(Document.register_id == register_id, Document.period == period)
    rows = connection.execute(
        select(own_end.label("own"), Document.number_text, Document.registered_on)
        .join(Document, Document.id == other_end)
        .where(
            DocumentLink.kind == LinkKind.REPLY.value,
            own_end.in_(own),
            Document.annulled_on.is_(None),
        )
        .order_by(Document.registered_on, Document.id)
    )
    found: dict[str, list[tuple[str, date]]] = {}
    for own_id, number, day in rows:
        found.setdefault(own_id, []).append((number, day))
    return found
