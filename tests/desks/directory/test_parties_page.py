"""The page of parties on a real office."""

import pytest
from pytestqt.qtbot import QtBot

from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.parties import PartiesPage
from msu_desktop.desks.directory.page.party_form import PartyForm
from msu_desktop.desks.directory.page.party_merge import PartyMerge
from msu_desktop.desks.directory.queries.parties import PartiesAsked, parties
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.workbench import EVERYTHING, Workbench
from tests.desks.directory.conftest import ADMINISTRATION, a_letter, a_party, fill


@pytest.fixture
def parties_page(bench: Workbench, doors: Doors, qtbot: QtBot) -> PartiesPage:
    page = PartiesPage(doors, bench)
    qtbot.addWidget(page)
    page.show()
    page.refresh(EVERYTHING)
    return page


def form_over(page: PartiesPage) -> PartyForm:
    form = page.layers.widget(1)
    assert isinstance(form, PartyForm)
    return form


def test_a_new_party_is_entered_and_shown(parties_page: PartiesPage) -> None:
    parties_page.enter_new()
    form = form_over(parties_page).form
    fill(form, {"name": ADMINISTRATION, "sender_kind": "local_state_administration"})
    form.save_requested.emit()
    shown = parties_page.card.content
    assert shown is not None
    assert shown.title == ADMINISTRATION


def test_a_party_that_is_known_is_named_while_its_name_is_typed(
    parties_page: PartiesPage, bench: Workbench
) -> None:
    a_party(bench, ADMINISTRATION)
    parties_page.enter_new()
    over = form_over(parties_page)
    fill(over.form, {"name": ADMINISTRATION[:-4]})
    over.look_for_similar()
    assert ADMINISTRATION in over.form.field("name")._note.text()
    fill(over.form, {"name": ADMINISTRATION})
    over.form.save_requested.emit()
    assert over.form.field("name")._problem.text()


def test_a_half_typed_party_is_there_after_a_power_cut(
    parties_page: PartiesPage, bench: Workbench
) -> None:
    parties_page.enter_new()
    first = form_over(parties_page).form
    fill(first, {"name": "Социалдык фонд"})
    first.keep_draft()
    again = PartyForm(bench)
    assert again.form.values()["name"] == "Социалдык фонд"
    assert parties_page.has_unsaved()


def test_a_party_that_ended_keeps_its_card_with_the_day(
    parties_page: PartiesPage, bench: Workbench
) -> None:
    party = a_party(bench, ADMINISTRATION)
    parties_page.refresh(EVERYTHING)
    parties_page.open_record("party", party)
    parties_page.end()
    form_over(parties_page).form.save_requested.emit()
    shown = parties_page.card.content
    assert shown is not None
    assert any("22.04.2026" in badge.text for badge in shown.badges)


def test_before_two_entries_become_one_it_is_said_what_moves(
    parties_page: PartiesPage, bench: Workbench, messages: RecordedMessages
) -> None:
    known, twin = a_party(bench, ADMINISTRATION), a_party(bench, "Көк-Арча РМА")
    a_letter(bench, known)
    a_letter(bench, known)
    a_letter(bench, twin)
    parties_page.refresh(EVERYTHING)
    parties_page.open_record("party", twin)
    parties_page.merge()
    pane = parties_page.layers.widget(1)
    assert isinstance(pane, PartyMerge)
    pane.choose(known)
    assert pane.form.values()["goes_on"] == known  # the one with more letters is proposed
    assert "Көк-Арча РМА" in pane.form.field("moves").text()  # type: ignore[attr-defined]  # a ShownField
    pane.form.save_requested.emit()
    assert messages.asked
    found = bench.ask(parties, PartiesAsked())
    assert [one.id for one in found] == [known]
    shown = parties_page.card.content
    assert shown is not None
    assert shown.title == ADMINISTRATION


def test_two_entries_stay_two_when_the_question_is_answered_no(
    bench: Workbench, messages: RecordedMessages
) -> None:
    messages.answers = False
    known, twin = a_party(bench, ADMINISTRATION), a_party(bench, "Көк-Арча РМА")
    pane = PartyMerge(
        bench, bench.ask(parties, PartiesAsked(text="РМА"))[0], lambda ids: dict.fromkeys(ids, 0)
    )
    pane.choose(known)
    pane.form.save_requested.emit()
    assert {one.id for one in bench.ask(parties, PartiesAsked())} == {known, twin}
