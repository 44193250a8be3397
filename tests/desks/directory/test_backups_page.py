"""The page of backup copies on a real office."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.directory.page.backups import BackupsPage
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.restore_pane import RestorePane
from msu_desktop.desks.directory.queries.parties import PartiesAsked, parties
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.workbench import EVERYTHING, Workbench
from msu_desktop.store import backup
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import open_folder
from tests.desks.conftest import Watch, a_manner
from tests.desks.directory.conftest import ADMINISTRATION, a_party, fill


@pytest.fixture
def backups(bench: Workbench, doors: Doors, qtbot: QtBot) -> BackupsPage:
    page = BackupsPage(doors, bench)
    qtbot.addWidget(page)
    page.show()
    page.refresh(EVERYTHING)
    return page


def test_a_backup_copy_is_made_on_this_computer_and_on_the_stick(
    backups: BackupsPage, bench: Workbench, tmp_path: Path, messages: RecordedMessages
) -> None:
    stick = tmp_path / "флешка"
    stick.mkdir()
    bench.settings.put("second_folder", str(stick))
    before = backups.list.model.rowCount()
    backups.back_up_now()
    assert backups.list.model.rowCount() == before + 2
    assert len(backup.backups(backup.second_folder(stick))) == 1
    assert messages.told


def test_a_stick_that_is_not_in_is_said_and_the_copy_on_this_computer_stays(
    backups: BackupsPage, bench: Workbench, tmp_path: Path, messages: RecordedMessages
) -> None:
    bench.settings.put("second_folder", str(tmp_path / "жок"))
    before = backups.list.model.rowCount()
    backups.back_up_now()
    assert [trouble.code for trouble in messages.troubles] == ["second_place_missing"]
    assert backups.list.model.rowCount() == before + 1


def test_a_restore_tells_what_is_lost_asks_why_and_brings_yesterday_back(
    backups: BackupsPage,
    bench: Workbench,
    folder: DataFolder,
    between: list[Callable[[], None]],
    watch: Watch,
) -> None:
    a_party(bench, ADMINISTRATION)
    backups.back_up_now()
    a_party(bench, "Кийин киргизилген уюм")
    backups.ask_to_restore()
    pane = backups.layers.widget(1)
    assert isinstance(pane, RestorePane)
    pane.form.save_requested.emit()
    assert between == []  # without a reason nothing happens
    fill(pane.form, {"reason": "Катаны издөө үчүн"})
    pane.form.save_requested.emit()
    bench.workplace.close()
    (job,) = between
    job()
    restored = open_folder(folder, WIRING, a_manner(watch, 11))
    names = [one.name for one in restored.ask(parties, PartiesAsked())]
    restored.close()
    assert names == [ADMINISTRATION]
    (note,) = folder.path.glob("office-before-restore-*.txt")
    assert "Б. Кайыңова: Катаны издөө үчүн" in note.read_text("utf-8")


def test_a_damaged_copy_is_not_restored(
    backups: BackupsPage, folder: DataFolder, bench: Workbench
) -> None:
    backups.back_up_now()
    copy = backup.backups(folder)[0]
    copy.path.write_bytes(b"broken")
    backups.refresh(EVERYTHING)
    backups.list.select(str(copy.path))
    failures: list[Exception] = []
    bench.tasks.failed.connect(failures.append)  # type: ignore[attr-defined]  # the inline runner has it
    backups.ask_to_restore()
    assert [getattr(one, "code", "") for one in failures] == ["backup_damaged"]
    assert backups.layers.count() == 1
