"""Make typed texts fit for keeping, field by field, and gather what is not right with them."""

from msu_desktop.language.lookalikes import repair_letters
from msu_desktop.office.errors import Problem, RuleBroken
from msu_desktop.office.problems import (
    Problems,
    clean_line,
    clean_text,
    limited,
    no_control_characters,
    required,
)


class Fields:
    """Tidies the texts of one form: NFC, single spaces, letters of one alphabet.

    ``repaired`` lists the words in which letters were changed, before and after.
    """

    def __init__(self) -> None:
        self.problems = Problems()
        self.repaired: list[tuple[str, str]] = []

    def text(
        self, field: str, text: str, limit: int, *, needed: bool = True, lines: bool = False
    ) -> str:
        """Return the text as it is kept; what is wrong with it is gathered beside the field."""
        if not self.problems.check(no_control_characters(text, field, many_lines=True)):
            return ""
        kept = self._repaired(field, clean_text(text) if lines else clean_line(text))
        if needed and not self.problems.check(required(kept, field)):
            return ""
        self.problems.check(limited(kept, field, limit))
        return kept

    def _repaired(self, field: str, text: str) -> str:
        try:
            repaired = repair_letters(text, field)
        except RuleBroken as broken:
            self.problems.check(*broken.problems)
            return ""
        self.repaired.extend(repaired.words)
        return repaired.text

    def problem(self, found: Problem) -> None:
        """Add a problem found elsewhere, so that all are shown at once."""
        self.problems.check(found)

    def raise_problems(self) -> None:
        """Raise RuleBroken with all problems gathered, if there are any."""
        self.problems.raise_if_any()
