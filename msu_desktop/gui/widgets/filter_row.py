"""The filters beneath the headings of a list: one for each column that can be narrowed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.models.paged import ChoiceFilter, Column, DatesFilter, TextFilter
from msu_desktop.gui.widgets.parts import paint_ground
from msu_desktop.gui.widgets.period import read_period, write_period
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import RuleBroken

TYPING_MILLISECONDS = 200
PERIOD_HINT = "01.03–15.03"
Editor = QLineEdit | QComboBox


class FilterRow(QWidget):
    """Keep an editor above each column, as wide as it, and tell what is wanted."""

    changed = Signal()
    """What is wanted has changed."""
    left = Signal()
    """The user is done here and goes back to the rows."""

    def __init__(self, columns: Sequence[Column], table: QTableView) -> None:
        super().__init__()
        paint_ground(self, "filterRow")
        self._columns, self._table = columns, table
        self._editors: dict[str, Editor] = {}
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._on_settled)
        self._last: dict[str, Any] = {}
        for column in columns:
            if column.filter is not None:
                self._editors[column.key] = self._make_editor(column)
        self.setFixedHeight(theme.measure("row") + theme.measure("gap_1"))
        header = table.horizontalHeader()
        header.sectionResized.connect(self._lay_out)
        header.geometriesChanged.connect(self._lay_out)
        table.horizontalScrollBar().valueChanged.connect(self._lay_out)

    def _make_editor(self, column: Column) -> Editor:
        editor: Editor
        if isinstance(column.filter, ChoiceFilter):
            editor = QComboBox(self)
            editor.addItem(_("all"), None)
            for value, label in column.filter.choices():
                editor.addItem(label, value)
            editor.activated.connect(self._on_settled)
        else:
            editor = QLineEdit(self)
            editor.setClearButtonEnabled(True)
            hint = PERIOD_HINT if isinstance(column.filter, DatesFilter) else _("filter")
            editor.setPlaceholderText(hint)
            editor.textEdited.connect(self._typing.start)
            editor.textChanged.connect(self._on_text_changed)
        editor.setObjectName(f"filter-{column.key}")
        editor.setProperty("filter", True)
        editor.setAccessibleName(_("Filter: {column}").format(column=_(column.header)))
        editor.installEventFilter(self)
        return editor

    @property
    def is_needed(self) -> bool:
        """Say whether any column can be narrowed."""
        return bool(self._editors)

    def values(self) -> dict[str, Any]:
        """Return what is wanted of each narrowed column."""
        found: dict[str, Any] = {}
        for column in self._columns:
            editor = self._editors.get(column.key)
            value = self._value(column, editor) if editor is not None else None
            if value not in (None, "", (None, None)):
                found[column.key] = value
        return found

    def set_value(self, key: str, value: Any) -> None:
        """Show a wish without telling anybody."""
        editor = self._editors[key]
        with QSignalBlocker(editor):
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(value)))
            elif isinstance(value, list | tuple):
                editor.setText(write_period(value[0], value[1]))
            else:
                editor.setText(value or "")
        self._last = self.values()

    def clear(self) -> None:
        """Want everything again, without telling anybody."""
        for key in self._editors:
            self.set_value(key, None)

    @Slot()
    def focus_first(self) -> None:
        """Go to the first filter."""
        if self._editors:
            next(iter(self._editors.values())).setFocus()

    @Slot(str)
    def type_into_first(self, letter: str) -> None:
        """Begin to type into the first filter of words, or of numbers when it is a figure."""
        kinds = {one.key: one.filter for one in self._columns if isinstance(one.filter, TextFilter)}
        meant = [key for key, kind in kinds.items() if kind.of_numbers == letter.isdigit()]
        for key in (*meant, *kinds)[:1]:
            editor = self._editors[key]
            if isinstance(editor, QLineEdit):
                editor.setFocus()
                editor.setText(editor.text() + letter)
                self._typing.start()

    def _value(self, column: Column, editor: Editor) -> Any:
        if isinstance(editor, QComboBox):
            return editor.currentData(Qt.ItemDataRole.UserRole)
        text = editor.text().strip()
        if not isinstance(column.filter, DatesFilter) or not text:
            return text
        return self._period(editor, text, column.filter.today())

    def _period(
        self, editor: QLineEdit, text: str, today: date
    ) -> tuple[date | None, date | None] | None:
        try:
            period = read_period(text, today)
        except RuleBroken:
            period = None
        if editor.property("wrong") != (period is None):
            editor.setProperty("wrong", period is None)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        return period

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go back to the rows by Enter or the arrow down; Esc clears the filter first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            line = watched if isinstance(watched, QLineEdit) else None
            down = event.key() == Qt.Key.Key_Down and line is not None
            if event.key() == Qt.Key.Key_Escape and line is not None and line.text():
                line.clear()
                self._on_settled()
                return True
            leaves = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            if down or event.key() in leaves:
                self._on_settled()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if not text:  # the small cross empties the line without “edited”
            self._typing.start()

    @Slot()
    def _on_settled(self) -> None:
        self._typing.stop()
        now = self.values()
        if now != self._last:
            self._last = now
            self.changed.emit()

    @Slot()
    def _lay_out(self) -> None:
        header, gap = self._table.horizontalHeader(), theme.measure("gap_1")
        for place, column in enumerate(self._columns):
            editor = self._editors.get(column.key)
            if editor is None:
                continue
            x = header.sectionViewportPosition(place)
            editor.setGeometry(
                x + gap // 2, gap // 2, header.sectionSize(place) - gap, self.height() - gap
            )
