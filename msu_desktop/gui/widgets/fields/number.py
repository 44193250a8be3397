"""A field for whole numbers."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.office.errors import Problem, sentence

NOT_A_NUMBER = sentence("not_a_whole_number", "“{text}” is not a whole number: type digits only.")
NUMBER_OUTSIDE = sentence("number_outside", "The number must be between {least} and {most}.")
MOST = 999_999_999


class NumberField(Field):
    """Take a whole number, or nothing."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        least: int = 0,
        most: int = MOST,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._least, self._most = least, most
        self._line = QLineEdit()
        self._line.textEdited.connect(self._on_typed)
        self.place(self._line)

    def value(self) -> int | None:
        """Return the number; None when empty or not a number."""
        return None if self.own_problem() or not self._text() else int(self._text())

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self._line.setText("" if value is None else str(value))

    def draft(self) -> str:
        """Return what is typed."""
        return self._line.text()

    def set_draft(self, typed: str) -> None:
        """Show again what was half typed."""
        self._line.setText(typed)

    def own_problem(self) -> Problem | None:
        """Return a problem when something else than a number in its bounds is typed."""
        text = self._text()
        if not text:
            return None
        try:
            number = int(text)
        except ValueError:
            return Problem(NOT_A_NUMBER, {"text": text}, self.name)
        if not self._least <= number <= self._most:
            facts = {"least": self._least, "most": self._most}
            return Problem(NUMBER_OUTSIDE, facts, self.name)
        return None

    def _text(self) -> str:
        return self._line.text().replace(" ", "").replace("\u00a0", "")

    @Slot()
    def _on_typed(self) -> None:
        self._on_edited()
