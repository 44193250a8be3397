"""Files that are there whole or not at all, even when the power fails while they are written."""

import hashlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PART_NAME = re.compile(r"\.[0-9a-f]{8}\.part(-wal|-shm|-journal)?$")

_CHUNK = 1 << 20
_ANTIVIRUS_TRIES = 20
_ANTIVIRUS_PAUSE = 0.05


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a temporary name beside the target; what is written there becomes the target at once.

    When the block fails, or the PC does, the target is as it was before.
    """
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        sync_file(part)
        replace(part, target)
        sync_folder(target.parent)
    finally:
        for left in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + left).unlink(missing_ok=True)


def write_whole(target: Path, data: bytes) -> None:
    """Write a small file whole."""
    with whole(target) as part:
        part.write_bytes(data)


def copy_whole(source: Path, target: Path) -> str:
    """Copy a file whole and return the SHA-256 of what was read."""
    with whole(target) as part:
        return copy(source, part)


def copy(source: Path, target: Path) -> str:
    """Copy a file and return the SHA-256 of what was read."""
    seen = hashlib.sha256()
    with source.open("rb") as reading, target.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            seen.update(chunk)
            writing.write(chunk)
    return seen.hexdigest()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hex text."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_on_disk(path: Path) -> str:
    """Return the SHA-256 of a file just written, read from the disk where the system lets us."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()


def replace(source: Path, target: Path) -> None:
    """Rename a file over another one; on Windows wait while an antivirus looks at either."""
    for _ in range(_ANTIVIRUS_TRIES if os.name == "nt" else 0):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(_ANTIVIRUS_PAUSE)
        else:
            return
    source.replace(target)


def sync_file(path: Path) -> None:
    """Have a file's content reach the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_parts(folder: Path) -> None:
    """Remove what killed processes left half written; the caller holds the lock of the folder."""
    for path in folder.iterdir():
        if _PART_NAME.search(path.name):
            path.unlink(missing_ok=True)
