"""What every page is given: the office, the drafts, the messages, and who hears of changes."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from msu_desktop.gui.keeping import Drafts, Settings
from msu_desktop.gui.messages import Messages
from msu_desktop.gui.tasks import IsCancelled, Progress, Tasks
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import Failure, KnownTrouble
from msu_desktop.store.acting import Act, Args, Command, Query
from msu_desktop.store.workplace import Workplace

C = TypeVar("C", bound=Command)
A = TypeVar("A", bound=Args)
R = TypeVar("R")

log = logging.getLogger(__name__)

EVERYTHING = frozenset({"*"})
"""Stands for all tables, when another program changed the file and nobody knows which."""
POLL_MILLISECONDS = 2000


def concerns(tables: frozenset[str], shown: frozenset[str]) -> bool:
    """Say whether a change of these tables touches what a page shows."""
    return tables == EVERYTHING or bool(tables & shown)


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper: what is shown, byte for byte, is what is saved and printed."""

    title: str
    pdf: bytes
    file_name: str = ""
    xlsx: Callable[[], bytes] | None = None
    put_away: Callable[[], None] | None = None
    """Is called when the user has looked at the paper, saved or printed it."""


@dataclass(frozen=True, slots=True)
class Services:
    """The doors a workbench opens onto."""

    tasks: Tasks
    messages: Messages
    settings: Settings
    drafts: Drafts
    data_version: Callable[[], int] | None = field(default=None)
    """Tells by another number that any program changed the file."""


class Workbench(QObject):
    """Stand between the pages and the open office."""

    changed = Signal(object)
    """Records of these tables changed: a frozenset of names."""
    record_requested = Signal(str, str)
    """Somebody wants to see a record: its table and id."""
    page_requested = Signal(str, object)
    """Somebody wants to see a page: its key, and a dict of wishes."""
    topic_changed = Signal()
    """The page that is seen now speaks of something else: its help is another one."""
    paper_requested = Signal(object)
    """A paper is ready to be looked at."""
    _touched = Signal(object)

    def __init__(
        self, workplace: Workplace, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.tasks = services.tasks
        self.messages = services.messages
        self.settings = services.settings
        self.drafts = services.drafts
        self._gathered: frozenset[str] = frozenset()
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        self._touched.connect(self._on_touched)
        workplace.listen(self._touched.emit)
        self.tasks.failed.connect(self._on_failed)
        self._data_version = services.data_version
        self._version = services.data_version() if services.data_version else 0
        self._polling = QTimer(self, interval=POLL_MILLISECONDS)
        self._polling.timeout.connect(self.look_for_changes)
        if services.data_version:
            self._polling.start()

    def put_away(self) -> None:
        """Look at the office no more: it is about to be closed."""
        self._polling.stop()
        self._telling.stop()
        self.deleteLater()

    def perform(self, act: Act[C, R], command: C) -> R | None:
        """Carry out an act; show a known trouble and return None.

        Raises RuleBroken, which the form shows beside the field.
        """
        try:
            return self.workplace.perform(act, command)
        except KnownTrouble as trouble:
            self.messages.trouble(trouble)
            return None

    def ask(self, query: Query[A, R], args: A) -> R:
        """Answer a query."""
        return self.workplace.ask(query, args)

    def open_record(self, table: str, record_id: str) -> None:
        """Show a record on the page that knows its table."""
        self.record_requested.emit(table, record_id)

    def open_page(self, key: str, **wish: Any) -> None:
        """Show a page, with a wish of what it should show."""
        self.page_requested.emit(key, wish)

    def show_paper(
        self,
        title: str,
        make: Callable[[], bytes],
        file_name: str = "",
        xlsx: Callable[[], bytes] | None = None,
        put_away: Callable[[], None] | None = None,
    ) -> None:
        """Make a paper in the background, then show it before it is saved or printed."""

        def work(_progress: Progress, _cancelled: IsCancelled) -> bytes:
            return make()

        def shown(pdf: bytes) -> None:
            self.paper_requested.emit(Paper(title, pdf, file_name, xlsx, put_away))

        self.tasks.run(work, shown, title=_("Preparing “{title}”…").format(title=title))

    @Slot()
    def look_for_changes(self) -> None:
        """Tell the pages when another program changed the file."""
        if self._data_version is None:
            return
        try:
            version = self._data_version()
        except KnownTrouble as trouble:  # the next question says it, not every two seconds
            log.info("cannot look for changes: %s", trouble)
            return
        if version != self._version:
            self._version = version
            self.changed.emit(EVERYTHING)

    @Slot(object)
    def _on_failed(self, failure: Exception) -> None:
        """Say what a work nobody waited for could not do; a bug goes to the crash door."""
        if isinstance(failure, Failure):
            self.messages.trouble(failure)
        else:
            sys.excepthook(type(failure), failure, failure.__traceback__)

    @Slot(object)
    def _on_touched(self, tables: frozenset[str]) -> None:
        self._gathered |= tables
        self._telling.start()

    @Slot()
    def _tell(self) -> None:
        gathered, self._gathered = self._gathered, frozenset()
        if self._data_version is not None:
            self._version = self._data_version()
        self.changed.emit(gathered)
