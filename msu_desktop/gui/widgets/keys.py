"""Keys that act only while their widget, or something in it, has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_keys(widget: QWidget, keys: str, slot: Callable[[], object]) -> QShortcut:
    """Let keys do something in the widget and in what it holds.

    Qt's constructor takes a context too, but PySide loses it when a slot is given.
    """
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(slot)
    return shortcut
