"""Write and rule on the sheets of a PDF, in millimetres from the upper left corner."""

from collections.abc import Iterable
from io import BytesIO

from msu_desktop.paper.fonts import MM_PER_POINT, Face, Lettering, register
from msu_desktop.paper.sheet import Align, Sheet, shown
from msu_desktop.paper.wrapping import wrap

HAIRLINE = 0.4
Placed = tuple[float, float, str]


class Pen:
    """Makes one PDF, sheet after sheet; the same strokes give the same bytes."""

    def __init__(self, sheet: Sheet, title: str, author: str) -> None:
        """Take the first sheet; title and author are told in the properties of the document."""
        from reportlab.pdfgen.canvas import Canvas

        self.sheet = sheet
        self._stream = BytesIO()
        self._canvas = Canvas(
            self._stream,
            pagesize=(sheet.width / MM_PER_POINT, sheet.height / MM_PER_POINT),
            pageCompression=1,
            invariant=1,
            initialFontName=register(Face.REGULAR),
            lang="ky",
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("MSU Desktop")
        self._canvas.setProducer("MSU Desktop")

    def write_all(self, lettering: Lettering, placed: Iterable[Placed]) -> None:
        """Write texts, each from the left end of its base line."""
        text = self._canvas.beginText()
        text.setFont(register(lettering.face), lettering.size)
        for x, y, words in placed:
            text.setTextOrigin(x / MM_PER_POINT, self._up(y))
            text.textOut(words)
        self._canvas.drawText(text)

    def write(self, x: float, y: float, text: str, lettering: Lettering, align: Align) -> None:
        """Write one line that begins, ends, or has its middle at x; y is its base line."""
        clean = shown(text)
        self.write_all(lettering, [(self.start(x, clean, lettering, align), y, clean)])

    def paragraph(
        self, span: tuple[float, float], y: float, text: str, lettering: Lettering, align: Align
    ) -> float:
        """Write a text in lines between two edges, downwards from y; return where it ends."""
        left, right = span
        at = {Align.LEFT: left, Align.CENTRE: (left + right) / 2, Align.RIGHT: right}[align]
        for line in wrap(shown(text), right - left, lettering.ruler) if text else ():
            self.write(at, y + lettering.ascent, line, lettering, align)
            y += lettering.leading
        return y

    def rule(self, *strokes: tuple[float, float, float, float]) -> None:
        """Draw thin straight lines, each from (x, y) to (x, y)."""
        self._canvas.setLineWidth(HAIRLINE)
        self._canvas.lines(
            [
                (x1 / MM_PER_POINT, self._up(y1), x2 / MM_PER_POINT, self._up(y2))
                for x1, y1, x2, y2 in strokes
            ]
        )

    def turn(self) -> None:
        """End this sheet and take the next."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the document with all ended sheets."""
        self._canvas.save()
        return self._stream.getvalue()

    @staticmethod
    def start(x: float, text: str, lettering: Lettering, align: Align) -> float:
        """Return where a line begins that is aligned to x."""
        if align is Align.LEFT:
            return x
        width = lettering.ruler(text)
        return x - width / 2 if align is Align.CENTRE else x - width

    def _up(self, y: float) -> float:
        return (self.sheet.height - y) / MM_PER_POINT
