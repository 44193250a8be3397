"""Play the journal again and compare what it says with the rows as they stand."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    Connection,
    Table,
    distinct,
    exists,
    func,
    inspect,
    select,
    text,
    tuple_,
    type_coerce,
)
from sqlalchemy.types import NullType

from msu_desktop.office.errors import sentence
from msu_desktop.store.findings import Finding
from msu_desktop.store.journal import Change, Value
from msu_desktop.store.tables import Base, JournalEntry, JournalMention, Record

ROW_DIFFERS = sentence(
    "check_row_differs",
    "A record of {table} holds “{found}” in {field}, but the journal says “{said}”: it was "
    "changed past the program.",
)
ROW_LOST = sentence(
    "check_row_lost",
    "A record of {table} is in the journal but not among the data: it was removed past the "
    "program.",
)
ROW_UNKNOWN = sentence(
    "check_row_unknown",
    "A record of {table} is among the data, but no entry of the journal made it: it was added "
    "past the program.",
)
HISTORY_LOST = sentence(
    "check_history_lost", "Entry {sequence} of the journal is missing in the history of a record."
)

AT_ONCE = 2000
"""How many records are compared at once: the journal of a large office does not fit in memory."""

State = dict[tuple[str, str], dict[str, Value]]


def differences(connection: Connection, tell: Callable[[int, int], None]) -> Iterator[Finding]:
    """Yield every record whose present fields are not what the journal says.

    ``tell`` hears how many records were compared, of how many.
    """
    tables = list(_record_tables(connection))
    total = connection.scalar(select(func.count(distinct(JournalMention.record_id)))) or 0
    done, last = 0, ""
    while ids := _next_ids(connection, last):
        tell(done, total)
        said = _said(connection, last, ids[-1])
        for table, unjournaled in tables:
            yield from _compare(connection, table, unjournaled, said, last, ids[-1])
        yield from _lost(said, {table.name for table, _ in tables})
        done, last = done + len(ids), ids[-1]
    for table, _ in tables:
        yield from _unknown(connection, table)
    yield from _without_history(connection)


def _record_tables(connection: Connection) -> Iterator[tuple[Table, frozenset[str]]]:
    there = set(inspect(connection).get_table_names())
    for mapper in Base.registry.mappers:
        table, record = mapper.local_table, mapper.class_
        if issubclass(record, Record) and isinstance(table, Table) and table.name in there:
            yield table, record.unjournaled


def _next_ids(connection: Connection, last: str) -> list[str]:
    ids = select(JournalMention.record_id).distinct().where(JournalMention.record_id > last)
    return list(connection.scalars(ids.order_by(JournalMention.record_id).limit(AT_ONCE)))


def _said(connection: Connection, after: str, up_to: str) -> State:
    """Return the last value of each field of the records with these ids."""
    key = tuple_(JournalEntry.replica_id, JournalEntry.sequence)
    mentioned = select(JournalMention.replica_id, JournalMention.sequence).where(
        JournalMention.record_id > after, JournalMention.record_id <= up_to
    )
    entries = select(JournalEntry.changes).where(key.in_(mentioned)).order_by(JournalEntry.clock)
    said: State = {}
    for changes in connection.scalars(entries):
        for change in _changes(changes):
            if after < change.id <= up_to:
                fields = said.setdefault((change.table, change.id), {})
                fields.update({name: now for name, (_, now) in change.fields.items()})
    return said


def _changes(text: str) -> list[Change]:
    try:
        return msgspec.json.decode(text, type=list[Change])
    except msgspec.DecodeError:
        return []  # the chain of digests has told of it already


def _compare(
    connection: Connection,
    table: Table,
    unjournaled: frozenset[str],
    said: State,
    after: str,
    up_to: str,
) -> Iterator[Finding]:
    columns = [column for column in table.columns if column.key not in unjournaled]
    raw = [type_coerce(column, NullType()) for column in (table.c.id, *columns)]
    rows = select(*raw).where(table.c.id > after, table.c.id <= up_to)
    for row in connection.execute(rows):
        record_id, values = str(row[0]), row[1:]
        fields = said.pop((table.name, record_id), None)
        if fields is None or _is_gone(fields):
            yield Finding("row", ROW_UNKNOWN, {"table": table.name, "id": record_id})
            continue
        for column, found in zip(columns, values, strict=True):
            if not _agrees(column, found, fields):
                facts = {"field": column.key, "found": found, "said": fields.get(column.key)}
                yield Finding("row", ROW_DIFFERS, {"table": table.name, "id": record_id, **facts})


def _agrees(column: Column[Any], found: object, fields: dict[str, Value]) -> bool:
    """Tell whether a field is as the journal says; a field it does not name is empty.

    A column added by a migration holds its default in rows that are older than it.
    """
    if column.key in fields:
        return found == fields[column.key]
    default = column.server_default
    return found is None or (default is not None and str(found) == _text(default))


def _text(default: Any) -> str:
    return str(getattr(default.arg, "text", default.arg)).strip("'")


def _is_gone(fields: dict[str, Value]) -> bool:
    return fields.get("office_id", "") is None


def _lost(said: State, tables: set[str]) -> Iterator[Finding]:
    for (table, record_id), fields in said.items():
        if table in tables and not _is_gone(fields):
            yield Finding("row", ROW_LOST, {"table": table, "id": record_id})


def _unknown(connection: Connection, table: Table) -> Iterator[Finding]:
    known = exists().where(JournalMention.record_id == table.c.id)
    for record_id in connection.scalars(select(table.c.id).where(~known)):
        yield Finding("row", ROW_UNKNOWN, {"table": table.name, "id": record_id})


_UNMENTIONED = text(
    "SELECT j.replica_id, j.sequence, json_extract(c.value, '$.id') AS id "
    "FROM journal j, json_each(iif(json_valid(j.changes), j.changes, '[]')) c "
    "LEFT JOIN journal_mention m ON m.replica_id = j.replica_id AND m.sequence = j.sequence "
    "AND m.record_id = json_extract(c.value, '$.id') WHERE m.record_id IS NULL"
)


def _without_history(connection: Connection) -> Iterator[Finding]:
    for row in connection.execute(_UNMENTIONED):
        facts = {"replica": row.replica_id, "sequence": row.sequence, "id": row.id}
        yield Finding("journal", HISTORY_LOST, facts)
