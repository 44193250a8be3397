"""What keeps registered papers safe from the wrong act, the wrong clock and the wrong order."""

from datetime import date

import pytest

from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.desks.correspondence.acts.linking import LinkDocuments, link_documents
from msu_desktop.desks.correspondence.acts.numbering import CorrectRegister, correct_register
from msu_desktop.desks.correspondence.acts.registering import CorrectOutgoing, correct_outgoing
from msu_desktop.desks.correspondence.model import LinkKind
from msu_desktop.desks.directory.acts.office import (
    ConfirmClock,
    CorrectOfficial,
    confirm_clock,
    correct_official,
)
from msu_desktop.desks.directory.model import Post
from msu_desktop.office.errors import KnownTrouble, RuleBroken
from msu_desktop.office.numbering import Restart
from msu_desktop.store.check import check


def numbers_look(clerk, **data) -> None:
    clerk.office.perform(
        correct_register, CorrectRegister(register="incoming", **{"template": "{n}", **data})
    )


def test_a_letter_that_came_in_is_not_corrected_as_one_that_went_out(clerk) -> None:
    paper = clerk.registers(sender_reference="01-7/312", sender_date=date(2026, 4, 20))
    before = clerk.letter(paper)
    wrong = CorrectOutgoing(document_id=paper.id, party_id=clerk.party, summary="Жооп")
    with pytest.raises(RuleBroken) as refused:
        clerk.office.perform(correct_outgoing, wrong)
    assert refused.value.code == "wrong_direction"
    assert clerk.letter(paper) == before


def test_an_executor_who_takes_another_name_leaves_the_office_sound(clerk, folder) -> None:
    executor = clerk.official("Н. Өрүктөев")
    paper = clerk.registers(executor_id=executor)
    renamed = CorrectOfficial(
        official_id=executor,
        post=Post.DEPUTY_HEAD,
        post_ky="орун басар",
        post_ru="",
        name="Н. Алмалы",
    )
    clerk.office.perform(correct_official, renamed)
    assert [row.id for row in clerk.rows(text="алмалы")] == [paper.id]
    assert check(folder, WIRING.searchables, CHECKS).is_sound


def test_letters_of_a_clock_ten_years_ahead_do_not_stop_the_journal(clerk, watch) -> None:
    numbers_look(clerk, restart=Restart.NEVER)
    watch.set(22, 4, 2036)
    wrong = clerk.registers()
    watch.set(22, 4, 2026)
    clerk.office.perform(confirm_clock, ConfirmClock())
    assert clerk.is_refused().code == "date_before_last"
    clerk.annuls(wrong)
    assert clerk.registers().number == "2"


def test_a_clock_set_back_is_named_before_any_date(clerk, watch) -> None:
    clerk.registers()
    watch.set(22, 3)
    with pytest.raises(KnownTrouble) as refused:
        clerk.registers()
    assert refused.value.code == "clock_went_back"


def test_the_first_number_of_an_earlier_year_is_not_forgotten(clerk, watch) -> None:
    numbers_look(clerk, first_number=215)
    clerk.registers()
    watch.set(11, 1, 2027)
    numbers_look(clerk, template="К-{n}")
    clerk.registers()
    assert [clerk.gaps(period=year).unbroken for year in ("2026", "2027")] == [True, True]
    numbers_look(clerk, template="К-{n}", restart=Restart.NEVER, first_number=2)
    assert clerk.gaps(period="2026").unbroken


def test_numbers_given_this_year_are_not_given_again_when_they_restart_otherwise(clerk) -> None:
    assert [clerk.registers().number for _ in range(3)] == ["1", "2", "3"]
    with pytest.raises(RuleBroken) as refused:
        numbers_look(clerk, restart=Restart.NEVER)
    assert (refused.value.code, refused.value.problem.field) == ("numbers_given", "first_number")
    numbers_look(clerk, restart=Restart.NEVER, first_number=4)
    assert clerk.registers().number == "4"


@pytest.mark.parametrize("first", [1_000_000, 10**30])
def test_a_first_number_no_journal_reaches_is_refused(clerk, first) -> None:
    with pytest.raises(RuleBroken) as refused:
        numbers_look(clerk, first_number=first)
    assert (refused.value.code, refused.value.problem.field) == (
        "first_number_wrong",
        "first_number",
    )


def test_a_letter_named_twice_among_the_answered_is_told_beside_its_field(clerk) -> None:
    asked = clerk.registers()
    with pytest.raises(RuleBroken) as refused:
        clerk.sends(replies_to=(asked.id, asked.id))
    assert (refused.value.code, refused.value.problem.field) == ("already_linked", "replies_to")


@pytest.mark.parametrize("executes", [True, False])
def test_a_link_to_an_annulled_letter_is_refused_beside_the_field_that_names_it(
    clerk, executes
) -> None:
    annulled, paper = clerk.registers(), clerk.sends()
    clerk.annuls(annulled)
    for from_id, to_id, field in (
        (paper.id, annulled.id, "to_id"),
        (annulled.id, paper.id, "from_id"),
    ):
        link = LinkDocuments(kind=LinkKind.REPLY, from_id=from_id, to_id=to_id, executes=executes)
        with pytest.raises(RuleBroken) as refused:
            clerk.office.perform(link_documents, link)
        assert (refused.value.code, refused.value.problem.field) == ("reply_to_annulled", field)
