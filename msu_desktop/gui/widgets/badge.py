"""A small coloured word that says the state of a record."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class BadgeLabel(QLabel):
    """Show a state in its tone: danger, warning, success, accent or none."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("badge", True)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
