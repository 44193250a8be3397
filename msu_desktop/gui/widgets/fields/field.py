"""What all fields of a form have in common."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import Problem

REQUIRED_MARK = " *"


class Field(QWidget):
    """A label above an editor, with room for a note and for the sentence of a problem."""

    edited = Signal()
    """The user changed something."""

    def __init__(self, name: str, label: str, *, required: bool = False, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.label_text = label
        self.required = required
        self._hint = hint
        self._label = make_label(label + (REQUIRED_MARK if required else ""), "fieldLabel")
        self._note = make_label(hint, "fieldNote", wraps=True)
        self._note.setVisible(bool(hint))
        self._problem = make_label("", "fieldProblem", wraps=True)
        self._problem.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.measure("gap_1"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def place(self, editor: QWidget) -> None:
        """Put the editor beneath the label."""
        editor.setObjectName(self.name)
        editor.setAccessibleName(self._spoken_name())
        self._label.setBuddy(editor)
        self._editor = editor
        for part in (self._label, editor, self._note, self._problem):
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self.setFocusProxy(editor)

    @property
    def editor(self) -> QWidget:
        """Return the widget that is typed into."""
        return self._editor

    def value(self) -> Any:
        """Return what the field holds, as plain data; None when it is empty."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without telling that somebody edited it."""
        raise NotImplementedError

    def draft(self) -> Any:
        """Return what is typed, finished or not, as JSON knows it."""
        return self.value()

    def set_draft(self, typed: Any) -> None:
        """Show again what was half typed."""
        self.set_value(typed)

    def own_problem(self) -> Problem | None:
        """Return what hinders reading the field at all."""
        return None

    def take_key(self, event: QKeyEvent) -> bool:
        """Obey a key before the form does; say whether it was meant for the field."""
        del event
        return False

    def show_note(self, text: str) -> None:
        """Say something quiet beneath the editor; nothing brings the hint back."""
        self._note.setText(text or self._hint)
        self._note.setVisible(bool(text or self._hint))

    def show_problem(self, text: str | None) -> None:
        """Say beside the field what is wrong with it; None takes the sentence away."""
        self._problem.setText(text or "")
        self._problem.setVisible(bool(text))
        self._editor.setAccessibleDescription(text or self._hint)
        if self._editor.property("wrong") != bool(text):
            self._editor.setProperty("wrong", bool(text))
            self._editor.style().unpolish(self._editor)
            self._editor.style().polish(self._editor)

    def _spoken_name(self) -> str:
        if self.required:
            return _("{field}, required").format(field=self.label_text)
        return self.label_text

    def _on_edited(self) -> None:
        self.show_problem(None)
        self.edited.emit()
