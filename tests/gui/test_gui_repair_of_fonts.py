"""A text typed in an old font is offered put right: never by itself, and asked once."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from window_letters import make_form

from msu_desktop.gui.widgets.fields.repair_offer import RepairOffer
from msu_desktop.gui.widgets.form import Form
from tests.language.kyrgyz_vectors import vectors

pytestmark = pytest.mark.usefixtures("application")

OLD = "Айыл ъкмът\\н\\н Типт\\\\ Регламенти"
RIGHT = "Айыл өкмөтүнүн Типтүү Регламенти"
FIELDS = pytest.mark.parametrize("name", ["reference", "summary"])
"""One of a single line, one of several."""


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = make_form()
    qtbot.addWidget(form)
    form.resize(800, 600)
    form.show()
    form.activateWindow()
    qtbot.waitExposed(form)
    return form


class Clerk:
    """Does with the form what a clerk does: pastes, types, goes on, presses buttons."""

    def __init__(self, form: Form, qtbot: QtBot) -> None:
        self._form, self._qtbot = form, qtbot

    def paste(self, name: str, text: str) -> None:
        copied = QMimeData()
        copied.setText(text)
        QGuiApplication.clipboard().setMimeData(copied)
        editor = self._form.field(name).editor
        editor.setFocus()
        editor.selectAll()
        editor.paste()

    def leave(self, name: str) -> None:
        self._form.field(name).editor.setFocus()
        self._form.field("party").editor.setFocus()

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        self._qtbot.keyClick(QGuiApplication.focusObject(), key, modifier)

    def answer(self, name: str, word: str) -> None:
        buttons = offer_of(self._form, name).findChildren(QPushButton)
        self._qtbot.mouseClick(
            next(button for button in buttons if button.text() == word), Qt.MouseButton.LeftButton
        )

    def undo(self, name: str) -> None:
        self._form.field(name).editor.setFocus()
        self.press(Qt.Key.Key_Z, ctrl=True)


@pytest.fixture
def clerk(form: Form, qtbot: QtBot) -> Clerk:
    return Clerk(form, qtbot)


def offer_of(form: Form, name: str) -> RepairOffer:
    offer = form.field(name).findChild(RepairOffer)
    assert offer is not None
    return offer


def offered(form: Form, name: str) -> bool:
    return offer_of(form, name).isVisible()


def said(form: Form, name: str) -> str:
    labels = offer_of(form, name).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


@FIELDS
def test_a_pasted_text_of_an_old_font_is_offered_put_right(
    form: Form, clerk: Clerk, name: str
) -> None:
    clerk.paste(name, OLD)
    assert offered(form, name)
    assert RIGHT in said(form, name)
    assert form.field(name).value() == OLD


@FIELDS
def test_the_offer_comes_when_a_field_typed_by_hand_is_left(
    form: Form, clerk: Clerk, name: str
) -> None:
    editor = form.field(name).editor
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    form.fill({name: OLD[:-1]})
    editor.setFocus()
    clerk.press(Qt.Key.Key_End)
    clerk.press(Qt.Key.Key_Exclam)
    assert not offered(form, name)
    clerk.leave(name)
    assert offered(form, name)
    assert form.field(name).value() == OLD[:-1] + "!"


@FIELDS
def test_the_clerk_has_the_letters_corrected_and_takes_it_back(
    form: Form, clerk: Clerk, name: str
) -> None:
    clerk.paste(name, OLD)
    clerk.answer(name, "Correct")
    assert form.field(name).value() == RIGHT
    assert form.has_unsaved()
    assert form.field(name).editor.hasFocus()
    assert "Ctrl+Z" in form.field(name)._note.text()
    assert not offered(form, name)
    clerk.undo(name)
    assert form.field(name).value() == OLD
    clerk.leave(name)
    assert not offered(form, name), "she has seen it and took it back"


@FIELDS
def test_what_is_to_stay_is_not_asked_again(form: Form, clerk: Clerk, name: str) -> None:
    clerk.paste(name, OLD)
    clerk.answer(name, "Leave as it is")
    clerk.leave(name)
    clerk.paste(name, OLD)
    assert not offered(form, name)
    assert form.field(name).value() == OLD
    form.clear()
    clerk.paste(name, OLD)
    assert not offered(form, name)
    clerk.paste(name, OLD + " ке\\еш")
    assert offered(form, name)


def test_the_same_text_may_be_corrected_in_the_next_letter_too(form: Form, clerk: Clerk) -> None:
    clerk.paste("summary", OLD)
    clerk.answer("summary", "Correct")
    form.clear()
    clerk.paste("summary", OLD)
    assert offered(form, "summary")


def test_an_offer_goes_when_another_letter_is_shown(form: Form, clerk: Clerk) -> None:
    clerk.paste("summary", OLD)
    form.fill({"summary": "Иш планы жөнүндө"})
    assert not offered(form, "summary")


def test_a_letter_kept_long_ago_is_offered_put_right_when_its_field_is_left(
    form: Form, clerk: Clerk
) -> None:
    form.fill({"reference": OLD})
    assert not offered(form, "reference")
    clerk.leave("reference")
    assert offered(form, "reference")


def test_tab_leads_to_both_answers_and_enter_gives_one(form: Form, clerk: Clerk) -> None:
    clerk.paste("reference", OLD)
    clerk.press(Qt.Key.Key_Tab)
    assert _focused_word() == "Correct"
    clerk.press(Qt.Key.Key_Tab)
    assert _focused_word() == "Leave as it is"
    clerk.press(Qt.Key.Key_Backtab)
    clerk.press(Qt.Key.Key_Return)
    assert form.field("reference").value() == RIGHT
    assert form.field("reference").editor.hasFocus()


def test_after_leaving_it_as_it_is_the_keyboard_goes_on_to_the_next_field(
    form: Form, clerk: Clerk
) -> None:
    clerk.paste("reference", OLD)
    clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_Space)
    assert form.field("reference").value() == OLD
    assert form.field("day").editor.hasFocus()


def test_enter_goes_past_the_offer_and_changes_nothing(form: Form, clerk: Clerk) -> None:
    clerk.paste("reference", OLD)
    clerk.press(Qt.Key.Key_Return)
    assert form.field("day").editor.hasFocus()
    assert offered(form, "reference")
    assert form.field("reference").value() == OLD


def test_a_form_is_saved_as_it_stands_while_an_offer_waits(form: Form, clerk: Clerk) -> None:
    clerk.paste("summary", OLD)
    assert form.values()["summary"] == OLD


def test_a_word_the_dictionary_does_not_know_is_marked_and_named(form: Form, clerk: Clerk) -> None:
    clerk.paste("summary", "к=рёштё <мёк=>")
    assert "күрөштө &lt;<u>мөкү</u>&gt;" in said(form, "summary")
    assert "please check: мөкү" in said(form, "summary")


def test_of_a_long_text_the_beginning_of_the_change_is_shown(form: Form, clerk: Clerk) -> None:
    clerk.paste("summary", "Кат жөнүндө " * 20 + "айылдык ке\\ештин токтому " * 5)
    shown = offer_of(form, "summary")._excerpt.text()
    assert shown.startswith("… кеңештин токтому")
    assert shown.endswith("…")
    assert len(shown) < 70


@pytest.mark.parametrize(
    "text", [text for _source, text, _why in vectors("unchanged")] + ["жалган\\ы сөз", ""]
)
def test_addresses_russian_words_and_sums_are_left_in_peace(
    form: Form, clerk: Clerk, text: str
) -> None:
    for name in ("reference", "summary"):
        clerk.paste(name, text)
        assert not offered(form, name)
        clerk.leave(name)
        assert not offered(form, name)
        assert form.field(name).value() == text


@pytest.mark.parametrize("font", ["font_a", "font_b"])
def test_every_line_seen_in_old_files_is_offered(form: Form, clerk: Clerk, font: str) -> None:
    for _source, before, after in vectors(font):
        clerk.paste("summary", before)
        clerk.answer("summary", "Correct")
        assert form.field("summary").value() == after


@FIELDS
def test_letters_that_only_look_right_are_told_of_when_the_field_is_left(
    form: Form, clerk: Clerk, name: str
) -> None:
    clerk.paste(name, "Кeңеш жөнүндө")  # the second letter is Latin
    clerk.leave(name)
    assert form.field(name).value() == "Кеңеш жөнүндө"
    assert form.field(name)._note.isVisible()
    assert "Кеңеш" in form.field(name)._note.text()
    clerk.undo(name)
    assert form.field(name).value() == "Кeңеш жөнүндө"


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason]
)
def test_a_menu_or_another_window_is_no_leaving(form: Form, reason: Qt.FocusReason) -> None:
    form.fill({"reference": OLD})
    editor = form.field("reference").editor
    editor.setFocus()
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert not offered(form, "reference")


def _focused_word() -> str:
    focused = QGuiApplication.focusObject()
    assert isinstance(focused, QPushButton)
    return focused.text()
