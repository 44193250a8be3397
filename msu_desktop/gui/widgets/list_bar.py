"""The line above a list: how many there are, and the views the user keeps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_tool_button, set_icon
from msu_desktop.gui.widgets.parts import make_label, paint_ground
from msu_desktop.language.catalogue import _

State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Views:
    """Ways to look at a list that the user keeps by name."""

    listed: Callable[[], Sequence[tuple[str, State]]]
    keep: Callable[[str, State], None]
    forget: Callable[[str], None]


class ListBar(QWidget):
    """Say “12 / 735”, clear the filters, offer the kept views."""

    cleared = Signal()
    """The user wants the whole list."""
    view_chosen = Signal(object)
    """A kept view was chosen: its state."""
    view_kept = Signal(str)
    """The user wants to keep what they see under this name."""

    def __init__(self, views: Views | None) -> None:
        super().__init__()
        paint_ground(self, "listBar")
        self._views = views
        self._count = make_label("", "listCount")
        self._clear = QToolButton()
        self._clear.setObjectName("clearFilters")
        self._clear.setText(_("Clear filters"))
        self._clear.setProperty("link", True)
        self._clear.clicked.connect(self.cleared)
        self._clear.hide()
        row = QHBoxLayout(self)
        gap = theme.measure("gap_1")
        row.setContentsMargins(theme.measure("gap_4"), gap, theme.measure("gap_2"), gap)
        self.setMinimumHeight(theme.measure("row"))
        row.addWidget(self._count)
        row.addWidget(self._clear)
        row.addStretch(1)
        if views is not None:
            self._menu = QMenu(self)
            self._menu.aboutToShow.connect(self._fill_menu)
            button = make_tool_button("star", _("Saved views"))
            button.setText(_("Saved views"))
            set_icon(button, "star", gap=theme.measure("gap_1"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(self._menu)
            row.addWidget(button)

    def show_count(self, shown: int, of: int, *, narrowed: bool) -> None:
        """Say how many of how many are shown."""
        text = f"{_grouped(shown)} / {_grouped(of)}" if narrowed else _grouped(of)
        self._count.setText(text)
        self._count.setAccessibleName(_("Shown: {count}").format(count=text))
        self._clear.setVisible(narrowed)

    def keep_view(self, name: str, state: State) -> None:
        """Keep what is seen under a name."""
        if self._views is not None:
            self._views.keep(name, state)

    @Slot()
    def _fill_menu(self) -> None:
        menu = self._menu
        menu.clear()
        kept = self._views.listed() if self._views is not None else ()
        for name, state in kept:
            menu.addAction(name, partial(self.view_chosen.emit, state))
        if kept:
            menu.addSeparator()
        menu.addAction(_("Keep this view…"), self._ask_name)
        if kept and self._views is not None:
            forget = menu.addMenu(_("Forget a view"))
            for name, _state in kept:
                forget.addAction(name, partial(self._views.forget, name))

    @Slot()
    def _ask_name(self) -> None:
        name, accepted = QInputDialog.getText(self, _("Keep this view"), _("Name of the view"))
        if accepted and name.strip():
            self.view_kept.emit(name.strip())


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")
