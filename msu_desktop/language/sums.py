"""Sums of money in words, Kyrgyz and Russian, som and tyiyn, to 999 999 999 999,99."""

from collections.abc import Iterator
from decimal import Decimal

from msu_desktop.language.formats import grouped, russian_form
from msu_desktop.office.errors import broken, sentence

LARGEST = Decimal("999999999999.99")
NOT_A_SUM = sentence(
    "sum_not_in_words",
    "The sum {sum} cannot be written in words: it must lie between 0 and {largest} som "
    "and have at most two decimals.",
)

_KY_ONES = ("", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз")
_KY_TENS = (
    *("", "он", "жыйырма", "отуз", "кырк", "элүү"),
    *("алтымыш", "жетимиш", "сексен", "токсон"),
)
_KY_WEIGHTS = ("миллиард", "миллион", "миң", "")

_RU_ONES = (
    *("", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    *("одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать"),
    *("шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"),
)
_RU_FEMININE = {"один": "одна", "два": "две"}
_RU_TENS = (
    *("", "", "двадцать", "тридцать", "сорок", "пятьдесят"),
    *("шестьдесят", "семьдесят", "восемьдесят", "девяносто"),
)
_RU_HUNDREDS = (
    *("", "сто", "двести", "триста", "четыреста", "пятьсот"),
    *("шестьсот", "семьсот", "восемьсот", "девятьсот"),
)
_RU_WEIGHTS = (
    ("миллиард", "миллиарда", "миллиардов"),
    ("миллион", "миллиона", "миллионов"),
    ("тысяча", "тысячи", "тысяч"),
    ("", "", ""),
)


def number_in_words(number: int, language: str, *, one_hundred: bool = False) -> str:
    """Write a whole number in words.

    Args:
        number: from 0 to 999 999 999 999.
        language: ``ky`` or ``ru``.
        one_hundred: say «бир жүз» instead of «жүз», as some offices do.

    Raises:
        RuleBroken: the number is out of these bounds.
    """
    _check(Decimal(number))
    if number == 0:
        return "нөл" if language == "ky" else "ноль"
    return " ".join(_kyrgyz(number, one_hundred) if language == "ky" else _russian(number))


def som_in_words(number: int, language: str, *, one_hundred: bool = False) -> str:
    """Write whole som in words: «отуз тогуз миң сом», «тридцать девять тысяч сомов»."""
    words = number_in_words(number, language, one_hundred=one_hundred)
    return f"{words} {_som(number, language)}"


def sum_in_words(amount: Decimal, language: str, *, one_hundred: bool = False) -> str:
    """Write a sum that stands alone: «Отуз тогуз миң сом 50 тыйын».

    Raises:
        RuleBroken: the sum is negative, too large or has parts of a tyiyn.
    """
    _check(amount)
    whole, tyiyn = divmod(int(amount * 100), 100)
    words = som_in_words(whole, language, one_hundred=one_hundred)
    noun = "тыйын" if language == "ky" else russian_form(tyiyn, "тыйын", "тыйына", "тыйынов")
    return f"{words[0].upper()}{words[1:]} {tyiyn:02} {noun}"


def sum_on_paper(amount: Decimal, language: str, *, one_hundred: bool = False) -> str:
    """Write a sum in figures and words: «39 000 (отуз тогуз миң) сом»."""
    _check(amount)
    if amount != int(amount):
        words = sum_in_words(amount, language, one_hundred=one_hundred)
        return f"{grouped(amount, language, 2)} ({words[0].lower()}{words[1:]})"
    whole = int(amount)
    words = number_in_words(whole, language, one_hundred=one_hundred)
    return f"{grouped(whole, language)} ({words}) {_som(whole, language)}"


def _check(amount: Decimal) -> None:
    if not amount.is_finite() or not 0 <= amount <= LARGEST or amount != round(amount, 2):
        raise broken(NOT_A_SUM, sum=amount, largest=grouped(LARGEST))


def _som(number: int, language: str) -> str:
    return "сом" if language == "ky" else russian_form(number, "сом", "сома", "сомов")


def _threes(number: int) -> Iterator[int]:
    """Cut a number into milliards, millions, thousands and the rest."""
    for power in (9, 6, 3, 0):
        yield number // 10**power % 1000


def _kyrgyz(number: int, one_hundred: bool) -> Iterator[str]:
    for weight, three in zip(_KY_WEIGHTS, _threes(number), strict=True):
        hundreds, rest = divmod(three, 100)
        words = [_KY_TENS[rest // 10], _KY_ONES[rest % 10]]
        if hundreds:
            words = [_KY_ONES[hundreds] if hundreds > 1 or one_hundred else "", "жүз", *words]
        yield from (word for word in (*words, weight if three else "") if word)


def _russian(number: int) -> Iterator[str]:
    for weight, three in zip(_RU_WEIGHTS, _threes(number), strict=True):
        hundreds, rest = divmod(three, 100)
        tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
        one = _RU_ONES[ones]
        if weight[0] == "тысяча":
            one = _RU_FEMININE.get(one, one)
        noun = russian_form(three, *weight) if three else ""
        yield from (word for word in (_RU_HUNDREDS[hundreds], _RU_TENS[tens], one, noun) if word)
