"""An office that is set up, and the run of the program with it, for the journeys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from msu_desktop.bootstrap.keeping import SettingsOnDisk
from msu_desktop.bootstrap.window import Session
from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.directory.acts.office import SetUpOffice, set_up_office
from msu_desktop.gui.application import make_application
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import Manner, open_folder
from tests.desks.conftest import AK_BASHAT, OFFICIALS

Start = Callable[[DataFolder], Session]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """The folder of an office that is set up."""
    folder = DataFolder(tmp_path / "Биздин айыл өкмөтү")
    workplace = open_folder(folder, WIRING, Manner(actor="Б. Кайыңова"))
    workplace.perform(set_up_office, SetUpOffice(office=AK_BASHAT, officials=OFFICIALS))
    workplace.close()
    return folder


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    def begin(folder: DataFolder) -> Session:
        settings = SettingsOnDisk(folder)
        session = Session(folder, settings, make_application([], settings))
        session.messages = RecordedMessages()  # type: ignore[assignment]
        return session

    yield begin
    qapp.closeAllWindows()
