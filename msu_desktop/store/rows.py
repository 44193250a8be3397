"""Frozen rows from tables: a row type names the columns, a statement brings them."""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.sql.elements import ColumnElement

from msu_desktop.store.tables import Base

Row = TypeVar("Row")

LONGEST_PAGE = 1000


def page_size(asked: int) -> int:
    """Return how many rows a page holds when so many are asked for."""
    return max(1, min(asked, LONGEST_PAGE))


def columns(row_type: type[Any], table: type[Base], *own: str) -> list[ColumnElement[Any]]:
    """Return the table's columns for the fields of a row type, without its ``own`` fields."""
    return [getattr(table, one.name) for one in fields(row_type) if one.name not in own]


def frozen(row_type: type[Row], connection: Connection, statement: Any) -> list[Row]:
    """Run a statement whose columns stand in the order of the row type's fields."""
    return [row_type(*row) for row in connection.execute(statement)]


def frozen_one(row_type: type[Row], connection: Connection, statement: Any) -> Row | None:
    """Return the first row of a statement as its row type, or None."""
    row = connection.execute(statement.limit(1)).first()
    return row_type(*row) if row else None
