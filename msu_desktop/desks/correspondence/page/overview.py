"""The list of a register beside the card of its current letter, with what can be done there."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from msu_desktop.desks.correspondence.model import Direction, State, state_of
from msu_desktop.desks.correspondence.page.card import Names, letter_card
from msu_desktop.desks.correspondence.page.columns import (
    ROW_TONES,
    ColumnHelp,
    asked,
    columns_of,
    portion_asked,
)
from msu_desktop.desks.correspondence.page.kept_views import kept_views
from msu_desktop.desks.correspondence.page.lookups import Lookups
from msu_desktop.desks.correspondence.queries.cards import CardAsked, DocumentCard, document_card
from msu_desktop.desks.correspondence.queries.listing import (
    DocumentRow,
    document_count,
    documents,
)
from msu_desktop.desks.correspondence.queries.registers import RegisterAsked, periods
from msu_desktop.gui.models.paged import Portion
from msu_desktop.gui.widgets.card import Card
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.keys import add_keys
from msu_desktop.gui.widgets.list_and_card import ListAndCard
from msu_desktop.gui.widgets.list_view import ListPane, Wish
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _

ALL_YEARS = "*"


@dataclass(slots=True)
class CardButtons:
    """The buttons of the card; which of them fit depends on the letter's state."""

    reply: QPushButton | None
    correct: QPushButton
    execute: QPushButton | None
    link: QPushButton
    annul: QPushButton

    def fit(self, card: DocumentCard) -> None:
        """Show what can be done with this letter."""
        alive = card.state != State.ANNULLED.value
        for button in (self.reply, self.correct, self.execute, self.link, self.annul):
            if button is not None:
                button.setVisible(alive)
        executed = card.state == State.EXECUTED.value
        if self.execute is not None:
            self.execute.setText(_("Put back to work") if executed else _("Executed…"))


