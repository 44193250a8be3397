"""The troubles of disks and databases, put into sentences that say what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from msu_desktop.office.errors import KnownTrouble, Sentence, sentence, trouble

DISK_FULL = sentence(
    "disk_full",
    "The disk is full: nothing was saved. Free some space (empty the recycle bin, "
    "move large files to a stick) and try again.",
)
DATABASE_BUSY = sentence(
    "database_busy",
    "Another program is using the office's data: nothing was saved. Close it and try again.",
)
READ_ONLY = sentence(
    "read_only",
    "The data folder cannot be written to: nothing was saved. Ask for the right to write there, "
    "or choose another folder.",
)
DATABASE_DAMAGED = sentence(
    "database_damaged",
    "The office's data file is damaged. Nothing was changed. Restore the last good backup copy; "
    "the damaged file is kept aside.",
)
NOT_A_DATABASE = sentence(
    "not_a_database",
    "The file is not a data file of this program. Choose another one, or restore a backup copy.",
)
FOLDER_MISSING = sentence(
    "folder_missing",
    "The folder or stick is not there. Put the stick in again, or choose another folder.",
)
DISK_FAULT = sentence(
    "disk_fault",
    "The disk gave an error while reading or writing: nothing was saved. "
    "Make a backup copy to a stick and have the disk looked at.",
)

_BY_SQLITE = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: DISK_FULL,  # no room for what lies beside an open database
    sqlite3.SQLITE_BUSY: DATABASE_BUSY,
    sqlite3.SQLITE_LOCKED: DATABASE_BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: FOLDER_MISSING,
    sqlite3.SQLITE_CORRUPT: DATABASE_DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
    sqlite3.SQLITE_IOERR: DISK_FAULT,
}
_BY_ERRNO = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOENT: FOLDER_MISSING,
    errno.ENOTDIR: FOLDER_MISSING,
    errno.EISDIR: FOLDER_MISSING,
    errno.EEXIST: FOLDER_MISSING,  # a file lies where a folder should
    errno.EIO: DISK_FAULT,
}


def _of_sqlite(error: sqlite3.Error) -> Sentence | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _BY_SQLITE.get(code) or _BY_SQLITE.get(code & 0xFF)


def known(error: BaseException) -> KnownTrouble | None:
    """Return the known trouble behind an error of the database or the system, if it is one."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        return known(error.orig)
    if isinstance(error, sqlite3.Error):
        said = _of_sqlite(error)
    elif isinstance(error, OSError):
        said = _BY_ERRNO.get(error.errno or 0)
    else:
        said = None
    return trouble(said) if said else None


@contextmanager
def known_troubles() -> Iterator[None]:
    """Turn errors of disk and database into known troubles; let every other error through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        said = known(error)
        if said is None:
            raise
        raise said from error
