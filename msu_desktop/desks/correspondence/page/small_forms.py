"""The small forms that open over a list: mark a letter executed, link it with another."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.desks.correspondence.acts.linking import (
    LinkDocuments,
    UnlinkDocuments,
    link_documents,
    unlink_documents,
)
from msu_desktop.desks.correspondence.acts.registering import MarkExecuted, mark_executed
from msu_desktop.desks.correspondence.model import RESOLUTION_LIMIT, LinkKind
from msu_desktop.desks.correspondence.page.lookups import Lookups
from msu_desktop.desks.correspondence.queries.cards import DocumentCard
from msu_desktop.gui.widgets.fields.check import CheckField
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.lookup import LookupField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Form, Row
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _


class SmallForm(QWidget):
    """A few fields about one letter; saved or given up, it goes away."""

    left = Signal()
    """The user goes back to the list."""

    def __init__(self, bench: Workbench, card: DocumentCard) -> None:
        super().__init__()
        self.bench, self.card = bench, card
        self.lookups = Lookups(bench)
        self.form = Form([])

    def show_form(
        self,
        rows: list[Row],
        title: str,
        save_text: str,
        also: list[tuple[str, Callable[[], object]]] | None = None,
    ) -> None:
        """Build the form under its title."""
        self.form = Form(rows)
        pane = FormPane(title, self.form, save_text=save_text, also=also or ())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        pane.header.set_subtitle(self.card.document.summary.replace("\n", " "))
        self.form.save_requested.connect(self._on_save)
        self.form.cancelled.connect(self.left)

    def start(self) -> None:
        """Put the cursor where typing begins."""
        raise NotImplementedError

    def save(self, values: dict[str, Any]) -> Any:
        """Carry out the act of the form."""
        raise NotImplementedError

    @Slot()
    def _on_save(self) -> None:
        if self.form.submit(self.save) is not None:
            self.left.emit()


class ExecutedForm(SmallForm):
    """On which day a letter was executed, and with which words in the journal."""

    def __init__(self, bench: Workbench, card: DocumentCard) -> None:
        super().__init__(bench, card)
        self.show_form(
            [
                [DateField("on", _("Executed on"), required=True, today=self.lookups.today)],
                [
                    TextField(
                        "mark",
                        _("Mark of execution"),
                        limit=RESOLUTION_LIMIT,
                        hint=_("As it shall stand in the journal; may stay empty"),
                    )
                ],
            ],
            _("№ {number} is executed").format(number=card.document.number_text),
            _("Mark executed"),
        )
        self.form.fill({"on": self.lookups.today(), "mark": card.document.execution_mark})

    def start(self) -> None:
        """Put the cursor into the mark: the day is nearly always today."""
        self.form.field("mark").editor.setFocus()

    def save(self, values: dict[str, Any]) -> Any:
        """Mark the letter executed."""
        row = self.card.document
        command = MarkExecuted(document_id=row.id, version=row.version, **values)
        return self.bench.perform(mark_executed, command)


class LinkForm(SmallForm):
    """How a letter stands to another one; links made by mistake can be taken away."""

    def __init__(self, bench: Workbench, card: DocumentCard) -> None:
        super().__init__(bench, card)
        self.show_form(
            [
                [
                    ChoiceField(
                        "kind",
                        _("How they are linked"),
                        [(kind.value, _(kind.label)) for kind in LinkKind],
                    ),
                    LookupField(
                        "to_id",
                        _("Which letter"),
                        self.lookups.letters,
                        title_of=self.lookups.letter_title,
                        required=True,
                        hint=_("Number, sender or words of the letter"),
                    ),
                ],
                [CheckField("executes", _("With this the letter is executed"))],
            ],
            _("Link № {number}").format(number=card.document.number_text),
            _("Link"),
            [
                (
                    _("Take away: {link}").format(link=f"{_(link.label)} № {link.number_text}"),
                    partial(self._unlink, link.id),
                )
                for link in card.links
            ],
        )

    def start(self) -> None:
        """Put the cursor into the search for the other letter."""
        cast("LookupField", self.form.field("to_id")).editor.setFocus()

    def save(self, values: dict[str, Any]) -> Any:
        """Link the two letters."""
        command = LinkDocuments(
            kind=LinkKind(values["kind"]),
            from_id=self.card.document.id,
            to_id=values["to_id"],
            executes=values["executes"] and values["kind"] == LinkKind.REPLY.value,
        )
        return self.bench.perform(link_documents, command)

    def _unlink(self, link_id: str) -> None:
        question = _("Take this link away? The letters stay as they are.")
        if self.bench.messages.confirm(question, _("Take away")):
            self.bench.perform(unlink_documents, UnlinkDocuments(link_id=link_id))
            self.left.emit()
