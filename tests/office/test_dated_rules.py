"""Rules with their dates: what is in force on a day, and what a value means."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.rules import (
    ENDS_BEFORE_IT_BEGINS,
    FIGURE_MISSING,
    NOT_IN_FORCE,
    NOT_READABLE,
    TWO_IN_FORCE,
    Rule,
    RuleBook,
    Status,
    Use,
    check_dates,
)
from msu_desktop.office.seeds import rule_book, rules

BOOK = rule_book()
TODAY = date(2026, 5, 11)


def row(code: str) -> Rule:
    return next(rule for rule in rules() if rule.code == code)


def value(text: str) -> Rule:
    return Rule("X-01", "records", "A rule", text, "persons")


def test_a_bill_is_not_law_until_it_is_switched_on():
    assert BOOK.in_force("APL-02", TODAY).value == "14"
    assert BOOK.in_force("appeal_answer_term", TODAY).code == "APL-02"
    with_bill = RuleBook([*rules(), row("APL-03").switched_on(date(2026, 5, 1))])
    for code in ("APL-02", "APL-03", "appeal_answer_term"):
        assert with_bill.in_force(code, date(2026, 4, 30)).value == "14"
        assert with_bill.in_force(code, date(2026, 5, 1)).value == "10"


def test_a_superseded_rule_ends_on_its_last_day():
    assert BOOK.in_force("CAL-02", date(2025, 1, 22)).yes() is True
    assert BOOK.in_force("CAL-02", date(2025, 1, 23)).yes() is False
    assert BOOK.in_force("CAL-03", date(2024, 1, 1)).code == "CAL-02"


def test_a_figure_corrected_by_the_office_is_a_new_row_of_the_same_code():
    corrected = replace(row("APL-18"), value="5", effective_from=date(2026, 6, 1))
    book = RuleBook([*rules(), corrected])
    assert book.in_force("APL-18", date(2026, 5, 31)).whole() == 3
    assert book.in_force("APL-18", date(2026, 6, 1)).whole() == 5


def test_a_rule_for_tests_or_explanations_is_never_chosen():
    for code in ("DEP-02", "COR-16", "KEN-16", "ELE-02"):
        with pytest.raises(RuleBroken) as refused:
            BOOK.in_force(code, TODAY)
        assert refused.value.problem.sentence is NOT_IN_FORCE
    assert BOOK.in_force("APL-04", TODAY).code == "APL-02"


def test_an_unknown_rule_is_refused():
    with pytest.raises(RuleBroken) as refused:
        BOOK.in_force("XYZ-99", TODAY)
    assert refused.value.facts == {"rule": "XYZ-99", "on": TODAY}


def test_before_its_first_day_a_rule_is_not_in_force():
    with pytest.raises(RuleBroken) as refused:
        BOOK.in_force("INF-02", date(2024, 7, 11))
    assert refused.value.problem.sentence is NOT_IN_FORCE


def test_two_rows_that_begin_on_the_same_day_must_be_told_apart():
    book = RuleBook([*rules(), row("KEN-21").switched_on(None)])
    with pytest.raises(RuleBroken) as refused:
        book.in_force("toktom_number_template", TODAY)
    assert refused.value.problem.sentence is TWO_IN_FORCE
    dated = RuleBook([*rules(), row("KEN-21").switched_on(date(2026, 1, 1))])
    assert dated.in_force("KEN-22", TODAY).value == "{n}"
    assert dated.in_force("KEN-22", date(2025, 12, 31)).value == "{s}/{q}"


def test_a_rule_without_a_figure_asks_for_it_together_with_its_act():
    limit = BOOK.in_force("STF-01", TODAY)
    for read in (limit.text, limit.number, limit.whole, limit.items, limit.yes):
        with pytest.raises(RuleBroken) as refused:
            read()
        assert refused.value.problem.sentence is FIGURE_MISSING
        assert refused.value.facts == {"rule": "STF-01"}


def test_values_are_read_by_their_kind():
    assert row("APL-02").whole() == 14
    assert row("STF-16").number() == Decimal("0.25")
    assert row("APL-06").yes() is False
    assert row("APL-05").text() == "registration_date"
    assert row("APL-09").items() == ("сунуш", "арыз", "даттануу")
    assert row("CAL-05").month_days() == ((2, 23), (4, 7), (11, 7), (11, 8))
    assert row("INI-05").span() == (0, 10)
    assert row("STF-04").span() == (7, 12)
    assert row("APL-01").span() == (1, 1)
    assert value("0,5").number() == Decimal("0.5")
    assert value("02-29").month_days() == ((2, 29),)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("many", Rule.number),
        ("NaN", Rule.number),
        ("2.5", Rule.whole),
        ("perhaps", Rule.yes),
        ("02-30", Rule.month_days),
        ("10-2", Rule.span),
    ],
)
def test_a_value_that_cannot_be_read_is_refused(text, read):
    with pytest.raises(RuleBroken) as refused:
        read(value(text))
    assert refused.value.problem.sentence is NOT_READABLE
    assert refused.value.problem.field == "value"


def test_a_rule_cannot_end_before_it_begins():
    rule = replace(value("1"), effective_from=TODAY, effective_to=date(2026, 5, 10))
    with pytest.raises(RuleBroken) as refused:
        check_dates(rule)
    assert refused.value.problem.sentence is ENDS_BEFORE_IT_BEGINS
    check_dates(replace(rule, effective_to=TODAY))


def test_every_status_and_use_has_words():
    assert all(kind.label for kind in (*Status, *Use))


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), unique=True), st.dates())
def test_of_several_rows_the_one_that_began_last_is_in_force(beginnings, on):
    book = RuleBook(replace(value(str(day)), effective_from=day) for day in [None, *beginnings])
    begun = [day for day in beginnings if day <= on]
    assert book.in_force("X-01", on).effective_from == max(begun, default=None)
