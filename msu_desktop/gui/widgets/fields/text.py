"""A field for words, on one line or on several."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.repair_offer import RepairOffer
from msu_desktop.language.catalogue import _, ngettext, say
from msu_desktop.language.lookalikes import LETTERS_REPAIRED, repair_letters
from msu_desktop.office.errors import Problem, RuleBroken

NEAR_LIMIT = 0.9
STILL_HERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class TextField(Field):
    """Take words; repair letters that only look right, and say so quietly.

    A text typed in an old font is offered put right when it is pasted and when the field is left.
    """

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
            self.place(self._line)
        else:
            self._block = QPlainTextEdit(tabChangesFocus=True)
            height = QFontMetrics(self._block.font()).lineSpacing() * lines
            self._block.setFixedHeight(height + 2 * theme.measure("gap_3"))
            self._block.textChanged.connect(self._on_typed)
            self.place(self._block)

    def place(self, editor: QWidget) -> None:
        """Put the editor beneath the label, and beneath the editor what may be offered."""
        super().place(editor)
        self._known = ""
        self._offer = RepairOffer(editor)
        self._offer.accepted.connect(self._on_accepted)
        self._layout.insertWidget(self._layout.indexOf(editor) + 1, self._offer)
        editor.installEventFilter(self)

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
        self._known = self.text()
        self._offer.start_anew()

    def text(self) -> str:
        """Return exactly what stands in the editor."""
        if self._line is not None:
            return self._line.text()
        return self._block.toPlainText() if self._block is not None else ""

    def own_problem(self) -> Problem | None:
        """Return a problem when a sign was pasted in that cannot be printed."""
        try:
            repair_letters(self.text(), self.name)
        except RuleBroken as unprintable:
            return unprintable.problem
        return None

    def take_key(self, event: QKeyEvent) -> bool:
        """Let Enter pass by an offer: Tab is the way to its answers."""
        del event
        offered = self._offer.isVisible()
        if offered:
            self._offer.step_over()
        return offered

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look through the words when the field is left for another one."""
        if _is_left(event):
            self._on_left()
        return super().eventFilter(watched, event)

    def _replace(self, text: str) -> None:
        """Put other words in, so that Ctrl+Z brings the old ones back."""
        if self._line is not None:
            self._line.selectAll()
            self._line.insert(text)
        elif self._block is not None:
            whole = QTextCursor(self._block.document())
            whole.select(QTextCursor.SelectionType.Document)
            whole.insertText(text)

    @Slot()
    def _on_typed(self) -> None:
        text = self.text()
        left = self._limit - len(text)
        near = self._limit and left < self._limit * (1 - NEAR_LIMIT)
        self.show_note(ngettext("{n} sign left", "{n} signs left", left) if near else "")
        if _differ_by_a_key(text, self._known):
            self._offer.hide()
        else:
            self._offer.consider(text)
        self._known = text
        self._on_edited()

    def _on_left(self) -> None:
        if self.own_problem():
            return
        repaired = repair_letters(self.text())
        if repaired.words:
            self._replace(repaired.text)
            changed = ", ".join(after for _before, after in repaired.words)
            self.show_note(say(Problem(LETTERS_REPAIRED, {"words": changed})))
        self._offer.consider(self.text())

    @Slot(str)
    def _on_accepted(self, text: str) -> None:
        self._replace(text)
        self.show_note(_("The letters are corrected. Ctrl+Z brings the former ones back."))


def _differ_by_a_key(one: str, other: str) -> bool:
    """Tell whether one sign was typed or deleted; more than that at once was pasted."""
    shorter, longer = sorted((one, other), key=len)
    pairs = enumerate(zip(shorter, longer, strict=False))
    same = next((place for place, (was, now) in pairs if was != now), len(shorter))
    return len(longer) - len(shorter) == 1 and longer[same + 1 :] == shorter[same:]


def _is_left(event: QEvent) -> bool:
    """Tell whether the keyboard goes elsewhere in the window, not to a menu or another window."""
    return isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STILL_HERE
