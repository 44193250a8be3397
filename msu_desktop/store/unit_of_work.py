"""One act, one transaction: the rows, their journal entry and their place in the search index."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self, TypeVar

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from msu_desktop.office.errors import broken, sentence, trouble
from msu_desktop.store import journal, search
from msu_desktop.store.clock import Clock, milliseconds, moment
from msu_desktop.store.search import Searchable
from msu_desktop.store.tables import Record

NOT_FOUND = sentence(
    "not_found",
    "There is no such record: it may belong to another office. Choose one from the list.",
)
NOT_SET_UP = sentence(
    "not_set_up", "The office is not set up yet: go through the first steps of the program."
)
CHANGED_MEANWHILE = sentence(
    "changed_meanwhile",
    "Somebody changed this card while you had it open. Open it again and repeat your change.",
)
CLOCK_WENT_BACK = sentence(
    "clock_went_back",
    "This computer's clock shows {now}, but the last entry was made on {last}. Set the clock "
    "right, or confirm in the settings that it is right now.",
)
CLOCK_TOLERANCE = timedelta(hours=24)

T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every act of a workplace shares: the database, the clock, the maker of ids."""

    engine: Engine
    searchables: Mapping[str, Searchable]
    clock: Clock
    make_id: Callable[[int], str]
    followers: Mapping[str, "Follower"]
    owner: type[Record] | None = None


Follower = Callable[["UnitOfWork", Sequence[str]], None]
"""What must follow in the same act when records of a table change; is given their ids.

A desk stands on earlier desks and they do not know it; so it asks to be told: the calendar changes
and the terms reckoned by it move, a party is renamed and its letters are sorted anew.
"""


class UnitOfWork:
    """What an act works with: its records, the moment, who acts. Nothing is saved without commit."""

    def __init__(
        self, surroundings: Surroundings, act: str, actor: str, office_id: str | None
    ) -> None:
        self.act = act
        self.actor = actor
        self.office_id = office_id
        self.now: datetime = surroundings.clock()
        self.trusts_clock = True
        self.touched: frozenset[str] = frozenset()
        self._surroundings = surroundings
        self._changes = journal.Changes()
        self._signed: list[journal.Change] = []
        self._again: dict[str, set[str]] = {}
        self._held: set[Record] = set()
        self.session = Session(surroundings.engine, expire_on_commit=False)
        event.listen(self.session, "before_flush", self._before_flush)

    @property
    def today(self) -> date:
        """Return the date on this PC's clock."""
        return self.now.date()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()

    def _before_flush(self, session: Session, *_: object) -> None:
        self._changes.gather(session)

    def new_id(self) -> str:
        """Return the id for a new record."""
        return self._surroundings.make_id(milliseconds(self.now))

    def add(self, record: T) -> T:
        """Take a new record in: give it an id and this office as its owner where it has none.

        RuleBroken ``not_set_up`` as long as there is no office to own it.
        """
        owner = self._surroundings.owner
        if self.office_id is None and owner is not None and not isinstance(record, owner):
            raise broken(NOT_SET_UP)
        record.id = record.id or self.new_id()
        record.office_id = record.office_id or self.office_id or record.id
        _fill_in_defaults(record)
        self.session.add(record)
        return record

    def get(self, table: type[T], record_id: str, field: str | None = None) -> T:
        """Return a record by its id; RuleBroken ``not_found`` beside the field when there is none."""
        record = self.session.get(table, record_id)
        if record is None:
            raise broken(NOT_FOUND, field, table=table.__tablename__, id=record_id)
        self._held.add(record)  # a session forgets what nobody holds and would read it again
        return record

    def get_unchanged(self, table: type[T], record_id: str, version: int | None) -> T:
        """Return a record that is still as the clerk saw it; RuleBroken ``changed_meanwhile``."""
        record = self.get(table, record_id)
        if version is not None and record.version != version:
            raise broken(CHANGED_MEANWHILE)
        return record

    def delete(self, record: Record) -> None:
        """Remove a record that was never registered: a saved view, a draft."""
        self.session.delete(record)

    def sign(self, what: str) -> str:
        """Have the journal note that the actor said so, although no record changes; returns an id."""
        self._signed.append(journal.Change(what, self.new_id(), {"said": (None, self.act)}))
        return self._signed[-1].id

    def reindex(self, table: str, record_id: str) -> None:
        """Have a record indexed anew although only something it names has changed."""
        self._again.setdefault(table, set()).add(record_id)

    def doubt_the_clock(self) -> None:
        """Refuse with KnownTrouble ``clock_went_back`` when the last entry is of a later day."""
        with self.session.no_autoflush:
            self._refuse_a_clock_gone_back(journal.head(self.session))

    def changed(self, table: str) -> list[journal.Change]:
        """Return what the act has changed in a table so far; for those who follow."""
        return [change for change in self._changes.listed() if change.table == table]

    def commit(self) -> None:
        """Save all or nothing: rows, search index and one journal entry."""
        try:
            self.session.flush()
            self._let_follow()
            self.session.flush()
        except StaleDataError as error:
            raise broken(CHANGED_MEANWHILE) from error
        changes = [*self._changes.listed(), *self._signed]
        if changes:
            self._index(changes)
            after = journal.head(self.session)
            self._refuse_a_clock_gone_back(after)
            journal.append(self.session, after, self.act, self.actor, self.now, changes)
        self.session.commit()
        self.touched = frozenset(change.table for change in changes)

    def _let_follow(self) -> None:
        changed: dict[str, list[str]] = {}
        for change in self._changes.listed():
            changed.setdefault(change.table, []).append(change.id)
        for table, follow in self._surroundings.followers.items():
            if table in changed:
                follow(self, changed[table])

    def _index(self, changes: list[journal.Change]) -> None:
        wanted = {table: set(ids) for table, ids in self._again.items()}
        for change in changes:
            wanted.setdefault(change.table, set()).add(change.id)
        searchables = self._surroundings.searchables
        for table, ids in wanted.items():
            if table in searchables:
                search.reindex(self.session, searchables[table], sorted(ids))

    def _refuse_a_clock_gone_back(self, after: journal.Head) -> None:
        if not self.trusts_clock or after.at is None:
            return
        last = moment(after.at)
        if self.now < last - CLOCK_TOLERANCE:
            raise trouble(
                CLOCK_WENT_BACK, now=self.today, last=last.astimezone(self.now.tzinfo).date()
            )


def _fill_in_defaults(record: Record) -> None:
    """Give empty columns their defaults now, so that the journal sees what the row will hold."""
    for column in record.__table__.columns:
        default = column.default
        if default is not None and default.is_scalar and getattr(record, column.key) is None:
            setattr(record, column.key, default.arg)
