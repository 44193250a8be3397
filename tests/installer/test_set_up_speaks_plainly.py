"""What the newcomer reads when something is missing, and what the steps of a check report."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from dev import check_steps, has_screen, opens_window
from libraries import DRAWING, loads, missing, one_command
from steps import Step, run_all

DEV = Path(__file__).parents[2] / "installer" / "dev.py"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="speaks of Linux")


@linux
@pytest.mark.parametrize("arguments", [["run"], ["run", "--demo"]])
def test_without_a_screen_it_says_so_and_how_to_get_one(arguments: list[str]):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    variables = {name: value for name, value in os.environ.items() if name not in hidden}
    said = subprocess.run(
        [sys.executable, str(DEV), *arguments],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert said.returncode == 1
    assert "There is no screen here" in said.stderr
    assert "xvfb-run -a python3 installer/dev.py run" in said.stderr
    assert "Traceback" not in said.stderr


def test_an_unknown_command_shows_the_known_ones():
    said = subprocess.run(
        [sys.executable, str(DEV), "walk"], capture_output=True, text=True, check=False, timeout=60
    )
    assert said.returncode == 2
    assert "installer/dev.py run" in said.stdout


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_linux_has_a_screen_when_a_session_names_one(variables: dict[str, str], shown: bool):
    assert has_screen("linux", variables) is shown


def test_windows_always_has_a_screen():
    assert has_screen("win32", {})


@pytest.mark.parametrize("arguments", [[], ["--demo"], ["--data-dir", "D"]])
def test_run_alone_opens_the_window(arguments: list[str]):
    assert opens_window(arguments)


@pytest.mark.parametrize("arguments", [["acts"], ["check", "--data-dir", "D"], ["--help"]])
def test_a_command_of_the_command_line_needs_no_window(arguments: list[str]):
    assert not opens_window(arguments)


def test_a_missing_library_is_named_by_its_debian_package():
    assert missing(DRAWING, lambda soname: soname != "libEGL.so.1") == ["libegl1"]


def test_a_package_that_brings_two_libraries_is_named_once():
    needed = {"libone.so.1": "libone", "libother.so.1": "libone", "libtwo.so.1": "libtwo"}
    assert missing(needed, lambda _soname: False) == ["libone", "libtwo"]


def test_a_library_that_does_not_exist_does_not_load():
    assert not loads("libno-such-thing-in-any-office.so.1")


def test_the_one_command_can_be_copied_whole():
    assert one_command(["libgl1", "libegl1"]) == (
        "sudo apt-get update && sudo apt-get install -y libgl1 libegl1"
    )


def test_every_step_runs_even_after_one_that_failed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    steps = [
        Step("first", [sys.executable, "-c", "raise SystemExit(3)"]),
        Step("absent", [str(tmp_path / "no-such-tool")]),
        Step("last", [sys.executable, "-c", "print('the last one ran')"]),
    ]
    assert run_all(steps, tmp_path, os.environ) == 1
    said = capfd.readouterr()
    assert "first: NOT IN ORDER (exit status 3)" in said.out
    assert "the last one ran" in said.out
    assert "Not in order: first, absent." in said.err


def test_steps_that_are_all_in_order_end_well(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    assert run_all([Step("only", [sys.executable, "-c", ""])], tmp_path, os.environ) == 0
    assert "Everything is in order." in capfd.readouterr().out


def test_the_tests_are_the_last_step():
    assert check_steps(sys.executable)[-1].name == "tests"
