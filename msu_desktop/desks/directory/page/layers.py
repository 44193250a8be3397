"""A page's overview with, at times, a form laid over it."""

from PySide6.QtWidgets import QStackedWidget, QTableView, QWidget

from msu_desktop.gui.widgets.form import Form


class Layers(QStackedWidget):
    """Show an overview; a form covers it until it is saved or given up."""

    def __init__(self, overview: QWidget) -> None:
        super().__init__()
        self._overview = overview
        self.addWidget(overview)

    def cover(self, widget: QWidget) -> None:
        """Lay a widget over the overview, instead of another one."""
        self.uncover()
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def uncover(self) -> None:
        """Show the overview again; the keyboard goes back to where it was there."""
        widget = self.widget(1)
        if widget is None:
            return
        self.removeWidget(widget)
        widget.deleteLater()
        wanted = (self._overview.focusWidget(), self._overview.findChild(QTableView))
        before = next((one for one in wanted if one is not None), None)
        if before is not None and self.isVisible():
            before.setFocus()

    @property
    def form(self) -> Form | None:
        """Return the form that covers the overview, or None."""
        found = getattr(self.widget(1), "form", None)
        return found if isinstance(found, Form) else None

    def has_unsaved(self) -> bool:
        """Say whether the form over the overview is half typed."""
        form = self.form
        return form is not None and form.has_unsaved()
