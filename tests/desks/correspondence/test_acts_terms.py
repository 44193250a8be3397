"""The terms of papers: how they are reckoned, what moves them and what does not."""

from datetime import date

import msgspec

from msu_desktop.desks.correspondence.acts.registering import MarkExecuted, mark_executed
from msu_desktop.desks.correspondence.model import TermChoice
from msu_desktop.desks.correspondence.queries.waiting import WaitingAsked, waiting
from msu_desktop.desks.directory.acts.law import (
    AddRule,
    CorrectRule,
    SetCalendarDay,
    add_rule,
    correct_rule,
    set_calendar_day,
)
from msu_desktop.desks.directory.queries.law import RulesAsked, rules
from msu_desktop.office.calendar import DayKind, DayStatus
from msu_desktop.office.rules import Status, Use

KURMAN_AIT = date(2026, 5, 27)


def rule_row(clerk, code):
    return next(
        row for row in clerk.office.ask(rules, RulesAsked(area="records")) if row.rule.code == code
    )


def count_in_working_days(clerk, days: int) -> None:
    """Enter that a usual term has so many working days from the beginning."""
    row = rule_row(clerk, "COR-09")
    kept = {
        name: getattr(row.rule, name)
        for name in AddRule.__struct_fields__
        if name not in {"value", "unit"}
    }
    correction = CorrectRule(rule_id=row.id, value=str(days), unit="working_days", **kept)
    clerk.office.perform(correct_rule, correction)


def switch_on_ten_working_days(clerk, begins: date = date(2026, 4, 1)) -> None:
    """Enter a new row of the usual term, as a change of law is entered."""
    bill = AddRule(
        code="COR-09-2026",
        topic=rule_row(clerk, "COR-09").rule.subject,
        area="records",
        rule="Term of execution when none is set",
        value="10",
        unit="working_days",
        effective_from=begins,
        basis="№ 77, 01.04.2026",
        status=Status.VERIFIED,
        use=Use.DEFAULT,
    )
    clerk.office.perform(add_rule, bill)


def move_kurman_ait_to_the_weekend(clerk) -> None:
    clerk.office.perform(set_calendar_day, SetCalendarDay(day=KURMAN_AIT, kind=None))


def test_a_usual_term_has_thirty_calendar_days(clerk) -> None:
    assert clerk.registers(term=TermChoice.USUAL).due_on == date(2026, 5, 22)


def test_an_urgent_term_has_ten_calendar_days(clerk) -> None:
    assert clerk.registers(term=TermChoice.URGENT).due_on == date(2026, 5, 2)


def test_a_letter_without_a_term_has_none(clerk) -> None:
    paper = clerk.registers()
    assert paper.due_on is None
    assert clerk.card(paper).state == "no_term"


def test_a_term_by_hand_is_the_day_that_was_written(clerk) -> None:
    paper = clerk.registers(term=TermChoice.BY_HAND, due_on=date(2026, 5, 13))
    assert paper.due_on == date(2026, 5, 13)
    assert clerk.card(paper).term == "by_hand"


def test_fourteen_working_days_over_may_end_on_the_twentieth(clerk) -> None:
    count_in_working_days(clerk, 14)
    assert clerk.registers(term=TermChoice.USUAL).due_on == date(2026, 5, 20)


def test_the_card_gives_the_reasoning_in_three_languages(clerk) -> None:
    count_in_working_days(clerk, 14)
    card = clerk.card(clerk.registers(term=TermChoice.USUAL))
    assert card.rule == "COR-09"
    assert card.term == "usual"
    assert "14 жумушчу күн" in card.reasoning["ky"]
    assert "14 рабочих дней" in card.reasoning["ru"]
    assert "14 working days" in card.reasoning["en"]


def test_a_term_over_a_feast_that_may_move_is_provisional(clerk, watch) -> None:
    count_in_working_days(clerk, 14)
    watch.set(11, 5)
    letter = clerk.letter(clerk.registers(term=TermChoice.USUAL))
    assert (letter.due_on, letter.due_provisional) == (date(2026, 6, 1), True)


