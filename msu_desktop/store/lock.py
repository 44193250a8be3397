"""Locks between processes, held by SQLite's own file locking on small empty files.

They are the same on Windows and Linux, shared or alone, and freed by the system when a process
dies. A lock file must never be opened by other means: on Linux closing it would free the lock.
"""

import sqlite3
from pathlib import Path
from typing import Self

from msu_desktop.office.errors import Sentence, sentence, trouble
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.troubles import known_troubles

ALREADY_OPEN = sentence(
    "already_open",
    "The program is already open with this data folder. Go to its window: look for it in the "
    "task bar.",
)
BEING_CHANGED = sentence(
    "being_changed",
    "Another window is just restoring the office's data or bringing it up to date. Wait until it "
    "has finished, then try again.",
)
OTHERS_OPEN = sentence(
    "others_open",
    "Another window or command is using the office's data, and this work needs it alone. "
    "Close the other one and try again. Nothing was changed.",
)
BACKUP_RUNNING = sentence(
    "backup_running",
    "Another window is just making a backup copy. Wait until it has finished, then try again.",
)

WAIT_SECONDS = 10.0
"""How long to wait for another process that restores or migrates."""


class Lock:
    """A lock that is held until ``release`` or the end of the process."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def release(self) -> None:
        """Let the others in; harmless when done twice."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def use(folder: DataFolder, wait: float = WAIT_SECONDS) -> Lock:
    """Share the data with others who use it; KnownTrouble ``being_changed``."""
    return hold(folder.lock, alone=False, wait=wait, otherwise=BEING_CHANGED)


def use_alone(folder: DataFolder, wait: float = WAIT_SECONDS) -> Lock:
    """Keep everybody else away from the data; KnownTrouble ``others_open``."""
    return hold(folder.lock, alone=True, wait=wait, otherwise=OTHERS_OPEN)


def be_the_window(folder: DataFolder) -> Lock:
    """Be the only window on this data folder; KnownTrouble ``already_open``."""
    return hold(folder.window_lock, alone=True, wait=0, otherwise=ALREADY_OPEN)


def hold(path: Path, *, alone: bool, wait: float, otherwise: Sentence) -> Lock:
    """Take a lock within so many seconds, or raise KnownTrouble with the sentence."""
    with known_troubles():
        if not path.exists():
            path.touch()
        connection = sqlite3.connect(
            path, timeout=wait, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE" if alone else "BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise trouble(otherwise) from error
            raise
    return Lock(connection)
