"""The main window: rail, search, the open page, help, status line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout

from msu_desktop.gui import theme
from msu_desktop.gui.application import Application
from msu_desktop.gui.help import HelpPanel
from msu_desktop.gui.messages import WindowMessages
from msu_desktop.gui.overview import Overview
from msu_desktop.gui.page import PageSpec, desk_keys
from msu_desktop.gui.pages import Pages
from msu_desktop.gui.rail import Rail
from msu_desktop.gui.search_box import Find, Kind, SearchBox
from msu_desktop.gui.status_line import ReadStatus, Status, StatusLine
from msu_desktop.gui.tasks import TaskRunner
from msu_desktop.gui.top_bar import TopBar
from msu_desktop.gui.widgets.parts import make_ground
from msu_desktop.gui.workbench import Paper, Workbench
from msu_desktop.language.catalogue import _

SMALLEST = QSize(800, 500)
ROOMY = QSize(1440, 900)
NARROW = 1100
HELP_WIDTH = 320
GEOMETRY = "window/geometry"


def _nothing_to_do() -> bool:
    return True


def _no_status() -> Status:
    return Status()


def _no_hits(_text: str) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is given from outside."""

    find: Find = _no_hits
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """How hits of each table are announced in the results."""
    status: ReadStatus = _no_status
    closing: Callable[[], bool] = _nothing_to_do
    """Is called before the window closes; False keeps it open."""


