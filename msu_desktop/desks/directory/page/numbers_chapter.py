"""The chapter of numbers: how each register numbers its papers from now on."""

from typing import Any

from PySide6.QtCore import Slot

from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.doors import Doors, RegisterNumbers
from msu_desktop.desks.directory.page.numbering_fields import NumberingFields
from msu_desktop.gui.widgets.form import Form, Row, Section
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import N_, RuleBroken
from msu_desktop.office.numbering import PLACEHOLDERS


class NumbersChapter(Chapter):
    """Change how numbers look; numbers that were given stay as they are."""

    key = "numbers"
    title = N_("Numbers")
    icon = "numbering"
    shows = frozenset({"register", "document"})

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        self.registers = [
            NumberingFields(one, self.today, self)
            for one in doors.numbering.registers(bench.workplace)
        ]
        rows: list[Row] = []
        for one in self.registers:
            rows += [Section(one.title), *one.rows]
        self.form = Form(rows)
        pane = FormPane(_("Numbers"), self.form, save_text=_("Save"))
        known = ", ".join(f"{{{name}}} – {_(words)}" for name, words in PLACEHOLDERS.items())
        pane.header.set_subtitle(_("Numbers that were given stay as they are"))
        pane.save_button.setToolTip(known)
        self.fill_with(pane)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self._on_cancelled)

    def refresh(self) -> None:
        """Show how the registers number now."""
        found = {one.code: one for one in self.doors.numbering.registers(self.bench.workplace)}
        for fields in self.registers:
            fields.take(found[fields.code])

    def has_unsaved(self) -> bool:
        """Say whether something is half typed."""
        return self.form.has_unsaved()

    @Slot()
    def _on_save(self) -> None:
        may_go_on = [one.may_go_on() for one in self.registers]
        if all(may_go_on) and self.form.submit(self._save) is not None:
            self.bench.messages.tell(_("Saved."))
            self.refresh()

    def _save(self, values: dict[str, Any]) -> dict[str, Any] | None:
        for fields in self.registers:
            typed = fields.typed(values)
            if not fields.is_kept(typed) and not self._correct(fields, typed):
                return None
        return values

    def _correct(self, fields: NumberingFields, typed: RegisterNumbers) -> bool:
        try:
            return self.bench.perform(*self.doors.numbering.correction(typed)) is not None
        except RuleBroken as broken:
            raise RuleBroken(*fields.placed(broken.problems)) from broken

    @Slot()
    def _on_cancelled(self) -> None:
        self.form.forget_draft()
        self.refresh()
