"""Ask the directory of parties page by page, however long it is."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_

from msu_desktop.desks.directory.queries.parties import PartyAsked, PartyRow
from msu_desktop.desks.directory.tables import Party
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import columns, frozen, page_size
from msu_desktop.store.search import RECORDS_FOUND, expression


class PartyListAsked(Args, frozen=True, kw_only=True):
    """Parties by name, narrowed by words and kind; ``after`` is the key of the last row seen."""

    text: str = ""
    sender_kind: SenderKind | None = None
    descending: bool = False
    after: tuple[str, str] | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class PartyPage:
    """Some parties, and the key after which the next ones follow; None when these are the last."""

    rows: list[PartyRow]
    next: tuple[str, str] | None


@query
def party_page(connection: Connection, args: PartyListAsked) -> PartyPage:
    """Return the next parties of the list; merged ones are left out."""
    key = tuple_(Party.sort_key, Party.id)
    order = [column.desc() if args.descending else column for column in (Party.sort_key, Party.id)]
    chosen = _narrowed(select(*columns(PartyRow, Party), Party.sort_key), args).order_by(*order)
    if args.after is not None:
        chosen = chosen.where(key < args.after if args.descending else key > args.after)
    size = page_size(args.limit)
    found = connection.execute(chosen.limit(size + 1)).all()
    rows = [PartyRow(*row[:-1]) for row in found[:size]]
    last = found[size - 1] if len(found) > size else None
    return PartyPage(rows, (last.sort_key, last.id) if last is not None else None)


@query
def party_count(connection: Connection, args: PartyListAsked) -> tuple[int, int]:
    """Return how many parties the list shows, and how many there are."""
    counted = select(func.count()).select_from(Party)
    live = counted.where(Party.merged_into_id.is_(None))
    shown = connection.scalar(_narrowed(counted, args)) or 0
    return shown, connection.scalar(live) or 0


@query
def former_entries(connection: Connection, args: PartyAsked) -> list[PartyRow]:
    """Return the entries that were made one with this party, by name."""
    rows = select(*columns(PartyRow, Party)).where(Party.merged_into_id == args.party_id)
    return frozen(PartyRow, connection, rows.order_by(Party.sort_key, Party.id))


def _narrowed(rows: Select[Any], args: PartyListAsked) -> Select[Any]:
    rows = rows.where(Party.merged_into_id.is_(None))
    if args.sender_kind is not None:
        rows = rows.where(Party.sender_kind == args.sender_kind.value)
    said = expression(args.text, kind=Party.__tablename__)
    if said is None:
        return rows
    found = RECORDS_FOUND.bindparams(expression=said).subquery()
    return rows.where(Party.id.in_(select(found.c.record_id)))
