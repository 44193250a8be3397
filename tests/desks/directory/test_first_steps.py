"""The first steps of a new office, in the window and by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from msu_desktop.bootstrap import lending
from msu_desktop.desks.correspondence.queries.registers import NextNumberAsked, next_number
from msu_desktop.desks.directory.page.first_steps import FirstSteps
from msu_desktop.desks.directory.queries import office as asking
from msu_desktop.gui.keeping import DraftsInMemory
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.language.catalogue import language
from msu_desktop.store.workplace import Workplace
from tests.desks.conftest import SECRETARY
from tests.desks.directory.conftest import Look

TODAY = date(2026, 4, 22)
YSYK_KOL, JETI_OGUZ = "41702000000000", "41702210000000"
PEOPLE = {"head_of_aiyl_okmotu": "Т. Арчалиев", "responsible_secretary": SECRETARY}


@pytest.fixture
def new_bench(unset_office: Workplace, services: Services, qtbot: QtBot) -> Workbench:  # noqa: ARG001 - makes Qt's application
    return Workbench(unset_office, services)


@pytest.fixture
def wizard(new_bench: Workbench, look: Look, qtbot: QtBot) -> FirstSteps:
    return open_wizard(new_bench, look, qtbot)


def open_wizard(bench: Workbench, look: Look, qtbot: QtBot) -> FirstSteps:
    wizard = FirstSteps(bench, lending.numbering(), look)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def typed(wizard: FirstSteps, name: str, value: object) -> None:
    """Enter something into a field as a user does, so that the form knows of it."""
    field = next(step.form.field(name) for step in wizard.steps if holds(step, name))
    field.set_value(value)
    field.edited.emit()


def holds(step: object, name: str) -> bool:
    form = getattr(step, "form", None)
    return form is not None and name in form.values()


def answer_all(wizard: FirstSteps) -> None:
    wizard.go_on()
    typed(wizard, "oblast", YSYK_KOL)
    typed(wizard, "rayon", JETI_OGUZ)
    typed(wizard, "place", "Жаңы-Булак")
    wizard.go_on()
    wizard.go_on()
    for post, name in PEOPLE.items():
        typed(wizard, post, name)
    wizard.go_on()
    wizard.go_on()


def test_an_office_is_set_up_from_the_answers(wizard: FirstSteps, unset_office: Workplace) -> None:
    answer_all(wizard)
    assert wizard.step is wizard.summary
    wizard.go_on()
    assert wizard.result() == FirstSteps.DialogCode.Accepted
    own = unset_office.ask(asking.office, asking.OfficeAsked())
    assert (own.name_ky, own.name_ru) == ("Жаңы-Булак айыл өкмөтү", "Айыл окмоту Жаны-Булак")
    assert (own.rayon_ky, own.oblast_ru) == ("Жети-Өгүз району", "Иссык-Кульская область")
    assert own.territory_code == JETI_OGUZ


def test_who_works_here_signs_the_first_entry_of_the_history(
    wizard: FirstSteps, unset_office: Workplace, services: Services
) -> None:
    answer_all(wizard)
    wizard.go_on()
    people = unset_office.ask(asking.officials, asking.OfficialsAsked())
    secretary = next(one for one in people if one.name == SECRETARY)
    entry = unset_office.ask(asking.history, asking.HistoryAsked(record_id=secretary.id))[0]
    assert entry.actor == SECRETARY
    assert services.settings.get("actor_id") == secretary.id


def test_numbers_go_on_from_the_paper_journal(wizard: FirstSteps, unset_office: Workplace) -> None:
    answer_all(wizard)
    wizard.go_back()
    typed(wizard, "incoming.last", 214)
    typed(wizard, "outgoing.last", 187)
    assert [one.next_number() for one in wizard.numbers.registers] == ["215", "01-12/188"]
    wizard.go_on()
    wizard.go_on()
    asked = NextNumberAsked(register="incoming", on=TODAY)
    assert unset_office.ask(next_number, asked) == "215"


def test_a_number_without_a_counter_is_told_while_it_is_typed(wizard: FirstSteps) -> None:
    answer_all(wizard)
    wizard.go_back()
    typed(wizard, "incoming.template", "А/{index}")
    assert wizard.numbers.registers[0].next_number() == "–"
    wizard.go_on()
    assert wizard.step is wizard.numbers


def test_going_back_and_forth_keeps_what_was_typed(wizard: FirstSteps) -> None:
    answer_all(wizard)
    for _ in range(4):
        wizard.go_back()
    assert wizard.step is wizard.place
    assert wizard.answers()["place"] == "Жаңы-Булак"
    typed(wizard, "place", "Таш-Короо")
    wizard.go_on()
    assert wizard.answers()["name_ky"] == "Таш-Короо айыл өкмөтү"
    wizard.go_on()
    assert wizard.answers()["responsible_secretary"] == SECRETARY


def test_a_name_typed_over_is_not_proposed_again(wizard: FirstSteps) -> None:
    answer_all(wizard)
    for _ in range(3):
        wizard.go_back()
    typed(wizard, "name_ru", "Айыл окмоту Джаны-Булак")
    wizard.go_back()
    wizard.go_on()
    assert wizard.answers()["name_ru"] == "Айыл окмоту Джаны-Булак"


def test_another_language_keeps_what_was_typed(wizard: FirstSteps) -> None:
    wizard.go_on()
    typed(wizard, "oblast", YSYK_KOL)
    typed(wizard, "rayon", JETI_OGUZ)
    typed(wizard, "place", "Ак-Башат")
    wizard.go_back()
    wizard.language.tiles["ru"].click()
    assert language() == "ru"
    assert wizard.step is wizard.place
    assert wizard.answers()["rayon"] == JETI_OGUZ
    assert wizard.answers()["place"] == "Ак-Башат"


def test_a_power_cut_costs_nothing(
    new_bench: Workbench, look: Look, qtbot: QtBot, drafts: DraftsInMemory
) -> None:
    wizard = open_wizard(new_bench, look, qtbot)
    answer_all(wizard)
    wizard.deleteLater()
    again = open_wizard(new_bench, look, qtbot)
    assert again.step is again.summary
    assert again.answers()["responsible_secretary"] == SECRETARY
    assert again.answers()["rayon"] == JETI_OGUZ
    again.go_on()
    assert again.result() == FirstSteps.DialogCode.Accepted
    assert drafts.read("first_steps/people") is None


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_set_up(
    wizard: FirstSteps, unset_office: Workplace
) -> None:
    wizard.go_on()
    typed(wizard, "territory_code", "4170")
    typed(wizard, "place", "Ак-Башат")
    wizard.go_on()
    assert wizard.step is wizard.place
    typed(wizard, "territory_code", "41799201801000")
    wizard.go_on()
    wizard.go_on()  # rayon and oblast are not in the list, so their names must be typed
    assert wizard.step is wizard.names
    assert not unset_office.ask(asking.is_set_up, asking.OfficeAsked())


def test_escape_does_not_throw_the_first_steps_away(wizard: FirstSteps, qtbot: QtBot) -> None:
    wizard.go_on()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()


def test_the_whole_way_can_be_walked_with_ctrl_enter(wizard: FirstSteps, qtbot: QtBot) -> None:
    wizard.go_on()
    typed(wizard, "oblast", YSYK_KOL)
    typed(wizard, "rayon", JETI_OGUZ)
    typed(wizard, "place", "Ак-Башат")
    ctrl = Qt.KeyboardModifier.ControlModifier
    editor = wizard.place.form.field("place").editor if wizard.place.form else wizard
    wizard.activateWindow()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Return, ctrl)
    assert wizard.step is wizard.names
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.step is wizard.place


def test_help_stands_beside_the_question(
    wizard: FirstSteps, qtbot: QtBot, each_language: str
) -> None:
    qtbot.keyClick(wizard, Qt.Key.Key_F1)
    assert wizard._help.isVisible()
    assert wizard._help.topic == "first_steps"
    assert each_language


def test_enter_leads_on_from_a_list_and_presses_the_button_it_is_on(
    wizard: FirstSteps, qtbot: QtBot, unset_office: Workplace
) -> None:
    answer_all(wizard)
    wizard.go_back()
    wizard.activateWindow()
    form = wizard.numbers.form
    assert form is not None
    chosen = form.field("incoming.restart").editor
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert wizard.step is wizard.numbers
    assert wizard.focusWidget() is not chosen
    wizard.go_on()
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert unset_office.ask(asking.is_set_up, asking.OfficeAsked())


def test_closing_the_first_steps_leaves_the_office_for_later(
    wizard: FirstSteps, unset_office: Workplace
) -> None:
    QTimer.singleShot(0, wizard.close)
    assert not wizard.exec()
    assert not unset_office.ask(asking.is_set_up, asking.OfficeAsked())
