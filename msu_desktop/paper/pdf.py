"""Print a journal as PDF: title page, rows, closing sheet, or only the rows not yet on paper."""

from dataclasses import dataclass

from msu_desktop.office.errors import broken, sentence
from msu_desktop.paper.fonts import Face, Lettering
from msu_desktop.paper.grid import Grid
from msu_desktop.paper.pen import Pen
from msu_desktop.paper.sheet import (
    Align,
    Caption,
    JournalPaper,
    Part,
    PrintPlace,
    Signer,
    check_sum,
)
from msu_desktop.paper.table import TablePage

NOTHING_TO_PRINT = sentence(
    "nothing_to_print", "All rows are on paper already: there is nothing to print."
)
PLACE_NOT_IN_JOURNAL = sentence(
    "place_not_in_journal",
    "By the last print {printed} rows are on paper, but the journal has {rows}: print it whole.",
)

OFFICE = Lettering(Face.REGULAR, 14, 6)
TITLE = Lettering(Face.BOLD, 22, 9.5)
SUBTITLE = Lettering(Face.REGULAR, 14, 6.25)
YEAR = Lettering(Face.BOLD, 16, 7)
PLAIN = Lettering(Face.REGULAR, 12, 5.5)
SMALL = Lettering(Face.REGULAR, 10, 4.5)
TINY = Lettering(Face.REGULAR, 7, 3)

HEAD_Y = 10.0
FOOT_Y = 8.0
BLANK = "______ (______________________)"


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed journal: the PDF, where the rows ended, how many pages the PDF has.

    ``first_page`` is the page number of the first sheet: in a continuing print, equal to the
    page of the place, the last sheet must be put back into the printer.
    """

    pdf: bytes
    ended: PrintPlace
    pages: int
    first_page: int
    check_sum: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which sheets are printed, and where the rows end."""

    has_title: bool
    tables: list[TablePage]
    closing_page: int | None
    last_page: int
    ended: PrintPlace

    @property
    def pages(self) -> int:
        return self.has_title + len(self.tables) + (self.closing_page is not None)

    @property
    def first_page(self) -> int:
        if self.has_title:
            return 1
        return self.tables[0].number if self.tables else self.last_page


def journal_pdf(
    paper: JournalPaper, parts: Part | None = None, continue_from: PrintPlace | None = None
) -> Printed:
    """Print the parts of the journal, by default all; after an earlier print only its new rows.

    In a continuing print the first sheet stays blank down to the last printed row, so that the
    same sheet of paper can be fed again; the title page is never repeated, the closing sheet is
    added if asked for. Raises RuleBroken if nothing is left to print.
    """
    grid = Grid(paper.columns, paper.sheet)
    wanted = _wanted(parts, continue_from)
    plan = _plan(paper, grid, wanted, continue_from)
    if not plan.pages:
        raise broken(NOTHING_TO_PRINT)
    pen = Pen(paper.sheet, paper.title.title, paper.office.title)
    foot = _Foot(pen, paper, plan.last_page)
    if plan.has_title:
        _title_page(pen, paper)
        foot.end_page(1)
    for page in plan.tables:
        grid.draw(pen, page)
        foot.end_page(page.number, blank=not page.headed)
    if plan.closing_page is not None:
        _closing_sheet(pen, paper, plan.closing_page)
        foot.end_page(plan.closing_page)
    return Printed(pen.finish(), plan.ended, plan.pages, plan.first_page, foot.check_sum)


def _wanted(parts: Part | None, place: PrintPlace | None) -> Part:
    if parts is None:
        return Part.ROWS if place else Part.ALL
    return parts & ~Part.TITLE if place else parts


def _plan(paper: JournalPaper, grid: Grid, wanted: Part, place: PrintPlace | None) -> _Plan:
    start = place or PrintPlace(1, paper.sheet.bottom_edge, 0)
    if start.row > len(paper.rows):
        raise broken(PLACE_NOT_IN_JOURNAL, printed=start.row, rows=len(paper.rows))
    tables = grid.pages(paper.rows[start.row :], start)
    if not tables and place is None:
        tables = [TablePage(start.page + 1, grid.body.top, headed=True, strips=())]
    end = PrintPlace(tables[-1].number, tables[-1].bottom, len(paper.rows)) if tables else start
    last = end.page + (Part.CLOSING in wanted)
    return _Plan(
        has_title=Part.TITLE in wanted,
        tables=tables if Part.ROWS in wanted else [],
        closing_page=last if Part.CLOSING in wanted else None,
        last_page=last,
        ended=end if Part.ROWS in wanted else start,
    )


