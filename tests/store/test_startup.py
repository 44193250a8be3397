"""Opening a data folder, step by step."""

import subprocess
import sys
from pathlib import Path

import pytest

from msu_desktop.office.errors import KnownTrouble
from msu_desktop.office.places import ROOT
from msu_desktop.store import migrations
from msu_desktop.store.backup import back_up, backups
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import RESTORABLE, TASKS, Manner, open_folder
from msu_desktop.store.thinning import Reason
from tests.store.small_office import (
    WIRING,
    AllNotes,
    Watch,
    WriteNote,
    all_notes,
    lay_out_migrations,
    write_note,
)


def as_window(manner: Manner) -> Manner:
    return Manner(
        window=True,
        clock=manner.clock,
        make_id=manner.make_id,
        versions=manner.versions,
        wait=manner.wait,
    )


def steps(folder: DataFolder, manner: Manner) -> list[str]:
    """Return the steps that an opening needed."""
    heard: list[str] = []
    open_folder(folder, WIRING, manner, progress=lambda label, *_: heard.append(label)).close()
    names = {task.label: task.name for task in TASKS}
    return [names[label] for label in heard]


def test_the_first_start_makes_the_office(empty_folder: DataFolder, manner: Manner) -> None:
    assert steps(empty_folder, manner) == ["lock", "check", "migrate", "open"]
    assert migrations.current(empty_folder.database) == migrations.head(manner.versions)


def test_the_usual_start_neither_migrates_nor_copies(folder: DataFolder, manner: Manner) -> None:
    assert steps(folder, manner) == ["lock", "check", "open"]


def test_a_new_version_of_the_program_copies_before_it_migrates(
    folder: DataFolder, manner: Manner, tmp_path: Path
) -> None:
    newer = lay_out_migrations(tmp_path / "newer")
    (newer / "versions" / "9002_more.py").write_text(
        'from alembic import op\nrevision = "9002"\ndown_revision = "9001"\n'
        'def upgrade():\n    op.execute("CREATE TABLE test_more (id INTEGER)")\n'
    )
    with_newer = Manner(clock=manner.clock, versions=newer, wait=0.1)
    assert steps(folder, with_newer) == ["lock", "check", "backup", "migrate", "open"]
    assert [one.reason for one in backups(folder)] == [Reason.BEFORE_MIGRATION]
    with pytest.raises(KnownTrouble, match="newer_database"):
        open_folder(folder, WIRING, manner)


def test_the_first_start_of_a_day_copies_what_no_copy_holds(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    office = open_folder(folder, WIRING, manner)
    office.perform(write_note, WriteNote(text="кат"))
    office.close()
    assert "backup" in steps(folder, manner)
    watch.forward(days=1)
    assert "backup" not in steps(folder, manner)


def test_a_second_window_is_refused_and_the_command_line_is_not(
    folder: DataFolder, manner: Manner
) -> None:
    window = open_folder(folder, WIRING, as_window(manner))
    with pytest.raises(KnownTrouble, match="already_open"):
        open_folder(folder, WIRING, as_window(manner))
    beside = open_folder(folder, WIRING, manner)
    beside.perform(write_note, WriteNote(text="кат"))
    beside.close()
    assert window.ask(all_notes, AllNotes()) == ["кат"]
    window.close()
    open_folder(folder, WIRING, as_window(manner)).close()


def test_a_window_that_ended_badly_is_told_of_at_the_next_start(
    folder: DataFolder, manner: Manner
) -> None:
    window = open_folder(folder, WIRING, as_window(manner))
    assert not window.ended_badly
    window.close()
    folder.open_mark.touch()  # what a power cut leaves
    window = open_folder(folder, WIRING, as_window(manner))
    assert window.ended_badly
    window.close()
    assert not folder.open_mark.exists()


def test_an_office_that_has_lost_its_data_file_does_not_begin_anew(
    folder: DataFolder, manner: Manner, watch: Watch
) -> None:
    back_up(folder, Reason.BY_HAND, clock=watch)
    folder.database.write_bytes(b"")
    with pytest.raises(KnownTrouble, match="database_lost") as refused:
        open_folder(folder, WIRING, manner)
    assert refused.value.code in RESTORABLE
    folder.database.unlink()
    with pytest.raises(KnownTrouble, match="database_lost"):
        open_folder(folder, WIRING, manner)
    assert not folder.database.exists()


def test_a_start_that_fails_leaves_no_lock(folder: DataFolder, manner: Manner) -> None:
    content = folder.database.read_bytes()
    folder.database.write_bytes(b"garbage" * 1000)
    for _ in range(2):
        with pytest.raises(KnownTrouble, match="not_a_database"):
            open_folder(folder, WIRING, as_window(manner))
    folder.database.write_bytes(content)
    window = open_folder(folder, WIRING, as_window(manner))
    assert not window.ended_badly
    window.close()


def test_two_who_start_at_once_after_an_update_both_get_in(
    folder: DataFolder, tmp_path: Path
) -> None:
    newer = lay_out_migrations(tmp_path / "newer")
    (newer / "versions" / "9002_more.py").write_text(
        'from alembic import op\nrevision = "9002"\ndown_revision = "9001"\n'
        'def upgrade():\n    op.execute("CREATE TABLE test_more (id INTEGER)")\n'
    )
    script = (
        "import sys; from pathlib import Path\n"
        "from msu_desktop.store.folder import DataFolder\n"
        "from msu_desktop.store.startup import Manner, open_folder\n"
        "from msu_desktop.store.workplace import Wiring\n"
        "open_folder(DataFolder(Path(sys.argv[1])), Wiring(), "
        "Manner(versions=Path(sys.argv[2]))).close()\n"
    )
    command = [sys.executable, "-c", script, str(folder.path), str(newer)]
    both = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert migrations.current(folder.database) == "9002"


def test_the_usual_start_does_not_load_the_migration_library(
    folder: DataFolder, versions: Path
) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from msu_desktop.store.folder import DataFolder\n"
        "from msu_desktop.store.startup import Manner, open_folder\n"
        "from msu_desktop.store.workplace import Wiring\n"
        "open_folder(DataFolder(Path(sys.argv[1])), Wiring(), "
        "Manner(versions=Path(sys.argv[2])))\n"
        "print({'alembic', 'platformdirs', 'babel', 'mako'} & set(sys.modules))\n"
    )
    command = [sys.executable, "-c", script, str(folder.path), str(versions)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
