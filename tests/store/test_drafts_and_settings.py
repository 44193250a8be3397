"""What is half typed and how this PC is set survive a power cut."""

from datetime import UTC, datetime

import pytest

from msu_desktop.store import drafts, settings
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.settings import Settings

NOON = datetime(2026, 4, 22, 6, tzinfo=UTC)


def test_a_half_typed_letter_is_there_after_a_power_cut(empty_folder: DataFolder) -> None:
    drafts.save(empty_folder, "letter:жаңы", {"summary": "Жол оңд", "sheets": None}, NOON)
    drafts.save(empty_folder, "letter:жаңы", {"summary": "Жол оңдоо", "sheets": 2}, NOON)
    draft = drafts.load(empty_folder, "letter:жаңы")
    assert draft == drafts.Draft("letter:жаңы", NOON, {"summary": "Жол оңдоо", "sheets": 2})
    assert drafts.waiting(empty_folder) == [draft]


def test_a_saved_form_has_no_draft_any_more(empty_folder: DataFolder) -> None:
    drafts.save(empty_folder, "letter", {"summary": "кат"})
    drafts.discard(empty_folder, "letter")
    drafts.discard(empty_folder, "letter")
    assert drafts.load(empty_folder, "letter") is None


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe", b'{"key": 5}', b"[]"])
def test_a_broken_draft_is_set_aside_and_the_others_stay(
    empty_folder: DataFolder, broken: bytes
) -> None:
    drafts.save(empty_folder, "good", {"summary": "кат"})
    (empty_folder.drafts / "abc.json").write_bytes(broken)
    assert [draft.key for draft in drafts.waiting(empty_folder)] == ["good"]
    assert (empty_folder.drafts / "abc.broken").read_bytes() == broken
    assert not (empty_folder.drafts / "abc.json").exists()


def test_a_pc_without_settings_speaks_kyrgyz(empty_folder: DataFolder) -> None:
    assert settings.read(empty_folder) == (Settings(language="ky"), None)


def test_settings_are_kept(empty_folder: DataFolder) -> None:
    chosen = Settings(language="ru", scale=1.25, second_folder="E:\\", last_stick_at=NOON)
    settings.write(empty_folder, chosen)
    assert settings.read(empty_folder) == (chosen, None)


def test_settings_of_a_newer_program_are_understood_as_far_as_known(
    empty_folder: DataFolder,
) -> None:
    empty_folder.settings.write_text('{"schema": 1, "language": "en", "voice": "loud"}')
    assert settings.read(empty_folder)[0].language == "en"


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff", b'{"language": "xx"}', b'{"scale": 99}'])
def test_broken_settings_are_set_aside_with_a_note(empty_folder: DataFolder, broken: bytes) -> None:
    empty_folder.settings.write_bytes(broken)
    read, note = settings.read(empty_folder)
    assert read == Settings()
    assert note is not None
    assert note.code == "settings_broken"
    assert (empty_folder.path / str(note.facts["file"])).read_bytes() == broken
    assert settings.read(empty_folder) == (Settings(), None)
