"""How long something takes, and what most of many times stay below."""

import time
from collections.abc import Callable, Sequence
from typing import ParamSpec

P = ParamSpec("P")


def milliseconds(work: Callable[P, object], *args: P.args, **named: P.kwargs) -> float:
    """Return how long the work takes."""
    begun = time.perf_counter()
    work(*args, **named)
    return (time.perf_counter() - begun) * 1000


def share_below(times: Sequence[float], per_cent: int) -> float:
    """Return the time that so many of a hundred stay at or below."""
    return sorted(times)[max(0, -(-len(times) * per_cent // 100) - 1)]
