"""A quiet word at the bottom of the window that goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.icons import picture
from msu_desktop.gui.widgets.parts import make_label, paint_ground

SHOWN_MILLISECONDS = 4000
WIDEST = 560


class Toast(QFrame):
    """Say that something succeeded, without asking for a click."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        paint_ground(self, "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        over.installEventFilter(self)
        side = theme.measure("icon") + 2
        self._picture = QLabel()
        self._picture.setPixmap(picture("done", "rail_text", side))
        self._words = make_label("", "toastText", wraps=True)
        row = QHBoxLayout(self)
        pad = theme.measure("gap_4")
        row.setContentsMargins(pad, theme.measure("gap_3"), pad, theme.measure("gap_3"))
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        self._going = QTimer(self, singleShot=True, interval=SHOWN_MILLISECONDS)
        self._going.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show the words for a while; a later word takes the place of an earlier."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._going.start()

    @property
    def text(self) -> str:
        """Return what is being said; nothing when it has gone."""
        return self._words.text() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        frame = 2 * theme.measure("gap_4") + theme.measure("icon") + 3 * theme.measure("gap_2")
        width = min(words + frame, round(WIDEST * theme.scale()), self._over.width() - 32)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        bottom = self._over.height() - height - theme.measure("row") - theme.measure("gap_3")
        right = self._over.width() - width - theme.measure("gap_5")
        self.setGeometry(right, bottom, width, height)
