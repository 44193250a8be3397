"""A field for yes or no."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from msu_desktop.gui.widgets.fields.field import Field


class CheckField(Field):
    """Take yes or no; the words stand beside the box."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint)
        self._box = QCheckBox(label)
        self._box.toggled.connect(self._on_edited)
        self.place(self._box)
        self._label.setText(" ")  # keeps the box in line with the editors beside it

    def value(self) -> bool:
        """Say whether the box is ticked."""
        return self._box.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick the box or not."""
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))
