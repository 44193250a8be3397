from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from window_letters import TODAY, make_form

from msu_desktop.gui.keeping import DraftsInMemory
from msu_desktop.gui.widgets.entry import Entry
from msu_desktop.gui.widgets.fields.day import read_day
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.office.errors import RuleBroken, broken, sentence

pytestmark = pytest.mark.usefixtures("application")

TAKEN = sentence("number_taken_in_test", "The number {number} is taken: choose another one.")


@pytest.fixture
def drafts() -> DraftsInMemory:
    return DraftsInMemory()


@pytest.fixture
def form(qtbot: QtBot, drafts: DraftsInMemory) -> Form:
    form = make_form(drafts=drafts, draft_key="letter")
    qtbot.addWidget(form)
    form.resize(800, 600)
    form.show()
    form.activateWindow()
    qtbot.waitExposed(form)
    return form


def typed(form: Form, name: str, text: str) -> None:
    """Type as a user does, but through the signal: ң ө ү cannot be sent as keys in a test."""
    line = form.field(name).editor
    assert isinstance(line, QLineEdit)
    line.setText(text)
    line.textEdited.emit(text)


def fill(form: Form) -> None:
    form.fill({"party": "1", "summary": "Иш планы жөнүндө", "day": TODAY, "sheets": 3})


def test_a_form_gives_back_what_was_filled_in(form: Form) -> None:
    fill(form)
    assert form.values() == {
        "party": "1",
        "reference": "",
        "day": TODAY,
        "sheets": 3,
        "summary": "Иш планы жөнүндө",
        "power": None,
        "money": False,
    }
    assert not form.has_unsaved()


def test_an_empty_required_field_is_named_beside_it_and_gets_the_cursor(form: Form) -> None:
    assert form.submit(lambda values: values) is None
    assert form.field("party")._problem.isVisible()
    assert form.field("party").editor.hasFocus()
    assert not form.field("reference")._problem.isVisible()


def test_a_broken_rule_is_said_beside_its_field(form: Form) -> None:
    fill(form)

    def save(_values: dict[str, object]) -> None:
        raise broken(TAKEN, "reference", number="5")

    assert form.submit(save) is None
    assert "The number 5 is taken" in form.field("reference")._problem.text()
    assert form.field("reference").editor.accessibleDescription()
    typed(form, "reference", "6")
    assert not form.field("reference")._problem.isVisible()


def test_a_saved_form_is_no_longer_unsaved_and_has_no_draft(
    form: Form, drafts: DraftsInMemory
) -> None:
    fill(form)
    typed(form, "reference", "12")
    form.keep_draft()
    assert form.has_unsaved()
    assert drafts.read("letter")
    assert form.submit(lambda values: values["reference"]) == "12"
    assert not form.has_unsaved()
    assert drafts.read("letter") is None


def test_what_is_half_typed_survives_a_power_cut(
    form: Form, drafts: DraftsInMemory, qtbot: QtBot
) -> None:
    typed(form, "party", "Фин")
    typed(form, "day", "22.")
    qtbot.waitUntil(lambda: drafts.read("letter") is not None)
    again = make_form(drafts=drafts, draft_key="letter")
    qtbot.addWidget(again)
    assert again.restore_draft()
    assert again.field("party").editor.text() == "Фин"
    assert again.field("day").editor.text() == "22."
    assert again.has_unsaved()


def test_an_emptied_form_forgets_everything(form: Form) -> None:
    fill(form)
    form.clear()
    assert not any(form.values().values())
    assert not form.restore_draft()


def test_enter_goes_to_the_next_field_and_ctrl_enter_saves(form: Form, qtbot: QtBot) -> None:
    form.field("reference").editor.setFocus()
    qtbot.keyClick(form.field("reference").editor, Qt.Key.Key_Return)
    assert form.field("day").editor.hasFocus()
    with qtbot.waitSignal(form.save_requested):
        qtbot.keyClick(
            form.field("day").editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    with qtbot.waitSignal(form.cancelled):
        qtbot.keyClick(form.field("day").editor, Qt.Key.Key_Escape)


def test_enter_goes_through_the_whole_form_whatever_the_field(form: Form, qtbot: QtBot) -> None:
    names = ["sheets", "summary", "power", "money"]
    form.field(names[0]).editor.setFocus()
    for here, following in pairwise(names):
        qtbot.keyClick(form.field(here).editor, Qt.Key.Key_Return)
        assert form.field(following).editor.hasFocus()
    assert form.field("summary").value() == ""


def test_shift_enter_begins_a_new_line_in_a_long_text(form: Form, qtbot: QtBot) -> None:
    editor = form.field("summary").editor
    editor.setFocus()
    for key, with_shift in (
        (Qt.Key.Key_A, False),
        (Qt.Key.Key_Return, True),
        (Qt.Key.Key_B, False),
    ):
        modifier = Qt.KeyboardModifier.ShiftModifier if with_shift else Qt.KeyboardModifier(0)
        qtbot.keyClick(editor, key, modifier)
    assert form.field("summary").value() == "a\nb"


def test_every_field_can_be_reached_and_named(form: Form) -> None:
    for name, field in form._fields.items():
        assert field.editor.objectName() == name
        assert field.editor.accessibleName()
        assert field._label.buddy() is field.editor


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22.4", date(2026, 4, 22)),
        ("22042026", date(2026, 4, 22)),
        ("+3", date(2026, 4, 25)),
        ("-1", date(2026, 4, 21)),
        ("бүгүн", TODAY),
        ("эртең", date(2026, 4, 23)),
        ("вчера", date(2026, 4, 21)),
    ],
)
def test_a_date_is_typed_in_a_hurry(form: Form, text: str, day: date) -> None:
    typed(form, "day", text)
    assert form.field("day").value() == day
    assert "2026" in form.field("day")._note.text()


