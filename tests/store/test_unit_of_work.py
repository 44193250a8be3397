"""One act, one transaction."""

from datetime import date

import pytest

from msu_desktop.office.errors import KnownTrouble, RuleBroken
from msu_desktop.store import journal
from msu_desktop.store.engine import opened
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.search import stale
from msu_desktop.store.workplace import Workplace
from tests.store.small_office import (
    NOTES,
    AllNotes,
    CorrectNote,
    NotesFound,
    ThrowNoteAway,
    Watch,
    WriteNote,
    all_notes,
    correct_note,
    find_notes,
    throw_note_away,
    write_note,
)


def acts(folder: DataFolder) -> int:
    with opened(folder.database) as connection:
        return journal.length(connection)


def test_what_was_saved_is_there_with_its_history(office: Workplace, folder: DataFolder) -> None:
    note = office.perform(write_note, WriteNote(text="Суу түтүгү", day=date(2026, 4, 22)))
    office.perform(correct_note, CorrectNote(id=note, text="Суу түтүгүн оңдоо", version=1))
    assert office.ask(all_notes, AllNotes()) == ["Суу түтүгүн оңдоо"]
    with opened(folder.database) as connection:
        newest, first = journal.history(connection, note)
    assert newest.fields == {"text": ("Суу түтүгү", "Суу түтүгүн оңдоо")}
    assert first.fields["day"] == (None, "2026-04-22")
    assert (first.actor, first.act) == ("катчы", "write_note")


def test_an_act_that_breaks_a_rule_leaves_nothing(office: Workplace, folder: DataFolder) -> None:
    with pytest.raises(RuleBroken, match="test_too_long"):
        office.perform(write_note, WriteNote(text="ө" * 201))
    assert office.ask(all_notes, AllNotes()) == []
    assert acts(folder) == 0
    assert office.ask(find_notes, NotesFound(text="ө")) == []


def test_of_many_commands_all_are_done_or_none(office: Workplace, folder: DataFolder) -> None:
    with pytest.raises(RuleBroken):
        office.perform_all(write_note, [WriteNote(text="биринчи"), WriteNote(text="ө" * 201)])
    assert acts(folder) == 0
    office.perform_all(write_note, [WriteNote(text="биринчи"), WriteNote(text="экинчи")])
    assert acts(folder) == 1


def test_two_who_correct_the_same_card_do_not_overwrite_each_other(office: Workplace) -> None:
    note = office.perform(write_note, WriteNote(text="алгачкы"))
    assert office.perform(correct_note, CorrectNote(id=note, text="биринчи", version=1)) == 2
    with pytest.raises(RuleBroken, match="changed_meanwhile"):
        office.perform(correct_note, CorrectNote(id=note, text="экинчи", version=1))
    assert office.ask(all_notes, AllNotes()) == ["биринчи"]


def test_a_card_that_is_not_there_is_said_to_be_not_there(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="not_found"):
        office.perform(throw_note_away, ThrowNoteAway(id="жок"))


def test_a_note_is_found_at_once_and_no_longer_when_thrown_away(
    office: Workplace, folder: DataFolder
) -> None:
    note = office.perform(write_note, WriteNote(text="Айылдык кеңештин чечими"))
    assert office.ask(find_notes, NotesFound(text="кенеш")) == [note]
    with opened(folder.database) as connection:
        assert stale(connection, [NOTES]) == []
    office.perform(throw_note_away, ThrowNoteAway(id=note))
    assert office.ask(find_notes, NotesFound(text="кенеш")) == []


def test_whoever_listens_is_told_which_tables_changed(office: Workplace) -> None:
    heard: list[frozenset[str]] = []
    office.listen(heard.append)
    office.perform(write_note, WriteNote(text="кат"))
    assert heard == [frozenset({"test_note"})]


def test_a_query_cannot_change_anything(office: Workplace) -> None:
    with (
        pytest.raises(Exception, match="readonly"),
        office._reading.connect() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM journal")


def test_a_clock_set_back_an_hour_keeps_the_order_of_acts(
    office: Workplace, folder: DataFolder, watch: Watch
) -> None:
    office.perform(write_note, WriteNote(text="биринчи"))
    watch.forward(hours=-1)
    office.perform(write_note, WriteNote(text="экинчи"))
    with opened(folder.database) as connection:
        assert list(journal.broken_links(connection)) == []
        ticks = connection.exec_driver_sql("SELECT clock FROM journal ORDER BY sequence").all()
    assert ticks == sorted(ticks)
    assert len(set(ticks)) == 2


def test_a_clock_set_back_a_year_is_refused_until_it_is_right_again(
    office: Workplace, folder: DataFolder, watch: Watch
) -> None:
    office.perform(write_note, WriteNote(text="биринчи"))
    watch.forward(days=-365)
    with pytest.raises(KnownTrouble, match="clock_went_back") as refused:
        office.perform(write_note, WriteNote(text="экинчи"))
    assert refused.value.facts == {"now": date(2025, 4, 22), "last": date(2026, 4, 22)}
    assert acts(folder) == 1
    watch.forward(days=365)
    office.perform(write_note, WriteNote(text="экинчи"))
    assert acts(folder) == 2
