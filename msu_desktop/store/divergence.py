"""What two copies of an office's data do not have in common, told from their journals."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, Row, func, select

from msu_desktop.store.journal import Change
from msu_desktop.store.tables import JournalEntry, Replica


@dataclass(frozen=True, slots=True)
class Difference:
    """What only one of the copies holds: how many acts of each name, records made of each table.

    ``first_at`` and ``last_at`` are the instants of the first and the last of these acts.
    """

    acts: dict[str, int]
    records: dict[str, int]
    first_at: str | None
    last_at: str | None

    @property
    def total(self) -> int:
        """Return how many acts only this copy holds."""
        return sum(self.acts.values())


NO_DIFFERENCE = Difference({}, {}, None, None)


def only_in(one: Connection, other: Connection) -> Difference:
    """Return what the first copy holds and the second one lacks."""
    acts: Counter[str] = Counter()
    records: Counter[str] = Counter()
    moments: list[str] = []
    for row in _entries_only_in(one, other):
        acts[row.act] += 1
        moments.append(row.at)
        for change in msgspec.json.decode(row.changes, type=list[Change]):
            if change.fields.get("office_id", ("", None))[0] is None:
                records[change.table] += 1
    return Difference(
        dict(acts), dict(records), min(moments, default=None), max(moments, default=None)
    )


def _entries_only_in(one: Connection, other: Connection) -> Iterator[Row[str, str, str]]:
    for (replica_id,) in one.execute(select(Replica.id).order_by(Replica.number)).all():
        common = _last_common(one, other, replica_id)
        yield from one.execution_options(yield_per=1000).execute(
            select(JournalEntry.act, JournalEntry.at, JournalEntry.changes)
            .where(JournalEntry.replica_id == replica_id, JournalEntry.sequence > common)
            .order_by(JournalEntry.sequence)
        )


def _last_common(one: Connection, other: Connection, replica_id: str) -> int:
    """Return the last sequence at which both chains are the same.

    Entries are chained: where two of them are equal, all before them are. So it is found by
    halving.
    """
    same, different = 0, min(_last(one, replica_id), _last(other, replica_id)) + 1
    while different - same > 1:
        middle = (same + different) // 2
        if _digest(one, replica_id, middle) == _digest(other, replica_id, middle):
            same = middle
        else:
            different = middle
    return same


def _last(connection: Connection, replica_id: str) -> int:
    last = select(func.max(JournalEntry.sequence)).where(JournalEntry.replica_id == replica_id)
    return connection.scalar(last) or 0


def _digest(connection: Connection, replica_id: str, sequence: int) -> str | None:
    return connection.scalar(
        select(JournalEntry.digest).where(
            JournalEntry.replica_id == replica_id, JournalEntry.sequence == sequence
        )
    )
