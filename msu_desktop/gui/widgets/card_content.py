"""What a card shows, as plain rows: titled blocks, links, files, history."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """A word that says the state of the record, and its tone."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value; with a link the value leads to a record (table, id)."""

    label: str
    value: str
    link: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Pairs that belong together, under a title."""

    title: str
    pairs: Sequence[Pair]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one act changed in the record, in the reader's words."""

    when: str
    who: str
    what: str
    changes: Sequence[tuple[str, str, str]] = ()
    """(field, before, after)"""


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file attached to the record."""

    id: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything a card shows."""

    title: str
    subtitle: str = ""
    badges: Sequence[Badge] = ()
    blocks: Sequence[Block] = ()
    history: Sequence[HistoryLine] = ()
    files: Sequence[FileLine] = ()
