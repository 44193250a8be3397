"""A field for one of a few known things."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox

from msu_desktop.gui.widgets.fields.field import Field


class ChoiceField(Field):
    """Take one of a few; typing the first letters chooses.

    With ``title_of`` a value that is offered no more is kept when it is set, and named by it.
    """

    title_of: Callable[[Any], str] | None = None

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[Any, str]],
        *,
        required: bool = False,
        hint: str = "",
        empty: str | None = None,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._empty = empty
        self._box = QComboBox()
        self._box.setMinimumContentsLength(8)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.activated.connect(self._on_activated)
        self.set_choices(choices)
        self.place(self._box)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other things; the chosen one stays when it is still offered."""
        before = self._box.currentData(Qt.ItemDataRole.UserRole)
        self._box.clear()
        if self._empty is not None:
            self._box.addItem(self._empty, None)
        for value, label in choices:
            self._box.addItem(label, value)
        self._box.setCurrentIndex(max(self._box.findData(before), 0 if self._box.count() else -1))

    def value(self) -> Any:
        """Return the chosen value; None for the empty choice."""
        return self._box.currentData(Qt.ItemDataRole.UserRole)

    def set_value(self, value: Any) -> None:
        """Choose a value; one that nobody can name chooses the first."""
        if value is not None and self.title_of and self._box.findData(value) < 0:
            self._box.addItem(self.title_of(value), value)
        found = self._box.findData(value) if value is not None else 0
        self._box.setCurrentIndex(max(found, 0) if self._box.count() else -1)

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self._on_edited()
