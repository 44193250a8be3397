"""Time as the office sees it, and the hybrid clock that never goes back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the present moment with its time zone."""


def local_clock() -> datetime:
    """Return the moment this PC's clock shows, in its own zone: the date the clerk sees."""
    return datetime.now(UTC).astimezone()


def instant(moment: datetime) -> str:
    """Return a moment as UTC text that sorts by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def milliseconds(moment: datetime) -> int:
    """Return a moment as whole milliseconds of UTC since 1970."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def moment(text: str) -> datetime:
    """Return the moment written by ``instant``."""
    return datetime.fromisoformat(text)


@dataclass(frozen=True, slots=True, order=True)
class Tick:
    """A hybrid logical time: milliseconds of UTC and a counter; a later act has a greater tick."""

    milliseconds: int
    counter: int

    def __str__(self) -> str:
        return f"{self.milliseconds:012x}-{self.counter:04x}"

    @classmethod
    def read(cls, text: str) -> "Tick":
        """Read a tick from its text."""
        milliseconds, counter = text.split("-")
        return cls(int(milliseconds, 16), int(counter, 16))

    def next(self, now: datetime) -> "Tick":
        """Return the tick of an act done now: greater than this one even if the clock went back."""
        present = milliseconds(now)
        if present > self.milliseconds:
            return Tick(present, 0)
        if self.counter == LAST_COUNTER:  # another digit would spoil the order of the texts
            return Tick(self.milliseconds + 1, 0)
        return Tick(self.milliseconds, self.counter + 1)


LAST_COUNTER = 0xFFFF
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST_TICK = Tick(0, 0)
