"""A field for one of many records, found while typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from msu_desktop.gui.widgets.entry import Entry
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.popup_list import PopupList
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import Problem, sentence

NOT_CHOSEN = sentence(
    "not_chosen", "“{text}” is not in the list yet: choose from the list or add it as new."
)
TYPING_MILLISECONDS = 120


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that can be chosen: its id, its title, and what tells it from its namesakes."""

    id: str
    title: str
    detail: str = ""


class LookupField(Field):
    """Take a record by the first letters of any of its words."""

    chosen = Signal(object)
    """A record was chosen: its ``Choice``."""
    new_requested = Signal(str)
    """The user wants a new record of what was typed."""

    def __init__(  # noqa: PLR0913 - a field is described in one place, by name
        self,
        name: str,
        label: str,
        fetch: Callable[[str], Sequence[Choice]],
        *,
        title_of: Callable[[str], str],
        required: bool = False,
        hint: str = "",
        new_text: str = "",
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._fetch, self._title_of, self._new_text = fetch, title_of, new_text
        self._id: str | None = None
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("Type the first letters"))
        self._line.textEdited.connect(self._on_typed)
        self._line.installEventFilter(self)
        self._popup = PopupList(self._line)
        self._popup.activated.connect(self._on_activated)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.offer)
        self.place(self._line)

    def value(self) -> str | None:
        """Return the id of the chosen record."""
        return self._id

    def set_value(self, value: str | None) -> None:
        """Show a record by its id."""
        self._id = value
        self._line.setText(self._title_of(value) if value else "")
        self._line.setCursorPosition(0)

    def choose(self, choice: Choice) -> None:
        """Take a record, as if it had been chosen from the list."""
        self._id = choice.id
        self._line.setText(choice.title)
        self._line.setCursorPosition(0)
        self.show_note(choice.detail)
        self._on_edited()
        self.chosen.emit(choice)

    def draft(self) -> dict[str, Any]:
        """Return the chosen id and what is typed."""
        return {"id": self._id, "text": self._line.text()}

    def set_draft(self, typed: dict[str, Any]) -> None:
        """Show again what was half typed."""
        self._id = typed["id"]
        self._line.setText(typed["text"])

    def own_problem(self) -> Problem | None:
        """Return a problem when something is typed and nothing chosen."""
        text = self._line.text().strip()
        return Problem(NOT_CHOSEN, {"text": text}, self.name) if text and not self._id else None

    @Slot()
    def offer(self) -> None:
        """Show what matches what is typed; the last line makes a new record."""
        self._typing.stop()
        text = self._line.text().strip()
        entries = [Entry(one.title, one.detail, data=one) for one in self._fetch(text)]
        if self._new_text and text:
            entries.append(Entry(self._new_text.format(text=text), icon="plus"))
        self._popup.offer(entries)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Drive the list from the line: arrows, Enter, Esc."""
        if watched is self._line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._closes_list(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self.take_key(event):
                return True
        elif watched is self._line and event.type() == QEvent.Type.FocusOut:
            self._typing.stop()
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _closes_list(self, event: QKeyEvent) -> bool:
        """Say whether Esc is meant for the open list, not for the form around it."""
        return event.key() == Qt.Key.Key_Escape and self._popup.isVisible()

    def take_key(self, event: QKeyEvent) -> bool:
        """Obey a key meant for the list beneath the line; say whether it was."""
        if self._typing.isActive() and self._popup.is_choosing_key(event):
            self.offer()  # what was typed a moment ago counts
        if not self._popup.isVisible() and self._popup.is_moving_key(event):
            self.offer()
            return True
        return self._popup.isVisible() and self._popup.take_key(event)

    @Slot()
    def _on_typed(self) -> None:
        self._id = None
        self.show_note("")
        self._typing.start()
        self._on_edited()

    @Slot(object)
    def _on_activated(self, entry: Entry) -> None:
        if isinstance(entry.data, Choice):
            self.choose(entry.data)
        else:
            self.new_requested.emit(self._line.text().strip())
