"""The further questions: who works in the office, how its registers number."""

from collections.abc import Callable, Sequence
from datetime import date

from msu_desktop.desks.directory.model import (
    PERSON_LIMIT,
    Post,
)
from msu_desktop.desks.directory.page.doors import RegisterNumbers
from msu_desktop.desks.directory.page.first_steps_step import Step, capital
from msu_desktop.desks.directory.page.numbering_fields import NumberingFields
from msu_desktop.gui.keeping import Drafts
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Row, Section
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import N_

PEOPLE = (Post.HEAD, Post.SECRETARY, Post.DEPUTY_HEAD, Post.FINANCE, Post.KENESH_CHAIR)


class PeopleStep(Step):
    """Who works in the office, and who of them at this PC."""

    key = "people"
    title = N_("People")
    explanation = N_(
        "Type the names as papers write them: the first letter of the name, a point, the surname. "
        "Others can be added in the settings."
    )

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        fields: list[Field] = [_person(post) for post in PEOPLE]
        self._actor = ChoiceField(
            "actor", _("Who works at this computer"), [(one.value, capital(_(one.label))) for one in PEOPLE],
            hint=_("The history of every card names this person"),
        )  # fmt: skip
        self._actor.set_value(Post.SECRETARY.value)
        rows: list[Row] = [fields[:2], fields[2:4], [*fields[4:], self._actor]]
        self._lay_out(rows, drafts)

    def restore(self) -> None:
        """Show again what was half typed."""
        if self.form is not None:
            self.form.restore_draft()

    def start(self) -> None:
        """Begin with the head."""
        if self.form is not None:
            self.form.field(Post.HEAD.value).setFocus()


class NumbersStep(Step):
    """How the registers number their papers, and where they go on from the paper journal."""

    key = "numbers"
    title = N_("Numbers of letters")
    explanation = N_(
        "The program draws the numbers itself, without gaps. If a paper journal is being kept this "
        "year, type its last number: the program goes on from there."
    )

    def __init__(
        self, drafts: Drafts, registers: Sequence[RegisterNumbers], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.registers = [NumberingFields(one, today, self) for one in registers]
        rows: list[Row] = []
        for one in self.registers:
            rows += [Section(one.title), *one.rows]
        self._lay_out(rows, drafts)

    def restore(self) -> None:
        """Show again what was half typed, and the numbers that follow from it."""
        if self.form is not None:
            self.form.restore_draft()
        for one in self.registers:
            one.show_next()

    def may_go_on(self) -> bool:
        """Check the templates as well."""
        shown = [one.may_go_on() for one in self.registers]  # each says its own problem
        return super().may_go_on() and all(shown)

    def numbers(self) -> list[RegisterNumbers]:
        """Return how the registers are to number."""
        values = self.answers()
        return [one.typed(values) for one in self.registers]

    def start(self) -> None:
        """Begin with the last number of the first paper journal."""
        if self.form is not None:
            self.form.field(f"{self.registers[0].code}.last").setFocus()


def _person(post: Post) -> TextField:
    needed = post in (Post.HEAD, Post.SECRETARY)
    hint = _("For example: Т. Арчалиев") if post is Post.HEAD else ""
    return TextField(
        post.value, capital(_(post.label)), required=needed, limit=PERSON_LIMIT, hint=hint
    )
