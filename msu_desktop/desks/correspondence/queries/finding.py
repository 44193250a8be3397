"""Find papers and correspondents while the clerk types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, desc, func, select
from sqlalchemy.orm import Session

from msu_desktop.desks.correspondence.queries.listing import DocumentRow, document_rows
from msu_desktop.desks.correspondence.tables import Document, Register
from msu_desktop.desks.directory.queries.parties import PartiesAsked, parties
from msu_desktop.desks.directory.tables import Official, Party
from msu_desktop.language.search import rank
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import frozen
from msu_desktop.store.search import RECORDS_FOUND, SearchText, expression


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A party as the type-ahead offers it, with what is known from its papers."""

    id: str
    name: str
    sender_kind: str
    address: str
    papers: int
    last_on: date | None


class CorrespondentsAsked(Args, frozen=True, kw_only=True):
    """Correspondents by the beginning of words of their name."""

    text: str
    on: date | None = None
    most: int = 12


class DocumentsFound(Args, frozen=True, kw_only=True):
    """Papers of any register by any of their words."""

    text: str
    register: str | None = None
    most: int = 20


@query
def correspondents(connection: Connection, args: CorrespondentsAsked) -> list[Correspondent]:
    """Offer correspondents: the nearest spelling first, then those one writes with most."""
    asked = PartiesAsked(text=args.text, on=args.on, most=10 * args.most)
    found = parties(connection, asked)
    counted = {
        party_id: (papers, last_on)
        for party_id, papers, last_on in connection.execute(
            select(Document.party_id, func.count(), func.max(Document.registered_on))
            .where(Document.party_id.in_([party.id for party in found]))
            .group_by(Document.party_id)
        )
    }
    offered = [
        Correspondent(
            party.id,
            party.name,
            party.sender_kind,
            party.address,
            *counted.get(party.id, (0, None)),
        )
        for party in found
    ]
    offered.sort(key=lambda one: (rank(args.text, one.name) if args.text else 0, -one.papers))
    return offered[: args.most]


@query
def find_documents(connection: Connection, args: DocumentsFound) -> list[DocumentRow]:
    """Return papers that hold the words, the newest first: to link a reply, to look one up."""
    said = expression(args.text)
    rows = document_rows().where(Document.annulled_on.is_(None))
    if args.register is not None:
        rows = rows.where(Register.code == args.register)
    if said is not None:
        matching = RECORDS_FOUND.bindparams(expression=said).subquery()
        rows = rows.where(Document.id.in_(select(matching.c.record_id)))
    newest = rows.order_by(desc(Document.registered_on), desc(Document.id))
    return frozen(DocumentRow, connection, newest.limit(args.most))


def document_texts(
    connection: Session | Connection, record_ids: Sequence[str] | None
) -> Iterable[SearchText]:
    """Give what can be found of papers: their numbers, the correspondent, all other words."""
    rows = (
        select(
            Document.id,
            Document.number_text,
            Document.sender_reference,
            Party.name,
            Party.short_name,
            Document.summary,
            Document.resolution,
            Document.execution_mark,
            Document.note,
            func.coalesce(Official.name, "").label("executor"),
        )
        .join(Party, Party.id == Document.party_id)
        .outerjoin(Official, Official.id == Document.executor_id)
    )
    if record_ids is not None:
        rows = rows.where(Document.id.in_(record_ids))
    for row in connection.execute(rows):
        number = f"{row.number_text} {row.sender_reference}".strip()
        name = f"{row.name} {row.short_name}".strip()
        words = (row.summary, row.resolution, row.execution_mark, row.note, row.executor)
        yield SearchText(row.id, number, name, " ".join(filter(None, words)))
