"""The form of a letter: a new one registered by keyboard, or one to be corrected."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.desks.correspondence.acts.registering import Registered
from msu_desktop.desks.correspondence.model import TERM_RULES, Direction, TermChoice
from msu_desktop.desks.correspondence.page.letter_fields import NEW_PARTY, letter_rows
from msu_desktop.desks.correspondence.page.letter_saving import save_letter, told
from msu_desktop.desks.correspondence.page.lookups import Lookups
from msu_desktop.desks.correspondence.page.saved_number import SavedNumber
from msu_desktop.desks.correspondence.queries.cards import DocumentCard
from msu_desktop.desks.correspondence.queries.registers import NextNumberAsked, next_number
from msu_desktop.desks.directory.queries.law import TermAsked, term
from msu_desktop.desks.directory.queries.parties import SimilarAsked, similar_parties
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.lookup import LookupField
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.widgets.form_pane import FormPane, is_given_up
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language, say
from msu_desktop.language.dates import long_date
from msu_desktop.language.lookalikes import LETTERS_REPAIRED, repair_letters
from msu_desktop.office.errors import Problem, RuleBroken

LOOKING_MILLISECONDS = 300
REPAIRED_FIELDS = ("summary", "resolution", "note", "name", "address")


class LetterForm(QWidget):
    """Enter a letter; say its number before and after, what its term is, who is spelt alike."""

    saved = Signal(str)
    """The letter is in the register: its id."""
    left = Signal()
    """The user goes back to the list."""

    def __init__(self, bench: Workbench, register: str, card: DocumentCard | None = None) -> None:
        super().__init__()
        self._bench, self._register, self._card = bench, register, card
        self.lookups = Lookups(bench)
        if card is not None:
            self.lookups.year = card.document.registered_on.year
        key = f"letter:{card.document.id}" if card else f"letter:{register}"
        rows = letter_rows(register, self.lookups, is_new=card is None)
        self.form = Form(rows, drafts=bench.drafts, draft_key=key)
        self.number = SavedNumber()
        self._build()
        self._connect()
        self.form.fill(self._of_card(card) if card else self._usual())
        if self.form.restore_draft():
            self._bench.messages.tell(_("What you typed last time is here again."))
        self._open_new_party(bool(self.field("name").value()))
        self._on_edited()

    @property
    def document_id(self) -> str | None:
        """Return the id of the letter that is corrected; None for a new one."""
        return self._card.document.id if self._card else None

    def field(self, name: str) -> Field:
        """Return a field of the form."""
        return self.form.field(name)

    def start(self, prefill: Mapping[str, Any] | None = None) -> None:
        """Put the cursor where typing begins; a reply brings values of what it answers."""
        if prefill:
            self.form.fill(prefill)
            self._on_edited()
        self.field("summary" if prefill else "party_id").editor.setFocus()

    def _build(self) -> None:
        incoming = self._register == Direction.INCOMING.value
        if self._card is not None:
            title = _("Correct № {number}").format(number=self._card.document.number_text)
            save = _("Save")
        else:
            title = _("New incoming letter") if incoming else _("New outgoing letter")
            save = _("Register")
        self.pane = FormPane(title, self.form, save_text=save)
        self.pane.header.add_widget(self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)

    def _connect(self) -> None:
        self._looking = QTimer(self, singleShot=True, interval=LOOKING_MILLISECONDS)
        self._looking.timeout.connect(self._on_edited)
        self.form.edited.connect(self._looking.start)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self._on_cancelled)
        cast("LookupField", self.field("party_id")).new_requested.connect(self._on_new_party)
        for name in ("party_id", "case_file_id", "replies_to"):
            if name in self.form.values():
                cast("LookupField", self.field(name)).chosen.connect(self._on_chosen)

    def _usual(self) -> dict[str, Any]:
        """Return what a new letter begins with: today, one sheet, what was chosen last time."""
        kept = self._bench.settings.get(f"letters/{self._register}/last") or {}
        return {
            "registered_on": self.lookups.today(),
            "sheets": 1,
            "executes": True,
            "case_file_id": self.lookups.case_file_named(kept.get("case_index", "")),
            "dispatch": kept.get("dispatch"),
        }

    def _of_card(self, card: DocumentCard) -> dict[str, Any]:
        row = card.document
        return {name: getattr(row, name, None) for name in self.form.values()} | {
            "term": card.term,
            "name": "",
            "address": "",
        }

    def _remember(self, values: Mapping[str, Any]) -> None:
        """Keep what usually repeats with the next letter."""
        index = self.lookups.case_file_index(values.get("case_file_id"))
        kept = {"case_index": index, "dispatch": values.get("dispatch")}
        self._bench.settings.put(f"letters/{self._register}/last", kept)

    @Slot()
    def _on_edited(self) -> None:
        """Follow what was typed: number, term, new correspondent."""
        day = self._registered_on()
        if self._card is None:
            self.lookups.year = day.year
            file_id = self.field("case_file_id").value()
            asked = NextNumberAsked(register=self._register, on=day, case_file_id=file_id)
            number = self._bench.ask(next_number, asked)
            self.pane.header.set_subtitle(_("Will be № {number}").format(number=number))
        if "term" in self.form.values():
            self._show_term(day)
        if self.is_new_party:
            self._show_similar()

    def _registered_on(self) -> date:
        if self._card is not None:
            return self._card.document.registered_on
        day: date | None = self.field("registered_on").value()
        return day or self.lookups.today()

    def _show_term(self, day: date) -> None:
        choice = TermChoice(self.field("term").value())
        due = self.field("due_on")
        due.setVisible(choice is TermChoice.BY_HAND)
        due.required = choice is TermChoice.BY_HAND
        code = TERM_RULES.get(choice)
        self.field("term").show_note(self._reckoned(code, day) if code else "")

    def _reckoned(self, code: str, day: date) -> str:
        try:
            found = self._bench.ask(term, TermAsked(code=code, start=day))
        except RuleBroken as broken:
            return say(broken)
        until = long_date(found.due, language())
        return f"{until}: {found.reasoning[language()]}"

    @property
    def is_new_party(self) -> bool:
        """Say whether a new correspondent is being entered with the letter."""
        return self.field("name").required

    def _open_new_party(self, is_open: bool) -> None:
        for name in NEW_PARTY:
            self.field(name).setVisible(is_open)
        self.field("name").required = is_open
        self.field("party_id").required = not is_open
        said = _("Entered as new below. Type here to choose another one.")
        self.field("party_id").show_note(said if is_open else "")

    @Slot(str)
    def _on_new_party(self, name: str) -> None:
        self.form.fill({"party_id": None, "name": name})
        self._open_new_party(True)
        self.field("sender_kind").editor.setFocus()
        self._show_similar()

    @Slot(object)
    def _on_chosen(self, _choice: object) -> None:
        if self.sender() is self.field("party_id"):
            self.form.fill({"name": "", "address": ""})
            self._open_new_party(False)
        self.form.focusNextChild()

    def _show_similar(self) -> None:
        name = str(self.field("name").value())
        found = self._bench.ask(similar_parties, SimilarAsked(name=name)) if name else []
        names = ", ".join(f"«{one.name}»" for one in found)
        said = _("In the directory already: {names}").format(names=names)
        self.field("name").show_note(said if names else "")

    @Slot()
    def _on_save(self) -> None:
        done = self.form.submit(self._save)
        if done is None:
            return
        self._tell_repaired()
        self.saved.emit(done.id if isinstance(done, Registered) else done)
        if isinstance(done, Registered):
            self.number.show_number(done)
            self._begin_next()
        else:
            self._bench.messages.tell(_("The letter is corrected."))
            self.left.emit()

    def _save(self, values: dict[str, Any]) -> Registered | str | None:
        self._repaired = _repaired(values)
        done = save_letter(
            self._bench, self._register, told(values, new_party=self.is_new_party), self._card
        )
        if isinstance(done, Registered):
            self._remember(values)
        return done

    def _tell_repaired(self) -> None:
        if self._repaired:
            facts = {"words": ", ".join(self._repaired)}
            self._bench.messages.tell(say(Problem(LETTERS_REPAIRED, facts)))

    def _begin_next(self) -> None:
        self.form.clear()
        self._open_new_party(False)
        self.form.fill(self._usual())
        self._on_edited()
        self.start()

    @Slot()
    def _on_cancelled(self) -> None:
        if is_given_up(self.form, self._bench.messages):
            self.left.emit()


def _repaired(values: Mapping[str, Any]) -> list[str]:
    """Return the words in which letters that only look alike are put right when it is saved."""
    texts = [str(values.get(name) or "") for name in REPAIRED_FIELDS]
    try:
        return [after for text in texts for _before, after in repair_letters(text).words]
    except RuleBroken:
        return []
