"""Open a data folder step by step: lock, check, back up, migrate, open.

A failure is a KnownTrouble that says what to do, and leaves no lock behind. The usual start reads
a few pages: no migration library is loaded and the file is not looked through.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from msu_desktop.office.errors import N_, KnownTrouble, Problem, sentence, trouble
from msu_desktop.office.ids import IdMaker
from msu_desktop.office.places import MIGRATIONS
from msu_desktop.store import backup, journal, lock, migrations
from msu_desktop.store.clock import Clock, local_clock
from msu_desktop.store.durable import remove_parts
from msu_desktop.store.engine import opened
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.progress import Progress, quietly
from msu_desktop.store.thinning import Reason
from msu_desktop.store.troubles import (
    DATABASE_DAMAGED,
    NOT_A_DATABASE,
    READ_ONLY,
    known_troubles,
)
from msu_desktop.store.workplace import Wiring, Workplace

DATABASE_LOST = sentence(
    "database_lost",
    "The office's data file is missing or empty, although this folder was in use. Nothing was "
    "changed. Restore the last good backup copy; do not begin anew.",
)

RESTORABLE = frozenset({DATABASE_DAMAGED.code, DATABASE_LOST.code, NOT_A_DATABASE.code})
"""The troubles after which restoring ``backup.last_good`` is what to offer."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a folder is opened: who acts, as the one window or beside it, with which clock and ids.

    ``wait`` is how many seconds to wait for another process that restores or migrates.
    """

    actor: str = ""
    window: bool = False
    clock: Clock = local_clock
    make_id: Callable[[int], str] = field(default_factory=lambda: IdMaker(secrets.token_bytes))
    versions: Path = MIGRATIONS
    wait: float = lock.WAIT_SECONDS


class Start:
    """What the tasks of a start hand on to each other."""

    def __init__(self, folder: DataFolder, wiring: Wiring, manner: Manner) -> None:
        self.folder = folder
        self.wiring = wiring
        self.manner = manner
        self.held = ExitStack()
        self.is_new = False
        self.is_pending = False
        self.ended_badly = False
        self.troubles: tuple[Problem, ...] = ()
        self.workplace: Workplace | None = None
        self._lock: lock.Lock | None = None
        self._is_alone = False
        self.held.callback(self._let_go)

    def share(self) -> None:
        """Use the data beside others."""
        if self._lock is None or self._is_alone:
            self._let_go()
            self._lock = lock.use(self.folder, self.manner.wait)
            self._is_alone = False

    def be_alone(self) -> None:
        """Keep others away, and look again at what they did until they were gone."""
        self._let_go()
        self._lock = lock.use_alone(self.folder, self.manner.wait)
        self._is_alone = True
        remove_parts(self.folder.path)
        _look(self)

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.release()


@dataclass(frozen=True, slots=True)
class Task:
    """A step of the start: its name, the words for it, when it is not needed, what it does."""

    name: str
    label: str
    should_skip: Callable[[Start], bool]
    run: Callable[[Start], None]


def open_folder(
    folder: DataFolder, wiring: Wiring, manner: Manner | None = None, progress: Progress = quietly
) -> Workplace:
    """Carry out all tasks and return the open office; closing it frees the locks.

    KnownTrouble ``already_open``, ``being_changed``, ``others_open``, ``newer_database``,
    ``database_lost``, ``migration_failed``, or what the disk says.
    """
    start = Start(folder, wiring, manner or Manner())
    with ExitStack() as if_it_fails:
        if_it_fails.callback(start.held.close)
        run(TASKS, start, progress)
        if_it_fails.pop_all()
    if start.workplace is None:
        raise RuntimeError("the tasks of the start did not open the office")
    return start.workplace


def run(tasks: tuple[Task, ...], start: Start, progress: Progress = quietly) -> None:
    """Carry out tasks one after the other; ``progress`` hears the words of each."""
    for done, task in enumerate(tasks):
        if not task.should_skip(start):
            progress(task.label, done, len(tasks))
            with known_troubles():
                task.run(start)


def _never(_: Start) -> bool:
    return False


def _take_locks(start: Start) -> None:
    folder = start.folder.create()
    if not os.access(folder.path, os.W_OK):
        raise trouble(READ_ONLY)
    if start.manner.window:
        start.held.enter_context(lock.be_the_window(folder))
        start.ended_badly = folder.open_mark.exists()
    start.share()


def _look(start: Start) -> None:
    """See what kind of file is there, by its first pages."""
    database = start.folder.database
    holds_something = database.is_file() and database.stat().st_size > 0
    revision = migrations.current(database) if holds_something else None
    if holds_something and revision is None:
        raise trouble(NOT_A_DATABASE)
    if holds_something and _is_cut_off(start.folder):
        raise trouble(DATABASE_DAMAGED)
    start.is_new = revision is None
    if start.is_new and _was_there_before(start.folder):
        raise trouble(DATABASE_LOST)
    start.is_pending = not start.is_new and migrations.is_pending(revision, start.manner.versions)
    if not start.is_new:
        with opened(database) as connection:
            journal.head(connection)


def _was_there_before(folder: DataFolder) -> bool:
    return any(folder.backups.glob("*.db")) or _log_size(folder) > 0


def _log_size(folder: DataFolder) -> int:
    log = folder.database.with_name(f"{folder.database.name}-wal")
    return log.stat().st_size if log.is_file() else 0


def _is_cut_off(folder: DataFolder) -> bool:
    """Tell whether the last page is not whole; SQLite itself sees only whole pages missing.

    While the write-ahead log holds something, it may hold that page too.
    """
    with folder.database.open("rb") as file:
        written = int.from_bytes(file.read(18)[16:])
    page = 65536 if written == 1 else written
    return folder.database.stat().st_size % page > 0 and _log_size(folder) == 0


def _needs_no_backup(start: Start) -> bool:
    if start.is_new or start.is_pending:
        return start.is_new
    now = start.manner.clock()
    folder = start.folder
    return backup.is_one_of_today(folder, now) or not backup.is_changed(folder, now)


def _back_up(start: Start) -> None:
    if start.is_pending:
        start.be_alone()
        backup.back_up(start.folder, Reason.BEFORE_MIGRATION, clock=start.manner.clock)
        return
    try:
        backup.back_up(start.folder, Reason.HALF_HOUR, clock=start.manner.clock)
    except KnownTrouble as error:  # a full disk must not keep the office from its letters
        start.troubles += error.problems


def _is_up_to_date(start: Start) -> bool:
    return not start.is_new and not start.is_pending


def _migrate(start: Start) -> None:
    manner = start.manner
    if start.is_new:
        start.be_alone()
    if start.is_new:
        migrations.found(start.folder.database, manner.make_id, manner.clock, manner.versions)
    else:
        migrations.migrate(start.folder.database, manner.versions)


def _open(start: Start) -> None:
    start.share()
    folder, manner = start.folder, start.manner
    workplace = Workplace(
        folder.database,
        wiring=start.wiring,
        actor=manner.actor,
        clock=manner.clock,
        make_id=manner.make_id,
    )
    workplace.ended_badly = start.ended_badly
    workplace.troubles = start.troubles
    workplace.when_closed(start.held.pop_all().close)
    if manner.window:
        folder.open_mark.touch()
        workplace.when_closed(partial(folder.open_mark.unlink, missing_ok=True))
    start.workplace = workplace


TASKS = (
    Task("lock", N_("Opening the data folder"), _never, _take_locks),
    Task("check", N_("Looking at the data file"), _never, _look),
    Task("backup", N_("Making a backup copy"), _needs_no_backup, _back_up),
    Task("migrate", N_("Bringing the data to this version"), _is_up_to_date, _migrate),
    Task("open", N_("Opening the office"), _never, _open),
)
