"""The last of the first steps: everything that was answered, to be looked through once."""

from PySide6.QtWidgets import QVBoxLayout

from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.page.first_steps_people import PEOPLE, NumbersStep
from msu_desktop.desks.directory.page.first_steps_step import Answers, Step, capital
from msu_desktop.gui.widgets.card import Block, CardContent, Pair
from msu_desktop.gui.widgets.card_sheet import CardSheet
from msu_desktop.gui.widgets.parts import paint_ground
from msu_desktop.language.catalogue import _, language
from msu_desktop.office.errors import N_


class SummaryStep(Step):
    """Show the answers."""

    key = "summary"
    title = N_("Look it through")
    explanation = N_(
        "If something is not right, go back: nothing is lost. Everything can be corrected later in "
        "the settings as well."
    )

    def __init__(self, numbers: NumbersStep) -> None:
        super().__init__()
        self._numbers = numbers
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._sheet = CardSheet()
        self._room.addWidget(self._sheet)

    def enter(self, answers: Answers) -> None:
        """Draw the answers anew."""
        sheet = CardSheet()
        paint_ground(sheet, "cardSheet")
        content = summary(answers, self._numbers)
        sheet.add_head(content)
        for block in content.blocks:
            sheet.add_block(block)
        self._room.replaceWidget(self._sheet, sheet)
        self._sheet.deleteLater()
        self._sheet = sheet


def summary(answers: Answers, numbers: NumbersStep) -> CardContent:
    """Return the answers as a card."""
    spoken = "ru" if language() == "ru" else "ky"
    other = "ky" if spoken == "ru" else "ru"
    place = f"{answers[f'rayon_{spoken}']}, {answers[f'oblast_{spoken}']}"
    office = [
        Pair(_("Name on Russian papers") if other == "ru" else _("Name on Kyrgyz papers"),
             answers[f"name_{other}"]),
        Pair(_("Territory code"), answers["territory_code"]),
        Pair(_("Address"), answers[f"address_{spoken}"]),
    ]  # fmt: skip
    people = [
        Pair(capital(_(post.label)), answers[post.value]) for post in PEOPLE if answers[post.value]
    ]
    works_here = answers[Post(answers["actor"]).value] or ""
    people.append(Pair(_("Works at this computer"), works_here))
    first = [Pair(one.title, one.next_number()) for one in numbers.registers]
    blocks = [
        Block(_("Office"), office),
        Block(_("People"), people),
        Block(_("The first paper gets №"), first),
    ]
    return CardContent(answers[f"name_{spoken}"], place, (), blocks)
