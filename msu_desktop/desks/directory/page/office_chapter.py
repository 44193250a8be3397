"""The chapter of the office itself: its names, its address, what was corrected."""

from typing import Any

import msgspec
from PySide6.QtCore import Slot

from msu_desktop.desks.directory.acts.office import CorrectOffice, OfficeData, correct_office
from msu_desktop.desks.directory.model import (
    CODE_DIGITS,
    NAME_LIMIT,
    PERSON_LIMIT,
    SHORT_LIMIT,
)
from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.history import Wording, history_lines
from msu_desktop.desks.directory.queries.office import (
    HistoryAsked,
    OfficeAsked,
    OfficeRow,
    history,
    office,
)
from msu_desktop.gui.widgets.card import Card, CardContent
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Form, Row, Section
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.widgets.list_and_card import ListAndCard
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import N_

LABELS = {
    "name_ky": N_("Name in Kyrgyz"),
    "name_ru": N_("Name in Russian"),
    "rayon_ky": N_("Rayon in Kyrgyz"),
    "rayon_ru": N_("Rayon in Russian"),
    "oblast_ky": N_("Oblast in Kyrgyz"),
    "oblast_ru": N_("Oblast in Russian"),
    "address_ky": N_("Address in Kyrgyz"),
    "address_ru": N_("Address in Russian"),
    "postcode": N_("Postcode"),
    "phone": N_("Telephone"),
    "email": N_("E-mail"),
    "territory_code": N_("Territory code"),
}
LIMITS = {
    "postcode": SHORT_LIMIT,
    "phone": SHORT_LIMIT,
    "email": PERSON_LIMIT,
    "territory_code": CODE_DIGITS,
}
OPTIONAL = ("address_ky", "address_ru", "postcode", "phone", "email")


class OfficeChapter(Chapter):
    """Correct the office's data; the history stands beside."""

    key = "office"
    title = N_("Office")
    icon = "office"
    shows = frozenset({"office"})

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        self._row: OfficeRow | None = None
        self.form = Form(_rows(), drafts=bench.drafts, draft_key="office")
        pane = FormPane(_("Office"), self.form, save_text=_("Save"))
        pane.header.set_subtitle(_("So the office is named on its papers"))
        self.card = Card()
        sides = ListAndCard(pane, self.card, settings=bench.settings, name="office")
        self.fill_with(sides)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self._on_cancelled)
        self.refresh()
        self.form.restore_draft()

    def refresh(self) -> None:
        """Show the office as it is."""
        row = self.bench.ask(office, OfficeAsked())
        self._row = row
        self.form.fill({name: getattr(row, name) for name in LABELS})
        lines = self.bench.ask(history, HistoryAsked(record_id=row.id))
        said = history_lines(lines, Wording(LABELS))
        self.card.show_content(CardContent(_("What was changed"), "", (), (), said))

    def has_unsaved(self) -> bool:
        """Say whether something is half typed."""
        return self.form.has_unsaved()

    @Slot()
    def _on_save(self) -> None:
        if self.form.submit(self._save) is not None:
            self.bench.messages.tell(_("Saved."))
            self.refresh()

    def _save(self, values: dict[str, Any]) -> str | None:
        version = self._row.version if self._row else None
        data = msgspec.structs.asdict(OfficeData(**values))
        return self.bench.perform(correct_office, CorrectOffice(**data, version=version))

    @Slot()
    def _on_cancelled(self) -> None:
        self.form.forget_draft()
        self.refresh()


def _rows() -> list[Row]:
    return [
        [_field("name_ky"), _field("name_ru")],
        [_field("rayon_ky"), _field("rayon_ru")],
        [_field("oblast_ky"), _field("oblast_ru")],
        [_field("territory_code")],
        Section(_("Address on letters")),
        [_field("address_ky"), _field("address_ru")],
        [_field("postcode"), _field("phone"), _field("email")],
    ]


def _field(name: str) -> TextField:
    limit = LIMITS.get(name, NAME_LIMIT)
    return TextField(name, _(LABELS[name]), required=name not in OPTIONAL, limit=limit)
