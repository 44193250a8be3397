"""What the clerk sees when disk or data fail under an open window: a sentence, said once."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from msu_desktop.bootstrap.guarding import Guard
from msu_desktop.bootstrap.keeping import DraftsOnDisk, SettingsOnDisk
from msu_desktop.bootstrap.wiring import open_office
from msu_desktop.gui.keeping import DraftsInMemory, SettingsInMemory
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.tasks import TaskRunner
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.settings import Settings
from tests.journeys.conftest import Start


def harm(folder: DataFolder, table: str) -> None:
    """Overwrite the first page of a table, as a dying disk does."""
    with closing(sqlite3.connect(folder.database)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    with folder.database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


@pytest.mark.parametrize("table", ["office", "official", "document", "legal_rule"])
def test_data_harmed_inside_is_told_in_a_sentence_and_the_program_ends(
    start: Start,
    folder: DataFolder,
    table: str,
) -> None:
    harm(folder, table)
    session = start(folder)
    session.messages.answers = False
    assert session.run() == 1
    assert session.messages.troubles[0].code == "database_damaged"
    again = start(folder)
    assert again.run() == 1
    assert again.messages.troubles[0].code == "database_damaged"  # no lock was left behind


@pytest.mark.usefixtures("qapp")
def test_a_disk_that_is_gone_is_not_told_of_every_two_seconds(folder: DataFolder) -> None:
    office = open_office(folder, Settings())
    messages = RecordedMessages()
    services = Services(TaskRunner(), messages, SettingsInMemory(), DraftsInMemory(), lambda: 1)
    bench = Workbench(office, services)
    office.close()
    folder.database.unlink()
    bench._data_version = office.data_version
    bench.look_for_changes()
    guard = Guard(folder, office, SettingsOnDisk(folder), TaskRunner())
    guard.look()
    assert messages.troubles == []


def test_typing_goes_on_when_drafts_cannot_be_kept(folder: DataFolder) -> None:
    shutil.rmtree(folder.drafts)
    folder.drafts.write_text("in the way", encoding="utf-8")
    drafts = DraftsOnDisk(folder)
    drafts.write("letter", {"summary": "Маалымат"})
    assert drafts.read("letter") is None
    drafts.erase("letter")
