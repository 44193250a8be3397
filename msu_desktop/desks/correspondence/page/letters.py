"""The pages of incoming and outgoing letters: find, read, register, answer, annul, print."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from msu_desktop.desks.correspondence.acts.registering import (
    AnnulDocument,
    MarkExecuted,
    annul_document,
    mark_executed,
)
from msu_desktop.desks.correspondence.model import Direction, State
from msu_desktop.desks.correspondence.page.answering import reply_values
from msu_desktop.desks.correspondence.page.letter_form import LetterForm
from msu_desktop.desks.correspondence.page.overview import Overview
from msu_desktop.desks.correspondence.page.print_form import PrintForm
from msu_desktop.desks.correspondence.page.small_forms import ExecutedForm, LinkForm, SmallForm
from msu_desktop.desks.correspondence.queries.cards import CardAsked, DocumentCard, document_card
from msu_desktop.gui.page import Page, PageSpec
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, say
from msu_desktop.office.errors import N_, RuleBroken
from msu_desktop.store.acting import Act, Command

TITLES = {
    Direction.INCOMING.value: N_("Incoming letters"),
    Direction.OUTGOING.value: N_("Outgoing letters"),
}


class LettersPage(Page):
    """One register: its list with the card, and the form that opens over them."""

    shows = frozenset({"document", "document_link", "party", "official", "case_file", "register"})

    def __init__(self, register: str, bench: Workbench) -> None:
        super().__init__(bench)
        self.help_topic = "correspondence"
        self.register = register
        self.overview = Overview(bench, register, _(TITLES[register]))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self.column(self._stack)
        self._connect()

    def _connect(self) -> None:
        view = self.overview
        view.new_requested.connect(self.register_new)
        view.print_requested.connect(self.print_journal)
        view.reply_requested.connect(self.reply)
        view.correct_requested.connect(self.correct)
        view.execute_requested.connect(self.execute)
        view.link_requested.connect(self.link)
        view.annul_requested.connect(self.annul)

    @property
    def form(self) -> QWidget | None:
        """Return the form that is open over the list, or None."""
        shown = self._stack.currentWidget()
        return None if shown is self.overview else shown

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the form where it was."""
        form = self.form
        within = form.focusWidget() if form is not None else None
        (within or self.overview.list.table).setFocus()

    def refresh(self, tables: frozenset[str]) -> None:
        """Read the list and the card anew; a form that is open stays as it is."""
        del tables
        self.overview.refresh()

    def open_record(self, table: str, record_id: str) -> None:
        """Show one letter, on the page of its own register."""
        del table
        asked = CardAsked(document_id=record_id, today=self.overview.today())
        card = self.bench.ask(document_card, asked)
        if card is None:
            return
        if card.document.register != self.register:
            self.bench.open_page(card.document.register, letter=record_id)
            return
        self._show_letter(card)

    def receive(self, wish: Mapping[str, Any]) -> None:
        """Do what another page asked for: a new letter, an answer, a letter, a narrowed list."""
        if wish.get("new"):
            self.register_new()
        elif "answer" in wish:
            self._answer(wish["answer"])
        elif "letter" in wish:
            self.open_record("document", wish["letter"])
        else:
            self._narrow(wish)

    def has_unsaved(self) -> bool:
        """Say whether a letter is half typed."""
        return isinstance(self.form, LetterForm) and self.form.form.has_unsaved()

    def state(self) -> dict[str, Any]:
        """Return year, filters and open form, for when the page is built anew."""
        form = self.form
        kept: dict[str, Any] = {
            "list": self.overview.list.state(),
            "period": self.overview.period,
        }
        if isinstance(form, LetterForm):
            form.form.keep_draft()
            kept["form"] = form.document_id or "new"
        return kept

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Take up what ``state`` returned."""
        self.overview.show_period(state["period"])
        self.overview.list.restore_state(state["list"])
        if state.get("form") == "new":
            self.register_new()
        elif state.get("form"):
            self.correct()

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        """Return the page's own keys."""
        own = (
            ("Ctrl+N", _("Register a letter")),
            ("F2", _("Correct the letter")),
            ("Ctrl+R", _("Reply")),
            ("Ctrl+E", _("Mark executed")),
            ("Ctrl+L", _("Link with another letter")),
            ("Ctrl+P", _("Print the journal")),
            ("Del", _("Annul")),
        )
        incoming = self.register == Direction.INCOMING.value
        return [one for one in own if incoming or one[0] not in ("Ctrl+R", "Ctrl+E")]

    @Slot()
    def register_new(self) -> None:
        """Open the form of a new letter, or go on with the one that is open."""
        if isinstance(self.form, LetterForm) and self.form.document_id is None:
            self.form.start()
            return
        self._show_letter_form(LetterForm(self.bench, self.register))

    @Slot()
    def reply(self) -> None:
        """Open the form of an outgoing letter that answers the current one."""
        card = self.overview.shown
        if card is not None and card.state != State.ANNULLED.value:
            self.bench.open_page(Direction.OUTGOING.value, answer=card.document.id)

    @Slot()
    def correct(self) -> None:
        """Open the form of the current letter; an annulled one stays as it is."""
        card = self.overview.shown
        if card is None:
            return
        if card.state == State.ANNULLED.value:
            self.bench.messages.tell(_("An annulled letter stays as it is: register it anew."))
            return
        self._show_letter_form(LetterForm(self.bench, self.register, card))

    @Slot()
    def execute(self) -> None:
        """Mark the current letter executed, or put it back to work."""
        card = self.overview.shown
        if card is None or card.state == State.ANNULLED.value:
            return
        if card.state != State.EXECUTED.value:
            self._show_small(ExecutedForm(self.bench, card))
            return
        question = _("Put № {number} back to work?").format(number=card.document.number_text)
        if self.bench.messages.confirm(question, _("Put back to work")):
            row = card.document
            command = MarkExecuted(document_id=row.id, on=None, version=row.version)
            self._perform(mark_executed, command)

    @Slot()
    def link(self) -> None:
        """Link the current letter with another one, or take a link away."""
        card = self.overview.shown
        if card is not None and card.state != State.ANNULLED.value:
            self._show_small(LinkForm(self.bench, card))

    @Slot()
    def annul(self) -> None:
        """Annul the current letter; the number stays, the reason is asked for."""
        card = self.overview.shown
        if card is None or card.state == State.ANNULLED.value:
            return
        row = card.document
        reason = self.bench.messages.ask_reason(
            _("Annul № {number}").format(number=row.number_text),
            _(
                "The letter stays in the journal, struck through with the reason. Its number is "
                "not given again, and this cannot be undone."
            ),
            _("Annul"),
        )
        if reason is not None:
            command = AnnulDocument(document_id=row.id, reason=reason, version=row.version)
            self._perform(annul_document, command)

    @Slot()
    def print_journal(self) -> None:
        """Ask what of the journal is printed, and show it."""
        title = _(TITLES[self.register])
        form = PrintForm(self.bench, self.register, title, self.overview.known_periods())
        form.left.connect(self.leave_form)
        self._show(form)
        form.start(self.overview.period)

    @Slot()
    def leave_form(self) -> None:
        """Go back to the list."""
        form = self.form
        if form is not None:
            self._stack.removeWidget(form)
            form.deleteLater()
        self.overview.refresh()
        self.overview.list.table.setFocus()

    def _answer(self, document_id: str) -> None:
        asked = CardAsked(document_id=document_id, today=self.overview.today())
        card = self.bench.ask(document_card, asked)
        if card is None:
            return
        if self.has_unsaved():
            self.bench.messages.tell(_("Finish or give up the letter that is open first."))
            return
        form = LetterForm(self.bench, self.register)
        self._show_letter_form(form, reply_values(card.document))

    def _show_letter_form(self, form: LetterForm, prefill: Mapping[str, Any] | None = None) -> None:
        form.saved.connect(self._on_saved)
        form.left.connect(self.leave_form)
        self._show(form)
        form.start(prefill)

    def _show_small(self, form: SmallForm) -> None:
        form.left.connect(self.leave_form)
        self._show(form)
        form.start()

    def _show(self, form: QWidget) -> None:
        before = self.form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _show_letter(self, card: DocumentCard) -> None:
        if self.form is not None and not self.has_unsaved():
            self.leave_form()
        period = self.overview.period
        if period is not None and period != card.document.period:
            self.overview.show_period(card.document.period)
        if not self.overview.list.select(card.document.id):
            self.overview.list.refresh()
            self.overview.list.select(card.document.id)

    def _narrow(self, wish: Mapping[str, Any]) -> None:
        """Show the letters of a state, or those registered today, of all years."""
        if self.form is not None and not self.has_unsaved():
            self.leave_form()
        filters = self.overview.list
        filters.filters.clear()
        self.overview.show_period(None)
        if "state" in wish:
            filters.set_filter("state", wish["state"])
        if wish.get("registered") == "today":
            today = self.overview.today()
            filters.set_filter("registered_on", (today, today))

    def _perform(self, act: Act[Any, Any], command: Command) -> None:
        try:
            self.bench.perform(act, command)
        except RuleBroken as broken:
            self.bench.messages.warn(say(broken))

    @Slot(str)
    def _on_saved(self, document_id: str) -> None:
        self.overview.list.refresh()
        self.overview.list.select(document_id)


INCOMING = PageSpec(
    Direction.INCOMING.value,
    TITLES[Direction.INCOMING.value],
    "inbox",
    partial(LettersPage, Direction.INCOMING.value),
    opens=frozenset({"document"}),
)
OUTGOING = PageSpec(
    Direction.OUTGOING.value,
    TITLES[Direction.OUTGOING.value],
    "outbox",
    partial(LettersPage, Direction.OUTGOING.value),
)
