"""Line icons drawn from resources/icons in the colours of the theme.

They are drawn when they are asked for, so whoever lives through a change of theme asks again; the
window builds its parts anew then.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from msu_desktop.gui import theme
from msu_desktop.office.places import RESOURCES

ICONS = RESOURCES / "icons"
INK = b"currentColor"
PROGRAM = "msu"
FAINT = "text_faint"


@cache
def _drawing(name: str) -> bytes:
    return (ICONS / f"{name}.svg").read_bytes()


@cache
def _drawn(name: str, colour: str, side: int, gap: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round((side + gap) * ratio), round(side * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = QSvgRenderer(QByteArray(_drawing(name).replace(INK, colour.encode())))
    drawing.render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def picture(name: str, ink: str = "text_soft", side: int = 0, gap: int = 0) -> QPixmap:
    """Return a drawing in a colour of the theme; ``gap`` is left free at its right, in pixels."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    colour = getattr(theme.colours(), ink)
    return _drawn(name, colour, side or theme.measure("icon"), gap, ratio)


def program_icon() -> QIcon:
    """Return the sign of the program, in its own colours, for the window and the task bar."""
    sign = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        sign.addPixmap(_drawn(PROGRAM, "", side, 0, 1.0))
    return sign


def icon(name: str, ink: str = "text_soft", side: int = 0, gap: int = 0) -> QIcon:
    """Return an icon by the name of its file, faint when its button is disabled."""
    drawn = QIcon(picture(name, ink, side, gap))
    drawn.addPixmap(picture(name, FAINT, side, gap), QIcon.Mode.Disabled)
    return drawn
