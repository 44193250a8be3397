"""Printing a journal from the window: what is offered, what is shown, what is noted."""

import pytest

from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.correspondence.page.print_form import PrintForm
from msu_desktop.desks.correspondence.queries.registers import RegisterAsked, print_state
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.gui.keeping import DraftsInMemory, SettingsInMemory
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.tasks import InlineTaskRunner
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.office.parties import SenderKind

THIS_YEAR = RegisterAsked(register="incoming", period="2026")


class Printing:
    """The form that prints the incoming journal, and the papers it shows."""

    def __init__(self, office, qtbot) -> None:
        self.office = office
        self.messages = RecordedMessages()
        services = Services(InlineTaskRunner(), self.messages, SettingsInMemory(), DraftsInMemory())
        self.bench = Workbench(office, services)
        self.papers: list = []
        self.bench.paper_requested.connect(self.papers.append)
        self.sender = office.perform(
            add_party, AddParty(sender_kind=SenderKind.STATE_BODY, name="Жер кызматы")
        )
        self.qtbot = qtbot

    def letters(self, count: int) -> None:
        command = RegisterIncoming(party_id=self.sender, summary="Жер участогу жөнүндө")
        for _ in range(count):
            self.office.perform(register_incoming, command)

    def form(self) -> PrintForm:
        form = PrintForm(self.bench, "incoming", "Кирүүчү каттар", ["2026"])
        self.qtbot.addWidget(form)
        form.start("2026")
        return form

    def offered(self) -> list[str]:
        form = self.form()  # held, else its fields go with it
        box = form._extent.editor
        return [box.itemData(place) for place in range(box.count())]

    def show(self, extent: str) -> None:
        form = self.form()
        form.form.fill({"extent": extent})
        form.form.save_requested.emit()


@pytest.fixture
def printing(office, qtbot) -> Printing:
    return Printing(office, qtbot)


def test_new_rows_are_offered_only_after_a_first_print(printing):
    printing.letters(3)
    assert printing.offered() == ["running", "whole", "closing"]
    printing.show("running")
    printing.papers[-1].put_away()
    assert printing.offered() == ["running", "whole", "closing"]
    printing.letters(1)
    assert printing.offered() == ["new_rows", "running", "whole", "closing"]
    form = printing.form()
    assert form.form.values()["extent"] == "new_rows"


def test_the_print_is_noted_when_the_sheets_are_in_hand(printing):
    printing.letters(2)
    printing.show("running")
    assert printing.office.ask(print_state, THIS_YEAR).printed == 0
    printing.papers[-1].put_away()
    assert printing.office.ask(print_state, THIS_YEAR).printed == 2


def test_a_print_that_failed_is_not_noted(printing):
    printing.letters(2)
    printing.messages.answers = False
    printing.show("running")
    printing.papers[-1].put_away()
    assert printing.office.ask(print_state, THIS_YEAR).printed == 0


def test_a_continuing_print_names_the_sheet_to_feed_again(printing):
    printing.letters(2)
    printing.show("running")
    printing.papers[-1].put_away()
    printing.letters(1)
    printing.show("new_rows")
    assert "2" in printing.papers[-1].title.partition("·")[2]


def test_the_closing_sheet_is_never_noted_as_rows(printing):
    printing.letters(2)
    printing.show("closing")
    printing.papers[-1].put_away()
    assert printing.office.ask(print_state, THIS_YEAR).printed == 0
    assert printing.messages.asked == []


def test_the_preview_can_save_the_same_journal_as_a_spreadsheet(printing):
    printing.letters(2)
    printing.show("whole")
    assert printing.papers[-1].pdf.startswith(b"%PDF")
    assert printing.papers[-1].xlsx().startswith(b"PK")


def test_an_empty_year_can_be_printed_as_a_title_page(printing):
    printing.show("whole")
    assert printing.papers[-1].pdf.startswith(b"%PDF")
