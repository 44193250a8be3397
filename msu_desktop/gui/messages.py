"""The one door for everything the program says to the user outside a form."""

import logging
from dataclasses import dataclass, field
from typing import Protocol

from msu_desktop.language.catalogue import say
from msu_desktop.office.errors import Failure

log = logging.getLogger(__name__)


class Messages(Protocol):
    """Says things and asks simple questions."""

    def tell(self, text: str) -> None:
        """Say quietly that something succeeded."""

    def warn(self, text: str) -> None:
        """Say something that must be read."""

    def trouble(self, failure: Failure) -> None:
        """Say what went wrong in the surroundings, with advice."""

    def confirm(self, question: str, yes_word: str, *, danger: bool = False) -> bool:
        """Ask before doing; the button carries the verb."""

    def ask_reason(self, title: str, explanation: str = "", yes_word: str = "") -> str | None:
        """Ask for a reason in words; None when the user changed their mind."""


@dataclass(slots=True)
class RecordedMessages:
    """Remember what was said and answer as told; for tests."""

    answers: bool = True
    reason: str | None = "a reason"
    told: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    troubles: list[Failure] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def tell(self, text: str) -> None:
        """Remember what was told."""
        self.told.append(text)

    def warn(self, text: str) -> None:
        """Remember a warning."""
        self.warned.append(text)

    def trouble(self, failure: Failure) -> None:
        """Remember a trouble, and that it can be said."""
        self.warned.append(say(failure))
        self.troubles.append(failure)

    def confirm(self, question: str, yes_word: str, *, danger: bool = False) -> bool:
        """Remember the question; answer as told."""
        log.debug("%s (%s)", yes_word, danger)
        self.asked.append(question)
        return self.answers

    def ask_reason(self, title: str, explanation: str = "", yes_word: str = "") -> str | None:
        """Remember the question; give the reason."""
        log.debug("%s (%s)", explanation, yes_word)
        self.asked.append(title)
        return self.reason
