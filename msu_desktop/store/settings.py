"""The settings of this PC, in one small file beside the data."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from msu_desktop.office.errors import Problem, sentence
from msu_desktop.store.durable import replace, write_whole
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.troubles import known_troubles

SETTINGS_BROKEN = sentence(
    "settings_broken",
    "The settings of this computer could not be read: the usual ones are used. Look them through; "
    "the old file is kept as {file}.",
)
SCHEMA = 1


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What this PC remembers; nothing of it belongs to the office's data.

    ``scale`` multiplies the size of the text. ``actor_id`` is the official who works here.
    ``window`` is the window's place and size as Qt writes it, in base64. ``last_stick_at`` is when
    a backup copy last went to the second folder. ``looks`` is how the pages like to stand: widths of
    columns, the open page.
    """

    schema: int = SCHEMA
    language: Literal["ky", "ru", "en"] = "ky"
    theme: Literal["system", "light", "dark"] = "system"
    scale: Annotated[float, msgspec.Meta(ge=0.75, le=3)] = 1.0
    second_folder: str | None = None
    actor_id: str | None = None
    window: str | None = None
    last_stick_at: datetime | None = None
    looks: dict[str, Any] = {}


def read(folder: DataFolder) -> tuple[Settings, Problem | None]:
    """Return the settings, and a note when a broken file was set aside for the usual ones."""
    place = folder.settings
    try:
        return msgspec.json.decode(place.read_bytes(), type=Settings), None
    except FileNotFoundError:
        return Settings(), None
    except (msgspec.DecodeError, UnicodeDecodeError, OSError):
        aside = place.with_name("settings.broken.json")
    with suppress(OSError):
        replace(place, aside)
    return Settings(), Problem(SETTINGS_BROKEN, {"file": aside.name})


def write(folder: DataFolder, settings: Settings) -> None:
    """Write the settings whole: after a power cut they are the old ones or the new ones."""
    with known_troubles():
        folder.path.mkdir(parents=True, exist_ok=True)
        write_whole(folder.settings, msgspec.json.format(msgspec.json.encode(settings)) + b"\n")
