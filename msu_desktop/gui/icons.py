"""Line icons drawn from resources/icons in the colours of the theme, at any size."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from msu_desktop.gui import theme
from msu_desktop.office.places import RESOURCES

ICONS = RESOURCES / "icons"
INK = b"currentColor"


@cache
def _drawing(name: str) -> bytes:
    return (ICONS / f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(INK, colour.encode())))


class _TintedEngine(QIconEngine):
    """Paint an icon in the ink of the theme that is in use at that moment."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._ink)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ink = "text_faint" if mode == QIcon.Mode.Disabled else self._ink
        colour = getattr(theme.colours(), ink)
        side = min(rect.width(), rect.height())  # a wider place leaves a gap before the word
        top = rect.top() + (rect.height() - side) / 2
        _renderer(self._name, colour).render(painter, QRectF(rect.left(), top, side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture


def icon(name: str, ink: str = "text_soft") -> QIcon:
    """Return an icon by the name of its file; ``ink`` is a colour of the theme."""
    return QIcon(_TintedEngine(name, ink))
