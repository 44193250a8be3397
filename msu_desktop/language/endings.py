"""Kyrgyz case endings after digits and abbreviations: 300гө, 2026дан, КРнын.

An ending follows the spoken last word of the number. What an abbreviation takes cannot be
computed: an editable table knows it, and nothing is guessed.
"""

import json
import re
from functools import cache

from msu_desktop.office.places import RESOURCES

CASES = ("poss", "gen", "dat", "acc", "loc", "abl", "attr")

_ENDINGS = {
    0: "ү дүн гө дү дө дөн дөгү",  # нөл
    1: "и дин ге ди де ден деги",  # бир
    2: "си нин ге ни де ден деги",  # эки
    3: "ү түн кө тү тө төн төгү",  # үч
    4: "ү түн кө тү тө төн төгү",  # төрт
    5: "и тин ке ти те тен теги",  # беш
    6: "сы нын га ны да дан дагы",  # алты
    7: "си нин ге ни де ден деги",  # жети
    8: "и дин ге ди де ден деги",  # сегиз
    9: "у дун га ду да дан дагы",  # тогуз
    10: "у дун го ду до дон догу",  # он
    20: "сы нын га ны да дан дагы",  # жыйырма
    30: "у дун га ду да дан дагы",  # отуз
    40: "ы тын ка ты та тан тагы",  # кырк
    50: "сү нүн гө нү дө дөн дөгү",  # элүү
    60: "ы тын ка ты та тан тагы",  # алтымыш
    70: "и тин ке ти те тен теги",  # жетимиш
    80: "и дин ге ди де ден деги",  # сексен
    90: "у дун го ду до дон догу",  # токсон
    100: "ү дүн гө дү дө дөн дөгү",  # жүз
    1000: "и дин ге ди де ден деги",  # миң
    1_000_000: "у дун го ду до дон догу",  # миллион
    1_000_000_000: "ы дын - ды да дан дагы",  # миллиард; миллиардга and миллиардка are both met
}
_PER_CENT = "ы дын га ды да дан дагы"  # пайыз
_LOCATIVE_AFTER_POSSESSIVE = {
    "и": "инде",
    "си": "синде",
    "ы": "ында",
    "сы": "сында",
    "у": "унда",
    "ү": "үндө",
    "сү": "сүндө",
}
_LAST_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*$")


class NoEnding(LookupError):  # noqa: N818 - says what is the matter
    """No ending is known for sure: write the noun after the number and let it take the ending."""


def ending(number: int, case: str) -> str:
    """Return the ending for a whole number.

    Args:
        number: not negative.
        case: one of ``CASES``, or ``poss_loc`` as in 12синде.

    Raises:
        NoEnding: usage is divided (миллиард with the dative).
    """
    return _in_case(_ENDINGS[_last_spoken(number)], case)


def with_ending(number: int | str, case: str) -> str:
    """Write a number, or a text that ends with one or with %, and its ending: 22.04.2026дан.

    Raises:
        NoEnding: the text ends with something else, or usage is divided.
    """
    text = str(number)
    if text.endswith("%"):
        return text + _in_case(_PER_CENT, case)
    digits = _LAST_NUMBER.search(text)
    if digits is None:
        raise NoEnding(text)
    return text + ending(int(re.sub(r"\D", "", digits[0])), case)


def declined(abbreviation: str, case: str) -> str | None:
    """Return an abbreviation in a case (or ``plural``); None where the full word must be written."""
    return _abbreviations().get(abbreviation, {}).get(case)


def _last_spoken(number: int) -> int:
    """Return the number whose name is spoken last: 2500 → 100, 39 → 9, 20 → 20."""
    if number == 0:
        return 0
    for weight in (1_000_000_000, 1_000_000, 1000, 100):
        if number % weight == 0:
            return weight
    return number % 10 or number % 100


def _in_case(endings: str, case: str) -> str:
    row = dict(zip(CASES, endings.split(), strict=True))
    found = _LOCATIVE_AFTER_POSSESSIVE[row["poss"]] if case == "poss_loc" else row[case]
    if found == "-":
        raise NoEnding(case)
    return found


@cache
def _abbreviations() -> dict[str, dict[str, str]]:
    table = (RESOURCES / "language" / "abbreviations.json").read_text(encoding="utf-8")
    return dict(json.loads(table))
