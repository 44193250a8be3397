"""Two entries of the same party become one: which goes on, and what moves."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from msu_desktop.desks.directory.acts.parties import MergeParties, merge_parties
from msu_desktop.desks.directory.page.party_words import kind_words, letters_words, party_card
from msu_desktop.desks.directory.page.shown_field import ShownField
from msu_desktop.desks.directory.queries.parties import (
    PartiesAsked,
    PartyAsked,
    PartyRow,
    SimilarAsked,
    parties,
    party,
    similar_parties,
)
from msu_desktop.gui.widgets.card_sheet import CardSheet
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.lookup import Choice, LookupField
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.widgets.parts import paint_ground
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _

CountLetters = Callable[[Sequence[str]], Mapping[str, int]]


class PartyMerge(QWidget):
    """Choose the other entry and the one that goes on; say what will move before it moves."""

    saved = Signal(str)
    """The two are one now: the id of the one that goes on."""
    left = Signal()
    """The user gave it up."""

    def __init__(self, bench: Workbench, row: PartyRow, letters: CountLetters) -> None:
        super().__init__()
        self._bench, self._row, self._letters = bench, row, letters
        self._other: PartyRow | None = None
        self._lookup = LookupField(
            "other",
            _("The other entry of the same party"),
            self._fetch,
            title_of=self._name_of,
            required=True,
            hint=_("Type the first letters; entries spelt alike are offered first"),
        )
        self._goes_on = ChoiceField("goes_on", _("The entry that goes on"), [])
        self._shown = ShownField("moves", _("What will happen"), kind="pairValue")
        self.form = Form([[self._lookup], [self._goes_on], [self._shown]])
        title = _("Make one entry of two")
        self.pane = FormPane(title, self.form, save_text=_("Make one of them"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self._connect()
        self._show_moves()

    def _connect(self) -> None:
        self._lookup.edited.connect(self._on_other)
        self._goes_on.edited.connect(self._show_moves)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self.left)

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self._lookup.setFocus()

    def choose(self, party_id: str) -> None:
        """Take an entry as the other one."""
        self._lookup.set_value(party_id)
        self._on_other()

    def _fetch(self, text: str) -> list[Choice]:
        if text:
            found = self._bench.ask(parties, PartiesAsked(text=text, most=12))
        else:
            found = self._bench.ask(similar_parties, SimilarAsked(name=self._row.name, most=8))
        others = [one for one in found if one.id != self._row.id]
        return [Choice(one.id, one.name, kind_words(one.sender_kind)) for one in others]

    def _name_of(self, party_id: str) -> str:
        found = self._bench.ask(party, PartyAsked(party_id=party_id))
        return found.name if found else ""

    @Slot()
    def _on_other(self) -> None:
        chosen = self._lookup.value()
        self._other = self._bench.ask(party, PartyAsked(party_id=chosen)) if chosen else None
        both = [self._row, *([self._other] if self._other else [])]
        self._goes_on.set_choices([(one.id, one.name) for one in both])
        if self._other is not None:
            counted = self._letters([one.id for one in both])
            self._goes_on.set_value(max(both, key=lambda one: counted[one.id]).id)
        self._show_moves()

    @Slot()
    def _show_moves(self) -> None:
        if self._other is None:
            self._shown.show_text(_("Choose the other entry first."))
            self._shown.show_widget(None)
            return
        goes_on, ends = self._sides()
        counted = self._letters([goes_on.id, ends.id])
        said = _(
            "{letters} of «{ends}» will stand under «{goes_on}». «{ends}» is offered no more; "
            "its history stays."
        )
        self._shown.show_text(
            said.format(
                letters=letters_words(counted[ends.id]), ends=ends.name, goes_on=goes_on.name
            )
        )
        self._shown.show_widget(_beside_each_other(goes_on, ends, counted))

    def _sides(self) -> tuple[PartyRow, PartyRow]:
        """Return the entry that goes on and the one that ends."""
        if self._other is None or self._goes_on.value() == self._row.id:
            return self._row, self._other or self._row
        return self._other, self._row

    @Slot()
    def _on_save(self) -> None:
        saved = self.form.submit(self._save)
        if saved is not None:
            self._bench.messages.tell(_("The two entries are one now."))
            self.saved.emit(saved)

    def _save(self, _values: dict[str, Any]) -> str | None:
        goes_on, ends = self._sides()
        question = _("Make «{ends}» one with «{goes_on}»? This cannot be taken apart again.")
        asked = question.format(ends=ends.name, goes_on=goes_on.name)
        if not self._bench.messages.confirm(asked, _("Make one of them"), danger=True):
            return None
        command = MergeParties(party_id=goes_on.id, duplicate_id=ends.id)
        return self._bench.perform(merge_parties, command)


def _beside_each_other(goes_on: PartyRow, ends: PartyRow, counted: Mapping[str, int]) -> QWidget:
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    for one in (goes_on, ends):
        sheet = CardSheet()
        paint_ground(sheet, "cardSheet")
        content = party_card(one, counted[one.id], (), ())
        sheet.add_head(content)
        for block in content.blocks:
            sheet.add_block(block)
        row.addWidget(sheet, 1)
    return ground
