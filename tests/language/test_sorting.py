import random
import sqlite3
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msu_desktop.language.sorting import ALPHABET, sort_key
from tests.language.kyrgyz_vectors import vectors

NAMES = st.text(alphabet=ALPHABET + ALPHABET.upper() + "azKZ 0123456789-/№.", max_size=12)


def slow_order(text: str) -> list[tuple]:
    """The rules of the alphabet said plainly, sign by sign."""
    signs, number = [], ""
    for sign in text + "\0":
        if sign in "0123456789":
            number += sign
            continue
        if number:
            signs.append((4, int(number)))
            number = ""
        if sign == " ":
            signs.append((1, 0))
        elif sign == "-":
            signs.append((2, 0))
        elif sign.lower() in ALPHABET:
            signs.append((6, ALPHABET.index(sign.lower())))
        elif "a" <= sign.lower() <= "z":
            signs.append((5, ord(sign.lower())))
        elif sign != "\0":
            signs.append((3, ord(sign)))
    return signs


@pytest.mark.parametrize(("name", "joined"), vectors("sorting"))
def test_lists_stand_in_the_order_of_the_kyrgyz_alphabet(name, joined):
    right = joined.split("|")
    shuffled = random.Random(name).sample(right, len(right))
    assert sorted(shuffled, key=sort_key) == right


def test_the_database_sorts_by_the_key_as_it_is():
    right = [name for _, joined in vectors("sorting") for name in joined.split("|")]
    database = sqlite3.connect(":memory:")
    database.execute("create table places (name text, key text)")
    database.executemany("insert into places values (?, ?)", [(n, sort_key(n)) for n in right])
    sorted_there = [row[0] for row in database.execute("select name from places order by key")]
    assert sorted_there == sorted(right, key=sort_key)
    database.close()


@given(NAMES, NAMES)
@example("2/2", "2/10")
@example("Ёлка", "Ель")
def test_the_key_agrees_with_the_rules_said_plainly(one, other):
    plain_one, plain_other = slow_order(one), slow_order(other)
    if plain_one != plain_other:
        assert (sort_key(one) < sort_key(other)) == (plain_one < plain_other)


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=8))
def test_lower_case_comes_first_among_equals(word):
    forms = [word, word.capitalize(), word[0].upper() + word[1:].upper()]
    keys = [sort_key(form) for form in dict.fromkeys(forms)]
    assert all(one < other for one, other in pairwise(keys))


@given(st.text())
def test_the_key_does_not_depend_on_how_letters_are_composed(text):
    assert sort_key(text) == sort_key(unicodedata.normalize("NFD", text))


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_are_compared_as_numbers(one, other):
    assert (sort_key(f"№ {one}") < sort_key(f"№ {other}")) == (one < other)


def test_foreign_code_points_sort_as_the_letters_they_stand_for():
    assert sort_key("ѳз") == sort_key("өз")
