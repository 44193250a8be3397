"""The way into the database file: two engines, one that reads and one that writes.

Writing begins with BEGIN IMMEDIATE, so that whoever draws a number is alone while doing so.
Reading is refused any change by SQLite itself.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool, StaticPool

BUSY_SECONDS = 60
"""How long an act waits for another process to finish before it says that the database is busy."""


def writing_engine(path: Path) -> Engine:
    """Return the engine of the acts: foreign keys on, every commit on the disk."""
    return _engine(path, begin="BEGIN IMMEDIATE", pragmas=("synchronous=FULL",))


def reading_engine(path: Path) -> Engine:
    """Return the engine of the queries: a consistent view, and no change possible."""
    return _engine(path, begin="BEGIN", pragmas=("query_only=ON",))


def _engine(path: Path, begin: str, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
        connect_args={
            "isolation_level": None,  # we say BEGIN ourselves: the driver's own breaks DDL
            "timeout": BUSY_SECONDS,
            "check_same_thread": False,
        },
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        prepare(connection, *pragmas)

    _begin_with(engine, begin)
    return engine


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def prepare(connection: sqlite3.Connection, *pragmas: str) -> None:
    """Set what every connection of ours needs; WAL is a property of the file and stays."""
    for pragma in ("foreign_keys=ON", "temp_store=MEMORY", "cache_size=-16000", *pragmas):
        connection.execute(f"PRAGMA {pragma}")


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> sqlite3.Connection:
    """Open the file without SQLAlchemy, for checks, backups and migrations.

    An ``immutable`` file is a finished copy that nobody writes: nothing is laid beside it, so it
    may lie on a stick that is write-protected.
    """
    mode = "immutable=1" if immutable else "mode=ro" if read_only else "mode=rw"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    prepare(connection)
    return connection


@contextmanager
def opened(path: Path, *, immutable: bool = False) -> Iterator[Connection]:
    """Look at the file through one consistent view, outside the pools of the open office."""
    with (
        closing(connect(path, read_only=True, immutable=immutable)) as raw,
        talking_to(raw, "BEGIN") as connection,
    ):
        yield connection


@contextmanager
def writing_alone(path: Path) -> Iterator[Connection]:
    """Write to a file that no other process uses, in one transaction."""
    with (
        closing(connect(path)) as raw,
        talking_to(raw, "BEGIN IMMEDIATE") as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def talking_to(raw: sqlite3.Connection, begin: str) -> Iterator[Connection]:
    """Give SQLAlchemy a connection that we opened ourselves; the caller closes it."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    _begin_with(engine, begin)
    with engine.connect() as connection:
        yield connection
