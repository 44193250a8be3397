"""A figure with its name that leads to what it counts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.icons import picture as draw
from msu_desktop.gui.widgets.parts import make_label


class Tile(QPushButton):
    """Show how many of something there are; pressing it opens them."""

    def __init__(
        self, label: str, icon: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("tile", True)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words = label
        self._figure = make_label("–", "tileFigure")
        self._label = make_label(label, "tileLabel", wraps=True)
        self._detail = make_label("", "tileDetail", wraps=True)
        self._detail.hide()
        for part in (self._figure, self._label, self._detail):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setProperty("tone", tone)
        self._layout = QVBoxLayout(self)
        self._build(icon, tone)

    def _build(self, icon: str, tone: str) -> None:
        head = QHBoxLayout()
        head.addWidget(self._figure)
        head.addStretch(1)
        if icon:
            side = theme.measure("icon") + 6
            picture = QLabel()
            picture.setPixmap(draw(icon, tone or "text_faint", side))
            picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            head.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout = self._layout
        pad = theme.measure("gap_4")
        layout.setContentsMargins(pad, theme.measure("gap_3"), pad, theme.measure("gap_3"))
        layout.setSpacing(theme.measure("gap_1"))
        layout.addLayout(head)
        layout.addWidget(self._label)
        layout.addWidget(self._detail)

    def set_figure(self, figure: str, detail: str = "") -> None:
        """Show the figure, and a few words beneath it."""
        self._figure.setText(figure)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{self._words}: {figure} {detail}".strip())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room its words need."""
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room its words need."""
        return self._layout.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
