"""A list and the card of its current record, side by side."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.keeping import Settings

KEEPING_MILLISECONDS = 500
CARD_WIDTH = 400


class ListAndCard(QSplitter):
    """Divide the room between a list and a card, and remember how."""

    def __init__(self, pane: QWidget, card: QWidget, *, settings: Settings, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._key = settings, f"lists/{name}/card"
        self.addWidget(pane)
        self.addWidget(card)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        pane.setMinimumWidth(round(280 * theme.scale()))
        card.setMinimumWidth(round(260 * theme.scale()))
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        width = int(settings.get(self._key) or CARD_WIDTH * theme.scale())
        self.setSizes([2 * width, width])
        self._keeping = QTimer(self, singleShot=True, interval=KEEPING_MILLISECONDS)
        self._keeping.timeout.connect(self._keep)
        self.splitterMoved.connect(self._keeping.start)

    def _keep(self) -> None:
        self._settings.put(self._key, self.sizes()[1])
