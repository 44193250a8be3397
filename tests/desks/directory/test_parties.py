"""Bodies and persons the office writes with: known, corrected, made one."""

from datetime import date

import pytest

from msu_desktop.bootstrap import lending
from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.correspondence.queries.cards import CardAsked, document_card
from msu_desktop.desks.directory.acts.parties import (
    AddParty,
    CorrectParty,
    MergeParties,
    add_party,
    correct_party,
    merge_parties,
)
from msu_desktop.desks.directory.queries.office import HistoryAsked, history
from msu_desktop.desks.directory.queries.parties import (
    PartiesAsked,
    PartyAsked,
    SimilarAsked,
    parties,
    party,
    similar_parties,
)
from msu_desktop.desks.directory.queries.party_list import (
    PartyListAsked,
    former_entries,
    party_count,
    party_page,
)
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.workplace import Workplace

ADMINISTRATION = "Көк-Арча райондук мамлекеттик администрациясы"
TODAY = date(2026, 4, 22)


def a_party(office: Workplace, name: str = ADMINISTRATION, **more: object) -> str:
    kind = more.pop("kind", SenderKind.LOCAL_STATE_ADMINISTRATION)
    return office.perform(add_party, AddParty(sender_kind=kind, name=name, **more))


def a_letter(office: Workplace, party_id: str) -> str:
    letter = RegisterIncoming(
        party_id=party_id, summary="Жайытка чыгуу мөөнөттөрү жөнүндө", sheets=1
    )
    return office.perform(register_incoming, letter).id


def test_the_same_body_is_not_entered_twice(office: Workplace) -> None:
    a_party(office)
    with pytest.raises(RuleBroken, match="party_known") as refused:
        a_party(office, f"  {ADMINISTRATION} ")
    assert refused.value.problem.field == "name"


def test_namesakes_at_different_addresses_are_two_persons(office: Workplace) -> None:
    for address in ("Ак-Башат айылы, Терек көчөсү 4", "Ак-Башат айылы, Арча көчөсү 9"):
        a_party(office, "Булакбаева Гүлсүн", kind=SenderKind.CITIZEN, address=address)
    found = office.ask(parties, PartiesAsked(text="булакбаева"))
    assert len({one.id for one in found}) == 2


def test_a_body_that_ended_may_have_a_successor_of_the_same_name(office: Workplace) -> None:
    a_party(office, valid_to=date(2025, 12, 31))
    a_party(office)
    found = office.ask(parties, PartiesAsked(text="көк-арча", on=TODAY))
    assert [one.valid_to for one in found] == [None]


def test_a_body_cannot_end_before_it_began(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="ends_before_beginning"):
        a_party(office, valid_from=date(2026, 1, 1), valid_to=date(2025, 1, 1))


def test_a_name_spelt_nearly_alike_is_offered_before_it_is_entered_twice(office: Workplace) -> None:
    known = a_party(office)
    found = office.ask(
        similar_parties, SimilarAsked(name="Кок-Арча райондук мамлекеттик администрация")
    )
    assert [one.id for one in found] == [known]


def test_a_corrected_name_keeps_the_old_one_in_the_history(office: Workplace) -> None:
    known = a_party(office, "Көк-Арча РМА")
    office.perform(
        correct_party,
        CorrectParty(
            party_id=known, sender_kind=SenderKind.LOCAL_STATE_ADMINISTRATION, name=ADMINISTRATION
        ),
    )
    newest = office.ask(history, HistoryAsked(record_id=known))[0]
    assert newest.fields["name"] == ("Көк-Арча РМА", ADMINISTRATION)
    assert newest.actor == "Б. Кайыңова"


def test_letters_of_a_duplicate_move_to_the_entry_that_goes_on(office: Workplace) -> None:
    goes_on, duplicate = a_party(office), a_party(office, "Көк-Арча РМА")
    letter = a_letter(office, duplicate)
    office.perform(merge_parties, MergeParties(party_id=goes_on, duplicate_id=duplicate))
    card = office.ask(document_card, CardAsked(document_id=letter, today=TODAY))
    assert card.document.party_id == goes_on
    assert lending.letters(office, [goes_on, duplicate]) == {goes_on: 1, duplicate: 0}


