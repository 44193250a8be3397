"""Numbers of papers: how they look, when they restart, what is missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.numbering import (
    CONTROL_IN_TEMPLATE,
    EMPTY_TEMPLATE,
    INDEX_NEEDED,
    NO_COUNTER,
    NO_SIGN_BETWEEN,
    PERIOD_NEEDED,
    TEMPLATE_TOO_LONG,
    UNBALANCED_BRACES,
    UNKNOWN_PLACEHOLDER,
    VALUE_NEEDED,
    NumberTemplate,
    Restart,
    gap_report,
    period_key,
)
from msu_desktop.office.roman import NOT_ROMAN, from_roman, roman
from msu_desktop.office.seeds import registers, rules

DAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("template", "values", "number"),
    [
        ("{n}", {"n": 8}, "8"),
        ("{index}/{n}", {"n": 188, "index": "01-12"}, "01-12/188"),
        ("{n}-{yy}", {"n": 7}, "7-26"),
        ("{yyyy}-{n}", {"n": 7}, "2026-7"),
        ("К-{n}", {"n": 31}, "К-31"),
        ("М-{n}", {"n": 4}, "М-4"),
        ("{n}-Ж", {"n": 41}, "41-Ж"),
        ("{n:4}", {"n": 7}, "0007"),
        ("{n:4}", {"n": 12345}, "12345"),
        ("{s}/{q}", {"session": 1, "question": 1}, "1/1"),
        ("{s}-{q}", {"session": 32, "question": 1}, "32-1"),
        ("{S}/{q}", {"session": 4, "question": 4}, "IV/4"),
        ("{s}/{n}", {"session": 19, "n": 91}, "19/91"),
        ("{s}-{q}-{u}", {"session": 34, "question": 7, "sub": 1}, "34-7-1"),
        ("{n} – ТОКТОМУ", {"n": 8}, "8 – ТОКТОМУ"),
    ],
)
def test_a_number_looks_as_its_template_says(template, values, number):
    assert NumberTemplate.parse(template).render(on=DAY, **values) == number


def test_every_template_of_the_rules_and_registers_is_a_right_one():
    templates = [rule.value for rule in rules() if rule.unit == "template"]
    templates += [register.template for register in registers()]
    assert len(templates) == 11
    for text in templates:
        assert str(NumberTemplate.parse(text)) == text


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("", EMPTY_TEMPLATE),
        ("   ", EMPTY_TEMPLATE),
        ("01-12", NO_COUNTER),
        ("{index}/{yyyy}", NO_COUNTER),
        ("{s}", NO_COUNTER),
        ("{index}/{number}", UNKNOWN_PLACEHOLDER),
        ("{N}", UNKNOWN_PLACEHOLDER),
        ("{}", UNKNOWN_PLACEHOLDER),
        ("{n:0}", UNKNOWN_PLACEHOLDER),
        ("{n:12}", UNKNOWN_PLACEHOLDER),
        ("{yy:4}-{n}", UNKNOWN_PLACEHOLDER),
        ("{n!r}", UNKNOWN_PLACEHOLDER),
        ("{n", UNBALANCED_BRACES),
        ("n}", UNBALANCED_BRACES),
        ("{{n}}", UNBALANCED_BRACES),
        ("{n}}", UNBALANCED_BRACES),
        ("{index}{n}", NO_SIGN_BETWEEN),
        ("{n}" + "-" * 40, TEMPLATE_TOO_LONG),
        ("{n}\n{q}", CONTROL_IN_TEMPLATE),
        ("{n}\x00", CONTROL_IN_TEMPLATE),
    ],
)
def test_a_wrong_template_is_refused_with_its_reason(template, said):
    with pytest.raises(RuleBroken) as refused:
        NumberTemplate.parse(template)
    assert refused.value.problem.sentence is said
    assert refused.value.problem.field == "template"


@pytest.mark.parametrize("index", [None, "", "  "])
def test_a_number_with_an_index_needs_the_file(index):
    template = NumberTemplate.parse("{index}/{n}")
    assert template.needs_index
    with pytest.raises(RuleBroken) as refused:
        template.render(3, on=DAY, index=index)
    assert (refused.value.problem.sentence, refused.value.problem.field) == (INDEX_NEEDED, "index")


def test_a_number_of_a_toktom_needs_its_session():
    with pytest.raises(RuleBroken) as refused:
        NumberTemplate.parse("{S}/{q}").render(on=DAY, question=2)
    assert refused.value.problem.sentence is VALUE_NEEDED


def test_numbers_restart_with_their_period():
    old_year, new_year = date(2026, 12, 31), date(2027, 1, 1)
    assert period_key(Restart.YEARLY, old_year) == "2026"
    assert period_key(Restart.YEARLY, new_year) == "2027"
    assert period_key(Restart.NEVER, old_year) == period_key(Restart.NEVER, new_year) == "*"
    assert period_key(Restart.CONVOCATION, DAY, convocation=8) == "c8"
    assert period_key(Restart.SESSION, DAY, convocation=8, session=5) == "c8/s5"


@pytest.mark.parametrize(
    ("restart", "given"),
    [
        (Restart.CONVOCATION, {}),
        (Restart.SESSION, {"convocation": 8}),
        (Restart.SESSION, {"session": 5}),
    ],
)
def test_a_register_that_restarts_with_the_kenesh_needs_to_know_it(restart, given):
    with pytest.raises(RuleBroken) as refused:
        period_key(restart, DAY, **given)
    assert refused.value.problem.sentence is PERIOD_NEEDED


@given(st.dates(), st.dates(), st.sampled_from(list(Restart)), st.integers(1, 20))
def test_two_days_share_a_period_only_if_the_register_says_so(one, other, restart, session):
    keys = {period_key(restart, day, convocation=8, session=session) for day in (one, other)}
    together = restart is not Restart.YEARLY or one.year == other.year
    assert (len(keys) == 1) is together


@given(st.integers(1, 3999))
def test_roman_numerals_read_back_as_they_were_written(number):
    assert from_roman(roman(number)) == number
    assert from_roman(f" {roman(number).lower()} ") == number


@pytest.mark.parametrize("text", ["", "IIII", "VV", "IC", "IIX", "Ⅷ", "8", "MMMM", "abc"])
def test_wrong_roman_numerals_are_refused(text):
    with pytest.raises(RuleBroken) as refused:
        from_roman(text)
    assert refused.value.problem.sentence is NOT_ROMAN


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_a_number_without_roman_numerals_is_refused(number):
    with pytest.raises(RuleBroken):
        roman(number)


def test_the_incoming_register_of_the_example_year_has_no_gap():
    live = set(range(1, 630)) - {201, 402}
    report = gap_report(live, [201, 402])
    assert (report.first, report.last, report.registered) == (1, 629, 627)
    assert report.annulled == (201, 402)
    assert report.adds_up
    assert report.unbroken


def test_missing_and_doubled_numbers_are_named():
    report = gap_report([1, 2, 2, 7], [4, 7])
    assert report.skipped == (range(3, 4), range(5, 7))
    assert report.skipped_count == 3
    assert report.duplicates == (2, 7)
    assert report.annulled == (4,)
    assert report.adds_up
    assert not report.unbroken


def test_a_register_continued_from_paper_begins_with_its_own_first_number():
    assert gap_report([66, 67], [], first=66).unbroken
    assert gap_report([58, 66], [], first=66).skipped == (range(59, 66),)
    assert gap_report([70], [], first=66).skipped == (range(66, 70),)


def test_an_unused_register_has_no_gap():
    report = gap_report([], [])
    assert (report.first, report.last, report.registered, report.unbroken) == (1, 0, 0, True)
    assert report.adds_up


NUMBERS = st.lists(st.integers(1, 60))


@given(NUMBERS, NUMBERS, st.integers(1, 10))
def test_first_to_last_is_registered_and_annulled_and_skipped(live, annulled, first):
    report = gap_report(live, annulled, first)
    skipped = {number for run in report.skipped for number in run}
    everything = [*live, *annulled]
    assert report.adds_up
    assert skipped.isdisjoint(everything)
    assert skipped | set(everything) == set(range(report.first, report.last + 1))
    assert report.duplicates == tuple(sorted({n for n in everything if everything.count(n) > 1}))


@given(NUMBERS, NUMBERS)
def test_annulling_a_letter_makes_no_gap(live, annulled):
    assert gap_report(live, annulled).skipped == gap_report([], [*live, *annulled]).skipped
