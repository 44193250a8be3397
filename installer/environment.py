"""Make ``.venv`` with the locked packages, and remember what was put into it."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
from pathlib import Path

from libraries import Trouble, apt_install, on_debian
from pythons import LOCKED, WINDOWS, candidates, find_python

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUNTIME = "requirements.txt"
DEV = "requirements-dev.txt"
MARKER = "installed.json"
KEEP, ADD, REBUILD = "keep", "add", "rebuild"


def interpreter(venv: Path) -> Path:
    """Return the interpreter inside a virtual environment."""
    return venv / ("Scripts/python.exe" if WINDOWS else "bin/python")


def starts(python: Path) -> bool:
    """Tell whether an interpreter is there and runs; its base may have been removed."""
    try:
        return subprocess.call([str(python), "-c", ""], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def fingerprints(files: list[Path]) -> dict[str, str]:
    """Return the SHA-256 of each file's text by its name; line ends do not count."""
    return {
        path.name: hashlib.sha256(path.read_text("utf-8").encode()).hexdigest() for path in files
    }


def recorded(venv: Path) -> dict[str, str]:
    """Return the fingerprints of what was installed; nothing if that was not finished."""
    try:
        return dict(json.loads((venv / MARKER).read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def plan(venv: Path, files: list[Path]) -> str:
    """Tell whether to keep the environment, add to it, or make it anew."""
    known = recorded(venv)
    if not known or not starts(interpreter(venv)):
        return REBUILD
    now = fingerprints(files)
    if any(known[name] != now[name] for name in known.keys() & now.keys()):
        return REBUILD
    return KEEP if now.keys() <= known.keys() else ADD


def base_python() -> str:
    """Return a Python to build on; Debian's venv package is installed when only it is missing."""
    python = find_python(candidates())
    if python is None and on_debian():
        apt_install(["python3", "python3-venv"])
        python = find_python(candidates())
    if python is None:
        versions = ", ".join(f"{major}.{minor}" for major, minor in LOCKED)
        raise Trouble(
            f"No 64-bit Python of version {versions} with venv starts on this PC. "
            "Install one (Windows: from python.org), then try again."
        )
    return python


def build(venv: Path) -> None:
    """Make an empty environment in place of whatever is there."""
    python = base_python()
    print(f"Making {venv.name} with {python}", flush=True)
    try:
        if venv.exists():
            shutil.rmtree(venv)
    except OSError as error:
        raise Trouble(
            f"{venv} is in use: close what runs from it, then try again. ({error})"
        ) from error
    if subprocess.call([python, "-m", "venv", str(venv)]):
        raise Trouble(f"{python} could not make {venv}. See what it said above.")


def install(venv: Path, files: list[Path]) -> None:
    """Install the locked packages; where pip finds them is pip's own configuration."""
    print("Installing the locked packages: " + ", ".join(path.name for path in files), flush=True)
    command = [str(interpreter(venv)), "-m", "pip", "install", "-qq", "--no-input"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
    for path in files:
        command += ["--requirement", str(path)]
    known = recorded(venv)
    (venv / MARKER).unlink(missing_ok=True)
    if subprocess.call(command):
        raise Trouble(
            "The packages could not be installed. See what pip said above: without "
            "network, give pip a folder of wheels by PIP_NO_INDEX=1 PIP_FIND_LINKS=<folder>."
        )
    text = json.dumps({**known, **fingerprints(files)}, indent=1)
    (venv / MARKER).write_text(text + "\n", "utf-8")


def ready(*names: str) -> str:
    """Return the environment's interpreter, with the locked packages of these files in it."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        raise Trouble("The locked packages are for 64-bit Intel and AMD processors only.")
    files = [ROOT / name for name in names]
    todo = plan(VENV, files)
    if todo == REBUILD:
        build(VENV)
    if todo != KEEP:
        install(VENV, files)
    return str(interpreter(VENV))


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment variables of what we start: UTF-8 everywhere, Windows too."""
    return {**os.environ, "PYTHONUTF8": "1", **more}