def test_a_date_is_written_out_when_the_field_is_left(form: Form) -> None:
    typed(form, "day", "22.4")
    form.field("day").editor.editingFinished.emit()
    assert form.field("day").editor.text() == "22.04.2026"


def test_a_day_that_does_not_exist_is_refused_beside_the_field(form: Form) -> None:
    fill(form)
    typed(form, "day", "31.4")
    assert form.submit(lambda values: values) is None
    assert form.field("day")._problem.isVisible()
    with pytest.raises(RuleBroken):
        read_day("+99999x", TODAY)


def test_a_day_can_be_chosen_in_the_calendar(form: Form) -> None:
    field = form.field("day")
    field.show_calendar()
    assert field._calendar.isVisible()
    field._calendar.clicked.emit(QDate(2026, 5, 9))
    assert field.value() == date(2026, 5, 9)
    assert not field._calendar.isVisible()


def test_a_sender_is_found_by_letters_and_taken_by_enter(form: Form, qtbot: QtBot) -> None:
    field = form.field("party")
    field.editor.setFocus()
    typed(form, "party", "Фин")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.value() == "1"
    assert field.editor.text() == "Финансы министрлиги"
    assert not field._popup.isVisible()


def test_the_arrows_walk_through_the_senders(form: Form, qtbot: QtBot) -> None:
    field = form.field("party")
    field.editor.setFocus()
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert field._popup.isVisible()
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.value() == "1"


def test_the_last_line_makes_a_new_sender(form: Form, qtbot: QtBot) -> None:
    field = form.field("party")
    field.editor.setFocus()
    typed(form, "party", "Жаңы")
    field.offer()
    assert [entry.data for entry in field._popup.entries()] == [None]
    with qtbot.waitSignal(field.new_requested) as asked:
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert asked.args == ["Жаңы"]


def test_a_sender_typed_but_not_chosen_is_no_sender(form: Form) -> None:
    fill(form)
    typed(form, "party", "Финансы м")
    assert form.submit(lambda values: values) is None
    assert "Финансы м" in form.field("party")._problem.text()


def test_the_list_of_senders_goes_when_the_field_is_left(form: Form) -> None:
    field = form.field("party")
    field.editor.setFocus()
    field.offer()
    assert field._popup.isVisible()
    form.field("reference").editor.setFocus()
    assert not field._popup.isVisible()


def test_a_sign_that_cannot_be_printed_is_refused(form: Form) -> None:
    fill(form)
    typed(form, "reference", "12\x075")
    assert form.submit(lambda values: values) is None
    assert form.field("reference")._problem.isVisible()


@pytest.mark.parametrize("text", ["three", "0", "10000"])
def test_a_number_of_sheets_that_is_none_is_refused(form: Form, text: str) -> None:
    fill(form)
    typed(form, "sheets", text)
    assert form.field("sheets").value() is None
    assert form.submit(lambda values: values) is None
    assert form.field("sheets")._problem.isVisible()


def test_the_room_left_is_told_when_a_text_grows_long(form: Form) -> None:
    form.field("summary").editor.setPlainText("ө" * 58)
    assert form.field("summary")._note.text() == "2 signs left"


def test_an_unknown_choice_falls_back_to_the_empty_one(form: Form) -> None:
    form.fill({"power": "state"})
    assert form.values()["power"] == "state"
    form.fill({"power": "gone"})
    assert form.values()["power"] is None
    form.field("power").set_choices([("own", "own")])
    assert form.values()["power"] is None


def test_a_heading_of_a_group_is_not_an_entry() -> None:
    assert Entry("Letters").is_heading
    assert not Entry("One", data=1).is_heading


def in_sight(pane: FormPane, name: str) -> bool:
    field = pane.form.field(name)
    return field.visibleRegion().boundingRect() == field.rect()


def test_the_field_with_the_keyboard_is_always_in_sight(qtbot: QtBot) -> None:
    pane = FormPane("Жаңы документ", make_form(), save_text="Каттоо")
    qtbot.addWidget(pane)
    pane.resize(700, 330)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    assert not in_sight(pane, "power")
    pane.form.field("power").editor.setFocus()
    assert in_sight(pane, "power")
    pane.form.field("party").editor.setFocus()
    assert in_sight(pane, "party")
    pane.form.field("summary").editor.setFocus()
    pane.form.field("party").hide()
    qtbot.waitUntil(lambda: in_sight(pane, "summary"))
