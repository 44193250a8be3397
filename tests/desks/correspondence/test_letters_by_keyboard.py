"""Registering letters without the mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.correspondence.model import State
from msu_desktop.desks.correspondence.page.answering import subject_of
from msu_desktop.desks.correspondence.page.letters import INCOMING, OUTGOING
from msu_desktop.desks.correspondence.queries.listing import DocumentsAsked, documents
from msu_desktop.desks.directory.acts.office import CorrectOfficial, correct_official
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.queries.office import OfficialsAsked, officials
from msu_desktop.desks.directory.queries.parties import PartiesAsked, parties
from msu_desktop.gui.application import make_application
from msu_desktop.gui.keeping import DraftsInMemory, SettingsInMemory
from msu_desktop.gui.main_window import MainWindow
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.tasks import InlineTaskRunner
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.office.parties import SenderKind
from tests.desks.correspondence.typing_clerk import Clerk

SUBJECT = "Жайытка чыгуу мөөнөттөрү жөнүндө маалымат берүү"
ADMINISTRATION = "Көк-Арча райондук мамлекеттик администрациясы"
MOST_KEYS = 25


class Desk:
    """The window with both registers, and what it is given."""

    def __init__(self, office, qtbot, drafts=None) -> None:
        self.office = office
        self.messages = RecordedMessages()
        self.drafts = drafts or DraftsInMemory()
        settings = SettingsInMemory({"language": "ky"})
        application = make_application([], settings)
        tasks = InlineTaskRunner()
        self.bench = Workbench(office, Services(tasks, self.messages, settings, self.drafts))
        self.window = MainWindow(application, self.bench, [INCOMING, OUTGOING])
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.clerk = Clerk(self.window)
        self.page.overview.list.table.setFocus()

    @property
    def page(self):
        return self.window.pages.current

    def letters(self, register="incoming"):
        asked = DocumentsAsked(register=register, today=self.office.now.date(), descending=False)
        return self.office.ask(documents, asked).rows


@pytest.fixture
def sender(office) -> str:
    kind = SenderKind.LOCAL_STATE_ADMINISTRATION
    return office.perform(add_party, AddParty(sender_kind=kind, name=ADMINISTRATION))


@pytest.fixture
def desk(office, sender, qtbot) -> Desk:
    assert sender
    return Desk(office, qtbot)


def test_a_letter_of_a_known_sender_takes_at_most_25_keys_beside_its_subject(desk):
    clerk = desk.clerk
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("көк")
    clerk.enter()
    clerk.type("01-7/312")
    clerk.enter()
    clerk.type("20.4")
    clerk.enter()
    beside = clerk.keys
    clerk.type(SUBJECT)
    typed = clerk.keys - beside
    clerk.save()
    assert typed == len(SUBJECT)
    assert clerk.keys - typed <= MOST_KEYS
    (letter,) = desk.letters()
    assert letter.party == ADMINISTRATION
    assert letter.sender_reference == "01-7/312"
    assert letter.sender_date == date(2026, 4, 20)
    assert letter.summary == SUBJECT
    assert letter.sheets == 1
    assert letter.registered_on == date(2026, 4, 22)


def test_the_number_is_shown_large_and_the_form_is_ready_for_the_next_letter(desk):
    clerk = desk.clerk
    clerk.press(Qt.Key.Key_N, ctrl=True)
    form = desk.page.form
    clerk.type("көк")
    clerk.enter()
    form.field("summary").editor.setFocus()
    clerk.type(SUBJECT)
    clerk.save()
    assert form.number.isVisible()
    assert form.number.text == "№ 1"
    assert form.field("summary").value() == ""
    assert form.field("party_id").value() is None
    assert QApplication.focusWidget() is form.field("party_id").editor
    clerk.press(Qt.Key.Key_Escape)
    assert desk.page.form is None
    assert desk.page.overview.shown.document.number_text == "1"


def test_a_new_correspondent_is_entered_together_with_the_letter(desk):
    clerk = desk.clerk
    clerk.press(Qt.Key.Key_N, ctrl=True)
    form = desk.page.form
    clerk.type("Ак-Башат орто мектеби")
    clerk.enter()
    assert form.is_new_party
    form.field("sender_kind").set_value(SenderKind.OTHER_ORGANISATION.value)
    form.field("summary").editor.setFocus()
    clerk.type(SUBJECT)
    clerk.save()
    (letter,) = desk.letters()
    assert letter.party == "Ак-Башат орто мектеби"
    assert letter.sender_kind == SenderKind.OTHER_ORGANISATION.value
    assert not form.is_new_party
    assert len(desk.office.ask(parties, PartiesAsked())) == 2


def test_an_entry_spelt_nearly_the_same_is_offered(desk):
    found = desk_lookups(desk).correspondents("Көк-Арча райондук мамлекетик админстрациясы")
    assert [one.title for one in found] == [ADMINISTRATION]


def desk_lookups(desk):
    return desk.page.overview.lookups


def test_the_term_is_reckoned_while_the_form_is_filled(desk):
    desk.clerk.press(Qt.Key.Key_N, ctrl=True)
    form = desk.page.form
    form.field("term").editor.setFocus()
    desk.clerk.press(Qt.Key.Key_Down)
    form.field("term").editor.activated.emit(form.field("term").editor.currentIndex())
    form._on_edited()
    note = form.field("term")._note.text()
    assert note.startswith("2026-жылдын 22-майы: 30 календардык күн, 22.04.2026")
    assert form.field("due_on").isHidden()
    form.field("term").set_value("by_hand")
    form._on_edited()
    assert not form.field("due_on").isHidden()


def test_a_reply_takes_over_correspondent_and_subject_and_executes_the_letter(desk, sender):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary=SUBJECT))
    desk.page.refresh(frozenset())
    desk.clerk.press(Qt.Key.Key_R, ctrl=True)
    form = desk.page.form
    assert desk.page.register == "outgoing"
    assert form.field("summary").value() == "Жайытка чыгуу мөөнөттөрү жөнүндө"
    form.field("case_file_id").editor.setFocus()
    desk.clerk.type("01-1")
    desk.clerk.enter()
    desk.clerk.save()
    (reply,) = desk.letters("outgoing")
    assert reply.party == ADMINISTRATION
    assert reply.number_text.endswith("/1")
    (answered,) = desk.letters()
    assert answered.executed_on == date(2026, 4, 22)


def test_the_subject_of_a_reply_ends_where_it_says_about_what():
    assert subject_of(SUBJECT) == "Жайытка чыгуу мөөнөттөрү жөнүндө"
    assert subject_of("Малды эмдөө графиги") == "Малды эмдөө графиги"


def test_what_repeats_is_remembered_for_the_next_letter(desk):
    clerk = desk.clerk
    desk.window.open_page("outgoing")
    desk.page.register_new()
    form = desk.page.form
    clerk.type("көк")
    clerk.enter()
    form.field("summary").editor.setFocus()
    clerk.type(SUBJECT)
    form.field("case_file_id").editor.setFocus()
    clerk.type("01-1")
    clerk.enter()
    form.field("dispatch").set_value("post")
    clerk.save()
    first = form.lookups.case_file_index(form.field("case_file_id").value())
    assert first.startswith("01-1")
    assert form.field("dispatch").value() == "post"
    assert f"{first}/2" in form.pane.header._subtitle.text()


def test_problems_stand_beside_their_fields(desk):
    desk.clerk.press(Qt.Key.Key_N, ctrl=True)
    desk.clerk.save()
    form = desk.page.form
    assert form.field("party_id")._problem.text()
    assert form.field("summary")._problem.text()
    assert desk.letters() == ()


def test_a_half_typed_letter_is_there_again_after_a_power_cut(desk, office, qtbot):
    desk.clerk.press(Qt.Key.Key_N, ctrl=True)
    desk.page.form.field("summary").editor.setFocus()
    desk.clerk.type("Жайыт")
    desk.page.form.form.keep_draft()
    again = Desk(office, qtbot, desk.drafts)
    again.page.register_new()
    assert again.page.form.field("summary").value() == "Жайыт"


def test_letters_that_only_look_right_are_repaired_and_told(desk):
    clerk = desk.clerk
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("көк")
    clerk.enter()
    desk.page.form.field("summary").editor.setFocus()
    clerk.type("Жaйыт жөнүндө")
    clerk.save()
    assert desk.letters()[0].summary == "Жайыт жөнүндө"
    assert any("Жайыт" in said for said in desk.messages.told)


def test_a_letter_is_corrected_by_f2_and_its_history_says_what_changed(desk, sender):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary=SUBJECT))
    desk.page.refresh(frozenset())
    desk.clerk.press(Qt.Key.Key_F2)
    desk.page.form.field("summary").set_value("Жайыттар жөнүндө")
    desk.page.form.field("summary").editor.setFocus()
    desk.clerk.save()
    assert desk.letters()[0].summary == "Жайыттар жөнүндө"
    content = desk.page.overview.card.content
    corrected = content.history[0]
    assert [(before, after) for _name, before, after in corrected.changes] == [
        (SUBJECT, "Жайыттар жөнүндө")
    ]


def test_correcting_a_letter_keeps_an_executor_who_has_left_the_office(desk, sender, watch):
    executor = desk.office.ask(officials, OfficialsAsked())[0]
    letter = RegisterIncoming(party_id=sender, summary=SUBJECT, executor_id=executor.id)
    desk.office.perform(register_incoming, letter)
    left = CorrectOfficial(
        official_id=executor.id,
        post=Post(executor.post),
        post_ky=executor.post_ky,
        post_ru=executor.post_ru,
        name=executor.name,
        valid_to=watch.now.date(),
    )
    desk.office.perform(correct_official, left)
    watch.forward(days=1)
    desk.page.refresh(frozenset())
    desk.clerk.press(Qt.Key.Key_F2)
    desk.page.form.field("sheets").set_value(3)
    desk.page.form.field("summary").editor.setFocus()
    desk.clerk.save()
    row = desk.letters()[0]
    assert (row.sheets, row.executor) == (3, executor.name)


def test_delete_in_a_filter_is_for_its_letters_and_annuls_nothing(desk, sender):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary=SUBJECT))
    desk.page.refresh(frozenset())
    desk.messages.reason = "эки жолу катталган"
    desk.clerk.press(Qt.Key.Key_F, ctrl=True)
    desk.clerk.press(Qt.Key.Key_Delete)
    assert desk.letters()[0].annulled_on is None


def test_an_annulled_letter_stays_in_the_list_and_offers_nothing_more(desk, sender):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary=SUBJECT))
    desk.page.refresh(frozenset())
    desk.messages.reason = "эки жолу катталган"
    desk.clerk.press(Qt.Key.Key_Delete)
    desk.page.refresh(frozenset())
    assert desk.letters()[0].annulment_reason == "эки жолу катталган"
    assert desk.page.overview.shown.state == State.ANNULLED.value
    assert desk.page.overview.buttons.annul.isHidden()


def test_a_letter_is_marked_executed_and_put_back(desk, sender):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary=SUBJECT))
    desk.page.refresh(frozenset())
    desk.clerk.press(Qt.Key.Key_E, ctrl=True)
    desk.clerk.type("телефон менен айтылды")
    desk.clerk.save()
    assert desk.letters()[0].execution_mark == "телефон менен айтылды"
    assert desk.letters()[0].executed_on == date(2026, 4, 22)
    desk.page.execute()
    assert desk.letters()[0].executed_on is None


def test_two_letters_are_linked_and_the_link_is_taken_away(desk, sender):
    for words in ("биринчи", "экинчи"):
        desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary=words))
    desk.page.refresh(frozenset())
    desk.clerk.press(Qt.Key.Key_L, ctrl=True)
    desk.page.form.form.field("kind").set_value("repeat")
    desk.clerk.type("биринчи")
    desk.clerk.enter()
    desk.clerk.save()
    (link,) = desk.page.overview.shown.links
    assert link.number_text == "1"
    desk.page.link()
    desk.page.form._unlink(link.id)
    assert desk.page.overview.shown.links == ()


def test_the_list_is_narrowed_by_state_year_and_words(desk, sender, watch):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary="кеңеш"))
    watch.set(12, 1, 2027)
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary="жайыт"))
    view = desk.page.overview
    view.show_period("2027")
    assert [view.list.model.row_at(0).summary] == ["жайыт"]
    assert view.list.model.rowCount() == 1
    view.show_period(None)
    assert view.list.model.rowCount() == 2
    view.list.set_filter("summary", "кенеш")
    assert view.list.model.rowCount() == 1
    assert view.list.model.row_at(0).summary == "кеңеш"
    desk.page.receive({"state": "open"})
    assert view.list.model.rowCount() == 2
    desk.page.receive({"registered": "today"})
    assert view.list.model.rowCount() == 1


def test_a_link_to_a_letter_of_the_other_register_opens_its_page(desk, sender):
    came = desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary="а"))
    desk.window.open_page("outgoing")
    desk.bench.open_record("document", came.id)
    assert desk.page.register == "incoming"
    assert desk.page.overview.shown.document.id == came.id


def test_a_kept_view_brings_its_filters_back(desk, sender):
    desk.office.perform(register_incoming, RegisterIncoming(party_id=sender, summary="кеңеш"))
    view = desk.page.overview.list
    view.set_filter("registered_on", (date(2026, 4, 1), date(2026, 4, 30)))
    view._on_view_kept("апрель")
    view.clear_filters()
    ((name, state),) = view.bar._views.listed()
    view._on_view_chosen(state)
    assert name == "апрель"
    assert view.wish().filters == {"registered_on": (date(2026, 4, 1), date(2026, 4, 30))}


def test_another_language_keeps_the_half_typed_letter(desk):
    desk.clerk.press(Qt.Key.Key_N, ctrl=True)
    desk.page.form.field("summary").editor.setFocus()
    desk.clerk.type("Жайыт")
    desk.window.rebuild()
    assert desk.page.form.field("summary").value() == "Жайыт"


def test_the_file_is_asked_for_where_its_index_stands_in_the_number(desk):
    for register, needed in (("incoming", False), ("outgoing", True)):
        desk.window.open_page(register)
        desk.page.register_new()
        assert desk.page.form.field("case_file_id").required is needed
        desk.page.leave_form()
