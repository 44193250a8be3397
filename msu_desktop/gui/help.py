"""Help at the right of the window: one page for each topic, in plain words."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_tool_button
from msu_desktop.gui.widgets.parts import make_label, paint_ground
from msu_desktop.language import catalogue
from msu_desktop.language.catalogue import _
from msu_desktop.office.places import RESOURCES

HELP = RESOURCES / "help"
CONTENTS = "contents"
LEAST_WIDTH = 260
TITLE = re.compile(r"#\s+(.+)")


def help_file(topic: str, language: str, folder: Path = HELP) -> Path | None:
    """Return the file of a topic: in the language, else in Kyrgyz; None when there is none."""
    for spoken in (language, catalogue.DEFAULT):
        file = folder / spoken / f"{topic}.md"
        if topic and file.is_file():
            return file
    return None


def contents(language: str, folder: Path = HELP) -> str:
    """Return the contents page, which names every topic by its first heading."""
    own = help_file(CONTENTS, language, folder)
    if own is not None:
        return own.read_text(encoding="utf-8")
    topics = sorted({file.stem for file in folder.glob("*/*.md")})
    lines = [f"# {_('Help')}", ""]
    for topic in topics:
        file = help_file(topic, language, folder)
        heading = TITLE.match(file.read_text(encoding="utf-8")) if file is not None else None
        lines.append(f"- [{heading[1] if heading else topic}]({topic}.md)")
    return "\n".join(lines)


class HelpPanel(QWidget):
    """Show a help page; links lead to other pages of help."""

    closed = Signal()
    """The user put the help away."""

    def __init__(self, folder: Path = HELP) -> None:
        super().__init__()
        paint_ground(self, "helpPanel")
        self.setMinimumWidth(round(LEAST_WIDTH * theme.scale()))
        self._folder = folder
        self.topic = ""
        self._browser = QTextBrowser()
        self._browser.setOpenLinks(False)
        self._browser.setAccessibleName(_("Help"))
        self._browser.anchorClicked.connect(self._on_link)
        bar = QHBoxLayout()
        side = theme.measure("gap_2")
        bar.setContentsMargins(theme.measure("gap_4"), side, side, side)
        bar.addWidget(make_label(_("Help"), "panelTitle"))
        bar.addStretch(1)
        bar.addWidget(make_tool_button("book", _("Contents"), self.show_contents))
        bar.addWidget(make_tool_button("close", _("Close"), self.closed.emit))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._browser, 1)

    def show_topic(self, topic: str) -> None:
        """Show the page of a topic, or the contents when there is none."""
        file = help_file(topic, catalogue.language(), self._folder)
        if file is None:
            self.show_contents()
            return
        self.topic = topic
        self._show(file.read_text(encoding="utf-8"))

    @Slot()
    def show_contents(self) -> None:
        """Show what there is help for."""
        self.topic = CONTENTS
        self._show(contents(catalogue.language(), self._folder))

    def _show(self, text: str) -> None:
        document = self._browser.document()
        document.setDefaultStyleSheet(f"a {{ color: {theme.colours().accent} }}")
        document.setDocumentMargin(theme.measure("gap_3"))
        self._browser.setMarkdown(text)
        self._browser.verticalScrollBar().setValue(0)

    @Slot(QUrl)
    def _on_link(self, target: QUrl) -> None:
        if target.isRelative() and target.path().endswith(".md"):
            self.show_topic(target.path().removesuffix(".md"))
        else:
            QDesktopServices.openUrl(target)
