"""The open office: performs acts, answers queries, tells who listens what changed."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select

from msu_desktop.office.errors import Failure, Problem, RuleBroken, broken, sentence
from msu_desktop.office.ids import IdMaker
from msu_desktop.store.acting import Act, Args, Command, Query
from msu_desktop.store.clock import Clock, local_clock
from msu_desktop.store.engine import connect, reading_engine, writing_engine
from msu_desktop.store.search import Searchable
from msu_desktop.store.tables import Record
from msu_desktop.store.troubles import known_troubles
from msu_desktop.store.unit_of_work import Follower, Surroundings, UnitOfWork

BEYOND_ALL = sentence(
    "beyond_all", "A number or a date is too large to be reckoned with: correct it."
)

C = TypeVar("C", bound=Command)
A = TypeVar("A", bound=Args)
R = TypeVar("R")

Listener = Callable[[frozenset[str]], None]
"""Is told the names of the tables that an act has changed."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the desks bring to a workplace: the table of the office itself, what can be found, what follows."""

    owner: type[Record] | None = None
    searchables: Sequence[Searchable] = ()
    followers: Mapping[str, Follower] = field(default_factory=dict)


class Workplace:
    """One open database: the only way in which the window and the command line reach the data.

    Opening checks and migrations are the work of ``store.startup``; this class trusts the file.
    ``ended_badly`` says that the last window was not closed, so the file deserves a check;
    ``troubles`` are those that did not keep the office from being opened.
    """

    def __init__(
        self,
        database: Path,
        *,
        wiring: Wiring,
        actor: str = "",
        clock: Clock = local_clock,
        make_id: Callable[[int], str] | None = None,
    ) -> None:
        self.database = database
        self.actor = actor
        self._owner_id: str | None = None
        self._reading = reading_engine(database)
        self._surroundings = Surroundings(
            writing_engine(database),
            {one.table: one for one in wiring.searchables},
            clock,
            make_id or IdMaker(secrets.token_bytes),
            wiring.followers,
            wiring.owner,
        )
        self._listeners: list[Listener] = []
        self._when_closed = ExitStack()
        self._watching: sqlite3.Connection | None = None
        self.ended_badly = False
        self.troubles: tuple[Problem, ...] = ()

    def perform(self, act: Act[C, R], command: C) -> R:
        """Carry out an act in one transaction.

        Raises RuleBroken when it breaks a rule and KnownTrouble when disk or database fail; in
        both cases nothing is changed.
        """
        return self.perform_all(act, [command])[0]

    def perform_all(self, act: Act[C, R], commands: Sequence[C]) -> list[R]:
        """Carry out an act for many commands, all or none of them, as one entry of the journal."""
        with known_troubles(), _possible_figures(), self._begin(act.name) as work:
            results = [
                _run(work, act, command, place if len(commands) > 1 else None)
                for place, command in enumerate(commands)
            ]
            work.commit()
        self._tell(work.touched)
        return results

    def ask(self, query: Query[A, R], args: A) -> R:
        """Answer a query from a consistent view of the data."""
        with known_troubles(), _possible_figures(), self._reading.connect() as connection:
            return query.run(connection, args)

    @property
    def now(self) -> datetime:
        """Return the present moment on this PC's clock."""
        return self._surroundings.clock()

    def data_version(self) -> int:
        """Return a number that is another one after any other connection changed the file."""
        with known_troubles():
            if self._watching is None:
                self._watching = connect(self.database, read_only=True)
                self.when_closed(self._watching.close)
            return int(self._watching.execute("PRAGMA data_version").fetchone()[0])

    def listen(self, listener: Listener) -> None:
        """Have someone told after each act which tables it changed."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Let go of the database file."""
        self._surroundings.engine.dispose()
        self._reading.dispose()
        self._when_closed.close()

    def when_closed(self, let_go: Callable[[], None]) -> None:
        """Have something done after the database is let go of; the last one asked comes first."""
        self._when_closed.callback(let_go)

    def _tell(self, touched: frozenset[str]) -> None:
        if touched:
            for listener in self._listeners:
                listener(touched)

    def _begin(self, act: str) -> UnitOfWork:
        return UnitOfWork(self._surroundings, act, self.actor, self._office_id())

    def _office_id(self) -> str | None:
        """Return the office this copy belongs to: the first one that was set up in it."""
        if self._owner_id is None and self._surroundings.owner is not None:
            with self._reading.connect() as connection:
                owner: Any = self._surroundings.owner
                self._owner_id = connection.scalar(select(owner.id).order_by(owner.id).limit(1))
        return self._owner_id


@contextmanager
def _possible_figures() -> Iterator[None]:
    """Refuse numbers beyond what the database holds and dates beyond the calendar."""
    try:
        yield
    except OverflowError as error:
        raise broken(BEYOND_ALL) from error


def _run(work: UnitOfWork, act: Act[C, R], command: C, place: int | None) -> R:
    try:
        return act.run(work, command)
    except Failure as failure:
        failure.place = place
        if isinstance(failure, RuleBroken):
            work.doubt_the_clock()  # a clock gone back explains more than the dates it spoils
        raise
