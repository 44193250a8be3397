"""A small dictionary of official Kyrgyz, enough to confirm a repair, never to forbid a word."""

from functools import cache

from msu_desktop.office.places import RESOURCES

_SHORTEST_STEM = 4
_LONGEST_ENDINGS = 8


@cache
def dictionary() -> frozenset[str]:
    """Return the words of the dictionary, in lower case, read once."""
    words = (RESOURCES / "language" / "words.txt").read_text(encoding="utf-8")
    return frozenset(words.split())


def is_known(word: str) -> bool:
    """Tell whether a word, or the stem left when endings are taken away, is in the dictionary."""
    word, known = word.lower(), dictionary()
    shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDINGS, word.rfind("-") + 1)
    return word in known or any(word[:end] in known for end in range(shortest, len(word)))
