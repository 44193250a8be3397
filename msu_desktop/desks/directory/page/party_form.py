"""The form of a party: a new one, or one to be corrected."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Slot

from msu_desktop.desks.directory.acts.parties import (
    AddParty,
    CorrectParty,
    add_party,
    correct_party,
)
from msu_desktop.desks.directory.model import NAME_LIMIT, PERSON_LIMIT, SHORT_LIMIT
from msu_desktop.desks.directory.page.party_words import kind_choices
from msu_desktop.desks.directory.page.record_form import RecordForm
from msu_desktop.desks.directory.queries.parties import PartyRow, SimilarAsked, similar_parties
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Section
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.parties import SenderKind

LOOKING_MILLISECONDS = 400


class PartyForm(RecordForm):
    """Enter a party or correct it; while the name is typed, say which entries look like it."""

    def __init__(self, bench: Workbench, row: PartyRow | None = None, name: str = "") -> None:
        self._row = row
        title = _("Correct the party") if row else _("New party")
        key = f"party:{row.id}" if row else "party:new"
        super().__init__(bench, title, _rows(bench), self._save_party, key)
        self.show_values(_values(row) if row else {"name": name})
        self._looking = QTimer(self, singleShot=True, interval=LOOKING_MILLISECONDS)
        self._looking.timeout.connect(self.look_for_similar)
        self.form.field("name").edited.connect(self._looking.start)

    def start(self, field: str = "name") -> None:
        """Put the cursor where typing begins."""
        super().start(field)

    def propose_end(self, day: date) -> None:
        """Propose the last day on which the party is valid."""
        field = self.form.field("valid_to")
        if field.value() is None:
            field.set_value(day)

    @Slot()
    def look_for_similar(self) -> None:
        """Say beneath the name which entries are spelt nearly the same."""
        field = self.form.field("name")
        typed = str(field.value())
        found = self._bench.ask(similar_parties, SimilarAsked(name=typed)) if typed else []
        names = [f"«{one.name}»" for one in found if self._row is None or one.id != self._row.id]
        said = _("In the directory already: {names}").format(names=", ".join(names))
        field.show_note(said if names else "")

    def _save_party(self, typed: dict[str, Any]) -> str | None:
        values = {**typed, "sender_kind": SenderKind(typed["sender_kind"])}
        if self._row is None:
            return self._bench.perform(add_party, AddParty(**values))
        command = CorrectParty(**values, party_id=self._row.id, version=self._row.version)
        return self._bench.perform(correct_party, command)


def _rows(bench: Workbench) -> list[Any]:
    def today() -> date:
        return bench.workplace.now.date()

    return [
        [
            TextField(
                "name",
                _("Name in full"),
                required=True,
                limit=NAME_LIMIT,
                hint=_("As it stands on its letters, without abbreviations"),
            )
        ],
        [
            ChoiceField("sender_kind", _("Kind"), kind_choices(), required=True),
            TextField("short_name", _("Short name"), limit=NAME_LIMIT),
        ],
        [TextField("address", _("Address"), limit=NAME_LIMIT)],
        [
            TextField("phone", _("Telephone"), limit=SHORT_LIMIT),
            TextField("email", _("E-mail"), limit=PERSON_LIMIT),
        ],
        [TextField("note", _("Note"), lines=3)],
        Section(_("Validity")),
        [
            DateField("valid_from", _("Valid from"), today=today),
            DateField(
                "valid_to",
                _("Valid to"),
                today=today,
                hint=_("When the body was closed or renamed: it is no longer offered after"),
            ),
        ],
    ]


def _values(row: PartyRow) -> dict[str, Any]:
    names = (
        "sender_kind", "name", "short_name", "address", "phone", "email", "note", "valid_from", "valid_to",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names}
