"""The chapters of the settings on a real office."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.page.calendar_chapter import CalendarChapter
from msu_desktop.desks.directory.page.case_files_chapter import CaseFilesChapter
from msu_desktop.desks.directory.page.computer_chapter import ComputerChapter
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.numbers_chapter import NumbersChapter
from msu_desktop.desks.directory.page.office_chapter import OfficeChapter
from msu_desktop.desks.directory.page.people_chapter import PeopleChapter
from msu_desktop.desks.directory.page.rules_chapter import RulesChapter
from msu_desktop.desks.directory.page.settings import CHAPTERS, SettingsPage
from msu_desktop.desks.directory.page.soundness_chapter import SoundnessChapter
from msu_desktop.desks.directory.queries.law import TermAsked, term
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import language
from msu_desktop.office.rules import Use
from msu_desktop.store import backup
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.thinning import Reason
from tests.desks.conftest import Watch
from tests.desks.directory.conftest import ADMINISTRATION, Look, a_letter, a_party, fill


@pytest.fixture
def settings(bench: Workbench, doors: Doors, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(doors, bench)
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_keyboard_begins_with_the_chapters_and_enter_goes_into_one(
    settings: SettingsPage, qtbot: QtBot
) -> None:
    settings.activateWindow()
    qtbot.waitUntil(settings.isActiveWindow)
    settings.take_focus()
    assert settings.contents.hasFocus()
    qtbot.keyClick(settings.contents, Qt.Key.Key_Return)
    assert settings.chapter.isAncestorOf(settings.focusWidget())


def test_a_saved_form_gives_the_keyboard_back_to_the_list(
    settings: SettingsPage, qtbot: QtBot
) -> None:
    settings.activateWindow()
    qtbot.waitUntil(settings.isActiveWindow)
    chapter = settings.open_chapter("people")
    assert isinstance(chapter, PeopleChapter)
    qtbot.keyClick(settings.contents, Qt.Key.Key_Return)
    table = chapter.list.table
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert not table.hasFocus()
    qtbot.keyClick(settings.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert table.hasFocus()


def test_every_chapter_opens_in_every_language(
    bench: Workbench, doors: Doors, qtbot: QtBot, each_language: str
) -> None:
    page = SettingsPage(doors, bench)
    qtbot.addWidget(page)
    page.show()
    for chapter in CHAPTERS:
        assert isinstance(page.open_chapter(chapter.key), chapter)
    assert language() == each_language


def test_the_open_chapter_survives_a_change_of_language(
    settings: SettingsPage, bench: Workbench, doors: Doors, qtbot: QtBot
) -> None:
    settings.open_chapter("rules")
    again = SettingsPage(doors, bench)
    qtbot.addWidget(again)
    again.restore_state(settings.state())
    assert isinstance(again.chapter, RulesChapter)


def test_the_address_of_the_office_is_corrected(settings: SettingsPage) -> None:
    chapter = settings.open_chapter("office")
    assert isinstance(chapter, OfficeChapter)
    fill(chapter.form, {"address_ky": "Ак-Башат айылы, Арча көч. № 5"})
    chapter.form.save_requested.emit()
    shown = chapter.card.content
    assert shown is not None
    assert shown.history[0].changes[0][2] == "Ак-Башат айылы, Арча көч. № 5"


def test_somebody_else_sits_down_at_the_computer(settings: SettingsPage, bench: Workbench) -> None:
    chapter = settings.open_chapter("people")
    assert isinstance(chapter, PeopleChapter)
    head = next(row for row in chapter.list.model._rows if row.post == Post.HEAD)
    chapter.list.select(head.id)
    chapter.work_here()
    assert bench.workplace.actor == "Т. Арчалиев"
    a_party(bench, ADMINISTRATION)


def test_the_template_of_a_register_is_changed_after_numbers_were_given(
    settings: SettingsPage, bench: Workbench
) -> None:
    a_letter(bench, a_party(bench, ADMINISTRATION))
    chapter = settings.open_chapter("numbers")
    assert isinstance(chapter, NumbersChapter)
    fill(chapter.form, {"incoming.template": "КД-{n}"})
    assert chapter.registers[0].next_number() == "КД-2"
    chapter.form.save_requested.emit()
    assert chapter.doors.numbering.registers(bench.workplace)[0].template == "КД-{n}"


def test_a_number_given_already_is_refused_beside_its_field(
    settings: SettingsPage, bench: Workbench
) -> None:
    party = a_party(bench, ADMINISTRATION)
    for _ in range(3):
        a_letter(bench, party)
    chapter = settings.open_chapter("numbers")
    assert isinstance(chapter, NumbersChapter)
    fill(chapter.form, {"incoming.last": 1})
    chapter.form.save_requested.emit()
    assert chapter.form.field("incoming.last")._problem.text()
    assert chapter.doors.numbering.registers(bench.workplace)[0].first_number == 1


def test_the_list_of_files_is_carried_over_with_one_button(settings: SettingsPage) -> None:
    chapter = settings.open_chapter("case_files")
    assert isinstance(chapter, CaseFilesChapter)
    before = chapter.list.model.rowCount()
    chapter.copy_on()
    assert chapter.years.year == 2027
    assert chapter.list.model.rowCount() == before


def test_a_day_of_the_calendar_is_changed_by_keyboard(
    settings: SettingsPage, messages: RecordedMessages, qtbot: QtBot
) -> None:
    chapter = settings.open_chapter("calendar")
    assert isinstance(chapter, CalendarChapter)
    for _ in range(5):
        qtbot.keyClick(chapter.grid, Qt.Key.Key_Down)
    assert chapter.grid.day == date(2026, 5, 27)
    qtbot.keyClick(chapter.grid, Qt.Key.Key_Return)
    form = chapter.layers.form
    assert form is not None
    assert form.values()["kind"] == "day_off"
    fill(form, {"kind": "ordinary"})
    form.save_requested.emit()
    assert chapter.grid.day not in chapter._rows
    assert messages.told


def test_a_day_of_the_calendar_is_found_under_the_mouse(settings: SettingsPage) -> None:
    chapter = settings.open_chapter("calendar")
    assert isinstance(chapter, CalendarChapter)
    settings.resize(1100, 700)
    chapter.grid.grab()
    place = chapter.grid._places[date(2026, 3, 8)]
    assert chapter.grid.day_at(place.center().toPoint()) == date(2026, 3, 8)


def test_a_bill_is_switched_on_from_a_day_in_the_list_of_rules(
    settings: SettingsPage, bench: Workbench
) -> None:
    chapter = settings.open_chapter("rules")
    assert isinstance(chapter, RulesChapter)
    bill = next(row for row in chapter._rows if row.rule.use is Use.INACTIVE)
    chapter.list.select(bill.id)
    chapter.switch_on()
    form = chapter.layers.form
    assert form is not None
    fill(form, {"effective_from": date(2026, 5, 1)})
    form.save_requested.emit()
    found = bench.ask(term, TermAsked(code="appeal_answer_term", start=date(2026, 5, 11)))
    assert found.due == date(2026, 5, 25)
    assert chapter._shown is not None
    assert not chapter._is_in_force(chapter._shown)  # today it is only 22.04.2026


def test_a_rule_that_is_not_verified_says_so_in_the_list(settings: SettingsPage) -> None:
    chapter = settings.open_chapter("rules")
    assert isinstance(chapter, RulesChapter)
    chapter.list.set_filter("status", "unverified")
    texts = [
        chapter.list.model.index(row, 3).data() for row in range(chapter.list.model.rowCount())
    ]
    assert texts
    assert set(texts) == {"тастыктала элек, өзгөртсө болот"}


def test_the_window_changes_its_look_at_once(settings: SettingsPage, look: Look) -> None:
    chapter = settings.open_chapter("computer")
    assert isinstance(chapter, ComputerChapter)
    chapter._theme.set_value("dark")
    chapter._theme.edited.emit()
    chapter._language.set_value("ru")
    chapter._language.edited.emit()
    assert look.themes == [("dark", 1.0)]
    assert language() == "ru"


def test_a_sound_office_is_said_to_be_sound(settings: SettingsPage) -> None:
    chapter = settings.open_chapter("soundness")
    assert isinstance(chapter, SoundnessChapter)
    chapter.look_through()
    shown = chapter.card.content
    assert shown is not None
    assert [badge.tone for badge in shown.badges] == ["success"]


def test_what_is_not_sound_is_said_in_plain_words(
    settings: SettingsPage, folder: DataFolder
) -> None:
    made = backup.back_up(folder, Reason.BY_HAND, clock=Watch())
    made.path.write_bytes(b"broken")
    chapter = settings.open_chapter("soundness")
    assert isinstance(chapter, SoundnessChapter)
    chapter.look_through()
    shown = chapter.card.content
    assert shown is not None
    assert any(made.name in pair.value for block in shown.blocks for pair in block.pairs)


def test_a_clock_set_back_is_confirmed_and_work_goes_on(
    settings: SettingsPage, bench: Workbench, watch: Watch, messages: RecordedMessages
) -> None:
    watch.set(22, 4, 2025)
    chapter = settings.open_chapter("soundness")
    assert isinstance(chapter, SoundnessChapter)
    chapter.confirm_the_clock()
    assert messages.troubles == []
    assert a_party(bench, ADMINISTRATION)
