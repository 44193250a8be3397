"""Ids of records: UUIDv7, which sort by the time they were made."""

import threading
import uuid
from collections.abc import Callable
from typing import NewType

Id = NewType("Id", str)

_RANDOM_BITS = 74


class IdMaker:
    """Makes ids, each greater than the one before even when the clock goes back.

    ``random`` gives that many random bytes: the system's, or a seeded source for an example office.
    """

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._random = random
        self._last = 0
        self._lock = threading.Lock()

    def __call__(self, milliseconds: int) -> Id:
        """Return the next id for this moment in milliseconds of UTC since 1970."""
        noise = int.from_bytes(self._random(10), "big") >> 6
        with self._lock:
            self._last = max(milliseconds << _RANDOM_BITS | noise, self._last + 1)
            return Id(str(uuid.UUID(int=_stamped(self._last))))


def _stamped(value: int) -> int:
    """Lay 48 bits of time and 74 random bits around the version 7 and the variant of RFC 9562."""
    time, noise = value >> _RANDOM_BITS, value & (1 << _RANDOM_BITS) - 1
    high, low = noise >> 62, noise & (1 << 62) - 1
    return time << 80 | 7 << 76 | high << 64 | 0b10 << 62 | low
