"""The chapter of the working calendar: a year, its days off, its working days."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from msu_desktop.desks.directory.acts.law import (
    OpenCalendarYear,
    SetCalendarDay,
    open_calendar_year,
    set_calendar_day,
)
from msu_desktop.desks.directory.model import (
    DAY_KIND_LABELS,
    DAY_STATUS_LABELS,
    NAME_LIMIT,
)
from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.day_words import FIELDS, TONES, day_card, looks
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.history import Wording, history_lines
from msu_desktop.desks.directory.page.layers import Layers
from msu_desktop.desks.directory.page.record_form import RecordForm
from msu_desktop.desks.directory.page.year_bar import YearBar
from msu_desktop.desks.directory.page.year_grid import YearGrid
from msu_desktop.desks.directory.queries.consequences import MovedTermsAsked, moved_terms
from msu_desktop.desks.directory.queries.law import (
    CalendarAsked,
    CalendarDateRow,
    CalendarYearRow,
    calendar_year,
)
from msu_desktop.desks.directory.queries.office import HistoryAsked, history
from msu_desktop.gui import theme
from msu_desktop.gui.widgets.badge import BadgeLabel
from msu_desktop.gui.widgets.card import Card
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.flow import FlowLayout
from msu_desktop.gui.widgets.form import Row
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.parts import make_ground
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language, ngettext
from msu_desktop.language.dates import long_date
from msu_desktop.office.calendar import DayKind, DayStatus
from msu_desktop.office.errors import N_, KnownTrouble

ORDINARY = "ordinary"
CARD_WIDTH = 264


class CalendarChapter(Chapter):
    """Keep the working calendar; terms that are still open move with it."""

    key = "calendar"
    title = N_("Calendar")
    icon = "calendar"
    shows = frozenset({"calendar_date", "calendar_year"})
    help_topic = "calendar"

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        self.years = YearBar(self.today().year)
        self.first = self.grid = YearGrid(self.today())
        self.card = Card()
        self.card.add_button(_("Change the day"), "edit", self.correct)
        self._rows: dict[date, CalendarDateRow] = {}
        self.layers = Layers(self._overview())
        self.fill_with(self.layers)
        self.years.chosen.connect(self.refresh)
        self.grid.day_chosen.connect(self._show_day)
        self.grid.day_opened.connect(self.correct)

    def _overview(self) -> QWidget:
        self.header = Header(_("Calendar"), " ")
        self.header.add_widget(self.years)
        self._open_year = self.header.add_button(
            _("Take the year in"), "plus", self.open_year, primary=True
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(_legend())
        ground = QWidget()
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.card.setFixedWidth(round(CARD_WIDTH * theme.scale()))
        sides = QHBoxLayout()
        sides.addWidget(left, 1)
        sides.addWidget(self.card)
        layout.addLayout(sides, 1)
        return ground

    @Slot()
    def refresh(self) -> None:
        """Read the year anew."""
        year = self.bench.ask(calendar_year, CalendarAsked(year=self.years.year))
        self._rows = {row.day: row for row in year.days}
        self.grid.show_year(year.year, looks(year.days), year.working_days_by_month)
        self.header.set_subtitle(_year_words(year))
        self._open_year.setVisible(not year.known)
        self._show_day(self.grid.day)

    def open_record(self, record_id: str) -> None:
        """Show the day of a record of the calendar."""
        found = next((one.day for one in self._rows.values() if one.id == record_id), None)
        if found is not None:
            self.grid.choose(found)

    def has_unsaved(self) -> bool:
        """Say whether a form is half typed."""
        return self.layers.has_unsaved()

    @Slot()
    def correct(self) -> None:
        """Open the form of the current day."""
        day = self.grid.day
        form = DayForm(self.bench, day, self._rows.get(day))
        form.saved.connect(self._on_saved)
        form.left.connect(self._leave)
        self.layers.cover(form)
        form.start("kind")

    @Slot()
    def open_year(self) -> None:
        """Take the year that is shown into the calendar."""
        opened = self.bench.perform(open_calendar_year, OpenCalendarYear(year=self.years.year))
        if opened is not None:
            self.bench.messages.tell(_("Saved."))
            self.refresh()

    @Slot(object)
    def _show_day(self, day: date) -> None:
        row = self._rows.get(day)
        lines = self.bench.ask(history, HistoryAsked(record_id=row.id)) if row else []
        said = history_lines(lines, Wording(FIELDS, values={"kind": _kind, "status": _status}))
        self.card.show_content(day_card(day, row, said))

    @Slot()
    def _leave(self) -> None:
        self.layers.uncover()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_saved(self) -> None:
        self._leave()
        self.refresh()


class DayForm(RecordForm):
    """Say what a day is; nothing makes it an ordinary one again."""

    def __init__(
        self,
        bench: Workbench,
        day: date,
        row: CalendarDateRow | None,
    ) -> None:
        save = partial(_save, bench, day, row)
        title = long_date(day, language())
        super().__init__(bench, title, _rows(), save, f"calendar_date:{day}")
        if row is None:
            self.show_values({"kind": ORDINARY, "status": DayStatus.VERIFIED.value})
        else:
            names = ("kind", "status", "name_ky", "name_ru", "name_en", "reason")
            self.show_values({name: getattr(row, name) for name in names})

    def words_when_saved(self, record_id: str) -> str:
        """Say how many terms moved by it."""
        moved = self._bench.ask(moved_terms, MovedTermsAsked(record_id=record_id))
        if not moved:
            return _("Saved. No term moved.")
        return ngettext(
            "Saved. {n} term moved; its card tells why.",
            "Saved. {n} terms moved; their cards tell why.",
            moved,
        )


def _rows() -> list[Row]:
    kinds = [(ORDINARY, _("an ordinary day"))]
    kinds += [(kind.value, _(DAY_KIND_LABELS[kind])) for kind in DayKind]
    statuses = [(status.value, _(DAY_STATUS_LABELS[status])) for status in DayStatus]
    return [
        [
            ChoiceField("kind", _("Kind of day"), kinds),
            ChoiceField("status", _("How well it is known"), statuses),
        ],
        [
            TextField("name_ky", _("Name in Kyrgyz"), limit=NAME_LIMIT),
            TextField("name_ru", _("Name in Russian"), limit=NAME_LIMIT),
            TextField("name_en", _("Name in English"), limit=NAME_LIMIT),
        ],
        [
            TextField(
                "reason",
                _("Reason"),
                limit=NAME_LIMIT,
                hint=_("For example the decision that moves the day off: its date and number"),
            )
        ],
    ]


def _save(
    bench: Workbench, day: date, row: CalendarDateRow | None, typed: dict[str, Any]
) -> str | None:
    kind = None if typed["kind"] == ORDINARY else DayKind(typed["kind"])
    values = {**typed, "kind": kind, "status": DayStatus(typed["status"])}
    try:
        record_id = bench.workplace.perform(set_calendar_day, SetCalendarDay(day=day, **values))
    except KnownTrouble as trouble:
        bench.messages.trouble(trouble)
        return None
    return record_id or (row.id if row else ORDINARY)


def _legend() -> QWidget:
    ground = make_ground("listBar")
    flow = FlowLayout(ground)
    for kind in DayKind:
        flow.addWidget(BadgeLabel(_(DAY_KIND_LABELS[kind]), TONES[kind]))
    flow.addWidget(BadgeLabel(_("dashed: expected date, may move"), "danger"))
    return ground


def _year_words(year: CalendarYearRow) -> str:
    if not year.known:
        return _("The calendar of this year is not taken in yet: terms over it may move.")
    days = sum(year.working_days_by_month)
    counted = ngettext("{n} working day", "{n} working days", days)
    estimated = sum(row.status == DayStatus.ESTIMATED for row in year.days)
    if estimated:
        moving = ngettext("{n} expected date, may move", "{n} expected dates, may move", estimated)
        return f"{counted} · {moving}"
    known = year.status in set(DayStatus)
    return f"{counted} · {_(DAY_STATUS_LABELS[DayStatus(year.status)])}" if known else counted


def _kind(value: str) -> str:
    return _(DAY_KIND_LABELS[DayKind(value)])


def _status(value: str) -> str:
    return _(DAY_STATUS_LABELS[DayStatus(value)])
