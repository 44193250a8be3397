"""Numbers of papers: templates such as ``{index}/{n}``, when they restart, what is missing.

A number once given is never given again; the counter is drawn inside the saving transaction, here
is only how it looks and in which period it counts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from msu_desktop.office.errors import N_, broken, sentence
from msu_desktop.office.roman import roman

LONGEST_TEMPLATE = 40
WIDEST_PADDING = 9
COUNTERS = ("n", "q")
PLACEHOLDERS = {
    "n": N_("running number"),
    "index": N_("file index"),
    "yy": N_("year, two digits"),
    "yyyy": N_("year, four digits"),
    "s": N_("session of the kenesh"),
    "S": N_("session of the kenesh in Roman numerals"),
    "q": N_("question of the agenda"),
    "u": N_("sub-number"),
}

EMPTY_TEMPLATE = sentence(
    "number_template_empty", "The number template is empty: write how the number looks."
)
TEMPLATE_TOO_LONG = sentence(
    "number_template_too_long",
    "The number template is longer than {limit} signs: shorten it.",
)
UNBALANCED_BRACES = sentence(
    "number_template_braces",
    "A brace is not closed or not opened in the number template {template}: "
    "write every place as {example}.",
)
UNKNOWN_PLACEHOLDER = sentence(
    "number_template_unknown",
    "The number template does not know {placeholder}: use one of {known}.",
)
NO_COUNTER = sentence(
    "number_template_without_counter",
    "The number template {template} has no counter, all numbers would be alike: "
    "add {counter} to it.",
)
NO_SIGN_BETWEEN = sentence(
    "number_template_no_sign_between",
    "Two different papers could get the same number: put a sign between {first} and {second}.",
)
CONTROL_IN_TEMPLATE = sentence(
    "number_template_control_characters",
    "The number template holds a sign that cannot be printed: type it anew.",
)
INDEX_NEEDED = sentence(
    "number_needs_index", "This number begins with the index of a file: choose the file."
)
VALUE_NEEDED = sentence(
    "number_needs_value", "The number {template} needs one more value: fill in «{what}»."
)
PERIOD_NEEDED = sentence(
    "number_period_needed",
    "The numbers of this register restart with the convocation or session: enter which one it is.",
)

_PLACE = re.compile(r"\{([A-Za-z]+)(?::([1-9]))?\}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a template to be filled; ``width`` pads the running number with zeros."""

    name: str
    width: int = 0

    def __str__(self) -> str:
        return f"{{{self.name}:{self.width}}}" if self.width else f"{{{self.name}}}"


@dataclass(frozen=True, slots=True)
class NumberTemplate:
    """How the numbers of a register look; made by ``parse``, so it is always a right one."""

    text: str
    parts: tuple[str | Place, ...]

    @classmethod
    def parse(cls, text: str) -> "NumberTemplate":
        """Read a template.

        Raises:
            RuleBroken: it is empty, too long, has unbalanced braces, an unknown place, no counter,
                or two places without a sign between them.
        """
        text = text.strip()
        _check_text(text)
        parts = _split(text)
        _check_places(text, parts)
        return cls(text, parts)

    def __str__(self) -> str:
        return self.text

    @property
    def places(self) -> frozenset[str]:
        """Return the names of the places to fill."""
        return frozenset(part.name for part in self.parts if isinstance(part, Place))

    @property
    def needs_index(self) -> bool:
        """Tell whether a number cannot be made without the index of a file."""
        return "index" in self.places

    def render(
        self,
        n: int | None = None,
        *,
        on: date,
        index: str | None = None,
        session: int | None = None,
        question: int | None = None,
        sub: int | None = None,
    ) -> str:
        """Write a number of the day.

        Raises:
            RuleBroken: a place of the template has no value.
        """
        values = {
            "n": n,
            "index": (index or "").strip() or None,
            "yy": f"{on.year % 100:02}",
            "yyyy": f"{on.year:04}",
            "s": session,
            "S": None if session is None else roman(session),
            "q": question,
            "u": sub,
        }
        return "".join(
            part if isinstance(part, str) else self._fill(part, values) for part in self.parts
        )

    def _fill(self, place: Place, values: Mapping[str, str | int | None]) -> str:
        value = values[place.name]
        if value is not None:
            return str(value).zfill(place.width)
        if place.name == "index":
            raise broken(INDEX_NEEDED, "index")
        raise broken(VALUE_NEEDED, template=self.text, what=PLACEHOLDERS[place.name])