class MainWindow(QMainWindow):
    """Hold the pages and lead from one to the other."""

    def __init__(
        self,
        application: Application,
        bench: Workbench,
        specs: Sequence[PageSpec],
        surroundings: Surroundings | None = None,
    ) -> None:
        super().__init__()
        self._application, self._bench = application, bench
        self._specs, self._surroundings = tuple(specs), surroundings or Surroundings()
        self.setWindowTitle("MSU Desktop")
        self.setMinimumSize(SMALLEST)
        if isinstance(bench.messages, WindowMessages):
            bench.messages.attach(self)
        self.pages = Pages(bench, self._specs)
        self._build()
        self._connect()
        self._restore_geometry()
        self.open_page(bench.settings.get("window/page") or self._specs[0].key)

    def _build(self) -> None:
        self.rail = Rail(self._specs)
        self.search = SearchBox(self._surroundings.find, self._surroundings.kinds)
        self.top_bar = TopBar(self.search, self._application)
        self.help = HelpPanel()
        self.help.hide()
        self.status = StatusLine(self._surroundings.status)
        self._middle = QSplitter()
        self._middle.setHandleWidth(1)
        self._middle.setChildrenCollapsible(False)
        self.pages.setParent(None)
        self._middle.addWidget(self.pages)
        self._middle.addWidget(self.help)
        self._middle.setStretchFactor(0, 1)
        self._middle.setSizes([900, round(HELP_WIDTH * theme.scale())])
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.top_bar, self._middle, self.status):
            right.addWidget(part)
        right.setStretch(1, 1)
        desk = make_ground("desk")
        whole = QHBoxLayout(desk)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(desk)
        self._wire()

    def _wire(self) -> None:
        """Connect the parts that are built anew in another language."""
        self.rail.chosen.connect(self.open_page)
        self.search.hit_opened.connect(self.open_record)
        self.top_bar.help_requested.connect(self.toggle_help)
        self.top_bar.keys_requested.connect(self.show_keys)
        self.help.closed.connect(self.help.hide)
        if isinstance(self._bench.tasks, TaskRunner):
            tasks = self._bench.tasks
            tasks.started.connect(self.status.show_work)
            tasks.progressed.connect(self.status.show_progress)
            tasks.finished.connect(self.status.show_idle)
            tasks.finished.connect(self.status.refresh)
            self.status.cancel_requested.connect(tasks.cancel)

    def _connect(self) -> None:
        self._application.language_changed.connect(self.rebuild)
        self._application.theme_changed.connect(self.rebuild)
        self._bench.changed.connect(self._on_changed)
        self._bench.record_requested.connect(self.open_record)
        self._bench.page_requested.connect(self.open_page)
        self._bench.paper_requested.connect(self.show_paper)
        self._bench.topic_changed.connect(self._show_topic)
        for number, spec in enumerate(self._specs, start=1):
            keys = desk_keys(spec, number)
            QShortcut(QKeySequence(keys), self, partial(self.open_page, spec.key))
        for keys, slot in (
            ("Ctrl+K", self._focus_search),
            ("F3", self._focus_search),
            ("F1", self.toggle_help),
            ("F5", self._read_anew),
            ("Ctrl+/", self.show_keys),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    @Slot(str)
    def open_page(self, key: str, wish: Mapping[str, Any] | None = None) -> None:
        """Show a page; it is made when it is first asked for."""
        page = self.pages.open(key)
        self.rail.mark(self.pages.current_key)
        self._bench.settings.put("window/page", self.pages.current_key)
        if wish:
            page.receive(wish)
        page.take_focus()
        self._show_topic()

    @Slot(str, str)
    def open_record(self, table: str, record_id: str) -> None:
        """Show a record on the page that knows its table."""
        spec = next((one for one in self._specs if table in one.opens), None)
        if spec is not None:
            self.open_page(spec.key)
            self.pages.current.open_record(table, record_id)

    @Slot(object)
    def show_paper(self, paper: Paper) -> None:
        """Show a finished paper before it is saved or printed."""
        from msu_desktop.gui.preview import PreviewDialog  # noqa: PLC0415 - printing is slow to load

        dialog = PreviewDialog(self._bench, paper, self)
        dialog.exec()
        dialog.deleteLater()
        if paper.put_away is not None:
            paper.put_away()

    @Slot()
    def _show_topic(self) -> None:
        if self.help.isVisible():
            self.help.show_topic(self.pages.current.help_topic)

    @Slot()
    def toggle_help(self) -> None:
        """Show the help of the open page, or put it away."""
        if self.help.isVisible():
            self.help.hide()
        else:
            self.help.show_topic(self.pages.current.help_topic)
            self.help.show()

    @Slot()
    def show_keys(self) -> None:
        """Show all keys."""
        spec = self.pages.current_spec
        overview = Overview(self, _(spec.title), self.pages.current.shortcuts())
        overview.exec()
        overview.deleteLater()

    @Slot()
    def rebuild(self) -> None:
        """Draw everything anew in another language or with other colours; keep what is open."""
        helped = self.help.isVisible()
        self.pages.put_away()
        self._build()
        self.pages.rebuild()
        self.rail.mark(self.pages.current_key)
        self.rail.set_narrow(narrow=self._is_narrow())
        if helped:
            self.toggle_help()

    def _is_narrow(self) -> bool:
        return self.width() < NARROW * theme.scale()

    def _restore_geometry(self) -> None:
        kept = self._bench.settings.get(GEOMETRY)
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            room = self.screen().availableSize()
            self.resize(room.boundedTo(ROOMY))
            if room.width() < ROOMY.width() or room.height() < ROOMY.height():
                self.setWindowState(Qt.WindowState.WindowMaximized)

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def _read_anew(self) -> None:
        self.pages.refresh_current()
        self.status.refresh()

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        self.pages.on_changed(tables)
        self.status.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep only the icons of the rail in a narrow window."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self._is_narrow())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask when a form is unsaved, remember the place, then let go."""
        question = _("Something you typed is not saved yet. It is kept as a draft. Close?")
        unsaved = self.pages.has_unsaved()
        if unsaved and not self._bench.messages.confirm(question, _("Close the program")):
            event.ignore()
            return
        if not self._surroundings.closing():
            event.ignore()
            return
        geometry = self.saveGeometry().toBase64().toStdString()
        self._bench.settings.put(GEOMETRY, geometry)
        event.accept()
