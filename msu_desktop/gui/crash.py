"""What happens when the program has a bug: a report is kept, the user is told, nothing is lost."""

import faulthandler
import logging
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

from msu_desktop.gui.messages import Messages
from msu_desktop.office.errors import Cancelled, Failure
from msu_desktop.office.places import ROOT

log = logging.getLogger(__name__)

Show = Callable[[Path, str], None]
"""Tell the user that a report was written: where, and what it says."""


def version() -> str:
    """Return the version of the installed program."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - only in a crash

    try:
        return version("msu-desktop")
    except PackageNotFoundError:  # run from a clone
        named = re.search(r'^version = "(.+)"$', _project(), re.MULTILINE)
        return named[1] if named else "?"


def _project() -> str:
    try:
        return (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    except OSError:
        return ""


def report_text(kind: type[BaseException], error: BaseException, at: datetime) -> str:
    """Return what somebody who mends the program must know; no data of the office."""
    trace = "".join(traceback.format_exception(kind, error, error.__traceback__))
    lines = (
        f"MSU Desktop {version()}",
        f"{at:%Y-%m-%d %H:%M:%S}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        trace,
    )
    return "\n".join(lines)


class CrashDoor(QObject):
    """Catch what nobody caught, in whatever thread, and handle it in the window's thread."""

    _caught = Signal(object)

    def __init__(
        self, folder: Path, messages: Messages, show: Show, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._messages, self._show = folder, messages, show
        self._busy = False
        self._hooks = (sys.excepthook, threading.excepthook)
        self._faults: IO[str] | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand at the door from now on."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        self._folder.mkdir(parents=True, exist_ok=True)
        self._faults = (self._folder / "faults.txt").open("a", encoding="utf-8")
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """Leave the door as it was found."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """Handle an exception that was caught elsewhere."""
        self._caught.emit(error)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught.emit(args.exc_value)

    @Slot(object)
    def _on_caught(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, Failure):
            self._messages.trouble(error)
            return
        at = datetime.now().astimezone()
        text = report_text(type(error), error, at)
        log.critical("a bug: %r", error, exc_info=error)
        path = self._folder / f"report-{at:%Y%m%d-%H%M%S-%f}.txt"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as full:
            log.error("the report was not written: %s", full)  # noqa: TRY400 - a full disk, no bug
        self._tell(path, text)

    def _tell(self, path: Path, text: str) -> None:
        if self._busy:  # a bug while a bug is being shown is only written down
            return
        self._busy = True
        try:
            self._show(path, text)
        finally:
            self._busy = False
