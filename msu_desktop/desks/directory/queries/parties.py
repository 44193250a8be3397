"""Ask the directory of bodies and persons: type-ahead, list, card, likely duplicates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from msu_desktop.desks.directory.tables import Party
from msu_desktop.language.folding import fold
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import columns, frozen, frozen_one
from msu_desktop.store.search import RECORDS_FOUND, SearchText, expression

SIMILAR_ENOUGH = 88
"""From this likeness, in per cent, two names are offered as one body typed twice."""


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A body or a person of the directory."""

    id: str
    version: int
    sender_kind: str
    name: str
    short_name: str
    address: str
    phone: str
    email: str
    note: str
    valid_from: date | None
    valid_to: date | None
    merged_into_id: str | None


class PartiesAsked(Args, frozen=True, kw_only=True):
    """Parties by the beginning of words of their name; all when ``text`` is empty.

    ``on`` leaves out those that are not valid on the day.
    """

    text: str = ""
    sender_kind: SenderKind | None = None
    on: date | None = None
    most: int = 50


class PartyAsked(Args, frozen=True, kw_only=True):
    """One party."""

    party_id: str


class SimilarAsked(Args, frozen=True, kw_only=True):
    """Entries that look like the same body typed twice."""

    name: str
    most: int = 5


@query
def parties(connection: Connection, args: PartiesAsked) -> list[PartyRow]:
    """Return the parties that match, by name; merged ones are left out."""
    rows = (
        select(*columns(PartyRow, Party))
        .where(Party.merged_into_id.is_(None))
        .order_by(Party.sort_key, Party.id)
    )
    if args.sender_kind is not None:
        rows = rows.where(Party.sender_kind == args.sender_kind.value)
    if args.on is not None:
        rows = rows.where(Party.valid_to.is_(None) | (Party.valid_to >= args.on))
    said = expression(args.text, kind=Party.__tablename__)
    if said is not None:
        found = RECORDS_FOUND.bindparams(expression=said).subquery()
        rows = rows.where(Party.id.in_(select(found.c.record_id)))
    return frozen(PartyRow, connection, rows.limit(args.most))


def parties_among(
    connection: Connection, ids: Iterable[str], on: date | None = None
) -> list[PartyRow]:
    """Return the parties of these ids, without merged ones and, on a day, without ended ones."""
    rows = select(*columns(PartyRow, Party)).where(
        Party.id.in_(list(ids)), Party.merged_into_id.is_(None)
    )
    if on is not None:
        rows = rows.where(Party.valid_to.is_(None) | (Party.valid_to >= on))
    return frozen(PartyRow, connection, rows)


@query
def party(connection: Connection, args: PartyAsked) -> PartyRow | None:
    """Return one party, or None."""
    chosen = select(*columns(PartyRow, Party)).where(Party.id == args.party_id)
    return frozen_one(PartyRow, connection, chosen)


@query
def similar_parties(connection: Connection, args: SimilarAsked) -> list[PartyRow]:
    """Return entries whose folded name is nearly the same, the nearest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed only when a new party is entered

    live = select(*columns(PartyRow, Party)).where(Party.merged_into_id.is_(None))
    rows = frozen(PartyRow, connection, live)
    names = [fold(row.name) for row in rows]
    nearest = process.extract(
        fold(args.name),
        names,
        scorer=fuzz.token_sort_ratio,
        limit=args.most,
        score_cutoff=SIMILAR_ENOUGH,
    )
    return [rows[index] for _, _, index in nearest]


def party_texts(
    connection: Session | Connection, record_ids: Sequence[str] | None
) -> Iterable[SearchText]:
    """Give what can be found of parties: name and short name; address, telephone and note."""
    rows = select(
        Party.id, Party.name, Party.short_name, Party.address, Party.phone, Party.email, Party.note
    ).where(Party.merged_into_id.is_(None))
    if record_ids is not None:
        rows = rows.where(Party.id.in_(record_ids))
    for row in connection.execute(rows):
        name = f"{row.name} {row.short_name}".strip()
        words = " ".join(filter(None, (row.address, row.phone, row.email, row.note)))
        yield SearchText(row.id, "", name, words)
