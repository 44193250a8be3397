"""Labels and plain grounds, known to the style sheet by their kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


def make_label(text: str = "", kind: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label; the style sheet knows how its kind looks."""
    label = QLabel(text)
    label.setObjectName(kind)
    label.setWordWrap(wraps)
    label.setIndent(0)
    return label


def stacked(above: QWidget, below: QWidget) -> QWidget:
    """Return two widgets one above the other; the lower one takes the room that is left."""
    ground = QWidget()
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(above)
    layout.addWidget(below, 1)
    return ground


def make_ground(kind: str) -> QWidget:
    """Return an empty widget that is painted by the style sheet."""
    ground = QWidget()
    paint_ground(ground, kind)
    return ground


def paint_ground(widget: QWidget, kind: str) -> None:
    """Have the style sheet paint a widget of our own as this kind."""
    widget.setObjectName(kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
