"""Whom an office writes with, and whose work it is: kinds of sender, of power, of funding."""

from enum import StrEnum

from msu_desktop.office.errors import N_


class SenderKind(StrEnum):
    """What kind of body or person a party is, as form F38 counts them."""

    STATE_BODY = "state_body"
    LOCAL_STATE_ADMINISTRATION = "local_state_administration"
    LSG_BODY = "lsg_body"
    KENESH = "kenesh"
    OTHER_ORGANISATION = "other_organisation"
    CITIZEN = "citizen"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _SENDER_LABELS[self]

    @property
    def is_person(self) -> bool:
        """Tell whether the party is a person, whose data stay at home."""
        return self is SenderKind.CITIZEN


class PowerKind(StrEnum):
    """Whose duty a task is; a report goes to the addressee of its kind of power."""

    OWN = "own"
    DELEGATED = "delegated"
    STATE = "state"
    MIXED = "mixed"
    NOT_STATED = "not_stated"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _POWER_LABELS[self]


class Funding(StrEnum):
    """Whether money came with a task."""

    FUNDED = "funded"
    NOT_FUNDED = "not_funded"
    NOT_STATED = "not_stated"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _FUNDING_LABELS[self]


_SENDER_LABELS = {
    SenderKind.STATE_BODY: N_("State body"),
    SenderKind.LOCAL_STATE_ADMINISTRATION: N_("Local state administration"),
    SenderKind.LSG_BODY: N_("Local self-government body"),
    SenderKind.KENESH: N_("Kenesh"),
    SenderKind.OTHER_ORGANISATION: N_("Other organisation"),
    SenderKind.CITIZEN: N_("Citizen"),
}
_POWER_LABELS = {
    PowerKind.OWN: N_("Own power"),
    PowerKind.DELEGATED: N_("Delegated state power"),
    PowerKind.STATE: N_("State power"),
    PowerKind.MIXED: N_("Mixed power"),
    PowerKind.NOT_STATED: N_("Not stated"),
}
_FUNDING_LABELS = {
    Funding.FUNDED: N_("Money came with it"),
    Funding.NOT_FUNDED: N_("No money came with it"),
    Funding.NOT_STATED: N_("Not stated"),
}
