"""What happens when the clerk registers a paper, and what she is told when it cannot be right."""

from datetime import date, timedelta

import pytest

from msu_desktop.desks.correspondence.model import Dispatch, TermChoice
from msu_desktop.desks.directory.acts.parties import (
    AddParty,
    CorrectParty,
    MergeParties,
    correct_party,
    merge_parties,
)
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.language.catalogue import words
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.parties import Funding, PowerKind, SenderKind

GULSUN = AddParty(sender_kind=SenderKind.CITIZEN, name="Булакбаева Гүлсүн")


def test_letters_get_the_numbers_from_one_on(clerk) -> None:
    assert [clerk.registers().number for _ in range(3)] == ["1", "2", "3"]


def test_an_outgoing_letter_is_numbered_with_the_index_of_its_file(clerk) -> None:
    first = clerk.sends()
    second = clerk.sends(case_file_id=clerk.file("06-3"))
    assert (first.number, second.number) == ("01-12/1", "06-3/2")


def test_incoming_and_outgoing_letters_are_counted_apart(clerk) -> None:
    clerk.registers()
    assert clerk.sends().number == "01-12/1"
    assert clerk.registers().number == "2"


def test_everything_that_was_typed_stands_on_the_card(clerk) -> None:
    typed = {
        "received_on": date(2026, 4, 21),
        "sender_reference": "01-7/312",
        "sender_date": date(2026, 4, 20),
        "sheets": 2,
        "resolution": "маалымат даярдалсын",
        "executor_id": clerk.official("Н. Өрүктөев"),
        "case_file_id": clerk.file("01-12"),
        "power_kind": PowerKind.DELEGATED,
        "funding": Funding.NOT_FUNDED,
        "note": "шашылыш",
    }
    letter = clerk.letter(clerk.registers(**typed))
    assert {name: getattr(letter, name) for name in typed} == typed
    assert (letter.registered_on, letter.number_text) == (date(2026, 4, 22), "1")
    assert (letter.executor, letter.case_index) == ("Н. Өрүктөев", "01-12")


def test_an_outgoing_letter_shows_its_way_of_dispatch(clerk) -> None:
    assert clerk.letter(clerk.sends(dispatch=Dispatch.POST)).dispatch == "post"


def test_a_letter_keeps_its_number_when_annulled(clerk) -> None:
    clerk.registers()
    twice = clerk.registers()
    clerk.annuls(twice)
    assert clerk.registers().number == "3"
    letter = clerk.letter(twice)
    assert (letter.number_text, letter.annulled_on) == ("2", date(2026, 4, 22))
    assert (letter.annulled_by, letter.annulment_reason) == ("Б. Кайыңова", "эки жолу терилген")
    report = clerk.gaps()
    assert (report.registered, report.annulled, report.unbroken) == (2, (2,), True)


def test_annulling_needs_a_reason(clerk) -> None:
    paper = clerk.registers()
    with pytest.raises(RuleBroken) as refused:
        clerk.annuls(paper, reason="  ")
    assert (refused.value.code, refused.value.problem.field) == ("required", "reason")
    assert clerk.letter(paper).annulled_on is None


def test_an_annulled_letter_stays_as_it_is(clerk) -> None:
    paper = clerk.registers()
    clerk.annuls(paper)
    for change in (lambda: clerk.annuls(paper), lambda: clerk.corrects(paper, sheets=5)):
        with pytest.raises(RuleBroken, match="annulled_stays"):
            change()


def test_a_letter_that_is_refused_uses_no_number(clerk) -> None:
    clerk.problems(sheets=0)
    assert clerk.registers().number == "1"


def test_a_new_correspondent_is_entered_with_the_letter(clerk) -> None:
    letter = clerk.letter(clerk.registers(new_party=GULSUN))
    assert (letter.party, letter.sender_kind) == ("Булакбаева Гүлсүн", "citizen")


def test_a_refused_letter_leaves_no_new_correspondent_behind(clerk) -> None:
    clerk.problems(new_party=GULSUN, sheets=0)
    clerk.registers(new_party=GULSUN)


