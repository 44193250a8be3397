"""A small office of notes, with real files, for the tests of the store and of its faults."""

import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Connection, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from msu_desktop.office.errors import broken, sentence
from msu_desktop.office.ids import IdMaker
from msu_desktop.office.places import MIGRATIONS
from msu_desktop.store import migrations
from msu_desktop.store.acting import Args, Command, act, query
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.search import Searchable, SearchText, find
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.tables import AttachedFile, Record
from msu_desktop.store.unit_of_work import UnitOfWork
from msu_desktop.store.workplace import Wiring, Workplace

BISHKEK = timezone(timedelta(hours=6))
NOTES_REVISION = "9001"
TOO_LONG = sentence("test_too_long", "The note is too long.")

NOTES_MIGRATION = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NOTES_REVISION}"
down_revision = "{migrations.head()}"


def upgrade() -> None:
    op.create_table(
        "test_note",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("office_id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("colour", sa.String(20), nullable=False, server_default="white"),
    )
"""


class Note(Record):
    """A record of the tests alone."""

    __tablename__ = "test_note"

    text: Mapped[str] = mapped_column(String(200))
    day: Mapped[date | None]
    pages: Mapped[int | None]
    done: Mapped[bool] = mapped_column(default=False)
    colour: Mapped[str] = mapped_column(String(20), server_default="white", default="white")


class WriteNote(Command):
    text: str
    day: date | None = None
    pages: int | None = None


class CorrectNote(Command):
    id: str
    text: str
    version: int | None = None


class ThrowNoteAway(Command):
    id: str


class AttachToNote(Command):
    id: str
    sha256: str
    name: str
    size: int


class AllNotes(Args):
    pass


class NotesFound(Args):
    text: str


@act
def write_note(work: UnitOfWork, command: WriteNote) -> str:
    note = work.add(Note(text=command.text, day=command.day, pages=command.pages))
    work.session.flush()
    if len(command.text) > 200:
        raise broken(TOO_LONG, "text")
    return note.id


@act
def correct_note(work: UnitOfWork, command: CorrectNote) -> int:
    note = work.get_unchanged(Note, command.id, command.version)
    note.text = command.text
    work.session.flush()
    return note.version


@act
def throw_note_away(work: UnitOfWork, command: ThrowNoteAway) -> None:
    work.delete(work.get(Note, command.id))


@act
def attach_to_note(work: UnitOfWork, command: AttachToNote) -> str:
    attached = AttachedFile(
        record_id=command.id,
        sha256=command.sha256,
        name=command.name,
        size=command.size,
        media_type="text/plain",
    )
    return work.add(attached).id


@query
def all_notes(connection: Connection, _: AllNotes) -> list[str]:
    return list(connection.scalars(select(Note.text).order_by(Note.id)))


def _texts(source: Session | Connection, ids: Sequence[str] | None) -> Iterator[SearchText]:
    notes = select(Note.id, Note.text)
    if ids is not None:
        notes = notes.where(Note.id.in_(ids))
    for note_id, text in source.execute(notes):
        yield SearchText(note_id, "", "", text)


NOTES = Searchable("test_note", _texts)
WIRING = Wiring(searchables=(NOTES,))


class Watch:
    """A clock that the test sets."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)


def a_watch() -> Watch:
    return Watch(datetime(2026, 4, 22, 9, 0, tzinfo=BISHKEK))


def ids(seed: int = 7) -> IdMaker:
    return IdMaker(random.Random(seed).randbytes)


def lay_out_migrations(place: Path) -> Path:
    """Put the program's migrations and the one of the notes into a folder."""
    shutil.copytree(MIGRATIONS, place, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "versions" / f"{NOTES_REVISION}_notes.py").write_text(NOTES_MIGRATION)
    return place


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_migrations(tmp_path_factory.mktemp("migrations") / "all")


@pytest.fixture(scope="session")
def founded(versions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("founded") / "office.db"
    migrations.found(database, ids(1), a_watch(), versions)
    return database


@pytest.fixture
def watch() -> Watch:
    return a_watch()


@pytest.fixture
def empty_folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "Айыл өкмөтү (көчүрмө)").create()


@pytest.fixture
def folder(empty_folder: DataFolder, founded: Path) -> DataFolder:
    shutil.copyfile(founded, empty_folder.database)
    return empty_folder


@pytest.fixture
def manner(watch: Watch, versions: Path) -> Manner:
    return Manner(actor="катчы", clock=watch, make_id=ids(), versions=versions, wait=0.1)


@pytest.fixture
def office(folder: DataFolder, manner: Manner) -> Iterator[Workplace]:
    workplace = open_folder(folder, WIRING, manner)
    yield workplace
    workplace.close()


@query
def find_notes(connection: Connection, args: NotesFound) -> list[str]:
    return [found.record_id for found in find(connection, args.text, [NOTES], 10)]
