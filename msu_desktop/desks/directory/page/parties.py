"""The page of parties: whom the office writes with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.layers import Layers
from msu_desktop.desks.directory.page.party_form import PartyForm
from msu_desktop.desks.directory.page.party_merge import PartyMerge
from msu_desktop.desks.directory.page.party_words import kind_choices, kind_words, party_card
from msu_desktop.desks.directory.queries.office import HistoryAsked, history
from msu_desktop.desks.directory.queries.parties import PartyAsked, PartyRow, party
from msu_desktop.desks.directory.queries.party_list import (
    PartyListAsked,
    former_entries,
    party_count,
    party_page,
)
from msu_desktop.gui.models.paged import ChoiceFilter, Column, Portion, TextFilter
from msu_desktop.gui.page import Page, PageSpec
from msu_desktop.gui.widgets.card import Card
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_and_card import ListAndCard
from msu_desktop.gui.widgets.list_view import ListPane, Wish
from msu_desktop.gui.widgets.parts import stacked
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import N_
from msu_desktop.office.parties import SenderKind


@dataclass(frozen=True, slots=True)
class ListedParty:
    """A line of the list: the party and how many letters there are with it."""

    row: PartyRow
    letters: int

    @property
    def id(self) -> str:
        """Return the party's id."""
        return self.row.id


COLUMNS = (
    Column("name", N_("Name"), lambda one: one.row.name, 280, sort="name", filter=TextFilter()),
    Column(
        "sender_kind",
        N_("Kind"),
        lambda one: kind_words(one.row.sender_kind),
        180,
        filter=ChoiceFilter(kind_choices),
    ),
    Column("letters", N_("Letters"), lambda one: str(one.letters or ""), 100, align="right"),
    Column("address", N_("Address"), lambda one: one.row.address, 170),
)


class PartiesPage(Page):
    """Find a party, see its card, enter, correct, end it or make one of two entries."""

    shows = frozenset({"party", "document"})

    def __init__(self, doors: Doors, bench: Workbench) -> None:
        super().__init__(bench)
        self._doors = doors
        self._shown: PartyRow | None = None
        self.list = ListPane(
            COLUMNS,
            self._fetch,
            self._count,
            name="parties",
            settings=bench.settings,
            tone=lambda one: "faint" if one.row.valid_to else "",
            empty_text=_("No party yet: press Ctrl+N to enter the first one."),
            sort=("name", False),
        )
        self.card = Card()
        self._add_card_buttons()
        self.layers = Layers(self._overview())
        self.column(self.layers)
        self.list.row_selected.connect(self._on_selected)
        self.list.row_opened.connect(self._on_opened)
        self.list.new_requested.connect(self.enter_new)
        self.list.correct_requested.connect(self._on_opened)

    def _overview(self) -> QWidget:
        header = Header(_("Parties"), _("Whom the office writes with"))
        header.add_button(_("New party"), "plus", self.enter_new, primary=True, tip="Ctrl+N")
        sides = ListAndCard(self.list, self.card, settings=self.bench.settings, name="parties")
        return stacked(header, sides)

    def _add_card_buttons(self) -> None:
        self.card.add_button(_("Correct"), "edit", self.correct)
        self.card.add_button(_("Make one of two…"), "link", self.merge)
        self.card.add_button(_("No longer valid…"), "clock", self.end)

    def refresh(self, _tables: frozenset[str]) -> None:
        """Read the list and the card anew."""
        self.list.refresh()

    def open_record(self, _table: str, record_id: str) -> None:
        """Show one party, also one that was made one with another."""
        self._leave()
        found = self.bench.ask(party, PartyAsked(party_id=record_id))
        if found is not None:
            self.list.select(found.merged_into_id or found.id)

    def has_unsaved(self) -> bool:
        """Say whether a form is half typed."""
        return self.layers.has_unsaved()

    def state(self) -> dict[str, Any]:
        """Return what must survive a change of language."""
        if self.layers.form is not None:
            self.layers.form.keep_draft()
        return {"list": self.list.state()}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Take up what ``state`` returned."""
        self.list.restore_state(state.get("list", {}))

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        """Return the page's own keys."""
        return (
            ("Ctrl+N", _("New party")),
            ("F2", _("Correct the party")),
        )

    @Slot()
    def enter_new(self) -> None:
        """Open an empty form."""
        self._show_form(PartyForm(self.bench))

    @Slot()
    def correct(self) -> None:
        """Open the form of the party that is shown."""
        if self._shown is not None:
            self._show_form(PartyForm(self.bench, self._shown))

    @Slot()
    def end(self) -> None:
        """Open the form where the last day of validity is entered."""
        if self._shown is not None:
            form = PartyForm(self.bench, self._shown)
            form.propose_end(self.bench.workplace.now.date())
            self._show_form(form, "valid_to")

    @Slot()
    def merge(self) -> None:
        """Offer to make one of this party and another entry."""
        if self._shown is not None:
            self._show_form(PartyMerge(self.bench, self._shown, self._letters))

    def _show_form(self, form: PartyForm | PartyMerge, field: str = "") -> None:
        form.saved.connect(self._on_saved)
        form.left.connect(self._leave)
        self.layers.cover(form)
        start = partial(form.start, field) if field and isinstance(form, PartyForm) else form.start
        start()

    @Slot()
    def _leave(self) -> None:
        self.layers.uncover()
        self.list.table.setFocus()

    @Slot(str)
    def _on_saved(self, party_id: str) -> None:
        self._leave()
        self.list.refresh()
        self.list.select(party_id)

    def _letters(self, party_ids: Sequence[str]) -> Mapping[str, int]:
        return self._doors.letters(self.bench.workplace, party_ids)

    def _fetch(self, wish: Wish, after: object | None, limit: int) -> Portion:
        key = after if isinstance(after, tuple) else None
        found = self.bench.ask(party_page, _asked(wish, key, limit))
        counted = self._letters([row.id for row in found.rows])
        return Portion([ListedParty(row, counted[row.id]) for row in found.rows], found.next)

    def _count(self, wish: Wish) -> tuple[int, int]:
        return self.bench.ask(party_count, _asked(wish, None, 1))

    @Slot(object)
    def _on_selected(self, listed: ListedParty | None) -> None:
        if listed is None:
            self._shown = None
            self.card.show_empty(_("Choose a party"))
            return
        self._shown = listed.row
        asked = PartyAsked(party_id=listed.id)
        lines = self.bench.ask(history, HistoryAsked(record_id=listed.id))
        former = self.bench.ask(former_entries, asked)
        self.card.show_content(party_card(listed.row, listed.letters, lines, former))

    @Slot(object)
    def _on_opened(self, _listed: ListedParty) -> None:
        self.correct()


def _asked(wish: Wish, after: tuple[str, str] | None, limit: int) -> PartyListAsked:
    kind = wish.filters.get("sender_kind")
    return PartyListAsked(
        text=str(wish.filters.get("name") or ""),
        sender_kind=SenderKind(kind) if kind else None,
        descending=wish.descending,
        after=after,
        limit=limit,
    )


def parties_page(doors: Doors) -> PageSpec:
    """Return the page of parties; ``doors`` count the letters with each."""
    make = partial(PartiesPage, doors)
    return PageSpec("parties", N_("Parties"), "parties", make, opens=frozenset({"party"}))
