"""Ask for lists of registered papers: filtered and sorted in SQL, page by page by key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, literal_column, select, tuple_
from sqlalchemy.sql.elements import ColumnElement

from msu_desktop.desks.correspondence.model import State
from msu_desktop.desks.correspondence.queries.terms import due_soon_until
from msu_desktop.desks.correspondence.tables import DUE_OR_NEVER, NEVER, Document, Register
from msu_desktop.desks.directory.tables import CaseFile, Official, Party
from msu_desktop.office.errors import broken, sentence
from msu_desktop.office.parties import Funding, PowerKind, SenderKind
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import frozen, page_size
from msu_desktop.store.search import RECORDS_FOUND, expression

NO_SUCH_PLACE = sentence(
    "no_such_place", "A list cannot go on from there: give the «next» of the page before."
)


class Order(StrEnum):
    """What a list can be sorted by."""

    NUMBER = "number"
    REGISTERED_ON = "registered_on"
    PARTY = "party"
    SUMMARY = "summary"
    DUE_ON = "due_on"


_DUE: ColumnElement[str] = literal_column(DUE_OR_NEVER)
_KEYS: dict[Order, tuple[Any, ...]] = {
    Order.NUMBER: (Document.period, Document.number),
    Order.REGISTERED_ON: (Document.registered_on, Document.id),
    Order.PARTY: (Document.party_key, Document.id),
    Order.SUMMARY: (Document.summary_key, Document.id),
    Order.DUE_ON: (_DUE, Document.id),
}

_RANGES = ("period", "registered_from", "registered_to", "due_from", "due_to")
_INDEXED = ("number", "state", "waiting", "case_file_id", "due_from", "due_to")
_OTHERS = ("executor_id", "sender_kind", "power_kind", "funding", *_RANGES)
_SCATTERED = (Order.PARTY, Order.SUMMARY, Order.DUE_ON)
"""Orders in which neighbours of the list lie far from each other on the disk."""


class DocumentsAsked(Args, frozen=True, kw_only=True):
    """Which papers of a register, in which order, after which key.

    ``number``, ``party``, ``summary`` and ``text`` are words as the clerk types them; ``after`` is
    the ``next`` of the page before; ``today`` decides the states. ``waiting`` leaves those that are
    neither executed nor annulled.
    """

    register: str
    today: date
    period: str | None = None
    number: str = ""
    party: str = ""
    summary: str = ""
    text: str = ""
    registered_from: date | None = None
    registered_to: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    state: State | None = None
    waiting: bool = False
    executor_id: str | None = None
    case_file_id: str | None = None
    sender_kind: SenderKind | None = None
    power_kind: PowerKind | None = None
    funding: Funding | None = None
    order: Order = Order.NUMBER
    descending: bool = True
    after: tuple[str | int, ...] | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A registered paper as lists and journals show it."""

    id: str
    version: int
    register: str
    period: str
    number: int
    number_text: str
    registered_on: date
    received_on: date | None
    party_id: str
    party: str
    sender_kind: str
    sender_reference: str
    sender_date: date | None
    summary: str
    sheets: int | None
    resolution: str
    executor_id: str | None
    executor: str
    due_on: date | None
    due_provisional: bool
    executed_on: date | None
    execution_mark: str
    case_file_id: str | None
    case_index: str
    dispatch: str
    power_kind: str
    funding: str
    note: str
    annulled_on: date | None
    annulled_by: str
    annulment_reason: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A page of a list and the key after which the next one begins; None on the last page.

    ``soon`` is the last day that counts as due soon.
    """

    rows: tuple[DocumentRow, ...]
    next: tuple[str | int, ...] | None
    soon: date


def document_rows() -> Any:
    """Select documents with the names they refer to, in the order of ``DocumentRow``."""
    return (
        select(
            Document.id,
            Document.version,
            Register.code,
            Document.period,
            Document.number,
            Document.number_text,
            Document.registered_on,
            Document.received_on,
            Document.party_id,
            Party.name,
            Party.sender_kind,
            Document.sender_reference,
            Document.sender_date,
            Document.summary,
            Document.sheets,
            Document.resolution,
            Document.executor_id,
            func.coalesce(Official.name, ""),
            Document.due_on,
            Document.due_provisional,
            Document.executed_on,
            Document.execution_mark,
            Document.case_file_id,
            func.coalesce(CaseFile.case_index, ""),
            Document.dispatch,
            Document.power_kind,
            Document.funding,
            Document.note,
            Document.annulled_on,
            Document.annulled_by,
            Document.annulment_reason,
        )
        .join(Register, Register.id == Document.register_id)
        .join(Party, Party.id == Document.party_id)
        .outerjoin(Official, Official.id == Document.executor_id)
        .outerjoin(CaseFile, CaseFile.id == Document.case_file_id)
    )


@query
def documents(connection: Connection, args: DocumentsAsked) -> DocumentPage:
    """Return a page of the register's papers; the next page begins after its ``next``."""
    found = _page_of_ids(connection, args)
    ids = found[: page_size(args.limit)]
    rows = frozen(DocumentRow, connection, document_rows().where(Document.id.in_(ids)))
    place = {one: position for position, one in enumerate(ids)}
    ordered = tuple(sorted(rows, key=lambda row: place[row.id]))
    following = _key_of(connection, args, ids[-1]) if len(found) > len(ids) else None
    return DocumentPage(ordered, following, due_soon_until(connection, args.today))


