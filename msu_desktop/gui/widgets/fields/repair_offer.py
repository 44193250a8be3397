"""An offer beneath a field of words: a text typed in an old 8-bit font could be put right."""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.parts import make_label, paint_ground
from msu_desktop.language.catalogue import _

if TYPE_CHECKING:
    from msu_desktop.language.font_repair import Suggestion

SHOWN_SIGNS = 60
SHOWN_WORDS = 4


class RepairOffer(QWidget):
    """Show what a text would become and wait; what was answered is not asked again."""

    accepted = Signal(str)
    """The text put right, to stand in place of the old one."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self._editor = editor
        self._before = self._after = self._accepted = ""
        self._declined: set[str] = set()
        paint_ground(self, "repairOffer")
        self.hide()

    def consider(self, text: str) -> None:
        """Make an offer if the text was typed in an old font; else be silent."""
        answered = text == self._accepted or text in self._declined
        suggestion = None if answered else _suggestion_for(text)
        if suggestion is None:
            self.hide()
            return
        if self.layout() is None:
            self._build()
        self._before, self._after = suggestion.before, suggestion.after
        doubtful = [word for line in suggestion.lines for word in line.doubtful]
        self._excerpt.setText(_marked(_excerpt(self._before, self._after), doubtful))
        self._doubt.setText(_doubt(list(dict.fromkeys(doubtful))))
        self._doubt.setVisible(bool(doubtful))
        self.show()

    def start_anew(self) -> None:
        """Go, for the field shows another text now; what was declined stays declined."""
        self._accepted = ""
        self.hide()

    def step_over(self) -> None:
        """Take the keyboard from the editor to what comes after the offer."""
        self._leave.setFocus(Qt.FocusReason.TabFocusReason)
        self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button that has the keyboard."""
        button = self.focusWidget()
        if isinstance(button, QPushButton) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        """Make the parts at the first offer: most fields never need them."""
        self._excerpt = make_label("", "repairText", wraps=True)
        self._excerpt.setTextFormat(Qt.TextFormat.RichText)
        self._doubt = make_label("", "repairNote", wraps=True)
        self._doubt.setTextFormat(Qt.TextFormat.PlainText)
        self._correct = _answer(_("Correct"), self._on_correct)
        self._leave = _answer(_("Leave as it is"), self._on_leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.measure("gap_2"))
        buttons.addWidget(self._correct)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        top, side = theme.measure("gap_2"), theme.measure("gap_3")
        layout.setContentsMargins(side, top, side, top)
        layout.setSpacing(theme.measure("gap_1"))
        question = _("This seems to be typed in an old font. Corrected, it would read:")
        for part in (make_label(question, "repairNote", wraps=True), self._excerpt, self._doubt):
            layout.addWidget(part)
        layout.addLayout(buttons)
        QWidget.setTabOrder(self._editor, self._correct)
        QWidget.setTabOrder(self._correct, self._leave)

    @Slot()
    def _on_correct(self) -> None:
        self._accepted = self._before
        self._editor.setFocus()
        self.hide()
        self.accepted.emit(self._after)

    @Slot()
    def _on_leave(self) -> None:
        self._declined.add(self._before)
        if self._leave.hasFocus():
            self.focusNextChild()
        self.hide()


def _suggestion_for(text: str) -> "Suggestion | None":
    """Return a repair that changes the text; signs of an unknown font are left alone."""
    from msu_desktop.language.font_repair import suggest_repair  # noqa: PLC0415 - not at the start

    suggestion = suggest_repair(text)
    return suggestion if suggestion is not None and suggestion.after != text else None


def _answer(text: str, slot: Callable[[], None]) -> QPushButton:
    """Return a small button that takes the keyboard by Tab, and never by the mouse."""
    button = make_button(text, "", slot)
    button.setProperty("small", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)  # or Enter anywhere in a dialog would press it
    return button


def _excerpt(before: str, after: str) -> str:
    """Return the beginning of a repaired text, or what surrounds its first change further on."""
    change = next(i for i, signs in enumerate(zip(before, after, strict=True)) if len({*signs}) > 1)
    start = 0 if change < SHOWN_SIGNS // 2 else len(after[:change].rsplit(None, 1)[0])
    shown = " ".join(after[start:].split())
    if len(shown) > SHOWN_SIGNS:
        shown = shown[:SHOWN_SIGNS].rsplit(" ", 1)[0] + "…"
    return "… " + shown if start else shown


def _marked(text: str, words: Sequence[str]) -> str:
    """Return a text for a label, with these words underlined."""
    if not words:
        return escape(text)
    longest_first = sorted({re.escape(word) for word in words}, key=len, reverse=True)
    parts = re.split(rf"(?<!\w)({'|'.join(longest_first)})(?!\w)", text)
    return "".join(
        f"<u>{escape(part)}</u>" if n % 2 else escape(part) for n, part in enumerate(parts)
    )


def _doubt(words: Sequence[str]) -> str:
    shown = ", ".join(words[:SHOWN_WORDS]) + (" …" if words[SHOWN_WORDS:] else "")
    return _("Not in the dictionary, please check: {words}").format(words=shown)
