"""Write a journal as XLSX: the same rows as on paper, to be counted, filtered and sent."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msu_desktop.paper.fonts import Face
from msu_desktop.paper.sheet import Align, Caption, Column, JournalPaper, check_sum, shown
from msu_desktop.paper.worksheet import SERIF, TEXT_SIZE, Style, Styles, height, rows_xml

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MM_PER_INCH = 25.4
A4 = 9
ALIGNED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
END_OF_ROWS = b"</sheetData>"


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
    captions = _captions(paper.columns)
    first, last = len(titles) + 1, len(titles) + len(captions)
    _set_up(page, paper, (first, last))
    for number, (face, size, texts) in enumerate(captions, first):
        page.row_dimensions[number].height = height(texts, paper.columns, face, size)
    for cells in titles:
        page.append(cells)
    for face, size, texts in captions:
        bold = face is Face.BOLD
        page.append([_filled(_cell(page, "center", size=size, bold=bold), text) for text in texts])
    styles = _styles(page, paper.columns)
    return _saved(book, rows_xml(paper.rows, paper.columns, styles, last + 1), printed_at)


def _styles(page: "WriteOnlyWorksheet", columns: tuple[Column, ...]) -> Styles:
    def style(column: Column, number_format: str, *, struck: bool) -> int:
        cell = _cell(page, ALIGNED[column.align], size=TEXT_SIZE, strike=struck)
        cell.number_format = number_format
        return int(cell.style_id)

    def made(*, struck: bool) -> tuple[Style, ...]:
        return tuple(
            Style(
                text=style(column, "General", struck=struck),
                number=style(column, "0", struck=struck),
                date=style(column, "DD.MM.YYYY", struck=struck),
            )
            for column in columns
        )

    return Styles(plain=made(struck=False), struck=made(struck=True))


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
        kinds = ((caption.title, size, bold), (caption.subtitle, size - 2, False))
        for text, points, heavy in kinds:
            if text:
                font = {"size": points, "bold": heavy}
                yield [
                    _filled(_cell(page, "centerContinuous", ruled=False, **font), words)
                    for words in (text, *[""] * (len(paper.columns) - 1))
                ]
    yield []


def _captions(columns: tuple[Column, ...]) -> list[tuple[Face, int, tuple[str, ...]]]:
    """Return the rows of captions: first language, second language if any, column numbers."""
    numbers = tuple(str(number) for number, _ in enumerate(columns, 1))
    levels = [
        (Face.BOLD, 9, tuple(column.title for column in columns)),
        (Face.REGULAR, 8, tuple(column.subtitle for column in columns)),
        (Face.REGULAR, 8, numbers),
    ]
    return [level for level in levels if any(level[2])]


def _filled(cell: "WriteOnlyCell", text: str) -> "WriteOnlyCell":
    if text:
        cell.value = shown(text)
        cell.data_type = "s"  # else a text that begins with = would become a formula
    return cell


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
    feet = (f"{paper.form}  {paper.printed_at:%d.%m.%Y %H:%M}", "&P / &N", check_sum(paper))
    parts = (page.oddFooter.left, page.oddFooter.center, page.oddFooter.right)
    for part, text in zip(parts, feet, strict=True):
        part.text, part.size, part.font = text, 8, SERIF


def _signs(width_mm: float) -> float:
    """Return the column width in the spreadsheet's unit: digits of its usual font, 7 dots wide."""
    return max(3.0, round((width_mm / MM_PER_INCH * 96 - 5) / 7, 2))


def _saved(book: "Workbook", rows: Iterator[str], printed_at: datetime) -> bytes:
    from openpyxl.writer.excel import ExcelWriter

    stream = BytesIO()
    ExcelWriter(book, _Archive(stream, rows, printed_at)).save()
    return stream.getvalue()


class _Archive(ZipFile):
    """The file being made: all its parts bear one time, the rows are put into the sheet."""

    def __init__(self, stream: BytesIO, rows: Iterator[str], moment: datetime) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED)
        self._rows = rows
        self._moment = moment

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        """Add a part from memory."""
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        super().writestr(self._dated(str(name)), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add the sheet, which the library has put in a file, with the rows after its captions."""
        captions, end, settings = Path(filename).read_bytes().rpartition(END_OF_ROWS)
        with self.open(self._dated(arcname), "w") as part:
            part.write(captions)
            for row in self._rows:
                part.write(row.encode())
            part.write(end + settings)

    def _dated(self, name: str) -> ZipInfo:
        info = ZipInfo(name, self._moment.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED
        return info
