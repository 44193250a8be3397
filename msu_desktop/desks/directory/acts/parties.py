"""Enter, correct and merge the bodies and persons the office corresponds with."""

from datetime import date

from sqlalchemy import select

from msu_desktop.desks.directory.model import (
    ALREADY_MERGED,
    MERGE_WITH_ITSELF,
    NAME_LIMIT,
    NOTE_LIMIT,
    PARTY_KNOWN,
    PERSON_LIMIT,
    SHORT_LIMIT,
    check_span,
)
from msu_desktop.desks.directory.tables import Party
from msu_desktop.language.sorting import sort_key
from msu_desktop.language.tidying import Fields
from msu_desktop.office.errors import broken
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork


class AddParty(Command, frozen=True, kw_only=True):
    """A body or a person: kind of sender, name in full, short name, address, validity."""

    sender_kind: SenderKind
    name: str
    short_name: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


class CorrectParty(AddParty, frozen=True, kw_only=True):
    """A party's data as it should be."""

    party_id: str
    version: int | None = None


class MergeParties(Command, frozen=True, kw_only=True):
    """Two entries of the same body: ``party_id`` is the one that goes on, ``duplicate_id`` ends."""

    party_id: str
    duplicate_id: str


@act
def add_party(work: UnitOfWork, command: AddParty) -> str:
    """Enter a party into the directory; returns its id.

    RuleBroken ``party_known`` when one of the same name and address is there.
    """
    fields = _party_fields(command)
    _refuse_known(work, fields, except_id=None)
    return work.add(Party(**fields)).id


@act
def correct_party(work: UnitOfWork, command: CorrectParty) -> str:
    """Correct a party's data; its letters show the right name from now on."""
    party = work.get_unchanged(Party, command.party_id, command.version)
    if party.merged_into_id is not None:
        raise broken(ALREADY_MERGED, "name", name=party.name)
    fields = _party_fields(command)
    _refuse_known(work, fields, except_id=party.id)
    for name, value in fields.items():
        setattr(party, name, value)
    return party.id


@act
def merge_parties(work: UnitOfWork, command: MergeParties) -> str:
    """Make one of two entries of the same body: every letter of the duplicate moves to the other.

    The duplicate stays in the directory with its history and names the one it became.
    """
    if command.party_id == command.duplicate_id:
        raise broken(MERGE_WITH_ITSELF, "duplicate_id")
    party = work.get(Party, command.party_id, "party_id")
    duplicate = work.get(Party, command.duplicate_id, "duplicate_id")
    for one, field in ((party, "party_id"), (duplicate, "duplicate_id")):
        if one.merged_into_id is not None:
            raise broken(ALREADY_MERGED, field, name=one.name)
    duplicate.merged_into_id = party.id
    for earlier in work.session.scalars(select(Party).where(Party.merged_into_id == duplicate.id)):
        earlier.merged_into_id = party.id
    return party.id


def _party_fields(command: AddParty) -> dict[str, object]:
    check_span(command.valid_from, command.valid_to)
    fields = Fields()
    name = fields.text("name", command.name, NAME_LIMIT)
    optional = {
        "short_name": NAME_LIMIT,
        "address": NAME_LIMIT,
        "phone": SHORT_LIMIT,
        "email": PERSON_LIMIT,
        "note": NOTE_LIMIT,
    }
    tidy = {
        key: fields.text(key, getattr(command, key), limit, needed=False)
        for key, limit in optional.items()
    }
    fields.raise_problems()
    return {
        "sender_kind": command.sender_kind.value,
        "name": name,
        **tidy,
        "sort_key": sort_key(name)[:200],
        "valid_from": command.valid_from,
        "valid_to": command.valid_to,
    }


def _refuse_known(work: UnitOfWork, fields: dict[str, object], except_id: str | None) -> None:
    same = select(Party.id).where(
        Party.sort_key == fields["sort_key"],
        Party.name == fields["name"],
        Party.address == fields["address"],
        Party.merged_into_id.is_(None),
        Party.valid_to.is_(None),
    )
    if work.session.scalars(same.where(Party.id != (except_id or ""))).first() is not None:
        raise broken(PARTY_KNOWN, "name", name=fields["name"])
