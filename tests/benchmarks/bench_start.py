"""Measure the start of the program beside 100,000 letters: until the window can be used.

``python -m tests.benchmarks.bench_start FOLDER`` is such a start: it says ``usable`` as soon as the
window is painted and nothing more waits to be done, and how much memory it took by then.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from msu_desktop.store.folder import DataFolder
from tests.benchmarks.result import Result

STARTS = 5


def measure() -> Iterator[Result]:
    """Give the middle one of some starts; the first start of the day made its backup copy before."""
    from msu_desktop.store.backup import back_up
    from msu_desktop.store.thinning import Reason
    from tests.benchmarks.filled_office import copied_office

    with tempfile.TemporaryDirectory() as place:
        folder = copied_office(Path(place) / "office").create()
        back_up(folder, Reason.HALF_HOUR)
        starts = sorted(start(folder) for _ in range(STARTS))
    seconds, megabytes = starts[STARTS // 2]
    bare_seconds, bare_megabytes = start(None)
    name = "start to usable window with 100,000 letters"
    yield Result(name, seconds, "s", 1.2, "empty Qt window", bare_seconds)
    yield Result(f"{name}: memory", megabytes, "MB", 200, "empty Qt window", bare_megabytes)


def start(folder: DataFolder | None) -> tuple[float, float]:
    """Start the window in a fresh process; return seconds until it is usable and its memory in MB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_start"]
    begun = time.perf_counter()
    with subprocess.Popen(
        [*command, *([str(folder.path)] if folder else [])],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - begun
        process.kill()
    word, megabytes = line.split()
    if word != "usable":
        raise RuntimeError(line)
    return seconds, float(megabytes)


def show(folder: str) -> None:
    """Open the office's window as the program does."""
    from PySide6.QtCore import QTimer

    from msu_desktop.bootstrap.keeping import SettingsOnDisk
    from msu_desktop.bootstrap.window import Session
    from msu_desktop.gui.application import make_application

    place = DataFolder(Path(folder))
    settings = SettingsOnDisk(place)
    application = make_application(sys.argv[:1], settings)
    session = Session(place, settings, application)
    watching = QTimer(interval=0)  # comes when nothing else waits

    def look() -> None:
        if session.window is not None and session.window.isVisible():
            session.window.grab()
            tell()

    watching.timeout.connect(look)
    watching.start()
    session.run()


def show_empty() -> None:
    """Open a window that holds nothing."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, window.grab)
    QTimer.singleShot(0, tell)
    application.exec()


def tell() -> None:
    """Say that the window is usable, and the most memory that was used until now."""
    import resource

    print("usable", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        show(sys.argv[1])
    else:
        show_empty()
