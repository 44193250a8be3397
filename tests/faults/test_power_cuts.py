"""Whatever the PC was doing when the power failed, the office is there and whole."""

import random
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msu_desktop.store import migrations
from msu_desktop.store.backup import back_up, backups
from msu_desktop.store.check import check
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.restore import restore
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.sums import verify
from msu_desktop.store.thinning import Reason
from tests.faults.conftest import ROUNDS, kill_after, read_line, start
from tests.store.small_office import (
    NOTES,
    WIRING,
    AllNotes,
    WriteNote,
    all_notes,
    lay_out_migrations,
    write_note,
)

pytestmark = pytest.mark.timeout(60 + 3 * ROUNDS)

KILLED_HALF_WAY = """
import os
import signal
from alembic import op

revision = "9002"
down_revision = "9001"


def upgrade():
    op.execute("CREATE TABLE test_half (id INTEGER)")
    op.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
               "INSERT INTO test_note SELECT 'x' || i, 'x', 1, 'x', NULL, NULL, 0, 'red' FROM n")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def write(folder: DataFolder, manner: Manner, how_many: int) -> None:
    office = open_folder(folder, WIRING, manner)
    office.perform_all(
        write_note, [WriteNote(text=f"кат {n} " + "ө" * 150) for n in range(how_many)]
    )
    office.close()


def notes(folder: DataFolder) -> set[str]:
    with closing(sqlite3.connect(folder.database)) as raw:
        return {note for (note,) in raw.execute("SELECT id FROM test_note")}


def test_every_acknowledged_note_is_there(folder: DataFolder, versions: Path) -> None:
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(ROUNDS // 2):
        victim = start("victim", "write_notes", folder.path, versions)
        assert read_line(victim) == "ready"
        said = kill_after(victim, chance.uniform(0, 0.1))
        acknowledged.update(line for line in said.splitlines() if len(line) == 36)
    assert acknowledged <= notes(folder)
    assert len(notes(folder)) <= len(acknowledged) + ROUNDS // 2
    assert check(folder, [NOTES]).findings == ()


def test_a_copy_is_there_verified_or_not_at_all(folder: DataFolder, manner: Manner) -> None:
    write(folder, manner, 3000)
    chance = random.Random(7)
    for _ in range(ROUNDS):
        victim = start("victim", "make_backups", folder.path, "-")
        assert read_line(victim) == "ready"
        kill_after(victim, chance.uniform(0, 0.15))
        for made in backups(folder):
            verify(made.path)
            assert made.acts == 1
    back_up(folder, Reason.BY_HAND)
    assert list(folder.backups.glob("*.part*")) == []
    assert check(folder, [NOTES]).findings == ()


def test_copies_made_while_others_write_are_whole(folder: DataFolder, versions: Path) -> None:
    writer = start("victim", "write_notes", folder.path, versions)
    assert read_line(writer) == "ready"
    counts: list[int] = []
    for _ in range(5):
        read_line(writer)
        made = back_up(folder, Reason.BY_HAND)
        verify(made.path)
        copied = DataFolder(folder.path / made.name).create()
        copied.database.write_bytes(made.path.read_bytes())
        assert check(copied, [NOTES]).findings == ()
        counts.append(made.acts or 0)
    kill_after(writer, 0)
    assert counts == sorted(set(counts))


def test_a_restore_leaves_the_old_office_or_the_restored_one(
    folder: DataFolder, manner: Manner
) -> None:
    write(folder, manner, 1000)
    back_up(folder, Reason.BY_HAND, clock=manner.clock)
    write(folder, manner, 500)
    chance = random.Random(7)
    seen: set[int] = set()
    for _ in range(ROUNDS // 2):
        victim = start("victim", "go_back", folder.path, manner.versions)
        assert read_line(victim) == "ready"
        kill_after(victim, chance.uniform(0, 0.2))
        office = open_folder(folder, WIRING, manner)
        seen.add(len(office.ask(all_notes, AllNotes())))
        office.close()
        assert check(folder, [NOTES]).findings == ()
        write(folder, manner, 500)
    assert seen <= {1000 + 500 * n for n in range(ROUNDS)}


def test_a_migration_killed_half_way_leaves_the_old_tables(
    folder: DataFolder, manner: Manner, tmp_path: Path
) -> None:
    write(folder, manner, 3)
    newer = lay_out_migrations(tmp_path / "newer")
    (newer / "versions" / "9002_killed.py").write_text(KILLED_HALF_WAY)
    victim = start("victim", "migrate", folder.path, newer)
    assert victim.wait() == -signal.SIGKILL
    assert migrations.current(folder.database) == "9001"
    assert len(notes(folder)) == 3
    office = open_folder(folder, WIRING, manner)
    office.perform(write_note, WriteNote(text="дагы"))
    office.close()
    assert check(folder, [NOTES]).findings == ()


def test_after_a_killed_window_the_next_one_opens_and_knows_it(
    folder: DataFolder, manner: Manner
) -> None:
    victim = start("victim", "open_the_window", folder.path, manner.versions)
    assert read_line(victim) == "ready"
    kill_after(victim, 0)
    as_window = Manner(window=True, clock=manner.clock, versions=manner.versions)
    window = open_folder(folder, WIRING, as_window)
    assert window.ended_badly
    window.close()


@pytest.mark.parametrize("left", ["office.db.1a2b3c4d.part", "office.db.1a2b3c4d.part-wal"])
def test_what_a_killed_restore_left_is_swept_up_by_the_next(
    folder: DataFolder, manner: Manner, left: str
) -> None:
    (folder.path / left).write_bytes(b"half")
    made = back_up(folder, Reason.BY_HAND, clock=manner.clock)
    restore(folder, made, manner.clock, manner.make_id, manner.versions)
    assert not (folder.path / left).exists()
