"""The fields of a letter's form, in the order in which a clerk reads a letter."""

from collections.abc import Sequence
from typing import Any

from msu_desktop.desks.correspondence.model import (
    MOST_SHEETS,
    NOTE_LIMIT,
    REFERENCE_LIMIT,
    RESOLUTION_LIMIT,
    SUMMARY_LIMIT,
    Direction,
    Dispatch,
    TermChoice,
)
from msu_desktop.desks.correspondence.page.lookups import Lookups
from msu_desktop.desks.directory.model import NAME_LIMIT
from msu_desktop.gui.widgets.fields.check import CheckField
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.lookup import LookupField
from msu_desktop.gui.widgets.fields.number import NumberField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Row, Section
from msu_desktop.language.catalogue import _
from msu_desktop.office.parties import Funding, PowerKind, SenderKind

NEW_PARTY = ("name", "sender_kind", "address")
"""The fields of a correspondent who is entered together with the letter."""


def letter_rows(register: str, lookups: Lookups, *, is_new: bool) -> list[Row]:
    """Return the rows of the form; a letter already registered keeps its number and day."""
    incoming = register == Direction.INCOMING.value
    make = _incoming if incoming else _outgoing
    return make(lookups, is_new=is_new)


def _incoming(lookups: Lookups, *, is_new: bool) -> list[Row]:
    reply = [_replies_to(lookups, _("Answers our letter"), Direction.OUTGOING)] if is_new else []
    return [
        [_party(lookups, _("From whom"))],
        *_new_party(),
        [
            TextField("sender_reference", _("Their №"), limit=REFERENCE_LIMIT),
            DateField("sender_date", _("Their date"), today=lookups.today),
        ],
        [_summary()],
        [_sheets(), _case_file(lookups, Direction.INCOMING, is_new=is_new)],
        [_executor(lookups), _term()],
        [DateField("due_on", _("Last day of the term"), required=True, today=lookups.today)],
        [TextField("resolution", _("Resolution"), lines=2, limit=RESOLUTION_LIMIT)],
        Section(_("When it is needed")),
        [
            *_registered_on(lookups, is_new=is_new),
            DateField(
                "received_on",
                _("Came in on"),
                today=lookups.today,
                hint=_("Only when it came in earlier than it is registered"),
            ),
        ],
        *([reply] if reply else []),
        _power(),
        [_note()],
    ]


def _outgoing(lookups: Lookups, *, is_new: bool) -> list[Row]:
    reply: list[Field] = []
    if is_new:
        reply = [
            _replies_to(lookups, _("Answers the letter"), Direction.INCOMING),
            CheckField("executes", _("With this the letter is executed")),
        ]
    return [
        [_party(lookups, _("To whom"))],
        *_new_party(),
        *([reply] if reply else []),
        [_summary()],
        [_sheets(), _case_file(lookups, Direction.OUTGOING, is_new=is_new)],
        [
            _executor(lookups),
            ChoiceField("dispatch", _("How it is sent"), _labelled(Dispatch), empty="—"),
        ],
        Section(_("When it is needed")),
        [*_registered_on(lookups, is_new=is_new)] or [_note()],
        _power(),
        *([[_note()]] if is_new else []),
    ]


def _party(lookups: Lookups, label: str) -> LookupField:
    return LookupField(
        "party_id",
        label,
        lookups.correspondents,
        title_of=lookups.party_name,
        required=True,
        new_text=_("Enter “{text}” as new"),
    )


def _new_party() -> list[Row]:
    return [
        [
            TextField("name", _("Name of the new correspondent"), required=True, limit=NAME_LIMIT),
        ],
        [
            ChoiceField("sender_kind", _("Kind"), _labelled(SenderKind)),
            TextField("address", _("Address"), limit=NAME_LIMIT),
        ],
    ]


def _summary() -> TextField:
    return TextField("summary", _("Summary"), required=True, lines=2, limit=SUMMARY_LIMIT)


def _sheets() -> NumberField:
    return NumberField("sheets", _("Sheets"), least=1, most=MOST_SHEETS)


def _case_file(lookups: Lookups, direction: Direction, *, is_new: bool) -> LookupField:
    """Return the field of the file, which a new letter needs if its index is in the number."""
    return LookupField(
        "case_file_id",
        _("Case file"),
        lookups.case_files,
        title_of=lookups.case_file_title,
        required=is_new and lookups.number_needs_file(direction),
    )


def _executor(lookups: Lookups) -> ChoiceField:
    field = ChoiceField("executor_id", _("Executor"), lookups.officials(), empty="—")
    field.title_of = lookups.official_name
    return field


def _term() -> ChoiceField:
    return ChoiceField("term", _("Term"), _labelled(TermChoice))


def _replies_to(lookups: Lookups, label: str, of: Direction) -> LookupField:
    return LookupField(
        "replies_to",
        label,
        lambda text: lookups.letters(text, of.value),
        title_of=lookups.letter_title,
        hint=_("Number, sender or words of the letter"),
    )


def _registered_on(lookups: Lookups, *, is_new: bool) -> list[Field]:
    if not is_new:
        return []
    return [DateField("registered_on", _("Registered on"), required=True, today=lookups.today)]


def _power() -> list[Field]:
    stated = sorted(PowerKind, key=lambda one: one is not PowerKind.NOT_STATED)
    money = sorted(Funding, key=lambda one: one is not Funding.NOT_STATED)
    return [
        ChoiceField("power_kind", _("Kind of power"), _labelled(stated)),
        ChoiceField("funding", _("Money"), _labelled(money)),
    ]


def _note() -> TextField:
    return TextField("note", _("Note"), limit=NOTE_LIMIT)


def _labelled(choices: Any) -> Sequence[tuple[str, str]]:
    return [(one.value, _(one.label)) for one in choices]
