"""What a check finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

from msu_desktop.office.errors import Problem, Sentence


class Severity(StrEnum):
    """How bad a finding is: data is harmed; a safeguard is; or only worth knowing."""

    DAMAGE = "damage"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: of which kind, in which words, with which facts."""

    kind: str
    sentence: Sentence
    facts: dict[str, object] = field(default_factory=dict)
    severity: Severity = Severity.DAMAGE

    @property
    def problem(self) -> Problem:
        """Return the finding as something that can be said."""
        return Problem(self.sentence, self.facts)


Check = Callable[[Connection], Iterable[Finding]]
"""A desk's own check."""
