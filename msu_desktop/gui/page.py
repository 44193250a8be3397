"""What a page of the window is, and how it is announced."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QTableView, QVBoxLayout, QWidget

from msu_desktop.gui.workbench import Workbench


class Page(QWidget):
    """One page of the window; a desk makes its own by subclassing."""

    shows: ClassVar[frozenset[str]] = frozenset()
    """The tables whose rows the page draws."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.help_topic = ""
        self.first: QWidget | None = None
        """What takes the keyboard when the page is opened."""

    def column(self, *widgets: QWidget) -> QVBoxLayout:
        """Lay widgets out from top to bottom; the last one takes the room that is left."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in widgets:
            layout.addWidget(widget)
        layout.setStretch(len(widgets) - 1, 1)
        return layout

    def take_focus(self) -> None:
        """Take the keyboard: a list before anything else, unless the page says otherwise."""
        first = self.first or self.findChild(QTableView) or self.findChild(QPushButton)
        if first is not None:
            first.setFocus()

    def refresh(self, tables: frozenset[str]) -> None:
        """Read anew what the page shows, because records of these tables changed."""

    def open_record(self, table: str, record_id: str) -> None:
        """Show one record."""

    def receive(self, wish: Mapping[str, Any]) -> None:
        """Show what another page asked for."""

    def has_unsaved(self) -> bool:
        """Say whether something was typed that would have to be typed again."""
        return False

    def state(self) -> dict[str, Any]:
        """Return what must survive when the page is built anew in another language."""
        return {}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Take up what ``state`` returned."""

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        """Return the page's own keys and what they do, for the overview."""
        return ()


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How a page appears in the rail at the left, and which records it can open."""

    key: str
    title: str
    icon: str
    make: Callable[[Workbench], Page]
    opens: frozenset[str] = frozenset()
    shortcut: str = ""


def desk_keys(spec: PageSpec, number: int) -> str:
    """Return the keys that open a page: its own, or Ctrl and its place in the rail."""
    return spec.shortcut or (f"Ctrl+{number}" if number < 10 else "")