def test_a_correspondent_of_the_same_name_and_address_is_not_entered_twice(clerk) -> None:
    clerk.registers(new_party=GULSUN)
    assert clerk.is_refused(new_party=GULSUN).code == "party_known"


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({"registered_on": date(2026, 4, 23)}, "date_in_future", "registered_on"),
        ({"received_on": date(2027, 4, 21)}, "date_in_future", "received_on"),
        ({"sender_date": date(2062, 4, 20)}, "date_in_future", "sender_date"),
        ({"sender_date": date(1926, 4, 20)}, "date_too_long_ago", "sender_date"),
        (
            {"received_on": date(2026, 4, 20), "sender_date": date(2026, 4, 21)},
            "sent_after_received",
            "sender_date",
        ),
        (
            {"registered_on": date(2026, 4, 20), "received_on": date(2026, 4, 21)},
            "received_after_registered",
            "received_on",
        ),
        (
            {"term": TermChoice.BY_HAND, "due_on": date(2026, 4, 21)},
            "due_before_registered",
            "due_on",
        ),
        ({"term": TermChoice.BY_HAND}, "due_needed", "due_on"),
        ({"sheets": 0}, "sheets_wrong", "sheets"),
        ({"sheets": 10_000}, "sheets_wrong", "sheets"),
        ({"summary": " \n "}, "required", "summary"),
        ({"summary": "Жайыт " * 200}, "too_long", "summary"),
        ({"sender_reference": "01-7/312" * 10}, "too_long", "sender_reference"),
        ({"summary": "Жайыт\x00 жөнүндө"}, "control_character", "summary"),
        ({"note": "\u202eжөнүндө"}, "control_character", "note"),
        ({"party_id": None}, "party_needed", "party_id"),
        ({"party_id": "no-such-id"}, "not_found", "party_id"),
        ({"executor_id": "no-such-id"}, "not_found", "executor_id"),
        ({"case_file_id": "no-such-id"}, "not_found", "case_file_id"),
        ({"replies_to": ("no-such-id",)}, "not_found", "replies_to"),
        ({"register": "кирүүчү"}, "no_such_register", "register"),
        ({"register": "outgoing"}, "wrong_direction", "register"),
    ],
)
def test_what_cannot_be_right_is_refused_beside_its_field(clerk, typed, code, field) -> None:
    problem = clerk.is_refused(**typed)
    assert (problem.code, problem.field) == (code, field)


def test_either_a_known_or_a_new_correspondent_is_given(clerk) -> None:
    problem = clerk.is_refused(party_id=clerk.party, new_party=GULSUN)
    assert (problem.code, problem.field) == ("party_twice", "party_id")


def test_all_that_is_wrong_is_told_at_once(clerk) -> None:
    problems = clerk.problems(
        summary="", sheets=0, received_on=date(2030, 1, 1), party_id=None, term=TermChoice.BY_HAND
    )
    assert {problem.field for problem in problems} == {
        "summary",
        "sheets",
        "received_on",
        "party_id",
        "due_on",
    }


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_each_problem_is_told_in_whole_sentences(clerk, language) -> None:
    problems = clerk.problems(summary="", sheets=0, sender_date=date(2062, 4, 20))
    for problem in problems:
        told = words(language).say(problem)
        assert told.endswith(".")
        assert "{" not in told


def test_a_date_before_the_last_number_is_refused_and_the_last_one_named(clerk) -> None:
    clerk.registers()
    problem = clerk.is_refused(registered_on=date(2026, 4, 21))
    assert (problem.code, problem.field) == ("date_before_last", "registered_on")
    assert problem.facts == {"number": "1", "last": date(2026, 4, 22)}


def test_yesterdays_letters_can_be_registered_today(clerk) -> None:
    paper = clerk.registers(registered_on=date(2026, 4, 21))
    assert (paper.number, paper.registered_on) == ("1", date(2026, 4, 21))
    assert clerk.registers().registered_on == date(2026, 4, 22)


def test_letters_that_only_look_kyrgyz_are_repaired(clerk) -> None:
    latin_and_foreign = "Кaттоo жѳнүндѳ кеӊеш"
    letter = clerk.letter(clerk.registers(summary=latin_and_foreign))
    assert letter.summary == "Каттоо жөнүндө кеңеш"


def test_spaces_that_were_typed_too_much_are_dropped(clerk) -> None:
    letter = clerk.letter(clerk.registers(summary="  Жайыт   жөнүндө ", sender_reference=" 5 "))
    assert letter.sender_reference == "5"
    assert letter.summary == letter.summary.strip()


