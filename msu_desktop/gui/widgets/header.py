"""The head of a page: its title, a line beneath, its buttons at the right."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.parts import make_label, paint_ground


class Header(QWidget):
    """Name the page and hold its main actions."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        paint_ground(self, "header")
        self._title = make_label(title, "pageTitle")
        self._subtitle = make_label(subtitle, "pageSubtitle", wraps=True)
        self._subtitle.setVisible(bool(subtitle))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        side, gap = theme.measure("gap_4"), theme.measure("gap_3")
        self._row.setContentsMargins(side, gap, side, gap)
        self._row.setSpacing(theme.measure("gap_2"))
        self._row.addLayout(words, 1)

    def set_title(self, text: str) -> None:
        """Name the page anew."""
        self._title.setText(text)

    def set_subtitle(self, text: str) -> None:
        """Write the line beneath the title; nothing hides it."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def add_button(
        self,
        text: str,
        icon: str,
        slot: Callable[[], object],
        keys: str = "",
        *,
        primary: bool = False,
        tip: str = "",
    ) -> QPushButton:
        """Add an action at the right; its keys are shown in the tip."""
        button = make_button(text, icon, slot, primary=primary)
        if keys:
            button.setShortcut(QKeySequence(keys))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tip or text} ({shown})" if keys else tip)
        self._row.addWidget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Add something else at the right."""
        self._row.addWidget(widget)
