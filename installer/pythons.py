"""Find a Python on this PC that can carry the program: of a locked version, 64-bit, with venv."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

LOCKED = ((3, 11), (3, 12), (3, 13))  # the versions whose wheels are in requirements.txt
PROBE = "import ensurepip, sys, venv; print(*sys.version_info[:2], sys.maxsize, sys.executable)"
WINDOWS = os.name == "nt"


def on_path(names: Iterable[str], path: str) -> Iterator[str]:
    """Yield every file of these names on the path, not only the first: a shim may not start."""
    folders = [Path(folder) for folder in path.split(os.pathsep) if folder]
    for name in names:
        for folder in folders:
            found = folder / (name + ".exe" if WINDOWS else name)
            if found.is_file():
                yield str(found)


def under_pyenv(root: Path) -> Iterator[str]:
    """Yield the interpreters of each version kept by pyenv, or by pyenv-win."""
    for pattern in ("versions/*/bin/python3", "pyenv-win/versions/*/python.exe"):
        yield from (str(path) for path in sorted(root.glob(pattern)))


def candidates() -> Iterator[list[str]]:
    """Yield the commands worth trying, this interpreter first."""
    yield [getattr(sys, "_base_executable", None) or sys.executable]
    versions = [f"{major}.{minor}" for major, minor in LOCKED]
    names = [f"python{version}" for version in versions] + ["python3", "python"]
    for found in on_path(names, os.environ.get("PATH", "")):
        yield [found]
    if WINDOWS:
        for version in versions:
            yield ["py", f"-{version}"]
    root = os.environ.get("PYENV_ROOT") or str(Path.home() / ".pyenv")
    for found in under_pyenv(Path(root)):
        yield [found]


def usable(command: list[str]) -> str | None:
    """Return the interpreter a command really starts, None if it cannot carry the program."""
    try:
        answer = subprocess.run(
            [*command, "-I", "-c", PROBE], capture_output=True, text=True, timeout=60, check=True
        ).stdout.strip()
        major, minor, largest, executable = answer.split(" ", 3)
        fits = (int(major), int(minor)) in LOCKED and int(largest) > 2**32
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return executable if fits else None


def find_python(commands: Iterable[list[str]]) -> str | None:
    """Return the first interpreter that really starts and fits."""
    return next(filter(None, map(usable, commands)), None)
