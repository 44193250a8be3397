"""A whole year on one sheet: twelve months, each day in the colour of its kind."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from msu_desktop.desks.directory.page.day_words import DayLook, spoken_day
from msu_desktop.gui import theme
from msu_desktop.gui.application import FAMILY
from msu_desktop.language.catalogue import language, ngettext
from msu_desktop.language.dates import month_name

COLUMNS, ROWS = 4, 3
LINES = 7
"""Lines of a month: the names of the days, then up to six weeks."""
WEEKDAYS = {
    "ky": ["Дш", "Шш", "Шр", "Бш", "Жм", "Иш", "Жк"],
    "ru": ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
    "en": ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
}
WEEKDAY_SHARE = 0.85
"""The names of the days are this much smaller, so that they do not touch."""
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class YearGrid(QWidget):
    """Show a year; arrows walk over its days, Enter opens one."""

    day_chosen = Signal(object)
    """Another day is current."""
    day_opened = Signal(object)
    """A day is to be changed."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._today = self.day = today
        self._looks: Mapping[date, DayLook] = {}
        self._working_days: tuple[int, ...] = (0,) * 12
        self._places: dict[date, QRectF] = {}

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in which all days are easily read."""
        return QSize(round(680 * theme.scale()), round(560 * theme.scale()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in which all days can still be read."""
        return QSize(round(480 * theme.scale()), round(420 * theme.scale()))

    def show_year(
        self, year: int, looks: Mapping[date, DayLook], working_days: tuple[int, ...]
    ) -> None:
        """Show the days of a year that are not ordinary, and the working days of each month."""
        self._looks, self._working_days = looks, working_days
        if self.day.year != year:
            self.choose(self._today if self._today.year == year else date(year, 1, 1))
        self.update()

    def choose(self, day: date) -> None:
        """Make a day current."""
        self.day = day
        self.setAccessibleName(spoken_day(day, self._looks.get(day)))
        self.day_chosen.emit(day)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk over the days, stay in the year; Enter and F2 open the day."""
        key = Qt.Key(event.key())
        if key in STEPS:
            day = self.day + timedelta(days=STEPS[key])
            if day.year == self.day.year:
                self.choose(day)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.day_opened.emit(self.day)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            month, last = (1, 1) if key == Qt.Key.Key_Home else (12, 31)
            self.choose(date(self.day.year, month, last))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Make the day under the mouse current."""
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the day under the mouse."""
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.day_opened.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say what the day under the mouse is."""
        day = self.day_at(event.position().toPoint())
        look = self._looks.get(day) if day else None
        QToolTip.showText(
            event.globalPosition().toPoint(), spoken_day(day, look) if day and look else "", self
        )

    def day_at(self, point: QPoint) -> date | None:
        """Return the day that is drawn there, or None."""
        return next((day for day, place in self._places.items() if place.contains(point)), None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the cursor is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the twelve months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.colours().surface))
        self._places = {}
        gap = theme.measure("gap_4")
        width = (self.width() - gap * (COLUMNS + 1)) / COLUMNS
        height = (self.height() - gap * (ROWS + 1)) / ROWS
        for month in range(1, 13):
            row, column = divmod(month - 1, COLUMNS)
            corner = (gap + column * (width + gap), gap + row * (height + gap))
            self._paint_month(painter, month, QRectF(*corner, width, height))
        painter.end()

    def _paint_month(self, painter: QPainter, month: int, room: QRectF) -> None:
        ink, spoken = theme.colours(), language()
        name = month_name(month, spoken)
        line = 1.2 * painter.fontMetrics().height()
        title = QRectF(room.x(), room.y(), room.width(), line)
        painter.setFont(_font("body", bold=True))
        painter.setPen(QColor(ink.text))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, name[:1].upper() + name[1:])
        painter.setFont(_font("small"))
        painter.setPen(QColor(ink.text_soft))
        count = ngettext("{n} working day", "{n} working days", self._working_days[month - 1])
        painter.drawText(title.translated(0, line), Qt.AlignmentFlag.AlignLeft, count)
        width = room.width() / 7
        height = (room.height() - 2 * line) / LINES
        top = room.y() + 2 * line
        painter.setPen(QColor(ink.text_faint))
        painter.setFont(_font("small", share=WEEKDAY_SHARE))
        for place, short in enumerate(WEEKDAYS[spoken]):
            cell = QRectF(room.x() + place * width, top, width, height)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, short)
        self._paint_days(painter, month, QRectF(room.x(), top + height, width, height))

    def _paint_days(self, painter: QPainter, month: int, cell: QRectF) -> None:
        day = date(self.day.year, month, 1)
        line = 0
        while day.month == month and day.year == self.day.year:
            place = cell.translated(day.weekday() * cell.width(), line * cell.height())
            self._places[day] = place
            self._paint_day(painter, day, place)
            if day.weekday() == 6:
                line += 1
            if day == date.max:
                break
            day += timedelta(days=1)

    def _paint_day(self, painter: QPainter, day: date, place: QRectF) -> None:
        ink, look = theme.colours(), self._looks.get(day)
        box = place.adjusted(1, 1, -1, -1)
        text = ink.text_faint if day.weekday() >= 5 else ink.text
        if look is not None:
            text = getattr(ink, look.tone)
            self._paint_ground(painter, box, look)
        if day == self.day:
            colour = ink.focus if self.hasFocus() else ink.line_strong
            painter.setPen(QPen(QColor(colour), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(_font("small", bold=look is not None or day == self._today))
        painter.setPen(QColor(ink.accent if day == self._today and look is None else text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _paint_ground(self, painter: QPainter, box: QRectF, look: DayLook) -> None:
        ink = theme.colours()
        soft = QColor(getattr(ink, f"{look.tone}_soft"))
        pen = Qt.PenStyle.DashLine if look.is_estimated else Qt.PenStyle.NoPen
        painter.setPen(QPen(QColor(getattr(ink, look.tone)), 1, pen))
        painter.setBrush(soft)
        painter.drawRoundedRect(box, 4, 4)


def _font(size: str, *, bold: bool = False, share: float = 1.0) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(theme.points(size) * share)
    font.setBold(bold)
    return font
