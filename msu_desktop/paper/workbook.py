"""Write a journal as XLSX: the same rows as on paper, to be counted, filtered and sent."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msu_desktop.paper.sheet import (
    Align,
    Caption,
    Cell,
    Column,
    JournalPaper,
    Row,
    check_sum,
    note_column,
    shown,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

SERIF = "Times New Roman"
TEXT_SIZE = 10
MM_PER_INCH = 25.4
A4 = 9
ALIGNED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
FORMATS: dict[type, str] = {str: "General", int: "0", date: "DD.MM.YYYY"}


def journal_xlsx(paper: JournalPaper) -> bytes:
    """Write the journal on one sheet: titles, captions in both languages, rows; ready to print.

    Texts stay texts (also «=1+1» and «01-12»), numbers and dates are real ones. All times in the
    file are the time of print, so the same journal gives the same bytes.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    printed_at = paper.printed_at.replace(tzinfo=None)
    book.properties.created = book.properties.modified = printed_at
    book.properties.creator = paper.office.title
    book.properties.title = paper.title.title
    page = book.create_sheet(paper.form)
    titles = list(_titles(page, paper))
    captions = list(_captions(page, paper.columns))
    _set_up(page, paper, (len(titles) + 1, len(titles) + len(captions)))
    for cells in titles + captions:
        page.append(cells)
    rows = _Rows(page, paper.columns)
    for row in paper.rows:
        page.append(rows.cells(row))
    return _saved(book, printed_at)


class _Rows:
    """Fill the same styled cells for each row: new styled cells would take most of the time."""

    def __init__(self, page: "WriteOnlyWorksheet", columns: tuple[Column, ...]) -> None:
        self._note_at = note_column(columns)
        self._plain = [_kinds(page, column, struck=False) for column in columns]
        self._struck = [_kinds(page, column, struck=True) for column in columns]

    def cells(self, row: Row) -> list["WriteOnlyCell"]:
        """Return the filled cells of the row; they are valid until the next row is asked for."""
        kinds = self._plain if row.struck is None else self._struck
        cells = [_filled(kind, value) for kind, value in zip(kinds, row.cells, strict=True)]
        if row.struck is not None:
            cells[self._note_at] = kinds[self._note_at][str]
            cells[self._note_at].value = _with_note(shown(row.cells[self._note_at]), row.struck)
        return cells


def _kinds(
    page: "WriteOnlyWorksheet", column: Column, *, struck: bool
) -> dict[type, "WriteOnlyCell"]:
    """Make one cell of the column for each kind of value."""
    made = {}
    for kind, number_format in FORMATS.items():
        made[kind] = _cell(page, size=TEXT_SIZE, strike=struck, align=ALIGNED[column.align])
        made[kind].number_format = number_format
    return made


def _filled(kinds: dict[type, "WriteOnlyCell"], value: Cell) -> "WriteOnlyCell":
    if isinstance(value, str):
        cell = kinds[str]
        cell.value = shown(value) or None
        if value:
            cell.data_type = "s"  # else a text that begins with = would become a formula
        return cell
    cell = kinds[date if isinstance(value, date) else int]
    cell.value = value
    return cell


