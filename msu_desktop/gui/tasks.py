"""Long work: one worker thread, outcomes on the window's thread, progress and cancel."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot

from msu_desktop.office.errors import Cancelled

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Is told how much of how much is done."""
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], T]
OnFailure = Callable[[Exception], None]

CLOSING_SECONDS = 30
_log = logging.getLogger(__name__)


class Tasks(Protocol):
    """Runs long work somewhere and hands its outcome to the window's thread."""

    @property
    def failed(self) -> SignalInstance:
        """Tell the failure of a work that has no ``on_failure``."""

    def run(
        self,
        work: Work[T],
        on_success: Callable[[T], None],
        on_failure: OnFailure | None = None,
        title: str = "",
    ) -> None:
        """Do the work; then call one of the two."""


@dataclass(slots=True, eq=False)
class _Task:
    work: Work[Any]
    on_success: Callable[[Any], None]
    on_failure: OnFailure | None
    title: str
    cancelled: bool = False

    def is_cancelled(self) -> bool:
        return self.cancelled


class TaskRunner(QObject):
    """Do one long work after the other in a thread of its own.

    The database has one writer, so one thread is enough and keeps the order.
    """

    started = Signal(str)
    """A work began: its title."""
    progressed = Signal(int, int)
    """So much of so much is done."""
    finished = Signal()
    """Nothing is being done any more."""
    failed = Signal(object)
    """A work without an ``on_failure`` failed: the exception."""
    _began = Signal(object)
    _progress = Signal(object, int, int)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._pending: list[_Task] = []
        self._thread: threading.Thread | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._began.connect(self._on_began, queued)
        self._progress.connect(self._on_progress, queued)
        self._ended.connect(self._on_ended, queued)

    def run(
        self,
        work: Work[T],
        on_success: Callable[[T], None],
        on_failure: OnFailure | None = None,
        title: str = "",
    ) -> None:
        """Do the work in the worker thread; then call one of the two in the window's thread.

        A work that raises ``Cancelled`` ends silently.
        """
        task = _Task(work, on_success, on_failure, title)
        self._pending.append(task)
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="tasks", daemon=True)
            self._thread.start()
        self._waiting.put(task)

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is being done and nothing waits."""
        return not self._pending

    @Slot()
    def cancel(self) -> None:
        """Ask the work in hand, and all that waits, to stop."""
        for task in self._pending:
            task.cancelled = True

    def close(self) -> None:
        """Stop what runs and let the thread end."""
        self.cancel()
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(CLOSING_SECONDS)
            self._thread = None

    def _serve(self) -> None:
        while (task := self._waiting.get()) is not None:
            if task.cancelled:
                self._ended.emit(task, None, Cancelled())
                continue
            self._began.emit(task)
            try:
                result = task.work(self._teller(task), task.is_cancelled)
            except Exception as failure:  # noqa: BLE001 - handed to the window's thread
                self._ended.emit(task, None, failure)
            else:
                self._ended.emit(task, result, None)

    def _teller(self, task: _Task) -> Progress:
        def tell(done: int, of: int) -> None:
            self._progress.emit(task, done, of)

        return tell

    @Slot(object)
    def _on_began(self, task: _Task) -> None:
        self.started.emit(task.title)

    @Slot(object, int, int)
    def _on_progress(self, task: _Task, done: int, of: int) -> None:
        if not task.cancelled:
            self.progressed.emit(done, of)

    @Slot(object, object, object)
    def _on_ended(self, task: _Task, result: object, failure: Exception | None) -> None:
        self._pending.remove(task)
        if not self._pending:
            self.finished.emit()
        deliver(task.on_success, task.on_failure or self.failed.emit, result, failure)


class InlineTaskRunner(QObject):
    """Do the work at once, in the caller's thread; for tests and the command line."""

    failed = Signal(object)
    """A work without an ``on_failure`` failed: the exception."""

    def run(
        self,
        work: Work[T],
        on_success: Callable[[T], None],
        on_failure: OnFailure | None = None,
        title: str = "",
    ) -> None:
        """Do the work and call one of the two."""
        _log.debug("at once: %s", title)
        result: Any = None
        failure: Exception | None = None
        try:
            result = work(lambda _done, _of: None, lambda: False)
        except Exception as raised:  # noqa: BLE001 - handed to whoever asked
            failure = raised
        deliver(on_success, on_failure or self.failed.emit, result, failure)


def deliver(
    on_success: Callable[[Any], None],
    on_failure: Callable[[Exception], None],
    result: object,
    failure: Exception | None,
) -> None:
    """Hand the outcome to whom it belongs; a cancelled work says nothing."""
    if failure is None:
        on_success(result)
    elif not isinstance(failure, Cancelled):
        _log.info("a work failed: %r", failure)
        on_failure(failure)
