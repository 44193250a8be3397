"""Which Python carries the program: only one that really starts."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pythons import LOCKED, find_python, on_path, under_pyenv, usable

SCRIPTS = [
    Path(__file__).parents[2] / "installer" / name
    for name in ("dev.py", "environment.py", "libraries.py", "pythons.py", "steps.py")
]
PYENV = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")  # before the home is changed
OLD_PYTHONS = [
    *on_path(["python3.9"], os.environ.get("PATH", "")),
    *(python for python in under_pyenv(PYENV) if "3.9." in python),
]
NOT_STARTED = 127
posix = pytest.mark.skipif(os.name == "nt", reason="stands for a shell script of Linux")


def command(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_python_of_these_tests_carries_the_program():
    assert usable([sys.executable]) is not None


@posix
def test_a_shim_that_fails_to_start_is_passed_over(tmp_path: Path):
    shim = command(tmp_path / "shims" / "python3.12", "echo 'command not found' >&2; exit 127")
    real = command(tmp_path / "bin" / "python3.12", f'exec "{sys.executable}" "$@"')
    path = os.pathsep.join([str(shim.parent), str(real.parent)])
    commands = [[found] for found in on_path(["python3.12"], path)]
    assert commands == [[str(shim)], [str(real)]]
    assert find_python(commands) == sys.executable


@posix
def test_a_python_that_is_too_old_is_passed_over(tmp_path: Path):
    old = command(tmp_path / "python3", f"echo 3 9 {sys.maxsize} /usr/bin/python3")
    assert usable([str(old)]) is None


@posix
def test_a_python_newer_than_the_locked_packages_is_passed_over(tmp_path: Path):
    minor = LOCKED[-1][1] + 1
    new = command(tmp_path / "python3", f"echo 3 {minor} {sys.maxsize} /usr/bin/python3")
    assert usable([str(new)]) is None


@posix
def test_a_32_bit_python_is_passed_over(tmp_path: Path):
    small = command(tmp_path / "python3", f"echo 3 11 {2**31 - 1} /usr/bin/python3")
    assert usable([str(small)]) is None


@posix
def test_a_folder_with_spaces_and_kyrgyz_letters_is_understood(tmp_path: Path):
    place = "/home/Өмүр Кеңешов/python3"
    odd = command(tmp_path / "Кеңеш Ө" / "python3", f"echo 3 11 {sys.maxsize} {place}")
    assert usable([str(odd)]) == place


def test_when_nothing_starts_nothing_is_found(tmp_path: Path):
    assert find_python([[str(tmp_path / "python3.11")], [str(tmp_path / "python3.12")]]) is None


def test_versions_kept_by_pyenv_are_found_on_linux_and_windows(tmp_path: Path):
    places = ("versions/3.11.7/bin/python3", "pyenv-win/versions/3.12.1/python.exe")
    for place in places:
        command(tmp_path / place, "")
    assert list(under_pyenv(tmp_path)) == [str(tmp_path / place) for place in places]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_python_3_9_understands_the_set_up(script: Path):
    ast.parse(script.read_text("utf-8"), feature_version=(3, 9))


def test_python_3_9_starts_the_set_up():
    for python in OLD_PYTHONS:
        asked = subprocess.run([python, str(SCRIPTS[0]), "-h"], capture_output=True, check=False)
        if asked.returncode != NOT_STARTED:
            assert (asked.returncode, asked.stderr) == (0, b"")
            return
    pytest.skip("no Python 3.9 starts on this PC")
