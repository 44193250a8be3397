"""The journal: an append-only, hash-chained account of every act.

It is at once the audit trail, the history on each card and what is handed over. An entry names
fields, not rows. The digest of an entry is the SHA-256 of its canonical JSON, which holds the
digest of the entry before; the first entry of a replica follows the last one of its parent.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, desc, exists, func, insert, select
from sqlalchemy import inspect as inspect_record
from sqlalchemy.orm import Session, attributes

from msu_desktop.store.clock import FIRST_TICK, Tick, instant
from msu_desktop.store.tables import JournalEntry, JournalMention, Record, Replica

NOTHING_BEFORE = "0" * 64
_ENCODER = msgspec.json.Encoder(order="deterministic")

Value = str | int | bool | float | None


class Change(msgspec.Struct, frozen=True):
    """What happened to one record: its table, its id and each field from what to what."""

    table: str
    id: str
    fields: dict[str, tuple[Value, Value]]


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a replica, to which the next one is chained."""

    replica_id: str
    sequence: int
    clock: Tick
    at: str | None
    digest: str


@dataclass(slots=True)
class Changes:
    """Gathers what a session changes, flush by flush, as one change for each record."""

    found: dict[tuple[str, str], dict[str, tuple[Value, Value]]] = field(default_factory=dict)

    def gather(self, session: Session) -> None:
        """Note what the coming flush will write."""
        for record in (*session.new, *session.dirty, *session.deleted):
            if isinstance(record, Record):
                self._note(record, gone=record in session.deleted)

    def _note(self, record: Record, *, gone: bool) -> None:
        state = inspect_record(record)
        fields = self.found.setdefault((record.__tablename__, record.id), {})
        for column in state.mapper.column_attrs:
            name = column.key
            if name in record.unjournaled:
                continue
            before, after = _before_and_after(record, name, fresh=state.key is None, gone=gone)
            if before != after:
                first = fields.get(name, (before, after))[0]
                fields[name] = (first, after)

    def listed(self) -> list[Change]:
        """Return the changes in the order the records were first touched, without empty ones."""
        return [
            Change(table, record_id, dict(sorted(fields.items())))
            for (table, record_id), fields in self.found.items()
            if any(before != after for before, after in fields.values())
        ]


def _before_and_after(record: Record, name: str, *, fresh: bool, gone: bool) -> tuple[Value, Value]:
    now = plain(getattr(record, name))
    if fresh:
        return None, now
    history = attributes.get_history(record, name)
    before = plain(history.deleted[0]) if history.deleted else now
    return before, None if gone else now


def plain(value: object) -> Value:
    """Return a column's value as JSON knows it: dates as ISO text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def head(session: Session | Connection) -> Head:
    """Return the last entry of this copy of the database.

    A copy that has none of its own yet follows what it was restored from, and so on back.
    """
    own = session.execute(_REPLICAS.order_by(desc(Replica.number)).limit(1)).one()
    last, replica = _entry(session, own.id, None), own
    while last is None and replica.parent_id is not None:
        last = _entry(session, replica.parent_id, replica.parent_sequence)
        replica = session.execute(_REPLICAS.where(Replica.id == replica.parent_id)).one()
    if last is None:
        return Head(own.id, 0, FIRST_TICK, None, NOTHING_BEFORE)
    sequence = last.sequence if replica.id == own.id else 0
    return Head(own.id, sequence, Tick.read(last.clock), last.at, last.digest)


_REPLICAS = select(Replica.id, Replica.parent_id, Replica.parent_sequence)


def _entry(
    session: Session | Connection, replica_id: str, sequence: int | None
) -> Row[int, str, str, str] | None:
    entries = select(
        JournalEntry.sequence, JournalEntry.clock, JournalEntry.at, JournalEntry.digest
    ).where(JournalEntry.replica_id == replica_id)
    if sequence is not None:
        entries = entries.where(JournalEntry.sequence == sequence)
    return session.execute(entries.order_by(desc(JournalEntry.sequence)).limit(1)).first()


def append(
    session: Session, after: Head, act: str, actor: str, now: datetime, changes: list[Change]
) -> None:
    """Write the entry of one act, chained to the one before."""
    entry: dict[str, object] = {
        "replica_id": after.replica_id,
        "sequence": after.sequence + 1,
        "clock": str(after.clock.next(now)),
        "at": instant(now),
        "actor": actor,
        "act": act,
        "changes": _ENCODER.encode(changes).decode(),
        "previous": after.digest,
    }
    session.execute(insert(JournalEntry), {**entry, "digest": digest(entry)})
    key = {"replica_id": entry["replica_id"], "sequence": entry["sequence"]}
    mentions = [{"record_id": change.id, **key} for change in changes]
    if mentions:
        session.execute(insert(JournalMention), mentions)


def digest(entry: Mapping[str, Any]) -> str:
    """Return the SHA-256 of an entry without its own digest, as hex text."""
    sealed = {name: value for name, value in entry.items() if name != "digest"}
    return hashlib.sha256(_ENCODER.encode(sealed)).hexdigest()


def broken_links(connection: Connection) -> Iterator[tuple[str, int, str]]:
    """Yield every place where the chain does not hold: replica, sequence and what is wrong.

    What can be wrong: ``gap`` in the sequence, ``altered`` content, ``unchained`` to the entry
    before.
    """
    journal = JournalEntry.__table__
    for replica in connection.execute(select(Replica).order_by(Replica.number)).all():
        expected, previous = 1, _parent_digest(connection, replica)
        entries = select(journal).where(journal.c.replica_id == replica.id)
        rows = connection.execution_options(yield_per=1000).execute(
            entries.order_by(journal.c.sequence)
        )
        for row in rows.mappings():
            if row["sequence"] != expected:
                yield replica.id, expected, "gap"
            if row["digest"] != digest(dict(row)):
                yield replica.id, row["sequence"], "altered"
            if row["sequence"] == expected and row["previous"] != previous:
                yield replica.id, row["sequence"], "unchained"
            expected, previous = row["sequence"] + 1, row["digest"]


def _parent_digest(connection: Connection, replica: Row[*tuple[Any, ...]]) -> str:
    before = None
    while before is None and replica.parent_id is not None:
        before = _entry(connection, replica.parent_id, replica.parent_sequence)
        replica = connection.execute(_REPLICAS.where(Replica.id == replica.parent_id)).one()
    return before.digest if before else NOTHING_BEFORE


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of a card's history: what an act changed in this record."""

    sequence: int
    at: str
    actor: str
    act: str
    fields: dict[str, tuple[Value, Value]]


def history(connection: Connection, record_id: str) -> list[HistoryRow]:
    """Return what happened to a record, newest first."""
    entries = (
        select(JournalEntry)
        .join(
            JournalMention,
            (JournalMention.replica_id == JournalEntry.replica_id)
            & (JournalMention.sequence == JournalEntry.sequence),
        )
        .where(JournalMention.record_id == record_id)
        .order_by(desc(JournalEntry.clock))
    )
    return [
        HistoryRow(row.sequence, row.at, row.actor, row.act, change.fields)
        for row in connection.execute(entries).all()
        for change in msgspec.json.decode(row.changes, type=list[Change])
        if change.id == record_id
    ]


def length(connection: Connection) -> int:
    """Return how many acts the journal holds."""
    return connection.scalar(select(func.count()).select_from(JournalEntry)) or 0


def holds(connection: Connection, digest: str) -> bool:
    """Tell whether the journal holds this entry, and so all that were made before it."""
    return connection.scalar(select(exists().where(JournalEntry.digest == digest))) or False
