"""What all chapters of the settings have in common."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.gui.workbench import Workbench


class Chapter(QWidget):
    """One chapter of the settings."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    """A msgid."""
    icon: ClassVar[str] = ""
    shows: ClassVar[frozenset[str]] = frozenset()
    """The tables whose rows the chapter draws; their records are opened here."""
    help_topic: ClassVar[str] = "settings"

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__()
        self.bench, self.doors = bench, doors
        self.first: QWidget | None = None
        """What takes the keyboard when the chapter is entered, unless it is a list or a form."""

    def fill_with(self, *widgets: QWidget) -> None:
        """Lay widgets out from top to bottom; the last one takes the room that is left."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in widgets:
            layout.addWidget(widget)
        layout.setStretch(len(widgets) - 1, 1)

    def take_focus(self) -> None:
        """Take the keyboard: the list before the buttons above it, or the first field."""
        first = self.first or self.findChild(QTableView)
        if first is not None and first.isVisible():
            first.setFocus()
        else:
            self.focusNextChild()

    def today(self) -> date:
        """Return the day on this PC's calendar."""
        return self.bench.workplace.now.date()

    def refresh(self) -> None:
        """Read anew what is shown."""

    def open_record(self, record_id: str) -> None:
        """Show one record of the chapter."""

    def has_unsaved(self) -> bool:
        """Say whether something is half typed."""
        return False
