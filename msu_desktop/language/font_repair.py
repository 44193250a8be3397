r"""Repair of texts typed in hacked 8-bit fonts: «к=рёштё», «ъкмът\н\н».

Two systems are met, and the same sign means different letters in them, so the system is decided
for the whole document first. A repair is offered with its lines before and after, never made
unasked; letters simply left out («окмоту») are not guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from msu_desktop.language.dictionary import is_known


class FontSystem(Enum):
    """Which letters the signs stand for."""

    A = "A"
    B = "B"
    SHORT_U = "ў"


_LETTERS = {
    FontSystem.A: {"=": "ү", "+": "Ү", "ё": "ө", "Ё": "Ө", "\\": "ң"},
    FontSystem.B: {"ё": "ң", "Ё": "Ң", "ъ": "ө", "Ъ": "Ө", "\\": "ү"},
    FontSystem.SHORT_U: {"ў": "ң", "Ў": "Ң"},
}
_SIGNS = {system: str.maketrans(letters) for system, letters in _LETTERS.items()}

_TOKEN = re.compile(r"\S+")
_ASIDE = re.compile(
    r"""://|www\.|@                   # addresses of the network
    | \b[A-Za-z]:\\                   # C:\Документтер
    | (?<!\w)\\\\\w[\w.$-]*\\        # \\server\архив
    | \d[=+] | [=+]\d                # arithmetic, telephone numbers
    | [а-яё]\+                      # принтер+сканер: no capital letter follows a small one
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"(?<![=+\\])[=+\\]*[\u0400-\u04ff][\u0400-\u04ff=+\\]*")
_LEGAL_HARD_SIGN = re.compile(r"(?<=[бвгджзйклмнпрстфхцчшщ])ъ(?=[еёюя])", re.IGNORECASE)
_BACK_VOWEL = re.compile("[аоуы]", re.IGNORECASE)
_LINE_END_HYPHEN = re.compile(r"\b(\w+)-[ \t]*\n[ \t]*(\w+)")


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """A line before and after, with the words that the dictionary does not confirm."""

    number: int
    before: str
    after: str
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair to be shown and accepted or not; without a system nothing is changed, only shown."""

    system: FontSystem | None
    before: str
    after: str
    lines: tuple[RepairedLine, ...]

    @property
    def doubtful(self) -> tuple[RepairedLine, ...]:
        """Return the lines that somebody should read before accepting."""
        return tuple(line for line in self.lines if line.doubtful)


def suggest_repair(text: str) -> Suggestion | None:
    """Offer a repair of a whole document; None when there is nothing to repair."""
    system = recognise(text)
    repaired = [_repair_line(line, system) for line in text.split("\n")]
    lines = tuple(
        RepairedLine(number, before, after, doubtful)
        for number, (before, (after, doubtful)) in enumerate(
            zip(text.split("\n"), repaired, strict=True), start=1
        )
        if after != before or doubtful
    )
    after = "\n".join(line for line, _ in repaired)
    return Suggestion(system, text, after, lines) if lines else None


def recognise(text: str) -> FontSystem | None:
    """Decide by which system a document was typed; None when its signs do not tell."""
    words = _suspect_words(text)
    signs_of_a = sum("=" in word or "+" in word for word in words)
    signs_of_b = sum("ъ" in _LEGAL_HARD_SIGN.sub("", word).lower() for word in words)
    if not signs_of_a and not signs_of_b:
        signs_of_a = sum(_is_confirmed(word, FontSystem.A) for word in words)
        signs_of_b = sum(_is_confirmed(word, FontSystem.B) for word in words)
    if signs_of_a != signs_of_b:
        return FontSystem.A if signs_of_a > signs_of_b else FontSystem.B
    if not signs_of_a and any(_is_confirmed(word, FontSystem.SHORT_U) for word in words):
        return FontSystem.SHORT_U
    return None


def join_line_ends(text: str) -> tuple[str, tuple[str, ...]]:
    """Join the words broken at line ends, and keep the hyphens that belong to the words.

    Returns:
        The text, and the words of which neither spelling is in the dictionary: they keep the
        hyphen and should be looked at.
    """
    doubtful: list[str] = []

    def join(found: re.Match[str]) -> str:
        first, second = found.groups()
        hyphened = f"{first}-{second}"
        if first.isdigit() or second[0].isupper() or is_known(hyphened):
            return hyphened
        if is_known(first + second):
            return first + second
        doubtful.append(hyphened)
        return hyphened

    return _LINE_END_HYPHEN.sub(join, text), tuple(doubtful)


def _suspect_words(text: str) -> list[str]:
    tokens = (token for token in text.split() if not _ASIDE.search(token))
    words = (word for token in tokens for word in _WORD.findall(token))
    return [word for word in words if set(word.lower()) & set("=+\\ёъў")]


def _each_word(text: str, change: Callable[[str], str]) -> str:
    """Change the words of a text, leaving addresses, paths and arithmetic aside."""

    def change_token(found: re.Match[str]) -> str:
        token = found[0]
        if _ASIDE.search(token):
            return token
        return _WORD.sub(lambda word: change(word[0]), token)

    return _TOKEN.sub(change_token, text)


def _repair_line(line: str, system: FontSystem | None) -> tuple[str, tuple[str, ...]]:
    doubtful: list[str] = []

    def change(word: str) -> str:
        if system is None:
            if "\\" in word:
                doubtful.append(word)
            return word
        repaired = _repair_word(word, system)
        if repaired != word and not is_known(repaired):
            doubtful.append(repaired)
        return repaired

    return _each_word(line, change), tuple(doubtful)


def _repair_word(word: str, system: FontSystem) -> str:
    repaired = _decode(word, system)
    if repaired == word or is_known(repaired):
        return repaired
    return word if _may_stay(word, repaired, system) else repaired


def _may_stay(word: str, repaired: str, system: FontSystem) -> bool:
    """Tell whether a word can be what it is: коёт, объект, учёт."""
    if system is FontSystem.SHORT_U or is_known(word):
        return True
    if set(word) & set("=+\\") or "ъ" in _LEGAL_HARD_SIGN.sub("", word).lower():
        return False
    return system is FontSystem.B or _BACK_VOWEL.search(repaired) is not None


def _decode(word: str, system: FontSystem) -> str:
    """Put letters in place of signs; a legal ъ stays, and a word in capitals stays in capitals."""
    kept = _LEGAL_HARD_SIGN.sub("\0", word) if system is FontSystem.B else word
    decoded = kept.translate(_SIGNS[system]).replace("\0", "ъ")
    letters = [letter for letter in word if letter.isalpha()]
    in_capitals = len(letters) > 1 and all(letter.isupper() for letter in letters)
    return decoded.upper() if in_capitals else decoded


def _is_confirmed(word: str, system: FontSystem) -> bool:
    decoded = _decode(word, system)
    return decoded != word and not is_known(word) and is_known(decoded)
