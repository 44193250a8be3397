"""Whoever registers letters may be killed at any moment; no acknowledged letter is lost for that.

``MSU_KILL_ROUNDS=200`` makes a long run of it.
"""

import random
from pathlib import Path

import pytest

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.correspondence.queries.listing import DocumentsAsked, documents
from msu_desktop.store.startup import open_folder
from tests.faults.conftest import ROUNDS, kill_after
from tests.faults.registering import BusyOffice, begin, busy_office

PROCESSES, LETTERS = 4, 50


@pytest.fixture
def office(tmp_path: Path) -> BusyOffice:
    return busy_office(tmp_path / "Ак-Башат")


def registered(office: BusyOffice) -> dict[str, str]:
    """Return the number of each letter in the journal by its id."""
    workplace = open_folder(office.folder, WIRING)
    asked = DocumentsAsked(register="incoming", today=workplace.now.date(), limit=1000)
    found: dict[str, str] = {}
    while True:
        page = workplace.ask(documents, asked)
        found.update({row.id: row.number_text for row in page.rows})
        if page.next is None:
            workplace.close()
            return found
        asked = DocumentsAsked(register="incoming", today=asked.today, limit=1000, after=page.next)


@pytest.mark.timeout(60 + 6 * ROUNDS)
def test_every_acknowledged_letter_is_there_and_no_number_is_missing(office) -> None:
    chance = random.Random(7)
    acknowledged: dict[str, str] = {}
    for _ in range(ROUNDS):
        victim = office.registrar()
        begin(victim)
        said = kill_after(victim, chance.uniform(0, 0.5))
        whole_lines = said[: said.rfind("\n") + 1].splitlines()
        acknowledged.update({one: number for number, one in map(str.split, whole_lines)})
    kept = registered(office)
    assert acknowledged
    assert acknowledged.items() <= kept.items()
    assert len(kept) <= len(acknowledged) + ROUNDS
    report = office.numbers()
    assert (report.first, report.last, report.unbroken) == (1, len(kept), True)
    assert office.is_whole()


def test_windows_that_register_at_once_give_every_number_to_one_letter(office) -> None:
    processes = [office.registrar(LETTERS) for _ in range(PROCESSES)]
    for process in processes:
        begin(process)
    said = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * PROCESSES
    numbers = sorted(int(number) for words in said for number in words[::2])
    assert numbers == list(range(1, PROCESSES * LETTERS + 1))
    assert office.numbers().unbroken
    assert office.is_whole()
