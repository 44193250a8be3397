"""A database is brought to this program's tables whole, or stays as it was."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

import msu_desktop.desks.correspondence.tables
import msu_desktop.desks.directory.tables  # noqa: F401 - so that all tables are known
from msu_desktop.office.errors import KnownTrouble
from msu_desktop.store import journal, migrations
from msu_desktop.store.durable import sha256_of
from msu_desktop.store.engine import connect, opened, talking_to
from msu_desktop.store.tables import Base
from tests.store.small_office import (
    NOTES_REVISION,
    a_watch,
    ids,
    lay_out_migrations,
)

PARENT_AND_CHILD = """
import sqlalchemy as sa
from alembic import op

revision = "9002"
down_revision = "9001"

def upgrade():
    op.create_table("test_parent", sa.Column("id", sa.Integer(), primary_key=True),
                    sa.Column("name", sa.String(20)))
    op.create_table("test_child", sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent", sa.Integer(), sa.ForeignKey("test_parent.id", ondelete="CASCADE")))
    op.execute("INSERT INTO test_parent VALUES (1, 'ата')")
    op.execute("INSERT INTO test_child VALUES (1, 1)")
"""
REBUILD_THE_PARENT = """
import sqlalchemy as sa
from alembic import op

revision = "9003"
down_revision = "9002"

def upgrade():
    with op.batch_alter_table("test_parent") as table:
        table.alter_column("name", type_=sa.String(40), nullable=False)
"""
FAILS_HALF_WAY = """
import sqlalchemy as sa
from alembic import op

revision = "9002"
down_revision = "9001"

def upgrade():
    op.create_table("test_half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("DELETE FROM replica")
    {failing}
"""


@pytest.fixture
def own_versions(tmp_path: Path) -> Path:
    """Give migrations to which the test may add."""
    return lay_out_migrations(tmp_path / "жаңы 50% migrations")


@pytest.fixture
def database(founded: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(founded, tmp_path / "office.db")


def add(versions: Path, number: str, source: str) -> None:
    (versions / "versions" / f"{number}_test.py").write_text(source)


def indices(database: Path) -> set[str]:
    """Return how each index of ours is made, also those of expressions and of some rows."""
    made = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
    with closing(connect(database, read_only=True)) as raw:
        return {sql for (sql,) in raw.execute(made) if "test_" not in sql}


def names(database: Path) -> set[str]:
    with closing(connect(database, read_only=True)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}


def test_a_new_office_begins_with_all_tables_and_replica_one(tmp_path: Path) -> None:
    database = tmp_path / "жаңы айыл.db"
    migrations.found(database, ids(), a_watch())
    assert [path.name for path in tmp_path.iterdir()] == [database.name]
    assert migrations.current(database) == migrations.head()
    with closing(connect(database)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("SELECT number, started_at FROM replica").fetchall() == [
            (1, "2026-04-22T03:00:00.000000Z")
        ]
    with opened(database) as connection:
        assert journal.head(connection).sequence == 0


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")  # compared as text below
def test_the_migrations_make_exactly_the_tables_the_program_works_with(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return kind != "table" or not str(name).startswith(("test_", "search_index"))

    database = tmp_path / "office.db"
    migrations.found(database, ids(), a_watch())
    with closing(connect(database)) as raw, talking_to(raw, "BEGIN") as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_make_exactly_the_indices_the_program_works_with(tmp_path: Path) -> None:
    migrated, declared = tmp_path / "office.db", tmp_path / "declared.db"
    migrations.found(migrated, ids(), a_watch())
    engine = create_engine(f"sqlite:///{declared}")
    Base.metadata.create_all(engine)
    engine.dispose()
    assert indices(migrated) == indices(declared)


def test_the_files_are_named_by_the_revisions_they_hold() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(migrations.MIGRATIONS))
    assert script.get_heads() == [migrations.head()]


def test_an_older_database_is_brought_up_to_date(database: Path, own_versions: Path) -> None:
    add(own_versions, "9002", PARENT_AND_CHILD)
    assert migrations.is_pending(migrations.current(database), own_versions)
    migrations.migrate(database, own_versions)
    assert migrations.current(database) == "9002"
    assert "test_child" in names(database)


def test_children_survive_when_their_parents_table_is_rebuilt(
    database: Path, own_versions: Path
) -> None:
    add(own_versions, "9002", PARENT_AND_CHILD)
    add(own_versions, "9003", REBUILD_THE_PARENT)
    migrations.migrate(database, own_versions)
    with closing(connect(database)) as raw:
        assert raw.execute("SELECT * FROM test_child").fetchall() == [(1, 1)]


@pytest.mark.parametrize(
    "failing",
    [
        'raise RuntimeError("bug")',
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        """op.execute("INSERT INTO journal_mention VALUES ('a', 'b', 1)")""",
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    database: Path, own_versions: Path, failing: str
) -> None:
    add(own_versions, "9002", FAILS_HALF_WAY.format(failing=failing))
    before = sha256_of(database)
    with pytest.raises(KnownTrouble, match="migration_failed"):
        migrations.migrate(database, own_versions)
    assert migrations.current(database) == NOTES_REVISION
    assert "test_half" not in names(database)
    assert sha256_of(database) == before


def test_of_several_migrations_all_are_done_or_none(database: Path, own_versions: Path) -> None:
    add(own_versions, "9002", PARENT_AND_CHILD)
    broken = FAILS_HALF_WAY.format(failing="1 / 0")
    broken = broken.replace('"9002"', '"9003"').replace('"9001"', '"9002"')
    add(own_versions, "9003", broken)
    with pytest.raises(KnownTrouble):
        migrations.migrate(database, own_versions)
    assert migrations.current(database) == NOTES_REVISION


def test_a_database_of_a_newer_program_is_refused_in_plain_words(database: Path) -> None:
    with pytest.raises(KnownTrouble, match="newer_database") as refused:
        migrations.is_pending(migrations.current(database))
    assert refused.value.facts == {"found": NOTES_REVISION, "known": migrations.head()}
    with pytest.raises(KnownTrouble, match="newer_database"):
        migrations.migrate(database)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.db"
    stranger.touch()
    with closing(connect(stranger)) as raw:
        raw.execute("CREATE TABLE recipe (id INTEGER)")
    with pytest.raises(KnownTrouble, match="not_a_database"):
        migrations.current(stranger)
