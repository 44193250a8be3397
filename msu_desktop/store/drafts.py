"""Half-typed forms, kept so that a power cut does not cost them."""

import hashlib
import logging
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from msu_desktop.store.clock import local_clock
from msu_desktop.store.durable import replace, write_whole
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.troubles import known_troubles

LOG = logging.getLogger(__name__)


class Draft(msgspec.Struct, frozen=True):
    """A half-typed form: which one, when it was typed, what stands in its fields."""

    key: str
    at: datetime
    data: dict[str, Any]


def save(folder: DataFolder, key: str, data: dict[str, Any], at: datetime | None = None) -> None:
    """Keep what is typed so far in the form with this key; it is on the disk on return."""
    draft = Draft(key, at or local_clock(), data)
    with known_troubles():
        folder.drafts.mkdir(parents=True, exist_ok=True)
        write_whole(_place(folder, key), msgspec.json.encode(draft))


def load(folder: DataFolder, key: str) -> Draft | None:
    """Return the draft of a form, None when there is none that can be read."""
    return _read(_place(folder, key))


def discard(folder: DataFolder, key: str) -> None:
    """Forget a draft: its form was saved or given up."""
    with known_troubles():
        _place(folder, key).unlink(missing_ok=True)


def waiting(folder: DataFolder) -> list[Draft]:
    """Return all drafts that can be read, the newest first."""
    drafts = [draft for path in folder.drafts.glob("*.json") if (draft := _read(path))]
    return sorted(drafts, key=lambda draft: draft.at, reverse=True)


def _place(folder: DataFolder, key: str) -> Path:
    return folder.drafts / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"


def _read(path: Path) -> Draft | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Draft)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, OSError):
        LOG.info("A draft cannot be read and is set aside: %s", path)
    with suppress(OSError):
        replace(path, path.with_suffix(".broken"))
    return None
