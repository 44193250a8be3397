"""Looking the whole data folder through."""

import pytest

from msu_desktop.office.errors import Cancelled, sentence
from msu_desktop.store import files
from msu_desktop.store.backup import back_up
from msu_desktop.store.check import check
from msu_desktop.store.findings import Finding, Severity
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.thinning import Reason
from msu_desktop.store.workplace import Workplace
from tests.store.small_office import (
    NOTES,
    AttachToNote,
    Watch,
    WriteNote,
    attach_to_note,
    write_note,
)

ODD = sentence("test_odd", "Something is odd.")


def attach(office: Workplace, folder: DataFolder, content: bytes, name: str) -> files.Stored:
    stored = files.put(folder, content, name)
    note = office.perform(write_note, WriteNote(text="кат"))
    command = AttachToNote(id=note, sha256=stored.sha256, name=name, size=stored.size)
    office.perform(attach_to_note, command)
    return stored


def codes(folder: DataFolder) -> set[str]:
    return {found.sentence.code for found in check(folder, [NOTES]).findings}


def test_missing_damaged_and_stray_files_are_named(office: Workplace, folder: DataFolder) -> None:
    missing = attach(office, folder, b"one", "биринчи.pdf")
    damaged = attach(office, folder, b"two", "экинчи.pdf")
    attach(office, folder, b"three", "үчүнчү.pdf")
    assert check(folder, [NOTES]).findings == ()
    files.path_of(folder, missing.sha256).unlink()
    files.path_of(folder, damaged.sha256).write_bytes(b"twx")
    files.put(folder, b"stray", "бөтөн.pdf")
    findings = {found.sentence.code: found for found in check(folder, [NOTES]).findings}
    assert set(findings) == {"check_file_missing", "check_file_damaged", "check_file_stray"}
    assert findings["check_file_missing"].facts["name"] == "биринчи.pdf"
    assert findings["check_file_damaged"].facts["name"] == "экинчи.pdf"
    assert findings["check_file_stray"].severity is Severity.NOTE


def test_a_damaged_backup_copy_is_named(folder: DataFolder, watch: Watch) -> None:
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    made.path.write_bytes(b"?")
    assert codes(folder) == {"check_backup"}


def test_a_page_damaged_inside_the_data_file_does_not_stop_the_check(
    office: Workplace, folder: DataFolder
) -> None:
    office.perform_all(write_note, [WriteNote(text="ө" * 150) for _ in range(100)])
    office.close()
    content = bytearray(folder.database.read_bytes())
    content[-40000:] = b"\xff" * 40000
    folder.database.write_bytes(content)
    report = check(folder, [NOTES])
    assert not report.is_sound
    assert "check_database" in {found.sentence.code for found in report.findings}


def test_desks_add_checks_of_their_own(folder: DataFolder) -> None:
    report = check(folder, more_checks=[lambda _: [Finding("odd", ODD)]])
    assert [found.problem.code for found in report.findings] == ["test_odd"]


def test_a_check_tells_how_far_it_is_and_can_be_stopped(folder: DataFolder) -> None:
    heard: list[str] = []

    def stop(step: str, *_: object) -> None:
        heard.append(step)
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        check(folder, progress=stop)
    assert heard[0] == "Looking through the data file"
