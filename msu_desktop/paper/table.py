"""Where each row of a ruled table stands, page after page; millimetres from the top edge."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from msu_desktop.paper.sheet import Column, PrintPlace, Row, note_column, shown
from msu_desktop.paper.wrapping import Ruler, wrap

FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """A row broken into lines; in a struck row the note begins at line ``note_at`` of its cell."""

    cells: tuple[tuple[str, ...], ...]
    note_at: int | None = None

    @property
    def count(self) -> int:
        """Return the number of lines of the tallest cell."""
        return max(map(len, self.cells))

    def cut(self, count: int) -> tuple["Lines", "Lines"]:
        """Divide the row into its first lines and the rest."""
        rest = None if self.note_at is None else max(0, self.note_at - count)
        head = Lines(tuple(cell[:count] for cell in self.cells), self.note_at)
        return head, Lines(tuple(cell[count:] for cell in self.cells), rest)


@dataclass(frozen=True, slots=True)
class Body:
    """The part of a page that rows fill, and the room a row takes."""

    top: float
    bottom: float
    leading: float
    pad: float

    def __post_init__(self) -> None:
        if self.lines_below(self.top) < FEWEST_LINES:
            raise ValueError("the captions of the table leave no room for rows")

    def height(self, lines: int) -> float:
        """Return the height of a row of so many lines."""
        return lines * self.leading + 2 * self.pad

    def lines_below(self, y: float) -> int:
        """Return how many lines of one row still fit below."""
        return int((self.bottom - y - 2 * self.pad) // self.leading)


@dataclass(frozen=True, slots=True)
class Strip:
    """A row, or the part of a tall row, on one page."""

    row: int
    y: float
    height: float
    lines: Lines


@dataclass(frozen=True, slots=True)
class TablePage:
    """The strips on one page; a page continued from an earlier print has its captions already."""

    number: int
    top: float
    headed: bool
    strips: tuple[Strip, ...]

    @property
    def bottom(self) -> float:
        """Return where the last strip ends."""
        return self.strips[-1].y + self.strips[-1].height if self.strips else self.top


def column_edges(columns: Sequence[Column], left: float, room: float) -> tuple[float, ...]:
    """Return the column lines, one more than columns; the widths are shares of the room."""
    widths = [column.width_mm for column in columns]
    share = room / sum(widths)
    return tuple(accumulate((width * share for width in widths), initial=left))


def break_row(
    row: Row, columns: Sequence[Column], rooms: Sequence[float], ruler: Ruler, note_ruler: Ruler
) -> Lines:
    """Break a row into lines; the note of a struck row follows the text of the widest column."""
    cells = [wrap(shown(cell), room, ruler) for cell, room in zip(row.cells, rooms, strict=True)]
    if row.struck is None:
        return Lines(tuple(cells))
    at = note_column(columns)
    note_at = len(cells[at])
    cells[at] += wrap(shown(row.struck), rooms[at], note_ruler)
    return Lines(tuple(cells), note_at)


def lay_out(rows: Iterable[Lines], body: Body, start: PrintPlace) -> list[TablePage]:
    """Put the rows on pages below the place where printing ended.

    A row stays whole unless it is taller than a page; then it begins where it is and goes on over
    the next pages. The same rows stand at the same places however often printing was interrupted.
    """
    pages = []
    for number, placed in groupby(_placed(rows, body, start), key=lambda pair: pair[0]):
        strips = tuple(strip for _, strip in placed)
        pages.append(TablePage(number, strips[0].y, number != start.page, strips))
    return pages


def _placed(rows: Iterable[Lines], body: Body, start: PrintPlace) -> Iterator[tuple[int, Strip]]:
    page, y = start.page, start.y_mm
    tallest = body.height(body.lines_below(body.top))
    for index, whole in enumerate(rows, start.row):
        lines = whole
        while y + body.height(lines.count) > body.bottom:
            fitting = body.lines_below(y)
            if body.height(lines.count) > tallest and fitting >= FEWEST_LINES:
                head, lines = lines.cut(fitting)
                yield page, Strip(index, y, body.height(fitting), head)
            page, y = page + 1, body.top
        strip = Strip(index, y, body.height(lines.count), lines)
        yield page, strip
        y += strip.height
