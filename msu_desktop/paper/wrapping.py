"""Break a text into lines that fit a width, as a careful typist would."""

import re
from collections.abc import Callable, Iterator

Ruler = Callable[[str], float]

BOUND = "\u00a0"
_VOWELS = "аеёиоөуүыэюя"
_CONSONANTS = "бвгджзйклмнңпрстфхцчшщ"
_BINDING = re.compile(r"(?<=№) (?=\w)|(?<=\b[А-ЯЁӨҮҢ]\.) (?=[А-ЯЁӨҮҢ])")
_AFTER_A_JOINT = re.compile(r"(?<=[-/\u00a0\u2013])(?=.)")
_SYLLABLE = re.compile(
    f"(?<=[{_VOWELS}{_CONSONANTS}ьъ])(?=[{_CONSONANTS}][{_VOWELS}])", re.IGNORECASE
)
_HAS_VOWEL = re.compile(f"[{_VOWELS}]", re.IGNORECASE)


def wrap(text: str, room: float, width: Ruler) -> tuple[str, ...]:
    """Break the text into lines no wider than the room; new lines of the text are kept.

    «№» stays with its number and an initial with its surname. Only a word wider than the room is
    divided: after a hyphen or a slash, else between syllables, else anywhere.
    """
    if " " not in text and "\n" not in text and width(text) <= room:
        return (text,)
    bound = _BINDING.sub(BOUND, text)
    return tuple(
        line.replace(BOUND, " ")
        for paragraph in bound.split("\n")
        for line in _lines(paragraph, room, width)
    )


def _lines(paragraph: str, room: float, width: Ruler) -> Iterator[str]:
    line, used, space = "", 0.0, width(" ")
    for word in filter(None, paragraph.split(" ")):
        need = width(word)
        if line and used + space + need <= room:
            line, used = f"{line} {word}", used + space + need
            continue
        if line:
            yield line
        line = word
        while need > room and len(line) > 1:
            head, line = _divide(line, room, width)
            yield head
            need = width(line)
        used = need
    yield line


def _divide(word: str, room: float, width: Ruler) -> tuple[str, str]:
    """Divide an over-wide word in a head that fits (one sign at least) and the rest."""
    for cut in reversed([joint.start() for joint in _AFTER_A_JOINT.finditer(word)]):
        if width(word[:cut].rstrip(BOUND)) <= room:
            return word[:cut].rstrip(BOUND), word[cut:]
    for cut in reversed(list(_syllables(word))):
        if width(word[:cut] + "-") <= room:
            return word[:cut] + "-", word[cut:]
    fitting = (cut for cut in range(len(word) - 1, 1, -1) if width(word[:cut]) <= room)
    cut = next(fitting, 1)
    return word[:cut], word[cut:]


def _syllables(word: str) -> Iterator[int]:
    """Find where a syllable ends: before a consonant and its vowel, never after one letter."""
    for edge in _SYLLABLE.finditer(word):
        before = re.split(r"\W", word[: edge.start()])[-1]
        if len(before) > 1 and _HAS_VOWEL.search(before):
            yield edge.start()