def test_correcting_the_calendar_moves_an_open_term_and_the_card_remembers_it(clerk, watch) -> None:
    count_in_working_days(clerk, 14)
    watch.set(11, 5)
    paper = clerk.registers(term=TermChoice.USUAL)
    move_kurman_ait_to_the_weekend(clerk)
    letter = clerk.letter(paper)
    assert (letter.due_on, letter.due_provisional) == (date(2026, 5, 29), False)
    newest = clerk.card(paper).history[0]
    assert newest.act == "set_calendar_day"
    assert newest.fields["due_on"] == ("2026-06-01", "2026-05-29")


def test_correcting_the_calendar_leaves_what_is_done_annulled_or_set_by_hand(clerk, watch) -> None:
    count_in_working_days(clerk, 14)
    watch.set(11, 5)
    done, annulled, running = (clerk.registers(term=TermChoice.USUAL) for _ in range(3))
    by_hand = clerk.registers(term=TermChoice.BY_HAND, due_on=date(2026, 6, 1))
    clerk.office.perform(mark_executed, MarkExecuted(document_id=done.id, on=clerk.today))
    clerk.annuls(annulled)
    move_kurman_ait_to_the_weekend(clerk)
    due = [clerk.letter(paper).due_on for paper in (done, annulled, by_hand, running)]
    assert due == [date(2026, 6, 1)] * 3 + [date(2026, 5, 29)]


def test_a_confirmed_feast_makes_the_term_certain(clerk, watch) -> None:
    count_in_working_days(clerk, 14)
    watch.set(11, 5)
    paper = clerk.registers(term=TermChoice.USUAL)
    confirmed = SetCalendarDay(
        day=KURMAN_AIT,
        kind=DayKind.DAY_OFF,
        name_ky="Курман айт",
        status=DayStatus.CONFIRMED,
    )
    clerk.office.perform(set_calendar_day, confirmed)
    letter = clerk.letter(paper)
    assert (letter.due_on, letter.due_provisional) == (date(2026, 6, 1), False)


def test_a_rule_switched_on_leaves_the_terms_of_older_letters(clerk, watch) -> None:
    count_in_working_days(clerk, 14)
    old = clerk.registers(term=TermChoice.USUAL)
    switch_on_ten_working_days(clerk, date(2026, 5, 1))
    watch.set(11, 5)
    new = clerk.registers(term=TermChoice.USUAL)
    assert (old.due_on, new.due_on) == (date(2026, 5, 20), date(2026, 5, 25))
    move_kurman_ait_to_the_weekend(clerk)
    assert [clerk.letter(paper).due_on for paper in (old, new)] == [old.due_on, new.due_on]
    assert "14 жумушчу күн" in clerk.card(old).reasoning["ky"]
    assert "10 жумушчу күн" in clerk.card(new).reasoning["ky"]


def test_correcting_another_field_keeps_the_term_of_its_time(clerk) -> None:
    paper = clerk.registers(term=TermChoice.USUAL)
    switch_on_ten_working_days(clerk)
    clerk.corrects(paper, term=TermChoice.USUAL, sheets=9)
    assert clerk.letter(paper).due_on == date(2026, 5, 22)


def test_taking_the_term_away_takes_its_reasoning_away(clerk) -> None:
    paper = clerk.registers(term=TermChoice.USUAL)
    clerk.corrects(paper, term=TermChoice.NONE)
    card = clerk.card(paper)
    assert (card.document.due_on, card.rule, card.reasoning) == (None, "", {})


def test_the_page_of_the_day_counts_what_waits(clerk) -> None:
    before = date(2026, 4, 8)
    for day in (21, 22, 27, 28):
        due = date(2026, 4, day)
        clerk.registers(registered_on=before, term=TermChoice.BY_HAND, due_on=due)
    clerk.registers(registered_on=before)
    clerk.annuls(clerk.registers())
    done = clerk.registers()
    clerk.sends(replies_to=(done.id,))
    counted = clerk.office.ask(waiting, WaitingAsked(today=clerk.today))
    assert msgspec.to_builtins(counted) == {
        "overdue": 1,
        "due_today": 1,
        "due_soon": 1,
        "in_progress": 1,
        "unanswered": 5,
        "registered_today": 2,
    }
