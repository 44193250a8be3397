"""What holds for every test: no screen, no real user folders, no unexpected warning in the log."""

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None)  # other work on the PC must not fail a test
settings.load_profile("house")

USER_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


@pytest.fixture(autouse=True)
def user_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so that nothing touches the folders of the real user."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in USER_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / folder))
    return home


@pytest.fixture
def expected_warnings() -> list[str]:
    """Return the list to which a test appends patterns of log warnings it wants to see."""
    return []


@pytest.fixture(autouse=True)
def _log_stays_quiet(
    expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail the test that caused a log warning nobody expected, or did not cause an expected one."""
    yield
    said = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    surprises = [line for line in said if not any(re.search(p, line) for p in expected_warnings)]
    missed = [p for p in expected_warnings if not any(re.search(p, line) for line in said)]
    if surprises or missed:
        pytest.fail(f"unexpected in the log: {surprises}; expected but not logged: {missed}")
