"""Qt's own words in our catalogue: Qt has no Kyrgyz, so its buttons and menus ask here."""

from PySide6.QtCore import QObject, QTranslator

from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import N_

WORDS = {
    "QPlatformTheme": (
        *(N_("OK"), N_("Save"), N_("Save All"), N_("Open"), N_("Yes"), N_("Yes to All")),
        *(N_("No"), N_("No to All"), N_("Abort"), N_("Retry"), N_("Ignore"), N_("Close")),
        *(N_("Cancel"), N_("Discard"), N_("Help"), N_("Apply"), N_("Reset")),
        N_("Restore Defaults"),
    ),
    "QWidgetTextControl": (
        *(N_("Undo"), N_("Redo"), N_("Cut"), N_("Copy"), N_("Paste"), N_("Delete")),
        *(N_("Select All"), N_("Copy Link Location")),
    ),
    "QFileDialog": (
        *(N_("Look in:"), N_("Back"), N_("Forward"), N_("Parent Directory"), N_("List View")),
        *(N_("Detail View"), N_("Create New Folder"), N_("File name:"), N_("Files of type:")),
        *(N_("Directory:"), N_("Directories"), N_("All Files (*)"), N_("Rename"), N_("New Folder")),
        *(N_("Save As"), N_("Find Directory"), N_("Recent Places"), N_("Remove")),
        *(N_("Show hidden files"), N_("Go back"), N_("Go forward"), N_("Computer")),
        *(N_("Go to the parent directory"), N_("Create a New Folder")),
        *(N_("Change to list view mode"), N_("Change to detail view mode"), N_("Choose")),
        *(N_("%1 already exists.\nDo you want to replace it?"), N_("Drive"), N_("File")),
        N_("%1\nFile not found.\nPlease verify the correct file name was given."),
        N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    ),
    "QFileSystemModel": (
        N_("Name"),
        N_("Size"),
        N_("Type"),
        N_("Date Modified"),
        N_("My Computer"),
    ),
    "QPrintDialog": (N_("Print"), N_("Options"), N_("Print To File ...")),
    "QAbstractSpinBox": (N_("Step up"), N_("Step down")),
    "QScrollBar": (
        *(N_("Scroll here"), N_("Top"), N_("Bottom"), N_("Page up"), N_("Page down")),
        *(N_("Scroll up"), N_("Scroll down"), N_("Left edge"), N_("Right edge")),
        *(N_("Page left"), N_("Page right"), N_("Scroll left"), N_("Scroll right")),
    ),
}
"""What Qt says in the windows we open, by the class that says it."""

SAME_WORDS = {"QLineEdit", "QTextControl", "QDialogButtonBox", "QMessageBox", "QInputDialog"}
KNOWN = frozenset(word for group in WORDS.values() for word in group)


class QtWords(QTranslator):
    """Answer Qt's questions for a word from our catalogue."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words here."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return our word for one of Qt's; None lets the next translator answer."""
        del disambiguation, n
        if context not in WORDS and context not in SAME_WORDS:
            return None
        plain = source if source in KNOWN else source.replace("&", "")
        if plain not in KNOWN:
            return None
        said = _(plain)
        return said if said != plain else None
