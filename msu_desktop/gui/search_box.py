"""One search box over everything: results drop beneath it, in groups, while one types."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from msu_desktop.gui.icons import icon
from msu_desktop.gui.widgets.entry import Entry
from msu_desktop.gui.widgets.popup_list import PopupList
from msu_desktop.language.catalogue import _

TYPING_MILLISECONDS = 120
LEAST_WIDTH = 560


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record that matches what was typed."""

    table: str
    id: str
    title: str
    detail: str = ""


Find = Callable[[str], Sequence[SearchHit]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How hits of one table are announced: the name of the group and its icon."""

    title: str
    icon: str


class SearchBox(QLineEdit):
    """Find records of any kind by any of their words."""

    hit_opened = Signal(str, str)
    """A result was chosen: its table and id."""

    def __init__(self, find: Find, kinds: Mapping[str, Kind]) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self._find, self._kinds = find, kinds
        self.setPlaceholderText(_("Search everything: number, name, word (Ctrl+K)"))
        self.setAccessibleName(_("Search everything"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._popup = PopupList(self, least_width=LEAST_WIDTH)
        self._popup.activated.connect(self._on_activated)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.search)
        self.textChanged.connect(self._typing.start)
        self.installEventFilter(self)

    @property
    def popup(self) -> PopupList:
        """Return the list of results."""
        return self._popup

    @Slot()
    def search(self) -> None:
        """Show what matches, the nearest kind first."""
        self._typing.stop()
        text = self.text().strip()
        hits = self._find(text) if text else ()
        entries = self._grouped(hits)
        if text and not hits:
            entries = [Entry(_("Nothing is found. Try fewer letters or another word."))]
        self._popup.offer(entries if self.hasFocus() or not text else [])

    def _grouped(self, hits: Sequence[SearchHit]) -> list[Entry]:
        order = list(dict.fromkeys(hit.table for hit in hits))
        ranked = sorted(hits, key=lambda hit: order.index(hit.table))
        entries = []
        for table, group in groupby(ranked, key=lambda hit: hit.table):
            kind = self._kinds.get(table, Kind(table, "file"))
            entries.append(Entry(_(kind.title)))
            entries.extend(Entry(hit.title, hit.detail, kind.icon, hit) for hit in group)
        return entries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Drive the results by the keys typed here."""
        if (
            watched is self
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._on_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if self._typing.isActive() and self._popup.is_choosing_key(event):
            self.search()
        if self._popup.isVisible() and self._popup.take_key(event):
            return True
        if self._popup.is_moving_key(event) and self.text().strip():
            self.search()
            return True
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put the results away when the user goes elsewhere."""
        super().focusOutEvent(event)
        self._typing.stop()
        self._popup.hide()

    @Slot(object)
    def _on_activated(self, entry: Entry) -> None:
        if isinstance(entry.data, SearchHit):
            self.hit_opened.emit(entry.data.table, entry.data.id)
