"""Tells the user of a bug: what happened, what is safe, and a report to save."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit

from msu_desktop.gui import theme
from msu_desktop.gui.dialogs import Dialog
from msu_desktop.gui.messages import FILE_NOT_WRITTEN
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import _, say
from msu_desktop.office.errors import Problem


class CrashDialog(Dialog):
    """Show a report folded away, and let it be saved where the user likes."""

    def __init__(self, path: Path, report: str) -> None:
        super().__init__(
            QApplication.activeWindow(),
            _("The program made a mistake"),
            _(
                "Everything you saved is safe, and what you were typing is kept as a draft. "
                "You can go on working. Please save the report and give it to whoever helps "
                "you with the program: it holds no letters and no names."
            ),
            "warning",
            "danger",
        )
        self._path, self._report = path, report
        self._note = make_label("", "fieldProblem", wraps=True)
        self._body.addWidget(self._note)
        self._details = QPlainTextEdit(report)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(_("Report"))
        self._details.setMinimumHeight(6 * theme.measure("row"))
        self._details.hide()
        self._body.addWidget(self._details)
        self._buttons.insertWidget(0, make_button(_("Details"), "", self._on_details))
        self._buttons.addWidget(make_button(_("Save report…"), "save", self._on_save))
        self.add_answer(_("Go on"), accepts=True, primary=True)

    @Slot()
    def _on_details(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()

    @Slot()
    def _on_save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save report"), str(Path.home() / self._path.name), "*.txt"
        )
        if not name:
            return
        try:
            Path(name).write_text(self._report, encoding="utf-8")
        except OSError:
            self._note.setText(say(Problem(FILE_NOT_WRITTEN, {"file": Path(name).name})))


def show_crash(path: Path, report: str) -> None:
    """Show the dialog until the user goes on."""
    dialog = CrashDialog(path, report)
    dialog.exec()
    dialog.deleteLater()
