"""One line of a list that drops down: a title, a quieter detail, perhaps an icon."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from msu_desktop.gui import theme
from msu_desktop.gui.icons import picture

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list; one with neither data nor icon is the heading of a group."""

    title: str
    detail: str = ""
    icon: str = ""
    data: object = None

    @property
    def is_heading(self) -> bool:
        """Say whether the line only names the group beneath it."""
        return self.data is None and not self.icon


class EntryDelegate(QStyledItemDelegate):
    """Draw an entry: the title, and beneath it what tells it from its namesakes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return one line of text or two, with air around."""
        entry: Entry = index.data(ENTRY)
        lines = 2 if entry.detail else 1
        height = _metrics_height(option) * lines
        return QSize(0, height + theme.measure("gap_2" if entry.is_heading else "gap_3"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the entry; the marked one on a soft ground."""
        entry: Entry = index.data(ENTRY)
        ink = theme.colours()
        painter.save()
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(ink.accent_soft))
        pad, gap = theme.measure("gap_3"), theme.measure("gap_1")
        rect = area.adjusted(pad, gap, -pad, -gap)
        if entry.icon:
            side = theme.measure("icon")
            top = rect.center().y() - side // 2
            painter.drawPixmap(rect.left(), top, picture(entry.icon, "accent", side))
            rect.setLeft(rect.left() + side + theme.measure("gap_2"))
        font = QFont(option.font)
        if entry.is_heading:
            font.setPointSizeF(theme.points("small"))
            font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(ink.text_faint if entry.is_heading else ink.text))
        height = _metrics_height(option)
        self._line(painter, QRect(rect.left(), rect.top(), rect.width(), height), entry.title)
        if entry.detail:
            painter.setPen(QColor(ink.text_soft))
            second = QRect(rect.left(), rect.top() + height, rect.width(), height)
            self._line(painter, second, entry.detail)
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str) -> None:
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


def _metrics_height(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.height()
