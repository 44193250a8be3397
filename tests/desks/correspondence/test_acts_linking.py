"""How papers answer, repeat and forward one another, and what that does to them."""

from datetime import date

import pytest

from msu_desktop.desks.correspondence.acts.linking import (
    LinkDocuments,
    UnlinkDocuments,
    link_documents,
    unlink_documents,
)
from msu_desktop.desks.correspondence.acts.registering import MarkExecuted, mark_executed
from msu_desktop.desks.correspondence.model import LinkKind, TermChoice
from msu_desktop.office.errors import RuleBroken


def links(clerk, paper) -> list[tuple[str, str]]:
    return [(link.label, link.number_text) for link in clerk.card(paper).links]


def link(clerk, kind, first, second, *, executes=False) -> str:
    command = LinkDocuments(kind=kind, from_id=first.id, to_id=second.id, executes=executes)
    return clerk.office.perform(link_documents, command)


def test_a_reply_is_linked_both_ways_and_executes_what_it_answers(clerk, watch) -> None:
    asked = clerk.registers(term=TermChoice.USUAL)
    watch.set(12, 5)
    reply = clerk.sends(replies_to=(asked.id,))
    assert links(clerk, reply) == [("replies to", "1")]
    assert links(clerk, asked) == [("answered by", "01-12/1")]
    assert clerk.letter(asked).executed_on == date(2026, 5, 12)
    assert clerk.card(asked).state == "executed"


def test_an_interim_reply_does_not_execute(clerk) -> None:
    asked = clerk.registers()
    clerk.sends(replies_to=(asked.id,), executes=False)
    assert clerk.letter(asked).executed_on is None


def test_one_reply_may_answer_several_letters(clerk) -> None:
    asked = [clerk.registers() for _ in range(3)]
    reply = clerk.sends(replies_to=tuple(paper.id for paper in asked))
    assert [number for _, number in links(clerk, reply)] == ["1", "2", "3"]
    assert all(clerk.letter(paper).executed_on for paper in asked)


def test_a_letter_that_came_in_may_answer_ours(clerk) -> None:
    ours = clerk.sends()
    answer = clerk.registers(replies_to=(ours.id,))
    assert links(clerk, answer) == [("replies to", "01-12/1")]
    assert links(clerk, ours) == [("answered by", "1")]


def test_a_second_reply_leaves_the_day_of_the_first(clerk, watch) -> None:
    asked = clerk.registers()
    clerk.sends(replies_to=(asked.id,))
    watch.set(24, 4)
    clerk.sends(replies_to=(asked.id,))
    assert clerk.letter(asked).executed_on == date(2026, 4, 22)


def test_an_annulled_letter_cannot_be_answered(clerk) -> None:
    asked = clerk.registers()
    clerk.annuls(asked)
    with pytest.raises(RuleBroken) as refused:
        clerk.sends(replies_to=(asked.id,))
    assert (refused.value.code, refused.value.problem.field) == ("reply_to_annulled", "replies_to")
    assert clerk.sends().number == "01-12/1"


def test_an_annulled_letter_is_linked_with_nothing(clerk) -> None:
    paper, annulled = clerk.registers(), clerk.registers()
    clerk.annuls(annulled)
    for pair in ((paper, annulled), (annulled, paper)):
        with pytest.raises(RuleBroken, match="reply_to_annulled"):
            link(clerk, LinkKind.REPEAT, *pair)


def test_when_a_reply_is_annulled_its_letter_waits_again(clerk) -> None:
    asked = clerk.registers(term=TermChoice.USUAL)
    reply = clerk.sends(replies_to=(asked.id,))
    clerk.annuls(reply)
    assert clerk.letter(asked).executed_on is None
    newest = clerk.card(asked).history[0]
    assert (newest.act, newest.fields) == ("annul_document", {"executed_on": ("2026-04-22", None)})


def test_a_reply_typed_twice_may_be_annulled_and_its_letter_stays_executed(clerk) -> None:
    asked = clerk.registers()
    clerk.sends(replies_to=(asked.id,))
    clerk.annuls(clerk.sends(replies_to=(asked.id,)))
    assert clerk.letter(asked).executed_on == date(2026, 4, 22)


def test_what_the_clerk_marked_herself_stays_executed_without_the_reply(clerk) -> None:
    asked = clerk.registers()
    marked = MarkExecuted(document_id=asked.id, on=date(2026, 4, 22), mark="оозеки айтылды")
    clerk.office.perform(mark_executed, marked)
    clerk.annuls(clerk.sends(replies_to=(asked.id,)))
    assert clerk.letter(asked).executed_on == date(2026, 4, 22)


def test_a_link_made_by_mistake_goes_and_the_letter_waits_again(clerk) -> None:
    asked = clerk.registers()
    reply = clerk.sends()
    made = link(clerk, LinkKind.REPLY, reply, asked, executes=True)
    assert clerk.letter(asked).executed_on == date(2026, 4, 22)
    clerk.office.perform(unlink_documents, UnlinkDocuments(link_id=made))
    assert links(clerk, asked) == links(clerk, reply) == []
    assert clerk.letter(asked).executed_on is None


@pytest.mark.parametrize(
    ("kind", "forth", "back"),
    [
        (LinkKind.REPEAT, "repeats", "repeated by"),
        (LinkKind.FORWARD, "forwards", "forwarded by"),
        (LinkKind.EXECUTES, "executes", "executed by"),
        (LinkKind.BASIS, "is based on", "is the basis of"),
    ],
)
def test_each_card_reads_the_link_from_its_own_side(clerk, kind, forth, back) -> None:
    first, second = clerk.registers(), clerk.registers()
    link(clerk, kind, second, first)
    assert links(clerk, second) == [(forth, "1")]
    assert links(clerk, first) == [(back, "2")]


def test_a_paper_is_not_linked_with_itself_nor_twice_the_same(clerk) -> None:
    first, second = clerk.registers(), clerk.registers()
    with pytest.raises(RuleBroken, match="link_with_itself"):
        link(clerk, LinkKind.REPEAT, first, first)
    link(clerk, LinkKind.REPEAT, second, first)
    with pytest.raises(RuleBroken, match="already_linked"):
        link(clerk, LinkKind.REPEAT, second, first)
    link(clerk, LinkKind.BASIS, second, first)


def test_a_letter_is_marked_executed_with_words_and_put_back_to_work(clerk, watch) -> None:
    paper = clerk.registers(term=TermChoice.USUAL)
    watch.set(24, 4)
    done = MarkExecuted(document_id=paper.id, on=date(2026, 4, 23), mark="таанышылды")
    clerk.office.perform(mark_executed, done)
    letter = clerk.letter(paper)
    assert (letter.executed_on, letter.execution_mark) == (date(2026, 4, 23), "таанышылды")
    clerk.office.perform(mark_executed, MarkExecuted(document_id=paper.id, on=None))
    assert clerk.card(paper).state == "in_progress"


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2026, 4, 21), "executed_before_registered"), (date(2026, 4, 23), "date_in_future")],
)
def test_a_letter_is_not_executed_before_it_came_nor_tomorrow(clerk, on, code) -> None:
    paper = clerk.registers()
    with pytest.raises(RuleBroken) as refused:
        clerk.office.perform(mark_executed, MarkExecuted(document_id=paper.id, on=on))
    assert (refused.value.code, refused.value.problem.field) == (code, "on")
