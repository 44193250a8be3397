"""A party in words: its card, its kinds, its history."""

from collections.abc import Sequence

from msu_desktop.desks.directory.page.history import Wording, history_lines
from msu_desktop.desks.directory.queries.parties import PartyRow
from msu_desktop.gui.widgets.card import Badge, Block, CardContent, Pair
from msu_desktop.language.catalogue import _, ngettext
from msu_desktop.language.dates import short_date
from msu_desktop.office.errors import N_
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.journal import HistoryRow

FIELDS = {
    "sender_kind": N_("Kind"),
    "name": N_("Name"),
    "short_name": N_("Short name"),
    "address": N_("Address"),
    "phone": N_("Telephone"),
    "email": N_("E-mail"),
    "note": N_("Note"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid to"),
    "merged_into_id": N_("Made one with another entry"),
}


def kind_words(kind: str) -> str:
    """Name the kind of a party."""
    return _(SenderKind(kind).label)


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds to choose from, by their codes."""
    return [(kind.value, _(kind.label)) for kind in SenderKind]


def letters_words(letters: int) -> str:
    """Say how many letters there are with a party."""
    return ngettext("{n} letter", "{n} letters", letters)


def party_card(
    row: PartyRow, letters: int, history: Sequence[HistoryRow], former: Sequence[PartyRow]
) -> CardContent:
    """Return the card of a party; ``former`` are the entries that were made one with it."""
    wording = Wording(
        FIELDS, values={"sender_kind": kind_words, "merged_into_id": lambda _id: _("yes")}
    )
    blocks = [
        Block(
            "",
            [
                Pair(_("Address"), row.address),
                Pair(_("Telephone"), row.phone),
                Pair(_("E-mail"), row.email),
                Pair(_("Letters"), letters_words(letters)),
                *([Pair(_("Note"), row.note)] if row.note else ()),
            ],
        )
    ]
    if former:
        pairs = [Pair(kind_words(one.sender_kind), one.name) for one in former]
        blocks.append(Block(_("Earlier entries of the same party"), pairs))
    return CardContent(
        row.name,
        row.short_name,
        _badges(row),
        blocks,
        history_lines(history, wording),
    )


def _badges(row: PartyRow) -> list[Badge]:
    badges = [Badge(kind_words(row.sender_kind), "accent")]
    if row.valid_to is not None:
        ended = _("valid to {day}").format(day=short_date(row.valid_to))
        badges.append(Badge(ended, "warning"))
    if row.merged_into_id is not None:
        badges.append(Badge(_("made one with another entry"), "warning"))
    return badges
