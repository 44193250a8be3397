"""Backup copies are made while the office works, and verified before they count."""

import hashlib
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from msu_desktop.office.errors import Cancelled, KnownTrouble
from msu_desktop.store import backup, files
from msu_desktop.store.backup import back_up, backups, is_due, second_folder
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.sums import verify
from msu_desktop.store.thinning import Reason
from msu_desktop.store.workplace import Workplace
from tests.store.small_office import Watch, WriteNote, write_note


def test_a_copy_tells_when_why_and_how_much(
    folder: DataFolder, office: Workplace, watch: Watch
) -> None:
    office.perform(write_note, WriteNote(text="кат"))
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    assert made.name == "2026-04-22T030000Z-by_hand.db"
    assert (made.at, made.reason, made.acts, made.verified) == (watch(), Reason.BY_HAND, 1, True)
    assert made.size == made.path.stat().st_size
    assert backups(folder) == [made]
    assert verify(made.path) == hashlib.sha256(made.path.read_bytes()).hexdigest()


def test_nothing_lies_beside_a_copy_but_its_sum(
    folder: DataFolder, office: Workplace, watch: Watch
) -> None:
    office.perform(write_note, WriteNote(text="кат"))
    made = back_up(folder, Reason.CLOSING, clock=watch)
    backups(folder)
    assert {path.name for path in folder.backups.iterdir()} == {
        made.name,
        f"{made.name}.sha256",
        "backup.lock",
    }


def test_any_tool_can_check_the_sum(folder: DataFolder, watch: Watch) -> None:
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    checked = subprocess.run(
        ["sha256sum", "--check", f"{made.name}.sha256"], cwd=folder.backups, check=False
    )
    assert checked.returncode == 0


def test_two_copies_in_one_second_have_two_names(folder: DataFolder, watch: Watch) -> None:
    first = back_up(folder, Reason.BY_HAND, clock=watch)
    second = back_up(folder, Reason.BY_HAND, clock=watch)
    assert second.at - first.at == timedelta(seconds=1)


def test_a_flipped_bit_in_a_copy_is_found(folder: DataFolder, watch: Watch) -> None:
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    with pytest.raises(KnownTrouble, match="backup_damaged"):
        verify(made.path)
    assert backup.last_good(folder) is None


def test_a_copy_without_its_sum_or_none_at_all_is_not_trusted(
    folder: DataFolder, watch: Watch
) -> None:
    made = back_up(folder, Reason.BY_HAND, clock=watch)
    made.path.with_name(f"{made.name}.sha256").unlink()
    assert not backups(folder)[0].verified
    with pytest.raises(KnownTrouble, match="backup_damaged"):
        verify(made.path)
    with pytest.raises(KnownTrouble, match="backup_missing"):
        verify(made.path.with_name("жок.db"))


def test_a_copy_is_due_when_something_changed_and_half_an_hour_has_passed(
    folder: DataFolder, office: Workplace, watch: Watch
) -> None:
    assert not is_due(folder, watch())
    office.perform(write_note, WriteNote(text="биринчи"))
    assert is_due(folder, watch())
    back_up(folder, Reason.HALF_HOUR, clock=watch)
    watch.forward(minutes=31)
    assert not is_due(folder, watch())
    office.perform(write_note, WriteNote(text="экинчи"))
    assert is_due(folder, watch())
    watch.forward(minutes=-10)
    assert not is_due(folder, watch())


def test_a_clock_set_back_a_year_does_not_stop_the_copies(
    folder: DataFolder, office: Workplace, watch: Watch
) -> None:
    office.perform(write_note, WriteNote(text="биринчи"))
    back_up(folder, Reason.HALF_HOUR, clock=watch)
    watch.forward(days=-365)
    assert not is_due(folder, watch())
    watch.forward(days=365)
    office.perform(write_note, WriteNote(text="экинчи"))
    watch.forward(days=-365)
    assert is_due(folder, watch())
    made = back_up(folder, Reason.HALF_HOUR, clock=watch)
    assert made in backups(folder)
    assert not is_due(folder, watch() + timedelta(minutes=40))


def test_stopping_a_copy_leaves_nothing_half_made(folder: DataFolder, watch: Watch) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(folder, Reason.BY_HAND, clock=watch, progress=stop)
    assert [path.name for path in folder.backups.iterdir()] == ["backup.lock"]


def test_old_copies_are_thinned_with_their_sums(folder: DataFolder, watch: Watch) -> None:
    for _ in range(15):
        back_up(folder, Reason.HALF_HOUR, clock=watch)
        watch.forward(minutes=30)
    assert len(backups(folder)) == 12
    assert len(list(folder.backups.glob("*.sha256"))) == 12


def test_a_second_copy_goes_to_the_stick_with_the_files_it_lacks(
    folder: DataFolder, watch: Watch, tmp_path: Path
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    scan = files.put(folder, b"scan", "скан.pdf")
    made = back_up(folder, Reason.BY_HAND, stick, clock=watch)
    second = second_folder(stick)
    (copied,) = backups(second)
    assert verify(copied.path) == verify(made.path)
    assert files.path_of(second, scan.sha256).read_bytes() == b"scan"


def test_a_pulled_stick_is_named_and_the_first_copy_stays(
    folder: DataFolder, watch: Watch, tmp_path: Path
) -> None:
    with pytest.raises(KnownTrouble, match="second_place_missing") as said:
        back_up(folder, Reason.BY_HAND, tmp_path / "STICK", clock=watch)
    assert said.value.facts["place"] == str(tmp_path / "STICK")
    assert len(backups(folder)) == 1
    assert not (tmp_path / "STICK").exists()
