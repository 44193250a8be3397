"""A table of frozen rows that are fetched page by page, each page by the key of the last row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from msu_desktop.gui import theme
from msu_desktop.language.catalogue import _

PAGE = 200
ROW_ROLE = Qt.ItemDataRole.UserRole
STRUCK_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class TextFilter:
    """Narrow a column by words; the filter's value is the text.

    ``of_numbers``: figures typed over the list are meant for this column, words for another.
    """

    of_numbers: bool = False


@dataclass(frozen=True, slots=True)
class DatesFilter:
    """Narrow a column by days; the filter's value is (first | None, last | None)."""

    today: Callable[[], date] = date.today


@dataclass(frozen=True, slots=True)
class ChoiceFilter:
    """Narrow a column to one of a few; the filter's value is the choice's value."""

    choices: Callable[[], Sequence[tuple[Any, str]]]


Filter = TextFilter | DatesFilter | ChoiceFilter


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading (msgid), what it writes of a row, how it is sorted and narrowed."""

    key: str
    header: str
    text: Callable[[Any], str]
    width: int = 120
    align: str = "left"
    sort: str | None = None
    filter: Filter | None = None


@dataclass(frozen=True, slots=True)
class Portion:
    """Some rows, and the key after which the next ones follow; None when these are the last."""

    rows: Sequence[Any]
    next_key: object | None = None


def _never(_row: Any) -> bool:
    return False


def _toneless(_row: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the table must know of a row besides its texts."""

    id: Callable[[Any], str] = field(default=attrgetter("id"))
    struck: Callable[[Any], bool] = _never
    tone: Callable[[Any], str] = _toneless


Fetch = Callable[[object | None, int], Portion]


class PagedModel(QAbstractTableModel):
    """Show rows of a query of any length; only what was scrolled to is held."""

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        look: RowLook | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.look = look or RowLook()
        self._fetch = fetch
        self._rows: list[Any] = []
        self._next_key: object | None = None

    def reload(self, at_least: int = PAGE) -> None:
        """Read anew from the beginning, as many rows as asked for."""
        self.beginResetModel()
        portion = self._fetch(None, max(at_least, PAGE))
        self._rows = list(portion.rows)
        self._next_key = portion.next_key
        self.endResetModel()

    def row_at(self, row: int) -> Any:
        """Return the frozen row that stands there."""
        return self._rows[row]

    def row_of(self, record_id: str) -> int | None:
        """Return where a record stands among the rows fetched so far."""
        ids = (self.look.id(row) for row in self._rows)
        return next((place for place, one in enumerate(ids) if one == record_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows are fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Say whether more rows follow."""
        return not parent.isValid() and self._next_key is not None

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Fetch the next page."""
        if not self.canFetchMore(parent):
            return
        portion = self._fetch(self._next_key, PAGE)
        self._next_key = portion.next_key
        if portion.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(portion.rows) - 1)
            self._rows.extend(portion.rows)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, or how."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return ALIGNMENTS[column.align] | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if self.look.struck(row):
                font = QFont()
                font.setStrikeOut(True)
                return font
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row)
        return self._own_role(row, role)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading in the language of the window."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].header)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENTS[self.columns[section].align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def _own_role(self, row: Any, role: int) -> Any:
        if role == ROW_ROLE:
            return row
        if role == STRUCK_ROLE:
            return self.look.struck(row)
        if role == TONE_ROLE:
            return self.look.tone(row)
        return None

    def _ink(self, row: Any) -> QColor | None:
        tone = "faint" if self.look.struck(row) else self.look.tone(row)
        if not tone:
            return None
        return QColor(getattr(theme.colours(), "text_faint" if tone == "faint" else tone))
