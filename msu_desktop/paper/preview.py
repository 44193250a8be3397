"""Turn the pages of a PDF into pictures: for the preview, for the printer, for tests."""

from threading import Lock
from typing import NamedTuple

_ONE_AT_A_TIME = Lock()
"""PDFium must not be entered by two threads at once."""


class PagePicture(NamedTuple):
    """A page as dots: four bytes each (blue, green, red, unused), rows from the top, no gaps."""

    width: int
    height: int
    dots: bytes


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def render_page(pdf: bytes, index: int, scale: float) -> PagePicture:
    """Draw the page (counted from 0) at ``scale`` dots to the point: 300 dpi is 300 / 72."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            picture = document[index].render(scale=scale, prefer_bgrx=True)
            line = picture.width * 4
            dots = bytes(picture.buffer)
            if picture.stride != line:
                starts = range(0, len(dots), picture.stride)
                dots = b"".join(dots[start : start + line] for start in starts)
            return PagePicture(picture.width, picture.height, dots)
        finally:
            document.close()
