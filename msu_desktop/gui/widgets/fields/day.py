"""A field for a day, typed in a hurry or chosen from a calendar."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from msu_desktop.gui import theme
from msu_desktop.gui.icons import icon
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.language import catalogue
from msu_desktop.language.catalogue import _
from msu_desktop.language.dates import long_date, short_date, weekday
from msu_desktop.language.typed_dates import FIRST_YEAR, LAST_YEAR, parse_date
from msu_desktop.office.errors import Problem, RuleBroken

RELATIVE = re.compile(r"([+-])\s*(\d{1,4})")
WORDS = {
    "кечээ": -1, "бүгүн": 0, "бугун": 0, "эртең": 1, "эртен": 1,
    "вчера": -1, "сегодня": 0, "завтра": 1,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
CALENDAR = QSize(360, 290)
LOCALES = {"ky": "ky_KG", "ru": "ru_RU", "en": "en_GB"}


def read_day(text: str, today: date) -> date:
    """Read a day as typed: a date in any form, ``+3`` from today, or «бүгүн».

    Raises RuleBroken when it is none.
    """
    plain = text.strip().casefold()
    if plain in WORDS:
        return today + timedelta(days=WORDS[plain])
    if relative := RELATIVE.fullmatch(plain):
        return today + timedelta(days=int(relative[1] + relative[2]))
    return parse_date(text, today)


class DateField(Field):
    """Take a day; beneath stands how it is written in papers."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        today: Callable[[], date],
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._today = today
        self._line = QLineEdit()
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_finished)
        self._calendar: QCalendarWidget | None = None
        action = self._line.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(_("Choose in the calendar (Alt+↓)"))
        action.triggered.connect(self.show_calendar)
        self.place(self._line)
        down = QShortcut(QKeySequence("Alt+Down"), self._line, self.show_calendar)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def value(self) -> date | None:
        """Return the day; None when empty or not understood."""
        try:
            return read_day(self._line.text(), self._today()) if self._line.text().strip() else None
        except RuleBroken:
            return None

    def set_value(self, value: date | None) -> None:
        """Show a day."""
        self._line.setText(short_date(value) if value else "")
        self._explain()

    def draft(self) -> str:
        """Return what is typed."""
        return self._line.text()

    def set_draft(self, typed: str) -> None:
        """Show again what was half typed."""
        self._line.setText(typed)
        self._explain()

    def own_problem(self) -> Problem | None:
        """Return why the text is not a day."""
        if not self._line.text().strip():
            return None
        try:
            read_day(self._line.text(), self._today())
        except RuleBroken as broken:
            first = broken.problem
            return Problem(first.sentence, first.facts, self.name)
        return None

    @Slot()
    def show_calendar(self) -> None:
        """Open the calendar beneath the field."""
        calendar = self._calendar or self._make_calendar()
        shown = self.value() or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))
        calendar.show()
        calendar.setFocus()

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setLocale(QLocale(LOCALES[catalogue.language()]))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(theme.colours().danger))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)
        calendar.resize(CALENDAR * theme.scale())
        calendar.activated.connect(self._on_chosen)
        calendar.clicked.connect(self._on_chosen)
        self._calendar = calendar
        return calendar

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.set_value(date(day.year(), day.month(), day.day()))
        self._line.setFocus()
        self._on_edited()

    @Slot()
    def _on_typed(self) -> None:
        self._explain()
        self._on_edited()

    @Slot()
    def _on_finished(self) -> None:
        if day := self.value():
            self.set_value(day)

    def _explain(self) -> None:
        day, language = self.value(), catalogue.language()
        self.show_note(f"{long_date(day, language)}, {weekday(day, language)}" if day else "")