def test_the_history_of_a_duplicate_and_of_its_letter_tells_of_the_merge(office: Workplace) -> None:
    goes_on, duplicate = a_party(office), a_party(office, "Көк-Арча РМА")
    letter = a_letter(office, duplicate)
    office.perform(merge_parties, MergeParties(party_id=goes_on, duplicate_id=duplicate))
    ended = office.ask(history, HistoryAsked(record_id=duplicate))[0]
    assert ended.fields["merged_into_id"] == (None, goes_on)
    moved = office.ask(history, HistoryAsked(record_id=letter))[0]
    assert moved.fields["party_id"] == (duplicate, goes_on)


def test_a_duplicate_is_offered_no_more_but_stands_on_the_card(office: Workplace) -> None:
    goes_on, duplicate = a_party(office), a_party(office, "Көк-Арча РМА")
    office.perform(merge_parties, MergeParties(party_id=goes_on, duplicate_id=duplicate))
    assert [one.id for one in office.ask(parties, PartiesAsked(text="көк арча"))] == [goes_on]
    former = office.ask(former_entries, PartyAsked(party_id=goes_on))
    assert [one.name for one in former] == ["Көк-Арча РМА"]


def test_entries_merged_one_after_the_other_all_lead_to_the_last(office: Workplace) -> None:
    first, second, third = (a_party(office, f"Уюм {n}") for n in (1, 2, 3))
    office.perform(merge_parties, MergeParties(party_id=second, duplicate_id=first))
    office.perform(merge_parties, MergeParties(party_id=third, duplicate_id=second))
    for entry in (first, second):
        found = office.ask(party, PartyAsked(party_id=entry))
        assert found is not None
        assert found.merged_into_id == third


@pytest.mark.parametrize("again", ["itself", "twice"])
def test_an_entry_is_not_merged_with_itself_or_twice(office: Workplace, again: str) -> None:
    one, other = a_party(office), a_party(office, "Көк-Арча РМА")
    if again == "twice":
        office.perform(merge_parties, MergeParties(party_id=one, duplicate_id=other))
    duplicate = one if again == "itself" else other
    with pytest.raises(RuleBroken, match=r"merge_with_itself|already_merged"):
        office.perform(merge_parties, MergeParties(party_id=one, duplicate_id=duplicate))


@pytest.mark.parametrize("descending", [False, True])
def test_a_long_list_of_parties_comes_page_by_page_without_loss(
    office: Workplace, *, descending: bool
) -> None:
    names = ["Үсөнова Ң.", "Өмүрова А.", "Уланова Б.", "Осмонова В.", "Ёлкин Г.", "Абдиева Д."]
    for name in names:
        a_party(office, name, kind=SenderKind.CITIZEN)
    seen: list[str] = []
    after = None
    while True:
        asked = PartyListAsked(after=after, limit=2, descending=descending)
        page = office.ask(party_page, asked)
        seen += [row.name for row in page.rows]
        after = page.next
        if after is None:
            break
    in_order = ["Абдиева Д.", "Ёлкин Г.", "Осмонова В.", "Өмүрова А.", "Уланова Б.", "Үсөнова Ң."]
    assert seen == (in_order[::-1] if descending else in_order)


def test_the_list_is_narrowed_by_kind_and_by_words_as_they_are_typed(office: Workplace) -> None:
    a_party(office)
    a_party(office, "Ак-Башат айылдык кеңеши", kind=SenderKind.KENESH)
    narrow = PartyListAsked(text="кенеш")
    assert [row.name for row in office.ask(party_page, narrow).rows] == ["Ак-Башат айылдык кеңеши"]
    assert office.ask(party_count, narrow) == (1, 2)
    by_kind = PartyListAsked(sender_kind=SenderKind.LOCAL_STATE_ADMINISTRATION)
    assert [row.name for row in office.ask(party_page, by_kind).rows] == [ADMINISTRATION]


def test_an_entry_that_was_made_one_with_another_stays_as_it_was(office: Workplace) -> None:
    goes_on, ended = a_party(office), a_party(office, "Көк-Арча РМА")
    office.perform(merge_parties, MergeParties(party_id=goes_on, duplicate_id=ended))
    correction = CorrectParty(party_id=ended, sender_kind=SenderKind.KENESH, name="Көк-Арча")
    with pytest.raises(RuleBroken, match="already_merged"):
        office.perform(correct_party, correction)
    assert office.ask(party, PartyAsked(party_id=ended)).name == "Көк-Арча РМА"
