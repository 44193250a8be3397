"""The search index: what of a record can be found, kept in the transaction that changes it.

Texts are folded before they are indexed (see ``language.folding``), because the full-text engine
alone never matches ө with о.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, text
from sqlalchemy.orm import Session

from msu_desktop.language.folding import fold
from msu_desktop.language.search import parse_query, rank, to_fts5
from msu_desktop.store.tables import SearchEntry

COLUMNS = ("number", "name", "words")


@dataclass(frozen=True, slots=True)
class SearchText:
    """What is searched of one record: its numbers, the names in it, and its other words."""

    record_id: str
    number: str
    name: str
    words: str

    def folded(self) -> tuple[str, str, str]:
        """Return the three texts as the index holds them."""
        return fold(self.number), fold(self.name), fold(self.words)

    def whole(self) -> str:
        """Return the texts as one, for ranking."""
        return f"{self.number} {self.name} {self.words}"


Texts = Callable[[Session | Connection, Sequence[str] | None], Iterable[SearchText]]
"""Give the search texts of the records with these ids, or of all."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A table whose records can be found, and where their texts come from."""

    table: str
    texts: Texts


_WRITE = text(
    "INSERT INTO search_index(rowid, number, name, words, kind) "
    "VALUES (:row, :number, :name, :words, :kind)"
)
_ERASE = text("DELETE FROM search_index WHERE rowid = :row")


def reindex(session: Session, searchable: Searchable, record_ids: Sequence[str]) -> None:
    """Write the present texts of these records into the index; forget those that are gone."""
    gone = set(record_ids)
    for found in searchable.texts(session, record_ids):
        gone.discard(found.record_id)
        row = _row_of(session, found.record_id)
        if row is None:
            inserted = session.execute(
                insert(SearchEntry).returning(SearchEntry.row),
                {"record_id": found.record_id, "kind": searchable.table},
            )
            row = inserted.scalar_one()
        else:
            session.execute(_ERASE, {"row": row})
        session.execute(_WRITE, {"row": row, "kind": searchable.table, **_named(found)})
    for record_id in gone:
        _forget(session, record_id)


def _row_of(session: Session, record_id: str) -> int | None:
    return session.scalar(select(SearchEntry.row).where(SearchEntry.record_id == record_id))


def _forget(session: Session, record_id: str) -> None:
    row = _row_of(session, record_id)
    if row is not None:
        session.execute(_ERASE, {"row": row})
        session.execute(delete(SearchEntry).where(SearchEntry.row == row))


def _named(found: SearchText) -> dict[str, str]:
    return dict(zip(COLUMNS, found.folded(), strict=True))


def expression(query: str, column: str | None = None, kind: str | None = None) -> str | None:
    """Return the full-text expression of what the clerk typed, or None when it holds no word.

    It may keep to one of ``COLUMNS`` and to the records of one table, its ``kind``.
    """
    asked = to_fts5(parse_query(query))
    if not asked:
        return None
    said = f"{{{column or ' '.join(COLUMNS)}}} : ({asked})"
    return f'kind : "{kind}" AND {said}' if kind else said


# CROSS JOIN: the full-text index comes first. Asked the other way round, it is searched anew for
# each record there is.
RECORDS_FOUND = text(
    "SELECT e.record_id FROM search_index i CROSS JOIN search_entry e ON e.row = i.rowid "
    "WHERE search_index MATCH :expression"
).columns(SearchEntry.record_id)
"""The ids of the records that match; bind ``expression``. To be used inside IN (…)."""

NEWEST_FOUND = text(
    "SELECT e.record_id FROM search_index i CROSS JOIN search_entry e ON e.row = i.rowid "
    "WHERE search_index MATCH :expression ORDER BY i.rowid DESC LIMIT :most"
).columns(SearchEntry.record_id)
"""The ids of so many records that match and were entered last; bind ``expression``, ``most``."""

_NEWEST = text(
    "SELECT e.record_id, e.kind FROM search_index i CROSS JOIN search_entry e ON e.row = i.rowid "
    "WHERE search_index MATCH :expression ORDER BY i.rowid DESC LIMIT :most"
).bindparams(bindparam("most", 200))


@dataclass(frozen=True, slots=True)
class Found:
    """A record that matches, of which table."""

    record_id: str
    table: str


def find(
    connection: Connection, query: str, searchables: Iterable[Searchable], most: int
) -> list[Found]:
    """Return the records that match, the nearest first, the newest first among equals."""
    said = expression(query)
    if said is None:
        return []
    rows = connection.execute(_NEWEST, {"expression": said, "most": 4 * most}).all()
    newest = [Found(row.record_id, row.kind) for row in rows]
    texts: dict[str, str] = {}
    for searchable in searchables:
        ids = [found.record_id for found in newest if found.table == searchable.table]
        texts.update({one.record_id: one.whole() for one in searchable.texts(connection, ids)})
    ranked = [found for found in newest if found.record_id in texts]
    ranked.sort(key=lambda found: rank(query, texts[found.record_id]))
    return ranked[:most]


def stale(connection: Connection, searchables: Iterable[Searchable]) -> list[str]:
    """Return the ids of records whose place in the index is missing or not what it should be."""
    held = {
        row.record_id: (row.number, row.name, row.words)
        for row in connection.execute(
            text(
                "SELECT e.record_id, i.number, i.name, i.words "
                "FROM search_entry e LEFT JOIN search_index i ON i.rowid = e.row"
            )
        )
    }
    wrong: list[str] = []
    for searchable in searchables:
        wrong.extend(
            one.record_id
            for one in searchable.texts(connection, None)
            if held.pop(one.record_id, None) != one.folded()
        )
    return [*wrong, *held]