class _Foot:
    """Ends each page with its number and its foot: form, time of print, page of all, check sum."""

    def __init__(self, pen: Pen, paper: JournalPaper, last_page: int) -> None:
        self.check_sum = check_sum(paper)
        self._pen = pen
        self._sheet = paper.sheet
        self._left = f"{paper.form}  ·  {paper.printed_at:%d.%m.%Y %H:%M}"
        self._last_page = last_page

    def end_page(self, number: int, *, blank: bool = False) -> None:
        """Number the sheet and turn it; a blank sheet is numbered already, by an earlier print."""
        if not blank:
            sheet, y = self._sheet, self._sheet.height - FOOT_Y
            if number > 1:
                self._pen.write(sheet.centre, HEAD_Y, str(number), SMALL, Align.CENTRE)
            self._pen.write(sheet.left, y, self._left, TINY, Align.LEFT)
            count = f"{number} / {self._last_page}"
            self._pen.write(sheet.centre, y, count, TINY, Align.CENTRE)
            self._pen.write(sheet.right_edge, y, self.check_sum, TINY, Align.RIGHT)
        self._pen.turn()


def _title_page(pen: Pen, paper: JournalPaper) -> None:
    sheet = paper.sheet
    span = (sheet.left, sheet.right_edge)
    _caption(pen, span, sheet.height * 0.13, paper.office, (OFFICE, PLAIN))
    y = _caption(pen, span, sheet.height * 0.36, paper.title, (TITLE, SUBTITLE))
    _caption(pen, span, y + 8, paper.year, (YEAR, PLAIN))
    lines = ((paper.captions.begun, paper.begun), (paper.captions.ended, paper.ended))
    y = sheet.height * 0.75
    for caption, day in lines:
        y = _dated_line(pen, y, caption, day)


def _dated_line(pen: Pen, y: float, caption: Caption, day: str) -> float:
    """Write «Башталды» with a line for the date after it, in the right half of the sheet."""
    middle, right = pen.sheet.centre + 15, pen.sheet.right_edge - 10
    words = " / ".join(filter(None, (caption.title, caption.subtitle)))
    pen.write(middle, y, words, PLAIN, Align.LEFT)
    start = middle + 45
    pen.rule((start, y + 1, right, y + 1))
    pen.write((start + right) / 2, y, day, PLAIN, Align.CENTRE)
    return y + 13


def _closing_sheet(pen: Pen, paper: JournalPaper, count: int) -> None:
    sheet, bound = paper.sheet, paper.captions.bound
    number = paper.sheets(count) if paper.sheets else Caption(BLANK, BLANK)
    words = Caption(
        bound.title.replace("{sheets}", number.title),
        bound.subtitle.replace("{sheets}", number.subtitle),
    )
    span = (sheet.left, sheet.right_edge)
    y = _caption(pen, span, sheet.height * 0.22, words, (PLAIN, SMALL)) + 22
    for signer in paper.signers:
        y = _signature(pen, y, signer)
    _caption(pen, span, y + 4, paper.captions.seal, (PLAIN, SMALL), Align.LEFT)


def _signature(pen: Pen, y: float, signer: Signer) -> float:
    """Write the post on the left, a line for the hand, the surname on the right."""
    left, right, middle = pen.sheet.left, pen.sheet.right_edge, pen.sheet.centre
    base = y + PLAIN.ascent
    end = _caption(pen, (left, middle), y, signer.post, (PLAIN, SMALL), Align.LEFT)
    pen.rule((middle + 10, base + 1, middle + 70, base + 1))
    named = pen.paragraph((middle + 78, right), y, signer.name, PLAIN, Align.LEFT)
    return max(end, named) + 10


def _caption(
    pen: Pen,
    span: tuple[float, float],
    y: float,
    caption: Caption,
    kinds: tuple[Lettering, Lettering],
    align: Align = Align.CENTRE,
) -> float:
    """Write a text with its second language beneath it; return where it ends."""
    y = pen.paragraph(span, y, caption.title, kinds[0], align)
    return pen.paragraph(span, y, caption.subtitle, kinds[1], align)
