"""The rail at the left: the desks with their words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from msu_desktop.gui import theme
from msu_desktop.gui.icons import picture
from msu_desktop.gui.page import PageSpec, desk_keys
from msu_desktop.gui.widgets.buttons import set_icon
from msu_desktop.gui.widgets.parts import make_label, paint_ground
from msu_desktop.language.catalogue import _

WIDTH = 196


class Rail(QWidget):
    """Let the user go from desk to desk; narrow windows keep only the icons."""

    chosen = Signal(str)
    """A desk was chosen: the key of its page."""

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        paint_ground(self, "rail")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._name = make_label("MSU Desktop", "railName")
        self._layout = QVBoxLayout(self)
        side = theme.measure("gap_2")
        self._layout.setContentsMargins(side, theme.measure("gap_3"), side, side)
        self._layout.setSpacing(theme.measure("gap_1") // 2)
        self._layout.addLayout(self._head())
        self._layout.addSpacing(theme.measure("gap_2"))
        for number, spec in enumerate(specs, start=1):
            self._layout.addWidget(self._desk(spec, number))
        self._layout.addStretch(1)
        self.set_narrow(narrow=False)

    def _head(self) -> QHBoxLayout:
        side = theme.measure("icon") + 10
        sign = QLabel()
        sign.setPixmap(picture("msu", side=side))
        row = QHBoxLayout()
        row.setContentsMargins(theme.measure("gap_2") + 2, 0, 0, 0)
        row.setSpacing(theme.measure("gap_1"))
        row.addWidget(sign)
        row.addWidget(self._name, 1)
        return row

    def _desk(self, spec: PageSpec, number: int) -> QToolButton:
        keys = desk_keys(spec, number)
        button = self._button(_(spec.title), spec.icon, keys)
        button.setCheckable(True)
        button.setProperty("desk", spec.key)
        button.clicked.connect(partial(self.chosen.emit, spec.key))
        self._group.addButton(button)
        self._buttons[spec.key] = button
        return button

    def mark(self, key: str) -> None:
        """Show which desk is open."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Keep only the icons, or show the words as well."""
        style, side = Qt.ToolButtonStyle, theme.measure("icon") + 4
        for button in self._buttons.values():
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
            gap = 0 if narrow else theme.measure("gap_2")
            set_icon(button, button.property("icon-name"), "rail_soft", side, gap)
        self._name.setVisible(not narrow)
        if narrow:
            width = theme.measure("icon") + 6 * theme.measure("gap_2")
        else:
            words = max((one.sizeHint().width() for one in self._buttons.values()), default=0)
            width = max(round(WIDTH * theme.scale()), words + 2 * theme.measure("gap_2"))
        self.setFixedWidth(width)

    def _button(self, text: str, picture: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("railDesk")
        button.setText(text)
        button.setAccessibleName(text)
        button.setProperty("icon-name", picture)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(f"{text} ({keys})" if keys else text)
        return button
