from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from msu_desktop.gui.application import Application
from msu_desktop.gui.dialogs import ReasonDialog, make_note, make_question
from msu_desktop.gui.help import HelpPanel, contents, help_file
from msu_desktop.gui.messages import RecordedMessages, WindowMessages
from msu_desktop.gui.qt_words import KNOWN
from msu_desktop.gui.toast import Toast
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.language import catalogue

Until = Callable[[Callable[[], bool]], None]


# ---- what is said


def test_a_quiet_word_goes_away_by_itself(application: Application, qtbot: QtBot) -> None:
    assert application
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    messages = WindowMessages()
    messages.tell("nobody hears this yet")
    messages.attach(window)
    messages.tell("Letter 01-12/7 is registered")
    assert messages._toast.text == "Letter 01-12/7 is registered"
    assert window.rect().contains(messages._toast.geometry())
    messages._toast._going.setInterval(1)
    messages.tell("Saved")
    qtbot.waitUntil(lambda: messages._toast.text == "")


def test_a_dangerous_question_is_not_answered_by_enter(
    application: Application, qtbot: QtBot
) -> None:
    assert application
    dialog = make_question(None, "Annul the letter?", "Annul", danger=True)
    qtbot.addWidget(dialog)
    dialog.show()
    default = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())
    assert default.text() == "Cancel"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_enter_presses_the_button_that_has_the_keyboard(
    application: Application, qtbot: QtBot
) -> None:
    assert application
    dialog = make_question(None, "Close the program?", "Close", danger=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    yes, no = dialog.findChildren(QPushButton)
    no.setFocus()
    pressed: list[str] = []
    yes.clicked.connect(lambda: pressed.append("yes"))
    qtbot.keyClick(no, Qt.Key.Key_Return)
    assert not pressed
    assert dialog.result() == QDialog.DialogCode.Rejected
    alone = make_button("Print", "", lambda: pressed.append("print"))
    qtbot.addWidget(alone)
    qtbot.keyClick(alone, Qt.Key.Key_Return)
    assert pressed == ["print"]


def test_a_reason_is_given_by_ctrl_enter_like_any_form(
    application: Application, qtbot: QtBot
) -> None:
    assert application
    dialog = ReasonDialog(None, "Annul the letter", "The number stays.", "Annul")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for reason, result in (
        ("", QDialog.DialogCode.Rejected),
        ("twice", QDialog.DialogCode.Accepted),
    ):
        dialog._reason.setPlainText(reason)
        qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.result() == result


def test_what_is_told_is_seen_over_a_dialog_too(application: Application, qtbot: QtBot) -> None:
    assert application
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    messages = WindowMessages()
    messages.attach(window)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.resize(800, 500)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    messages.tell("Saved: журнал.pdf")
    assert dialog.findChild(Toast).text == "Saved: журнал.pdf"


def test_without_a_reason_there_is_no_yes(application: Application, qtbot: QtBot) -> None:
    assert application
    dialog = ReasonDialog(None, "Annul the letter", "The number stays.", "Annul")
    qtbot.addWidget(dialog)
    assert not dialog._yes.isEnabled()
    dialog._reason.setPlainText("   ")
    assert not dialog._yes.isEnabled()
    dialog._reason.setPlainText(" Эки жолу катталган ")
    assert dialog._yes.isEnabled()
    assert dialog.reason == "Эки жолу катталган"


def test_a_dialog_is_freed_when_it_was_answered(application: Application, until: Until) -> None:
    assert application
    freed: list[bool] = []
    dialog = make_note(None, "Please note", "Text")
    dialog.destroyed.connect(lambda: freed.append(True))
    messages = WindowMessages()
    dialog.open()
    dialog.accept()
    dialog.exec = lambda: QDialog.DialogCode.Accepted
    assert messages._run(dialog)
    until(lambda: freed == [True])


def test_recorded_messages_answer_as_told() -> None:
    messages = RecordedMessages(answers=False, reason=None)
    messages.tell("a")
    messages.warn("b")
    assert not messages.confirm("Sure?", "Yes")
    assert messages.ask_reason("Why?") is None
    assert (messages.told, messages.warned, messages.asked) == (["a"], ["b"], ["Sure?", "Why?"])


# ---- help


@pytest.fixture
def pages_of_help(tmp_path: Path) -> Path:
    for language, name, text in (
        ("ky", "incoming", "# Кирүүчү каттар\n\n[Бүгүн](today.md)"),
        ("ky", "today", "# Бүгүн"),
        ("ru", "incoming", "# Входящие письма"),
    ):
        (tmp_path / language).mkdir(exist_ok=True)
        (tmp_path / language / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_help_without_a_translation_is_shown_in_kyrgyz(pages_of_help: Path) -> None:
    assert help_file("incoming", "ru", pages_of_help).parent.name == "ru"
    assert help_file("today", "ru", pages_of_help).parent.name == "ky"
    assert help_file("nothing", "ru", pages_of_help) is None


def test_the_contents_name_each_topic_by_its_heading(pages_of_help: Path) -> None:
    assert "[Входящие письма](incoming.md)" in contents("ru", pages_of_help)
    assert "[Бүгүн](today.md)" in contents("ru", pages_of_help)


def test_a_link_in_help_leads_to_another_topic(
    application: Application, pages_of_help: Path, qtbot: QtBot
) -> None:
    application.set_language("ky")
    panel = HelpPanel(pages_of_help)
    qtbot.addWidget(panel)
    panel.show_topic("incoming")
    panel._browser.anchorClicked.emit("today.md")
    assert panel.topic == "today"
    panel.show_topic("nothing")
    assert "Кирүүчү каттар" in panel._browser.toPlainText()


# ---- Qt's own words


def test_the_words_of_qt_are_translated_by_our_catalogue(
    application: Application, marked_words: None
) -> None:
    assert marked_words is None
    application.set_language("ky")
    say = QCoreApplication.translate
    assert say("QPlatformTheme", "&Yes") == "⟦Yes⟧"
    assert say("QWidgetTextControl", "Cu&t") == "⟦Cut⟧"
    assert say("QFileDialog", "Look in:") == "⟦Look in:⟧"
    assert say("Strange", "Unheard") == "Unheard"
    assert "Cancel" in KNOWN


def test_without_our_word_qt_keeps_its_own(application: Application) -> None:
    application.set_language("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert catalogue.language() == "en"
