"""The program's words in the reader's language: gettext catalogues, switched while it runs.

``translations/<language>/LC_MESSAGES/msu.mo`` is read by the standard library. While somebody
edits the ``.po`` beside it, the newer ``.po`` is read instead, through Babel and in memory.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from msu_desktop.language.dates import short_date
from msu_desktop.office.errors import Failure, Problem, Sentence
from msu_desktop.office.places import TRANSLATIONS

LANGUAGES = ("ky", "ru", "en")
DEFAULT = LANGUAGES[0]

_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
_FACT = re.compile(r"\{(\w+)\}")

Said = Problem | Sentence | Failure


class Words:
    """Speak one language: translate texts, count things, say problems."""

    __slots__ = ("_catalogue", "_known", "language")

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue
        self._known: dict[str, str] = {"": ""}

    def __call__(self, msgid: str) -> str:
        """Return the translation; the source itself when there is none or its facts differ."""
        known = self._known.get(msgid)
        if known is None:
            known = self._catalogue.gettext(msgid)
            if not known or _placeholders(known) != _placeholders(msgid):
                known = msgid
            self._known[msgid] = known
        return known

    def plural(self, singular: str, plural: str, n: int, **facts: object) -> str:
        """Return the form that the language uses with the number, with ``{n}`` filled in."""
        source = singular if n == 1 else plural
        text = self._catalogue.ngettext(singular, plural, n)
        if not text or not _placeholders(text) <= _placeholders(singular + plural):
            text = source
        return self.fill(text, {"n": n, **facts})

    def say(self, said: Said, facts: Mapping[str, object] | None = None) -> str:
        """Put a problem into words; the problems of a failure stand on lines of their own."""
        if isinstance(said, Failure):
            return "\n".join(self.say(problem) for problem in said.problems)
        if isinstance(said, Problem):
            return self.fill(self(said.sentence.text), {**said.facts, **(facts or {})})
        return self.fill(self(said.text), facts or {})

    def fill(self, text: str, facts: Mapping[str, object]) -> str:
        """Put facts in the places of ``{names}``; a name without a fact stays as it is."""
        return _FACT.sub(
            lambda name: self.fact(facts[name[1]]) if name[1] in facts else name[0], text
        )

    def fact(self, value: object) -> str:
        """Write one fact as the reader expects it: dates dd.mm.yyyy, labels translated."""
        match value:
            case Enum():
                text = self(str(getattr(value, "label", value.value)))
            case str():
                text = self(value)
            case datetime():
                local = value.astimezone()
                text = f"{short_date(local)} {local:%H:%M}"
            case date():
                text = short_date(value)
            case Decimal():
                text = f"{value:f}".replace(".", "." if self.language == "en" else ",")
            case Problem() | Sentence() | Failure():
                text = self.say(value)
            case list() | tuple() | set() | frozenset():
                text = ", ".join(self.fact(one) for one in value)
            case _:
                text = str(value)
        return text


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def read_catalogue(folder: Path, language: str) -> NullTranslations:
    """Read a language's catalogue from the folder of translations; an empty one if it has none."""
    compiled = folder / language / "LC_MESSAGES" / "msu.mo"
    source = compiled.with_suffix(".po")
    if source.exists() and not _is_fresh(compiled, source):
        return _read_source(source, language)
    if compiled.exists():
        with compiled.open("rb") as file:
            return GNUTranslations(file)
    return NullTranslations()


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _read_source(source: Path, language: str) -> NullTranslations:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only when somebody translates
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only when somebody translates

    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def words(language: str) -> Words:
    """Return the speaker of a language, read once.

    Raises:
        ValueError: the program has no such language.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    return Words(language, read_catalogue(TRANSLATIONS, language))


class _Window:
    """The language of the window, which the user may change at any moment."""

    language = DEFAULT


def set_language(language: str) -> None:
    """Let the window speak another language from now on; whoever drew texts draws them again."""
    _Window.language = words(language).language


def language() -> str:
    """Return the language of the window."""
    return _Window.language


def _(msgid: str) -> str:
    """Translate into the language of the window."""
    return words(_Window.language)(msgid)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form for a number in the language of the window, with ``{n}`` filled in."""
    return words(_Window.language).plural(singular, plural, n)


def say(said: Said, language: str | None = None) -> str:
    """Put a problem into words in the given language or in the window's."""
    return words(language or _Window.language).say(said)
