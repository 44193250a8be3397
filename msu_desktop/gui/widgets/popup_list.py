"""A list that drops beneath a line of text and is driven by the keys typed into that line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.entry import ENTRY, Entry, EntryDelegate
from msu_desktop.gui.widgets.parts import paint_ground

MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
LEAVING = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move)
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PopupList(QFrame):
    """Offer entries beneath an editor without ever taking the keyboard from it."""

    activated = Signal(object)
    """An entry was chosen: the ``Entry``."""

    def __init__(self, editor: QWidget, *, least_width: int = 360, most_height: int = 420) -> None:
        super().__init__(editor)
        paint_ground(self, "popupList")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._editor, self._least_width, self._most_height = editor, least_width, most_height
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.itemClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._list)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.deleteLater)
        self.hide()

    def entries(self) -> list[Entry]:
        """Return what is offered now."""
        return [self._list.item(row).data(ENTRY) for row in range(self._list.count())]

    def offer(self, entries: Sequence[Entry]) -> None:
        """Show these entries, the first of them chosen; hide when there are none."""
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(ENTRY, entry)
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        if not entries:
            self.hide()
            return
        self._list.setCurrentRow(-1)
        self._move(1)
        self._place()

    def is_moving_key(self, event: QKeyEvent) -> bool:
        """Say whether the key walks through the list."""
        return event.key() in MOVES and not event.modifiers()

    def is_choosing_key(self, event: QKeyEvent) -> bool:
        """Say whether the key takes the entry that is marked."""
        return event.key() in CHOOSING and not event.modifiers()

    def take_key(self, event: QKeyEvent) -> bool:
        """Obey a key typed into the editor; say whether it was meant for the list."""
        if self.is_moving_key(event):
            self._move(MOVES[Qt.Key(event.key())])
        elif self.is_choosing_key(event) and self._list.currentItem() is not None:
            self._on_clicked(self._list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go away with the editor: when it is left, hidden, moved or resized."""
        if event.type() in LEAVING:
            self.hide()
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        allowed = [row for row, entry in enumerate(self.entries()) if not entry.is_heading]
        if not allowed:
            return
        now = self._list.currentRow()
        place = allowed.index(now) + step if now in allowed else 0
        if abs(step) == 1:
            place %= len(allowed)
        self._list.setCurrentRow(allowed[max(0, min(place, len(allowed) - 1))])

    def _place(self) -> None:
        window = self._editor.window()
        self.setParent(window)
        corner = self._editor.mapTo(window, QPoint(0, self._editor.height() + 2))
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        wanted = min(rows + 2 * theme.measure("gap_1") + 4, self._most_height)
        below = window.height() - corner.y() - 8
        above = corner.y() - self._editor.height() - 12
        if below < min(wanted, 120) and above > below:
            wanted = min(wanted, above)
            corner.setY(corner.y() - self._editor.height() - 4 - wanted)
        else:
            wanted = min(wanted, below)
        width = max(self._editor.width(), self._least_width)
        corner.setX(max(8, min(corner.x(), window.width() - width - 8)))
        self.setGeometry(corner.x(), corner.y(), width, wanted)
        self.show()
        self.raise_()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        if not entry.is_heading:
            self.hide()
            self.activated.emit(entry)
