"""Money: whole tyiyn in the database, ``Decimal`` som in code."""

import re
from decimal import Decimal

from msu_desktop.office.errors import broken, sentence

LARGEST_SUM = Decimal("999999999999.99")

NOT_A_SUM = sentence(
    "not_a_sum", "«{text}» is not a sum of money: write som and tyiyn as in {example}."
)
FINER_THAN_TYIYN = sentence(
    "finer_than_tyiyn", "The sum {sum} is finer than one tyiyn: leave two digits after the comma."
)
SUM_TOO_LARGE = sentence("sum_too_large", "The sum is larger than {limit} som: check the digits.")

_SPACES = " \u00a0\u202f"
_SUM = re.compile(
    rf"(?P<minus>[-−])?(?P<som>[0-9]+|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]{{1,3}}(?:\.[0-9]{{3}})+)"
    r"(?:[.,](?P<tyiyn>[0-9]{1,2}))?"
)


def to_tyiyn(som: Decimal) -> int:
    """Return a sum of som as whole tyiyn.

    Raises:
        RuleBroken: the sum is finer than a tyiyn, or beyond 999 999 999 999,99.
    """
    if not som.is_finite():
        raise broken(NOT_A_SUM, text=str(som), example="39 000,50")
    if abs(som) > LARGEST_SUM:
        raise broken(SUM_TOO_LARGE, limit=LARGEST_SUM)
    tyiyn = som * 100
    if tyiyn != tyiyn.to_integral_value():
        raise broken(FINER_THAN_TYIYN, sum=som)
    return int(tyiyn)


def to_som(tyiyn: int) -> Decimal:
    """Return whole tyiyn as som with two decimals."""
    return Decimal(tyiyn).scaleb(-2)


def read_som(text: str) -> Decimal:
    """Read a sum as people type it: ``39000``, ``39 000,50``, ``1.234,56``, ``-5``.

    Groups of thousands may stand apart by a space or a point; one or two digits after the last
    comma or point are tyiyn.

    Raises:
        RuleBroken: the text is no sum, or the sum is too large.
    """
    found = _SUM.fullmatch(text.strip())
    if not found:
        raise broken(NOT_A_SUM, text=text.strip(), example="39 000,50")
    digits = re.sub(r"[^0-9]", "", found["som"])
    if len(digits.lstrip("0")) > 12:
        raise broken(SUM_TOO_LARGE, limit=LARGEST_SUM)
    sum_ = Decimal(f"{digits}.{(found['tyiyn'] or '').ljust(2, '0')}")
    return -sum_ if found["minus"] and sum_ else sum_
