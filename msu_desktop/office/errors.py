"""The kinds of failure: a rule broken, a known trouble, a cancelled wish; anything else is a bug.

An error carries a code and facts, never finished words. The sentence of each code is declared
once, in English, beside the rule that breaks; ``language.catalogue.say`` puts it into the reader's
language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the usual name of the gettext mark
    """Mark a text for translation without translating it here."""
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for the user with ``{facts}`` in it, known by its code."""

    code: str
    text: str


SENTENCES: dict[str, Sentence] = {}


def sentence(code: str, text: str) -> Sentence:
    """Declare the sentence of a code; a second text for the same code is a bug."""
    known = SENTENCES.setdefault(code, Sentence(code, text))
    if known.text != text:
        raise ValueError(code)
    return known


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not right: which sentence, with which facts, beside which field."""

    sentence: Sentence
    facts: Mapping[str, object] = field(default_factory=dict)
    field: str | None = None

    @property
    def code(self) -> str:
        """Return the code by which programs know the problem."""
        return self.sentence.code


class Failure(Exception):  # noqa: N818 - the parent of both kinds
    """A failure we foresaw; its words are made from the code and the facts."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems
        self.place: int | None = None
        """Which of many commands failed, counted from 0."""

    @property
    def problem(self) -> Problem:
        """Return the first problem."""
        return self.problems[0]

    @property
    def code(self) -> str:
        """Return the first problem's code."""
        return self.problem.code

    @property
    def facts(self) -> Mapping[str, object]:
        """Return the first problem's facts."""
        return self.problem.facts


class RuleBroken(Failure):
    """What the clerk asked for breaks a rule; the data stays as it was. Shown beside the field."""


class KnownTrouble(Failure):
    """The surroundings fail: full disk, locked file, newer database. Shown with advice."""


class Cancelled(Exception):  # noqa: N818 - a wish, not an error
    """The user stopped a long work; nothing is shown."""


def broken(said: Sentence, field: str | None = None, **facts: object) -> RuleBroken:
    """Make a RuleBroken with one problem."""
    return RuleBroken(Problem(said, facts, field))


def trouble(said: Sentence, **facts: object) -> KnownTrouble:
    """Make a KnownTrouble with one problem."""
    return KnownTrouble(Problem(said, facts))
