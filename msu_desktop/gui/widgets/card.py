"""The card of one record: what it says, what it is linked with, what happened to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.card_content import (
    Badge,
    Block,
    CardContent,
    FileLine,
    HistoryLine,
    Pair,
)
from msu_desktop.gui.widgets.card_sheet import CardSheet
from msu_desktop.gui.widgets.flow import FlowLayout
from msu_desktop.gui.widgets.parts import make_ground, paint_ground

__all__ = ("Badge", "Block", "Card", "CardContent", "FileLine", "HistoryLine", "Pair")


class Card(QWidget):
    """Show one record and what can be done with it."""

    link_clicked = Signal(str, str)
    """A linked record was clicked: its table and id."""
    file_opened = Signal(str)
    """A file was clicked: its id."""

    def __init__(self) -> None:
        super().__init__()
        paint_ground(self, "card")
        self._content: CardContent | None = None
        self._bar = make_ground("cardBar")
        self._buttons = FlowLayout(self._bar)
        self._bar.hide()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("cardScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._scroll, 1)
        self.show_empty("")

    @property
    def content(self) -> CardContent | None:
        """Return what is shown, or None."""
        return self._content

    def show_content(self, content: CardContent) -> None:
        """Show a record."""
        if content == self._content:
            return
        self._content = content
        sheet = CardSheet()
        sheet.add_head(content)
        for block in content.blocks:
            sheet.add_block(block)
        sheet.add_files(content.files)
        sheet.add_history(content.history)
        sheet.link_clicked.connect(self._on_link)
        sheet.file_clicked.connect(self.file_opened)
        self._scroll.setWidget(sheet)
        self._bar.setVisible(self._buttons.count() > 0)

    def show_empty(self, text: str) -> None:
        """Show that no record is chosen."""
        self._content = None
        sheet = CardSheet()
        sheet.add_empty(text)
        self._scroll.setWidget(sheet)
        self._bar.hide()

    def add_button(
        self,
        text: str,
        icon: str,
        slot: Callable[[], object],
        keys: str = "",
        *,
        danger: bool = False,
    ) -> QPushButton:
        """Add something that can be done with the record."""
        button = make_button(text, icon, slot, danger=danger)
        button.setProperty("small", True)
        if keys:
            button.setShortcut(QKeySequence(keys))
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{text} ({shown})")
        self._buttons.addWidget(button)
        return button

    @Slot(str)
    def _on_link(self, link: str) -> None:
        table, _slash, record_id = link.partition("/")
        self.link_clicked.emit(table, record_id)