class Overview(QWidget):
    """Show the letters of a register and the card of the current one; tell what is wanted."""

    new_requested = Signal()
    """A letter is to be registered."""
    print_requested = Signal()
    """The journal is to be printed."""
    reply_requested = Signal()
    """The current letter is to be answered."""
    correct_requested = Signal()
    """The current letter is to be corrected."""
    execute_requested = Signal()
    """The current letter is executed, or put back to work."""
    link_requested = Signal()
    """The current letter is to be linked."""
    annul_requested = Signal()
    """The current letter is to be annulled."""

    def __init__(self, bench: Workbench, register: str, title: str) -> None:
        super().__init__()
        self._bench, self.register = bench, register
        self.lookups = Lookups(bench)
        self._soon = self.today()
        self.shown: DocumentCard | None = None
        self.list = self._make_list()
        self.card = Card()
        self.buttons = self._add_card_buttons()
        self.card.show_empty(_("Choose a letter"))
        self.years = QComboBox()
        self.years.setObjectName("years")
        self.years.setAccessibleName(_("Year"))
        self._fill_years(str(self.today().year))
        self._lay_out(title)
        self._connect()

    def today(self) -> date:
        """Return the date on this PC's clock."""
        return self._bench.workplace.now.date()

    def _make_list(self) -> ListPane:
        help_ = ColumnHelp(self.today, self.state_of, self.lookups.officials)
        return ListPane(
            columns_of(self.register, help_),
            self._fetch,
            self._count,
            name=self.register,
            settings=self._bench.settings,
            struck=lambda row: row.annulled_on is not None,
            tone=lambda row: ROW_TONES.get(self.state_of(row), ""),
            empty_text=_("No letter of this year yet: press Ctrl+N to register the first one."),
            sort=("number", True),
            views=kept_views(self._bench, self.register),
        )

    def _add_card_buttons(self) -> CardButtons:
        incoming, add = self.register == Direction.INCOMING.value, self._add_button
        return CardButtons(
            add(_("Reply"), "reply", self.reply_requested, "Ctrl+R") if incoming else None,
            add(_("Correct"), "edit", self.correct_requested, "F2"),
            add(_("Executed…"), "done", self.execute_requested, "Ctrl+E") if incoming else None,
            add(_("Link…"), "link", self.link_requested, "Ctrl+L"),
            add(_("Annul…"), "annul", self.annul_requested, "Del", danger=True),
        )

    def _add_button(
        self, text: str, picture: str, signal: SignalInstance, keys: str, *, danger: bool = False
    ) -> QPushButton:
        """Add a button to the card; its keys act wherever the keyboard is on this page."""
        button = self.card.add_button(text, picture, signal.emit, danger=danger)
        button.setToolTip(f"{text} ({keys})")
        if keys != "F2":  # the list has it
            add_keys(self, keys, signal.emit)
        return button

    def _lay_out(self, title: str) -> None:
        self.header = Header(title)
        self.header.add_widget(self.years)
        self.header.add_button(
            _("Print"), "print", self.print_requested.emit, tip=f"{_('Print')} (Ctrl+P)"
        )
        self.header.add_button(
            _("Register"),
            "plus",
            self.new_requested.emit,
            primary=True,
            tip=f"{_('Register')} (Ctrl+N)",
        )
        sides = ListAndCard(self.list, self.card, settings=self._bench.settings, name=self.register)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(sides, 1)

    def _connect(self) -> None:
        self.years.activated.connect(self._on_year)
        self.list.row_selected.connect(self._on_selected)
        self.list.row_opened.connect(self._on_opened)
        self.list.new_requested.connect(self.new_requested)
        self.list.print_requested.connect(self.print_requested)
        self.list.correct_requested.connect(self._on_opened)
        self.card.link_clicked.connect(self._bench.open_record)
        for part in (self.header, self.card):  # the list has these keys of its own
            for keys, signal in (
                ("Ctrl+N", self.new_requested),
                ("Ctrl+P", self.print_requested),
                ("F2", self.correct_requested),
            ):
                add_keys(part, keys, signal.emit)

    @property
    def period(self) -> str | None:
        """Return the year that is shown; None for all years."""
        chosen = str(self.years.currentData())
        return None if chosen == ALL_YEARS else chosen

    def show_period(self, period: str | None) -> None:
        """Show a year, or all."""
        self._fill_years(period or ALL_YEARS)
        self.list.refresh()

    def known_periods(self) -> list[str]:
        """Return the years with letters and the present one, the latest first."""
        found = self._bench.ask(periods, RegisterAsked(register=self.register))
        return sorted({*found, str(self.today().year)}, reverse=True)

    def refresh(self) -> None:
        """Read years, list and card anew."""
        self._fill_years(self.period or ALL_YEARS)
        self.list.refresh()
        self.show_card(self.list.current_id())

    def show_card(self, document_id: str | None) -> None:
        """Show the card of a letter, or that none is chosen."""
        if document_id is None:
            self.shown = None
            self.card.show_empty(_("Choose a letter"))
            return
        question = CardAsked(document_id=document_id, today=self.today())
        self.shown = self._bench.ask(document_card, question)
        if self.shown is not None:
            self.buttons.fit(self.shown)
            year = self.shown.document.registered_on.year
            names = Names(
                self.lookups.party_name,
                self.lookups.official_name,
                partial(self.lookups.file_index, year),
            )
            self.card.show_content(letter_card(self.shown, names))

    def state_of(self, row: DocumentRow) -> State:
        """Return what a letter of the list is waiting for."""
        return state_of(row.due_on, row.executed_on, row.annulled_on, self.today(), self._soon)

    def _fill_years(self, chosen: str) -> None:
        self.years.clear()
        for period in self.known_periods():
            self.years.addItem(period, period)
        self.years.addItem(_("All years"), ALL_YEARS)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))

    def _fetch(self, wish: Wish, after: Any, limit: int) -> Portion:
        whole = asked(self.register, self.today(), self.period, wish)
        page = self._bench.ask(documents, portion_asked(whole, after, limit))
        self._soon = page.soon
        return Portion(page.rows, page.next)

    def _count(self, wish: Wish) -> tuple[int, int]:
        narrowed = asked(self.register, self.today(), self.period, wish)
        whole = asked(self.register, self.today(), self.period, Wish(None, True, {}))
        of = self._bench.ask(document_count, whole)
        return (self._bench.ask(document_count, narrowed) if wish.filters else of), of

    @Slot()
    def _on_year(self) -> None:
        self.list.refresh()

    @Slot(object)
    def _on_selected(self, row: DocumentRow | None) -> None:
        self.show_card(row.id if row else None)

    @Slot(object)
    def _on_opened(self, _row: DocumentRow) -> None:
        self.correct_requested.emit()
