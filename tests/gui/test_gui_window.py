from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from window_desk import Desk
from window_letters import PAGES, FormPage, LettersPage, TodayPage

from msu_desktop.gui import theme
from msu_desktop.gui.application import Application
from msu_desktop.gui.main_window import MainWindow, Surroundings
from msu_desktop.gui.overview import Overview
from msu_desktop.gui.search_box import Kind, SearchBox, SearchHit
from msu_desktop.gui.status_line import Status
from msu_desktop.gui.widgets.popup_list import PopupList
from msu_desktop.gui.workbench import EVERYTHING
from msu_desktop.language.catalogue import LANGUAGES

Until = Callable[[Callable[[], bool]], None]
HITS = [
    SearchHit("document", "id-7", "01-12/7", "Иш планы жөнүндө"),
    SearchHit("party", "p1", "Финансы министрлиги"),
    SearchHit("document", "id-9", "01-12/9"),
]


@pytest.fixture
def window(application: Application, desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    surroundings = Surroundings(
        find=lambda text: HITS if "план" in text else [],
        kinds={"document": Kind("Letters", "letter")},
        status=lambda: Status("Көк-Мойнок айыл өкмөтү", "Асанова Г. Т."),
    )
    window = MainWindow(application, desk.bench, PAGES, surroundings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)  # the screen of the tests is small
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    desk.messages.answers = True


def letters(window: MainWindow) -> LettersPage:
    window.open_page("incoming")
    page = window.pages.current
    assert isinstance(page, LettersPage)
    return page


def test_a_page_is_made_when_it_is_first_opened(window: MainWindow) -> None:
    assert list(window.pages._made) == ["today"]
    letters(window)
    assert list(window.pages._made) == ["today", "incoming"]


def test_ctrl_2_opens_the_second_desk(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.current_key == "incoming"
    assert window.rail._buttons["incoming"].isChecked()
    assert window.pages.current.list.table.hasFocus()


def test_the_open_page_is_read_anew_after_an_act_and_the_others_when_seen(
    window: MainWindow, desk: Desk, until: Until
) -> None:
    page = letters(window)
    desk.bench.perform(lambda command: command, "anything")
    until(lambda: page.refreshed == [EVERYTHING, frozenset({"document"})])
    window.open_page("today")
    desk.bench.changed.emit(frozenset({"party"}))
    desk.bench.changed.emit(frozenset({"document"}))
    assert len(page.refreshed) == 2
    window.open_page("incoming")
    assert len(page.refreshed) == 3


def test_searching_shows_hits_in_groups_and_enter_opens_the_first(
    window: MainWindow, qtbot: QtBot, until: Until
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    window.search.setText("план")
    until(window.search.popup.isVisible)
    titles = [entry.title for entry in window.search.popup.entries()]
    assert titles == ["Letters", "01-12/7", "01-12/9", "party", "Финансы министрлиги"]
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    page = window.pages.current
    assert isinstance(page, LettersPage)
    assert page.list.current_id() == "id-7"


def test_searching_in_vain_says_so(window: MainWindow, until: Until) -> None:
    window.search.setFocus()
    window.search.setText("жок")
    until(window.search.popup.isVisible)
    assert "Nothing is found" in window.search.popup.entries()[0].title


def test_a_link_on_a_card_opens_the_linked_record(window: MainWindow) -> None:
    page = letters(window)
    page.card.link_clicked.emit("party", "id-3")
    assert page.opened == ["party"]


def test_a_page_can_ask_another_for_what_it_wants_to_see(window: MainWindow, desk: Desk) -> None:
    window.open_page("incoming")
    desk.bench.open_page("today", filter="overdue")
    page = window.pages.current
    assert isinstance(page, TodayPage)
    assert page.wish == {"filter": "overdue"}


def test_another_language_keeps_the_page_its_filters_and_the_half_typed_form(
    window: MainWindow, application: Application
) -> None:
    window.open_page("new")
    form = window.pages.current.form
    form.field("reference").editor.setText("15")
    form.field("reference").editor.textEdited.emit("15")
    letters(window).list.set_filter("sender", "Финансы")
    application.set_language("ru")
    assert window.pages.current_key == "incoming"
    assert letters(window).list.wish().filters == {"sender": "Финансы"}
    window.open_page("new")
    page = window.pages.current
    assert isinstance(page, FormPage)
    assert page.form.values()["reference"] == "15"
    assert page.has_unsaved()


def test_drawing_the_window_anew_leaves_nothing_of_the_old_one(
    window: MainWindow, application: Application, until: Until
) -> None:
    def shown() -> int:
        return len(window.findChildren(PopupList)) + len(window.findChildren(SearchBox))

    window.search.setFocus()
    window.search.setText("план")
    until(window.search.popup.isVisible)
    before = shown()
    application.set_language("ky")
    application.set_theme("dark")
    until(lambda: shown() == before)


@pytest.mark.usefixtures("window")
def test_dark_colours_reach_every_part(application: Application) -> None:
    application.set_theme("dark")
    assert theme.colours().ground in application.qt.styleSheet()
    assert application.qt.palette().window().color().name() == theme.colours().ground


def test_f1_shows_help_for_the_open_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not window.help.isVisible()


def test_all_keys_are_shown_for_the_page(window: MainWindow, qtbot: QtBot) -> None:
    page = letters(window)
    overview = Overview(window, "Incoming", page.shortcuts())
    qtbot.addWidget(overview)
    words = [label.text() for label in overview.findChildren(QLabel)]
    assert "Ctrl+R" in words
    assert words.count("Ctrl+N") == 1
    assert "F1" in words


def test_the_window_asks_before_it_closes_over_an_unsaved_form(
    window: MainWindow, desk: Desk
) -> None:
    window.open_page("new")
    window.pages.current.form.field("reference").editor.textEdited.emit("1")
    desk.messages.answers = False
    assert not window.close()
    assert desk.messages.asked
    desk.messages.answers = True
    assert window.close()
    assert desk.settings.get("window/geometry")


def test_the_window_opens_where_it_was_left(
    window: MainWindow, desk: Desk, application: Application, qtbot: QtBot
) -> None:
    window.open_page("incoming")
    window.resize(1111, 666)  # the screen of the tests is narrower than the window may be
    window.close()
    again = MainWindow(application, desk.bench, PAGES)
    qtbot.addWidget(again)
    assert again.pages.current_key == "incoming"
    assert again.height() == 666


def test_closing_is_put_off_when_the_backup_says_no(
    application: Application, desk: Desk, qtbot: QtBot
) -> None:
    answers = [False]
    window = MainWindow(
        application, desk.bench, PAGES, Surroundings(closing=lambda: not answers or answers.pop())
    )
    qtbot.addWidget(window)
    assert not window.close()
    assert window.close()


def test_the_rail_keeps_only_icons_in_a_narrow_window(window: MainWindow) -> None:
    wide = window.rail.width()
    window.resize(1000, 700)
    assert window.rail.width() < wide / 2


def _says_untranslated(widget: QWidget) -> list[str]:
    texts = [widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    if isinstance(widget, QLineEdit):
        texts.append(widget.placeholderText())
    return [text for text in texts if any(letter.isalpha() for letter in text) and "⟦" not in text]


OWN_NAMES = {"MSU Desktop", "KY", "RU", "EN", "Көк-Мойнок айыл өкмөтү", "Асанова Г. Т."}
DATA = {"1.pdf", "Тоң райондук мамлекеттик администрациясы", "22.04.2026 10:14 · Асанова Г. Т."}


@pytest.mark.usefixtures("marked_words")
def test_no_word_of_the_window_escapes_translation(
    window: MainWindow, application: Application
) -> None:
    application.set_language("ru")
    escaped = set()
    for spec in PAGES:
        window.open_page(spec.key)
        window.help.show_topic("")
        for widget in window.findChildren(QWidget):
            if not widget.inherits("QCalendarWidget"):
                escaped.update(_says_untranslated(widget))
    header = letters(window).list.model.headerData(0, Qt.Orientation.Horizontal)
    assert "⟦" in header
    texts = {text for text in escaped if not any(name in text for name in DATA)}
    assert texts <= OWN_NAMES


def _cut_texts(window: QWidget) -> list[str]:
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton):
            continue
        need = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            need = QSize(0, widget.heightForWidth(widget.width()))
        if need.width() > widget.width() or need.height() > widget.height():
            cut.append(f"{widget.text()!r} needs {need}, has {widget.size()}")
    return cut


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_on_a_small_screen(
    window: MainWindow, application: Application, qtbot: QtBot, language: str, scale: float
) -> None:
    application.set_language(language)
    application.set_theme("light", scale)
    assert window.size() == QSize(1366, 768)
    for spec in PAGES:
        window.open_page(spec.key)
        qtbot.waitUntil(window.pages.current.isVisible)
        window.centralWidget().layout().activate()
        qtbot.waitUntil(lambda: not _cut_texts(window), timeout=2000)


def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    for spec in PAGES:
        window.open_page(spec.key)
        for widget in window.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            if takes and isinstance(widget, QAbstractButton):
                assert widget.text() or widget.accessibleName()
            elif takes and isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit):
                assert widget.accessibleName(), widget.objectName()