def test_a_body_that_was_closed_is_not_written_with_any_more(clerk, watch) -> None:
    old = clerk.enters("Жабык мекеме", valid_to=date(2026, 4, 30))
    paper = clerk.registers(party_id=old)
    watch.set(4, 5)
    problem = clerk.is_refused(party_id=old)
    assert (problem.code, problem.field) == ("party_ended", "party_id")
    assert clerk.registers(party_id=old, registered_on=date(2026, 4, 30)).number == "2"
    clerk.corrects(paper, party_id=old, sheets=3)
    assert clerk.letter(paper).sheets == 3


def test_the_file_must_be_of_the_letters_year(clerk, watch) -> None:
    of_2026 = clerk.file("01-12")
    watch.set(11, 1, 2027)
    problem = clerk.is_refused(case_file_id=of_2026)
    assert (problem.code, problem.field) == ("other_years_file", "case_file_id")


def test_a_letter_from_last_year_keeps_its_file_when_corrected(clerk, watch) -> None:
    of_2026 = clerk.file("01-12")
    paper = clerk.registers(case_file_id=of_2026)
    watch.set(11, 1, 2027)
    clerk.corrects(paper, case_file_id=of_2026, sheets=4)
    assert (clerk.letter(paper).case_index, clerk.letter(paper).sheets) == ("01-12", 4)


def test_without_a_file_an_outgoing_letter_gets_no_number(clerk) -> None:
    with pytest.raises(RuleBroken) as refused:
        clerk.sends(case_file_id=None)
    assert refused.value.code == "number_needs_index"
    assert refused.value.problem.field == "case_file_id"


def test_what_was_corrected_stays_in_the_history(clerk, watch) -> None:
    paper = clerk.registers(sheets=2)
    watch.forward(hours=1)
    clerk.corrects(paper, sheets=3, note="тиркеме менен")
    newest, first = clerk.card(paper).history
    assert (newest.act, newest.actor) == ("correct_incoming", "Б. Кайыңова")
    assert newest.fields == {"sheets": (2, 3), "note": ("", "тиркеме менен")}
    assert (first.act, first.fields["number_text"]) == ("register_incoming", (None, "1"))


def test_a_card_that_somebody_changed_meanwhile_is_not_overwritten(clerk) -> None:
    paper = clerk.registers()
    seen = clerk.letter(paper).version
    clerk.corrects(paper, sheets=3, version=seen)
    with pytest.raises(RuleBroken, match="changed_meanwhile"):
        clerk.corrects(paper, sheets=7, version=seen)
    assert clerk.letter(paper).sheets == 3


def test_many_letters_are_registered_all_or_none(clerk) -> None:
    from msu_desktop.desks.correspondence.acts.registering import register_incoming

    right, wrong = clerk.incoming(), clerk.incoming(sheets=0)
    with pytest.raises(RuleBroken) as refused:
        clerk.office.perform_all(register_incoming, [right, right, wrong])
    assert refused.value.place == 2
    made = clerk.office.perform_all(register_incoming, [right] * 3)
    assert [paper.number for paper in made] == ["1", "2", "3"]


def test_a_renamed_body_has_its_letters_under_the_new_name(clerk) -> None:
    paper = clerk.registers()
    renamed = CorrectParty(
        party_id=clerk.party,
        sender_kind=SenderKind.LOCAL_STATE_ADMINISTRATION,
        name="Алыскы-Арча акимиаты",
    )
    clerk.office.perform(correct_party, renamed)
    assert clerk.letter(paper).party == "Алыскы-Арча акимиаты"
    assert [row.id for row in clerk.rows(party="алыскы")] == [paper.id]
    assert clerk.rows(party="көк-арча") == []


def test_letters_of_a_body_entered_twice_move_to_the_one_that_stays(clerk) -> None:
    twice = clerk.enters("Көк-Арча райадминистрациясы")
    paper = clerk.registers(party_id=twice)
    clerk.office.perform(merge_parties, MergeParties(party_id=clerk.party, duplicate_id=twice))
    assert clerk.letter(paper).party_id == clerk.party
    assert clerk.card(paper).history[0].act == "merge_parties"
    late = clerk.registers(party_id=twice)
    assert clerk.letter(late).party_id == clerk.party


def test_files_are_offered_for_each_year_apart(clerk) -> None:
    assert clerk.office.ask(case_files, CaseFilesAsked(year=2027)) == []


def test_a_letter_may_wait_for_registration_over_a_long_feast(clerk, watch) -> None:
    watch.set(11, 5)
    paper = clerk.registers(received_on=date(2026, 4, 30))
    assert paper.registered_on - timedelta(days=11) == date(2026, 4, 30)
