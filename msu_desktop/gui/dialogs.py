"""The few dialogs of the window: a message, a question, a reason to be given."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from msu_desktop.gui import theme
from msu_desktop.gui.icons import picture as draw
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.keys import add_keys
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import _

WIDTH = 440


class Dialog(QDialog):
    """Say one thing in plain words; the buttons carry verbs."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, picture: str, tone: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(round(WIDTH * theme.scale()))
        gap, side = theme.measure("gap_4"), 2 * theme.measure("icon")
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.measure("gap_3"))
        self._body.addWidget(make_label(title, "dialogTitle", wraps=True))
        if text:
            words = make_label(text, "dialogText", wraps=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._body.addWidget(words)
        drawn = QLabel()
        drawn.setPixmap(draw(picture, tone, side))
        head = QHBoxLayout()
        head.setSpacing(gap)
        head.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        pad = theme.measure("gap_5")
        layout.setContentsMargins(pad, pad, pad, gap)
        layout.setSpacing(pad)
        layout.addLayout(head)
        layout.addLayout(self._buttons)

    def add_answer(
        self, text: str, *, accepts: bool, primary: bool = False, danger: bool = False
    ) -> QPushButton:
        """Add a button that ends the dialog."""
        slot = self.accept if accepts else self.reject
        button = make_button(text, "", slot, primary=primary, danger=danger)
        button.setDefault(primary)
        self._buttons.addWidget(button)
        return button


def make_note(parent: QWidget | None, title: str, text: str) -> Dialog:
    """Return a dialog that only says something."""
    dialog = Dialog(parent, title, text, "warning", "warning")
    dialog.add_answer(_("Understood"), accepts=True, primary=True)
    return dialog


def make_question(parent: QWidget | None, question: str, yes_word: str, *, danger: bool) -> Dialog:
    """Return a dialog that asks; what cannot be undone is not the default answer."""
    tone = "danger" if danger else "accent"
    dialog = Dialog(parent, question, "", "help", tone)
    dialog.add_answer(yes_word, accepts=True, primary=not danger, danger=danger)
    no = dialog.add_answer(_("Cancel"), accepts=False)
    if danger:
        no.setDefault(True)
        no.setFocus()
    return dialog


class ReasonDialog(Dialog):
    """Ask for a reason; without one there is no yes."""

    def __init__(self, parent: QWidget | None, title: str, explanation: str, yes_word: str) -> None:
        super().__init__(parent, title, explanation, "edit", "accent")
        label = make_label(_("Reason"), "fieldLabel")
        self._reason = QPlainTextEdit()
        self._reason.setObjectName("reason")
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(3 * theme.measure("row"))
        label.setBuddy(self._reason)
        self._body.addWidget(label)
        self._body.addWidget(self._reason)
        self._yes = self.add_answer(yes_word, accepts=True, primary=True)
        self._yes.setEnabled(False)
        self.add_answer(_("Cancel"), accepts=False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            add_keys(self, keys, self._yes.click)
        self._reason.textChanged.connect(self._on_typed)
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """Return what was typed, without spaces around it."""
        return self._reason.toPlainText().strip()

    @Slot()
    def _on_typed(self) -> None:
        self._yes.setEnabled(bool(self.reason))
