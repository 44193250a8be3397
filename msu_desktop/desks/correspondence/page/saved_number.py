"""The number a letter has just got, large enough to be copied onto the paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from msu_desktop.desks.correspondence.acts.registering import Registered
from msu_desktop.gui import theme
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import _
from msu_desktop.language.dates import short_date


class SavedNumber(QWidget):
    """Show the last number calmly beside the title of the form, until the next one."""

    def __init__(self) -> None:
        super().__init__()
        self._words = make_label("", "pageSubtitle")
        self._number = make_label("", "tileFigure")
        self._number.setProperty("tone", "success")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.measure("gap_3"))
        row.addWidget(self._words)
        row.addWidget(self._number)
        self.hide()

    @property
    def text(self) -> str:
        """Return the number that is shown."""
        return self._number.text()

    def show_number(self, done: Registered) -> None:
        """Show number, day and term of what was just registered."""
        said = _("Registered on {day}:").format(day=short_date(done.registered_on))
        if done.due_on is not None:
            due = _("term until {day}").format(day=short_date(done.due_on))
            said = f"{said}\n{due}"
        self._words.setText(said)
        self._number.setText(f"№ {done.number}")
        self._number.setAccessibleName(f"{said} № {done.number}")
        self.show()
