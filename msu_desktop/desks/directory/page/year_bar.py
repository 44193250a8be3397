"""A year to be looked at, with the one before and the one after a press away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from msu_desktop.desks.directory.model import YEARS
from msu_desktop.gui.widgets.buttons import make_tool_button
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import _


class YearBar(QWidget):
    """Walk from year to year."""

    chosen = Signal()
    """Another year is shown."""

    def __init__(self, year: int) -> None:
        super().__init__()
        self.year = year
        self._label = make_label(str(year), "cardTitle")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(make_tool_button("chevron-left", _("The year before"), self._before))
        row.addWidget(self._label)
        row.addWidget(make_tool_button("chevron-right", _("The year after"), self._after))

    def show_year(self, year: int) -> None:
        """Show a year, if calendars and lists of files can be of it."""
        if year != self.year and year in YEARS:
            self.year = year
            self._label.setText(str(year))
            self.chosen.emit()

    def _before(self) -> None:
        self.show_year(self.year - 1)

    def _after(self) -> None:
        self.show_year(self.year + 1)
