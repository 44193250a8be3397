"""Checks of typed text, and a collector that shows all problems of a form at once."""

import unicodedata

from msu_desktop.office.errors import Problem, RuleBroken, sentence

ONE_LINE = 500

REQUIRED = sentence("required", "This field is empty: fill it in.")
TOO_LONG = sentence(
    "too_long", "The text has {length} signs, at most {limit} are possible: shorten it."
)
CONTROL_CHARACTER = sentence(
    "control_character", "The text holds a sign that cannot be seen ({sign}): type it anew."
)

_BREAKS = "\n\t"
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean_line(text: str) -> str:
    """Return the text in NFC on one line: ends trimmed, each run of spaces and breaks one space."""
    return " ".join(_normal(text).split())


def clean_text(text: str) -> str:
    """Return a text of several lines in NFC, with plain line ends and without spaces at the ends."""
    lines = _normal(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _normal(text: str) -> str:
    """Return NFC without soft hyphens and zero-width marks, which come along from other programs."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFC", seen)


def required(text: str | None, field: str) -> Problem | None:
    """Check that something was typed."""
    return None if text and text.strip() else Problem(REQUIRED, field=field)


def limited(text: str | None, field: str, limit: int = ONE_LINE) -> Problem | None:
    """Check that the text is not longer than the limit."""
    length = len(text or "")
    if length <= limit:
        return None
    return Problem(TOO_LONG, {"length": length, "limit": limit}, field)


def no_control_characters(
    text: str | None, field: str, *, many_lines: bool = False
) -> Problem | None:
    """Check that every sign can be seen; line ends and tabs only where many lines are possible."""
    allowed = _BREAKS if many_lines else ""
    for sign in text or "":
        if sign not in allowed and unicodedata.category(sign) in _INVISIBLE:
            return Problem(CONTROL_CHARACTER, {"sign": f"U+{ord(sign):04X}"}, field)
    return None


class Problems:
    """Collects what is not right, so that the clerk sees every field at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def check(self, *problems: Problem | None) -> bool:
        """Keep the problems there are; tell whether there was none."""
        found = [problem for problem in problems if problem is not None]
        self.found += found
        return not found

    def line(self, text: str | None, field: str, limit: int = ONE_LINE) -> bool:
        """Check a line that must be filled in."""
        return self.check(required(text, field)) and self.optional_line(text, field, limit)

    def optional_line(self, text: str | None, field: str, limit: int = ONE_LINE) -> bool:
        """Check a line that may stay empty."""
        return self.check(limited(text, field, limit), no_control_characters(text, field))

    def raise_if_any(self) -> None:
        """Refuse with all problems found.

        Raises:
            RuleBroken: at least one problem was found.
        """
        if self.found:
            raise RuleBroken(*self.found)
