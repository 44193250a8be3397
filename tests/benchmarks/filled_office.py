"""The offices full of letters that the benchmarks measure; built once and kept for next time.

``python -m tests.benchmarks.filled_office`` builds the one of 100,000 and says where it lies.
"""

import hashlib
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from msu_desktop.demo.generating import fill
from msu_desktop.office.places import ROOT
from msu_desktop.store.folder import DataFolder

LETTERS = 100_000
LAST_DAY = date(2026, 10, 30)
SHAPED_BY = (
    "migrations/versions/*.py",
    "msu_desktop/demo/*.py",
    "msu_desktop/language/folding.py",
    "msu_desktop/language/sorting.py",
    "msu_desktop/store/tables.py",
    "resources/demo/*.json",
    "resources/rules/*.json",
)
"""The files that decide what the office looks like on the disk."""


def filled_office(letters: int = LETTERS) -> DataFolder:
    """Return the data folder of the filled office; nobody may write to it, copies are free."""
    place = Path(tempfile.gettempdir()) / f"msu-desktop-bench-{letters}-{_mark()}"
    if not place.exists():
        _build(place, letters)
    return DataFolder(place)


def copied_office(place: Path, letters: int = LETTERS) -> DataFolder:
    """Copy the filled office, closed as it is, to where it may be changed."""
    shutil.copytree(filled_office(letters).path, place)
    return DataFolder(place)


def _build(place: Path, letters: int) -> None:
    begun = time.perf_counter()
    print(f"making an office with {letters:,} letters, once …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as unfinished:
        half = Path(unfinished) / "office"
        made = fill(DataFolder(half), letters, 7, LAST_DAY)
        half.rename(place)
    seconds = time.perf_counter() - begun
    print(f"made in {seconds:.0f} s: {made}", file=sys.stderr, flush=True)


def _mark() -> str:
    seen = hashlib.sha256()
    for pattern in SHAPED_BY:
        for path in sorted(ROOT.glob(pattern)):
            seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


if __name__ == "__main__":
    print(filled_office().path)
