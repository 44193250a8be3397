"""The fields of one register's numbers, with the next number shown while they are typed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Slot

from msu_desktop.desks.directory.page.doors import RegisterNumbers
from msu_desktop.desks.directory.page.shown_field import ShownField
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.number import NumberField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.language.catalogue import _, language, say
from msu_desktop.office.errors import Problem, RuleBroken
from msu_desktop.office.numbering import LONGEST_TEMPLATE, NumberTemplate, Restart

RESTARTS = (Restart.YEARLY, Restart.NEVER)
SAMPLE_INDEX = "01-12"
MOST = 999_999


class NumberingFields(QObject):
    """Hold the fields of one register; ``rows`` go into a form.

    ``last_number`` is the number up to which the paper journal is filled: the next paper gets the
    one after it.
    """

    def __init__(
        self, numbers: RegisterNumbers, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._numbers, self._today = numbers, today
        name = self._named
        self._template = TextField(
            name("template"), _("How its numbers look"), required=True, limit=LONGEST_TEMPLATE,
            hint=_("{n} is the running number, {index} the index of the file"),
        )  # fmt: skip
        self._last = NumberField(
            name("last"), _("The paper journal is filled up to №"), most=MOST,
            hint=_hint(numbers),
        )  # fmt: skip
        self._restart = ChoiceField(
            name("restart"),
            _("Numbers begin anew"),
            [(one.value, _(one.label)) for one in RESTARTS],
        )
        self._preview = ShownField(name("preview"), _("The next paper gets №"), kind="tileFigure")
        for field in (self._template, self._last, self._restart):
            field.edited.connect(self.show_next)
        self.fill()

    @property
    def code(self) -> str:
        """Return the register's code."""
        return self._numbers.code

    @property
    def title(self) -> str:
        """Return the register's name in the language of the window."""
        return self._numbers.names[language()]

    @property
    def rows(self) -> list[list[Field]]:
        """Return the fields, row by row."""
        return [[self._template, self._preview], [self._last, self._restart]]

    def take(self, numbers: RegisterNumbers) -> None:
        """Show how the register numbers by now."""
        self._numbers = numbers
        self.fill()

    def placed(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return problems of the act beside the fields of this register."""
        own = {"template": "template", "first_number": "last"}
        return [
            Problem(one.sentence, one.facts, self._named(own.get(one.field or "", "template")))
            for one in problems
        ]

    def fill(self) -> None:
        """Show how the register numbers now."""
        self._template.set_value(self._numbers.template)
        self._restart.set_value(self._numbers.restart.value)
        begun = self._numbers.first_number - 1
        self._last.set_value(begun if begun > self._numbers.last_number else None)
        self.show_next()

    def typed(self, values: dict[str, Any]) -> RegisterNumbers:
        """Return how the register is to number, from the values of the form."""
        kept, last = self._numbers, values[self._named("last")]
        return RegisterNumbers(
            kept.code,
            kept.names,
            values[self._named("template")],
            Restart(values[self._named("restart")]),
            kept.first_number if last is None else last + 1,
            kept.last_number,
        )

    def is_kept(self, typed: RegisterNumbers) -> bool:
        """Tell whether nothing was changed."""
        return typed == self._numbers

    @Slot()
    def show_next(self) -> None:
        """Show the number that the next paper would get."""
        self._preview.show_text(self.next_number())

    def next_number(self) -> str:
        """Return the number of the next paper; a dash while the template is not a right one."""
        try:
            template = NumberTemplate.parse(self._template.value())
            number = max(self._numbers.last_number, self._last.value() or 0) + 1
            shown = template.render(number, on=self._today(), index=SAMPLE_INDEX)
        except RuleBroken as broken:
            self._template.show_problem(say(broken.problem))
            return "–"
        self._template.show_problem(None)
        return shown

    def may_go_on(self) -> bool:
        """Tell whether the template is a right one; otherwise its problem is shown."""
        return self.next_number() != "–"

    def _named(self, what: str) -> str:
        return f"{self._numbers.code}.{what}"


def _hint(numbers: RegisterNumbers) -> str:
    if numbers.last_number:
        return _("Empty: numbers go on from the last one drawn here")
    return _("Empty: the first paper gets number 1")
