"""The first questions: which language, where the office is, what papers call it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from msu_desktop.desks.directory.model import (
    CODE_DIGITS,
    NAME_LIMIT,
    PERSON_LIMIT,
    SHORT_LIMIT,
    check_territory_code,
    office_name,
    russian_place,
)
from msu_desktop.desks.directory.page.first_steps_step import Answers, Step
from msu_desktop.desks.directory.page.territory import Territory
from msu_desktop.gui import theme
from msu_desktop.gui.keeping import Drafts
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Row, Section
from msu_desktop.gui.widgets.tile import Tile
from msu_desktop.language.catalogue import _, language
from msu_desktop.office.errors import N_, RuleBroken

LANGUAGES = (
    ("ky", "Кыргызча", "Программа кыргыз тилинде сүйлөйт"),
    ("ru", "Русский", "Программа говорит по-русски"),
    ("en", "English", "The program speaks English"),
)


class LanguageStep(Step):
    """Which language the window speaks; papers have their own."""

    key = "language"
    title = N_("Language")
    explanation = N_(
        "Welcome! A few questions, and the office can begin to work. Choose the language of the "
        "window: it can be changed at any time, and each paper has its own language."
    )
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.measure("gap_4"))
        self.tiles: dict[str, Tile] = {}
        for code, name, words in LANGUAGES:
            is_spoken = code == language()
            tile = Tile(words, "check" if is_spoken else "globe", "success" if is_spoken else "")
            tile.set_figure(name)
            tile.setObjectName(code)
            tile.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self.tiles[code] = tile
            layout.addWidget(tile, 1)

    def start(self) -> None:
        """Put the cursor on the language that is spoken."""
        self.tiles[language()].setFocus()


class PlaceStep(Step):
    """Where the office is: oblast, rayon, aiyl aimak and its code."""

    key = "place"
    title = N_("Where the office is")
    explanation = N_(
        "Choose the oblast and the rayon, then type the name of the aiyl aimak as Kyrgyz papers "
        "write it. What is proposed from it stands on the next page and can be changed there."
    )

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self._territory = Territory()
        outside = _("— not in the list —")
        self._oblast = ChoiceField("oblast", _("Oblast"), self._territory.oblasts(), empty=outside)
        self._rayon = ChoiceField("rayon", _("Rayon"), [], empty=outside)
        self._place = TextField(
            "place", _("Name of the aiyl aimak"), required=True, limit=NAME_LIMIT,
            hint=_("For example: Ак-Башат"),
        )  # fmt: skip
        self._code = TextField(
            "territory_code", _("Territory code"), required=True, limit=CODE_DIGITS,
            hint=_("14 digits of the state classifier, as in your statistical reports. If you do "
                   "not know it, leave the code of the rayon: it can be corrected later."),
        )  # fmt: skip
        self._lay_out([[self._oblast, self._rayon], [self._place, self._code]], drafts)
        self._oblast.edited.connect(self._on_oblast)
        self._rayon.edited.connect(self._on_rayon)

    def restore(self) -> None:
        """Show again what was half typed, the rayons of the chosen oblast among it."""
        if self.form is None or not self.form.restore_draft():
            return
        self._rayon.set_choices(self._territory.rayons(self._oblast.value()))
        self.form.restore_draft()

    def may_go_on(self) -> bool:
        """Check the code as well."""
        if not super().may_go_on() or self.form is None:
            return False
        try:
            check_territory_code(self._code.value())
        except RuleBroken as broken:
            self.form.show_problems(broken.problems)
            return False
        return True

    def start(self) -> None:
        """Begin with the oblast."""
        self._oblast.setFocus()

    @Slot()
    def _on_oblast(self) -> None:
        self._rayon.set_choices(self._territory.rayons(self._oblast.value()))
        self._on_rayon()

    @Slot()
    def _on_rayon(self) -> None:
        if self._territory.is_proposed(self._code.value()):
            self._code.set_value(self._rayon.value() or "")


class NamesStep(Step):
    """What papers call the office, in both languages."""

    key = "names"
    title = N_("Name and address")
    explanation = N_(
        "So the office is named on its papers. Look the names through: what was proposed can be "
        "typed over."
    )

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self._territory = Territory()
        rows: list[Row] = [
            [_name("name_ky", _("Name in Kyrgyz")), _name("name_ru", _("Name in Russian"))],
            [_name("rayon_ky", _("Rayon in Kyrgyz")), _name("rayon_ru", _("Rayon in Russian"))],
            [_name("oblast_ky", _("Oblast in Kyrgyz")), _name("oblast_ru", _("Oblast in Russian"))],
            Section(_("Address on letters")),
            [
                TextField("address_ky", _("Address in Kyrgyz"), limit=NAME_LIMIT),
                TextField("address_ru", _("Address in Russian"), limit=NAME_LIMIT),
            ],
            [
                TextField("postcode", _("Postcode"), limit=SHORT_LIMIT),
                TextField("phone", _("Telephone"), limit=SHORT_LIMIT),
                TextField("email", _("E-mail"), limit=PERSON_LIMIT),
            ],
        ]
        form = self._lay_out(rows, drafts)
        self._proposed: dict[str, str] = {}
        self._form_names = form

    def restore(self) -> None:
        """Show again what was half typed."""
        self._form_names.restore_draft()

    def enter(self, answers: Answers) -> None:
        """Propose names; what the user typed over stays."""
        place = str(answers.get("place") or "")
        proposed = {
            "name_ky": office_name(place, "ky"),
            "name_ru": office_name(russian_place(place), "ru"),
            **self._territory.names(answers.get("oblast"), answers.get("rayon")),
        }
        for name, words in proposed.items():
            field = self._form_names.field(name)
            if field.value() in ("", self._proposed.get(name)):
                field.set_value(words)
        self._proposed = proposed

    def start(self) -> None:
        """Begin with the first name."""
        self._form_names.field("name_ky").setFocus()


def _name(name: str, label: str) -> TextField:
    return TextField(name, label, required=True, limit=NAME_LIMIT)
