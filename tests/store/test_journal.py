"""The journal cannot be altered unseen."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msu_desktop.store import journal
from msu_desktop.store.check import check
from msu_desktop.store.engine import opened
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import Manner, open_folder
from tests.store.small_office import (
    NOTES,
    WIRING,
    CorrectNote,
    ThrowNoteAway,
    WriteNote,
    correct_note,
    throw_note_away,
    write_note,
)

JOURNAL = (
    "replica_id", "sequence", "clock", "at", "actor", "act", "changes", "previous", "digest",
)  # fmt: skip
ADDED_BY_HAND = """
    INSERT INTO test_note
    SELECT 'x', office_id, 1, 'жаңы', NULL, NULL, 0, 'white' FROM test_note LIMIT 1
"""
NOTE = ("id", "office_id", "text", "day", "pages", "done", "colour")


@pytest.fixture
def busy_folder(folder: DataFolder, manner: Manner) -> DataFolder:
    """Give an office that has written, corrected and thrown away."""
    office = open_folder(folder, WIRING, manner)
    first = office.perform(write_note, WriteNote(text="биринчи", pages=3))
    office.perform(correct_note, CorrectNote(id=first, text="биринчи кат"))
    second = office.perform(write_note, WriteNote(text="экинчи"))
    office.perform(throw_note_away, ThrowNoteAway(id=second))
    office.perform_all(write_note, [WriteNote(text="үчүнчү"), WriteNote(text="төртүнчү")])
    office.close()
    return folder


def tamper(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute(statement).rowcount > 0
        connection.commit()


def flip_a_byte(database: Path, table: str, column: str, where: str) -> None:
    """Change one bit in the middle of a field, as a failing disk or a curious hand would."""
    with closing(sqlite3.connect(database)) as connection:
        old = connection.execute(f"SELECT {column} FROM {table} WHERE {where}").fetchone()[0]
        change = f"UPDATE {table} SET {column} = %s WHERE {where}"
        if isinstance(old, str):
            flipped = bytearray(old.encode())
            flipped[len(flipped) // 2] ^= 1
            connection.execute(change % "CAST(? AS TEXT)", (bytes(flipped),))
        else:
            connection.execute(change % "?", ((old or 0) ^ 8,))
        connection.commit()


def test_an_untouched_office_is_sound(busy_folder: DataFolder) -> None:
    report = check(busy_folder, [NOTES])
    assert report.findings == ()
    assert report.is_sound
    assert report.acts == 5


@pytest.mark.parametrize("sequence", [1, 3, 5])
@pytest.mark.parametrize("column", JOURNAL)
def test_a_flipped_byte_in_any_field_of_the_journal_is_found(
    busy_folder: DataFolder, column: str, sequence: int
) -> None:
    flip_a_byte(busy_folder.database, "journal", column, f"sequence = {sequence}")
    with opened(busy_folder.database) as connection:
        connection.connection.driver_connection.text_factory = lambda b: b.decode(
            "utf-8", "replace"
        )
        broken = list(journal.broken_links(connection))
    assert broken or column == "replica_id"
    assert not check(busy_folder, [NOTES]).is_sound


@pytest.mark.parametrize("column", ["record_id", "replica_id", "sequence"])
def test_a_flipped_byte_in_the_way_to_a_history_is_found(
    busy_folder: DataFolder, column: str
) -> None:
    flip_a_byte(busy_folder.database, "journal_mention", column, "sequence = 1")
    assert not check(busy_folder, [NOTES]).is_sound


@pytest.mark.parametrize("column", NOTE)
def test_a_flipped_byte_in_any_field_of_a_record_is_found(
    busy_folder: DataFolder, column: str
) -> None:
    flip_a_byte(busy_folder.database, "test_note", column, "pages = 3")
    assert {"row"} <= {found.kind for found in check(busy_folder, [NOTES]).findings}


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM journal_mention WHERE sequence = 1", "journal"),
        ("DELETE FROM test_note WHERE pages = 3", "row"),
        (ADDED_BY_HAND, "row"),
        ("UPDATE replica SET id = 'башка'", "database"),
        ("DELETE FROM search_entry", "search"),
    ],
)
def test_what_was_done_behind_the_journals_back_is_found(
    busy_folder: DataFolder, statement: str, kind: str
) -> None:
    tamper(busy_folder.database, statement)
    assert kind in {found.kind for found in check(busy_folder, [NOTES]).findings}


def test_entries_cut_off_at_the_end_are_found_by_what_they_wrote(busy_folder: DataFolder) -> None:
    tamper(busy_folder.database, "DELETE FROM journal_mention WHERE sequence = 5")
    tamper(busy_folder.database, "DELETE FROM journal WHERE sequence = 5")
    with opened(busy_folder.database) as connection:
        assert list(journal.broken_links(connection)) == []
    assert "row" in {found.kind for found in check(busy_folder, [NOTES]).findings}


def test_an_entry_taken_out_of_the_middle_leaves_a_gap(busy_folder: DataFolder) -> None:
    tamper(busy_folder.database, "DELETE FROM journal WHERE sequence = 3")
    with opened(busy_folder.database) as connection:
        assert [what for _, _, what in journal.broken_links(connection)] == ["gap"]


def test_a_copied_office_has_the_same_chain(busy_folder: DataFolder, tmp_path: Path) -> None:
    copied = shutil.copyfile(busy_folder.database, tmp_path / "copy.db")
    with opened(busy_folder.database) as one, opened(copied) as other:
        assert journal.head(one) == journal.head(other)
