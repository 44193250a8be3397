"""On a full disk nothing is saved by halves, and the office goes on when there is room again."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import event

from msu_desktop.office.errors import KnownTrouble
from msu_desktop.store import drafts, files, migrations, settings
from msu_desktop.store.backup import back_up, backups
from msu_desktop.store.check import check
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.restore import restore
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.thinning import Reason
from msu_desktop.store.workplace import Workplace
from tests.faults.conftest import fill
from tests.store.small_office import (
    NOTES,
    WIRING,
    AllNotes,
    Watch,
    WriteNote,
    all_notes,
    ids,
    lay_out_migrations,
    write_note,
)


@pytest.fixture
def on_small_disk(small_disk: Path, founded: Path) -> DataFolder:
    folder = DataFolder(small_disk / "маалымат").create()
    shutil.copyfile(founded, folder.database)
    return folder


def write_until_refused(office: Workplace) -> tuple[list[str], str]:
    """Write until it no longer goes; return what was acknowledged and the trouble's code."""
    saved: list[str] = []
    while len(saved) < 10_000:
        text = f"{len(saved)} " + "ө" * 150
        try:
            office.perform(write_note, WriteNote(text=text))
        except KnownTrouble as error:
            return saved, error.code
        saved.append(text)
    raise AssertionError


def test_a_database_that_cannot_grow_refuses_and_keeps_what_it_has(
    folder: DataFolder, office: Workplace
) -> None:
    @event.listens_for(office._surroundings.engine, "connect")
    def limit(connection: object, _: object) -> None:
        connection.execute("PRAGMA max_page_count=150")

    saved, code = write_until_refused(office)
    assert code == "disk_full"
    assert office.ask(all_notes, AllNotes()) == saved
    assert check(folder, [NOTES]).findings == ()


def test_a_full_disk_refuses_and_goes_on_when_there_is_room(
    on_small_disk: DataFolder, manner: Manner, small_disk: Path
) -> None:
    office = open_folder(on_small_disk, WIRING, manner)
    filler = fill(small_disk)
    saved, code = write_until_refused(office)
    assert code == "disk_full"
    assert office.ask(all_notes, AllNotes()) == saved
    filler.unlink()
    office.perform(write_note, WriteNote(text="дагы"))
    assert office.ask(all_notes, AllNotes()) == [*saved, "дагы"]
    office.close()
    assert check(on_small_disk, [NOTES]).findings == ()


def test_the_office_opens_on_a_nearly_full_disk_though_no_copy_can_be_made(
    on_small_disk: DataFolder, manner: Manner, small_disk: Path
) -> None:
    office = open_folder(on_small_disk, WIRING, manner)
    office.perform(write_note, WriteNote(text="кат"))
    office.close()
    filler = fill(small_disk)
    with pytest.raises(KnownTrouble, match="disk_full"):
        open_folder(on_small_disk, WIRING, manner)
    filler.unlink()
    fill(small_disk, leave=100_000)
    office = open_folder(on_small_disk, WIRING, manner)
    assert [problem.code for problem in office.troubles] == ["disk_full"]
    assert office.ask(all_notes, AllNotes()) == ["кат"]
    office.close()
    assert backups(on_small_disk) == []
    assert list(on_small_disk.backups.glob("*.part*")) == []


def test_a_full_stick_is_named_and_the_first_copy_stays(
    folder: DataFolder, watch: Watch, small_disk: Path
) -> None:
    fill(small_disk)
    with pytest.raises(KnownTrouble, match="second_copy_failed") as said:
        back_up(folder, Reason.BY_HAND, small_disk, clock=watch)
    assert said.value.facts["place"] == str(small_disk)
    assert said.value.facts["why"].code == "disk_full"
    assert len(backups(folder)) == 1


def test_a_scan_a_draft_and_settings_are_whole_or_as_before(
    on_small_disk: DataFolder, small_disk: Path
) -> None:
    drafts.save(on_small_disk, "letter", {"summary": "кат"})
    settings.write(on_small_disk, settings.Settings(language="ru"))
    fill(small_disk)
    for refused in (
        lambda: files.put(on_small_disk, b"scan" * 10_000, "скан.pdf"),
        lambda: drafts.save(on_small_disk, "letter", {"summary": "кат" * 5000}),
        lambda: settings.write(on_small_disk, settings.Settings(second_folder="E" * 9000)),
    ):
        with pytest.raises(KnownTrouble, match="disk_full"):
            refused()
    assert list(files.kept(on_small_disk)) == []
    draft = drafts.load(on_small_disk, "letter")
    assert draft is not None
    assert draft.data == {"summary": "кат"}
    assert settings.read(on_small_disk) == (settings.Settings(language="ru"), None)


def test_restoring_on_a_full_disk_changes_nothing(
    on_small_disk: DataFolder, manner: Manner, watch: Watch, small_disk: Path
) -> None:
    office = open_folder(on_small_disk, WIRING, manner)
    office.perform(write_note, WriteNote(text="биринчи"))
    made = back_up(on_small_disk, Reason.BY_HAND, clock=watch)
    office.perform(write_note, WriteNote(text="экинчи"))
    office.close()
    filler = fill(small_disk)
    with pytest.raises(KnownTrouble, match="disk_full"):
        restore(on_small_disk, made, watch, ids(9), manner.versions)
    filler.unlink()
    office = open_folder(on_small_disk, WIRING, manner)
    assert office.ask(all_notes, AllNotes()) == ["биринчи", "экинчи"]
    office.close()


def test_a_migration_on_a_full_disk_leaves_the_old_tables(
    on_small_disk: DataFolder, tmp_path: Path
) -> None:
    newer = lay_out_migrations(tmp_path / "newer")
    (newer / "versions" / "9002_large.py").write_text(
        'from alembic import op\nrevision = "9002"\ndown_revision = "9001"\n'
        'def upgrade():\n    op.execute("CREATE TABLE test_large AS SELECT zeroblob(3000000)")\n'
    )
    with pytest.raises(KnownTrouble, match="disk_full"):
        migrations.migrate(on_small_disk.database, newer)
    assert migrations.current(on_small_disk.database) == "9001"
