"""A field for words, on one line or on several."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.language.catalogue import ngettext, say
from msu_desktop.language.lookalikes import LETTERS_REPAIRED, repair_letters
from msu_desktop.office.errors import Problem, RuleBroken

NEAR_LIMIT = 0.9


class TextField(Field):
    """Take words; repair letters that only look right, and say so quietly."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        lines: int = 1,
        limit: int = 0,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._limit = limit
        self._line: QLineEdit | None = None
        self._block: QPlainTextEdit | None = None
        if lines == 1:
            self._line = QLineEdit()
            self._line.textEdited.connect(self._on_typed)
            self._line.editingFinished.connect(self._on_finished)
            self.place(self._line)
        else:
            self._block = QPlainTextEdit(tabChangesFocus=True)
            height = QFontMetrics(self._block.font()).lineSpacing() * lines
            self._block.setFixedHeight(height + 2 * theme.measure("gap_3"))
            self._block.textChanged.connect(self._on_typed)
            self.place(self._block)

    def value(self) -> str:
        """Return the words, without spaces around them."""
        return self.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show words."""
        if self._line is not None:
            self._line.setText(value or "")
            self._line.setCursorPosition(0)
        elif self._block is not None:
            with QSignalBlocker(self._block):
                self._block.setPlainText(value or "")

    def text(self) -> str:
        """Return exactly what stands in the editor."""
        if self._line is not None:
            return self._line.text()
        return self._block.toPlainText() if self._block is not None else ""

    @Slot()
    def _on_typed(self) -> None:
        left = self._limit - len(self.text())
        near = self._limit and left < self._limit * (1 - NEAR_LIMIT)
        self.show_note(ngettext("{n} sign left", "{n} signs left", left) if near else "")
        self._on_edited()

    def own_problem(self) -> Problem | None:
        """Return a problem when a sign was pasted in that cannot be printed."""
        try:
            repair_letters(self.text(), self.name)
        except RuleBroken as unprintable:
            return unprintable.problem
        return None

    @Slot()
    def _on_finished(self) -> None:
        if self.own_problem():
            return
        repaired = repair_letters(self.text())
        if repaired.words:
            self.set_value(repaired.text)
            changed = ", ".join(after for _before, after in repaired.words)
            self.show_note(say(Problem(LETTERS_REPAIRED, {"words": changed})))
            self.edited.emit()
