"""From the values of a letter's form to the act that registers or corrects it."""

from collections.abc import Mapping
from typing import Any

import msgspec

from msu_desktop.desks.correspondence.acts.registering import (
    CorrectIncoming,
    CorrectOutgoing,
    Registered,
    RegisterIncoming,
    RegisterOutgoing,
    correct_incoming,
    correct_outgoing,
    register_incoming,
    register_outgoing,
)
from msu_desktop.desks.correspondence.model import Direction
from msu_desktop.desks.correspondence.page.letter_fields import NEW_PARTY
from msu_desktop.desks.correspondence.queries.cards import DocumentCard
from msu_desktop.gui.workbench import Workbench


def told(values: Mapping[str, Any], *, new_party: bool) -> dict[str, Any]:
    """Return the values as commands name them; a new correspondent goes with the letter."""
    said = {name: value for name, value in values.items() if name not in NEW_PARTY}
    if new_party:
        said["party_id"] = None
        said["new_party"] = {name: values[name] for name in NEW_PARTY}
    if "replies_to" in said:
        said["replies_to"] = [said["replies_to"]] if said["replies_to"] else []
    return said


def save_letter(
    bench: Workbench, register: str, said: dict[str, Any], card: DocumentCard | None
) -> Registered | str | None:
    """Register a new letter, or correct the one of the card; None after a known trouble."""
    if card is None:
        return _register(bench, register, {**said, "register": register})
    unshown = {
        "resolution": card.document.resolution,
        "term": card.term,
        "due_on": card.document.due_on,
        "document_id": card.document.id,
        "version": card.document.version,
    }
    return _correct(bench, register, {**unshown, **said})


def _register(bench: Workbench, register: str, said: dict[str, Any]) -> Registered | None:
    if register == Direction.INCOMING.value:
        return bench.perform(register_incoming, msgspec.convert(said, RegisterIncoming))
    return bench.perform(register_outgoing, msgspec.convert(said, RegisterOutgoing))


def _correct(bench: Workbench, register: str, said: dict[str, Any]) -> str | None:
    if register == Direction.INCOMING.value:
        return bench.perform(correct_incoming, msgspec.convert(said, CorrectIncoming))
    return bench.perform(correct_outgoing, msgspec.convert(said, CorrectOutgoing))
