"""When the environment is kept, added to, or made anew."""

import json
import sys
import venv as standard_venv
from pathlib import Path

import environment
import pytest
from environment import ADD, KEEP, MARKER, REBUILD, fingerprints, interpreter, plan, recorded


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("environment") / ".venv"
    standard_venv.create(folder, symlinks=sys.platform != "win32")
    return folder


@pytest.fixture
def locks(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "requirements.txt", tmp_path / "requirements-dev.txt"]
    for path in files:
        path.write_text(f"package=={path.stem}\n", "utf-8")
    return files


def installed(folder: Path, files: list[Path]) -> None:
    (folder / MARKER).write_text(json.dumps(fingerprints(files)), "utf-8")


def test_an_environment_with_the_locked_packages_is_kept(made: Path, locks: list[Path]):
    installed(made, locks)
    assert plan(made, locks) == KEEP


def test_what_only_runs_the_program_needs_nothing_more(made: Path, locks: list[Path]):
    installed(made, locks)
    assert plan(made, locks[:1]) == KEEP


def test_the_tools_for_testing_are_added_to_what_is_there(made: Path, locks: list[Path]):
    installed(made, locks[:1])
    assert plan(made, locks) == ADD


def test_changed_requirements_make_it_anew(made: Path, locks: list[Path]):
    installed(made, locks)
    locks[1].write_text("package==2\n", "utf-8")
    assert plan(made, locks) == REBUILD


def test_line_ends_of_windows_change_nothing(made: Path, locks: list[Path]):
    installed(made, locks)
    locks[0].write_bytes(locks[0].read_bytes().replace(b"\n", b"\r\n"))
    assert plan(made, locks) == KEEP


def test_an_installation_that_was_cut_off_makes_it_anew(made: Path, locks: list[Path]):
    (made / MARKER).unlink(missing_ok=True)
    assert plan(made, locks) == REBUILD


def test_a_spoiled_marker_makes_it_anew(made: Path, locks: list[Path]):
    (made / MARKER).write_text('{"requirements', "utf-8")
    assert recorded(made) == {}
    assert plan(made, locks) == REBUILD


def test_a_removed_interpreter_makes_it_anew(tmp_path: Path, locks: list[Path]):
    folder = tmp_path / ".venv"
    folder.mkdir()
    installed(folder, locks)
    assert plan(folder, locks) == REBUILD


def test_windows_keeps_its_interpreter_in_another_folder(monkeypatch: pytest.MonkeyPatch):
    for windows, place in ((True, "Scripts/python.exe"), (False, "bin/python")):
        monkeypatch.setattr(environment, "WINDOWS", windows)
        assert interpreter(Path(".venv")) == Path(".venv", place)


def test_the_locks_name_no_address_and_every_package_has_hashes():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (environment.ROOT / name).read_text("utf-8")
        assert not any(sign in text for sign in ("://", "--index", "--find-links", "#", " @ "))
        entries = text.replace("\\\n", " ").splitlines()
        assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
