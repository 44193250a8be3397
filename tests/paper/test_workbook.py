import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText
from python_calamine import CalamineWorkbook
from sample_journal import COLUMNS, annulled, journal, letter

from msu_desktop.paper.sheet import JournalPaper
from msu_desktop.paper.workbook import journal_xlsx

HEADS = 10


def page(paper: JournalPaper, *, rich: bool = False):
    book = openpyxl.load_workbook(BytesIO(journal_xlsx(paper)), rich_text=rich)
    return book[paper.form]


def test_every_cell_is_read_back_as_it_was_written():
    paper = journal(60)
    written = [list(row.cells) for row in paper.rows]
    book = CalamineWorkbook.from_filelike(BytesIO(journal_xlsx(paper)))
    assert book.get_sheet_by_name("F01").to_python()[HEADS:] == written
    days = [
        [value.date() if isinstance(value, datetime) else value for value in row]
        for row in page(paper).iter_rows(min_row=HEADS + 1, values_only=True)
    ]
    assert days == written


def test_titles_and_captions_stand_in_both_languages():
    heads = list(page(journal(1)).iter_rows(max_row=HEADS, values_only=True))
    assert [row[0] for row in heads[:6]] == [
        "Ак-Башат айыл өкмөтү",
        "Айыл окмоту Ак-Башат",
        "Кирүүчү документтерди каттоо журналы",
        "Журнал регистрации входящих документов",
        "2026-жыл",
        "2026 год",
    ]
    assert heads[7] == tuple(column.title for column in COLUMNS)
    assert heads[8] == tuple(column.subtitle for column in COLUMNS)
    assert heads[9] == tuple(map(str, range(1, 11)))


def test_one_language_has_no_empty_row_for_the_second():
    paper = journal(1)
    columns = tuple(replace(column, subtitle="") for column in paper.columns)
    assert page(replace(paper, columns=columns)).max_row == page(paper).max_row - 1


@pytest.mark.parametrize(
    "text", ["=1+1", "#N/A", "01-12", "<а> & «б»", "бир\nэки", " четте ", "00"]
)
def test_a_text_stays_the_text_it_was(text: str):
    row = replace(letter(1), cells=(text, *letter(1).cells[1:]))
    cell = page(journal(rows=(row,))).cell(HEADS + 1, 1)
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_date_is_a_real_date_in_the_official_form():
    cell = page(journal(1)).cell(HEADS + 1, 7)
    assert cell.is_date
    assert cell.number_format == "DD.MM.YYYY"


def test_a_date_spreadsheets_do_not_know_is_a_text():
    row = replace(letter(1), cells=(date(1899, 5, 7), *letter(1).cells[1:]))
    assert page(journal(rows=(row,))).cell(HEADS + 1, 1).value == "07.05.1899"


def test_an_annulled_row_is_struck_and_its_note_is_not():
    row = annulled(letter(2))
    sheet = page(journal(rows=(letter(1), row)), rich=True)
    cells = sheet[HEADS + 2]
    assert all(cell.font.strike for cell in cells)
    assert not any(cell.font.strike for cell in sheet[HEADS + 1])
    noted = cells[3].value
    assert isinstance(noted, CellRichText)
    assert [(block.text, bool(block.font.strike)) for block in noted] == [
        (f"{row.cells[3]}\n", True),
        (row.struck, False),
    ]


def test_the_sheet_is_ready_for_the_printer():
    sheet = page(journal(3))
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows == "$8:$10"
    assert sheet.freeze_panes == "A11"
    assert sheet.oddFooter.center.text == "&P / &N"
    assert sheet.cell(HEADS + 1, 4).alignment.wrap_text
    assert sheet.column_dimensions["D"].width > sheet.column_dimensions["A"].width


def test_a_row_is_as_high_as_its_longest_text():
    tall = replace(letter(1), cells=(*letter(1).cells[:3], "сөз " * 100, *letter(1).cells[4:]))
    sheet = page(journal(rows=(letter(1), tall)))
    heights = [sheet.row_dimensions[HEADS + number].height for number in (1, 2)]
    assert heights[1] > 2 * heights[0]


def test_the_same_journal_gives_the_same_bytes_with_the_time_of_print():
    data = journal_xlsx(journal(20))
    assert data == journal_xlsx(journal(20))
    with ZipFile(BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2026, 5, 14, 9, 5, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-05-14T09:05:00Z"}


def test_an_empty_journal_has_only_its_captions():
    assert page(journal(0)).max_row == HEADS


def test_signs_a_spreadsheet_refuses_are_left_out():
    row = replace(letter(1), cells=("1\x00\x0b", *letter(1).cells[1:]))
    assert page(journal(rows=(row,))).cell(HEADS + 1, 1).value == "1"
