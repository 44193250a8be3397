"""The one door for everything the program says to the user outside a form."""

import logging
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from msu_desktop.gui.dialogs import Dialog, ReasonDialog, make_note, make_question
from msu_desktop.gui.toast import Toast
from msu_desktop.language.catalogue import _, say
from msu_desktop.office.errors import Failure, sentence

FILE_NOT_WRITTEN = sentence(
    "file_not_written",
    "The file {file} could not be written: close it if it is open, or choose another place.",
)
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


class WindowMessages:
    """Say things over the window, and write all that is said into the log."""

    def __init__(self) -> None:
        self._window: QWidget | None = None
        self._toast: Toast | None = None

    def attach(self, window: QWidget) -> None:
        """Speak over this window from now on."""
        self._window = window
        self._toast = Toast(window)

    def tell(self, text: str) -> None:
        """Say quietly that something succeeded."""
        log.info("told: %s", text)
        if self._toast is not None:
            self._toast.say(text)
        over = QApplication.activeModalWidget()
        if over is not None and over is not self._window:  # it would hide the word
            Toast(over).say(text)

    def warn(self, text: str) -> None:
        """Say something that must be read."""
        log.info("warned: %s", text)
        self._run(make_note(self._window, _("Please note"), text))

    def trouble(self, failure: Failure) -> None:
        """Say what went wrong in the surroundings, with advice."""
        text = say(failure)
        log.error("trouble: %s %s", failure.code, text)
        self._run(make_note(self._window, _("This could not be done"), text))

    def confirm(self, question: str, yes_word: str, *, danger: bool = False) -> bool:
        """Ask before doing; the button carries the verb."""
        dialog = make_question(self._window, question, yes_word, danger=danger)
        answer = self._run(dialog)
        log.info("asked: %s → %s", question, answer)
        return answer

    def ask_reason(self, title: str, explanation: str = "", yes_word: str = "") -> str | None:
        """Ask for a reason in words; None when the user changed their mind."""
        dialog = ReasonDialog(self._window, title, explanation, yes_word or _("Continue"))
        reason = dialog.reason if self._run(dialog) else None
        log.info("asked for a reason: %s → %s", title, reason is not None)
        return reason

    def _run(self, dialog: Dialog) -> bool:
        answer = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return answer


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
