"""The form of a party: a new one, or one to be corrected."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.desks.directory.acts.parties import (
    AddParty,
    CorrectParty,
    add_party,
    correct_party,
)
from msu_desktop.desks.directory.model import NAME_LIMIT, PERSON_LIMIT, SHORT_LIMIT
from msu_desktop.desks.directory.page.party_words import kind_choices
from msu_desktop.desks.directory.queries.parties import PartyRow, SimilarAsked, similar_parties
from msu_desktop.gui.widgets.fields import ChoiceField, DateField, TextField
from msu_desktop.gui.widgets.form import Form, Section
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.parties import SenderKind

LOOKING_MILLISECONDS = 400


class PartyForm(QWidget):
    """Enter a party or correct it; while the name is typed, say which entries look like it."""

    saved = Signal(str)
    """The party is in the directory: its id."""
    left = Signal()
    """The user gave the form up."""

    def __init__(self, bench: Workbench, row: PartyRow | None = None, name: str = "") -> None:
        super().__init__()
        self._bench, self._row = bench, row
        key = f"party:{row.id}" if row else "party:new"
        self.form = Form(_rows(bench), drafts=bench.drafts, draft_key=key)
        title = _("Correct the party") if row else _("New party")
        pane = FormPane(title, self.form, save_text=_("Save"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        self.form.fill(_values(row) if row else {"name": name})
        self.form.restore_draft()
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self._on_cancelled)
        self._looking = QTimer(self, singleShot=True, interval=LOOKING_MILLISECONDS)
        self._looking.timeout.connect(self.look_for_similar)
        self.form.field("name").edited.connect(self._looking.start)

    def start(self, field: str = "name") -> None:
        """Put the cursor where typing begins."""
        self.form.field(field).setFocus()

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

    @Slot()
    def _on_save(self) -> None:
        saved = self.form.submit(self._save)
        if saved is not None:
            self._bench.messages.tell(_("The party is saved."))
            self.saved.emit(saved)

    def _save(self, typed: dict[str, Any]) -> str | None:
        values = {**typed, "sender_kind": SenderKind(typed["sender_kind"])}
        if self._row is None:
            return self._bench.perform(add_party, AddParty(**values))
        command = CorrectParty(**values, party_id=self._row.id, version=self._row.version)
        return self._bench.perform(correct_party, command)

    @Slot()
    def _on_cancelled(self) -> None:
        question = _("What was typed is not saved yet. Give it up?")
        if self.form.has_unsaved() and not self._bench.messages.confirm(
            question, _("Give it up"), danger=True
        ):
            return
        self.form.forget_draft()
        self.left.emit()


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
