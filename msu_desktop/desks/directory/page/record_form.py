"""The form of one record: filled, drafted, saved once or given up."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.gui.widgets.form import Form, Row
from msu_desktop.gui.widgets.form_pane import FormPane, is_given_up
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _

Save = Callable[[dict[str, Any]], str | None]


class RecordForm(QWidget):
    """Frame a form; ``save`` is given the typed values and returns the record's id."""

    saved = Signal(str)
    """The record is saved: its id."""
    left = Signal()
    """The user gave the form up."""

    def __init__(
        self, bench: Workbench, title: str, rows: Sequence[Row], save: Save, draft_key: str
    ) -> None:
        super().__init__()
        self._bench, self._save = bench, save
        self.form = Form(rows, drafts=bench.drafts, draft_key=draft_key)
        self.pane = FormPane(title, self.form, save_text=_("Save"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self._on_cancelled)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the form, then show what was half typed when the power failed."""
        self.form.fill(values)
        self.form.restore_draft()

    def start(self, field: str) -> None:
        """Put the cursor where typing begins."""
        self.form.field(field).setFocus()

    def words_when_saved(self, _record_id: str) -> str:
        """Return what to tell the user when the record is saved."""
        return _("Saved.")

    @Slot()
    def _on_save(self) -> None:
        saved = self.form.submit(self._save)
        if saved is not None:
            self._bench.messages.tell(self.words_when_saved(saved))
            self.saved.emit(saved)

    @Slot()
    def _on_cancelled(self) -> None:
        if is_given_up(self.form, self._bench.messages):
            self.left.emit()
