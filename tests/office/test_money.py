"""Sums of money, typed and stored."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.money import (
    FINER_THAN_TYIYN,
    NOT_A_SUM,
    SUM_TOO_LARGE,
    read_som,
    to_som,
    to_tyiyn,
)


@pytest.mark.parametrize(
    ("typed", "som"),
    [
        ("39000", "39000.00"),
        ("39 000,50", "39000.50"),
        ("39\u00a0000,5", "39000.50"),
        ("1\u202f234\u202f567,89", "1234567.89"),
        ("1.234,56", "1234.56"),
        ("1.234", "1234.00"),
        ("1234.56", "1234.56"),
        (" 0 ", "0.00"),
        ("-5", "-5.00"),
        ("−5,05", "-5.05"),
        ("-0", "0.00"),
        ("999 999 999 999,99", "999999999999.99"),
    ],
)
def test_a_sum_is_read_as_people_type_it(typed, som):
    assert str(read_som(typed)) == som


@pytest.mark.parametrize(
    "typed",
    ["", "сом", "1,234,567", "12 34", "1 0000", "5,", ",5", "1,234", "1e3", "NaN", "٣", "5 сом"],
)
def test_what_is_no_sum_is_refused(typed):
    with pytest.raises(RuleBroken) as refused:
        read_som(typed)
    assert refused.value.problem.sentence is NOT_A_SUM


@pytest.mark.parametrize(
    ("som", "said"),
    [
        (Decimal("0.001"), FINER_THAN_TYIYN),
        (Decimal("1e12"), SUM_TOO_LARGE),
        (Decimal("NaN"), NOT_A_SUM),
        (Decimal("Infinity"), NOT_A_SUM),
    ],
)
def test_a_sum_that_cannot_be_stored_is_refused(som, said):
    with pytest.raises(RuleBroken) as refused:
        to_tyiyn(som)
    assert refused.value.problem.sentence is said


def test_a_sum_with_too_many_digits_is_refused():
    with pytest.raises(RuleBroken) as refused:
        read_som("1" * 13)
    assert refused.value.problem.sentence is SUM_TOO_LARGE


@given(st.integers(-99_999_999_999_999, 99_999_999_999_999))
def test_tyiyn_become_som_and_tyiyn_again(tyiyn):
    som = to_som(tyiyn)
    assert to_tyiyn(som) == tyiyn
    assert read_som(f"{som:f}") == som
    assert read_som(f"{som:,.2f}".replace(",", "\u00a0").replace(".", ",")) == som
