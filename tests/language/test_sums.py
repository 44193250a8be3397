from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msu_desktop.language.formats import parse_number
from msu_desktop.language.sums import (
    LARGEST,
    number_in_words,
    som_in_words,
    sum_in_words,
    sum_on_paper,
)
from msu_desktop.office.errors import RuleBroken
from tests.language.kyrgyz_vectors import vectors

DIGITS = ["нөл", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз"]
TENS = ["нөл", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон"]
WEIGHTS = {"миң": 10**3, "миллион": 10**6, "миллиард": 10**9}
RUSSIAN = {
    word: 10**power * (digit + 1)
    for power, row in enumerate(
        (
            "один два три четыре пять шесть семь восемь девять",
            "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
            "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
        )
    )
    for digit, word in enumerate(row.split())
} | {"одна": 1, "две": 2, "ноль": 0}
TEENS = ["одинн", "двен", "трин", "четырн", "пятн", "шестн", "семн", "восемн", "девятн"]


def read_kyrgyz(text):
    total = group = 0
    for word in text.split():
        if word in WEIGHTS:
            total, group = total + group * WEIGHTS[word], 0
        elif word == "жүз":
            group = max(group, 1) * 100
        else:
            group += DIGITS.index(word) if word in DIGITS else 10 * TENS.index(word)
    return total + group


def read_russian(text):
    total = group = 0
    weights = {"тысяч": 10**3, "миллион": 10**6, "миллиард": 10**9}
    for word in text.split():
        weight = next((w for name, w in reversed(weights.items()) if word.startswith(name)), None)
        if weight:
            total, group = total + group * weight, 0
        elif word.endswith("надцать"):
            group += 11 + TEENS.index(word.removesuffix("адцать"))
        else:
            group += RUSSIAN[word]
    return total + group


@pytest.mark.parametrize(("number", "kyrgyz", "russian"), vectors("sums"))
def test_whole_som_are_said_in_words(number, kyrgyz, russian):
    assert som_in_words(int(number), "ky") == kyrgyz
    assert som_in_words(int(number), "ru") == russian


@pytest.mark.parametrize(("amount", "kyrgyz", "russian"), vectors("tyiyn"))
def test_som_and_tyiyn_are_said_in_words(amount, kyrgyz, russian):
    assert sum_in_words(parse_number(amount), "ky") == kyrgyz
    assert sum_in_words(parse_number(amount), "ru") == russian


@given(st.integers(0, int(LARGEST)))
@example(100)
@example(100_100_100_100)
@example(111_011_001_012)
def test_words_say_the_very_number(number):
    assert read_kyrgyz(number_in_words(number, "ky")) == number
    assert read_russian(number_in_words(number, "ru")) == number


def test_an_office_may_say_one_hundred():
    assert number_in_words(100, "ky", one_hundred=True) == "бир жүз"
    assert number_in_words(1100, "ky", one_hundred=True) == "бир миң бир жүз"
    assert number_in_words(200, "ky", one_hundred=True) == "эки жүз"


def test_the_largest_sum_is_said():
    assert sum_in_words(LARGEST, "ky").endswith("тогуз жүз токсон тогуз сом 99 тыйын")


def test_a_sum_stands_on_paper_in_figures_and_words():
    assert sum_on_paper(Decimal(39000), "ky") == "39\u00a0000 (отуз тогуз миң) сом"
    assert sum_on_paper(Decimal("39000.50"), "ky") == (
        "39\u00a0000,50 (отуз тогуз миң сом 50 тыйын)"
    )
    assert sum_on_paper(Decimal(2), "ru") == "2 (два) сома"


@pytest.mark.parametrize("amount", ["-1", "1000000000000", "0.001", "NaN"])
def test_a_sum_that_cannot_be_paid_is_refused(amount):
    with pytest.raises(RuleBroken):
        sum_in_words(Decimal(amount), "ky")
