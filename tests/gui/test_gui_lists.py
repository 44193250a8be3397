from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from window_letters import COLUMNS, ROWS, TODAY, fetch, make_list

from msu_desktop.gui.keeping import SettingsInMemory
from msu_desktop.gui.models.paged import PAGE, PagedModel, RowLook
from msu_desktop.gui.widgets.list_bar import Views
from msu_desktop.gui.widgets.list_view import ListPane, Wish
from msu_desktop.gui.widgets.period import read_period, write_period
from msu_desktop.gui.widgets.table import fitting
from msu_desktop.office.errors import RuleBroken

pytestmark = pytest.mark.usefixtures("application")

ALL = Wish("number", False, {})


@pytest.fixture
def letters(qtbot: QtBot) -> ListPane:
    pane = make_list()
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    qtbot.waitExposed(pane)
    pane.refresh()
    return pane


def numbers(pane: ListPane) -> list[int]:
    return [pane.model.row_at(place).number for place in range(pane.model.rowCount())]


def test_the_model_of_a_list_keeps_the_promises_of_a_qt_model(qtmodeltester: ModelTester) -> None:
    model = PagedModel(COLUMNS, lambda after, limit: fetch(ALL, after, limit))
    model.reload()
    assert model.rowCount() == PAGE
    qtmodeltester.check(model)
    assert model.rowCount() > PAGE


def test_a_long_list_is_fetched_as_far_as_it_is_scrolled(letters: ListPane) -> None:
    before = letters.model.rowCount()
    letters.model.fetchMore(QModelIndex())
    assert letters.model.rowCount() == before + PAGE


def test_an_annulled_letter_is_struck_through_and_an_overdue_one_is_red(letters: ListPane) -> None:
    model = letters.model
    struck = model.row_of("id-4")
    assert struck is None  # it stands far down in a list of falling numbers
    assert letters.select("id-4")
    place = letters.table.currentIndex()
    assert model.data(place, Qt.ItemDataRole.FontRole).strikeOut()
    assert letters.select("id-2")
    assert model.data(letters.table.currentIndex(), Qt.ItemDataRole.ForegroundRole) is not None


def test_a_press_on_a_heading_sorts_and_a_second_one_turns_the_order(letters: ListPane) -> None:
    letters.table.header.sectionClicked.emit(2)
    assert letters.model.row_at(0).sender == min(row.sender for row in ROWS)
    letters.table.header.sectionClicked.emit(2)
    assert letters.model.row_at(0).sender == max(row.sender for row in ROWS)


def test_typing_over_the_list_narrows_it_and_escape_widens_it(
    letters: ListPane, qtbot: QtBot
) -> None:
    letters.table.setFocus()
    letters.table.typed.emit("ф")
    qtbot.waitUntil(lambda: letters.bar.findChild(type(letters.bar._count)).text() == "245 / 735")
    editor = letters.filters._editors["sender"]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: letters.bar._count.text() == "735")


def test_a_figure_typed_over_the_list_is_meant_for_the_number(letters: ListPane) -> None:
    letters.table.setFocus()
    letters.table.typed.emit("7")
    assert letters.filters._editors["number"].text() == "7"
    assert letters.filters._editors["sender"].text() == ""


def test_the_filter_of_days_reads_a_span(letters: ListPane, qtbot: QtBot) -> None:
    editor = letters.filters._editors["day"]
    editor.setText("01.04–15.04")
    editor.textEdited.emit("01.04–15.04")
    qtbot.waitUntil(lambda: letters.model.rowCount() == 15)
    editor.setText("40.04")
    editor.textEdited.emit("40.04")
    qtbot.waitUntil(lambda: bool(editor.property("wrong")))


def test_a_choice_narrows_its_column(letters: ListPane) -> None:
    letters.set_filter("state", True)
    assert numbers(letters) == [4]
    letters.clear_filters()
    assert letters.model.rowCount() >= PAGE


def test_the_cursor_stays_on_its_letter_when_the_list_is_read_anew(letters: ListPane) -> None:
    letters.select("id-700")
    letters.refresh()
    assert letters.current_id() == "id-700"


def test_a_letter_hidden_by_a_filter_is_shown_when_it_is_asked_for(letters: ListPane) -> None:
    letters.set_filter("state", True)
    assert letters.select("id-9")
    assert letters.current_id() == "id-9"
    assert not letters.select("nobody")


