from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.language.formats import counted, file_size, grouped, parse_number, per_cent, som
from msu_desktop.office.errors import RuleBroken
from tests.language.kyrgyz_vectors import vectors

LETTERS = {"ky": ("кат",), "ru": ("письмо", "письма", "писем"), "en": ("letter", "letters")}
DAYS = {"ky": ("күн",), "ru": ("день", "дня", "дней")}


@pytest.mark.parametrize(("n", "kyrgyz", "russian"), vectors("plurals"))
def test_things_are_counted_as_each_language_counts(n, kyrgyz, russian):
    n = int(n)
    assert f"{counted(n, LETTERS['ky'], 'ky')}; {counted(n, DAYS['ky'], 'ky')} калды" == kyrgyz
    left = counted(n, ("остался", "осталось", "осталось"), "ru").split()[1]
    assert f"{counted(n, LETTERS['ru'], 'ru')}; {left} {counted(n, DAYS['ru'], 'ru')}" == russian


@pytest.mark.parametrize(
    ("number", "decimals", "kyrgyz", "english"),
    [
        (5000, 0, "5 000", "5,000"),
        (999, 0, "999", "999"),
        (Decimal("74957.7"), 1, "74 957,7", "74,957.7"),
        (Decimal("48.1"), 1, "48,1", "48.1"),
        (Decimal("2.25"), 1, "2,3", "2.3"),
        (Decimal("-1234.5"), 2, "−1 234,50", "−1,234.50"),
        (Decimal("-0.01"), 1, "0,0", "0.0"),
    ],
)
def test_numbers_are_grouped_with_a_decimal_comma(number, decimals, kyrgyz, english):
    assert grouped(number, "ky", decimals) == kyrgyz.replace(" ", "\u00a0")
    assert grouped(number, "ru", decimals) == kyrgyz.replace(" ", "\u00a0")
    assert grouped(number, "en", decimals) == english


def test_a_number_keeps_its_own_decimals_when_none_are_asked():
    assert grouped(Decimal("48.10")) == "48,10"
    assert grouped(1650) == "1\u00a0650"


def test_per_cent_money_and_sizes():
    assert per_cent(Decimal(24), "ky", 1) == "24,0\u00a0%"
    assert per_cent(30, "en") == "30%"
    assert som(Decimal(750000), "ky") == "750\u00a0000\u00a0сом"
    assert som(Decimal("1.5"), "ky") == "1,50\u00a0сом"
    assert som(Decimal(2), "ru") == "2\u00a0сома"
    assert som(Decimal("2.50"), "ru") == "2,50\u00a0сома"
    assert som(Decimal(5), "en") == "5\u00a0som"
    assert file_size(900, "ky") == "900\u00a0байт"
    assert file_size(1536, "ru") == "1,5\u00a0КБ"
    assert file_size(25 * 1024**2, "en") == "25\u00a0MB"
    assert file_size(1024**2 - 1, "en") == "1\u00a0MB"
    assert file_size(3 * 1024**5, "en") == "3\u00a0072\u00a0TB".replace("\u00a0", ",", 1)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5 000", "5000"),
        ("5\u00a0000", "5000"),
        ("74\u202f957,7", "74957.7"),
        ("1.250,99", "1250.99"),
        ("1.000.000", "1000000"),
        ("5.000", "5000"),
        ("1250.99", "1250.99"),
        ("48,1", "48.1"),
        (" 7 ", "7"),
        ("−3,5", "-3.5"),
        ("-3", "-3"),
        ("0,25", "0.25"),
    ],
)
def test_a_typed_number_is_read(typed, number):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "сом", "1,2,3", "1,250.99", "12 34", "5,", "1e5", "--1"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(RuleBroken) as refused:
        parse_number(typed)
    assert refused.value.facts == {"text": typed.strip()}


@given(st.decimals(-(10**12), 10**12, places=2))
def test_a_printed_number_is_read_back(number):
    assert parse_number(grouped(number, "ky", 2)) == number
