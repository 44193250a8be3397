"""Draw a ruled table: captions, the row of column numbers, rows, struck rows with their notes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msu_desktop.paper.fonts import Face, Lettering
from msu_desktop.paper.pen import Pen, Placed
from msu_desktop.paper.sheet import Align, Column, PrintPlace, Row, Sheet, note_column, shown
from msu_desktop.paper.table import Body, Strip, TablePage, break_row, column_edges, lay_out
from msu_desktop.paper.wrapping import wrap

TEXT = Lettering(Face.REGULAR, 9, 3.75)
NOTE = Lettering(Face.ITALIC, 9, 3.75)
CAPTION = Lettering(Face.BOLD, 7.5, 3.25)
SUBCAPTION = Lettering(Face.REGULAR, 7, 2.75)
NUMBER = Lettering(Face.REGULAR, 7, 3.25)
PAD_X = 1.0
CAPTION_PAD_X = 0.5
PAD_Y = 0.75
STRIKE_HEIGHT = 0.8
STRIKE_BEYOND = 0.6


class Grid:
    """A table of given columns between the margins of a sheet."""

    def __init__(self, columns: tuple[Column, ...], sheet: Sheet) -> None:
        self.columns = columns
        self.sheet = sheet
        self.edges = column_edges(columns, sheet.left, sheet.room)
        self.rooms = [right - left - 2 * PAD_X for left, right in pairwise(self.edges)]
        caption_rooms = [right - left - 2 * CAPTION_PAD_X for left, right in pairwise(self.edges)]
        self._captions = [
            [
                (lettering, line)
                for words, lettering in ((column.title, CAPTION), (column.subtitle, SUBCAPTION))
                for line in (wrap(shown(words), room, lettering.ruler) if words else ())
            ]
            for column, room in zip(columns, caption_rooms, strict=True)
        ]
        tallest = max(sum(kind.leading for kind, _ in lines) for lines in self._captions)
        self._captions_end = sheet.top + tallest + 2 * PAD_Y
        self._numbers_end = self._captions_end + NUMBER.leading + PAD_Y

    @property
    def body(self) -> Body:
        """Return the part of a page below the captions."""
        return Body(self._numbers_end, self.sheet.bottom_edge, TEXT.leading, PAD_Y)

    def pages(self, rows: Iterable[Row], start: PrintPlace) -> list[TablePage]:
        """Break the rows into lines and put them on pages below the place."""
        broken = (break_row(row, self.columns, self.rooms, TEXT.ruler, NOTE.ruler) for row in rows)
        return lay_out(broken, self.body, start)

    def draw(self, pen: Pen, page: TablePage) -> None:
        """Draw the captions if the page has none yet, the rows, and the lines about them."""
        if page.headed:
            self._draw_captions(pen)
        top = self.sheet.top if page.headed else page.top
        left, right = self.edges[0], self.edges[-1]
        pen.rule(*((x, top, x, page.bottom) for x in self.edges))
        for strip in page.strips:
            placed = list(self._placed(strip))
            pen.write_all(TEXT, (text for text, is_note in placed if not is_note))
            if strip.lines.note_at is not None:
                self._strike(pen, [text for text, is_note in placed if not is_note])
                pen.write_all(NOTE, (text for text, is_note in placed if is_note))
            below = strip.y + strip.height
            pen.rule((left, below, right, below))

    def _placed(self, strip: Strip) -> Iterator[tuple[Placed, bool]]:
        """Find the place of each line of a row, and whether it belongs to the note."""
        first = strip.y + PAD_Y + TEXT.ascent
        at = note_column(self.columns)
        for index, lines in enumerate(strip.lines.cells):
            note_at = strip.lines.note_at if index == at else None
            for count, line in enumerate(lines):
                is_note = note_at is not None and count >= note_at
                x = self._start(index, line, NOTE if is_note else TEXT)
                yield (x, first + count * TEXT.leading, line), is_note

    def _start(self, index: int, line: str, lettering: Lettering) -> float:
        left, right = self.edges[index] + PAD_X, self.edges[index + 1] - PAD_X
        align = self.columns[index].align
        at = {Align.LEFT: left, Align.CENTRE: (left + right) / 2, Align.RIGHT: right}[align]
        return Pen.start(at, line, lettering, align)

    @staticmethod
    def _strike(pen: Pen, placed: list[Placed]) -> None:
        strokes = (
            (x - STRIKE_BEYOND, y - STRIKE_HEIGHT, x + TEXT.ruler(line) + STRIKE_BEYOND)
            for x, y, line in placed
            if line
        )
        pen.rule(*((x1, y, x2, y) for x1, y, x2 in strokes))

    def _draw_captions(self, pen: Pen) -> None:
        left, right, top = self.edges[0], self.edges[-1], self.sheet.top
        levels = (top, self._captions_end, self._numbers_end)
        pen.rule(*((left, level, right, level) for level in levels))
        middles = [(left + right) / 2 for left, right in pairwise(self.edges)]
        for middle, lines in zip(middles, self._captions, strict=True):
            free = self._captions_end - top - sum(kind.leading for kind, _ in lines)
            y = top + free / 2
            for kind, line in lines:
                pen.write(middle, y + kind.ascent, line, kind, Align.CENTRE)
                y += kind.leading
        below = self._captions_end + PAD_Y / 2 + NUMBER.ascent
        for number, middle in enumerate(middles, 1):
            pen.write(middle, below, str(number), NUMBER, Align.CENTRE)
