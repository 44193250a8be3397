"""What the chapters have in common that are a list with a form laid over it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.layers import Layers
from msu_desktop.desks.directory.page.record_form import RecordForm
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_view import ListPane


class ListChapter(Chapter):
    """A list under a header; the form of a record covers both until it is saved or given up."""

    list: ListPane
    layers: Layers

    def lay_out(self, header: Header, body: QWidget) -> None:
        """Put the header above the body, and room for a form over both."""
        overview = QWidget()
        layout = QVBoxLayout(overview)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(body, 1)
        self.layers = Layers(overview)
        self.fill_with(self.layers)

    def refresh(self) -> None:
        """Read the list anew."""
        self.list.refresh()

    def open_record(self, record_id: str) -> None:
        """Show one record of the list."""
        self.layers.uncover()
        self.list.select(record_id)

    def has_unsaved(self) -> bool:
        """Say whether a form is half typed."""
        return self.layers.has_unsaved()

    def cover(self, form: RecordForm, field: str) -> None:
        """Lay a form over the list and begin in a field."""
        form.saved.connect(self._on_saved)
        form.left.connect(self.layers.uncover)
        self.layers.cover(form)
        form.start(field)

    @Slot(str)
    def _on_saved(self, record_id: str) -> None:
        self.layers.uncover()
        self.refresh()
        self.list.select(record_id)
