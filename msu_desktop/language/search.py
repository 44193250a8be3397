"""What a search asks for, matched against a text or handed to the search index.

Every word of the query must be found, in any order: by its beginning, by a synonym, by an
abbreviation or its full words. A number is found only as the same number.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from msu_desktop.language.folding import (
    abbreviations,
    exact_words,
    fold,
    folded_words,
    joined_forms,
    lettered_numbers,
)
from msu_desktop.office.places import RESOURCES

_LONGEST_ENDING = 6
_SOFTENED_FROM = 4
_SOFTENED = {"п": "б", "к": "г"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that must stand side by side; with ``prefix`` the last one only begins so."""

    words: tuple[str, ...]
    prefix: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """For each word of the query the phrases of which any one will do."""

    words: tuple[tuple[Phrase, ...], ...] = ()


Group = tuple[Phrase, ...]


@cache
def synonyms() -> tuple[Group, ...]:
    """Return the groups of abbreviations and synonyms of the table in resources, read once."""
    table = (RESOURCES / "language" / "synonyms.json").read_text(encoding="utf-8")
    return read_synonyms(json.loads(table))


def read_synonyms(groups: Sequence[Sequence[str]]) -> tuple[Group, ...]:
    """Read groups of phrases that mean the same; a word all in capitals is an abbreviation."""
    return tuple(
        tuple(
            Phrase(tuple(folded_words(text)), prefix=not (text.isupper() and text.isalpha()))
            for text in group
        )
        for group in groups
    )


def parse_query(query: str, groups: Sequence[Group] | None = None) -> Query:
    """Read a query as it is typed; a query without letters and digits asks for nothing."""
    table = synonyms() if groups is None else groups
    bare = abbreviations(query)
    words = folded_words(query)
    known = [bare.get(word, word) for word in words]
    found = [_own_phrases(word, bare.get(word), table) for word in words]
    for first, length, phrases in _segments(query, known, table):
        for place in range(first, first + length):
            found[place] += phrases
    for place, pair in _pairs(words, lettered_numbers(query)):
        found[place] = found[place + 1] = [Phrase(pair, prefix=not pair[1].isdigit())]
    return Query(tuple(tuple(dict.fromkeys(phrases)) for phrases in found))


def _own_phrases(word: str, bare: str | None, groups: Sequence[Group]) -> list[Phrase]:
    if word[-1].isdigit():
        return [Phrase((word,), prefix=False)]
    exact = Phrase((bare or word,), prefix=False)
    if any(exact in group for group in groups):
        return [exact]
    return [Phrase((form,)) for form in _forms(word)]


def _segments(
    query: str, words: Sequence[str], groups: Sequence[Group]
) -> Iterator[tuple[int, int, list[Phrase]]]:
    """Find what stands for several words at once: synonyms, and «ак-суу» written as one word."""
    place = 0
    while place < len(words):
        length, phrases = _longest_known(words[place:], groups)
        if length:
            yield place, length, phrases
        place += max(length, 1)
    for joined in joined_forms(query):
        for first, length in _runs_spelling(joined, words):
            yield first, length, [Phrase((joined,))]


def _longest_known(words: Sequence[str], groups: Sequence[Group]) -> tuple[int, list[Phrase]]:
    """Return how many words at the beginning are a known phrase, and what may stand for it."""
    fitting = [
        (len(phrase.words), group)
        for group in groups
        for phrase in group
        if _is_form_of(words[: len(phrase.words)], phrase)
    ]
    longest = max((length for length, _ in fitting), default=0)
    return longest, [
        Phrase((*phrase.words[:-1], form), phrase.prefix)
        for length, group in fitting
        if length == longest
        for phrase in group
        for form in (_forms(phrase.words[-1]) if phrase.prefix else phrase.words[-1:])
    ]


def _is_form_of(words: Sequence[str], phrase: Phrase) -> bool:
    """Tell whether the words are the phrase, its last word perhaps with an ending."""
    if len(words) != len(phrase.words) or tuple(words[:-1]) != phrase.words[:-1]:
        return False
    word, last = words[-1], phrase.words[-1]
    if not phrase.prefix:
        return word == last
    return any(
        word.startswith(form) and len(word) - len(form) <= _LONGEST_ENDING for form in _forms(last)
    )


def _forms(word: str) -> tuple[str, ...]:
    """Return the beginnings under which a word is met: мектеп, мектеб(и)."""
    if len(word) >= _SOFTENED_FROM and word[-1] in _SOFTENED:
        return word, word[:-1] + _SOFTENED[word[-1]]
    return (word,)


def _runs_spelling(joined: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find the neighbouring words that together spell the joined form."""
    for first in range(len(words)):
        for last in range(first + 2, len(words) + 1):
            if "".join(words[first:last]) == joined:
                yield first, last - first


def _pairs(
    words: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> Iterator[tuple[int, tuple[str, str]]]:
    for place, pair in enumerate(pairwise(words)):
        if pair in pairs:
            yield place, pair


def matches(query: Query | str, text: str) -> bool:
    """Tell whether a text answers a query, by the same rules as the search index."""
    asked = parse_query(query) if isinstance(query, str) else query
    words = fold(text).split()
    return all(any(_stands_in(phrase, words) for phrase in any_of) for any_of in asked.words)


def to_fts5(query: Query, column: str | None = None) -> str:
    """Write a query for an FTS5 table over folded texts; nothing asked gives an empty string."""
    asked = " AND ".join(
        "(" + " OR ".join(_fts5_phrase(phrase) for phrase in any_of) + ")" for any_of in query.words
    )
    return f'"{column}" : ({asked})' if column and asked else asked


def _fts5_phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{"*" if phrase.prefix else ""}'


def rank(query: str, text: str) -> int:
    """Order answers, the best first, by how near they are to what was typed.

    0: the very words side by side; 1: the very words; 2: side by side with other letters
    (ө as о); 3: any other answer.
    """
    asked, said = exact_words(query), exact_words(text)
    if _stands_in(_typed(asked), said):
        return 0
    if all(_stands_in(_typed([word]), said) for word in asked):
        return 1
    return 2 if _stands_in(_typed(folded_words(query)), folded_words(text)) else 3


def _typed(words: Sequence[str]) -> Phrase:
    return Phrase(tuple(words), prefix=not (words and words[-1][-1].isdigit()))


def _stands_in(phrase: Phrase, words: Sequence[str]) -> bool:
    *head, last = phrase.words or ("",)
    for place in range(len(words) - len(head)):
        word = words[place + len(head)]
        fits = word.startswith(last) if phrase.prefix else word == last
        if fits and list(words[place : place + len(head)]) == head:
            return True
    return False
