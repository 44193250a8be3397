"""Who uses the data folder, and who must wait."""

import subprocess
import sys

import pytest

from msu_desktop.office.errors import KnownTrouble
from msu_desktop.office.places import ROOT
from msu_desktop.store.folder import DataFolder, default_folder
from msu_desktop.store.lock import be_the_window, use, use_alone

HOLD = """
import sys
from pathlib import Path
from msu_desktop.store import lock
from msu_desktop.store.folder import DataFolder
held = getattr(lock, sys.argv[1])(DataFolder(Path(sys.argv[2])))
print("held", flush=True)
sys.stdin.read()
"""


def hold_elsewhere(how: str, folder: DataFolder) -> subprocess.Popen[str]:
    """Hold a lock in another process until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, how, str(folder.path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_many_may_use_the_data_at_once(empty_folder: DataFolder) -> None:
    with use(empty_folder), use(empty_folder):
        pass


def test_who_needs_the_data_alone_waits_for_the_others(empty_folder: DataFolder) -> None:
    with use(empty_folder), pytest.raises(KnownTrouble, match="others_open"):
        use_alone(empty_folder, wait=0)
    with use_alone(empty_folder, wait=0):
        pass


def test_nobody_comes_in_while_the_data_is_being_changed(empty_folder: DataFolder) -> None:
    with use_alone(empty_folder), pytest.raises(KnownTrouble, match="being_changed"):
        use(empty_folder, wait=0)


def test_a_lock_let_go_twice_does_no_harm(empty_folder: DataFolder) -> None:
    lock = use(empty_folder)
    lock.release()
    lock.release()


@pytest.mark.parametrize(
    ("there", "here", "refused"),
    [
        ("use", lambda folder: use_alone(folder, wait=0), "others_open"),
        ("use_alone", lambda folder: use(folder, wait=0), "being_changed"),
        ("be_the_window", be_the_window, "already_open"),
    ],
)
def test_locks_hold_between_processes_and_end_with_them(
    empty_folder: DataFolder, there: str, here: object, refused: str
) -> None:
    other = hold_elsewhere(there, empty_folder)
    try:
        with pytest.raises(KnownTrouble, match=refused):
            here(empty_folder)
    finally:
        end(other)
    here(empty_folder).release()


def test_the_usual_data_folder_is_the_users_own(user_home: object) -> None:
    assert default_folder().path.is_relative_to(str(user_home))
