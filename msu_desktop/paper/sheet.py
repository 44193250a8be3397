"""What a paper holds before it is laid out: sheets, captions, columns, rows, signers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, Flag, auto
from hashlib import sha256
from typing import NamedTuple

Cell = str | int | date

_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WITHOUT_A_GLYPH = str.maketrans({"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0"})


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Part(Flag):
    """The parts of a journal that can be printed apart from each other."""

    TITLE = auto()
    ROWS = auto()
    CLOSING = auto()
    ALL = TITLE | ROWS | CLOSING


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and its blank margins, in millimetres."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def room(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def right_edge(self) -> float:
        """Return how far the right margin is from the left edge of the sheet."""
        return self.width - self.right

    @property
    def bottom_edge(self) -> float:
        """Return how far the bottom margin is from the top edge of the sheet."""
        return self.height - self.bottom

    @property
    def centre(self) -> float:
        """Return the middle between the margins."""
        return (self.left + self.right_edge) / 2


JOURNAL_SHEET = Sheet(297, 210, left=25, right=10, top=15, bottom=15)
LETTER_SHEET = Sheet(210, 297, left=30, right=10, top=20, bottom=20)


@dataclass(frozen=True, slots=True)
class Caption:
    """A text in the paper's language and, beneath it, in the second one ("" if there is none)."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its captions in the first and second language, its width as a share in mm."""

    title: str
    subtitle: str
    width_mm: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a register; ``struck`` is the note of annulment, and its text is struck through."""

    cells: tuple[Cell, ...]
    struck: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the post on the left, initials and surname on the right."""

    post: Caption
    name: str


@dataclass(frozen=True, slots=True)
class JournalCaptions:
    """The fixed words of a journal; ``bound`` holds ``{sheets}`` where the number is written."""

    begun: Caption
    ended: Caption
    bound: Caption
    seal: Caption


@dataclass(frozen=True, slots=True)
class JournalPaper:
    """A journal ready for paper: every text is already in its language and its official form.

    ``begun`` and ``ended`` are dates in words, or "" to leave a line for the hand; ``sheets`` writes
    the number of bound sheets with its words, such as «24 (жыйырма төрт)»; None leaves blanks.
    """

    form: str
    office: Caption
    title: Caption
    year: Caption
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    captions: JournalCaptions
    printed_at: datetime
    signers: tuple[Signer, ...] = ()
    begun: str = ""
    ended: str = ""
    sheets: Callable[[int], Caption] | None = None
    sheet: Sheet = JOURNAL_SHEET

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every row has one cell for each column")


class PrintPlace(NamedTuple):
    """Where printing ended: page, mm from the top edge of the sheet, number of rows on paper."""

    page: int
    y_mm: float
    row: int


def shown(cell: Cell) -> str:
    """Return the cell as it stands on paper: dates as 22.04.2026, no signs that cannot be seen."""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return _UNPRINTABLE.sub("", str(cell).replace("\t", " ")).translate(_WITHOUT_A_GLYPH)


def note_column(columns: Sequence[Column]) -> int:
    """Return the index of the widest column: there the note of annulment has room."""
    return max(range(len(columns)), key=lambda index: columns[index].width_mm)


def check_sum(paper: JournalPaper) -> str:
    """Return eight signs such as «7F3A-91C2» that change with any word of the paper's content."""
    digest = sha256()
    head = (paper.form, paper.office, paper.title, paper.year, paper.columns)
    tail = (paper.signers, paper.begun, paper.ended)
    digest.update(repr((head, tail)).encode("utf-8", "replace"))
    for row in paper.rows:
        digest.update("\x1f".join(map(shown, row.cells)).encode())
        digest.update(f"\x1e{row.struck}\x1d".encode("utf-8", "replace"))
    text = digest.hexdigest()[:8].upper()
    return f"{text[:4]}-{text[4:]}"
