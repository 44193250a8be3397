"""Measure the saving of letters: one by one beside 100,000, and by eight processes at once."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.correspondence.model import TermChoice
from msu_desktop.desks.correspondence.queries.finding import CorrespondentsAsked, correspondents
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.workplace import Workplace
from tests.benchmarks.filled_office import copied_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import milliseconds, share_below
from tests.faults.registering import begin, busy_office

SAVES = 400
PROCESSES, EACH = 8, 1000


def measure() -> Iterator[Result]:
    """Measure single saves against their limit, then many processes at once."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        workplace = open_folder(copied_office(place / "office").create(), WIRING, Manner())
        ours = saves(workplace)
        workplace.close()
        plain = inserts(place / "plain.db")
        name = "save of a letter beside 100,000"
        for per_cent, limit in ((50, None), (95, 30)):
            peer = share_below(plain, per_cent)
            mine = share_below(ours, per_cent)
            yield Result(f"{name}, p{per_cent}", mine, "ms", limit, "one SQLite insert", peer)
        yield Result(f"{PROCESSES} processes × {EACH} letters, no gap", at_once(place), "s")


def saves(workplace: Workplace) -> list[float]:
    """Register letters as a clerk does: number, term, journal and search index with each."""
    party = workplace.ask(correspondents, CorrespondentsAsked(text="Көк-Арча", most=1))[0]
    day = workplace.now.date()

    def save(number: int) -> None:
        letter = RegisterIncoming(
            party_id=party.id,
            summary=f"Жайытка чыгуу мөөнөттөрү жөнүндө маалымат берүү {number}",
            sender_reference=f"01-7/{number}",
            sender_date=day - timedelta(days=2),
            sheets=2,
            resolution="маалымат даярдалсын",
            term=TermChoice.USUAL,
        )
        workplace.perform(register_incoming, letter)

    save(0)
    return [milliseconds(save, number) for number in range(1, SAVES)]


def inserts(path: Path) -> list[float]:
    """Insert the same text into a table without anything else, each one on the disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, summary TEXT)")
    text = "Жайытка чыгуу мөөнөттөрү жөнүндө маалымат берүү"

    def insert() -> None:
        connection.execute("INSERT INTO letter (summary) VALUES (?)", (text,))

    times = [milliseconds(insert) for _ in range(SAVES)]
    connection.close()
    return times


def at_once(place: Path) -> float:
    """Return the seconds that many registering processes need; raise when a number is missing."""
    office = busy_office(place / "busy")
    processes = [office.registrar(EACH) for _ in range(PROCESSES)]
    begun = time.perf_counter()
    for process in processes:
        begin(process)
    said = [process.communicate()[0].split() for process in processes]
    seconds = time.perf_counter() - begun
    numbers = sorted(int(number) for words in said for number in words[::2])
    if numbers != list(range(1, PROCESSES * EACH + 1)) or not office.is_whole():
        raise AssertionError(office.numbers())
    return seconds
