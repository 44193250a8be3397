"""Set the office up, correct its data, keep its officials; confirm the clock."""

from datetime import date

from sqlalchemy import func, select

from msu_desktop.desks.directory.acts.seeding import seed_case_files, seed_law
from msu_desktop.desks.directory.model import (
    ALREADY_SET_UP,
    NAME_LIMIT,
    PERSON_LIMIT,
    SHORT_LIMIT,
    Post,
    check_span,
    check_territory_code,
)
from msu_desktop.desks.directory.tables import Office, Official
from msu_desktop.language.sorting import sort_key
from msu_desktop.language.tidying import Fields
from msu_desktop.office.errors import broken
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork


class OfficeData(Command, frozen=True, kw_only=True):
    """Names and addresses of an office as its papers show them."""

    territory_code: str
    name_ky: str
    name_ru: str
    rayon_ky: str
    rayon_ru: str
    oblast_ky: str
    oblast_ru: str
    address_ky: str = ""
    address_ru: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""


class AddOfficial(Command, frozen=True, kw_only=True):
    """A person of the office: post (a ``Post`` or any words), name as papers write it."""

    post: Post
    post_ky: str
    post_ru: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


class SetUpOffice(Command, frozen=True, kw_only=True):
    """The office's data and its first officials."""

    office: OfficeData
    officials: tuple[AddOfficial, ...] = ()


class CorrectOffice(OfficeData, frozen=True, kw_only=True):
    """The office's data as it should be; ``version`` is the one the clerk saw."""

    version: int | None = None


class CorrectOfficial(AddOfficial, frozen=True, kw_only=True):
    """An official's data as it should be."""

    official_id: str
    version: int | None = None


class ConfirmClock(Command, frozen=True, kw_only=True):
    """The clerk says that the PC's clock is right although it went back."""


@act
def set_up_office(work: UnitOfWork, command: SetUpOffice) -> str:
    """Set the office up in an empty database: its data, officials, rules, calendar, list of files.

    Returns the office's id. RuleBroken ``already_set_up``.
    """
    if work.session.scalar(select(func.count()).select_from(Office)):
        raise broken(ALREADY_SET_UP)
    office = work.add(Office(**_office_fields(command.office)))
    work.office_id = office.id
    work.session.flush()
    for official in command.officials:
        add_official(work, official)
    seed_law(work)
    seed_case_files(work, work.today.year)
    return office.id


@act
def correct_office(work: UnitOfWork, command: CorrectOffice) -> str:
    """Correct the office's data."""
    office_id = work.session.scalars(select(Office.id).order_by(Office.id)).first() or ""
    office = work.get_unchanged(Office, office_id, command.version)
    for name, value in _office_fields(command).items():
        setattr(office, name, value)
    return office.id


@act
def add_official(work: UnitOfWork, command: AddOfficial) -> str:
    """Enter an official of the office; returns the id."""
    return work.add(Official(**_official_fields(command))).id


@act
def correct_official(work: UnitOfWork, command: CorrectOfficial) -> str:
    """Correct an official's data, or enter the last day in post."""
    official = work.get_unchanged(Official, command.official_id, command.version)
    for name, value in _official_fields(command).items():
        setattr(official, name, value)
    return official.id


@act
def confirm_clock(work: UnitOfWork, _: ConfirmClock) -> str:
    """Confirm that the PC's clock is right now, although the last entry is of a later day."""
    work.trusts_clock = False
    return work.sign("clock")


def _office_fields(data: OfficeData) -> dict[str, str]:
    check_territory_code(data.territory_code)
    fields = Fields()
    names = ("name_ky", "name_ru", "rayon_ky", "rayon_ru", "oblast_ky", "oblast_ru")
    tidy = {name: fields.text(name, getattr(data, name), NAME_LIMIT) for name in names}
    for name in ("address_ky", "address_ru"):
        tidy[name] = fields.text(name, getattr(data, name), NAME_LIMIT, needed=False)
    for name in ("postcode", "phone"):
        tidy[name] = fields.text(name, getattr(data, name), SHORT_LIMIT, needed=False)
    tidy["email"] = fields.text("email", data.email, PERSON_LIMIT, needed=False)
    fields.raise_problems()
    return {"territory_code": data.territory_code, **tidy}


def _official_fields(command: AddOfficial) -> dict[str, object]:
    check_span(command.valid_from, command.valid_to)
    fields = Fields()
    name = fields.text("name", command.name, PERSON_LIMIT)
    post_ky = fields.text("post_ky", command.post_ky, NAME_LIMIT)
    post_ru = fields.text("post_ru", command.post_ru, NAME_LIMIT, needed=False)
    fields.raise_problems()
    return {
        "post": command.post.value,
        "post_ky": post_ky,
        "post_ru": post_ru,
        "name": name,
        "sort_key": sort_key(name),
        "valid_from": command.valid_from,
        "valid_to": command.valid_to,
    }
