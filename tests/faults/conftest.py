"""The small office as fixtures, small disks, and processes that are killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from msu_desktop.office.places import ROOT
from tests.store.small_office import (  # noqa: F401 - pytest finds fixtures by their names here
    empty_folder,
    folder,
    founded,
    manner,
    office,
    versions,
    watch,
)

ROUNDS = int(os.environ.get("MSU_KILL_ROUNDS", "20"))
"""How many times a process is killed in each test; 200 for a long run."""


def mount(place: Path, *options: str) -> None:
    """Mount something, or skip the test and say why: only root may do it."""
    place.mkdir(exist_ok=True)
    try:
        done = subprocess.run(
            ["mount", *options, str(place)], capture_output=True, text=True, check=False
        )
    except OSError as error:
        pytest.skip(f"no small or read-only disk can be mounted here: {error}")
    if done.returncode:
        pytest.skip(f"no small or read-only disk can be mounted here: {done.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of two megabytes."""
    place = tmp_path / "кичине диск"
    mount(place, "-t", "tmpfs", "-o", "size=2m", "tmpfs")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill a disk, leaving so many bytes, and return the file that does."""
    filler = disk / "кино.mp4"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            file.truncate(file.tell() - leave)
            return filler
    raise AssertionError


def start(module: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a script of the tests in a process of its own, which can be killed."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def read_line(process: "subprocess.Popen[str]") -> str:
    """Return the next line that a process says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def kill_after(process: "subprocess.Popen[str]", seconds: float) -> str:
    """Kill a process at some moment, as a power cut would; return what it had still said."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.communicate()[0]
