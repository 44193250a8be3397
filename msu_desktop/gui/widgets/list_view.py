"""A list of records: sorted and narrowed by the query, walked by the keyboard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from msu_desktop.gui.keeping import Settings, SettingsInMemory
from msu_desktop.gui.models.paged import Column, PagedModel, Portion, RowLook
from msu_desktop.gui.widgets.filter_row import FilterRow
from msu_desktop.gui.widgets.keys import add_keys
from msu_desktop.gui.widgets.list_bar import ListBar, Views
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.gui.widgets.table import Table
from msu_desktop.language.catalogue import _


@dataclass(frozen=True, slots=True)
class Wish:
    """How the list is wanted: sorted by what, narrowed to what."""

    sort: str | None
    descending: bool
    filters: Mapping[str, Any]


Fetch = Callable[[Wish, object | None, int], Portion]
Count = Callable[[Wish], tuple[int, int]]


class ListPane(QWidget):
    """Show a list of any length with its filters, its views and its count."""

    row_opened = Signal(object)
    """Enter or a double click on a row: the row."""
    row_selected = Signal(object)
    """Another row is current: the row, or None."""
    new_requested = Signal()
    """Ctrl+N: the user wants a new record."""
    print_requested = Signal()
    """Ctrl+P: the user wants the list on paper."""
    correct_requested = Signal(object)
    """F2 on a row: the row."""

    def __init__(  # noqa: PLR0913 - a list is described in one place, by name
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        count: Count,
        *,
        name: str,
        settings: Settings | None = None,
        row_id: Callable[[Any], str] = attrgetter("id"),
        struck: Callable[[Any], bool] = lambda _row: False,
        tone: Callable[[Any], str] = lambda _row: "",
        empty_text: str = "",
        sort: tuple[str | None, bool] = (None, False),
        views: Views | None = None,
    ) -> None:
        super().__init__()
        self._fetch, self._count = fetch, count
        self._sort, self._descending = sort
        self._empty_text = empty_text
        self.model = PagedModel(columns, self._fetch_portion, RowLook(row_id, struck, tone), self)
        self.table = Table(self.model, f"lists/{name}/widths", settings or SettingsInMemory())
        self.filters = FilterRow(self.model.columns, self.table)
        self.bar = ListBar(views)
        self._empty = make_label("", "emptyText", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self._connect()
        self.table.show_sorting(self._sort, descending=self._descending)

    def _build(self) -> None:
        self._empty.setParent(self.table.viewport())
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QStackedLayout(self.table.viewport())
        over.setContentsMargins(24, 0, 24, 0)
        over.addWidget(self._empty)
        if self.filters.is_needed:
            self.table.header.set_foot(self.filters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.left.connect(self.table.setFocus)
        self.bar.cleared.connect(self.clear_filters)
        self.bar.view_chosen.connect(self._on_view_chosen)
        self.bar.view_kept.connect(self._on_view_kept)
        self.table.sort_requested.connect(self._on_sort_requested)
        self.table.opened.connect(self._on_opened)
        self.table.typed.connect(self.filters.type_into_first)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        for keys, slot in (
            ("Ctrl+N", self.new_requested.emit),
            ("Ctrl+P", self.print_requested.emit),
            ("F2", self._on_correct),
            ("Ctrl+F", self.filters.focus_first),
        ):
            add_keys(self, keys, slot)

    def wish(self) -> Wish:
        """Return how the list is sorted and narrowed now."""
        return Wish(self._sort, self._descending, self.filters.values())

    def current_row(self) -> Any | None:
        """Return the row the cursor is on, or None."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def current_id(self) -> str | None:
        """Return the id of the record the cursor is on, or None."""
        row = self.current_row()
        return None if row is None else self.model.look.id(row)

    @Slot()
    def refresh(self) -> None:
        """Read the list anew; the cursor stays on its record and the view where it was."""
        kept, scrolled = self.current_id(), self.table.verticalScrollBar().value()
        wish = self.wish()
        self.model.reload(self.model.rowCount())
        shown, of = self._count(wish)
        self.bar.show_count(shown, of, narrowed=bool(wish.filters))
        self._say_when_empty(of, narrowed=bool(wish.filters))
        place = self.model.row_of(kept) if kept else None
        if place is not None:
            self._go_to(place)
        elif self.model.rowCount():
            self._go_to(0)
        else:
            self.row_selected.emit(None)
        self.table.verticalScrollBar().setValue(scrolled)

    def select(self, record_id: str) -> bool:
        """Put the cursor on a record, fetching on and giving up filters if they hide it."""
        place = self._search(record_id)
        if place is None and self.wish().filters:
            self.clear_filters()
            place = self._search(record_id)
        if place is not None:
            self._go_to(place)
        return place is not None

    def set_filter(self, key: str, value: Any) -> None:
        """Narrow a column, as if the user had typed it; None widens it again."""
        self.filters.set_value(key, value)
        self.refresh()

    @Slot()
    def clear_filters(self) -> None:
        """Show the whole list again."""
        self.filters.clear()
        self.refresh()

    def state(self) -> dict[str, Any]:
        """Return sorting, filters and cursor, for when the page is built anew."""
        wish = self.wish()
        return {
            "sort": wish.sort,
            "descending": wish.descending,
            "filters": dict(wish.filters),
            "current": self.current_id(),
        }

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Take up what ``state`` returned."""
        if not state:
            return
        self._sort, self._descending = state["sort"], state["descending"]
        self.table.show_sorting(self._sort, descending=self._descending)
        self.filters.clear()
        for key, value in state["filters"].items():
            self.filters.set_value(key, value)
        self.refresh()
        if state.get("current"):
            self.select(state["current"])

    def _fetch_portion(self, after: object | None, limit: int) -> Portion:
        return self._fetch(self.wish(), after, limit)

    def _search(self, record_id: str) -> int | None:
        place = self.model.row_of(record_id)
        while place is None and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
            place = self.model.row_of(record_id)
        return place

    def _go_to(self, place: int) -> None:
        self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.scrollTo(self.model.index(place, 0))

    def _say_when_empty(self, of: int, *, narrowed: bool) -> None:
        empty = self.model.rowCount() == 0
        nothing = _("Nothing here matches the filters. Esc in a filter clears it.")
        self._empty.setText(nothing if narrowed and of else self._empty_text)
        self._empty.setVisible(empty)

    @Slot(str)
    def _on_sort_requested(self, sort: str) -> None:
        self._descending = not self._descending if sort == self._sort else False
        self._sort = sort
        self.table.show_sorting(sort, descending=self._descending)
        self.table.scrollToTop()
        self.refresh()

    @Slot(int)
    def _on_opened(self, place: int) -> None:
        self.row_opened.emit(self.model.row_at(place))

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        row = self.current_row()
        if row is not None:
            self.row_selected.emit(row)

    @Slot()
    def _on_correct(self) -> None:
        row = self.current_row()
        if row is not None:
            self.correct_requested.emit(row)

    @Slot(object)
    def _on_view_chosen(self, state: Mapping[str, Any]) -> None:
        self.restore_state({**state, "current": None})

    @Slot(str)
    def _on_view_kept(self, name: str) -> None:
        self.bar.keep_view(name, {**self.state(), "current": None})
