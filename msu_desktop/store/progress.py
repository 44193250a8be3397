"""How a long work tells how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Is told the name of the step, how much is done and of how much; raises Cancelled to stop."""


def quietly(step: str, done: int, total: int) -> None:
    """Tell nobody."""
