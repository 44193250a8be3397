"""The table itself: a quiet grid whose headings ask for sorting."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.keeping import Settings
from msu_desktop.gui.models.paged import PagedModel

WIDTHS_MILLISECONDS = 500
NARROW = 130
MOST_SHRUNK = 0.8


def fitting(wanted: Sequence[float], room: int, scale: float = 1.0) -> list[int]:
    """Return widths that fill the room: wide columns give and take, narrow ones stay.

    When even that is not enough the widths are more than the room, and the table scrolls.
    """
    elastic = [width > NARROW * scale for width in wanted]
    firm = sum(width for width, gives in zip(wanted, elastic, strict=True) if not gives)
    soft = sum(wanted) - firm
    share = (room - firm) / soft if soft else 1.0
    share = max(share, MOST_SHRUNK)
    widths = [
        round(width * share) if gives else round(width)
        for width, gives in zip(wanted, elastic, strict=True)
    ]
    if widths:
        widths[-1] += max(0, room - sum(widths))
    return widths


class TallHeader(QHeaderView):
    """Headings with a row of filters beneath them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._foot: QWidget | None = None

    def set_foot(self, foot: QWidget) -> None:
        """Keep a widget beneath the headings; its own height is its height."""
        foot.setParent(self)
        self._foot = foot
        self.updateGeometries()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the headings and the foot."""
        return super().sizeHint() + QSize(0, self._foot_height())

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Put the foot in its place."""
        height = self._foot_height()
        self.setViewportMargins(0, 0, 0, height)
        super().updateGeometries()
        if self._foot is not None:
            self._foot.setGeometry(0, self.height() - height, self.width(), height)

    def _foot_height(self) -> int:
        return self._foot.height() if self._foot is not None else 0


class Table(QTableView):
    """Show a paged model; whole rows are current, headings sort through the query."""

    sort_requested = Signal(str)
    """A heading was pressed: the sort key of its column."""
    opened = Signal(int)
    """A row is to be opened: its place."""
    typed = Signal(str)
    """A letter was typed over the list."""

    def __init__(self, model: PagedModel, widths_key: str, settings: Settings) -> None:
        super().__init__()
        self._columns = model.columns
        self._settings, self._widths_key = settings, widths_key
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.measure("row"))
        self.header = TallHeader()
        self.setHorizontalHeader(self.header)
        self._saving = QTimer(self, singleShot=True, interval=WIDTHS_MILLISECONDS)
        self._saving.timeout.connect(self._keep_widths)
        self._prepare_header()
        self.doubleClicked.connect(self._on_double_clicked)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.measure("row"))
        header.setSortIndicatorClearable(False)
        kept = self._settings.get(self._widths_key) or {}
        self._fits, self._fitting = not kept, False
        header.setStretchLastSection(not self._fits)
        for place, column in enumerate(self._columns):
            width = kept.get(column.key) or round(column.width * theme.scale())
            self.setColumnWidth(place, int(width))
        header.sectionClicked.connect(self._on_heading)
        header.sectionResized.connect(self._on_resized)

    def show_sorting(self, sort: str | None, *, descending: bool) -> None:
        """Mark the column by which the rows are sorted."""
        header = self.horizontalHeader()
        place = next((i for i, one in enumerate(self._columns) if sort and one.sort == sort), -1)
        header.setSortIndicatorShown(place >= 0)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(place, order)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room out among the columns, as long as the user has not done so."""
        super().resizeEvent(event)
        if self._fits:
            self._fit(self.viewport().width())

    def _fit(self, room: int) -> None:
        scale = theme.scale()
        wanted = [column.width * scale for column in self._columns]
        self._fitting = True
        for place, width in enumerate(fitting(wanted, room, scale)):
            self.setColumnWidth(place, width)
        self._fitting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter; a letter goes to the filters."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._jump(to_end=event.key() == Qt.Key.Key_End)
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _jump(self, *, to_end: bool) -> None:
        model = self.model()
        if model.rowCount():
            self.setCurrentIndex(model.index(model.rowCount() - 1 if to_end else 0, 0))

    @Slot(int)
    def _on_heading(self, place: int) -> None:
        sort = self._columns[place].sort
        if sort is not None:
            self.sort_requested.emit(sort)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.opened.emit(index.row())

    @Slot()
    def _on_resized(self) -> None:
        if not self._fitting:
            self._fits = False
            self.horizontalHeader().setStretchLastSection(True)
            self._saving.start()

    @Slot()
    def _keep_widths(self) -> None:
        widths = {one.key: self.columnWidth(place) for place, one in enumerate(self._columns)}
        self._settings.put(self._widths_key, widths)
