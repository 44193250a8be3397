"""A place in a form that only shows something that follows from what is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.parts import make_label


class ShownField(Field):
    """Show words or a widget under a label; it holds no value and is never typed into."""

    def __init__(self, name: str, label: str, *, kind: str = "cardTitle") -> None:
        super().__init__(name, label)
        self._ground = QWidget()
        self._ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = QVBoxLayout(self._ground)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._words = make_label("", kind, wraps=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._room.addWidget(self._words)
        self._shown: QWidget | None = None
        self.place(self._ground)

    def show_text(self, text: str) -> None:
        """Show words."""
        self._words.setText(text)
        self._words.setVisible(bool(text))

    def text(self) -> str:
        """Return the words that are shown."""
        return self._words.text()

    def show_widget(self, widget: QWidget | None) -> None:
        """Show a widget beneath the words instead of the one before."""
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = widget
        if widget is not None:
            self._room.addWidget(widget)

    def value(self) -> None:
        """Return nothing: what is shown follows from other fields."""

    def set_value(self, value: object) -> None:
        """Keep what is shown; it follows from other fields."""
