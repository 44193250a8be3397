"""A letter keeps the term of its time, and its card the reasoning, whatever happens to the rules."""

from datetime import date

import pytest

from msu_desktop.desks.correspondence.model import TermChoice
from msu_desktop.desks.correspondence.queries.cards import DocumentCard
from msu_desktop.desks.directory.acts.law import AddRule, CorrectRule, add_rule, correct_rule
from msu_desktop.desks.directory.queries.law import RuleRow, RulesAsked, rules
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.rules import Use


def the_rule(clerk, code: str) -> RuleRow:
    return next(row for row in clerk.office.ask(rules, RulesAsked()) if row.rule.code == code)


def fields_of(row: RuleRow, **changes: object) -> dict[str, object]:
    own = (name for name in AddRule.__struct_fields__ if hasattr(row.rule, name))
    return {**{name: getattr(row.rule, name) for name in own}, **changes}


def corrects_rule(clerk, code: str, **changes: object) -> None:
    row = the_rule(clerk, code)
    clerk.office.perform(correct_rule, CorrectRule(rule_id=row.id, **fields_of(row, **changes)))


def adds_row(clerk, of: str, **changes: object) -> str:
    row = the_rule(clerk, of)
    return clerk.office.perform(
        add_rule, AddRule(**fields_of(row, topic=row.rule.subject, **changes))
    )


def usual_letter(clerk) -> DocumentCard:
    return clerk.card(clerk.registers(term=TermChoice.USUAL))


def test_a_letter_under_a_new_row_of_a_rule_still_has_the_usual_term(clerk) -> None:
    adds_row(clerk, "COR-09", code="COR-09-2026", value="20", effective_from=date(2026, 4, 1))
    paper = clerk.registers(term=TermChoice.USUAL)
    card = clerk.card(paper)
    assert (card.term, card.rule, card.document.due_on) == (
        "usual",
        "COR-09-2026",
        date(2026, 5, 12),
    )
    clerk.corrects(paper, term=TermChoice.USUAL, sheets=2)
    assert clerk.card(paper).rule == "COR-09-2026"


def test_a_row_that_is_switched_off_lends_no_letter_its_reasoning(clerk) -> None:
    corrects_rule(clerk, "COR-09", use=Use.OPTION)
    adds_row(clerk, "COR-09", value="20", use=Use.DEFAULT)
    card = usual_letter(clerk)
    assert card.document.due_on == date(2026, 5, 12)
    assert "20 календардык күн" in card.reasoning["ky"]


@pytest.mark.parametrize(
    ("code", "value", "begins"),
    [("COR-09", "14", date(2026, 4, 1)), ("APL-06", "yes", date(2026, 4, 23))],
)
def test_a_figure_that_letters_rest_on_is_changed_by_a_new_row_alone(
    clerk, code, value, begins
) -> None:
    before = usual_letter(clerk)
    with pytest.raises(RuleBroken) as refused:
        corrects_rule(clerk, code, value=value)
    assert (refused.value.code, refused.value.problem.field) == ("figure_in_use", "value")
    corrects_rule(clerk, code, basis="№ 77, 01.04.2026")
    adds_row(clerk, code, code=f"{code}-2026", value=value, effective_from=begins)
    assert clerk.card(before.document).reasoning == before.reasoning


@pytest.mark.parametrize("value", ["үч", "2,5", "0", "-3", "1e9", "NaN"])
def test_a_term_whose_figure_is_no_number_of_days_is_refused(clerk, value) -> None:
    with pytest.raises(RuleBroken) as refused:
        corrects_rule(clerk, "APL-18", value=value)
    assert refused.value.problem.field == "value"


def test_lists_and_cards_open_while_a_rule_is_switched_off(clerk) -> None:
    before = usual_letter(clerk)
    for code in ("APL-18", "APL-06"):
        corrects_rule(clerk, code, use=Use.OPTION)
    assert [row.id for row in clerk.rows()] == [before.document.id]
    assert clerk.card(before.document).document == before.document
