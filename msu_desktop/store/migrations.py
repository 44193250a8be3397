"""Bring a database file to this program's tables, whole or not at all.

Revisions lie in ``migrations/versions`` as ``0001_….py`` and are named by their four digits.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, insert

from msu_desktop.office.errors import KnownTrouble, sentence, trouble
from msu_desktop.office.places import MIGRATIONS
from msu_desktop.store.clock import Clock, instant, milliseconds
from msu_desktop.store.durable import whole
from msu_desktop.store.engine import connect, talking_to, writing_alone
from msu_desktop.store.tables import Replica
from msu_desktop.store.troubles import DATABASE_DAMAGED, NOT_A_DATABASE, known, known_troubles

NEWER_DATABASE = sentence(
    "newer_database",
    "The office's data was written by a newer version of this program (tables {found}, this "
    "program knows {known}). Nothing was changed. Install the newer version of the program.",
)
MIGRATION_FAILED = sentence(
    "migration_failed",
    "The office's data could not be brought to this version of the program and stays exactly as "
    "it was. Go on with the version you had before and send us the report of this error.",
)


def head(migrations: Path = MIGRATIONS) -> str:
    """Return the revision this program works with."""
    return max(_known(migrations))


def _known(migrations: Path) -> set[str]:
    return {file.name[:4] for file in (migrations / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")}


def current(database: Path) -> str | None:
    """Return the revision of a file, None for an empty one.

    KnownTrouble ``not_a_database``, ``database_damaged``, or what the disk says.
    """
    with known_troubles(), closing(connect(database, read_only=True)) as raw:
        return revision_of(raw)


def revision_of(raw: sqlite3.Connection) -> str | None:
    """Return the revision an open database stands at, None when it holds nothing."""
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    if not names:
        return None
    if "alembic_version" not in names:
        raise trouble(NOT_A_DATABASE)
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def is_pending(found: str | None, migrations: Path = MIGRATIONS) -> bool:
    """Tell whether a file at this revision must be migrated; KnownTrouble ``newer_database``."""
    newest = head(migrations)
    if found is not None and found not in _known(migrations):
        raise trouble(NEWER_DATABASE, found=found, known=newest)
    return found != newest


def migrate(database: Path, migrations: Path = MIGRATIONS) -> None:
    """Carry out all pending revisions in one transaction; the caller holds the folder alone.

    Whatever fails or is killed half way leaves the file as it was. KnownTrouble
    ``migration_failed``, ``newer_database``, or what the disk says.
    """
    with known_troubles(), closing(connect(database)) as raw:
        if not is_pending(revision_of(raw), migrations):
            return
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        # Rebuilding a table with foreign keys on would silently delete the rows that refer to it.
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with talking_to(raw, "BEGIN IMMEDIATE") as connection, connection.begin():
                _upgrade(connection, migrations)
                _insist_it_is_sound(raw)
        except Exception as error:
            raise known(error) or _failed(error) from error


def _failed(error: Exception) -> KnownTrouble:
    return error if isinstance(error, KnownTrouble) else trouble(MIGRATION_FAILED)


def _upgrade(connection: Connection, migrations: Path) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    command.upgrade(config, "head")


def _insist_it_is_sound(raw: sqlite3.Connection) -> None:
    if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise trouble(MIGRATION_FAILED)
    if raw.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise trouble(DATABASE_DAMAGED)


def found(
    database: Path, make_id: Callable[[int], str], clock: Clock, migrations: Path = MIGRATIONS
) -> None:
    """Make the data file of an office that has none: this program's tables and replica number 1."""
    with known_troubles(), whole(database) as part:
        part.touch()
        migrate(part, migrations)
        now = clock()
        first = {"id": make_id(milliseconds(now)), "number": 1, "started_at": instant(now)}
        with writing_alone(part) as connection:
            connection.execute(insert(Replica), first)
