"""A data file that is harmed, strange, newer, held or not writable is refused in plain words."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from msu_desktop.office.errors import KnownTrouble
from msu_desktop.office.places import ROOT
from msu_desktop.store import engine
from msu_desktop.store.durable import sha256_of
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import RESTORABLE, Manner, open_folder
from tests.faults.conftest import mount, read_line
from tests.store.small_office import WIRING, AllNotes, WriteNote, all_notes, write_note


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda _: b"PK\3\4" + b"garbage" * 5000, "not_a_database"),
        (lambda _: b"short", "not_a_database"),
        (lambda content: b"\0" * len(content), "not_a_database"),
        (lambda content: content[:8192], "database_damaged"),
        (lambda content: content[: len(content) // 2], "database_damaged"),
        (lambda content: content[:-1], "database_damaged"),
    ],
)
def test_a_harmed_file_is_refused_untouched_and_restoring_is_offered(
    folder: DataFolder, manner: Manner, harm: object, said: str
) -> None:
    folder.database.write_bytes(harm(folder.database.read_bytes()))
    before = sha256_of(folder.database)
    with pytest.raises(KnownTrouble, match=said) as refused:
        open_folder(folder, WIRING, manner)
    assert refused.value.code in RESTORABLE
    assert sha256_of(folder.database) == before


def test_a_newer_database_is_refused_untouched(folder: DataFolder) -> None:
    before = sha256_of(folder.database)
    with pytest.raises(KnownTrouble, match="newer_database"):
        open_folder(folder, WIRING, Manner())
    assert sha256_of(folder.database) == before


def test_a_database_that_another_program_holds_is_said_to_be_busy(
    folder: DataFolder, manner: Manner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    office = open_folder(folder, WIRING, manner)
    holding = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.victim", "hold_the_database", folder.path, "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert read_line(holding) == "ready"
    try:
        with pytest.raises(KnownTrouble, match="database_busy"):
            office.perform(write_note, WriteNote(text="кат"))
        assert office.ask(all_notes, AllNotes()) == []
    finally:
        holding.kill()
        holding.communicate()
    office.perform(write_note, WriteNote(text="кат"))
    office.close()


@pytest.fixture
def read_only_folder(folder: DataFolder) -> Iterator[DataFolder]:
    """Make the folder read-only; root is not held back by permissions, but by a mount."""
    if os.geteuid():
        folder.path.chmod(0o555)
        yield folder
        folder.path.chmod(0o755)
        return
    mount(folder.path, "--bind", str(folder.path))
    mount(folder.path, "-o", "remount,bind,ro")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder.path)], check=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no read-only folders")
def test_a_folder_that_cannot_be_written_to_is_refused(
    read_only_folder: DataFolder, manner: Manner
) -> None:
    with pytest.raises(KnownTrouble, match="read_only"):
        open_folder(read_only_folder, WIRING, manner)


def test_a_folder_that_cannot_be_made_is_refused(folder: DataFolder, manner: Manner) -> None:
    with pytest.raises(KnownTrouble, match="folder_missing"):
        open_folder(DataFolder(folder.database / "ичинде"), WIRING, manner)
