"""Backup copies: made while the office works, verified before they count, thinned with time."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from msu_desktop.office.errors import N_, Failure, KnownTrouble, sentence, trouble
from msu_desktop.store import files, journal, thinning
from msu_desktop.store.clock import Clock, local_clock
from msu_desktop.store.durable import (
    copy,
    remove_parts,
    sha256_on_disk,
    sync_file,
    whole,
)
from msu_desktop.store.engine import connect, opened
from msu_desktop.store.folder import PROGRAM, DataFolder
from msu_desktop.store.lock import BACKUP_RUNNING, Lock, hold
from msu_desktop.store.progress import Progress, quietly
from msu_desktop.store.sums import (
    BACKUP_DAMAGED,
    BACKUP_MISSING,
    read_sum,
    sum_of,
    verify,
    write_sum,
)
from msu_desktop.store.thinning import Made, Reason
from msu_desktop.store.troubles import DATABASE_DAMAGED, known_troubles

EVERY = timedelta(minutes=30)
STEP = N_("Making a backup copy")

SECOND_PLACE_MISSING = sentence(
    "second_place_missing",
    "The backup copy on this computer was made. The second one was not: {place} is not there. "
    "Put the stick in and make a backup copy again.",
)
SECOND_COPY_FAILED = sentence(
    "second_copy_failed",
    "The backup copy on this computer was made. The second one in {place} was not. {why}",
)

_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)-([a-z_]+)\.db")
_TIME = "%Y-%m-%dT%H%M%SZ"
_PAGES = 2048
_WAIT_SECONDS = 60.0
_UNREADABLE = (KnownTrouble, DatabaseError)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup copy: when and why it was made, its size in bytes, how many acts it holds.

    ``acts`` is None when the copy cannot be read. ``verified`` says that the copy was opened and
    its SHA-256 written when it was made; ``verify`` looks whether it still holds.
    """

    path: Path
    at: datetime
    reason: Reason
    size: int
    acts: int | None
    verified: bool

    @property
    def name(self) -> str:
        """Return the file name, which sorts by time."""
        return self.path.name


def second_folder(place: Path) -> DataFolder:
    """Return where second copies lie in a folder or on a stick; it can be restored from there."""
    return DataFolder(place / PROGRAM)


def back_up(
    folder: DataFolder,
    reason: Reason,
    also_to: Path | None = None,
    *,
    clock: Clock = local_clock,
    progress: Progress = quietly,
) -> Backup:
    """Make a verified copy while others go on working; thin the old ones.

    KnownTrouble ``second_place_missing`` or ``second_copy_failed`` when only the second copy
    failed; any other one means that no copy was made.
    """
    with known_troubles(), _backing_up(folder):
        made = _make(folder, reason, clock(), progress)
        _thin(folder, clock())
        if also_to is not None:
            _copy_to(also_to, folder, made, clock())
    return made


def _backing_up(folder: DataFolder) -> Lock:
    folder.backups.mkdir(parents=True, exist_ok=True)
    lock = hold(folder.backup_lock, alone=True, wait=_WAIT_SECONDS, otherwise=BACKUP_RUNNING)
    remove_parts(folder.backups)
    return lock


def _make(folder: DataFolder, reason: Reason, now: datetime, progress: Progress) -> Backup:
    target = _free_name(folder.backups, now, reason)
    with whole(target) as part:
        _copy_pages(folder.database, part, progress)
        sync_file(part)
        _insist_it_opens(part)
        write_sum(target, sha256_on_disk(part))
    return described(target)


def _free_name(place: Path, now: datetime, reason: Reason) -> Path:
    """Return a name of this second, or of the next one that is free."""
    at = now.astimezone(UTC)
    while any(place.glob(f"{at:{_TIME}}-*.db")):
        at += timedelta(seconds=1)
    return place / f"{at:{_TIME}}-{reason}.db"


def _copy_pages(database: Path, part: Path, progress: Progress) -> None:
    with closing(connect(database, read_only=True)) as source, closing(sqlite3.connect(part)) as to:
        # One reading transaction around all steps: other processes go on writing, and the copy
        # does not have to begin again each time they do.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        to.execute("PRAGMA synchronous=OFF")  # synced once, as a whole, before it is verified
        source.backup(
            to,
            pages=_PAGES,
            progress=lambda _, left, total: progress(STEP, total - left, total),
        )


