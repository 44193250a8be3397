"""What every question of the first steps has in common."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.gui.keeping import Drafts
from msu_desktop.gui.widgets.form import Form, Row

Answers = Mapping[str, Any]
DRAFT = "first_steps/{key}"


class Step(QWidget):
    """One question of the first steps."""

    key = ""
    title = ""
    """A msgid."""
    explanation = ""
    """A msgid."""
    form: Form | None = None

    def enter(self, answers: Answers) -> None:
        """Take over what follows from the earlier answers."""

    def answers(self) -> dict[str, Any]:
        """Return what was answered."""
        return self.form.values() if self.form else {}

    def may_go_on(self) -> bool:
        """Tell whether all is answered; otherwise say beside the fields what is missing."""
        if self.form is None:
            return True
        problems = self.form.problems()
        self.form.show_problems(problems)
        return not problems

    def start(self) -> None:
        """Put the cursor where typing begins."""

    def _lay_out(self, rows: Sequence[Row], drafts: Drafts) -> Form:
        self.form = Form(rows, drafts=drafts, draft_key=DRAFT.format(key=self.key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        return self.form


def capital(words: str) -> str:
    """Begin words with a capital letter, as labels do."""
    return words[:1].upper() + words[1:]
