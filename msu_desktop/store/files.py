"""Attached files: they lie beside the database under the SHA-256 of their content.

A file is on the disk before the row that names it, so a row never speaks of a file that is not
there. The same content is kept once.
"""

import hashlib
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msu_desktop.office.errors import broken, sentence
from msu_desktop.store.durable import copy, sha256_of, whole
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.troubles import known_troubles

LARGEST = 200 * 1024 * 1024
_CHUNK = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")

FILE_EMPTY = sentence("file_empty", "The file {name} is empty: scan or save it again.")
FILE_TOO_LARGE = sentence(
    "file_too_large",
    "The file {name} is larger than {limit} megabytes. Scan it with fewer dots per inch or "
    "split it.",
)
FILE_NOT_READABLE = sentence(
    "file_not_readable",
    "The file {name} cannot be read. Close the program that has it open, or look whether the "
    "stick is still there.",
)

_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".rtf": "application/rtf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies safely in the data folder; size in bytes."""

    sha256: str
    size: int
    media_type: str
    name: str


def put(folder: DataFolder, source: Path | bytes, name: str) -> Stored:
    """Keep a file under the SHA-256 of its content.

    RuleBroken ``file_empty``, ``file_too_large``, ``file_not_readable``; KnownTrouble when our own
    disk fails.
    """
    sha256, size = _measure(source, name)
    target = path_of(folder, sha256)
    with known_troubles():
        if not is_sound(target, sha256):
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole(target) as part:
                _write(source, part, sha256, name)
    return Stored(sha256, size, _media_type(name), name)


def _measure(source: Path | bytes, name: str) -> tuple[str, int]:
    seen, size = hashlib.sha256(), 0
    try:
        with _reading(source) as file:
            while size <= LARGEST and (chunk := file.read(_CHUNK)):
                seen.update(chunk)
                size += len(chunk)
    except OSError as error:
        raise broken(FILE_NOT_READABLE, name=name) from error
    if size == 0:
        raise broken(FILE_EMPTY, name=name)
    if size > LARGEST:
        raise broken(FILE_TOO_LARGE, name=name, limit=LARGEST >> 20)
    return seen.hexdigest(), size


def _reading(source: Path | bytes) -> BinaryIO:
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _write(source: Path | bytes, part: Path, sha256: str, name: str) -> None:
    if isinstance(source, bytes):
        part.write_bytes(source)
    elif copy(source, part) != sha256:  # somebody saved it again meanwhile
        raise broken(FILE_NOT_READABLE, name=name)


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(Path(name).suffix.lower(), "application/octet-stream")


def path_of(folder: DataFolder, sha256: str) -> Path:
    """Return where the file with this content lies."""
    return folder.files / sha256[:2] / sha256


def is_sound(path: Path, sha256: str) -> bool:
    """Tell whether the file is there and its content is what its name says."""
    return path.is_file() and sha256_of(path) == sha256


def kept(folder: DataFolder) -> Iterator[Path]:
    """Yield the attached files that lie in the folder."""
    return (path for path in folder.files.glob("*/*") if _SHA256.fullmatch(path.name))


def strays(folder: DataFolder, known: Container[str]) -> Iterator[Path]:
    """Yield what lies among the attached files and is none that is known."""
    return (path for path in folder.files.rglob("*") if path.is_file() and path.name not in known)


def copy_missing(source: DataFolder, target: DataFolder) -> int:
    """Copy the attached files that the other folder lacks; return how many.

    A file whose content is damaged is left behind: ``check`` names it.
    """
    copied = 0
    for path in kept(source):
        other = path_of(target, path.name)
        if not other.exists() and sha256_of(path) == path.name:
            other.parent.mkdir(parents=True, exist_ok=True)
            with whole(other) as part:
                copy(path, part)
            copied += 1
    return copied
