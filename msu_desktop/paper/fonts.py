"""The lettering of papers: Liberation Serif, whose every used letter is embedded in the PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from msu_desktop.office.places import RESOURCES

MM_PER_POINT = 25.4 / 72
WORDS_REMEMBERED = 10_000


class Face(StrEnum):
    """The four cuts of the serif, by the names of their files."""

    REGULAR = "LiberationSerif-Regular"
    BOLD = "LiberationSerif-Bold"
    ITALIC = "LiberationSerif-Italic"
    BOLD_ITALIC = "LiberationSerif-BoldItalic"


@dataclass(frozen=True, slots=True)
class Lettering:
    """A face in a size (points) with the distance from line to line (mm, in quarters)."""

    face: Face
    size: float
    leading: float

    @property
    def ruler(self) -> Callable[[str], float]:
        """Return the function that measures a text in millimetres."""
        return ruler(self.face, self.size)

    @property
    def ascent(self) -> float:
        """Return how far below the top of its line the letters stand, in millimetres."""
        return (self.leading + self.size * MM_PER_POINT * 0.66) / 2


@cache
def register(face: Face) -> str:
    """Make the face known to reportlab, once in the life of the program; return its name there."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    registerFont(TTFont(face.value, str(RESOURCES / "fonts" / f"{face.value}.ttf")))
    return face.value


@cache
def ruler(face: Face, size: float) -> Callable[[str], float]:
    """Return the function that measures a text of the face and size in millimetres."""
    from reportlab.pdfbase.pdfmetrics import getFont

    font = getFont(register(face)).face
    widths: dict[int, float] = font.charWidths
    unknown: float = font.defaultWidth
    scale = size / 1000 * MM_PER_POINT

    @lru_cache(WORDS_REMEMBERED)
    def width(text: str) -> float:
        return sum(widths.get(ord(sign), unknown) for sign in text) * scale

    return width