def _insist_it_opens(copy: Path) -> None:
    with closing(connect(copy, immutable=True)) as raw:
        if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise trouble(DATABASE_DAMAGED)
    with opened(copy, immutable=True) as connection:
        journal.head(connection)


def backups(folder: DataFolder) -> list[Backup]:
    """Return the backup copies, the newest first."""
    return [described(folder.backups / made.name) for made in reversed(_made(folder))]


def last_good(folder: DataFolder) -> Backup | None:
    """Return the newest copy that is what it was when it was made: the one to restore."""
    return next((one for one in backups(folder) if _is_good(one.path)), None)


def _is_good(copy: Path) -> bool:
    try:
        verify(copy)
    except KnownTrouble:
        return False
    return True


def is_one_of_today(folder: DataFolder, now: datetime) -> bool:
    """Tell whether a copy was made on this date of the PC's calendar."""
    return any(made.at.astimezone(now.tzinfo).date() == now.date() for made in _made(folder))


def _made(folder: DataFolder) -> list[Made]:
    names = sorted(path.name for path in folder.backups.glob("*.db"))
    return [made for name in names if (made := _read_name(name))]


def _read_name(name: str) -> Made | None:
    read = _NAME.fullmatch(name)
    if read is None or read[2] not in set(Reason):
        return None
    return Made(name, datetime.strptime(read[1], _TIME).replace(tzinfo=UTC), Reason(read[2]))


def described(copy: Path) -> Backup:
    """Return what is known of a copy, also of one that was renamed."""
    if not copy.is_file():
        raise trouble(BACKUP_MISSING, name=copy.name)
    with known_troubles():
        facts = copy.stat()
    changed = datetime.fromtimestamp(facts.st_mtime, UTC)
    made = _read_name(copy.name) or Made(copy.name, changed, Reason.BY_HAND)
    verified = read_sum(copy) is not None
    return Backup(copy, made.at, made.reason, facts.st_size, _acts(copy), verified)


def _acts(copy: Path) -> int | None:
    try:
        with known_troubles(), opened(copy, immutable=True) as connection:
            return journal.length(connection)
    except _UNREADABLE:
        return None


def is_due(folder: DataFolder, now: datetime) -> bool:
    """Tell whether something changed since the last copy and that one is 30 minutes old."""
    last = _last_made(folder, now)
    if last is not None and now - last.at < EVERY:
        return False
    return is_changed(folder, now)


def is_changed(folder: DataFolder, now: datetime) -> bool:
    """Tell whether the journal has gone on since the last copy was made.

    The clock may have been set back since, or be right again: then the copy with the greatest name
    is not the last one, or is.
    """
    with known_troubles(), opened(folder.database) as connection:
        present = journal.head(connection)
    if present.at is None:
        return False
    candidates = {_last_made(folder, now), *_made(folder)[-1:]}
    return not any(
        _holds(folder.backups / made.name, present.digest) for made in candidates if made
    )


def _last_made(folder: DataFolder, now: datetime) -> Made | None:
    return next((made for made in reversed(_made(folder)) if made.at <= now), None)


def _holds(copy: Path, digest: str) -> bool:
    try:
        with known_troubles(), opened(copy, immutable=True) as connection:
            return journal.holds(connection, digest)
    except _UNREADABLE:
        return False


def _thin(folder: DataFolder, now: datetime) -> None:
    for name in thinning.to_remove(_made(folder), now):
        (folder.backups / name).unlink(missing_ok=True)
        sum_of(folder.backups / name).unlink(missing_ok=True)


def _copy_to(place: Path, folder: DataFolder, made: Backup, now: datetime) -> None:
    if not place.is_dir():
        raise trouble(SECOND_PLACE_MISSING, place=str(place))
    second = second_folder(place)
    try:
        with known_troubles():
            second.backups.mkdir(parents=True, exist_ok=True)
            remove_parts(second.backups)
            files.copy_missing(folder, second)
            _copy_verified(made.path, second.backups / made.name)
            _thin(second, now)
    except Failure as error:
        raise trouble(SECOND_COPY_FAILED, place=str(place), why=error.problem) from error


def _copy_verified(source: Path, target: Path) -> None:
    with whole(target) as part:
        sha256 = copy(source, part)
        sync_file(part)
        if sha256_on_disk(part) != sha256 or sha256 != read_sum(source):
            raise trouble(BACKUP_DAMAGED, name=target.name)
        write_sum(target, sha256)
