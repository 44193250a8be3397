import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.language.endings import CASES, NoEnding, declined, ending, with_ending
from tests.language.kyrgyz_vectors import vectors


@pytest.mark.parametrize(("number", "case", "text", "source"), vectors("endings"))
def test_an_ending_follows_the_spoken_number(number, case, text, source):
    assert with_ending(int(number), case) == with_ending(number, case) == text, source


@pytest.mark.parametrize(
    ("number", "case", "text"),
    [
        ("22.04.2026", "abl", "22.04.2026дан"),
        ("2\u00a0500", "dat", "2\u00a0500гө"),
        ("39 000", "abl", "39 000ден"),
        ("30%", "dat", "30%га"),
        ("30\u00a0%", "abl", "30\u00a0%дан"),
        ("43%", "poss", "43%ы"),
        ("48,1", "gen", "48,1дин"),
        ("12", "poss_loc", "12синде"),
        ("893", "poss_loc", "893үндө"),
        ("0", "dat", "0гө"),
        ("05", "dat", "05ке"),
        ("1000000", "dat", "1000000го"),
        ("2000000000", "abl", "2000000000дан"),
    ],
)
def test_an_ending_follows_whatever_the_text_ends_with(number, case, text):
    assert with_ending(number, case) == text


@pytest.mark.parametrize(("text", "case"), [("2000000000", "dat"), ("кат", "dat"), ("", "gen")])
def test_a_doubtful_ending_is_never_guessed(text, case):
    with pytest.raises(NoEnding):
        with_ending(text, case)


@given(st.integers(1, 10**9 - 1), st.sampled_from(CASES))
def test_only_the_last_spoken_word_decides(number, case):
    assert ending(number, case) == ending(10**9 + number, case)


@pytest.mark.parametrize(
    ("abbreviation", "case", "text"),
    [
        ("КР", "gen", "КРнын"),
        ("КР", "attr", "КРдагы"),
        ("ЖӨБ", "dat", "ЖӨБгө"),
        ("ФАП", "gen", "ФАПтын"),
        ("АӨ", "dat", "АӨгө"),
        ("ЮЖБ", "gen", "ЮЖБнын"),
        ("ЮЖБ", "dat", None),
        ("БУУ", "gen", None),
    ],
)
def test_an_abbreviation_takes_only_the_endings_of_the_table(abbreviation, case, text):
    assert declined(abbreviation, case) == text
