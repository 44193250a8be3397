"""Ask who the office is, who its officials are, which views are kept."""

from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy import Connection, func, or_, select

from msu_desktop.desks.directory.tables import Office, Official, SavedView
from msu_desktop.office.errors import broken
from msu_desktop.store import journal
from msu_desktop.store.acting import Args, query
from msu_desktop.store.journal import HistoryRow
from msu_desktop.store.rows import columns, frozen, frozen_one
from msu_desktop.store.unit_of_work import NOT_SET_UP


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The office as its papers name it."""

    id: str
    version: int
    territory_code: str
    name_ky: str
    name_ru: str
    rayon_ky: str
    rayon_ru: str
    oblast_ky: str
    oblast_ru: str
    address_ky: str
    address_ru: str
    postcode: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An official: post, name as papers write it, from when until when."""

    id: str
    version: int
    post: str
    post_ky: str
    post_ru: str
    name: str
    valid_from: date | None
    valid_to: date | None


class OfficeAsked(Args, frozen=True, kw_only=True):
    """The office of this copy."""


class OfficialsAsked(Args, frozen=True, kw_only=True):
    """Officials in post on a day, or all there ever were."""

    on: date | None = None


class ViewsAsked(Args, frozen=True, kw_only=True):
    """The views kept for a list."""

    place: str


class HistoryAsked(Args, frozen=True, kw_only=True):
    """The history of one record."""

    record_id: str


@query
def office(connection: Connection, _: OfficeAsked) -> OfficeRow:
    """Return the office; RuleBroken ``not_set_up`` before the first steps."""
    row = frozen_one(OfficeRow, connection, select(*columns(OfficeRow, Office)).order_by(Office.id))
    if row is None:
        raise broken(NOT_SET_UP)
    return row


@query
def is_set_up(connection: Connection, _: OfficeAsked) -> bool:
    """Tell whether the first steps were gone through."""
    return bool(connection.scalar(select(func.count()).select_from(Office)))


@query
def officials(connection: Connection, args: OfficialsAsked) -> list[OfficialRow]:
    """Return the officials by name: those in post on the day, or all."""
    rows = select(*columns(OfficialRow, Official)).order_by(Official.sort_key)
    if args.on is not None:
        rows = rows.where(
            or_(Official.valid_from.is_(None), Official.valid_from <= args.on),
            or_(Official.valid_to.is_(None), Official.valid_to >= args.on),
        )
    return frozen(OfficialRow, connection, rows)


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A kept view: its name, its filters and order."""

    id: str
    name: str
    content: dict[str, str]


@query
def views(connection: Connection, args: ViewsAsked) -> list[ViewRow]:
    """Return the views kept for a list, in the order they were made."""
    rows = select(SavedView.id, SavedView.name, SavedView.content)
    kept = rows.where(SavedView.place == args.place).order_by(SavedView.id)
    return [
        ViewRow(row.id, row.name, msgspec.json.decode(row.content, type=dict[str, str]))
        for row in connection.execute(kept)
    ]


@query
def history(connection: Connection, args: HistoryAsked) -> list[HistoryRow]:
    """Return what happened to a record, newest first."""
    return journal.history(connection, args.record_id)
