import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.paper.sheet import LETTER_SHEET, Column, PrintPlace
from msu_desktop.paper.table import Body, Lines, TablePage, column_edges, lay_out

BODY = Body(top=35, bottom=195, leading=3.75, pad=0.75)
START = PrintPlace(1, BODY.bottom, 0)
HEIGHTS = st.lists(st.integers(1, 130), min_size=1, max_size=40)


def row(height: int, mark: int = 0) -> Lines:
    return Lines((("x",), tuple(f"{mark}.{line}" for line in range(height))))


def rows(heights: list[int], first: int = 0) -> list[Lines]:
    return [row(height, mark) for mark, height in enumerate(heights, first)]


def places(pages: list[TablePage]) -> list[tuple[object, ...]]:
    return [
        (page.number, strip.row, strip.y, strip.height, strip.lines.cells)
        for page in pages
        for strip in page.strips
    ]


def end(pages: list[TablePage], count: int) -> PrintPlace:
    return PrintPlace(pages[-1].number, pages[-1].bottom, count)


@given(HEIGHTS, st.data())
def test_an_interrupted_print_puts_every_row_where_one_print_would(heights, data):
    count = data.draw(st.integers(1, len(heights)))
    whole = lay_out(rows(heights), BODY, START)
    before = lay_out(rows(heights[:count]), BODY, START)
    after = lay_out(rows(heights[count:], count), BODY, end(before, count))
    assert places(before) + places(after) == places(whole)


@given(HEIGHTS)
def test_no_line_is_lost_or_printed_twice_or_below_the_margin(heights):
    pages = lay_out(rows(heights), BODY, START)
    printed = [line for page in pages for strip in page.strips for line in strip.lines.cells[1]]
    assert printed == [line for made in rows(heights) for line in made.cells[1]]
    assert all(page.bottom <= BODY.bottom for page in pages)


@given(HEIGHTS)
def test_rows_follow_each_other_without_a_gap(heights):
    for page in lay_out(rows(heights), BODY, START):
        ends = [page.top, *(strip.y + strip.height for strip in page.strips)]
        assert [strip.y for strip in page.strips] == ends[:-1]


def test_a_row_that_fits_a_page_is_never_divided():
    pages = lay_out(rows([30, 30]), BODY, START)
    assert [(page.number, len(page.strips)) for page in pages] == [(2, 1), (3, 1)]


def test_a_row_taller_than_a_page_begins_where_it_is_and_goes_on():
    pages = lay_out(rows([10, 90]), BODY, START)
    assert [[strip.row for strip in page.strips] for page in pages] == [[0, 1], [1], [1]]


def test_a_page_continued_has_its_captions_already():
    pages = lay_out(rows([1] * 40), BODY, PrintPlace(4, 100, 12))
    assert [(page.number, page.headed, page.top) for page in pages] == [
        (4, False, 100),
        (5, True, 35),
    ]


def test_a_full_page_is_not_fed_again():
    pages = lay_out(rows([3]), BODY, PrintPlace(4, 190, 12))
    assert [(page.number, page.headed) for page in pages] == [(5, True)]


def test_the_note_of_annulment_keeps_its_place_when_a_row_is_divided():
    head, rest = Lines((("а", "б", "в", "эскертүү"),), note_at=3).cut(2)
    assert (head.cells, head.note_at) == ((("а", "б"),), 3)
    assert (rest.cells, rest.note_at) == ((("в", "эскертүү"),), 1)


def test_captions_that_fill_the_page_are_refused():
    with pytest.raises(ValueError, match="no room"):
        Body(top=190, bottom=195, leading=3.75, pad=0.75)


def test_columns_share_the_room_of_any_sheet():
    columns = (Column("№", "", 10), Column("Мазмуну", "", 75))
    edges = column_edges(columns, LETTER_SHEET.left, LETTER_SHEET.room)
    assert edges == pytest.approx((30, 50, 200))
