"""Look the directory through: stored sort keys are what they should be."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from msu_desktop.desks.directory.tables import CaseFile, Official, Party
from msu_desktop.language.sorting import sort_key
from msu_desktop.office.errors import sentence
from msu_desktop.store.findings import Finding

SORT_KEY_STALE = sentence(
    "check_sort_key", "{count} records of {table} are not sorted as they should be."
)


def check_directory(connection: Connection) -> Iterator[Finding]:
    """Yield a finding for each table whose stored sort keys are stale."""
    sorted_by = ((Party, Party.name), (Official, Official.name), (CaseFile, CaseFile.case_index))
    for table, column in sorted_by:
        rows = connection.execute(select(column, table.sort_key))
        count = sum(sort_key(text)[: len(key) or None] != key for text, key in rows)
        if count:
            facts = {"count": count, "table": table.__tablename__}
            yield Finding("sort_key", SORT_KEY_STALE, facts)
