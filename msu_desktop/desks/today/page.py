"""The page Бүгүн: tiles that open what they count, and the papers that cannot wait."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from msu_desktop.desks.correspondence.model import State, state_of
from msu_desktop.desks.correspondence.queries.listing import DocumentRow
from msu_desktop.desks.today.queries import Day, DayAsked, day
from msu_desktop.gui import theme
from msu_desktop.gui.models.paged import Column, Portion
from msu_desktop.gui.page import Page
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_view import ListPane, Wish
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.gui.widgets.tile import Tile
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language, ngettext, words
from msu_desktop.language.dates import long_date, short_date, weekday
from msu_desktop.office.calendar import CalendarDay
from msu_desktop.office.errors import N_

LOOK_AT_THE_CLOCK = 60_000
"""Milliseconds after which the page looks whether a new day has begun."""
BACKUP_IS_OLD = 3
"""Days after which a backup copy is called old."""

LastBackup = Callable[[], datetime | None]
"""Tells when the last backup copy was made."""


class TodayPage(Page):
    """What waits today, and where to begin."""

    shows = frozenset({"document", "calendar_date", "calendar_year", "legal_rule", "party"})

    def __init__(self, last_backup: LastBackup, bench: Workbench) -> None:
        super().__init__(bench)
        self._last_backup = last_backup
        self._day: Day | None = None
        self._header = Header("")
        self._header.add_button(
            _("Register incoming"), "inbox", partial(self._new, "incoming"), primary=True
        )
        self._header.add_button(_("Register outgoing"), "outbox", partial(self._new, "outgoing"))
        self._tiles = self._make_tiles()
        self._notes = QVBoxLayout()
        self._list = ListPane(
            COLUMNS,
            self._fetch,
            self._count,
            name="urgent",
            settings=bench.settings,
            tone=self._tone,
            empty_text=_("Nothing is overdue and nothing is due in the next days."),
        )
        self._list.bar.hide()
        self._list.row_opened.connect(self._on_opened)
        self.column(self._header, self._above(), self._below())
        self._watch = QTimer(self, interval=LOOK_AT_THE_CLOCK)
        self._watch.timeout.connect(self._on_minute)
        self._watch.start()

    @property
    def today(self) -> date:
        """Return the date on this PC's clock."""
        return self.bench.workplace.now.date()

    def refresh(self, tables: frozenset[str]) -> None:
        """Ask anew what the day brings."""
        del tables
        self._day = self.bench.ask(day, DayAsked(today=self.today))
        tongue = language()
        self._header.set_title(long_date(self.today, tongue))
        self._header.set_subtitle(self._about_the_day(self._day))
        self._show_figures(self._day)
        self._show_notes(self._day)
        self._list.refresh()

    def _make_tiles(self) -> dict[str, Tile]:
        tiles = {
            "overdue": Tile(_("overdue"), "warning", "danger"),
            "due_today": Tile(_("due today"), "today", "warning"),
            "due_soon": Tile(_("due in three days"), "calendar", ""),
            "unanswered": Tile(_("came in and not done yet"), "inbox", ""),
            "registered_today": Tile(_("registered today"), "check", "success"),
            "backup": Tile(_("last backup copy"), "backup", ""),
        }
        for state in (State.OVERDUE, State.DUE_TODAY, State.DUE_SOON):
            tiles[state.value].clicked.connect(partial(self._open_list, state=state.value))
        tiles["unanswered"].clicked.connect(partial(self._open_list, state="open"))
        tiles["registered_today"].clicked.connect(partial(self._open_list, registered="today"))
        tiles["backup"].clicked.connect(partial(self.bench.open_page, "backups"))
        return tiles

    def _above(self) -> QWidget:
        above = QWidget()
        column = QVBoxLayout(above)
        pad = theme.measure("gap_4")
        column.setContentsMargins(pad, pad, pad, 0)
        column.setSpacing(theme.measure("gap_3"))
        grid = QGridLayout()
        grid.setSpacing(theme.measure("gap_3"))
        for place, tile in enumerate(self._tiles.values()):
            grid.addWidget(tile, 0, place)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addLayout(self._notes)
        column.addSpacing(theme.measure("gap_2"))
        column.addWidget(make_label(_("What cannot wait"), "sectionTitle"))
        return above

    def _below(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        pad = theme.measure("gap_4")
        column.setContentsMargins(pad, theme.measure("gap_2"), pad, pad)
        column.addWidget(self._list)
        return below

    def _about_the_day(self, found: Day) -> str:
        name = weekday(self.today, language())
        if found.is_working:
            return name
        reason = _named(found.day_off) if found.day_off else _("day off")
        following = short_date(found.next_working_day)
        said = _("{weekday}, {reason}; the next working day is {day}")
        return said.format(weekday=name, reason=reason, day=following)

    def _show_figures(self, found: Day) -> None:
        for name in ("overdue", "due_today", "due_soon", "unanswered", "registered_today"):
            self._tiles[name].set_figure(str(getattr(found.waiting, name)))
        made = self._last_backup()
        if made is None:
            self._tiles["backup"].set_figure("–", _("none yet"))
            return
        local = made.astimezone(self.bench.workplace.now.tzinfo)
        days = (self.today - local.date()).days
        figure = f"{local:%H:%M}" if days == 0 else short_date(local.date())
        old = ngettext("{n} day ago", "{n} days ago", days) if days >= BACKUP_IS_OLD else ""
        self._tiles["backup"].set_figure(figure, old)

    def _show_notes(self, found: Day) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for text in self._notes_of(found):
            self._notes.addWidget(_note(text))

    def _notes_of(self, found: Day) -> list[str]:
        notes = [
            _(
                "{feast} is expected on {day}; the date may move. Confirm it in the calendar."
            ).format(feast=_named(feast), day=short_date(feast.day))
            for feast in found.may_move
        ]
        if found.year_missing is not None:
            said = _(
                "The calendar of {year} is not entered yet: terms that reach into it may move."
            )
            notes.append(said.format(year=found.year_missing))
        return notes

    def _fetch(self, wish: Wish, after: object | None, limit: int) -> Portion:
        del wish, after, limit
        return Portion(self._day.urgent if self._day else (), None)

    def _count(self, wish: Wish) -> tuple[int, int]:
        del wish
        count = len(self._day.urgent) if self._day else 0
        return count, count

    def _tone(self, row: DocumentRow) -> str:
        soon = date.max
        state = state_of(row.due_on, row.executed_on, row.annulled_on, self.today, soon)
        return {State.OVERDUE: "danger", State.DUE_TODAY: "warning"}.get(state, "")

    def _new(self, register: str) -> None:
        self.bench.open_page(register, new=True)

    def _open_list(self, **wish: str) -> None:
        self.bench.open_page("incoming", **wish)

    @Slot(object)
    def _on_opened(self, row: DocumentRow) -> None:
        self.bench.open_record("document", row.id)

    @Slot()
    def _on_minute(self) -> None:
        if self.isVisible():
            self.refresh(frozenset())


def _named(feast: CalendarDay) -> str:
    tongue = language()
    names = {"ky": feast.name_ky, "ru": feast.name_ru, "en": feast.name_en or feast.name_ru}
    return names[tongue] or feast.name_ky or words(tongue)("day off")


def _note(text: str) -> QLabel:
    label = make_label(text, "note", wraps=True)
    label.setProperty("tone", "warning")
    return label


def _term(row: DocumentRow) -> str:
    if row.due_on is None:
        return ""
    return short_date(row.due_on) + (" ≈" if row.due_provisional else "")


COLUMNS = (
    Column("due", N_("Term"), _term, 110),
    Column("number", N_("№"), lambda row: row.number_text, 100),
    Column("party", N_("Correspondent"), lambda row: row.party, 260),
    Column("summary", N_("Short content"), lambda row: row.summary, 420),
    Column("executor", N_("Executor"), lambda row: row.executor, 160),
)
