"""Find papers and correspondents while the clerk types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, desc, func, select, text
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from msu_desktop.desks.correspondence.queries.listing import DocumentRow, document_rows
from msu_desktop.desks.correspondence.tables import Document, Register
from msu_desktop.desks.directory.queries.parties import PartiesAsked, parties, parties_among
from msu_desktop.desks.directory.tables import Official, Party
from msu_desktop.language.search import rank
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import frozen
from msu_desktop.store.search import NEWEST_FOUND, SearchText, expression

LATELY = 300
"""So many of the papers registered last tell with whom one writes these days."""

_NEWEST_PAPERS = text(
    "SELECT d.id FROM search_index i CROSS JOIN search_entry e ON e.row = i.rowid "
    "CROSS JOIN document d ON d.id = e.record_id "
    "WHERE search_index MATCH :expression AND d.annulled_on IS NULL AND (:register IS NULL "
    "OR d.register_id = (SELECT id FROM register WHERE code = :register)) "
    "ORDER BY i.rowid DESC LIMIT :most"
).columns(Document.id)


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
    lately = parties_among(connection, _lately(connection, args.text), args.on)
    found = list({party.id: party for party in (*lately, *parties(connection, asked))}.values())
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


def _lately(connection: Connection, name: str) -> list[str]:
    """Return the parties, of this name, of the papers that were registered last."""
    newest = select(Document.id).order_by(desc(Document.id)).limit(LATELY)
    said = expression(name, "name", Document.__tablename__)
    if said is not None:
        found = NEWEST_FOUND.bindparams(expression=said, most=LATELY).subquery()
        newest = select(found.c.record_id)
    papers = select(Document.party_id).where(Document.id.in_(newest))
    return list(connection.scalars(papers.distinct()))


@query
def find_documents(connection: Connection, args: DocumentsFound) -> list[DocumentRow]:
    """Return papers that hold the words, the newest first: to link a reply, to look one up."""
    said = expression(args.text, kind=Document.__tablename__)
    rows = document_rows().order_by(desc(Document.registered_on), desc(Document.id))
    if said is None:
        live = rows.where(Document.annulled_on.is_(None), *_in_register(args.register))
        return frozen(DocumentRow, connection, live.limit(args.most))
    bound = {"expression": said, "register": args.register, "most": args.most}
    found = _NEWEST_PAPERS.bindparams(**bound).subquery()
    return frozen(DocumentRow, connection, rows.where(Document.id.in_(select(found.c.id))))


def _in_register(code: str | None) -> list[ColumnElement[bool]]:
    return [] if code is None else [Register.code == code]


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
