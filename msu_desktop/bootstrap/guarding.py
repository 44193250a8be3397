"""Backup copies while the window is open: every half hour if something changed, and on closing."""

import logging
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from msu_desktop.bootstrap.keeping import SettingsOnDisk
from msu_desktop.gui.messages import Messages
from msu_desktop.gui.tasks import IsCancelled, Progress, Tasks
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import Cancelled, Failure, KnownTrouble
from msu_desktop.store import backup
from msu_desktop.store.backup import Backup
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.progress import Progress as StoreProgress
from msu_desktop.store.thinning import Reason
from msu_desktop.store.workplace import Workplace

LOOK_MILLISECONDS = 60_000

log = logging.getLogger(__name__)


def told_to(progress: Progress, is_cancelled: IsCancelled) -> StoreProgress:
    """Return how the store tells its progress to a task of the window; it raises Cancelled."""

    def tell(_step: str, done: int, of: int) -> None:
        if is_cancelled():
            raise Cancelled
        progress(done, of)

    return tell


class Guard(QObject):
    """Makes backup copies by itself; a second folder or stick that is away is told on closing."""

    def __init__(
        self, folder: DataFolder, workplace: Workplace, settings: SettingsOnDisk, tasks: Tasks
    ) -> None:
        super().__init__()
        self._folder, self._workplace = folder, workplace
        self._settings, self._tasks = settings, tasks
        self._busy = False
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def second_folder(self) -> Path | None:
        """Return where second copies go, if it is set."""
        place = self._settings.get("second_folder")
        return Path(place) if place else None

    def last(self) -> datetime | None:
        """Return when the last backup copy was made."""
        copies = backup.backups(self._folder)
        return copies[0].at if copies else None

    @Slot()
    def look(self) -> None:
        """Make a copy in the background when half an hour has passed and something changed."""
        if self._busy or not self._is_due():
            return
        self._busy = True

        def work(progress: Progress, is_cancelled: IsCancelled) -> Backup:
            told = told_to(progress, is_cancelled)
            return backup.back_up(self._folder, Reason.HALF_HOUR, self.second_folder, progress=told)

        self._tasks.run(work, self._on_done, self._on_failed, _("Making a backup copy"))

    def _is_due(self) -> bool:
        try:
            return backup.is_due(self._folder, self._workplace.now)
        except KnownTrouble as trouble:  # not to be said every minute: the next act says it
            log.info("no backup copy: %s", trouble)
            return False

    def close(self, messages: Messages) -> None:
        """Make a last copy when something changed since the one before."""
        self._timer.stop()
        try:
            if backup.is_changed(self._folder, self._workplace.now):
                backup.back_up(self._folder, Reason.CLOSING, self.second_folder)
        except Failure as failure:
            messages.trouble(failure)

    def _on_done(self, made: Backup) -> None:
        self._busy = False
        log.info("backup copy %s", made.name)

    def _on_failed(self, error: Exception) -> None:
        """Write it down; closing makes a copy again and then says what is wrong."""
        self._busy = False
        log.info("no backup copy: %s", error)
