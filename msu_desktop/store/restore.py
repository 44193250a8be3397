"""Go back to a backup copy: seen beforehand, done whole, the old file kept, a new epoch begun.

Until the last rename the old file is the office's data, and after it the restored one; so whatever
stops the PC half way, one of the two is there and usable.
"""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path

from sqlalchemy import func, insert, select

from msu_desktop.office.errors import KnownTrouble, sentence, trouble
from msu_desktop.office.places import MIGRATIONS
from msu_desktop.store import files, journal, migrations
from msu_desktop.store.backup import Backup, back_up
from msu_desktop.store.clock import Clock, instant, milliseconds
from msu_desktop.store.divergence import NO_DIFFERENCE, Difference, only_in
from msu_desktop.store.durable import copy, copy_whole, remove_parts, replace, whole
from msu_desktop.store.engine import connect, opened, writing_alone
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.lock import WAIT_SECONDS, use_alone
from msu_desktop.store.sums import BACKUP_DAMAGED, verify
from msu_desktop.store.tables import Replica
from msu_desktop.store.thinning import Reason
from msu_desktop.store.troubles import (
    DATABASE_DAMAGED,
    FOLDER_MISSING,
    NOT_A_DATABASE,
    known_troubles,
)

BACKUP_EMPTY = sentence(
    "backup_empty", "The backup copy {name} holds no office. Choose another one."
)
_UNREADABLE = {DATABASE_DAMAGED.code, NOT_A_DATABASE.code, FOLDER_MISSING.code}
_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring would do: ``lost`` is only in the present data, ``gained`` only in the copy.

    ``present_readable`` is False when the present data is damaged or missing, so that what would
    be lost cannot be told.
    """

    backup: Backup
    lost: Difference
    gained: Difference
    present_readable: bool

    @property
    def diverged(self) -> bool:
        """Tell whether each side holds acts that the other lacks."""
        return self.lost.total > 0 and self.gained.total > 0


def preview(folder: DataFolder, backup: Backup) -> Preview:
    """Compare a backup copy with the present data; nothing is changed."""
    verify(backup.path)
    with known_troubles(), opened(backup.path, immutable=True) as copied:
        journal.head(copied)  # the copy itself must be readable
        try:
            _insist_on_a_journal(folder.database)
            with known_troubles(), opened(folder.database) as present:
                return Preview(backup, only_in(present, copied), only_in(copied, present), True)
        except KnownTrouble as error:
            if error.code not in _UNREADABLE:
                raise
    return Preview(backup, NO_DIFFERENCE, NO_DIFFERENCE, False)


def _insist_on_a_journal(database: Path) -> None:
    if migrations.current(database) is None:
        raise trouble(NOT_A_DATABASE)
    with known_troubles(), opened(database) as connection:
        journal.head(connection)


def restore(
    folder: DataFolder,
    backup: Backup,
    clock: Clock,
    make_id: Callable[[int], str],
    versions: Path = MIGRATIONS,
    wait: float = WAIT_SECONDS,
) -> Path | None:
    """Put a backup copy in the place of the office's data; return where the old file is kept.

    The caller has closed its own workplace. KnownTrouble ``backup_damaged``, ``others_open``,
    ``newer_database`` or what the disk says; the present data is then as it was.
    """
    sha256 = verify(backup.path)
    with known_troubles(), use_alone(folder, wait), whole(folder.database) as part:
        remove_parts(folder.path)
        if copy(backup.path, part) != sha256:
            raise trouble(BACKUP_DAMAGED, name=backup.name)
        _make_ready(part, backup, clock, make_id, versions)
        files.copy_missing(DataFolder(backup.path.resolve().parent.parent), folder)
        return _keep_aside(folder, clock)


def _make_ready(
    part: Path, backup: Backup, clock: Clock, make_id: Callable[[int], str], versions: Path
) -> None:
    """Bring the copy to this program's tables and begin a new epoch in it."""
    if migrations.current(part) is None:
        raise trouble(BACKUP_EMPTY, name=backup.name)
    migrations.migrate(part, versions)
    now = clock()
    with writing_alone(part) as connection:
        after = journal.head(connection)
        number = connection.scalar(select(func.max(Replica.number))) or 0
        epoch = {
            "id": make_id(milliseconds(now)),
            "number": number + 1,
            "parent_id": after.replica_id,
            "parent_sequence": after.sequence,
            "started_at": instant(now),
        }
        connection.execute(insert(Replica), epoch)


def _keep_aside(folder: DataFolder, clock: Clock) -> Path | None:
    """Give the old file a second name, which stays when the first one is taken over.

    Its write-ahead log must be gone before that: SQLite would play it into the restored file.
    """
    present = folder.database
    aside = _free_name(folder, clock)
    _back_up_if_readable(folder, clock)
    kept = present.exists()
    if kept:
        _second_name(present, aside)
    for beside in _BESIDE:
        left = present.with_name(present.name + beside)
        if left.exists():
            replace(left, aside.with_name(aside.name + beside))
    return aside if kept else None


def _free_name(folder: DataFolder, clock: Clock) -> Path:
    at = clock().astimezone(UTC)
    while (aside := folder.path / f"office-before-restore-{at:%Y-%m-%dT%H%M%SZ}.db").exists():
        at += timedelta(seconds=1)
    return aside


def _back_up_if_readable(folder: DataFolder, clock: Clock) -> None:
    try:
        _insist_on_a_journal(folder.database)
        back_up(folder, Reason.BEFORE_RESTORE, clock=clock)
        with known_troubles(), closing(connect(folder.database)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except KnownTrouble as error:
        if error.code not in _UNREADABLE:
            raise


def _second_name(present: Path, aside: Path) -> None:
    try:
        os.link(present, aside)
    except OSError:  # a file system without links, as on a stick
        copy_whole(present, aside)
