"""Going back to a backup copy is seen beforehand, loses nothing unseen, and begins a new epoch."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msu_desktop.office.errors import KnownTrouble
from msu_desktop.store import files, journal, migrations
from msu_desktop.store.backup import back_up, backups, described, second_folder
from msu_desktop.store.check import check
from msu_desktop.store.engine import opened
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.restore import preview, restore
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.thinning import Reason
from tests.store.small_office import (
    NOTES,
    WIRING,
    AllNotes,
    CorrectNote,
    Watch,
    WriteNote,
    all_notes,
    correct_note,
    ids,
    lay_out_migrations,
    write_note,
)


def write(folder: DataFolder, manner: Manner, *texts: str) -> list[str]:
    office = open_folder(folder, WIRING, manner)
    made = [office.perform(write_note, WriteNote(text=text)) for text in texts]
    office.close()
    return made


def notes(folder: DataFolder, manner: Manner) -> list[str]:
    office = open_folder(folder, WIRING, manner)
    found = office.ask(all_notes, AllNotes())
    office.close()
    return found


def replicas(folder: DataFolder) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder.database)) as raw:
        return raw.execute(
            "SELECT number, id, parent_id, parent_sequence FROM replica ORDER BY number"
        ).fetchall()


def test_restoring_shows_what_would_be_lost(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    (first,) = write(folder, manner, "биринчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    assert preview(folder, made).lost.total == 0
    watch.forward(hours=1)
    write(folder, manner, "экинчи", "үчүнчү")
    office = open_folder(folder, WIRING, manner)
    office.perform(correct_note, CorrectNote(id=first, text="биринчи кат"))
    office.close()
    shown = preview(folder, made)
    assert shown.present_readable
    assert not shown.diverged
    assert shown.lost.acts == {"write_note": 2, "correct_note": 1}
    assert shown.lost.records == {"test_note": 2}
    assert shown.lost.first_at == "2026-04-22T04:00:00.000000Z"
    assert shown.gained.total == 0


def test_the_office_is_as_it_was_and_a_new_epoch_begins(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    write(folder, manner, "биринчи", "экинчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    write(folder, manner, "үчүнчү")
    aside = restore(folder, made, watch, ids(9), manner.versions)
    (_, first, _, _), (number, second, parent, sequence) = replicas(folder)
    assert (number, parent, sequence) == (2, first, 2)
    assert second != first
    assert notes(folder, manner) == ["биринчи", "экинчи"]
    write(folder, manner, "башка үчүнчү")
    report = check(folder, [NOTES])
    assert report.findings == ()
    assert report.acts == 3
    assert aside == folder.path / "office-before-restore-2026-04-22T030000Z.db"
    assert {one.reason for one in backups(folder)} == {Reason.BY_HAND, Reason.BEFORE_RESTORE}


def test_the_old_file_kept_aside_holds_all_that_was_written_last(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    write(folder, manner, "биринчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    write(folder, manner, "экинчи")
    aside = restore(folder, made, watch, ids(9), manner.versions)
    assert aside is not None
    with closing(sqlite3.connect(aside)) as raw:
        assert raw.execute("SELECT count(*) FROM test_note").fetchone() == (2,)


def test_two_lines_of_work_after_a_restore_are_told_apart(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    write(folder, manner, "биринчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    watch.forward(minutes=1)
    write(folder, manner, "эски экинчи", "эски үчүнчү")
    restore(folder, made, watch, ids(9), manner.versions)
    write(folder, manner, "жаңы экинчи")
    before_restore = next(one for one in backups(folder) if one.reason is Reason.BEFORE_RESTORE)
    shown = preview(folder, before_restore)
    assert shown.diverged
    assert (shown.lost.total, shown.gained.total) == (1, 2)


def test_restoring_twice_without_work_between_keeps_the_chain(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    write(folder, manner, "биринчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    make_id = ids(9)
    for _ in range(3):
        restore(folder, made, watch, make_id, manner.versions)
        made = back_up(folder, Reason.BY_HAND, clock=watch)
    assert [number for number, *_ in replicas(folder)] == [1, 2, 3, 4]
    write(folder, manner, "экинчи")
    assert check(folder, [NOTES]).findings == ()
    with opened(folder.database) as connection:
        assert journal.head(connection).sequence == 1


def test_a_damaged_copy_is_refused_and_nothing_changes(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    write(folder, manner, "биринчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    with made.path.open("r+b") as file:
        file.seek(5000)
        file.write(b"\0\1")
    for refused in (lambda: preview(folder, made), lambda: restore(folder, made, watch, ids(9))):
        with pytest.raises(KnownTrouble, match="backup_damaged"):
            refused()
    assert notes(folder, manner) == ["биринчи"]


def test_nothing_is_restored_while_another_window_is_open(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    office = open_folder(folder, WIRING, manner)
    with pytest.raises(KnownTrouble, match="others_open"):
        restore(folder, made, watch, ids(9), manner.versions, wait=0.1)
    office.perform(write_note, WriteNote(text="кат"))
    office.close()


@pytest.mark.parametrize("harm", ["garbage", "truncated", "missing", "empty", "damaged inside"])
def test_a_damaged_office_is_restored_and_the_damaged_file_kept(
    folder: DataFolder, manner: Manner, watch: Watch, harm: str
) -> None:
    write(folder, manner, "биринчи", *(f"кат {n} " + "ө" * 150 for n in range(60)))
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    content = folder.database.read_bytes()
    harmed = {
        "garbage": b"garbage" * 1000,
        "truncated": content[:5000],
        "missing": None,
        "empty": b"",
        "damaged inside": content[:-20000] + b"\xff" * 20000,
    }[harm]
    folder.database.unlink()
    if harmed is not None:
        folder.database.write_bytes(harmed)
    assert preview(folder, made).lost.total == 0
    aside = restore(folder, made, watch, ids(9), manner.versions)
    assert len(notes(folder, manner)) == 61
    assert (aside.read_bytes() if aside else None) == harmed
    assert check(folder, [NOTES]).findings == ()


def test_an_old_write_ahead_log_is_not_played_into_the_restored_office(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    write(folder, manner, "биринчи")
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    office = open_folder(folder, WIRING, manner)
    office.perform(write_note, WriteNote(text="экинчи"))
    log = folder.database.with_name("office.db-wal")
    kept = log.read_bytes()  # as a power cut leaves it: the file damaged, the log beside it
    office.close()
    folder.database.write_bytes(b"garbage" * 1000)
    log.write_bytes(kept)
    aside = restore(folder, made, watch, ids(9), manner.versions)
    assert aside is not None
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == kept
    assert notes(folder, manner) == ["биринчи"]


def test_a_copy_of_an_older_program_is_brought_up_to_date(
    folder: DataFolder, watch: Watch, tmp_path: Path
) -> None:
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    newer = lay_out_migrations(tmp_path / "newer")
    (newer / "versions" / "9002_more.py").write_text(
        'from alembic import op\nrevision = "9002"\ndown_revision = "9001"\n'
        'def upgrade():\n    op.execute("CREATE TABLE test_more (id INTEGER)")\n'
    )
    restore(folder, made, watch, ids(9), newer)
    assert migrations.current(folder.database) == "9002"


def test_a_stick_brings_the_office_to_a_new_computer(
    folder: DataFolder, manner: Manner, watch: Watch, tmp_path: Path
) -> None:
    write(folder, manner, "биринчи")
    scan = files.put(folder, b"scan", "скан.pdf")
    stick = tmp_path / "STICK"
    stick.mkdir()
    back_up(folder, Reason.BY_HAND, stick, clock=watch)
    shutil.rmtree(folder.path)
    new = DataFolder(tmp_path / "жаңы компьютер").create()
    (copied,) = backups(second_folder(stick))
    assert restore(new, described(copied.path), watch, ids(9), manner.versions) is None
    assert notes(new, manner) == ["биринчи"]
    assert files.path_of(new, scan.sha256).read_bytes() == b"scan"
