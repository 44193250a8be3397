"""Look the whole data folder through: database, journal, rows, attached files, search, backups."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, distinct, func, select
from sqlalchemy.exc import DatabaseError

from msu_desktop.office.errors import N_, KnownTrouble, sentence
from msu_desktop.store import backup, files, journal, replay
from msu_desktop.store.engine import opened
from msu_desktop.store.findings import Check, Finding, Severity
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.progress import Progress, quietly
from msu_desktop.store.search import Searchable, stale
from msu_desktop.store.sums import verify
from msu_desktop.store.tables import AttachedFile, JournalEntry
from msu_desktop.store.troubles import known_troubles

Look = Callable[[], Iterable[Finding]]

DATABASE_BROKEN = sentence(
    "check_database", "The data file is damaged inside ({said}). Restore the last good backup copy."
)
REFERENCE_BROKEN = sentence(
    "check_reference",
    "A row of {table} names a row of {parent} that is not there. Show this to whoever helps you"
    " with the computer.",
)
LINK_BROKEN = sentence(
    "check_journal",
    "The journal does not hold together at entry {sequence}: {what}. Make a backup copy to a "
    "stick and show this to whoever helps you with the computer.",
)
FILE_MISSING = sentence(
    "check_file_missing",
    "The attached file {name} is not in its place: attach it again, or bring it from a backup "
    "copy.",
)
FILE_DAMAGED = sentence(
    "check_file_damaged",
    "The attached file {name} is damaged: attach it again, or bring it from a backup copy.",
)
FILE_STRAY = sentence(
    "check_file_stray",
    "The file {name} among the attached files belongs to no record; it does no harm.",
)
SEARCH_STALE = sentence(
    "check_search", "Records that searching does not find as it should: {count}."
)
BACKUP_UNSOUND = sentence(
    "check_backup", "The backup copy {name} is damaged or has lost its sum: make a new one."
)

_WHAT = {
    "gap": N_("an entry is missing"),
    "altered": N_("its content was altered"),
    "unchained": N_("it does not follow the entry before"),
}
ROWS = N_("Comparing the records with the journal")
FILES = N_("Looking through the attached files")
COPIES = N_("Looking through the backup copies")
STEPS = (
    N_("Looking through the data file"),
    N_("Looking through the journal"),
    ROWS,
    FILES,
    N_("Looking through the search index"),
    COPIES,
    N_("Looking through the registers"),
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, and how much was looked through."""

    findings: tuple[Finding, ...]
    acts: int | None
    attached_files: int | None
    backups: int

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing worse than a note was found."""
        return all(found.severity is Severity.NOTE for found in self.findings)


def check(
    folder: DataFolder,
    searchables: Iterable[Searchable] = (),
    more_checks: Iterable[Check] = (),
    progress: Progress = quietly,
) -> CheckReport:
    """Look everything through while others may go on working; nothing is changed.

    ``progress`` may raise Cancelled. A data file that cannot be opened at all is a KnownTrouble.
    """
    findings: list[Finding] = []
    with known_troubles(), opened(folder.database) as connection:
        raw: Any = connection.connection.driver_connection
        raw.text_factory = _lenient  # a flipped bit is to be found, not stumbled over
        looks: tuple[Look, ...] = (
            lambda: _database(connection),
            lambda: _chain(connection),
            lambda: replay.differences(connection, lambda done, of: progress(ROWS, done, of)),
            lambda: _attached(connection, folder, progress),
            lambda: _search(connection, searchables),
            lambda: _backups(folder, progress),
            lambda: (found for more in more_checks for found in more(connection)),
        )
        for step, look in zip(STEPS, looks, strict=True):
            progress(step, 0, 0)
            findings += _all_that_can_be_read(look)
        acts = _count(connection, select(func.count()).select_from(JournalEntry))
        attached = _count(connection, select(func.count(distinct(AttachedFile.sha256))))
    return CheckReport(tuple(findings), acts, attached, len(backup.backups(folder)))


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _count(connection: Connection, counted: Select[int]) -> int | None:
    try:
        return connection.scalar(counted)
    except DatabaseError:
        return None


def _all_that_can_be_read(look: Look) -> Iterator[Finding]:
    """Yield what a look finds; when the data file gives way under it, that is a finding too."""
    try:
        yield from look()
    except (DatabaseError, ValueError) as error:
        yield Finding("database", DATABASE_BROKEN, {"said": str(error).splitlines()[0]})


def _database(connection: Connection) -> Iterator[Finding]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Finding("database", DATABASE_BROKEN, {"said": said})
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("database", REFERENCE_BROKEN, {"table": table, "row": row, "parent": parent})


def _chain(connection: Connection) -> Iterator[Finding]:
    for replica, sequence, what in journal.broken_links(connection):
        facts = {"replica": replica, "sequence": sequence, "what": _WHAT[what]}
        yield Finding("journal", LINK_BROKEN, facts)


def _attached(connection: Connection, folder: DataFolder, progress: Progress) -> Iterator[Finding]:
    rows = connection.execute(select(AttachedFile.sha256, AttachedFile.name)).all()
    names = {row.sha256: row.name for row in rows}
    for done, (sha256, name) in enumerate(names.items()):
        progress(FILES, done, len(names))
        path = files.path_of(folder, sha256)
        if not path.is_file():
            yield Finding("file", FILE_MISSING, {"name": name, "path": str(path)})
        elif not files.is_sound(path, sha256):
            yield Finding("file", FILE_DAMAGED, {"name": name, "path": str(path)})
    for path in files.strays(folder, names):
        yield Finding("file", FILE_STRAY, {"name": path.name}, Severity.NOTE)


def _search(connection: Connection, searchables: Iterable[Searchable]) -> Iterator[Finding]:
    wrong = stale(connection, searchables)
    if wrong:
        yield Finding("search", SEARCH_STALE, {"count": len(wrong), "ids": wrong}, Severity.WARNING)


def _backups(folder: DataFolder, progress: Progress) -> Iterator[Finding]:
    copies = backup.backups(folder)
    for done, copied in enumerate(copies):
        progress(COPIES, done, len(copies))
        try:
            verify(copied.path)
        except KnownTrouble:
            yield Finding("backup", BACKUP_UNSOUND, {"name": copied.name}, Severity.WARNING)
