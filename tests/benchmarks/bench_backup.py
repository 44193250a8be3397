"""Measure a verified backup copy of a database of 50 MB and more."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msu_desktop.store.backup import back_up
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.thinning import Reason
from tests.benchmarks.filled_office import copied_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import milliseconds

LETTERS = 11_000
LEAST_BYTES = 50_000_000
REPEATS = 5


def measure() -> Iterator[Result]:
    """Measure the copy with all its checks beside a plain copy with a sum, which checks nothing."""
    with tempfile.TemporaryDirectory() as place:
        folder = copied_office(Path(place) / "office", LETTERS).create()
        size = folder.database.stat().st_size
        if size < LEAST_BYTES:
            raise AssertionError(size)
        ours = _middle([milliseconds(_back_up, folder) for _ in range(REPEATS)])
        plain = _middle([milliseconds(_copy, folder) for _ in range(REPEATS)])
    name = f"verified backup of {size / 1e6:.0f} MB"
    yield Result(name, ours / 1000, "s", 0.5, "shutil.copy and SHA-256", plain / 1000)


def _back_up(folder: DataFolder) -> None:
    if not back_up(folder, Reason.BY_HAND).verified:
        raise AssertionError(folder)


def _copy(folder: DataFolder) -> None:
    copied = shutil.copy(folder.database, folder.path / "plain.db")
    hashlib.sha256(Path(copied).read_bytes()).hexdigest()


def _middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]
