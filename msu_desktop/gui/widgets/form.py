"""A form: fields in rows, drafts that survive a power cut, problems beside the fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from msu_desktop.gui import theme
from msu_desktop.gui.keeping import Drafts
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.keys import add_keys
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import say
from msu_desktop.office.errors import Problem, RuleBroken, sentence

T = TypeVar("T")

MISSING = sentence("field_empty", "This must be filled in.")
DRAFT_MILLISECONDS = 2000
LEFT_BY_ENTER = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading between rows of a form."""

    title: str


Row = Sequence[Field] | Section


class Form(QWidget):
    """Hold fields: fill → draft → problems beside the fields → save once."""

    save_requested = Signal()
    """The user asked to save."""
    cancelled = Signal()
    """The user pressed Esc."""
    edited = Signal()
    """Some field was changed by the user."""
    reached = Signal(object)
    """A field got the keyboard: the field."""

    def __init__(
        self, rows: Sequence[Row], *, drafts: Drafts | None = None, draft_key: str = ""
    ) -> None:
        super().__init__()
        self._drafts, self._draft_key = drafts, draft_key
        self._fields: dict[str, Field] = {}
        self._unsaved = False
        self._build(rows)
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_MILLISECONDS)
        self._drafting.timeout.connect(self.keep_draft)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            add_keys(self, keys, self.save_requested.emit)
        add_keys(self, "Esc", self.cancelled.emit)

    def _build(self, rows: Sequence[Row]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.measure("gap_4"))
        for row in rows:
            if isinstance(row, Section):
                layout.addWidget(make_label(row.title, "sectionTitle"))
                continue
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.measure("gap_4"))
            for column, field in enumerate(row):
                grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
                grid.setColumnStretch(column, 1)
                self._add(field)
            layout.addLayout(grid)
        layout.addStretch(1)

    def _add(self, field: Field) -> None:
        self._fields[field.name] = field
        field.edited.connect(self._on_edited)
        field.editor.installEventFilter(self)

    def field(self, name: str) -> Field:
        """Return a field by its name."""
        return self._fields[name]

    def focused_field(self) -> Field | None:
        """Return the field that has the keyboard."""
        return next((one for one in self._fields.values() if one.editor.hasFocus()), None)

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show values; fields that are not named stay as they are."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].set_value(value)

    def values(self) -> dict[str, Any]:
        """Return what the fields hold."""
        return {name: field.value() for name, field in self._fields.items()}

    def clear(self) -> None:
        """Empty every field and forget the draft."""
        for field in self._fields.values():
            field.set_value(None)
            field.show_note("")
        self.show_problems(())
        self.forget_draft()

    def has_unsaved(self) -> bool:
        """Say whether something was typed since the form was filled or saved."""
        return self._unsaved

    def problems(self) -> list[Problem]:
        """Return what the fields themselves find wrong: half dates, empty required fields."""
        found = []
        for name, field in self._fields.items():
            own = field.own_problem()
            if own is None and field.required and field.value() in (None, ""):
                own = Problem(MISSING, {}, name)
            if own is not None:
                found.append(own)
        return found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say each problem beside its field and go to the first."""
        said: dict[str, list[str]] = {}
        for problem in problems:
            name = problem.field if problem.field in self._fields else next(iter(self._fields))
            said.setdefault(name or "", []).append(say(problem))
        for name, field in self._fields.items():
            field.show_problem("\n".join(said[name]) if name in said else None)
        first = next((name for name in self._fields if name in said), None)
        if first is not None:
            self._fields[first].editor.setFocus()

    def submit(self, save: Callable[[dict[str, Any]], T]) -> T | None:
        """Save the values once; None when a rule hinders it and its sentence is shown."""
        own = self.problems()
        self.show_problems(own)
        if own:
            return None
        try:
            result = save(self.values())
        except RuleBroken as broken:
            self.show_problems(broken.problems)
            return None
        if result is not None:
            self.forget_draft()
        return result

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is half typed, so that a power cut does not take it."""
        self._drafting.stop()
        if self._drafts is not None and self._unsaved:
            typed = {name: field.draft() for name, field in self._fields.items()}
            self._drafts.write(self._draft_key, typed)

    def restore_draft(self) -> bool:
        """Show what was half typed before; say whether there was anything."""
        typed = self._drafts.read(self._draft_key) if self._drafts is not None else None
        if not typed:
            return False
        for name, value in typed.items():
            if name in self._fields:
                self._fields[name].set_draft(value)
        self._unsaved = True
        return True

    def forget_draft(self) -> None:
        """Take the form as saved or given up."""
        self._drafting.stop()
        self._unsaved = False
        if self._drafts is not None:
            self._drafts.erase(self._draft_key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter go to the next field, unless the field itself has a use for it.

        Shift+Enter begins a new line in a text of several lines.
        """
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(self._fields[watched.objectName()])
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and isinstance(watched, LEFT_BY_ENTER)
        ):
            if not self._fields[watched.objectName()].take_key(event):
                self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_edited(self) -> None:
        self._unsaved = True
        self._drafting.start()
        self.edited.emit()
