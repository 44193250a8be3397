"""Letters that look Kyrgyz and are not: foreign code points, Latin letters inside Cyrillic words.

They come with files of other offices and with a keyboard left in Latin. Unrepaired, a name looks
right on paper and is never found again.
"""

import re
import unicodedata
from dataclasses import dataclass

from msu_desktop.office.errors import broken, sentence

CONTROL_SIGN = sentence(
    "control_sign", "There is an unprintable sign after “{before}”: delete it and type again."
)
LETTERS_REPAIRED = sentence(
    "letters_repaired", "Letters that only look alike were corrected in: {words}."
)

FOREIGN = str.maketrans("ӊӈӉӇѳӫѲӪұҰ", "ңңҢҢөөӨӨүҮ")
"""Code points seen in texts in place of ң, ө and ү."""

TWINS = dict(zip("aceopxykmtbhACEOPXYKMTBH", "асеорхукмтвнАСЕОРХУКМТВН", strict=True))
"""Latin letters and the Cyrillic letters of the same shape."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphen, zero-width signs and marks of direction: nobody sees them, every search trips."""

_TWINS = str.maketrans(TWINS)
_WITHOUT_INVISIBLE = str.maketrans("", "", INVISIBLE)
_SUSPECT = re.compile(f"[a-zA-ZӊӈӉӇѳӫѲӪұҰ{INVISIBLE}]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|\\|www\.|\w\.(?:kg|com|org|net|ru)\b")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-zA-Z]+")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text fit for keeping, and the words in which letters were changed, before and after."""

    text: str
    words: tuple[tuple[str, str], ...] = ()
    changed: bool = False


def repair_letters(text: str, field: str | None = None) -> Repaired:
    """Put a typed text in the form in which it is kept: NFC, with letters of one alphabet.

    Addresses of the network and Latin words stay as they are, and so does a word with a Latin
    letter that no Cyrillic letter resembles.

    Raises:
        RuleBroken: the text holds a sign that can be neither seen nor printed.
    """
    if control := _CONTROL.search(text):
        raise broken(CONTROL_SIGN, field, before=text[: control.start()][-20:])
    kept = unicodedata.normalize("NFC", text)
    words: list[tuple[str, str]] = []
    if _SUSPECT.search(kept):
        kept = _TOKEN.sub(
            lambda token: _repair_token(token[0], words), kept.translate(_WITHOUT_INVISIBLE)
        )
    return Repaired(kept, tuple(words), kept != text)


def _repair_token(token: str, words: list[tuple[str, str]]) -> str:
    """Repair what stands between two spaces, and note each word that was changed."""
    if _ADDRESS.search(token):
        return token

    def replace(found: re.Match[str]) -> str:
        word = repair_word(found[0])
        if word != found[0]:
            words.append((found[0], word))
        return word

    return _WORD.sub(replace, token)


def repair_word(word: str) -> str:
    """Repair one word: foreign code points always, Latin letters beside Cyrillic ones."""
    word = word.translate(FOREIGN)
    latin = "".join(_LATIN.findall(word))
    if latin and _CYRILLIC.search(word) and all(letter in TWINS for letter in latin):
        return word.translate(_TWINS)
    return word
