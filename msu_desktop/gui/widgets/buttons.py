"""Buttons as this program has them: a word, an icon, a kind."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from msu_desktop.gui import theme
from msu_desktop.gui.icons import icon as load_icon


def make_button(
    text: str,
    icon: str = "",
    slot: Callable[[], object] | None = None,
    *,
    primary: bool = False,
    danger: bool = False,
) -> QPushButton:
    """Return a button; ``primary`` is the one thing to do here, ``danger`` cannot be undone."""
    button = QPushButton(text)
    button.setAutoDefault(True)  # Enter presses the button that has the keyboard, as Space does
    kind = "primary" if primary else "danger" if danger else "plain"
    button.setProperty("kind", kind)
    ink = {"primary": "on_accent", "danger": "danger", "plain": "text_soft"}[kind]
    if icon:
        set_icon(button, icon, ink, gap=theme.measure("gap_1"))
    if slot is not None:
        button.clicked.connect(_without_argument(slot))
    return button


def set_icon(
    button: QAbstractButton, icon: str, ink: str = "text_soft", side: int = 0, gap: int = 0
) -> None:
    """Put an icon on a button; ``gap`` keeps its word at a distance."""
    side = side or theme.measure("icon")
    button.setIcon(load_icon(icon, ink, side, gap))
    button.setIconSize(QSize(side + gap, side))


def make_tool_button(icon: str, name: str, slot: Callable[[], object] | None = None) -> QToolButton:
    """Return a small button with an icon only; its name is its tip and accessible name."""
    button = QToolButton()
    set_icon(button, icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    if slot is not None:
        button.clicked.connect(_without_argument(slot))
    return button


def _without_argument(slot: Callable[[], object]) -> Callable[[], None]:
    def clicked() -> None:
        slot()

    return clicked