def _with_note(text: str, note: str) -> Any:
    """Join the struck text and the note of annulment, which is not struck, in one cell."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    struck = InlineFont(rFont=SERIF, sz=TEXT_SIZE, strike=True)
    plain = InlineFont(rFont=SERIF, sz=TEXT_SIZE, i=True)
    parts = [TextBlock(struck, text)] if text else []
    return CellRichText(*parts, TextBlock(plain, f"\n{shown(note)}" if text else shown(note)))


def _cell(
    page: "WriteOnlyWorksheet", align: str, *, ruled: bool = True, **font: Any
) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    cell = WriteOnlyCell(page)
    cell.font = Font(name=SERIF, **font)
    cell.alignment = Alignment(horizontal=align, vertical="top", wrap_text=ruled)
    if ruled:
        line = Side(style="thin")
        cell.border = Border(left=line, right=line, top=line, bottom=line)
    return cell


def _titles(page: "WriteOnlyWorksheet", paper: JournalPaper) -> Iterator[list["WriteOnlyCell"]]:
    """Make the rows of the title, each centred across all columns without merging them."""
    sizes: tuple[tuple[Caption, int, bool], ...] = (
        (paper.office, 12, False),
        (paper.title, 14, True),
        (paper.year, 12, True),
    )
    for caption, size, bold in sizes:
        for text, shrunk in ((caption.title, 0), (caption.subtitle, 2)):
            if not text:
                continue
            across = [
                _cell(page, "centerContinuous", ruled=False, size=size - shrunk, bold=bold)
                for _ in paper.columns
            ]
            across[0].value = shown(text)
            across[0].data_type = "s"
            yield across
    yield []


def _captions(
    page: "WriteOnlyWorksheet", columns: tuple[Column, ...]
) -> Iterator[list["WriteOnlyCell"]]:
    """Make the rows of captions, first language, second language, column numbers."""
    numbers = tuple(str(number) for number, _ in enumerate(columns, 1))
    levels = (
        (tuple(column.title for column in columns), 9, True),
        (tuple(column.subtitle for column in columns), 8, False),
        (numbers, 8, False),
    )
    for texts, size, bold in levels:
        if any(texts):
            cells = [_cell(page, "center", size=size, bold=bold) for _ in columns]
            for cell, text in zip(cells, texts, strict=True):
                cell.value = shown(text)
                cell.data_type = "s"
            yield cells


def _set_up(page: "WriteOnlyWorksheet", paper: JournalPaper, captions: tuple[int, int]) -> None:
    """Set widths, what stays in sight, and how the sheet is printed."""
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(paper.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = _signs(column.width_mm)
    first, last = captions
    page.freeze_panes = f"A{last + 1}"
    page.print_title_rows = f"{first}:{last}"
    sheet = paper.sheet
    page.page_setup.orientation = "landscape" if sheet.width > sheet.height else "portrait"
    page.page_setup.paperSize = A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for side in ("left", "right", "top", "bottom"):
        setattr(page.page_margins, side, getattr(sheet, side) / MM_PER_INCH)
    page.page_margins.header = page.page_margins.footer = 8 / MM_PER_INCH
    page.oddFooter.left.text = f"{paper.form}  {paper.printed_at:%d.%m.%Y %H:%M}"
    page.oddFooter.center.text = "&P / &N"
    page.oddFooter.right.text = check_sum(paper)


def _signs(width_mm: float) -> float:
    """Return the column width in the spreadsheet's unit: digits of its usual font, 7 dots wide."""
    return max(3.0, round((width_mm / MM_PER_INCH * 96 - 5) / 7, 2))


def _saved(book: "Workbook", printed_at: datetime) -> bytes:
    from openpyxl.writer.excel import ExcelWriter

    stream = BytesIO()
    ExcelWriter(book, _DatedZip(stream, printed_at)).save()
    return stream.getvalue()


class _DatedZip(ZipFile):
    """A zip archive in which everything was written at one moment."""

    def __init__(self, stream: BytesIO, moment: datetime) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED)
        self._moment = moment

    def writestr(
        self, zinfo_or_arcname: str | ZipInfo, data: Any, *args: Any, **kwargs: Any
    ) -> None:
        """Add a part from memory."""
        name = str(getattr(zinfo_or_arcname, "filename", zinfo_or_arcname))
        super().writestr(self._dated(name), data, *args, **kwargs)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a part from a file."""
        with Path(filename).open("rb") as source, self.open(self._dated(arcname), "w") as part:
            while piece := source.read(1 << 16):
                part.write(piece)

    def _dated(self, name: str) -> ZipInfo:
        info = ZipInfo(name, self._moment.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED
        return info
