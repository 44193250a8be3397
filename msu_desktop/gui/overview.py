"""The keys of the window and of the open page, at a glance."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.parts import make_ground, make_label
from msu_desktop.language.catalogue import _

Keys = Sequence[tuple[str, str]]


def window_keys() -> Keys:
    """Return what holds everywhere."""
    return (
        ("Ctrl+1 … Ctrl+9", _("Open a desk")),
        ("Ctrl+K", _("Search everything")),
        ("F1", _("Help for this page")),
        ("F5", _("Read anew")),
        ("Ctrl+/", _("All keys")),
        ("Tab", _("Next field or part")),
    )


def list_keys() -> Keys:
    """Return what holds in every list."""
    return (
        ("↑ ↓ PgUp PgDn Home End", _("Move in the list")),
        ("Enter", _("Open the record")),
        ("Ctrl+N", _("New record")),
        ("F2", _("Correct the record")),
        ("Ctrl+F", _("Go to the filters; typing over the list does it too")),
        ("Ctrl+P", _("Print the list")),
    )


def form_keys() -> Keys:
    """Return what holds in every form."""
    return (
        ("Enter", _("Next field")),
        ("Shift+Enter", _("New line in a long text")),
        ("Ctrl+Enter", _("Save")),
        ("Esc", _("Leave the form; the program asks before anything is lost")),
        ("Alt+↓", _("Calendar in a date field")),
        ("+3  -1  22.4", _("Dates may be typed shortly")),
    )


class Overview(QDialog):
    """Show all keys in groups, each once: what a page says of a key stands for the general word."""

    def __init__(self, parent: QWidget, page_title: str, page_keys: Keys) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self._sheet = make_ground("keysSheet")
        self._grid = QGridLayout(self._sheet)
        self._grid.setHorizontalSpacing(theme.measure("gap_5"))
        self._grid.setVerticalSpacing(theme.measure("gap_1"))
        groups = (
            (page_title, page_keys),
            (_("Everywhere"), window_keys()),
            (_("In a list"), list_keys()),
            (_("In a form"), form_keys()),
        )
        said = {pressed for pressed, _does in page_keys}
        for title, keys in groups:
            once = [one for one in keys if keys is page_keys or one[0] not in said]
            self._add(title, once)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._sheet)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        close = make_button(_("Close"), "", self.accept, primary=True)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        hint = self._sheet.sizeHint()
        room = parent.size() * 0.9
        self.resize(
            min(hint.width() + 3 * theme.measure("gap_5"), room.width()),
            min(hint.height() + 3 * theme.measure("row"), room.height()),
        )

    def _add(self, title: str, keys: Keys) -> None:
        if not keys:
            return
        self._grid.addWidget(make_label(title, "sectionTitle"), self._grid.rowCount(), 0, 1, 2)
        for pressed, does in keys:
            row = self._grid.rowCount()
            native = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.NativeText)
            self._grid.addWidget(make_label(native or pressed, "keys"), row, 0)
            self._grid.addWidget(make_label(does), row, 1)
