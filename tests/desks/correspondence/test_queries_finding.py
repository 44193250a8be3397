"""How letters and correspondents are found while the clerk types."""

from datetime import date

import pytest

from msu_desktop.desks.correspondence.acts.registering import MarkExecuted, mark_executed
from msu_desktop.desks.correspondence.queries.finding import (
    CorrespondentsAsked,
    DocumentsFound,
    correspondents,
    find_documents,
)
from msu_desktop.desks.directory.acts.parties import MergeParties, merge_parties
from msu_desktop.desks.today.queries import SearchAsked, search_everything
from msu_desktop.office.parties import SenderKind


def found(clerk, text, **asked) -> list[str]:
    rows = clerk.office.ask(find_documents, DocumentsFound(text=text, **asked))
    return [row.summary for row in rows]


def offered(clerk, text, **asked) -> list[str]:
    rows = clerk.office.ask(correspondents, CorrespondentsAsked(text=text, **asked))
    return [row.name for row in rows]


def hits(clerk, text, table) -> list[str]:
    """Return what the search box over everything finds of a table."""
    rows = clerk.office.ask(search_everything, SearchAsked(text=text))
    return [row.id for row in rows if row.table == table]


def test_kenesh_is_found_where_kenesh_is_written_right(clerk) -> None:
    clerk.registers(summary="Айылдык кеңештин токтому жөнүндө")
    clerk.registers(summary="Жайыт жөнүндө")
    for typed in ("кенеш", "кеңеш", "КЕНЕШ", "кенештин токтом", "токтом кен"):
        assert found(clerk, typed) == ["Айылдык кеңештин токтому жөнүндө"]


@pytest.mark.parametrize(
    "typed", ["01-7/312", "админ", "Гүлсүн", "гулсун", "өрүктөев", "аткарылды", "шашылыш", "1"]
)
def test_a_letter_is_found_by_whatever_stands_on_its_card(clerk, typed) -> None:
    paper = clerk.registers(
        sender_reference="01-7/312",
        summary="Булакбаева Гүлсүндүн арызы",
        executor_id=clerk.official("Н. Өрүктөев"),
        note="шашылыш",
    )
    done = MarkExecuted(document_id=paper.id, on=clerk.today, mark="жооп берилди, аткарылды")
    clerk.office.perform(mark_executed, done)
    assert found(clerk, typed) == ["Булакбаева Гүлсүндүн арызы"]
    assert hits(clerk, typed, "document") == [paper.id]


def test_the_search_box_finds_letters_and_bodies_together(clerk) -> None:
    clerk.registers(summary="Администрациянын тапшырмасы")
    assert hits(clerk, "администрация", "party") == [clerk.party]
    assert len(hits(clerk, "администрация", "document")) == 1


def test_the_newest_letters_come_first_and_annulled_ones_cannot_be_answered(clerk, watch) -> None:
    clerk.registers(summary="Жайыт биринчи")
    annulled = clerk.registers(summary="Жайыт ката")
    clerk.annuls(annulled)
    watch.set(23, 4)
    clerk.registers(summary="Жайыт экинчи")
    assert found(clerk, "жайыт") == ["Жайыт экинчи", "Жайыт биринчи"]
    assert found(clerk, "", most=1) == ["Жайыт экинчи"]


def test_a_search_may_keep_to_one_register(clerk) -> None:
    clerk.registers(summary="Жайыт жөнүндө")
    clerk.sends(summary="Жайыт боюнча жооп")
    assert found(clerk, "жайыт", register="outgoing") == ["Жайыт боюнча жооп"]


def test_what_was_corrected_is_found_by_its_new_words_alone(clerk) -> None:
    paper = clerk.registers(summary="Суу түтүгү")
    clerk.corrects(paper, summary="Электр чубалгысы")
    assert found(clerk, "түтүк") == found(clerk, "суу") == []
    assert found(clerk, "чубалгы") == ["Электр чубалгысы"]


def test_correspondents_one_writes_with_most_are_offered_first(clerk) -> None:
    rare = clerk.enters("Көк-Арча райондук архиви", SenderKind.STATE_BODY)
    often = clerk.enters("Көк-Арча райондук соту", SenderKind.STATE_BODY)
    clerk.registers(party_id=rare)
    for _ in range(3):
        clerk.registers(party_id=often)
    names = offered(clerk, "кок-арча райондук")
    assert names[:2] == ["Көк-Арча райондук соту", "Көк-Арча райондук архиви"]
    first = clerk.office.ask(correspondents, CorrespondentsAsked(text="сот"))[0]
    assert (first.papers, first.last_on) == (3, date(2026, 4, 22))


def test_a_body_that_ended_or_was_merged_is_offered_no_more(clerk) -> None:
    clerk.enters("Эски башкармалык", SenderKind.STATE_BODY, valid_to=date(2026, 4, 1))
    twice = clerk.enters("Көк-Арча администрациясы эки жолу")
    clerk.office.perform(merge_parties, MergeParties(party_id=clerk.party, duplicate_id=twice))
    assert offered(clerk, "эски", on=clerk.today) == []
    assert offered(clerk, "эски") == ["Эски башкармалык"]
    assert offered(clerk, "администрация") == ["Көк-Арча райондук мамлекеттик администрациясы"]