def test_enter_opens_the_letter_and_f2_corrects_it(letters: ListPane, qtbot: QtBot) -> None:
    letters.table.setFocus()
    with qtbot.waitSignal(letters.row_opened) as opened:
        qtbot.keyClick(letters.table, Qt.Key.Key_Return)
    assert opened.args[0].number == 735
    qtbot.keyClick(letters.table, Qt.Key.Key_Down)
    assert letters.current_row().number == 734
    letters._on_correct()


def test_home_and_end_go_to_the_ends(letters: ListPane, qtbot: QtBot) -> None:
    last = letters.model.rowCount() - 1
    qtbot.keyClick(letters.table, Qt.Key.Key_End)
    assert letters.table.currentIndex().row() == last
    qtbot.keyClick(letters.table, Qt.Key.Key_Home)
    assert letters.table.currentIndex().row() == 0


def test_an_empty_list_says_so(letters: ListPane, qtbot: QtBot) -> None:
    letters.set_filter("sender", "щщщ")
    qtbot.waitUntil(letters._empty.isVisible)
    assert "filters" in letters._empty.text()


def test_the_width_of_a_column_is_remembered(qtbot: QtBot) -> None:
    settings = SettingsInMemory()
    pane = make_list(settings=settings)
    qtbot.addWidget(pane)
    pane.table.setColumnWidth(0, 177)
    qtbot.waitUntil(lambda: bool(settings.get("lists/letters/widths")))
    again = make_list(settings=settings)
    qtbot.addWidget(again)
    assert again.table.columnWidth(0) == 177


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (600, [90, 200, 310]),  # wide columns share what is left
        (1200, [90, 435, 675]),
        (300, [90, 160, 248]),  # and are never made so small that nothing can be read
    ],
)
def test_columns_share_the_room(room: int, widths: list[int]) -> None:
    assert fitting([90, 200, 310], room) == widths


def test_columns_that_all_are_narrow_leave_the_rest_to_the_last_one() -> None:
    assert fitting([90, 100], 500) == [90, 410]
    assert fitting([], 500) == []


def test_a_list_fills_its_room_until_the_user_draws_the_columns(
    letters: ListPane, qtbot: QtBot
) -> None:
    letters.resize(1200, 500)
    room = letters.table.viewport().width()
    assert letters.table.header.length() == room
    letters.table.setColumnWidth(2, 333)
    letters.resize(1000, 500)
    assert letters.table.columnWidth(2) == 333
    qtbot.waitUntil(lambda: not letters.table._saving.isActive())


def test_a_kept_view_brings_back_filters_and_order(qtbot: QtBot) -> None:
    kept: dict[str, object] = {}
    views = Views(lambda: list(kept.items()), kept.__setitem__, kept.__delitem__)
    pane = make_list(views=views)
    qtbot.addWidget(pane)
    pane.set_filter("sender", "Финансы")
    pane.set_filter("day", (date(2026, 1, 1), None))
    pane._on_view_kept("Министрлик")
    shown = numbers(pane)
    pane.clear_filters()
    pane.bar._fill_menu()
    pane.bar._menu.actions()[0].trigger()
    assert numbers(pane) == shown
    assert shown


def test_row_looks_know_a_plain_row_without_being_told() -> None:
    look = RowLook()
    assert (look.id(ROWS[0]), look.struck(ROWS[0]), look.tone(ROWS[0])) == ("id-1", False, "")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("22.4", date(2026, 4, 22), date(2026, 4, 22)),
        ("01.03–15.03", date(2026, 3, 1), date(2026, 3, 15)),
        ("1.3-15.3", date(2026, 3, 1), date(2026, 3, 15)),
        ("01.03.2026 - 15.03.2026", date(2026, 3, 1), date(2026, 3, 15)),
        ("02.2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        (">01.03", date(2026, 3, 1), None),
        ("<бүгүн", None, TODAY),
        ("01.03–", date(2026, 3, 1), None),
    ],
)
def test_a_span_of_days_is_read_as_people_type_it(
    typed: str, first: date | None, last: date | None
) -> None:
    assert read_period(typed, TODAY) == (first, last)
    assert read_period(write_period(first, last), TODAY) == (first, last)


def test_nonsense_is_no_span_of_days() -> None:
    with pytest.raises(RuleBroken):
        read_period("кечинде", TODAY)
