"""What an act and a query are, and how one is declared.

An *act* is what a clerk can do: a strict command and the function that carries it out in one
transaction. A *query* returns frozen rows and changes nothing. The window and the command line use
the same ones.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_type_hints

import msgspec
from sqlalchemy import Connection

from msu_desktop.store.unit_of_work import UnitOfWork


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a clerk asks for; unknown or mistyped fields are refused."""


class Args(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a query is asked."""


C = TypeVar("C", bound=Command)
A = TypeVar("A", bound=Args)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Act(Generic[C, R]):
    """Something a clerk can do: its name, its command and its function."""

    name: str
    command: type[C]
    result: Any
    run: Callable[[UnitOfWork, C], R]

    def __call__(self, work: UnitOfWork, command: C) -> R:
        """Carry the act out as a part of another one."""
        return self.run(work, command)


@dataclass(frozen=True, slots=True)
class Query(Generic[A, R]):
    """Something a clerk can ask: its name, its arguments and its function."""

    name: str
    args: type[A]
    result: Any
    run: Callable[[Connection, A], R]

    def __call__(self, connection: Connection, args: A) -> R:
        """Answer as a part of another query."""
        return self.run(connection, args)


def act(function: Callable[[UnitOfWork, C], R]) -> Act[C, R]:
    """Declare an act by its function, which takes the unit of work and the command."""
    command, result = _asked_and_given(function)
    return Act(function.__name__, command, result, function)


def query(function: Callable[[Connection, A], R]) -> Query[A, R]:
    """Declare a query by its function, which takes a reading connection and the arguments."""
    args, result = _asked_and_given(function)
    return Query(function.__name__, args, result, function)


def _asked_and_given(function: Callable[..., Any]) -> tuple[Any, Any]:
    hints = get_type_hints(function)
    asked = list(inspect.signature(function).parameters)[1]
    return hints[asked], hints["return"]
