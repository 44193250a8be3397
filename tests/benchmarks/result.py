"""What one measurement gives."""

from typing import NamedTuple


class Result(NamedTuple):
    """A measured value beside its limit and, where one was measured, a peer's value.

    All three are in ``unit``; less is better.
    """

    name: str
    ours: float
    unit: str
    limit: float | None = None
    peer_name: str = ""
    peer: float | None = None
