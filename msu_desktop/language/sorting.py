"""Sorting by the Kyrgyz alphabet through a stored key.

Neither code points nor SQLite put ң, ө and ү in their places, so each name is kept with a key whose
plain binary order is the right order. One byte a letter: Cyrillic, Latin and digits fill ASCII.
"""

import re
import unicodedata

from msu_desktop.language.lookalikes import FOREIGN, INVISIBLE

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"

_SPACE, _HYPHEN, _OTHER_SIGN, _OTHER_LETTER = " ", "!", '"', "\x7f"
_LONG_NUMBER = "?"
_BEFORE_TIE = "\x1f"

_DIGITS = re.compile("[0-9]+")
_HYPHENS = "-‐‑‒–—−"


class _Places(dict[int, str]):
    """The place of each sign in the order; found once, remembered."""

    def __missing__(self, code: int) -> str:
        place = self[code] = _place(chr(code))
        return place


class _Capitals(dict[int, str]):
    """Which signs are capitals, as 1 and 0."""

    def __missing__(self, code: int) -> str:
        mark = self[code] = "1" if chr(code).isupper() else "0"
        return mark


_LETTERS = {letter: chr(0x41 + n) for n, letter in enumerate("abcdefghijklmnopqrstuvwxyz")} | {
    letter: chr(0x5B + n) for n, letter in enumerate(ALPHABET)
}


def _place(sign: str) -> str:
    sign = sign.translate(FOREIGN)
    if known := _LETTERS.get(sign.lower()):
        return known
    if sign.isspace():
        return _SPACE
    if sign in _HYPHENS:
        return _HYPHEN
    if sign.isdecimal():
        return str(int(sign))
    kind = unicodedata.category(sign)[0]
    if kind in "MC" or sign in INVISIBLE:
        return ""
    return (_OTHER_SIGN if kind in "PS" else _OTHER_LETTER) + sign.lower()


_PLACES = _Places()
_CAPITALS = _Capitals()


def sort_key(text: str) -> str:
    """Return the key whose order by code points is the order of the Kyrgyz alphabet.

    Space, hyphen, other signs, numbers by their size, Latin, Cyrillic; among equals the one with
    the later capital comes first.
    """
    text = unicodedata.normalize("NFC", text)
    key = _DIGITS.sub(_number, text.translate(_PLACES))
    capitals = text.translate(_CAPITALS).rstrip("0")
    return f"{key}{_BEFORE_TIE}{capitals}"


def _number(found: re.Match[str]) -> str:
    """Put the count of digits before a number, so that longer numbers come later."""
    digits = found[0].lstrip("0") or "0"
    count = len(digits)
    return f"{chr(0x30 + count) if count < 15 else _LONG_NUMBER + chr(0x100 + count)}{digits}"
