"""The bar at the top: search, language, size of text, theme, help."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.application import Application
from msu_desktop.gui.search_box import SearchBox
from msu_desktop.gui.widgets.buttons import make_tool_button
from msu_desktop.gui.widgets.parts import paint_ground
from msu_desktop.language import catalogue
from msu_desktop.language.catalogue import _

NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}
"""The languages by their own names, the same in every language."""


class TopBar(QWidget):
    """Hold the search box and what changes the window itself."""

    help_requested = Signal()
    """The user wants help for the open page."""
    keys_requested = Signal()
    """The user wants to see all keys."""

    def __init__(self, search: SearchBox, application: Application) -> None:
        super().__init__()
        paint_ground(self, "topBar")
        self._application = application
        search.setMaximumWidth(round(640 * theme.scale()))
        row = QHBoxLayout(self)
        side, gap = theme.measure("gap_4"), theme.measure("gap_2")
        row.setContentsMargins(side, gap, theme.measure("gap_3"), gap)
        row.setSpacing(theme.measure("gap_1"))
        row.addWidget(search, 1)
        row.addStretch(1)
        row.addWidget(self._language_button())
        row.addWidget(self._size_button())
        dark = theme.theme() == "dark"
        row.addWidget(
            make_tool_button(
                "sun" if dark else "moon",
                _("Light colours") if dark else _("Dark colours"),
                self._on_theme,
            )
        )
        row.addWidget(make_tool_button("keyboard", _("All keys"), self.keys_requested.emit))
        row.addWidget(make_tool_button("help", _("Help (F1)"), self.help_requested.emit))

    def _language_button(self) -> QToolButton:
        button = make_tool_button("globe", _("Language of the program"))
        button.setObjectName("language")
        button.setText(catalogue.language().upper())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for language, name in NAMES.items():
            action = menu.addAction(name, partial(self._application.set_language, language))
            action.setCheckable(True)
            action.setChecked(language == catalogue.language())
            group.addAction(action)
        return self._with_menu(button, menu)

    def _size_button(self) -> QToolButton:
        button = make_tool_button("text-size", _("Size of text"))
        button.setObjectName("textSize")
        menu = QMenu(button)
        group = QActionGroup(menu)
        for scale in theme.SCALES:
            action = menu.addAction(f"{scale:.0%}", partial(self._on_scale, scale))
            action.setCheckable(True)
            action.setChecked(scale == theme.scale())
            group.addAction(action)
        return self._with_menu(button, menu)

    def _with_menu(self, button: QToolButton, menu: QMenu) -> QToolButton:
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _on_scale(self, scale: float) -> None:
        self._application.set_theme(theme.theme(), scale)

    @Slot()
    def _on_theme(self) -> None:
        self._application.set_theme("light" if theme.theme() == "dark" else "dark")
