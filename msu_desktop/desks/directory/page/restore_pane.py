"""Before a backup copy is restored: what it would change, and the reason in words."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.desks.directory.page.shown_field import ShownField
from msu_desktop.gui.widgets.card import CardContent
from msu_desktop.gui.widgets.card_sheet import CardSheet
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.widgets.parts import paint_ground
from msu_desktop.language.catalogue import _

REASON_LIMIT = 500


class RestorePane(QWidget):
    """Show what restoring would do and ask for the reason."""

    restore_requested = Signal(str)
    """The user wants it restored: the reason."""
    left = Signal()
    """The user changed their mind."""

    def __init__(self, title: str, content: CardContent) -> None:
        super().__init__()
        sheet = CardSheet()
        paint_ground(sheet, "cardSheet")
        sheet.add_head(content)
        for block in content.blocks:
            sheet.add_block(block)
        shown = ShownField("preview", _("What restoring would do"))
        shown.show_text("")
        shown.show_widget(sheet)
        reason = TextField(
            "reason",
            _("Reason"),
            required=True,
            lines=2,
            limit=REASON_LIMIT,
            hint=_("The present data are kept aside with this reason, and a copy of them is made"),
        )
        self.form = Form([[shown], [reason]])
        pane = FormPane(title, self.form, save_text=_("Restore this copy"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self.left)

    def start(self) -> None:
        """Put the cursor where typing begins."""
        self.form.field("reason").setFocus()

    @Slot()
    def _on_save(self) -> None:
        self.form.submit(self._ask)

    def _ask(self, values: dict[str, Any]) -> str:
        reason = str(values["reason"])
        self.restore_requested.emit(reason)
        return reason
