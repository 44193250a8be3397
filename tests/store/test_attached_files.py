"""Attached files lie beside the database under the SHA-256 of their content."""

import hashlib
from pathlib import Path

import pytest

from msu_desktop.office.errors import RuleBroken
from msu_desktop.store import files
from msu_desktop.store.folder import DataFolder


def test_a_scan_is_kept_under_its_sum(empty_folder: DataFolder, tmp_path: Path) -> None:
    scan = tmp_path / "Кат № 5.PDF"
    scan.write_bytes(b"scan")
    stored = files.put(empty_folder, scan, scan.name)
    assert stored.sha256 == hashlib.sha256(b"scan").hexdigest()
    assert (stored.size, stored.media_type) == (4, "application/pdf")
    kept = empty_folder.files / stored.sha256[:2] / stored.sha256
    assert files.path_of(empty_folder, stored.sha256) == kept
    assert kept.read_bytes() == b"scan"


def test_the_same_scan_twice_is_kept_once(empty_folder: DataFolder) -> None:
    files.put(empty_folder, b"scan", "биринчи.pdf")
    files.put(empty_folder, b"scan", "экинчи.xyz")
    assert len(list(files.kept(empty_folder))) == 1


def test_putting_a_damaged_file_in_again_mends_it(empty_folder: DataFolder) -> None:
    stored = files.put(empty_folder, b"scan", "скан.pdf")
    files.path_of(empty_folder, stored.sha256).write_bytes(b"scam")
    files.put(empty_folder, b"scan", "скан.pdf")
    assert files.is_sound(files.path_of(empty_folder, stored.sha256), stored.sha256)


@pytest.mark.parametrize(("content", "refused"), [(b"", "file_empty"), (None, "file_not_readable")])
def test_a_file_that_is_empty_or_gone_is_refused_by_name(
    empty_folder: DataFolder, tmp_path: Path, content: bytes | None, refused: str
) -> None:
    source = tmp_path / "скан.pdf"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(RuleBroken, match=refused) as said:
        files.put(empty_folder, source, "скан.pdf")
    assert said.value.facts["name"] == "скан.pdf"
    assert list(files.kept(empty_folder)) == []


def test_a_file_too_large_is_refused(empty_folder: DataFolder, tmp_path: Path) -> None:
    film = tmp_path / "кино.mp4"
    with film.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(RuleBroken, match="file_too_large") as said:
        files.put(empty_folder, film, "кино.mp4")
    assert said.value.facts["limit"] == 200


def test_only_missing_and_sound_files_are_copied(empty_folder: DataFolder, tmp_path: Path) -> None:
    sound = files.put(empty_folder, b"sound", "a")
    damaged = files.put(empty_folder, b"damaged", "b")
    files.path_of(empty_folder, damaged.sha256).write_bytes(b"harmed")
    other = DataFolder(tmp_path / "other").create()
    assert files.copy_missing(empty_folder, other) == 1
    assert files.copy_missing(empty_folder, other) == 0
    assert [path.name for path in files.kept(other)] == [sound.sha256]
