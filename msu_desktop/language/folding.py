"""Texts folded for search: «кенеш» finds «кеңеш», «аксуу» finds «Ак-Суу», «кр» finds «КРнын».

The folded text is what the search index keeps. Nothing in it depends on tables that an office may
edit, so editing them never asks for a new index.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from msu_desktop.language.lookalikes import FOREIGN, INVISIBLE, repair_word

_FOLDED = str.maketrans("ңөүёъ", "ноуеь")
_PER_CENT = " пайыз "


class _Signs(dict[int, str]):
    """What becomes of each sign of a case-folded text; found once, remembered."""

    def __init__(self, letters: dict[int, int]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, code: int) -> str:
        sign = self[code] = self._fold(chr(code).translate(FOREIGN))
        return sign

    def _fold(self, sign: str) -> str:
        kind = unicodedata.category(sign)
        if sign == "%":
            return _PER_CENT
        if kind in {"Pd", "Pc"} or sign == "−":
            return "-"
        if kind[0] == "M" or sign in INVISIBLE:
            return ""
        if sign.isdecimal():
            return str(int(sign))
        return sign.translate(self._letters) if kind[0] in "LN" else " "


_FOLD = _Signs(_FOLDED)
_KEEP_LETTERS = _Signs({})

_SPACED = re.compile(r"(?<![^ ])(?:[^\W\d_] ){3,}[^\W\d_](?![^ ])")
_SEAM = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_DIGIT = re.compile(r"\d")
_LATIN = re.compile("[a-z]")
_HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)+")
_LETTERED_NUMBER = re.compile(r"(?<![\w-])(?:(\d+)-?([^\W\d_])|([^\W\d_])-?(\d+))(?![\w-])")
_WITH_ENDING = re.compile(r"\b([А-ЯЁҢӨҮ]{2,})[а-яёңөү]{1,4}\b")


def fold(text: str) -> str:
    """Return the folded words of a text, single spaces between them.

    After the words come, once each, the joined forms of hyphenated words and the abbreviations
    that carry an ending in the text: «Ак-Суу, КРнын» → «ак суу крнын аксуу кр».
    """
    translated = _translate(text, _FOLD)
    words = _split(translated)
    added = _joined(translated)
    if found := _WITH_ENDING.findall(text):
        added += (bare.lower().translate(_FOLD) for bare in found)
    if added:
        words += [word for word in dict.fromkeys(added) if word not in words]
    return " ".join(words)


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text in their order, without the forms added for the index."""
    return _split(_translate(text, _FOLD))


def exact_words(text: str) -> list[str]:
    """Return the words of a text in their order with each letter as written: ө stays ө."""
    return _split(_translate(text, _KEEP_LETTERS))


def joined_forms(text: str) -> list[str]:
    """Return the hyphenated words of a text written as one: «Ак-Суу» → «аксуу»."""
    return _joined(_translate(text, _FOLD))


def lettered_numbers(text: str) -> list[tuple[str, str]]:
    """Return the numbers that one letter belongs to: «№ 93-б, К-31» → (93, б), (к, 31)."""
    found = _LETTERED_NUMBER.findall(_translate(text, _FOLD))
    return [(first, second) for first, second in (tuple(filter(None, pair)) for pair in found)]


def abbreviations(text: str) -> dict[str, str]:
    """Return the folded words of a text that are abbreviations with an ending: крнын → кр."""
    signs = _FOLD
    return {
        found[0].lower().translate(signs): found[1].lower().translate(signs)
        for found in _WITH_ENDING.finditer(text)
    }


def _translate(text: str, signs: _Signs) -> str:
    translated = unicodedata.normalize("NFC", text).casefold().translate(signs)
    return _SPACED.sub(_join, translated)


def _split(translated: str) -> list[str]:
    if _DIGIT.search(translated):
        translated = _SEAM.sub(" ", translated)
    words = translated.replace("-", " ").split()
    if _is_still_spaced(words):
        words = _SPACED.sub(_join, " ".join(words)).split()
    return _repair(words) if _LATIN.search(translated) else words


def _joined(translated: str) -> list[str]:
    if "-" not in translated:
        return []
    words = [word.replace("-", "") for word in _HYPHENED.findall(translated)]
    return _repair(words)


def _is_still_spaced(words: Sequence[str]) -> bool:
    """Tell whether four words of one letter may stand in a row."""
    return len(words) > 3 and sum(len(word) == 1 for word in words) > 3


def _join(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def _repair(words: Iterable[str]) -> list[str]:
    return [repair_word(word) for word in words]
