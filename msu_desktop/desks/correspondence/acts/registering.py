"""Register papers, correct them, annul them, mark them executed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from msu_desktop.desks.correspondence.acts.entering import (
    PaperData,
    enter_fields,
    open_document,
)
from msu_desktop.desks.correspondence.acts.linking import put_back_answered, reply_to
from msu_desktop.desks.correspondence.acts.numbering import (
    draw_number,
    insist_on_direction,
    register_of,
)
from msu_desktop.desks.correspondence.model import (
    BEFORE_LAST,
    EXECUTED_BEFORE_REGISTERED,
    IN_FUTURE,
    REASON_LIMIT,
    RESOLUTION_LIMIT,
    Direction,
    Dispatch,
)
from msu_desktop.desks.correspondence.tables import Document, Register
from msu_desktop.language.tidying import Fields
from msu_desktop.office.errors import broken
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork


class IncomingData(PaperData, frozen=True, kw_only=True):
    """What form F01 holds of a paper that came in."""

    received_on: date | None = None
    sender_reference: str = ""
    sender_date: date | None = None


class OutgoingData(PaperData, frozen=True, kw_only=True):
    """What form F02 holds of a paper that goes out."""

    dispatch: Dispatch | None = None


class RegisterIncoming(IncomingData, frozen=True, kw_only=True):
    """A paper that came in; ``replies_to`` are papers of ours that it answers."""

    register: str = "incoming"
    registered_on: date | None = None
    replies_to: tuple[str, ...] = ()


class RegisterOutgoing(OutgoingData, frozen=True, kw_only=True):
    """A paper that goes out; ``replies_to`` are the papers it answers, which become executed."""

    register: str = "outgoing"
    registered_on: date | None = None
    replies_to: tuple[str, ...] = ()
    executes: bool = True


class CorrectIncoming(IncomingData, frozen=True, kw_only=True):
    """An incoming paper as its card should be; number and day of registration stay."""

    document_id: str
    version: int | None = None


class CorrectOutgoing(OutgoingData, frozen=True, kw_only=True):
    """An outgoing paper as its card should be; number and day of registration stay."""

    document_id: str
    version: int | None = None


class AnnulDocument(Command, frozen=True, kw_only=True):
    """A paper registered by mistake: it stays, struck through, with the reason."""

    document_id: str
    reason: str
    version: int | None = None


class MarkExecuted(Command, frozen=True, kw_only=True):
    """A paper that is done, with the words of the journal; no day puts it back to work."""

    document_id: str
    on: date | None
    mark: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """What the clerk writes on the paper: its number and day; and where the card is."""

    id: str
    number: str
    registered_on: date
    due_on: date | None = None


@act
def register_incoming(work: UnitOfWork, command: RegisterIncoming) -> Registered:
    """Register a paper that came in and give it the next number of its journal (form F01)."""
    document = _register(work, command, Direction.INCOMING)
    reply_to(work, document, command.replies_to, executes=False)
    return _registered(document)


@act
def register_outgoing(work: UnitOfWork, command: RegisterOutgoing) -> Registered:
    """Register a paper that goes out (form F02); what it answers is marked executed."""
    document = _register(work, command, Direction.OUTGOING)
    reply_to(work, document, command.replies_to, executes=command.executes)
    return _registered(document)


@act
def correct_incoming(work: UnitOfWork, command: CorrectIncoming) -> str:
    """Correct the card of an incoming paper; the history keeps what it was."""
    return _correct(work, command, Direction.INCOMING)


@act
def correct_outgoing(work: UnitOfWork, command: CorrectOutgoing) -> str:
    """Correct the card of an outgoing paper; the history keeps what it was."""
    return _correct(work, command, Direction.OUTGOING)


@act
def annul_document(work: UnitOfWork, command: AnnulDocument) -> str:
    """Annul a paper with a reason; its number stays and is never given again (COR-08).

    What was executed by this reply alone waits for its answer again.
    """
    document = open_document(work, command.document_id, command.version)
    fields = Fields()
    reason = fields.text("reason", command.reason, REASON_LIMIT)
    fields.raise_problems()
    document.annulled_on = work.today
    document.annulled_by = work.actor
    document.annulment_reason = reason
    put_back_answered(work, document)
    return document.id


@act
def mark_executed(work: UnitOfWork, command: MarkExecuted) -> str:
    """Mark a paper executed on a day, or put it back to work."""
    document = open_document(work, command.document_id, command.version)
    fields = Fields()
    mark = fields.text("mark", command.mark, RESOLUTION_LIMIT, needed=False)
    fields.raise_problems()
    if command.on is not None and command.on < document.registered_on:
        registered = document.registered_on
        raise broken(EXECUTED_BEFORE_REGISTERED, "on", on=command.on, registered=registered)
    if command.on is not None and command.on > work.today:
        raise broken(IN_FUTURE, "on", day=command.on, today=work.today)
    document.executed_on = command.on
    document.execution_mark = mark
    return document.id


def _register(
    work: UnitOfWork, command: RegisterIncoming | RegisterOutgoing, direction: Direction
) -> Document:
    register = register_of(work, command.register, direction)
    registered_on = command.registered_on or work.today
    values = enter_fields(work, command, registered_on)
    number = draw_number(work, register, registered_on, command.case_file_id)
    _refuse_earlier_than_last(work, register, str(number["period"]), registered_on)
    return work.add(
        Document(register_id=register.id, registered_on=registered_on, **number, **values)
    )


def _correct(
    work: UnitOfWork, command: CorrectIncoming | CorrectOutgoing, direction: Direction
) -> str:
    document = open_document(work, command.document_id, command.version)
    insist_on_direction(work.get(Register, document.register_id), direction, "document_id")
    for name, value in enter_fields(work, command, document.registered_on, document).items():
        setattr(document, name, value)
    return document.id


def _refuse_earlier_than_last(
    work: UnitOfWork, register: Register, period: str, registered_on: date
) -> None:
    """Keep dates in the order of numbers, as a bound journal must have them.

    An annulled paper does not count: its date may be what was wrong with it.
    """
    last = work.session.execute(
        select(Document.number_text, Document.registered_on)
        .where(
            Document.register_id == register.id,
            Document.period == period,
            Document.annulled_on.is_(None),
        )
        .order_by(Document.number.desc())
        .limit(1)
    ).first()
    if last is not None and registered_on < last.registered_on:
        number, day = last
        raise broken(BEFORE_LAST, "registered_on", number=number, last=day)


def _registered(document: Document) -> Registered:
    return Registered(
        id=document.id,
        number=document.number_text,
        registered_on=document.registered_on,
        due_on=document.due_on,
    )
