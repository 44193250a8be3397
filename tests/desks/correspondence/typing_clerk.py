"""A clerk at the keyboard: every key is a real key event to whatever has the focus, and counted."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Clerk:
    """Types; ``keys`` counts what was pressed, a shortcut as one key."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.keys = 0

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def type(self, text: str) -> None:
        """Type letters one by one, Kyrgyz ones too."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NO_MODIFIER, letter))
            self.keys += 1

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press keys that are no letters."""
        for key in keys:
            QTest.keyClick(self.focus, key, CTRL if ctrl else NO_MODIFIER)
            self.keys += 1

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def tab(self) -> None:
        self.press(Qt.Key.Key_Tab)

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, ctrl=True)
