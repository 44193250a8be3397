"""Invented letters and pages made of the window's own parts."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from msu_desktop.gui.models.paged import (
    ChoiceFilter,
    Column,
    DatesFilter,
    Portion,
    TextFilter,
)
from msu_desktop.gui.page import Page, PageSpec
from msu_desktop.gui.widgets.card import (
    Badge,
    Block,
    Card,
    CardContent,
    FileLine,
    HistoryLine,
    Pair,
)
from msu_desktop.gui.widgets.fields.check import CheckField
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.lookup import Choice, LookupField
from msu_desktop.gui.widgets.fields.number import NumberField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Form, Section
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_and_card import ListAndCard
from msu_desktop.gui.widgets.list_view import ListPane, Wish
from msu_desktop.gui.widgets.tile import Tile
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _

TODAY = date(2026, 4, 22)
SENDERS = (
    "Тоң райондук мамлекеттик администрациясы",
    "Финансы министрлиги",
    "Асанова Гүлмира Токтосуновна",
)


@dataclass(frozen=True, slots=True)
class LetterRow:
    id: str
    number: int
    day: date
    sender: str
    annulled: bool = False
    overdue: bool = False


ROWS = tuple(
    LetterRow(f"id-{n}", n, TODAY - timedelta(days=n), SENDERS[n % 3], n == 4, n in (2, 6))
    for n in range(1, 736)
)
COLUMNS = (
    Column(
        "number", "No.", lambda row: f"01-12/{row.number}", 90, sort="number", align="right",
        filter=TextFilter(of_numbers=True),
    ),
    Column(
        "day", "Date", lambda row: f"{row.day:%d.%m.%Y}", 110,
        sort="day", filter=DatesFilter(lambda: TODAY),
    ),
    Column("sender", "From whom", lambda row: row.sender, 220, sort="sender", filter=TextFilter()),
    Column(
        "state", "State", lambda row: _("annulled") if row.annulled else "", 120,
        filter=ChoiceFilter(lambda: [(True, _("annulled"))]),
    ),
)  # fmt: skip


def matches(row: LetterRow, wish: Wish) -> bool:
    wanted = wish.filters
    first, last = wanted.get("day", (None, None))
    return (
        wanted.get("sender", "").casefold() in row.sender.casefold()
        and ("state" not in wanted or row.annulled)
        and (first is None or first <= row.day)
        and (last is None or row.day <= last)
    )


def wanted_rows(wish: Wish) -> list[LetterRow]:
    rows = [row for row in ROWS if matches(row, wish)]
    sort = wish.sort or "number"
    return sorted(rows, key=lambda row: (getattr(row, sort), row.number), reverse=wish.descending)


def fetch(wish: Wish, after: object | None, limit: int) -> Portion:
    rows = wanted_rows(wish)
    start = int(str(after)) if after is not None else 0
    end = start + limit
    return Portion(rows[start:end], end if end < len(rows) else None)


def count(wish: Wish) -> tuple[int, int]:
    return len(wanted_rows(wish)), len(ROWS)


def make_list(**options: Any) -> ListPane:
    return ListPane(
        COLUMNS, fetch, count, name="letters", sort=("number", True),
        struck=lambda row: row.annulled, tone=lambda row: "danger" if row.overdue else "",
        empty_text=_("No letters yet."), **options,
    )  # fmt: skip


def card_of(row: LetterRow) -> CardContent:
    return CardContent(
        f"01-12/{row.number}",
        _("A letter about the work plan of the year and what hinders it"),
        [Badge(_("overdue"), "danger")],
        [
            Block(
                _("From whom"),
                [
                    Pair(_("Sender"), row.sender, ("party", "p1")),
                    Pair(_("The sender's number and date of the document"), "11-2/45"),
                ],
            )
        ],
        [HistoryLine("22.04.2026 10:14", "Асанова Г. Т.", _("Registered"), [("2", "3", "4")])],
        [FileLine("f1", "1.pdf", "320")],
    )


class LettersPage(Page):
    shows = frozenset({"document"})

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.refreshed: list[frozenset[str]] = []
        self.opened: list[str] = []
        header = Header(_("Incoming letters"), _("Year 2026"))
        header.add_button(_("New letter"), "plus", self.bench.changed.disconnect, primary=True)
        self.list = make_list(settings=bench.settings)
        self.card = Card()
        self.card.add_button(_("Annul"), "annul", bench.look_for_changes, danger=True)
        self.list.row_selected.connect(self._on_selected)
        self.card.link_clicked.connect(bench.open_record)
        self.column(header, ListAndCard(self.list, self.card, settings=bench.settings, name="x"))

    def refresh(self, tables: frozenset[str]) -> None:
        self.refreshed.append(tables)
        self.list.refresh()

    def open_record(self, table: str, record_id: str) -> None:
        self.opened.append(table)
        self.list.select(record_id)

    def state(self) -> dict[str, Any]:
        return self.list.state()

    def restore_state(self, state: Any) -> None:
        self.list.restore_state(state)

    def shortcuts(self) -> list[tuple[str, str]]:
        return [("Ctrl+R", _("Reply"))]

    def _on_selected(self, row: LetterRow | None) -> None:
        self.card.show_content(card_of(row)) if row else self.card.show_empty(_("Choose a letter"))


def offer(text: str) -> list[Choice]:
    found = [(n, name) for n, name in enumerate(SENDERS) if text.casefold() in name.casefold()]
    return [Choice(str(n), name, "1") for n, name in found]


def make_form(**options: Any) -> Form:
    return Form(
        [
            [
                LookupField(
                    "party", _("Sender"), offer, title_of=lambda one: SENDERS[int(one)],
                    required=True, new_text=_("New sender: {text}"),
                )
            ],
            [
                TextField("reference", _("Sender's number")),
                DateField("day", _("Date of the letter"), today=lambda: TODAY),
                NumberField("sheets", _("Sheets"), least=1, most=9999),
            ],
            [TextField("summary", _("Short content"), lines=3, limit=60, required=True)],
            Section(_("Execution")),
            [
                ChoiceField(
                    "power", _("Kind of power"), [("own", _("own")), ("state", _("delegated"))],
                    empty=_("not stated"),
                ),
                CheckField("money", _("Money came with the task")),
            ],
        ],
        **options,
    )  # fmt: skip


class FormPage(Page):
    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.form = make_form(drafts=bench.drafts, draft_key="letter")
        self.first = self.form.field("party").editor
        self.form.restore_draft()
        self.column(
            FormPane(
                _("New letter"), self.form, save_text=_("Register"),
                also=[(_("Register and begin a new one"), self.form.keep_draft)],
            )
        )  # fmt: skip

    def has_unsaved(self) -> bool:
        return self.form.has_unsaved()

    def state(self) -> dict[str, Any]:
        self.form.keep_draft()
        return {}


class TodayPage(Page):
    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.wish: dict[str, Any] = {}
        self.tile = Tile(_("Overdue"), "warning", "danger")
        self.tile.set_figure("2", _("since 2 days"))
        self.column(Header(_("Today")), self.tile)

    def receive(self, wish: Any) -> None:
        self.wish = dict(wish)


PAGES = (
    PageSpec("today", "Today", "today", TodayPage),
    PageSpec(
        "incoming", "Incoming letters", "inbox", LettersPage, opens=frozenset({"document", "party"})
    ),
    PageSpec("new", "New letter", "plus", FormPage),
)
