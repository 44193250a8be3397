"""The words an example office is made of: its people, the bodies it writes with, what about.

All names are invented; the files lie under ``resources/demo``.
"""

from functools import cache
from typing import TypeVar

import msgspec

from msu_desktop.desks.correspondence.model import TermChoice
from msu_desktop.desks.directory.acts.office import OfficeData
from msu_desktop.desks.directory.model import Post
from msu_desktop.office.parties import SenderKind
from msu_desktop.office.places import RESOURCES

T = TypeVar("T")


class Way(msgspec.Struct, frozen=True):
    """What a letter wants: how it is worded, how it is answered, what the head writes on it.

    A letter with ``marks`` is not answered: one of them says that it is done.
    """

    incoming: tuple[str, ...]
    outgoing: tuple[str, ...]
    resolutions: tuple[str, ...]
    terms: tuple[TermChoice, ...]
    marks: tuple[str, ...] = ()


class Matter(msgspec.Struct, frozen=True):
    """What a letter is about, and the months in which one writes of it: first and last."""

    way: str
    text: str
    months: tuple[int, int] = (1, 12)


class Topic(msgspec.Struct, frozen=True):
    """A field of work: who does it, in which file it lies, what is written of it.

    ``own`` are letters of the office, ``pleas`` those of its neighbours and of organisations,
    ``matters`` those of bodies that may ask and order.
    """

    name: str
    executor: str
    case_index: str
    own: tuple[str, ...]
    pleas: tuple[str, ...]
    matters: tuple[Matter, ...]


class Subjects(msgspec.Struct, frozen=True):
    """All that letters are about."""

    ways: dict[str, Way]
    topics: tuple[Topic, ...]
    appeals: tuple[str, ...]
    requests: tuple[str, ...]

    def topic(self, name: str) -> Topic:
        """Return a topic by its name."""
        return next(topic for topic in self.topics if topic.name == name)


class Body(msgspec.Struct, frozen=True):
    """A body: its names, how its own numbers begin, in which file its letters lie, its topics."""

    sender_kind: SenderKind
    name: str
    short_name: str
    prefix: str
    case_index: str
    topics: tuple[str, ...]
    weight: int
    address: str


class Person(msgspec.Struct, frozen=True):
    """An official of the office and what the topics call him."""

    role: str
    post: Post
    post_ky: str
    post_ru: str
    name: str


class OfficeWords(msgspec.Struct, frozen=True):
    """The office itself, its villages and officials."""

    office: OfficeData
    villages: tuple[str, ...]
    officials: tuple[Person, ...]


class People(msgspec.Struct, frozen=True):
    """Parts of invented names of citizens, and the streets they live in."""

    surnames: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    streets: tuple[str, ...]


class _Bodies(msgspec.Struct):
    bodies: tuple[Body, ...]


@cache
def subjects() -> Subjects:
    """Read what letters are about."""
    return _read("subjects", Subjects)


@cache
def office() -> OfficeWords:
    """Read the office."""
    return _read("office", OfficeWords)


@cache
def bodies() -> tuple[Body, ...]:
    """Read the bodies."""
    return _read("bodies", _Bodies).bodies


@cache
def people() -> People:
    """Read the parts of names."""
    return _read("people", People)


def _read(name: str, kind: type[T]) -> T:
    return msgspec.json.decode((RESOURCES / "demo" / f"{name}.json").read_bytes(), type=kind)
