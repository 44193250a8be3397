"""Numbers, money, per cent and counts as papers and windows show them, and typed numbers read.

CLDR has no reliable Kyrgyz, and the Russian and English of our papers need only these few forms.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from msu_desktop.office.errors import broken, sentence

NOT_A_NUMBER = sentence(
    "not_a_number", "“{text}” is not understood as a number: type it like 39 000,50."
)

NBSP = "\u00a0"
_UNITS = {
    "ky": ("байт", "КБ", "МБ", "ГБ", "ТБ"),
    "ru": ("байт", "КБ", "МБ", "ГБ", "ТБ"),
    "en": ("bytes", "KB", "MB", "GB", "TB"),
}
_TYPED = re.compile(
    r"(?P<minus>[-−]?)"
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?:,(?P<decimals>\d+))?"
)
_TYPED_WITH_POINT = re.compile(r"(?P<minus>[-−]?)(?P<whole>\d+)\.(?P<decimals>\d+)")


def grouped(number: Decimal | int, language: str = "ky", decimals: int | None = None) -> str:
    """Write a number for tables: 74 957,7 (spaces that do not break; in English 74,957.7).

    Args:
        number: a quantity; years and numbers of papers are never grouped.
        language: of the paper or the window.
        decimals: how many the form prescribes, rounded half up; as many as it has by default.
    """
    exact = Decimal(number)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{abs(exact):,f}"
    if language != "en":
        text = text.replace(",", NBSP).replace(".", ",")
    return f"−{text}" if exact < 0 else text


def per_cent(number: Decimal | int, language: str = "ky", decimals: int = 0) -> str:
    """Write a share for tables: 24,0 %; in running text papers say пайыз."""
    return grouped(number, language, decimals) + ("%" if language == "en" else f"{NBSP}%")


def som(amount: Decimal, language: str = "ky") -> str:
    """Write money: 750 000 сом; tyiyn only when there are any."""
    whole = amount == amount.to_integral_value()
    noun = {"ky": "сом", "en": "som"}.get(language, "сома")
    if language == "ru" and whole:
        noun = russian_form(int(amount), "сом", "сома", "сомов")
    return f"{grouped(amount, language, 0 if whole else 2)}{NBSP}{noun}"


def file_size(size: int, language: str = "ky") -> str:
    """Write the size of a file given in bytes: 1,5 МБ."""
    units = _UNITS[language]
    step = min(max(size, 1).bit_length() - 1, 49) // 10
    rounded = (Decimal(size) / 1024**step).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if rounded >= 1024 and step + 1 < len(units):
        step, rounded = step + 1, rounded / 1024
    decimals = 0 if rounded == rounded.to_integral_value() else 1
    return f"{grouped(rounded, language, decimals)}{NBSP}{units[step]}"


def counted(n: int, forms: Sequence[str], language: str) -> str:
    """Write a count with its noun: «5 кат»; Kyrgyz has one form, English two, Russian three."""
    form = russian_form(n, *forms) if language == "ru" else forms[0 if n == 1 else -1]
    return f"{n} {form}"


def russian_form(n: int, one: str, few: str, many: str) -> str:
    """Choose the form of a Russian noun after a number: 21 письмо, 22 письма, 25 писем."""
    n = abs(n)
    if 11 <= n % 100 <= 14:
        return many
    return {1: one, 2: few, 3: few, 4: few}.get(n % 10, many)


def parse_number(text: str) -> Decimal:
    """Read a typed number: spaces or points between groups of three, a comma for decimals.

    A point that cannot stand between groups is taken for the comma, as on the number pad.

    Raises:
        RuleBroken: the text is no number.
    """
    typed = text.strip()
    found = _TYPED.fullmatch(typed) or _TYPED_WITH_POINT.fullmatch(typed)
    if found is None:
        raise broken(NOT_A_NUMBER, text=typed)
    whole = re.sub(r"\D", "", found["whole"])
    sign = "-" if found["minus"] else ""
    return Decimal(f"{sign}{whole}.{found['decimals'] or ''}")
