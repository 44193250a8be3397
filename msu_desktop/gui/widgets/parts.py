"""Labels and plain grounds, known to the style sheet by their kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def make_label(text: str = "", kind: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label; the style sheet knows how its kind looks."""
    label = QLabel(text)
    label.setObjectName(kind)
    label.setWordWrap(wraps)
    label.setIndent(0)
    return label


def make_ground(kind: str) -> QWidget:
    """Return an empty widget that is painted by the style sheet."""
    ground = QWidget()
    paint_ground(ground, kind)
    return ground


def paint_ground(widget: QWidget, kind: str) -> None:
    """Have the style sheet paint a widget of our own as this kind."""
    widget.setObjectName(kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
