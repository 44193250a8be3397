"""The column at the left of the first steps: where one is, what is done, what follows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.icons import icon, picture
from msu_desktop.gui.widgets.parts import make_label, paint_ground
from msu_desktop.language.catalogue import _

WIDTH = 250


class StepsRail(QWidget):
    """List the steps; one that was reached can be gone back to."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        paint_ground(self, "rail")
        self.setFixedWidth(round(WIDTH * theme.scale()))
        pad, gap = theme.measure("gap_3"), theme.measure("gap_5")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, gap, pad, gap)
        layout.setSpacing(theme.measure("gap_1"))
        side = 3 * theme.measure("icon")
        sign = QLabel()
        sign.setPixmap(picture("msu", side=side))
        layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignHCenter)
        name = make_label("MSU Desktop", "railName")
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(name)
        layout.addSpacing(gap)
        self._buttons: list[QToolButton] = []
        for at, title in enumerate(titles):
            button = _button(f"{at + 1}.  {title}")
            button.clicked.connect(partial(self._on_clicked, at))
            self._buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)
        kept = make_label(
            _("What is typed is kept, even if the power fails."), "railNote", wraps=True
        )
        kept.setStyleSheet(f"color: {theme.colours().rail_soft}; padding: {pad}px;")
        layout.addWidget(kept)
        self._reached = 0

    def show_step(self, at: int) -> None:
        """Mark the step that is asked now; later ones open when they are reached."""
        self._reached = max(self._reached, at)
        for place, button in enumerate(self._buttons):
            button.setChecked(place == at)
            button.setEnabled(place <= self._reached)
            button.setIcon(self._mark(place, at))

    def _mark(self, place: int, at: int) -> QIcon:
        if place == at:
            return icon("forward", "rail_text")
        if place <= self._reached:
            return icon("check", "rail_soft")
        blank = QPixmap(self._buttons[place].iconSize())  # keeps the room of a mark
        blank.fill(Qt.GlobalColor.transparent)
        return QIcon(blank)

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        self.chosen.emit(at)


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("railDesk")
    button.setText(text)
    button.setCheckable(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    side = theme.measure("icon")
    button.setIconSize(QSize(side, side))
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
