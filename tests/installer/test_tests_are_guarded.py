"""What conftest.py promises to every other test."""

import logging
import os
from pathlib import Path

import platformdirs
import pytest

pytest_plugins = ["pytester"]
CONFTEST = Path(__file__).parents[1] / "conftest.py"


def test_no_test_touches_the_folders_of_the_real_user(user_home: Path):
    assert Path.home() == user_home
    assert platformdirs.user_data_path("msu").is_relative_to(user_home)


def test_an_expected_warning_may_be_logged(expected_warnings: list[str]):
    expected_warnings.append("stick is full")
    logging.getLogger("backup").warning("the stick is full: %s", "E:")


def test_a_warning_nobody_expected_fails_its_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:randomly -p no:xdist")
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makepyfile(
        """
        import logging

        def test_a_letter_is_lost():
            logging.getLogger("store").warning("row vanished")

        def test_a_warning_does_not_come(expected_warnings):
            expected_warnings.append("row vanished")
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=2, errors=2)


def test_qt_draws_without_a_screen():
    assert os.environ["QT_QPA_PLATFORM"]
