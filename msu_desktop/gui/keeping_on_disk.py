"""What the window remembers, kept in the data folder by the store."""

import logging
from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Slot

from msu_desktop.office.errors import Problem
from msu_desktop.store import drafts, settings
from msu_desktop.store.durable import write_whole
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.troubles import known_troubles

WRITING_MILLISECONDS = 1000
FIELDS = frozenset(settings.Settings.__struct_fields__)
log = logging.getLogger(__name__)


class SettingsOnDisk(QObject):
    """Keep the named settings in ``settings.json`` and the window's habits in ``window.json``.

    Habits are widths, open pages, kept views: what may be lost without harm. They are written a
    moment later, together.
    """

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.problem: Problem | None
        """A note for the user when the old settings could not be read."""
        self.named, self.problem = settings.read(folder)
        self._place = folder.path / "window.json"
        self._habits = self._read_habits()
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(WRITING_MILLISECONDS)
        self._writing.timeout.connect(self.flush)

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was kept under the key, or the default."""
        value = getattr(self.named, key) if key in FIELDS else self._habits.get(key)
        return default if value is None else value

    def put(self, key: str, value: Any) -> None:
        """Keep a value under the key."""
        if self.get(key) == value:
            return
        if key in FIELDS:
            self.named = msgspec.structs.replace(self.named, **{key: value})
            settings.write(self._folder, self.named)
        else:
            self._habits[key] = value
            self._writing.start()

    @Slot()
    def flush(self) -> None:
        """Write the habits now."""
        self._writing.stop()
        with known_troubles():
            write_whole(self._place, msgspec.json.encode(self._habits))

    def _read_habits(self) -> dict[str, Any]:
        try:
            return msgspec.json.decode(self._place.read_bytes(), type=dict[str, Any])
        except FileNotFoundError:
            return {}
        except (msgspec.DecodeError, UnicodeDecodeError, OSError):
            log.info("The window's habits cannot be read and begin anew: %s", self._place)
            return {}


class DraftsOnDisk:
    """Keep half-typed forms in the data folder; each is on the disk when it is written."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder

    def read(self, key: str) -> Mapping[str, Any] | None:
        """Return the half-typed values of a form, or None."""
        draft = drafts.load(self._folder, key)
        return draft.data if draft is not None else None

    def write(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep the half-typed values of a form."""
        drafts.save(self._folder, key, dict(values))

    def erase(self, key: str) -> None:
        """Forget a form that was saved or given up."""
        drafts.discard(self._folder, key)
