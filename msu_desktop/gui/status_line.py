"""The line at the foot of the window: whose office, who works, the last backup, what is going on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_tool_button
from msu_desktop.gui.widgets.parts import make_label, paint_ground
from msu_desktop.language import catalogue
from msu_desktop.language.catalogue import _


@dataclass(frozen=True, slots=True)
class Status:
    """What the foot of the window tells."""

    office: str = ""
    who: str = ""
    last_backup: datetime | None = None


ReadStatus = Callable[[], Status]


class StatusLine(QWidget):
    """Tell quietly where one is; show the progress of a long work and let it be stopped."""

    cancel_requested = Signal()
    """The user wants the long work to stop."""

    def __init__(self, read: ReadStatus) -> None:
        super().__init__()
        paint_ground(self, "statusLine")
        self._read = read
        self._office = make_label("", "statusOffice")
        self._who = make_label("", "statusWho")
        self._backup = make_label("", "statusBackup")
        self._work = make_label("", "statusWork")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = make_tool_button("close", _("Stop"), self.cancel_requested.emit)
        row = QHBoxLayout(self)
        gap = theme.measure("gap_1")
        row.setContentsMargins(theme.measure("gap_4"), gap, theme.measure("gap_3"), gap)
        row.setSpacing(theme.measure("gap_4"))
        row.addWidget(self._office)
        row.addWidget(self._who)
        row.addStretch(1)
        for part in (self._work, self._bar, self._stop, self._backup):
            row.addWidget(part)
        self.show_idle()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew what is told."""
        status = self._read()
        self._office.setText(status.office)
        self._who.setText(status.who)
        if status.last_backup is None:
            self._backup.setText(_("No backup yet"))
        else:
            when = catalogue.words(catalogue.language()).fact(status.last_backup)
            self._backup.setText(_("Backup: {when}").format(when=when))

    @Slot(str)
    def show_work(self, title: str) -> None:
        """Show that a long work began."""
        self._work.setText(title)
        self._bar.setRange(0, 0)
        self._show(working=True)

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """Show how much of it is done."""
        self._bar.setRange(0, max(of, 0))
        self._bar.setValue(done)

    @Slot()
    def show_idle(self) -> None:
        """Show that nothing goes on."""
        self._show(working=False)

    def _show(self, *, working: bool) -> None:
        for part in (self._work, self._bar, self._stop):
            part.setVisible(working)
