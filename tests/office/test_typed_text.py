"""Text as it is typed or pasted, and the problems of a form shown together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.problems import (
    CONTROL_CHARACTER,
    REQUIRED,
    TOO_LONG,
    Problems,
    clean_line,
    clean_text,
    limited,
    no_control_characters,
    required,
)


def test_a_line_loses_its_spare_spaces_and_breaks():
    assert clean_line("  Жайыт\u00a0 жөнүндө\r\nмаалымат ") == "Жайыт жөнүндө маалымат"


def test_a_letter_typed_in_two_parts_becomes_one():
    assert clean_line("и\u0306") == "й"
    assert clean_line("и\u200b\u0306") == "й"


def test_invisible_marks_from_other_programs_are_dropped():
    assert clean_line("\ufeffай\u00adыл\u200b") == "айыл"


def test_a_text_of_many_lines_keeps_its_lines():
    assert clean_text(" биринчи  \r\nэкинчи\rүчүнчү\n\n") == "биринчи\nэкинчи\nүчүнчү"


@pytest.mark.parametrize("text", [None, "", "  \u00a0 "])
def test_an_empty_field_that_must_be_filled_is_shown(text):
    problem = required(text, "summary")
    assert (problem.sentence, problem.field) == (REQUIRED, "summary")
    assert required("кат", "summary") is None


def test_a_text_that_is_too_long_tells_both_lengths():
    problem = limited("а" * 501, "summary")
    assert (problem.sentence, problem.facts) == (TOO_LONG, {"length": 501, "limit": 500})
    assert limited("а" * 500, "summary") is None
    assert limited(None, "summary") is None


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x7f", "\x85", "\u202e", "\ud800", "\n"])
def test_a_sign_that_cannot_be_seen_is_refused(sign):
    problem = no_control_characters(f"кат{sign}", "summary")
    assert (problem.sentence, problem.facts) == (
        CONTROL_CHARACTER,
        {"sign": f"U+{ord(sign):04X}"},
    )


def test_many_lines_are_possible_where_they_are_meant():
    assert no_control_characters("биринчи\nэкинчи", "note", many_lines=True) is None
    assert no_control_characters("биринчи\x0bэкинчи", "note", many_lines=True) is not None


def test_all_problems_of_a_form_are_shown_at_once():
    problems = Problems()
    assert not problems.line("", "sender")
    assert not problems.line("кат\x00", "summary")
    assert not problems.optional_line("а" * 11, "note", limit=10)
    assert problems.line("01-12", "case_file")
    assert problems.optional_line(None, "note")
    with pytest.raises(RuleBroken) as refused:
        problems.raise_if_any()
    assert [problem.field for problem in refused.value.problems] == ["sender", "summary", "note"]


def test_a_form_without_problems_is_let_through():
    problems = Problems()
    assert problems.check(None, None)
    problems.raise_if_any()


@given(st.text())
def test_cleaning_a_line_twice_changes_nothing_more(text):
    once = clean_line(text)
    assert clean_line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\n" not in once


@given(st.text())
def test_cleaning_a_text_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once