def _check_text(text: str) -> None:
    if not text:
        raise broken(EMPTY_TEMPLATE, "template")
    if len(text) > LONGEST_TEMPLATE:
        raise broken(TEMPLATE_TOO_LONG, "template", limit=LONGEST_TEMPLATE)
    if not text.isprintable():
        raise broken(CONTROL_IN_TEMPLATE, "template")


def _split(text: str) -> tuple[str | Place, ...]:
    parts: list[str | Place] = []
    # A field never holds a brace, so what is left of one outside a field is unbalanced.
    for piece in re.split(r"(\{[^{}]*\})", text):
        if piece.startswith("{") and piece.endswith("}"):
            parts.append(_place(piece))
        elif "{" in piece or "}" in piece:
            raise broken(UNBALANCED_BRACES, "template", template=text, example="{n}")
        elif piece:
            parts.append(piece)
    return tuple(parts)


def _place(piece: str) -> Place:
    found = _PLACE.fullmatch(piece)
    if not found or found[1] not in PLACEHOLDERS or (found[2] and found[1] != "n"):
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise broken(UNKNOWN_PLACEHOLDER, "template", placeholder=piece, known=known)
    return Place(found[1], int(found[2] or 0))


def _check_places(text: str, parts: tuple[str | Place, ...]) -> None:
    names = {part.name for part in parts if isinstance(part, Place)}
    if names.isdisjoint(COUNTERS):
        raise broken(NO_COUNTER, "template", template=text, counter="{n}")
    for first, second in pairwise(parts):
        if isinstance(first, Place) and isinstance(second, Place):
            raise broken(NO_SIGN_BETWEEN, "template", first=str(first), second=str(second))


class Restart(StrEnum):
    """When the running number begins again from its first one."""

    YEARLY = "yearly"
    NEVER = "never"
    CONVOCATION = "convocation"
    SESSION = "session"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _RESTART_LABELS[self]


_RESTART_LABELS = {
    Restart.YEARLY: N_("every year"),
    Restart.NEVER: N_("never"),
    Restart.CONVOCATION: N_("with every convocation"),
    Restart.SESSION: N_("with every session"),
}


def period_key(
    restart: Restart, on: date, convocation: int | None = None, session: int | None = None
) -> str:
    """Return the key of the period a number counts in: ``2026``, ``*``, ``c8``, ``c8/s5``.

    Raises:
        RuleBroken: the convocation or session the register restarts with is not given.
    """
    if restart is Restart.YEARLY:
        return f"{on.year:04}"
    if restart is Restart.NEVER:
        return "*"
    if convocation is None or (restart is Restart.SESSION and session is None):
        raise broken(PERIOD_NEEDED)
    return f"c{convocation}" if restart is Restart.CONVOCATION else f"c{convocation}/s{session}"


@dataclass(frozen=True, slots=True)
class GapReport:
    """Form F37: every number from the first to the last, once. An unused register ends before 1.

    ``registered`` counts numbers in force, ``annulled`` lists numbers that are only annulled,
    ``skipped`` the runs of numbers nobody has, ``duplicates`` numbers that two records have.
    """

    first: int
    last: int
    registered: int
    annulled: tuple[int, ...]
    skipped: tuple[range, ...]
    duplicates: tuple[int, ...]

    @property
    def skipped_count(self) -> int:
        """Count the numbers nobody has."""
        return sum(len(run) for run in self.skipped)

    @property
    def adds_up(self) -> bool:
        """Check the form: numbers from first to last = registered + annulled + skipped."""
        numbers = self.last - self.first + 1
        return numbers == self.registered + len(self.annulled) + self.skipped_count

    @property
    def unbroken(self) -> bool:
        """Tell whether nothing is skipped and nothing is doubled."""
        return not self.skipped and not self.duplicates


def gap_report(numbers: Iterable[int], annulled: Iterable[int], first: int = 1) -> GapReport:
    """Report on a register: numbers of records in force, numbers of annulled records.

    ``first`` is the number the register begins with; an earlier record moves it forward.
    """
    live, dead = Counter(numbers), Counter(annulled)
    every = live + dead
    used = sorted(every)
    first = min([first, *used[:1]])
    skipped = [
        range(before + 1, after)
        for before, after in pairwise([first - 1, *used])
        if after > before + 1
    ]
    return GapReport(
        first,
        used[-1] if used else first - 1,
        len(live),
        tuple(sorted(dead.keys() - live.keys())),
        tuple(skipped),
        tuple(number for number in used if every[number] > 1),
    )
