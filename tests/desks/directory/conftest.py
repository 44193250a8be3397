"""The window's workbench on the office of the tests, and the doors its pages are lent."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from msu_desktop.bootstrap import lending
from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.gui.keeping import DraftsInMemory, SettingsInMemory
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.tasks import InlineTaskRunner
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.language.catalogue import set_language
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.check import check
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.workplace import Workplace


class Look:
    """Stands where the application stands: remembers what it is asked to look like."""

    def __init__(self) -> None:
        self.themes: list[tuple[str, float | None]] = []

    def set_language(self, language: str) -> None:
        set_language(language)

    def set_theme(self, name: str, scale: float | None = None) -> None:
        self.themes.append((name, scale))


@pytest.fixture(autouse=True)
def _kyrgyz_again() -> object:
    yield
    set_language("ky")


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def messages() -> RecordedMessages:
    return RecordedMessages()


@pytest.fixture
def drafts() -> DraftsInMemory:
    return DraftsInMemory()


@pytest.fixture
def services(messages: RecordedMessages, drafts: DraftsInMemory) -> Services:
    return Services(InlineTaskRunner(), messages, SettingsInMemory(), drafts)


@pytest.fixture
def bench(office: Workplace, services: Services, qtbot: QtBot) -> Workbench:  # noqa: ARG001 - makes Qt's application
    """Return the workbench of the office that is set up."""
    return Workbench(office, services)


@pytest.fixture
def between() -> list[Callable[[], None]]:
    """Return the list of jobs that a page wants done while the office is closed."""
    return []


@pytest.fixture
def doors(folder: DataFolder, look: Look, between: list[Callable[[], None]]) -> Doors:
    return Doors(
        folder,
        look,
        lending.numbering(),
        lending.letters,
        lambda progress: check(folder, WIRING.searchables, CHECKS, progress),
        between.append,
    )


ADMINISTRATION = "Көк-Арча райондук мамлекеттик администрациясы"


def fill(form: Form, values: Mapping[str, Any]) -> None:
    """Enter values as a user does, so that the form knows of it."""
    for name, value in values.items():
        form.field(name).set_value(value)
        form.field(name).edited.emit()


def a_party(bench: Workbench, name: str) -> str:
    kind = SenderKind.LOCAL_STATE_ADMINISTRATION
    return bench.workplace.perform(add_party, AddParty(sender_kind=kind, name=name))


def a_letter(bench: Workbench, party_id: str) -> None:
    letter = RegisterIncoming(party_id=party_id, summary="Жайытка чыгуу жөнүндө")
    bench.workplace.perform(register_incoming, letter)
