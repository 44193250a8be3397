"""Write the rows of a worksheet as its XML: a library's cell objects would take most of the time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from msu_desktop.paper.fonts import Face, ruler
from msu_desktop.paper.sheet import Cell, Column, Row, note_column, shown
from msu_desktop.paper.wrapping import wrap

SERIF = "Times New Roman"
TEXT_SIZE = 10
LEADING = 1.3
PAD_POINTS = 2.5
PAD_MM = 2.0
DAY_ZERO = date(1899, 12, 30)
FIRST_DAY = date(1900, 3, 1)

_RUN = (
    f'<r><rPr><{{kind}}/><sz val="{TEXT_SIZE}"/><rFont val="{SERIF}"/></rPr>'
    '<t xml:space="preserve">{text}</t></r>'
)


@dataclass(frozen=True, slots=True)
class Style:
    """The numbers by which the workbook knows the look of a column's texts, numbers and dates."""

    text: int
    number: int
    date: int


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of each column: of common rows, and of annulled ones."""

    plain: tuple[Style, ...]
    struck: tuple[Style, ...]


def rows_xml(
    rows: Sequence[Row], columns: Sequence[Column], styles: Styles, first: int
) -> Iterator[str]:
    """Write each row, from row number ``first`` on, as high as its longest text needs.

    Texts are always texts (also «=1+1»); dates before March 1900, which spreadsheets do not know,
    are texts too.
    """
    letters = [_letters(index) for index, _ in enumerate(columns)]
    note_at = note_column(columns)
    for number, row in enumerate(rows, first):
        looks = styles.plain if row.struck is None else styles.struck
        cells = [
            _cell(f"{letter}{number}", value, look)
            for letter, value, look in zip(letters, row.cells, looks, strict=True)
        ]
        texts = [shown(value) if isinstance(value, str) else "" for value in row.cells]
        if row.struck is not None:
            text, note = shown(row.cells[note_at]), shown(row.struck)
            texts[note_at] = f"{text}\n{note}" if text else note
            place = f"{letters[note_at]}{number}"
            cells[note_at] = _annulled(place, text, note, looks[note_at])
        yield f'<row r="{number}" ht="{height(texts, columns)}">{"".join(cells)}</row>'


def _cell(place: str, value: Cell, style: Style) -> str:
    if isinstance(value, date) and value.timetuple()[:3] >= FIRST_DAY.timetuple()[:3]:
        days = value.toordinal() - DAY_ZERO.toordinal()
        return f'<c r="{place}" s="{style.date}"><v>{days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}" s="{style.number}"><v>{value}</v></c>'
    text = escape(shown(value))
    if not text:
        return f'<c r="{place}" s="{style.text}"/>'
    inline = f'<is><t xml:space="preserve">{text}</t></is>'
    return f'<c r="{place}" s="{style.text}" t="inlineStr">{inline}</c>'


def _annulled(place: str, text: str, note: str, style: Style) -> str:
    """Write the struck text and, not struck, the note of annulment in one cell."""
    struck = _RUN.format(kind="strike", text=escape(text) + "\n") if text else ""
    runs = struck + _RUN.format(kind="i", text=escape(note))
    return f'<c r="{place}" s="{style.text}" t="inlineStr"><is>{runs}</is></c>'


def height(
    texts: Sequence[str],
    columns: Sequence[Column],
    face: Face = Face.REGULAR,
    size: int = TEXT_SIZE,
) -> float:
    """Return the height of a row in points: not every program fits rows to texts by itself."""
    width = ruler(face, size)
    lines = (
        len(wrap(text, column.width_mm - PAD_MM, width))
        for text, column in zip(texts, columns, strict=True)
    )
    return max(lines) * size * LEADING + PAD_POINTS


def _letters(index: int) -> str:
    """Return the name of a column: A to Z, then AA."""
    before, place = divmod(index, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + place)
