"""The SHA-256 beside each backup copy: SQLite itself overlooks many a flipped bit."""

from pathlib import Path

from msu_desktop.office.errors import sentence, trouble
from msu_desktop.store.durable import sha256_of, write_whole
from msu_desktop.store.troubles import known_troubles

BACKUP_DAMAGED = sentence(
    "backup_damaged",
    "The backup copy {name} is damaged and cannot be used. Nothing was changed. "
    "Choose another one.",
)
BACKUP_MISSING = sentence(
    "backup_missing", "The backup copy {name} is not there. Choose another one."
)


def sum_of(copy: Path) -> Path:
    """Return where the sum of a copy is written."""
    return copy.with_name(f"{copy.name}.sha256")


def write_sum(target: Path, sha256: str) -> None:
    """Write the sum as ``sha256sum --check`` reads it, and see that it can be read back."""
    write_whole(sum_of(target), f"{sha256}  {target.name}\n".encode())
    if read_sum(target) != sha256:
        raise trouble(BACKUP_DAMAGED, name=target.name)


def read_sum(copy: Path) -> str | None:
    """Return the sum written beside a copy, None when there is none."""
    try:
        return sum_of(copy).read_text("utf-8").split()[0]
    except (OSError, ValueError, IndexError):
        return None


def verify(copy: Path) -> str:
    """Return the SHA-256 of a copy that is what it was when it was made.

    KnownTrouble ``backup_missing``; ``backup_damaged`` also when the sum beside it is missing.
    """
    if not copy.is_file():
        raise trouble(BACKUP_MISSING, name=copy.name)
    with known_troubles():
        sha256 = sha256_of(copy)
    if sha256 != read_sum(copy):
        raise trouble(BACKUP_DAMAGED, name=copy.name)
    return sha256
