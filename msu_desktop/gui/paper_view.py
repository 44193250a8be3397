"""A paper page by page: turned by keys or wheel, at any size."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.parts import make_label

STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
A4_SIDE = 595.0
"""Width in points by which the first page is fitted, before any page is drawn."""
MOST_KEPT = 6
POINTS_PER_INCH = 72

Shown = Callable[[QPixmap], None]
WantsPage = Callable[[int, float, Shown], None]
"""Is asked for a page (from 0) at so many dots to the point, and hands its picture over."""


class PaperView(QScrollArea):
    """Show one page of a paper; the keys and the wheel turn over at its end."""

    page_shown = Signal(int)
    """Another page is seen: its place, from 0."""

    def __init__(self, count: int, wants_page: WantsPage) -> None:
        super().__init__()
        self.setObjectName("paperView")
        self._count, self._wants_page = count, wants_page
        self.page = 0
        self._zoom: float | None = None  # None fits the width
        self._page_width = A4_SIDE
        self._drawn: dict[tuple[int, int], QPixmap] = {}
        self._sheet = make_label("", "paperSheet")
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._sheet)
        self.setWidgetResizable(False)

    def show_page(self, index: int, *, at_end: bool = False) -> None:
        """Turn to a page (from 0)."""
        self.page = max(0, min(index, self._count - 1))
        self._ask()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if at_end else 0)
        self.page_shown.emit(self.page)

    @property
    def is_drawn(self) -> bool:
        """Say whether the page that should be seen is seen."""
        return (self.page, self._key()) in self._drawn

    @Slot()
    def forward(self) -> None:
        """Turn to the next page."""
        if self.page + 1 < self._count:
            self.show_page(self.page + 1)

    @Slot()
    def back(self) -> None:
        """Turn to the page before."""
        if self.page:
            self.show_page(self.page - 1)

    @Slot()
    def zoom_in(self) -> None:
        """Show the page larger."""
        now = self._zoomed() + 0.01
        self._zoom = next((step for step in STEPS if step > now), STEPS[-1])
        self._ask()

    @Slot()
    def zoom_out(self) -> None:
        """Show the page smaller."""
        now = self._zoomed() - 0.01
        self._zoom = next((step for step in reversed(STEPS) if step < now), STEPS[0])
        self._ask()

    @Slot()
    def fit_width(self) -> None:
        """Show the page as wide as there is room."""
        self._zoom = None
        self._ask()

    def _scale(self) -> float:
        """Return how many pixels a point of paper takes."""
        if self._zoom is not None:
            return self._zoom * self.logicalDpiX() / POINTS_PER_INCH
        room = self.viewport().width() - 2 * theme.measure("gap_5")
        return max(0.3, min(room / self._page_width, 2.5))

    def _zoomed(self) -> float:
        """Return how much larger than on paper the page is seen."""
        return self._scale() * POINTS_PER_INCH / self.logicalDpiX()

    def _key(self) -> int:
        return round(self._scale() * self.devicePixelRatioF() * 1000)

    def _ask(self) -> None:
        wanted = (self.page, self._key())
        if wanted in self._drawn:
            self._show(self._drawn[wanted])
        else:
            scale = self._scale() * self.devicePixelRatioF()
            self._wants_page(self.page, scale, partial(self._on_drawn, wanted))

    def _on_drawn(self, wanted: tuple[int, int], picture: QPixmap) -> None:
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        while len(self._drawn) >= MOST_KEPT:
            self._drawn.pop(next(iter(self._drawn)))
        self._drawn[wanted] = picture
        self._page_width = picture.width() * 1000 / wanted[1]
        if wanted[0] == self.page and self._zoom is None and wanted[1] != self._key():
            self._ask()  # a sheet on its side: fit it by its own width
        elif wanted == (self.page, self._key()):
            self._show(picture)

    def _show(self, picture: QPixmap) -> None:
        self._sheet.setPixmap(picture)
        self._sheet.resize(picture.deviceIndependentSize().toSize())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the page again."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll within the page, and turn over at its end."""
        key, bar = event.key(), self.verticalScrollBar()
        down = key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down)
        up = key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace, Qt.Key.Key_Up)
        if down and bar.value() >= bar.maximum():
            self.forward()
        elif up and bar.value() <= bar.minimum() and self.page:
            self.show_page(self.page - 1, at_end=True)
        elif key == Qt.Key.Key_Home:
            self.show_page(0)
        elif key == Qt.Key.Key_End:
            self.show_page(self._count - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll, and turn over at the end; with Ctrl change the size."""
        step, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if step > 0 else self.zoom_out)()
        elif step < 0 and bar.value() >= bar.maximum():
            self.forward()
        elif step > 0 and bar.value() <= bar.minimum() and self.page:
            self.show_page(self.page - 1, at_end=True)
        else:
            super().wheelEvent(event)
