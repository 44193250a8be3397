"""Lay the window's settings and drafts into the files of the data folder."""

import logging
from collections.abc import Mapping
from typing import Any

import msgspec

from msu_desktop.office.errors import KnownTrouble, Problem
from msu_desktop.store import drafts
from msu_desktop.store import settings as settings_file
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.settings import Settings

log = logging.getLogger(__name__)

_OWN_NAMES = {"window/geometry": "window"}
_FIELDS = frozenset(Settings.__struct_fields__) - {"looks", "schema"}


class SettingsOnDisk:
    """Keeps what this PC remembers; it is on the disk as soon as it changes, if the disk allows it.

    ``note`` says that a broken file was set aside.
    """

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self.note: Problem | None
        self.kept, self.note = settings_file.read(folder)

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was kept under the key, or the default."""
        name = _OWN_NAMES.get(key, key)
        value = getattr(self.kept, name) if name in _FIELDS else self.kept.looks.get(key)
        return default if value is None else value

    def put(self, key: str, value: Any) -> None:
        """Keep a value under the key."""
        if self.get(key) == value:
            return
        name = _OWN_NAMES.get(key, key)
        if name in _FIELDS:
            self.kept = msgspec.structs.replace(self.kept, **{name: value})
        else:
            looks = {**self.kept.looks, key: value}
            self.kept = msgspec.structs.replace(self.kept, looks=looks)
        try:
            settings_file.write(self._folder, self.kept)
        except KnownTrouble as trouble:
            log.info("settings not kept: %s", trouble)  # the office works on without them


class DraftsOnDisk:
    """Keeps half-typed forms in the data folder."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder

    def read(self, key: str) -> Mapping[str, Any] | None:
        """Return the half-typed values of a form, or None."""
        draft = drafts.load(self._folder, key)
        return draft.data if draft else None

    def write(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep the half-typed values of a form."""
        try:
            drafts.save(self._folder, key, dict(values))
        except KnownTrouble as trouble:  # typing goes on; saving will say what is wrong
            log.info("draft not kept: %s", trouble)

    def erase(self, key: str) -> None:
        """Forget a form that was saved or given up."""
        try:
            drafts.discard(self._folder, key)
        except KnownTrouble as trouble:  # what was saved is saved
            log.info("draft not forgotten: %s", trouble)
