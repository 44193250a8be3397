"""A real window over an office of invented letters."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_desk import Desk, Place

from msu_desktop.gui.application import Application, make_application
from msu_desktop.gui.keeping import DraftsInMemory, SettingsInMemory
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.tasks import InlineTaskRunner
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.language import catalogue
from msu_desktop.language.catalogue import Words


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    place, messages = Place(), RecordedMessages()
    settings, drafts = SettingsInMemory({"language": "en", "theme": "light"}), DraftsInMemory()
    bench = Workbench(place, Services(InlineTaskRunner(), messages, settings, drafts))
    yield Desk(place, bench, messages, settings, drafts)
    bench.deleteLater()


@pytest.fixture
def application(desk: Desk) -> Iterator[Application]:
    before = catalogue.language()
    application = make_application([], desk.settings)
    yield application
    application.set_theme("light", 1.0)
    catalogue.set_language(before)
    application.deleteLater()


class _Marked:
    """A catalogue whose every answer is marked, so that what never asked it is seen."""

    def gettext(self, text: str) -> str:
        return f"⟦{text}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"⟦{one if n == 1 else many}⟧"


@pytest.fixture
def marked_words(monkeypatch: pytest.MonkeyPatch) -> None:
    marked = {name: Words(name, _Marked()) for name in catalogue.LANGUAGES}
    monkeypatch.setattr(catalogue, "words", marked.__getitem__)


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=3000)