@query
def document_count(connection: Connection, args: DocumentsAsked) -> int:
    """Count the papers that the filters leave."""
    return connection.scalar(_filtered(connection, args, func.count())) or 0


def _page_of_ids(connection: Connection, args: DocumentsAsked) -> list[str]:
    """Find the page and one more; OFFSET 0 keeps the filters apart from the order."""
    keys: Sequence[Any] = _KEYS[args.order]
    statement = _filtered(connection, args, Document.id)
    if _sorts_what_is_left(args):
        labelled = [key.label(f"key_{place}") for place, key in enumerate(keys)]
        narrowed = _filtered(connection, args, Document.id, *labelled).offset(0).subquery()
        keys = [narrowed.c[key.name] for key in labelled]
        statement = select(narrowed.c.id)
    if args.after is not None:
        if len(args.after) != len(keys):
            raise broken(NO_SUCH_PLACE, "after")
        key, after = tuple_(*keys), tuple_(*args.after)
        statement = statement.where(key < after if args.descending else key > after)
    statement = statement.order_by(*(key.desc() if args.descending else key.asc() for key in keys))
    return list(connection.scalars(statement.limit(page_size(args.limit) + 1)))


def _key_of(
    connection: Connection, args: DocumentsAsked, document_id: str
) -> tuple[str | int, ...]:
    row = connection.execute(select(*_KEYS[args.order]).where(Document.id == document_id)).one()
    return tuple(msgspec.to_builtins(value) for value in row)


def _sorts_what_is_left(args: DocumentsAsked) -> bool:
    """Tell whether to filter first: walking an index of the order may find little on a long way."""
    return _has(args, _INDEXED) or (args.order in _SCATTERED and _has(args, _OTHERS))


def _has(args: DocumentsAsked, filters: Sequence[str]) -> bool:
    # Nearly every paper is executed in the end, so that state narrows nothing.
    return any(getattr(args, name) not in {None, False, "", State.EXECUTED} for name in filters)


def _filtered(connection: Connection, args: DocumentsAsked, *what: Any) -> Select[Any]:
    register = select(Register.id).where(Register.code == args.register).scalar_subquery()
    of_register: Any = Document.register_id
    if _sorts_what_is_left(args) and not _has(args, _RANGES):
        # Reading all papers as they lie (coalesce sees to that, also below) is twice as fast as
        # looking each up through an index that does not know the filters.
        of_register = func.coalesce(of_register, "")
    statement = select(*what).select_from(Document).where(of_register == register)
    statement = statement.where(*_plain_filters(args), *_state_filters(connection, args))
    for words, column in _searched(args):
        said = expression(words, column, Document.__tablename__)
        if said is not None:
            found = RECORDS_FOUND.bindparams(expression=said).subquery()
            statement = statement.where(Document.id.in_(select(found.c.record_id)))
    if args.sender_kind is not None:
        of_kind = select(Party.id).where(Party.sender_kind == args.sender_kind.value)
        statement = statement.where(func.coalesce(Document.party_id, "").in_(of_kind))
    return statement


def _searched(args: DocumentsAsked) -> Sequence[tuple[str, str | None]]:
    asked = (
        (args.number, "number"),
        (args.party, "name"),
        (args.summary, "words"),
        (args.text, None),
    )
    return [(words, column) for words, column in asked if words.strip()]


def _plain_filters(args: DocumentsAsked) -> list[ColumnElement[bool]]:
    equal = {
        Document.period: args.period,
        Document.executor_id: args.executor_id,
        Document.case_file_id: args.case_file_id,
        Document.power_kind: args.power_kind,
        Document.funding: args.funding,
    }
    filters = [column == str(value) for column, value in equal.items() if value is not None]
    if args.registered_from is not None:
        filters.append(Document.registered_on >= args.registered_from)
    if args.registered_to is not None:
        filters.append(Document.registered_on <= args.registered_to)
    if args.due_from is not None:
        filters += [_DUE.between(args.due_from.isoformat(), NEVER), Document.due_on.is_not(None)]
    if args.due_to is not None:
        filters += [_DUE.between("", args.due_to.isoformat()), Document.due_on.is_not(None)]
    return filters


def _state_filters(connection: Connection, args: DocumentsAsked) -> list[ColumnElement[bool]]:
    if args.state is None and args.waiting:
        return [Document.annulled_on.is_(None), Document.executed_on.is_(None)]
    if args.state is None:
        return []
    if args.state is State.ANNULLED:
        return [Document.annulled_on.is_not(None)]
    if args.state is State.EXECUTED:
        return [Document.annulled_on.is_(None), Document.executed_on.is_not(None)]
    waiting = [Document.annulled_on.is_(None), Document.executed_on.is_(None)]
    soon = due_soon_until(connection, args.today)
    by_due: dict[State, ColumnElement[bool]] = {
        State.NO_TERM: Document.due_on.is_(None),
        State.OVERDUE: Document.due_on < args.today,
        State.DUE_TODAY: Document.due_on == args.today,
        State.DUE_SOON: (Document.due_on > args.today) & (Document.due_on <= soon),
        State.IN_PROGRESS: Document.due_on > soon,
    }
    return [*waiting, by_due[args.state]]
