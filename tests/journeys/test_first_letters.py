"""The first morning of a clerk: ten letters, three answers, one found, one annulled, two journals."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from msu_desktop.bootstrap import pages
from msu_desktop.bootstrap.keeping import DraftsOnDisk, SettingsOnDisk
from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.correspondence.model import State
from msu_desktop.desks.correspondence.queries.listing import DocumentsAsked, documents
from msu_desktop.desks.correspondence.queries.registers import (
    RegisterAsked,
    gaps,
    print_state,
)
from msu_desktop.desks.directory.acts.office import SetUpOffice, set_up_office
from msu_desktop.desks.today.queries import SearchAsked, search_everything
from msu_desktop.gui.application import make_application
from msu_desktop.gui.main_window import MainWindow, Surroundings
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.preview import PreviewDialog
from msu_desktop.gui.search_box import SearchHit
from msu_desktop.gui.tasks import TaskRunner
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import open_folder
from tests.desks.conftest import AK_BASHAT, OFFICIALS, Watch, a_manner
from tests.desks.correspondence.typing_clerk import Clerk

LETTERS = (
    (
        "Көк-Арча райондук мамлекеттик администрациясы",
        "01-7/312",
        "Жайыт комитети жөнүндө маалымат",
    ),
    ("Нарын облустук финансы башкармалыгы", "02-3/18", "Бюджеттин аткарылышы жөнүндө отчёт"),
    ("көк", "01-7/320", "Айылдык кеңештин сессиясы жөнүндө"),
    ("нар", "02-3/21", "Салыктык эмес кирешелер жөнүндө"),
    ("№ 3 Өрүктү орто мектеби", "14", "Мектептин чатырын оңдоо жөнүндө өтүнүч"),
    ("көк", "01-7/333", "Кышка даярдык жөнүндө"),
    ("көк", "01-7/333", "Кышка даярдык жөнүндө"),
    ("орто", "15", "Окуучуларды ташуу жөнүндө"),
    ("нар", "02-3/30", "Штаттык ырааттаманы тактоо жөнүндө"),
    ("көк", "01-7/340", "Ичүүчү суу жөнүндө маалымат берүү"),
)
LAST_OF_ALL = "10, 22.04.2026"


class Morning:
    """The open program of one office, with its real folder."""

    def __init__(self, folder: DataFolder, qtbot) -> None:
        self.qtbot = qtbot
        self.office = open_folder(folder, WIRING, a_manner(Watch(), 5))
        self.office.perform(set_up_office, SetUpOffice(office=AK_BASHAT, officials=OFFICIALS))
        settings = SettingsOnDisk(folder)
        self.messages = RecordedMessages(reason="эки жолу катталган")
        self.tasks = TaskRunner()
        services = Services(self.tasks, self.messages, settings, DraftsOnDisk(folder))
        self.bench = Workbench(self.office, services)
        application = make_application([], settings)
        lent = pages.doors(folder, application, lambda _job: None)
        self.window = MainWindow(
            application,
            self.bench,
            pages.specs(lent, lambda: None),
            Surroundings(find=self.find, kinds=pages.KINDS),
        )
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.clerk = Clerk(self.window)

    def find(self, text: str) -> list[SearchHit]:
        found = self.office.ask(search_everything, SearchAsked(text=text))
        return [SearchHit(hit.table, hit.id, hit.title, hit.detail) for hit in found]

    @property
    def page(self):
        return self.window.pages.current

    def go_to(self, register: str) -> None:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.open_page(register)
        self.page.overview.list.table.setFocus()

    def rows(self, register: str):
        today = self.office.now.date()
        asked = DocumentsAsked(register=register, today=today, descending=False)
        return self.office.ask(documents, asked).rows

    def close(self) -> None:
        self.window.close()
        self.tasks.close()
        self.office.close()


@pytest.fixture
def morning(tmp_path: Path, qtbot):
    opened = Morning(DataFolder(tmp_path / "кеңсе").create(), qtbot)
    yield opened
    opened.close()


def register_ten(morning: Morning) -> None:
    clerk = morning.clerk
    morning.go_to("incoming")
    clerk.press(Qt.Key.Key_N, ctrl=True)
    for sender, number, subject in LETTERS:
        is_new = len(sender) > 5
        clerk.type(sender)
        clerk.enter()
        if is_new:  # kind of sender, address
            assert morning.page.form.is_new_party
            clerk.tab()
            clerk.enter()
        clerk.type(number)
        clerk.enter()
        clerk.type("20.4")
        clerk.enter()
        clerk.type(subject)
        clerk.save()
    assert morning.page.form.number.text == "№ 10"
    clerk.press(Qt.Key.Key_Escape)


def answer(morning: Morning, number: str) -> None:
    clerk = morning.clerk
    morning.go_to("incoming")
    letter = next(row for row in morning.rows("incoming") if row.number_text == number)
    morning.page.overview.list.select(letter.id)
    clerk.press(Qt.Key.Key_R, ctrl=True)
    form = morning.page.form
    if form.field("case_file_id").value() is None:
        form.field("case_file_id").editor.setFocus()
        clerk.type("01-1")
        clerk.enter()
    clerk.save()
    clerk.press(Qt.Key.Key_Escape)


def annul_the_second_of_two(morning: Morning) -> None:
    morning.go_to("incoming")
    twice = next(row for row in morning.rows("incoming") if row.number_text == "7")
    morning.page.overview.list.select(twice.id)
    morning.page.overview.buttons.annul.click()


def print_journal(morning: Morning, register: str, path: Path) -> str:
    """Print a whole journal through the preview, as PDF into a file; return its text."""
    morning.go_to(register)
    morning.clerk.press(Qt.Key.Key_P, ctrl=True)
    form = morning.page.form
    form.form.fill({"extent": "whole"})
    seen: list[str] = []

    def save_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PreviewDialog):
            return
        watching.stop()
        seen.append(dialog.windowTitle())
        pdf = dialog._paper.pdf
        dialog.write(path, lambda: pdf)
        dialog.accept()

    watching = QTimer(interval=50)
    watching.timeout.connect(save_and_close)
    watching.start()
    morning.clerk.save()
    morning.qtbot.waitUntil(lambda: bool(seen) and path.exists() and morning.page.form is None)
    morning.qtbot.waitUntil(lambda: morning.tasks.is_idle)
    document = pypdfium2.PdfDocument(path.read_bytes())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return re.sub(r"\s+", " ", " ".join(texts))


def test_the_first_morning_of_a_clerk(morning: Morning, tmp_path: Path):
    register_ten(morning)
    assert [row.number_text for row in morning.rows("incoming")] == [str(n) for n in range(1, 11)]
    assert len({row.party_id for row in morning.rows("incoming")}) == 3

    for number in ("1", "2", "5"):
        answer(morning, number)
    replies = morning.rows("outgoing")
    assert [row.number for row in replies] == [1, 2, 3]
    assert replies[0].summary == "Жайыт комитети жөнүндө"
    done = [row.number for row in morning.rows("incoming") if row.executed_on is not None]
    assert done == [1, 2, 5]

    morning.go_to("incoming")
    morning.page.overview.list.set_filter("summary", "кенеш")
    assert [row.number for row in morning.page.overview.list.model._rows] == [3]
    assert [hit.table for hit in morning.find("кенештин сессия")] == ["document"]
    morning.page.overview.list.clear_filters()

    annul_the_second_of_two(morning)
    morning.page.refresh(frozenset())
    assert morning.page.overview.shown.state == State.ANNULLED.value
    report = morning.office.ask(gaps, RegisterAsked(register="incoming", period="2026"))
    assert (report.last, report.annulled, report.skipped_count) == (10, (7,), 0)

    incoming = print_journal(morning, "incoming", tmp_path / "кирүүчү.pdf")
    assert "Кирүүчү документтерди каттоо журналы" in incoming
    assert "Айылдык кеңештин сессиясы жөнүндө" in incoming
    assert "01-7/312, 20.04.2026" in incoming
    assert f"жооп № {replies[0].number_text}, 22.04.2026" in incoming
    assert "Жокко чыгарылды / Аннулировано: эки жолу катталган, 22.04.2026, Б. Кайыңова" in incoming
    assert LAST_OF_ALL in incoming
    outgoing = print_journal(morning, "outgoing", tmp_path / "чыгуучу.pdf")
    assert "Чыгуучу документтерди каттоо журналы" in outgoing
    assert "1, 22.04.2026" in outgoing
    for register, last in (("incoming", 10), ("outgoing", 3)):
        asked = RegisterAsked(register=register, period="2026")
        assert morning.office.ask(print_state, asked).printed == last
